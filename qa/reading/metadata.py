"""Text -> what the report is: place, year reported on, issuer, date, title, each with the words that show it.

Everything comes from the text, never from the file's name. A report's year is not the year it was published
in; only if nothing else names a year is it taken as the year before publication.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from qa.errors import UnreadableFile
from qa.places import level_of
from qa.reading.dates import iso_date, years_in
from qa.reading.furniture import DATE_TEXT, META_KEY, ORG_LINE, ORG_TEXT
from qa.reading.layout import Role
from qa.reading.office import complete, parse_office, title_offices
from qa.reading.origin import Clues, Origin, find_origin
from qa.reading.sections import heading_kinds
from qa.reading.slug import report_id
from qa.reading.structure import Layout
from qa.types import ReportMeta, SectionKind

_ISSUER_KEYS = ("发布机构", "发文机关", "发文单位", "发布单位", "发布部门", "公开机构", "公开责任部门")
_SOURCE_KEYS = ("信息来源", "稿件来源", "文章来源", "来源", "作者")
_DATE_KEYS = ("发布日期", "发布时间", "公开日期", "生成日期", "成文日期", "发文日期", "印发日期", "更新时间")
_BODIES = (
    "政府",
    "公署",
    "行署",
    "局",
    "委",
    "厅",
    "会",
    "办公室",
    "办事处",
)  # what an issuer's name ends with
# "某县人民政府门户网站", "首页 > 某区 > 政务公开", "(某县)": a piece of a line above the body that is an office's name
_BANNER_END = re.compile(
    r"^(?:委|人民政府|政府|司法局|管理委员会|管委会|办事处)?(?:门户网站|政务网|网站|网)?$"
)
_LEAD_SPAN = 400  # characters of the body's beginning that count as its lead
# "市司法局深入学习…现将我局2024年…": the office that speaks of itself in the lead
_SPEAKER = re.compile(
    r"(?:^|[,。年来])\s*([\u4e00-\u9fff]{0,8}?[省市县区旗]?[\u4e00-\u9fff]{2,12}?(?:局|委|厅))(?=[在以坚深认全紧切高按始,持严围贯])"
)
_OWN = re.compile(r"[我本][局委厅]")


class _Parts(NamedTuple):
    """The folded parts of a report that tell what it is."""

    title: str
    printed_title: str
    table: dict[str, str]
    signatures: tuple[str, ...]
    signed_on: str
    lead: str
    body: str
    headings: tuple[str, ...]
    dates: str
    banners: tuple[str, ...]


def describe(
    layout: Layout, file: str, sha256: str, place: str | None = None, year: int | None = None
) -> ReportMeta:
    """Find what a report is.

    Args:
        layout: The text taken apart.
        file: Name of its file, for the record and for messages.
        sha256: Hash of the file's bytes.
        place: Full name of the place if the user gave it.
        year: Year reported on if the user gave it.

    Returns:
        The report's description, with evidence for each field.

    Raises:
        UnreadableFile: neither the text nor the user names a place, or a year.
    """
    parts = _parts(layout)
    date, date_evidence = _date(parts)
    found_year, year_evidence = (year, "用户指定") if year is not None else _year(parts, date)
    origin = _given(place, parts) if place else find_origin(_clues(parts))
    missing = [name for name, value in (("地区", origin), ("年份", found_year)) if not value]
    if missing or origin is None or found_year is None:
        raise UnreadableFile(
            f"{file}: 正文中找不到报告的{'和'.join(missing)}; 请用 add --place 地区全名 --year 年份 指定"
        )
    issuer, issuer_evidence = _issuer(parts, origin)
    made = f"{origin.place}{found_year}年法治政府建设工作报告"
    evidence = [("place", origin.evidence), ("year", year_evidence)]
    evidence += [("issuer", issuer_evidence)] if issuer else []
    publisher = _first_value(parts.table, _ISSUER_KEYS)
    evidence += [("publisher", publisher[1])] if publisher[0] else []
    evidence += [("date", date_evidence)] if date else []
    evidence += [("signed_on", parts.signed_on)] if parts.signed_on else []
    evidence += [("title", parts.printed_title)] if parts.printed_title else []
    return ReportMeta(
        id=report_id(origin.place, origin.parent, origin.level, found_year),
        file=file,
        place=origin.place,
        parent=origin.parent,
        level=origin.level,
        year=found_year,
        issuer=issuer,
        date=date,
        title=parts.printed_title or made,
        title_printed=bool(parts.printed_title),
        sha256=sha256,
        evidence=tuple(evidence),
    )


def _parts(layout: Layout) -> _Parts:
    """Gather the parts of the text that tell what the report is."""
    folded, by_role = layout.folded, {role: [b for b in layout.blocks if b.role is role] for role in Role}
    titles = by_role[Role.TITLE]
    table = _table([folded[b.start : b.end] for b in by_role[Role.FURNITURE]])
    printed = "".join(re.sub(r"\s*[\r\n]+\s*", "", layout.text[b.start : b.end]) for b in titles)
    printed = re.sub(r"^#+\s*|[\s|]+$", "", printed)
    title = "".join(folded[b.start : b.end] for b in titles)
    if not printed:
        named = _first_value(table, ("信息名称", "公文名称", "文件名称", "名称", "标题"))[0]
        printed = title = named if re.search("法治|依法行政", named) else ""
    signed = "\n".join(folded[b.start : b.end] for b in by_role[Role.SIGNATURE])
    # "安吉县人民政府" on its own line under the title signs a report that nobody signs below.
    above = [folded[b.start : b.end] for b in by_role[Role.FURNITURE]]
    signed = signed or "\n".join(line for line in above if ORG_LINE.match(line) and parse_office(line).units)
    offices = tuple(re.sub(r"\s+", "", found) for line in signed.splitlines() for found in _offices(line))
    body = by_role[Role.BODY]
    paragraphs = [piece for piece in layout.pieces if not piece.is_heading]
    intro = [piece for piece in paragraphs if not piece.path] or paragraphs[:1]
    lead = "".join(folded[piece.start : piece.end] for piece in intro[:3])[:_LEAD_SPAN]
    headings = tuple(piece.path[-1] for piece in layout.pieces if piece.is_heading and len(piece.path) == 1)
    loose = "\n".join(
        folded[b.start : b.end] for b in by_role[Role.FURNITURE] if len(folded[b.start : b.end]) <= 60
    )
    signed_on = next((line.strip() for line in signed.splitlines() if iso_date(line)), "")
    text = "\n".join(folded[b.start : b.end] for b in body)
    top = [b for b in by_role[Role.FURNITURE] if not body or b.start < body[0].start]
    banners = tuple(_banners([folded[b.start : b.end] for b in top]))
    return _Parts(title, printed, table, offices, signed_on, lead, text, headings, loose, banners)


def _banners(lines: list[str]) -> list[str]:
    """The offices and places that lines above the body name alone or between the signs of a breadcrumb."""
    pieces = [piece for line in lines for piece in re.split(r"[>»|/:()\s-]+", line) if 2 <= len(piece) <= 30]
    parsed = [(piece, parse_office(piece)) for piece in pieces]
    return [piece for piece, office in parsed if office.units and _BANNER_END.match(office.body)]


def _offices(line: str) -> list[str]:
    """The offices that a signature line names."""
    bare = re.sub(DATE_TEXT, " ", line).strip("() ")
    return [words for words in re.split(r"\s{1,}", bare) if re.fullmatch(ORG_TEXT, words)] or (
        [bare] if bare else []
    )


def _table(lines: list[str]) -> dict[str, str]:
    """The metadata rows as key and value; the first value that is not empty counts."""
    table: dict[str, str] = {}
    pending = ""
    for line in lines:
        keys = list(META_KEY.finditer(line))
        if pending and not keys:
            table.setdefault(pending, line.strip(" |\t"))
        pending = ""
        for i, key in enumerate(keys):
            stop = keys[i + 1].start() if i + 1 < len(keys) else len(line)
            name = re.sub(r"\s+", "", key[1])
            value = line[key.end() : stop].strip(" |\t:】]")
            if value:
                table.setdefault(name, value)
            elif i == len(keys) - 1:
                pending = name
    return table


def _first_value(table: dict[str, str], keys: tuple[str, ...]) -> tuple[str, str]:
    """The first of several keys that has a value, as value and evidence."""
    for key in keys:
        if table.get(key):
            return table[key], f"{key}: {table[key]}"
    return "", ""


def _clues(parts: _Parts) -> Clues:
    issuer = _first_value(parts.table, _ISSUER_KEYS + _SOURCE_KEYS)[0]
    return Clues(parts.title, parts.signatures, issuer, parts.lead, parts.body, parts.banners)


def _given(place: str, parts: _Parts) -> Origin:
    """The place that the user gave, completed from the gazetteer and the text."""
    found = find_origin(Clues(place, (), "", "", parts.body))
    if found and (found.place == place or place.endswith(found.place)):
        return found._replace(evidence="用户指定")
    return Origin(place, "", level_of(place), "用户指定")


def _date(parts: _Parts) -> tuple[str, str]:
    """Date of publication: the table's, else the signature's, else one that stands alone near the title."""
    for key in _DATE_KEYS:
        value = parts.table.get(key, "")
        if day := iso_date(value):
            return day, f"{key}: {value}"
    if day := iso_date(parts.signed_on):
        return day, parts.signed_on
    day = iso_date(parts.dates)
    return day, day


def _year(parts: _Parts, date: str) -> tuple[int | None, str]:
    """Year reported on: the title's, the lead's, the headings', else the year before publication."""
    published = int(date[:4]) if date else 0
    in_title = [year for year in years_in(parts.title) if not published or year <= published]
    if in_title:
        # "2023年…情况和2024年工作安排": the report is on the first.
        return min(in_title), f"标题: {parts.printed_title}"
    in_header = [year for line in parts.dates.splitlines() if "年度" in line for year in years_in(line)]
    if in_header:
        return in_header[0], f"副标题: {in_header[0]}年度"
    in_lead = [year for year in years_in(parts.lead) if not published or published - 3 <= year <= published]
    likely = [year for year in in_lead if year in (published, published - 1)] or in_lead
    if likely:
        counts = Counter(years_in(parts.body))
        # Of several years in the lead ("2021年以来…2023年,我县") the one that the report names most.
        year = max(dict.fromkeys(likely), key=lambda y: counts[y])
        return year, f"首段: {parts.lead[:40]}"
    for heading in parts.headings:
        for year in years_in(heading):
            plan = SectionKind.PLAN in heading_kinds(heading, 9999, deep=False)
            return (year - 1, f"标题(下一年计划): {heading}") if plan else (year, f"小标题: {heading}")
    if published:
        return published - 1, f"按发布日期 {date} 推定为上一年"
    counts = Counter(years_in(parts.body))
    if counts:
        year, count = counts.most_common(1)[0]
        if count >= 2:
            return year, f"正文提到 {count} 次"
    return None, ""


def _issuer(parts: _Parts, origin: Origin) -> tuple[str, str]:
    """Who issued it: who signed it, else the publisher in the table, the title, or the office that speaks."""
    base = origin.parent if origin.level == "department" else origin.place
    if parts.signatures:
        return complete(parts.signatures[0], base), parts.signatures[0]
    value, evidence = _first_value(parts.table, _ISSUER_KEYS)
    if value:
        return complete(value, base), evidence
    head = parts.title.partition("关于")[0] if "关于" in parts.title else ""
    for words in (head, *title_offices(parts.title)):
        if words and parse_office(words).body.endswith(_BODIES):
            return complete(words, base), f"标题: {parts.printed_title}"
    speaker = _SPEAKER.search(parts.lead)
    if speaker and _OWN.search(parts.body):
        return complete(speaker[1], base), speaker[1]
    value, evidence = _first_value(parts.table, _SOURCE_KEYS)
    if value and re.fullmatch(ORG_TEXT, re.sub(r"\s+", "", value)):
        return complete(value, base), evidence
    return "", ""
