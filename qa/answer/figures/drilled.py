"""The figure of the part that a turn names in its own words, in the sentence just told or the one behind it.

The words of the turn are matched with those of the sentence's figures alone, so that 管交通的那些 is 交通运输2036件. A word that
several figures share tells none of them apart and counts less. Where no figure bears the words, none is given: the whole's figure
is never a part's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from embeddings.encoder import Encoder
from qa.answer.figures.wholes import (
    counts_of,
    indexes_shown,
    leads_parts,
    opens_with_parts,
    whole_of,
    words_of,
)
from qa.ledger.mention import Mention
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.conversation.drilling import Name
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, ScoredMention
from qa.scored import taken

# How much of a turn's words a figure must bear, and how much more than the next one. On the 211 follow-up turns of the scripts
# whose figure stands in the sentence told, 148 are found, none wrongly; on the other 500, two are. With 0.5: 157 and four.
_HELD, _APART = 0.6, 0.15
# Where the report is silent otherwise: less of the words, or the cosine of both. Of 30 turns that ought to be refused one cosine
# is above 0.45 (0.48), and no other figure of its sentence is 0.15 below.
_LESS, _FAR = 0.45, 0.25
_NEAR, _NEARER = 0.45, 0.15
_ALIKE = frozenset({"people", "person_times"})
_FOR_WHOM = lazy_re(r"(?:为|帮助?|给|替|向|惠及)$")  # 为1473名农民工追回欠薪1962万元


def sentences_told(shown: Iterable[tuple[str, int]], report: PreparedReport) -> list[int]:
    """List the sentences of a report that were just told, with the one behind where it lists their parts.

    Args:
        shown: As ``Reading.shown``.
        report: A prepared report.

    Returns:
        Their indexes.
    """
    found: list[int] = []
    for index in indexes_shown(shown, report):
        found.append(index)
        parts = any(leads_parts(m, report) for m in counts_of(index, report))
        if parts or opens_with_parts(index + 1, report):
            found.append(index + 1)
    return list(dict.fromkeys(found))


class Told:
    """The figures of the sentences just told that are counted as a turn asks."""

    def __init__(self, sentences: Sequence[int], kind: str, report: PreparedReport) -> None:
        """Take them.

        Args:
            sentences: Indexes of the sentences.
            kind: Class of the unit asked for, or "" for any count.
            report: Their report.
        """
        self._report, self._kind = report, kind
        found = [m for index in sentences for m in counts_of(index, report)]
        self._figures = [m for m in found if _is_counted(m, kind) and not _counts_listed(m, found)]
        self._labels = [_label(m, report) for m in self._figures]

    def bearing(self, names: Sequence[Name], *, exactly: bool = False) -> ScoredMention | None:
        """Find the one figure that bears the words of a turn.

        Args:
            names: The words.
            exactly: Whether by the words themselves, and by no others that reports print for them.

        Returns:
            The figure, or None where none bears them or two do.
        """
        if exactly:
            names = [n._replace(forms=n.forms[:1]) for n in names]
        at = self._first(self._scores(names), _HELD, _APART)
        return self._taken(at) if at >= 0 and not self._lacks(at, names, every=True) else None

    def nearest(self, names: Sequence[Name], encoder: Encoder) -> ScoredMention | None:
        """Find the one figure that bears most of the words of a turn, or is nearest to them in meaning.

        Args:
            names: The words.
            encoder: Encoder of the library.

        Returns:
            The figure, or None where none is near, or two are.
        """
        if (at := self._first(self._scores(names), _LESS, _FAR)) >= 0 and not self._lacks(at, names):
            return self._taken(at)
        if not names and len(self._figures) == 1 and self._kind:  # 几起, after 死亡多少人
            return self._taken(0)
        if not self._figures or not names:
            return None
        vectors = encoder.encode(["".join(n.text for n in names), *self._labels])
        at = self._first([float(cosine) for cosine in vectors[1:] @ vectors[0]], _NEAR, _NEARER)
        bound = [n for n in names if n.placed or n.denied]
        return self._taken(at) if at >= 0 and not self._lacks(at, bound) else None

    def whom(self, names: Sequence[Name]) -> ScoredMention | None:
        """Find those for whom a thing was done, where a turn asks for people and names nothing else: 多少人拿到了.

        Args:
            names: The words of the turn.

        Returns:
            The one figure of people behind 为, or None.
        """
        served = [
            m
            for m in self._figures
            if m.quantity.unit_class in _ALIKE and _FOR_WHOM.search(m.label.rstrip("全共约近"))
        ]
        alone = len(served) == 1 and not any(n.noun for n in names)
        return taken(served[0], self._report) if alone else None

    def _scores(self, names: Sequence[Name]) -> list[float]:
        """Weigh how much of the words each figure bears; a word that several share weighs less."""
        shared = [sum(1 for label in self._labels if held(n, label)) for n in names]
        weights = [len(n.text) ** 0.5 / max(1, s) for n, s in zip(names, shared, strict=True)]
        whole = sum(weights)
        if not whole:
            return []
        return [
            sum(w * held(n, label) for n, w in zip(names, weights, strict=True)) / whole
            for label in self._labels
        ]

    def _first(self, scores: Sequence[float], least: float, apart: float) -> int:
        """Give where the figure stands that leads all others of another value, or -1."""
        if not scores:
            return -1
        at = max(range(len(scores)), key=scores.__getitem__)
        value = self._figures[at].quantity.value
        rest = [s for s, m in zip(scores, self._figures, strict=True) if m.quantity.value != value]
        return at if scores[at] >= least and scores[at] - max(rest, default=0.0) >= apart else -1

    def _lacks(self, at: int, names: Sequence[Name], *, every: bool = False) -> bool:
        """Tell whether a thing that a turn names stands nowhere by a figure: 去旁听的领导里女同志几个, of all who went."""
        mention = self._figures[at]
        around = f"{self._labels[at]}|{_around(mention, self._report)}"
        said = (n for n in names if n.noun or (every and len(n.text) > 1))
        return any(not held(n, around) for n in said)

    def _taken(self, at: int) -> ScoredMention:
        return taken(self._figures[at], self._report)


def _is_counted(mention: Mention, kind: str) -> bool:
    """Tell whether a figure is counted as a turn asks."""
    own = mention.quantity.unit_class
    if "percent" in {kind, own}:
        return kind == own
    return not kind or kind == own or {kind, own} <= _ALIKE


def _counts_listed(mention: Mention, figures: Sequence[Mention]) -> bool:
    """Tell whether a figure only says how many things are listed before it: 两个, of 甲镇、乙镇两个镇分别查办31起、45起."""
    listed = [m for m in figures if m.thing and m.sentence == mention.sentence]
    if not listed or mention.quantity.start > listed[0].quantity.start:
        return False
    return (
        mention.quantity.amount == len(listed)
        and mention.quantity.unit_class != listed[0].quantity.unit_class
    )


def _label(mention: Mention, report: PreparedReport) -> str:
    """Give the words that own a figure."""
    return words_of(mention, counts_of(mention.sentence, report), report)


def _around(mention: Mention, report: PreparedReport) -> str:
    """Give the words that say what a figure is a part of: those of its whole, and all that its sentence says before it."""
    whole = whole_of(mention, counts_of(mention.sentence, report), report)
    own = _label(whole, report) if whole is not None else ""
    return f"{own}|{report.folded[mention.sentence][: mention.quantity.start]}"


def held(name: Name, label: str) -> float:
    """Tell how well words hold a word of the turn, 0 to 1.

    Args:
        name: The word.
        label: Words of a figure.

    Returns:
        0 where they hold neither it nor what reports print for it; what was not so is told by no part of its words.
    """
    if name.denied:
        return float(any(form in label for form in name.forms))
    return match(Term(name.text, 1.0, tuple((form, 1.0) for form in name.forms), known=True), label)
