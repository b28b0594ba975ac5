"""Parts against their total: 共办理100件,其中民事60件、刑事50件 cannot be.

Parts that are too many contradict the total only where they exclude each other, which the families below say; parts that
are too few contradict it only where the list says that it is complete. 其中 lists are open by habit, and one case
may be counted under two words (农民工 and 民事): those stay silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.audit.families import FAMILIES, Family
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, total
from qa.audit.slips import slipped
from qa.audit.wording import finding, plain, shown
from qa.patterns import lazy_re

_REST = lazy_re(r"^(?:其他|其它|其余|另有)")
_PLACE = lazy_re(r"^(?!各|全|本|两|乡镇|城镇)[\u4e00-\u9fff]{1,4}(?:街道|[镇乡])$")
_LIST_MARK = lazy_re(r"^[)]?[、,](?:和|以及|另有)?|^(?:和|以及)")
_BEHIND = lazy_re(r"^[^,;:、]{0,14},")  # 97件[规范性文件开展清理,废止]21件
_LED_IN = lazy_re(r"^(?:[:(]|[,:]?(?:主要)?(?:包括|包含|含))")
# parts that name whose they are exclude each other: 以管委会为被申请人31件、以区直部门为被申请人57件
_WHOSE = lazy_re(r"(为被申请人的?|为被告的?|领域|系统|部门|机关|分局|[支大中]队|局)$")
_OFFICES = frozenset({"部门", "机关", "分局", "局", "支队", "大队", "中队"})
_DEED = lazy_re(r"(?:共|累计)?(?:办理|作出|查处|立案|处罚|受理|审结|办结)$")  # 甲局办理60件、乙机关办理50件
_SUM = lazy_re(r"^[,、](?:[两三四五]级|各级|各类|总共)?(?:合计|总计|共计|共)(?:审核|审查|办理|受理)?$")
_PEOPLE = frozenset({"人", "名", "位"})
_PAPERS = frozenset({"份", "项", "件次"})
_LIST = 3  # parts that make a list that 其他 closes; of two, it must say 其他部门 or 其他案件
_ALL_OTHERS = lazy_re(r"^(?:其他|其它|其余)(?:部门|案件|单位|领域|各类|类|机关)")
_CLEAN = lazy_re(r"^(?:其中|分别是|分为|(?:主要)?包括|包含|[、,:(])+")


def check_parts(here: Sequence[Figure]) -> Iterator[Finding]:
    """Add up the parts that one sentence lists.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at, whole in enumerate(here):
        if not _counted(whole) or "分别" in whole.label:
            continue
        if _SUM.match(whole.before):
            yield from _explicit(here, at)
            continue
        parts = _listed(here, at)
        if len(parts) >= 2:
            told = list(_against(whole, parts, here[:at])) or list(_slip(whole, parts, here[:at]))
            yield from told or [f for part in parts for f in _single(part, here[: at + 1])]
        elif parts:
            yield from _single(parts[0], here[: at + 1])


def _counted(figure: Figure) -> bool:
    """Tell whether a figure can be a part or a total."""
    return figure.counts or (figure.unit_class in ("money", "measure") and not figure.mention.change)


def _name(figure: Figure) -> str:
    """Give the words that name a part."""
    return _CLEAN.sub("", figure.words) or figure.noun


def _listed(here: Sequence[Figure], at: int) -> list[Figure]:
    """List the parts right behind a total: in its unit, joined by 、 or a comma, introduced by 其中 or a colon."""
    whole = here[at]
    parts: list[Figure] = []
    for figure in here[at + 1 + _between(here, at) :]:
        if parts and figure.before.startswith("(") and not _same_unit(figure, whole):
            continue  # 政府合同287件(涉及金额46.2亿元)、规范性文件9件
        if not _counted(figure) or not _same_unit(figure, whole):
            break
        if not parts and whole.part and "其中" not in figure.before:
            break  # 审结287件,其中调解和解结案118件、撤销34件: the first part is no total of the others
        if not parts and not (figure.part or _LED_IN.match(figure.before) or _opens(whole, figure)):
            break
        if parts and not is_listed(figure, parts[0]):
            break
        if parts and "其中" in figure.before:
            break
        parts.append(figure)
    return parts


