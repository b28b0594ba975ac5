"""Stated shares of a total (其中自助办理9.6万笔,占25.1%) and the ratio of 复议 to 诉讼, against their counts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa.audit.families import OUTCOMES
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit
from qa.audit.wording import decimals_of, finding, percent, plain, shown
from qa.patterns import lazy_re

# "经调解和解结案的204件,占36.4%"; "占全市的41.6%" names a whole that must say 全市 itself
_SHARE = lazy_re(r"^[,(]?占(?:比|总数|总量|全部|总体)?(?:的|为|达|比)?$")
_SHARE_OF = lazy_re(
    r"^[,(]?占(?:(全[市区县州省旗镇])(?:总数|总量)?|([\u4e00-\u9fff]{2,6})(?:总数|总量|案件))(?:的|比)?$"
)
_STAGE = lazy_re(r"(?:[,、(]|其中|依法|予以|决定|已|共)*(?:受理|立案|新收|收到|办理|审结|办结)$")
_RATIO = lazy_re(
    r"复议(?:申请|案件)?(?:收案|受理)?(?:数量?)?(?:与|和|、|/|:)?(?:同期)?(?:一审)?(?:行政)?诉讼(?:案件)?(?:收案)?(?:数量?)?(?:之|的|数量)?比(?:例|值)?$"
)
_RECEIVED = lazy_re(r"收到|新收|收案|发案|申请")
_REVIEW = lazy_re(r"复议")
_COURT = lazy_re(r"诉讼|应诉")
_INSTANCE = lazy_re(r"二审|再审|上诉|败诉|复议后|经复议|未经复议|审结|办结|维持|撤销|负责人|出庭")
_LOCAL = lazy_re(r"本级")


# 涉企纠纷126件[,占调解总量]1050件[的]12%; 42场[,占普法活动总数(]140场[)的]三成
_INSIDE = lazy_re(r"^[,(]?占[^,;:、]{0,16}$")
_OF_INSIDE = lazy_re(r"^\)?(?:总数|总量)?的$")
_JOINT = lazy_re(r"^(?:、|和|与|,)")
_TWO = lazy_re(r"^[,:]?(?:两者|二者)?(?:数量)?之?比(?:例|值)?(?:约?为|达)$")
# 涉企案件57件[,占受理总数的]27.8%; 市本级收案204件[,占全市收案总数的]26.8%
_OF_TOTAL = lazy_re(r"^[,(]?占(?P<all>全[市县区旗州省镇])?(?P<of>[\u4e00-\u9fff]{2,6})(?:总数|总量)的?$")
_OPENS = lazy_re(
    r"^(?:其中|20\d\d年|全年|[全本我][市县区旗州省镇]|[市县区旗州省]?(?:政府|行政复议机关|行政复议机构)|共|新|依法|行政复议|申请|,)*"
)
# 专职与兼职之比为1[:3(专职]85人[,兼职]255人
_ONE_TO = lazy_re(r"^:(?P<many>\d+(?:\.\d+)?)[(]")


def check_stated_wholes(here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute the shares that name their whole with its figure, and the ratios of the two figures beside them.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for part, whole, share in zip(here, here[1:], here[2:], strict=False):
        if (
            share.quantity.unit == ":1"
            and _TWO.match(share.before)
            and whole.before.startswith(("、", "和", "与", ","))
        ):
            if part.counts and whole.counts and part.quantity.unit == whole.quantity.unit:
                yield from _compared(share, part, whole, part.bounds.over(whole.bounds), Kind.RATIO)
            continue
        one_to = _ONE_TO.match(whole.before)
        if one_to and part.before.endswith(("之比为", "之比约为", "比例为")) and part.quantity.amount == 1:
            result = share.bounds.over(whole.bounds)
            step = Decimal(1).scaleb(-len(one_to["many"].partition(".")[2]))
            many = Interval(Decimal(one_to["many"]) - step / 2, Decimal(one_to["many"]) + step / 2)
            if result and whole.counts and _JOINT.match(share.before) and not result.meets(many):
                told = shown(result, Decimal(one_to["many"]), 1)
                yield finding(
                    Kind.RATIO,
                    Severity.CONTRADICTION,
                    part,
                    [whole, share],
                    computed=f"1:{told}",
                    arithmetic=f"{plain(share)}÷{plain(whole)}={told}≠{one_to['many']}",
                )
            continue
        if share.quantity.unit != "%" or share.mention.change or not _OF_INSIDE.match(share.before):
            continue
        if _INSIDE.match(whole.before) and part.counts and whole.unit_class == part.unit_class:
            yield from _compared(share, part, whole, part.bounds.over(whole.bounds, 100), Kind.SHARE)


def check_totals(passage: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute 占受理总数的27.8% where one count of the passage before it is 受理 and nothing more.

    Args:
        passage: Figures of the passage up to the sentence.
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for part, share in itertools.pairwise(here):
        of = _OF_TOTAL.match(share.before)
        if share.quantity.unit != "%" or not of or not part.counts:
            continue
        others = [
            f for f in (*passage, *here) if f is not part and f.counts and f.unit_class == part.unit_class
        ]
        shares = [s for f in others if (s := part.bounds.over(f.bounds, 100))]
        named = [
            f
            for f in others
            if not f.part and _OPENS.sub("", f.words).removesuffix("件") in (of["of"], of["of"] + "案")
        ]
        if any(s.meets(share.bounds) for s in shares) or len({f.quantity.amount for f in named}) != 1:
            continue
        if named[0].bounds.low > part.bounds.high:
            yield from _compared(share, part, named[0], part.bounds.over(named[0].bounds, 100), Kind.SHARE)


def _compared(
    share: Figure, part: Figure, whole: Figure, result: Interval | None, kind: Kind
) -> Iterator[Finding]:
    """Make a finding where a share or a ratio is not what its two figures give."""
    if result is None or result.meets(share.bounds):
        return
    near = result.gap(share.bounds) < last_digit(share.quantity) / 2
    computed = shown(result, share.quantity.amount, decimals_of(share)) + "%" * (kind is Kind.SHARE)
    yield finding(
        kind,
        Severity.ROUNDING if near else Severity.CONTRADICTION,
        share,
        [part, whole],
        computed=computed,
        arithmetic=f"{plain(part)}÷{plain(whole)}={computed}",
    )


def check_shares(before: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute the shares of one sentence.

    Args:
        before: Figures of the sentence before it, in the same passage, or nothing.
        here: Figures of the sentence.

    Yields:
        What does not add up.
    """
    for at in range(1, len(here)):
        share, part = here[at], here[at - 1]
        of = _SHARE_OF.match(share.before)
        if share.unit_class != "percent" or not part.counts or not (of or _SHARE.match(share.before)):
            continue
        wholes = [
            f
            for f in (*before, *here[: at - 1])
            if f.counts and f.unit_class == part.unit_class and "平均" not in f.before
        ]
        if any((p := part.bounds.over(f.bounds, 100)) and p.meets(share.bounds) for f in wholes):
            continue
        named = [f for f in wholes if _is_named(f, part, (of[1] or of[2]) if of else "", here)]
        if not named and not of:
            named = _alone(here[: at - 1], part) or _closed(here[: at - 1], part)
        if not named or not (of or (wholes and named[-1] is wholes[-1])):
            continue
        whole = named[-1]
        result = part.bounds.over(whole.bounds, 100)
        if result is None or result.low > 100:
            continue
        severity = Severity.CONTRADICTION if part.part and not of else Severity.SCOPE
        if result.gap(share.bounds) < last_digit(share.quantity) / 2:
            severity = Severity.ROUNDING
        computed = percent(result, share)
        yield finding(
            Kind.SHARE,
            severity,
            share,
            [part, whole],
            computed=computed,
            arithmetic=f"{plain(part)}÷{plain(whole)}={computed}",
        )


