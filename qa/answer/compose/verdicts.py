"""Every fixed message on figures and statements side by side, in Chinese and in English: verdicts, ranks, sums, warnings."""

from __future__ import annotations

from qa.message import Form, Message

_ORDINALS = "零一二三四五六七八九十"

# Tables.
TABLE_HEAD = Message(
    "| 地区 | 年度 | 指标（报告原词） | 数值 |", "| Place | Year | Indicator, as printed | Figure |"
)
TOPICS_HEAD = Form("| 地区 | 年度 | {} |", "| Place | Year | {} |")
TOPICS_ROW = Form("| {} | {} | {} |", "| {} | {} | {} |")
UNDISCLOSED = Message("未披露", "not disclosed")
SILENT_ROW = Form("| {} | {} | — | {} |", "| {} | {} | — | {} |")
TOPIC_LINE = Form("- {}：{}", "- {}: {}")
TOPIC_FIGURE = Form("- {}：{}{}。", "- {}: {}{}.")
TOPIC_SILENT = Form("- {}：报告未提及。", "- {}: not mentioned in the report.")
NONE_DISCLOSES = Message("各份报告均未披露。", "no report discloses it.")
OF_PLACE_AND_YEAR = Form("{}{}年", "{} {}")
OF_PLACE_YEAR = Form("{}{}年：", "{} {}:")

# Verdicts.
NAMED = Form("{}{}", "{} {}")
ALONE = Form("{}：{}。", "{}: {}.")
ONLY_ONE = Form(
    "只有{}公布了这项数字：{}，无从比较。", "Only {} discloses this figure: {}; there is nothing to compare."
)
NO_ORDER = Form("{}；不能据此判定高低。", "{}; which is higher does not follow.")
RANKED_ALIKE = Form("按“{}”统计的：{}。", "Counted as “{}”: {}.")
SET_APART = Form("另列：{}。", "Apart from these: {}.")
WITH_WORDS = Form("{}（“{}”）", "{} (“{}”)")
TIE = Form("持平：{}。", "A tie: {}.")
BY_FIGURES = Form("按公布的数字由{}：{}。", "By the figures disclosed, {}: {}.")
UPWARD, DOWNWARD = Message("低到高", "lowest first"), Message("高到低", "highest first")
NOT_DISCLOSED = Form("{}的报告未披露，不等于零{}。", "Not disclosed by {}, which is not zero{}.")
NO_FULL_ORDER = Message("，不能断定全部地区的先后", "; the order of all places is open")
UNFIT = Form("不宜直接比较：{}。", "These should not be compared: {}.")
FIT = Form(
    "可以比较，年度、单位和统计口径没有看出不同：{}。",
    "These may be compared: years, units and what is counted show no difference: {}.",
)
FIRST_OF_TWO = Form("{}{}，{}{}。", "{} is {}, {} {}.")
FIRST_OF_ALL = Form("{}{}最{}：{}。", "{} {}the {}: {}.")
BE, BE_TIED = Message("", "is "), Message("并列", "are together ")
COMPARED = {
    "较多": Message("较多", "higher"),
    "较少": Message("较少", "lower"),
    "较高": Message("较高", "higher"),
    "较低": Message("较低", "lower"),
}
UTMOST = {
    "多": Message("多", "highest"),
    "少": Message("少", "lowest"),
    "高": Message("高", "highest"),
    "低": Message("低", "lowest"),
}

