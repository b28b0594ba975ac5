"""What a department's report may tell of its city where the city has no report: matters of its own field, and no others.

How many lifts a city replaced stands in the report of the bureau that replaces them. How many reviews, lawsuits or penalties
a city had does not: every department counts its own, and the city's figure is another one.
"""

from __future__ import annotations

import re

from qa.question.intent import Task
from qa.question.lexicon import Lexicon
from qa.question.offices import find_office, short_names
from qa.question.reading import Reading

# Concepts of the lexicon that every public body reports of itself, or a government of the whole place.
_EVERYBODYS = frozenset(
    "reconsideration reconsideration-correction litigation-ratio reconsideration-reform hearing pending settlement"
    " administrative-litigation lawsuit-lost lawsuit-won court-appearance court-observation judicial-advice procuratorial-advice"
    " public-interest-litigation administrative-dispute state-compensation non-litigation-enforcement litigation-source"
    " legal-adviser government-lawyer petition backlog satisfaction penalty exemption lighter-penalty exemption-list"
    " flexible-enforcement enforcement-certificate enforcement-officers enforcement-supervision case-file-review three-systems"
    " legal-review-of-decisions discretion criminal-transfer coercive-measures special-campaign normative-document legality-review"
    " record-filing document-cleanup major-decision public-participation risk-assessment expert-review post-evaluation"
    " contract-review legislation fair-competition power-list deregulation online-service business-environment"
    " information-disclosure disclosure-on-request press policy-explanation new-media deputies-proposals congress-supervision"
    " accountability discipline inspection rectification assessment demonstration honours first-responsible duty-report"
    " leaders-study leaders civil-servants xi-thought party-leadership training legal-culture who-enforces-explains"
    " constitution law-based-government institution-reform shortcomings plans achievements funding legal-team law-popularisation"
    " hotline".split()
)
# ... and those that are the work of a bureau of justice.
_OF_JUSTICE = frozenset(
    "legal-aid notarization lawyers foreign-legal public-legal-service legal-consultation village-legal-adviser"
    " judicial-appraisal community-correction released-prisoners mediation mediator mediation-success industry-mediation"
    " judicial-office law-literate democratic-village arbitration".split()
)
_JUSTICE = re.compile(r"司法[局厅]$")
_OFFICE = re.compile(r"局|委员会|委|厅|办公室|中心|支队|总队|大队|署|处")
_GOVERNMENT = re.compile(r"政府(?!采购)")
_TASKS = frozenset((Task.NUMBER, Task.FACT, Task.LIST))


def is_own_matter(reading: Reading, city: str, bureau: str) -> bool:
    """Tell whether a question about a city asks of what one of its departments alone does and reports.

    Args:
        reading: The question.
        city: Full name of the city, of which there is no report.
        bureau: Full name of a department, the city's name at its head.

    Returns:
        Whether the department's report may answer, its name said; False for whatever other bodies of the city count as well.
    """
    intent = reading.intent
    if intent.task not in _TASKS or intent.section or intent.documents or not reading.terms:
        return False
    if _GOVERNMENT.search(reading.content) or find_office(reading.content) is not None:
        return False
    own = bureau.removeprefix(city)
    fields = [name for full in (own, *short_names(own)) if len(name := _OFFICE.sub("", full)) > 1]
    if any(field in reading.content for field in fields):
        return True
    found = {expansion.concept for expansion in Lexicon.load().expand(reading.content)}
    everybodys = _EVERYBODYS if _JUSTICE.search(own) else _EVERYBODYS | _OF_JUSTICE
    return not found & everybodys