def _alone(earlier: Sequence[Figure], part: Figure) -> list[Figure]:
    """Give the one count of the segment before a part that is larger: 进驻事项1934项,“一窗受理”1756项,占90.8%."""
    alike = [f for f in earlier if f.counts and f.quantity.unit == part.quantity.unit]
    one = len({f.quantity.amount for f in alike}) == 1 and alike[-1].segment == part.segment
    return alike[-1:] if one and not alike[-1].joined and alike[-1].bounds.low > part.bounds.high else []


def _closed(earlier: Sequence[Figure], part: Figure) -> list[Figure]:
    """Give the closed cases right before a way in which they end: 审结127件,调解和解31件,占24.4%."""
    whole = earlier[-1] if earlier else part
    name = part.words.lstrip("、,").removeprefix("其中")
    ended = any(member.search(name) for member in OUTCOMES.members) and OUTCOMES.opens.search(whole.words)
    beside = whole.counts and not whole.part and not whole.joined and whole.segment == part.segment
    return [whole] if ended and beside and whole.quantity.unit == part.quantity.unit else []


def _is_named(whole: Figure, part: Figure, of: str, here: Sequence[Figure]) -> bool:
    """Tell whether the words make one count the whole of another: 其中, or 占全市 and 全市."""
    if of:
        return of in whole.words and of not in part.words
    if whole.sentence is not part.sentence or whole.part:
        return False
    if whole.joined and (at := here.index(whole)) and here[at - 1].unit_class == whole.unit_class:
        return False  # one of two totals; 调解组织184个、调解员1236名 are none of each other's kind
    return part.label.endswith("的") or (part.part and whole.segment == part.segment)


