"""The places of a library and every form that people name them by.

Knows nothing of questions. Forms are of two kinds: full ones (鼓楼区, 无锡高新区) that prove themselves, and
short ones (鼓楼, 无锡高新) that the finder accepts only where they are no part of a longer word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from qa.patterns import lazy_re
from qa.places import ZONE_KINDS, NameIndex, gazetteer, split_name, stem
from qa.question.places.contracted import contractions
from qa.question.words.offices import short_names
from qa.types import ReportMeta

_AUTONOMOUS = lazy_re(r"自治([县旗州区])$")
_RESORT = lazy_re(r"(.{2,}?)(?:国家级?|省级)?旅游度假区")
_OFFICE = lazy_re(r"([\u4e00-\u9fff]{3,})(?:管理|监督管理|事务)?(?:局|委员会|厅)")
# Fields that name the office itself, whoever runs it: 某市公安, 某市住建. 教育 or 财政 would be the city's.
_OFFICES = frozenset("公安 住建 卫健 人社 城管 文旅 发改 环保 市监 交警".split())
# Who people say for an office: 某市警察 抓了多少.
_SPOKEN = {"公安": ("警察", "民警"), "市监": ("工商",), "城管": ("城管队",)}
_RANKS = ("国家级", "国家", "省级")


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """A place that the library has reports of.

    Attributes:
        key: What answers call it: ``ReportMeta.place``, with the parent before it where two places share it.
        name: Name as the reports give it.
        stem: Name without suffix.
        parent: Place right above it, or "".
        province: Province that it lies in, or "".
        pinyin: The stem in pinyin if the gazetteer knows the place, else "".
        everyday: Whether the stem is also an everyday word.
    """

    key: str
    name: str
    stem: str
    parent: str
    province: str
    pinyin: str
    everyday: bool


class LibraryForms:
    """An index of the forms of all places of a library."""

    def __init__(self, reports: Sequence[ReportMeta]) -> None:
        """Index the places of reports.

        Args:
            reports: The reports of the library; several years of a place are one place.
        """
        self.places, self.of_report = _places(reports)
        self.full: dict[str, tuple[LibraryPlace, ...]] = {}
        self.short: dict[str, tuple[LibraryPlace, ...]] = {}
        self.under: dict[str, tuple[LibraryPlace, ...]] = {}
        held = {place.name for place in self.places}
        for place in self.places:
            for form in _full_forms(place):
                _add(self.full, form, place)
            for form in _fields(place, held):
                _add(self.full, form, place)
            for form in _short_forms(place):
                _add(self.short, form, place)
            for above in {place.parent, place.province} - {""}:
                _add(self.under, above, place)
        self.index = NameIndex([*self.full, *self.short])

    def named(self, form: str) -> tuple[LibraryPlace, ...]:
        """List the places of a form, full forms first.

        Args:
            form: A form, such as 鼓楼区 or 鼓楼.

        Returns:
            The places, of which there may be several or none.
        """
        return self.full.get(form) or self.short.get(form, ())


@dataclass(frozen=True, slots=True)
class _Zone:
    """The parts of a zone's name: 无锡国家高新区 is (无锡市, "", 高新)."""

    city: str
    own: str
    kind: str


def _places(reports: Iterable[ReportMeta]) -> tuple[tuple[LibraryPlace, ...], dict[str, LibraryPlace]]:
    """Gather the distinct places of reports, in order, and the place of each report id."""
    parents: dict[str, dict[str, str]] = {}
    named: list[tuple[str, str, str]] = []
    for report in reports:
        above, name = split_name(report.place)
        parent = report.parent or above or _known_parent(name)
        known = parents.setdefault(name, {})
        if not parent and known:  # a report that does not say where it is joins the one that does
            parent = next(iter(known))
        known.setdefault(parent, report.place)
        named.append((report.id, name, parent))
    made: dict[tuple[str, str], LibraryPlace] = {}
    for _, name, parent in named:
        if (name, parent) not in made:
            written = parents[name][parent]
            shared = len(parents[name]) > 1 and not written.startswith(parent)
            made[name, parent] = _place(f"{parent}{written}" if shared else written, name, parent)
    return tuple(made.values()), {id_: made[name, parent] for id_, name, parent in named}


def _known_parent(name: str) -> str:
    """Look up the place above a place whose name only one place has."""
    known = gazetteer().named(name)
    return known[0].parent if len(known) == 1 else ""


