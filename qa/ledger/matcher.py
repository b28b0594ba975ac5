"""Which indicator a figure bears: by its own words, the words that lead it in, and its unit; none rather than a wrong one.

A word of what is counted must stand in the figure's own words, next to the figure; the matter may stand before it in the
sentence, then the own words may say nothing else. Measured in ``docs/design/009-ledger.md``. Knows nothing of reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from qa.ledger.bearing import Bearing, IndicatorWords
from qa.ledger.catalogue import Catalogue
from qa.ledger.mention import Mention
from qa.ledger.wording import MATTER, holds, names_a_matter, residue, rest_of, span_of, spans_of

# Weights as in qa/ledger/observe.py: own words, the sentence before, the topic of the item, the headings.
_OWN, _BEFORE, _PREVIOUS, _TOPIC, _HEADING = 1.0, 0.8, 0.5, 0.5, 0.4
_DISTANCE = (
    0.002  # taken for each character between the matter and the figure, so that the nearer matter wins
)
_LONGER = 0.05  # for each character matched: 一审行政诉讼案件 is more than 行政诉讼案件
_RESIDUE = 0.03  # taken for each own character that nothing explains
_TAIL = 2  # unexplained characters allowed between the last matched word and the figure
_ELSEWHERE = 2  # own characters allowed beside what is counted where the matter stands elsewhere
_SAID = 8  # of the noun behind a unit, so many characters may say that something else is counted
_LEANS = 6  # own characters of an amount (罚款, 罚没款共计) that leans on the cases before it
_LEANING = 4  # own words so short say what is counted only together with those before: 办件, 累计办件
_NEAR_NOUN = 4  # the noun behind a unit names the figure where it begins so soon: 2089名“法律明白人”
_TIE = 0.02
_CLAUSE_END = re.compile(r"[;:。]")

# Words that narrow what is counted: 涉外公证 is no 公证, 农民工法律援助 no 法律援助.
_NARROW = re.compile(
    r"涉企|涉外|涉农|涉税|涉旅|涉茶|涉民|民营|民事|刑事|农民工|未成年|残疾|老年|妇女|军人|讨薪|欠薪|领域(?<=[\u4e00-\u9fff]{2}领域)|新任|首例|首批|首次|优秀|不合格|典型|示范(?!村|社区|户)|线上|网上|"
    r"在线|简易|快速|省级|国家级|州级|跨区域|重点|疑难|重大(?!行政决策|决策|行政执法|执法|事项|合同)|特大|零接触|异地|上门|类(?<![各多]类)|子案|非诉|[省市县州](?:人民)?(?:政府)?本级|占|信息公开|[市县省]级以上|[人案件户村次]均|平均|每[个村人户月]|新冠|"
    r"以[^,]{1,8}名义|试点|联合|专项|模拟|拟|建议|整改|优化|涉海|涉军|涉侨|容缺|就近|村级(?!法律顾问|调解|人民调解)|背景|一般程序|普通程序"
)
# Fields of which a figure is a part: 作出安全生产行政处罚93件. In their own bureau's report (某市生态环境局) they are the whole.
_FIELDS = re.compile(
    r"安全生产|应急管理|生态环境|环境(?:违法|保护|污染)|大气|水污染|食品|药品|医疗|卫生|劳动保障|劳动监察|交通运输|道路运输|治安|消防|燃气|旅游|文化市场|文旅|"
    r"农资|农牧|农业|渔业|水利|水事|林业|林草|草原|草场|林权|边界|城市管理|市场监管|价格|自然资源|国土|土地|建筑|工程建设|房地产|矿产|金融|网络|校外培训|烟草|税务|地理标志|办学(?<!民办学)|校园|工伤"
)
# "向22个乡镇赋予行政处罚权105项", "6个镇(街道)司法所审查…": what is counted are bodies, not what they do.
_BODIES = re.compile(
    r"(?:乡镇|镇街|街镇|镇\(街道\)|乡镇\(街道\)|街道|部门|单位|司法所|[县区市])(?![级委民域直])"
)
_AMONG = ("中有", "中的", "中")  # 败诉案件中有5件系程序违法: some of what is named
# whose rate a bare 纠错率 or 成功率 behind them is
_OF_OTHERS = frozenset("被申请人 消费投诉 投诉举报 合同纠纷 劳动争议 行政调解".split())
_OTHER_CLASSES = frozenset({"event_times", "money"})  # what one leader did, the money of one field
_BODY_UNITS = frozenset({"个", "家", "所"})
_LEADER = re.compile(r"主要负责人|主要领导|党政主要|[区县市镇乡旗州省]长(?!期)|书记|局长|主任|带头")
_RIGHTS = re.compile(r"知识产权|侵犯|侵权|假冒|走私")
_WHOLE = re.compile(r"全[区县市省州旗镇盟]|各|其中")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|\"[^\"]*\"")
_MARKS = frozenset('“《"')
_AND_OTHERS = re.compile(r"[^,;。]{0,20}?等\s?\d*\s?个?(?:部门|领域|单位|方面|行业)|、")


class Context(NamedTuple):
    """The words around a figure; a tuple, for one is made for each figure.

    Attributes:
        before: The folded sentence up to the figure's own words.
        left: Its own words before it.
        noun: The noun behind its unit.
        previous: The sentence before, in the same passage.
        topic: Topic of the item that holds it.
        heading: Headings above it, the nearest last.
        part: Whether it counts a part of another figure.
        narrowed: Whether it leans on a figure that bears no indicator.
        place: Place of the report: its own field narrows nothing.
        rate: Whether the figure is a percentage.
    """

    before: str
    left: str
    noun: str
    previous: str = ""
    topic: str = ""
    heading: str = ""
    part: bool = False
    narrowed: bool = False
    place: str = ""
    rate: bool = False


class IndicatorMatcher:
    """Finds the indicator of a figure; built once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Sort the indicators by the units that they bear.

        Args:
            catalogue: The indicators.
        """
        self.catalogue = catalogue
        self._all = [IndicatorWords.of(one, catalogue) for one in catalogue.indicators]
        self._bearing: dict[tuple[str, str], Bearing] = {}

    def match(self, mention: Mention, context: Context) -> str:
        """Name the indicator that a figure bears.

        Args:
            mention: The figure.
            context: The words around it.

        Returns:
            An id, or "" where none or more than one fits.
        """
        bearing = self._candidates(mention.quantity.unit, mention.quantity.unit_class)
        held = bearing.words_in(f"{context.left}|{context.noun}")
        named = {number for word in held if word in bearing.named_by for number in bearing.named_by[word]}
        if not named or context.left.endswith(_AMONG):
            return ""
        other = _counts_other(mention, context)
        best, second, found = 0.0, 0.0, ""
        fits: dict[frozenset[str], _Fit | None] = {}
        for words in map(bearing.indicators.__getitem__, named):
            score = 0.0 if other is not None and other(words) else _score(words, context, held, fits)
            if score > best:
                best, second, found = score, best, words.indicator.id
            elif score > second:
                second = score
        return found if not second or best - second >= _TIE else ""

    def _candidates(self, unit: str, unit_class: str) -> Bearing:
        """List the indicators that bear a unit, and every word of theirs."""
        key = (unit.lstrip("百千万亿"), unit_class)
        if key not in self._bearing:
            chosen = tuple(w for w in self._all if w.indicator.bears(unit, unit_class))
            self._bearing[key] = Bearing.of(chosen)
        return self._bearing[key]


def _counts_other(mention: Mention, context: Context) -> Callable[[IndicatorWords], bool] | None:
    """Tell of which indicators a figure is none for what it counts: bodies, one leader's deeds, the money of one field."""
    quantity = mention.quantity
    if quantity.unit not in _BODY_UNITS and quantity.unit_class not in _OTHER_CLASSES:
        return None
    segment = _CLAUSE_END.split(context.before)[-1]
    bodies = quantity.unit in _BODY_UNITS and _BODIES.match(context.noun) is not None
    personal = quantity.unit_class == "event_times" and _LEADER.search(segment + context.left) is not None
    # "开展安全生产执法检查672家次,立案处罚29起、罚款120余万元" is a field's, "全县...,其中市场监管局512件,罚没款..." the whole's.
    of_field = (
        quantity.unit_class == "money"
        and len(context.left) <= _LEANS
        and not _WHOLE.search(segment)
        and (_of_field(segment, context.place) or _RIGHTS.search(segment) is not None)
    )
    return lambda words: of_field or (bodies and not words.bodies) or (personal and words.personal)


