"""Report ids."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.slug import report_id


@pytest.mark.parametrize(
    ("place", "parent", "level", "slug"),
    [
        ("江阴市", "无锡市", "county", "jiangyin-2024"),
        ("苏州高新区", "苏州市", "zone", "suzhou-gaoxin-2024"),
        ("杭州经济技术开发区", "杭州市", "zone", "hangzhou-jingkai-2024"),
        ("城步苗族自治县", "邵阳市", "county", "chengbu-2024"),
        ("海曙区教育局", "海曙区", "department", "haishu-jiaoyuju-2024"),
        ("绿水镇", "", "township", "lvshui-2024"),
    ],
)
def test_slugs(place: str, parent: str, level: str, slug: str) -> None:
    assert report_id(place, parent, level, 2024) == slug


@given(st.text(max_size=12))
def test_an_id_is_always_plain_ascii(place: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]*2024", report_id(place, "", "county", 2024))
