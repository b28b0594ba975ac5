"""Growth over stated bases, multiples, shares, means, limits, lists and tables: an error of each kind, and its look-alikes."""

from __future__ import annotations

import pytest

from qa.audit import Finding, Kind, Severity, audit
from qa.reading import read_text
from qa.types import Report

C, S = Severity.CONTRADICTION, Severity.SCOPE


def report(body: str, *, year: int = 2024) -> Report:
    text = f"云湖区{year}年法治政府建设工作报告\n\n一、{year}年主要工作成效\n\n全区上下扎实推进各项任务。\n{body}\n"
    text += f"\n二、{year + 1}年工作安排\n\n继续努力。\n"
    return read_text(text, file=f"云湖区-{year}.txt", place="云湖区", year=year)


def found(body: str) -> tuple[Finding, ...]:
    return audit([report(body)])


ERRORS = [
    # growth and differences over a base that the sentence states
    ("受理行政复议申请320件，比上年的280件增长20%。", Kind.CHANGE, C, "14%"),
    ("召开府院联席会议6次，较2023年的4次增加3次。", Kind.CHANGE, C, "2"),
    ("出庭应诉率98.5%，比上年的95.1%提高4.4个百分点。", Kind.CHANGE, C, "3.4个百分点"),
    ("政务服务事项网办率92.4%，同比提高3.1个百分点（上年为98.3%）。", Kind.CHANGE, C, "-5.9个百分点"),
    ("公开执法信息2160条，较2023年（1800条）增长16.7%。", Kind.CHANGE, C, "20.0%"),
    # multiples
    ("线上立案量由120件增加到420件，增长5倍。", Kind.CHANGE, C, "3倍"),
    ("线上立案量由120件增加到420件，增长3.5倍。", Kind.CHANGE, S, "2.5倍"),
    ("2023年培育示范企业15家，2024年达到60家，是上年的3倍。", Kind.CHANGE, C, "4倍"),
    ("投诉举报由2023年的41件增至62件，翻了一番。", Kind.CHANGE, C, "1.5倍"),
    ("协作办件由50件增至200件，翻了一番。", Kind.CHANGE, C, "4.0倍"),
    # shares and ratios with their whole in the sentence
    ("涉企纠纷126件，占调解总量1050件的14%。", Kind.SHARE, C, "12%"),
    ("双语普法活动42场，占普法活动总数（140场）的20%。", Kind.SHARE, C, "30%"),
    ("受理行政复议案件205件，审结201件。其中涉企案件57件，占受理总数的25.8%。", Kind.SHARE, S, "27.8%"),
    ("类型中，行政处罚类占45%、行政征收类占23%、信息公开类占18%、其他类占24%。", Kind.PARTS, C, "110%"),
    ("行政复议收案624件、一审行政诉讼收案312件，两者之比为3:1。", Kind.RATIO, C, "2"),
    ("专职调解员与兼职调解员之比为1:4（专职85人，兼职255人）。", Kind.RATIO, C, "1:3.0"),
    # means
    ("全年召开联席会议24次，平均每月3次。", Kind.MEAN, C, "2"),
    ("组织旁听庭审12次、372人次，平均每次41人。", Kind.MEAN, C, "31"),
    ("全市226名专职调解员人均调解案件35件，共调解6780件。", Kind.MEAN, C, "30"),
    ("每万人拥有律师3.2名（常住人口200万人，执业律师460名）。", Kind.MEAN, C, "2.3"),
    ("全区司法所156个，工作人员624人，所均5人。", Kind.MEAN, C, "4"),
    # what cannot be
    ("按期办结率109.8%，满意率98.1%。", Kind.LIMIT, C, "≤100%"),
    ("受理行政裁决申请18件，办结21件。", Kind.LIMIT, S, "≤18"),
    ("2025年9月，组织行政执法人员封闭培训4期。", Kind.LIMIT, S, "≤2025年4月"),
    # parts in the sentence behind their total
    (
        "全区行政处罚案件2150件，罚没款合计316.4万元。其中区综合行政执法局办理902件，区市场监管局办理733件，公安机关办理615件。",
        Kind.PARTS,
        C,
        "2250",
    ),
    # goals, stocks, what is carried on, more ends than cases, the rest
    ("新增就业2.61万人，完成年度目标2.5万人的106.4%。", Kind.RATE, C, "104.4%"),
    ("累计接收社区矫正对象4126人，累计解除3814人，年末在册321人。", Kind.PARTS, S, "312"),
    ("收到政府信息公开申请143件，答复138件，结转7件。", Kind.PARTS, S, "5"),
    ("以我局为被申请人的行政复议案件43件；复议机关维持33件、撤销4件、终止8件。", Kind.PARTS, S, "45"),
    ("确定重点任务42项，完成37项，“法治驾驶舱”建设、司法所改建等2项跨年实施。", Kind.PARTS, C, "5"),
    ("梳理问题32项，年底前销号21项，剩余的服装换发、平台账号配置2项按计划推进。", Kind.PARTS, C, "11"),
    ("明确任务42项，年内完成93项。", Kind.LIMIT, S, "≤42"),
    ("审结127件，调解和解31件，占22.4%。", Kind.SHARE, S, "24.4%"),
    ("立案查处案件611件，同比下降15.4%（2023年为715件）。", Kind.CHANGE, C, "14.5%"),
    ("“高效办成一件事”上线21个主题，其中省定主题13个，本县自选主题9个。", Kind.PARTS, C, "22"),
    (
        "调处矛盾纠纷4216件，成功率98.7%，其中婚姻家庭1035件、邻里纠纷3178件、山林土地612件。",
        Kind.PARTS,
        C,
        "4825",
    ),
    ("办理法律援助案件612件，其中农民工案件724件、未成年人案件83件。", Kind.PARTS, C, "≤612"),
    # lists
    ("市级、县级、乡镇级公共法律服务中心分别为1个、15个、143个，合计156个。", Kind.PARTS, C, "159"),
    ("审查文件480件，其中规范性文件、合同协议、重大决策依次为96件、320件、82件。", Kind.PARTS, C, "498"),
    (
        "办理行政处罚案件1322件，其中市场监管领域510件，同比增长4.1%；交通运输领域372件，同比下降2.0%；其他领域460件。",
        Kind.PARTS,
        C,
        "1342",
    ),
    ("开展检查1450次，其中日常检查900次，专项检查350次，“双随机”抽查220次。", Kind.PARTS, S, "1470"),
    # rates whose names were unknown or whose count says the same narrow word
    ("组织考试，参考1850人，及格1739人，及格率96%。", Kind.RATE, C, "94%"),
    ("办理建议、提案合计164件，按期办结160件，按期办结率95.1%。", Kind.RATE, C, "97.6%"),
    # what is left over
    ("反馈问题36条，已整改34条，剩余4条正在整改。", Kind.PARTS, C, "2"),
    (
        "收到行政复议申请318件，受理274件，不予受理35件，其他处理9件；加上上年结转12件，审结261件，年末未结35件。",
        Kind.PARTS,
        S,
        "25",
    ),
    ("收到行政复议申请1533件，受理1319件，不予受理151件，告知其他途径处理36件。", Kind.PARTS, S, "1506"),
    # a whole in another sentence
    (
        "办理一般程序案件12513件。查处违法车辆639辆。非现场执法案件4377件，占一般程序案件的33.0%。",
        Kind.SHARE,
        S,
        "35.0%",
    ),
    ("收到行政复议申请213件，受理186件。受理案件中，公安类97件，占55.2%。", Kind.SHARE, S, "52.2%"),
    ("审结行政复议案件261件，年末未结25件。调解和解89件，占审结数的31.4%。", Kind.SHARE, S, "34.1%"),
    (
        "查处违法案件18465件。按门类分：道路运输11024件，公路路政4871件，港航海事1963件，工程质监427件。",
        Kind.PARTS,
        S,
        "18285",
    ),
    ("29个执法站所中，17个达到省级标准，较上年增加4个，达标率56.8%。", Kind.RATE, S, "58.6%"),
    (
        "审结行政复议案件2769件。调解和解1184件。复议后未提起行政诉讼的2512件，案结事了率97.0%。",
        Kind.RATE,
        S,
        "90.7%",
    ),
    # lists behind other figures, lists that are whole, digits that changed places
    ("审查文件、合同189件，提出意见426条，其中合同128件、规范性文件7件、其他64件。", Kind.PARTS, C, "199"),
    ("查处违法案件18465件，同比下降9.2%，其中一般程序12513件、简易程序5925件。", Kind.PARTS, S, "18438"),
    ("新登记经营主体5126户，其中企业873户、个体工商户4290户、农民专业合作社44户。", Kind.PARTS, C, "5207"),
    ("共有人民调解委员会347个，其中乡镇28个、村（社区）269个、行业性专业性23个。", Kind.PARTS, S, "320"),
    ("办理人大代表建议、政协提案73件（主办41件、会办23件）。", Kind.PARTS, C, "64"),
    ("评查案卷460卷，优秀83卷、合格385卷、不合格19卷。", Kind.PARTS, C, "487"),
    ("检查重点单位3967家，其中企业1204家、学校763家、医院2009家。", Kind.PARTS, S, "3976"),
    ("追责问责工作人员87人，其中党纪政务处分64人、诫勉32人。", Kind.PARTS, S, "96"),
    (
        "审结行政复议案件445件（含上年结转31件），经调解和解终止203件，占45.6%；维持121件，驳回68件，撤销47件，其他15件。",
        Kind.PARTS,
        S,
        "454",
    ),
    ("审结行政复议案件120件。办结案件中，维持61件、驳回24件、撤销7件、终止16件。", Kind.PARTS, S, "108"),
    (
        "受理行政复议案件291件。居前三位的为治安128件、交通64件、工伤39件，分别占受理总数的44.0%、20.2%和13.4%。",
        Kind.SHARE,
        C,
        "22.0%",
    ),
    ("评查案卷220卷，查出问题178个，合格率92.8%，不合格4卷。", Kind.RATE, S, "98.2%"),
    ("进驻事项1934项，“一窗受理”1756项，占98.0%。", Kind.SHARE, S, "90.8%"),
    ("收到依申请公开319件，结转上年11件，办结324件，结转下年16件。", Kind.PARTS, S, "6"),
    ("反馈的44个问题，制定措施97条，整改完成42个，另12个正在推进。", Kind.PARTS, C, "2"),
    ("罚没收入5126万元，比上年减少614万元，下降17.0%。", Kind.CHANGE, C, "10.7%"),
    # more than all, fewer in all than new ones
    ("发现问题163个，整改到位176个。", Kind.LIMIT, S, "≤163"),
    ("新建法治文化阵地12个，累计建成9个。", Kind.LIMIT, C, "≥12"),
    ("新培养法律明白人214名，全区法律明白人累计达到160名。", Kind.LIMIT, C, "≥214"),
    ("组织学法用法考试，应参加2416人，实际参加2490人。", Kind.LIMIT, S, "≤2416"),
    # all, and an exception beside it
    (
        "行政机关负责人应出庭76件，除1件因故由工作人员出庭外，出庭应诉率100%。",
        Kind.RATE,
        S,
        "99%",
    ),
    ("受理12345热线工单2180件，按期办结率100%，逾期办结3件。", Kind.LIMIT, S, "<100%"),
    ("反馈问题37个，整改率100%，尚未整改2个。", Kind.LIMIT, S, "<100%"),
    # a mean for each of a named kind, the two kinds of proposals
    ("12个司法所共受理矛盾纠纷2184件，平均每个司法所128件。", Kind.MEAN, C, "182"),
    ("办理人大建议和政协提案185件，其中人大建议71件、政协提案87件。", Kind.PARTS, C, "158"),
    # the count in brackets behind its rate, the year before in brackets, cases closed after coordination
    ("抽取案卷240宗集中评查，优秀率36.7%（81宗）。", Kind.RATE, S, "33.8%"),
    ("新收行政复议申请318件（上年度264件），上升24.5%。", Kind.CHANGE, C, "20.5%"),
    (
        "已审结行政复议案件271件中，维持116件、驳回58件、纠错21件、经协调终止67件。",
        Kind.PARTS,
        S,
        "262",
    ),
    # a sum of papers in several measure words
    ("审查重大行政决策7项、规范性文件15件、政府合同112份，合计143件。", Kind.PARTS, S, "134"),
    # one change, two figures
    (
        "一审行政诉讼案件同比下降21.4%。\n深化府院联动。\n全区发生一审行政诉讼案件106件，同比下降12.4%。",
        Kind.TWICE,
        S,
        "21.4%",
    ),
    # one thing, two figures
    (
        "一年来，办理法律援助案件621件。\n深化机制改革。\n"
        "区公共法律服务中心和12个工作站接待咨询5830人次，办理法律援助案件612件。",
        Kind.TWICE,
        C,
        "621件",
    ),
    ("全年备案审查规范性文件73件。\n深化机制改革。\n全年备案审查规范性文件37件。", Kind.TWICE, S, "73件"),
    # words between a sum and its parts, another base than last year, a mean or a change in between
    ("对16个乡镇和22个县直单位开展法治督察，覆盖48个单位。", Kind.PARTS, S, "38"),
    ("新收行政复议申请214件，加上上年结转16件，共240件。", Kind.PARTS, S, "230"),
    ("涉企检查1260次，较改革前的1800次压减40%。", Kind.CHANGE, C, "30%"),
    (
        "办理法律援助案件512件，比上年增加32件，增长6.7%；其中民事356件、刑事180件、行政6件。",
        Kind.PARTS,
        C,
        "542",
    ),
    ("调委会120个、调解员840名，平均每个调委会7名，其中专职126名，占51%。", Kind.SHARE, C, "15%"),
    ("监督检查发现问题184个，下发意见书42份，已纠正198个。", Kind.LIMIT, S, "≤184"),
    ("负责人实际出庭62件，正职出庭72件。", Kind.LIMIT, S, "≤62"),
    # shares of one list that are of one whole, which stands elsewhere or nowhere
    (
        "收案中，行政处罚类158件，占39.9%；公安类97件，占24.5%；自然资源类74件，占11.9%。",
        Kind.SHARE,
        S,
        "18.7%",
    ),
    ("学法考试应考4860人，实考4842人，参考率96.9%。", Kind.RATE, C, "99.6%"),
    ("收到行政复议申请1480件，受理1342件、不予受理98件，受理率97.0%。", Kind.RATE, C, "90.7%"),
    ("行政诉讼败诉率7.9%，低于上年的9.6%，下降7.1个百分点。", Kind.CHANGE, C, "1.7个百分点"),
    (
        "诉前调解案件14200件，一季度3180件、二季度3560件、三季度3690件、四季度3370件。",
        Kind.PARTS,
        C,
        "13800",
    ),
    ("新设经营主体5.2万户，注销2.1万户，净增3.6万户。", Kind.PARTS, S, "31000"),
    ("“法律明白人”年初8200人，年内新增1240人，退出160人，年末9820人。", Kind.PARTS, S, "9280"),
]


