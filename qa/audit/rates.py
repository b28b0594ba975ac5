"""Stated rates against the counts that the words say they are made of: 败诉8件 of 145件 is no 败诉率 of 5.54%.

A rate is recomputed only where its own words name the numerator (败诉率 and 败诉8件, 办结率 and 办结341件) and a count of the
same unit before it is what such a rate is a share of. Any pair of counts near by that bears the rate out silences the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit, total
from qa.audit.wording import finding, percent, plain

_OUTCOME = r"撤销|变更|确认违法|责令|纠错"
_CLOSED = r"审结|办结|结案|已结"


@dataclass(frozen=True)
class _Rule:
    """What a rate is made of.

    Attributes:
        name: Pattern of the end of the rate's name.
        part: Pattern of the words of its numerator.
        whole: Pattern of the words of its denominator.
        firm: Pattern of denominators that leave no doubt; others may count differently.
        sums: Whether several numerators in a list may have been added (撤销8件、确认违法5件).
        ahead: Whether the counts may stand in the sentence before.
    """

    name: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]
    firm: re.Pattern[str]
    sums: bool = False
    ahead: bool = False


def _rule(name: str, part: str, whole: str, firm: str, *, sums: bool = False, ahead: bool = False) -> _Rule:
    """Compile a rule."""
    return _Rule(
        re.compile(f"(?:{name})$"), re.compile(part), re.compile(whole), re.compile(firm), sums, ahead
    )


# A real-style sentence for each: the first that fits the end of a rate's name decides.
_RULES = (
    # 审结一审案件15件,败诉1件,败诉率6.7%
    _rule(
        "败诉率",
        r"败诉(?!率|风险|预警|评价)",
        r"审结|结案|判决|诉讼|应诉|行政案件|发案|一审",
        r"审结|结案|判决",
        ahead=True,
    ),
    # 应出庭53件,实际出庭51件,出庭应诉率96.2%
    _rule(
        "出庭(?:应诉)?率",
        r"(?:实际|已|负责人)出庭(?!率)|出庭应诉(?!率)",
        r"应当?(?:由[^,]{0,12})?出庭",
        r"应当?(?:由[^,]{0,12})?出庭",
    ),
    # 审结351件。在审结案件中,直接纠错38件,纠错率10.8%
    _rule("(?<!综合)纠错率", _OUTCOME, _CLOSED, r"$^", sums=True, ahead=True),
    _rule("综合纠错率", r"综合纠错(?!率)|作出纠错", _CLOSED, r"$^", ahead=True),
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
    _rule("受理率", r"受理", r"收到|接收|收案|新收|申请", r"收到|接收|收案|新收"),
    # 反馈问题87个,已整改83个,整改率95.4%
    _rule("整改(?:完成|到位)?率", r"整改|销号", r"问题|线索|隐患", r"问题|隐患"),
    # 受理企业诉求273件,办结268件,办结率98.2%
    _rule("办结率", r"办结", r"受理|收到|接收|办理|交办|立案", r"受理|收到|接收|交办"),
    # 新收一审行政案件1120件,审结962件,结案率85.9%: of cases carried over too, at times
    _rule("(?:结案|审结)率", _CLOSED, r"受理|收到|收案|新收|立案", r"$^"),
    _rule("化解率", r"化解(?!率)", r"受理|排查|调处|纠纷|积案|事项|信访", r"排查|积案"),
    # 执法人员716名,其中持证693名,持证率96.8%
    _rule("持证(?:上岗)?率", r"持证|持有?(?:有效)?(?:行政)?执法证", r"人员|队员|干部", r"人员|队员"),
    _rule("采纳率", r"采纳", r"意见|建议", r"意见|建议"),
    # 评查案卷180卷,其中合格176卷,合格率97.8%
    _rule("(?<!不)合格率", r"(?<!不)合格", r"案卷|卷宗|抽检|抽查|评查|参考|检测", r"案卷|卷宗|抽检|参考"),
    _rule("(?:优秀|优良|良好)率", r"优秀|优良|良好", r"案卷|卷宗|抽查|评查|参考", r"案卷|卷宗|参考"),
    _rule("(?:答复|回复|办复)率", r"答复|回复|办复", r"收到|办理|承办|建议|提案", r"收到|承办"),
    _rule("通过率", r"通过", r"参考|参加|参训", r"参考|参加|参训"),
)
# 按期办结率, 初次信访化解率: shares of something narrower, unless the count says the same word
_NARROW = re.compile(
    r"按期|按时|及时|限时|期限|法定|一次性|首次|初次|初信|平均|人均|线上|网上|掌上|全程|自动|重复|当场|当庭|实质|诉前|诉中|提前|群众|累计|二审|终审|申诉|"
    r"正职|主要负责人|一把手|法定代表人|新增|抽查|直接|综合|本级|直属|部门|乡镇|镇街|街道|基层|[市区县州旗镇]级|劳动|仲裁|物业|医疗|交通|民事|刑事|执行|国家赔偿|行政检查|农民工|其中"
)
# 直接 and 综合 tell kinds of 纠错率 apart; a count under them is one of that kind
_TELLING = re.compile(r"直接|综合")
# between a count and its share, these begin another topic: 审结39件;以我局为被告的行政诉讼案件25件,败诉1件
_SWITCH = re.compile(r"复议|诉讼|应诉案件|仲裁|信访|人民调解|法律援助")
_NARROWER = re.compile(r"本级|直属|镇街|街道|乡镇|[市区县州]直|[镇乡]|二审|部门")
# what a numerator may say beside its verb without being of something else: 行政机关败诉, 已完成整改, 经调解和解终止
_FILLING = re.compile(
    r"败诉|实际|出庭|应诉|撤销|变更|确认违法|责令履行|(?:直接|综合)?纠错|调解|和解|撤回|申请|成功|受理|整改|销号|审结|办结|结案|已结|化解|持证|采纳|合格|优秀|优良|良好|答复|回复|办复|通过|"
    r"评[定为]+|持有?(?:有效)?(?:行政)?执法证件?|等次|其中|已经|已|均|共|计|年底前|年内|当年|全年|完成|到位|依法|立案|督促|行政机关|行政复议|负责人|案件|案卷|卷宗|问题|一审|判决|裁判|经|以|等?方式|终止|作出|决定|被|人员|[的了或和及与、]"
)
_NAME = re.compile(r"[\u4e00-\u9fff、“”]*率$")
_FAR = Decimal(
    "0.3"
)  # of the stated rate; counts that do not stand side by side and are further off are another pair


def check_rates(before: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute the rates of one sentence.

    Args:
        before: Figures of the sentence before it, in the same passage, or nothing.
        here: Figures of the sentence.

    Yields:
        What does not add up.
    """
    for at, rate in enumerate(here):
        name = _NAME.search(rate.words)
        if rate.unit_class != "percent" or rate.mention.change or rate.mention.past or not name:
            continue
        if "分别" in rate.label or "均" in rate.label or rate.quantity.qualifier in ("以下",):
            continue
        rule = next((rule for rule in _RULES if rule.name.search(name[0])), None)
        if rule is None:
            continue
        pair = _pair(rule, name[0], list(before), list(here[:at]), rate)
        if pair is not None:
            counts = [f for f in here[:at] if f.counts]
            together = counts[-len(pair[0]) - 1 :] == [pair[1], *pair[0]]
            beyond = [f for f in before if f.counts]
            yield from _judge(
                rule, rate, *pair, [f for f in here if f.counts] or beyond, beyond, together=together
            )


