"""Who did what a figure counts: a department, township or field that the words before it name, else the whole place.

"其中某街道402件" is the street's figure, "县市场监督管理局立案512件" the office's; "县司法局审查文件36件" is the county's, since
that office does it for the county. Knows nothing of indicators but the offices that an indicator names itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.text import unwrapped

# What may stand between the mark before a clause and its subject; the marks are found first, which is half of the cost.
_START = (
    r"\s?(?:其中[,:]?|[一二三四五六七八九]是|同时|此外|由|以及|和|、)?"
    r"(?:20\d\d年(?:度|以来|来)?|全年|今年(?:以来)?|一年来|年内|截至[^,]{1,8}|目前)*[,]?\s?"
)
_OFFICE = (
    r"(?P<office>[\u4e00-\u9fff()]{2,16}?(?:公安局|综合行政执法[队局]|分局|局(?![面部势长限])|委员会|(?<![常调])委(?![托员派任常])|厅(?!级)|办公室|"
    r"政府办|[支大中]队(?!伍)|法院|检察院|仲裁院|司法所|公证处|中心(?![组工户])|税务所|海关))(?!所在)"
)
_TOWNSHIP = r"(?P<township>[\u4e00-\u9fff]{1,5}?(?:街道|苏木|镇(?!街|域|级|村|乡)|乡(?![村镇贤]))(?![(、]))"
_FIELD = r"(?P<field>[\u4e00-\u9fff]{2,8}?(?:领域|系统|行业(?!性)))"
# "15个镇(街)全年立案2864件,罚款…", "乡镇综合行政执法大队以自己名义立案": the townships' own, all of them together.
_TOWNS_ALL = r"(?:乡镇|镇街|街镇|镇办|街道|镇|乡)(?:\((?:街道|街|镇|乡)\))?"
_TEAM = r"(?:综合)?(?:行政)?(?:执法(?:队伍?|大队|中队|中心|机构)|一支队伍|便民服务中心)"
_WHEN = r"(?:全年|年内|共|累计)?"
_CASES = rf"{_WHEN}(?:立案|查处|以(?:自己|自身|镇街?|街道)(?:的)?名义)"
_BODIES = (
    rf"(?:全[区县市州旗]各?)?(?P<bodies>(?:\d+个)?{_TOWNS_ALL}{_TEAM}|\d+个{_TOWNS_ALL}(?={_CASES}|{_WHEN}(?:办理|作出))"
    rf"|(?:(?:乡镇|镇街|街镇|镇办)(?:\((?:街道|街|镇|乡)\))?|(?:街道|镇|乡)\((?:街道|镇|乡)\))(?={_CASES}))"
)
_TOWNS_NAME = lazy_re(rf"(?:\d+个)?{_TOWNS_ALL}(?:{_TEAM})?")
_SUBJECT = lazy_re(rf"{_START}(?:{_BODIES}|{_FIELD}|{_TOWNSHIP}|{_OFFICE})")
# What a subject ends with; a clause that holds none of these names none. Each begins with one character and no class of them,
# so that the machine skips what begins none (2 instead of 7 us a sentence).
_ENDS = lazy_re(
    r"局|委|厅|镇|乡|办公室|政府办|支队|大队|中队|法院|检察院|仲裁院|司法所|公证处|中心|税务所|海关|街道|苏木|领域|系统|行业|街办|街镇|执法|便民"
)
_REACH = 48  # characters from the start of a clause to the end of its subject
_STARTS = lazy_re(r"[,;:。|、]")
_LEAD_HEADS = frozenset("其由 \t\n")  # what leads in the name of a place
_AGAIN_HEADS = frozenset("全各我区县市州旗镇本2 \t\n")  # what the whole place, named again, begins with
_PLACE_START = lazy_re(r"\s?(?:其中[,:]?|由)?(?=[\u4e00-\u9fff]{2})")
_WHOLE_AGAIN = lazy_re(
    r"\s?(?:20\d\d年(?:度)?,?)?(?:全[区县市省州旗镇盟局街]|各级|各地|各部门|我[区县市省州旗镇盟局]|[区县市州旗镇](?:本级|政府)|本级)"
)
_NO_NAME = lazy_re(
    r"^(?:[一二三四五六七八九]是|受理|接收|收到|审核|全|举办|组建|力争|确保|完成|探索|深化|建强|乡镇|城镇|村镇|各|该|本|我|对|向|与|同|在|从|把|将|组织|开展|推进|推动|加强|联合|协调|指导|督促|依托|通过|建成|建立|设立|成立|聘请|培训|选派|检查|抽取|确定|召开|推行|开发|实施|会同|配合|抽调|承接|接受|以|为|出台|印发|制定|完善|健全|打造|深化|优化|落实|构建|评选|命名|提请|审查|报|经|让|使|因|对于|建设|整合|针对|赋予|平均|形成|进驻|入驻|纳入|列入|收回|梳理|围绕|聚焦|引导|规范|推广|[省市区县]{1,2}[乡镇]$)|[一二三四五六七八九十两几]个(?:领域|行业|系统)$|等(?:领域|行业|系统)$|主持|召开|负责|会议|研究|组织|开展|通过|推动|联合|明确|要求|向|建成|新建|年内|^[(（]"
)
# "县市场监督管理局、县城管执法局等12个部门公布…": named as examples of all; "综合执法局及各执法单位实施处罚…": all of them.
_JOINT = lazy_re(
    r"、[^,;:。]{2,60}等\s?\d*个?[\u4e00-\u9fff]{0,4}(?:部门|单位|机关|领域)|等\s?\d+\s?[个家名所]|等部门|等重点领域"
    r"|[及和与]各[\u4e00-\u9fff]{0,6}(?:单位|部门|机关)"
)
_TOWNS = ("镇", "乡", "街道")
_MARK = lazy_re(r"[,;:。]")
_LISTED = lazy_re(
    r"(?:、|和|与|及)[\u4e00-\u9fff、]{2,30}?(?:街道|镇|乡|局|委|办|中心)(?=均|都|等|设|建|成|率先|试点|开|推)"
)
# "甲局141件,其他单位207件;罚没款合计1284.6万元": the list of offices is closed, and what follows is of all.
_CLOSED = lazy_re(
    r"[,、](?:其他|其余|其它)[^,;。]{0,10}\d[\d.,]*[^,;。\d]{1,3};|;[^,;。\d]{0,8}(?:合计|总计|共计|总额)$"
)
# Offices that do it for the whole place.
_FOR_ALL = lazy_re(
    r"司法局|司法厅|司法行政|司法所|政府(?!办)|政府办公|法律援助|法援|12345|接诉即办|公证处|仲裁|信访|政务服务|审批|数据|大厅|热线|法院|检察院|复议|依法治|法治办|普法|矫正|"
    r"人大|政协|矛盾|纠纷|调解|社会治理|法律服务|宣传部|党委|党工委|管委会|工委|县委|区委|市委|旗委|州委|省委|行政执法(?:机关|部门|单位)|各|执法协调监督"
)

# 医疗纠纷调解委员会 settles those disputes alone, and so does the committee of any named kind (花木交易纠纷人民调解委员会).
_SPECIAL = lazy_re(
    r"(?:医疗|医患|交通|物业|消费|婚姻|家事|知识产权|商会|旅游|金融|保险|价格|环境|电商|涉外|行业|专业).{0,12}(?:调解|调处)"
    r"|[\u4e00-\u9fff]{2}(?<!矛盾)(?<!民间)(?<!各类)纠纷(?:人民)?调解(?:委员会|中心)"
)


_OF_LEVEL = lazy_re(r"^全?(?:[省县区州旗]|市(?!场))+")


def without_level(name: str) -> str:
    """Take the level off the name of an office: 市场监管局 of 县市场监管局, whose first character is no level.

    Args:
        name: The name of an office.

    Returns:
        The name without what says whose it is.
    """
    return _OF_LEVEL.sub("", name)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who did what a figure counts.

    Attributes:
        name: Office, township or field as printed, or "" for the place itself.
        whole: Whether the figure is the whole place's all the same.
        towns: Whether these are the townships together (15个镇(街), 乡镇综合行政执法大队).
        special: Whether it settles the disputes of one field only, so that no indicator's figure of it is the whole's.
    """

    name: str = ""
    whole: bool = True
    towns: bool = False
    special: bool = False


