"""Conversations whose turns ask another thing of what was spoken of: its plans, its shortcomings, why, which way it moved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason
from tests.conftest import TODAY, Ask

REPORTS = {
    "jingning-2024.txt": """景宁县2024年法治政府建设情况报告

一、主要工作

(一)规范执法。全县办理行政处罚案件1840件,同比下降9.1%,罚没金额742万元。其中市场监管领域655件,交通运输领域402件。适用“首违不罚”137件,免罚金额31.6万元。评查行政执法案卷160卷。鹤溪街道、渤海镇、东坑镇分别办理处罚案件96件、58件、33件。澄照乡设立执法服务点2个。
(二)行政复议和应诉。收到行政复议申请164件,受理141件,审结130件,平均办案时间31天。行政复议申请中,公安类52件、自然资源类27件。行政诉讼败诉率5.2%。
(三)法律服务。办理法律援助案件388件,为农民工追回欠薪266万元。“法律明白人”达到940名,其中乡村812名。12348热线解答咨询2875人次。

二、存在的问题

一是少数部门取证不充分。二是乡镇执法人员不足。

三、2025年工作安排

新培育“法律明白人”150名。由县司法局牵头,9月底前完成规范性文件清理。执法人员培训不少于6期。

景宁县人民政府
2025年2月20日
""",
    "jingning-2023.txt": """景宁县2023年法治政府建设情况报告

一、主要工作

(一)规范执法。办理行政处罚案件2024件,罚没金额905万元。
(二)行政复议和应诉。收到行政复议申请121件,受理108件。行政诉讼败诉率8.8%。

二、存在的问题

一是基层执法装备陈旧。二是普法形式单一。

三、2024年工作安排

力争行政诉讼败诉率降至6%以下。

景宁县人民政府
2024年2月20日
""",
    "qingyuan-2024.txt": """庆元县2024年法治政府建设情况报告

一、主要工作

(一)规范执法。办理行政处罚案件1322件。
(二)化解纠纷。解决群众反映的问题418个。收到行政复议申请90件。

二、存在的问题

一是法治宣传针对性不强。二是复议人员偏少。

庆元县人民政府
2025年2月26日
""",
}


def figures(answer: Answer) -> set[str]:
    return {value.value for value in answer.values}


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("anew")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder], folder / "library", load())
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load())
        yield lambda *turns: assistant.ask(turns, today=TODAY)


FINES = "景宁县2024年办了多少行政处罚案件"
REVIEWS = ("景宁县2024年收到多少行政复议申请", "里面公安的有多少", "自然资源呢")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((FINES, "交通的占多少", "适用首违不罚多少件"), {"137"}),  # the share is not asked again
        ((FINES, "比上年少了多少", "不对,我问的是罚没金额"), {"742", "905"}),
        (("景宁县2024年罚没金额比上年少了多少",), {"742", "905"}),  # 9.1% is of the cases
        ((*REVIEWS, "受理了多少"), {"141"}),
        ((*REVIEWS, "比上一年申请多了多少"), {"164", "121"}),
        (("景宁县2024年收到多少行政复议申请", "真正受理下来的呢"), {"141"}),
        (("景宁县2024年收到多少行政复议申请", "平均多久办完一个"), {"31"}),
        (("景宁县2024年收到多少行政复议申请", "和上年比申请量增加了几件"), {"164", "121"}),
        (("景宁县2023年收到多少行政复议申请", "第二年呢"), {"164"}),
        (("景宁县2024年败诉率多少", "2023年呢", "所以是降了?"), {"5.2", "8.8"}),
        (("景宁县2024年的败诉率目标是多少", "实现了没有"), {"6", "5.2"}),
        (("景宁县2025年有什么打算", "法律明白人现在有多少"), {"940"}),  # not the 150 of the plan
        (("景宁县2024年法律明白人多少", "其中农村的"), {"812"}),
        (("景宁县2024年追回欠薪多少钱", "打热线咨询的人多不多"), {"2875"}),  # counted in people, not in money
        (("景宁县2024年哪个乡镇街道办理处罚案件最多",), {"96", "58", "33"}),
        ((FINES, "渤海镇呢", "三个乡镇加一起"), {"96", "58", "33"}),
        ((FINES, "县里评查行政执法案卷多少卷"), {"160"}),
    ],
)
def test_a_turn_asks_another_thing(chat: Ask, turns: tuple[str, ...], expected: set[str]):
    assert figures(chat(*turns)) == expected


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        ((FINES, "庆元的问题呢"), ("针对性不强", "复议人员偏少")),
        (("景宁县2024年存在哪些问题", "第二个问题具体讲讲", "上一年的问题有哪些"), ("装备陈旧", "形式单一")),
        (("景宁县2024年法律明白人多少", "明年这块打算怎么弄"), ("150名",)),
        (("景宁县2025年有什么打算", "规范性文件清理谁牵头", "啥时候弄好"), ("9月底",)),
    ],
)
def test_a_section_is_asked_whatever_was_spoken_of(chat: Ask, turns: tuple[str, ...], words: tuple[str, ...]):
    answer = chat(*turns)
    assert not answer.abstained
    assert all(word in answer.answer for word in words)


@pytest.mark.parametrize(
    "turns",
    [
        ("景宁县2024年收到多少行政复议申请", "里面公安的有多少", "为什么这么多"),
        (
            "景宁县2025年有什么打算",
            "培训要办几期",
            "2024年办了几期",
        ),  # the plan is no figure of what was done
        ("景宁县2024年处罚多少件", "火塘会是哪儿搞的"),
    ],
)
def test_what_the_report_does_not_tell_is_refused(chat: Ask, turns: tuple[str, ...]):
    assert chat(*turns).reason is Reason.NOT_MENTIONED
