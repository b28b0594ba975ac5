"""Short names of places and departments, spelled out by the text."""

import pytest

from qa.reading.spelling import full_department, full_place


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("莫旗", "莫力达瓦达斡尔族自治旗推进。", "莫力达瓦达斡尔族自治旗"),
        ("前郭县", "前郭尔罗斯蒙古族自治县推进。", "前郭尔罗斯蒙古族自治县"),
        ("前郭县", "全县推进。", "前郭县"),  # not spelled out
        ("安吉县", "长兴县推进。", "安吉县"),  # known
        ("云洛县", "安吉县推进。", "云洛县"),  # no short form of it
        ("临港新片区", "中国(上海)自由贸易试验区临港新片区推进。", "中国(上海)自由贸易试验区临港新片区"),
        ("和兴街道", "安吉县推进。", "和兴街道"),
    ],
)
def test_places(name: str, text: str, full: str) -> None:
    assert full_place(name, text) == full


@pytest.mark.parametrize(
    ("words", "other", "units"),
    [
        ("区住建局", "昆明市呈贡区住房和城乡建设局", ("昆明市", "呈贡区")),
        ("呈贡区市场监管局", "昆明市呈贡区市场监督管理局", ("昆明市", "呈贡区")),
        ("区水务局", "昆明市呈贡区住房和城乡建设局", None),
        ("区水务局", "呈贡区人民政府", None),
    ],
)
def test_departments(words: str, other: str, units: tuple[str, ...] | None) -> None:
    found = full_department(words, [other])
    assert (found.units if found else None) == units
