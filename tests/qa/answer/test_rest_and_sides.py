"""The rest of the towns, a town behind 里面, and cells of a comparison: an office for all, last year's, a town's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.ledger.holders import holder_at
from qa.library import Library
from qa.types import Answer, Reason

ONE = """安乡县2024年法治政府建设情况报告
发布日期：2025年1月20日　　来源：安乡县人民政府

　　2024年，安乡县推进依法行政。现将有关情况报告如下。
　　一、主要工作
　　（一）规范执法。办结行政处罚1731件，其中公安机关902件，市场监管局311件，农业农村局87件，其他单位431件；罚没款合计1046.2万元，较2023年的1388.5万元下降24.7%。陈家嘴镇、大鲸港镇、官垱镇三个镇的执法队全年分别查办29起、41起、17起，其余8个乡镇一共查办53起。
　　（二）服务群众。县法援中心承办案件623件。撂荒地整治复耕1.21万亩，其中安丰乡2700亩、安全乡2350亩。
　　（三）化解矛盾。深柳街道“老杨调解工作室”4名调解员一年接手176起。
"""
TWO = """津市市2024年法治政府建设情况报告
发布日期：2025年1月22日　　来源：津市市人民政府

　　2024年，津市市推进依法行政。现将有关情况报告如下。
　　一、主要工作
　　（一）规范执法。全年作出行政处罚决定1195件，罚没入库812万元。
　　（二）服务群众。市法律援助中心办结法律援助案件498件。
　　（三）化解矛盾。全市调解员化解纠纷3964件。
"""

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("rest")
    for name, text in {"one.txt": ONE, "two.txt": TWO}.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder / "one.txt", folder / "two.txt"], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns)


def test_the_rest_of_the_towns_is_told_as_the_report_counts_it(ask: Ask):
    answer = ask("安乡县除陈家嘴、大鲸港、官垱三镇外，其余乡镇查办多少起")
    assert [value.value for value in answer.values] == ["53"]
    assert [value.value for value in ask("安乡县官垱镇执法队查办多少起").values] == ["17"]
    assert "三个镇" not in ask("安乡县官垱镇执法队查办多少起").answer


def test_a_town_behind_a_word_of_inside_is_asked_for(ask: Ask):
    assert [v.value for v in ask("安乡县复耕的撂荒地中安全乡有多少亩").values] == ["2350"]
    assert [v.value for v in ask("安乡县撂荒地复耕多少亩", "安乡里面安丰乡多少亩").values] == ["2700"]


def test_the_centre_that_does_all_legal_aid_speaks_for_the_county(ask: Ask):
    answer = ask("安乡和津市的法律援助案件谁多")
    assert "623件" in answer.answer
    assert "安乡县623件" in answer.answer
    assert "未披露" not in answer.answer


def test_last_years_figure_is_no_cell_of_this_year(ask: Ask):
    answer = ask("津市罚没款比安乡少多少万元")
    assert "1046.2万元" in answer.answer
    assert "1388.5" not in answer.answer
    assert "234.2" in answer.answer


def test_a_towns_own_studio_is_not_held_against_a_county(ask: Ask):
    answer = ask("比较安乡和津市的调解员化解纠纷")
    assert "3964件" in answer.answer
    assert not any(value.value == "176" for value in answer.values)


def test_a_list_of_offices_is_closed_by_the_others_or_a_total():
    text = "其中公安机关902件,农业农村局87件,其他单位431件;罚没款合计1046.2万元"
    assert holder_at(text, text.index("1046"), "安乡县").whole
    open_ = "农业农村局检查87次;罚款12万元"
    assert not holder_at(open_, open_.index("12万"), "安乡县").whole


def test_your_county_is_no_name(ask: Ask):
    assert ask("你们县2024年行政处罚多少件").reason is not Reason.NO_SUCH_PLACE
    assert "安乡县" in ask("安乡2024年行政处罚多少件", "你们县法律援助呢").answer