def is_listed(figure: Figure, first: Figure) -> bool:
    """Tell whether a figure goes on with the list of another: joined by 、 or a comma, no semicolon between them.

    Args:
        figure: A figure.
        first: The first figure of the list.

    Returns:
        Whether it does.
    """
    return _LIST_MARK.match(figure.before) is not None and figure.segment == first.segment


def _same_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count in one unit; 件次 are counted as 件 are, and 名 as 人."""
    units = {f.quantity.unit.lstrip("万").removesuffix("次") or "次" for f in (one, other)}
    return len(units) == 1 or units <= _PEOPLE


def _between(here: Sequence[Figure], at: int) -> int:
    """Count the figures of other kinds that stand between a total and its 其中: 审查189件,提出意见426条,其中合同118件."""
    unit = here[at].quantity.unit.lstrip("万")
    moved = (
        True  # whether nothing but changes stands between: 办理612件,比上年增加52件,增长9.3%;其中民事396件
    )
    for skipped, figure in enumerate(here[at + 1 :]):
        if figure.before.startswith("(含"):
            continue  # 审结191件(含上年结转11件),其中维持92件…
        near = figure.segment == here[at].segment or (
            skipped and moved and figure.before.startswith(";其中") and figure.segment == here[at].segment + 1
        )
        moved = moved and bool(figure.mention.change)
        if "其中" in figure.before and near:
            return skipped if figure.quantity.unit.lstrip("万") == unit else 0
        if figure.counts and figure.quantity.unit.lstrip("万") == unit:
            break
    return 0


def _opens(whole: Figure, figure: Figure) -> bool:
    """Tell whether a figure opens a list without 其中: 审结35件,维持20件、撤销5件."""
    name = _name(figure)
    return _BEHIND.match(figure.before) is not None and any(
        family.opens.search(whole.words + whole.noun)
        and any(member.search(name) for member in family.members)
        for family in FAMILIES
    )


def _explicit(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check a sum that says so: 14件、186件、其他207件,合计407件."""
    whole = here[at]
    parts: list[Figure] = []
    for figure, follower in pairwise(reversed(here[: at + 1])):
        if not _counted(follower) or not _adds_to(follower, whole):
            break
        if figure is not whole and not figure.before.startswith("、"):
            break
        parts.insert(0, follower)
    alike = [f for f in here[:at] if _counted(f) and _adds_to(f, whole)]
    if len(parts) < 2 or len(alike) > len(parts) or any("分别" in p.label for p in alike):
        return  # an earlier figure in the unit of the total may belong to it: 行政10件,民事60件、刑事50件,合计120件
    sums = [total(p.bounds for p in parts[start:]) for start in range(len(parts) - 1)]
    if not any(s.meets(whole.bounds) for s in sums):
        one_unit = all(p.quantity.unit == whole.quantity.unit for p in parts)
        yield _finding(Severity.CONTRADICTION if one_unit else Severity.SCOPE, whole, parts)


def _adds_to(part: Figure, whole: Figure) -> bool:
    """Tell whether a figure may be added up in a sum: in its unit, or 7项 and 112份 in 合计134件."""
    if part.quantity.unit == whole.quantity.unit:
        return True
    return whole.quantity.unit == "件" and part.quantity.unit in _PAPERS


