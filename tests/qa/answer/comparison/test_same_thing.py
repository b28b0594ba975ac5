"""Cells that count another thing than most of a comparison: set apart and told, replaced by the whole, or never chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer

REPORTS = {
    "岐山县": """县司法局审查文件、合同326件；20个乡镇（街道）司法所审查涉法事项1845件。
收到行政复议申请287件，受理254件，审结241件。
全县共办理行政处罚案件5127件，罚没金额1864.5万元。评选优秀案卷58卷，评查行政执法案卷240卷。全县行政执法人员1206名持证上岗，年内新申领行政执法证件138人。
办理法律援助案件1128件，办理公证2037件。各级调解组织共排查矛盾纠纷8936件，调解成功8742件，成功率97.8%。
培养“法律明白人”3120名。在册社区矫正对象412人，全年解除矫正205人。主要负责人现场述法12名。开展普法活动416场次。行政机关败诉率10.7%。""",
    "扶风县": """行政复议案件收案量达到365件；依法受理318件，办结297件。各级执法机关共作出行政处罚决定7342件，罚款2976万元。
评查案卷310宗，评出优秀案卷74宗。全县持有有效行政执法证人员1583人。受理法律援助案件1376件，公证机构办证1652件。
全县人民调解组织调处矛盾纠纷1.12万件。培育“法律明白人”4385名。列管社区矫正对象526人，年内解除264人。组织开展普法活动528场。行政机关败诉率9.1%。""",
    "眉县": """新收行政复议案件213件，上年结转18件，审结206件。全县各执法部门办理行政处罚案件4208件；
县综合行政执法大队立案查处违法案件973件，罚款268万元。
全县取得行政执法资格人员1038名。办结法律援助案件862件，办理各类公证事项1479件。各级人民调解组织化解矛盾纠纷6547起，成功率98.2%。
19个乡镇（街道）全年报送审查事项732件。新培育“法律明白人”305名，总数达到2116名。社区矫正对象目前在册327人。开展普法活动287场。行政机关败诉率8.4%。""",
    "陇县": """全年行政复议新收246件，立案受理220件，结案215件。查处行政处罚案件6418起，罚没款2300万元。评查案卷275卷。
法律援助受援群众1254人，公证业务办理2186件。全年调解矛盾纠纷5209件，劳动仲裁机构处理案件735件，调解成功率68.4%。选树“法律明白人”骨干652名。
年末社区矫正对象395名。24个乡镇（街道）自行审查1020件，13个乡镇（街道）合法性审查率达到100%。全县44名部门负责人书面述法。""",
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    folder: Path = tmp_path_factory.mktemp("same")
    paths = []
    for place, body in REPORTS.items():
        paths.append(folder / f"{place}.txt")
        text = (
            f"{place}2024年法治政府建设情况报告\n\n一、工作成效\n\n{body}\n\n{place}人民政府\n2025年2月18日\n"
        )
        paths[-1].write_text(text, encoding="utf-8")
    encoder = load()
    add(paths, folder / "library", encoder)
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, encoder)
        yield lambda *turns: assistant.ask(list(turns))


def cells(answer: Answer) -> dict[str, str]:
    return {value.place: value.value for value in answer.values}


@pytest.mark.parametrize(
    ("question", "given"),
    [
        # another indicator or none, owning less of the question
        ("2024年各县受理的行政复议案件数排个名", {"岐山县": "254", "扶风县": "318", "陇县": "220"}),
        ("2024年各县解除社区矫正的人数", {"岐山县": "205", "扶风县": "264"}),
        ("2024年各县优秀案卷数", {"岐山县": "58", "扶风县": "74"}),
        # another kind of unit
        ("2024年各县法律援助案件数", {"岐山县": "1128", "扶风县": "1376", "眉县": "862"}),
        # bodies are not what they do
        ("2024年各县乡镇(街道)合法性审查的件数比较", {"岐山县": "1845", "眉县": "732", "陇县": "1020"}),
        # one team's money
        ("2024年各县罚没金额对比", {"岐山县": "1864.5", "扶风县": "2976", "陇县": "2300"}),
        # a narrowed figure gives way to the whole in its sentence, or is set apart
        ("2024年“法律明白人”哪个县最多?", {"岐山县": "3120", "扶风县": "4385", "眉县": "2116"}),
        # another matter of the family
        ("2024年各县人民调解成功率排名", {"岐山县": "97.8", "眉县": "98.2"}),
        # money is no case
        (
            "2024年各县行政处罚案件合计多少?",
            {"岐山县": "5127", "扶风县": "7342", "眉县": "4208", "陇县": "6418"},
        ),
    ],
)
def test_every_cell_is_of_what_is_asked(ask, question: str, given: dict[str, str]):
    assert cells(ask(question)) == given


def test_the_figure_set_apart_is_told_with_its_words_and_cited(ask):
    answer = ask("2024年“法律明白人”哪个县最多?")
    note = next(w for w in answer.warnings if "陇县" in w and "没有列入比较" in w)
    assert "骨干" in note
    assert "652名" in note
    assert any("652名" in c.quote for c in answer.citations)
    assert "陇县的报告未披露" in answer.answer


def test_the_mediated_give_way_to_all_disputes(ask):
    assert cells(ask("2024年各县人民调解了多少矛盾纠纷?"))["岐山县"] == "8936"


def test_the_indicator_that_the_question_names_leads(ask):
    assert cells(ask("2024年各县审结的行政复议案件比较")) == {
        "岐山县": "241",
        "扶风县": "297",
        "眉县": "206",
        "陇县": "215",
    }


def test_two_figures_of_unlike_names_are_not_compared(ask):
    answer = ask("2024年岐山县和陇县述法的负责人哪个县多?")
    assert cells(answer) == {"岐山县": "12", "陇县": "44"}
    assert "较多" not in answer.answer
    assert any("不同" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2024年平均每个县收到多少件行政复议申请?", "平均277.75件"),
        ("2024年四个县的公证一共多少件?", "合计7354件"),
        ("2024年行政机关败诉率低于9%的县有哪些?", "低于9%的有：眉县8.4%"),
        ("2024年各县普法活动场次排名", "扶风县最多"),
        ("2024年哪些县没有披露败诉率?", "未披露“败诉率”的有：陇县"),
        ("2024年各县行政处罚案件前两名是谁?", "扶风县7342件[1]较多，陇县6418起[2]较少。"),
    ],
)
def test_what_is_computed_over_all_places(ask, question: str, told: str):
    assert told in ask(question).answer


def test_several_indicators_of_all_places_are_a_table(ask):
    answer = ask("2024年各县的行政处罚案件、公证件数列个表")
    assert "| 地区 | 年度 | 行政处罚案件 | 公证 |" in answer.answer
    assert {v.value for v in answer.values if v.place == "眉县"} == {"4208", "1479"}
