"""What a figure's label, the column of its table and the heading above it say: its year, its row, the place that it is of.

Knows nothing of how figures are found.
"""

from __future__ import annotations

from qa.ledger.last_year import says_year_before
from qa.ledger.mention import CORE, LEAD, Mention
from qa.ledger.parts import place_inside
from qa.patterns import lazy_re
from qa.text import fold, unwrapped
from qa.types import Report

# "罚没金额:2023年为350万元;2024年为210万元": a table's column of a year, as qa.formats.tables writes it
_ONLY_YEAR = lazy_re(r"^而?(20\d\d)年度?(?:仅|只)?[为有]?$")
# "2023年检查为312;2024年检查为388": columns of years over columns of measures; not 2021年以来, 2023年底
_OF_YEAR = lazy_re(r"^(20\d\d)年(?:度)?(?!以来|起|底|末|初|前|[至到])[^\d,;:。]{1,20}$")
# "满意率由2022年的89.2%、2023年的92.7%上升到95.6%"; 化解2022年的12件积案 is of this year
_YEARS_OWN = lazy_re(r"(?:^|[由从自较比])(20\d\d)年度?的$")
# "上年收到61件": last year's figure of the same; 上年结转86件 are of this year.
_LAST_DID = lazy_re(
    r"^(?:上|去)一?年(?:度|同期)?(?!结|转|遗|未|底|末|度?[相比较])[\u4e00-\u9fff]{2,6}(?<!结转)(?<!结存)$"
)
# "增减-28.7%", "同比:+3.1%": a table's column of changes
_MOVED_BY = lazy_re(
    r"^(?:增减|同比(?:增减|增长)?|环比|增幅|增长|变化)(?:率|幅度)?(?:\(%\)|情况)?[为:]?\s?(?P<sign>[+\-−↑↓]?)$"
)
_MOVED_HEADS = frozenset("增同环变環衕變")  # what that pattern begins with, as printed
_MINUS = frozenset("-−↓")
# "各镇街调解情况:城东镇:受理12件;成功10件": a row as qa.formats.tables writes it, of a place or an office
_ROW = lazy_re(
    r"(?:[^:;。]{2,40}:)?(?P<label>[^:;,。\d]{1,12}(?:[局委镇乡街队所]|街道|[区县市旗州]|本级|中心|分局)):[^:;。\d]{1,16}\d[^:。]*;"
)
_TOTAL = lazy_re(r"合计|总计|小计|^全|平均")
# A paragraph on a place inside goes on for so many sentences at most: a report of one line has no paragraphs.
_GOES_ON = 4
# "市司法局…", "一是…", "(二)…": what begins anew.
_OF_THE_PLACE = lazy_re(r"\s*(?:[我本全]?[省市州盟](?![场民值])|[一二三四五六七八九十]是|[(（\d]|各|其他)")
_EVERYWHERE = lazy_re(r"[^,;。\d]{0,4}全[省市州盟]")


def dated(mention: Mention, year: int) -> Mention:
    """Mark the figure of an earlier year as past: of that year's column, or that its words begin with.

    Args:
        mention: A figure.
        year: Year of its report.

    Returns:
        The same figure with its year, or with its direction where its column states a change.
    """
    if mention.label[:1] in _MOVED_HEADS and (moved := _MOVED_BY.match(fold(mention.label))):
        quantity = mention.quantity
        signed = quantity.printed[:1] in _MINUS
        if signed:  # the sign tells the direction, and is no part of the size
            value, printed = quantity.value.lstrip("-−"), quantity.printed[1:]
            quantity = quantity._replace(start=quantity.start + 1, value=value, printed=printed)
        falls = signed or moved["sign"] in _MINUS
        return _of_row(mention._replace(change="fall" if falls else "rise", quantity=quantity))
    if "年" not in mention.label and "期" not in mention.label:
        return mention
    words = unwrapped(fold(mention.label)).strip("(（:： ")
    if says_year_before(words) or (_LAST_DID.match(words) and not mention.change):
        return mention._replace(past=True, year=year - 1)
    of_year = _ONLY_YEAR.match(words) or _OF_YEAR.match(words) or _YEARS_OWN.search(words)
    if of_year is None:
        return mention
    named = int(of_year[1])
    dated = mention._replace(past=mention.past or named < year, year=named)
    return _of_row(dated) if _ONLY_YEAR.match(words) else dated


def _of_row(mention: Mention) -> Mention:
    """Let the label of its row own a cell whose column says a year or a change and no thing: 不予处罚:2023年为437件;增减59%."""
    rows = [words for weight, words in mention.zones if weight == LEAD and words.endswith(":")]
    if not rows:
        return mention
    zones = [zone for zone in mention.zones if zone != (LEAD, rows[-1])]
    return mention._replace(zones=((CORE, rows[-1].rstrip(":")), *zones))


_CLAUSE = lazy_re(r"[,，;；](?!\d)")


def places_inside(report: Report) -> dict[int, str]:
    """Name for sentences the place inside that they are on: their heading (3.某区推进执法改革) or paragraph begins with it.

    Args:
        report: A report.

    Returns:
        The name by the index of the sentence; sentences on the whole place are left out.
    """
    place = report.meta.place
    found: dict[int, str] = {}
    told, end, since, above = "", 0, 0, ""
    for sentence in report.sentences:
        text, head = sentence.text, "|".join(sentence.heading)
        begins = "\n" in report.text[end : sentence.start] or not sentence.index or head != above
        begins = begins or sentence.index - since > _GOES_ON or _OF_THE_PLACE.match(text) is not None
        end, above = sentence.end, head
        own = place_inside(text, place)
        if own and _names_others(text, own, place):
            own = ""  # 甲区办理1.28万件,乙县办理3674件。 opens no paragraph on the first of them
        since = sentence.index if own else since
        heading = place_inside(sentence.heading[-1], place) if sentence.heading else ""
        city = (told or heading).endswith(
            "市"
        )  # 全市 in the paragraph on a city of the county level is that city
        if begins or (_EVERYWHERE.match(text) and not city):
            told = own
        name = own or told or heading
        if name and not (_EVERYWHERE.match(text) and not city):
            found[sentence.index] = name
        elif (
            ":" in text
            and (row := _ROW.match(text))
            and row["label"] != place
            and not _TOTAL.search(row["label"])
        ):
            found[sentence.index] = row["label"]
    return found


def _names_others(text: str, first: str, place: str) -> bool:
    """Tell whether later clauses of a sentence begin with other places inside than the one it begins with."""
    named = (place_inside(clause, place) for clause in _CLAUSE.split(text)[1:])
    return any(name and name != first for name in named)


def held(mention: Mention, inside: str) -> Mention:
    """Make the place inside that a sentence is on the holder of its figures.

    Args:
        mention: A figure.
        inside: That place, or "".

    Returns:
        The same figure, with a holder if it has one.
    """
    if not inside or mention.holder:
        return mention
    if _EVERYWHERE.search(mention.label) and not inside.endswith("市"):
        return mention
    return mention._replace(holder=inside)
