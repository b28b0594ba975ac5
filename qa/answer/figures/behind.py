"""The figure right behind another in its sentence: 开展活动568场次4557人次 answers 参加的有多少人 after 多少场.

Asked only where a part of a question names nothing but a measure of the part before it. Another thing counted between the two
owns what follows it, so only the very next figure may answer.
"""

from __future__ import annotations

from itertools import takewhile

from embeddings.encoder import Encoder
from qa.answer.guards.kinds import is_of_another_kind
from qa.ledger.mention import Mention
from qa.patterns import lazy_re
from qa.ranking import PreparedReport, Query, ScoredMention, rank_mentions
from qa.scored import put_first, taken

# Those whom a thing reached: asked of it, they stand right behind it.
AUDIENCE = frozenset({"people", "person_times"})
_REACHED = lazy_re(
    r"受众|参加|参与|参训|参演|参会|参考|培训|参赛|参观|覆盖|惠及|受益|受教育|受援|服务|观看|收看|听|吸引|出动|接待"
)
# What is asked for -> the classes of units that tell it.
_TELLS = {
    "people": frozenset({"people", "person_times"}),
    "person_times": frozenset({"person_times", "people"}),
    "money": frozenset({"money"}),
    "percent": frozenset({"percent"}),
}
_POINTS = "个百分点"
# "调解和解228件,占审结数的45%", "败诉21件,败诉率8.7%"
_SHARE = lazy_re(r"占|率")


def figure_behind(
    before: tuple[str, int, str], query: Query, report: PreparedReport, encoder: Encoder
) -> ScoredMention | None:
    """Find the figure right behind the one that answered the part before.

    Args:
        before: That figure, as ``Reading.behind`` has it.
        query: The part.
        report: The report.
        encoder: Encoder of the library.

    Returns:
        The figure where it is of the kind asked, or None.
    """
    report_id, offset, value = before
    told = _TELLS.get(query.intent.unit_class)
    if report.report.meta.id != report_id or told is None or query.intent.change:
        return None
    sentence = report.report.sentence_at(offset)
    if sentence is None:
        return None
    ranked = sorted(
        (s for s in rank_mentions(query, report, encoder) if s.mention.sentence == sentence.index),
        key=lambda s: s.mention.quantity.start,
    )
    at = next((i for i, s in enumerate(ranked) if s.mention.quantity.value == value), len(ranked))
    if query.intent.unit_class == "percent":
        share = next(iter(ranked[at + 1 :]), None)
        told_so = share is not None and share.mention.quantity.unit == "%" and not share.mention.change
        return share if share is not None and told_so and _SHARE.search(share.mention.label) else None
    behind = next(
        (s for s in ranked[at + 1 :] if not s.mention.change and s.mention.quantity.unit != "%"), None
    )
    if behind is None or behind.mention.quantity.unit_class not in told:
        return None
    return behind


def change_behind(before: tuple[str, int, str], query: Query, report: PreparedReport) -> ScoredMention | None:
    """Find by how much the figure that answered the part before has moved: 458件,同比增长28.3%, or what 分别 says of it.

    Args:
        before: That figure, as ``Reading.behind`` has it.
        query: The part, which asks for a change.
        report: The report.

    Returns:
        The change, or that figure itself where the one of the year before stands beside it; None where neither does.
    """
    report_id, offset, value = before
    if report.report.meta.id != report_id:
        return None
    sentence = report.report.sentence_at(offset)
    if sentence is None:
        return None
    figures = sorted(
        (m for m in report.mentions if m.sentence == sentence.index), key=lambda m: m.quantity.start
    )
    at = next((i for i, m in enumerate(figures) if m.quantity.value == value and not m.change), -1)
    if at < 0 or figures[at].column:
        return None
    own, after = figures[at], figures[at + 1 :]
    aside = after[:1] if after and after[0].past and after[0].quantity.unit == own.quantity.unit else []
    moves = [m for m in after if m.change and m.of == own.quantity.start]
    moves = moves or list(takewhile(lambda m: m.change and m.of < 0, after[len(aside) :]))
    unit = query.intent.unit
    told = next(
        (m for m in moves if unit in {"", m.quantity.unit} or (unit, m.quantity.unit) == ("%", _POINTS)), None
    )
    return taken(told or own, report) if told or aside else None


def audience_behind(
    thing: ScoredMention, query: Query, report: PreparedReport, encoder: Encoder
) -> ScoredMention | None:
    """Find who was reached by what a question names: 受众3.6万人次 behind 双语普法212场次 for 双语普法有多少人听.

    Args:
        thing: The best figure of what is asked of, whatever its measure.
        query: The question, which asks for people.
        report: The report.
        encoder: Encoder of the library.

    Returns:
        The figure right behind it where its words say that people were reached, or None.
    """
    own = thing.mention
    if own.quantity.unit_class in AUDIENCE | {"percent", "money"}:
        return None
    at = report.report.sentences[thing.sentence].start + own.quantity.start
    told = figure_behind((report.report.meta.id, at, own.quantity.value), query, report, encoder)
    if told is None or is_of_another_kind(query, told):
        return None
    return told if _REACHED.search(told.mention.label + told.mention.noun) else None


# "多少人听", "有多少人参加": those whom a thing reached are asked for.
_HEARD = lazy_re(
    r"(?:多少|几)(?:个|位|名)?(?:人|人次|群众|干部|学生|职工)[^,。?]{0,4}(?:听|参加|参与|参训|受教育|受益|看|来)"
)
_FEW = 4


def heard_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Put those whom a thing reached first where they are asked for: 受众11.3万人次 before “法律明白人”1126名 for 多少人听.

    Args:
        ranked: Figures that may answer, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or query.intent.unit_class not in AUDIENCE or _HEARD.search(query.content) is None:
        return ranked
    if reached(ranked[0].mention):
        return ranked
    best = next((s for s in ranked[1:_FEW] if reached(s.mention) and s.own >= ranked[0].own), None)
    return put_first(best, ranked) if best is not None else ranked


def reached(mention: Mention) -> bool:
    """Tell whether the words of a figure say that people were reached: 受众112万人次.

    Args:
        mention: A figure.

    Returns:
        True where it counts people, and its words say so.
    """
    return (
        mention.quantity.unit_class in AUDIENCE and _REACHED.search(mention.label + mention.noun) is not None
    )
