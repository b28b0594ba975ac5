"""Sums of money beside counts: a change of 罚没金额 is none of 案件, and 罚款 of one field is not 罚没款 of the place.

Looks at the words before a figure; knows nothing of ranking.
"""

from __future__ import annotations

import re

from qa.ledger.mention import CLAUSE, LEAD
from qa.matching import best_zone
from qa.question.offices import fields_named
from qa.ranking import Query, ScoredMention
from qa.text import fold

_CASES = re.compile(r"案件|案子|件数|案[^,。?]{0,4}(?:多|少)")
_MONEY = re.compile(r"率|比例|检查|金额|罚没|罚款|款|钱|[资薪]|元|收入|损失|费")
# 罚没 is what was fined and what was taken, of the whole place; 罚款 beside it mostly a field's.
_TAKEN = "罚没"
_COUNTED = frozenset({"case", "item", ""})
_NAMED = 0.6  # how well the words of a figure must hold a term to be its own
_LOOKED_AT = 4  # figures behind the best


def changes_another(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure says how much money or inspections changed, where cases are asked for: 罚没款2318万元,下降8.2%.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where the level right before the change counts no cases, and the question speaks of cases alone.
    """
    own, content = scored.mention, query.content
    if not own.change or _CASES.search(own.label) or _CASES.search(content) is None or _MONEY.search(content):
        return False
    before = [
        m
        for m in scored.report.mentions
        if m.sentence == own.sentence and m.quantity.end <= own.quantity.start and not m.change
    ]
    return bool(before) and before[-1].quantity.unit_class not in _COUNTED


def fined_whole_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take 罚没款848.9万元 before 罚款142.6万元 of one field where the question says 罚没.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or _TAKEN not in query.content or _TAKEN in ranked[0].mention.label:
        return ranked
    best = ranked[0]
    whole = next(
        (
            s
            for s in ranked[1:_LOOKED_AT]
            if _TAKEN in s.mention.label
            and s.mention.quantity.unit_class == best.mention.quantity.unit_class
            and s.own >= best.own
            and not (s.mention.part or s.mention.past)
        ),
        None,
    )
    return [whole, *(s for s in ranked if s is not whole)] if whole is not None else ranked


_DENIES = re.compile(r"不是|不含|不包括|不算|除了?|刨[去掉]")


def is_of_the_whole(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a sum is the whole's where one of its parts is asked for: 罚没金额812.5万元;其中市场监管领域498件.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where a word of the question stands by a part behind the sum in its sentence, and not by the sum; or where it
        names a field of a department that nothing up to a fine names.
    """
    own = scored.mention
    if own.quantity.unit_class != "money":
        return False
    sentence = scored.report.report.sentences[own.sentence]
    told = scored.report.folded[own.sentence][: own.quantity.start]
    around = fold("|".join((told, sentence.lead, *sentence.heading, own.row, own.column, own.noun)))
    around += scored.report.report.meta.place
    fields = fields_named(query.content) if _TAKEN in around or "罚" in around else []
    if any(not any(name in around for name in names) for names in fields):
        return True
    if own.part:
        return False
    parts = [
        m
        for m in scored.report.mentions
        if m.sentence == own.sentence and m.part and m.quantity.start > own.quantity.end
    ]
    if not parts or _DENIES.search(query.content):  # 专项经费多少,不是省里补助那部分
        return False
    lacking = [t for t in query.terms if not t.everyday and best_zone(t, own, LEAD) < _NAMED]
    return any(best_zone(t, part, CLAUSE) >= _NAMED for t in lacking for part in parts)
