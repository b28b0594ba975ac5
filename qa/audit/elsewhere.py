"""Stated shares and lists whose whole stands in another sentence: 占一般程序案件的35%; 按门类分:甲60件,乙40件.

Also 受理案件中,公安类97件,占52.2%, and shares told together (分别占44.0%、22.0%和13.4%).
The words must name the whole, and the passage (else the report) must hold one count of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import last_digit, total
from qa.audit.parts import family_of
from qa.audit.wording import finding, percent, plain, shown
from qa.patterns import lazy_re

# 67人[,占执法人员的]6.1%; 89件[,占审结数的]34.1%
_SHARE_OF = lazy_re(
    r"^[,(]?占(?:比|同期|全部|所有)?(?P<of>[\u4e00-\u9fff]{2,10}?)(?:案件|人员|人)?(?:总数|总量|总人数|数量|数)?的(?:比例为|比重为)?(?:约|近)?$"
)
_SHARE = lazy_re(r"^[,(]?占(?:比)?(?:为|达)?$")
# [在受理的案件中,公安类]97件
_AMONG = lazy_re(
    r"^(?:在|从|所|全部|上述|已|新)*(?P<of>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:行政复议)?(?:案件|申请|人员|事项|对象)(?:之)?中[,:]"
)
_ALL = lazy_re(r"^(?:全[市县区州省旗镇盟]|全部|所有|同期)")
_NO_NAME = lazy_re(r"^(?:比|全|总|同期|本|各|其中|以上|上述)")
_SAME = (("普通程序", "一般程序"), ("办结", "审结"), ("收案", "收到"))
_SPLIT = lazy_re(
    r"^(?:[(（]?[\d一二三四五六七八九十]+[)）、.])?(?:(?P<by>(?:按|按照)[\u4e00-\u9fff]{1,8}?(?:分类|划分|来?分))"
    r"|(?:从|按|分)[\u4e00-\u9fff]{1,8}?(?:来?看|统计))[,:]"
)
# 128件、64件、39件[,分别占受理总数的]44.0%[、]22.0%[和]13.4%
_EACH_SHARE = lazy_re(r"^[,(]?(?:分别|依次)占[\u4e00-\u9fff]{0,10}$")
_JOINT = lazy_re(r"^(?:、|和|及|与|以及)$")
# 29个[执法站所中,]17个达到示范标准
_OF_SOME = lazy_re(r"^[^,;:]{2,14}中[,:]?(?:有|共有|已有)?$")
_RATE = lazy_re(r"^[,、(]?(?:占比|[\u4e00-\u9fff]{2}率)(?:为|达到?)?$")
_BEHIND = 2  # figures behind the part, of which one is its rate
_REST = lazy_re(r"^(?:其他|其它|其余)")
_MARK = lazy_re(r"^[,、;](?:和|以及)?|^(?:和|以及)")
_LEAST = 3  # parts that make a list of kinds
_NEAR = 10  # a list that is further off its total than a tenth is of another


def check_elsewhere(
    figures: Mapping[int, Sequence[Figure]], passage: Sequence[Figure], here: Sequence[Figure]
) -> Iterator[Finding]:
    """Recompute what one sentence states of a whole in another.

    Args:
        figures: Figures of the report by sentence.
        passage: Figures of the passage before the sentence.
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    yield from _split(passage, here)
    yield from _of_some(here)
    yield from _respective([*passage, *here], here)
    opened = _AMONG.match(here[0].before)
    if opened and here[0].counts:
        yield from _among(passage, here, opened["of"])
    for at in range(1, len(here)):
        share, part = here[at], here[at - 1]
        if share.quantity.unit != "%" or share.mention.change or not part.counts:
            continue
        of = _SHARE_OF.match(share.before)
        name = of["of"] if of else ""
        if not of and opened and _SHARE.match(share.before):
            name = opened["of"]
        name = _ALL.sub("", name)
        if len(name) > 1 and not _NO_NAME.match(name):
            yield from _share(figures, [*passage, *here], part, share, name)


