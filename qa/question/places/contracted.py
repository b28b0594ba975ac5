"""What long names of banners and autonomous counties are called for short: 莫旗, 科右前旗, 喀左县, 前郭县, 阜蒙县.

Such a form counts only where one place of the whole gazetteer has it: 鄂旗 may be any of three banners and is none. Knows
nothing of questions or libraries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from qa.patterns import lazy_re
from qa.places import gazetteer, stem

_SIDES = lazy_re(r"^(?P<root>.{2,}?)(?P<side>[左右]?)翼?(?P<end>[前后中]?)$")
_LONG = 4  # characters of a stem that people shorten to its first two
_COUNTED = "一二三四五六七八九十两各全东西"  # 四旗 is four banners, not 四子王旗


def contractions(name: str) -> Iterator[str]:
    """List the short forms of a name that no other place has.

    Args:
        name: Full name of a place.

    Yields:
        Forms such as 莫旗 for 莫力达瓦达斡尔族自治旗; none for a district, a city or an ordinary county.
    """
    yield from (form for form in _forms(name) if _owners().get(form, {name}) == {name})


@lru_cache(maxsize=1)
def _owners() -> dict[str, set[str]]:
    """The places of the gazetteer that each form may mean; one that is a name of its own means that place."""
    owners: dict[str, set[str]] = defaultdict(set)
    for place in gazetteer().places:
        for form in (place.name, place.stem, *_forms(place.name)):
            owners[form].add(place.name)
    return owners


def _forms(name: str) -> Iterator[str]:
    """Every form that a name may be shortened to."""
    kind = name[-1]
    if kind == "县" and not name.endswith("自治县"):
        return
    root = stem(name)
    parts = _SIDES.match(root)
    if kind not in "县旗" or parts is None or root == name:
        return
    sides = parts["side"] + parts["end"]
    if kind == "旗" or sides:  # 莫旗, 阿左旗, 科右前旗, 喀左县
        if sides or root[0] not in _COUNTED:
            yield root[0] + sides + kind
        return
    if len(root) >= _LONG:  # 前郭县 for 前郭尔罗斯蒙古族自治县
        yield root[:2] + kind
    if (
        name[len(root)] == "蒙"
    ):  # 阜蒙县 for 阜新蒙古族自治县; other peoples' names are not used so (三水县 is a town of old)
        yield f"{root[0]}蒙{kind}"
