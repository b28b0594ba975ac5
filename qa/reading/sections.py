"""What a section speaks of: results, problems, the duty of its leaders, or plans.

Decided by the words of its headings, outermost first, and inside a section by sentences that plainly turn to
something else ("2024年,…但工作中还存在一些差距和不足。"). Works on folded text. Knows nothing of places.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.types import SectionKind

_TAIL = r"\s*(?:\([^)]*\))?[:。]?$"
# "二、存在的不足", "三、存在的主要问题和困难", "问题与不足"; but not "(三)着力破解执法扰企问题".
_PROBLEM = lazy_re(r"(?:不足|问题|短板|困难|差距|薄弱环节|瓶颈)")
_PROBLEM_DEEP = lazy_re(
    rf"(?:存在|面临).{{0,8}}(?:不足|问题|短板|困难|差距|薄弱)|(?:问题|工作)(?:和|与|及)?(?:不足|短板|差距){_TAIL}"
)
_SOLVED = lazy_re(r"解决|破解|化解|整改|补齐|补足|攻克|聚焦|消除|治理|防范|围绕|针对|强化|着力|紧盯|坚持")
# "三、下一步工作计划", "四、2023年法治政府建设主要工作安排", "今后努力方向"
_PLAN = lazy_re(
    rf"下一步|下步|下阶段|下一阶段|下一年|今后|明年|来年|未来|(?:计划|安排|打算|思路|展望|设想|谋划|努力方向|目标任务|改进措施|改进方向|工作建议|意见建议|重点工作|工作重点|重点任务){_TAIL}"
)
_PLAN_DEEP = lazy_re(
    rf"下一步|下步(?:工作|计划|打算|安排)|下阶段|下一阶段|今后(?:工作|打算|努力)|工作(?:计划|安排|打算|思路|展望){_TAIL}|^\S{{0,4}}打算{_TAIL}"
)
# "三、党政主要负责人履行推进法治建设第一责任人职责情况"
# "一、重点工作": reports never begin with plans; a year to come in it makes it one all the same
_FIRST_WORK = lazy_re(rf"^一、(?:20\d\d年)?[^,。;]{{0,12}}重点(?:工作|任务){_TAIL}")
_DUTY = lazy_re(r"第一责任人|第一人职责|主要负责人.{0,12}(?:履行|履职|推进|落实|述法)")
_DUTY_DEEP = lazy_re(r"主要负责人.{0,6}履(?:行|职).{0,24}情况")
_RESULT = lazy_re(r"做法|举措|成效|成绩|(?<!整改)(?<!改进)措施|亮点|进展|回顾|(?:推进|开展|完成|落实)情况")
_YEAR = lazy_re(r"(20\d\d)\s*年")
# "附表", "附件:各镇情况表": what is appended belongs to no section that it stands behind.
APPENDED = lazy_re(r"^附(?:表|件|录)(?:[一二三四五六七八九十\d]*[:、]|[一二三四五六七八九十\d]*$)")

# "但工作中还存在一些差距和不足", "仍存在一些问题和不足"; not "整改存在问题92个" and not "针对存在的不足".
_ADMITS = lazy_re(
    r"(?:但|还|仍|也|尚|依然|同时).{0,16}(?:存在|有).{0,14}(?:不足|问题|短板|差距|薄弱|困难)"
    # "还有不少地方不满意:复议案件涨得快"
    r"|(?:还|仍|尚|也)有(?:不少|一些|几个|几处|许多|很多)?(?:地方|方面|环节)[^,。:]{0,6}(?:不满意|不到位|不够|没做好|做得不|欠缺|欠账|差距|跟不上)"
)
_FOUND = lazy_re(
    r"整改|督促|排查|反馈|查处|查纠|纠正|督办|发现.{0,12}问题|针对.{0,8}(?:不足|问题)|问题\d+|解决"
)
# "下一步,我区将…", "2025年,某区将坚持…", "今后要…"
_TURNS = lazy_re(
    r"^(?:下一步|下步|今后|下阶段|下一阶段|接下来|明年|新的一年|(?P<year>20\d\d)\s*年)[^。]{0,60}?(?:将|要|计划|打算|拟|继续|力争|重点)|"
    r"^(?:下一步|下步|下阶段|今后)[^。,]{0,10}:$"
    # "2025年,一是收回长期不用的赋权事项"; "2025年3月,…" tells what was done while the report was written
    r"|^(?P<next>20\d\d)\s*年(?!\s*\d)"
)


class Resolved(NamedTuple):
    """Kind of a section, and the kinds that its sentences may turn to."""

    kind: SectionKind
    turns_to: frozenset[SectionKind]


def section_of(path: tuple[str, ...], year: int, has_headings: bool) -> Resolved:
    """Decide what the text under a heading path speaks of.

    Args:
        path: Folded headings, outermost first.
        year: Year the report is on.
        has_headings: Whether the report has any heading.

    Returns:
        Its kind; text before the first heading is INTRO, unless there are no headings at all.
    """
    if not path:
        kind = SectionKind.INTRO if has_headings else SectionKind.RESULT
        return Resolved(kind, frozenset({SectionKind.PROBLEM, SectionKind.PLAN}))
    if APPENDED.match(path[-1]):
        return Resolved(SectionKind.RESULT, frozenset())
    kind, mixed = SectionKind.RESULT, False
    for depth, heading in enumerate(path):
        kinds = heading_kinds(heading, year, deep=depth > 0 and not mixed)
        if mixed and not kinds:
            continue
        decisive = kinds - {SectionKind.RESULT}
        if len(decisive) > 1 or (SectionKind.RESULT in kinds and decisive):
            mixed = True
            kind = _first(kinds)
        elif decisive:
            kind, mixed = next(iter(decisive)), False
        if kind is not SectionKind.RESULT and not mixed:
            return Resolved(
                kind, frozenset({SectionKind.PLAN}) if kind is SectionKind.PROBLEM else frozenset()
            )
    turns = {SectionKind.PROBLEM, SectionKind.PLAN} - {kind}
    return Resolved(kind, frozenset(turns))


def heading_kinds(heading: str, year: int, *, deep: bool) -> frozenset[SectionKind]:
    """List the kinds that a heading's words name.

    Args:
        heading: The folded heading.
        year: Year the report is on.
        deep: Whether it stands under a heading of results, where only plain words change the kind.

    Returns:
        The kinds, possibly none.
    """
    heading = re.sub(r"“[^”]*”|《[^》]*》", "", heading)
    found: set[SectionKind] = set()
    problem = (_PROBLEM_DEEP if deep else _PROBLEM).search(heading)
    if problem and (not _SOLVED.search(heading) or _PROBLEM_DEEP.search(heading)):
        found.add(SectionKind.PROBLEM)
    if (_PLAN_DEEP if deep else _PLAN).search(heading):
        found.add(SectionKind.PLAN)
    if (_DUTY_DEEP if deep else _DUTY).search(heading):
        found.add(SectionKind.DUTY)
    if _RESULT.search(heading):
        found.add(SectionKind.RESULT)
    if not deep and _FIRST_WORK.match(heading):
        found.discard(SectionKind.PLAN)
    years = [int(y) for y in _YEAR.findall(heading)]
    if years and min(years) > year and not found & {SectionKind.PROBLEM, SectionKind.DUTY}:
        found.add(SectionKind.PLAN)
    if SectionKind.DUTY in found and SectionKind.RESULT in found:
        found.discard(SectionKind.DUTY if re.search("做法|举措|成效", heading) else SectionKind.RESULT)
    if {SectionKind.PLAN, SectionKind.RESULT} <= found and SectionKind.PROBLEM not in found:
        # "下一步工作举措" is a plan, "工作计划落实情况" a result.
        found.discard(SectionKind.PLAN if re.search(r"(?:落实|完成)情况", heading) else SectionKind.RESULT)
    return frozenset(found)


def _first(kinds: frozenset[SectionKind]) -> SectionKind:
    """The kind that a combined section begins with: reports go from results to problems to plans."""
    order = (SectionKind.RESULT, SectionKind.DUTY, SectionKind.PROBLEM, SectionKind.PLAN)
    return next(kind for kind in order if kind in kinds)


def turn(sentence: str, current: SectionKind, resolved: Resolved, year: int) -> SectionKind:
    """Decide whether a sentence turns the section to problems or plans.

    Args:
        sentence: The folded sentence.
        current: Kind of the sentence before it.
        resolved: What its heading says.
        year: Year the report is on.

    Returns:
        The kind from this sentence on.
    """
    plan = _TURNS.match(sentence)
    if plan and SectionKind.PLAN in resolved.turns_to:
        named = plan["year"] or plan["next"]
        if named is None or int(named) > year:
            return SectionKind.PLAN
    if SectionKind.PROBLEM in resolved.turns_to and current is not SectionKind.PLAN:
        admits = _ADMITS.search(sentence)
        if admits and not _FOUND.search(sentence):
            return SectionKind.PROBLEM
    return current
