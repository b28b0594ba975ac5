"""Names of offices and places as reports print them: 无锡市江阴市人民政府 -> (无锡市, 江阴市), 人民政府.

Uses the gazetteer where it knows a name and the suffix where it does not. Works on folded text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.places import ZONE_KINDS, gazetteer, stem
from qa.text import HAN

_ZONES = "|".join(kind for kind, _ in ZONE_KINDS)
# Zones and parks of other kinds: 西安综合保税区, 太湖旅游度假区, 九华山风景区, 济南临空经济区; "景区" and "园区" alone are nouns.
_OTHER_ZONE = (
    rf"保税港?区|出口加工区|度假区|风景(?:旅游|名胜)?区|名胜区|旅游(?:开发)?区|(?:示范|实验|试验|合作|经济|功能|集聚|产业|管理|保护|化工)区|"
    rf"(?:工业|产业|科技|化工|物流|软件|农业|经济|创新|创业|创意|高新)园区|(?:化工|能源|产业|工业)基地|片区|(?:科学|科技|生态|知识)城|新城(?!{HAN}{{0,4}}区)|港区|新区"
)
_OTHER_ZONE_NAME = lazy_re(rf"^{HAN}{{2,}}(?:{_OTHER_ZONE})$")
# "黄河三角洲农业高新技术产业示范区": longer than other names.
_LONG_ZONE = lazy_re(rf"{HAN}{{11,16}}?(?:{_OTHER_ZONE})")
# "中国(河南)自由贸易试验区洛阳片区": the one kind whose name holds brackets.
_FREE_TRADE = lazy_re(rf"中国\({HAN}{{2,4}}\)自由贸易试验区(?:{HAN}{{2,6}}?片区)?")
_COUNTY = rf"{_OTHER_ZONE}|自治州|自治县|自治旗|特别行政区|{_ZONES}|新区|管理区|示范区|试验区|合作区|园区|林区|地区|区|县|旗|盟"
# "省级" and "市级" inside a name end none: 某某省级旅游度假区.
_FIRST = lazy_re(rf"(?:国家级?)?{HAN}{{1,10}}?(?:{_COUNTY}|省|市|镇|乡|街道)(?!级)")
_LATER = lazy_re(
    rf"{HAN}{{2,9}}?(?:{_COUNTY}|镇|街道|乡(?=人民政府|政府|$)|市(?=人民政府|政府|{HAN}{{2,5}}[区县]|$))|(?:{_ZONES})"
)
# "我市", "全区", "各镇街", "在县委": no place names. "城市", "社区", "园区": common nouns.
_NO_NAME = lazy_re(
    r"^(?:[我全各本该在为以对按由向从与和及将把经]|坚持|深入|认真|贯彻|持续|推进|加强|关于|做好|开展|国家(?!级))|全[省市区县]|我[省市区县]|"
    r"(?:^|城|社|园|景|库|辖|小|超|上|门|各|县|市|片|山|校|厂|牧|林|灾|湾|港|军|战|选|时|误|禁|特)(?:区|市|县)$"
)
_ZONE_TAIL = lazy_re(
    rf"(?:国家级?)?(?:{_ZONES}|综合保税区|保税区|(?:旅游)?度假区|风景(?:旅游|名胜)?区|工业园区|产业园区|新区)"
)
_BARE_ZONE = lazy_re(
    rf"^(?:国家级?)?(?:{_ZONES}|新区|管理区|(?:综合)?保税港?区|(?:国家级?)?(?:旅游)?度假区|风景(?:旅游|名胜)?区|"
    r"(?:工业|产业|高新|科技|化工|物流)园区|(?:临空|航空港|循环)?经济区|(?:综合)?(?:示范|实验|试验)区)$"
)
# "和兴街道", "向阳镇", "经楼镇" begin like words of a sentence; "和各镇" does not name one.
_TOWNSHIP_NAME = lazy_re(r"^[和向为由从经][^各全我本该其、,]{1,3}(?:街道|镇|乡)$")
_DEPARTMENT = lazy_re(r"(?:局|委员会|委|厅|中心|支队|大队|总队|分局|海关|办公室)$")
# These speak for the whole place, not for a department's own work.
_SPEAKS_FOR_PLACE = lazy_re(
    r"政府(?!国有资产|.{2,}(?:局|委员会|事务办公室)$)|公署|行署|司法|^[省市县区旗]?委(?:员会)?$|[省市县区旗]委|党委|党工委|^(?:开发建设)?管理委员会|管委会|依法治|法治|(?:^|委|会|党政|综合)办公室$|人大|政协|法院|检察院|街道办|办事处"
)
# "国家税务总局江阴市税务局", "第十三师新星市": what stands before the place; a division and its city are one.
_PREFIX = lazy_re(
    r"^(?:中共|中国共产党|国家税务总局|中华人民共和国)|^(?:新疆生产建设)?(?:兵团)?第?[一二三四五六七八九十]{1,3}师(?=.{2,}市)"
)
_RELATIVE = lazy_re(
    r"^[省市县区旗州盟镇乡](?=委|政府|人民政府|司法|依法治|全面|[\u4e00-\u9fff]{1,14}(?:局|委|办|厅|中心)$)"
)


# 义乌市 + 委义乌市人民政府, 洛溪示范区 + 管委会洛溪市人民政府: the body's own name ends the places.
_BODY_FIRST = lazy_re(r"[省市县区旗州盟]?委|管委会|管理委员会|党工委|(?:人民)?政府|行政公署|行署")


# "公安局温江区分局" after the city: the bureau's branch, no place.
_HOLDS_BODY = lazy_re(r"局|委员会|管委会|政府")


class Office(NamedTuple):
    """An office or a place: its places, outermost first, and the body's own name ("" for a bare place)."""

    units: tuple[str, ...]
    body: str

    @property
    def is_department(self) -> bool:
        """Whether it is a department that reports on its own work only."""
        return bool(_DEPARTMENT.search(self.body)) and not _SPEAKS_FOR_PLACE.search(self.body)


