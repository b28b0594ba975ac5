"""What a department's report may tell of its city where the city has no report: matters of its own field, and no others.

How many lifts a city replaced stands in the report of the bureau that replaces them. How many reviews, lawsuits or penalties
a city had does not: every department counts its own, and the city's figure is another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.departments import words_of_field
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
    " congress-supervision demonstration first-responsible duty-report leaders-study leaders civil-servants"
    " xi-thought party-leadership who-enforces-explains law-based-government institution-reform shortcomings plans"
    " achievements".split()
)
# ... which a department's report tells of the whole field where the question names it (教育存在哪些问题).
_OF_REPORT = frozenset("shortcomings plans achievements duty-report institution-reform leaders-study".split())
# ... that may be the department's own where a matter of its field stands beside them (环境信访, 食品处罚).
_SHARED = frozenset(
    "pending settlement petition backlog satisfaction penalty exemption lighter-penalty flexible-enforcement special-campaign"
    " enforcement-certificate enforcement-officers discretion criminal-transfer coercive-measures post-evaluation"
    " fair-competition deregulation online-service business-environment press policy-explanation new-media discipline"
    " inspection rectification assessment honours training legal-culture constitution funding legal-team law-popularisation"
    " hotline accountability".split()
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
# "教育系统信访投诉多少件": the department with all that it stands over
_SYSTEM = lazy_re(r"系统|部门|领域|行业")
_TERM = 3  # ... and of a word of the question that is no matter of every body's
_RUN = 5  # characters of a name that a report prints as the question has them
_TASKS = frozenset((Task.NUMBER, Task.FACT, Task.LIST, Task.COMPARE, Task.RANK, Task.DIFFERENCE))
# "市仲裁院受理多少件": a body of the department's that its report names.
_BODY = lazy_re(r"[\u4e00-\u9fff]{2,4}?(?:院|中心|大队|支队|馆)")


_OF_FIELD = r"(?:综合)?(?:行政)?(?:执法|系统|领域|部门)"


def is_own_matter(
    reading: Reading, city: str, bureau: str, holds: Callable[[str], bool], *, spoken: bool = False
) -> bool:
    """Tell whether a question about a city, or places in it, asks of what one of its departments alone does and reports.

    Args:
        reading: The question.
        city: Full name of the city, of which there is no report.
        bureau: Full name of a department, the city's name at its head.
        holds: Whether the department's report prints some words.
        spoken: Whether an earlier turn named the city and its department was told of, so that this one goes on with it.

    Returns:
        Whether the department's report may answer, its name said; False for whatever other bodies of the city count as well.
    """
    intent, content = reading.intent, reading.content
    if intent.documents or not reading.terms:
        return False
    own = bureau.removeprefix(city)
    names = [own, *short_names(own)]
    office = find_office(content)
    itself = office is not None and any(stem in name for stem in office[1] for name in names)  # 教育系统
    if _GOVERNMENT.search(content) or (office is not None and not itself):
        return False
    if itself and _SYSTEM.search(content):
        return True
    fields = [name for full in names if len(name := _OFFICE.sub("", full)) > 1]
    if any(re.search(f"{re.escape(field)}{_OF_FIELD}", content) for field in fields):
        return True  # 生态环境执法案卷评查
    found = {e.concept: e for e in Lexicon.load().expand(content) if _is_matter(e)}
    shared = _SHARED if _JUSTICE.search(own) else _SHARED | _OF_JUSTICE
    named = any(field in content for field in fields) or bool(words_of_field(own, content))
    everybodys = _EVERYBODYS - _OF_REPORT if named else _EVERYBODYS
    if found.keys() & everybodys:
        return False
    special = named or any(
        any(map(holds, (e.phrase, *e.officials))) for concept, e in found.items() if concept not in shared
    )
    special = special or any(holds(body[0]) for body in _BODY.finditer(content))
    special = special or _names_its_own(reading, [e.phrase for e in found.values()], holds)
    if found.keys() & shared and not (special or spoken):
        return False
    plain = intent.task in _TASKS and not intent.section
    return plain or special


def _names_its_own(reading: Reading, matters: Iterable[str], holds: Callable[[str], bool]) -> bool:
    """Tell whether words of a question that name no matter of the lexicon stand in the report as they are: 市长质量奖."""
    content = reading.content
    for phrase in matters:
        content = content.replace(phrase, " ")
    if any(holds(run[at : at + _RUN]) for run in han_runs(content) for at in range(len(run) - _RUN + 1)):
        return True
    return any(len(t.text) >= _TERM and t.text in content and holds(t.text) for t in reading.terms)


def _is_matter(expansion: Expansion) -> bool:
    """Tell whether what the lexicon found is a matter of its own: no near equal and no single everyday word."""
    return expansion.source is not Source.EQUIVALENT and not expansion.concept.startswith(WORD)
