"""The measure that a question asks for: its measure word and its class. Each pattern carries a real question that it is for."""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.units import UNIT_CLASS
from qa.units import UNIT_PATTERN as _UNIT

# "多少处罚案件", "多少起诉", "几个体工商户": the first character of a noun is no measure word.
_NOUN_BEGINS = (
    r"(?!处(?:罚|理|置|分|室|长)|起(?:诉|草)|回(?:来|去)"
    r"|项目|条例|个体|家庭|部门|人民|支队|所有|面积|台账|场所|期限|名单|户籍)"
)
_HOW_MANY = lazy_re(
    rf"(?:多少|(?<![几哪这那第好])几|若干|好多)\s?(?:万|亿|百|千)?(?:{_NOUN_BEGINS}(?P<unit>{_UNIT}|钱|块钱))?"
)
# "办结的件数是多少", "场次有多少": the measure word comes first.
_UNIT_FIRST = lazy_re(
    r"(?:(?P<unit>人次|场次|户次|件次|家次|批次)数?|(?P<counted>[件人户家场期条项份部宗起天])数)(?:一共|总共|共|分别)?(?:是|有|为|达到?)(?:多少|几)"
)
# "罚没款异常的单位多少个", "退还罚款多少笔": the measure word says that no money is asked for.
_COUNTED_LAST = lazy_re(rf"(?:多少|(?<!哪)几)(?:万|亿|百|千)?(?P<unit>{_UNIT})(?=[?。,!\s]|$)")
_NO_COUNT = frozenset({"money", "percent", "ratio", "time", ""})
# "钱呢", "按钱数排个序": a turn on the money of what was asked.
_MONEY_ALONE = lazy_re(
    r"^(?:那么?|其中|的|\s)*(?:钱数?|金额)(?:呢|是多少|有多少)?[?。!]*$|按(?:照)?(?:钱数?|金额)(?!标准)"
)
# "那场次呢": a turn that is nothing but the measure word.
_UNIT_ALONE = lazy_re(
    r"(?:那么?|其中|的|\s)*(?:(?P<unit>人次|场次|户次|件次|家次|批次)|(?P<counted>[件户家场期宗起])数)(?:呢|又?如何|怎么样)?[?。!]*"
)
# "比一下公证件数", "发布政策条数": the measure word names the count, without 多少.
_COUNT_OF = lazy_re(r"(?P<counted>[件户家场期宗起天条份]|(?<!事)项)数(?![据字量目额值])")
# "办了多少行政处罚案件": the noun behind 多少 says what is counted.
_COUNTED_BY_NOUN = (
    (lazy_re(r"(?<!之)(?:多少|几)[\u4e00-\u9fff]{0,8}?(?:案件|案子|官司)"), "件"),
    (lazy_re(r"案件(?:一共|总共|共)?(?:是|有)?多少(?=$|[?。,!\s])"), "件"),
    # "收到多少被欠工资的投诉", "接了多少投诉"
    (lazy_re(r"(?:多少|几)[\u4e00-\u9fff]{0,8}?(?:投诉|举报|申诉|信访|上访)(?=$|[?。,!呢啊呀])"), "件"),
    (lazy_re(r"(?:多少)[\u4e00-\u9fff]{0,6}?(?:企业|公司|机构|单位|商户)(?!的)"), "家"),
)
# "降了几个点": points of a percentage; "有几个点能办公证" counts places.
_POINTS = lazy_re(
    r"(?:多少|几)个?百分点|(?:[降升涨跌高低多少差率度]了?|提高|提升|增长|增加|下滑|下降)(?:出|过)?(?:多少|几)个?点(?!儿|心|子|钟|位)"
)
# "截住了多少条偷挖沙子的船": what it is tells its measure word.
_VEHICLES = (
    (lazy_re(r"(?:多少|几)[条只艘][^,。?]{0,12}船"), "艘"),
    (lazy_re(r"(?:多少|几)[台辆部](?!次)[^,。?]{0,12}车"), "辆"),
    (
        lazy_re(r"(?:多少|几)[台部架](?!次)[^,。?]{0,8}(?:电|扶)梯|(?:电|扶)梯[^,。?]{0,6}(?:多少|几)[部架]"),
        "台",
    ),
)
# "修复信用 户次??", "执法人员培训人次 2024": a keyword query that ends in a measure word.
UNIT_LAST = lazy_re(
    rf"(?:\s(?P<unit>{_UNIT})|(?<=[\u4e00-\u9fff]{{2}})(?<!每万)(?P<times>人次|场次|户次|件次|家次|批次)数?)"
    r"\s*(?:20\d\d年?度?)?\s*[?!。]*$"
)
# "跟人讲明白为啥罚的决定书写了几份", "上门问怎么打官司的有多少人次": the asking word stands in what describes the thing counted.
_DESCRIBES = lazy_re(
    r"(?:为啥|为什么|为何|怎么|咋样?|如何)(?=[^,。?了]{1,8}的[^,。?哪谁]{0,10}(?:多少|(?<!第)几))"
)
# Measure words that people say and reports do not print, and what these print for them: 讲了几堂, 多少号人, 几拨人, 几档子事.
_SPOKEN = (
    (lazy_re(r"(?:多少|几)(?:堂|节(?=课))"), "场"),
    (
        lazy_re(r"(?:[输败](?:了|掉)?|官司[^,。?]{0,4}?)(?:多少|几)[场次回]|(?:多少|几)场(?:民告官的?)?官司"),
        "件",
    ),
    (lazy_re(r"(?:多少|几)(?:号人|口人|口子)"), "人"),
    (lazy_re(r"(?:多少|几)(?:档子|出(?=事|纠纷|官司|$|[?,。])|摊子)"), "件"),
    (lazy_re(r"(?:多少|几)(?:拨|伙)"), "支"),
    (lazy_re(r"(?:多少|几)样(?!的?本)"), "项"),
)
# "罚没款,单位万元", "经费(单位:万元)": the unit is stated beside the question.
_STATED = lazy_re(rf"[,(]?\s*单位(?:[:是为用]|\s)*(?:百|千|万|亿)?(?P<unit>{_UNIT})\)?(?=$|[?。,!\s])")
_PERCENT = lazy_re(
    r"满意度|知晓度|百分之(?:几|多少)|占了?(?:多少|几成)(?![人件个家起次名])|多少%|百分比|比例|占比|比重|多大比|成功率|(?<![效税利汇频功速概])率(?!先|领|队)|几成|多少个?百分点"
)
# "打12345的人有多少满意", "多少群众满意": who is content is told as a rate; "调解一百件能成几件" is one too.
_RATED = lazy_re(
    r"(?:多少|几个?)(?:的?(?:人|老百姓|百姓|群众|市民|居民|企业))?(?:对[^,。?]{1,8})?(?:是|觉得|表示|感到|都)?满意(?!度?(?:调查|测评))"
    r"|(?:一|每)百(?P<unit>件|个|起|宗|人|户|次|家)(?:里头?|中|当中)?[^,。?]{0,8}(?:几|多少)(?:(?P=unit)|个)?(?=$|[?。,!])"
)
# "接到多少欠薪的投诉": what is complained of is no money
_COMPLAINED = lazy_re(
    r"(?:多少|几)[\u4e00-\u9fff]{0,8}?(?:的|类|方面)?(?:投诉|举报|申诉|信访|案件|案子|纠纷|官司|线索|问题)(?=$|[?。,!呢啊呀])"
)
_MONEY = lazy_re(
    r"(?:金|补贴|补助|工资|薪|费|价格?|标准)(?:涨|提|升|调|降)[高升低]?[到至为]了?多少(?![个件人次])|[\u4e00-\u9fff](?:金|补贴|补助)(?:一共|总共|共)?(?:发放|发|拨付|支付|兑付|落实|到位)?了?(?:是|有|为|达)?多少(?=$|[?。,!])|"
    r"[追讨要捞]了?多少(?:钱)?回来|罚了(?:是|有)?多少(?=$|[?。,!])|收费(?:标准)?(?:是|有|为)?多少(?=$|[?。,!])|(?:公证|诉讼|仲裁|鉴定|律师|代理|检测|手续|中介)费[^,。?个件户次名]{0,6}(?:多少|几)(?=[?。,!]|$)|(?:追回|减免|挽回|讨回|要回|追讨|追缴|清偿|兑付|赔付|返还|退赔|罚没)来?了?多少(?=[?。,!]|$)|"
    r"(?:追回|挽回|讨回|要回|追讨|清偿|返还|发还|退还)来?了?的?(?:工资|薪水|欠薪|钱|账款|款项|损失|资金)(?:哪|谁|最|更|[多少高低](?:$|[?。,呢])|(?:是|有)?多少(?![人件个家起次名户]))|"
    r"(?:多少|几)(?:钱|元|万元|亿元|资金|经费|工钱|血汗钱|辛苦钱|工资|薪水|薪|货款|款|罚款|罚金|奖金|欠薪|赔偿金|补偿金|违约金|救助金|(?:直接|间接)?(?:经济)?损失|补偿|赔偿|费用|预算|税)|金额|(?:问题|违规|违纪|涉及|追缴|拨付)资金(?=[哪谁最更]|[多高少低]|是|有|为|共|[?。,\s]|$)|(?:损失|补偿|赔偿|罚款|工资|工钱|欠薪)(?:一共|总共|共)?(?:(?:是|有|达)?多少(?![人件个家起次名户])|达到?了?什么水平)|收费(?:一共|总共|共)?(?:收了?|是|有|达)多少(?![件人个家次])|创收|标的额|罚没款|(?:罚款|罚没|赔偿|补偿|标的)总额|经费|(?:收入|支出|预算|产值|产业规模|销售额|营业额|营收|利润|投资额?|GDP|税收)(?:一共|总共|总额)?的?(?:是|有|为|达)多少|(?:进账|入账|[挣赚])[了到]?(?:是|有)?多少(?=$|[?。,!])|(?:给|每亩|公家|财政|政府)(?:补|贴)(?:了|给)?多少(?=$|[?。,!])|多少[万亿](?=$|[?。,!])|钱(?!的)[^,。?]{0,6}(?:好多|几多|多少)(?=$|[?。,!])|(?:多少|几)(?:被?(?:拖欠|克扣|骗|坑|多收|少给|欠|扣|罚|赖)(?:走|掉)?)的?(?:钱|工资|工钱|款)(?=$|[?。,!了])|(?:创收|收入|花了|投入|涉及)[^,。]{0,4}多少(?:钱|万|亿|元)|几(?:万|亿)元|(?:掏|花|收|交|涨|降|付|缴|赔|罚)[^,。?]{0,3}(?:多少|几)(?:块|毛)|多大的?(?:窟窿|亏空)|账(?:一共|总共)?(?:还|清|结|付)[了清掉上]*多少(?=$|[?。,!])|(?:多少|几)[^,。?个件笔家起]{1,4}(?<!免)费(?![用心])|(?:多少|几)(?:块|毛)(?=钱|$|[?。,一])|多少[^,。?个件笔]{0,6}(?:保证金|贷款|账款|欠款|货款|税款|补贴|公积金|资金(?!案|项|管|往)|奖金|经费)"
)
# "涉及投资总额多大规模", "举报奖励发了多少", "哪个部门罚款最多": a sum by its name
_SUM = lazy_re(
    r"(?:投资|涉案|标的|案值|货值|合同|成交|贷款|融资|担保|交易)(?:总)?(?:额|金额|规模)[是有为达到共约]{0,2}(?:多少|多大|几)(?![个件人次家户])"
    r"|总额[是有为达到共约]{0,2}(?:多少|多大)(?![个件人次家户])|奖(?:励|金)[^,。?]{0,3}发(?:放|出去?)?了?多少(?=$|[?。,!])"
    r"|赔了?(?:是|有)?多少(?=$|[?。,!了呢啊])|钱(?:一个月|每[个月人]+)?[^,。?]{0,3}[涨降提]到?了?多少(?![件个人次家户])"
    r"|罚(?:的|了|过)?[钱款][^,。?件次个家户]{0,4}(?:最|更)[多少高低大小]"
)
_RATIO = lazy_re(r"复议诉讼比|复诉比|(?:诉讼比|之比)(?=是|为|达|有|值|的|呢|多少|怎|[?,。]|$)")
_HOURS = lazy_re(r"(?:多少|几)个?(?:钟头|小时|钟点)")
_AREA = lazy_re(r"面积(?:一共|总共|共|合计)?(?:是|有|为|达到?)?多[少大]|多[少大]的?面积")
_FAR = lazy_re(r"多远|多少(?:里路|路程)|里程")
# "多少群众诉求", "多少律师事务所": what the people have is counted, not they.
_THEIRS = (
    r"(?!的?(?:诉求|投诉|举报|咨询|纠纷|矛盾|信访|来信|来访|来电|意见|建议|问题|事项|案|官司|工资|薪|合同"
    r"|事务所|协会|学校|工作室|工作站|调解室|维权|热线|办事))"
)
_PEOPLE = lazy_re(
    r"(?:多少|几)(?!家|所)(?:个|位|名)?(?:人(?!次)|律师|[\u4e00-\u9fff]{0,7}的(?:先生|能人|行家|热心肠)|干部|老百姓|群众|人员|工作人员|调解员|审查员|专家|选手|考生|领导|当官的|官员|老党员|老干部|老同志|护边员|和事佬|学员|公务员|打工(?:的|人|者)|农民工|民工|工人|职工|员工|老人|老年人|小?孩子?|小朋友|娃|小偷|骗子|坏人|学生|师生|妇女|残疾人|村民|居民|市民|百姓|司机|党员|志愿者|网格员|辅警|协管|法官|对象|当事人|老师|教师|医生|大夫|护士|民警|警察|骑手|外卖小哥|快递小哥|快递员|保安|毕业生|大学生|家长|老兵|退役军人|病人|患者|乘客|游客|旅客|讲师|讲解员|指导员|协管员)"
    + _THEIRS
    + r"|(?:律师|校长|老师|队员|调解员|顾问|明白人|监督员|网格员|审查员|法官|专家|志愿者)"
    + r"(?:一共|总共)?有(?:几个|多少个)(?=$|[?。,!呀啊呢])"
    + r"|(?:多少|几)(?:个|位|名)[^,。?]{1,8}的人(?=$|[?。,!了])"
    # "多少普法志愿者", "多少乡镇调解员"
    + r"|(?:多少|几)(?!家|所)(?:个|位|名)?[\u4e00-\u9fff]{1,6}"
    + r"(?:志愿者|[调解监督网格审查联络宣讲]{2}员|讲师|律师|顾问|明白人|执法人员)"
    + r"(?=$|[?。,!呢啊])"
    + r"|的(?:老百姓|百姓|群众|村民|居民|乡亲)(?:一共|总共|共)?有(?:多少|几个)(?=$|[?。,!])"
    + r"|的人(?:一共|总共|共)?(?:有|是)?(?:多少|几个)(?![件次场])"
    + r"|(?:接济|救济|救助|资助|收养|劝返|劝回|劝走|抓|逮)[了过到着]*(?:多少|几)个(?=$|[?。,!])"
    + r"|人数|(?:人员|干部|律师|调解员|审查员|明白人|顾问)(?:数|人数)?(?:哪|谁|最|更)"
)
# "有多少人申请看文件", "多少人来告": how often it was done, which reports tell in 件 or 人次.
_DOERS = lazy_re(
    r"(?:多少|几)个?(?:人|老百姓|群众|市民|村民|居民|百姓)(?:跑?[来去]|上门|在网上)?"
    r"(?:申请(?!人)|提(?:[了过出]|$|[?。,])|告(?!知)|投诉(?!人)|举报(?!人)|上访|起诉"
    r"|(?:伸手|张嘴|开口)?[向跟找朝](?:政府|官府|衙门|部门|公家)(?:要|讨))"
)
_TIMES = lazy_re(r"(?:多少|几)人次|人次(?:数)?(?:是|有|为|达到?|共)?(?:多少|几)")


