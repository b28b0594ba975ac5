from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.places import gazetteer
from qa.question.places.resolver import ScopeResolver
from qa.question.places.scope import Scope
from qa.text import clean_question
from qa.types import ReportMeta

TODAY = date(2025, 6, 1)


def meta(place: str, parent: str, year: int = 2024, level: str = "county") -> ReportMeta:
    id_ = f"{parent}{place}-{year}"
    return ReportMeta(id_, f"{id_}.txt", place, parent, level, year, "", "", "", False, "")


REPORTS = [
    meta("江阴市", "无锡市"),
    meta("梁溪区", "无锡市"),
    meta("无锡高新区", "无锡市", level="zone"),
    meta("昆山市", "苏州市", 2023),
    meta("昆山市", "苏州市", 2024),
    meta("鼓楼区", "南京市"),
    meta("鼓楼区", "福州市"),
    meta("高明区", "佛山市"),
    meta("嵊州市", "绍兴市"),
]
RESOLVER = ScopeResolver(REPORTS)
WUXI = ("江阴市", "梁溪区", "无锡高新区")


def resolve(question: str) -> Scope:
    return RESOLVER.resolve(clean_question(question), TODAY)


SHORT = sorted({p.name for s in "洋忠赵易蔚涉单莘冠温嵩杞渠茂理泸高" for p in gazetteer().named(f"{s}县")})


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize(
    "question",
    [
        "{}光杆司令一个人撑着的司法所有几个",
        "2025年{}计划招多少人",
        "2024年法律援助,昆山比{}多多少",
        "败诉率,2024年{}高还是昆山高",
    ],
)
def test_a_county_with_a_name_of_two_characters(name: str, question: str):
    asked = clean_question(question.format(name))
    held = ScopeResolver([*REPORTS, meta(name, "")]).resolve(asked, TODAY)
    assert name in held.places and not held.missing
    assert name in RESOLVER.resolve(asked, TODAY).missing


@pytest.mark.parametrize(
    "question", ["提高县级统筹水平的做法", "全省最高县是哪个", "海洋县域经济", "统一县区标准"]
)
def test_two_words_that_meet_are_no_county(question: str):
    held = ScopeResolver([*REPORTS, meta("高县", ""), meta("洋县", ""), meta("易县", "")])
    assert held.resolve(clean_question(question), TODAY).places == ()


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("江阴市2024年行政复议收了多少件?", ["江阴市"]),
        ("江阴呢?", ["江阴市"]),
        ("請問江陰市的敗訴率", ["江阴市"]),
        ("无锡市江阴市2024年", ["江阴市"]),
        ("无锡江阴调解", ["江阴市"]),
        ("无锡的梁溪", ["梁溪区"]),
        ("江苏省无锡市梁溪区", ["梁溪区"]),
        ("江阴和昆山哪个区多", ["江阴市", "昆山市"]),
        ("昆山比江阴多多少", ["昆山市", "江阴市"]),
        ("江阴、昆山、梁溪三个地方", ["江阴市", "昆山市", "梁溪区"]),
        ("江阴市场监管局罚了多少", ["江阴市"]),
        ("江阴市市场监管", ["江阴市"]),
        ("梁溪区域治理", ["梁溪区"]),
        ("江阴社区矫正多少人", ["江阴市"]),
        ("江阴全市执法", ["江阴市"]),
        ("江阴在无锡市排第几", ["江阴市"]),
        ("昆山人碰到欠薪去哪里告", ["昆山市"]),
        ("高明人碰到欠薪去哪里告", ["高明区"]),
        ("江阴乡下打官司的多不多", ["江阴市"]),
        ("江阴镇上有几个调解室", ["江阴市"]),
        ("江阴乡里有几个调解室", ["江阴市"]),
        ("江阴人民法院收了几件", ["江阴市"]),
        ("高明抢山林的架调了几起", ["高明区"]),
        ("2024年高明普法讲座几场", ["高明区"]),  # after a year a name is expected
        ("住在昆山被拖欠工资怎么办", ["昆山市"]),
        ("江阴有没有和上海合作", ["江阴市"]),
        ("江阴和江南大学合作了什么", ["江阴市"]),
        ("《江阴市重大决策目录》哪年出的", ["江阴市"]),
        ("无锡高新区复议多少", ["无锡高新区"]),
        ("无锡国家高新技术产业开发区", ["无锡高新区"]),
        ("无锡市的高新区呢", ["无锡高新区"]),
        ("无锡那个江阴办了几件复议", ["江阴市"]),
        ("高新区2024年", ["无锡高新区"]),
        ("高新呢", ["无锡高新区"]),
        ("高新技术企业有多少家", []),
        ("江阴高新技术企业有多少家", ["江阴市"]),
        ("南京鼓楼区", ["南京市鼓楼区"]),
        ("福州的鼓楼2024年", ["福州市鼓楼区"]),
        ("福州今年怎么样,鼓楼区呢", ["福州市鼓楼区"]),
        ("高明2024年", ["高明区"]),
        ("这个办法很高明吗", []),
        ("找个高明人问问", []),
        ("全市收了多少", []),
        ("新区块链应用", []),
        ("平安建设、和平共处、资源合作", []),
        ("", []),
    ],
)
def test_places(question: str, places: list[str]) -> None:
    scope = resolve(question)
    assert list(scope.places) == places
    assert scope.missing == ()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("江阴县2024年", ["江阴县"]),  # another suffix is another place
        ("江阴镇有几个", ["江阴镇"]),
        ("海曙呢?", ["海曙区"]),
        ("海宁2024年", ["海宁市"]),
        ("海曙区败诉率", ["海曙区"]),
        ("帮我查查杭州的复议数", ["杭州市"]),
        ("杭州余杭2024年", ["余杭区"]),
        ("苏州高新区呢", ["苏州高新区"]),
        ("苏州的高新区", ["苏州市高新区"]),
        ("广州鼓楼区", ["广州市鼓楼区"]),
        ("徐州鼓楼区", ["徐州市鼓楼区"]),
        ("无锡昆山市", ["无锡市昆山市"]),
        ("幸福区2024年", ["幸福区"]),
        ("火星市呢", ["火星市"]),
        ("虚构县的行政复议", ["虚构县"]),
        ("无锡2024年收了多少", ["无锡市"]),
        ("江阴和无锡市比", ["无锡市"]),
        ("江阴比上海多吗", ["上海市"]),
        ("江阴2023年和海曙2024年比", ["海曙区"]),
        ("杭州各区哪个多", ["杭州市"]),
        ("和平2024年", ["和平区"]),
        ("How many cases in Haishu District?", ["海曙区"]),
        ("Hangzhou 2024", ["杭州市"]),
    ],
)
def test_missing(question: str, missing: list[str]) -> None:
    scope = resolve(question)
    assert list(scope.missing) == missing
    assert not set(missing) & set(scope.places)


