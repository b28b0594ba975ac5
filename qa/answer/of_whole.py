"""Forms that take the library, a report or a section as a whole, and those that no report can answer.

Each looks at the question and answers, or leaves it to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.asking import Asking, Response
from qa.answer.comparison.practice import asks_alike
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, join
from qa.answer.compose.verdicts import SILENT_ONES
from qa.answer.disclosure import answer_disclosure
from qa.answer.forms import Forms
from qa.answer.inside.told_rank import (
    answer_judged,
    answer_rank,
    answer_told_rank,
    asks_higher,
    asks_told_rank,
)
from qa.answer.prose.digest import answer_digest, asks_all, topic_terms
from qa.answer.prose.document import answer_coverage, answer_document, answer_printed_field
from qa.answer.prose.kinds_asked import is_foreign, kind_asked
from qa.answer.prose.listing import answer_section
from qa.answer.prose.summary import answer_report
from qa.answer.prose.themes import answer_themes
from qa.answer.prose.whether import asks_unmet
from qa.answer.scope.refuse import ask_back, refuse_domain, refuse_silent
from qa.answer.silence import Silence
from qa.answer.single import SingleReport
from qa.message import listed
from qa.patterns import lazy_re
from qa.question.conversation import moves
from qa.question.single.intent import Task
from qa.question.words.terms import in_domain
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, Reason, ReportMeta, SectionKind

# "有哪些问题，打算怎么改进": what falls short and what comes next
_AND_PLANS = lazy_re(
    r"(?:问题|不足|短板|困难|薄弱)[^?。]{0,12}(?:下一?步|打算|明年|来年|今后|接下来|怎么改|如何改|怎样改|改进措施|怎么干|怎么办)"
)
_NAME = 3  # characters of a person's name, or more
_AHEAD = (SectionKind.PROBLEM, SectionKind.PLAN)
# "在全市排第几": a rank that only a report can tell, however many of the city's places the library holds.
_OF_ABOVE = lazy_re(r"全国|全省|全市|全州")

_QUOTED = lazy_re(r"[“\"「]([^“”\"「」]{2,16})[”\"」]")  # “某某通”平台发布政策条数


class OfWhole:
    """Answers from reports as wholes."""

    def __init__(self, forms: Forms, single: SingleReport, silence: Silence) -> None:
        """Wire it.

        Args:
            forms: The forms that ask for no figure.
            single: Answers from one report.
            silence: Says that reports are silent.
        """
        self._forms = forms
        self._single = single
        self._silence = silence

    def library(self, asking: Asking) -> Response | None:
        """Tell what the library holds."""
        if asking.intent.task is not Task.COVERAGE:
            return None
        named = [] if asking.open_place else list(dict.fromkeys(r.report.meta.place for r in asking.reports))
        return Response(answer_coverage(asking.metas, named))

    def advice(self, asking: Asking) -> Response | None:
        """Say that reports tell neither what one should do nor what will come."""
        if not moves.asks_advice(asking.reading.question):
            return None
        return self._silence.of(asking.query, asking.reports)

    def form(self, asking: Asking) -> Response | None:
        """Answer in a form that asks for no figure: a list of documents, an outline, examples, a table."""
        form = self._forms.answer(asking.reading, asking.reports, open_place=asking.open_place)
        if form is None:
            return None
        return Response(form, Reason.NOT_MENTIONED if form.kind is AnswerKind.REFUSAL else None)

    def which_report(self, asking: Asking) -> Response | None:
        """Ask back whose report is meant."""
        many = asking.open_place and len(asking.reports) > 1 and not asking.reading.all_places
        if not (asking.whole and many):
            return None
        places = list(dict.fromkeys(r.report.meta.place for r in asking.reports))
        return Response(ask_back(say.WHICH_REPORT, places), Reason.AMBIGUOUS)

    def document(self, asking: Asking) -> Response | None:
        """Tell who issued a report, when, under what title."""
        intent = asking.intent
        if intent.task is not Task.DOCUMENT:
            return None
        held = [r.report for r in asking.reports]
        draft = answer_document(held, intent.documents) or answer_printed_field(held, asking.reading.question)
        if draft is not None:
            return Response(draft)
        topic = listed(name for what, name in say.DOCUMENT_FACTS.items() if what in intent.documents)
        return Response(refuse_silent(asking.reports, topic, (), ()), Reason.NOT_MENTIONED)

    def themes(self, asking: Asking) -> Response | None:
        """Tell parts of the work as wholes: 权力监督有哪些做法, and those whose words name no topic alone (应急处置)."""
        themes, named = asking.reading.themes, asking.reading.terms
        if not themes or (named and not asking.whole) or (asking.open_place and not named):
            return None
        kind = AnswerKind.SUMMARY if asking.intent.task is Task.SUMMARY or not named else AnswerKind.LIST
        duty = (
            asking.intent.section == SectionKind.DUTY.value
        )  # without a section it stands among the results
        sections = [answer_section(r, SectionKind.DUTY, kind) if duty else None for r in asking.reports]
        told = zip(sections, asking.reports, strict=True)
        return self._of_each(asking, [(r.report.meta, own or answer_themes(themes, r)) for own, r in told])

    def section(self, asking: Asking) -> Response | None:
        """Tell the points of a whole section; what is alike in several is left to the reader."""
        if not asking.whole:
            return None
        kind = AnswerKind.SUMMARY if asking.intent.task is Task.SUMMARY else AnswerKind.LIST
        section = SectionKind(asking.intent.section)
        both = section in _AHEAD and _AND_PLANS.search(asking.reading.content)
        asked = list(_AHEAD) if both else [section]
        parts = [
            (r.report.meta, [d for s in asked if (d := answer_section(r, s, kind))]) for r in asking.reports
        ]
        found = [(meta, join(own, kind) if own else None) for meta, own in parts]
        return self._of_each(asking, found)

    def _of_each(self, asking: Asking, found: Sequence[tuple[ReportMeta, Draft | None]]) -> Response:
        """Join what each report tells, and name those that tell nothing."""
        drafts = [d for _, d in found if d is not None]
        if not drafts:
            return self._silence.of(asking.query, asking.reports)
        whole = join(drafts, AnswerKind.COMPARISON)
        if len(drafts) > 1 and asks_alike(asking.reading.question):
            whole.lines.insert(0, say.SIDE_BY_SIDE)
        if lacking := [say.PLACE_YEAR(meta.place, meta.year) for meta, d in found if d is None]:
            section = asking.intent.section
            none = (
                say.NO_SECTION(listed(lacking), say.SECTIONS[section])
                if section
                else SILENT_ONES(listed(lacking))
            )
            whole.lines.append(none)
        return Response(whole)

    def told_rank(self, asking: Asking) -> Response | None:
        """Tell the rank that reports tell of their places, where one is asked for or asked about."""
        reading, query = asking.reading, asking.query
        content, own = reading.content, _of(asking)
        ranked = kind_asked(content) == "rank"
        if reading.intent.combine == "share":
            return None  # the place is asked for its share
        if len(own) == 1 and reading.intent.yes_no and not re.search(r"\d", content):
            if judged := answer_judged(query.terms, content, own[0]):
                return Response(judged)
        elif len(own) == 1 and (reading.standing or ranked or asks_told_rank(content)):
            plain = reading.standing or ranked or not reading.intent.unit_class
            if told := plain and answer_told_rank(query.terms, content, own[0]):
                return Response(told)
        elif len(own) > 1 and asks_higher(content) and (higher := _higher(asking, own)):
            return Response(higher)
        one = asking.only is not None
        if _OF_ABOVE.search(content) and (reading.standing or (one and ranked and _names_more(asking))):
            return self._silence.of(query, own)  # the order of the library's places is no rank in the city
        if asking.only is not None and ranked and not _names_more(asking):
            return self._silence.unless(answer_rank(content, asking.only), query, asking.reports)
        return None

    def digest(self, asking: Asking) -> Response | None:
        """Give all figures on a topic, or of the report."""
        reading, intent = asking.reading, asking.intent
        asked = asks_all(reading.question if intent.task is Task.SUMMARY else reading.content)
        if not asked or asking.open_place or asks_unmet(reading.content):
            return None
        if intent.compares or intent.change:
            return None
        terms = topic_terms(asking.query.terms)
        drafts = [d for r in asking.reports if (d := answer_digest(r, terms))]
        whole = join(drafts, AnswerKind.LIST) if drafts else None
        return self._silence.unless(whole, asking.query, asking.reports)

    def no_topic(self, asking: Asking) -> Response | None:
        """Sum up the report where a question names no topic, or ask back what is meant."""
        if asking.reading.terms:
            return None
        if asking.open_place:
            return Response(refuse_domain(asking.metas), Reason.OUT_OF_DOMAIN)
        intent = asking.intent
        plain = intent.task in {Task.SUMMARY, Task.LIST, Task.COMPARE} or not intent.explicit
        if plain or intent.answer_type == "how":
            return Response(join([answer_report(r) for r in asking.reports], AnswerKind.SUMMARY))
        return Response(ask_back(say.WHICH_TOPIC, say.TOPICS), Reason.AMBIGUOUS)

    def foreign(self, asking: Asking) -> Response | None:
        """Refuse what is not of these reports, and words that no report in Chinese prints."""
        reading = asking.reading
        matter = moves.foreign_matter(reading.question)
        unprinted = bool(matter) and not any(matter in text for r in asking.reports for text in r.folded)
        foreign = unprinted or moves.is_foreign(reading.question)
        strange = asking.open_place and not (in_domain(reading.terms) or _prints(asking))
        if foreign or strange:
            return Response(refuse_domain(asking.metas), Reason.OUT_OF_DOMAIN)
        in_words = asking.intent.task in {Task.FACT, Task.LIST}
        if is_foreign(asking.query.terms, asking.reports, in_words=in_words):
            return self._silence.of(asking.query, asking.reports)
        return None

    def disclosure(self, asking: Asking) -> Response | None:
        """Tell which reports mention a thing."""
        if asking.intent.task is not Task.DISCLOSURE:
            return None
        draft = answer_disclosure(asking.query, asking.reports, self._single)
        return self._silence.unless(draft, asking.query, asking.reports)


def _of(asking: Asking) -> list[PreparedReport]:
    """Keep the reports of the place whose rank is asked for; all where none is."""
    standing = asking.reading.standing
    return [r for r in asking.reports if standing in {"", r.report.meta.place}]


def _prints(asking: Asking) -> bool:
    """Tell whether a report prints what a question quotes, or names and the library has no word for: 唐某某是干什么的."""
    held = [text for r in asking.reports for text in r.folded]
    if any(name in text for name in _QUOTED.findall(fold(asking.reading.question)) for text in held):
        return True
    names = [t.text for t in asking.reading.terms if not t.known]
    return (
        bool(names)
        and all(len(n) >= _NAME for n in names)
        and any(all(n in text for n in names) for text in held)
    )


def _names_more(asking: Asking) -> bool:
    """Tell whether a question names more than the place above that a rank is asked in: 在某市排第几."""
    reading = asking.reading
    return any(not re.search(rf"在{re.escape(t.text)}", reading.content) for t in reading.terms)


def _higher(asking: Asking, own: Sequence[PreparedReport]) -> Draft | None:
    """Set the told ranks of several places side by side; None where none tells one."""
    drafts = [(r, answer_told_rank(asking.query.terms, asking.reading.content, r)) for r in own]
    told = [d for _, d in drafts if d is not None]
    if not told:
        return None
    whole = join(told, AnswerKind.COMPARISON)
    silent = [say.PLACE_YEAR(r.report.meta.place, r.report.meta.year) for r, d in drafts if d is None]
    if silent:
        whole.lines.append(SILENT_ONES(listed(silent)))
    return whole
