"""What a department's report may tell of its city where the city has no report: matters of its own field, and no others.

How many lifts a city replaced stands in the report of the bureau that replaces them. How many reviews, lawsuits or penalties
a city had does not: every department counts its own, and the city's figure is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.entries import WORD
from qa.question.words.lexicon import Expansion, Lexicon, Source
from qa.question.words.offices import find_office, short_names
from qa.text import han_runs

# Concepts of the lexicon that every public body reports of itself, or a government of the whole place: the city's are others.
_EVERYBODYS = frozenset(
    "reconsideration reconsideration-correction litigation-ratio reconsideration-reform hearing administrative-litigation"
    " lawsuit-lost lawsuit-won court-appearance court-observation judicial-advice procuratorial-advice state-compensation"
    " public-interest-litigation administrative-dispute non-litigation-enforcement litigation-source legal-adviser"
    " government-lawyer exemption-list enforcement-supervision case-file-review three-systems legal-review-of-decisions"
    " normative-document legality-review record-filing document-cleanup major-decision public-participation risk-assessment"
    " expert-review contract-review legislation power-list information-disclosure disclosure-on-request deputies-proposals"
    " congress-supervision accountability demonstration first-responsible duty-report leaders-study leaders civil-servants"
    " xi-thought party-leadership who-enforces-explains law-based-government institution-reform shortcomings plans"
    " achievements".split()
)
# ... that may be the department's own where a matter of its field stands beside them (环境信访, 食品处罚).
_SHARED = frozenset(
    "pending settlement petition backlog satisfaction penalty exemption lighter-penalty flexible-enforcement special-campaign"
    " enforcement-certificate enforcement-officers discretion criminal-transfer coercive-measures post-evaluation"
    " fair-competition deregulation online-service business-environment press policy-explanation new-media discipline"
    " inspection rectification assessment honours training legal-culture constitution funding legal-team law-popularisation"
    " hotline".split()
)
# ... and those that are the work of a bureau of justice.
_OF_JUSTICE = frozenset(
    "legal-aid notarization lawyers foreign-legal public-legal-service legal-consultation village-legal-adviser"
    " judicial-appraisal community-correction released-prisoners mediation mediator mediation-success industry-mediation"
    " judicial-office law-literate democratic-village arbitration".split()
)
_JUSTICE = lazy_re(r"司法[局厅]$")
_OFFICE = lazy_re(r"局|委员会|委|厅|办公室|中心|支队|总队|大队|署|处")
_GOVERNMENT = lazy_re(r"政府(?!采购)")
_RUN = 5  # characters of a name that a report prints as the question has them
_TASKS = frozenset((Task.NUMBER, Task.FACT, Task.LIST, Task.COMPARE, Task.RANK, Task.DIFFERENCE))
# "市仲裁院受理多少件": a body of the department's that its report names.
_BODY = lazy_re(r"[\u4e00-\u9fff]{2,4}?(?:院|中心|大队|支队|馆)")


def is_own_matter(reading: Reading, city: str, bureau: str, holds: Callable[[str], bool]) -> bool:
    """Tell whether a question about a city, or places in it, asks of what one of its departments alone does and reports.

    Args:
        reading: The question.
        city: Full name of the city, of which there is no report.
        bureau: Full name of a department, the city's name at its head.
        holds: Whether the department's report prints some words.

    Returns:
        Whether the department's report may answer, its name said; False for whatever other bodies of the city count as well.
    """
    intent = reading.intent
    if intent.documents or not reading.terms:
        return False
    if _GOVERNMENT.search(reading.content) or find_office(reading.content) is not None:
        return False
    own = bureau.removeprefix(city)
    fields = [name for full in (own, *short_names(own)) if len(name := _OFFICE.sub("", full)) > 1]
    found = {e.concept: e for e in Lexicon.load().expand(reading.content) if _is_matter(e)}
    shared = _SHARED if _JUSTICE.search(own) else _SHARED | _OF_JUSTICE
    special = any(
        any(map(holds, (e.phrase, *e.officials))) for concept, e in found.items() if concept not in shared
    )
    special = special or any(field in reading.content for field in fields)
    special = special or any(holds(body[0]) for body in _BODY.finditer(reading.content))
    special = special or _names_its_own(reading.content, [e.phrase for e in found.values()], holds)
    if found.keys() & _EVERYBODYS or (found.keys() & shared and not special):
        return False
    plain = intent.task in _TASKS and not intent.section
    return plain or special


def _names_its_own(content: str, matters: Iterable[str], holds: Callable[[str], bool]) -> bool:
    """Tell whether words of a question that name no matter of the lexicon stand in the report as they are: 市长质量奖."""
    for phrase in matters:
        content = content.replace(phrase, " ")
    return any(holds(run[at : at + _RUN]) for run in han_runs(content) for at in range(len(run) - _RUN + 1))


def _is_matter(expansion: Expansion) -> bool:
    """Tell whether what the lexicon found is a matter of its own: no near equal and no single everyday word."""
    return expansion.source is not Source.EQUIVALENT and not expansion.concept.startswith(WORD)
