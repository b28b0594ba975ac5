"""Whether a figure states a change against another time, and what stands before the earlier figure of a pair and behind it.

Knows nothing but the words right before a figure.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.quantity import Quantity
from qa.text import unwrapped

_RISE = "增长|上升|增加|提高|提升|上涨|攀升|增幅|升幅|增速|净增|上浮|翻|升|增|涨"
_FALL = "下降|减少|降低|回落|下滑|压降|降幅|压减|净减|下浮|降|(?<!增)减"
_BASE = r"(?:同比|环比|(?:较|比|与)(?:上一?|去)年(?:同期)?(?:相比)?|(?:较|比)20\d\d年(?:同期)?|年均|同期)"
# "同比增长62.4%" is a change; "提高到95%" and "增至3件" are figures of their own.
CHANGE = lazy_re(
    rf"(?:(?P<base>{_BASE})[^,;:。]{{0,8}}?)?(?P<verb>(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:了|达|约|近|超过?|幅度[为达]?|率[为达]?|\s)*$"
)
# Every word of the patterns of changes and of earlier figures holds one of these: most figures need no search for more. A class
# of characters is searched in 0.3 us, where a set of them is asked for each character in 1.2.
_HINTS = "增升高涨翻降减落滑多少浮低"
_REACHED_HINTS = "到至为"
_EARLIER_HINTS = "由从较比将把"
MAY_MOVE = lazy_re(f"[{_HINTS}]")
MAY_HAVE_REACHED = lazy_re(f"[{_REACHED_HINTS}]")
MAY_BE_EARLIER = lazy_re(f"[{_EARLIER_HINTS}]")
MAY_TELL_TIMES = lazy_re(f"[{_HINTS}{_REACHED_HINTS}{_EARLIER_HINTS}]")
MORE = lazy_re(
    rf"{_BASE}\s?(多|少|增|减|高|低)(?:了|出|学|办|审|收|调|开)?\s?$"
)  # "比上年多215份", "比上年少了1.27万户次", "比上年高2.3个百分点"
_BARECHANGE = lazy_re(rf"{_BASE}[^,;:。]{{0,6}}$")
_ANY_BASE = lazy_re(_BASE)
# "由上年的62.5%提升至88.1%": the first figure is last year's, the second this year's.
_EARLIER = r"(?:(?:上年|去年|上一年|20\d\d年|前年)(?:年?[底末初])?|年初|原来|此前|最初|拟定|原定|初定|原先)"
# 比 alone is none: 复议诉讼比3.97:1
PAST = lazy_re(
    rf"(?:(?:由|从|较){_EARLIER}?|[将把](?:原有|原来)?的?|比{_EARLIER}|[由从](?:每[\u4e00-\u9fff]{{1,4}}){{1,2}})的?(?:平均)?\s?$"
)
# "败诉率6.9%,低于上年的9.4%": what a figure is set against, with nothing behind it that moves.
THAN_EARLIER = lazy_re(
    r"[,，]?(?:略|明显|远)?(?:[相对]比(?:于|较|起)?|相较于?|[多少高低大小好优]于|超过|不及|不如)(?:上年|去年|上一年|20\d\d年)(?:度|同期)?的?"
)
REACHED = lazy_re(
    rf"^\s?(?:大幅|稳步|逐步|进一步|小幅|快速)?(?:{_RISE}|{_FALL}|降|升|增|减|压缩|压|下调|上调|调|改|压减|缩短|缩|缩减|调整|扩大|扩充|扩展|拓展|扩|收窄|收回|精简|归并|合并|整合|核减|调减|延长|优化|发展|跃升|攀升|变)(?:到|至|为)\s?"
)

# "比上年的2.47万次减少8900次", "由19个精简到14个", "将71项检查事项合并为26项": what follows tells that the figure was the base.
LEFT = lazy_re(
    rf"{REACHED.pattern}|\s?[^\d,;:。]{{0,4}}(?:{_RISE}|{_FALL})[^\d,;:。]{{0,3}}$|\s?[\u4e00-\u9fff]{{1,10}}[到至成为]\s?$"
)


def change_of(left: str, quantity: Quantity, clause: str) -> str:
    """Tell whether a figure states a change, and in which direction.

    Args:
        left: The words before it that no other figure owns, on one line.
        quantity: The figure.
        clause: Its clause up to it.

    Returns:
        "rise", "fall" or "".
    """
    if not MAY_MOVE.search(left):
        return ""
    match, clause_left = CHANGE.search(left), unwrapped(clause)
    if (
        match
        and (
            match["base"]
            or quantity.unit_class == "percent"
            or match["verb"].startswith(
                "净"
            )  # 公职律师37人,一年净增8人: against the year before, without its name
            or match["verb"].endswith("幅")
            or _BARECHANGE.search(clause_left[:-1] or "")
        )
    ):
        return "rise" if match["rise"] else "fall"
    if more := MORE.search(left):
        return "rise" if more[1] in "多增高" else "fall"
    if match and _ANY_BASE.search(clause_left):
        return "rise" if match["rise"] else "fall"
    return ""
