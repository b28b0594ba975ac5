"""Figures of the year before that a sentence sets beside its own: what each counts is said only by the figure it stands beside.

"作出行政处罚决定1874起,罚没968万元,和上一年的2011起、1093万元相比": 2011 are decisions and 1093 fines, both of the year before.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.mention import CLAUSE, INHERITED, Mention
from qa.patterns import lazy_re
from qa.text import fold, unwrapped

# "上年为96件", "上年是11.6%", "与上年的298份基本持平", "而上一年只有730件": the year before its report's, as words of a figure
# and nothing else; not 加上上年的18件.
_BEFORE = lazy_re(
    r"^(?:而|但)?(?:[和与同跟较比]|相[比较])?(?:(?:上|去)(?:一?年度?|期)|前一年度?)(?:同期)?(?:的|完成|实际|全年)?[数值]?(?:仅|只|才|则)?"
    r"(?:分别)?[为是有达]?$"
)
# "2011起、1093万元": the next of a row of them
_AND = lazy_re(r"[、和及与]|(?:,|,?分别)")


def says_year_before(words: str) -> bool:
    """Tell whether the words of a figure say the year before and nothing else.

    Args:
        words: The words, folded and on one line.

    Returns:
        Whether they do.
    """
    return _BEFORE.match(words) is not None


def words_beside(mention: Mention) -> str:
    """Give the words of the figure that one of the year before stands beside: 败诉率 for 11.6% of 败诉率7.8%,上年是11.6%.

    Args:
        mention: A figure.

    Returns:
        The words, folded; "" where its own words name it.
    """
    bare = not mention.label or says_year_before(_words_of(mention))
    told = next((words for weight, words in mention.zones if weight == CLAUSE), "").partition("|")[0]
    return "" if says_year_before(told) or not bare else told


def beside_own(mentions: Sequence[Mention], text: str, year: int) -> list[Mention]:
    """Let the figures of a sentence that are of the year before be owned by the words of those that they stand beside.

    Args:
        mentions: The figures of one sentence, in order.
        text: The sentence, folded.
        year: Year of its report.

    Returns:
        The figures.
    """
    if "年" not in text and "期" not in text:
        return list(mentions)
    found = list(mentions)
    at = 0
    while at < len(found):
        if not at or not _is_bare(found[at]):
            at += 1
            continue
        end = at + 1
        while end < len(found) and not found[end].label and _joins(text, found[end - 1], found[end]):
            end += 1
        own = [m for m in found[:at] if not (m.change or m.past)]
        for n, mate in zip(range(at, end), _mates(found[at:end], own), strict=True):
            found[n] = _owned(found[n], mate)._replace(past=True, year=year - 1)
        at = end
    return found


def _is_bare(mention: Mention) -> bool:
    """Tell whether a figure's own words say the year before and nothing else."""
    if mention.change or not ("年" in mention.label or "期" in mention.label):
        return False
    return says_year_before(_words_of(mention))


def _words_of(mention: Mention) -> str:
    """Give the words before a figure, folded, on one line and without brackets."""
    return unwrapped(fold(mention.label)).strip("(（:： ")


def _joins(text: str, before: Mention, mention: Mention) -> bool:
    """Tell whether a figure goes on with a row: only a joint stands between them."""
    return _AND.fullmatch(text[before.quantity.end : mention.quantity.start]) is not None


def _mates(row: Sequence[Mention], own: Sequence[Mention]) -> list[Mention | None]:
    """Pair the figures of a row with the last figures before it: in order where the units agree, else the nearest of the unit."""
    last = own[-len(row) :]
    if [m.quantity.unit for m in last] == [m.quantity.unit for m in row]:
        return list(last)
    return [_nearest(m, own) for m in row]


def _nearest(mention: Mention, own: Sequence[Mention]) -> Mention | None:
    """Find the last figure before one that has its unit, or else is of its kind."""
    same = [m for m in own if m.quantity.unit == mention.quantity.unit]
    alike = [m for m in own if m.quantity.unit_class == mention.quantity.unit_class]
    return next(reversed(same or alike), None)


def _owned(mention: Mention, mate: Mention | None) -> Mention:
    """Give a figure the words of the one it stands beside."""
    if mate is None:
        return mention
    lent = tuple(zone for zone in mate.zones if zone[0] >= INHERITED)
    kept = tuple(zone for zone in mention.zones if zone[0] < INHERITED)
    weighed = tuple(sorted((*lent, *kept), key=lambda zone: -zone[0]))
    return mention._replace(zones=weighed, holder=mention.holder or mate.holder, part=mate.part)