@pytest.mark.parametrize(("body", "kind", "severity", "computed"), ERRORS)
def test_an_error_is_found(body: str, kind: Kind, severity: Severity, computed: str):
    results = [f for f in found(body) if f.kind is kind]
    assert [f.severity for f in results] == [severity], [f.message for f in found(body)]
    assert results[0].computed == computed
    for span in results[0].spans:
        assert span.quote in span.sentence


TRUE = [
    # all but some by rule, all with none left, figures of one thing that are no swap of digits, a mean, all with the new ones
    "行政机关负责人应出庭76件，按规定不需出庭的除1件外，出庭应诉率100%。",
    "行政机关负责人应出庭76件，除1件外，其余75件出庭应诉率100%。",
    "受理12345热线工单2180件，按期办结率100%，逾期0件。",
    "受理12345热线工单2180件，整改率100%，逾期办结3件。",
    "评查案卷320卷，按期办结率99.8%，逾期2件。",
    "一年来，办理法律援助案件621件。\n深化机制改革。\n区公共法律服务中心接待咨询5830人次，办理法律援助案件384件。",
    "12个司法所共受理矛盾纠纷2184件，平均每个司法所182件。",
    "12个司法所共受理矛盾纠纷2184件，平均每个乡镇312件。",
    "新培养法律明白人214名，全区法律明白人累计达到2060名。",
    "新培养法律明白人214名，全区调解员累计达到160名。",
    "组织学法用法考试，应参加2416人，实际参加2409人。",
    "审查重大行政决策7项、规范性文件15件、政府合同112份，合计134件。",
    "公布决策7项，审查规范性文件15件、政府合同112份，合计127件。",
    # a count in brackets that bears its rate out, one of another unit, a change of another thing or against another year
    "抽取案卷240宗集中评查，优秀率33.8%（81宗）。",
    "抽取案卷240宗集中评查，优秀率36.7%（涉及81家单位）。",
    "抽取案卷240宗，现场评查221宗，优秀率36.7%（81宗）。",
    "新收行政复议申请318件（上年度264件），上升20.5%。",
    "已审结行政复议案件271件中，维持116件、驳回58件、纠错21件、经协调终止76件。",
    "一审行政诉讼案件同比下降21.4%。\n深化府院联动。\n全区发生一审行政诉讼案件106件，较2020年下降12.4%。",
    "一审行政诉讼案件同比下降21.4%。\n深化府院联动。\n全区新收行政复议案件106件，同比下降12.4%。",
    # parts in the next sentence: they add up, are some of it, are of another unit's total, or of two totals
    "全区行政处罚案件2250件。其中区综合行政执法局办理902件，区市场监管局办理733件，公安机关办理615件。",
    "全区行政处罚案件2450件。其中区综合行政执法局办理902件，区市场监管局办理733件。",
    "全区处罚市场主体850户。其中区综合行政执法局办理902件，区市场监管局办理733件。",
    "全区行政检查1100件，行政处罚案件850件。其中区综合行政执法局办理902件，区市场监管局办理733件。",
    "受理行政复议申请320件，比上年的280件增长14.3%。",
    "召开府院联席会议6次，较2023年的4次增加2次。",
    "网办率92.4%，同比提高3.1个百分点（上年为89.3%）。",
    "线下立案由90件增至180件，增长1倍。",
    "投诉举报由2023年的41件增至79件，翻了近一番。",
    "办件量是2021年的3.2倍。",
    "新增就业2.61万人，完成年度目标2.5万人的104.4%。",
    "累计接收社区矫正对象4126人，累计解除3814人，年末在册312人。",
    "累计接收社区矫正对象4126人，累计解除3814人，年末在册305人。",  # some moved or died
    "收到政府信息公开申请143件，答复138件，结转5件。",
    "上年结转2件，收到政府信息公开申请143件，答复138件，结转7件。",
    "以我局为被申请人的行政复议案件43件；复议机关维持31件、撤销4件、终止8件。",
    "以我局为被申请人的行政复议案件43件（上年受理未审结5件）；复议机关维持33件、撤销4件、终止8件。",
    "明确任务42项，年内完成39项。",
    "审结127件，调解和解31件，占24.4%。",
    "受理134件，审结127件，调解和解31件，占23.1%。",
    "立案查处案件611件，同比下降14.5%（2023年为715件）。",
    "立案查处案件611件，同比下降15.4%（2022年为715件）。",
    "调处矛盾纠纷4216件，其中婚姻家庭1035件、邻里纠纷1378件、山林土地612件。",
    # another year's base than the multiple's
    "2021年培育示范企业15家，2024年达到60家，是上年的2倍。",
    "涉企纠纷126件，占调解总量1050件的12%。",
    "涉及土地的占31%，涉及企业的占42%，涉及群体性争议的占8%。",
    "涉及土地的占31%、涉及企业的占42%、涉及其他群体的占58%、行政机关占9%。",
    # two sums or two numbers: nobody knows which was divided
    "常委会专题研究3次，常务会议研究17次，平均每季度4次左右。",
    # what is left over and comes out, or may be left of another count
    "反馈问题36条，已整改34条，剩余2条正在整改。",
    "反馈问题36条、建议12条，已整改34条，剩余14条正在整改。",
    "收到行政复议申请318件，受理274件；加上上年结转12件，审结261件，年末未结25件。",
    "受理行政复议案件274件，审结261件，年末未结25件。",
    "收到行政复议申请213件，受理186件，不予受理19件，正在审查8件。",
    "收到行政复议申请213件，受理186件，不予受理19件。",
    # wholes elsewhere that are several, or another office's
    "办理一般程序案件12513件。\n县城管局办理一般程序案件600件。\n非现场执法案件330件，占一般程序案件的55.0%。",
    "受理186件。受理案件中，公安类97件，占52.2%；自然资源类31件，占16.7%。",
    "29个执法站所中，17个达到省级标准，达标率58.6%。",
    "乡镇执法人员436人，占执法人员的38.4%。",
    # grades: 合格 beside 优秀 and with it
    "评查案卷168份，优秀41份、合格119份、不合格8份，合格率95.2%。",
    "评查案卷168份，其中优秀41份、合格160份、不合格8份，合格率95.2%。",
    # those that have most, whatever says so; parts of two lists
    "作出行政处罚决定1.06万件。从部门看，公安机关6871件、交通运输1542件、市场监管1106件、综合执法583件。",
    "执法人员716名，其中持证693名，持证率96.8%；直属执法支队97名。",
    "审结行政复议案件120件。办结案件中，维持61件、驳回24件、撤销7件、终止28件（其中调解和解20件）。",
    "治安128件、交通64件、工伤39件，分别占受理总数的44.0%、22.0%和13.4%。",
    # open lists that fall short by other numbers
    "检查重点单位3967家，其中企业1204家、学校763家、医院1008家。",
    "发现问题163个，整改到位157个。",
    # rounded and cut off
    "提出建议2210条，服务企业1460家，平均每家1.5条。",
    "组织旁听庭审12次、379人次，平均每次31人。",
    # spans of time that are not the year
    "2022年以来累计召开会议72次，平均每月2次。",
    "上半年召开会议12次，平均每月2次。",
    # of everybody, not of those in the sentence
    "城镇新增就业980人，全年救助金额5400元，居民人均可支配收入9422元。",
    "任务完成率120%，结案率101.2%，收入增长率130%。",
    "受理劳动仲裁案件905件，办结921件（含上年结转38件）。",
    "受理信访事项18件，连同往年积案办结21件。",
    "区法院受理案件4120件，办结4205件。",
    "《云湖区市容条例》自2025年9月1日起施行。",
    "2025年1月，我区获评全省示范区。",
    # open lists and lists that end at a comma
    "抽取案卷240件，其中处罚案卷160件、许可案卷80件，评出优秀案卷12件、不合格案卷9件。",
    "应诉案件112件，其中一审71件、二审36件、再审5件；一审判决败诉9件。",
    "审查文件486件，其中规范性文件7件、政府合同219件，其余为会议议题；出台规范性文件5件。",
    "开展讲座460场，其中进学校120场，进企业96场，进社区80场。",
    "援助农民工等受援人300人，其中农民工200人，妇女80人，老年人40人。",
    "应出庭79件，其中正职出庭21件，副职出庭58件。",
    # a rate of all that had to be
    "审查市政府规范性文件46件，报备23件，报备率100%。",
    "经调解和解结案268件，占比38.2%；纠错51件，纠错率7.3%。",
    "新收申请342件，审结287件，其中调解和解结案118件、撤销及确认违法34件、驳回45件、维持90件。",
    "举办培训活动12次。\n深化改革。\n举办培训活动8次。",
    # 12个乡镇 are no fields; the whole covers other things
    "对16个乡镇和22个县直单位开展法治督察，覆盖9个领域。",
    "新收行政复议申请214件，加上上年结转16件，共230件。",
    "涉企检查1260次，较改革前的1800次压减30%。",
    "办理法律援助案件542件，比上年增加32件，增长6.3%；其中民事356件、刑事180件、行政6件。",
    "调委会120个、调解员840名，平均每个调委会7名，其中专职126名，占15%。",
    "监督检查发现问题184个，下发意见书42份，已纠正171个。",
    # on the days that an office is open
    "政务大厅全年办理各类事项27.4万件，日均办件约1100件。",
    # shares of a part, of two wholes, and one that another count near by explains
    "收案中，行政处罚类158件，占39.9%；公安类97件，占24.5%；自然资源类74件，占18.7%。",
    "收案中，行政处罚类158件，占39.9%；其中公安类97件，占61.4%，交通类31件，占19.6%。",
    "全年立案620件。行政处罚类158件，占39.9%；公安类97件，占24.5%；自然资源类74件，占11.9%。",
    "学法考试应考4860人，实考4842人，参考率99.6%。",
    "行政诉讼败诉率7.9%，低于上年的9.6%，下降1.7个百分点。",
    "诉前调解案件14200件，一季度3180件、二季度3560件、三季度3690件。",
    "新设经营主体5.2万户，注销2.1万户，净增3.1万户。",
    "“法律明白人”年初8200人，年内新增1240人，退出160人，年末9280人。",
]


