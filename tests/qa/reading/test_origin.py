"""Which place a report speaks for: by its title, and without one."""

import pytest

from qa.reading.origin import find_origin
from qa.reading.scores import Clues


def origin(
    title: str = "", body: str = "", signatures: tuple[str, ...] = (), issuer: str = ""
) -> tuple[str, ...]:
    found = find_origin(Clues(title, signatures, issuer, body[:400], body))
    return found[:3] if found else ()


@pytest.mark.parametrize(
    ("title", "place", "parent", "level"),
    [
        ("浦东新区2023年法治政府建设情况报告", "浦东新区", "上海市", "county"),
        ("大连金普新区管委会关于2023年法治政府建设情况的报告", "大连金普新区", "大连市", "zone"),
        ("海南藏族自治州2023年度法治政府建设报告", "海南藏族自治州", "青海省", "prefecture"),
        ("东莞市长安镇2023年度法治政府建设工作报告", "长安镇", "东莞市", "township"),
        ("中共义乌市委 义乌市人民政府关于2023年法治政府建设情况的报告", "义乌市", "金华市", "county"),
        ("义乌市司法局2023年法治政府建设工作总结", "义乌市", "金华市", "county"),
        ("海曙区教育局2023年法治政府建设工作报告", "海曙区教育局", "海曙区", "department"),
        ("昆明市人民政府办公室关于昆明市2023年法治政府建设情况的报告", "昆明市", "云南省", "prefecture"),
        ("2023年度法治政府建设工作报告(天心区)", "天心区", "长沙市", "county"),
        ("2023年法治义乌建设工作报告", "义乌市", "金华市", "county"),
        ("西藏自治区2023年度法治政府建设情况报告", "西藏自治区", "", "province"),
        ("横琴粤澳深度合作区2023年法治政府建设工作报告", "横琴粤澳深度合作区", "", "zone"),
        ("武汉市鼓北区2023年法治政府建设报告", "鼓北区", "武汉市", "county"),
    ],
)
def test_by_title(title: str, place: str, parent: str, level: str) -> None:
    assert origin(title) == (place, parent, level)


def test_a_title_without_a_place_tells_nothing() -> None:
    assert origin("2023年法治政府建设年度报告") == ()


def test_a_shared_name_is_settled_by_the_place_above() -> None:
    body = "徐州市委部署后,鼓楼区落实。徐州市考核中居前。"
    assert origin("鼓楼区2023年法治政府建设工作报告", body)[1] == "徐州市"


def test_by_lead_sentence() -> None:
    body = "2023年,安吉县坚持依法行政。湖州市考核第一。湖州市发文。湖州市推广。湖州市表彰。"
    assert origin(body=body) == ("安吉县", "湖州市", "county")


@pytest.mark.parametrize(
    "body", ["安吉县坚持依法行政。", "安吉县2023年,坚持依法行政。", "2023年以来,安吉县委推进。"]
)
def test_by_the_beginning_of_the_lead(body: str) -> None:
    assert origin(body=body)[0] == "安吉县"


def test_by_how_often_a_place_is_named() -> None:
    body = "2024年以来,市司法局工作有序。出台《义乌市办法》《义乌市细则》,法治义乌建设推进,全市落实。"
    assert origin(body=body)[0] == "义乌市"


def test_a_prefecture_that_names_its_counties_is_still_the_prefecture() -> None:
    body = "全市推进。湘潭市出台办法。湘潭市考核。韶山市、湘乡市、湘潭县设点。湘潭市总结。"
    assert origin(body=body)[0] == "湘潭市"


def test_a_relative_department_gets_its_place_from_the_text() -> None:
    body = "今年以来,南京市江宁区市场监督管理局依法行政。江宁区经营主体增加,江宁区考核第一。我局办案12件。"
    assert origin("区市场监督管理局2024年度法治政府建设工作总结", body)[:2] == (
        "江宁区市场监督管理局",
        "江宁区",
    )


def test_a_department_by_its_signature() -> None:
    body = "2024年,我局坚持依法行政,办案12件。"
    assert origin(body=body, signatures=("安吉县教育局",))[0] == "安吉县教育局"


def test_a_zone_called_by_its_kind() -> None:
    body = "2024年,高新区坚持依法行政。出台《苏州高新区办法》,苏州高新区推广。"
    assert origin("高新区2024年法治政府建设工作报告", body) == ("苏州高新区", "苏州市", "zone")


def test_one_passing_mention_is_no_evidence() -> None:
    assert origin(body="办案12件,赴安吉县考察。") == ()
