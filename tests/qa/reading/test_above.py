"""Level and parent of known, shared and unknown names."""

from collections import Counter

import pytest

from qa.reading.above import locate


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
    ],
)
def test_locate(name: str, above: str, mentions: dict[str, int], found: tuple[str, str]) -> None:
    assert locate(name, above, Counter(mentions))[:2] == found