def _of_field(words: str, place: str, left_over: str = "") -> bool:
    """Tell whether words name a field that is one of several: no quoted one, none of some (…、文旅等部门), not the place's.

    Where some of the words are explained (环境 of 环境违法案件 is not, 违法案件 is), a field counts that is not wholly so.
    """
    bare = words if _MARKS.isdisjoint(words) else _QUOTED.sub("", words)
    return any(
        found[0][:2] not in place
        and not _AND_OTHERS.match(bare, found.end())
        and not (len(bare) == len(left_over) and left_over[found.start() : found.end()].isspace())
        for found in _FIELDS.finditer(bare)
    )


class _Fit(NamedTuple):
    """How found words stand among a figure's own: what they leave over, and how many characters they cover.

    Attributes:
        said: The own words in which an excluded word says that something else is counted.
        before: Words between the unit and the found noun, "" where no noun is near.
        left_over: The words before the figure without the found ones.
        rest: How many of these say something.
        matched: Characters that the found words cover.
    """

    said: str
    before: str
    left_over: str
    rest: int
    matched: int


def _fit(found: frozenset[str], context: Context) -> _Fit | None:
    """Tell how words stand among a figure's own, None where none stands next to the figure."""
    standing = spans_of(context.left, found)
    left, noun = span_of(standing), span_of(spans_of(context.noun, found))
    near = noun is not None and (noun.start <= _NEAR_NOUN or not rest_of(context.left))
    if left is None and not near:
        return None
    if not near and left is not None and len(rest_of(context.left[left.end :])) > _TAIL:
        return None
    left_over = residue(context.left, standing)
    return _Fit(
        f"{context.left}|{context.noun[: noun.end if near and noun else _SAID]}",
        context.noun[: noun.start] if near and noun else "",
        left_over,
        len(rest_of(left_over)),
        (left.chars if left else 0) + (noun.chars if near and noun else 0),
    )


