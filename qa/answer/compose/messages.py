"""Every fixed message of the answers, in Chinese and in English: refusals, frames of facts and lists, notes on scope.

What is said of figures side by side is in ``qa.answer.compose.verdicts``. Words of reports and questions are put in as they are.
"""

from __future__ import annotations

from qa.message import Form, Message

# Names of places, years and things.
YEAR = Form("{}年", "{}")
PLACE_YEAR = Form("{}{}年", "{} {}")
PLACE_THEN_YEAR = Form("{}（{}年）", "{} ({})")
AND_OTHERS = Form("{}等", "{} and others")
QUOTED = Form("“{}”", "“{}”")
ASKED_THING = Message("所问的内容", "what was asked")
NOTE = Form("注意：{}", "Note: {}")

# A report that contradicts itself.
CONTRADICTS = Form("{}的报告对“{}”前后不一：{}；{}。", "The report of {} contradicts itself on “{}”: {}; {}.")
OR_ELSE = Form("{}，又作{}", "{}, and elsewhere {}")
SAID_IN = Form("{}（“{}”）[{}]", "{} (“{}”)[{}]")
CHECK = Message("请核对原文", "please check the report")
CHECK_ORDER = Message("请核对原文，比较结果以核对为准", "please check the report before comparing")

# Whose a figure is, and for how long.
OFFICE_ONLY = Form(
    "{}的这个数字[{}]是{}的，报告没有写全{}的数字。",
    "This figure of {} [{}] is that of {}; the report tells none of the whole {}.",
)
OFFICE_TOO = Form(
    "{}的这个数字[{}]是{}的，不是全{}的数字。",
    "This figure of {} [{}] is that of {}, and not of the whole {}.",
)
LEVELS = {
    "省": Message("省", "province"),
    "市": Message("市", "city"),
    "县": Message("县", "county"),
    "区": Message("区", "district"),
    "州": Message("州", "prefecture"),
    "旗": Message("旗", "banner"),
    "镇": Message("镇", "town"),
    "乡": Message("乡", "township"),
}
NO_LEVEL = Message("域", "place")
SUMMED = Form(
    "{}的数字原文写作“累计”，可能不止一年，与其他数字比较时请核对。",
    "The figure of {} is printed as a running total that may span several years; check it before comparing.",
)

