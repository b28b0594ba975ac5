"""Figures of a part, of the year before and of what was undone, in a city's report and in that of a county with a short name."""

from __future__ import annotations

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from tests.conftest import TODAY

SHANGQIU = """商丘市2024年法治政府建设工作报告

2024年，商丘市坚持依法行政，现将有关情况报告如下。

一、2024年工作情况

（一）化解行政争议
全市收到行政复议申请1860件，受理1702件，审结1655件，其中市本级受理410件、审结388件。县区受理的案件中，永城市302件、夏邑县187件、商丘经济技术开发区33件。年末未结47件。年末在办的由市本级人均承办19件。一审行政诉讼案件812件，败诉93件，败诉率11.5%。

（二）规范行政执法
全市入企检查2.1万次，比上年的2.96万次减少8600次。围绕趋利性执法开展专项监督，纠正问题88个，向当事人退还罚款92.4万元，撤销行政处罚决定17件。12345热线受理群众诉求6.3万件，供水、供电两类诉求最多，分别为1.1万件和7400件。

二、存在的不足

一是执法力量薄弱。

三、2025年工作安排

一是把社区法律服务点增加到120个。二是招录司法所人员15名。
"""

XIXIAN = """息县2024年法治政府建设工作报告

2024年，息县坚持依法行政，现将有关情况报告如下。

一、2024年工作情况

（一）公共法律服务
全县18个司法所中，配备2名以上工作人员的11个。县法律援助中心办理法律援助案件421件。全县收到行政复议申请139件，行政诉讼败诉率9.8%。

二、2025年工作安排

一是规范司法所建设，招录司法所人员6名。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("parts")
    texts = {"sq.txt": SHANGQIU, "xx.txt": XIXIAN}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder / name for name in texts], folder / "library", load())
    return Assistant(Library.open(folder / "library"), load())


def figures(library: Assistant, *turns: str) -> list[tuple[str, int, str, str]]:
    answer = library.ask(turns, today=TODAY)
    return [(v.place, v.year, v.value, v.unit) for v in answer.values]


@pytest.mark.parametrize(
    ("question", "place", "figure"),
    [
        ("商丘市本级2024年审结了多少件行政复议案件？", "商丘市", "388件"),
        ("商丘市2024年审结了多少件行政复议案件？", "商丘市", "1655件"),
        ("夏邑县2024年受理的行政复议案件有多少件？", "商丘市", "187件"),
        ("2024年底商丘市没审完的行政复议案件还有多少件？", "商丘市", "47件"),
        ("商丘市2024年入企检查多少次？", "商丘市", "2.1万次"),
        ("商丘12345上供电方面的诉求有多少件？", "商丘市", "7400件"),
        ("商丘市退还了多少罚款？", "商丘市", "92.4万元"),
        ("息县配备2名以上工作人员的司法所有多少个？", "息县", "11个"),
        ("2024年息县办的法律援助案件有多少件？", "息县", "421件"),
    ],
)
def test_the_figure_of_the_part_asked_for(library: Assistant, question: str, place: str, figure: str):
    assert [(p, f"{value}{unit}") for p, _, value, unit in figures(library, question)] == [(place, figure)]


@pytest.mark.parametrize(
    "question", ["商丘市2024年罚没收入多少万元？", "商丘市2024年作出行政处罚决定多少件？"]
)
def test_what_was_undone_is_not_what_was_done(library: Assistant, question: str):
    assert figures(library, question) == []


def test_the_base_of_a_change_is_the_figure_of_the_year_before(library: Assistant):
    assert figures(library, "商丘市2024年报告里写的上一年也就是2023年入企检查多少次？") == [
        ("商丘市", 2023, "2.96", "万次")
    ]
    answer = library.ask(["商丘市2024年入企检查比2023年少了多少次？"], today=TODAY)
    assert "相差8600次" in answer.answer


def test_a_plan_of_the_year_after_is_told_as_one(library: Assistant):
    for question, value in (
        ("商丘市2025年要把社区法律服务点增加到多少个？", "120"),
        ("2025年息县计划给司法所招多少人？", "6"),
    ):
        answer = library.ask([question], today=TODAY)
        assert [v.value for v in answer.values] == [value]
        assert any("计划" in warning for warning in answer.warnings)


def test_a_county_with_a_name_of_two_characters_is_compared(library: Assistant):
    found = figures(library, "2024年行政诉讼败诉率，息县高还是商丘高？")
    assert sorted(found) == [("商丘市", 2024, "11.5", "%"), ("息县", 2024, "9.8", "%")]


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("商丘市2024年全市和市本级审结的行政复议案件相差多少件？", "相差1267件"),
        ("2024年永城市和夏邑县受理的行政复议案件哪个多？", "永城市302件[1]较多，夏邑县187件[1]较少"),
    ],
)
def test_parts_of_one_report_are_compared(library: Assistant, question: str, head: str):
    assert head in library.ask([question], today=TODAY).answer.split("\n")[0].replace("[2]", "[1]")


@pytest.mark.parametrize(
    "question",
    [
        "商丘市城管局2024年退还罚款多少万元？",
        "商丘市2024年人均办了多少件公证？",
        "商丘市乡镇街道审结了多少件复议案件？",
    ],
)
def test_a_part_that_the_report_does_not_tell_of_is_not_given_the_whole(library: Assistant, question: str):
    assert figures(library, question) == []


@pytest.mark.parametrize(
    "question",
    [
        "息县2024年给未成年人办了多少件法律援助案件？",
        "商丘市2024年二审行政诉讼案件多少件？",
        "息县2024年简易程序行政复议申请多少件？",
        "商丘市2024年涉外行政复议申请多少件？",
    ],
)
def test_a_narrower_thing_than_the_report_tells_of_is_not_given_the_wider(library: Assistant, question: str):
    assert figures(library, question) == []


DATIAN = """大田县2024年法治政府建设工作报告