def _against(whole: Figure, parts: list[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """Check a list against its total."""
    added = total(p.bounds for p in parts)
    others = [f for f in earlier if _counted(f) and f.quantity.unit == whole.quantity.unit]
    family = family_of(parts)
    if family is None:
        return
    kind, places, members, rest = family
    whole_list, parts = len(members) == len(parts), members
    added = total(p.bounds for p in parts)
    if added.meets(whole.bounds) or any(added.meets(f.bounds) for f in others):
        return
    if added.low > whole.bounds.high:
        tied = kind is not None and kind.whole.pattern and kind.whole.search(whole.words)
        if whole.joined or (not tied and any(f.bounds.high >= added.low for f in others)):
            return  # the list may be of both totals, or of the larger one before
        if kind is not None and _overlap(kind, places, parts, whole):
            return
        firm = kind is None or kind.whole.search(whole.words + whole.noun)
        yield _finding(Severity.CONTRADICTION if firm else Severity.SCOPE, whole, parts)
    elif whole.joined:
        return
    elif rest:
        yield _finding(Severity.CONTRADICTION, whole, parts)
    elif not whole_list:
        return
    elif kind is not None and frozenset(places) in kind.complete:
        severity = Severity.CONTRADICTION if kind.certain else Severity.SCOPE
        yield _finding(severity, whole, parts)
    elif parts[0].before.startswith(":") and kind is not None:
        yield _finding(Severity.SCOPE, whole, parts)


def _slip(whole: Figure, parts: list[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """Find two digits that changed places in a list that 其中 opens."""
    if "其中" in parts[0].before and slipped(whole, parts, earlier):
        yield _finding(Severity.SCOPE, whole, parts)


def family_of(parts: list[Figure]) -> tuple[Family | None, list[int], list[Figure], bool] | None:
    """Find the family of a list.

    Args:
        parts: The parts of the list, in order.

    Returns:
        The family (None for a list of towns or offices), the position of each member, the parts that belong, and whether 其他
        closes the list; None where the parts are of no family.
    """
    names = [_name(part) for part in parts]
    for family in FAMILIES:
        places: list[int] = []
        rest = False
        for name in names:
            if places and _REST.match(name):
                rest = True
                break
            place = next((i for i, m in enumerate(family.members) if m.search(name)), None)
            if place is None:
                break
            places.append(place)
        count = len(places) + rest
        if len(places) >= 2 or (rest and places):
            repeated = len(set(places)) < len(places) and family.overlaps == ()
            return None if repeated else (family, places, parts[:count], rest)
    towns = 0
    while towns < len(names) and _PLACE.match(names[towns]):
        towns += 1
    if towns >= 2 and len(set(names[:towns])) == towns:
        return None, [], parts[:towns], False
    whose = [_DEED.sub("", name) for name in names]
    ends = [found[1] for name in whose if (found := _WHOSE.search(name))]
    alike = len(set(ends)) == 1 or _OFFICES.issuperset(ends)
    if len(ends) == len(names) and alike and len(set(names)) == len(names):
        return None, [], parts, False
    joined = all(p.before.lstrip(")").startswith("、") for p in parts[1:])
    if _REST.match(names[-1]) and joined and (len(parts) >= _LIST or _ALL_OTHERS.match(names[-1])):
        return None, [], parts, True
    return None


def _overlap(family: Family, places: list[int], parts: list[Figure], whole: Figure) -> bool:
    """Tell whether parts that may hold each other explain the surplus: 终止 holds 调解."""
    by_place = dict(zip(places, parts, strict=False))
    for pair in family.overlaps:
        if pair <= set(places):
            smaller = min((by_place[i] for i in pair), key=lambda f: f.bounds.low)
            rest = total(p.bounds for p in parts if p is not smaller)
            left = frozenset(i for i in places if by_place[i] is not smaller)
            if family.certain and left in family.complete:
                if rest.meets(whole.bounds):  # 评查460卷,优秀83卷、合格385卷、不合格19卷: neither way
                    return True
            elif rest.low <= whole.bounds.high:
                return True
    return False


def _single(part: Figure, earlier: Sequence[Figure]) -> Iterator[Finding]:
    """Check that one part is no more than all of which it may be a part: 共办理100件,其中民事120件."""
    if not part.part or part.unit_class not in ("case", "people", "person_times"):
        return  # 出台文件3部,其中规定20条: items of different kinds share their measure words
    alike = [f for f in earlier if _counted(f) and f.unit_class == part.unit_class]
    if not alike or all(f.part for f in alike):
        return  # 其中正职出庭21件,副职出庭58件: the whole is in another sentence
    if part.bounds.low <= total(f.bounds for f in alike).high:
        return
    yield finding(
        Kind.PARTS,
        Severity.CONTRADICTION,
        part,
        [alike[-1]],
        computed=f"≤{plain(alike[-1])}",
        arithmetic=f"{plain(part)}>{plain(alike[-1])}",
        note="，“其中”的一项大于总数",
        note_en=", a part larger than its total",
    )


def _finding(severity: Severity, whole: Figure, parts: list[Figure]) -> Finding:
    """Make the finding of a list and its total."""
    added: Interval = total(p.bounds for p in parts)
    computed = shown(added, whole.bounds.low)
    return finding(
        Kind.PARTS,
        severity,
        whole,
        parts,
        computed=computed,
        arithmetic=f"{'+'.join(plain(p) for p in parts)}={computed}≠{plain(whole)}",
        note="；各项与合计的范围可能不同" if severity is Severity.SCOPE else "",
        note_en="; the list may have another scope than the total" if severity is Severity.SCOPE else "",
    )