# Refusals: no figure is ever shown in them.
NO_PLACE = Form(
    "库中没有{}的报告，不能回答；也不会拿别处的数字代替。",
    "The library holds no report of {}, so this cannot be answered; figures of other places do not stand in for it.",
)
LEFT_ASIDE = Form(
    "库中没有{}的报告，以下只比较有报告的地区。",
    "The library holds no report of {}; only the other places are compared.",
)
NO_REPORT = Message("库中无报告", "no report held")
ASK_INSTEAD = Form("可以改问：{}。", "Reports are held of: {}.")
NO_YEAR = Form(
    "库中没有{}{}的报告，不能用其他年份的数字代替。",
    "The library holds no report of {} for {}; figures of other years do not stand in for it.",
)
ONLY_AN_AIM = Form(
    "{}{}年报告的计划部分给这项指标定了目标，见[{}]；目标不是结果。",
    "The plans in the report of {} for {} set an aim for it, see [{}]; an aim is no result.",
)
NEWEST_INSTEAD = Form(
    "问的年份是{}；库中没有{}这一年的报告，最新一份是{}的，只按这一份回答。",
    "The year asked for is {}; the library holds no report{} of it. The newest is that of {}, which alone answers.",
)
OF_PLACES = Form("{}", " for {}")
YEARS_HELD = Form("现有{}的报告年度：{}。", "Years held for {}: {}.")
NOT_MENTIONED = Form("{}的报告未提及{}。", "Not mentioned: the report of {} says nothing of {}.")
SEARCHED = Form("已查阅全文各部分：{}。", "The whole text was searched: {}.")
MENTIONED_BY = Form("提到这项内容的有：{}。", "Reports that do mention it: {}.")
NEAREST = Form("最接近的原文见{}，并未回答所问。", "The nearest sentences {} do not answer the question.")
NOT_STATED = Form("{}的报告未提及{}的{}。", "Not mentioned: the report of {0} does not state {2}: {1}.")
KINDS = {
    "person": Message("姓名", "the name"),
    "actor": Message("承办人或单位", "who does it"),
    "members": Message("人员名单", "the people"),
    "bodies": Message("单位名称", "the bodies by name"),
    "fields": Message("所在领域", "the fields"),
    "name": Message("名称", "the name"),
    "which": Message("具体内容", "which one it is"),
    "firm": Message("企业或机构名称", "the firms by name"),
    "school": Message("学校名称", "the school by name"),
    "rank": Message("排名", "the rank"),
    "why": Message("原因", "the reason"),
    "where": Message("地点", "the place"),
    "when": Message("时间", "the time"),
    "phone": Message("联系电话", "a telephone number"),
    "file": Message("文号", "a document number"),
    "change": Message("变化情况", "how it changed"),
    "figure": Message("所问数字", "the figure asked for"),
}
OUTSIDE = Form(
    "这个问题不在法治政府建设年度报告的范围内，无法回答。可以问{}的报告内容，例如行政复议、行政执法、法律援助。",
    "This question is outside the yearly reports on law-based government and cannot be answered. Ask about "
    "the reports of {}: "
    "administrative reconsideration, law enforcement or legal aid, for example.",
)
GO_ON = Message("好的，可以接着问。", "All right, please go on.")
STANDS_AT = Form("当前范围：{}。", "We are at: {}.")
ASK_BACK = Form("{}？可选：{}。", "{}? Choose from: {}.")
WHICH_ONE = Message("您问的是哪一个", "Which one do you mean")
WHICH_REPORT = Message("您问的是哪个地区的报告", "Which place's report do you mean")
WHICH_TOPIC = Message("您想了解哪方面的内容", "What would you like to know about it")
WHICH_PLACE = Form(
    "有多个地方的报告谈到“{}”，您问的是哪个地区", "Several reports speak of “{}”. Which place do you mean"
)
NOTHING_ASKED = Message(
    "请输入一个问题，例如：某区2024年行政复议收案多少件？",
    "Please ask a question, such as: how many reconsideration cases did the district accept in the year?",
)
TOPICS = (
    Message("行政复议", "administrative reconsideration"),
    Message("行政诉讼", "administrative litigation"),
    Message("行政执法", "administrative law enforcement"),
    Message("法律援助", "legal aid"),
    Message("人民调解", "people's mediation"),
    Message("存在的不足", "shortcomings"),
    Message("下一步安排", "next steps"),
)

# What is assumed or left out.
SPELLED_AS = Form("“{}”按“{}”理解。", "“{}” is read as “{}”.")
IN_REPORT_OF = Form(
    "{}没有单独的报告，以下出自{}的报告。",
    "{} has no report of its own; what follows is from the report of {}.",
)
OF_BUREAU = Form(
    "库中没有{}本级的报告，以下出自{}的报告，只说该部门的工作。",
    "There is no report of {} itself; what follows is from the report of {}, on that department's work alone.",
)
NEWEST_SILENT = Form(
    "{}{}的报告没有写，以下出自{}的报告。",
    "The report of {} for {} does not tell it; what follows is from that for {}.",
)
YEAR_BEFORE = Form(
    "{}没有{}的报告，按前面问过的{}回答。",
    "There is no report of {} for {}; answered for {}, as asked before.",
)
YEAR_NEWEST = Form(
    "{}没有{}的报告，按最新的{}回答。",
    "There is no report of {} for {}; answered for {}, the newest.",
)
BEYOND_FILTER = Form(
    "筛选只看{}；{}的报告在库中，但被筛选排除。",
    "The filter shows {} only; the report of {} is in the library, but the filter leaves it out.",
)
FILTER_LEAVES_NOTHING = Form(
    "筛选只看{}，库中没有同时符合的报告。",
    "The filter shows {} only, and the library holds no report that fits it.",
)
CLEAR_FILTER = Message("清除或改选筛选后可以再问。", "Clear or change the filter, and ask again.")
ONLY_FILTERED = Form(
    "筛选只看{}，这里只列其中的报告。", "The filter shows {} only; only its reports are listed here."
)
LEFT_OUT_BY_FILTER = Form(
    "{}{}的报告在库中，但被筛选排除，未列入。", "Left out by the filter, though in the library: {} for {}."
)
LATER_BY_FILTER = Form(
    "{}{}年的报告被筛选排除，{}年的数字出自其{}年的报告。",
    "The filter leaves out the report of {} for {}; the figures of {} stand in its report for {}.",
)
LEFT_OUT = Form("{}没有{}的报告，未列入{}。", "Left out: no report of {} for {}{}.")
ONLY_YEARS = Form("{}只有{}的报告", "of {} only {} is held")
BRACKETED = Form("（{}）", " ({})")
NEWEST = Form(
    "{}有{}年的报告，未指明年份，按最新的{}年回答。",
    "Reports of {} are held for {}; no year was named, so this is the newest, {}.",
)
RECENT = Form(
    "“{}”按库中最近的年度理解为{}。",
    "“{}” is taken for the last years in the library: {}.",
)
FROM_PLAN = Form(
    "{}年的安排出自{}{}年报告的计划部分，是计划而不是结果。",
    "What is said of {} stands in the plans of the report of {} for {}: plans, not results.",
)
FROM_LATER = Form(
    "库中没有{}{}年的报告，{}年的数字出自其{}年的报告。",
    "The library holds no report of {} for {}; the figures of {} stand in its report for {}.",
)
CUT = Form(
    "有{}处表述未通过出处核验，已删去。", "Removed, as the source did not bear it out: {} statement(s)."
)
NOTHING_LEFT = Message("没有找到可以核验出处的答案。", "No answer was found that its source bears out.")