2024年，大田县坚持依法行政，现将有关情况报告如下。

一、2024年工作情况

全县行政复议机构新收行政复议申请876件，办结842件，县本级新收行政复议申请418件、办结351件。行政处罚案件主要集中在公安（72件）、自然资源（31件）等领域。道路交通、市场监管、农业农村领域查处案件分别为1876件、412件、67件。评查行政处罚案卷180卷，不合格8卷。发现督察问题63个，已整改58个，未整改5个。现有人民调解员9145名，其中专职人民调解员627名。行政处罚案卷180卷、行政许可案卷90卷，合格率分别为95.6%、97.8%。

二、2025年工作安排

一是司法所标准化建设要增加到20个。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("county")
    (folder / "dt.txt").write_text(DATIAN, encoding="utf-8")
    add([folder / "dt.txt"], folder / "library", load())
    return Assistant(Library.open(folder / "library"), load())


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("大田县2024年收到行政复议申请多少件？", "876件"),
        ("大田县2024年行政复议办结多少件？", "842件"),
        ("大田县本级2024年行政复议办结多少件？", "351件"),
        ("大田县自然资源领域行政处罚多少件？", "31件"),
        ("大田县市场监管领域查处案件多少件？", "412件"),
        ("大田县不合格的案卷有多少卷？", "8卷"),
        ("大田县没整改的督察问题有几个？", "5个"),
        ("大田县专职人民调解员多少名？", "627名"),
        ("大田县行政许可案卷合格率是多少？", "97.8%"),
    ],
)
def test_the_figure_and_not_its_neighbour(county: Assistant, question: str, figure: str):
    assert [f"{value}{unit}" for _, _, value, unit in figures(county, question)] == [figure]


def test_what_did_not_happen_is_not_answered_by_what_did(county: Assistant):
    assert figures(county, "大田县不予受理的行政复议申请多少件？") == []


def test_last_and_next_year_are_counted_from_the_year_spoken_of(county: Assistant):
    first = "大田县2024年行政复议办结多少件？"
    last = county.ask([first, "去年呢"], today=TODAY)
    assert last.abstained and "2023年" in last.answer
    plan = county.ask([first, "明年司法所标准化要建多少个"], today=TODAY)
    assert [v.value for v in plan.values] == ["20"]
    again = county.ask([first, "去年呢", "专职调解员呢"], today=TODAY)
    assert [v.value for v in again.values] == ["627"]
