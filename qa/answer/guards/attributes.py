"""Who or what narrows a matter in a question: 女同志办的公证, 外卖小哥的纠纷; the figure of all 公证 does not answer.

The nouns before a matter that the question names in official words, also where the question is an everyday one (for those in
official words alone see ``qa.answer.guards.strangers``). Knows nothing of ranking. Measured in docs/design/007-refusal.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.said import said_in
from qa.question.words.terms import Term, said_by_way
from qa.question.words.things import things_in
from qa.question.words.vocabulary import ASKING_PATTERN, GENERIC
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.text import fold, tagged

# What is counted, in the words that reports and questions share.
_MATTER = lazy_re(
    r"法律援助|法援|公证|仲裁|司法鉴定|社区矫正|挨罚|被罚|受罚|扯皮|许可|免罚|(?:矛盾)?纠纷|人民调解|行政复议|复议|行政诉讼|行政处罚|行政许可|行政强制|信访|普法|案件|案子|投诉|诉求"
)
# What stands between a noun and the matter that it narrows: 办的 of 女同志办的公证, 打官司的 of 给女同志打官司的法律援助.
_LINK = lazy_re(
    r"(?:的人们?|们|这类|那类|之类|一类|类|方面|身上|里头|里面|里|中|当中|之间|自己|申请|得到|拿到|享受|接受|打官司|请律师|请|办理|办|做|打|被|受|得|领|闹|引起|引发|发生|出|之间的?|有关|那块|这块|这边|那边|的)+$"
)
_NOUNS = frozenset({"n", "nz", "j", "nrt", "nr", "i", "l", "ns"})
# Nouns before a matter that narrow nothing: who acts, where it is kept, how it is told.
_VAGUE = frozenset(
    (
        "老百姓 百姓 乡里乡亲 乡亲 乡亲们 父老 群众 民众 市民 居民 村民 大伙 大家 大伙儿 人家 公家 政府 官府 衙门 机关 部门 单位 "
        "领导 干部 穷人 当事人 "
        "全县 全市 全区 县里 市里 区里 镇里 村里 省里 全省 当年 今年 去年 上年 一审 基层 各类 这类 那类 系统 全部 所有 专门 身边 "
        "总额 总数 数量 计划 目标 平台 报告 材料 法律 法治 行政 综合 综合执法 执法 矛盾 民告官 事情 事儿 东西 地方 官司 "
        "法院 案件 案子 矛盾纠纷 公共 免费 律师 调解员 公证处 公证员 中心 县政府 市政府 区政府 人民政府 司法局 律所 "
        "轻微 重大 典型 办案 结案"
    ).split()
)
_ROOM = 12  # characters before a matter in which its noun is looked for
_SHORTEST = 2


class Attribute(NamedTuple):
    """A noun that narrows a matter.

    Attributes:
        word: The noun, as asked.
        matter: The matter.
        forms: Words that a report may print for the noun.
    """

    word: str
    matter: str
    forms: tuple[str, ...]


def attributes(query: Query) -> tuple[Attribute, ...]:
    """Find the nouns that narrow a matter in a question.

    Args:
        query: The question.

    Returns:
        The nouns, each right before its matter but for words that link them; none for plans and comparisons.
    """
    if query.intent.plan or query.intent.compares:
        return ()
    text = ASKING_PATTERN.sub(lambda match: " " * len(match[0]), fold(query.content))
    found = []
    for match in _MATTER.finditer(text):
        before = re.split(r"[^\u4e00-\u9fff]", text[max(0, match.start() - _ROOM) : match.start()])[-1]
        linked = _LINK.sub("", before)
        if linked == before and _MATTER.search(before):
            continue
        words = tagged(linked) if linked else []
        if not words:
            continue
        word, kind = words[-1]
        if (
            kind not in _NOUNS
            or word[0] in "办买卖"
            or len(word) < _SHORTEST
            or word in GENERIC | _VAGUE
            or _MATTER.search(word)
        ):
            continue
        at = match.start() - len(before) + len(linked) - len(word)
        forms = [
            form for said in said_in(query.content) if at < said.end <= at + len(word) for form in said.forms
        ]
        forms += [form for t in query.terms if t.text == word for form, _ in t.forms]  # 镇(街) for 镇街
        found.append(Attribute(word, match[0], (word, *forms)))
    return tuple(found)


def lacks_attribute(scored: ScoredMention, asked: tuple[Attribute, ...], terms: Sequence[Term]) -> bool:
    """Tell whether a figure is of a matter and nothing around it says what the question narrows it by.

    Args:
        scored: A figure.
        asked: As ``attributes`` gives them.
        terms: Terms of the question.

    Returns:
        True for 办理公证1526件 where 女同志办的公证 is asked for.
    """
    if not asked:
        return False
    mention, sentence = scored.mention, scored.report.report.sentences[scored.sentence]
    around = scored.report.folded[scored.sentence] + fold(
        f"|{sentence.lead}|{'|'.join(sentence.heading[-2:])}|{mention.row}|{mention.column}"
    )
    return any(
        not any(form in around for form in one.forms)
        and not any(char in fold(mention.label) for char in one.word)
        and not said_by_way(one.word, terms, around)
        and not _described_with(one.word, terms, around)
        for one in asked
    )


def names_no_thing(query: Query, report: PreparedReport) -> bool:
    """Tell whether a question names a concrete thing that its report never names: 摩托车挨罚的有多少起.

    Args:
        query: The question.
        report: The report.

    Returns:
        True where none of the words for one of them stands anywhere in the report.
    """
    asked = things_in(query.content)
    if not asked:
        return False
    held = "|".join((*report.folded, *(heading for s in report.report.sentences for heading in s.heading)))
    return any(
        not any(form in held for form in forms)
        and not said_by_way(word, query.terms, held)
        and not _described_with(word, query.terms, held)
        for word, forms in asked
    )


def _described_with(word: str, terms: Sequence[Term], held: str) -> bool:
    """Tell whether a thing only helps to describe a kind that the report names: 电驴 of 骑电驴送餐的 for 骑手."""
    return any(
        t.bound == "kind"
        and word in t.text
        and len(t.text) > len(word) + _SHORTEST
        and any(form in held for form, _ in t.forms[1:])
        for t in terms
    )
