"""Whose part a figure counts, and what is said of it once for several: 其中市本级受理256件、审结239件.

Knows nothing of zones; what is found here is weighed by ``qa.ledger.observe``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qa.ledger.directions import THAN_EARLIER
from qa.ledger.mention import Mention
from qa.ledger.wording import folded
from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.quantity import Quantity
from qa.types import Sentence

# "其中市本级受理256件、审结239件": the second figure is of 市本级 as well.
_HOLDER = lazy_re(
    r"其中[,、]?([\u4e00-\u9fff]{0,4}(?:本级|市直|区直|县直|省直|直属|街道|系统|[\u4e00-\u9fff][区县市旗镇乡](?![长级委域直场民]))"
    r"|[\u4e00-\u9fff]{0,9}(?:管理|监管|执法|审计|公安|生态环境|住建|交通运输)(?:局|委|大队))"
)
OWN_LEVEL = lazy_re(r"[,、]?([省市区县州][局委厅]?本级)")
_LEVEL = lazy_re(r"(?:各)?(?:县|区|市|乡|镇|街道)(?:[（(、市区县镇街道乡]|级|直|$)")
_HELD_ON = lazy_re(r"[、\s和及]{1,2}[^,;:。、\d]{2,5}")
_COUNTED_BODIES = frozenset({"个", "家", "所"})
_BOUNDS = frozenset({"以上", "以下"})
_NAMED = "一次办"
_DATE = 8  # characters of "(2023年度:"
# 配备2名以上工作人员的11个, 罚款1万元以上的案件33件
_ATTRIBUTE = lazy_re(r"[^,;:。、]{0,12}的[^,;:。、的]{0,6}")
# 45岁以上人员占58%: of whom the share is
_SPANS, _OF_AGE = frozenset({"岁", "周岁", "年"}), lazy_re(r"[^,;:。、\d]{1,12}")
# "市审计局完成审计项目42个,查出问题金额3.87亿元": who does it is said once.
_SUBJECT = lazy_re(
    r"\s*(?:[一二三四五六七八九]是|其中)?"
    r"((?:全?[省市区县州旗])?[\u4e00-\u9fff]{2,9}?(?:局|委|法院|检察院|机关|机构|部门|大队|支队|中心))(?![\u4e00-\u9fff]{0,4}[、和])"
)
# "21个乡镇(街道)综合行政执法队承接执法事项83项,全年办理行政处罚案件618件": the teams of the towns do both.
_TEAMS = lazy_re(
    r"\s*(?:全?[省市区县州旗]|各)?(?:\d+个|各)?((?:乡镇|镇街|街镇|[镇乡]\((?:街道|街|镇|乡)\)|乡镇\(街道\)|街道)"
    r"[\u4e00-\u9fff]{0,8}?(?:执法(?:大|中)?队|执法中心|执法所))"
)
# A sentence that says nothing of what it counts: its topic is that of the sentence before it.
_GOES_BACK = lazy_re(
    r"(?:其中|上述|以上|此类|这些|其余|(?:加上|连同)(?:上年|去年|往年)?结转|[从分按][^,;。\d]{1,6}[看分]"
    r"|[^,;。\d]{0,10}(?:的)?(?:案件|人员|企业|事项|问题|纠纷)(?:之)?中[,，])"
    r"|(?:年末|年底|期末|目前|全年|已|尚有?|现有)*"
    r"(?:未结|在办|审结|办结|受理|立案|移送|采纳|整改到位|完成|结转)\d+[^,;。\d]{1,3}。?$"
)
_BEGUN = lazy_re(
    r"[\s(（]*[\d一二三四五六七八九十]*[\s.．、)）]*是?(?P<name>[\u4e00-\u9fff]{1,8}?(?:自治县|[区县市旗]))(?![场级域直内长、和与及跟])"
)
_FIGURES = lazy_re(r"[\d.,%]+")


def named_holder(left: str) -> str:
    """Name the part that the words before a figure begin: 市本级 of 其中市本级受理.

    Args:
        left: The words before a figure, unwrapped.

    Returns:
        The part, or "".
    """
    named = ("其中" in left and _HOLDER.search(left)) or ("本级" in left and OWN_LEVEL.match(left))
    return named[1] if named else ""


@lru_cache(maxsize=4096)
def place_inside(heading: str, place: str) -> str:
    """Name the place inside a place that a heading begins with.

    Args:
        heading: A heading with its number.
        place: The report's place.

    Returns:
        Such as 某区 for ``3.某区推进涉农执法改革`` in the report of its city; "" where it begins with none.
    """
    begun = _BEGUN.match(heading)
    if begun is None or begun["name"] == place:
        return ""
    return begun["name"] if any(p.parent == place for p in gazetteer().named(begun["name"])) else ""


def goes_on(left: str, between: str) -> bool:
    """Tell whether a figure goes on with the part of the figure before it.

    Args:
        left: The words before the figure.
        between: All that stands between the two figures.

    Returns:
        True for 、审结, False for a clause or a level of its own (县(区)).
    """
    return _HELD_ON.fullmatch(between) is not None and not _LEVEL.match(left.lstrip("、,和及 "))


# "28个行政部门和17个镇完成": the noun before 和 is of the figure before it.
_COORDINATED = lazy_re(r"[^,;:。、\d(（]{2,16}(?:以及|和|及|(?<![参给赋授])与)")
_JOINT_ENDS = frozenset("和及与")  # what stands right before the second: before most figures stands none


def owned_from(text: str, quantities: Sequence[Quantity], position: int) -> int:
    """Find where the words before a figure begin: behind the figure before it, unless that only limits what is counted.

    Args:
        text: A folded sentence.
        quantities: Its figures.
        position: Which of them.

    Returns:
        Offset in the text.
    """
    if not position:
        return 0
    before = position - 1
    former = quantities[before]
    limits = former.weak or former.qualifier in _BOUNDS or text.startswith(_NAMED, former.start)
    if not limits and text[quantities[position].start - 1] not in _JOINT_ENDS:
        return former.end  # before most figures
    while before >= 0 and (
        text.startswith(_NAMED, quantities[before].start)
        or (quantities[before].weak and text.startswith("”", quantities[before].end))
    ):
        before -= 1  # “一件事一次办”已上线12个主题, “综合查一次”1126次: a name, no figure
    while before >= 0 and quantities[before].qualifier in _BOUNDS:
        if (
            quantities[before].unit in _SPANS
            and quantities[before + 1].unit == "%"
            and _OF_AGE.fullmatch(text[quantities[before].end : quantities[before + 1].start])
        ):
            before -= 1
            continue
        if not _ATTRIBUTE.fullmatch(text[quantities[before].end : quantities[before + 1].start]):
            break
        before -= 1
    if before < 0:
        return 0
    shared = before == position - 1 and coordinated(text, quantities[before], quantities[position])
    return quantities[position].start if shared else quantities[before].end


def coordinated(text: str, former: Quantity, latter: Quantity) -> bool:
    """Tell whether two figures in a row each have their noun behind them, joined by 和.

    Args:
        text: A folded sentence.
        former: A figure of it.
        latter: The next one.

    Returns:
        True for 28个行政部门和17个镇, 13个“驿站”和4家“加油站”: nothing between them but a noun and 和.
    """
    if not former.unit or not latter.unit or text[latter.start - 1] not in _JOINT_ENDS:
        return False
    return _COORDINATED.fullmatch(text, former.end, latter.start) is not None


# "37个县直部门和15个乡镇负责人提交书面述法报告": each counts some of those who did.
_SOME = r"(?:[省市县区州]直|部门|单位|乡镇|镇街|街道|镇|乡|村|社区|企业|学校|机关)"
_AND_SOME = lazy_re(rf"{_SOME}[^,;:。、\d]{{0,10}}(?:以及|和|及|(?<![参给赋授])与|、)[^,;:。\d]{{0,30}}")
_SOME_BEHIND = lazy_re(rf"{_SOME}(?![^,;:。]{{0,12}}(?:[站室]|中心|顾问|委员会|调委会))")


def are_several(text: str, former: Quantity, latter: Quantity) -> bool:
    """Tell whether two figures count the bodies of one list, so that neither counts all: 对5个乡镇和水务局等7个部门开展督察.

    Args:
        text: A folded sentence.
        former: A figure of it.
        latter: The next one.

    Returns:
        Whether behind both stands what bodies they count, and nothing but names between.
    """
    return (
        latter.unit in _COUNTED_BODIES
        and former.unit in _COUNTED_BODIES
        and _SOME_BEHIND.match(text, latter.end) is not None
        and _AND_SOME.fullmatch(text, former.end, latter.start) is not None
    )


_AGAINST = lazy_re(r"[,，]?(?:较|比)(?:上年|去年|上一年|20\d\d年)(?:同期)?的?")
_BRACKETS = lazy_re(r"[(（][^)）]*[)）]")
_ASIDE = lazy_re(r"[(（](?:(?:20\d\d年度?|上一?年|去年)(?:同期)?[为是]?[:：]?)?")
_OF_BODIES = frozenset({"个", "家", "所", "名", "人"})
_MARKS = frozenset(",;:。、")


def in_brackets(text: str, quantity: Quantity) -> bool:
    """Tell whether a figure stands alone in brackets, so that the next one leans on no such aside: 优秀率33.8%(81宗),合格率97.9%.

    Args:
        text: A folded sentence.
        quantity: The figure.

    Returns:
        Whether it does.
    """
    return text.startswith(")", quantity.end) and text.endswith("(", 0, quantity.start)


def beside_it(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a figure stands alone in brackets behind one of its unit: 侵权案件19件(27件), of the year before.

    Args:
        text: A folded sentence.
        before: The figure before.
        quantity: The figure.

    Returns:
        Whether it does.
    """
    if quantity.unit != before.unit or not quantity.unit or not text.startswith(")", quantity.end):
        return False
    return _ASIDE.fullmatch(text[before.end : quantity.start]) is not None


