"""The place above the one spoken of: 全市一共多少, after a district, asks of its city and never of the district.

A city that the library has is asked; one that it lacks is refused by name. Knows places by the metadata of their reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.question.single.reading import Reading
from qa.types import ReportMeta

# "全市一共多少", "刚才全市的满意率", "全市2024年败诉率呢"; a district tells 在全市排第几, 全市第一, 全市平均 itself.
_STANDING = "第|排|前[列茅几一二三四五六七八九十位]|最|唯一|首[个家批次创例]|先进|平均|均值|领先|名列|位[列居次]|之[首最冠]"
_ABOVE = lazy_re(
    r"(?:那么?|再看看?|回到|刚才|刚刚|之前|前面|上面|(?:20)?\d\d年(?:的)?|,|\s)*(?:整个)?全?(?P<level>[市州盟])"
    rf"(?:(?:里|范围内?)?(?:的|呢|一共|总共|总数|总计|合计|共|加起来|(?:是|有)?多少)|(?<=全.)(?:20\d\d年)?(?!{_STANDING}|本级|各|哪|所有|都|呈))"
)
# "汛期转移的群众全市有多少": the city stands last.
_LAST = lazy_re(
    r"(?<![在占比较跟和与于到据])全(?P<level>[市州盟])(?:里|范围内?)?(?:一共|总共|总计|合计|共|的?总数|加起来)?(?:是|有)?(?:多少|几[件个家起次名人万]|呢)[^,，。]{0,3}[?。!]*$"
)
# "那全市受理多少", "全市2024年败诉率呢": a figure of the city; not 全市平均, nor the rank in it.
_ASKED_OF = lazy_re(
    r"(?:那么?|再看看?|,|\s)*(?:整个)?全(?P<level>[市州盟])(?![^,。?]*(?:排|第|前|名次|位[居列]|平均|占|哪|谁|[各每]))"
    r"[^,。?]{1,14}?(?:多少|几(?=[件人次名个起家宗场条项户份万])|呢)"
)
# "天等在全市占多少", "占全市的多少"
_IN_CITY = lazy_re(r"(?:在|占)(?:了|到)?(?:整个)?全(?P<level>[市州盟])")
_EVERYWHERE = lazy_re(r"全[市州盟]")
_BELOW = ("区", "县", "旗")


def going_up(reading: Reading, metas: Sequence[ReportMeta]) -> Reading:
    """Ask the city that a turn goes up to from a district or county of it.

    Args:
        reading: A turn, with what the conversation lends it.
        metas: Reports that may answer.

    Returns:
        The turn asked of the city, which is missing where the library has no report of it; the same where none is meant.
    """
    if (within := _within_city(reading, metas)) is not None:
        return within
    city = _above(reading, metas)
    if not city:
        return reading
    held = any(meta.place == city for meta in metas)
    places, missing = ((city,), ()) if held else ((), (city,))
    offer = () if held else reading.places
    scope = replace(reading.scope, places=places, missing=missing, missing_as=missing, offer=offer)
    gone_up = replace(reading, scope=scope, places=places)
    if not held:
        return gone_up
    recent = (*(place for place in reading.recent if place != city), city)
    return replace(gone_up, recent=recent, spoken=(*reading.spoken, (city, reading.years)), paired=False)


def told_by(reading: Reading, metas: Sequence[ReportMeta]) -> Reading:
    """Remember the city whose report tells of the places inside that a turn names: 丙区呢, 哪个多, 全市呢 go on from it.

    Args:
        reading: A turn, with what the conversation lends it.
        metas: Reports that may answer.

    Returns:
        The turn with that city among the places spoken of; the same where it names places with reports, or no one city has all.
    """
    if reading.places or not reading.scope.missing:
        return reading
    above = [{place.parent for place in gazetteer().named(name)} for name in reading.scope.missing]
    cities = set.intersection(*above) & {meta.place for meta in metas}
    if len(cities) != 1 or cities & {*reading.recent}:
        return reading
    return replace(reading, recent=(*reading.recent, *cities))


def naming_city(previous: Reading, own: Reading, metas: Sequence[ReportMeta]) -> Reading:
    """Name the city in a turn that goes up to it from its districts, so that the turns behind it may speak of it too.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        metas: Reports of the library.

    Returns:
        The turn with the city named; the same where none is meant, or where the library has no report of it.
    """
    if own.all_places or own.scope.missing or own.scope.inner or own.intent.combine == "share":
        return own
    asked = replace(own, places=own.places or previous.places, follow_up=True)
    city = _above(asked, metas)
    if not city or not any(meta.place == city for meta in metas):
        return own
    return replace(own, scope=replace(own.scope, places=(city,)), places=(city,), recent=(city,))


def _within_city(reading: Reading, metas: Sequence[ReportMeta]) -> Reading | None:
    """Ask the city's report for the share of one of its counties: 天等在全市占多少; None where no such share is asked."""
    asked = _IN_CITY.search(reading.question) if reading.intent.combine == "share" else None
    if asked is None or len(reading.places) != 1 or reading.scope.inner or not reading.terms:
        return None
    county = reading.places[0]
    city = next((meta.parent for meta in metas if meta.place == county and county.endswith(_BELOW)), "")
    if not city.endswith(asked["level"]) or not any(meta.place == city for meta in metas):
        return None
    scope = replace(reading.scope, places=(city,), inner=(county,))
    terms = tuple(t for t in reading.terms if not _EVERYWHERE.fullmatch(t.text))
    return replace(reading, scope=scope, places=(city,), terms=terms)


def _above(reading: Reading, metas: Sequence[ReportMeta]) -> str:
    """Name the city, or "" where the turn asks of none, or where the reports do not name one for all places spoken of."""
    question = reading.question
    asked = _ABOVE.match(question) or _ASKED_OF.match(question) or _LAST.search(question)
    if asked is None or not reading.follow_up or reading.scope.places or not reading.places:
        return ""
    inside = [place for place in reading.places if place.endswith(_BELOW)]
    above = {meta.parent for meta in metas if meta.place in inside}
    city = above.pop() if len(above) == 1 else ""
    if not set(reading.places) <= {*inside, city}:
        return ""  # 全市 of a county-level city is that city
    return city if city.endswith(asked["level"]) else ""
