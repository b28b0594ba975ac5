"""Places without a report of their own, of which the report of the place above, or a department of their city, tells.

Knows which reports hold some words, and nothing of years.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from qa.answer.scope.bureaus import bureau_of, tells_of_city
from qa.patterns import lazy_re
from qa.places import ZONE_KINDS, gazetteer, stem
from qa.question.single.reading import Reading
from qa.types import ReportMeta

_ZONE = lazy_re(r"(?:开发|经开|高新|新|园|保税|度假|示范)区$|(?:产业|工业|科技)园$")
_ZONE_BORDERS = "\n,，、;；。|｜:： "  # what stands before the name of a zone that is no part of a longer one


class PlacesInside:
    """Finds the reports of one library that tell of such places."""

    def __init__(self, keys: Mapping[str, str], holds: Callable[[str, str], bool]) -> None:
        """Wire it.

        Args:
            keys: For each report id the name that scopes use for its place.
            holds: Whether the report of an id holds some words.
        """
        self._keys = keys
        self._holds = holds

    def inner(self, reading: Reading, metas: Sequence[ReportMeta]) -> tuple[dict[str, str], tuple[str, ...]]:
        """Find places without a report that the report of the place above speaks of, by what it calls them, and those above.

        Args:
            reading: The question.
            metas: Reports that may answer.

        Returns:
            For each such place what the report above calls it, and the places above.
        """
        inner: dict[str, str] = {}
        above: list[str] = []
        for name, typed in zip(reading.scope.missing, reading.scope.missing_as, strict=True):
            known = gazetteer().named(name) or gazetteer().find(name[:-1])  # 屏边县 is 屏边苗族自治县
            parents = {place.parent for place in known}
            for meta in metas:
                key = self._keys[meta.id]
                above_it = (
                    meta.place in parents
                    or (meta.parent in parents and self.is_own_matter(reading, meta))
                    # a zone named after the district that it lies in, or spoken of in its report alone
                    or (
                        _ZONE.search(name)
                        and (meta.place[:-1] in name or key in self.holding((name,), metas))
                    )
                    or (  # 某区的呢, after a bureau of the city above
                        key in reading.recent[-1:] and any(meta.place.startswith(p) for p in parents if p)
                    )
                )
                near = key in reading.places or (not reading.places and above_it)
                forms = (name, typed, name.replace("经开区", "经济开发区"))
                said = near and (
                    next((n for n in forms if self._holds(meta.id, n)), "") or self._own_zone(name, meta)
                )
                if said:
                    inner[name] = said
                    above.append(key)
        return inner, tuple(dict.fromkeys(above))

    def holding(self, names: Sequence[str], metas: Sequence[ReportMeta]) -> tuple[str, ...]:
        """Find the one place whose reports speak of some townships or branches; none where several do.

        Args:
            names: Names of townships or branches.
            metas: Reports that may answer.

        Returns:
            The place, or ().
        """
        held = [self._keys[m.id] for m in metas if names and all(self._holds(m.id, n) for n in names)]
        places = tuple(dict.fromkeys(held))
        return places if len(places) == 1 else ()

    def of_holder(self, reading: Reading, metas: Sequence[ReportMeta]) -> Reading:
        """Ask the one place spoken of whose reports name a township: 丙街道受理多少件, after 甲县和乙县哪个多.

        Args:
            reading: The question.
            metas: Reports that may answer.

        Returns:
            The question of that place, or as it is where several name the township.
        """
        spoken = [m for m in metas if self._keys[m.id] in reading.places]
        return replace(reading, places=self.holding(reading.scope.inner, spoken) or reading.places)

    def bureau(self, missing: Sequence[str], reading: Reading, metas: Sequence[ReportMeta]) -> str:
        """Find the one department whose report tells of its city what is asked, the city having none.

        Args:
            missing: Places that the library lacks.
            reading: The question.
            metas: Reports that may answer.

        Returns:
            The department's place, or "".
        """
        if len(missing) != 1 or reading.places:
            return ""
        bureau = bureau_of(missing[0], metas)
        held = next((m for m in metas if m.place == bureau), None)
        return self._keys[held.id] if held and self.is_own_matter(reading, held) else ""

    def is_own_matter(self, reading: Reading, bureau: ReportMeta) -> bool:
        """Tell whether a department's report may tell of its city, or of places in it, what is asked.

        Args:
            reading: The question.
            bureau: The department's report.

        Returns:
            Whether what is asked is that department's own work.
        """
        return tells_of_city(reading, bureau, partial(self._holds, bureau.id))

    def _own_zone(self, name: str, meta: ReportMeta) -> str:
        """Give what a report calls the zone that a question names after its place: 经济技术开发区 behind a mark."""
        kind = name.removeprefix(meta.place).removeprefix(stem(meta.place))
        if kind == name:
            return ""
        short = next((short for long, short in ZONE_KINDS if kind in {long, f"{short}区"}), "")
        kinds = {kind, *(long for long, own in ZONE_KINDS if own == short)}
        return next(
            (k for k in sorted(kinds) if any(self._holds(meta.id, f"{b}{k}") for b in _ZONE_BORDERS)), ""
        )