@pytest.mark.parametrize(
    "question",
    [
        "社区 辖区 园区 城区 小区 地区 市区 片区 山区 景区 校区 县区",
        "全区 本区 我区 该区 超市 上市 门市 城市 各市 各县",
        "哪个区",
        "共同富裕示范区",
        "法治政府建设示范县有哪些",
        "乡镇街道有多少",
        "行政区划调整",
        "县域治理",
        "城中村改造",
        "《浙江省行政复议条例》什么时候施行",
        "市场主体有多少",
        "有几个乡",
        "每个镇",
        "退市企业",
        "自贸试验区",
        "新区",
    ],
)
def test_common_nouns_are_no_places(question: str) -> None:
    scope = resolve(question)
    assert (scope.places, scope.missing, scope.inner) == ((), (), ())


@pytest.mark.parametrize(
    ("question", "offer"),
    [("无锡2024年", WUXI), ("锡山区呢", WUXI), ("剩州", ("嵊州市",)), ("拉萨2024年", ())],
)
def test_offer(question: str, offer: tuple[str, ...]) -> None:
    scope = resolve(question)
    assert (scope.offer or scope.places) == offer


@pytest.mark.parametrize(
    ("question", "all_places"),
    [
        ("哪个区的败诉率最低", True),
        ("各区县收案数", True),
        ("五个区里谁最多", True),
        ("所有地方的调解数", True),
        ("谁的败诉率最低", True),
        ("which district had the most cases", True),
        ("江阴和其他区比", True),
        ("江阴在五个市里排第几", True),
        ("江阴和昆山哪个区多", False),
        ("江阴和昆山谁最多", False),
        ("江阴各镇", False),
        ("有几个区长出庭", False),
        ("行政复议收了多少件", False),
    ],
)
def test_all_places(question: str, all_places: bool) -> None:
    assert resolve(question).all_places is all_places


