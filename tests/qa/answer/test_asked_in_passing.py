"""What people add in passing: which way a figure moved, a quoted name, the coming year, a suit where only reviews are told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qa.types import Reason
from tests.asking import Ask, asking

REPORT = """发布机构：双江县司法局　发布日期：2025-03-11
双江县2024年法治政府建设情况报告

2024年，双江县扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作情况

（一）化解行政争议。全年新收行政复议案件264件，同比上升18.4%，审结251件。行政诉讼收案数同比下降6.1%，败诉率有所降低。

（二）优化营商环境。上线“茶企通”平台，累计发布惠企政策318条，服务企业1240家次。聘请6家律师事务所、15名律师组成县政府2024年度法律顾问团。

（三）推进普法。培育“法律明白人”1206名，人民调解成功1893件，同比下降4.2%。

二、存在的不足

执法力量薄弱。

三、2025年工作安排

一是深化行政复议体制改革。二是推进镇街合法性审查全覆盖。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("passing"), (REPORT,)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("双江县2024年新收行政复议多少件？比上年多了还是少了", {"264", "18.4"}),
        ("双江县行政复议收了几件，跟上年比是升了还是降了？", {"264", "18.4"}),
        ("双江县2024年人民调解成功多少件?同比涨了还是跌了", {"1893", "4.2"}),
    ],
)
def test_which_way_it_moved_is_asked_behind_a_figure(ask: Ask, question: str, figures: set[str]) -> None:
    assert {str(value.value) for value in ask(question).values} == figures


@pytest.mark.parametrize("question", ["双江县 2024 行政诉讼 新收 件数", "双江县2024年一审行政诉讼新收多少件"])
def test_a_suit_is_not_told_by_reviews(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.abstained
    assert "264" not in answer.answer


@pytest.mark.parametrize("question", ["“茶企通”平台累计发布政策条数", "“茶企通”平台发布政策多少条"])
def test_a_quoted_name_that_is_printed_is_no_foreign_matter(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.reason is not Reason.OUT_OF_DOMAIN
    assert [str(value.value) for value in answer.values] == ["318"]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("双江县2024年请了几家律所当法律顾问啊", "6家"),
        ("双江县聘了几名律师当法律顾问", "15名"),
        ("双江县雇了多少个懂打官司的先生当参谋", "15名"),
    ],
)
def test_houses_and_persons_are_counted_apart(ask: Ask, question: str, figure: str) -> None:
    assert [f"{value.value}{value.unit}" for value in ask(question).values] == [figure]


@pytest.mark.parametrize(
    "question", ["双江县对2025年法治政府建设作了哪些安排", "双江县对2025年的工作有什么部署"]
)
def test_plans_for_a_year_are_those_of_the_report_before(ask: Ask, question: str) -> None:
    assert "镇街合法性审查全覆盖" in ask(question).answer


OTHER = """发布机构：澜西县司法局　发布日期：2025-03-20
澜西县2024年法治政府建设情况报告

2024年，澜西县扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作情况

（一）化解行政争议。全年新收行政复议案件97件，审结90件。全县有人民调解组织143个，调解成功2206件。

（二）公共法律服务。受理法律援助案件318件，为受援人挽回经济损失412万元。全县持证执法人员664名，主动公开政府信息3120条。

二、2025年工作安排

一是深化行政执法监督。
"""
THIRD = (
    OTHER.replace("澜西县", "沧东县")
    .replace("143个", "96个")
    .replace("412万元", "538万元")
    .replace("97件", "151件")
)


@pytest.fixture(scope="module")
def ask_both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("both"), (OTHER, THIRD)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("澜西县和沧东县谁的人民调解组织多", {"143", "96"}),
        ("澜西县的法律援助挽回损失比沧东县高吗", {"412", "538"}),
        ("沧东县的行政复议收案有没有澜西县多", {"97", "151"}),
        ("澜西县的行政复议收案是多少，沧东县的人民调解组织是多少", {"97", "96"}),
        ("澜西县 行政复议收案、人民调解组织", {"97", "143"}),
    ],
)
def test_what_two_places_are_asked_for_keeps_its_name(
    ask_both: Ask, question: str, figures: set[str]
) -> None:
    assert {str(value.value) for value in ask_both(question).values} == figures


@pytest.mark.parametrize(
    "question", ["澜西县和沧东县谁的人民调解组织多", "澜西县和沧东县的行政复议收案哪个多"]
)
def test_a_chart_is_named_as_the_chip_beside_it(ask_both: Ask, question: str) -> None:
    told = ask_both(question)
    assert [series.topic for series in told.series] == list(told.topics)


@pytest.mark.parametrize(
    "question",
    [
        "帮我查一下澜西县的持证执法人员",
        "能告诉我澜西县的持证执法人员吗",
        "写材料要用，澜西县持证执法人员的准确数字给我一下",
        "你知道澜西县的持证执法人员是多少吗",
        "老师您好，领导让我问问，澜西县的持证执法人员是多少",
        "有个事想请教，澜西县的持证执法人员是多少？",
        "可否告知澜西县的持证执法人员",
        "澜西县的持证执法人员是多少，麻烦尽快告诉我",
        "澜西县 持证执法人员 数据",
    ],
)
def test_courtesies_are_none_of_the_question(ask_both: Ask, question: str) -> None:
    assert [f"{value.value}{value.unit}" for value in ask_both(question).values] == ["664名"]


def test_a_measure_is_not_told_by_another(ask_both: Ask) -> None:
    assert {v.unit for v in ask_both("澜西县法律援助挽回损失达到了什么水平").values} <= {"万元"}


WAYS = """发布机构：渠西县司法局　发布日期：2025-03-02
渠西县2024年法治政府建设情况报告

2024年，渠西县扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作情况

（一）优化营商环境。组织干部走访企业217家，解决问题64个。

（二）公共法律服务。打造“1名法律顾问+N名法律明白人”队伍，308名村法律顾问、1985名“法律明白人”结对共建。县法律援助中心受理案件402件，为受援人挽回经济损失1130万元。物业管理、供热两类诉求占比最高，分别为1.42万件和8700件。
"""


@pytest.fixture(scope="module")
def ask_ways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("ways"), (WAYS,)) as ask:
        yield ask


@pytest.mark.parametrize("question", ["渠西县2024年查了企业多少次", "渠西县2024年追回工资多少钱"])
def test_visits_are_no_checks_and_losses_no_wages(ask_ways: Ask, question: str) -> None:
    assert ask_ways(question).abstained


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("渠西县法律明白人", "1985名"),
        ("渠西县有多少法律明白人", "1985名"),
        ("渠西县2024年物业管理方面的诉求有多少", "1.42万件"),
        ("渠西县走访企业多少家", "217家"),
    ],
)
def test_a_figure_is_of_the_thing_behind_it_and_not_of_a_formula(
    ask_ways: Ask, question: str, figure: str
) -> None:
    assert [f"{value.value}{value.unit}" for value in ask_ways(question).values] == [figure]