def _pair(
    rule: _Rule, name: str, before: list[Figure], here: list[Figure], rate: Figure
) -> tuple[list[Figure], Figure] | None:
    """Find the numerators and the denominator that the words of a rate name, or None."""
    parts = [f for f in here if f.counts and _is_part(rule, f)]
    own = [f for f in parts if f.segment == rate.segment]
    pool = here
    if own:
        parts = own
    elif rule.ahead and not any(f.counts for f in here):
        pool = before
        parts = [f for f in before if f.counts and _is_part(rule, f)]
    else:
        return None
    if not parts:
        return None
    parts = parts if rule.sums else parts[-1:]
    if len({f.unit_class for f in parts}) > 1 or any("分别" in f.label or f.mention.thing for f in parts):
        return None
    first = parts[0]
    wholes = [f for f in pool[: pool.index(first)] if _is_whole(rule, f, first)]
    near = [f for f in wholes if f.segment == first.segment]
    if not near and rule.ahead:
        near = wholes or [f for f in before if pool is here and _is_whole(rule, f, first)]
    if not near:
        return None
    firm = [f for f in near if rule.firm.search(f.words + f.noun)]
    whole = (firm or near)[-1]
    between = [*before, *here] if whole in before else pool
    between = between[between.index(whole) + 1 : between.index(first) + 1]
    if {m for f in between for m in _SWITCH.findall(f.before)} - set(_SWITCH.findall(whole.before)):
        return None
    told = first.words + first.noun + whole.words + whole.noun
    narrow = {m[0] for m in _NARROW.finditer(name)} - {m[0] for m in _NARROW.finditer(told) if m[0] != "其中"}
    narrow -= set(_TELLING.findall(name)) if rule.sums else set()
    if narrow or _scope(first, whole):
        return None
    return parts, whole


