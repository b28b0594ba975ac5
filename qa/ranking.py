"""Ranks the figures and the sentences of reports against the terms of a question.

Every figure in scope competes, by the words that own it (``qa.ledger.observe``), its measure word, and a dense similarity
of which a part counts more the less the words are found. Weights: ``docs/design/006-ranking.md``.
Knows nothing of places or years.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder
from qa.fitness import (
    PLAN_PENALTY,
    SHARES,
    level_fit,
    mean_fit,
    penalty,
    reached_fit,
    since_fit,
    stage_fit,
    standing_fit,
)
from qa.ledger.holders import holder_at, without_level
from qa.ledger.mention import Mention
from qa.ledger.stages import DENIED, stage_of
from qa.matching import hits_of, inherited_words, is_foreign, is_headed, is_twin, names_part, overlap
from qa.patterns import lazy_re
from qa.prepared import PreparedReport, Query
from qa.question.words.terms import Term
from qa.scored import ScoredMention, ScoredSentence, with_margin
from qa.subjects import offices_above
from qa.text import fold
from qa.types import SectionKind
from qa.unit_fitness import audience_fit, measure_fit, money_fit, share_fit, unit_fit

__all__ = [
    "PreparedReport",
    "Query",
    "ScoredMention",
    "ScoredSentence",
    "rank_mentions",
    "rank_sentences",
    "with_margin",
]

# Measured on the dev questions; the table stands in docs/design/006-ranking.md.
BACKWARD = 0.12
DENSE, TOPICAL, FADE = 0.45, 0.3, 1.0
SPOKEN, OPENING = 0.6, 0.04
PART_PENALTY = 0.06
HELD_PENALTY = 0.3  # 审结371件 of 市本级 never stands for the whole; ahead by a full term it still may be shown with its name
FOREIGN_PENALTY = 0.1
# "合计:行政检查7694户次": the row of the whole, where no row is named (a named one gains far more by its label).
TOTAL_ROW = 0.12
_TOTAL = lazy_re(r"[|\s]*(?:合计|总计|共计)\s*[:|\t]")
# A row of a table (建水县 | 126 | 99.2) sounds like nothing: its cells stand out as much as the right sentence does on average.
CELL = 2.0
_CELLS = lazy_re(r"[^:;,。|]{2,24}:[^:;,。\d]{1,20}[\d.]+[^:;,。]{0,4};")  # 富顺县:收到申请304件;受理262件
# A deed and its figure, no matter (年末未结14件。): won 2, lost none of 2,995 (docs/design/001-encoder.md, the eighth round).
_FEW = lazy_re(r"[^\d,;:|《“]{1,6}[\d.]+万?[^\d,;:|]{1,3}[。.;]?")
_OFFICE = lazy_re(r"[局委]$")
_LEVEL = lazy_re(r"国家级|省级|市级|区级|县级")
_NEAR = 16  # characters before a figure in which such a piece is looked for
HEADED = 0.9  # a paragraph under 4.某市深化… is on that place
# "清理文件" stands for 废止 and 失效 as well; a figure that is printed with these very words goes first.
VERBATIM, _PHRASE = 0.1, 3
# 接收投诉举报咨询4.52万件 holds more of 接到多少投诉举报咨询 in one piece than 咨询1.97万件.
RUN, _RUNS = 0.06, (6, 5, 4)
REQUIRED = 0.5  # a required word must stand nearer than in another figure's clause
EXCLUDED_PENALTY = 0.2


def rank_mentions(query: Query, report: PreparedReport, encoder: Encoder) -> list[ScoredMention]:
    """Rank the figures of a report.

    Args:
        query: The question.
        report: A prepared report.
        encoder: Encoder of the library.

    Returns:
        All its figures, the best first.
    """
    if not report.mentions:
        return []
    near = report.mention_vectors(encoder) @ query.vector
    whole = report.vectors @ query.vector
    spoken = report.spoken(query)
    outstanding = _leaning(report, standard(spoken))
    topical = report.likeness(query, encoder, mentions=True)
    measures = frozenset(unit for term in query.terms for unit in term.measure)
    rated = any(t.everyday and t.measure and set(t.measure) <= SHARES for t in query.terms)
    total = sum(t.weight for t in query.terms) or 1.0
    content = query.content or query.text
    stage = stage_of(DENIED.sub("", content))
    required = any(t.required for t in query.terms)
    heads = [fold(s.heading[-1]) if s.heading else "" for s in report.report.sentences] if required else []
    offices = offices_above(report.report.sentences, report.folded) if required else []
    names = [form for t in query.terms if t.required for form, _ in t.forms]
    twins = any(t.excludes for t in query.terms)
    spoken_as = [t.text for t in query.terms if t.everyday and len(t.text) >= _PHRASE]
    fits = [report.zones.fits(term) for term in query.terms]
    found = []
    for position, mention in enumerate(report.mentions):
        strong = [hits_of(term, mention, held) for term, held in zip(query.terms, fits, strict=True)]
        hits = [hit.zones for hit in strong]
        if required:
            head = heads[mention.sentence]
            done_by = _office_at(report, mention, names)
            hits = [
                HEADED
                if t.required
                and (
                    any(is_headed(t, w) for w in (head, mention.holder, done_by, offices[mention.sentence]))
                    or _leads(t, report.folded[mention.sentence][: mention.quantity.start])
                )
                else h
                for t, h in zip(query.terms, hits, strict=True)
            ]
            if any(t.required and h < REQUIRED for t, h in zip(query.terms, hits, strict=True)):
                continue
        coverage = sum([t.weight * h for t, h in zip(query.terms, hits, strict=True)]) / total
        own = sum([t.weight * hit.own for t, hit in zip(query.terms, strong, strict=True)]) / total
        dense = max(float(near[position]), 0.8 * float(whole[mention.sentence]), 0.0)
        backward = overlap(report.own[position], query.text)
        fit = unit_fit(query.intent, mention) + audience_fit(query.intent, query.content, mention)
        alike = float(topical[position])
        score = coverage + BACKWARD * backward + fit
        score += (DENSE * dense + TOPICAL * alike) * (1 - coverage) ** FADE
        score -= penalty(query.intent, mention, report.report.sentences[mention.sentence].section)
        named = (mention.part or mention.holder) and names_part(mention, content)
        score -= PART_PENALTY * (mention.part and not named)
        score -= HELD_PENALTY * (bool(mention.holder) and mention.holder not in content and not named)
        score += money_fit(query.intent, content, mention)
        staged = stage_fit(stage, report.own[position])
        score += (
            staged + measure_fit(query.intent, measures, mention) + share_fit(query.intent, rated, mention)
        )
        score += standing_fit(content, mention) + level_fit(content, mention) + reached_fit(content, mention)
        score += mean_fit(content, mention) + since_fit(content, mention)
        score += SPOKEN * max(float(spoken[mention.sentence]), 0.0)
        score -= OPENING * (position == 0 or report.mentions[position - 1].sentence != mention.sentence)
        score += TOTAL_ROW * bool(_TOTAL.match(report.folded[mention.sentence]))
        score -= FOREIGN_PENALTY * is_foreign(mention, query.text)
        label = report.words(mention).label
        score += RUN * _runs_on(label, content) + VERBATIM * any(text in label for text in spoken_as)
        if twins:
            own_words = report.own[position] + "|" + inherited_words(mention)
            score -= EXCLUDED_PENALTY * is_twin(query.terms, own_words)
        uncovered = tuple(t for t, h in zip(query.terms, hits, strict=True) if h < 0.3)
        found.append(
            ScoredMention(
                report,
                mention,
                score,
                coverage,
                own,
                dense,
                backward,
                uncovered,
                fit,
                alike,
                outstanding=CELL
                if mention.column or _CELLS.match(report.folded[mention.sentence])
                else float(outstanding[mention.sentence]),
                stage=staged,
                terms=query.terms,
            )
        )
    return with_margin(sorted(found, key=lambda s: -s.score))


def _runs_on(label: str, content: str) -> float:
    """Tell how long a piece of the question stands in the words before a figure, 0 to 1."""
    words = label[-_NEAR:]
    if "级" in words and any(level not in content for level in _LEVEL.findall(words)):
        return 0.0  # 国家级民主法治村 for 市级民主法治村
    longest = 0.0
    for size in reversed(_RUNS):  # no longer run stands where no shorter one does
        if not any(words[i : i + size] in content for i in range(len(words) - size + 1)):
            break
        longest = size / _RUNS[0]
    return longest


def _office_at(report: PreparedReport, mention: Mention, names: Sequence[str]) -> str:
    """Name the office that did what a figure counts, "" where it is the place's or where its sentence holds no such name.

    Args:
        report: A prepared report.
        mention: The figure.
        names: What is asked for; holders are read only where the sentence holds one of the names.

    Returns:
        The office without its level, such as 市场监管局 for 市市场监管局.
    """
    text = report.folded[mention.sentence]
    if not any(name in text for name in names):
        return ""
    holder = holder_at(text, mention.quantity.start, report.report.meta.place)
    return "" if holder.whole or not _OFFICE.search(holder.name) else without_level(holder.name)


def rank_sentences(query: Query, report: PreparedReport, encoder: Encoder) -> list[ScoredSentence]:
    """Rank the sentences of a report.

    Args:
        query: The question.
        report: A prepared report.
        encoder: Encoder of the library.

    Returns:
        All its sentences, the best first.
    """
    if not report.folded:
        return []
    dense = report.vectors @ query.vector
    outstanding = standard(report.spoken(query))
    topical = report.likeness(query, encoder, mentions=False)
    total = sum(t.weight for t in query.terms) or 1.0
    required = any(t.required for t in query.terms)
    offices = offices_above(report.report.sentences, report.folded) if required else []
    above, texts = report.sentences
    fits = [texts.fits(term) for term in query.terms]
    found = []
    for sentence, text, context in zip(report.report.sentences, report.folded, above, strict=True):
        hits = [max(held.get(text, 0.0), 0.55 * held.get(context, 0.0)) for held in fits]
        if required and (office := offices[sentence.index]):
            hits = [
                HEADED if t.required and is_headed(t, office) else h
                for t, h in zip(query.terms, hits, strict=True)
            ]
        if any(t.required and h < REQUIRED for t, h in zip(query.terms, hits, strict=True)):
            continue
        coverage = sum(t.weight * h for t, h in zip(query.terms, hits, strict=True)) / total
        cosine = max(float(dense[sentence.index]), 0.0)
        alike = float(topical[sentence.index])
        score = coverage + (DENSE * cosine + TOPICAL * alike) * (1 - coverage) ** FADE
        if sentence.section is SectionKind.PLAN and not query.intent.plan:
            score -= PLAN_PENALTY / 2
        elif query.intent.plan and sentence.section is SectionKind.PLAN:
            score += 0.2
        uncovered = tuple(t for t, h in zip(query.terms, hits, strict=True) if h < 0.3)
        stands = float(outstanding[sentence.index])
        found.append(
            ScoredSentence(
                report, sentence.index, score, coverage, cosine, uncovered, alike, outstanding=stands
            )
        )
    return with_margin(sorted(found, key=lambda s: -s.score))


def standard(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Measure how far each of some cosines stands above their mean, in standard deviations.

    Args:
        cosines: float32, shape (n,).

    Returns:
        float32, shape (n,).
    """
    return np.asarray((cosines - cosines.mean()) / (cosines.std() + 1e-6), np.float32)


