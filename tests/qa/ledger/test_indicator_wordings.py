"""Which indicator a figure bears: the wordings that samples by hand showed to be read wrongly, each with one that must stay."""

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
        # 满意率 of proposals is no 办复率; both at once is the latter
        (
            "办理人大代表建议96件、政协提案113件，办复率100%，代表委员满意率98.2%。",
            "98.2",
            "proposals-satisfaction",
        ),
        ("办理人大代表建议96件、政协提案113件，办复率97.5%，代表委员满意率98.2%。", "97.5", "proposals-rate"),
        ("办理人大代表建议96件、政协提案113件，办复率和满意率均为100%。", "100", "proposals-rate"),
        # parts: of a check done jointly, of mediators that work full time
        ("涉企行政检查4872户次，其中跨部门联合检查1105户次。", "1105", "joint-inspections"),
        ("全县调解员2741名，其中专职256名。", "256", "full-time-mediators"),
        # the side of a part says nothing of what follows in the next sentence
        (
            "新收行政复议案件486件，其中本级政府为被申请人的31件。审结478件。",
            "478",
            "reconsideration-concluded",
        ),
        ("以县政府为被申请人的行政复议案件31件。审结27件。", "27", ""),
        # what two figures before make is all; they are some of it
        ("县委法治办督察乡镇23个、县直部门19个，共42个单位。", "42", "inspection-units"),
        ("县委法治办督察乡镇23个、县直部门19个，共42个单位。", "23", ""),
        # changes: 比上年多, behind parts, before their figures
        ("县政府常务会议学法9次，比上年多2次。", "2", "executive-study"),
        ("办理法律援助案件813件，其中民事516件、刑事297件，较上年多71件。", "71", ""),
        ("信访总量同比下降18.1%，由3204件次降到2624件次。", "2624", "petition-cases"),
        ("复议新收214件，比上年多了28件，上年为186件。", "186", "reconsideration-received"),
        # what was done with all of them narrows no rate
        ("12345热线派单63172件，办结62856件，办结率99.5%。", "99.5", "hotline-resolution-rate"),
        ("调解纠纷11236件，调成11067件，成功率98.5%。", "98.5", "mediation-success-rate"),
        ("在审结的行政复议案件中，直接纠错率9.9%。", "9.9", "reconsideration-direct-correction-rate"),
        ("对426起轻微违法行为不予处罚，为企业免去罚款186.3万元。", "186.3", "waived-amount"),
        ("轻微违法告知承诺免罚1128件。", "1128", "no-penalty-cases"),
        ("收到的复议申请与一审行政诉讼案件之比为2.17:1。", "2.17", "reconsideration-to-litigation-ratio"),
        # one field is no figure of the place
        ("作出安全生产行政处罚93件，罚款318.6万元。", "93", ""),
        ("作出安全生产行政处罚93件，罚款318.6万元。", "318.6", ""),
        ("查处劳动保障违法案件284件。", "284", ""),
        ("立案查处环境违法案件58起。", "58", ""),
        # a quoted name that ends in a numeral does not cut off the words of the next figure
        ("对全县18家执法单位开展“综合查一次”1126次。", "1126", "joint-inspections"),
        ("办理公证1580件，其中涉外公证139件、“最多跑一次”公证1120件。", "1120", ""),
        ("常务会议专题研究法治建设议题17项。", "17", "executive-rule-of-law-items"),
        ("全县36个行政执法主体持证上岗执法人员768名。", "768", "enforcement-certificates"),
        ("制发行政执法监督意见书14份，纠正不规范问题58个。", "58", "supervision-corrected"),
        ("11个乡镇、3个街道合法性审查机构审查事项862件。", "862", "review-township"),
        ("法律援助中心办案742件，比上年增加96件。", "742", "aid-cases"),
        ("法律援助中心办案742件，比上年增加96件。", "96", "aid-cases"),
        ("有3起行政案件被上级复议机关撤销。", "3", ""),
        # what was done is said once for a list; the sum of unlike things is none of them
        ("审查重大行政决策7项、规范性文件15件、政府合同112份，合计134件。", "7", "decisions-reviewed"),
        ("审查重大行政决策7项、规范性文件15件、政府合同112份，合计134件。", "15", "documents-reviewed"),
        ("审查重大行政决策7项、规范性文件15件、政府合同112份，合计134件。", "112", "contracts-reviewed"),
        ("审查重大行政决策7项、规范性文件15件、政府合同112份，合计134件。", "134", ""),
        ("审核合同协议97份、规范性文件12件。", "12", "documents-reviewed"),
        # the year before in brackets, with a colon too
        ("开展涉企行政检查1486次（2023年：2237次），下降33.5%。", "2237", "enterprise-inspections"),
        ("对行政复议、执法监督等工作作出批示17次。", "17", "leader-instructions"),
        ("主动公开政务信息1138条。", "1138", "disclosure-own"),
        ("县、镇两级持证执法人员1126名。", "1126", "enforcement-certificates"),
        ("县法律援助中心受理援助申请1957件。", "1957", "aid-applications"),
        ("12345热线交办件2.06万件，办结率99.1%。", "2.06", "hotline-calls"),
        # the year before in brackets behind the change; a change begins no part
        ("实施行政处罚3268宗，同比增长5.1%（2023年为3110宗）。", "3110", "penalty-cases"),
        ("全县行政诉讼一审案件87宗，较上年减少18宗，败诉6宗。", "6", "litigation-lost"),
        ("办理免处罚案件417宗、从轻减轻处罚案件652宗。", "417", "no-penalty-cases"),
        # all of them behind the new ones
        ("“法律明白人”新增386名、总数达到2418名。", "2418", "law-savvy-people"),
        ("“法律明白人”新增386名、总数达到2418名。", "386", "law-savvy-new"),
        ("新增省级民主法治示范村4个，累计达到25个。", "25", "democratic-villages"),
        # what stands in brackets is no head for the next figure
        ("抽取案卷240宗集中评查，优秀率33.8%（81宗），合格率97.9%。", "97.9", "case-file-pass-rate"),
        ("审核发放行政执法证1526个，组织线上线下培训32期。", "32", "enforcement-training-sessions"),
        ("认定首违不罚案件463件，少罚没326.5万元。", "326.5", "waived-amount"),
        ("一审受理以我县行政机关为被告的案件106件。", "106", "litigation-first-instance"),
        ("法律援助机构受理申请705件，指派办理682件，其中刑事案件294件。", "682", "aid-cases"),
        ("法律援助机构受理申请705件，指派办理682件，其中刑事案件294件。", "294", "aid-criminal"),
        ("开展“法润三湘”活动624场，受众23.7万人次。", "624", "law-publicity-events"),
        ("办理人大代表建议134件。公开政府信息7840条，受理依申请公开112件，按期答复率100%。", "100", ""),
        # a bound of each of some is nobody's total
        ("28个乡镇中仍有6个执法人员不足5人。", "5", ""),
        ("全县仍有3个部门行政诉讼败诉率高于15%。", "15", ""),
        ("全县行政诉讼败诉率高于15%。", "15", "litigation-loss-rate"),
        ("仍有4个县（市、区）行政机关败诉率超过10%。", "10", ""),
        # what leans on a count that is narrower than the indicators of its matter
        ("因信息公开引发的行政复议87件，被纠错7件，审结80件。", "7", ""),
        ("因信息公开引发的行政复议87件，被纠错7件，审结80件。", "80", ""),
        ("县政府本级收到行政复议申请683件，受理541件。", "541", ""),
        ("收到行政复议申请683件，受理541件。", "541", "reconsideration-accepted"),
        ("梳理信访积案36件，化解33件。", "33", "petition-resolved"),
        # the rate behind a list of outcomes is of all of them
        ("评查案卷60卷，其中优秀20卷，合格38卷，不合格2卷，合格率96.7%。", "96.7", "case-file-pass-rate"),
        ("评查案卷60卷，其中涉企案卷20卷，合格率96.7%。", "96.7", ""),
        # what a change is told against is the year before's
        ("败诉9件，败诉率10.2%，较上年的13.6%下降3.4个百分点。", "13.6", "litigation-loss-rate"),
        ("败诉9件，败诉率10.2%，较上年的13.6%下降3.4个百分点。", "3.4", "litigation-loss-rate"),
        # some of what is named, a rate of those put right, another list, what is elsewhere a deed of its own
        ("全县败诉案件中有5件系程序违法。", "5", ""),
        ("以县住建局为被申请人的行政复议案件36件，纠错率3.1%。", "3.1", ""),
        ("全县审结行政复议案件36件，纠错率3.1%。", "3.1", "reconsideration-correction-rate"),
        ("公平竞争审查全覆盖。审查增量政策措施27件。", "27", "fair-competition-review"),
        ("36个“一件事”集成办理落地，累计办件51.4万件。", "51.4", "one-thing-cases"),
        ("审结64件，经调解和解后撤回申请或终止审理的行政复议案件21件。", "21", "reconsideration-mediated"),
        ("审查政府重大合同119份。", "119", "contracts-reviewed"),
        ("开展普法活动86场次。领导干部旁听庭审17场，480人参加。", "480", ""),
        # money and rates of one kind of cases are no figure of all
        ("办理秸秆焚烧案件21件，罚款1.05万元。", "1.05", ""),
        ("立案29起，罚款120万元。", "120", "penalty-amount"),
        ("办理行政处罚案件2190件，其中市本级312件；罚没金额174万元。", "174", "penalty-amount"),
        ("办理不予处罚、减轻处罚案件613件，减免罚款287.4万元。", "287.4", "waived-amount"),
        ("退还罚款36笔、7.9万元。", "7.9", ""),
        ("12345热线教育类工单1.93万件，按时办结率100%，满意率97.2%。", "97.2", ""),
        (
            "12345热线受理群众诉求91.3万件，办结90.1万件，解决率93.5%，满意率96.7%。",
            "96.7",
            "hotline-satisfaction",
        ),
        # teams and villages that were named, and are not counted as what they did
        ("抽调人员组成3个督察组，对16个单位开展法治督察。", "3", ""),
        ("抽调人员组成3个督察组，对16个单位开展法治督察。", "16", "inspection-units"),
        ("桃溪村等4个村被评为省级民主法治示范村。", "4", ""),
        ("对6名执法人员作出组织处理。", "6", ""),
        # a name with a numeral in it is a name
        ("“一件事一次办”已上线12个主题。", "12", "one-thing"),
        # words that the catalogue lacked
        ("县行政审批服务中心全年办理各类事项36.9万件，群众满意率99.6%。", "36.9", "service-cases"),
        ("县行政审批服务中心全年办理各类事项36.9万件，群众满意率99.6%。", "99.6", "service-satisfaction"),
        ("开设“周末不打烊”窗口，周末办件6873件。", "6873", ""),
        ("受理法律援助案件1126件，其中民事702件；受理农民工欠薪类案件263件。", "263", "aid-migrant"),
        ("查处欠薪案件81件，为1108名劳动者追回工资1736万元。", "1736", "wages-recovered"),
        ("审查合同154件，列席会议36次，避免或挽回经济损失1820万元。", "1820", ""),
        ("办理法律援助案件54件，挽回经济损失或取得利益182万元。", "182", "aid-recovered"),
        (
            "办理人大代表建议96件、政协提案113件，办结率、见面率均为100%，代表委员满意率98.2%。",
            "100",
            "proposals-rate",
        ),
        (
            "办理人大代表建议96件、政协提案113件，办结率、见面率均为100%，代表委员满意率98.2%。",
            "98.2",
            "proposals-satisfaction",
        ),
        ("应由行政机关负责人出庭的案件152件，实际出庭150件。", "152", "attendance-due"),
        ("应由行政机关负责人出庭的案件152件，实际出庭150件。", "150", "attendance-cases"),
        ("公布县级行政许可事项清单269项。", "269", "licence-matters"),
        ("承接下放行政许可事项26项。", "26", ""),
        ("完成审计项目26个，查出主要问题金额2.71亿元。", "2.71", "audit-problem-amount"),
        ("组织应急演练66场，参加演练9200人次。", "66", "emergency-drills"),
        ("司法鉴定机构21家，完成鉴定9473件。", "9473", "forensic-cases"),
        ("实施“法律明白人”培养工程，登记在册1083人。", "1083", "law-savvy-people"),
        # the townships' own, said once for two clauses
        ("21个乡镇（街道）综合行政执法队承接事项83项，全年办理行政处罚案件618件。", "618", "township-cases"),
        # what was done is said once for the parts
        (
            "审查各类文件、合同268件，其中规范性文件5件、政府合同143件、其他事项120件。",
            "5",
            "documents-reviewed",
        ),
        (
            "审查各类文件、合同268件，其中规范性文件5件、政府合同143件、其他事项120件。",
            "143",
            "contracts-reviewed",
        ),
        ("审查各类文件、合同268件，其中规范性文件5件、政府合同143件、其他事项120件。", "120", ""),
        ("审查报备规范性文件63件，其中县政府27件、部门36件。", "27", ""),
        ("审查合同138份，提出法律意见256条。", "256", "review-opinions"),
        ("法律顾问团队全年出具法律意见94份。", "94", "legal-opinion-letters"),
        ("“高效办成一件事”落地27项。设立“办不成事”窗口12个，办结23件。", "23", ""),
        # money behind several parts is of all
        (
            "办理法律援助案件1026件，其中农民工案件387件、未成年人案件214件，挽回损失1628万元。",
            "1628",
            "aid-recovered",
        ),
        ("国家级民主法治示范嘎查村2个。", "2", "democratic-villages-national"),
        # a part is not its whole, unless it is the year's
        ("主要负责人述法49人，其中会议述法6人、书面述法43人。", "43", ""),
        ("累计组织普法活动1.12万场次，其中2024年3,140场次。", "3140", "law-publicity-events"),
        # new ones of a list, what is counted itself, targets, two sentences back
        ("新增全国民主法治示范村1个、省级4个。", "4", ""),
        ("创建全国民主法治示范村1个、省级4个。", "4", "democratic-villages"),
        ("公共法律服务中心（站、室）165个，解答咨询1.2万人次。", "165", "service-stations"),
        ("力争行政复议调解和解率提高到40%。", "40", "reconsideration-mediation-rate"),
        ("收到行政复议申请20件。加上上年结转3件。办结15件，其中维持9件。", "9", "reconsideration-upheld"),
        ("受理消费投诉举报2,873件，调解成功率71.5%。", "71.5", ""),
        ("少收罚款527万元。", "527", "waived-amount"),
        # another way to end, another list, another field
        (
            "审结行政复议案件90件，其中维持60件、撤回申请20件、调解和解10件。",
            "20",
            "reconsideration-withdrawn",
        ),
        (
            "审结行政复议案件90件，其中维持60件、撤回申请20件、调解和解10件。",
            "10",
            "reconsideration-mediated",
        ),
        ("查处知识产权案件133件，广告案件95件。", "133", "ip-cases"),
        ("查处知识产权案件133件，广告案件95件。", "95", ""),
        ("接收其他部门移送案件231件。", "231", ""),
        ("向公安机关移送涉嫌犯罪案件23件。", "23", "criminal-transfers"),
        ("审核乡镇报备的规范性文件64件。", "64", "documents-filing-reviewed"),
        ("向市政府报备规范性文件6件。", "6", "documents-filed"),
        ("举办领导干部旁听庭审17场，480人参加。", "480", ""),
        ("12345热线受理诉求12万件，响应率100%。", "100", ""),
        ("清理不符合条件的执法人员143人。", "143", ""),
        # what the catalogue has learnt
        ("县委理论学习中心组集体学法5次，政府常务会议学法14次。", "5", "party-study"),
        ("召开县委依法治县委员会会议2次。", "2", "committee-meetings"),
        ("开展法治督察，发现问题63个，整改到位57个。", "57", "inspection-rectified"),
        ("受理81件行政复议案件，上年结转7件，年末未结9件。", "7", "reconsideration-carried"),
        ("受理81件行政复议案件，上年结转7件，年末未结9件。", "9", "reconsideration-pending"),
        ("审查政府合同168份，标的额24.6亿元。", "24.6", "contracts-amount"),
        ("调解纠纷168件，协议涉及金额24.6亿元。", "24.6", "mediation-amount"),
        ("清偿拖欠中小企业账款11.2亿元。", "11.2", "debts-cleared"),
        ("28个乡镇以自己名义办理案件318件。", "318", "township-cases"),
        # the year before, in brackets behind its head, and what leans on the head
        ("全县涉企行政检查2.13万次（上年3.05万次），同比下降30.2%。", "3.05", "enterprise-inspections"),
        ("全县涉企行政检查2.13万次（上年3.05万次），同比下降30.2%。", "30.2", "enterprise-inspections"),
        ("审查规范性文件15件（18件），提出修改意见84条。", "18", "documents-reviewed"),
        ("审查规范性文件15件（18件），提出修改意见84条。", "84", "review-opinions"),
        # narrower than the indicator
        ("全年办理一般程序行政处罚案件739件。", "739", ""),
        ("设立复议受理点11个，容缺受理54宗。", "54", ""),
        ("设立3个复议工作站，就近接收申请97件。", "97", ""),
        ("11个乡镇审查村级合同1,608份。", "1608", ""),
        ("具有矿山专业背景的执法人员仅11名。", "11", ""),
        ("培训双语执法人员76名。", "76", ""),
        ("开展双语普法活动386场次。", "386", "law-publicity-events"),
        # another deed
        ("“高效办成一件事”落地27项，办件21.5万件。", "21.5", "one-thing-cases"),
        ("综合窗口全年办件6.1万件。", "6.1", "service-cases"),
        ("组织172人参加行政执法资格申领考试。", "172", ""),
        ("组织执法人员业务考试3次，987人参加。", "3", ""),
        ("组织执法人员业务考试3次，987人参加。", "987", ""),
        ("成立行政争议调解中心，全年调解行政争议87件，成功53件。", "53", ""),
        ("开展涉及公平竞争的政策措施清理，梳理文件1206件，废止33件、修订18件。", "33", ""),
        ("开展规范性文件清理，梳理文件120件，废止33件、修订18件。", "33", "documents-abolished"),
        ("县政府常务会议研究法治议题14个。", "14", "executive-rule-of-law-items"),
        ("县政府常务会议研究法治建设14次。", "14", "executive-rule-of-law-meetings"),
        ("向22个乡镇赋权，乡镇全年立案查处243件。", "243", "township-cases"),
        ("建成法治主题公园4个。", "4", "culture-sites"),
        ("办理行政处罚案件93件，罚款318.6万元。", "93", "penalty-cases"),
        ("办理行政处罚案件93件，罚款318.6万元。", "318.6", "penalty-amount"),
        ("全县市场监管、文旅等部门公布不予处罚清单事项118项。", "118", "no-penalty-matters"),
        ("开展“法律进文旅”等普法活动263场次。", "263", "law-publicity-events"),
        # bodies that do something are counted, not what they do
        ("向22个乡镇赋予行政处罚权105项。", "22", ""),
        ("向22个乡镇赋予行政处罚权105项。", "105", "powers-delegated"),
        ("6个镇（街道）司法所审查重大行政决策1,075件。", "6", ""),
        ("对5个部门开展法治督察。", "5", "inspection-units"),
        # one leader's deeds
        ("县长带头讲法治课2次、出庭应诉1次。", "1", ""),
        ("行政机关负责人出庭应诉64次。", "64", "attendance-cases"),
        # what a figure is measured against is not its matter
        (
            "收到行政复议申请176件，首次超过同期一审行政诉讼案件数；审结149件。",
            "149",
            "reconsideration-concluded",
        ),
        # nouns of two figures in a row
        ("286名村（居）法律顾问、2089名“法律明白人”结对共建。", "2089", "law-savvy-people"),
        # a deed on a list of matters
        ("落实清单，对415件轻微违法行为免予处罚。", "415", "no-penalty-cases"),
        ("清单涵盖17个领域243项轻微违法行为。", "243", "no-penalty-matters"),
        ("移送公安机关涉嫌犯罪案件19件，公安机关立案16件，反向移送案件13件。", "19", "criminal-transfers"),
        ("移送公安机关涉嫌犯罪案件19件，公安机关立案16件，反向移送案件13件。", "16", ""),
        ("移送公安机关涉嫌犯罪案件19件，公安机关立案16件，反向移送案件13件。", "13", ""),
        ("政务服务事项网上可办率99.2%，全程网办率87.6%，网办率81.5%。", "99.2", "online-available-rate"),
        ("政务服务事项网上可办率99.2%，全程网办率87.6%，网办率81.5%。", "87.6", "fully-online-rate"),
        ("政务服务事项网上可办率99.2%，全程网办率87.6%，网办率81.5%。", "81.5", "online-rate"),
        ("建成法治文化广场35处。", "35", "culture-sites"),
        ("受理乡镇报备规范性文件176件，经审查不予备案4件。", "176", "documents-filing-reviewed"),
        ("受理乡镇报备规范性文件176件，经审查不予备案4件。", "4", ""),
        ("审结行政复议案件70件，撤销、变更、确认违法和责令履行15件。", "15", "reconsideration-corrected"),
    ],
)
def test_a_wording_bears_its_indicator(text: str, value: str, indicator: str):
    assert indicators(text)[value] == indicator


