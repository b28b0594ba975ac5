"""Sentences that reports share: near-identical across places, or across the years of one place, figures and names aside.

Figures, the names of a report's own place and the level of its offices (市政府, 区政府) are masked; sentences with equal masks
are one, and near ones are found by MinHash over character triples (Broder 1997, "On the resemblance and containment of
documents") with banding, so that a thousand reports are compared in seconds. Each member is then measured against the
head of its group, so that groups do not chain. What the threshold and the alternatives gave: ``docs/design/010-audit.md``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from qa.patterns import lazy_re
from qa.places import stem
from qa.text import fold
from qa.types import Report, ReportMeta

_DIGITS = r"\d[\d,.]*(?:[%‰]|[百千万亿]{1,2})?|[零〇一二三四五六七八九十百千万亿两]+(?:点[零〇一二三四五六七八九]+)?"
_NUMERAL = lazy_re(rf"百分之(?:{_DIGITS})|{_DIGITS}")
_REPEATED = lazy_re(r"([#□])\1+")
_LEVEL = lazy_re(
    r"(?<=[全我])[省市区县州旗镇乡盟]|[省市区县州旗镇乡](?=委|人民政府|政府|级|本级|直|司法局|人大|政协|域|法院|公安)"
)
_FURNITURE = lazy_re(r"[\s□#@,.、;:。!?“”\"()《》]")
_SHORT = 12  # characters of a mask without marks; shorter ones (下一步工作打算) are headings and links between paragraphs
SIMILAR = 0.6
"""Smallest share of common character triples of two masks that are one template."""

_GRAM = 3
_BANDS, _ROWS = (
    20,
    4,
)  # a pair of similarity 0.6 meets in some band with probability 1 - (1 - 0.6**4)**20 = 0.94
_SEED = 1997
_CHUNK = 1 << 21  # triples hashed at a time: 16 MiB a permutation


@dataclass(frozen=True, slots=True)
class Place:
    """Where a template stands.

    Attributes:
        report: Report id.
        file: File name of the report.
        place: Place of the report.
        year: Year that it reports on.
        sentence: Index of the sentence in the report.
        start: First code point of the sentence in the stored text.
        end: One past its last code point.
        text: The sentence.
    """

    report: str
    file: str
    place: str
    year: int
    sentence: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence that several reports share.

    Attributes:
        mask: The most frequent form, with # for figures, □ for places and @ for levels.
        members: Where it stands, by place and year.
        places: How many places share it.
        years: How many years it spans.
    """

    mask: str
    members: tuple[Place, ...]
    places: int
    years: int


def templates(reports: Iterable[Report], similar: float = SIMILAR) -> tuple[Template, ...]:
    """Find the sentences that reports share.

    Args:
        reports: The reports, of any places and years.
        similar: Smallest share of common character triples, above 0 and at most 1; 1 finds equal masks only.

    Returns:
        Those of two reports or more, the most shared first.
    """
    members: dict[str, list[Place]] = defaultdict(list)
    for report in reports:
        mask = _Masker(report.meta)
        for sentence in report.sentences:
            masked = mask(sentence.text)
            if len(_FURNITURE.sub("", masked)) >= _SHORT:
                meta = report.meta
                members[masked].append(
                    Place(
                        meta.id,
                        meta.file,
                        meta.place,
                        meta.year,
                        sentence.index,
                        sentence.start,
                        sentence.end,
                        sentence.text,
                    )
                )
    masks = sorted(members, key=lambda m: (-len({p.report for p in members[m]}), m))
    found = []
    for head, group in _groups(masks, similar).items():
        places = sorted(
            (place for mask in group for place in members[mask]),
            key=lambda p: (p.place, p.year, p.report, p.start),
        )
        if len({p.report for p in places}) >= 2:
            found.append(
                Template(head, tuple(places), len({p.place for p in places}), len({p.year for p in places}))
            )
    return tuple(sorted(found, key=lambda t: (-len({p.report for p in t.members}), -len(t.members), t.mask)))


def repeated(found: Iterable[Template]) -> dict[str, frozenset[int]]:
    """Mark the sentences of each report that are templates, so that a summary can show what is new.

    Args:
        found: What :func:`templates` gave.

    Returns:
        For each report id, the indexes of its shared sentences; reports without any are left out.
    """
    marked: dict[str, set[int]] = defaultdict(set)
    for template in found:
        for place in template.members:
            marked[place.report].add(place.sentence)
    return {report: frozenset(indexes) for report, indexes in marked.items()}


