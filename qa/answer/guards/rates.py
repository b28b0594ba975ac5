"""Rates by their names: 调解和解率 is not 直接纠错率, though both stand in one sentence on 行政复议."""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.mention import Mention
from qa.patterns import in_question, lazy_re
from qa.question.words.terms import Term
from qa.text import fold

_NAME = lazy_re(r"([\u4e00-\u9fff]{2,10})(?:率|满意度)(?:分别)?[为达至到约近超是的]*$")
_CONTENT = lazy_re(r"满意度(?:分别)?[为达至到约近超是的]*$")  # 满意度99.7% is no 办结率
_SHARE = lazy_re(r"占[^,;:。\d]{0,8}(?:总数|数|总量|量|案件)的?(?:比例为?)?$")
_ASKED = lazy_re(r"[\u4e00-\u9fff]{2}率(?!先|领|队)|比重|占比|占全|占总")
_CORE = lazy_re(r"([\u4e00-\u9fff]{2})率(?!先|领|队)")
_SAME = 0.5  # how well a form must stand for a term to name its rate too
# What such names begin with and what tells none of them apart.
_COMMON = lazy_re(
    r"复议后?|诉讼|全[市区县省州旗]|行政|案件|综合|平均|总体|整体|年度|全年|保持|实现|控制|稳定|其中"
)


# "直接纠错率": one kind of the rate that is asked for without its kind
_KIND = lazy_re(r"((?:直接|综合|总体)([\u4e00-\u9fff]{2}率))(?:分别)?[为达至到约近超是的]*$")


_ASKED_KIND = lazy_re(r"(直接|综合|总体)[\u4e00-\u9fff]{0,4}?([\u4e00-\u9fff]{2}率)")
# What rates are of, each row one matter: 办复率 is told as 办结率, and never as 办成率 or 满意率. A rate of what no row holds
# may be any.
_MATTERS = {
    core: row
    for row, cores in enumerate(
        (
            "办复 答复 回复 反馈 办结 办理 结案 审结",
            "办成 解决 落实 采纳 转化",
            "满意 好评 认可",
            "合格 通过 及格 达标 优秀 优良",
            "参考 参训 参加 参学 到课",
            "败诉 胜诉",
            "出庭 应诉 出声",
            "纠错 撤销 改变 推翻",
            "化解 成功 调解 和解 调撤",
            "履行 履约 执行 兑现",
            "覆盖 普及 建成",
            "知晓 知悉 熟知",
            "立案 受理 接收",
            "审查 审核 备案 报备",
            "公开 公示",
            "及时 按时 按期 准时",
            "发案 犯罪 再犯",
        )
    )
    for core in cores.split()
}


def kind_of_rate(asked: str, label: str) -> str:
    """Name the kind of a rate that words before a figure say and a question does not: 直接纠错率 for 纠错率.

    Args:
        asked: The words of a question.
        label: The words before a figure.

    Returns:
        The name, or "".
    """
    match = _KIND.search(fold(label))
    return match[1] if match is not None and match[2] in asked and match[1] not in asked else ""


def other_rate(content: str, terms: Sequence[Term], mention: Mention) -> bool:
    """Tell whether a figure is a rate of another name than the one asked for.

    Args:
        content: The question's own words.
        terms: Terms of the question.
        mention: A figure.

    Returns:
        True where the question names a rate in official words (调解和解率), the words of the figure name one (直接纠错率, or
        that of which it is a share), and the two names share no pair of characters.
    """
    asked = in_question(_ASKED, content) and not any(t.everyday for t in terms)
    if not asked or mention.quantity.unit_class != "percent" or mention.change:
        return False
    label = fold(mention.label)
    named, share = _NAME.search(label), _SHARE.match(label)
    if _CONTENT.search(label):
        return _other_name(content, terms, "满意") or _other_matter(content, "满意")
    if named is None and share is None:
        return False
    if named is not None and (_other_name(content, terms, named[1]) or _other_matter(content, named[1])):
        return True
    if _other_kind(content, label):
        return True
    # 乡镇败诉9件,占全县败诉案件的六成: a share of the lost ones is no 败诉率; one of 应办结 is a 办结率
    if share and any(core in share[0] and f"应{core}" not in share[0] for core in _CORE.findall(content)):
        return True
    # 调解和解44件,占审结数的40%: of 调解和解, and no rate of 审结
    words = named[1] if named else mention.zones[0][1] if mention.zones else ""
    own = _pairs(_COMMON.sub("|", words))
    forms = content + "|" + "|".join(form for term in terms for form, _ in term.forms)
    return bool(own) and not own & _pairs(_COMMON.sub("|", forms))


def _other_kind(content: str, label: str) -> bool:
    """Tell whether a question names one kind of a rate and a label another: 综合纠错率, 直接纠错率."""
    asked, said = in_question(_ASKED_KIND, content), _KIND.search(label)
    if asked is None or said is None or asked[2] != said[2]:
        return False
    return (asked[1] == "直接") != said[1].startswith("直接")


def _other_matter(content: str, named: str) -> bool:
    """Tell whether what the one rate asked is of and what the rate named is of are known, and are two matters."""
    cores = {match[1] for match in _CORE.finditer(content)}
    said = _MATTERS.get(named.removesuffix("满意度")[-2:])
    asked = {_MATTERS.get(core) for core in cores}
    return said is not None and len(cores) == 1 and None not in asked and said not in asked


def _other_name(content: str, terms: Sequence[Term], named: str) -> bool:
    """Tell whether no word for what the one rate asked is of stands in the rate named: 败诉率, 出庭应诉率."""
    cores = [match[1] for match in _CORE.finditer(content)]
    if len(cores) != 1 or cores[0] in named:
        return False
    said = [form for t in terms if cores[0] in t.text for form, weight in t.forms if weight >= _SAME]
    return bool(said) and not any((form.removesuffix("率") or form) in named for form in said)


def _pairs(text: str) -> set[str]:
    """List the pairs of neighbouring characters of a text; | parts words."""
    return {text[i : i + 2] for i in range(len(text) - 1) if "|" not in text[i : i + 2]}