NOBODY = Holder()
"""Nobody named: the whole place."""


class _Subject(NamedTuple):
    """A subject that a sentence names: where its clause starts, where its name ends, the name; "" is the whole place."""

    start: int
    stop: int
    name: str


def holder_at(text: str, at: int, place: str) -> Holder:
    """Name who did what the figure at a position counts.

    Args:
        text: The folded sentence.
        at: Where the figure starts.
        place: Place of the report.

    Returns:
        The last subject before the figure, unless the whole place is named again behind it.
    """
    if "\n" in text or "\r" in text:
        text, at = unwrapped(text), len(unwrapped(text[:at]))  # a page's width may break a name anywhere
    for subject in reversed(_subjects(text, place)):
        if subject.stop <= at:
            break
    else:
        return NOBODY
    _, stop, name = subject
    if not name:
        return NOBODY
    if (closed := _CLOSED.search(text, stop, at)) and (
        closed[0][0] != ";" or len({one.name for one in _subjects(text, place) if one.stop <= at} - {""}) > 1
    ):
        return NOBODY  # what one office did in all stays its own
    towns = not place.endswith(_TOWNS) and _TOWNS_NAME.fullmatch(name) is not None
    if towns and ";" in text[stop:at]:
        return NOBODY
    if _LISTED.match(text, stop) and _MARK.search(text, stop, at):
        return NOBODY  # several named as those of that clause alone: 甲街道、乙街道和丙镇均设立中心,27个调解组织…
    whole = _FOR_ALL.search(name) is not None or _is_own(name, place) or _JOINT.match(text, stop) is not None
    return Holder(name, whole, towns, _SPECIAL.search(name) is not None)


