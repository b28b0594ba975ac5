"""A row of a table or an office's figure for the whole place, the column by its header, deeds for cases, sums over years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.answer.figures.candidates import candidates
from qa.answer.guards.cautions import level_of, names_office
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, AnswerKind, Reason

CANGWU = """<html><head><title>苍岭县2024年法治政府建设情况报告</title></head><body>
<h1>苍岭县人民政府2024年法治政府建设情况报告</h1>
<p>2024年，苍岭县推进法治政府建设，现将有关情况报告如下。</p>
<p>一、主要做法和成效</p>
<p>全县行政处罚案件1726件，罚没金额538.27万元。对轻微违法行为不予处罚96件。</p>
<p>全县受理人民调解案件3140件，调解成功3087件，成功率98.3%。</p>
<p>行政机关负责人出庭应诉率连续四年保持100%。</p>
<table><caption>2024年执法数据一览</caption>
<tr><th>部门</th><th>处罚案件数</th><th>罚没金额（万元）</th></tr>
<tr><td>县交通运输局</td><td>318</td><td>241.50</td></tr>
<tr><td>县城市管理局</td><td>1002</td><td>97.32</td></tr>
<tr><td>其他部门</td><td>406</td><td>199.45</td></tr></table>
<p>二、下一步打算</p><p>2025年，继续抓好落实。</p></body></html>
"""
LIUXI = """<html><head><title>柳汐县2024年法治政府建设情况报告</title></head><body>
<h1>柳汐县人民政府2024年法治政府建设情况报告</h1>
<p>2024年，柳汐县推进法治政府建设，现将有关情况报告如下。</p>
<p>一、主要做法和成效</p>
<p>（一）规范行政执法</p>
<p>县综合行政执法局办理行政处罚案件1185件，罚没款合计402.6万元。累计不予处罚2740件。</p>
<p>（二）行政复议与应诉</p>
<p>全年收到行政复议申请287件，受理261件，审结249件，其中直接纠错13件，经调解、和解终止92件。</p>
<p>各乡镇矛盾纠纷情况见下表。</p>
<table><tr><th>乡镇</th><th>受理纠纷（件）</th><th>调解成功（件）</th><th>成功率（%）</th></tr>
<tr><td>青禾镇</td><td>702</td><td>688</td><td>98.0</td></tr>
<tr><td>石桥镇</td><td>451</td><td>440</td><td>97.6</td></tr>
<tr><td>竹山乡</td><td>120</td><td>120</td><td>100</td></tr>
<tr><td>合计</td><td>1273</td><td>1248</td><td>98.0</td></tr></table>
<p>二、下一步打算</p><p>2025年，继续抓好落实。</p></body></html>
"""
LIUXI_2023 = """柳汐县2023年法治政府建设情况报告

2023年，柳汐县推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

全县行政处罚案件2964件，罚没款合计688.1万元。全县受理矛盾纠纷1198件，调解成功1171件，成功率97.7%。

二、下一步打算

2024年，继续抓好落实。
"""
BAIHE = """白鹤县2024年法治政府建设情况报告

2024年，白鹤县推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

推行涉企行政处罚“三书同达”，开展罚款实施情况等专项监督工作9次。全年共受理法律援助案件931件、解答咨询7264件、代书57件。

二、下一步打算

2025年，继续抓好落实。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("rows")
    files = {"a.html": CANGWU, "b.html": LIUXI, "c.txt": LIUXI_2023, "d.txt": BAIHE}
    places = {"a.html": "苍岭县", "b.html": "柳汐县", "c.txt": "柳汐县", "d.txt": "白鹤县"}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        add([folder / name], folder / "library", load(None), place=places[name])
    with Library.open(folder / "library") as library:
        yield Assistant(library, load(None))


@pytest.fixture(scope="module")
def ask(assistant: Assistant) -> Callable[..., Answer]:
    return lambda *turns: assistant.ask(turns, today=date(2025, 6, 1))


@pytest.mark.parametrize(
    "question",
    [
        "苍岭县2024年罚没款多少？",
        "苍岭县2024年罚没金额多少？",
        "苍岭县2024年罚款和没收金额多少？",
        "苍岭县2024年全县罚没款多少？",
    ],
)
def test_no_row_answers_for_the_whole(ask: Callable[..., Answer], question: str) -> None:
    """The row 其他部门 (199.45) stands nearest to the words asked, and is a part."""
    assert [v.value for v in ask(question).values] == ["538.27"]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("苍岭县2024年其他部门罚没金额多少", "199.45"),
        ("苍岭县交通运输局罚没款多少", "241.50"),
        ("苍岭县城管局罚没款多少", "97.32"),
        ("柳汐县青禾镇调解成功多少件", "688"),
        ("柳汐县2024年受理纠纷多少件", "1273"),
    ],
)
def test_a_row_that_is_named_answers(ask: Callable[..., Answer], question: str, value: str) -> None:
    assert [v.value for v in ask(question).values] == [value]


