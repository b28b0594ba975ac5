"""Which figures of a report may answer at all: no plan for a result, no level for a change, no other stage, no other rate."""

from __future__ import annotations

import re

from embeddings.encoder import Encoder
from qa.answer.rates import other_rate
from qa.ledger.stages import stage_of
from qa.matching import never_was, own_words
from qa.ranking import PreparedReport, Query, ScoredMention, rank_mentions, with_margin
from qa.types import SectionKind

# "新增执法人员30名" answers 增加了多少名 though it is no change rate.
_MOVED = re.compile(r"新增|增加|减少|压减|净增|多|少")
# Coverage from which a figure is of the thing asked for, so that its stage tells whether it answers.
_STAGE_GIVEN = 0.3
_IN, _OUT = frozenset({"收案", "受理"}), frozenset({"审结", "整改"})
# A count of what came in never answers for what was closed, nor the other way round; 收到 and 受理 may, with a warning.
_BARRED = dict.fromkeys(_IN, _OUT) | dict.fromkeys(_OUT, _IN)


def candidates(query: Query, report: PreparedReport, encoder: Encoder) -> list[ScoredMention]:
    """Rank the figures of a report that may answer at all: no plan for a result, no level for a change or the reverse.

    Args:
        query: The question.
        report: The report.
        encoder: Encoder of the library.

    Returns:
        The figures, the best first.
    """
    sections = report.report.sentences
    planned = query.intent.plan or query.intent.section == "plan"
    only_plans = query.intent.section == "plan"
    ranked = []
    for scored in rank_mentions(query, report, encoder):
        in_plan = sections[scored.mention.sentence].section is SectionKind.PLAN
        moved = bool(scored.mention.change) or bool(_MOVED.search(scored.mention.label))
        wanted = moved if query.intent.change else not scored.mention.change or query.intent.yes_no
        if (
            wanted
            and not never_was(query.terms, own_words(scored.mention))
            and not other_rate(query.content, query.terms, scored.mention)
            and (in_plan or not only_plans)
            and (planned or not in_plan)
        ):
            ranked.append(scored)
    return with_margin(_of_stage(ranked, query))


def _of_stage(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Keep the stage of a case that is asked for where the report gives it; 审结 is never answered with what came in."""
    asked = stage_of(query.content)
    if asked not in _IN | _OUT or query.intent.unit_class == "percent":
        return ranked
    stages = [s if (s := stage_of(own_words(r.mention))) in _IN | _OUT else "" for r in ranked]
    given = any(s == asked and r.coverage >= _STAGE_GIVEN for s, r in zip(stages, ranked, strict=True))
    barred = _BARRED.get(asked, frozenset())
    return [
        r
        for s, r in zip(stages, ranked, strict=True)
        if not (s and s != asked and r.own >= _STAGE_GIVEN and (given or s in barred))
    ]