def _of_some(here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute 29个执法站所中,17个达到示范标准,达标率58.6%: the rate of the count behind 中 of the one before it."""
    counts = [f for f in here if f.counts]
    for at, (whole, part) in enumerate(pairwise(here)):
        if (
            not (whole.counts and part.counts and _OF_SOME.search(part.before))
            or whole.unit_class != part.unit_class
        ):
            continue
        rates = [
            f for f in here[at + 2 : at + 2 + _BEHIND] if f.quantity.unit == "%" and not f.mention.change
        ]
        if not rates or not _RATE.search(rates[0].before) or rates[0].segment != part.segment:
            continue
        rate = rates[0]
        shares = [s for one in counts for other in counts if (s := one.bounds.over(other.bounds, 100))]
        result = part.bounds.over(whole.bounds, 100)
        if result is None or result.low > 100 or any(s.meets(rate.bounds) for s in shares):
            continue
        computed = percent(result, rate)
        yield finding(
            Kind.RATE,
            Severity.SCOPE,
            rate,
            [part, whole],
            computed=computed,
            arithmetic=f"{plain(part)}÷{plain(whole)}={computed}",
            note="；分母可能另有所指",
            note_en="; the denominator may be another one",
        )


def _among(passage: Sequence[Figure], here: Sequence[Figure], name: str) -> Iterator[Finding]:
    """Add up 办结案件中,维持91件、驳回44件、撤销27件、终止116件 against the one count of that name before it."""
    wholes = [f for f in _named([f for f in passage if f.counts and not f.part], name) if not f.joined]
    if len({f.quantity.amount for f in wholes}) != 1:
        return
    whole = wholes[-1]
    parts: list[Figure] = []
    for figure in here:
        if (
            figure.quantity.unit != whole.quantity.unit
            or not figure.counts
            or (parts and not _MARK.match(figure.before))
        ):
            break
        parts.append(figure)
    found = family_of(parts) if len(parts) >= _LEAST else None
    if found is None:
        return
    family, places, members, rest = found
    if family is None or len(members) < len(parts):
        return
    added = total(f.bounds for f in members)
    if added.meets(whole.bounds) or not (rest or frozenset(places) in family.complete):
        return
    smaller = [m for m in members if (added - m.bounds).meets(whole.bounds)]
    if family.overlaps and smaller:
        return
    yield _list_finding(whole, members)


def _respective(near: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute A类128件、B类64件、C类39件,分别占44.0%、22.0%和13.4%: one of several that fits no common whole."""
    for at, first in enumerate(here):
        if first.quantity.unit != "%" or not _EACH_SHARE.search(first.before):
            continue
        shares = [first]
        for figure in here[at + 1 :]:
            if figure.quantity.unit != "%" or not _JOINT.match(figure.before):
                break
            shares.append(figure)
        parts = list(here[max(0, at - len(shares)) : at])
        if len(shares) < _LEAST or len(parts) < len(shares) or not all(f.counts for f in parts):
            continue
        if len({f.unit_class for f in parts}) > 1:
            continue
        pairs = list(zip(parts, shares, strict=True))
        wholes = [f for f in near if f.counts and f.unit_class == parts[0].unit_class and f not in parts]
        fits = [(whole, [p for p in pairs if not _bears(*p, whole)]) for whole in wholes]
        if any(not wrong for _, wrong in fits):
            continue
        for whole, wrong in fits:
            result = wrong[0][0].bounds.over(whole.bounds, 100)
            if len(wrong) == 1 and result is not None:
                computed = percent(result, wrong[0][1])
                yield finding(
                    Kind.SHARE,
                    Severity.CONTRADICTION,
                    wrong[0][1],
                    [wrong[0][0], whole],
                    computed=computed,
                    arithmetic=f"{plain(wrong[0][0])}÷{plain(whole)}={computed}",
                )
                break


def _bears(part: Figure, share: Figure, whole: Figure) -> bool:
    """Tell whether a share is the one of a part in a whole."""
    result = part.bounds.over(whole.bounds, 100)
    return result is not None and result.meets(share.bounds)


def _share(
    figures: Mapping[int, Sequence[Figure]], near: Sequence[Figure], part: Figure, share: Figure, name: str
) -> Iterator[Finding]:
    """Hold a share against the one count that bears the name of its whole."""
    alike = [f for f in near if f.counts and f is not part and f.unit_class == part.unit_class]
    named = _named(alike, name) or _named(
        [f for all_ in figures.values() for f in all_ if f.counts and f.unit_class == part.unit_class], name
    )
    named = [f for f in named if f is not part]
    if not named or len({f.quantity.amount for f in named}) > 1 or any(f.joined for f in named):
        return
    for whole in (*alike, *named):
        result = part.bounds.over(whole.bounds, 100)
        if result is not None and result.meets(share.bounds):
            return
    result = part.bounds.over(named[-1].bounds, 100)
    if result is None or result.low > 100:
        return
    computed = percent(result, share)
    near_by = result.gap(share.bounds) < last_digit(share.quantity) / 2
    yield finding(
        Kind.SHARE,
        Severity.ROUNDING if near_by else Severity.SCOPE,
        share,
        [part, named[-1]],
        computed=computed,
        arithmetic=f"{plain(part)}÷{plain(named[-1])}={computed}",
        note="" if near_by else "；总数出自另一句，范围可能不同",
        note_en="" if near_by else "; the whole is from another sentence and may count differently",
    )


def _named(pool: Sequence[Figure], name: str) -> list[Figure]:
    """Keep the counts whose words hold a name: 审结 is no 未审结, 受理 no 不予受理, and no count of one office is all of them."""
    names = {name} | {other for pair in _SAME if name in pair for other in pair}
    pattern = re.compile("|".join(rf"(?<![不未])(?<!不予){re.escape(n)}" for n in names))
    return [f for f in pool if pattern.search(f.words) and not _NARROW.search(f.words)]


_NARROW = lazy_re(
    r"[局委队镇乡](?:共|全年|累计)?|街道|本级|领域|新增|当年|培训|检查|以上|不足|配备|聘请|退出|清理|注销"
)


def _split(passage: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Add up a sentence that tells all kinds (按门类分:甲60件,乙40件) against the count before it."""
    first = here[0]
    split = _SPLIT.match(first.before)
    if not split or not first.counts or not passage:
        return
    parts = [first]
    for figure in here[1:]:
        if figure.mention.change or figure.unit_class == "percent":
            continue
        if (
            not _MARK.match(figure.before)
            or figure.quantity.unit != first.quantity.unit
            or "其中" in figure.before
        ):
            break
        parts.append(figure)
    if len(parts) < _LEAST or not (split["by"] or _REST.match(parts[-1].words.lstrip("、,"))):
        return  # 从部门看,公安6871件、交通1542件: those that have most
    last = passage[-1].sentence.index
    before = [
        f
        for f in passage
        if f.counts
        and f.quantity.unit.lstrip("万") == first.quantity.unit.lstrip("万")
        and f.sentence.index == last
    ]
    added = total(p.bounds for p in parts)
    if not before or any(added.meets(f.bounds) for f in before):
        return
    whole = min(before, key=lambda f: added.gap(f.bounds))
    if added.gap(whole.bounds) * _NEAR > whole.bounds.low:
        return
    yield _list_finding(whole, parts)


def _list_finding(whole: Figure, parts: list[Figure]) -> Finding:
    """Make the finding of a list and its total in another sentence."""
    computed = shown(total(p.bounds for p in parts), whole.quantity.amount)
    return finding(
        Kind.PARTS,
        Severity.SCOPE,
        whole,
        parts,
        computed=computed,
        arithmetic=f"{'+'.join(plain(p) for p in parts)}={computed}≠{plain(whole)}",
        note="；各项与合计的范围可能不同",
        note_en="; the list may have another scope than the total",
    )
