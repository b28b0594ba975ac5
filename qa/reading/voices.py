"""Who speaks in a report: the offices that its title names, and the one that its lead speaks of as its own.

Works on folded text. Gives words to parse (``qa.reading.office``); which of them counts is decided in ``origin``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.reading.office import is_bare_zone, parse_office
from qa.text import HAN

_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})\s*年度?"
_TITLE_STOP = lazy_re(
    rf"法治|依法|{_YEAR}|\d{{4}}|年度|推进|贯彻|全面|落实|加强|开展|履行|建设(?!局|委|厅|和|管理|交通)|工作|情况|党政|主要负责人|的|、|\s"
)
# "关于报送某县2024年…", "关于印发《某县…》"
_TITLE_VERB = lazy_re(r"^(?:报送|上报|呈报|呈送|印发|公布|公开|发布|转发|对|我[省市县区旗州盟镇乡])")
# "法治某某建设": a report names its own place so.
RULE_OF_LAW = lazy_re(rf"法治({HAN}{{2,4}}?)(?:建设|品牌|区|县|市)")
# "在某市委、市政府的坚强领导下,": who leads is not who speaks.
_UNDER = lazy_re(
    r"在[^。;]{2,80}?(?:领导|指导|关心|支持|部署|监督|帮助|要求)[^,。;]{0,6}下[,、]?|(?:根据|按照|依据)[^。;]{2,120}?(?:要求|规定|精神|部署|安排),"
)
_NOW = lazy_re(
    rf"将({HAN}{{2,16}}?)(?:人民政府)?(?=\s*\d{{4}}|法治|推进|贯彻|依法|履行)[^。]{{0,60}}(?:报告|汇报|总结|公布|通报|公告)"
)
_AFTER_YEAR = lazy_re(rf"(?:(?:{_YEAR})(?:以来|来|上半年)?|一年来|近年来|今年以来)[,、]?\s*({HAN}{{2,16}})")
_OFFICE_HEAD = lazy_re(rf"{HAN}{{2,14}}?(?:局|委员会|管委会|政府)")


def title_offices(title: str) -> Iterator[str]:
    """List the words of a title that may name a place or an office.

    Args:
        title: The folded title.

    Yields:
        Candidates, the most telling first: after 关于, before it, in brackets, 法治X.
    """
    title = re.sub(r"^#+|[《》]|^(?:【[^】]*】|\[[^\]]*\])", "", re.sub(r"\s+", "", title))
    before, about, after = title.partition("关于")
    heads = (after, before) if about else (title,)
    for head in heads:
        bare = _TITLE_VERB.sub("", re.sub(rf"^(?:{_YEAR})", "", re.sub(r"^\(.*?\)", "", head)))
        stop = _TITLE_STOP.search(bare)
        words = bare[: stop.start()] if stop else bare
        if len(words) >= 2:
            yield words
    yield from re.findall(r"\(([^)]{2,12})\)", title)
    for word in RULE_OF_LAW.findall(title):
        if places := gazetteer().find(word):
            yield places[0].name


def without_leaders(text: str) -> str:
    """Leave out of a text who leads and who asked for the report.

    Args:
        text: Folded text.

    Returns:
        The text without 在…领导下 and 根据…要求.
    """
    return _UNDER.sub("", text)


def speaker(lead: str) -> str:
    """Find the place or office that the lead of a report speaks of as its own.

    Args:
        lead: The folded beginning of the body.

    Returns:
        What "现将某县2024年…报告如下" names, else what stands after the year, begins the lead or begins a clause of its
        first sentence; cut after the office where it is one; "" if there is nothing.
    """
    bare = without_leaders(lead)
    found = [match[1] for match in (*_NOW.finditer(bare), *_AFTER_YEAR.finditer(bare))]
    # "安吉县坚持依法行政。", "安吉县2023年,坚持…"; "2024年是…之年,安吉县坚持…"
    found += [
        clause
        for clause in re.split(r"[,:;]\s*", bare.partition("。")[0])
        if re.match(rf"{HAN}{{2}}", clause)
    ]
    named = [words for words in found if (units := parse_office(words).units) and not is_bare_zone(units[-1])]
    chosen = (named or found[:1] or [""])[0]
    start = re.match(rf"{HAN}{{2,16}}", chosen)
    office = _OFFICE_HEAD.match(chosen)
    return office.group() if office else start.group() if start else chosen
