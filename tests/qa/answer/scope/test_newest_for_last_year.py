"""去年 that no report is of is answered from the newest report, which is said; a year by its number is refused as ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason

_TEXT = (
    "{place}{year}年度法治政府建设情况报告\n\n{year}年，{place}推进法治政府建设，现将有关情况报告如下。\n\n"
    "一、主要做法\n{body}\n二、下一步打算\n{plan}\n{place}人民政府\n{after}年2月10日\n"
)
_PLAN = "{}年，开展专项监督4次，力争行政复议调解率达到45%。"
BODIES = {
    ("通渭县", 2024): (
        "（一）规范执法。作出行政处罚决定1620件，罚没入库538万元，和上一年的1873件、611万元相比，双双下降。\n"
        "（二）化解争议。收到行政复议申请214件，上年同期为165件。行政复议案件平均办理35天。"
        "行政诉讼方面，一审新收48件，败诉3件，败诉率6.3%，上年是9.1%。\n"
        "（三）服务群众。办理法律援助案件702件，上年为604件，增幅16.2%。合同审查320份，与上年的298份基本持平。"
        "“一网通办”办件量由上年的1830件增至2765件。罚款减免288.4万元，较2023年的317.5万元下降9.2%。人民调解成功2915件。\n"
    ),
    ("漳县", 2024): (
        "（一）化解争议。收到行政复议申请187件。人民调解成功3308件。\n（二）服务群众。办理法律援助案件655件。\n"
    ),
    ("漳县", 2023): "收到行政复议申请143件。办理法律援助案件598件。公证办理412件。\n",
    ("宕昌县", 2022): "收到行政复议申请96件。人民调解成功1207件。\n",
}
Told = Callable[..., Answer]
TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("newest")
    paths = []
    for n, ((place, year), body) in enumerate(BODIES.items()):
        path = folder / f"report{n}.txt"
        plan = _PLAN.format(year + 1)
        path.write_text(
            _TEXT.format(place=place, year=year, after=year + 1, body=body, plan=plan), encoding="utf-8"
        )
        paths.append(path)
    add(paths, folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns, today=TODAY: assistant.ask(list(turns), today=today)


def figures(answer: Answer) -> list[tuple[str, int, str]]:
    return [(value.place, value.year, value.value) for value in answer.values]


@pytest.mark.parametrize(
    "question",
    [
        "通渭县去年收到行政复议申请多少件",
        "去年度通渭县收到多少行政复议申请",
        "通渭县今年收到行政复议申请多少件",
    ],
)
def test_the_newest_report_answers_and_the_first_line_says_so(told: Told, question: str):
    answer = told(question)
    assert figures(answer) == [("通渭县", 2024, "214")]
    first = answer.answer.split("\n")[0]
    assert "库中没有通渭县这一年的报告" in first
    assert "2024年" in first
    assert first in answer.warnings


def test_places_side_by_side_as_well(told: Told):
    answer = told("去年通渭县和漳县法律援助案件谁多")
    assert figures(answer) == [("通渭县", 2024, "702"), ("漳县", 2024, "655")]
    assert "通渭县、漳县" in answer.answer.split("\n")[0]


def test_of_several_parts_it_is_said_once(told: Told):
    answer = told("通渭县去年收到行政复议申请多少件，法律援助案件多少件")
    assert {value for _, _, value in figures(answer)} == {"214", "702"}
    assert answer.answer.count("库中没有") == 1


@pytest.mark.parametrize(
    "turns",
    [
        ("通渭县2025年收到行政复议申请多少件",),
        ("宕昌县去年收到行政复议申请多少件",),  # its newest report is older than two years
        ("通渭县2024年人民调解成功多少件", "去年呢"),  # counts from the year just spoken of
        ("漳县大前年人民调解成功多少件", "前年呢", "2022年呢"),
    ],
)
def test_other_years_that_are_lacking_are_refused(told: Told, turns: tuple[str, ...]):
    assert told(*turns).reason is Reason.NO_SUCH_YEAR


@pytest.mark.parametrize(
    "question", ["通渭县前年收到行政复议申请多少件", "通渭县2024年收到行政复议申请多少件"]
)
def test_a_year_that_is_held_is_told_without_a_word(told: Told, question: str):
    answer = told(question)
    assert figures(answer) == [("通渭县", 2024, "214")]
    assert "库中没有" not in answer.answer


def test_where_the_year_is_held_nothing_changes(told: Told):
    answer = told("通渭县去年收到行政复议申请多少件", today=date(2025, 6, 1))
    assert figures(answer) == [("通渭县", 2024, "214")]
    assert "库中没有" not in answer.answer


@pytest.mark.parametrize(
    ("turns", "told_of"),
    [
        (("漳县去年法律援助案件多少", "上一年呢"), ("漳县", 2023, "598")),
        (("漳县去年法律援助案件多少", "前年呢"), ("漳县", 2023, "598")),
        (("漳县去年法律援助案件多少", "去年收到行政复议申请多少件"), ("漳县", 2024, "187")),
        (("漳县去年法律援助案件多少", "上一年呢", "去年收到行政复议申请多少件"), ("漳县", 2024, "187")),
        (("漳县去年法律援助案件多少", "通渭县呢"), ("通渭县", 2024, "702")),
    ],
)
def test_the_next_turns_count_from_that_report(
    told: Told, turns: tuple[str, ...], told_of: tuple[str, int, str]
):
    assert figures(told(*turns)) == [told_of]


def test_plans_of_this_year_are_those_of_the_newest_report(told: Told):
    answer = told("通渭县今年有什么打算")
    assert "专项监督" in answer.answer
    assert answer.citations[0].year == 2024


def test_the_year_before_as_reports_say_it_is_the_one_before_the_newest(told: Told):
    assert figures(told("通渭县上年收到行政复议申请多少件")) == [("通渭县", 2023, "165")]
    answer = told("通渭县上年人民调解成功多少件")  # not printed: of the newest, which is said
    assert figures(answer) == [("通渭县", 2024, "2915")]
    assert "库中没有" in answer.answer.split("\n")[0]


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("通渭县2024年收到行政复议申请多少件", "它去年多少"), "165"),
        (("通渭县行政处罚决定多少件", "上一年呢"), "1873"),
        (("通渭县罚没入库多少", "再往前一年"), "611"),
        (("通渭县罚没入库多少", "2023年的是多少"), "611"),
        (("通渭县败诉率多少", "前一年呢"), "9.1"),
        (("通渭县法律援助案件", "前一年呢"), "604"),
        (("通渭县2024年合同审查多少份", "上年呢"), "298"),
        (("通渭县“一网通办”办件量2023年多少",), "1830"),
        (("2023年通渭县罚没入库多少？我要的是上一年。",), "611"),
    ],
)
def test_the_year_before_is_told_as_the_newest_report_prints_it(
    told: Told, turns: tuple[str, ...], value: str
):
    answer = told(*turns)
    assert [(v.value, v.year) for v in answer.values] == [(value, 2023)]
    assert any("2024年的报告" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    ("turns", "gap"),
    [
        (("通渭县败诉率多少", "比去年低多少个点"), "2.8个百分点"),
        (("通渭县行政处罚决定多少件", "比前一年少了多少"), "253件"),
        (("通渭县行政处罚决定比上年降了多少",), "253件"),
        (("漳县2023年法律援助案件多少", "24年比它多多少"), "57件"),
    ],
)
def test_changes_are_computed_from_both_years(told: Told, turns: tuple[str, ...], gap: str):
    assert gap in told(*turns).answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("通渭县作出行政处罚决定多少件", "1620"),
        ("通渭县罚没入库多少万元", "538"),
        ("通渭县败诉率多少", "6.3"),
    ],
)
def test_the_year_before_never_answers_for_the_year(told: Told, question: str, value: str):
    assert [v.value for v in told(question).values] == [value]


def test_a_comparison_takes_no_figure_of_the_year_before(told: Told):
    answer = told("通渭县和漳县合同审查谁多")
    assert "298" not in [value.value for value in answer.values]


@pytest.mark.parametrize(
    ("turns", "told_of"),
    [
        (("通渭县人民调解成功多少件", "2023年呢", "收到行政复议申请多少件"), ("通渭县", 2024, "214")),
        (("漳县2024年人民调解成功多少件", "2021年呢", "法律援助案件多少"), ("漳县", 2024, "655")),
    ],
)
def test_a_refused_year_is_not_lent(told: Told, turns: tuple[str, ...], told_of: tuple[str, int, str]):
    assert figures(told(*turns)) == [told_of]


def test_a_refused_year_is_still_counted_from(told: Told):
    assert "2020年" in told("漳县2024年人民调解成功多少件", "2021年呢", "再往前一年呢").answer


def test_that_year_of_another_place_is_its_own_report_s(told: Told):
    answer = told("漳县2024年人民调解成功多少件", "宕昌县那年的呢")
    assert figures(answer) == [("宕昌县", 2022, "1207")]
    assert "2022年" in answer.answer.split("\n")[0]


@pytest.mark.parametrize("turn", ["漳县23年那会儿呢", "漳县2023年那阵子呢"])
def test_words_round_a_year_name_nothing(told: Told, turn: str):
    assert figures(told("通渭县2024年法律援助案件多少", turn)) == [("漳县", 2023, "598")]


def test_the_same_year_of_another_place(told: Told):
    assert figures(told("通渭县2024年法律援助案件多少", "漳县同年")) == [("漳县", 2024, "655")]