# Figures and facts of one report.
FIGURE = Form("{}{}年：{}{}{}。[{}]", "{} {}: {}{}{}. [{}]")
PLANNED_FIGURE = Form("{}{}年计划：{}{}{}。[{}]", "{}, planned for {}: {}{}{}. [{}]")
NEXT_FIGURE = Form(
    "{}{}年报告的下一步计划：{}{}{}。[{}]", "{}, plans for the next year in the report for {}: {}{}{}. [{}]"
)
FACT = Form("{}{}{}年{}：{}。[{}]", "{}{} {}{}: {}. [{}]")
NEXT_STEPS = Message("报告的下一步计划", " (plans for the next year)")
ONE_KIND_OF_RATE = Form(
    "报告给出的是“{}”，问题没有指明是哪一种。",
    "The report gives {}; the question does not say which kind is meant.",
)
SUM = Form(
    "以上各项相加共{}（{}）；报告没有直接给出合计数。",
    "Added up, these are {} ({}); the report itself gives no total.",
)
BY_LEVELS = Form(
    "{}两数相减为{}（{}），报告没有直接给出差数。",
    "{} The difference is {} ({}); the report itself does not give it.",
)
AIM, OUTCOME = Form("目标——{}", "The aim: {}"), Form("实际——{}", "The outcome: {}")
AIM_MET = Message(
    "按报告的数字，达到了上年提出的目标。", "By the figures, the aim of the year before was reached."
)
AIM_MISSED = Message(
    "按报告的数字，没有达到上年提出的目标。", "By the figures, the aim of the year before was not reached."
)
AIM_BESIDE = Message(
    "报告没有说是否达到目标，上年提出的目标和实际数字如下。",
    "The report does not say if the aim was reached; the aim of the year before and the outcome follow.",
)
NO_SUM = Message(
    "报告没有给出合计数，以上各项未相加。", "The report gives no total; the figures above are not added up."
)
STATED_RISES = Form("{}{}年报告写明上升的：", "What rose, as the report of {} for {} states:")
STATED_FALLS = Form("{}{}年报告写明下降的：", "What fell, as the report of {} for {} states:")
NO_CHANGE_STATED = {
    "rise": Form(
        "{}{}年的报告没有写明哪项数字上升了。", "The report of {} for {} states no figure that rose."
    ),
    "fall": Form(
        "{}{}年的报告没有写明哪项数字下降了。", "The report of {} for {} states no figure that fell."
    ),
    "both": Form(
        "{}{}年的报告没有写明与以前相比的变化。",
        "The report of {} for {} states no change against earlier years.",
    ),
}
MORE_CHANGES = Form("另有{}处，请加上具体事项再问。", "{} more; name a topic to see them.")
NO_SECTION_NAMED = Form(
    "报告没有以“{}”为题的部分；按内容，属于这方面的有：",
    "No heading of the report names “{}”; by what they say, these belong to it:",
)
POINT = Form("- {}[{}]", "- {} [{}]")
YES = Form("是的，{}", "Yes. {}")
NO = Form("没有，原文是：{}", "No. {}")
NOT_SO = Form("不是，原文是：{}", "No. The report says: {}")
NOT_SAID = Form("报告没有这样说，相关原文是：{}", "The report does not say so; what it says is: {}")
OPEN = Form("原文只有概数，不能断定：{}", "The figure is rough, so this stays open: {}")
STATED_OTHERWISE = Form("与原文不符，原文是：{}", "The report states otherwise: {}")
ROSE = Form("原文是上升，不是下降：{}", "It rose and did not fall: {}")
FELL = Form("原文是下降，不是上升：{}", "It fell and did not rise: {}")
SECTION = Form("{}{}年报告中的{}：", "{} {}, {} in the report:")
SECTIONS = {
    "problem": Message("不足", "shortcomings"),
    "plan": Message("下一步计划", "plans for the next year"),
    "result": Message("主要举措和成效", "main measures and results"),
    "duty": Message("主要负责人履职情况", "duties of the principal leaders"),
}
KEY_FIGURES = Form("{}{}年报告中的主要数据：", "{} {}, main figures in the report:")
NO_SECTION = Form("{}的报告没有单列{}。", "No section of its own in the report of {}: {}.")
# Forms of questions beside a figure or a fact.
ISSUED_TITLES = Form(
    "{}报告写明制定、出台或修订的文件：", "Documents that the report of {} says were made, issued or revised:"
)
NAMED_TITLES = Form("{}报告提到的文件：", "Documents named in the report of {}:")
NO_BRANDS = Form(
    "{}的报告没有用“品牌”一词；报告以名称列出的做法有：",
    "The report of {} does not speak of brands; practices that it gives a name:",
)
GRID = Form("{}报告的数据：", "Figures in the report of {}:")
GRID_HEAD = Message("| 指标（报告原词） | 数值 |", "| Counted, as printed | Figure |")
GRID_ROW = Form("| {} | {}[{}] |", "| {} | {}[{}] |")
GRID_CUT = Message(
    "报告里还有其他数字，请按主题分别提问。", "The report has more figures; please ask for them by topic."
)
NONE_ISSUED = Form(
    "{}的报告没有写明制定、出台了哪些文件；报告提到的文件：",
    "The report of {} does not say which documents were made or issued; documents that it names:",
)
MARKED_OUT = Form(
    "{}报告中写到首创、推广、入选、获评或以名称列出的做法：",
    "Practices that the report of {} calls a first, tells to have been honoured or taken over, or gives a name:",
)
OUTLINE = Form("{}报告的各级标题：", "Headings of the report of {}:")
UNDER = Form("{}报告，{}[{}]：", "Report of {}, {} [{}]:")
NO_PART = Form(
    "{}的报告没有这一部分。报告的各部分是：{}。", "The report of {} has no such part. Its parts are: {}."
)
ONLY_MENTIONED = Form(
    "{}的报告只提到“{}”，没有解释其含义；提到它的原文是：",
    "The report of {} only mentions “{}” and does not explain it; it says:",
)
CONTENTS_UNTOLD = Form(
    "{}的报告没有写明“{}”的具体内容；提到它的原文是：",
    "The report of {} does not tell what “{}” contains; it says:",
)
IN_BRIEF = Form("{}，{}：{}。", "{}, {}: {}.")
SIDE_BY_SIDE = Message(
    "各地报告的原文分列如下，异同请对照原文判断：",
    "What each report says stands below; what is alike is left to the reader:",
)
IN_ITS_WORDS = Form("{}原文：“{}”[{}]", "{}, in its own words: “{}”[{}]")
ROWS = Form("{}{}年报告的表中，{}，{}{}。", "In the table of the report of {} for {}: {}, {}{}.")
ROW_FIGURE = Form("{}{}[{}]", "{} {}[{}]")
ALL_ROWS = Form("{}报告的表中：{}。", "In the table of the report of {}: {}.")
MOST, FEWEST, TOGETHER = (
    Message("最多", "the most"),
    Message("最少", "the fewest"),
    Message("并列", "tied for "),
)
RANKED, RANKED_AS_ASKED = Form("排第{}", "no. {}"), Message("排在所问名次", "at the rank asked for")
PARTS = Form(
    "{}{}年报告列出的各项中，{}，{}{}。", "Of the parts that the report of {} for {} lists: {}, {}{}."
)
OTHER_PARTS = Form("其余：{}。", "The others: {}.")
ROWS_PASSING = Form("{}报告的表中，{}的有：{}。", "In the table of the report of {}, {}: {}.")
NO_ROW_PASSES = Form(
    "{}报告的表中，没有{}的；最接近的是：{}。", "In the table of the report of {}, none is {}; nearest: {}."
)
OTHER_ROWS = Form("其他靠{}的：{}。", "Next {}: {}.")
TO_THE_TOP, TO_THE_END = Message("前", "from the top"), Message("后", "from the bottom")

