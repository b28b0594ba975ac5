"""Which town, village, county or place a thing is in, or is done with: only a sentence that names one answers.

调委会设在哪个镇 and 与哪几个县建立了协作机制 ask for a name with its ending; a sentence on the same thing that names none says
nothing of it. Knows nothing of ranking, and leaves what is counted or ranked (哪个镇最多) to others.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.question.conversation.inside import COUNTY, TOWN
from qa.question.words.terms import Term
from qa.ranking import ScoredSentence
from qa.text import fold

VILLAGE, REGION = "village", "region"
SITES = frozenset((TOWN, VILLAGE, COUNTY, REGION))
_WHICH = r"哪(?:一|几|两|二|三|四|些)?个?"
_KINDS = (
    (TOWN, r"(?:乡镇|镇街|街镇|镇|乡)(?:和?街道|（街道）|\(街道\))?|街道"),
    (VILLAGE, r"村居|村社|村(?:庄|子)?|社区"),
    (COUNTY, r"(?:县市区|市县区|区县市|区县|县区|县市|市县|市州|城市|区|县|市|旗)"),
    (REGION, r"地方|地区|地儿?(?![点址方区])"),
)
# "设在哪个镇", "跟哪几个县", "由哪些社区": where it is or with whom; "哪个村被评为": which one it was.
_FRAME = r"(?:是|(?:设立?|建|落|开|放|选|办|坐落|位|先|首先)?[在于]|落户|来自|[与跟和同向到由给从]|覆盖|涉及)"
_WAS = r"(?:被|获|入选|率先|首先|最先|最早|成为|建成|挂牌|试点|评为)"
_ASKED = [
    (
        kind,
        lazy_re(
            rf"{_FRAME}了?(?:外地|外省|外面|全国|省外|市外)?\s*{_WHICH}(?:{words})(?![\u4e00-\u9fff]{{0,3}}长)|{_WHICH}(?:{words}){_WAS}"
        ),
    )
    for kind, words in _KINDS
]
_SITE_WORD = lazy_re("|".join(f"(?:{words})" for _, words in _KINDS) + "|设在|位于")
_RANKED = lazy_re(
    r"最[多少高低大小快慢]|第[一二三\d]|更[多少高低]|排名?|多少[件起名人次]|几[件起名次]|没有?(?:披露|公布|提)"
)
_NAMES = {
    TOWN: lazy_re(r"(?P<name>[\u4e00-\u9fff]{2,4}(?:街道|苏木|镇|乡))(?![镇街乡村级])"),
    VILLAGE: lazy_re(r"(?P<name>[\u4e00-\u9fff]{2,6}(?:村|社区))(?![级居社民委两务])"),
}
_NO_NAME = lazy_re(
    r"(?:[各全每个几两多本该示范明星美丽重点行政自然城中][村镇乡]|乡村|农村|城镇|(?:^|农村|乡村|小|中心|重点|各)集镇|乡镇|镇街"
    r"|(?:示范|重点|试点|特色|和美|智慧|平安|全国|民主法治)[^,。]{0,6}(?:村|社区|镇|乡)|^各?(?:村居|街道|社区)|(?:下|返|回|家|老)乡)$"
)
# "海口、江阴、龙田3个工作站": names without their endings, in a row.
_IN_A_ROW = lazy_re(
    r"[\u4e00-\u9fff]{2,4}(?:[、和][\u4e00-\u9fff]{2,4})+(?:等)?(?:[地处]|\d+个)"
    r"|在[\u4e00-\u9fff]{2,4}(?:[、和][\u4e00-\u9fff]{2,4})+(?:等地?)?(?:分别)?(?:[设建开布]|成立|挂牌)"
)
# "甲陵、乙坝制发全省首份…": who did it, without their endings
_DOERS = lazy_re(
    r"(?:^|[,;。:])(?:由|其中)?[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}?)+等?(?=(?:制发|发出|推出|率先|首创|设立|建成|获评|获|被评|入选|成为|开展|开出|联合|共同|试点|先行))"
)
_ROW = lazy_re(r"[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+")
# "在甲陵、乙坝、丙坪3个镇设立": names without their endings, which their number behind them gives.
_ENDING_BEHIND = {
    kind: lazy_re(
        rf"[\u4e00-\u9fff]{{2,4}}(?:[、和][\u4e00-\u9fff]{{1,4}})*等?\s?[\d两二三四五六七八九十]+\s?个(?:{words})(?!级|域)"
    )
    for kind, words in _KINDS
}
_LONGEST = 6
# "与南昌高新区远程连线": a zone is a place too, named by what stands before its ending.
_ZONE = lazy_re(
    r"(?P<stem>[\u4e00-\u9fff]{2,4}?)(?:国家)?(?:高新技术产业开发区|经济技术开发区|高新区|经开区|开发区|新区|保税区|自贸区)"
)
_SHORTEST = 2


def site_asked(content: str) -> str:
    """Tell whether a question asks for the name of a town, village, county or place that a thing is in or done with.

    Args:
        content: A cleaned question.

    Returns:
        One of ``SITES``, or "".
    """
    if _RANKED.search(content):
        return ""
    return next((kind for kind, pattern in _ASKED if pattern.search(content)), "")


def without_site(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Drop the word for the kind of site that a question asks for: the report prints a name in its place.

    Args:
        terms: Terms of the question.

    Returns:
        The others, if there are any.
    """
    return tuple(t for t in terms if not _SITE_WORD.fullmatch(t.text)) or terms


