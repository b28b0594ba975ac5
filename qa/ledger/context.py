"""The words around a figure that name its indicator: its own, those before it, above it and of the figure that it leans on.

Knows nothing of indicators.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from qa.ledger.holders import Holder
from qa.ledger.mention import CLAUSE, INHERITED, Context, Mention
from qa.ledger.wording import folded as folded_once
from qa.ledger.wording import names_a_matter
from qa.patterns import lazy_re
from qa.text import fold, unwrapped
from qa.types import Report, Sentence

COUNTED = 40
"""Characters of own words that the ledger keeps."""

_SHORT = 6  # as in qa/ledger/observe.py: shorter own words lean on the figure before
_NEW = "新增"
_BLANKS = "、,共约达为近" + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_STOP = lazy_re(r"[.。;!?]")
# "收到行政复议申请1,763件,首次超过同期一审行政诉讼案件数;审结…": what a figure is measured against is not its matter.
_COMPARED = lazy_re(r"(?:超过|高于|低于|多于|少于)(?:了)?(?:同期)?[^,;。\d]{2,20}?(?:数量|数|量)(?=[,;。])")
# "286名村(居)法律顾问、2089名“法律明白人”": the words before the second figure are the noun of the first.
_FIGURE = 2  # characters of the shortest figure with its unit
_END = ",;:。、!? \t\r\n"
_MARKS = frozenset({"", ".", *_END})  # behind most figures


class Around(NamedTuple):
    """What stands around a sentence, the same for all its figures.

    Attributes:
        place: Place of the report.
        previous: The sentence before, in the same passage.
        topic: Topic of the item that holds it.
        heading: Headings above it, the nearest last.
    """

    place: str
    previous: str
    topic: str
    heading: str


def around(report: Report, sentence: Sentence) -> Around:
    """Gather what stands around a sentence.

    Args:
        report: Its report.
        sentence: The sentence.

    Returns:
        The words, folded.
    """
    topic = folded(sentence.lead) if sentence.lead else ""
    return Around(report.meta.place, _previous(report, sentence), topic, _heading(sentence.heading[-2:]))


def context_of(
    place: Around,
    before: str,
    left: str,
    noun: str,
    holder: Holder,
    *,
    part: bool,
    narrowed: bool = False,
    rate: bool = False,
) -> Context:
    """Gather the words around a figure; who holds it says nothing of what it counts, but of what matter it is.

    Args:
        place: What stands around its sentence.
        before: The folded sentence up to it.
        left: Its own words before it.
        noun: The noun behind its unit.
        holder: Whose it is.
        part: Whether it counts a part of another figure.
        narrowed: Whether it leans on a figure that bears no indicator.
        rate: Whether it is a percentage.

    Returns:
        The words.
    """
    told = before.removesuffix(left)
    if "于" in told or "超过" in told:
        told = _COMPARED.sub("", told)
    if name := holder.name:
        told += name
        if not holder.towns:
            left = left.replace(name, "")
        elif name not in left:
            left = (
                name + left
            )  # 21个乡镇(街道)综合行政执法队承接执法事项83项,全年办理行政处罚案件618件: the towns' cases
    return Context(  # by position, which costs half as much as by name
        told,
        left,
        noun,
        place.previous,
        place.topic,
        place.heading,
        part,
        narrowed,
        place.place,
        rate,
    )


def _previous(report: Report, sentence: Sentence) -> str:
    """Give the sentence before one in its passage; where that names no matter (加上结转18件。), with the one before it."""
    at = sentence.index - 1
    if at < 0 or report.sentences[at].passage != sentence.passage:
        return ""
    near = unwrapped(folded_once(report.sentences[at].text))
    if at and report.sentences[at - 1].passage == sentence.passage and not names_a_matter(near):
        return unwrapped(folded_once(report.sentences[at - 1].text)) + near
    return near


@lru_cache(maxsize=64)
def _heading(parts: tuple[str, ...]) -> str:
    """Join the headings above a figure, folded."""
    return " ".join(map(folded, parts))


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """Fold a sentence or heading once for all its figures, a hard wrap as a space.

    Args:
        text: Words as printed.

    Returns:
        The folded words, of the same length.
    """
    text = folded_once(text)
    return text.replace("\n", " ") if "\n" in text else text


def own_words(mention: Mention) -> tuple[str, str]:
    """Part the words that own a figure into those before it and the noun behind it.

    Args:
        mention: The figure.

    Returns:
        Both, folded.
    """
    if mention.column or mention.thing:
        return fold(mention.thing or mention.label), ""
    weight, own = mention.zones[0]
    if weight != CLAUSE:
        own = _zone(mention, CLAUSE) or f"{fold(mention.label)}|"
    left, _, noun = own.partition("|")
    if not mention.change and _NEW in mention.label and _NEW not in left:
        left = f"{_NEW}{left}"  # a step word elsewhere, but 新增 is not the stock
    noun = "" if noun in _MARKS else _STOP.split(noun, maxsplit=1)[0].rstrip(_END)
    if noun:
        behind_figure = mention.quantity.start - len(mention.label) - mention.clause[0] >= _FIGURE
        if noun.startswith("“") and behind_figure and left.endswith("、"):
            left = ""
    elif not mention.change and not left.strip(_BLANKS):
        left = _zone(mention, INHERITED) or left  # 培训12场2840人次
    return left.strip(), noun


def _zone(mention: Mention, wanted: float) -> str:
    """Give the first words of a weight among the zones of a figure, "" where it has none."""
    for weight, words in mention.zones:
        if weight == wanted:
            return words
    return ""


def counted_words(mention: Mention, left: str, noun: str) -> str:
    """Say what is counted in the report's words; short own words lean on those of the figure before.

    Args:
        mention: The figure.
        left: Its own words before it.
        noun: The noun behind its unit.

    Returns:
        The words, no more than the ledger keeps.
    """
    own = f"{left}{noun}".strip()
    if len(own) < _SHORT and (inherited := _zone(mention, INHERITED)):
        own = f"{inherited} {own}".strip()
    return own[-COUNTED:]
