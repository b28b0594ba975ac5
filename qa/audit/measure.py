"""What a figure measures, as a key: two figures are held against each other only where their keys are equal, word for word.

A key leaves out what only dates a figure or links it, and keeps who counts (市本级, 区司法局), the stage (受理, 审结) and
everything else; a short name (审结) leans on the topic of its sentence. Cumulative, partial and dated figures have none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.audit.figures import COUNTED, Figure
from qa.ledger.directions import PAST, REACHED
from qa.patterns import lazy_re
from qa.text import fold

# words that date a figure or link it; what is left says what is counted
_DATED = lazy_re(r"20\d\d年度?|全年度?|今年|本年度?|一年来|年内|我[市区县州省旗镇]")
_YEAR = lazy_re(r"(20\d\d)年")
_LINKS = lazy_re(
    r"^(?:共|共计|总计|合计|已|已经|均|并|同时|其中|[,、(:])+|(?:共|共计|总数|数量?|为|是|达到?|的)+$"
)
# 上半年, 截至11月底, 八五普法以来: another span of time than the year
_OTHER_TIME = lazy_re(r"累计|以来|上半年|下半年|季度|截至|截止|月|日均|历史|五年|三年|十四五|目前")
_TOPIC = lazy_re(
    r"行政复议|复议|一审行政诉讼|行政诉讼|行政应诉|法律援助|人民调解|行政处罚|行政许可|信访|公证|司法鉴定|仲裁|社区矫正"
)
# Who or where: a name before the count makes it another count
_ACTOR = lazy_re(
    r"本级|[镇乡村局厅]|街道|社区|开发区|高新区|法院|检察院|医院|(?:司法|派出|事务|研究)所|办公室|[市区县]委|中心|[大支]队|公司|机构|工作室|"
    r"工作站|监测站|协会|大学|学校|[科股]室|处室"
)
# what may open a sentence before its subject: (1), 一是, 2024年,
_OPENING = lazy_re(
    r"^(?:[(]?[\d一二三四五六七八九十]+[)、.]|[一二三四五六七八九十]是|20\d\d年度?,?|全年,?|[#,、\s])+"
)
_HAN = lazy_re(r"[\u4e00-\u9fff]")
_RATE = lazy_re(r"败诉率|(?:行政机关)?负责人出庭(?:应诉)?率")  # of 行政诉讼 alone, whatever stands before
_SHORT = 4  # Han characters; 入企检查 says enough where it opens its sentence
_LONG = 6  # Han characters; a shorter name does not say by itself what is counted


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures.

    Attributes:
        words: Its own words, dates and links left out.
        topic: Topic of its sentence where its words are short, else "".
        unit: Class of its unit.
        whole: 全市, 全区 ..., or "".
    """

    words: str
    topic: str
    unit: str
    whole: str


def measure_of(figure: Figure, earlier: list[Figure]) -> Measure | None:
    """Name what a figure measures, or None where its words do not say it.

    Args:
        figure: A figure.
        earlier: Figures before it in the sentence.

    Returns:
        The key.
    """
    if figure.unit_class not in (*COUNTED, "percent", "money", "ratio") or figure.part:
        return None
    if figure.mention.holder:
        return None  # of a place inside: 1.甲区…全区办理案件2418件; 2.乙区…全区办理案件3374件
    told = figure.label + figure.noun
    if any(int(year) != figure.report.meta.year for year in _YEAR.findall(PAST.sub("", _lead(figure)))):
        return None
    if "分别" in told or "其中" in figure.before or _OTHER_TIME.search(told):
        return None
    words = PAST.sub("", REACHED.sub("", figure.words))
    words = _LINKS.sub("", _DATED.sub("", _LINKS.sub("", words)))
    whole = re.match(r"全[市区县州省旗镇]", words)
    if whole:
        words = words[2:]
    if len(_HAN.findall(words)) < 2:
        return None
    topic = ""
    if len(_HAN.findall(words)) < _LONG:
        topic = "" if _RATE.fullmatch(words) else _topic(figure, earlier)
        short = len(_HAN.findall(words)) < _SHORT or not stands_alone(figure)
        if not topic and short and not _RATE.fullmatch(words):
            return None
    return Measure(words, topic, figure.unit_class, whole[0] if whole else "")


def stands_alone(figure: Figure) -> bool:
    """Tell whether nothing before a figure can make it one of something narrower: 汽车:年产能力…, 某局:审查合同….

    Args:
        figure: A figure.

    Returns:
        True where its words open the sentence, dates aside, and neither they nor the sentence's item name an office or place.
    """
    lead = _lead(figure)
    opens = _OPENING.sub("", lead) == _OPENING.sub("", figure.label)
    return opens and not _ACTOR.search(lead) and not _ACTOR.search(figure.sentence.lead)


def _lead(figure: Figure) -> str:
    """Give all of the sentence up to a figure, folded, without blanks."""
    return "".join(fold(figure.sentence.text[: figure.quantity.start]).split())


def _topic(figure: Figure, earlier: list[Figure]) -> str:
    """Name the topic of the segment: the last one that a figure before it names, or its own."""
    for other in (figure, *reversed(earlier)):
        if other.segment != figure.segment:
            break
        found = _TOPIC.findall(other.label + other.noun)
        if found:
            return str(found[-1]) if len(set(found)) == 1 else ""
    return ""