def _leaning(report: PreparedReport, outstanding: NDArray[np.float32]) -> NDArray[np.float32]:
    """Let a sentence of so few words that it names no matter (年末未结14件) stand out as the one before it does."""
    leant = outstanding.copy()
    sentences = report.report.sentences
    for at in range(1, len(sentences)):
        if sentences[at].heading == sentences[at - 1].heading and _FEW.fullmatch(report.folded[at]):
            leant[at] = max(leant[at], leant[at - 1])
    return leant


_OF_FIELD = ("领域", "系统")
_TWO_BODIES = 2
_BODY = lazy_re(r"部门|[局委](?!托|员|派|部)")
_OWN, _OWN_LEVEL = "本级", lazy_re(r"[省市区县州旗]?(?:政府)?本级")
_SO_MANY = lazy_re(r"(?:全[市区县州旗])?\d+个")


def _leads(term: Term, told: str) -> bool:
    """Tell whether a sentence up to a figure begins with the field asked for and names no other body: 农业农村部门…查办6件.

    So does 21个乡镇(街道)综合执法队承接事项83项,全年办案618件, of the townships together.
    """
    if (counted := _SO_MANY.match(told)) and ";" not in told and is_headed(term, told[counted.end() :]):
        return True
    row = (
        told.rpartition(";")[2].rpartition("其中")[2].lstrip(",:")
    )  # 其中某领域处罚37件,罚款29万元;另一领域…
    if term.text == _OWN and _OWN_LEVEL.match(row):
        return True  # 其中市本级办理行政处罚案件4129件,罚没款1217万元
    field = term.text.endswith(_OF_FIELD) and is_headed(term, row)
    return field and len(_BODY.findall(row)) < _TWO_BODIES
