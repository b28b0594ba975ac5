"""The clauses of a sentence, and what stands in marks; knows nothing but the text and where its figures are."""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.quantity import Quantity, find_quantities

_CLAUSE_END = lazy_re(r"[,;:。!?]")  # no line break: inside a sentence it is a hard wrap
_NOUN_END = lazy_re(r"[,;:。、!?]")
_NO_NOUN = frozenset(",;:。、!?)）") | {""}
# "13个司法所中“一人所”还有5个": behind 中 begins what the next figure counts.
_AMONG = lazy_re(r"(?<=[\u4e00-\u9fff]{2})(?:当?中|里面?)(?=[^,;:。]{1,12}(?:还|仍|尚|只|共|就|仅)?有$)")
_DONE = lazy_re(
    r"(?<=[\u4e00-\u9fff]{2})(?:现|均|都)?已(?=[\u4e00-\u9fff]{1,8}$)"
)  # 反馈的86个问题已完成整改81个
_JOINS = lazy_re(r"[和及与](?!解|时|格|睦|谐|美)|以及")
_JOINED = lazy_re(
    r"(?:(?<=[\u4e00-\u9fff]{2})|(?<=[”》)]))(?:以及|和|及|(?<![参给赋授])与)$"
)  # 28个行政部门和17个镇
# What the two begin and end with: most nouns need neither.
_JOIN_HEADS = frozenset("和及与以")
_JOINED_ENDS = frozenset("和及与\n")
_QUOTED = lazy_re(r"[“\"「][^”\"」]{1,40}[”\"」]")
_TITLE = lazy_re(r"《[^》]{1,80}》")


def split_clauses(text: str, quantities: list[Quantity] | None = None) -> list[tuple[int, int]]:
    """Cut a sentence at its commas, semicolons and colons, never inside a figure or a title.

    Args:
        text: A folded sentence.
        quantities: Its figures, if already found.

    Returns:
        Half-open spans that cover the sentence, each with the mark that ends it.
    """
    figures = find_quantities(text) if quantities is None else quantities
    # What holds no mark cuts at none: most figures need no look.
    inside = [(q.start, q.end) for q in figures if "," in q.printed or ":" in q.printed]
    inside += _title_spans(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _CLAUSE_END.finditer(text):
        at = match.start()
        if text[at] == "," and text[at + 1 : at + 4].isdigit() and text[at - 1 : at].isdigit():
            continue
        for left, right in inside:
            if left <= at < right:
                break
        else:
            spans.append((start, at + 1))
            start = at + 1
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Find what stands in quotation or title marks.

    Args:
        text: A folded sentence.

    Returns:
        Half-open spans, marks included.
    """
    may_quote = "“" in text or '"' in text or "「" in text
    return ([m.span() for m in _QUOTED.finditer(text)] if may_quote else []) + _title_spans(text)


def _title_spans(text: str) -> list[tuple[int, int]]:
    """Find what stands in title marks."""
    return [m.span() for m in _TITLE.finditer(text)] if "《" in text else []


# no noun that begins so: 12所中小学, 3个中队, 5家中介机构, 8个中心, 中标项目
_OUT_OF = lazy_re(r"中(?!小|队|介|心|标|层|型|学|医|等|央|外|国|共|高|长|青|年|华|药|试|期)")


def noun_behind(right: str, *, going_on: bool = False) -> str:
    """Take the noun behind a unit: up to the next mark, or to a title that it would cut.

    Args:
        right: The folded words behind a unit.
        going_on: Whether they reach to the next figure, so that what was done with so many is of that one.

    Returns:
        The noun, or "".
    """
    if right[:1] in _NO_NOUN:
        return ""
    end = _NOUN_END.search(right)
    noun = right[: end.start()] if end else right
    noun = _AMONG.split(noun, maxsplit=1)[0] if noun.endswith("有") else noun
    if going_on and noun[:1] == "中" and _OUT_OF.match(noun):
        return ""  # 已判决的90件中败诉4件: what stands behind 中 is of the next figure
    if going_on and "已" in noun:
        noun = _DONE.split(noun, maxsplit=1)[0]
    for opening, closing in ("《》", "()", "“”"):
        if opening in noun and closing not in noun:
            noun = noun.partition(opening)[0]
    # 志愿者97名和文艺骨干26名: what stands behind 和 is of the next figure
    if noun[:1] in _JOIN_HEADS and _JOINS.match(noun):
        return ""
    return _JOINED.sub("", noun) if noun[-1:] in _JOINED_ENDS else noun
