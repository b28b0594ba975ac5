"""Comparisons over years and places: the library's last years, earlier figures that a report prints, bounds, shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, AnswerKind, Reason

LETING = """乐亭县2024年度法治政府建设情况报告

2024年，乐亭县推进法治政府建设，现将有关情况报告如下。

一、主要做法
（一）规范执法。全县办理行政处罚案件2764件（2023年为3105件），罚没款512.6万元（上年为604.2万元）。涉企检查次数由2023年的2.6万次减少到1.9万次。全年新办行政执法证143件。
（二）化解争议。收到行政复议申请132件（2023年收到118件），受理120件，审结110件，其中调解和解44件，占审结数的40.0%。行政机关负责人出庭应诉率98.6%。人民调解组织调解纠纷成功1890件。
（三）扩权强镇。赋权镇街执法事项由412项收回至356项。全县经营主体5.8万户。投入120万元改造司法所6个。一审行政诉讼案件64件，同比下降12.3%。

二、下一步打算
加强培训。
乐亭县人民政府
2025年2月10日
"""
LUANNAN_2023 = """滦南县2023年度法治政府建设情况报告

2023年，滦南县推进法治政府建设，现将有关情况报告如下。

一、主要做法
全县办理行政处罚案件1311件，收到行政复议申请88件。人民调解组织调解纠纷2416件，成功率97.2%。败诉率9.5%。
滦南县人民政府
2024年2月10日
"""
LUANNAN_2024 = """滦南县2024年度法治政府建设情况报告

2024年，滦南县推进法治政府建设，现将有关情况报告如下。

一、主要做法
（一）规范执法。全县办理行政处罚案件1236件，罚没款301.5万元。全年新办行政执法证97件。赋权镇街执法事项38项。
（二）化解争议。收到行政复议申请101件，受理92件，审结85件，调解和解率35.3%。行政机关负责人出庭应诉率100%。人民调解组织调解纠纷2790件，成功率98.4%。败诉率7.7%。
（三）服务发展。全县经营主体2.9万户。建成司法所18个。涉企检查次数8200次，同比下降21.5%。行政应诉案件52件，其中一审40件、二审12件，一审败诉3件。

主要指标完成情况表
| 指标 | 2023年 | 2024年 | 增减 |
| 办理公证（件） | 318 | 302 | -5.0% |
| 法律援助（件） | 205 | 231 | 12.7% |

