"""The change against the year before that a report states of its own figure: 同比增加165件, 增幅19.9%.

Beside the figures of two years it is what the report itself says, also where these are of different stages and not subtracted.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import printed
from qa.ledger.mention import Mention
from qa.message import listed
from qa.patterns import lazy_re
from qa.ranking import ScoredMention

_PAIR = 2
_BREAK = lazy_re(r"[;。]|其中")
_AGAINST = lazy_re(r"同比|[上前]一?年|去年|(?P<year>20\d\d)年")


def stated_change(picks: Sequence[ScoredMention | None], draft: Draft) -> str:
    """Say what the later of two years' reports states of the change of its figure.

    Args:
        picks: The figures of two years of one place, in any order.
        draft: Takes the citations.

    Returns:
        The sentence, or "" where the years are not next to each other or the report states no change right behind the figure.
    """
    found = [pick for pick in picks if pick is not None]
    if len(found) != _PAIR or len(picks) != _PAIR:
        return ""
    before, after = sorted(found, key=lambda pick: pick.report.report.meta.year)
    year = before.report.report.meta.year
    if after.report.report.meta.year != year + 1:
        return ""
    changes = _behind(after, year)
    if not changes:
        return ""
    report = after.report.report
    told = [say.STATED_FIGURE(m.label, printed(m.quantity), draft.cite_mention(report, m)) for m in changes]
    return say.STATED(report.meta.place, report.meta.year, listed(told))


def _behind(pick: ScoredMention, year: int) -> list[Mention]:
    """List the changes right behind a figure, the first of them against a year."""
    text = pick.report.folded[pick.mention.sentence]
    end, found = pick.mention.quantity.end, list[Mention]()
    behind = (m for m in pick.report.mentions if m.sentence == pick.mention.sentence)
    for mention in sorted(behind, key=lambda m: m.quantity.start):
        if mention.quantity.start <= pick.mention.quantity.start or mention.past:
            continue
        if not mention.change or _BREAK.search(text, end, mention.quantity.start):
            break
        found.append(mention)
        end = mention.quantity.end
    against = _AGAINST.search(found[0].label) if found else None
    return found if against is not None and against["year"] in {None, str(year)} else []