class _Masker:
    """Masks what differs between two uses of one template: figures, the report's own places, levels."""

    def __init__(self, meta: ReportMeta) -> None:
        names = {n for name in (meta.place, meta.parent) if name for n in (name, stem(name)) if len(n) > 1}
        longest = sorted(names, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest))) if longest else None

    def __call__(self, text: str) -> str:
        """Mask a sentence."""
        masked = "".join(fold(text).split())
        if self._names:
            masked = self._names.sub("□", masked)
        return _LEVEL.sub("@", _REPEATED.sub(r"\1", _NUMERAL.sub("#", masked)))


def _groups(masks: Sequence[str], similar: float) -> dict[str, list[str]]:
    """Group masks around heads: each joins the first head that it is similar to, or becomes one."""
    if similar >= 1:
        return {mask: [mask] for mask in masks}
    keys = _shared(_bands(masks))
    heads: dict[tuple[int, int], list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    for at, mask in enumerate(masks):
        own = keys.get(at, ())
        near = Counter(head for key in own for head in heads.get(key, ()))
        grams = _grams(mask) if near else frozenset()
        head = next((h for h, _ in near.most_common() if _alike(grams, _grams(masks[h])) >= similar), None)
        if head is not None:
            groups[head].append(at)
            continue
        groups[at] = [at]
        for key in own:
            heads[key].append(at)
    return {masks[head]: [masks[at] for at in group] for head, group in groups.items()}


def _shared(keys: NDArray[np.uint64]) -> dict[int, list[tuple[int, int]]]:
    """Keep the bands in which a mask meets another: most sentences meet none, and cost nothing more."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for band in range(keys.shape[1]):
        _, names, counts = np.unique(keys[:, band], return_inverse=True, return_counts=True)
        for at in np.flatnonzero(counts[names] > 1).tolist():
            found[at].append((band, int(names[at])))
    return found


@lru_cache(maxsize=4096)
def _grams(mask: str) -> frozenset[str]:
    """Cut a mask into its character triples."""
    return frozenset(mask[i : i + _GRAM] for i in range(len(mask) - _GRAM + 1))


def _alike(one: Collection[str], other: frozenset[str]) -> float:
    """Measure the share of common triples (Jaccard)."""
    common = len(other.intersection(one))
    return common / (len(one) + len(other) - common)


def _bands(masks: Sequence[str]) -> NDArray[np.uint64]:
    """Sign masks by MinHash and fold the signature into bands.

    Args:
        masks: Texts of three characters or more.

    Returns:
        uint64, shape (n_masks, n_bands): equal keys in a band make two masks candidates.
    """
    generator = np.random.default_rng(_SEED)
    factors = generator.integers(1, 1 << 63, size=_BANDS * _ROWS, dtype=np.uint64) | np.uint64(1)
    mixing = generator.integers(1, 1 << 63, size=_ROWS, dtype=np.uint64) | np.uint64(1)
    signs = np.empty((len(masks), _BANDS * _ROWS), dtype=np.uint64)
    done = 0
    while done < len(masks):
        size, last = 0, done
        while last < len(masks) and (size == 0 or size + len(masks[last]) <= _CHUNK):
            size, last = size + len(masks[last]), last + 1
        signs[done:last] = _signatures(masks[done:last], factors)
        done = last
    with np.errstate(over="ignore"):
        keys: NDArray[np.uint64] = (signs.reshape(len(masks), _BANDS, _ROWS) * mixing).sum(
            axis=2, dtype=np.uint64
        )
    return keys


def _signatures(masks: Sequence[str], factors: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Give for each mask and permutation the smallest hash of its triples.

    Args:
        masks: Texts of three characters or more.
        factors: uint64, shape (n_permutations,), odd.

    Returns:
        uint64, shape (n_masks, n_permutations).
    """
    codes = np.frombuffer("".join(masks).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    lengths = np.array([len(mask) for mask in masks])
    ends = lengths.cumsum()
    with np.errstate(over="ignore"):
        triples = codes[:-2] << np.uint64(42) | codes[1:-1] << np.uint64(21) | codes[2:]
        triples = (triples ^ (triples >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
        triples ^= triples >> np.uint64(32)
        inside = np.ones(len(triples), dtype=bool)
        for back in (2, 1):  # triples that reach over the end of a mask
            inside[ends[:-1] - back] = False
        triples = triples[inside]
        starts = np.concatenate(([0], (lengths - 2).cumsum()[:-1]))
        signs = np.empty((len(masks), len(factors)), dtype=np.uint64)
        for at, factor in enumerate(factors):
            hashed = triples * factor
            signs[:, at] = np.minimum.reduceat(hashed ^ (hashed >> np.uint64(31)), starts)
    return signs
