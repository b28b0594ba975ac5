"""Sums, rankings and complete lists said in words: an error of each kind, and the true statement that must stay silent."""

from __future__ import annotations

import pytest

from qa.audit import Finding, Kind, audit
from qa.reading import read_text
from qa.types import Report


def report(body: str, year: int = 2024) -> Report:
    text = f"云湖区{year}年法治政府建设工作报告\n\n一、{year}年主要工作成效\n\n全区上下扎实推进各项任务。\n{body}\n"
    text += f"\n二、{year + 1}年工作安排\n\n继续努力。\n"
    return read_text(text, file=f"云湖区-{year}.txt", place="云湖区", year=year)


def found(body: str) -> tuple[Finding, ...]:
    return audit([report(body)])


# the statement with {} for the figure, a wrong one, the true one, what is recomputed
CASES = [
    ("全市15个街道、34个部门共{}家单位递交述法报告。", "46", "49", Kind.PARTS),
    ("普通程序办案4183件，简易程序办案21640件，两类合计{}件。", "25283", "25823", Kind.PARTS),
    ("对22家单位开展书面督察、8家单位实地督察，合计督察单位{}家。", "32", "30", Kind.PARTS),
    ("累计培育“法律明白人”{}名，其中2024年新增386名、2023年底累计2446名。", "1832", "2832", Kind.PARTS),
    (
        "建成法治广场、公园、长廊共{}处，其中法治广场31处、法治公园18处、法治长廊26处。",
        "57",
        "75",
        Kind.PARTS,
    ),
    (
        "下设4个协调小组共开会{}次，其中执法协调小组5次、普法协调小组4次、立法协调小组1次、司法协调小组3次。",
        "16",
        "13",
        Kind.PARTS,
    ),
    ("街道办结案件1537件，三江街道最多，达218件，甘霖镇次之，{}件。", "238", "183", Kind.LIMIT),
    ("31名主要负责人述法，其中现场述法9人、书面述法{}人。", "21", "22", Kind.PARTS),
    (
        "审结复议案件191件（含上年结转11件），其中维持92件、驳回26件、撤销14件、确认违法5件、调解{}件。",
        "45",
        "54",
        Kind.PARTS,
    ),
    ("罚没金额合计2264.3万元；其中罚款2118.6万元、没收违法所得{}万元。", "154.7", "145.7", Kind.PARTS),
    (
        "查处违法案件2674件，其中市场监管817件，交通563件，城管486件，公安及其他部门{}件。",
        "788",
        "808",
        Kind.PARTS,
    ),
    ("收到申请318件，其中受理287件、不予受理19件、案前化解{}件。", "21", "12", Kind.PARTS),
    ("督察发现问题126处，改完{}处，还剩13处正在改。", "131", "113", Kind.PARTS),
    ("收到依申请公开件147件，答复141件，{}件结转至2025年。", "9", "6", Kind.PARTS),
    ("收到政府信息公开申请263件，上年结转9件，答复259件，结转下年度{}件。", "31", "13", Kind.PARTS),
    ("事项清单由1123项扩展到1352项，增加{}项。", "239", "229", Kind.CHANGE),
    ("信访总量同比下降{}%，由3204件次降到2624件次。", "11.8", "18.1", Kind.CHANGE),
    ("全年检查2418次，是上年3652次的{}%。", "62.6", "66.2", Kind.CHANGE),
    ("年底全县有证的{}人，比上年底的1110人净增76人。", "1086", "1186", Kind.CHANGE),
    ("全年集中学法10次，较2023年多学{}次（2023年8次）。", "3", "2", Kind.CHANGE),
    ("15支执法队伍到岗412人，平均每队{}人。", "24.7", "27.5", Kind.MEAN),
    ("罚没收入1418.6万元，处罚案件2053件，平均每案{}万元。", "0.96", "0.69", Kind.MEAN),
    ("全县342个调委会、1706名调解员，平均每个调委会{}名，专职调解员118名。", "5.9", "5.0", Kind.MEAN),
    ("对15家单位抽取案卷225卷，平均每家{}卷，评出优秀卷宗68卷。", "14", "15", Kind.MEAN),
    ("全县16个单位1084名在岗执法人员，持证{}名。", "1184", "1062", Kind.LIMIT),
    ("抽评案卷160卷，评出优秀案卷54卷，优秀率{}%。", "38.3", "33.8", Kind.RATE),
    ("抽取案卷225卷，评出优秀卷宗68卷、不合格卷宗9卷，合格率{}%。", "94", "96", Kind.RATE),
    (
        "收到复议申请236件。一审行政诉讼案件109件。收到的复议申请与一审行政诉讼案件之比为{}:1。",
        "2.71",
        "2.17",
        Kind.RATIO,
    ),
]


@pytest.mark.parametrize(("text", "wrong", "true", "kind"), CASES)
def test_an_error_is_told_and_the_true_figure_is_not(text: str, wrong: str, true: str, kind: Kind):
    assert kind in {one.kind for one in found(text.format(wrong))}
    assert found(text.format(true)) == ()


@pytest.mark.parametrize(
    "text",
    [
        # three kinds before the sum, of which only two are bodies of the sentence's end
        "全市3个开发区、15个街道、34个部门共52家单位递交述法报告。",
        # leaders of two kinds of places are no bodies
        "15个街道、34个部门共56名负责人现场述法。",
        # one number of the sum stands elsewhere
        "办理案件12件、听证8件、复核3件，合计办理事项97件。",
        # the most and the second of two rankings
        "案件数城东镇最多，为107件；增长率城西镇最高，其次是河口镇218件。",
        # an open list falls short
        "建成法治广场、公园等阵地共75处，其中法治广场31处、法治公园18处。",
        # 合格率 beside those that were excellent
        "评查案卷220份，评出优秀案卷31份，合格率97.3%。",
        # a list of 其中 in which one way is left out
        "收到申请318件，其中受理287件、不予受理19件、案前化解8件。",
        # new ones of this year and the total of the year before under another thing
        "累计培育调解员2832名，其中新增专职86名、2023年底共有法律明白人1446名。",
    ],
)
def test_what_looks_alike_stays_silent(text: str):
    assert found(text) == ()
