"""Parts of a question that go on from the figure told before: how it moved, its other measure, its share, the row of a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer
from tests.conftest import TODAY

REPORT = """鹿邑县2024年法治政府建设工作报告

2024年，鹿邑县坚持依法行政，现将有关情况报告如下。

一、2024年工作情况

（一）化解行政争议
收到行政复议申请94件（2023年为71件），受理82件，同比增长17.1%。加上上年结转9件，应审理91件，已审结85件，结转下年6件。一审行政应诉案件63件，败诉4件，一审败诉率6.3%，较2023年（8.8%）下降2.5个百分点。负责人应出庭31件，出庭31件。信访部门接待来访318批次907人次，同比分别下降6.2%、9.4%。

各乡镇人民调解情况如下：
单位        受理（件）  成功（件）  成功率
王皮溜镇        142         139       97.9%
贾滩镇           98          95       96.9%
小计            240         234       97.5%

全县人民调解成功1834件，调解成功率98.1%。

（二）规范行政执法
办理行政处罚案件2164件，罚没款总额913.5万元，其中市场监管领域307件、罚没款188.2万元，交通运输领域624件、罚没款271.6万元。评查案卷150卷，优秀61卷，合格82卷，不合格7卷。出台县政府规范性文件3件、部门规范性文件8件，合计11件。消防救援机构检查单位1260家，责令停业9家，罚款46.8万元。道路交通事故起数、死亡人数、财产损失分别为87起、12人、33.4万元，同比分别下降4.4%、7.7%、10.2%。核定执法编制320名，实有281名，缺编39名。

（三）公共法律服务
法律援助受援人417人，其中农民工152人、妇女98人，依次占36.5%、23.5%。县公安局、县教育局、县司法局普法活动依次为64场、41场、27场。办理代表建议58件、政协提案77件，办复率均为100%，满意率分别为96.2%和98.4%，同比分别减少3件、增加5件。法律明白人持有证书860名，新增74名。企业投诉35件，同比减少6件。人民调解委员会117个，其中企业调委会14个；人民调解员683名。全年接待热线咨询5210人次。

二、存在的不足

一是执法力量薄弱。

三、2025年工作安排

一是新增法律明白人90名。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    folder: Path = tmp_path_factory.mktemp("beside")
    (folder / "luyi.txt").write_text(REPORT, encoding="utf-8")
    add([folder / "luyi.txt"], folder / "lib", load())
    assistant = Assistant(Library.open(folder / "lib"), load())
    return lambda question: assistant.ask([question], today=TODAY)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("鹿邑县收到多少行政复议申请，比上年多几件？", ["94件", "23件（94−71）"]),
        ("鹿邑县行政复议受理多少件，同比增长多少，审结多少？", ["受理82件", "17.1%", "审结85件"]),
        ("鹿邑县一审败诉率是多少？比2023年降了几个百分点？", ["6.3%", "2.5个百分点"]),
        ("鹿邑县负责人应出庭几件，实际出庭几件？", ["应出庭31件", "\n鹿邑县2024年：出庭31件"]),
        ("鹿邑县来访多少批次，多少人次，同比各降多少？", ["318批次", "907人次", "6.2%", "9.4%"]),
        ("鹿邑县一共罚了多少钱，其中市场监管领域多少？", ["913.5万元", "市场监管领域罚没款188.2万元"]),
        ("鹿邑县交通运输领域办了多少处罚案，罚没多少？", ["624件", "271.6万元"]),
        ("鹿邑县评查案卷多少卷，优秀多少卷，不合格的几卷？", ["150卷", "61卷", "不合格7卷"]),
        ("鹿邑县消防罚款多少？查了多少家单位？", ["46.8万元", "1260家"]),
        ("鹿邑县道路交通事故死亡几人，同比下降多少？", ["死亡人数12人", "死亡人数同比下降7.7%"]),
        ("鹿邑县执法编制核定多少名，实有多少，缺多少？", ["320名", "281名", "39名"]),
        ("鹿邑县法律援助受援人有多少？其中农民工占多大比例？", ["417人", "农民工占36.5%"]),
        ("鹿邑县政协提案多少件，同比增加几件？", ["77件", "增加5件"]),
        ("鹿邑县贾滩镇人民调解受理多少，成功多少？", ["贾滩镇受理98件", "贾滩镇成功95件"]),
        ("鹿邑县法律明白人新增多少，2025年计划新增多少？", ["74名", "新增法律明白人90名"]),
        ("鹿邑县一审败诉率？应诉案件几件？", ["6.3%", "63件"]),
        ("鹿邑县收到行政复议申请几件，结转下年几件？", ["94件", "结转下年6件"]),
    ],
)
def test_parts_go_on_from_the_figure_before(
    ask: Callable[[str], Answer], question: str, told: list[str]
) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert "未提及" not in answer.answer
    assert all(words in answer.answer for words in told), answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("鹿邑县农民工受援人占多少？", "农民工占36.5%"),
        ("鹿邑县代表建议满意率多少？", "96.2%"),
        ("鹿邑县教育局普法活动多少场？", "县教育局普法活动41场"),
        ("鹿邑县出台规范性文件几件？", "规范性文件合计11件"),
        ("鹿邑县县政府规范性文件几件？", "县政府规范性文件3件"),
        ("鹿邑县行政复议结转到下一年的有多少件？", "结转下年6件"),
        ("鹿邑县来访人次同比下降多少？", "人次同比下降9.4%"),
    ],
)
def test_single_figures(ask: Callable[[str], Answer], question: str, told: str) -> None:
    assert told in ask(question).answer


def test_a_committee_is_no_office(ask: Callable[[str], Answer]) -> None:
    assert "企业调委" not in ask("鹿邑县人民调解员多少名？").answer


@pytest.mark.parametrize("question", ["鹿邑县诉前调解成功多少件？", "鹿邑县非诉讼法律事务多少件？"])
def test_what_is_narrowed_is_not_told_of_the_whole(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).abstained
