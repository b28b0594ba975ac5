"""Text -> what the report is: place, year reported on, issuer, date, title, each with the words that show it.

Everything comes from the text; a file's name is only offered where the text is silent. A report's year is not the year it
was published in; only if nothing else names a year is it taken as the year before publication.
"""

from __future__ import annotations

import re
from pathlib import Path

from qa.errors import UnreadableFile
from qa.formats.refusals import A_YEAR, FULL_NAME, NO_PLACE_YEAR, PLACE, RIVALS, YEAR
from qa.message import joined, listed
from qa.patterns import lazy_re
from qa.places import gazetteer, level_of, stem
from qa.reading.dates import iso_date, printed_date
from qa.reading.furniture import ORG_TEXT
from qa.reading.office import complete, parse_office
from qa.reading.origin import Origin, find_origin
from qa.reading.parts import Parts, parts_of
from qa.reading.scores import Clues
from qa.reading.slug import report_id
from qa.reading.structure import Layout
from qa.reading.table import DATE_KEYS, ISSUER_KEYS, SOURCE_KEYS, first_office
from qa.reading.voices import title_offices
from qa.reading.year import reported_year
from qa.text import fold
from qa.types import ReportMeta

_BODIES = (
    "政府",
    "公署",
    "行署",
    "局",
    "委",
    "厅",
    "海关",
    "队",
    "中心",
    "会",
    "办公室",
    "办事处",
)  # what an issuer's name ends with
# "市司法局深入学习…现将我局2024年…": the office that speaks of itself in the lead
_SPEAKER = lazy_re(
    r"(?:^|[,。年来])\s*([\u4e00-\u9fff]{0,8}?[省市县区旗]?[\u4e00-\u9fff]{2,12}?(?:局|委|厅))(?=[在以坚深认全紧切高按始,持严围贯])"
)
_TIMED = lazy_re(
    r"^(?!.*(?:今天|现在|当前)).*(?<!\d)\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?!\d)"
)
_OWN = lazy_re(r"[我本][局委厅]")
_NAMED_YEAR = lazy_re(r"(?<!\d)20\d\d(?=\s*年)")


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
        UnreadableFile: neither the text nor the user names a place, or a year, or which of several places of a name.
    """
    parts = parts_of(layout)
    date, date_evidence = _date(parts)
    found_year, year_evidence = (year, "用户指定") if year is not None else reported_year(parts, date)
    origin = _given(place, parts) if place else find_origin(_clues(parts))
    missing = [name for name, value in ((PLACE, origin), (YEAR, found_year)) if not value]
    if missing or origin is None or found_year is None:
        named_place, named_year = _named_by(file)
        told = (origin.place if origin else named_place, str(found_year or "") or named_year)
        what = joined(missing, "和", " and ")
        raise UnreadableFile(NO_PLACE_YEAR(file, what, told[0] or FULL_NAME, told[1] or A_YEAR))
    if origin.rivals:
        among = listed(above + origin.place for above in origin.rivals)
        raise UnreadableFile(RIVALS(file, origin.place, among))
    issuer, issuer_evidence = _issuer(parts, origin)
    made = f"{origin.place}{found_year}年法治政府建设工作报告"
    evidence = [("place", origin.evidence), ("year", year_evidence)]
    evidence += [("issuer", issuer_evidence)] if issuer else []
    publisher = first_office(parts.table, ISSUER_KEYS)
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


def _clues(parts: Parts) -> Clues:
    issuer = first_office(parts.table, ISSUER_KEYS + SOURCE_KEYS)[0]
    return Clues(parts.title, parts.signatures, issuer, parts.lead, parts.body, parts.banners)


def _named_by(file: str) -> tuple[str, str]:
    """The place and year that a file's name names: never taken for the report's, only offered."""
    name = fold(Path(file).stem)
    origin = find_origin(Clues(name, (), "", "", ""))
    years = set(_NAMED_YEAR.findall(name))
    return (origin.place if origin else ""), (years.pop() if len(years) == 1 else "")


def _given(place: str, parts: Parts) -> Origin:
    """The place that the user gave, completed from the gazetteer and the text: 密山 is 密山市."""
    if not gazetteer().named(place):
        known = tuple(
            dict.fromkeys(found.name for found in gazetteer().find(place) if stem(found.name) == place)
        )
        told = tuple(name for name in known if name in parts.title + parts.body) if len(known) > 1 else known
        place = told[0] if len(told) == 1 else place
    found = find_origin(Clues(place, (), "", "", parts.body))
    if found and (found.place == place or place.endswith(found.place)):
        return found._replace(evidence="用户指定")
    return Origin(place, "", level_of(place), "用户指定")


def _date(parts: Parts) -> tuple[str, str]:
    """Date of publication: the table's, one with a time under the title, the signature's, one alone near the title."""
    for key in DATE_KEYS:
        value = parts.table.get(key, "")
        if day := iso_date(value):
            return day, f"{key}: {value}"
    # "2025-01-21 15:32 某县司法局" under the title: a time of the day is that of publication.
    for line in parts.subtitles:
        if _TIMED.search(line) and (day := iso_date(line)):
            return day, line
    if day := iso_date(parts.signed_on):
        return day, parts.signed_on
    return iso_date(parts.loose), printed_date(parts.loose)


def _issuer(parts: Parts, origin: Origin) -> tuple[str, str]:
    """Who issued it: who signed it, else the publisher in the table, the title, or the office that speaks."""
    base = origin.parent if origin.level == "department" else origin.place
    value, evidence = first_office(parts.table, ISSUER_KEYS)
    wrapped = bool(parts.signatures) and value.endswith(
        parts.signatures[0]
    )  # no signature: the rest of a cell
    if parts.signatures and not wrapped:
        return complete(parts.signatures[0], base), parts.signatures[0]
    if value:
        return complete(value, base), evidence
    head = parts.title.partition("关于")[0] if "关于" in parts.title else ""
    for words in (head, *title_offices(parts.title)):
        if words and parse_office(words).body.endswith(_BODIES):
            return complete(words, base), f"标题: {parts.printed_title}"
    speaker = _SPEAKER.search(parts.lead)
    if speaker and _OWN.search(parts.body):
        return complete(speaker[1], base), speaker[1]
    value, evidence = first_office(parts.table, SOURCE_KEYS)
    if value and re.fullmatch(ORG_TEXT, re.sub(r"\s+", "", value)):
        return complete(value, base), evidence
    return "", ""