二、下一步打算
加强培训。
滦南县人民政府
2025年2月12日
"""
Told = Callable[[str], Answer]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("years")
    texts = (("leting", LETING), ("luannan23", LUANNAN_2023), ("luannan24", LUANNAN_2024))
    for name, text in texts:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    add([folder / f"{name}.txt" for name, _ in texts], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda question: assistant.ask([question], today=date(2026, 6, 1))


def figures(answer: Answer) -> dict[tuple[str, int], str]:
    return {(value.place, value.year): value.value for value in answer.values}


@pytest.mark.parametrize(
    ("question", "earlier", "later", "gap"),
    [
        ("滦南县近两年收到的复议申请变化", "88", "101", "13件"),
        ("滦南县人民调解纠纷数两年增加了多少", "2416", "2790", "374件"),
        ("滦南县败诉率两年差几个百分点", "9.5", "7.7", "1.8个百分点"),
        ("滦南县2024年行政处罚案件比上年少了多少", "1311", "1236", "75件"),
    ],
)
def test_two_years_are_the_last_ones_of_the_library(
    told: Told, question: str, earlier: str, later: str, gap: str
):
    answer = told(question)
    assert figures(answer) == {("滦南县", 2023): earlier, ("滦南县", 2024): later}
    assert gap in answer.answer


def test_what_recent_years_mean_is_told(told: Told):
    assert any(
        "近两年" in warning and "2023年" in warning for warning in told("滦南县近两年的败诉率").warnings
    )


def test_of_the_last_years_those_held_are_told_and_named(told: Told):
    answer = told("乐亭县近两年的出庭应诉率")
    assert {value.year for value in answer.values} == {2024}
    assert any("近两年" in warning and "2024年" in warning for warning in answer.warnings)


def test_a_year_that_no_report_prints_is_refused(told: Told):
    assert told("乐亭县2023年的出庭应诉率").reason is Reason.NO_SUCH_YEAR


@pytest.mark.parametrize(
    ("question", "earlier", "later", "gap"),
    [
        ("乐亭县行政处罚案件2024比2023少多少", "3105", "2764", "341件"),
        ("乐亭县的罚没款比上年少多少", "604.2", "512.6", "91.6万元"),
        ("乐亭县复议申请2024年比2023年多多少", "118", "132", "14件"),
        ("乐亭县2024年涉企检查次数比上年少了多少", "2.6", "1.9", "7000次"),
    ],
)
def test_the_year_before_is_read_where_the_report_prints_it(
    told: Told, question: str, earlier: str, later: str, gap: str
):
    answer = told(question)
    assert figures(answer) == {("乐亭县", 2023): earlier, ("乐亭县", 2024): later}
    assert gap in answer.answer
    assert "上年" not in "".join(value.indicator for value in answer.values)


def test_a_figure_in_brackets_bears_the_name_of_the_one_before(told: Told):
    indicators = {value.indicator for value in told("乐亭县行政处罚案件2024比2023少多少").values}
    assert indicators == {"全县办理行政处罚案件"}


def test_a_share_behind_a_figure_is_its_rate_and_no_rate_of_the_whole(told: Told):
    assert figures(told("乐亭县和滦南县2024年调解和解率哪个高")) == {
        ("乐亭县", 2024): "40.0",
        ("滦南县", 2024): "35.3",
    }
    assert figures(told("乐亭县2024年复议审结率是多少")) == {}


def test_the_figure_reached_is_this_years(told: Told):
    assert figures(told("乐亭县和滦南县2024年赋权执法事项哪个多"))[("乐亭县", 2024)] == "356"


def test_whether_all_pass_a_bound(told: Told):
    short = told("各县2024年出庭应诉率是否都达到100%").answer
    assert "没有全部高于或等于100%" in short and "未达到的有：乐亭县98.6%" in short
    assert told("各县2024年出庭应诉率都在98%以上吗").answer.startswith("是，公布了数字的都高于或等于98%")


def test_a_bound_behind_its_figure(told: Told):
    answer = told("2024年出庭应诉率在99%以上的有哪些县").answer
    assert answer.startswith("高于或等于99%的有：滦南县100%")


def test_first_against_last_share_of_the_sum_and_means(told: Told):
    assert "2倍" in told("2024年哪个县的经营主体最多，是最少的几倍").answer
    assert "69.1%" in told("乐亭县2024年行政处罚案件占两县总数的比例").answer
    assert "比率不能直接相加或平均" in told("2024年各县平均出庭应诉率是多少").answer


def test_a_level_is_no_change(told: Told):
    answer = told("乐亭县和滦南县2024年涉企检查谁降得多")
    assert figures(answer) == {("滦南县", 2024): "21.5"}
    assert "乐亭县最接近的数字" in answer.answer


def test_two_measures_are_two_columns(told: Told):
    answer = told("乐亭县和滦南县2024年的复议受理数和审结数")
    assert answer.kind is AnswerKind.COMPARISON
    assert sorted(value.value for value in answer.values) == ["110", "120", "85", "92"]


def test_a_part_that_is_asked_for_is_a_cell(told: Told):
    assert figures(told("乐亭县和滦南县2024年一审行政诉讼案件数"))[("滦南县", 2024)] == "40"


def test_a_count_in_another_measure_word_is_a_cell(told: Told):
    assert figures(told("乐亭县和滦南县2024年新办执法证哪个多")) == {
        ("乐亭县", 2024): "143",
        ("滦南县", 2024): "97",
    }


def test_a_signed_change_of_a_table_passes_the_gate_and_tells_its_direction(told: Told):
    answer = told("滦南县2024年办理公证同比下降了多少")
    assert figures(answer) == {("滦南县", 2024): "5.0"}
    assert "增减（下降）5.0%" in answer.answer


def test_a_rate_is_no_number_of_successes(told: Told):
    assert figures(told("乐亭县和滦南县2024年人民调解成功数")) == {("乐亭县", 2024): "1890"}


def test_what_is_rebuilt_is_not_all_there_is(told: Told):
    answer = told("乐亭县和滦南县2024年谁的司法所多")
    assert figures(answer) == {("滦南县", 2024): "18"}
    assert "改造司法所" in answer.answer
