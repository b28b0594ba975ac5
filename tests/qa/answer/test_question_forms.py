"""Forms of questions beside 多少: whether, which rank, all figures, a summary in other words, rows of a bureau's table."""

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

COUNTY = """乐亭县2024年度法治政府建设情况报告

2024年，乐亭县推进法治政府建设，现将有关情况报告如下。

一、主要做法

（一）规范执法。探索推行“执法观察期”，对轻微违法先提醒后处罚，办理首违不罚案件812件。法治营商环境评价位列全市第三，执法案卷评查得分全省第一。

（二）化解争议。全县人民调解组织调解纠纷2316件，成功率98.4%。县行政争议调解中心成立以来调解案件149件。收到行政复议申请77件，审结70件。

（三）公共法律服务。建成公共法律服务站14个，办理法律援助案件305件，为农民工追回工资428万元。

（四）数字政府。“一网通办”率96.2%，受理群众诉求3.14万件。

（五）严格执法。全县办理行政处罚案件3412件，比2023年减少216件。乡镇办理行政处罚案件267件，上年305件。

各季度行政处罚案件数量表
| 季度 | 案件数（件） | 其中简易程序（件） |
| 一季度 | 702 | 301 |
| 二季度 | 911 | 388 |
| 三季度 | 968 | 402 |
| 四季度 | 831 | 359 |

近三年公证办理情况表
| 年度 | 2022年 | 2023年 | 2024年 |
| 公证（件） | 302 | 335 | 318 |

二、下一步打算

2025年，“执法观察期”扩到20个领域。公开招录行政复议人员2名，出庭应诉率达到100%。
"""
BUREAU = """唐山市交通运输局2024年法治政府建设年度报告

2024年，唐山市交通运输局推进法治建设，现将有关情况报告如下。

一、主要做法

全年查处违法案件6180宗，罚没款2216万元。

各大队办案情况表
| 大队 | 立案（宗） | 罚没款（万元） |
| 直属大队 | 2104 | 812.5 |
| 曹妃甸大队 | 1630 | 640.2 |
| 丰润大队 | 1212 | 401.7 |
| 合计 | 4946 | 1854.4 |

二、存在的不足

一是执法人员不足。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    folder: Path = tmp_path_factory.mktemp("forms")
    (folder / "a.txt").write_text(COUNTY, encoding="utf-8")
    (folder / "b.txt").write_text(BUREAU, encoding="utf-8")
    add([folder / "a.txt", folder / "b.txt"], folder / "library", load(None))
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns, today=date(2025, 6, 1): assistant.ask(turns, today=today)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("乐亭县2024年有没有建立执法观察期制度？", "执法观察期"),
        ("乐亭县是否推行了首违不罚", "812件"),
        ("乐亭县法治营商环境评价在全市排第几", "全市第三"),
        ("乐亭县在全省有排名第几的工作吗，排第几", "全省第一"),
        ("乐亭县在全市排第几", "全市第三"),
        ("乐亭县2024年调解有多少", "2316件"),
        ("乐亭县受理了多少群众诉求", "3.14万件"),
        ("乐亭县2024年为农民工追回多少", "428万元"),
        ("乐亭县2024年第三季度行政处罚多少件", "968件"),
        ("乐亭县行政处罚案件比2023年是涨了还是跌了？", "减少216件"),
        ("乐亭县2022年公证办了多少件", "302件"),
        ("乐亭县公证2024年比2022年多几件", "相差16件"),
        ("乐亭县2025年招录几名行政复议人员", "2名"),
    ],
)
def test_what_answers(ask: Callable[..., Answer], question: str, words: str):
    answer = ask(question)
    assert not answer.abstained
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "乐亭县有没有提到行政复议体制改革？",
        "乐亭县是否建立了法律顾问制度",
        "乐亭县每个镇平均多少公共法律服务站？",
    ],
)
def test_what_is_not_there_is_no_answer(ask: Callable[..., Answer], question: str):
    assert ask(question).reason is Reason.NOT_MENTIONED


@pytest.mark.parametrize("question", ["乐亭县2025年出庭应诉率是多少", "乐亭县2025年收到多少行政复议申请"])
def test_what_a_year_without_report_brought_is_refused(ask: Callable[..., Answer], question: str):
    assert ask(question).reason is Reason.NO_SUCH_YEAR


def test_the_year_before_counts_from_the_newest_report(ask: Callable[..., Answer]):
    answer = ask("乐亭县乡镇行政处罚案件上年是多少件", today=date(2026, 11, 27))
    assert [(v.value, v.year) for v in answer.values] == [("305", 2023)]


def test_every_row_and_the_greatest(ask: Callable[..., Answer]):
    each = ask("乐亭县各季度行政处罚案件数是多少")
    assert [v.value for v in each.values] == ["702", "911", "968", "831"]
    most = ask("乐亭县哪个季度行政处罚案件最多，多少件？")
    assert most.values[0].place == "三季度"
    assert most.values[0].value == "968"  # and not 402 of the column of parts


def test_a_rank_that_a_report_tells_is_of_its_place_alone(ask: Callable[..., Answer]):
    assert ask("乐亭县法治营商环境评价在全市排第几").places == ("乐亭县",)


def test_all_figures_of_a_topic(ask: Callable[..., Answer]):
    answer = ask("乐亭县2024年跟调解有关的全部数据")
    assert answer.kind is AnswerKind.LIST
    assert all(figure in answer.answer for figure in ("2316件", "98.4%", "149件"))
    assert "305件" not in answer.answer


def test_all_figures_of_a_report(ask: Callable[..., Answer]):
    answer = ask("乐亭县2024年有哪些主要数据")
    assert all(figure in answer.answer for figure in ("812件", "77件", "305件"))


@pytest.mark.parametrize(
    "question", ["帮我写一段乐亭县2024年法治政府建设的总结", "用一句话概括乐亭县2024年的报告"]
)
def test_a_summary_asked_in_other_words(ask: Callable[..., Answer], question: str):
    assert ask(question).kind is AnswerKind.SUMMARY


def test_a_summary_of_a_report_ends_with_its_key_figures(ask: Callable[..., Answer]):
    told = ask("概括乐亭县2024年的报告").answer.split("主要数据：")[1]
    assert all(words in told for words in ("收到行政复议申请77件", "行政处罚案件3412件", "法律援助案件305件"))
    assert "267件" not in told  # of the townships alone


def test_a_summary_after_all_figures_is_a_summary(ask: Callable[..., Answer]):
    assert ask("乐亭县2024年有哪些主要数据", "概括乐亭县2024年的报告").kind is AnswerKind.SUMMARY


def test_topics_joined_in_a_summary_are_told_one_by_one(ask: Callable[..., Answer]):
    answer = ask("概括一下乐亭县2024年人民调解和法律援助的情况")
    assert "2316件" in answer.answer
    assert "305件" in answer.answer


def test_a_report_without_the_section_is_named(ask: Callable[..., Answer]):
    answer = ask("乐亭县和唐山市交通运输局各有哪些不足")
    assert "乐亭县2024年的报告没有单列不足" in answer.answer
    assert "执法人员不足" in answer.answer


@pytest.mark.parametrize("question", ["有哪些地方的报告", "库里有哪些区县的资料"])
def test_what_the_library_holds(ask: Callable[..., Answer], question: str):
    assert "唐山市交通运输局" in ask(question).answer


def test_rows_that_are_named_are_set_side_by_side(ask: Callable[..., Answer]):
    answer = ask("唐山市交通运输局直属大队和丰润大队2024年罚没款谁多？")
    assert {(v.place, v.value) for v in answer.values} == {("直属大队", "812.5"), ("丰润大队", "401.7")}
    assert "直属大队812.5万元" in answer.answer


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("唐山市交通运输局直属大队2024年立案多少宗", "曹妃甸大队呢"), "1630"),
        (("唐山市交通运输局2024年罚没款多少", "直属大队立案多少"), "2104"),
        (("乐亭县2024年公证办了多少件", "换个话题，法律援助办了多少件"), "305"),
    ],
)
def test_a_team_after_another(ask: Callable[..., Answer], turns: tuple[str, ...], value: str):
    assert [v.value for v in ask(*turns).values] == [value]


def test_teams_are_no_places_of_the_library(ask: Callable[..., Answer]):
    answer = ask("唐山市交通运输局2024年罚没款多少", "三个大队里谁的罚没款最多")
    assert answer.places == ("唐山市交通运输局",)
    assert "直属大队812.5万元" in answer.answer
