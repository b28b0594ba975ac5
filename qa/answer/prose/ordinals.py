"""第几期, 第几批, 第几部: the ordinal that a sentence told in words gives, as a value beside the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.ledger.clauses import split_clauses
from qa.matching import match
from qa.numerals import parse_chinese
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.text import fold
from qa.types import Report, Value

_ASKED = lazy_re(r"第几(?:个)?(?P<of>期|批|部|届|次|轮|名|位|号|家|例|站|年)")
_NUMERAL = r"[一二三四五六七八九十百\d]+"
_HELD, _MOSTLY = (
    0.6,
    0.6,
)  # how well a clause must hold a word; share of the words' weight that lets it stand alone


def add_ordinal(draft: Draft, terms: Sequence[Term], content: str, report: Report) -> None:
    """Add the value of the one ordinal that the cited words print, where a question asks for it: 第90期 of 第几期.

    A clause that prints it with most of what is asked stands alone, without the other figures of its sentence.

    Args:
        draft: An answer in words with one citation.
        terms: Terms of the question.
        content: The question, its places and years blanked.
        report: The report.
    """
    asked = _ASKED.search(re.sub(r"\s", "", fold(content)))
    if asked is None or len(draft.citations) != 1 or draft.values:
        return
    cited = draft.citations[0]
    ordinal = re.compile(rf"第({_NUMERAL}){asked['of']}")
    text = fold(cited.quote)
    printed = {m[1] for m in ordinal.finditer(text)}
    if len(printed) != 1:
        return
    words = printed.pop()
    value = words if words.isdigit() else parse_chinese(words)
    if not value:
        return
    start, end = next((a, b) for a, b in split_clauses(text) if ordinal.search(text[a:b]))
    held = sum(t.weight for t in terms if match(t, text[start:end]) >= _HELD)
    if held >= _MOSTLY * sum(t.weight for t in terms) and len(text) == len(cited.quote):
        draft.citations.clear()
        marker = draft.cite(report, cited.start + start, cited.start + end)
        quote = plain(trim(cited.quote[start:end]))
        draft.lines[:] = [say.FACT("", cited.place, cited.year, "", quote, marker)]
    marker = draft.citations[0].marker
    draft.values.append(Value(cited.place, cited.year, asked[0], value, asked["of"], None, marker))
