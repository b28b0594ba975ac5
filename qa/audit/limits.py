"""What cannot be whatever it was counted from: a share over 100 %, an event after the year, more closed than received.

Each is stated only where the sentence itself gives no reason: cases carried over, a plan, a rate that may well pass 100 %.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity, Span
from qa.audit.interval import Interval, last_digit
from qa.audit.wording import finding, percent, plain
from qa.patterns import lazy_re
from qa.text import fold
from qa.types import Report, SectionKind

# shares of a whole; 完成率, 结案率, 增长率 may pass 100 %
# 新增就业2.61万人[,完成年度目标]2.5万人的104.4%
_GOAL = lazy_re(r"^,(?:已|超额)?(?:为|占)?完成(?:年度|全年|年)?(?:目标任务|目标|任务)(?:数|计划)?$")
_SHARE = lazy_re(
    r"(?:按期办结|按时办结|办结|持证(?:上岗)?|化解|成功|合格|及格|采纳|满意|出庭(?:应诉)?|覆盖|回复|答复|响应|纠错|败诉|优秀|网办|公示|整改|调解|知晓|普及|接通|履行|备案|报备|审查|参训|到位|配备)率$|满意度$|占(?:比|[^,;]{0,10}的)?(?:为|达)?$"
)
_CARRIED = lazy_re(
    r"结转|旧存|存案|积案|历年|往年|上年度?|跨年|连同|累计|含|以来|加上|遗留|延续|存量|法院|新收"
)
_RECEIVED = lazy_re(r"(?:受理|收到|接收|接到)")
# 审结88件[,败诉]98件: a part by its name, right behind what it is a part of
_WITHIN = tuple(
    (
        lazy_re(f"(?:{whole})$"),
        lazy_re(f"^(?:其中|已|均|行政机关|成功|年内|全部|共|予以|被)*(?:{part})(?:到位|完成)?$"),
    )
    for whole, part in (
        (r"(?:审结|办结|判决|结案)(?:案件)?", r"败诉"),
        (r"应(?:当)?出庭(?:应诉)?(?:案件)?", r"实际出庭(?:应诉)?|出庭应诉"),
        # 应参加2416人,实际参加2490人
        (
            r"应(?:当)?(?:参加|参考|参训|参学|到|考|训|出席|参会)[\u4e00-\u9fff]{0,4}",
            r"(?:实际|实)(?:参加|参考|参训|参学|到|考|训|出席|参会)[\u4e00-\u9fff]{0,4}",
        ),
        (r"(?:调解|调处|化解)[^,]{0,6}(?:纠纷|案件)", r"调解成功|调处成功|化解成功"),
        # 发现问题213个,下发意见书48份,已纠正231个
        (r"问题|隐患|线索", r"(?:督促)?(?:整改|销号|纠正)"),
        (r"实际出庭(?:应诉)?|负责人出庭(?:应诉)?", r"正职(?:负责人)?(?:出庭)?(?:应诉)?"),
        (r"任务", r"完成"),
        # 1084名在岗执法人员,持证1062名
        (r"执法人员", r"持证|持有执法证"),
        (r"意见|建议", r"采纳|吸收采纳"),
        (r"(?:评查|抽查|抽取)[^,]{0,8}案卷|案卷评查", r"合格|优秀|不合格"),
        (r"(?:收到|新收|接收)[^,]{0,10}(?:申请|案件)", r"受理|不予受理"),
    )
)
_DONE_WITH = lazy_re(r"^(?:问题|隐患|线索)(?:已|均|全部)?(?:整改|销号)(?:到位|完成|完毕)?$")
# 新建12个[,累计建成]9个
_NEW = lazy_re(r"^(?:全年|年内|今年|当年|共)*新[建增设培聘选][\u4e00-\u9fff“”]{0,12}$")
_TOTAL = lazy_re(r"^[,;、](?:现有|总数达到?|累计(?:建成|达到?|培育|设立)?|总量达到?)(?:了)?$")
# 新培养法律明白人214名[,全县法律明白人累计达到]160名: the thing is named again
_TOTAL_OF = lazy_re(
    r"^[,;、](?:使|全[市区县州省旗镇盟])*(?P<of>[\u4e00-\u9fff“”]{2,12}?)(?:累计|总数|总量|总人数|队伍)(?:已|共)?(?:达到?|为|有|扩大到|增至)(?:了)?$"
)
_CLOSED = lazy_re(r"^(?:已|均|全部|成功|按期|及时|依法|共)*(?:办结|审结|结案|化解|调解成功|答复|办复)$")
# A report is published by April of the next year (法治政府建设与责任落实督察工作规定); until then it may tell news.
_LAST_MONTH = 4
_DATED = lazy_re(r"(?:^|[。;])\s*(?:[一二三四五六七八九十]是)?(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?[,、]")
_AHEAD = lazy_re(r"将|拟|计划|预计|施行|实施|生效|力争|争取|届时|开始|到期|有效期|截止")


def check_limits(here: Sequence[Figure]) -> Iterator[Finding]:
    """Check the figures of one sentence against what cannot be.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What cannot be.
    """
    for at, figure in enumerate(here):
        if (
            figure.quantity.unit == "%"
            and not figure.mention.change
            and figure.bounds.low > 100
            and _SHARE.search(figure.words)
        ):
            yield _limit(
                figure, [], "≤100%", f"{plain(figure)}>100%", "，这一比率不会超过100%", ", a share of a whole"
            )
        if at > 1 and figure.before == "的" and figure.quantity.unit == "%":
            yield from _of_goal(here[at - 2], here[at - 1], figure)
        if at:
            yield from _closed(here[at - 1], figure)
            yield from _within(_last_alike(here, at), figure)


def _last_alike(here: Sequence[Figure], at: int) -> Figure:
    """Give the figure before one, or the last of its unit behind which only one of another stands."""
    last, before = here[at - 1], here[at - 2] if at > 1 else here[at - 1]
    unlike = last.quantity.unit != here[at].quantity.unit
    return before if unlike and before.segment == here[at].segment else last


def _of_goal(done: Figure, goal: Figure, rate: Figure) -> Iterator[Finding]:
    """Recompute 新增就业2.61万人,完成年度目标2.5万人的104.4%."""
    same = done.quantity.bare_unit == goal.quantity.bare_unit
    if not (same and done.counts and _GOAL.search(goal.before)) or done.segment != rate.segment:
        return
    exact = goal.quantity.amount  # a goal is set, not counted: 2.5万 are 25,000
    result = done.bounds.over(Interval(exact, exact), 100)
    if result is None or result.meets(rate.bounds):
        return
    computed = percent(result, rate)
    yield finding(
        Kind.RATE,
        Severity.ROUNDING
        if result.gap(rate.bounds) < last_digit(rate.quantity) / 2
        else Severity.CONTRADICTION,
        rate,
        [done, goal],
        computed=computed,
        arithmetic=f"{plain(done)}÷{plain(goal)}={computed}",
    )


def _closed(received: Figure, closed: Figure) -> Iterator[Finding]:
    """Check that no more is closed than was received, where nothing was carried over: 受理18件,办结21件."""
    if received.quantity.unit != closed.quantity.unit or not (received.counts and closed.counts):
        return
    beside = closed.before.startswith(",") and received.segment == closed.segment and not received.joined
    if not (beside and _RECEIVED.search(received.label) and _CLOSED.search(closed.words)):
        return
    if closed.bounds.low <= received.bounds.high or _CARRIED.search(fold(closed.sentence.text)):
        return
    yield _limit(
        closed,
        [received],
        f"≤{plain(received)}",
        f"{plain(closed)}>{plain(received)}",
        "，办结多于收到，文中未提上年结转",
        ", more closed than received and nothing said of cases carried over",
        Severity.SCOPE,
    )


def _within(whole: Figure, part: Figure) -> Iterator[Finding]:
    """Check that a part by its name is no more than the whole right before it, and new ones no more than all."""
    if whole.quantity.unit != part.quantity.unit or not (whole.counts and part.counts) or whole.joined:
        return
    between = part.before.removeprefix(whole.noun)
    # 145个问题整改到位135个: what the first counts stands behind it, and what was done with it too
    done = whole.quantity.unit in ("个", "项", "条", "件") and _DONE_WITH.match(part.before) is not None
    if not (between.startswith((",", "、")) or done) or whole.segment != part.segment:
        return
    if part.bounds.low > whole.bounds.high and any(
        of.search(whole.words + whole.noun) and (done or name.search(part.words)) for of, name in _WITHIN
    ):
        if not _CARRIED.search(fold(part.sentence.text)):
            told = f"{plain(part)}>{plain(whole)}"
            note, note_en = "，一部分多于全部", ", a part larger than its total"
            yield _limit(part, [whole], f"≤{plain(whole)}", told, note, note_en, Severity.SCOPE)
    elif part.bounds.high < whole.bounds.low and _NEW.search(whole.words) and _is_total(whole, part):
        told = f"{plain(part)}<{plain(whole)}"
        note, note_en = "，累计少于当年新增", ", fewer in all than new ones"
        yield _limit(part, [whole], f"≥{plain(whole)}", told, note, note_en)


def _is_total(new: Figure, figure: Figure) -> bool:
    """Tell whether a figure is of all, where the one before it is of the new ones."""
    of = _TOTAL_OF.search(figure.before)
    return _TOTAL.search(figure.before) is not None or (
        of is not None and new.words.strip("“”").endswith(of["of"].strip("“”"))
    )


def _limit(
    figure: Figure,
    basis: list[Figure],
    computed: str,
    arithmetic: str,
    note: str,
    note_en: str,
    severity: Severity = Severity.CONTRADICTION,
) -> Finding:
    """Make a finding."""
    return finding(
        Kind.LIMIT,
        severity,
        figure,
        basis,
        computed=computed,
        arithmetic=arithmetic,
        note=note,
        note_en=note_en,
    )


def check_dates(report: Report) -> Iterator[Finding]:
    """Check that what a report tells as done is not dated after its year: 2024年9月,组织…培训 in the report of 2023.

    Args:
        report: A report.

    Yields:
        Events dated after the report can have been written.
    """
    year = report.meta.year
    for sentence in report.sentences:
        if sentence.section is not SectionKind.RESULT or _AHEAD.search(sentence.text):
            continue
        for match in _DATED.finditer(fold(sentence.text)):
            late = int(match[1]) > year + 1 or (int(match[1]) == year + 1 and int(match[2]) > _LAST_MONTH)
            if not late:
                continue
            start = sentence.start + match.start(1)
            end = sentence.start + match.end() - 1
            quote = report.text[start:end]
            yield Finding(
                kind=Kind.LIMIT,
                severity=Severity.SCOPE,
                place=report.meta.place,
                year=year,
                stated=quote,
                computed=f"≤{year + 1}年{_LAST_MONTH}月",
                arithmetic=f"{match[1]}>{year}",
                message=f"文中写“{quote}”已做的事，而这是{year}年的报告。",
                message_en=f"The report of {year} tells of “{quote}” as past.",
                spans=(
                    Span(
                        report=report.meta.id,
                        file=report.meta.file,
                        start=start,
                        end=end,
                        quote=quote,
                        sentence=sentence.text,
                        sentence_start=sentence.start,
                        sentence_end=sentence.end,
                    ),
                ),
            )