def _of_ratio(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Sort counts of cases into those of 复议 and those of 诉讼."""
    pool = [f for f in figures if f.counts and f.unit_class == "case"]
    reviews = [f for f in pool if _REVIEW.search(f.words) and not _COURT.search(f.words)]
    return reviews, [f for f in pool if _COURT.search(f.words) and not _REVIEW.search(f.words)]


def check_ratios(
    near: Sequence[Figure], passage: Sequence[Figure], here: Sequence[Figure]
) -> Iterator[Finding]:
    """Recompute the ratio of 复议 to 诉讼 stated in one sentence.

    Args:
        near: Figures of the sentence, of the one before it and of the one behind it.
        passage: Figures of the passage before the sentence, where those near by are not of both kinds.
        here: Figures of the sentence.

    Yields:
        What does not add up.
    """
    for at, ratio in enumerate(here):
        # 复议与诉讼之比由2.3:1提高到3.1:1: the second is this year's
        named = here[at - 1] if at and here[at - 1].mention.past and not ratio.mention.past else ratio
        if ratio.unit_class not in ("ratio", "") or ratio.mention.change or not _RATIO.search(named.words):
            continue
        if "平均" in ratio.label:  # 全市平均复议诉讼比: of other places
            continue
        reviews, courts = _of_ratio(near)
        if not reviews or not courts:
            reviews, courts = _of_ratio([*passage, *near])
            told = [f for f in reviews if _RECEIVED.search(f.words) and not f.part]
            if len({f.quantity.amount for f in told}) != 1:
                continue
        pairs = [(a, b, r) for a in reviews for b in courts if (r := a.bounds.over(b.bounds))]
        # 收到行政复议申请268件,受理241件: any stage of the cases may have been meant
        stages = [f for f in (*passage, *near) if f.counts and _STAGE.match(f.words)]
        others = [f.bounds.over(b.bounds) for f in stages for b in courts if f.unit_class == b.unit_class]
        if any(r is not None and r.meets(ratio.bounds) for r in (*others, *(r for _, _, r in pairs))):
            continue
        pairs = [p for p in pairs if not any(f.part or _INSTANCE.search(f.words) for f in p[:2])]
        pairs.sort(key=lambda p: not _RECEIVED.search(p[0].words))
        if not pairs:
            continue
        review, court, result = pairs[0]
        received = all(_RECEIVED.search(f.words) for f in (review, court))
        firm = received and bool(_LOCAL.search(review.words)) == bool(_LOCAL.search(court.words))
        rounded = result.gap(ratio.bounds) < last_digit(ratio.quantity) / 2
        severity = Severity.ROUNDING if rounded else Severity.CONTRADICTION if firm else Severity.SCOPE
        computed = shown(result, ratio.quantity.amount, decimals_of(ratio))
        yield finding(
            Kind.RATIO,
            severity,
            ratio,
            [review, court],
            computed=computed,
            arithmetic=f"{plain(review)}÷{plain(court)}={computed}",
            note="" if severity is not Severity.SCOPE else "；两数的统计范围可能与该比值不同",
            note_en="" if severity is not Severity.SCOPE else "; the ratio may count other cases",
        )
