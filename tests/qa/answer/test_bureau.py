"""A city of which only a department's report is held: matters of that department's field are answered in its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason

REPORT = """汉中市水利局2024年法治政府建设情况报告
发布日期：2025年2月20日　　来源：汉中市水利局

　　2024年，汉中市水利局扎实推进法治水利建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）规范执法。全年巡查河道2680公里，拆除河道内违法建筑43处，办理水行政处罚案件37件，罚款126万元。持证执法人员58名。
　　（二）管好水。全市新建小水库6座，加固病险水库19座，农村自来水普及率达到97.2%。
　　（三）各区县情况。汉台区护岸12.1公里，勉县护岸8.7公里，宁强县护岸4.3公里。
　　（四）化解纠纷。办理行政复议案件4件，行政诉讼案件2件，均胜诉。答复人大代表建议21件。
　　二、存在问题
　　基层水利执法力量薄弱。
"""
BEFORE = """汉中市水利局2023年法治政府建设情况报告
发布日期：2024年2月20日　　来源：汉中市水利局

　　2023年，汉中市水利局扎实推进法治水利建设。现将有关情况报告如下。
　　一、2023年工作开展情况
　　（一）管好水。加固病险水库14座，9月被命名为全国节水型单位，建成节水主题公园1处。
　　（二）化解纠纷。办理行政复议案件7件。
"""
OTHER = REPORT.replace("汉中市", "安康市").replace("2680", "1930").replace("19座", "11座")

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("bureau")
    texts = {"one.txt": REPORT, "two.txt": OTHER, "three.txt": BEFORE}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder / name for name in texts], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("汉中2024年加固了多少座病险水库", "19座"),
        ("汉中市2024年农村自来水普及率是多少", "97.2%"),
        ("2024年汉中市水利执法持证人员多少名", "58名"),  # the field is named
    ],
)
def test_a_matter_of_the_field_is_answered_in_the_name_of_the_bureau(ask: Ask, question: str, printed: str):
    answer = ask(question)
    assert printed in answer.answer
    assert "汉中市水利局" in answer.answer
    assert any("没有汉中市本级的报告" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    "question",
    [
        "汉中市2024年行政复议案件多少件",
        "汉中2024年老百姓告政府的官司有几件",
        "汉中2024年办理行政处罚案件多少件",
        "汉中2024年代表建议办理多少件",
        "汉中市政府2024年加固了多少座水库",
        "汉中市教育局2024年加固了多少座水库",
        "汉中2024年存在哪些问题",
        "汉中2024年新修高速公路多少公里",
        "汉中2021年加固了多少座病险水库",
        "汉中和安康2024年谁加固的病险水库多",
    ],
)
def test_what_other_bodies_count_as_well_is_refused(ask: Ask, question: str):
    answer = ask(question)
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert not answer.values
    assert not answer.warnings


def test_the_next_turn_keeps_to_the_bureau_and_to_its_field(ask: Ask):
    assert "6座" in ask("汉中2024年加固病险水库多少座", "新建小水库呢").answer
    refused = ask("汉中2024年加固病险水库多少座", "行政诉讼呢")
    assert refused.reason is Reason.NO_SUCH_PLACE
    assert "可以改问：汉中市水利局" in refused.answer


def test_places_inside_the_city_are_answered_from_the_bureaus_report(ask: Ask):
    answer = ask("勉县2024年护岸多少公里")
    assert "8.7公里" in answer.answer
    assert any("勉县没有单独的报告" in warning for warning in answer.warnings)
    ranked = ask("汉台区、勉县和宁强县2024年谁的护岸最长")
    assert "汉台区最多" in ranked.answer
    assert ask("勉县2024年行政复议多少件").reason is Reason.NO_SUCH_PLACE


def test_without_a_year_an_earlier_report_answers_what_the_newest_is_silent_on(ask: Ask):
    answer = ask("汉中市水利局什么时候被命名为全国节水型单位")
    assert "9月" in answer.answer
    assert any("2024年的报告没有写，以下出自2023年的报告" in warning for warning in answer.warnings)
    assert "19座" in ask("汉中市水利局加固病险水库多少座").answer  # the newest tells it
    assert ask("汉中市水利局2024年什么时候被命名为全国节水型单位").abstained  # a year was asked
    assert ask("汉中市水利局买了多少架飞机").abstained
