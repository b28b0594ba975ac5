"""Which indicator a figure bears: wordings that a blind author wrote, with other figures and names, and what must stay."""

from __future__ import annotations

import pytest

from qa.ledger.observation import observations
from qa.reading import read_text

FRAME = (
    "{place}2024年法治政府建设年度报告\n\n2024年，{place}坚持依法行政，现将有关情况报告如下。\n\n一、2024年工作情况\n\n"
    "（一）主要工作\n{text}\n\n二、2025年工作安排\n\n一是健全行政执法监督机制。\n"
)


def indicators(text: str, place: str = "柏川县") -> dict[str, str]:
    report = read_text(FRAME.format(place=place, text=text), "a.txt", place=place, year=2024)
    return {one.value: one.indicator for one in observations(report)}


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        # what leads a figure in stands in the clause before
        ("清理后公布现行有效的行政规范性文件目录，共计163件，废止21件。", "163", "documents-valid"),
        ("集中清理现行规范性文件64件，继续有效51件。", "64", "documents-cleaned"),
        ("集中清理现行规范性文件64件，继续有效51件。", "51", "documents-valid"),
        ("中小学校全部配齐法治副校长，共聘任126名。", "126", "law-vice-principals"),
        ("开展“法治体检”，走访民营企业186家。", "186", "enterprise-checkups"),
        ("开展安全检查，走访民营企业186家。", "186", ""),
        ("办理知识产权质押融资登记23笔，融资金额3.18亿元。", "3.18", "ip-pledge"),
        ("办理知识产权质押融资登记23笔，融资金额3.18亿元。", "23", "ip-pledge-cases"),
        ("推行轻微免罚，适用案件238件。", "238", "no-penalty-cases"),
        ("开展行政执法监督检查4轮，发现执法不规范问题82个。", "82", "supervision-problems"),
        ("受理群众反映执法问题83件。", "83", ""),
        # the figure stands before its noun
        ("为考试合格的114名人员新办行政执法证。", "114", "enforcement-certificates-issued"),
        ("选取6名在县委全面依法治县委员会会议上作现场述法。", "6", "live-reports"),
        ("全年有31起行政复议案件以调解方式结案。", "31", "reconsideration-mediated"),
        ("组织212名执法人员旁听行政诉讼案件庭审。", "212", "court-observation"),
        ("帮助92家失信企业完成信用修复。", "92", "credit-repair"),
        # the side that was sued, and what was asked of it
        (
            "我局被申请行政复议32件，其中被复议机关撤销或确认违法4件。",
            "4",
            "reconsideration-corrected-against",
        ),
        ("审结行政复议案件132件，其中撤销或确认违法14件。", "14", "reconsideration-corrected"),
        # twins
        ("全年新立行政复议案件118宗，结案103宗。", "118", "reconsideration-accepted"),
        ("经复议机构调解后申请人自愿撤回的有21宗。", "21", "reconsideration-mediated"),
        ("公职人员网上学法用法考试参考率99.86%，合格率98.4%。", "99.86", "law-exam-rate"),
        ("县司法局审查涉法事项381件。", "381", "review-total"),
        ("公职律师参与涉法事务审查181件。", "181", ""),
        ("乡镇审查532件。", "532", ""),
        ("备案审查乡镇规范性文件8件，退回修改2件。", "2", ""),
        ("持证复议人员4人。", "4", ""),
        ("承办中央环保督察交办信访件17件。", "17", ""),
        ("查处以次充好、虚假标注产地等违法案件37件。", "37", ""),
        ("清偿民营企业和中小企业账款1.26亿元。", "1.26", "debts-cleared"),
        ("公职律师队伍发展到73人。", "73", "public-lawyers"),
        ("纳入政务服务大厅办理的事项达1832项。", "1832", "service-matters"),
        ("县政府党组理论学习中心组集体学习习近平法治思想4次。", "4", "party-study"),
        ("办理交通事故纠纷调解216件。", "216", ""),
        # what was done with so many is of the next figure
        ("督察反馈的86个问题已完成整改81个。", "86", "inspection-problems"),
        ("督察反馈的86个问题已完成整改81个。", "81", "inspection-rectified"),
        ("对1362名行政执法人员开展集中轮训。", "1362", "enforcement-training"),
        ("二是组织92个单位党政主要负责人述法。", "92", "written-reports"),
        ("推出“一件事一次办”主题套餐42个。", "42", "one-thing"),
        ("对54起首次轻微违法行为免予处罚。", "54", "no-penalty-cases"),
        ("办理公证3126件，其中涉外公证书216份。", "216", "notary-foreign"),
        ("接受咨询群众8126人次。", "8126", "legal-consultations"),
        ("接受心理咨询群众8126人次。", "8126", ""),
        ("法律援助惠及困难群众1326人。", "1326", "aid-people"),
        ("通过“双随机、一公开”方式抽查企业1326家次。", "1326", "random-inspections"),
        ("公开“双随机”抽查结果211条。", "211", ""),
        ("法律顾问共出具意见书98份。", "98", "legal-opinion-letters"),
        ("不予行政许可决定16件。", "16", ""),
        # some of what is named, and others' things
        ("收回乡镇承接不住的执法事项43项。", "43", ""),
        ("审查增量政策措施574件，提出修改意见43件。", "43", ""),
        ("新录用执法人员36人。", "36", ""),
        ("设立行政复议受理点3个，代收申请64件。", "64", ""),
        ("吸纳退休教师担任调解员63名。", "63", ""),
        ("查处涉河涉湖违法案件29件。", "29", ""),
        ("排查燃气隐患1452条，罚款61.5万元。", "61.5", ""),
    ],
)
def test_wordings_of_blind_sentences(text: str, value: str, indicator: str) -> None:
    assert indicators(text)[value] == indicator


def test_calls_and_batches_have_units() -> None:
    report = read_text(
        FRAME.format(place="柏川县", text="“12348”热线接听来电9763通次；受理群众来信来访1146件批次。"),
        "a.txt",
        place="柏川县",
        year=2024,
    )
    found = [(one.value, one.unit, one.indicator) for one in observations(report)]
    assert found == [("9763", "通次", "hotline-12348"), ("1146", "件批次", "petition-cases")]
