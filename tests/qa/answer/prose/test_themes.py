"""Parts of the work asked for as a whole, what rose or fell, and plans counted from a report's year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason

COUNTY = """蓝山县2024年法治政府建设情况报告

2024年，蓝山县推进法治政府建设。现将有关情况报告如下。

一、聚力减负，让经营更安心
设立“办不成事”窗口4个，企业开办时间压到0.5个工作日。兑现惠企资金2310万元，惠及小微企业86家。
二、聚力规范，让执法更温和
全县入企检查2140次，2023年为3018次，减少29.1%。对同一企业的日常检查每年原则上不超过3次。作出行政处罚决定913件。
三、聚力解纷，让群众更顺心
县政府收到行政复议申请121件，同比增长18.6%，审结112件。一审行政诉讼案件37件，败诉4件，负责人出庭率100%。开展行政诉讼态势分析9次。
四、聚力监督，让权力更透明
主动公开政府信息3120条，办理人大代表建议88件。完成审计项目21个。
修订应急预案19部，组织演练64场。

五、不足与2025年安排
对照要求，还有两个方面的不足：一是乡镇司法所人员偏少；二是数据不通。
2025年，一是给7个司法所各补充1名人员；二是涉企检查再减一成。

蓝山县人民政府
2025年2月18日
"""
NEIGHBOUR = """新田县2024年法治政府建设情况报告

2024年，新田县推进法治政府建设。现将有关情况报告如下。

一、优化法治化营商环境
清偿拖欠企业账款640万元。新设企业512家。
二、化解矛盾纠纷
县政府收到行政复议申请95件，比上年少14件。审结结果为：维持31件，驳回12件，终止35件；其中经调解和解终止的33件，调解和解率41.2%。一审行政诉讼案件29件，败诉3件。
三、下一步打算
新建企业服务站5个。

新田县人民政府
2025年1月22日
"""
Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks a library of the two counties."""
    folder = tmp_path_factory.mktemp("themes")
    files: list[Path] = []
    for name, text in (("lanshan-2024.txt", COUNTY), ("xintian-2024.txt", NEIGHBOUR)):
        file = folder / name
        file.write_text(text, encoding="utf-8")
        files.append(file)
    encoder = load()
    add(files, folder / "library", encoder)
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, encoder)
        yield lambda *turns: assistant.ask(turns, today=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("question", "told", "left"),
    [
        ("蓝山县在优化营商环境方面做了什么", ("4个", "0.5个工作日", "2310万元"), ("913件", "3120条")),
        ("蓝山营商环境怎么样", ("2310万元",), ("121件",)),
        ("蓝山县2024年行政复议和应诉工作情况", ("121件", "37件"), ("64场",)),
        ("蓝山的权力监督有哪些做法", ("3120条", "88件", "21个"), ("2140次",)),
        ("蓝山县应急处置工作情况", ("19部", "64场"), ("3120条",)),
        ("蓝山县2024年给老百姓带来了哪些好处", ("2310万元", "0.5个工作日"), ("913件", "37件")),
        ("蓝山法治政府建设让群众得到哪些实惠", ("2310万元",), ("913件",)),
        ("概括一下新田县怎么帮助企业的", ("640万元", "512家"), ("95件",)),
    ],
)
def test_a_part_of_the_work_is_told_by_what_belongs_to_it(
    ask: Ask, question: str, told: tuple[str, ...], left: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert all(words in answer.answer for words in told), answer.answer
    assert not any(words in answer.answer for words in left), answer.answer


def test_a_part_that_no_heading_names_is_said_to_be_unnamed(ask: Ask) -> None:
    assert "没有以“营商环境”为题的部分" in ask("蓝山营商环境怎么样").answer
    assert "没有以" not in ask("新田营商环境怎么样").answer


def test_a_question_that_says_more_than_a_part_of_the_work_is_no_question_on_it(ask: Ask) -> None:
    assert ask("蓝山县在渔业营商环境方面做了什么").abstained


def test_two_counties_are_set_side_by_side_on_a_part_of_the_work(ask: Ask) -> None:
    text = ask("蓝山和新田在营商环境方面各有什么做法").answer
    assert "2310万元" in text
    assert "640万元" in text


@pytest.mark.parametrize(
    ("question", "told", "left"),
    [
        ("蓝山2024年哪些指标下降了", ("减少29.1%",), ("18.6%", "再减一成")),
        ("蓝山2024年哪些数据同比上升了", ("18.6%",), ("29.1%",)),
        ("蓝山2024年跟去年比有什么变化", ("18.6%", "29.1%"), ("再减一成",)),
        ("新田行政复议跟上年比有什么变化", ("少14件",), ()),
    ],
)
def test_what_rose_or_fell_is_told_as_the_report_states_it(
    ask: Ask, question: str, told: tuple[str, ...], left: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert all(words in answer.answer for words in told), answer.answer
    assert not any(words in answer.answer for words in left), answer.answer


@pytest.mark.parametrize(
    "question", ["蓝山县2024年明年有什么打算", "蓝山明年有什么打算", "蓝山县2025年的工作计划"]
)
def test_a_sentence_that_opens_with_the_year_to_come_is_a_plan(ask: Ask, question: str) -> None:
    text = ask(question).answer
    assert "再减一成" in text
    assert "司法所人员偏少" not in text


def test_an_analysis_of_suits_is_no_lost_suit(ask: Ask) -> None:
    assert "败诉4件" in ask("蓝山县政府跟人打官司，2024年输了几场").answer


def test_a_place_that_is_only_pointed_at_is_asked_back(ask: Ask) -> None:
    assert ask("那边2024年输了几场官司").reason is Reason.AMBIGUOUS


def test_how_often_a_thing_may_be_done_is_no_count(ask: Ask) -> None:
    assert "2140次" in ask("蓝山县2024年上门检查企业一整年多少次").answer


def test_a_rate_is_of_the_subject_named_before_it_and_not_of_its_heading(ask: Ask) -> None:
    assert "41.2%" in ask("新田县2024年行政复议案件的调解和解率为多少").answer


def test_a_part_of_the_work_that_a_report_says_nothing_of_is_refused(ask: Ask) -> None:
    answer = ask("新田县的应急处置有哪些做法")
    assert answer.abstained
    assert answer.reason is Reason.NOT_MENTIONED
