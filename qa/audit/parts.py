"""Parts against their total: 共办理100件,其中民事60件、刑事50件 cannot be.

Parts that are too many contradict the total only where they exclude each other, which the families below say; parts that
are too few contradict it only where the list says that it is complete. 其中 lists are open by habit, and one case
may be counted under two words (农民工 and 民事): those stay silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, total
from qa.audit.wording import finding, plain, shown


@dataclass(frozen=True)
class _Family:
    """Words of which each excludes the others.

    Attributes:
        members: Pattern of each member.
        complete: Sets of members (by position) that leave nothing out.
        certain: Whether such a set leaves no doubt.
        overlaps: Pairs of members (by position) of which one may hold the other.
        whole: Pattern of totals that leave no doubt: 维持 is a part of 审结, while 受理 may leave out cases of last year.
    """

    members: tuple[re.Pattern[str], ...]
    complete: tuple[frozenset[int], ...] = ()
    certain: bool = False
    overlaps: tuple[frozenset[int], ...] = ()
    whole: re.Pattern[str] = re.compile("")


def _family(
    *members: str,
    complete: Sequence[str] = (),
    certain: bool = False,
    overlaps: Sequence[str] = (),
    whole: str = "",
) -> _Family:
    """Compile a family; sets are written as digits of positions."""
    return _Family(
        tuple(re.compile(member) for member in members),
        tuple(frozenset(map(int, digits)) for digits in complete),
        certain,
        tuple(frozenset(map(int, digits)) for digits in overlaps),
        re.compile(whole),
    )


_CASES = r"(?:法律援助)?(?:类)?(?:案件?|诉讼)?"
# 其中维持28件,撤销8件,确认违法5件,责令履行2件,终止27件
_OUTCOMES = _family(
    r"^(?:决定|作出)?维持(?:决定)?$",
    r"^(?:决定)?驳回(?:申请|复议申请|行政复议申请)?$",
    r"^(?:决定|作出)?(?:撤销|变更|确认违法|责令履行|直接纠错|纠错)(?:(?:、|和|或|及)?(?:撤销|变更|确认违法|责令履行))*(?:决定)?$",
    r"^(?:(?:调解|和解)[\u4e00-\u9fff、]*(?:其他|其它|等)(?:方式)?)?终止(?:审理)?(?:[(][^)]*[)])?$",
    r"^(?:经|以|通过)?(?:调解|和解)(?:(?:、|和|及)?(?:和解|调解))?(?:等?方式)?(?:终止|结案|撤回|撤回申请)?$",
    r"^(?:申请人)?(?:主动)?撤回(?:申请)?$",
    overlaps=("34", "35", "45"),
    whole="审结|办结|结案|已结",
)
_FAMILIES = (
    # 其中民事案件402件、刑事案件445件
    _family(
        rf"^民(?:商)?事{_CASES}$", rf"^刑事{_CASES}$", rf"^行政{_CASES}$", rf"^(?:非诉讼?|劳动仲裁){_CASES}$",
        complete=("012", "0123"),
    ),
    # 其中一审71件、二审36件、再审5件
    _family(r"^一审(?:行政)?(?:诉讼)?案?件?$", r"^二审(?:行政)?(?:诉讼)?案?件?$", r"^再审(?:审查)?案?件?$", complete=("01", "012")),
    # 其中普通程序2318件、简易程序7149件
    _family(r"^(?:适用)?(?:一般|普通)程序(?:案件)?$", r"^(?:适用)?简易程序(?:案件)?$", complete=("01",)),
    _OUTCOMES,
    # 评查案卷120卷,其中合格113卷、不合格7卷
    _family(
        r"^合格(?:案卷|卷宗)?$", r"^不合格(?:案卷|卷宗)?$", r"^(?:优秀|优良|良好)(?:案卷|卷宗)?$",
        complete=("01", "012"), certain=True, overlaps=("02",),
    ),
    # 清理84件,保留61件、修改9件、废止14件
    _family(
        r"^(?:继续有效|保留|继续执行)$", r"^(?:建议|决定|拟)?废止$", r"^(?:建议|拟)?修[改订]$", r"^(?:宣布|拟)?失效$",
        complete=("01", "012", "013", "0123"),
    ),
    # 其中投诉4.86万件、举报1.86万件
    _family(r"^投诉$", r"^举报$", complete=("01",)),
    # 其中予以公开81件、不予公开29件、无法提供32件
    _family(r"^予以公开$", r"^部分公开$", r"^不予公开$", r"^无法提供$", r"^不予处理$"),
    # 其中行政处罚案卷160件、行政许可案卷80件
    _family(r"^行政处罚(?:案卷|卷宗|案件)?$", r"^行政许可(?:案卷|卷宗|案件)?$", r"^行政强制(?:案卷|卷宗|案件)?$", r"^行政检查(?:案卷|卷宗)?$"),
    # 办理行政复议申请89件,其中受理76件、不予受理9件
    _family(r"^(?:依法|经审查|决定)?受理$", r"^(?:依法|决定)?不予受理$", r"^(?:告知)?补正后放弃$", whole="$^"),
    # 其中报告书91个、报告表994个
    _family(r"^(?:环评)?报告书$", r"^(?:环评)?报告表$", complete=("01",), certain=True),
    # 其中人大代表建议49件、政协提案63件
    _family(r"^(?:办理)?(?:[市区县州省]?人大代表)?建议$", r"^(?:[市区县州省]?政协)?(?:委员)?提案$", complete=("01",), certain=True),
    # 其中男120人、女36人
    _family(r"^男性?$", r"^女性?$", complete=("01",), certain=True),
)
_REST = re.compile(r"^(?:其他|其它|其余|另有)")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{1,4}(?:街道|[镇乡])$")
_LIST_MARK = re.compile(r"^[、,](?:和|以及|另有)?|^(?:和|以及)")
_INTO = re.compile(r"^[,(:]?(?P<mark>其中|分为|分别为|:)?[:,]?")
_SUM = re.compile(r"^[,、](?:合计|总计|共计)$")
_CLEAN = re.compile(r"^(?:其中|分别是|分为|包括|[、,:(])+")


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
            yield from _against(whole, parts, here[:at])
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
    for figure in here[at + 1 :]:
        if not _counted(figure) or figure.quantity.unit.lstrip("万") != whole.quantity.unit.lstrip("万"):
            break
        if not parts and not (figure.mention.part or figure.before.startswith(":") or _opens(whole, figure)):
            break
        if parts and (not _LIST_MARK.match(figure.before) or figure.segment != parts[0].segment):
            break
        if parts and "其中" in figure.before:
            break
        parts.append(figure)
    return parts


def _opens(whole: Figure, figure: Figure) -> bool:
    """Tell whether a figure opens a list without 其中: 审结35件,维持20件、撤销5件."""
    closed = _OUTCOMES.whole.search(whole.words) is not None
    return closed and figure.before.startswith(",") and any(m.search(_name(figure)) for m in _OUTCOMES.members)


def _explicit(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check a sum that says so: 14件、186件、其他207件,合计407件."""
    whole = here[at]
    parts: list[Figure] = []
    for figure, follower in pairwise(reversed(here[: at + 1])):
        if not _counted(follower) or follower.quantity.unit != whole.quantity.unit:
            break
        if figure is not whole and not figure.before.startswith("、"):
            break
        parts.insert(0, follower)
    if len(parts) < 2 or any("分别" in p.label for p in parts):
        return
    sums = [total(p.bounds for p in parts[start:]) for start in range(len(parts) - 1)]
    if not any(s.meets(whole.bounds) for s in sums):
        yield _finding(Severity.CONTRADICTION, whole, parts)


