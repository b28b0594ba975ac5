"""Single questions whose place, party or measure is said shortly, and near figures that must not stand for what they ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

COUNTY = """大悟县2024年法治政府建设工作报告
发布时间:2025-02-21 来源:大悟县司法局

2024年,大悟县扎实推进法治政府建设.现报告如下:
一、主要做法和成效
一是规范执法.全县办理行政处罚案件1318件,罚没款总额2860万元,其中市场监管部门1240万元、交通运输部门812万元、水利部门455万元.不予处罚案件96件.封山禁牧期山火由上年的17起减少到6起.
二是行政应诉.全县一审行政诉讼案件131件,其中以县政府为被告的22件.
三是保障权益.受理工伤认定申请712件,其中认定工伤655件、不予认定41件.居民供热价格每平方米每月由4.8元调整为5.3元.办理法律援助案件540件.新增经营主体3120户.受理学生申诉14件.
四是人民调解.调解纠纷2104件,调解成功2066件.培育"老谢说理"等调解品牌4个.
二、存在不足与明年打算
一是乡镇执法力量偏弱;二是公众参与面不够宽.2025年,要做好三件事:一要培训村级调解员不少于360人次,引进法律专业人才8名;二要新建村级法律服务室25个.
"""

CITY = """黄石市2024年法治政府建设情况报告
发布日期:2025年3月8日 来源:黄石市人民政府办公室

2024年,黄石市扎实推进法治政府建设.现将有关情况报告如下.
一、主要工作
各区域主要执法数据如下.
市直部门:行政处罚案件902件;涉企行政检查1711户次.
经济技术开发区:行政处罚案件388件;涉企行政检查640户次.
临湖经济技术开发区:行政处罚案件117件;涉企行政检查201户次.
全市一审行政诉讼案件417件.水上综合执法支队出动执法艇211艘次.
二、工作安排
继续推进.
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("singly"),
        (
            COUNTY,
            CITY,
        ),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("大悟封山禁牧 2024 山火数", ["6起"]),  # 大悟 is a word as well, and none that these reports print
        (
            "2024年黄石经济技术开发区涉企检查做了多少户次",
            ["640户次"],
        ),  # a zone that the report of its city calls by its kind
        ("黄石经开区涉企检查多少户次", ["640户次"]),
        ("大悟县政府作为被告的一审案件有几件", ["22件"]),
        ("大悟罚没金额居前的三个部门以及各自金额分别是多少", ["1240万元", "812万元", "455万元"]),
        ("大悟县明年计划引进多少名法律人才？培训多少人次？", ["8名", "360人次"]),
        ("大悟县2025年打算新建多少个村级法律服务室", ["25个"]),
        ("大悟县干活伤着了最后没给算数的有多少", ["41件"]),
        ("大悟县认定了多少工伤", ["655件"]),
        ("大悟县供热价格从几块涨到了几块", ["4.8元", "5.3元"]),
        ("大悟县供热价格涨到多少", ["5.3元"]),
    ],
)
def test_what_is_said_shortly_is_found(ask: Ask, question: str, told: list[str]) -> None:
    answer = ask(question)
    assert not answer.abstained, answer.answer
    assert all(figure in answer.answer.replace(",", "") for figure in told), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "黄石市政府作为被告的一审案件几件",  # all suits of the city are no suits against its government
        "大悟县不予处罚案件的免罚金额是多少",
        "大悟县姓谢的劝架能手,自己一个人劝和了几桩",
        "大悟县经营主体净增多少户",  # those that came are not those that are more
        "大悟县老师申诉受理了几件",
        "大悟县法律援助案件中农民工案件有多少件",
    ],
)
def test_a_near_figure_does_not_stand_for_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.abstained, answer.answer
