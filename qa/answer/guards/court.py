"""Figures of lawsuits where reviews are asked for, or the reverse, and of all suits where those against one party are.

Looks at the words of a question and of a figure's sentence; knows nothing of ranking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.matching import own_words
from qa.patterns import in_question, lazy_re
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.scored import put_first
from qa.text import fold
from qa.types import SectionKind

_REVIEW = lazy_re(r"复议(?!机关|诉讼比|后|应诉|和|与|及|、)")
_COURT = lazy_re(r"诉讼|应诉|被告|败诉|胜诉|法院|一审|二审")
_COURT_ASKED = lazy_re(r"诉讼|应诉|被告|法院|法庭|[一二]审|官司|起诉|告|诉复|复诉")

# "以县政府为被告的", "州政府作为被告或共同被告的": suits against one party among all suits
_DEFENDANT = lazy_re(r"(?:以|把)[^,。?]{0,6}政府(?:为|作|当|列为)被告|政府(?:本级)?(?:作为|为)(?:共同)?被告")
_PARTY_ASKED = lazy_re(
    r"以[^,。?]{1,8}(?:为|作为|当)(?:共同)?被(?:告|申请人)|(?:[省市区县州旗]|本级|人民)政府(?:自己|本身)?(?:当|为|作为|是|做)了?(?:共同)?被(?:告|申请人)"
)
_PARTY = lazy_re(r"政府(?:本级)?(?:作)?为(?:共同)?被(?:告|申请人)|以[^,;。]{1,10}为(?:共同)?被(?:告|申请人)")

_LOOKED_AT, _AS_WELL = (
    4,
    0.9,
)  # figures behind the best, and the share of its coverage that the whole must reach


def asks_against_one(content: str) -> bool:
    """Tell whether suits against one party are asked for.

    Args:
        content: The question.

    Returns:
        True for 以县政府为被告的.
    """
    return in_question(_PARTY_ASKED, content) is not None


def is_of_a_suit(scored: ScoredMention, query: Query) -> bool:
    """Tell whether reviews are asked for and a figure's sentence speaks of lawsuits alone: 败诉2件 for 复议败诉几件.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where its row of clauses names a lawsuit and no review.
    """
    if (
        query.intent.unit_class == "percent"
        or in_question(_REVIEW, query.content) is None
        or in_question(_COURT_ASKED, query.content)
    ):
        return False
    around = scored.words.row
    return _COURT.search(around) is not None and "复议" not in around


_SUIT_ASKED, _REVIEW_ASKED = lazy_re(r"行政诉讼|一审|二审|诉讼案"), lazy_re(r"复议|不服|申请")


def is_of_a_review(scored: ScoredMention, query: Query) -> bool:
    """Tell whether lawsuits are asked for in official words and a figure's own words name reviews alone.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True for 行政复议新收案件数341件 where 一审行政诉讼新收多少件 is asked.
    """
    if in_question(_SUIT_ASKED, query.content) is None or in_question(_REVIEW_ASKED, query.content):
        return False
    own = fold(f"{own_words(scored.mention)}|{scored.mention.row}|{scored.mention.column}")
    return "复议" in own and _COURT.search(own) is None


_LOSS_ASKED = lazy_re(r"败诉|(?<![运传])输(?:掉|了|的|几|多少|官司)|官司[^,。?]{0,8}输")
_LOST = lazy_re(r"败|输|被(?:判|撤销|确认违法)|撤销|纠错|违法")


def is_of_no_loss(scored: ScoredMention, query: Query) -> bool:
    """Tell whether lost suits are asked for and a figure's row of clauses speaks of none: 诉讼态势分析23次.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where neither the row nor the header of its column speaks of a loss.
    """
    rated = query.intent.unit_class == "percent"  # 复议的呢, behind 败诉率: the rate of what was put right
    if rated or not any(_LOSS_ASKED.search(term.text) for term in query.terms):
        return False
    row = scored.words.row
    if scored.mention.quantity.unit_class != "percent":
        row = row.replace("败诉率", "")  # 一审案件1163件,败诉率9.8%: none of them is told as lost
    return _LOST.search(row) is None


_ADVICE = ("司法建议", "检察建议")


def is_other_advice(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure counts the advice of the court where the procurators' is asked for, or the reverse.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True for 检察建议14份 of 接受司法建议6份、检察建议14份 where 司法建议 is asked.
    """
    label = scored.words.label
    return any(
        asked in query.content and other not in query.content and other in label and asked not in label
        for asked, other in (_ADVICE, _ADVICE[::-1])
    )