@pytest.mark.parametrize(
    ("question", "under", "places"),
    [
        ("无锡各区", "无锡市", WUXI),
        ("无锡市的几个区比一比", "无锡市", WUXI),
        ("无锡2024年哪个区最多", "无锡市", WUXI),
        ("广东哪个区最多", "广东省", ("高明区",)),
    ],
)
def test_under(question: str, under: str, places: tuple[str, ...]) -> None:
    scope = resolve(question)
    assert (scope.under, scope.places, scope.missing) == (under, places, ())


@pytest.mark.parametrize(
    ("question", "excluded", "places"),
    [
        ("不要江阴", ["江阴市"], []),
        ("除了江阴以外,其他区呢", ["江阴市"], []),
        ("除江阴和昆山外哪些区提到", ["江阴市", "昆山市"], []),
        ("江阴除外,哪些区有", ["江阴市"], []),
        ("不是江阴,是昆山", ["江阴市"], ["昆山市"]),
        ("除了江阴,昆山呢", ["江阴市"], ["昆山市"]),
        ("无锡各区,江阴除外", ["江阴市"], []),
        ("江阴先不算", ["江阴市"], []),
        ("江阴就不看了", ["江阴市"], []),
        ("把江阴去掉吧", ["江阴市"], []),
        ("拿掉江阴", ["江阴市"], []),
        ("江阴去掉撤回的有多少件", [], ["江阴市"]),
        ("every place except Jiangyin", ["江阴市"], []),
    ],
)
def test_excluded(question: str, excluded: list[str], places: list[str]) -> None:
    scope = resolve(question)
    assert list(scope.excluded) == excluded
    assert list(scope.places) == places


@pytest.mark.parametrize(
    ("question", "correction"),
    [
        ("江荫2024年", ("江荫", "江阴市")),
        ("江音市的复议", ("江音市", "江阴市")),
        ("昆删呢", ("昆删", "昆山市")),
        ("梁西区2024年", ("梁西区", "梁溪区")),
        ("剩州的调解", ("剩州", "嵊州市")),
        ("无锡高薪区2024年", ("高薪区", "无锡高新区")),
    ],
)
def test_corrections(question: str, correction: tuple[str, str]) -> None:
    scope = resolve(question)
    assert scope.corrections == (correction,)
    assert scope.places == (correction[1],)


def test_a_missing_place_is_told_once_in_the_words_of_the_question() -> None:
    scope = resolve("屏边苗族自治县2024年和屏边苗族自治县2023年比")
    assert scope.missing == ("屏边苗族自治县",)
    assert scope.missing_as == ("屏边苗族自治县",)
    assert resolve("海宁2024年").missing_as == ("海宁",)


def test_places_are_told_with_where_they_stand() -> None:
    question = "昆山人民调解和江阴的法律援助"
    scope = resolve(question)
    assert [(question[start:end], key) for start, end, key in scope.at] == [
        ("昆山", "昆山市"),
        ("江阴", "江阴市"),
    ]


OFFICE = meta("沧州市生态环境局", "沧州市", level="department")
CITY = meta("沧州市", "河北省", level="prefecture")


@pytest.mark.parametrize(
    "question", ["沧州市生态环境2024年立案多少件", "沧州生态环境查了几家企业", "沧州市生态环境局罚了多少"]
)
def test_a_department_is_known_by_its_city_and_field(question: str) -> None:
    assert ScopeResolver([OFFICE]).resolve(question, TODAY).places == ("沧州市生态环境局",)


def test_a_department_is_known_by_who_people_say_for_it() -> None:
    police = meta("沧州市公安局", "沧州市", level="department")
    assert ScopeResolver([police]).resolve("沧州警察2024年抓了多少人", TODAY).places == ("沧州市公安局",)
    assert ScopeResolver([police, CITY]).resolve("沧州警察2024年抓了多少人", TODAY).places == ("沧州市",)


def test_a_paper_of_that_name_hides_no_place() -> None:
    assert ScopeResolver([meta("慈溪市", "宁波市")]).resolve("慈溪网上办的公证有多少", TODAY).places == (
        "慈溪市",
    )


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("沧州市生态环境2024年立案多少件", ("沧州市",)),
        ("沧州生态环境查了几家企业", ("沧州市",)),
        ("沧州市生态环境局罚了多少", ("沧州市生态环境局",)),  # by its name still
    ],
)
def test_the_field_is_the_citys_where_the_city_has_a_report(question: str, places: tuple[str, ...]) -> None:
    assert ScopeResolver([OFFICE, CITY]).resolve(question, TODAY).places == places


