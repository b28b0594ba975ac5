"""Takes cells of a comparison from the ledger: of an indicator asked for by name, or where a report's words hide what it knows.

Only where the ledger's indicator is what is compared: the question names it, or three places or more give it; and only where the
report tells one whole result of it. Knows nothing of ranking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from qa.answer.comparison.by_speech import ids_by_speech, may_bear
from qa.answer.comparison.measure import kind_of
from qa.answer.compose.draft import Draft
from qa.answer.guards.another_indicator import is_none_of
from qa.answer.guards.narrowed import narrowing
from qa.answer.guards.observed import Observed
from qa.answer.guards.stated import bears
from qa.answer.guards.wants import indicator_words, named_by
from qa.ledger.catalogue import Catalogue
from qa.ledger.mention import LEAD, Mention
from qa.ledger.observation import Kind, Observation
from qa.matching import best_zone
from qa.patterns import lazy_re
from qa.prepared import PreparedReport, Query
from qa.question.single.intent import Task
from qa.question.words.qualifiers import find_qualifiers
from qa.question.words.vocabulary import COUNTED
from qa.scored import ScoredMention, taken
from qa.text import fold
from qa.types import AnswerKind

_HELD = 0.3
_TWO, _WHOLLY = 2, 0.95
_HOW_MANY = lazy_re(r"多少|几[个件次家人名]?|[了的呢吗\s]")
_NAMES_CASES = lazy_re(r"(?:案件|事项|数量?)$")
_TELLING = 3  # characters of everyday words that name one thing: 复议多少 asks of many
_MANY = 3  # so many places that give one indicator show what is compared


def filled(
    picks: Sequence[ScoredMention | None],
    reports: Sequence[PreparedReport],
    query: Query,
    observed: Observed,
) -> list[ScoredMention | None]:
    """Fill the cells that no figure, or one that bears no indicator, stands in.

    Args:
        picks: The figure of each report, None where it gives none.
        reports: The reports.
        query: The question; one on changes or plans, or one narrowed by a word, is left as it is.
        observed: Gives what the ledger says.

    Returns:
        The figures.
    """
    held = [pick for pick in picks if pick is not None]
    owned = bool(held) and all(pick.own >= _WHOLLY for pick in held)  # 要回了工资: all that 追回工资 tells
    groups_asked = find_qualifiers(query.content)
    asks_else = query.intent.change or query.intent.plan or (groups_asked and not owned)
    if asks_else or not held or len({r.report.meta.place for r in reports}) == 1:
        return list(picks)
    groups = [_group(pick, observed) for pick in picks]
    lead, n = Counter(filter(None, groups)).most_common(1)[0] if any(groups) else ("", 0)
    named = {observed.group(observed.asked(named_by(query.content), pick.mention)) for pick in held}
    if not lead or not (named == {lead} or n >= _MANY or owned):
        return list(picks)
    model = next(
        pick for pick, group in zip(picks, groups, strict=True) if pick is not None and group == lead
    )
    told = list(picks)
    for at, (pick, report) in enumerate(zip(picks, reports, strict=True)):
        if pick is None or (groups[at] != lead and n >= _MANY):
            other = _told(report, lead, model, observed)
            if other is None or not all(bears(other, group) for group in groups_asked):
                continue
            told[at] = other if n >= _MANY or _holds(other, groups_asked) else pick
    return told


def named_cells(
    query: Query, reports: Sequence[PreparedReport], observed: Observed
) -> list[ScoredMention | None] | None:
    """Give the figures of the indicator that a question asks for by its very name: 人民调解组织 counts bodies and no cases.

    Args:
        query: The question; one on changes or plans, or one narrowed by a word, is left to the ranking.
        reports: The reports, of several places.
        observed: Gives what the ledger says.

    Returns:
        The figure of each report, None where the ledger holds none or several; None where the question names no indicator, or
        no place gives it.
    """
    if len({r.report.meta.place for r in reports}) < _TWO:
        return None
    ids = _named_ids(query, observed)
    cells = [_one_of(report, ids, query, observed) for report in reports] if ids else []
    return cells if any(cell is not None for cell in cells) else None


def with_cells(
    cells: Sequence[ScoredMention | None], picks: Sequence[ScoredMention | None], observed: Observed
) -> list[ScoredMention | None]:
    """Put the cells of the ledger where the ranking chose no figure, or one of another indicator.

    Args:
        cells: The cells of the ledger, of one indicator.
        picks: The figures that the ranking chose.
        observed: Gives what the ledger says.

    Returns:
        The figures; what the ranking chose in another measure than the cells' is left out.
    """
    held = [cell for cell in cells if cell is not None]
    ids = {one.indicator for cell in held if (one := observed.at(cell)) is not None}
    units = {cell.mention.quantity.unit_class for cell in held}
    told: list[ScoredMention | None] = []
    for cell, pick in zip(cells, picks, strict=True):
        one = observed.at(pick) if pick is not None else None
        other = one is not None and one.indicator not in ({*ids} if cell is not None else {"", *ids})
        own = one is not None and one.indicator in ids  # 复议诉讼比5.29 beside 3.97:1
        fits = pick is not None and (own or (pick.mention.quantity.unit_class in units and not other))
        told.append(pick if fits else cell)
    return told


def named_cell(
    query: Query, report: PreparedReport, draft: Draft | None, observed: Observed
) -> ScoredMention | None:
    """Give the figure of the indicator that a question on one report asks for by its very name, where the ranking has another.

    Args:
        query: The question.
        report: The report.
        draft: The answer by the ranking, None where it finds none.
        observed: Gives what the ledger says.

    Returns:
        The figure; None where the question names no indicator, the report tells none or several of it, or where the draft's own
        figure is of no other indicator.
    """
    intent = query.intent
    plain = intent.task in {Task.NUMBER, Task.FACT} and not (
        intent.yes_no or intent.answer_type or intent.section
    )
    ids = _named_ids(query, observed) if plain else set()
    if plain and not ids:
        ids = ids_by_speech(query, report.mentions, observed)
    cell = _one_of(report, ids, query, observed) if ids else None
    if cell is None or draft is None:
        return cell
    if draft.kind is not AnswerKind.NUMBER or len(draft.values) != 1:
        return None
    value = draft.values[0]
    if _NAMES_CASES.sub("", indicator_words(query.content)) in fold(value.indicator):
        return None  # 其中首违不罚341件 bears the name itself
    spans = [(c.start, c.end) for c in draft.citations if c.marker == value.citation]
    held = report.report.sentences[cell.sentence]
    beside = any(held.start <= start < held.end for start, _ in spans)
    if beside and value.indicator.startswith("其中"):
        return None  # 实际出庭67件,其中县级领导出庭6件: the part that the question names
    borne = {
        one.indicator
        for one in observed.of(report.report.meta.id)
        if one.value == value.value and any(start <= one.start < end for start, end in spans)
    }
    return cell if borne and not borne & ids else None


def _one_of(report: PreparedReport, ids: set[str], query: Query, observed: Observed) -> ScoredMention | None:
    """Find the one figure of a report that bears one of some indicators; None where there is none or there are several."""
    year = report.report.meta.year
    mentions = _figures_of(report, observed, lambda one: one.indicator in ids and _is_result(one, year))
    if len({(m.quantity.value, m.quantity.unit) for m in mentions}) != 1:
        return None
    unit = query.intent.unit_class
    other = unit and mentions[0].quantity.unit_class != unit
    if other and not (
        any(t.everyday for t in query.terms) and may_bear(query, mentions[0].quantity.unit_class)
    ):
        return None
    made = taken(mentions[0], report, query.terms)
    return None if any(word not in _words_of(ids, observed.catalogue) for word in narrowing(made)) else made


def _words_of(ids: set[str], catalogue: Catalogue) -> str:
    """Give the words of some indicators, which narrow none of their figures: 减轻 of 减免罚款, 纠正 of 纠正执法问题."""
    known = [one for one in catalogue.indicators if one.id in ids]
    return "|".join(word for one in known for word in (*one.names, *one.about, *one.counts))


def others_apart(
    picks: Sequence[ScoredMention | None],
    apart: Sequence[ScoredMention | None],
    query: Query,
    observed: Observed,
) -> tuple[list[ScoredMention | None], list[ScoredMention | None]]:
    """Set figures apart that are of another thing than the indicator which a question asks for by its official name.

    Args:
        picks: The figure of each report, None where it gives none.
        apart: The figure of another thing of each report, to be told below the table.
        query: The question.
        observed: Gives what the ledger says.

    Returns:
        Both, a figure moved that bears not that indicator and lacks a known word of the question (意见书19份 for
        执法监督发现问题); as they are where none would be left.
    """
    words = indicator_words(query.content)
    ids = _named_ids(query, observed) - _in_everyday_words(words, observed.catalogue)
    named = [one for one in observed.catalogue.indicators if one.id in ids]
    kept, moved = list(picks), list(apart)
    for at, pick in enumerate(picks):
        if pick is None or not named or pick.mention.quantity.unit_class == "percent":
            continue  # 综合纠错率 is told beside 直接纠错率, and warned of
        one = observed.at(pick)
        if is_none_of(
            named, words, pick.mention, one.indicator if one is not None else "", observed, beside=True
        ):
            kept[at], moved[at] = None, pick
    return kept, moved


def _named_ids(query: Query, observed: Observed) -> set[str]:
    """List the indicators that are all that a question names; none where it asks of a part of the place, a change or a plan."""
    intent = query.intent
    words = indicator_words(query.content)
    found = {one.id for one in observed.catalogue.find(words)} or _in_everyday_words(
        words, observed.catalogue
    )
    if intent.change or intent.plan or intent.combine or not found:
        return set()
    # 新登记经营主体, 乡镇(街道)执法案件: what would narrow a question is in the name itself
    named = "".join(
        fold(f"{one.name}{''.join(one.aliases)}") for one in observed.catalogue.indicators if one.id in found
    )
    narrowed = any(all(word not in named for word in group) for group in find_qualifiers(query.content))
    return set() if narrowed or any(t.required and t.text not in named for t in query.terms) else found


def _in_everyday_words(words: str, catalogue: Catalogue) -> set[str]:
    """List the indicators that people ask for in some words, how many aside: 督察问题改了 for 督察问题改了多少."""
    return _everyday(catalogue).get(_HOW_MANY.sub("", words), set())


@lru_cache(maxsize=2)
def _everyday(catalogue: Catalogue) -> dict[str, set[str]]:
    """Sort the indicators of a catalogue by how people ask for them, without what asks how many."""
    found: dict[str, set[str]] = {}
    for one in catalogue.indicators:
        for words in one.everyday:
            found.setdefault(_HOW_MANY.sub("", fold(words)), set()).add(one.id)
    return {words: ids for words, ids in found.items() if len(words) >= _TELLING}


def _figures_of(
    report: PreparedReport, observed: Observed, wanted: Callable[[Observation], bool]
) -> list[Mention]:
    """List the figures of a report whose observations are wanted; none where an earlier year's figures stand in for it."""
    if report.year:
        return []
    held = report.report
    starts = {one.start for one in observed.of(held.meta.id) if wanted(one)}
    return [m for m in report.mentions if held.sentences[m.sentence].start + m.quantity.start in starts]


