"""What cannot be whatever it was counted from: a share over 100 %, an event after the year, more closed than received.

Each is stated only where the sentence itself gives no reason: cases carried over, a plan, a rate that may well pass 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity, Span
from qa.audit.wording import finding, plain
from qa.text import fold
from qa.types import Report, SectionKind

# shares of a whole; 完成率, 结案率, 增长率 may pass 100 %
_SHARE = re.compile(
    r"(?:按期办结|按时办结|办结|持证(?:上岗)?|化解|成功|合格|及格|采纳|满意|出庭(?:应诉)?|覆盖|回复|答复|响应|纠错|败诉|优秀|网办|公示|整改|调解|知晓|普及|接通|履行|备案|报备|审查|参训|到位|配备)率$|满意度$|占(?:比|[^,;]{0,10}的)?(?:为|达)?$"
)
_CARRIED = re.compile(
    r"结转|旧存|存案|积案|历年|往年|上年度?|跨年|连同|累计|含|以来|加上|遗留|延续|存量|法院|新收"
)
_RECEIVED = re.compile(r"(?:受理|收到|接收|接到)")
_CLOSED = re.compile(r"^(?:已|均|全部|成功|按期|及时|依法|共)*(?:办结|审结|结案|化解|调解成功|答复|办复)$")
# A report is published by April of the next year (法治政府建设与责任落实督察工作规定); until then it may tell news.
_LAST_MONTH = 4
_DATED = re.compile(r"(?:^|[。;])\s*(?:[一二三四五六七八九十]是)?(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?[,、]")
_AHEAD = re.compile(r"将|拟|计划|预计|施行|实施|生效|力争|争取|届时|开始|到期|有效期|截止")


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
        if at:
            yield from _closed(here[at - 1], figure)


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
