"""Office and place names."""

import pytest

from qa.reading.office import (
    complete,
    is_bare_zone,
    is_relative,
    is_zone,
    parse_office,
)


@pytest.mark.parametrize(
    ("words", "units", "body"),
    [
        ("无锡市江阴市人民政府", ("无锡市", "江阴市"), "人民政府"),
        ("中共江阴市委 江阴市人民政府", ("江阴市",), "委江阴市人民政府"),
        ("北京市朝阳区", ("北京市", "朝阳区"), ""),
        ("济南市市中区", ("济南市", "市中区"), ""),
        ("江阴市场监督管理局", (), "江阴市场监督管理局"),
        ("武侯区城市管理局", ("武侯区",), "城市管理局"),
        ("宁波市海曙区住房和城乡建设局", ("宁波市", "海曙区"), "住房和城乡建设局"),
        ("国家税务总局江阴市税务局", ("江阴市",), "税务局"),
        ("桃源县漳江街道办事处", ("桃源县", "漳江街道"), "办事处"),
        ("海西州", ("海西蒙古族藏族自治州",), ""),
        ("洛溪经济开发区管委会", ("洛溪经济开发区",), "管委会"),
        ("市中区教育局", ("市中区",), "教育局"),
        ("镇江市教育局", ("镇江市",), "教育局"),
        ("长阳县人民政府", ("长阳土家族自治县",), "人民政府"),
        ("第十三师新星市", ("新星市",), ""),
        ("新乡高新区管委会", ("新乡高新区",), "管委会"),
        ("黄山风景区管理委员会", ("黄山风景区",), "管理委员会"),
        ("黄河三角洲农业高新技术产业示范区", ("黄河三角洲农业高新技术产业示范区",), ""),
        ("中国(河南)自由贸易试验区洛阳片区管委会", ("中国(河南)自由贸易试验区洛阳片区",), "管委会"),
        ("陇县经济开发区", ("陇县", "经济开发区"), ""),
        ("中山市人民政府石岐街道办事处", ("中山市", "石岐街道"), "办事处"),
        ("和兴街道办事处", ("和兴街道",), "办事处"),
        ("和各镇", (), "和各镇"),
        ("景区建设", (), "景区建设"),
        ("洛溪示范区管委会 安吉县人民政府", ("洛溪示范区",), "管委会安吉县人民政府"),
        ("中共滑县县委滑县人民政府", ("滑县",), "县委滑县人民政府"),
        ("成都市公安局温江区分局", ("成都市",), "公安局温江区分局"),
        ("酉阳自治县人民政府", ("酉阳土家族苗族自治县",), "人民政府"),
        ("区司法局", (), "区司法局"),
        ("全区上下", (), "全区上下"),
        ("我市认真落实", (), "我市认真落实"),
    ],
)
def test_parse(words: str, units: tuple[str, ...], body: str) -> None:
    office = parse_office(words)
    assert (office.units, office.body) == (units, body)


@pytest.mark.parametrize(
    "words",
    [
        "海曙区教育局",
        "江阴市税务局",
        "浙江省教育厅",
        "武侯区城市管理局",
        "滕州市人民防空办公室",
        "湖州市人民政府国有资产监督管理委员会",
        "北京市城市管理委员会",
    ],
)
def test_departments(words: str) -> None:
    assert parse_office(words).is_department


@pytest.mark.parametrize(
    "words",
    [
        "江阴市司法局",
        "江阴市人民政府",
        "中共江阴市委",
        "洛溪经济开发区管委会",
        "江阴市人民政府办公室",
        "中共江孜县委员会",
        "洛溪高新区党政办公室",
    ],
)
def test_bodies_that_speak_for_the_place(words: str) -> None:
    assert not parse_office(words).is_department


@pytest.mark.parametrize(
    ("words", "place", "full"),
    [
        ("区司法局", "海曙区", "海曙区司法局"),
        ("市政府办公室", "江阴市", "江阴市政府办公室"),
        ("高新区办公室", "洛溪高新区", "洛溪高新区办公室"),
        ("园区管委会", "洛溪工业园区", "洛溪工业园区管委会"),
        ("无锡市江阴市人民政府", "江阴市", "无锡市江阴市人民政府"),
    ],
)
def test_relative_names_are_completed(words: str, place: str, full: str) -> None:
    assert complete(words, place) == full


def test_relative_and_bare() -> None:
    assert is_relative("区司法局") and not is_relative("海曙区司法局")
    assert is_bare_zone("高新区") and is_bare_zone("国家高新区") and not is_bare_zone("洛溪高新区")


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("西安综合保税区", True),
        ("济南临空经济区", True),
        ("洛阳高新区", True),
        ("安吉县", False),
        ("景区", False),
    ],
)
def test_is_zone(name: str, zone: bool) -> None:
    assert is_zone(name) is zone