@pytest.mark.parametrize("body", TRUE)
def test_a_look_alike_is_no_finding(body: str):
    assert [f.message for f in found(body)] == []


def test_what_rests_on_no_other_figure_says_so_plainly():
    [result] = found("按期办结率109.8%，满意率98.1%。")
    assert result.message == "文中写“按期办结率109.8%”；109.8%>100%，这一比率不会超过100%。"
    assert result.message_en == "The report states “按期办结率109.8%”; 109.8%>100%, a share of a whole."


TABLE = """| 地区 | 收案（件） | 审结（件） | 纠错（件） | 纠错率 |
| 东城街道 | 312 | 298 | 31 | 10.4% |
| 西湖镇 | 148 | 141 | 12 | 8.5% |
| 南岗镇 | 96 | 92 | 9 | 9.8% |
| 合计 | 556 | 531 | 52 | 9.8% |"""
HALVES = """| 领域 | 上半年 | 下半年 | 全年 |
| 市场监管（件） | 820 | 910 | 1730 |
| 生态环境（件） | 145 | 162 | 307 |
| 交通运输（件） | 640 | 705 | 1345 |"""
GROWTH = """| 指标 | 2023年 | 2024年 | 同比 |
| 收到申请（件） | 186 | 240 | 29.0% |
| 受理（件） | 162 | 205 | 26.5% |
| 审结（件） | 168 | 201 | 19.6% |"""
CASES = [
    (TABLE, "| 9 | 9.8%", "| 9 | 8.9%", "9.8%"),
    (TABLE, "| 556 | 531", "| 556 | 513", "531"),
    (HALVES, "| 307 |", "| 317 |", "307"),
    (GROWTH, "26.5%", "24.5%", "26.5%"),
]


