"""分别: which thing each figure of a list counts, when the things are named before it; with as many names the word may lack.

"甲县、乙县分别制作文书612份和548份" gives 甲县 the first figure; "决定158件，罚款1,267.4万元，同比分别上升8.1%和5.3%"
gives the first change to 决定. Knows nothing but one folded sentence and its figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa.ledger.mention import CORE, INHERITED, Mention
from qa.patterns import lazy_re
from qa.quantity import Quantity

# "412起、23人,同比分别下降9.5%、14.8%": what another 分别 leads in is a row of its own.
_JOINED = lazy_re(
    r"^\s?(?:、|和|与|及|以及|,|[、,和]?(?:(?:上升|下降|增长|增加|减少|提高|降低)了?|同比(?!分别)[^,、]{0,4}))\s?$"
)
_NAME = r"[\u4e00-\u9fff“”()A-Za-z]{2,14}"
_COUNTED = lazy_re(r"\d[\d,.]*(?:万|亿)?(?:件|起|宗|人|名|元|%|次|户|家|场)")
_RATE = lazy_re(r"[\u4e00-\u9fff]{1,8}(?:率|数|量|额)")  # 案卷180卷、90卷,合格率分别为95.6%、97.8%
_BETWEEN = r"(?:、|和|与|及|以及|(?<=”)(?=“))"  # “不罚”“轻罚” need nothing between
_SEPARATOR = lazy_re(_BETWEEN)
# "实施“不罚”“轻罚”的案件有419起和266起": what is named in a row and counted in a row goes together without 分别
_AND = lazy_re(r"^\s?[和与及、]\s?$")
_JOINT = 4  # characters that it matches at most
_EACH = lazy_re("分别|依次")
_BODIES = frozenset("局委院办镇乡县区市道")
_OF_ALL = lazy_re(r"(?:均|都|各)[为是达有]?$")  # 办复率均为100%: of all the things, and no thing itself
# "道路交通事故起数、死亡人数、财产损失": what the first thing measures is said once for all; 立案数、损失数 share nothing.
_SAID_ONCE = lazy_re(r"(?P<of>[\u4e00-\u9fff]{4,10}?)(?:[起件人次户场案宗]数|数量|总?量|总?额)")


class Thing(NamedTuple):
    """What a figure behind 分别 counts.

    Attributes:
        words: Its words.
        figure: Position of the figure before 分别 that counts it, or -1 where it is only named.
    """

    words: str
    figure: int = -1


def with_things(
    found: list[Mention], text: str, quantities: Sequence[Quantity], own: Mapping[int, str]
) -> list[Mention]:
    """Give the figures of a sentence that stand behind 分别 or 依次 the things that they count.

    Args:
        found: The figures with the words that own them.
        text: The folded sentence.
        quantities: Its figures.
        own: For positions of figures the words that own them.

    Returns:
        The figures, those in a row behind 分别 each with its thing and what that leans on.
    """
    things = respective_words(text, quantities, own)
    for position, thing in things.items():
        mention = found[position]
        others = {bare for other in things.values() if (bare := _bare(other.words)) not in thing.words}
        kept = [(weight, _without(words, others)) for weight, words in mention.zones if weight != INHERITED]
        zones = [
            (CORE, thing.words),
            *(kept if thing.figure < 0 else (z for z in mention.zones if z[0] != INHERITED)),
        ]
        of = -1
        if thing.figure >= 0:  # 农民工386人,占37.7%: both are of 受援人
            zones += [zone for zone in found[thing.figure].zones if zone[0] == INHERITED]
            of = quantities[thing.figure].start
        zones.sort(key=lambda zone: -zone[0])
        found[position] = mention._replace(zones=tuple(zones), thing=thing.words, of=of)
    return found


def _bare(words: str) -> str:
    """A thing without what leads to its figure: 减轻处罚案件 of 减轻处罚案件有."""
    return re.sub(r"的?[为是有达共约]*$", "", words)


def _without(words: str, others: set[str]) -> str:
    """The words around a figure without the things of the others in its row."""
    for other in others:
        words = words.replace(other, "")
    return words


def respective_words(text: str, quantities: Sequence[Quantity], own: Mapping[int, str]) -> dict[int, Thing]:
    """Give each figure behind 分别 the words of the thing that it counts.

    Args:
        text: A folded sentence.
        quantities: Its figures.
        own: For positions of figures the words that own them.

    Returns:
        For positions of figures behind 分别 their things; empty where the counts do not fit.
    """
    found: dict[int, Thing] = {}
    for match in _EACH.finditer(text) if "分别" in text or "依次" in text else ():
        run = _run_after(text, quantities, match.end())
        if len(run) < 2:
            continue
        names = _names_before(text[: match.start()], len(run))
        before = _things_before(text, quantities, match.start())
        if _RATE.fullmatch(re.split(r"[,;:。]", text[: match.start()])[-1]):
            before = [
                j for j in before if quantities[j].unit != "%"
            ]  # 建议126件、提案208件,面商率100%,解决率分别为…
        before = before[-len(run) :]
        if names:
            # 区委、区政府领导分别对法治工作作出批示6次、13次: what they did is said once
            done = re.sub(r"[为是达有约共]+$", "", text[match.end() : quantities[run[0]].start])
            lead = _lead(text[: match.start()])
            found |= {i: Thing(name + lead + done) for i, name in zip(run, names, strict=True)}
        elif len(before) == len(run):
            lead = re.split(r"[,;:。]", text[: match.start()])[-1]
            measure = lead if _RATE.fullmatch(lead) else ""
            things = [found[j].words if j in found else own.get(j, "") for j in before]
            if len(set(things)) == 1 and len({quantities[j].unit for j in before}) == len(before):
                things = [f"{thing}{quantities[j].unit}" for thing, j in zip(things, before, strict=True)]
            share = "占" if text.startswith("占", match.end()) else ""
            told = zip(run, things, before, strict=True)
            found |= {i: Thing(thing + measure + share, j) for i, thing, j in told}
    for row in _rows(text, quantities):
        names = _names_before(re.split(r"[,;:。]", text[: quantities[row[0]].start])[-1], len(row))
        if not found.keys() & set(row) and names:
            done = names[-1].rpartition("的")[2] if "的" in names[-1] else ""
            found |= {
                i: Thing(name if done in name else name + done) for i, name in zip(row, names, strict=True)
            }
    return found


def _rows(text: str, quantities: Sequence[Quantity]) -> list[range]:
    """List the runs of figures of one unit that only 和 or a comma of enumeration parts."""
    rows: list[range] = []
    for i, (a, b) in enumerate(pairwise(quantities)):
        if a.unit == b.unit and b.start - a.end <= _JOINT and _AND.match(text[a.end : b.start]):
            joins = rows and rows[-1].stop == i + 1
            rows[-1:] = [range(rows[-1].start, i + 2)] if joins else [*rows[-1:], range(i, i + 2)]
    return rows


def _things_before(text: str, quantities: Sequence[Quantity], end: int) -> list[int]:
    """List the positions of the figures before 分别 that count a thing each: not what is said of all (均为100%)."""
    return [
        i
        for i, q in enumerate(quantities)
        if q.end <= end and not _OF_ALL.search(text[quantities[i - 1].end if i else 0 : q.start])
    ]


def _run_after(text: str, quantities: Sequence[Quantity], start: int) -> list[int]:
    """List the positions of the figures that stand in a row behind 分别."""
    run: list[int] = []
    for i, quantity in enumerate(quantities):
        if quantity.start < start:
            continue
        if run and not _JOINED.match(text[quantities[i - 1].end : quantity.start]):
            break
        if not run and re.search(r"[,;:。]", text[start : quantity.start]):
            break
        run.append(i)
    return run


def _names_before(head: str, count: int) -> list[str]:
    """List the things named in a row before 分别, if there are just so many; the clause before may hold them."""
    for clause in reversed(re.split(r"[,;:。]", head)[-2:]):
        if _COUNTED.search(clause):  # "调解和解率31.8%,市本级分别为…": the figures before are the things
            continue
        joined = re.search(rf"(?:{_NAME}{_BETWEEN})+{_NAME}", clause)
        split = (_SEPARATOR.split(joined[0]), joined[0].split("、")) if joined else ()  # 恩和镇 holds a 和
        for names in ([n for n in parts if n] for parts in split):
            if len(names) == count:
                return _with_tail(names)
    return []


_DEED = lazy_re(r"(?:办|查|审|处|立|化|调|受|收|完成|开展|组织|举办|发|追|罚|检|排|整改|建|培)")


def _lead(head: str) -> str:
    """Give what the clause right before 分别 says was done, where the things are named before it: 一年内办案分别为."""
    lead = re.split(r"[,;:。]", head)[-1]
    return lead if _DEED.search(lead) and not _SEPARATOR.search(lead) else ""


# "道路交通、市场监管、农业农村领域查处案件": what stands behind the last name is said of all.
_TAIL = lazy_re(
    r"(?P<name>.{2,9}?)(?P<tail>(?:等?(?:领域|行业|方面|系统|部门)|[两二三四五六]类)[\u4e00-\u9fff]*)"
)


# "县委书记、县长认真履行职责,分别主持召开": how they did it is no name.
_MANNER = lazy_re(r"(?<=[\u4e00-\u9fff]{2})(?:认真|切实|带头|主动|高度重视|充分|严格|坚持|始终|亲自|率先).*$")


# "甲镇、乙镇、丙镇三个镇的执法队分别查办": how many they are is no part of the last name.
_COUNTED_AGAIN = lazy_re(
    r"(?<=[镇乡道县区市旗局委院])(?:[两三四五六七八九十]|\d{1,2})个?(?:街道|乡镇|镇街|[镇乡县区市旗]|部门|单位|地区|地方)的?"
)


_PLACE = lazy_re(r"[\u4e00-\u9fff]{1,6}?(?:街道|[镇乡县区市旗])")


def _with_tail(names: list[str]) -> list[str]:
    """Give each name what the last one carries for all, or the first."""
    names = [*names[:-1], _COUNTED_AGAIN.sub("", _MANNER.sub("", names[-1]))]
    if (once := _SAID_ONCE.fullmatch(names[0])) and not any(once["of"] in name for name in names[1:]):
        return [names[0], *(once["of"] + name for name in names[1:])]
    kinds = {name[-1] for name in names[:-1]}  # 甲局、乙局罚没金额: the last body carries what is said of all
    if len(kinds) == 1 and (kind := kinds.pop()) in _BODIES and (at := names[-1].find(kind, 1)) > 0:
        return [*(name + names[-1][at + 1 :] for name in names[:-1]), names[-1]]
    if all(_PLACE.fullmatch(name) for name in names[:-1]) and (last := _PLACE.match(names[-1])):
        return [*(name + names[-1][last.end() :] for name in names[:-1]), names[-1]]  # 甲街道、乙镇承接事项
    match = _TAIL.fullmatch(names[-1])
    return [*(name + match["tail"] for name in names[:-1]), names[-1]] if match else names