# Bounds and ranks.
OVER, UNDER = Message("高于", "above "), Message("低于", "below ")
OR_EQUAL = Message("或等于", "or at ")
BOUND = Form("{}{}{}", "{}{}{}")
PASSING = Form("{}的有：{}。", "Those {}: {}.")
ALL_PASSING = Form("是，公布了数字的都{}：{}。", "Yes, all that disclose a figure are {}: {}.")
NOT_ALL_PASSING = Form("没有全部{}，未达到的有：{}。", "Not all are {}; not so: {}.")
NONE_PASSING = Form("没有{}的。", "None is {}.")
VAGUE_ONES = Form("{}只公布概数，不能断定。", "{}: only a rough figure is disclosed, so this stays open.")
STANDING = Form("{}{}排第{}（共{}个有数字的地区）。", "{} is {}no. {} of {} places with a figure.")
TIED = Message("并列", "tied at ")
NTH, NTH_LAST = Form("第{}名", "no. {}"), Form("倒数第{}名", "no. {} from the bottom")
NO_NTH = Form("公布了这项数字的只有{}个，没有{}。", "Only {} disclose this figure; there is no {}.")
SHARED = Form("第{}名并列是{}，没有单独的{}。", "No. {} is shared by {}; there is no {} by itself.")
NTH_IS, NTH_ARE = Form("{}是{}。", "{} is {}."), Form("{}并列是{}。", "{} is shared by {}.")

# What was asked to be computed.
VAGUE_GAP = Message(
    "两个数字有概数，差额算不准。", "One of the figures is rough, so their difference cannot be told."
)
GAP = Form("{}相差{}（{} − {}）。", "{}{} ({} − {}).")
GAP_OF_TWO, GAP_OF_ENDS = (
    Message("", "The difference is "),
    Message("最高与最低", "Highest and lowest differ by "),
)
STATED = Form("{}{}年的报告写明：{}。", "The report of {} for {} states: {}.")
STATED_FIGURE = Form("{}{}[{}]", "{}{}[{}]")
GREW = Form("由{}到{}，按此计算增长{}{}%。", "From {} to {} is a rise of {}{}%, computed.")
SHRANK = Form("由{}到{}，按此计算下降{}{}%。", "From {} to {} is a fall of {}{}%, computed.")
COMPUTED = {
    "sum": Message("合计", "sum"),
    "mean": Message("平均数", "mean"),
    "times": Message("倍数", "multiple"),
    "share": Message("占比", "share"),
}
ROUGH = Form("{}；有概数，{}算不准。", "{}; with a rough figure the {} cannot be told.")
UNLIKE = Form(
    "{}；口径或年度不同，不能算{}。", "{}; they count different things or years, so there is no {}."
)
RATES = Form(
    "{}；比率不能直接相加或平均，算不出{}。", "{}; rates cannot be added or averaged, so there is no {}."
)
SUM = Form("合计{}（{}）。", "The sum is {} ({}).")
MEAN = Form("平均{}{}（{}，除以{}）。", "The mean is {}{} ({}, divided by {}).")
EACH = Form("平均每{}{}{}（{} ÷ {}）。", "For each ({}) it is {}{} ({} ÷ {}).")
ABOUT = Message("约", "about ")
ONLY_TWO = Form("{}；倍数只在两个数字之间算。", "{}; a multiple is taken of two figures only.")
TIMES = Form("{}是{}的{}{}倍。", "{0} is {2}{3} times {1}.")
NO_SHARE = Form(
    "{}；口径、年度或单位不同，或有未披露、有概数，算不出占比。",
    "{}; what is counted, years or units differ, or a figure is undisclosed or rough, so there is no share.",
)
NO_SHARE_AT_ALL = Form("{}；算不出占比。", "{}; there is no share.")
SHARE_OF_SUM = Form("{}，{}占合计的{}（{}）。", "{}: {}{} of the sum ({}).")
NOT_ONE_KIND = Form("{}；不是同一种数，算不出占比。", "{}; they are not of one kind, so there is no share.")
SHARE = Form(
    "报告没有直接给出占比；按{}和{}计算，{}占{}。",
    "The report prints no share; from {} and {} it is {}{}.",
)

