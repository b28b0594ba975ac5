"""Which figures are of the stage of a case that is asked for: 审结 is never answered with what came in.

Knows nothing of how figures are ranked.
"""

from __future__ import annotations

from qa.ledger.stages import DENIED, stage_of
from qa.matching import inherited_words, own_words
from qa.patterns import lazy_re
from qa.question.words.deeds import deed_of
from qa.question.words.term_roles import is_stage
from qa.ranking import Query, ScoredMention

_STAGE_GIVEN = 0.3
_IN, _OUT, _OPEN = frozenset({"收案", "受理"}), frozenset({"审结", "整改"}), frozenset({"未结"})
_FOUND = frozenset({"发现"})
_SETTLED = lazy_re(r"[调和化]解|调撤|调处")
_REVIEWED = lazy_re(r"复议|诉讼|应诉")
_CARRIED = "结转"  # 上年结转86件 came in; it is not what 年末未结 counts
# A count of what came in never answers for what was closed, nor the other way round; 收到 and 受理 may, with a warning.
_BARRED = (
    dict.fromkeys(_IN, _OUT | _OPEN)
    | dict.fromkeys(_OUT, _IN | _OPEN | _FOUND)
    | dict.fromkeys(_OPEN, _IN | _OUT)
    | dict.fromkeys(_FOUND, _OUT | _OPEN)
)


def _told(scored: ScoredMention) -> str:
    """Give the sentence up to a figure."""
    return scored.report.folded[scored.sentence][: scored.mention.quantity.start]


def _stage_led(scored: ScoredMention) -> str:
    """Name the stage that leads the list a figure stands in: 受理 of 咨询13815件 in 受理案件1466件、咨询13815件; or ""."""
    if stage_of(own_words(scored.mention)):
        return ""  # 调解和解19件 is a way to close a case
    told = _told(scored).removesuffix(scored.words.label)
    return stage_of(inherited_words(scored.mention)) or (stage_of(told) if told.endswith("、") else "")


def _on_topic(scored: ScoredMention) -> bool:
    """Tell whether a figure is on the thing asked, and not just of its stage: 收到行政复议申请 for 收到多少欠薪投诉 is not."""
    things = [t for t in scored.terms if not is_stage(t)]
    return not things or any(t not in scored.uncovered for t in things)


def of_stage(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Keep the stage of a case that is asked for where the report gives it; 审结 is never answered with what came in.

    Args:
        ranked: Figures, the best first.
        query: The question.

    Returns:
        Those of the stage, or that tell none.
    """
    content = DENIED.sub("", query.content)
    # 督查出来的毛病改了多少个 asks for what was mended, not for what was found
    deed = next(filter(None, map(stage_of, deed_of(content))), "")
    asked = deed if deed in _OUT else stage_of(content)
    known = _IN | _OUT | _OPEN | _FOUND
    if asked == "调解" and _REVIEWED.search(
        query.content
    ):  # 行政复议调解几件: neither 审结165件 nor 撤销17件
        return [r for r in ranked if _SETTLED.search(own_words(r.mention) + r.mention.label)]
    if asked in _OPEN and _CARRIED not in query.content:
        ranked = [r for r in ranked if _CARRIED not in r.mention.label]
    if asked not in known or query.intent.unit_class == "percent":
        return ranked
    if (
        ranked and ranked[0].report.year
    ):  # 较2023年的94件 tells no stage of its own: that of the figure before it
        ranked = [r for r in ranked if stage_of(_told(r)) in {asked, ""}]
    stages = [s if (s := stage_of(own_words(r.mention))) in known else "" for r in ranked]
    leaning = [_stage_led(r) if asked in _OUT else "" for r in ranked]
    least = _STAGE_GIVEN / 2 if asked in _OPEN else _STAGE_GIVEN  # no everyday word for 未结 is matched
    given = any(
        s == asked and r.coverage >= least and _on_topic(r) for s, r in zip(stages, ranked, strict=True)
    )
    barred = _BARRED.get(asked, frozenset())
    kept = [
        (s, r)
        for s, led, r in zip(stages, leaning, ranked, strict=True)
        if not (s and s != asked and r.own >= _STAGE_GIVEN and (given or s in barred))
        and not (led in barred and not s)
        and (s == asked or not given or asked not in _OPEN)
    ]
    if kept and not kept[0][0]:  # 一审案件118件 tells no stage; 一审审结112件 tells the one asked for
        first = kept[0][1]
        kept.sort(
            key=lambda p: not (p[0] == asked and p[1].own > first.own and p[1].coverage >= first.coverage)
        )
    return [r for _, r in kept]
