"""What a word means: 什么是X, X是什么意思. Only a sentence that explains it answers; any other is told to mention it.

The word is kept whole, as it was typed: nobody asks for a likeness of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain_words
from qa.answer.prose.fact import add_statement
from qa.patterns import lazy_re
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind, Sentence

_Q = r"[“\"「『‘]"
_E = r"[”\"」』’]"
# "什么是首违不罚", "“岩城评理员”是什么意思", "府院联席会议指什么"; a word that asks for a figure or a name is none.
_ASKS = (
    lazy_re(rf"^(?:什么是|何为|何谓|啥是|什么叫){_Q}?([^”\"」』,，。?？]{{2,24}}?){_E}?[?？。呢啊]*$"),
    # "“沉默期”执法是什么意思"
    lazy_re(
        rf"{_Q}([^”\"」』]{{2,24}}){_E}[\u4e00-\u9fff]{{1,4}}?(?:是|指的?是?)(?:什么|啥)(?:意思|含义)[?？。呢啊]*$"
    ),
    lazy_re(
        rf"(?:^|[\s,，里中])(?:的)?{_Q}?([^“”\"「」,，。?？\s]{{2,24}}?){_E}?(?:这个词|这个说法|一词)?(?:到底|究竟)?(?:是|有|指的?是?)(?:什么|啥)(?:意思|含义)[?？。呢啊]*$"
    ),
    lazy_re(
        rf"(?:^|[\s,，里中])(?:的)?{_Q}?([^“”\"「」,，。?？\s]{{2,24}}?){_E}?(?:是)?指(?:的是|的)?(?:什么|啥)[?？。呢啊]*$"
    ),
    lazy_re(
        rf"{_Q}([^”\"」』]{{2,24}}){_E}(?:这个|该)?(?:机制|制度|模式|品牌|平台|做法)?(?:到底|究竟)?是(?:个)?(?:什么|啥)[?？。呢啊]*$"
    ),
)
_CONTENTS = lazy_re(
    rf"{_Q}([^”\"」』]{{2,24}}){_E}(?:里|中)?(?:都)?(?:具体)?(?:包括|包含|有)(?:了)?(?:哪些|什么|啥)(?:具体)?(?:内容|事项|项目|方面|情形|东西)"
)
_PLAIN = lazy_re(r"^(?:这|那|该|它|原因|主要|报告|标题|问题|做法|目标|计划|结果|依据)")
_FIGURE = lazy_re(r"(?:率|数|量|额|名称|原因|职务|电话|地址|文号|标题|日期|时间|问题|做法|目标)$")
_KIND = r"(?:机制|制度|模式|平台|做法|工作法|改革|清单|办法|品牌|系统|行动)?"
# "“X”是指…", "X（即…）", "所谓X", "X，就是…", "X制度，每月1日至20日…不得…"
_EXPLAINS = (
    r"{x}{k}(?:,|\()?(?:是指|指的是|系指|即|就是|也就是|意思是|意为|是一[种项个])",
    r"所谓[“\"]?{x}",
    r"{x}{k}(?:,)?(?:是)?通过[^。;]{{4,60}}?(?:实现|达到|做到|形成)",
    r"{x}(?:执法|服务|监管|审批)?{k},(?:每|凡|对[^,]{{2,20}}|在[^,]{{2,30}},)[^。]*(?:不得|可以|应当|免予|不予|一律|给予)",
    r"(?:即|就是|称为|简称|叫做|称之为)[“\"]?{x}",
)
_LISTS = r"{x}{k}[^。;]{{0,12}}(?:包括|包含|涵盖|涉及|分为|即|:|内容[为是]|、[^,。]+、)"
_MOST = 2


def meaning_asked(question: str) -> str:
    """Tell which word a question asks the meaning of.

    Args:
        question: A cleaned question, its places and years blanked.

    Returns:
        The word, without marks, or "".
    """
    for pattern in _ASKS:
        if match := pattern.search(question.strip()):
            word = re.sub(r"^(?:报告里的?|报告中的?|提到的|所说的|说的)", "", match[1]).strip(" 的")
            return "" if len(word) < 2 or _PLAIN.match(word) or _FIGURE.search(word) else word
    return ""


def contents_asked(question: str) -> str:
    """Tell which thing in marks a question asks the contents of.

    Args:
        question: A cleaned question.

    Returns:
        Its name, without marks, or "".
    """
    match = _CONTENTS.search(question)
    return match[1] if match else ""


def answer_meaning(reports: Sequence[PreparedReport], word: str, *, contents: bool = False) -> Draft | None:
    """Compose the answer: the sentences that explain a word, or the ones that only mention it, told to be such.

    Args:
        reports: The reports.
        word: The word.
        contents: Whether its contents are asked for.

    Returns:
        The draft, or None where no report prints the word, or prints it with its contents.
    """
    wanted = re.escape(_bare(fold(word)))
    explaining = [re.compile(p.format(x=wanted, k=_KIND)) for p in ([_LISTS] if contents else _EXPLAINS)]
    told: list[tuple[bool, PreparedReport, list[Sentence]]] = []
    for report in reports:
        held = [
            s
            for s, text in zip(report.report.sentences, report.folded, strict=True)
            if re.search(wanted, _bare(text))
        ]
        best = [s for s in held if any(p.search(_bare(report.folded[s.index])) for p in explaining)]
        held.sort(key=lambda s: s.section is SectionKind.PLAN)
        if held:
            told.append((bool(best), report, best[:1] or held[:_MOST]))
    if not told or (contents and any(explained for explained, _, _ in told)):
        return None
    if any(explained for explained, _, _ in told):
        told = [entry for entry in told if entry[0]]
    draft = Draft(AnswerKind.FACT)
    for explained, report, sentences in told[:3]:
        meta = report.report.meta
        if not explained:
            note = say.CONTENTS_UNTOLD if contents else say.ONLY_MENTIONED
            draft.lines.append(note(say.PLACE_YEAR(meta.place, meta.year), plain_words(word)))
        many = len(told) > 1 or len(sentences) > 1
        for sentence in sentences:
            add_statement(draft, report.report, sentence.index, (), "name", prefix="- " if many else "")
    return draft


def _bare(text: str) -> str:
    """Drop the marks round names, so that a word is found with and without them."""
    return re.sub(r"[“”\"「」『』‘’]", "", text)
