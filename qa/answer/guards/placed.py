"""The place inside a report's place that a figure is of, by the words before it: 甲县358件,乙县241件; 某县最少,为39件."""

from __future__ import annotations

import re

from qa.ledger.mention import Mention
from qa.patterns import in_question, lazy_re
from qa.places import gazetteer
from qa.question.conversation.inside import COUNTY, TOWN
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.scored import put_first
from qa.text import fold

# "其中甲县358件", "某县最少,为39件": what stands between the figure before and this one begins with a place.
_LEAD = r"其中|如|以|尤其是|特别是|其次(?:是|为)?|再次(?:是|为)?|最[多少高低]的(?:是|为)|居前[一二三四五两]位的(?:是|为)"
_HEAD = lazy_re(rf"[\s,、;:和及与]*(?:{_LEAD})?[:,]?(?P<name>[\u4e00-\u9fff]{{1,9}}?(?:自治县|[区县市旗]))")
# "其中甲街道207件、乙镇118件", "其次是丙镇58件"
_TOWN_HEAD = lazy_re(
    rf"[\s,、;:和及与]*(?:{_LEAD}|排?第[一二三四五](?:位|名)?的?(?:是|为))?[:,]?"
    r"(?P<name>[\u4e00-\u9fff]{1,5}?(?:街道|苏木|镇|乡))(?![镇乡街村级])"
)
_NO_TOWN = lazy_re(
    r"^(?:街道|苏木|镇街|[^,]*[和与及]|各|全|每|个|[一二三四五六七八九十两几多]+(?:个|(?=街道|苏木|镇|乡))|所有|部分|其他|有关|相关|乡|镇|区|县|市|由|在|向|对|等|共|累计|(?:审[查核]|[办处受]理|完成|新[增建设]|设立|建成|组织|开展|指导|覆盖))"
)
# "其中市政府316件": the place's own offices, where they are asked for beside the places inside.
_OWN_HEAD = lazy_re(r"[\s,、;:]*(?:其中)?[:,]?(?P<name>[市区县州旗盟](?:政府|本级))(?!各?部门)")
# "各县(市、区)新收案件情况:某区142件": what leads the list in is no place
_LED_IN = lazy_re(r"^[^:]*(?:情况|如下|分别为?|依次为?|其中|分布):")
# "居前三位的是甲镇118件、乙镇96件", "其次是丙镇58件"
_LED_TO = lazy_re(r"^[^,]*(?:的|依次|分别|其次|然后|接着)(?:是|为)")
_INNER = lazy_re(r"(?:其中|如|以)?([\u4e00-\u9fff]{1,3}[区县市])(?!局|委|长|政府|司法|级|域)")
_STEM = 2  # characters of a name without its ending
_BARE = 2  # characters of a clause that holds no more than the figure's verb
_TOWN_NAME = lazy_re(r"(?:街道|苏木|镇|乡)$")
_COUNTY_NAME = lazy_re(r"[区县市旗]$")


def words_before(mention: Mention, report: PreparedReport) -> str:
    """Give what stands between the figure before and this one.

    Args:
        mention: A figure.
        report: Its report.

    Returns:
        The words, of the last of several sentences alone.
    """
    ends = [m.quantity.end for m in report.mentions if m.sentence == mention.sentence]
    start = max((end for end in ends if end <= mention.quantity.start), default=0)
    words = report.folded[mention.sentence][start : mention.quantity.start]
    return re.split(r"[。;]", words)[-1]


def place_ahead(mention: Mention, report: PreparedReport, kind: str, *, itself: bool) -> str:
    """Name the place inside the report's place that a figure is of.

    Args:
        mention: A figure.
        report: Its report.
        kind: Kind of the places inside (``qa.question.conversation.inside``).
        itself: Whether the place's own offices count as one.

    Returns:
        The name, or "".
    """
    if kind == TOWN and (shared := _in_turn(mention, report)):
        return shared
    clauses = words_before(mention, report).split(",")
    if len(clauses) > 1 and len(clauses[-1]) <= _BARE:
        clauses.pop()  # 某县最少,为39件
    clauses[-1] = _LED_TO.sub("", _LED_IN.sub("", clauses[-1]))
    if itself and (own := _OWN_HEAD.match(clauses[-1])):
        return own["name"]
    if kind == TOWN:
        town = _TOWN_HEAD.match(clauses[-1])
        return town["name"] if town and not _NO_TOWN.match(town["name"]) else ""
    match = _HEAD.match(clauses[-1])
    meta = report.report.meta
    above = {meta.place, meta.parent} if meta.level == "department" else {meta.place}
    if match and any(above & {p.parent, p.province} for p in gazetteer().named(match["name"])):
        return match["name"]
    return ""


def _in_turn(mention: Mention, report: PreparedReport) -> str:
    """Name the town to which a figure of a row falls: 874件 of 甲镇、乙镇分别调解1126件、874件 is that of 乙镇."""
    text = report.folded[mention.sentence]
    if not (mention.zones and "分别" in text[: mention.quantity.start]):
        return ""
    town = _TOWN_HEAD.match(mention.zones[0][1])
    if town is None or _NO_TOWN.match(town["name"]):
        return ""
    return town["name"] if f"{town['name']}、" in text or f"、{town['name']}" in text else ""


