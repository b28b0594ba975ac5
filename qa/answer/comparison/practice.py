"""What several places do on one topic, each in its report's own sentences: 做法有什么不同, 各自怎么做的.

No winner is named and nothing is called alike: that is for the reader of the sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from embeddings.encoder import Encoder
from qa.answer.compose import messages as say
from qa.answer.compose import verdicts
from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import add_statement
from qa.answer.prose.themes import sentences_of
from qa.answer.prose.topical import sentences_on
from qa.message import listed
from qa.patterns import lazy_re
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport, Query, ScoredSentence
from qa.types import AnswerKind

_ASKED = lazy_re(
    r"做法|举措|措施|经验|异同|(?:有|存在)(?:什么|哪些|何|啥)?(?:不同|区别|差异|差别|相同|共同|相似|一样)|(?:共同|相同|不同|相似)(?:点|之处|的地方)"
    r"|(?:怎么|如何|怎样)(?:去|来)?[^,。?多少几看]{2,14}(?:的|呢)?[?。!]*$"
    r"|(?:各自|分别|各)(?:是)?(?:怎么|如何|怎样|采取)|(?:对比|比较|比一比)[^,。?]{2,24}(?:工作|做法|经验|举措|措施)[?。!]*$"
)
# A figure is asked for, or a place that leads.
_FIGURE = lazy_re(r"多少|几(?!方面)|数量|数据|占比|比例|率|谁|哪[个家县区市边]|高低|排|最|更|差多少|情况")
_ALIKE = lazy_re(r"异同|不同|区别|差异|差别|相同|共同|相似|一样|对比|比较")
FRAME = lazy_re(
    r"做法|举措|措施|经验|异同|不同|区别|差异|差别|相同|共同|相似|一样|之处|的地方|各自|分别|怎么做?|如何|怎样|采取|对比|比较|比一比|方面|[两各][县区市地省家](?:的)?|有什么|有哪些|有何|什么|哪些|工作|(?<![一-龥])[和在上的与跟]+(?![一-龥])|(?:上|方面)?有$"
)
_EACH = 4  # sentences of each place


def practice_asked(question: str) -> bool:
    """Tell whether a question on several places asks how they do a thing, and for no figure.

    Args:
        question: A question, its places and years blanked.

    Returns:
        True for 在优化营商环境上有什么不同.
    """
    return _ASKED.search(question) is not None and not _FIGURE.search(question)


def asks_alike(question: str) -> bool:
    """Tell whether a question asks what is alike or not.

    Args:
        question: A question.

    Returns:
        True for 异同, 共同点.
    """
    return _ALIKE.search(question) is not None


def answer_practice(
    query: Query,
    reading: Reading,
    reports: Sequence[PreparedReport],
    encoder: Encoder,
    ranked: Callable[[Query, PreparedReport], Sequence[ScoredSentence]],
) -> Draft | None:
    """Compose the answer: up to four sentences of each report.

    Args:
        query: The topic.
        reading: The question.
        reports: The reports.
        encoder: Encoder of the library.
        ranked: Ranks the sentences of a report.

    Returns:
        The draft, or None where fewer than two reports speak of the topic.
    """
    draft = Draft(AnswerKind.COMPARISON)
    silent = []
    for report in reports:
        found = [s for _, theme in reading.themes for s in sentences_of(theme, report, _EACH)[0]]
        found = (
            list({s.index: s for s in found}.values())
            or sentences_on(query, report, encoder, ranked(query, report))[:_EACH]
        )
        meta = report.report.meta
        if not found:
            silent.append(verdicts.OF_PLACE_AND_YEAR(meta.place, meta.year))
        for sentence in sorted(found, key=lambda s: s.index):
            add_statement(draft, report.report, sentence.index, query.terms, "", prefix="- ")
    if len(silent) > len(reports) - 1 or not draft.lines:
        return None
    if silent:
        draft.lines.append(verdicts.SILENT_ONES(listed(silent)))
    if asks_alike(reading.question):
        draft.lines.insert(0, say.SIDE_BY_SIDE)
    return draft