def _against(whole: Figure, parts: list[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """Check a list against its total."""
    added = total(p.bounds for p in parts)
    others = [f for f in earlier if _counted(f) and f.quantity.unit == whole.quantity.unit]
    family = _family_of(parts)
    if family is None:
        return
    kind, places, members, rest = family
    whole_list, parts = len(members) == len(parts), members
    added = total(p.bounds for p in parts)
    if added.meets(whole.bounds) or any(added.meets(f.bounds) for f in others):
        return
    if added.low > whole.bounds.high:
        if any(f.bounds.high >= added.low for f in others) and not parts[0].mention.part:
            return
        if kind is not None and _overlap(kind, places, parts, whole):
            return
        firm = kind is None or kind.whole.search(whole.words + whole.noun)
        yield _finding(Severity.CONTRADICTION if firm else Severity.SCOPE, whole, parts)
    elif rest:
        yield _finding(Severity.CONTRADICTION, whole, parts)
    elif not whole_list:
        return
    elif kind is not None and frozenset(places) in kind.complete:
        severity = Severity.CONTRADICTION if kind.certain else Severity.SCOPE
        yield _finding(severity, whole, parts)
    elif parts[0].before.startswith(":") and kind is not None:
        yield _finding(Severity.SCOPE, whole, parts)


def _family_of(parts: list[Figure]) -> tuple[_Family | None, list[int], list[Figure], bool] | None:
    """Find the family of a list: the family, position of each member, the parts that belong, whether 其他 closes it."""
    names = [_name(part) for part in parts]
    for family in _FAMILIES:
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
    if _REST.match(names[-1]) and len(parts) >= 3 and all(p.before.startswith("、") for p in parts[1:]):
        return None, [], parts, True
    return None


def _overlap(family: _Family, places: list[int], parts: list[Figure], whole: Figure) -> bool:
    """Tell whether parts that may hold each other explain the surplus: 终止 holds 调解."""
    by_place = dict(zip(places, parts, strict=False))
    for pair in family.overlaps:
        if pair <= set(places):
            smaller = min((by_place[i] for i in pair), key=lambda f: f.bounds.low)
            if total(p.bounds for p in parts if p is not smaller).low <= whole.bounds.high:
                return True
    return False


def _single(part: Figure, earlier: Sequence[Figure]) -> Iterator[Finding]:
    """Check that one part is no more than all of which it may be a part: 共办理100件,其中民事120件."""
    if not part.mention.part:
        return
    alike = [f for f in earlier if _counted(f) and f.unit_class == part.unit_class]
    if part.bounds.low <= total(f.bounds for f in alike).high or part.unit_class == "money":
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
