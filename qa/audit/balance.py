"""What must be left over: 问题36条,已整改34条,剩余2条; 受理274件,加上结转12件,审结261件,年末未结25件.

Also the ways in which all that came in was dealt with (收到213件,受理186件,不予受理19件,其他处理8件), and what did not fail.
Each is held against every sum that may have been meant, and silent where one of them comes out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from qa.audit.families import OUTCOMES
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, total
from qa.audit.wording import finding, percent, plain, shown
from qa.patterns import lazy_re

# 已整改34条[,剩余]2条; 其余 alone is often of what was not told before
_LEFT = lazy_re(
    r"^[,;](?:目前|现|还|尚|仍)*(?:剩余|余下|剩下?|尚余|尚有|还有|仍有|其余|另有?|余|顺延|延期|暂缓|推迟|转入下年)(?:的)?$"
)
# [,剩余的执法服装换发、平台账号配置]2项按计划推进; [,“驾驶舱”建设、用房改建等]2项跨年实施
_LEFT_OF = lazy_re(r"^[,;](?:剩余|其余)的[^,;]{2,40}$")
_LATER_ON = lazy_re(r"跨年|延续|转入下|未完成|尚未完成|正在推进|按计划推进|持续推进")
_DONE = lazy_re(r"(?:整改|办结|完成|销号|化解|结案|审结|答复|解决|落实|改完)(?:到位|完成|完毕)?了?$")
_PENDING = lazy_re(
    r"(?:结转(?:至|到)?(?:下|次|明|下一)年度?|未结|未审结|尚未审结|未办结|在办|正在审理|未审结案件|未结案件)$"
)
_CARRIED = lazy_re(
    r"(?:上年度?|去年|往年)?结转(?:的|案件|上年度?)?$|旧存$|(?:上一?年度?|去年|往年)(?:未办完|未办结|未审结|未结案?|没办完|遗留|转入)(?:的|案件)*$"
)
_CLOSED = lazy_re(r"(?:审结|办结|结案|答复|办复)(?:行政复议|行政诉讼)?(?:案件)?$")
_ACCEPTED = lazy_re(r"(?<!不予)受理(?:案件|申请)?$|立案(?:受理)?$")
_RECEIVED = lazy_re(r"(?:收到|新收|接收|收案|接到|收件)[\u4e00-\u9fff]{0,12}$")
_REFUSED = lazy_re(r"不予受理$")
_OTHERWISE = lazy_re(
    r"^(?:其他|其它|其余|告知|转送|转交|移送|撤回|案前|正在|尚在|补正|未补正|不符|经补正|通过)"
)
_ENDS = lazy_re(
    r"^(?:其他|其它|其余|告知|转送)"
)  # the way of those that are left: a list that it closes is whole
_LINK = lazy_re(r"^(?:其中|[、,;])+")
_REST = lazy_re(r"^(?:其他|其它|其余)")
_LEAST = 3  # ends that make a list of them
_FAILED = lazy_re(r"不合格(?:案卷|卷宗)?$")
_PASS_RATE = lazy_re(r"(?<!不)合格率$")
_GRADED = lazy_re(r"优秀|优良|良好|平均|每")  # 抽取案卷225卷,评出优秀卷宗68卷、不合格卷宗9卷
_EXAMINED = lazy_re(r"案卷|卷宗|抽检|抽查|评查|检测")
_MATTER = lazy_re(r"复议|诉讼|应诉|仲裁|信访|法律援助|投诉")
_REACH = 12  # figures before one that a balance may be made of


def check_balance(passage: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute what one sentence says is left over.

    Args:
        passage: Figures of the passage before it.
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at, figure in enumerate(here):
        if not figure.counts:
            continue
        if at > 1 and _is_left(figure):
            yield from _rest(here, at)
        if _PENDING.search(figure.words) or _PENDING.match(figure.noun):
            yield from _pending([*passage, *here[:at]][-_REACH:], figure)
        if _REFUSED.search(figure.words):
            yield from _ways(here, at)
        if _CLOSED.search(figure.words):
            yield from _outcomes(here, at)
        if _FAILED.search(figure.words):
            yield from _passed(here, figure)


def alike(figures: Sequence[Figure], like: Figure) -> list[Figure]:
    """Keep the counts in the unit of a figure.

    Args:
        figures: Figures.
        like: A count.

    Returns:
        Those of them that count in its unit, 万 aside.
    """
    unit = like.quantity.bare_unit
    return [f for f in figures if f.counts and f.quantity.bare_unit == unit]


def _is_left(figure: Figure) -> bool:
    """Tell whether a count is what is left over."""
    if _LEFT.match(figure.before) or _LEFT_OF.match(figure.before):
        return True
    return _LATER_ON.match(figure.noun) is not None and figure.before.endswith("等")


def _rest(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check 问题36条,已整改34条,剩余2条: the three stand side by side, and no other count of the sentence explains the last."""
    left = here[at]
    counts = alike(here[:at], left)
    if len(counts) < 2:
        return
    whole, done = counts[-2:]
    if not _DONE.search(done.words) or _DONE.search(whole.words) or done.segment != left.segment:
        return
    # 问题137个、建议12条,已整改129个: whatever stands before may belong to the whole
    sums = [f.bounds - d.bounds for f, d in itertools.permutations(counts, 2)]
    sums += [f.bounds - total(d.bounds for d in counts if d is not f) for f in counts]
    if whole.joined or any(s.meets(left.bounds) for s in sums):
        return
    result = whole.bounds - done.bounds
    if done.bounds.low > whole.bounds.high:
        told = f"{plain(whole)}-{plain(left)}"
        yield sum_finding(Severity.CONTRADICTION, done, [whole, left], whole.bounds - left.bounds, told)
    if result.low <= 0:
        return
    yield sum_finding(Severity.CONTRADICTION, left, [whole, done], result, f"{plain(whole)}-{plain(done)}")