def test_a_named_place_is_not_offered_again() -> None:
    assert resolve("江阴和锡山区谁多").offer == ("梁溪区", "无锡高新区")


def test_a_real_place_is_never_corrected_into_another() -> None:
    library = ScopeResolver([meta("银州区", "铁岭市")])
    for question in ("鄞州2024年", "鄞州区2024年"):  # the same sound as 银州
        scope = library.resolve(question, TODAY)
        assert (scope.places, scope.missing, scope.offer) == ((), ("鄞州区",), ("银州区",))


@pytest.mark.parametrize("question", ["鼓楼区2024年", "鼓楼呢", "Gulou District"])
def test_ambiguous(question: str) -> None:
    scope = resolve(question)
    assert scope.ambiguous == (("南京市鼓楼区", "福州市鼓楼区"),)
    assert scope.places == ()


@pytest.mark.parametrize(
    ("question", "inner", "places"),
    [
        ("江阴华西镇的站点", ["华西镇"], ["江阴市"]),
        ("周庄镇做了什么", ["周庄镇"], []),
        ("梁溪广益街道", ["广益街道"], ["梁溪区"]),
        ("江阴双柳树镇和卜塔集镇哪个多", ["双柳树镇", "卜塔集镇"], ["江阴市"]),
        ("江阴农村集镇整治了几处", [], ["江阴市"]),
        ("江阴城镇新增就业", [], ["江阴市"]),
    ],
)
def test_inner(question: str, inner: list[str], places: list[str]) -> None:
    scope = resolve(question)
    assert (list(scope.inner), list(scope.places), scope.missing) == (inner, places, ())


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Jiangyin 2024 reconsideration", ["江阴市"]),
        ("Liang Xi District mediation", ["梁溪区"]),
        ("Jiangyin vs kunshan", ["江阴市", "昆山市"]),
        ("Wuxi Hi-Tech Zone", ["无锡高新区"]),
        ("Wuxi National High-tech Industrial Development Zone", ["无锡高新区"]),
        ("the hi-tech zone", ["无锡高新区"]),
        ("how did things change over time", []),
    ],
)
def test_latin(question: str, places: list[str]) -> None:
    scope = resolve(question)
    assert list(scope.places) == places
    assert scope.missing == ()


def test_spans_leave_what_is_asked() -> None:
    question = "无锡市江阴市2024年度行政复议收了多少件"
    spans = resolve(question).spans
    assert [question[start:end] for start, end in spans] == ["无锡市江阴市", "2024年度"]


def test_place_of_names_a_report_as_scopes_do() -> None:
    assert RESOLVER.place_of(REPORTS[0]) == "江阴市"
    assert RESOLVER.place_of(REPORTS[5]) == "南京市鼓楼区"
    assert [place.key for place in RESOLVER.places].count("昆山市") == 1


def test_an_empty_library_lacks_every_place() -> None:
    scope = ScopeResolver([]).resolve("江阴2024年和哪个区比", TODAY)
    assert (scope.places, scope.missing, scope.years) == ((), ("江阴市",), (2024,))


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=80)
    | st.text(alphabet="江阴市无锡的高新区和除了外哪个鼓楼县镇2年、《》 Wuxi", max_size=80)
)
def test_any_text_gives_a_scope(text: str) -> None:
    scope = resolve(text)
    keys = {place.key for place in RESOLVER.places}
    assert {*scope.places, *scope.excluded, *scope.offer} <= keys
    assert not set(scope.places) & set(scope.excluded) or text.count("江") + text.count("鼓") > 1
    assert all(0 <= start < end for start, end in scope.spans)


@pytest.mark.parametrize(
    "piece", ["江阴市2024年", "江阴", "的区县市", "除了江阴和", "Jiangyin ", "和", "《", "谁", "哪个"]
)
def test_long_texts_take_no_long_time(piece: str) -> None:
    started = time.process_time()
    resolve((piece * 10_000)[:10_000])
    assert time.process_time() - started < 2.0  # 0.13 s measured


def test_three_thousand_places_are_resolved_in_milliseconds() -> None:
    rows = [place for place in gazetteer().places if place.level != "province"][:3000]
    resolver = ScopeResolver([meta(place.name, place.parent) for place in rows])
    questions = ["江阴市2024年收了多少", "无锡江阴和昆山比", "江荫呢", "哪个区最多", "火星市呢"] * 4
    resolver.resolve("江荫呢", TODAY)
    started = time.process_time()
    found = [resolver.resolve(question, TODAY) for question in questions]
    assert (time.process_time() - started) / len(questions) < 0.05  # 0.001 s measured
    assert [scope.places for scope in found[:3]] == [("江阴市",), ("江阴市", "昆山市"), ("江阴市",)]


