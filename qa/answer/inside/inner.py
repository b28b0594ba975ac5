"""The places inside the place of one report, each with its figure as prose tells it: 甲县358件,乙县241件; 某县最少,为39件."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose import messages as say
from qa.answer.compose import verdicts as tell
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number, printed, value_of
from qa.answer.guards.placed import place_ahead, words_before
from qa.answer.inside.columns import row_label
from qa.answer.inside.rows import answer_rows
from qa.patterns import lazy_re
from qa.question.conversation.inside import COUNTY, itself_too
from qa.question.single.intent import Intent, Task
from qa.question.single.reading import Reading
from qa.question.words.naming import topic_of
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, Query, ScoredMention, rank_mentions
from qa.types import AnswerKind

_MOST, _LEAST = lazy_re(r"最[多高大]|居首|首位"), lazy_re(r"最[少低小]|末位|垫底")
# What the question calls the places inside; no report says it of a figure.
_ASKED = lazy_re(
    r"^(?:[各哪]?[个]?(?:县市区|区县|县区|县市|市县|区|县|市|旗)|下面|下辖|辖区|辖内|底下|里头|里面|点名|收得|办得|(?:其|各)中)$"
)
# "居前三位的是甲镇118件、乙镇96件、丙镇73件"
_LEADING = lazy_re(
    r"(?:居|位[居列]|排名?|列)(?:在|全[县市区])?前[二两三四五六七八九十\d]|前[二两三四五六七八九十\d]+(?:位|名)(?:的|分别|依次)?(?:是|为)"
)
_PLACED = lazy_re(r"(?:居|位居|位列|排名?|列|进入|跻身)(?:全[省市县区国])?[前第]?$")
# "第二名几件": its figure, and no order
_FIGURE_ALONE = lazy_re(r"^[^谁哪]*(?:多少|几)[^谁哪]*$")
# Share of the question's words that the sentence of the figures must hold; less in that of the whole place's figure or the next
# ("全市收到复议申请1763件。从县级看,甲区收到236件").
_LEAST_COVERED, _LEAST_BESIDE = 0.5, 0.25


def answer_inside(query: Query, reading: Reading, report: PreparedReport, encoder: Encoder) -> Draft | None:
    """Answer of the places inside the place of one report, from its prose or from a table; other places are never shown.

    Args:
        query: The question.
        reading: The question as it was read.
        report: A prepared report.
        encoder: Encoder of the library.

    Returns:
        The draft; None where the report gives no such figures.
    """
    itself = itself_too(reading.question)
    figure = bool(reading.intent.ordinal) and _FIGURE_ALONE.search(reading.question) is not None
    told = answer_inner(query, report, encoder, kind=reading.inner, itself=itself, figure=figure)
    if told is not None and (len(told.values) > 1 or not reading.intent.extreme):
        return told
    # one place of which a sentence tells a figure is not yet the one that has the most
    return answer_rows(query, report, encoder, kind=reading.inner) or told


def names_inside(term: Term, reading: Reading) -> bool:
    """Tell whether a required term names a part of the place: a county, a town, 市本级; not 区县 or an office."""
    scope = reading.scope
    return term.required and term.text in {"本级", *scope.missing, *scope.missing_as, *scope.inner}


def may_be_told(reading: Reading) -> bool:
    """Tell whether a sentence may answer what no list of places does: 哪个镇最早, asked with its topic."""
    return not reading.follow_up and bool(reading.intent.extreme or reading.intent.ordinal)


def answer_inner(
    query: Query,
    report: PreparedReport,
    encoder: Encoder,
    *,
    kind: str = COUNTY,
    itself: bool = False,
    figure: bool = False,
) -> Draft | None:
    """Answer what each place inside a report's place has, or which has the most or the least.

    Args:
        query: The question.
        report: A prepared report.
        encoder: Encoder of the library.
        kind: Kind of the places inside (``qa.question.conversation.inside``).
        itself: Whether the place's own offices are asked for as well.
        figure: Whether only the figure of the rank asked for is wanted.

    Returns:
        The draft; None where no sentence of the report gives such figures.
    """
    terms = tuple(t for t in query.terms if not _ASKED.match(t.text))
    if not terms:
        return None
    plain = replace(query, terms=terms, intent=replace(query.intent, extreme="", ordinal=0, task=Task.NUMBER))
    rows: dict[int, list[tuple[str, ScoredMention]]] = {}
    ranked = rank_mentions(plain, report, encoder)
    near = {ranked[0].mention.sentence + step for step in (0, 1)} if ranked else set()
    for scored in ranked:
        if row_label(scored.mention, report):
            continue  # told with the other rows of its table
        if _PLACED.search(words_before(scored.mention, report)) and scored.mention.quantity.unit in {
            "位",
            "名",
        }:
            continue  # 得票居前三位
        if not scored.mention.change and (name := place_ahead(scored.mention, report, kind, itself=itself)):
            owned = scored if scored.mention.label.endswith(f"其中{name}") else _labelled(scored, name)
            rows.setdefault(scored.mention.sentence, []).append((name, owned))
    held = [
        found
        for at, found in rows.items()
        if max(_sum_before(found, ranked), *(s.coverage for _, s in found))
        >= (_LEAST_BESIDE if at in near else _LEAST_COVERED)
    ]
    held = [found for found in held if len(found) > 1 or not _of_a_row(found[0][1], report)]
    if not held:
        return None
    ordered = bool(query.intent.extreme or query.intent.ordinal)
    # 某镇设立调解室3个 says less of which one has most than a sentence that lists several
    best = max(held, key=lambda found: (ordered and len(found) > 1, max(s.score for _, s in found)))
    unit = Counter(s.mention.quantity.unit for _, s in best).most_common(1)[0][0]
    leading = _LEADING.search(report.folded[best[0][1].mention.sentence])
    if leading and query.intent.extreme == "min":
        return None  # 居前三位的是…: which has the least is not told
    listed = [(name, s) for name, s in best if s.mention.quantity.unit == unit]
    alone = _at_rank(listed, query.intent) if figure else None
    if alone is not None:
        return answer_number(alone, topic_of(terms, query.content))
    return _draft(listed, query, report)


def _of_a_row(scored: ScoredMention, report: PreparedReport) -> bool:
    """Tell whether a figure is one of a row whose others fall to places that were not made out: 分别为4120件、1365件."""
    text = report.folded[scored.mention.sentence]
    return "分别" in re.split(r"[。;]", text[: scored.mention.quantity.start])[-1]


def _sum_before(rows: Sequence[tuple[str, ScoredMention]], ranked: Sequence[ScoredMention]) -> float:
    """Tell how well the figure right before the first of some places holds the question: 办理处罚案件231件,某镇最多,为38件."""
    first = min((s for _, s in rows), key=lambda s: s.mention.quantity.start).mention
    before = [
        s
        for s in ranked
        if s.mention.sentence == first.sentence and s.mention.quantity.start < first.quantity.start
    ]
    last = max(before, key=lambda s: s.mention.quantity.start, default=None)
    return last.coverage if last and last.mention.quantity.unit == first.quantity.unit else 0.0


def _at_rank(rows: Sequence[tuple[str, ScoredMention]], intent: Intent) -> ScoredMention | None:
    """Find the figure of the one place at the rank asked for; None where several share it."""
    low = (intent.extreme == "min") != (intent.ordinal < 0)
    ranked = sorted(rows, key=lambda row: row[1].mention.quantity.amount, reverse=not low)
    at = abs(intent.ordinal) - 1
    if at >= len(ranked):
        return None
    held = [s for _, s in rows if s.mention.quantity.amount == ranked[at][1].mention.quantity.amount]
    return held[0] if len(held) == 1 else None


def _draft(rows: Sequence[tuple[str, ScoredMention]], query: Query, report: PreparedReport) -> Draft:
    """Compose the answer: the place that the report calls the first or the last, else the order of those that it lists."""
    topic = query.topic
    wanted = _LEAST if query.intent.extreme == "min" else _MOST
    ordered = bool(query.intent.extreme or query.intent.ordinal)
    named = [(n, s) for n, s in rows if ordered and wanted.search(words_before(s.mention, report))]
    if (len(rows) == 1 and ordered) or (
        len(named) == 1 and query.intent.task is not Task.DIFFERENCE and not query.intent.ordinal
    ):
        name, scored = named[0] if named else rows[0]
        draft = Draft(AnswerKind.NUMBER)
        marker = draft.cite_mention(report.report, scored.mention)
        draft.values.append(replace(value_of(report.report, scored.mention, topic, marker), place=name))
        meta = report.report.meta
        said = "" if not named else tell.IS_LEAST if wanted is _LEAST else tell.IS_MOST
        draft.lines.append(
            tell.SPEAKS_OF(
                say.PLACE_YEAR(meta.place, meta.year),
                name,
                f"{printed(scored.mention.quantity)}[{marker}]",
                said,
            )
        )
        return draft
    rows = sorted(rows, key=lambda row: row[1].mention.quantity.start)
    sides = [Side(replace(report.report.meta, place=name), (scored,)) for name, scored in rows]
    draft = answer_comparison(sides, [scored for _, scored in rows], query.intent, topic)
    draft.lines[0] = tell.OF_THE_LISTED(
        say.PLACE_YEAR(report.report.meta.place, report.report.meta.year), len(rows), draft.lines[0]
    )
    draft.computed.add(str(len(rows)))
    return draft


def _labelled(scored: ScoredMention, name: str) -> ScoredMention:
    """Give a figure the name of its place as its label, where it may have inherited another place's."""
    return replace(scored, mention=scored.mention._replace(label=name))