def _is_own(name: str, place: str) -> bool:
    """Tell whether an office is the place's own: 镇综合行政执法办公室 of a town, 市住建局 of 某市住房和城乡建设局."""
    if place.endswith(name) or (place.endswith(_TOWNS) and name.startswith(_TOWNS)):
        return True
    core = name.removesuffix("局")[1:]
    left = iter(place)
    return (
        place.endswith("局") and name.endswith("局") and len(core) > 1 and all(char in left for char in core)
    )


@lru_cache(maxsize=64)
def _subjects(text: str, place: str) -> tuple[_Subject, ...]:
    """List the subjects of a sentence in order; read once for all its figures."""
    starts = [0, *[mark.end() for mark in _STARTS.finditer(text)]]  # a mark is one character
    ends = [one.start() for one in _ENDS.finditer(text)]
    found = []
    end = following = 0
    for start in starts if ends else ():
        at = start - 1 if start else 0
        if at < end:
            continue
        # Few clauses name a subject: only where one of its last words follows is it looked for.
        while following < len(ends) and ends[following] < start:
            following += 1
        if following == len(ends):
            break
        if ends[following] < start + _REACH and (match := _SUBJECT.match(text, start)):
            end = match.end()
            name = match["bodies"] or match["field"] or match["township"] or match["office"]
            if (match["bodies"] or not _NO_NAME.search(name)) and name not in place:
                found.append(_Subject(at, end, name))
    offices = list(found)
    heads = gazetteer().heads
    end = 0
    for start in starts:
        head = text[start : start + 1]
        named = text[start : start + 2] in heads
        if not named and head not in _LEAD_HEADS and head not in _AGAIN_HEADS:
            continue
        at = start - 1 if start else 0
        mark = text[at : at + 1]
        if mark == "、":
            continue
        if (
            head in _AGAIN_HEADS
            and mark != "|"
            and (again := _WHOLE_AGAIN.match(text, start))
            and not any(one.start == at for one in offices)  # 全市乡镇综合执法中心: theirs, not the city's
        ):
            found.append(_Subject(at, again.end(), ""))
        if at < end or not (named or head in _LEAD_HEADS):
            continue
        if (lead := _PLACE_START.match(text, start)) is None:
            continue
        end = lead.end()
        name = _place_at(text, end, place) if text[end : end + 2] in heads else ""
        if name and not any(subject.start <= at < subject.stop for subject in offices):
            found.append(_Subject(at, end + len(name), name))
    return tuple(sorted(found))


def _place_at(text: str, start: int, place: str) -> str:
    """Read the name of another place at the start of a clause (某区作出行政处罚8124件)."""
    known = gazetteer()
    for end in known.ends(text, start):
        name = text[start:end]
        if len(name) > 2 and name[-1] in "区县市旗州盟" and name not in place and known.named(name):
            return (
                name
                if not re.match(r"(?:[委政人局公司法检]|中院|.{0,3}[局委办])", text[end : end + 4])
                else ""
            )
    return ""