def _score(
    words: IndicatorWords,
    context: Context,
    held: frozenset[str],
    fits: dict[frozenset[str], _Fit | None],
) -> float:
    """Score how well an indicator fits; 0 where it does not. Words that several indicators share are weighed once."""
    excluded = held & words.excludes
    if excluded and any(holds(context.left, word) for word in excluded):
        return 0.0
    about, counts, whole = held & words.about, held & words.counts, held & words.whole
    own = bool(whole or about)
    if not own and context.narrowed:
        return 0.0
    found = about | counts | whole if own else counts
    if found not in fits:
        fits[found] = _fit(found, context)
    fit = fits[found]
    if fit is None or (not own and fit.rest > _ELSEWHERE) or (context.part and fit.rest > _TAIL):
        return 0.0
    if excluded and any(holds(fit.said, word) for word in excluded):
        return 0.0
    if about and about <= counts and not whole and len(context.left) <= _LEANING and words.telling:
        clause = _CLAUSE_END.split(context.before)[-1]  # “高效办成一件事”上线21项,办件5.1万件
        if any(len(word) > _LEANING and word in clause for word in words.telling):
            return 0.0
    if context.rate and any(
        word in _CLAUSE_END.split(context.before)[-1] for word in words.telling if word in _OF_OTHERS
    ):
        return 0.0  # 以我局为被申请人的行政复议案件36件,纠错率3%; 消费投诉举报受理2873件,调解成功率71%
    weight = _OWN if own else _elsewhere(words, context)
    if weight == 0.0 or (fit.before and _NARROW.search(fit.before)):
        return 0.0
    if not fit.left_over.isspace() and (
        _NARROW.search(fit.left_over) or _of_field(context.left, context.place, fit.left_over)
    ):
        return 0.0
    if context.part and (not (whole or counts) or _is_of_another(words, context)):
        return 0.0
    return weight + _LONGER * fit.matched - _RESIDUE * fit.rest


def _is_of_another(words: IndicatorWords, context: Context) -> bool:
    """Tell whether a part is one of another matter: 行政处罚 in "复议案件320件,其中行政处罚210件" counts no penalties."""
    head = [match[0] for match in MATTER.finditer(context.before)]
    return bool(head) and not any(head[-1] in word for word in words.kin)


def _elsewhere(words: IndicatorWords, context: Context) -> float:
    """Weigh the matter where it stands before the figure's own words: in the sentence or the one before, else above it."""
    about = words.about
    for text, weight in ((context.before, _BEFORE), (context.previous, _PREVIOUS)):
        at = -1
        for word in about:
            if word in text:
                at = max(at, text.rfind(word) + len(word))
        if at >= 0:
            clause = _CLAUSE_END.split(text[:at])[-1]
            if any(word in clause or word in text[at:] or word in context.topic for word in words.telling):
                return 0.0  # 以镇政府为被申请人的行政复议案件53宗,已审结47宗
            later = (match[0] for match in MATTER.finditer(text, at))
            if any(not any(matter in word for word in about) for matter in later):
                return 0.0
            return max(weight * 0.7, weight - _DISTANCE * (len(text) - at))
        if names_a_matter(text):
            return 0.0  # the sentence speaks of something else
    for text, weight in ((context.topic, _TOPIC), (context.heading, _HEADING)):
        for word in about:
            if word in text or ("~" in word and holds(text, word)):
                return weight
    return 0.0
