"""What stands at the end: 累计接收4126人,累计解除3814人,年末在册312人; 收到申请143件,答复138件,结转5件; no more ends than cases.

Cases are carried over and people move, so these are never called more than a difference of scope, and silent where the sentence
speaks of the year before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.audit.balance import alike, sum_finding
from qa.audit.families import OUTCOMES
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Severity
from qa.audit.interval import total
from qa.audit.slips import swaps
from qa.audit.wording import plain
from qa.patterns import lazy_re

# 收到信息公开申请143件,答复138件[,结转]5件
_NEXT = lazy_re(r"^[,;]结转(?:至|到)?(?:下年度?|次年度?|下一年度?|20\d\d年度?)?(?:继续)?(?:办理|处理|答复)?$")
_GOES_ON = lazy_re(r"^[,;]结转(?:至|到|下)")  # 答复141件,6件结转至2025年
_ANSWERED = lazy_re(r"(?:答复|办复|办结)$")
_EARLIER = lazy_re(r"上年|去年|往年|旧存|连同|含")
# 累计接收社区矫正对象4126人,累计解除3814人,年末在册312人
_TAKEN = lazy_re(r"累计接收")
_RELEASED = lazy_re(r"累计(?:解除|解矫)")
_ON_BOOKS = lazy_re(r"在册|在矫")
# 以我局为被申请人的行政复议案件43宗;[复议机关]维持31宗
_BY_WHOM = lazy_re(r"(?:复议机关|复议机构|经复议|经审理|审理后|其中)(?:决定)?$")
_ALL_CASES = lazy_re(r"(?:行政复议|复议)案件$")
_WHOM = lazy_re(r"^(?:复议机关|复议机构|经复议|经审理|审理后)(?:决定)?")
_ENDING = lazy_re(r"(?:维持|驳回|撤销|变更|确认违法|责令履行|终止|调解|和解)[\u4e00-\u9fff、]*$")
_MAY_HOLD = lazy_re(r"调解|和解|撤回")
_RECEIVED = lazy_re(r"(?:收到|新收|接收|收案|接到|收件|受理|^依申请公开)[\u4e00-\u9fff]{0,12}$")
_LINK = lazy_re(r"^(?:其中|[、,;])+")
_LEAST = 3  # ends that make a list of them


def check_stocks(here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute what one sentence says is there at the end.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at, figure in enumerate(here):
        if not figure.counts:
            continue
        if at > 1 and (_NEXT.match(figure.before) or _GOES_ON.match(figure.before + figure.noun)):
            yield from _carried_on(here, at)
        if _ON_BOOKS.search(figure.words):
            yield from _stock(here, figure)
        if _ALL_CASES.search(figure.words):
            yield from _too_many(here, at)


def _carried_on(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check 收到信息公开申请143件,答复138件,结转5件: what was not answered is carried on, if nothing was carried in."""
    received, answered, left = here[at - 2], here[at - 1], here[at]
    three = alike([received, answered, left], left)
    if len(three) < len((received, answered, left)) or received.joined or received.segment != left.segment:
        return
    if not (_RECEIVED.search(received.words) and _ANSWERED.search(answered.words)):
        return
    result = received.bounds - answered.bounds
    if result.low < 0 or result.meets(left.bounds) or _EARLIER.search(left.sentence.text):
        return
    yield sum_finding(
        Severity.SCOPE, left, [received, answered], result, f"{plain(received)}-{plain(answered)}"
    )


def _stock(here: Sequence[Figure], stock: Figure) -> Iterator[Finding]:
    """Check 累计接收4126人,累计解除3814人,年末在册312人, only where two digits that changed places explain the gap.

    Some die or move, so that the three need not add up.
    """
    taken = [f for f in alike(here, stock) if _TAKEN.search(f.label)]
    released = [f for f in alike(here, stock) if _RELEASED.search(f.label)]
    three = [*taken, *released, stock]
    if len(taken) != 1 or len(released) != 1 or any(f.bounds.low != f.bounds.high for f in three):
        return
    result = taken[0].bounds - released[0].bounds
    gap = int(stock.bounds.low - result.low)
    if not gap or result.low <= 0:
        return
    if gap in swaps(int(stock.bounds.low)) + swaps(int(released[0].bounds.low)) or -gap in [
        *swaps(int(stock.bounds.low)),
        *swaps(int(taken[0].bounds.low)),
        *swaps(int(released[0].bounds.low)),
    ]:
        told = f"{plain(taken[0])}-{plain(released[0])}"
        yield sum_finding(Severity.SCOPE, stock, [taken[0], released[0]], result, told)


def _too_many(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check 以我局为被申请人的行政复议案件43宗;复议机关维持31宗、撤销4宗、终止8宗: no more ends than cases."""
    whole, parts = here[at], list[Figure]()
    for figure in here[at + 1 :]:
        name = _WHOM.sub("", _LINK.sub("", figure.words))
        if figure.quantity.unit != whole.quantity.unit or not any(m.search(name) for m in OUTCOMES.members):
            if parts:
                break
            continue
        if not parts and not _BY_WHOM.search(_ENDING.sub("", figure.words)):
            break
        parts.append(figure)
    counts = alike(here[:at], whole)
    if len(parts) < _LEAST or whole.part or _EARLIER.search(whole.sentence.text):
        return
    added = total(f.bounds for f in parts)
    if added.low <= whole.bounds.high or any(f.bounds.high >= added.low for f in counts):
        return
    if any((added - f.bounds).low <= whole.bounds.high for f in parts if _MAY_HOLD.search(f.words)):
        return  # 终止 may hold 调解
    yield sum_finding(Severity.SCOPE, whole, parts, added, "+".join(plain(f) for f in parts))
