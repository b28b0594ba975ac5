"""The parts of a report that tell what it is: title, table, signature, lead, headings, banners.

Gathers them from a text taken apart; what they say is judged in ``origin``, ``year`` and ``metadata``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.reading.dates import iso_date
from qa.reading.furniture import DATE_TEXT, ORG_LINE, ORG_TEXT, closed_up, is_footer, is_link
from qa.reading.layout import Role
from qa.reading.office import parse_office
from qa.reading.structure import Layout
from qa.reading.table import NAME_KEYS, first_value, table_of

# "某县人民政府门户网站", "首页 > 某区 > 政务公开", "(某县)", "某县人民政府县长 张某":
# a piece of a line above the body that is an office's name
_BANNER_END = lazy_re(
    r"^(?:委|人民政府|政府|司法局|管理委员会|管委会|办事处)?(?:门户网站|政务网|网站|网|[省市县区旗州镇乡]长)?$"
)
# "# 某市2024年…", "title: 某市2024年…" in the head of a Markdown file
_TITLE_MARK = r"^(?:#+|title\s*:)\s*|[\s|]+$"
# "关于印发《某县某局2024年法治政府建设工作总结》的通知"
_ENCLOSES = lazy_re(
    r"(?:印发|报送|上报|呈报|公布|公开|发布|转发)《(?P<title>[^《》]*(?:法治|依法行政)[^《》]*)》的?(?:通知|函|报告|公告)"
)
_NOTICE_MOST = 150  # characters of a notice's title
_SHORT = 60  # characters of a line that may be a subtitle or a date
_LEAD_SPAN = 400  # characters of the body's beginning that count as its lead


class Parts(NamedTuple):
    """The folded parts of a report that tell what it is; "" or empty where there is none.

    Attributes:
        title: The title.
        printed_title: The title as printed, its lines joined.
        table: The metadata rows.
        signatures: Offices that sign.
        signed_on: The line of the signature that holds a date.
        lead: The beginning of the body.
        body: The body.
        headings: Outermost headings.
        subtitles: Short lines above the body that are no navigation, or hold a date.
        loose: Short lines outside the body that are no links.
        banners: Offices and places named alone above the body: the site's name, a breadcrumb.
    """

    title: str
    printed_title: str
    table: dict[str, str]
    signatures: tuple[str, ...]
    signed_on: str
    lead: str
    body: str
    headings: tuple[str, ...]
    subtitles: tuple[str, ...]
    loose: str
    banners: tuple[str, ...]


def parts_of(layout: Layout) -> Parts:
    """Gather the parts of a text that tell what it is.

    Args:
        layout: The text taken apart.

    Returns:
        The parts.
    """
    folded, by_role = layout.folded, {role: [b for b in layout.blocks if b.role is role] for role in Role}
    titles, body = by_role[Role.TITLE], by_role[Role.BODY]
    outside = [folded[b.start : b.end] for b in by_role[Role.FURNITURE]]
    table = table_of(outside)
    printed = "".join(re.sub(r"\s*[\r\n]+\s*", "", layout.text[b.start : b.end]) for b in titles)
    printed = re.sub(_TITLE_MARK, "", printed)
    title = re.sub(_TITLE_MARK, "", "".join(folded[b.start : b.end] for b in titles))
    if not printed:
        named = first_value(table, NAME_KEYS)[0]
        printed = title = named if re.search("法治|依法行政", named) else _enclosed(layout)
    signed = "\n".join(folded[b.start : b.end] for b in by_role[Role.SIGNATURE])
    # "安吉县人民政府" on its own line under the title signs a report that nobody signs below.
    signed = signed or "\n".join(
        line for line in outside if ORG_LINE.match(line) and parse_office(line).units
    )
    offices = tuple(re.sub(r"\s+", "", found) for line in signed.splitlines() for found in _offices(line))
    paragraphs = [piece for piece in layout.pieces if not piece.is_heading]
    intro = [piece for piece in paragraphs if not piece.path] or paragraphs[:1]
    top = [b for b in by_role[Role.FURNITURE] if not body or b.start < body[0].start]
    above = [folded[b.start : b.end] for b in top]
    return Parts(
        title=title,
        printed_title=printed,
        table=table,
        signatures=offices,
        signed_on=next((line.strip() for line in signed.splitlines() if iso_date(line)), ""),
        lead="".join(folded[piece.start : piece.end] for piece in intro[:3])[:_LEAD_SPAN],
        body="\n".join(folded[b.start : b.end] for b in body),
        headings=tuple(p.path[-1] for p in layout.pieces if p.is_heading and len(p.path) == 1),
        subtitles=tuple(
            line for line in above if len(line) <= _SHORT and (not is_footer(line) or iso_date(line))
        ),
        loose="\n".join(line for line in outside if len(line) <= _SHORT and not is_link(line)),
        banners=tuple(_banners(above)),
    )


def _enclosed(layout: Layout) -> str:
    """The title of the report that a notice encloses, as the notice prints it; "" if it encloses none."""
    for block in layout.blocks:
        if block.role is not Role.TITLE and block.end - block.start <= _NOTICE_MOST:
            found = _ENCLOSES.search(layout.folded, block.start, block.end)
            if found:
                return re.sub(r"\s*[\r\n]+\s*", "", layout.text[found.start("title") : found.end("title")])
    return ""


def _banners(lines: list[str]) -> list[str]:
    """The offices and places that lines above the body name alone or between the signs of a breadcrumb."""
    pieces = [piece for line in lines for piece in re.split(r"[>»|/:()\s-]+", line) if 2 <= len(piece) <= 30]
    parsed = [(piece, parse_office(piece)) for piece in pieces]
    return [piece for piece, office in parsed if office.units and _BANNER_END.match(office.body)]


def _offices(line: str) -> list[str]:
    """The offices that a signature line names."""
    bare = closed_up(re.sub(DATE_TEXT, " ", line).strip("() "))
    return [words for words in re.split(r"\s{1,}", bare) if re.fullmatch(ORG_TEXT, words)] or (
        [bare] if bare else []
    )
