"""The words of rates: what a rate of each name is a share of, and which words make it a share of something narrower.

Knows nothing of figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.patterns import lazy_re

_OUTCOME = r"撤销|变更|确认违法|责令|纠错"
_CLOSED = r"审结|办结|结案|已结"


@dataclass(frozen=True)
class Rule:
    """What a rate is made of.

    Attributes:
        name: Pattern of the end of the rate's name.
        part: Pattern of the words of its numerator.
        whole: Pattern of the words of its denominator.
        firm: Pattern of denominators that leave no doubt; others may count differently.
        sums: Whether several numerators in a list may have been added (撤销8件、确认违法5件).
        ahead: Whether the counts may stand in the sentence before.
        named: Whether only the name of the rate ties it to its numerator, so that the three must stand side by side.
    """

    name: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]
    firm: re.Pattern[str]
    sums: bool = False
    ahead: bool = False
    named: bool = False


def _rule(name: str, part: str, whole: str, firm: str, *, sums: bool = False, ahead: bool = False) -> Rule:
    """Compile a rule."""
    return Rule(lazy_re(f"(?:{name})$"), lazy_re(part), lazy_re(whole), lazy_re(firm), sums, ahead)


# A real-style sentence for each: the first that fits the end of a rate's name decides.
RULES = (
    # 审结一审案件15件,败诉1件,败诉率6.7%
    _rule(
        "败诉率",
        r"败诉(?!率|风险|预警|评价)",
        r"审结|结案|判决|裁判|诉讼|应诉|行政案件|发案|一审",
        r"审结|结案|判决|裁判",
        ahead=True,
    ),
    # 应出庭53件,实际出庭51件,出庭应诉率96.2%
    _rule(
        "出庭(?:应诉)?率|到庭率",
        r"(?<!应)(?<!应当)(?:出庭|到庭)(?!率)",
        r"应当?(?:由[^,]{0,12})?(?:出庭|到庭)|开庭",
        r"应当?(?:由[^,]{0,12})?出庭",
    ),
    # 审结351件。在审结案件中,直接纠错38件,纠错率10.8%
    _rule("(?<!综合)纠错率", _OUTCOME, _CLOSED, r"$^", sums=True, ahead=True),
    _rule("综合纠错率", r"综合纠错(?!率)|作出纠错", _CLOSED, r"$^", ahead=True),
    # 审结2769件。复议后未提起行政诉讼的2512件,案结事了率90.7%
    _rule(
        "案结事了率",
        r"案结事了(?!率)|未(?:再)?(?:提起|进入|引发)[^,]{0,4}诉讼|未再起诉|服判息诉",
        _CLOSED,
        r"$^",
        ahead=True,
    ),
    # 审结587件,其中调解和解254件,调解和解率为43.3%
    _rule("调解(?:、|及|和)?和解率|调解率|调撤率", r"调解|和解|撤回", _CLOSED, r"$^", sums=True, ahead=True),
    # 调解案件9326件,成功9108件,成功率97.7%
    _rule(
        "成功率",
        r"成功",
        r"受理|调解|调处|排查|化解|纠纷|案件",
        r"(?<!受理)(?:调解|调处|化解)(?!委员会|组织)",
    ),
    # 收到行政复议申请218件,受理197件,受理率90.4%
    _rule("受理率", r"(?<!不予)(?<!未)受理", r"收到|接收|收案|新收|申请", r"收到|接收|收案|新收"),
    # 反馈问题87个,已整改83个,整改率95.4%
    _rule(
        "整改(?:完成|到位)?率",
        r"(?<!交办)整改(?!事项|问题)|销号",
        r"问题|线索|隐患|整改事项",
        r"问题|隐患|整改事项",
    ),
    # 受理企业诉求273件,办结268件,办结率98.2%
    _rule("办结率", r"办结", r"受理|收到|接收|办理|交办|立案|登记", r"受理|收到|接收|交办|登记"),
    # 新收一审行政案件1120件,审结962件,结案率85.9%: of cases carried over too, at times
    _rule("(?:结案|审结)率", _CLOSED, r"受理|收到|收案|新收|立案", r"$^"),
    _rule("化解率", r"化解(?!率)", r"受理|排查|调处|纠纷|积案|事项|信访", r"排查|积案"),
    # 执法人员716名,其中持证693名,持证率96.8%
    _rule("持证(?:上岗)?率", r"持证|持有?(?:有效)?(?:行政)?执法证", r"人员|队员|干部", r"人员|队员"),
    _rule("采纳率", r"采纳", r"意见|建议", r"意见|建议"),
    # 评查案卷180卷,其中合格176卷,合格率97.8%
    _rule(
        "(?<!不)合格率",
        r"(?<!不)合格|优秀|优良|良好",
        r"案卷|卷宗|抽检|抽查|评查|参考|考试|参训|检测",
        r"案卷|卷宗|抽检|参考|考试",
        sums=True,
    ),
    _rule("(?:优秀|优良|良好)率", r"优秀|优良|良好", r"案卷|卷宗|抽查|评查|参考", r"案卷|卷宗|参考"),
    _rule("(?:答复|回复|办复)率", r"答复|回复|办复", r"收到|办理|承办|建议|提案", r"收到|承办"),
    # 应考4860人,实考4842人,参考率99.6%
    _rule(
        "(?:参考|参训|参学|到考|参会|到课)率",
        r"实(?:际)?(?:考|到|训|参加|参考|参训)|(?<!应)参[考训加学会](?!率)",
        r"应(?:当)?(?:考|到|训|参加|参考|参训|参学)",
        r"应(?:当)?(?:考|到|训|参加|参考|参训|参学)",
    ),
    # 参考1850人,及格1739人,及格率94%
    _rule("及格率", r"及格", r"参考|参加|应考|参训", r"参考|参加|应考"),
    # 入企检查1085次,企业评价满意1079次,满意率99.4%
    _rule("满意(?:率|度)", r"(?<!不)满意(?!率|度)", r"评价|检查|办理|受理|回访|调查|办结|检查|测评", r"$^"),
    _rule("通过率", r"通过|合格", r"参考|参加|参训|考试", r"参考|参加|参训|考试"),
)
# 按期办结率, 初次信访化解率: shares of something narrower, unless the count says the same word
NARROW = lazy_re(
    r"按期|按时|及时|限时|期限|法定|一次性|首次|初次|初信|平均|人均|线上|网上|掌上|全程|自动|重复|当场|当庭|实质|诉前|诉中|提前|群众|累计|二审|终审|申诉|"
    r"正职|主要负责人|一把手|法定代表人|新增|抽查|直接|综合|本级|直属|部门|乡镇|镇街|街道|基层|[市区县州旗镇]级|劳动|仲裁|物业|医疗|交通|民事|刑事|执行|国家赔偿|行政检查|农民工|其中"
)
# 直接 and 综合 tell kinds of 纠错率 apart; a count under them is one of that kind
TELLING = lazy_re(r"直接|综合")
# between a count and its share, these begin another topic: 审结39件;以我局为被告的行政诉讼案件25件,败诉1件
SWITCH = lazy_re(r"复议|诉讼|应诉案件|仲裁|信访|人民调解|法律援助")
NARROWER = lazy_re(r"本级|直属|镇街|街道|乡镇|[市区县州]直|[镇乡]|二审|部门")
# what a numerator may say beside its verb without being of something else: 行政机关败诉, 已完成整改, 经调解和解终止
FILLING = lazy_re(
    r"败诉|实际|出庭|到庭|应诉|撤销|变更|确认违法|责令履行|(?:直接|综合)?纠错|调解|和解|撤回|申请|成功|受理|整改|销号|审结|办结|结案|已结|化解|调处|持证|采纳|合格|优秀|优良|良好|答复|回复|办复|通过|"
    r"评[定为]+|持有?(?:有效)?(?:行政)?执法证件?|等次|其中|已经|已|均|共|计|(?:到|截至)?年底前?|年内|当年|全年|完成|到位|依法|立案|督促|行政机关|行政复议|负责人|案件|案卷|卷宗|问题|一审|判决|裁判|经|以|等?方式|终止|作出|决定|被|人员|后|审理|未再?|提起|进入|行政诉讼|息诉|服判|案结事了|企业|群众|评价|满意|回访|[的了或和及与、]"
)
# the word before 率 of a rate that no rule knows: 批准率, 不合格率; not 同比增长率, 比率, 效率, 概率, 频率
_STEM = lazy_re(r"(不?[\u4e00-\u9fff]{2})(?<!增长)(?<!下降)(?<!增幅)(?<!满意)(?<!覆盖)率$")
NAME = lazy_re(r"[\u4e00-\u9fff、“”]*率$")


def plain_rule(name: str) -> Rule | None:
    """Make a rule for a rate that no list knows: 受理申请560件,批准532件,批准率95%.

    Args:
        name: Name of a rate.

    Returns:
        A rule that asks for the three figures side by side, or None for a name that is no share of counts.
    """
    stem = _STEM.search(name)
    if stem is None:
        return None
    anything = re.compile("")
    part = re.compile(rf"(?<![不未非]){stem[1]}(?!率)")
    return Rule(re.compile(f"{stem[1]}率$"), part, anything, re.compile(r"$^"), named=True)
