"""Which turns ask of the places inside the one spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from qa.question.conversation.inside import COUNTY, TOWN, itself_too
from tests.inside import ASKED, Inside


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        ((ASKED, "其中各县区分别多少"), COUNTY),
        ((ASKED, "下面哪个县收得最少"), COUNTY),
        ((ASKED, "各县区里头收得最多的是哪个"), COUNTY),
        ((ASKED, "哪个县最多"), COUNTY),  # a city has counties
        ((ASKED, "哪个最少"), COUNTY),
        ((ASKED, "各县区分别多少", "最多的呢"), COUNTY),
        ((ASKED, "各县区分别多少", "受理的呢"), COUNTY),
        ((ASKED, "各镇街呢"), TOWN),
        ((ASKED, "哪个街道最多"), TOWN),
        (("盘锦市2024年下面各县区的复议申请分别多少",), COUNTY),  # the city's own report tells of all
        (("大洼区2024年哪个镇最多",), TOWN),
        (("大洼区2024年收到多少复议申请", "哪个县最多"), ""),  # a district has none: the library is asked
        ((ASKED, "各县区分别多少", "全市一共多少"), ""),
        ((ASKED, "县区法治协调小组有几个"), ""),
        ((ASKED, "各镇街完成审查多少件"), ""),  # may be their total
        ((ASKED, "那2023年呢"), ""),
    ],
)
def test_the_kind_of_the_places_inside(inside: Inside, turns: tuple[str, ...], kind: str):
    assert inside.assistant.understand(turns, date(2025, 6, 1)).reading.inner == kind


def test_the_places_own_offices():
    assert itself_too("其中市政府和各县区分别多少")
    assert itself_too("市本级跟各县区呢")
    assert not itself_too("各县区分别多少")
