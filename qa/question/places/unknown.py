"""Finds names of places that no list knows: X区, X县, X市 (of scope) and X镇, X乡, X街道 (inside a place).

A common noun with the same ending (社区, 示范区, 哪个区) is told apart by the dictionary of the word cutter,
by what stands before the ending, and by a list of official nouns that the dictionary lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.places.context import QuestionContext
from qa.question.words.offices import find_office
from qa.text import HAN

_ENDING = lazy_re(
    r"自治[县州旗]|街道|分局|大队|支队|中队|司法所|派出所|新区|开发区|高新区|经开区|[区县市]|镇(?!街)|乡(?!镇|村)"
)
_RUN = lazy_re(rf"{HAN}+$")
_TEAMS = ("大队", "支队", "中队", "司法所", "派出所")
_INNER = ("街道", "镇", "乡", "分局", *_TEAMS)
# "交警大队", "执法支队": what a team does, and no name of one.
_WORK = lazy_re(
    r"警|执法|综合|稽查|消防|治安|刑侦|监察|巡|运管|路政|城管|海事|港航|边防|国保|经侦|禁毒|网安|特勤|机动|专职|各|每|个|全|基层|乡镇|镇街|街镇|部门|及|级|局|设立?|下属"
)
# Where a name must begin anew: "2024年X县和Y县", "换成X市".
_STOP = lazy_re(
    r".*(?:其中|当中|里面|关于|介绍|告诉我?|知道|总结|概括|列出|对比|比较|相比|换成|换为|改成|改为|改查|除了?|不要|不含|排除|以及|还有"
    r"|还是|不是|而是|一下|帮我|去年|今年|前年|上年|全年|年度|属于|位于|来自|看看|比如|例如"
    r"|[的了在和与跟及或是年问查看那呢吗说讲给到就又再把请、]|(?<=^)[比对从让])"
)
# "哪个区", "全市", "五个县", "本市", "我区": no name, whoever it stands for.
_DETERMINED = lazy_re(
    r"(?:[们个各些全本我该此这那每某哪几两俩仨二三四五六七八九十多其他她它们别外有整跨邻大小老新强进出入下上副驻省地设撤]|什么|所有|兄弟)$"
)
_WITH_AND = lazy_re(r"[^我你他她它咱您这那哪县区市镇乡村省州]和")  # 太和镇, 仁和街道: 和 joins nothing there
_ASKED = lazy_re(r"[哪各每][个些几]?[县区市旗州]")  # 哪个区市: what it asks for is no part of a name
# Official nouns that end like a place; each has been met in reports or laws of several provinces.
_NOUN = lazy_re(
    r"(?:社|园|城|小|辖|地|市|郊|片|山|景|校|县|街|库|林|牧|灾|矿|港|军|选|特|禁|误|盲|分|专|厂|营|战|湾|"
    r"示范|先行|试验|实验|保税|自贸|贸易|工业|商业|商务|服务|安置|居民|功能|核心|重点|合作|管理|保护|隔离|等候|办事|休息|接待|"
    r"窗口|产业|物流|旅游|度假|生态|水源|限养|管控|风险|中心|经济|行政|自治|住宅|生活|作业|公共|集聚|风景|名胜|贫困|民族|边疆)区$"
    r"|(?:城|超|上|门|都|夜|股|楼|房|集|退|开|闹|县级|地级|直辖|设区|先行|示范|试点|创新|计划单列|大都|花卉|菜)市$"
    r"|[个两三四五六七八九十几各][区市旗]县$|(?:强|县|撤|示范|试点|贫困|自治|百强|先进|重点)县$|(?:城|乡|村|古|市|建制|特色小|中心|重点|强)镇$|(?:^|农村|乡村|小|中心|重点|特色|各|建设|沿线|边境)集镇$"
    r"|(?:城|家|老|故|水|民族|各|同)乡$|(?:乡镇|镇|各|重点|中心|试点|示范)街道$|[两二三四五六七八九十几\d]个[\u4e00-\u9fff]{0,4}(?:街道|[镇乡区县市])$|(?:设立?|全|城市|老城|科教|高水平|建设)(?:新区|开发区)$"
    r"|^(?:新区|开发区|高新区|经开区)$"
)


_LONGEST = 4  # characters of a name before its ending
_OF_NAMES = frozenset({"山乡", "湖乡", "河乡"})  # dictionary words that end many names of towns
_AMONG = lazy_re(r"[\u4e00-\u9fff]{2}[中里内]([\u4e00-\u9fff]{2,4})$")
_LED_IN = lazy_re(r"(?:其中|当中|里面|里头|[\u4e00-\u9fff]{2}[中里内])$")
_HANDLED = frozenset({"街道", "乡", "镇"})
_HANDLES = lazy_re(r"办(?:了|理|结|过|多少|几|的)")


class UnknownName(NamedTuple):
    """A name that is no known place: its half-open span, the name, and whether it lies inside a place."""

    start: int
    end: int
    name: str
    inner: bool


def unknown_names(
    context: QuestionContext, taken: bytearray, is_typo: Callable[[str], object]
) -> list[UnknownName]:
    """Find place-like names in the parts of a question that no known place takes up.

    Args:
        context: The question.
        taken: One byte for each character, 1 where it belongs to something else already.
        is_typo: Says whether a name is a known one typed wrongly; then it is no common noun.

    Returns:
        The names, in order.
    """
    text = context.text
    found: list[UnknownName] = []
    for match in _ENDING.finditer(text):
        if any(taken[match.start() : match.end()]):
            continue
        floor = max(match.start() - 8, found[-1].end if found else 0)
        while floor < match.start() and any(taken[floor : match.start()]):
            floor += 1
        name = _name(context, floor, match, is_typo)
        if name:
            found.append(name)
    return found


def _name(
    context: QuestionContext, floor: int, match: re.Match[str], is_typo: Callable[[str], object]
) -> UnknownName | None:
    """Read the name that an ending closes, or None if it closes a common noun."""
    text = context.text
    run = _RUN.search(text[floor : match.start()])
    if run is None:
        return None
    kept = run[0] if _WITH_AND.fullmatch(run[0]) else _STOP.sub("", run[0])
    if _ASKED.match(kept):
        return None
    if len(kept) > _LONGEST and (among := _AMONG.search(kept)):
        kept = among[1]  # 复耕的撂荒地中某乡
    if kept.startswith("心") and text[: match.start() - len(kept)].endswith("中"):
        kept = kept[1:]  # 综合执法中心某镇
    start, end = match.start() - len(kept), match.end()
    begins = start == floor or context.begins(start) or _LED_IN.search(text[:start]) is not None
    begins = begins or text[:start].endswith("中心")
    clipped = start == floor and floor > 0 and re.match(HAN, text[floor - 1]) and match.start() - floor == 8
    if not 2 <= len(kept) <= _LONGEST or clipped or not begins:
        return None
    if is_typo(text[start:end]):
        return UnknownName(start, end, text[start:end], inner=False)
    inner = match[0] in _INNER
    if not (inner or start == 0 or context.ends(end)):
        return None
    if match[0] in _TEAMS and _WORK.search(kept):
        return None
    if _DETERMINED.search(kept) or _NOUN.search(text[start:end]) or find_office(text[start:end]):
        return None
    first, last = context.token_at(end - 1)
    if match[0] in _HANDLED and last == end + 1 and _HANDLES.match(text, end):
        first, last = (first, end) if match[0] == "街道" else (start, end)
        # 某街道|办了多少, 某乡|办的: the cutter reads 街道办, 乡办
    # A dictionary word that ends here and is shorter than the name (社区), or runs on (市场), is a noun; those in 镇 are above.
    named = text[first:last] in _OF_NAMES and len(kept) == 2  # 虹山乡
    if last > end or (
        not named and match[0] != "镇" and first > start and last - first > max(1, len(match[0]))
    ):
        return None
    return UnknownName(start, end, text[start:end], inner)
