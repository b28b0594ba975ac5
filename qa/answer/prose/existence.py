"""Answers whether a report speaks of a thing: 有没有设立执法观察期. Every word that names the thing must stand in one sentence.

What is done with the thing (建立, 推行) and what any thing may be called (制度, 机制) is left out: reports say it in other words.
No yes and no no of ours is said: the sentence says it, 未发生 as well as 设立.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import answer_fact
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.single.intent import Intent, Task
from qa.question.words.terms import Term
from qa.question.words.vocabulary import COUNTED
from qa.ranking import PreparedReport, ScoredSentence
from qa.text import fold

_DONE = lazy_re(
    r"(?:建立|建成|设立|成立|组建|搭建|开展|推行|推进|实行|实施|施行|执行|制定|出台|印发|发布|提到|提及|谈到|说到|说过|写到|涉及|包括|打造|推出|运用|使用|采用|采取"
    r"|落实|完成|进行|举办|举行|召开|组织|存在|发生|出现|引入|引进|聘请|配备|安排|要求|做过|做了|搞过|搞了|健全|完善"
    # what became of it, which the sentence says: 最后定下来了吗 is told by 暂缓实施, 入选了吗 by 未进入名单
    r"|最后|最终|已经|真的|确实|确定|决定|定下来|敲定|拍板|通过|批准|入选|评上|选上|获评|评为|列入|纳入|取消|停止|废止|动工|开工|竣工|到位|配齐|齐全|拿到|得到|获得|收获|当上)[过了]?"
)
_CALLED = lazy_re(
    r"制度|机制|体系|模式|做法|措施|举措|工作|活动|平台|事项|情况|问题|相关|方面|内容|东西|事情?"
)
_COMPOUND = 4
_MOSTLY = 0.6
# In standard deviations, and as a cosine; right sentences had 3.9 to 5.2 and 0.54 to 0.60.
_FAR, _LIKE, _VERB = 3.5, 0.5, 2
_HELD = 0.6  # how well a sentence must hold a word; a compound in part, by its head and most of its pairs


def asks_existence(intent: Intent) -> bool:
    """Tell whether a question asks if a report speaks of a thing, and of no figure, change or section.

    Args:
        intent: What is wanted.

    Returns:
        True for 有没有建立某制度.
    """
    plain = not (intent.change or intent.unit or intent.unit_class or intent.section or intent.compares)
    return intent.yes_no and intent.task is Task.FACT and plain and intent.answer_type in {"", "name"}


def naming(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Keep the terms that name the thing.

    Args:
        terms: Terms of a question.

    Returns:
        Those that do, or all where none does.
    """
    kept = tuple(t for t in terms if not _DONE.fullmatch(t.text) and not _CALLED.fullmatch(t.text))
    named = tuple(
        t for t in kept if t.text not in COUNTED
    )  # 负责人没出庭的案件: 案件 is what any of them is called
    return named or kept or tuple(terms)


def answer_existence(
    ranked: Sequence[ScoredSentence], terms: Sequence[Term], content: str, report: PreparedReport
) -> Draft | None:
    """Compose the answer: the sentence that holds all words of the thing.

    Args:
        ranked: Sentences of the report, the best first.
        terms: Terms of the question.
        content: The question, its places and years blanked.
        report: The report.

    Returns:
        The draft, or None where no sentence does.
    """
    named = naming(terms)
    phrase = re.sub(r"\s", "", fold(content))
    found: list[tuple[bool, int, ScoredSentence]] = []
    for at, scored in enumerate(ranked):
        text, sentence = report.folded[scored.index], report.report.sentences[scored.index]
        above = fold(sentence.lead + "|" + "|".join(sentence.heading[-1:]))
        own = [_held_by(t, text) for t in named]
        if max(own) < _HELD or not all(
            o >= _HELD or match(t, above) >= _HELD for o, t in zip(own, named, strict=True)
        ):
            continue
        together = _runs(phrase, text)
        found.append((not together, at, scored))
    if not found:
        first = next(iter(ranked), None)
        return (
            answer_fact(first, tuple(named), "")
            if first is not None and _stands_out(first, named, report)
            else None
        )
    best = min(found, key=lambda item: item[:2])[2]
    return answer_fact(best, tuple(named), "")


def _stands_out(first: ScoredSentence, named: Sequence[Term], report: PreparedReport) -> bool:
    """Tell whether the best sentence resembles a question so much more than any other that it may say a word in its own way.

    均在规定时间内予以处理 for 收到的公开申请都按时答复了吗: what it lacks, no report of the library says.
    """
    text = report.folded[first.index]
    lacking = [t for t in named if _held_by(t, text) < _HELD]
    unsaid = all(not t.known and len(t.text) <= _VERB for t in lacking)
    return unsaid and len(lacking) < len(named) and first.outstanding >= _FAR and first.dense >= _LIKE


def is_another(scored: ScoredSentence, terms: Sequence[Term]) -> bool:
    """Tell whether a sentence that answers 怎么建设的 best speaks of another thing: 合规体检 for 数据安全合规体系.

    Args:
        scored: A sentence.
        terms: Terms of the question.

    Returns:
        True where the sentence, its item and its heading hold too little of what names the thing. A word in everyday
        speech is held by likeness alone and decides nothing.
    """
    named = naming(terms)
    if any(t.everyday for t in named):
        return False
    sentence = scored.report.report.sentences[scored.index]
    around = (
        f"{scored.report.folded[scored.index]}|{fold(sentence.lead)}|{fold('|'.join(sentence.heading[-1:]))}"
    )
    return sum(match(t, around) >= _HELD for t in named) < _MOSTLY * len(named)


def _held_by(term: Term, text: str) -> float:
    """Find how well a sentence holds a term: 八五普法 in “八五”普法, 问题整改 in 发现问题41个,已完成整改39个."""
    bare = text.replace("“", "").replace("”", "")
    if any(form != term.text and term.text.endswith(form) and form in bare for form, _ in term.forms):
        return max(match(term, bare), _HELD)  # 隐患 of 安全隐患
    halves = (term.text[:2], term.text[2:]) if len(term.text) == _COMPOUND else ()
    return max(match(term, bare), _HELD if halves and all(half in bare for half in halves) else 0.0)


def _runs(phrase: str, text: str, least: int = 4) -> bool:
    """Tell whether a text holds a run of characters of the question, as it was typed, that is no frame: 执法观察期."""
    bare = _CALLED.sub(
        "|", _DONE.sub("|", re.sub(r"有没有|是不是|是否|有无|能否|可否|没有|[吗么?。!]", "|", phrase))
    )
    return any(
        run[i : i + least] in text for run in bare.split("|") for i in range(max(0, len(run) - least + 1))
    )