_THING = {
    TOWN: lazy_re(r"(?!乡镇|各|镇街)[\u4e00-\u9fff]{1,6}?(?:街道|镇|乡)"),
    COUNTY: lazy_re(r"(?!区县|县区|各)[\u4e00-\u9fff]{1,4}?(?:[县旗市]|(?<![社园小景辖校山地])区)"),
}
# "三镇以外的8个乡镇合计仅办案19件", "其余14个乡镇一共查办62件": of all but those that are named
_OF_OTHERS = lazy_re(
    r"(?:以外|之外|除外|其余|其他|其它|剩余|剩下)的?(?:各|\d+个?)?(?:乡镇|镇街|街道|县市区|县区|区县|[镇乡县区市旗])[^,;。]*$"
)


def is_of_another_place(scored: ScoredMention, query: Query) -> bool:
    """Tell whether another place inside stands before a figure than the one that a question requires.

    Args:
        scored: The figure.
        query: The question.

    Returns:
        Whether its own words begin with a county or town that is not asked for, however near the asked one stands.
    """
    for term in query.terms:
        if not term.required:
            continue
        kind = TOWN if _TOWN_NAME.search(term.text) else COUNTY if _COUNTY_NAME.search(term.text) else ""
        if kind and _OF_OTHERS.search(
            scored.report.folded[scored.mention.sentence][: scored.mention.quantity.start]
        ):
            return True
        if kind == COUNTY and _names_landmark(term, scored.report.folded[scored.mention.sentence]):
            return True
        thing = fold(scored.mention.thing)
        if kind and _THING[kind].match(thing) and not any(form in thing for form, _ in term.forms):
            return True  # 甲镇、乙镇分别查办31起、45起
        ahead = kind and place_ahead(scored.mention, scored.report, kind, itself=False)
        if ahead and not any(form in ahead for form, _ in term.forms):
            return True  # the asked one may stand there without its ending
    return False


# "某山景区", where 某区 is asked for: what bears the stem of a county's name is no county.
_LANDMARK = lazy_re(
    r"(?:新|老|古|南|北|东|西|大|小)?(?:[山湖河江海岛岭峰沟泉寺庙塔楼桥关]|水库|景区|古[城镇]|公园|大道|[路街](?!道)|机场|高[铁速]"
    r"|[大中小]学|学院|医院|森林|湿地|风景)"
)


def _names_landmark(term: Term, text: str) -> bool:
    """Tell whether a sentence holds the stem of a county's name only in names of hills, waters, roads and schools."""
    stem = term.text[:-1]
    if term.text in text or len(stem) < _STEM or stem not in {form for form, _ in term.forms}:
        return False
    found = [match.end() for match in re.finditer(re.escape(stem), text)]
    return bool(found) and all(_LANDMARK.match(text, end) for end in found)


# "13个乡镇(街道)综合行政执法队承接执法事项77项,全年办理行政处罚案件418件": the townships together, and not the county.
_TOWNSHIPS = lazy_re(r"^(?:全[市区县旗])?(?:各|\d+个)(?:乡镇|镇街|街道|镇|乡)(?!村)[^;]*$")
_TOWNSHIPS_ASKED = lazy_re(r"乡|镇|街道|基层|综合行?政?执法")
_LOOKED_AT, _AS_WELL = (
    4,
    0.95,
)  # figures behind the best, and the share of its own words that the whole's must hold


def townships_last(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the figure of the whole before one of all its townships together, where the question names no township.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or in_question(_TOWNSHIPS_ASKED, query.content) or not _of_townships(ranked[0]):
        return ranked
    best = ranked[0]
    whole = next(
        (
            s
            for s in ranked[1:_LOOKED_AT]
            if s.mention.quantity.unit == best.mention.quantity.unit
            and s.own >= _AS_WELL * best.own
            and not (s.mention.part or s.mention.past or s.mention.row or _of_townships(s))
        ),
        None,
    )
    return put_first(whole, ranked) if whole is not None else ranked


def _of_townships(scored: ScoredMention) -> bool:
    """Tell whether the sentence of a figure begins with the townships, and nothing new up to it."""
    told = scored.report.folded[scored.sentence][: scored.mention.quantity.start]
    return _TOWNSHIPS.search(told) is not None and not scored.mention.part


def named_inside(scored: ScoredMention) -> str:
    """Name the county of the report's city that the words of a figure begin with.

    Args:
        scored: A figure.

    Returns:
        召陵区 of 召陵区行政诉讼败诉率, or "".
    """
    match = _INNER.match(scored.mention.label)
    place = scored.report.report.meta.place
    if match is None or match[1] in place:
        return ""
    inside = any(place in {above.parent, above.province} for above in gazetteer().named(match[1]))
    return match[1] if inside else ""
