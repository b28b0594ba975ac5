"""Things that a question describes where it does not name them, on two reports written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.question.words.lexicon import Lexicon
from qa.question.words.measures import read_measure
from qa.question.words.term_reading import read_terms
from qa.types import Answer
from tests.asking import asking

REPORT = """岫岩县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：岫岩县人民政府办公室

　　2024年，岫岩县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）规范行政执法。全县持证行政执法人员674人。开展行政执法监督检查38次，清理废止文件11件。
　　（二）化解行政争议。收到行政复议申请216件，经复议后起诉7件，办理行政应诉案件53件。审查政府合同协议92份。办理依申请公开事项64件。
　　（三）化解矛盾纠纷。各级人民调解组织调解矛盾纠纷3974件。帮助化解企业矛盾纠纷118件。建成“和乐”调解室26家。
　　（四）优化公共法律服务。见证认罪认罚287件，开展企业法治体检342家次。新建法治文化公园、法治长廊等法治文化阵地9处。
　　（五）做好特殊人群管理。在册社区矫正对象316人。建设安置帮教基地1个，落实困难救助14人次。
　　（六）守护平安。止付冻结涉诈资金812万元。清偿拖欠企业账款4300万元，涉及企业57家。没收“三无”船舶6艘，扣押采砂船2艘。
　　二、存在的不足
　　基层力量偏少。
"""
SILENT = """宽甸县2024年法治政府建设情况报告
发布日期：2025年3月20日　　来源：宽甸县人民政府办公室

　　2024年，宽甸县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）规范行政行为。清理文件31件，办理行政复议案件88件，办理行政应诉案件24件。
　　（二）化解矛盾纠纷。调解矛盾纠纷2211件，受理信访事项403件。
　　（三）优化服务。窗口办件12.6万件，走访企业190家，建成便民服务点34个，服务群众5120人次。
　　二、存在的不足
　　基层力量偏少。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("described"),
        (
            REPORT,
            SILENT,
        ),
    ) as ask:
        yield ask


DESCRIBED = [
    ("有资格上街管事的人有多少号?", "674"),
    ("盯着那些管别人的人,一共查了多少趟?", "38"),
    ("上面裁完了还是不服、又去法院告的有几件?", "7"),
    ("双方签了字画押的东西看了多少份?", "92"),
    ("多少人向政府要没公布的材料?", "64"),
    ("帮老板们摆平的扯皮有多少桩?", "118"),
    ("给乡亲评理的小屋有几家?", "26"),
    ("犯事的人认栽签字时有律师在旁边看着的多少起?", "287"),
    ("上门给厂子把法律上的脉跑了多少家?", "342"),
    ("能一边溜达一边学法的地方有几处?", "9"),
    ("不用坐大牢、在家里服刑的人有多少?", "316"),
    ("从牢里出来、日子过不下去的接济了几个?", "14"),
    ("从骗子手里截下来的钱有多少?", "812"),
    ("欠老板们的账还了多少?", "4300"),
    ("没收了多少条船?", "6"),
]


@pytest.mark.parametrize(("question", "value"), DESCRIBED)
def test_what_is_described_is_told_by_its_own_figure(ask: Ask, question: str, value: str) -> None:
    assert [v.value for v in ask(f"岫岩县2024年{question}").values] == [value]


@pytest.mark.parametrize("question", [question for question, _ in DESCRIBED])
def test_a_report_without_the_thing_described_is_silent(ask: Ask, question: str) -> None:
    answer = ask(f"宽甸县2024年{question}")
    assert answer.abstained
    assert answer.values == ()


@pytest.mark.parametrize(
    ("question", "unit", "kind"),
    [
        ("欠企业的账还了多少?", "", "money"),
        ("欠企业的账还了多少家?", "家", "body"),
        ("日子紧的救助了几个?", "人", "people"),
        ("多少人向部门要材料?", "", ""),
    ],
)
def test_measures_of_what_is_described(question: str, unit: str, kind: str) -> None:
    assert read_measure(question) == (unit, kind)


def test_a_verb_of_speech_may_be_printed_without_its_ending() -> None:
    terms = read_terms("没收了多少", (), Lexicon.load(), lambda words: dict.fromkeys(words, 0), 100)
    assert dict(terms[0].forms)["没收"] == 1.0
