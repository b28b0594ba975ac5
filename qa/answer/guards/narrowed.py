"""Words at a figure that narrow what it counts, though the question does not narrow: 骨干, 上年结转, 新申领, 乡镇's own.

Such a figure gives way to the whole's, and beside figures of wholes it is another thing. Knows nothing of reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.ledger.mention import LEAD
from qa.matching import overlap
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.scored import ScoredMention
from qa.text import fold

# What stands in a figure's own words ("选树“法律明白人”骨干652名", "上年结转18件", "年内新申领行政执法证件138人").
_NARROW = lazy_re(
    r"骨干|后评估|诉前|结转|纠正|纠错(?!率)|(?<!并)(?<!并报)(?<!报送)备案(?!率)|小程序|掌上|线上(?!培训|学习)|一般程序|普通程序|简易程序|新(?=申领|办|领|取|发证|考|培育|培养|增|聘|任)|换发|换证|注销|首批|首次|优秀|"
    r"不合格|典型|涉[外俄港台侨]|遗嘱|遗赠|继承权?公证|老人|老年人|上门|涉农(?!民)|涉企|涉税|农民工|未成年|残疾|老年|妇女|军人|改造|翻新|修缮|讨薪|欠薪|民事|刑事|非诉|疑难|特大|异地|试点|驳回|撤回|不予|免予|减轻|从轻|累计(?:接收|解除)|行业性|专业性|模拟|拟"
)
# "乡镇(街道)办理行政处罚案件612件": a level below, at the head of the words.
_BELOW = lazy_re(
    r"^(?:其中)?(?:\d+个)?(?:乡镇|镇街|街镇|[镇乡]\((?:街道|街|镇|乡)\)|街道)(?!和|、|与|及|党委|主要)"
)
# "21个乡镇(街道)综合行政执法队承接执法事项83项,全年办理行政处罚案件618件": the subject of the sentence is a level below.
_TEAMS = lazy_re(r"[^,;:。\s]{2,16}(?:执法(?:大|中)?队|执法中心|执法所)")
# "对安全生产违法行为实施行政处罚88件", "在执法环节化解矛盾纠纷276起": a field or a step at the head of the words.
_SCOPED = lazy_re(
    r"^(?:其中|全年|共)*(?:在|对|就|针对|围绕|聚焦)(?P<scope>[^,;。\d]{2,14}?)(?:违法违规行为|违法行为|违法案件|领域|环节|行业|方面)"
)
# "个别县行政诉讼败诉率仍在15%以上": of some that nobody names, and never of the place
_SOME = lazy_re(
    r"^(?:[一二三四五六七八九十]是|其中)?(?:个别|部分|少数|有的|一些|某些)(?:县市区|县区|[县区市州旗]|乡镇|镇街|街道|地方|地区|部门|单位)"
)
_ANY_SCOPE = lazy_re(r"各|重点|所有|全部|相关|有关|行政|执法领域|关键|民生|主要")
# Matters of which a figure bears one: 公平竞争审查 for 合法性审查, 行政调解 for 人民调解, 劳动仲裁 beside 人民调解.
_DISPUTES = ("人民调解", "行政调解", "仲裁", "复议", "诉讼")
_FAMILIES = (
    ("公平竞争", "备案审查", "合法性"),
    _DISPUTES,
    ("行政处罚", "行政许可", "行政强制"),
    ("人大代表", "政协"),
)
_NAMED = 0.75  # forms that stand for a term no worse than so are what is asked
_ROOM = 8  # characters of the noun behind a unit


# "其中涉农民工讨薪案件587件" is what 农民工 asks for.
_SAME = {"讨薪": "农民工", "欠薪": "农民工", "农民工": "薪"}


def narrowing(scored: ScoredMention, *, below: bool = True) -> frozenset[str]:
    """Find the words that narrow a figure and that the question does not hold.

    Args:
        scored: A figure with the terms of the question.
        below: Whether a level below counts as one.

    Returns:
        The words.
    """
    mention = scored.mention
    own = fold(f"{mention.label}|{mention.noun[:_ROOM]}")
    asked = "|".join(form for term in scored.terms for form, _ in (*term.forms, (term.text, 1.0)))
    found = {m[0] for m in _NARROW.finditer(own) if m[0] not in asked and _SAME.get(m[0], m[0]) not in asked}
    if (
        (scoped := _SCOPED.match(own))
        and not _ANY_SCOPE.search(scoped["scope"])
        and overlap(scoped["scope"], asked) == 0
    ):
        found.add(scoped["scope"])
    found |= _other_matters(scored) | ({"参与"} if assists(scored) else set())
    if below and not re.search("[镇乡街]", asked):
        teams = (words for weight, words in mention.zones if weight == LEAD and _TEAMS.fullmatch(words))
        level = next(filter(None, map(_BELOW.match, (own, *teams))), None)
        found |= {level[0]} if level else set()
    return frozenset(found)


def of_other_matter(scored: ScoredMention) -> bool:
    """Tell whether a figure is of another matter than the question names: 行政复议…调解67件 for 调解, 因信息公开败诉6件.

    Args:
        scored: A figure with the terms of the question.

    Returns:
        True where its own words, or those it leans on, name another one and not the one asked.
    """
    words, rate = scored.words, scored.mention.quantity.unit_class == "percent"
    some = _SOME.match(words.label) if rate else None
    if some or words.cause:
        asked = "|".join(t.text + "|" + "|".join(form for form, _ in t.forms) for t in scored.terms)
        if some:
            return some[0] not in asked
        if not overlap(words.cause, asked) and words.cause not in asked:
            return True
    if rate:
        return False  # 复议败诉率 is said of suits too; rates are told apart by their names
    return bool(_of_families(scored, (_DISPUTES,), scored.terms))


def assists(scored: ScoredMention) -> bool:
    """Tell whether a figure counts what was done beside others, and the question does not ask that.

    Args:
        scored: A figure with the terms of the question.

    Returns:
        True for 法律顾问参与调解矛盾纠纷402件, where 调解 is asked.
    """
    asked = any(_BESIDE.search(term.text) for term in scored.terms)
    return _BESIDE.match(scored.words.label) is not None and not asked


_BESIDE = lazy_re(r"(?:共|累计|全年)*(?:参与|协助)(?=调解|化解|调处|处置|处理|办理|审理|排查)")


def _of_families(
    scored: ScoredMention, families: Sequence[tuple[str, ...]], terms: Sequence[Term]
) -> set[str]:
    """Find the matters of families that the words of a figure name where the question names another one."""
    named = scored.words.led.replace("非诉讼", "")  # 把非诉讼纠纷解决机制挺在前面,建立调解工作室232个
    if any("人民调解" in t.text for t in terms):
        named = named.replace("行政争议", "复议")  # 行政争议调解中心…调处成功48件 settles none of 人民调解
    families = [family for family in families if any(matter in named for matter in family)]
    if not families:
        return set()
    found: set[str] = set()
    asked = "|".join(t.text + "|" + "|".join(f for f, weight in t.forms if weight >= _NAMED) for t in terms)
    asked += "|人民调解" * any(t.text == "调解" for t in terms)  # 调解了多少件: of no suit and no review
    for family in families:
        wanted = [matter for matter in family if matter in asked]
        if wanted and not any(matter in named for matter in wanted):
            found.update(matter for matter in family if matter in named)
    return found


def _other_matters(scored: ScoredMention) -> set[str]:
    """Find the matter that the words of a figure name where the question names another of its kind."""
    found = _of_families(scored, _FAMILIES, scored.terms)
    asked, named = "|".join(t.text for t in scored.terms), scored.words.led
    if "案卷" in scored.mention.label and "卷" not in asked:
        found.add("案卷")  # 评查行政处罚案卷132件
    if "调解" in asked and "仲裁" in named and "仲裁" not in asked:
        found.add("仲裁")  # 劳动仲裁机构处理案件735件,调解成功率68.4%
    return found