def test_the_field_of_a_bureau_is_its_whole():
    text = "作出生态环境行政处罚93件。"
    assert indicators(text, place="柏川县生态环境局") == {"93": "penalty-cases"}
    assert indicators(text) == {"93": ""}


def test_a_mock_court_is_no_plan():
    report = read_text(
        FRAME.format(place="柏川县", text="举办青少年模拟法庭36场。"), "a.txt", place="柏川县", year=2024
    )
    assert [str(one.kind) for one in observations(report)] == ["result"]


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        # who took them in says that they were mediated; what a street office looked for is still only found
        ("全县各级人民调解组织受理矛盾纠纷7300件，调解成功7210件。", "7300", "mediation-cases"),
        ("排查矛盾纠纷812件。", "812", "mediation-found"),
        ("诉前调解案件420件。", "420", ""),
        # of all kinds of cases together; of one kind it is no figure of the place
        ("全市系统共立案查办各类案件5210件，办结5100件，罚没款2870.6万元。", "2870.6", "penalty-amount"),
        ("办理秸秆焚烧案件21件，罚款1.05万元。", "1.05", ""),
        # what was done with the whole is said once
        ("新设经营主体6200户，其中企业2100户、个体工商户4060户。", "2100", "new-enterprises"),
        ("实有经营主体62000户，其中企业21000户。", "21000", ""),
        # outcomes of their own, and not what several are together
        ("审结行政复议案件140件，其中维持70件、撤销12件、确认违法8件。", "12", "reconsideration-revoked"),
        ("审结行政复议案件140件，其中维持70件、撤销12件、确认违法8件。", "8", "reconsideration-unlawful"),
        ("审结行政复议案件140件，其中撤销及确认违法20件。", "20", "reconsideration-corrected"),
        ("组织国家工作人员参加年度学法考试，合格率98.6%。", "98.6", "law-exam-pass-rate"),
    ],
)
def test_whole_and_kind(text: str, value: str, indicator: str) -> None:
    assert indicators(text)[value] == indicator
