"""Parts and wholes of the sentence just shown, aims and outcomes, and what a turn keeps of the turns before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, AnswerKind, Reason

DAWA_2023 = """大洼区2023年度法治政府建设情况报告

2023年，大洼区扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作

1.行政复议。区政府收到行政复议申请152件（2022年118件），审结120件，其中调解和解30件，占25.0%。一审行政诉讼案件83件，败诉率10.8%。

2.行政执法。开展涉企行政检查3316家次。办理法律援助案件463件。

二、2024年工作安排

2024年，将行政复议调解和解率提高到30%，行政诉讼败诉率降至9%以内；法律援助案件达到600件以上。
"""
DAWA_2024 = """大洼区2024年度法治政府建设情况报告

2024年，大洼区扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作

1.行政复议。区政府收到行政复议申请197件，审结168件，其中调解和解59件，占35.1%。一审行政诉讼案件71件，败诉率7.0%。

2.行政执法。全年办理行政处罚案件1865件，其中市场监管528件、交通运输463件、城市管理371件、农业农村86件、其他417件；罚没收入706.3万元。局属大队查处违建案件2400宗，同比下降9.4%，罚款427万元。其中道路两侧1248宗、河道两岸605宗、屋顶547宗。涉企行政检查2208家次，比上年减少33.4%。

3.法律服务。办理法律援助案件538件，其中农民工案件213件。为936名农民工追回工资1327万元。网上办理率98.2%，未能实现年初确定的100%目标。

二、2025年工作安排

2025年，行政诉讼败诉率控制在6.5%以内，法律援助案件达到650件以上。
"""
PANSHAN = """盘山县2024年度法治政府建设情况报告

2024年，盘山县扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作

1.行政执法。全县办理行政处罚案件2764件（2023年为3105件），罚没金额1127.8万元。涉企行政检查3418家次。
生态环境领域，查处违法案件39件，罚款214.6万元。

2.法律服务。办理法律援助案件612件，其中农民工案件247件。为1842名农民工追回工资2316万元。

3.法治督察。对军店镇等6个单位开展法治督察，反馈问题27个，整改到位25个。

二、2025年工作安排

2025年，行政诉讼败诉率控制在6%以内。
"""
SHUANGTAI = """双台子区2024年度法治政府建设情况报告

2024年，双台子区扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作

1.行政执法。全区办理行政处罚案件2035件。涉企行政检查2590家次。