def parse_office(words: str) -> Office:
    """Parse a place or office name.

    Args:
        words: Folded words such as 中共某县委员会, 海曙区教育局 or 区司法局.

    Returns:
        Its places and the rest; no places for a relative name such as 区司法局.
    """
    rest = re.sub(r"\s+", "", words)
    rest = _PREFIX.sub("", rest)
    units: list[str] = []
    while rest and len(units) < 4:
        unit, size = _unit_at(rest, first=not units)
        if not unit:
            break
        units.append(unit)
        # "某市人民政府石岐街道办事处": the city's office in the street.
        rest = re.sub(rf"^人民政府(?={HAN}{{2,6}}街道)", "", rest[size:])
    return Office(tuple(units), rest)


class _Unit(NamedTuple):
    name: str
    size: int


def _unit_at(rest: str, *, first: bool) -> _Unit:
    """The place name that words begin with and how many characters it takes; empty if there is none."""
    if free_trade := _FREE_TRADE.match(rest):
        return _Unit(free_trade.group(), free_trade.end())
    found = gazetteer().find_in(rest[:16])
    if found and found[0].start == 0:
        name = rest[: found[0].end]
        # Before the test for relative names: 市中区教育局 is of 市中区, 镇江市教育局 of 镇江市.
        if gazetteer().named(name) and not _cuts_market(name, rest):
            return _Unit(name, len(name))
    # 萍乡经开区 and 镇江新区 are one name each, no 乡 or 镇 with a zone.
    for size in (4, 3, 2):
        if (zone := _ZONE_TAIL.match(rest, size)) and gazetteer().find(rest[:size]):
            return _Unit(rest[: zone.end()], zone.end())
    if (first and _RELATIVE.match(rest)) or _BODY_FIRST.match(rest):
        return _Unit("", 0)
    if autonomous := _autonomous_at(rest):
        return autonomous
    match = (_FIRST if first else _LATER).match(rest) or _LONG_ZONE.match(rest)
    if (
        not match
        or _cuts_market(match.group(), rest)
        or _is_no_name(match.group())
        or _HOLDS_BODY.search(match.group())
    ):
        return _Unit("", 0)
    return _Unit(match.group(), match.end())


def _autonomous_at(rest: str) -> _Unit | None:
    """The autonomous place that words name in short: 海西州 is 海西蒙古族藏族自治州, 长阳县 is 长阳土家族自治县."""
    short = re.match(rf"({HAN}{{2,4}}?)(?:自治)?([州县旗])", rest)
    if not short or gazetteer().named(short.group()):
        return None
    long = [p.name for p in gazetteer().find(short[1]) if p.name.endswith(f"自治{short[2]}")]
    return _Unit(long[0], short.end()) if long else None


def _is_no_name(unit: str) -> bool:
    """Whether what looks like a place is words of the sentence or a common noun (城区, 景区)."""
    if is_bare_zone(unit) or _TOWNSHIP_NAME.match(unit):
        return False
    return bool(_NO_NAME.search(unit)) and not (_OTHER_ZONE_NAME.match(unit) and not _NO_NAME.match(unit))


def _cuts_market(name: str, rest: str) -> bool:
    """Whether 市 belongs to 市场 and not to the name: 江阴市场监督管理局."""
    return name.endswith("市") and rest[len(name) :].startswith("场")


def is_bare_zone(unit: str) -> bool:
    """Whether a unit is a zone named by its kind only: 高新区.

    Args:
        unit: One unit of an office.

    Returns:
        True if it needs the name of the place it lies in.
    """
    return bool(_BARE_ZONE.match(unit))


def is_zone(name: str) -> bool:
    """Whether a place that the gazetteer lacks is a zone or a park by its name: 西安综合保税区.

    Args:
        name: Full name of the place.

    Returns:
        True for development zones of every kind, bonded zones, resorts, scenic areas and parks.
    """
    return bool(_OTHER_ZONE_NAME.match(name) or _FREE_TRADE.match(name) or re.search(rf"(?:{_ZONES})$", name))


def is_relative(words: str) -> bool:
    """Whether an office is named without its place: 区司法局, 高新区办公室.

    Args:
        words: Folded words.

    Returns:
        True if the place must be put before it.
    """
    office = parse_office(words)
    return not office.units or is_bare_zone(office.units[0])


def free_trade_zones(text: str) -> list[str]:
    """List the areas of free trade zones that a text names in full.

    Args:
        text: Folded text.

    Returns:
        Such as 中国(河南)自由贸易试验区洛阳片区, in order.
    """
    return [found.group() for found in _FREE_TRADE.finditer(text)]


def complete(words: str, place: str) -> str:
    """Name an office in full: 区司法局 of 海曙区 is 海曙区司法局.

    Args:
        words: The office as printed.
        place: Full name of the place that the report speaks for.

    Returns:
        The name with its place; as printed if it has one.
    """
    words = re.sub(r"\s+", "", words)
    # "满洲里海关": named by the stem of its place.
    if not is_relative(words) or words.startswith(("中华人民共和国", stem(place))):
        return words
    office = parse_office(words)
    # "园区管委会", "区司法局": what stands for the place goes.
    body = office.body if office.units else re.sub(r"^(?:园区|[省市县区旗州盟镇乡])(?=.{2,})", "", words)
    return place if place.endswith(body) else place + body