def asked_units(question: str) -> list[str]:
    """List the measure words that a question asks for: 几期、多少人次 asks for two.

    Args:
        question: A cleaned question.

    Returns:
        The units in order, each once.
    """
    return list(dict.fromkeys(m["unit"] for m in _HOW_MANY.finditer(question) if m["unit"] in UNIT_CLASS))


def read_measure(question: str) -> tuple[str, str]:
    """Find the measure word asked for and its class.

    Args:
        question: A cleaned question.

    Returns:
        Such as 件 and case; two empty words where none is asked for.
    """
    if (stated := _STATED.search(question)) is not None:
        kind = UNIT_CLASS.get(stated["unit"], "")
        return ("" if kind == "money" else stated["unit"]), kind
    if (spoken := next((unit for said, unit in _SPOKEN if said.search(question)), "")) != "":
        return spoken, UNIT_CLASS[spoken]
    if _RATED.search(question):
        return "%", "percent"
    if _DOERS.search(question):
        return "", ""
    if _TIMES.search(question):
        return "人次", "person_times"
    if _RATIO.search(question):
        return "", "ratio"
    if _MONEY_ALONE.search(question):
        return "", "money"
    if _MONEY.search(_COMPLAINED.sub("", question)) or _SUM.search(question):
        last = _COUNTED_LAST.search(question)
        kind = UNIT_CLASS.get(last["unit"], "") if last else ""
        return (
            (last["unit"], kind) if last and kind not in _NO_COUNT and last["unit"] != "块" else ("", "money")
        )
    if _POINTS.search(question):
        return "%", "percent"
    if _HOURS.search(question):
        return "小时", "time"
    if _AREA.search(question):
        return "", "measure"
    if _FAR.search(question):
        return "公里", UNIT_CLASS["公里"]
    match = _HOW_MANY.search(question)
    if match is None or not match["unit"]:
        match = _UNIT_FIRST.search(question) or UNIT_LAST.search(question) or match
        match = match or _UNIT_ALONE.fullmatch(question)
    if match is None:
        match = _COUNT_OF.search(question)
    unit = next((v for v in match.groupdict().values() if v), "") if match else ""
    unit = unit or next((word for pattern, word in _COUNTED_BY_NOUN if pattern.search(question)), "")
    unit = next((word for pattern, word in _VEHICLES if pattern.search(question)), unit)
    if unit in {"钱", "块钱"}:
        return "", "money"
    if re.search(r"得分|分数|评分|(?:多少|几)分(?!之|钟)", question):
        return "分", UNIT_CLASS.get("分", "")
    if _PERCENT.search(question) and (not unit or UNIT_CLASS.get(unit) == "percent"):
        return "%", "percent"
    if _PEOPLE.search(question):
        return "人", "people"
    return unit, UNIT_CLASS.get(unit, "")


def without_stated_unit(question: str) -> str:
    """Blank a unit that is stated beside the question (罚没款,单位万元); offsets stay.

    Args:
        question: A cleaned question.

    Returns:
        The question without it, the same where it states none.
    """
    return _STATED.sub(lambda match: " " * len(match[0]), question)


def without_description(question: str) -> str:
    """Take out the asking words that only describe what is counted: 为啥 of 跟人讲明白为啥罚的决定书写了几份.

    Args:
        question: A cleaned question.

    Returns:
        The question without them.
    """
    return _DESCRIBES.sub("", question)