2.法律服务。办理法律援助案件487件。为1127名农民工追回工资1486万元。
"""
_DAWA = "大洼区2024年"
_PENALTIES = f"{_DAWA}办理行政处罚案件多少件"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    folder: Path = tmp_path_factory.mktemp("within")
    for name, text in zip("abcd", (DAWA_2023, DAWA_2024, PANSHAN, SHUANGTAI), strict=True):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    add([folder / f"{name}.txt" for name in "abcd"], folder / "library", load(None))
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns, today=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        # of the whole before 其中, not of the part asked for before
        ((_PENALTIES, "其中市场监管的", "交通运输呢", "占比多少"), ("463件", "1865件", "24.83%")),
        ((_PENALTIES, "农业农村的占多少"), ("86件", "1865件", "4.61%")),
        ((f"{_DAWA}收到复议申请多少件", "其中调解和解的占多少"), ("35.1%",)),  # as it is printed
        (
            (f"{_DAWA}收到复议申请多少件", "其中调解和解的占多少", "2023年这个数是多少"),
            ("25.0%",),
        ),
        ((f"{_DAWA}查处违建案件多少", "道路两侧的有多少", "占比"), ("1248宗", "2400宗", "52%")),
    ],
)
def test_a_share_is_of_the_whole_beside_the_part(
    ask: Callable[..., Answer], turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    answer = ask(*turns)
    assert all(figure in answer.answer for figure in told)
    assert "87" not in answer.answer


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (
            (_PENALTIES, "其中市场监管的", "最少的是哪个"),
            "农业农村",
        ),  # the rest, 其他, is no part with a name
        ((_PENALTIES, "哪个部门办得最多"), "市场监管"),
        ((_PENALTIES, "交通运输呢", "占比多少", "最多的是哪个"), "市场监管"),
    ],
)
def test_the_first_of_the_parts_just_told(
    ask: Callable[..., Answer], turns: tuple[str, ...], first: str
) -> None:
    answer = ask(*turns)
    assert answer.kind is AnswerKind.COMPARISON
    assert answer.values[0].place == first
    assert "其他" not in answer.answer


def test_two_examples_are_no_list_of_parts(ask: Callable[..., Answer]) -> None:
    answer = ask(f"{_DAWA}办理法律援助案件多少件", "哪类最多")
    assert "列出的各项" not in answer.answer


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        ((f"{_DAWA}查处违建案件多少", "道路两侧的有多少"), "1248"),
        ((f"{_DAWA}查处违建案件多少", "同比变化多大", "屋顶的有多少"), "547"),
        ((f"{_DAWA}查处违建案件多少", "道路两侧的有多少", "总共呢"), "2400"),
    ],
)
def test_parts_in_the_next_sentence(ask: Callable[..., Answer], turns: tuple[str, ...], value: str) -> None:
    assert [v.value for v in ask(*turns).values] == [value]


@pytest.mark.parametrize(
    "turns", [("盘山县2024年行政处罚少了多少件",), ("盘山县行政处罚案件多少件", "少了多少")]
)
def test_a_change_by_its_two_levels(ask: Callable[..., Answer], turns: tuple[str, ...]) -> None:
    answer = ask(*turns)
    assert "341件" in answer.answer
    assert "3105" in answer.answer


@pytest.mark.parametrize(
    ("turns", "verdict", "figures"),
    [
        ((f"{_DAWA}败诉率多少", "达标了没有"), "达到了上年提出的目标", ["9", "7.0"]),
        ((f"{_DAWA}法律援助多少件", "年初的目标完成了吗"), "没有达到上年提出的目标", ["600", "538"]),
    ],
)
def test_an_aim_is_held_against_the_plan_of_the_year_before(
    ask: Callable[..., Answer], turns: tuple[str, ...], verdict: str, figures: list[str]
) -> None:
    answer = ask(*turns)
    assert verdict in answer.answer
    assert [v.value for v in answer.values] == figures
    assert [v.year for v in answer.values] == [2023, 2024]


def test_a_report_that_says_it_fell_short_is_quoted(ask: Callable[..., Answer]) -> None:
    assert "未能实现" in ask(f"{_DAWA}网上办理率多少", "达到目标了吗").answer


def test_an_aim_that_no_report_tells_has_no_verdict(ask: Callable[..., Answer]) -> None:
    answer = ask("双台子区2024年法律援助多少件", "达到目标了吗")
    assert "上年提出的目标" not in answer.answer


def test_next_year_of_a_plan_names_no_year_of_a_report(ask: Callable[..., Answer]) -> None:
    answer = ask("盘山县有什么问题", "明年有什么打算", "败诉率目标是多少")
    assert [v.value for v in answer.values] == ["6"]


def test_a_turn_put_right_within_itself(ask: Callable[..., Answer]) -> None:
    answer = ask("大洼区和双台子区2024年法律援助哪个多", "加上盘锦市，不对，加上盘山县")
    assert {v.place: v.value for v in answer.values} == {"大洼区": "538", "双台子区": "487", "盘山县": "612"}


def test_a_new_topic_is_asked_of_the_places_on_the_table(ask: Callable[..., Answer]) -> None:
    answer = ask("大洼区和盘山县2024年法律援助哪个多", "帮农民工追回的工资哪个县多")
    assert {v.place: v.value + v.unit for v in answer.values} == {"大洼区": "1327万元", "盘山县": "2316万元"}


def test_a_part_named_alone_is_of_the_topic_on_the_table(ask: Callable[..., Answer]) -> None:
    answer = ask("大洼区和盘山县2024年法律援助一共多少件", "农民工的呢")
    assert {v.place: v.value for v in answer.values} == {"大洼区": "213", "盘山县": "247"}


def test_a_look_back_lends_its_year_to_no_other_place(ask: Callable[..., Answer]) -> None:
    answer = ask("盘山县2024年涉企行政检查多少", "大洼呢", "大洼上年是多少", "双台子也列出来")
    assert {v.place: (v.year, v.value) for v in answer.values} == {
        "盘山县": (2024, "3418"),
        "大洼区": (2024, "2208"),
        "双台子区": (2024, "2590"),
    }


def test_years_of_two_parts_are_compared_next(ask: Callable[..., Answer]) -> None:
    assert "75件" in ask("大洼区2023年法律援助多少件，2024年呢", "多了多少").answer


def test_a_fine_is_asked_in_the_field_spoken_of(ask: Callable[..., Answer]) -> None:
    fined = ask("盘山县2024年生态环境领域查处违法案件多少件", "罚了多少钱")
    assert [v.value for v in fined.values] == ["214.6"]
    silent = ask("双台子区2024年法律援助多少件", "罚了多少钱")
    assert silent.reason is Reason.NOT_MENTIONED


def test_problems_found_are_those_fed_back(ask: Callable[..., Answer]) -> None:
    assert [v.value for v in ask("盘山县2024年督察发现问题多少个").values] == ["27"]