@pytest.mark.parametrize(("table", "right", "wrong", "computed"), CASES)
def test_a_cell_that_the_others_do_not_give(table: str, right: str, wrong: str, computed: str):
    assert found(table) == ()
    results = found(table.replace(right, wrong))
    assert Kind.TABLE in {f.kind for f in results}
    assert computed in {f.computed for f in results}


def test_a_cell_is_named_by_its_row_and_column():
    [result] = found(TABLE.replace("| 9 | 9.8%", "| 9 | 8.9%"))
    assert result.message.startswith("文中写“南岗镇纠错率8.9%”；按“南岗镇纠错9”“南岗镇审结92”算，")
    assert [s.quote for s in result.spans] == ["8.9%", "9", "92"]


def test_a_quote_begins_with_a_whole_word():
    [result] = found("组织考试，参考1850人，及格1739人，及格率96%。")
    assert [s.quote for s in result.spans] == ["及格率96%", "及格1739人", "参考1850人"]


def test_a_table_whose_columns_mean_something_else_is_silent():
    """No two rows bear the relation out, so nobody knows what the column is a share of."""
    assert found(TABLE.replace("10.4%", "61.0%").replace("8.5%", "72.0%")) == ()


def test_a_difference_of_rates_in_points_is_no_growth():
    table = GROWTH.replace(
        "| 审结（件） | 168 | 201 | 19.6% |",
        "| 败诉率（%） | 9.9 | 6.4 | -3.5个百分点 |\n| 审结（件） | 168 | 201 | 19.6% |",
    )
    assert found(table) == ()


