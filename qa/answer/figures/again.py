"""What a short turn asks of the sentence that was just shown: who does it, until when, whether it is done, what is left.

谁负责的 behind a plan means that plan, and 都整改了吗 behind 发现问题58个 those problems. The sentence is told again where it
says so; where it does not, the turn is left to the ordinary way. Knows no topics and ranks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number, answer_numbers
from qa.answer.figures.beside import figure_beside, figures_beside
from qa.answer.figures.drilled import Told
from qa.answer.figures.left_over import answer_left_in
from qa.answer.figures.wholes import counts_of, indexes_shown, sentence_figures, words_of
from qa.answer.figures.within import parts_of_whole
from qa.answer.prose.fact import add_statement
from qa.ledger.mention import Mention
from qa.patterns import lazy_re
from qa.question.conversation.drilling import names_in
from qa.question.conversation.pointing import FIRST, WHOLE
from qa.question.conversation.shown import (
    ENDED,
    HOW,
    LEFT,
    MONEY,
    OWNER,
    REST,
    TIME,
    asks_of_shown,
    end_named,
    got_back,
)
from qa.question.conversation.topics_beside import counted_things
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.fates import fate_asked
from qa.ranking import PreparedReport, ScoredMention
from qa.scored import taken
from qa.text import fold
from qa.types import AnswerKind

# "由县司法局牵头,县委编办配合": who does it; 主要负责人 and 负责同志 are no more than people of the report.
_DOES = lazy_re(
    r"由[^,，。;；]{2,24}?(?:牵头|负责|会同|组织|主办|承办|配合|落实)|牵头|会同|(?:责任|落实|配合|承办)(?:单位|部门)|[局委办院厅会所部](?:负责|受理|办理|主办|承办|查处|开展|组织)"
)
# "2025年6月底前": a time that something is to be done by or was done at; 比2023年 dates nothing.
_DATED = lazy_re(
    r"\d{1,2}月|[一二三四五六七八九十]月|季度|年初|年底|年末|上半年|下半年|[上中下]旬|\d日|(?:19|20)\d\d年(?=[前底内初末])|(?:个?月|[天日周])(?:之?内|以内)"
)
# "已办结15件,中止1件": what became of the rest
_REMAINS = lazy_re(
    r"(?:其余|其他|另有|尚有|还有|剩余|中止|终止|未[办审]?结|在[审办]|正在|尚在|结转)[^,;。]{0,12}\d"
)
# "全面推行“扫码入企”,入企检查次数由4120次下降到2885次": what was done, before what came of it
_BY_WHICH = lazy_re(
    r"(?:推行|推进|推动|实施|施行|开展|建立|健全|完善|通过|运用|依托|深化|落实|组织|出台|强化|加强|创新|探索|推广|打造|严格|坚持|采取|实行|启用|上线|整合|聚焦)[^,;。]{2,}"
)
_ENDINGS = {"办": r"办[结完理]", "结": r"[办审]?结", "处理": r"处[理置]|办结"}
_EACH = lazy_re(
    r"(?:那么?|其中|这里面|它们的?|两者的?|的)*(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:分别|各自?)(?:是|为|有|达|达到)?(?:多少|几)[%个件项]?(?:呢)?[?。!]*"
)
# "市场监管和自然资源一共多少"
_TWO_PARTS = lazy_re(
    r"(?:那么?|其中)?(?P<one>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:和|与|跟|加上?|、)(?P<other>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:两(?:个|项|类))?(?:一共|总共|合计|共计|加起来|加在?一[起块]儿?|合起来)"
    r"(?:是|有|办了?)?(?:(?:多少|几)[件起宗人个户名]?)?(?:呢)?(?:,[^?]{2,14})?[?。!]*"
)
_SEVERAL = 2
_WHOLE_NOUN = 3  # characters; shorter ones stand in the words of several matters


def names_each(question: str) -> str:
    """Give the thing of which a turn asks each figure in the sentence just shown: 满意率 of 满意率分别多少.

    Args:
        question: A cleaned turn.

    Returns:
        The thing, or "".
    """
    match = _EACH.fullmatch(question)
    return match["noun"] if match else ""


def names_two(question: str) -> tuple[str, str] | None:
    """Give the two parts of what was told that a turn adds up: 市场监管 and 自然资源 of 市场监管和自然资源一共多少.

    Args:
        question: A cleaned turn.

    Returns:
        Their names, or None.
    """
    match = _TWO_PARTS.fullmatch(question)
    return (match["one"], match["other"]) if match else None


def looks_at_shown(reading: Reading) -> bool:
    """Tell whether a turn may be told by the sentences that were just shown.

    Args:
        reading: A turn.

    Returns:
        True where it asks of them, or names no more than a part of what they tell.
    """
    one = reading.follow_up and len(reading.places) == 1
    asks = asks_of_shown(reading.question) or fate_asked(reading.question) or names_each(reading.question)
    parts = names_two(reading.question) or reading.bare not in {"", WHOLE}
    return one and bool(asks or parts or counted_things(reading.question) or got_back(reading.question))


def answer_again(reading: Reading, report: PreparedReport) -> Draft | None:
    """Tell what a turn asks of the sentences just shown.

    Args:
        reading: A turn with those sentences.
        report: A prepared report.

    Returns:
        The draft, or None where they do not tell it.
    """
    kind = asks_of_shown(reading.question)
    for index in indexes_shown(reading.shown, report):
        text = report.folded[index]
        mended = kind == LEFT or (kind == ENDED and end_named(reading.question) == "整改")
        if mended and (left := answer_left_in(index, report)) is not None:
            return left
        tells: object = kind == OWNER and _DOES.search(text)
        tells = tells or (kind == REST and (_REMAINS.search(text) or _whole(index, report) is not None))
        tells = tells or (kind == TIME and _DATED.search(text))
        tells = tells or (kind == HOW and _BY_WHICH.search(text))
        if kind == MONEY and (money := _money(reading.question, index, report)) is not None:
            return answer_number(money, reading.topic)
        if kind == ENDED:
            verb = end_named(reading.question)
            tells = re.search(_ENDINGS.get(verb, re.escape(verb)), text)
        elif kind == LEFT:
            tells = re.search(
                r"全部[^,。;]{0,4}(?:整改|办结|完成)|(?:整改|办结|完成)率?(?:达到?|为)?100%", text
            )
        if tells:
            draft = Draft(AnswerKind.FACT)
            types = {OWNER: "who", TIME: "when"}
            add_statement(draft, report.report, index, reading.terms, types.get(kind, ""))
            return draft
        if kind:
            continue
        if (verbs := got_back(reading.question)) and (back := _got_back(verbs, index, report)) is not None:
            return answer_number(back, reading.topic)
        if pair := names_two(reading.question):
            passage = report.report.sentences[index].passage
            around = (s.index for s in report.report.sentences if s.passage == passage and s.index != index)
            if both := next(filter(None, (_both(pair, i, report) for i in (index, *around))), []):
                sides = [Side(report.report.meta, (part,)) for part in both]
                intent = replace(reading.intent, task=Task.NUMBER, combine="sum", unit="", unit_class="")
                return answer_comparison(sides, both, intent, reading.topic, inner=True)
            continue
        if n := counted_things(reading.question):
            if (parts := _parts(n, index, report)) and reading.intent.combine == "sum":
                sides = [Side(report.report.meta, (part,)) for part in parts]
                return answer_comparison(sides, parts, reading.intent, reading.topic, inner=True)
            continue
        if noun := names_each(reading.question):
            if (each := _each(noun, index, report)) is not None:
                return answer_numbers(each, reading.topic)
        elif reading.near is None:
            part = _part(reading, index, report) or _owned(reading, index, report)
            if part is not None:
                return answer_number(part, reading.topic)
    return None


def figures_at(row: Sequence[tuple[str, int, str]], report: PreparedReport) -> list[ScoredMention]:
    """Find figures that were told one by one.

    Args:
        row: Where they stand (``Reading.row``).
        report: A prepared report.

    Returns:
        The figures in order; none where one of them stands elsewhere.
    """
    found = [figures_beside(near, report)[0] for near in row]
    told = [taken(m, report) for m in found if m is not None]
    return told if len(told) == len(row) else []


def whole_shown(reading: Reading, report: PreparedReport) -> tuple[str, int, str] | None:
    """Find the figure of the whole in a sentence just shown that lists its parts behind 其中.

    Args:
        reading: A turn that asks for the first among parts.
        report: A prepared report.

    Returns:
        The figure as ``Reading.near`` has it, or None.
    """
    for index in indexes_shown(reading.shown, report):
        if (whole := _whole(index, report)) is not None:
            start = report.report.sentences[index].start + whole.quantity.start
            return report.report.meta.id, start, whole.quantity.value
    return None


def _whole(index: int, report: PreparedReport) -> Mention | None:
    """Find the figure before 其中 that is counted as the first one behind it is."""
    at = report.report.sentences[index].text.find("其中")
    figures = [m for m in sentence_figures(index, report) if not m.change]
    first = next((m for m in figures if m.quantity.start > at), None)
    if at < 0 or first is None:
        return None
    alike = [m for m in figures if m.quantity.end <= at and m.quantity.unit == first.quantity.unit]
    return alike[-1] if alike else None


def _part(reading: Reading, index: int, report: PreparedReport) -> ScoredMention | None:
    """Find the figure of the part that a turn names behind the 其中 of a sentence just shown."""
    whole = _whole(index, report)
    if reading.bare in {"", WHOLE, FIRST} or whole is None:
        return None
    start = report.report.sentences[index].start + whole.quantity.start
    near = report.report.meta.id, start, whole.quantity.value
    return figure_beside(near, reading.bare, (), report, reading.intent.unit_class, inside=True)


def _owned(reading: Reading, index: int, report: PreparedReport) -> ScoredMention | None:
    """Find the one count of a sentence just shown that the whole noun of a turn owns: 办证总量, of a sentence told in full."""
    counts = counts_of(index, report)
    if len(reading.bare) < _WHOLE_NOUN or reading.bare == FIRST:
        return None
    noun = re.sub("[掉了过]$", "", reading.bare)
    short = re.compile(".*".join(map(re.escape, noun)))
    forms = [form for t in reading.terms for form, _ in t.forms if short.search(form)]  # 调成: 调解成功
    named = re.compile("|".join(map(re.escape, (reading.bare, *forms))))
    held = [m for m in counts if named.search(words_of(m, counts, report)) and m.quantity.unit != "%"]
    return taken(held[0], report) if len(held) == 1 else None


def _money(question: str, index: int, report: PreparedReport) -> ScoredMention | None:
    """Find the one sum of money of a sentence; 罚了多少 is told by a fine alone."""
    sums = [m for m in sentence_figures(index, report) if m.quantity.unit_class == "money" and not m.change]
    sums = [m for m in sums if "罚" in m.label] if "罚" in question else sums
    return taken(sums[0], report) if len(sums) == 1 else None


def _got_back(verbs: str, index: int, report: PreparedReport) -> ScoredMention | None:
    """Find the one sum of money of a sentence that was got back, as its own words say."""
    sums = [m for m in sentence_figures(index, report) if m.quantity.unit_class == "money" and not m.change]
    held = [m for m in sums if re.search(verbs, fold(m.label))]
    return taken(held[0], report) if len(held) == 1 else None


def _parts(n: int, index: int, report: PreparedReport) -> list[ScoredMention]:
    """List the parts behind the 其中 of a sentence where there are as many as a turn says: 这三类加起来."""
    whole = _whole(index, report)
    figures = sentence_figures(index, report)
    parts = parts_of_whole(whole, figures, report) if whole is not None else ()
    return [taken(m, report) for m in parts] if len(parts) == n else []


def _both(names: tuple[str, str], index: int, report: PreparedReport) -> list[ScoredMention]:
    """Find the one count that each of two names owns in a sentence, counted alike."""
    told = Told([index], "", report)
    both = [m for name in names if (m := told.bearing(names_in(re.sub("[局的]$", "", name)))) is not None]
    if len(both) < len(names) or both[0].mention == both[1].mention:
        return []
    return both if len({m.mention.quantity.unit for m in both}) == 1 else []


def _each(noun: str, index: int, report: PreparedReport) -> list[ScoredMention] | None:
    """List the figures of a sentence that a noun owns: 满意率分别为99.1%和98.5%."""
    figures = [m for m in sentence_figures(index, report) if not m.change]
    owned = [m for m in figures if noun in m.label]
    if owned and len(owned) < _SEVERAL:  # the second one stands behind 和 without the noun
        text = report.folded[index]
        behind = (m for m in figures if m.quantity.start >= owned[0].quantity.end)
        last = owned[0]
        for m in behind:
            if m.quantity.unit != last.quantity.unit or not re.fullmatch(
                r"[和、与及,]", text[last.quantity.end : m.quantity.start]
            ):
                break
            owned, last = [*owned, m], m
    if len(owned) < _SEVERAL or len({m.quantity.unit for m in owned}) > 1:
        return None
    return [taken(m, report) for m in owned]