def names_site(kind: str, scored: ScoredSentence, content: str) -> bool:
    """Tell whether a sentence names a site of the kind asked for, other than those that the question names itself.

    Args:
        kind: One of ``SITES``.
        scored: A sentence of a report.
        content: The question.

    Returns:
        True where it does.
    """
    meta = scored.report.report.meta
    text = scored.report.report.sentences[scored.index].text
    return prints_site(kind, text, content, {meta.place, meta.parent})


def prints_site(kind: str, text: str, content: str, own: set[str]) -> bool:
    """Tell whether some words name a site of a kind, other than those that a question names itself.

    Args:
        kind: One of ``SITES``.
        text: Words of a report.
        content: The question.
        own: Names of the report's place and of the one above it.

    Returns:
        True where they do.
    """
    text = fold(text)
    if kind != REGION and (row := _ENDING_BEHIND[kind].search(text)) is not None and "、" in row[0]:
        return True
    if kind in _NAMES:
        return _names(_NAMES[kind], text, content) or _DOERS.search(text) is not None
    named = _names_county(text, content, own) or (kind == REGION and _names_zone(text, content, own))
    others = any(_names(pattern, text, content) for pattern in _NAMES.values())
    return named or (kind == REGION and (others or _IN_A_ROW.search(text) is not None))


def _names(pattern: re.Pattern[str], text: str, content: str) -> bool:
    """Tell whether a text prints a name with the ending of a pattern that is neither a common noun nor asked with."""
    found = (match["name"] for match in pattern.finditer(text))
    return any(not _NO_NAME.search(name) and name not in content for name in found)


def _names_zone(text: str, content: str, own: set[str]) -> bool:
    """Tell whether a text prints a development zone with the name of a city or county that is not the report's own."""
    for zone in _ZONE.finditer(text):
        stem = zone["stem"]
        names = [stem[-n:] for n in range(_SHORTEST, len(stem) + 1)]
        if any(gazetteer().find(n) and n not in content and not any(n in o for o in own) for n in names):
            return True
    return False


def _names_county(text: str, content: str, own: set[str]) -> bool:
    """Tell whether a text prints the name of a county, city or district other than the report's own, in full or in a row."""
    for ending in re.finditer(r"[区县市旗]", text):
        for length in range(2, _LONGEST + 1):
            name = text[max(0, ending.end() - length) : ending.end()]
            if name not in own and name not in content and gazetteer().named(name):
                return True
    # "联合明溪、永安建立机制": stems, which prove themselves only in a row
    rows = (match[0].split("、") for match in _ROW.finditer(text))
    return any(
        sum(bool(gazetteer().find(stem[-2:]) or gazetteer().find(stem[:2])) for stem in row) > 1
        for row in rows
    )