def test_an_everyday_word_in_a_list_of_places_is_a_place():
    held = ScopeResolver(
        [meta("蒙自市", ""), meta("建水县", ""), meta("元阳县", ""), meta("元阳县", "", 2023)]
    )
    for question in ("蒙自、建水、元阳2024年谁多", "元阳和建水哪个多", "建水、蒙自比一比"):
        assert "建水县" in held.resolve(clean_question(question), TODAY).places
    assert held.resolve(clean_question("元阳县一共建水站多少个"), TODAY).places == ("元阳县",)


def test_a_place_that_begins_a_sentence_of_everyday_words():
    held = ScopeResolver([meta("新安县", "洛阳市"), meta("开平市", "江门市"), meta("开平区", "唐山市")])
    for question, place in (
        ("新安去法院旁听的领导有多少人次", "新安县"),
        ("江门那个开平,违法盖房的查了几宗", "开平市"),
    ):
        assert held.resolve(clean_question(question), TODAY).places == (place,)


def test_which_of_two_in_english_is_not_asked_of_the_whole_library():
    assert not resolve("Which city got more?").all_places
    assert resolve("Which city got the most?").all_places


@pytest.mark.parametrize(
    "question", ["哪些报告提到了昆明市", "江阴市的报告提到昆明了吗", "江阴的报告有没有讲到昆明市"]
)
def test_a_place_that_reports_speak_of_is_what_is_asked_for(question: str) -> None:
    assert resolve(question).missing == ()


def test_places_with_years_of_their_own_are_paired() -> None:
    scope = resolve("昆山市2023年、昆山市2024年、江阴2024年的败诉率从高到低排一下")
    assert scope.each == (("昆山市", (2023, 2024)), ("江阴市", (2024,)))
    assert resolve("昆山2023年和江阴2024年的复议").each == (("昆山市", (2023,)), ("江阴市", (2024,)))
    assert resolve("昆山和江阴2024年的复议").each == ()
    assert resolve("昆山(2023)、江阴(2024),复议谁多").each == (("昆山市", (2023,)), ("江阴市", (2024,)))
    assert resolve("昆山2024年和江阴2024年的复议").each == ()


def test_a_justice_office_under_the_name_of_a_county_is_of_the_county() -> None:
    assert resolve("江阴市司法所有几个").places == ("江阴市",)
    assert resolve("蓝田县司法所有几个").missing == ("蓝田县",)


def test_the_counties_of_a_city_are_asked_by_its_name() -> None:
    assert resolve("无锡的县市里哪个败诉率高").places == WUXI


def test_a_person_in_the_dictionary_hides_no_place() -> None:
    resolver = ScopeResolver([meta("泗阳县", "宿迁市"), meta("桐城市", "安庆市")])
    assert resolver.resolve("泗阳和桐城2024年公证差多少件", TODAY).places == ("泗阳县", "桐城市")


def test_a_short_name_that_is_a_word_is_a_place_where_no_report_prints_it_otherwise() -> None:
    texts = {"高明区-2024": "高明区开展检查。", "昆山市-2024": "昆山市开展检查。"}
    reports = [meta("高明区", ""), meta("昆山市", "")]
    asked = clean_question("高明补课班退费多少")
    held = ScopeResolver(reports, lambda id_, words: words in texts[id_])
    assert held.resolve(asked, TODAY).places == ("高明区",)
    texts["昆山市-2024"] = "昆山市推出高明做法。"  # another report prints the word
    assert not held.resolve(asked, TODAY).places
    assert not ScopeResolver(reports).resolve(asked, TODAY).places  # nothing can be looked into


@pytest.mark.parametrize("question", ["江阴市2024年生态环境局处罚多少件", "江阴市生态环境局处罚多少件"])
def test_an_office_behind_another_place_is_that_places(question: str) -> None:
    scope = ScopeResolver([*REPORTS, OFFICE]).resolve(clean_question(question), TODAY)
    assert scope.places == ("江阴市",)


def test_an_office_beside_another_place_is_compared() -> None:
    scope = ScopeResolver([*REPORTS, OFFICE]).resolve(clean_question("江阴市和生态环境局谁罚得多"), TODAY)
    assert scope.places == ("江阴市", "沧州市生态环境局")