def test_last_years_figure_bears_a_multiple_out():
    last = report("适用首违不罚案件410件。\n入企检查8640次，工作有序。", year=2023)
    now = report("适用首违不罚案件1230件，是上年的2倍。\n入企检查7430次，同比下降12%。")
    results = audit([now], [last])
    assert [(f.kind, f.computed) for f in results] == [(Kind.YEARS, "3倍"), (Kind.YEARS, "14%")]
    fits = report("适用首违不罚案件1230件，是上年的3倍。\n入企检查7430次，同比下降14%。")
    assert audit([fits], [last]) == ()


@pytest.mark.parametrize(
    ("other", "severities"),
    [
        ("办结行政复议案件186件", [S]),
        ("审结行政复议案件186件", [C]),
        ("办结行政复议案件168件", []),
        ("受理行政复议案件186件", []),  # another stage
        ("办理行政复议案件186件", []),
        ("市场监管领域审结行政复议案件86件", []),
    ],
)
def test_one_indicator_under_two_names(other: str, severities: list[Severity]):
    """The ledger knows that 办结 and 审结 are one stage."""
    results = found(f"审结行政复议案件168件。\n深化机制改革。\n{other}。")
    assert found("新收行政复议案件168件。\n深化机制改革。\n收到行政复议申请186件。") == ()
    assert [f.severity for f in results] == severities
    assert all(f.kind is Kind.TWICE for f in results)