def _pending(earlier: Sequence[Figure], pending: Figure) -> Iterator[Finding]:
    """Check 受理274件,加上结转12件,审结261件,年末未结25件 where the cases carried over are told."""
    counts = alike(earlier, pending)
    carried = [f for f in counts if _CARRIED.search(f.words)]
    if len(carried) != 1 or _LATER.search(carried[0].noun):
        return
    closed = [f for f in counts if _CLOSED.search(f.words) and not f.part]
    taken = [f for f in counts if _ACCEPTED.search(f.words) or _RECEIVED.search(f.words)]
    if len(closed) != 1 or not taken or counts.index(closed[0]) < counts.index(taken[0]):
        return
    span = [*earlier[earlier.index(taken[0]) + 1 :], pending]
    if any(_MATTER.search(f.before) and f.unit_class == pending.unit_class for f in span):
        return
    results = [f.bounds + carried[0].bounds - closed[0].bounds for f in taken]
    if any(r.meets(pending.bounds) for r in results):
        return
    accepted = [f for f in taken if _ACCEPTED.search(f.words)] or taken
    result = accepted[-1].bounds + carried[0].bounds - closed[0].bounds
    if result.low < 0:
        return
    told = f"{plain(accepted[-1])}+{plain(carried[0])}-{plain(closed[0])}"
    yield sum_finding(Severity.SCOPE, pending, [accepted[-1], carried[0], closed[0]], result, told)


_LATER = lazy_re(r"下年|次年|明年")