def _is_result(one: Observation, year: int) -> bool:
    """Tell whether an observation is the whole place's result of a year."""
    return one.whole and not one.part and one.kind is Kind.RESULT and one.year == year


def _group(pick: ScoredMention | None, observed: Observed) -> str:
    """Name the group of the indicator that a figure of the whole bears, "" for none."""
    one = observed.at(pick) if pick is not None and not narrowing(pick) else None
    return observed.group(one.indicator) if one is not None else ""


def _holds(told: ScoredMention, groups: Sequence[Sequence[str]] = ()) -> bool:
    """Tell whether a figure holds each known word of the question: 化解涉企纠纷74件 is none of 涉企行政复议.

    Words that say who is meant (农民工, 务工人员) may stand for each other, and everyday words are the indicator's own.
    """
    alike = {word for group in groups for word in group}
    known = [t for t in told.terms if t.known and t.text not in COUNTED]
    known = [t for t in known if not groups or not (t.everyday or t.text in alike)]
    return all(best_zone(t, told.mention, LEAD) >= _HELD for t in known)


def _told(
    report: PreparedReport, lead: str, model: ScoredMention, observed: Observed
) -> ScoredMention | None:
    """Find the one figure of a report that the ledger holds for an indicator; None where it holds none or several."""
    year, kind = report.report.meta.year, kind_of(model.mention.quantity)
    told = _figures_of(
        report, observed, lambda one: observed.group(one.indicator) == lead and _is_result(one, year)
    )
    mentions = [m for m in told if kind_of(m.quantity) == kind]
    if len({(m.quantity.value, m.quantity.unit) for m in mentions}) != 1:
        return None
    made = replace(model, report=report, mention=mentions[0])
    return None if narrowing(made) else made