def test_the_column_is_chosen_by_its_header(ask: Callable[..., Answer]) -> None:
    for question in ("苍岭县处罚案件最多的部门是哪个？", "苍岭县哪个部门处罚案件最多？"):
        answer = ask(question)
        assert answer.values[0].value == "1002", answer.answer
        assert "县城市管理局1002件" in answer.answer
    assert ask("苍岭县哪个部门罚没金额最多").values[0].value == "241.50"


def test_rows_are_listed_in_the_order_of_the_table(ask: Callable[..., Answer]) -> None:
    answer = ask("苍岭县各部门处罚案件数分别是多少")
    assert [v.value for v in answer.values] == ["318", "1002", "406"]
    assert [v.place for v in answer.values] == ["县交通运输局", "县城市管理局", "其他部门"]


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("柳汐县和苍岭县2024年行政处罚哪个多？", "1726"),
        ("柳汐县和苍岭县2024年罚没款哪个多？", "538.27"),
        ("柳汐县2024年行政处罚比2023年多还是少？", "2964"),
    ],
)
def test_an_office_is_not_compared_with_a_whole_place(
    ask: Callable[..., Answer], question: str, whole: str
) -> None:
    answer = ask(question)
    assert [v.value for v in answer.values] == [whole]
    assert "较多" not in answer.answer
    assert any("县综合行政执法局" in w and "不是全县的数字" in w for w in answer.warnings)


def test_one_figure_of_an_office_says_whose_it_is(ask: Callable[..., Answer]) -> None:
    answer = ask("柳汐县2024年行政处罚多少件")
    assert [v.value for v in answer.values] == ["1185"]
    assert "是县综合行政执法局的，报告没有写全县的数字" in answer.answer
    assert not ask("柳汐县综合行政执法局2024年行政处罚多少件").warnings
    assert not ask("苍岭县2024年行政处罚多少件").warnings


@pytest.mark.parametrize(
    "question",
    [
        "柳汐县和苍岭县2024年人民调解成功率哪个高",
        "柳汐县和苍岭县2024年矛盾纠纷调解成功率差多少",
        "柳汐县和苍岭县2024年调解成功率哪个高",
    ],
)
def test_a_table_under_another_heading_keeps_its_own_matter(
    ask: Callable[..., Answer], question: str
) -> None:
    assert [v.value for v in ask(question).values] == ["98.0", "98.3"]


def test_a_silent_year_is_filled_by_the_indicator_that_is_asked(ask: Callable[..., Answer]) -> None:
    answer = ask("柳汐县2023年矛盾纠纷调解成功率和2024年哪个高")
    assert [(v.year, v.value) for v in answer.values] == [(2023, "97.7"), (2024, "98.0")]


def test_a_sum_over_years_is_marked_beside_one_year(ask: Callable[..., Answer]) -> None:
    answer = ask("柳汐县和苍岭县2024年不予处罚哪个多")
    assert [v.value for v in answer.values] == ["2740", "96"]
    assert any("累计" in w and w.startswith("柳汐县") for w in answer.warnings)


@pytest.mark.parametrize(
    "question",
    ["白鹤县2024年处罚案件", "白鹤县2024年处罚案件有多少", "白鹤县处罚多少起", "白鹤县2024年行政处罚多少件"],
)
def test_how_often_something_was_done_counts_no_cases(ask: Callable[..., Answer], question: str) -> None:
    answer = ask(question)
    assert answer.reason is Reason.NOT_MENTIONED
    assert not answer.values


def test_what_stands_in_a_list_of_the_received_is_not_closed(
    assistant: Assistant, ask: Callable[..., Answer]
) -> None:
    guarded = assistant.understand(["白鹤县2024年法律援助审结多少件"], date(2025, 6, 1))
    report = assistant.prepared(guarded.metas[0].id)
    found = candidates(assistant.query(guarded.reading), report, assistant.encoder)
    assert not {"931", "7264", "57"} & {one.mention.quantity.value for one in found}
    assert ask("白鹤县2024年法律援助审结多少件").reason is Reason.NOT_MENTIONED
    assert [v.value for v in ask("白鹤县2024年受理法律援助案件多少件").values] == ["931"]
    assert [v.value for v in ask("白鹤县2024年专项监督多少次").values] == ["9"]


def test_a_part_goes_on_in_the_sentence_of_the_part_before(ask: Callable[..., Answer]) -> None:
    answer = ask("柳汐县2024年直接纠错几件、调解几件？")
    assert answer.kind is AnswerKind.NUMBER
    assert [v.value for v in answer.values] == ["13", "92"]


def test_offices_and_levels() -> None:
    assert names_office("云湖县市场监管部门立案多少件", "县市场监督管理局")
    assert not names_office("云湖县行政执法案件多少件", "县综合行政执法局")
    assert (level_of("云湖县"), level_of("云湖高新")) == ("县", "域")
