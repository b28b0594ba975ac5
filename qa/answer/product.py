"""Answers to what is asked of Fawen itself: what it does, how reports come in, how a table goes out.

States nothing of any report, and so cites nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.prose.document import answer_coverage
from qa.formats.sniff import SUFFIXES
from qa.message import listed
from qa.question.words.product import HELD
from qa.types import AnswerKind, ReportMeta


def answer_product(kind: str, metas: Sequence[ReportMeta], indicators: int) -> Draft:
    """Answer a turn that asks of Fawen itself.

    Args:
        kind: What it asks for, a kind of ``product.toml``.
        metas: Reports of the library.
        indicators: Indicators of its catalogue.

    Returns:
        The draft.
    """
    if kind == HELD:
        return answer_coverage(metas)
    draft = Draft(AnswerKind.FACT)
    draft.lines.append(
        {
            "add": say.HOW_TO_ADD(listed(SUFFIXES)),
            "export": say.HOW_TO_EXPORT,
            "indicators": say.INDICATORS_KNOWN(indicators),
            "trust": say.WHENCE,
        }.get(kind, say.GUIDE(len(metas)))
    )
    if kind != "add":
        draft.choices = _examples(metas)
    return draft


def _examples(metas: Sequence[ReportMeta]) -> tuple[str, ...]:
    """Make questions of the library's own places; two of one year are compared."""
    if not metas:
        return ()
    year = max(meta.year for meta in metas)
    names = list(dict.fromkeys(plain(meta.place) for meta in metas if meta.year == year))
    of_two = (say.ASK_WHICH_MORE(names[0], names[1], year),) if len(names) > 1 else ()
    return (say.ASK_FIGURE(names[0], year), *of_two, say.ASK_PROBLEMS(names[-1], year), say.ASK_HELD)