def _place(key: str, name: str, parent: str) -> LibraryPlace:
    """Complete a place from the gazetteer."""
    known = gazetteer().named(name)
    fits = [place for place in known if parent in (place.parent, place.province)]
    above = gazetteer().named(parent)
    province = fits[0].province if fits else above[0].province if above else ""
    return LibraryPlace(
        key=key,
        name=name,
        stem=stem(name),
        parent=parent,
        province="" if province == name else province,
        pinyin=fits[0].pinyin if fits else "",
        everyday=any(place.everyday for place in known),
    )


def _full_forms(place: LibraryPlace) -> Iterator[str]:
    """List the forms that prove themselves."""
    yield place.name
    yield from short_names(place.name)
    if (autonomous := _AUTONOMOUS.search(place.name)) and len(place.stem) > 1:
        yield place.stem + autonomous[1]  # 门源县 for 门源回族自治县
    if place.parent and place.name.startswith(place.parent):
        department = place.name.removeprefix(place.parent)
        for name in (department, *short_names(department)):
            yield name
            yield stem(place.parent) + name
    if resort := _RESORT.fullmatch(place.name):
        # 滇池度假区 for 昆明滇池国家旅游度假区
        own = resort[1].removeprefix(stem(place.parent)) if place.parent else resort[1]
        yield from (
            head + kind
            for head in dict.fromkeys((resort[1], own))
            if head
            for kind in ("度假区", "旅游度假区")
        )
    zone = _zone(place)
    if zone is None:
        return
    kinds = [long for long, short in ZONE_KINDS if short == zone.kind] or [zone.kind]
    if zone.kind in {"经开", "高新"} and zone.own:
        yield zone.own + "开发区"
    if zone.kind == "经开" and zone.city:
        yield from (city + zone.own + "开发区" for city in (zone.city, stem(zone.city)))
    cities = {zone.city, stem(zone.city)} if zone.city else {""}
    for city in cities | ({""} if zone.own or len(kinds) > 1 else set()):
        for kind in kinds:
            yield city + zone.own + kind
            yield from (city + rank + zone.own + kind for rank in _RANKS)


def _fields(place: LibraryPlace, held: Set[str]) -> Iterator[str]:
    """List a department's city with its field (沧州市生态环境), where the city has no report that it could be confused with."""
    if not place.parent or place.parent in held or not place.name.startswith(place.parent):
        return
    department = place.name.removeprefix(place.parent)
    office = _OFFICE.fullmatch(department)
    fields = {name.rstrip("局委") for name in (department, *short_names(department))} & _OFFICES
    for field in [
        *([office[1]] if office else []),
        *sorted(fields),
        *(said for f in fields for said in _SPOKEN.get(f, ())),
    ]:
        for city in (place.parent, stem(place.parent)):
            yield city + field


def _short_forms(place: LibraryPlace) -> Iterator[str]:
    """List the forms that may be part of longer words."""
    yield from contractions(place.name)
    zone = _zone(place)
    if zone is None:
        yield place.stem
    elif zone.kind == "新区":
        yield zone.own
    elif zone.kind != "开发":
        yield zone.own + zone.kind
        if zone.city:
            yield stem(zone.city) + zone.own + zone.kind
            yield zone.city + zone.own + zone.kind


def _zone(place: LibraryPlace) -> _Zone | None:
    """Part the name of a development zone; None for any other place."""
    kinds = [*ZONE_KINDS, ("新区", "新区")]
    found = next(((long, short) for long, short in kinds if place.name.endswith(long)), None)
    if found is None or (found[1] == "新区" and gazetteer().named(place.name)):
        return None
    rest = place.name.removesuffix(found[0])
    for rank in _RANKS:
        rest = rest.removesuffix(rank)
    city, own = place.parent, rest
    for above in gazetteer().find_in(rest)[:1]:
        if above.start == 0:
            city, own = above.places[0].name, rest[above.end :]
    for rank in _RANKS:
        own = own.removeprefix(rank)
    return None if found[1] == "新区" and not own else _Zone(city, own, found[1])


def _add(table: dict[str, tuple[LibraryPlace, ...]], form: str, place: LibraryPlace) -> None:
    """Add a place to a form's places, once."""
    if form and place not in table.get(form, ()):
        table[form] = (*table.get(form, ()), place)