# Warnings.
YEARS_DIFFER = Form(
    "年度不同（{}），不宜直接比较高低。",
    "The years differ ({}); which is higher should not be told from them.",
)
REST_OF_YEAR = Form("{}，其余为{}年", "{}, the rest: {}")
OF_YEAR, OF_KIND = Form("{}为{}年", "{}: {}"), Form("{}为“{}”", "{}: “{}”")
UNITS_DIFFER = Form("计量单位不同（{}），不可直接比较。", "The units differ ({}); these cannot be compared.")
NO_UNIT = Message("无单位", "no unit")
STAGES_DIFFER = Form(
    "统计口径不同（{}），不宜直接比较高低。",
    "They count different things ({}); which is higher should not be told from them.",
)
NAMES_DIFFER = Form(
    "指标名称不同（{}），不宜直接比较高低。",
    "The indicators differ by name ({}); which is higher should not be told from them.",
)
MIND_NAMES = Form(
    "指标名称不尽相同（{}），比较时请留意。", "The indicators differ by name ({}); mind this when comparing."
)
CUMULATIVE = Form(
    "{}为累计数，与当年数不宜直接比较高低。",
    "{} gives a figure since the start, which should not be held against one of a year.",
)
OWN_LEVEL = Form(
    "{}的数字是本级的，不一定包括所辖地方，与其他数字比较时请留意。",
    "The figure of {} is that of its own offices and may leave out the places below; mind this when comparing.",
)
ROUGH_FIGURE = Form(
    "{}只公布“{}”[{}]，据此分不出高低。", "{} discloses only “{}” [{}], which leaves open which is higher."
)
TOPICS_DIFFER = Form(
    "所问的不是同一项指标（{}），统计口径不同，不宜直接比较高低。",
    "Different things were asked for ({}); which is higher should not be told from them.",
)
ANOTHER_THING = Form(
    "{}最接近的数字是“{}”{}[{}]，统计口径不同，没有列入比较。",
    "The nearest figure of {} is “{}” {} [{}]; it counts another thing and is left out.",
)
OF_OFFICE = Form(
    "{}只写了{}的数字：“{}”{}[{}]，不是全{}的数字，没有列入比较。",
    "{} gives only the figure of {}: “{}” {} [{}]; it is not that of the whole {} and is left out.",
)
OF_TOPIC = Form("{}：{}", "{}: {}")

# Statements side by side.
SILENT_ONES = Form("{}的报告未提及。", "Not mentioned in the report of {}.")
NOT_TOLD_BY = Form("未披露“{}”的有：{}。", "“{}” is not disclosed by: {}.")
TOLD_BY_ALL = Form("各份报告都提到了“{}”。", "Every report mentions “{}”.")
TOLD_BY = Form("提到“{}”的有：{}。{}", "“{}” is mentioned by: {}.{}")
SILENT_BESIDE = Form("未提到的有：{}。", " Not mentioned by: {}.")
ITEM = Form("- {}", "- {}")


def ordinal(n: int) -> Message:
    """Write a small number in Chinese numerals, in English in digits.

    Args:
        n: A number from 0.

    Returns:
        Such as 十二 and 12; digits in both from 100.
    """
    tens, ones = divmod(n, 10)
    if n <= 10:
        chinese = _ORDINALS[n]
    elif n < 100:
        chinese = f"{_ORDINALS[tens] if tens > 1 else ''}十{_ORDINALS[ones] if ones else ''}"
    else:
        chinese = str(n)
    return Message(chinese, str(n))


def count(n: int) -> Message:
    """Write a number before a measure word.

    Args:
        n: A number from 0.

    Returns:
        Such as 两 and 2.
    """
    return Message("两", str(n)) if n == 2 else ordinal(n)


# Places inside the place of one report.
SPEAKS_OF = Form("{}的报告说到的是{}：{}{}。", "The report of {} speaks of {}: {}{}.")
IS_LEAST, IS_MOST = Message("，是最少的", ", the lowest"), Message("，是最多的", ", the highest")
OF_THE_LISTED = Form("{}的报告列出的{}个地方中，{}", "The report of {} lists {} places. {}")