def _is_part(rule: _Rule, figure: Figure) -> bool:
    """Tell whether a count is named as the numerator."""
    return rule.part.search(figure.words or figure.noun) is not None


def _is_whole(rule: _Rule, figure: Figure, part: Figure) -> bool:
    """Tell whether a count before the numerator is named as the denominator."""
    words = figure.words + figure.noun
    return (
        figure.counts
        and figure.unit_class == part.unit_class
        and rule.whole.search(words) is not None
        and "分别" not in words
    )


def _scope(part: Figure, whole: Figure) -> bool:
    """Tell whether one of the two counts speaks of a narrower body than the other (其中市本级23件)."""
    own = {m[0] for m in _NARROWER.finditer(part.words)}
    left = _FILLING.sub("", part.words)
    return bool(own - {m[0] for m in _NARROWER.finditer(whole.words)}) or (
        len(left) > 1 and left not in whole.words + whole.noun
    )


def _judge(
    rule: _Rule,
    rate: Figure,
    parts: list[Figure],
    whole: Figure,
    here: list[Figure],
    before: list[Figure],
    *,
    together: bool,
) -> Iterator[Finding]:
    """Compare a rate with its counts, and with every other pair that might have been meant."""
    for some, used in _numerators(rule, parts, here):
        others = [o for o in (*here, *before) if o not in used and o.unit_class == whole.unit_class]
        shares = [s for o in others if (s := some.over(o.bounds, 100)) and s.low <= 100]
        if any(s.meets(rate.bounds) for s in shares):
            return
    added = total(f.bounds for f in parts)
    share = added.over(whole.bounds, 100)
    if share is None:
        return
    gap, step = share.gap(rate.bounds), last_digit(rate.quantity)
    firm = rule.firm.search(whole.words + whole.noun) is not None and len(parts) == 1
    impossible = _exact_numerator(rule, parts) and not _some_whole(added, rate.bounds)
    if gap <= step / 2:
        severity = Severity.ROUNDING
    elif firm or impossible:
        severity = Severity.CONTRADICTION
    else:
        severity = Severity.SCOPE
    if not together and (share.low > 100 or (not firm and gap > _FAR * rate.quantity.amount)):
        return
    told = "+".join(plain(f) for f in parts)
    told = f"({told})" if len(parts) > 1 else told
    computed = percent(share, rate)
    note, note_en = "", ""
    if impossible and not firm and severity is Severity.CONTRADICTION:
        note = f"；分子为{told}时，分母取任何整数都得不出{rate.quantity.printed}"
        note_en = f"; with {told} on top no whole number below gives {rate.quantity.printed}"
    elif severity is Severity.SCOPE:
        note, note_en = "；分母可能另有所指", "; the denominator may be another one"
    yield finding(
        Kind.RATE,
        severity,
        rate,
        [*parts, whole],
        computed=computed,
        arithmetic=f"{told}÷{plain(whole)}={computed}",
        note=note,
        note_en=note_en,
    )


def _numerators(
    rule: _Rule, parts: list[Figure], pool: list[Figure]
) -> Iterator[tuple[Interval, list[Figure]]]:
    """List what may have been divided: each count near by, and sums of the named ones; with the counts used."""
    for figure in pool:
        yield figure.bounds, [figure]
    if rule.sums:
        named = [f for f in pool if _is_part(rule, f)]
        runs = [named[start:end] for start in range(len(named)) for end in range(start + 2, len(named) + 1)]
        for run in [*runs, parts]:
            yield total(f.bounds for f in run), run


def _exact_numerator(rule: _Rule, parts: list[Figure]) -> bool:
    """Tell whether the numerator is one exact count that the words name without doubt."""
    [first, *more] = parts
    return not more and not rule.sums and first.bounds.low == first.bounds.high


def _some_whole(part: Interval, rate: Interval) -> bool:
    """Tell whether some whole number below the line gives the rate."""
    if rate.low <= 0 or not part.low:
        return True
    return floor(part.low * 100 / rate.low) >= ceil(part.low * 100 / rate.high)
