"""Short names of banners and autonomous counties: only where no other place has them."""

import pytest

from qa.question.places.contracted import contractions
from qa.question.places.forms import LibraryForms
from qa.types import ReportMeta


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("莫力达瓦达斡尔族自治旗", ["莫旗"]),
        ("阿拉善左旗", ["阿左旗"]),
        ("科尔沁右翼前旗", ["科右前旗"]),
        ("喀喇沁左翼蒙古族自治县", ["喀左县"]),
        ("前郭尔罗斯蒙古族自治县", ["前郭县", "前蒙县"]),
        ("阜新蒙古族自治县", ["阜蒙县"]),
        # Three banners could be 鄂旗, two 阿旗; 四旗 is four banners.
        ("鄂伦春自治旗", []),
        ("阿荣旗", []),
        ("四子王旗", []),
        # Not banners, or never called so.
        ("三都水族自治县", []),
        ("呼图壁县", []),
        ("津南区", []),
        ("赤峰市", []),
    ],
)
def test_contractions(name: str, forms: list[str]) -> None:
    assert list(contractions(name)) == forms


def test_a_library_knows_them() -> None:
    place = "莫力达瓦达斡尔族自治旗"
    forms = LibraryForms(
        [ReportMeta("m", "m.txt", place, "呼伦贝尔市", "county", 2024, "", "", "", False, "")]
    )
    assert [found.name for found in forms.named("莫旗")] == [place]