def of_each(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a figure bounds what each of some has: 仍有6个执法人员不足5人, 3个县败诉率高于15%.

    Args:
        text: A folded sentence.
        before: The figure before.
        quantity: The figure.

    Returns:
        True where it is a bound and the figure before counts bodies or people of the same clause.
    """
    return (
        quantity.qualifier in {"以上", "以下", "超"}
        and before.unit in _OF_BODIES
        and before.end < quantity.start
        and _MARKS.isdisjoint(_BRACKETS.sub("", text[before.end : quantity.start]))
    )


def stands_aside(mention: Mention, before: Mention) -> bool:
    """Tell whether a figure of an earlier year stands in brackets right behind the figure of the same: 19件(上年27件).

    Args:
        mention: The figure.
        before: The figure before it in its sentence.

    Returns:
        Whether it does, in brackets or as what a change is told against: 败诉率10.2%,较上年的13.6%下降3.4个百分点.
    """
    if mention.past and not mention.label and mention.quantity.unit == before.quantity.unit:
        return mention.quantity.start - before.quantity.end <= _DATE  # 1486次(2023年:2237次)
    return (
        mention.past
        and mention.quantity.unit_class == before.quantity.unit_class
        and mention.quantity.start - before.quantity.end - len(mention.label) in (0, 1)
        and (
            mention.label.startswith(("(", "（"))
            or _AGAINST.fullmatch(mention.label) is not None
            or THAN_EARLIER.fullmatch(mention.label) is not None
        )
    )


def subject_of(text: str, start: int) -> str:
    """Name the office that begins the part of a sentence between semicolons in which a clause stands.

    Args:
        text: A folded sentence.
        start: Where the clause starts.

    Returns:
        Such as 市审计局 or 乡镇(街道)综合行政执法队, or "" where none stands before the clause.
    """
    begin = text.rfind(";", 0, start) + 1
    subject = _TEAMS.match(text, begin, start) or _SUBJECT.match(text, begin, start)
    return subject[1] if subject else ""


def topic_before(sentences: Sequence[Sentence], sentence: Sentence) -> str:
    """Give the words of the sentence before one that speaks of no thing of its own: 县区受理的案件中, 年末未结14件.

    Args:
        sentences: The sentences of the report.
        sentence: One of them.

    Returns:
        The words without figures, or "" where the sentence has a topic.
    """
    if not sentence.index or not _GOES_BACK.match(folded(sentence.text)):
        return ""
    before = sentences[sentence.index - 1]
    if before.heading != sentence.heading or before.lead != sentence.lead:
        return ""
    return topic_before(sentences, before) + _FIGURES.sub("", folded(before.text))