def _ways(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check 收到213件,受理186件,不予受理19件,其他处理8件: a list that another way closes holds all that was received."""
    before = alike(here[:at], here[at])
    accepted = [f for f in before if _ACCEPTED.search(f.words)]
    received = [f for f in before if _RECEIVED.search(f.words) and f not in accepted and not f.part]
    if len(accepted) != 1 or len(received) != 1:
        return
    others: list[Figure] = []
    for figure in here[at + 1 :]:
        if not alike([figure], here[at]) or not _OTHERWISE.match(figure.words.lstrip("、,")):
            break
        others.append(figure)
    if not others:
        return
    parts = [accepted[0], here[at], *others]
    sums = [total(f.bounds for f in parts[:end]) for end in range(2, len(parts) + 1)]
    if any(s.meets(received[0].bounds) for s in sums):
        return
    closed = _ENDS.match(others[-1].words.lstrip("、,")) is not None
    if not (closed or (here[at - 1].part and sums[-1].low > received[0].bounds.high)):
        return  # an open list may fall short; the ways of 其中 are never more than all
    told = "+".join(plain(f) for f in parts)
    yield sum_finding(Severity.SCOPE, received[0], parts, sums[-1], told)


def _outcomes(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check 审结445件,调解终止203件,占45.6%;维持112件,驳回68件,撤销47件,其他15件: all ends, whatever stands between."""
    whole = here[at]
    parts: list[Figure] = []
    for figure in here[at + 1 :]:
        if not figure.counts or figure.before.startswith("(") or figure.quantity.unit != whole.quantity.unit:
            continue
        name = _LINK.sub("", figure.words)
        if not (any(m.search(name) for m in OUTCOMES.members) or (parts and _REST.match(name))):
            break
        parts.append(figure)
    if len(parts) < _LEAST or not _REST.match(_LINK.sub("", parts[-1].words)):
        return
    added = total(f.bounds for f in parts)
    held = any((added - f.bounds).meets(whole.bounds) for f in parts)  # 终止 may hold 调解
    if added.meets(whole.bounds) or held or any(added.meets(f.bounds) for f in alike(here[:at], whole)):
        return
    yield sum_finding(Severity.SCOPE, whole, parts, added, "+".join(plain(f) for f in parts))


def _passed(here: Sequence[Figure], failed: Figure) -> Iterator[Finding]:
    """Check 评查案卷220卷,合格率98.2%,不合格4卷: what did not fail passed."""
    rates = [
        f for f in here if f.quantity.unit == "%" and _PASS_RATE.search(f.words) and not f.mention.change
    ]
    wholes = [f for f in alike(here, failed) if _EXAMINED.search(f.words + f.noun) and f is not failed]
    wholes = [f for f in wholes if not _GRADED.search(f.words)]
    if len(rates) != 1 or len(wholes) != 1 or wholes[0].bounds.low <= failed.bounds.high:
        return
    rate, whole = rates[0], wholes[0]
    result = (whole.bounds - failed.bounds).over(whole.bounds, 100)
    shares = [s for f in alike(here, failed) if (s := f.bounds.over(whole.bounds, 100))]
    if result is None or any(s.meets(rate.bounds) for s in (result, *shares)):
        return
    yield rate_of_rest(
        rate, whole, failed, result, "；分母可能另有所指", "; the denominator may be another one"
    )


def rate_of_rest(
    rate: Figure, whole: Figure, taken: Figure, result: Interval, note: str, note_en: str
) -> Finding:
    """Tell that a rate is not the share of what is left of a whole.

    Args:
        rate: The rate that is stated.
        whole: The whole.
        taken: What is taken from it.
        result: The share of the rest, in per cent.
        note: What may be the reason, in Chinese.
        note_en: The same in English.

    Returns:
        The finding.
    """
    computed = percent(result, rate)
    return finding(
        Kind.RATE,
        Severity.SCOPE,
        rate,
        [whole, taken],
        computed=computed,
        arithmetic=f"({plain(whole)}-{plain(taken)})÷{plain(whole)}={computed}",
        note=note,
        note_en=note_en,
    )


def sum_finding(
    severity: Severity, stated: Figure, basis: list[Figure], result: Interval, told: str
) -> Finding:
    """Make a finding of a count that does not follow from a sum.

    Args:
        severity: How grave the gap is.
        stated: The count.
        basis: What it was recomputed from.
        result: What comes out.
        told: The sum.

    Returns:
        The finding.
    """
    computed = shown(result, stated.quantity.amount)
    scope = severity is Severity.SCOPE
    return finding(
        Kind.PARTS,
        severity,
        stated,
        basis,
        computed=computed,
        arithmetic=f"{told}={computed}≠{plain(stated)}",
        note="；各数的统计范围可能不同" if scope else "",
        note_en="; the figures may count differently" if scope else "",
    )
