"""For which year a figure holds, and whether it is a result, a plan, a cumulative figure, a share or a change.

Knows nothing of what is counted.
"""

from __future__ import annotations

from enum import StrEnum

from qa.ledger.mention import Mention
from qa.patterns import lazy_re
from qa.types import SectionKind


class Kind(StrEnum):
    """What a figure states of what it counts."""

    RESULT = "result"
    PLAN = "plan"
    CUMULATIVE = "cumulative"
    SHARE = "share"
    CHANGE = "change"


# A year in a title, or in brackets that are closed: "行政处罚3926件(2023年:4471件),罚没款1038.9万元" gives the fine of this year.
_TITLE = lazy_re(r"《[^》]*》?|“[^”]*”|\([^()]*\)")
# "2023年,全县办理…", "其中2024年新建成省级28个": the year that the clause speaks of. Not "2021年以来", "较2023年", "2024年版".
_YEAR = lazy_re(
    r"(?:^|[,;:。(|]|其中)\s?(?:截至|到|至)?\s?(20\d\d)\s?年(?:度|底|末)?(?![-—~至版起]|\s?(?:\d+月\d*日?)?(?:以来|来|起))"
)
_SINCE = lazy_re(
    r"(?P<year>20\d\d)年(?:\d+月)?(?:\d+日)?(?:以来|来|起)|(?P<long>[三五两二四六七八十]年[以]?来|近[三五两二四]年|历年|历次|“?十[三四五]五”?(?:期间|以来)|(?:成立|运行|实施|换届|启用|设立|改革|上线|施行|开展|挂牌|组建)以来|"
    r"20\d\d年?[-—~至]20\d\d年)"
)
_OF_YEAR = lazy_re(r"全年|今年|本年|年内|当年|一年来|年度内|20\d\d年(?!以来|来|起|底|末)")
_PLAN = lazy_re(
    r"力争|争取|计划(?!生育|免疫)(?:新|在|于|到|全年|培|建|完|开|组|将)|目标[为是:]|预计|拟(?<![模虚]拟)(?!定|办|稿|制|批|上市|任|提拔|录)|到20\d\d年底?[,前]?|20\d\d年底前"
)
_SHARE = lazy_re(r"(?:占|占比|占到|比重|比例)[^,;:。%]{0,14}$")
_FUTURE = lazy_re(r"(?:^|[,;:。(])\s?(?:力争|到|至)?\s?(20\d\d)年")
_BASE = lazy_re(
    r"(?:同比|环比|(?:较|比|与)(?:上|去|前)一?年(?:度)?(?:同期)?(?:相比)?|(?:较|比|与)20\d\d年(?:同期|度)?(?:相比)?|年均|(?:较|比)(?:此前|以往|同期|改革前))"
)
_BEFORE_LAST = lazy_re(r"前年")
# "较2022年的4,633户增长10.3%": the figure of the earlier year itself.
_BASE_ITSELF = lazy_re(
    r"(?:(?:较|比|由|从|与)(?:(?P<year>20\d\d)年|上年|去年|上一年)(?:度|同期)?的?|[(（](?:上年|去年|上一年)(?:同期)?为?)\s?$"
)
_BASE_ENDS = frozenset("年度期的为 \t\n")  # what that pattern ends with
_NAMED = lazy_re(r"(20\d\d)年(?:度)?的?\s?[为达]?\s?$")


def year_of(before: str, mention: Mention, year: int, section: SectionKind) -> int:
    """Tell the year that a figure holds for.

    Args:
        before: The folded sentence up to the figure.
        mention: The figure.
        year: Year of its report.
        section: What its section speaks of.

    Returns:
        The year that its words name, the year before for 上年, the year after for a plan, else the report's.
    """
    if mention.year:
        return mention.year
    usual = year + 1 if section is SectionKind.PLAN else year
    if before[-1:] in _BASE_ENDS and (base := _BASE_ITSELF.search(before[-12:])):
        return int(base["year"] or year - 1)
    if "20" not in before and not mention.past:
        return usual
    clear = _TITLE.sub(lambda match: "=" * len(match[0]), before)
    if mention.past:
        named = _NAMED.search(clear)
        if named and int(named[1]) < year:
            return int(named[1])
        return year - 2 if _BEFORE_LAST.search(clear[-6:]) else year - 1
    named_years = [int(match[1]) for match in _YEAR.finditer(clear)]
    if named_years and (named_years[-1] <= year or section is SectionKind.PLAN):
        return named_years[-1] if named_years[-1] > year - 20 else year
    future = [int(match[1]) for match in _FUTURE.finditer(clear) if int(match[1]) > year]
    if future:
        return future[-1]
    return usual


def kind_of(before: str, mention: Mention, held: int, year: int, section: SectionKind) -> Kind:
    """Tell what a figure states.

    Args:
        before: The folded sentence up to the figure.
        mention: The figure.
        held: Year that it holds for.
        year: Year of its report.
        section: What its section speaks of.

    Returns:
        Change, plan, share, cumulative or result.
    """
    clause = before[mention.clause[0] :]
    if mention.change:
        # 2025年,…四是涉企检查再减一成
        return Kind.PLAN if section is SectionKind.PLAN or held > year else Kind.CHANGE
    if section is SectionKind.PLAN or held > year or _PLAN.search(clause):
        return Kind.PLAN
    if mention.quantity.unit_class == "percent" and _SHARE.search(clause) and not clause.endswith("率"):
        return Kind.SHARE
    own = clause[-24:]
    if ("累计" in own or "累积" in own) and not _OF_YEAR.search(clause):
        return Kind.CUMULATIVE
    at = mention.clause[0]
    recent = before[max(0, at - 24) :]
    # of what tells a span of years most figures hold none, and need no call
    if not ("来" in recent or "20" in recent or "历" in recent or "期间" in recent):
        return Kind.RESULT
    if not _may_be_since(recent):
        return Kind.RESULT
    for part in (clause, before[max(0, at - 24) : at].rstrip(",;:。")[-16:]):
        since = _SINCE.search(part) if _may_be_since(part) else None
        if (
            since
            and (since["long"] or int(since["year"]) < year)
            and (part is clause or since.end() >= len(part) - 1)
        ):
            return Kind.CUMULATIVE
    return Kind.RESULT


def _may_be_since(words: str) -> bool:
    """Tell cheaply whether words may name a span of years up to now."""
    return (
        "来" in words
        or "期间" in words
        or "历" in words
        or ("20" in words and ("起" in words or "近" in words or words.count("20") > 1))
    )


def change_base(before: str, mention: Mention) -> str:
    """Name what a change is measured against.

    Args:
        before: The folded sentence up to the figure.
        mention: A figure that states a change.

    Returns:
        The last such words before it in its clause, or in the sentence (同比分别上升8.1%和5.3%), or "".
    """
    bases = [match[0] for match in _BASE.finditer(before[mention.clause[0] :])] or [
        match[0] for match in _BASE.finditer(before)
    ]
    return bases[-1] if bases else ""
