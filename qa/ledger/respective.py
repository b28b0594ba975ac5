"""分别: which thing each figure of a list counts, when the things are named before it.

"甲县、乙县分别制作文书612份和548份" gives 甲县 the first figure; "决定158件，罚款1,267.4万元，同比分别上升8.1%和5.3%"
gives the first change to 决定. Knows nothing but one folded sentence and its figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from qa.quantity import Quantity

_JOINED = re.compile(r"^\s?(?:、|和|与|及|以及|,|,?(?:上升|下降|增长|减少|同比[^,、]{0,4}))\s?$")
_NAME = r"[\u4e00-\u9fff“”()A-Za-z]{2,14}"
_COUNTED = re.compile(r"\d[\d,.]*(?:万|亿)?(?:件|起|宗|人|名|元|%|次|户|家|场)")
_RATE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:率|数|量|额)")  # 案卷180卷、90卷,合格率分别为95.6%、97.8%
_SEPARATOR = re.compile(r"、|和|与|及|以及")


def respective_words(text: str, quantities: Sequence[Quantity], own: Mapping[int, str]) -> dict[int, str]:
    """Give each figure behind 分别 the words of the thing that it counts.

    Args:
        text: A folded sentence.
        quantities: Its figures.
        own: For positions of figures the words that own them.

    Returns:
        For positions of figures behind 分别 the words of their things; empty where the counts do not fit.
    """
    found: dict[int, str] = {}
    if "分别" not in text:
        return found
    for match in re.finditer("分别", text):
        run = _run_after(text, quantities, match.end())
        if len(run) < 2:
            continue
        names = _names_before(text[: match.start()], len(run))
        before = [i for i, q in enumerate(quantities) if q.end <= match.start()][-len(run) :]
        if names:
            # 区委、区政府领导分别对法治工作作出批示6次、13次: what they did is said once
            done = re.sub(r"[为是达有约共]+$", "", text[match.end() : quantities[run[0]].start])
            found |= {i: name + done for i, name in zip(run, names, strict=True)}
        elif len(before) == len(run):
            lead = re.split(r"[,;:。]", text[: match.start()])[-1]
            measure = lead if _RATE.fullmatch(lead) else ""
            found |= {i: own.get(j, "") + measure for i, j in zip(run, before, strict=True)}
    return found


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
        joined = re.search(rf"(?:{_NAME}(?:、|和|与|及|以及))+{_NAME}", clause)
        names = [n for n in _SEPARATOR.split(joined[0]) if n] if joined else []
        if len(names) == count:
            return _with_tail(names)
    return []


# "道路交通、市场监管、农业农村领域查处案件": what stands behind the last name is said of all.
_TAIL = re.compile(r"(?P<name>.{2,9}?)(?P<tail>(?:等?(?:领域|行业|方面|系统|部门))[\u4e00-\u9fff]*)")


def _with_tail(names: list[str]) -> list[str]:
    """Give each name what the last one carries for all."""
    match = _TAIL.fullmatch(names[-1])
    return [*(name + match["tail"] for name in names[:-1]), names[-1]] if match else names