# The report itself, and the library.
OF_REPORT = Form("{}{}年法治政府建设报告的{}：{}。{}", "Report of {} for {}, {}: {}. {}")
PRINTED_FIELD = Form("{}{}年报告的{}：{}。[{}]", "Report of {} for {}, {}: {}. [{}]")
FILE_NUMBER = Message("文号", "document number")
DOCUMENT_FACTS = {
    "issuer": Message("发布机构", "issuer"),
    "date": Message("发布日期", "date of publication"),
    "title": Message("标题", "title"),
    "year": Message("报告年度", "year reported on"),
}
HELD = Form("库中共有{}份报告：", "The library holds {} reports:")
HELD_OF = Form("库中有{}的报告{}份：", "Reports held of {}: {}")
PLACE_HEAD = Message("地区", "Place")
IS_HELD = Message("有", "yes")
ROW = Form("| {} |", "| {} |")
DAY = Form("{}年{}月{}日", "{0}-{1}-{2}")
GUIDE = Form(
    "我从库中的{}份法治政府建设年度报告里找出原句来回答，不用大语言模型。每个数字后面的编号打开报告原文；报"
    "告没有写的，会直接说没有。"
    "可以问一个数字、一项做法、存在的问题和下一步打算，可以比较几个地方、排名、求和，也可以接着问“某区呢？”"
    "“2023年呢？”。",
    "I answer with sentences found in the {} yearly reports of the library, without a language model. The "
    "number behind each figure opens "
    "the report there; what no report says is refused. Ask for a figure, a practice, shortcomings or "
    "plans, compare and rank places, "
    "and go on with “What about another place?”.",
)
HOW_TO_ADD = Form(
    "在网页上，把报告文件或文件夹拖到右侧的框里（手机上点“＋ 添加报告”）；在命令行用 python -m qa add 文件"
    "或文件夹，删除用 python -m qa remove 编号。"
    "可读的格式：{}；扫描件请先做文字识别（OCR）。",
    "On the page, drop files or a folder on the zone at the right (on a phone: + Add reports); on the "
    "command line: python -m qa add PATH, "
    "and python -m qa remove REPORT to take one out. What is read: {}; run OCR on scans first.",
)
HOW_TO_EXPORT = Message(
    "在命令行导出：python -m qa ledger --indicator 指标名 --xlsx 表.xlsx（也可以用 --csv、--markdown），每"
    "个数字都带原句。网页上的回答可以选中后复制，编号一起复制。",
    "On the command line: python -m qa ledger --indicator NAME --xlsx TABLE.xlsx (or --csv, --markdown), "
    "each figure with its sentence. "
    "On the page an answer can be selected and copied, its numbers too.",
)
INDICATORS_KNOWN = Form(
    "认得{}项指标，例如行政复议收案、行政诉讼败诉率、负责人出庭应诉率、行政处罚案件、规范性文件、法律援助案"
    "件、公证、人民调解、法律明白人、网上可办率；"
    "其余的数字可以用报告里的原词来问。各项的说明用 python -m qa ledger 查看。",
    "{} indicators are known, such as administrative reconsideration, the loss rate of lawsuits, officials "
    "in court, penalties, "
    "normative documents, legal aid, notarial acts and mediation; any other figure can be asked for in the "
    "words of a report. "
    "python -m qa ledger shows them.",
)
WHENCE = Message(
    "数字和语句都取自库中报告的原文，每处都有编号，点开就是那一句；地区、年份和数字都与原句核对过才显示。报"
    "告本身写错的，或者找错了句子的，要靠您看原句判断。",
    "Figures and words are cut from the reports of the library, each with a number that opens its sentence;"
    " place, year and figure are "
    "checked against it before they are shown. Whether a report errs, or the wrong sentence was found, is "
    "for you to see in the quote.",
)
ASK_FIGURE = Form(
    "{}{}年行政复议案件有多少件？", "How many administrative reconsideration cases did {} have in {}?"
)
ASK_WHICH_MORE = Form(
    "{}和{}{}年的行政复议案件，哪个多？",
    "{} or {}, which had more administrative reconsideration cases in {}?",
)
ASK_PROBLEMS = Form(
    "{}{}年法治政府建设存在哪些问题？", "What shortcomings does the report of {} for {} name?"
)
ASK_HELD = Message("库里有哪些报告？", "Which reports are there?")