def against_one(ranked: Sequence[ScoredMention], query: Query, report: PreparedReport) -> list[ScoredMention]:
    """Keep the figures of suits against the party asked for where the report tells these apart: 其中以县政府为被告的31件,败诉2件.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.
        report: The report.

    Returns:
        The figures behind such words in their sentence; all of them where the report names no party, and the whole first where
        the question names none.
    """
    government = in_question(_DEFENDANT, query.content) is not None  # 某区|政府作为被告, its place blanked
    asked = (
        government or in_question(_PARTY_ASKED, query.content) is not None
    ) and query.intent.unit_class == "case"
    if not asked and ranked and "政府" not in query.content and _is_against_one(ranked[0]):
        best = ranked[0]
        whole = next(
            (
                s
                for s in ranked[1:_LOOKED_AT]
                if not _is_against_one(s)
                and s.mention.quantity.unit == best.mention.quantity.unit
                and s.coverage >= _AS_WELL * best.coverage
            ),
            best,
        )
        return put_first(whole, ranked)
    if not asked or not any(
        _PARTY.search(text)
        for text, sentence in zip(report.folded, report.report.sentences, strict=True)
        if sentence.section is not SectionKind.PLAN
    ):
        # 一审行政诉讼案件712件 tells nothing of those against 市政府
        return [] if government and asked else list(ranked)
    return [s for s in ranked if _is_against_one(s)]


def _is_against_one(scored: ScoredMention) -> bool:
    """Tell whether a figure stands behind words that name the party sued."""
    return _PARTY.search(scored.report.folded[scored.sentence][: scored.mention.quantity.start]) is not None


_CAME_ASKED = lazy_re(r"(?:闹|找|求|送|报|告|捅|跑)(?:到|上|去)")
_ENDED = lazy_re(r"成功|达成|化解|办结|审结|调成")
_CAME_IN = lazy_re(r"受理|收到|新收|接到|接待|排查|登记")
_WELL = lazy_re(r"成功|达成")
_WELL_ASKED = lazy_re(r"成|化解|解决|调好|劝好|搞定")


def came_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take what came in before what was settled where the question asks how many came, or says nothing of success.

    Args:
        ranked: Figures of a report, the best first.
        query: The question: 闹到调委会的有多少起, 人民调解案件多少件.

    Returns:
        The same figures; 受理152件 before 调解成功147件 of one sentence.
    """
    if not ranked:
        return ranked
    best = ranked[0]
    asked = (
        in_question(_CAME_ASKED, query.content) is not None and _ENDED.search(best.mention.label) is not None
    )
    if not asked and (not _WELL.search(best.mention.label) or in_question(_WELL_ASKED, query.content)):
        return ranked
    own = best.mention
    came = next(
        (
            s
            for s in ranked[1:]
            if s.sentence == own.sentence
            and s.mention.quantity.unit == own.quantity.unit
            and s.mention.quantity.end <= own.quantity.start
            and (_CAME_IN.search(s.mention.label) if asked else s.coverage >= _AS_WELL * best.coverage)
        ),
        None,
    )
    return put_first(came, ranked) if came is not None else ranked


_CORRECTED, _CORRECTIONS = lazy_re(r"纠错|纠正"), lazy_re(r"撤销|变更|确认违法|责令")


def corrected_in_parts(content: str, best: ScoredMention) -> list[ScoredMention] | None:
    """List what makes up the corrections where the report prints no number of them: 撤销17件、确认违法6件 for 纠错几件.

    Args:
        content: The question.
        best: The figure that fits it best.

    Returns:
        The figures of one sentence in order; None where corrections are not asked for, or where only one figure tells them.
    """
    own = best.mention
    if (
        in_question(_CORRECTED, content) is None
        or _CORRECTED.search(own.label)
        or own.quantity.unit_class != "case"
    ):
        return None
    told = [
        m
        for m in best.report.mentions
        if m.sentence == own.sentence
        and m.quantity.unit == own.quantity.unit
        and _CORRECTIONS.search(m.label)
    ]
    return [replace(best, mention=m) for m in told] if len(told) > 1 and own in told else None
