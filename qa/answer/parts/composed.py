"""One answer to a question of several parts: each part answered by itself, a line each, nothing shown twice.

A part that no report answers says so beside those that are answered. Knows answers only; how a part is read and answered is
handed in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from qa.answer.compose import messages as say
from qa.answer.parts.joined_parts import join_parts
from qa.answer.parts.part_guards import Told, is_of, is_unlike
from qa.answer.parts.tails import Answers, shown_with, tell_tail
from qa.message import Message, joined
from qa.patterns import lazy_re
from qa.question.conversation.turns import Asked
from qa.question.parts.bare_parts import names_nothing, without_asks
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.single.sides import is_topic
from qa.question.words.siblings import are_siblings, names_all
from qa.question.words.vocabulary import COUNTED
from qa.types import Answer, AnswerKind, Reason
from qa.units import UNIT_CLASS, bare

_UNIT_TOLD = 10.0  # the measure word that a part asks for says more than any word of it (weights are 1 to 7)
_PARTICLES = lazy_re(r"[^\u4e00-\u9fff]|其中|另外|还|又|也|有|了|是|的|为|呢|达")
_OTHER_YEAR = lazy_re(r"[上下]一?年")  # 结转下年几件: 结转 alone would name what came from the year before
_HOW_MANY = lazy_re(r"[了过]?(?:多少|几)$")  # 调解几 is found as one phrase
_NO_COUNT = frozenset({"%", "‰", ":1"})


def may_be_covered(parts: Sequence[Asked]) -> bool:
    """Tell whether one answer to the whole question may tell all its parts: figures of different units, or one sum."""
    asked = [part.readings[0].intent for part in parts]
    units = {i.unit for i in asked}
    apart = all(_names_its_own(part, parts[0]) for part in parts[1:])  # 问题多少个,措施多少条
    return parts[0].summed or (
        not apart
        and len(units) == len(parts)
        and "" not in units
        and all(i.task is Task.NUMBER for i in asked)
    )


def _names_its_own(part: Asked, first: Asked) -> bool:
    """Tell whether a part names a thing in its own words that the first part does not."""
    told = {term.text for term in first.readings[0].terms}
    own = (t for t in part.readings[0].terms if t.text in part.words and t.text not in told)
    return not part.behind and any(is_topic(t) and t.text not in COUNTED for t in own)


def covers(answer: Answer, parts: Sequence[Asked]) -> bool:
    """Tell whether the answer to a question as a whole gives a figure for each of its parts: 办了多少件、多少人次.

    Args:
        answer: The answer to the whole.
        parts: The parts.

    Returns:
        True where every part's unit has a figure of its own in it.
    """
    if answer.abstained:
        return False
    if parts[0].summed:
        things = [part.readings[0].content for part in parts]
        if are_siblings(things):  # 食品抽检 beside 药品案件 covers no 食品案件
            return names_all(" ".join(v.indicator for v in answer.values), things)
        told = " ".join((*(v.indicator for v in answer.values), *(c.quote for c in answer.citations)))
        topics = [[t for t in part.readings[0].terms if is_topic(t)] for part in parts]
        return all(any(form in told for t in terms for form, _ in t.forms) for terms in topics)
    if answer.kind is not AnswerKind.NUMBER:
        return False
    given = [bare(v.unit) for v in answer.values]
    units = [part.readings[0].intent.unit for part in parts]
    return len(given) == len(units) and all(
        u in given or UNIT_CLASS.get(u) in map(UNIT_CLASS.get, given) for u in units
    )


class Parts:
    """The parts of a question with their answers."""

    def __init__(self, parts: Sequence[Asked], answers: Answers) -> None:
        """Hold the parts.

        Args:
            parts: What is asked, in order; at least one.
            answers: Answers a reading.
        """
        self._parts = parts
        self._answers = answers

    @property
    def last(self) -> Reading:
        """The reading of the last part that is answered; of the last part where none is."""
        told = [t for t in self._told if not t.answer.abstained]
        return (told or self._told)[-1].reading

    @property
    def answer(self) -> Answer:
        """The answer to all of them."""
        answers = [told.answer for told in self._told]
        back = next((a for a in answers if a.reason is Reason.AMBIGUOUS), None)
        if back is not None and not self._parts[0].readings[0].places:
            return back  # which place is meant is asked once, and nothing is answered from another
        whole = join_parts(answers)
        if self._parts[0].summed and not whole.abstained:
            return replace(whole, answer=joined((whole.answer, self._total(answers)), "\n", "\n"))
        return whole

    def _total(self, answers: Sequence[Answer]) -> Message:
        """Add up figures of siblings (价格 and 广告案件); things of different kinds (复议 and 公证) are not added up."""
        figures = [answer.values[0] for answer in answers if len(answer.values) == 1 and not answer.abstained]
        units = {figure.unit for figure in figures}
        exact = not any(figure.qualifier for figure in figures)
        counted = "" not in units or all(
            f.value.isdigit() for f in figures
        )  # cells of a table may print no unit
        alike = are_siblings([part.readings[0].content for part in self._parts])
        if (
            len(figures) < len(answers)
            or len(units) > 1
            or units & _NO_COUNT
            or not (exact and counted and alike)
        ):
            return say.NO_SUM
        unit = units.pop()
        added = sum((Decimal(figure.value) for figure in figures), Decimal(0))
        return say.SUM(f"{added}{unit}", " + ".join(f"{figure.value}{unit}" for figure in figures))

    @cached_property
    def _told(self) -> list[Told]:
        """Answer each part; a figure answers one part alone."""
        told: list[Told] = []
        for part in self._parts:
            told.append(self._tell(part, told))
            for at, earlier in enumerate(told[:-1]):
                if _is_told(earlier, told[-1]):
                    loser = at if _fit(told[-1], earlier) > _fit(earlier, told[-1]) else len(told) - 1
                    told[loser] = self._silent(told[loser])
        return told

    def _tell(self, part: Asked, before: Sequence[Told]) -> Told:
        """Answer a part by the first of its readings that finds something of its own."""
        if (tail := tell_tail(part, before, self._answers)) is not None:
            return tail
        first: Told | None = None
        back = before[part.of : part.of + 1] if part.of >= 0 else before
        found = next((b.answer for b in reversed(back) if not b.answer.abstained), None)
        for at, reading in enumerate(part.readings):
            bare = ""
            if part.behind and found is not None:
                reading = replace(reading, behind=place_of(found))
            elif found is not None and (bare := _next_step(part, before) or _going_on(part, reading, before)):
                reading = replace(reading, near=place_of(found), bare=bare, shown=())
            answer = self._answers(reading)
            told = Told(part, reading, answer)
            first = first or told
            known = any(_is_told(b, told) for b in before)
            named = bare and not known and any(bare in value.indicator for value in answer.values)
            if named and found is not None and shown_with(answer, found):
                return told  # 调解成功147件 for 调成几件, though no word of the part stands there
            apart = at and part.beside and not any(_beside(b.answer, answer) for b in before)
            apart = apart or (part.behind and not is_of(reading, answer, before))
            if not (answer.abstained or known or apart or is_unlike(part, reading, answer, before)):
                return told
        assert first is not None
        return first if first.answer.abstained else self._silent(first)

    def _silent(self, told: Told) -> Told:
        """Say that a part is not answered."""
        return replace(told, answer=self._answers(told.reading, silent=True))


def _going_on(part: Asked, reading: Reading, before: Sequence[Told]) -> str:
    """Name the one thing of a part that goes on with what a sentence told: 调解几件 after 维持几件, 缺多少 after 实有多少."""
    told = [b.answer for b in before]
    sentences = {c.sentence for answer in told for c in answer.citations}
    row = bool(told) and len(sentences) == 1 and not any(a.abstained for a in told)
    counted = reading.intent.task is Task.NUMBER and not reading.intent.change
    if not (row and counted) or _OTHER_YEAR.search(part.words):
        return ""
    named = [t for t in reading.terms if t.text in part.words]
    if not named and not names_nothing(part.words):
        return _PARTICLES.sub("", without_asks(part.words))
    if len(named) != 1:
        return ""
    name = _HOW_MANY.sub("", named[0].text)
    denied = re.search(rf"[不未没无]{re.escape(name)}", part.words)
    return denied[0] if denied else name


# "查出隐患多少处、改了多少处": a verb alone, of what the part before counted, and the word that reports print for it.
_STEPS = (
    (lazy_re(r"整?改(?:好|完|正|到位)?"), "整改"),
    (lazy_re(r"(?:调解?|劝)(?:成功?|好|妥)"), "成功"),
    (lazy_re(r"采纳|采用|吸收"), "采纳"),
    (lazy_re(r"审[结完]"), "审结"),
    (lazy_re(r"办[结完]"), "办结"),
    (lazy_re(r"(?:公安)?立案"), "立案"),
)
_STEP = lazy_re(
    r"[\s,、]*(?:又|已经?|其中|最后|实际|当中)?(?P<verb>[\u4e00-\u9fff]{1,5}?)了?的?(?:有|是)?(?:多少|几)[\u4e00-\u9fff]{0,2}"
)


def _next_step(part: Asked, before: Sequence[Told]) -> str:
    """Name what became of the thing of the part before, where a part is that verb alone and counts in its unit; or ""."""
    step = _STEP.fullmatch(re.split(r"[?。]", part.words)[0].strip(" ,了"))
    last = before[-1]
    if step is None or len(last.answer.values) != 1:
        return ""
    if part.readings[0].intent.unit not in {"", last.reading.intent.unit}:
        return ""
    return next((word for verb, word in _STEPS if verb.fullmatch(step["verb"])), "")


def _figures(answer: Answer) -> set[tuple[str, int, str, str]]:
    """Name the figures of an answer by where they stand."""
    cited = {c.marker: c for c in answer.citations}
    return {
        (cited[v.citation].report, cited[v.citation].end, v.value, v.unit)
        for v in answer.values
        if v.citation in cited
    }


def _same_figure(one: Answer, other: Answer) -> bool:
    """Tell whether two answers give one figure of one place in a report."""
    return len(one.values) == 1 and len(other.values) == 1 and _figures(one) == _figures(other)


def _is_told(one: Told, other: Told) -> bool:
    """Tell whether two parts are answered by one figure; how it moved, told by its two levels, is another answer."""
    moved = bool(one.reading.intent.change) != bool(other.reading.intent.change)
    by_levels = moved and str(one.answer.answer) != str(other.answer.answer)
    return not by_levels and _same_figure(one.answer, other.answer)


def _beside(one: Answer, other: Answer) -> bool:
    """Tell whether two answers cite one sentence or one paragraph's neighbours under the same heading."""
    near = {(c.report, c.heading) for c in one.citations}
    return any((c.report, c.heading) in near for c in other.citations)


def place_of(answer: Answer) -> tuple[str, int, str] | None:
    """Tell where the one figure of an answer stands, as ``Reading.behind`` has it.

    Args:
        answer: An answer.

    Returns:
        The place of its figure, or None where it has none or several.
    """
    if len(answer.values) != 1:
        return None
    value = answer.values[0]
    cited = next((c for c in answer.citations if c.marker == value.citation), None)
    return (cited.report, cited.start, value.value) if cited else None


def _fit(told: Told, other: Told) -> float:
    """Weigh the words that a part has before another and that stand in the words of its figure."""
    words = " ".join((*(v.indicator for v in told.answer.values), *(c.quote for c in told.answer.citations)))
    theirs = {t.text for t in other.reading.terms}
    unit = told.reading.intent.unit
    counted = _UNIT_TOLD if unit and any(v.unit.endswith(unit) for v in told.answer.values) else 0.0
    return counted + sum(
        t.weight
        for t in told.reading.terms
        if t.text not in theirs and any(form in words for form, _ in t.forms)
    )
