"""Level and parent of known, shared and unknown names."""

from collections import Counter

import pytest

from qa.reading.above import locate
from qa.reading.scores import mentions_in


@pytest.mark.parametrize(
    ("name", "above", "mentions", "found"),
    [
        ("安吉县", "", {}, ("county", "湖州市")),
        ("义乌市", "浙江省", {}, ("county", "金华市")),
        ("鼓楼区", "", {"徐州市": 1}, ("county", "徐州市")),
        ("鼓楼区", "福州市", {"徐州市": 9}, ("county", "福州市")),
        ("云洛县", "台州市", {}, ("county", "台州市")),
        ("云洛县", "", {"台州市": 2}, ("county", "台州市")),
        ("云洛县", "", {"台州市": 1}, ("county", "")),
        ("云洛市", "", {}, ("prefecture", "")),
        ("云洛市", "台州市", {}, ("county", "台州市")),
        ("安吉区", "", {}, ("county", "湖州市")),
        ("和兴街道", "", {"台州市": 5, "上城区": 2}, ("township", "上城区")),
        ("双河镇", "", {"中山市": 2}, ("township", "中山市")),
        ("太湖旅游度假区", "苏州市", {}, ("zone", "苏州市")),
        ("西安综合保税区", "", {}, ("zone", "西安市")),
        ("湖北荆门云洛科技园区", "", {}, ("zone", "荆门市")),
        ("中国(河南)自由贸易试验区洛阳片区", "", {"河南省": 9}, ("zone", "洛阳市")),
        ("中新天津生态城", "", {}, ("zone", "天津市")),
        ("云洛旅游度假区", "", {"安吉县": 2}, ("zone", "安吉县")),
    ],
)
def test_locate(name: str, above: str, mentions: dict[str, int], found: tuple[str, str]) -> None:
    assert locate(name, above, Counter(mentions))[:2] == found


@pytest.mark.parametrize(
    ("name", "above", "text", "found"),
    [
        ("四川天府新区", "", "成都市支持天府新区。", ("zone", "成都市")),
        ("四川天府新区", "", "四川省批复。四川省发文。成都市支持。", ("zone", "四川省")),
        ("西咸新区", "陕西省", "陕西省西咸新区管委会。西安市支持。", ("zone", "西安市")),
        ("平潭综合实验区", "", "福建省批复。福建省发文。", ("zone", "福建省")),
        ("平潭综合实验区", "", "平潭县移交。福建省批复。福建省发文。", ("zone", "平潭县")),
        ("赣江新区", "", "江西省批复。江西省发文。", ("zone", "江西省")),
        ("西安国际港务区", "", "西安国际港务区管委会推进。", ("zone", "西安市")),
    ],
)
def test_a_zone_lies_where_the_text_says(name: str, above: str, text: str, found: tuple[str, str]) -> None:
    assert locate(name, above, mentions_in(text), text)[:2] == found


@pytest.mark.parametrize(
    ("mentions", "rivals"),
    [
        ({}, ("沈阳市", "鞍山市", "四平市")),
        ({"辽宁省": 3}, ("沈阳市", "鞍山市")),
        ({"鞍山市": 1}, ()),
    ],
)
def test_a_shared_name_has_rivals_until_the_text_settles_it(
    mentions: dict[str, int], rivals: tuple[str, ...]
) -> None:
    assert locate("铁西区", "", Counter(mentions)).rivals == rivals