THEN = "县法律援助中心受理法律援助案件1048件。县政府常务会议学法8次。全县行政执法单位办理行政处罚案件4934件，罚没金额2525.5万元。"


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("全年受理法律援助案件1126件（2023年为1084件）。", "1084件"),
        ("县政府常务会议会前学法11次，比上年增加4次。", "4次"),
        ("全县行政执法单位共办理行政处罚案件5246件，罚没金额2318.4万元，比上年下降9.2%。", "9.2%"),
    ],
)
def test_last_years_figure_under_other_words(sentence: str, stated: str):
    [result] = [f for f in audit([report(sentence), report(THEN, year=2023)]) if f.kind is Kind.YEARS]
    assert (result.stated, result.severity) == (stated, S)
    true = {"1084件": "1048件", "4次": "3次", "9.2%": "8.2%"}[stated]
    assert audit([report(sentence.replace(stated, true)), report(THEN, year=2023)]) == ()


def test_a_table_of_two_years_against_the_report_of_the_first():
    table = "| 指标 | 2023年 | 2024年 |\n| 行政处罚案件（件） | 4943 | 5246 |\n| 罚没金额（万元） | 2525.5 | 2318.4 |"
    [result] = audit([report(table), report(THEN, year=2023)])
    assert (result.kind, result.severity, result.computed) == (Kind.YEARS, S, "4934件")
    assert audit([report(table.replace("4943", "4934")), report(THEN, year=2023)]) == ()


def test_what_is_planned_is_no_change_told_again():
    text = (
        "云湖区2024年法治政府建设工作报告\n\n一、主要工作\n\n涉企检查1260次，同比下降30.2%。\n\n二、不足与2025年安排\n\n"
        "仍有三个方面的不足：一是力量不足；二是场所不足；三是手段不足。\n2025年，一是完成评估；二是改建中心；三是扩大普法；四是涉企检查再减一成。\n"
    )
    assert audit([read_text(text, file="云湖区-2024.txt", place="云湖区", year=2024)]) == ()


def test_the_sum_of_some_departments_is_none_of_the_place():
    text = (
        "云湖区2024年法治政府建设工作报告\n\n一、主要工作\n\n全区行政处罚2033件，罚没款项613.28万元，各部门数据见表：\n"
        "云湖区重点执法部门2024年执法数据统计表:交通运输局:检查次数760次;罚没金额97.15万元。\n"
        "云湖区重点执法部门2024年执法数据统计表:合计:检查次数4575次;罚没金额328.25万元。\n"
    )
    assert audit([read_text(text, file="云湖区-2024.txt", place="云湖区", year=2024)]) == ()
