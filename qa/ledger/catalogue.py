"""The catalogue of indicators: what the figures of this domain count, and what may be compared with what.

Ours lies in ``indicators.toml``; a user's file adds indicators or replaces ours by their ids. Both are checked, so that a slip is
told with its file and remedy. Knows nothing of figures in reports: ``qa/ledger/matcher.py`` finds them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qa.errors import BadSetting
from qa.ledger.indicator import Indicator, read_indicators, stamp
from qa.patterns import lazy_re
from qa.text import fold

OURS = Path(__file__).with_name("indicators.toml")
"""The catalogue that is shipped."""

USER_FILE = "indicators.toml"
"""Name of a user's own file inside a library folder."""

_KEPT = 8  # catalogues sorted by their words
_MARK = lazy_re("[、（]")
_HALF_WIDTH = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Indicators by their ids; one is itself alone, so that what is sorted of it is found at once.

    Attributes:
        indicators: All of them, ours first.
        fingerprint: Changes whenever an indicator, or how figures are matched, does.
    """

    indicators: tuple[Indicator, ...]
    fingerprint: str

    def get(self, indicator_id: str) -> Indicator | None:
        """Give the indicator of an id.

        Args:
            indicator_id: An id.

        Returns:
            The indicator, or None if there is none of that id.
        """
        return _by_id(self).get(indicator_id)

    def find(self, words: str) -> tuple[Indicator, ...]:
        """Find the indicators that words name: by id, name or alias, then by everyday words.

        Args:
            words: Such as 败诉率, ``litigation-loss-rate`` or 民告官.

        Returns:
            The indicators, of which there may be several or none.
        """
        wanted = _bare(words)
        if not wanted:
            return ()
        if (exact := self.get(words.strip())) is not None:
            return (exact,)
        return next((found[wanted] for found in _by_words(self) if wanted in found), ())

    def spoken(self, question: str) -> str:
        """Put the first alias where a question holds an official name with a mark in it, at which the question would be parted.

        Args:
            question: Such as 某县2024年的司法建议、检察建议办理是多少?

        Returns:
            The question, otherwise unchanged.
        """
        for written, alias in _marked_names(self):
            question = question.replace(written, alias)
        return question


@lru_cache(maxsize=_KEPT)
def _by_id(catalogue: Catalogue) -> Mapping[str, Indicator]:
    """Sort the indicators by id, once for a catalogue."""
    return {one.id: one for one in reversed(catalogue.indicators)}


@lru_cache(maxsize=_KEPT)
def _by_words(catalogue: Catalogue) -> tuple[Mapping[str, tuple[Indicator, ...]], ...]:
    """Sort the indicators by name, by alias and by everyday words, bare, once for a catalogue."""
    sorts: list[dict[str, tuple[Indicator, ...]]] = []
    for words_of in (lambda one: (one.name,), lambda one: one.aliases, lambda one: one.everyday):
        found: dict[str, tuple[Indicator, ...]] = {}
        for one in catalogue.indicators:
            for bare in dict.fromkeys(map(_bare, words_of(one))):
                found[bare] = (*found.get(bare, ()), one)
        sorts.append(found)
    return tuple(sorts)


@lru_cache(maxsize=_KEPT)
def _marked_names(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """List the official names with a mark in them, as they may be written, each with its first alias; the longest first."""
    marked = [one for one in catalogue.indicators if one.aliases and _MARK.search(one.name)]
    return tuple(
        (written, one.aliases[0])
        for one in sorted(marked, key=lambda one: -len(one.name))
        for written in dict.fromkeys((one.name, one.name.translate(_HALF_WIDTH)))
    )


def load_catalogue(own: Iterable[Path] = ()) -> Catalogue:
    """Read the shipped catalogue and the users' files, the later replacing the earlier by id.

    Args:
        own: Files of users, in the form of ours.

    Returns:
        The catalogue.

    Raises:
        BadSetting: A file cannot be read, is no TOML, or an entry of it is wrong.
    """
    return _load((OURS, *own), tuple(stamp(path) for path in (OURS, *own)))


def own_files(library: Path | None, setting: Path | None) -> tuple[Path, ...]:
    """List the users' files that count: the one in the library folder, then the one of the environment.

    Args:
        library: Library folder, or None.
        setting: File that ``FAWEN_INDICATORS`` names, or None.

    Returns:
        The files, in the order in which they replace each other.
    """
    inside = [library / USER_FILE] if library is not None and (library / USER_FILE).is_file() else []
    return (*inside, *([setting] if setting is not None else []))


@lru_cache(maxsize=_KEPT)
def _load(paths: tuple[Path, ...], stamps: tuple[tuple[int, int], ...]) -> Catalogue:
    """Read the files; the stamps only tell one state from another."""
    del stamps
    digest = hashlib.sha256(_code())
    indicators: dict[str, Indicator] = {}
    for path in paths:
        raw, found = read_indicators(path)
        digest.update(raw)
        indicators |= {one.id: one for one in found}
    names: dict[str, str] = {}
    for one in indicators.values():
        if names.setdefault(one.name, one.id) != one.id:
            raise BadSetting(
                f"{paths[-1]}: the name {one.name} stands in {names[one.name]} and {one.id}; rename one, or use one id"
            )
        for twin in one.twins:
            if twin not in indicators:
                raise BadSetting(
                    f"{paths[-1]}: twin {twin!r} of {one.id} is no indicator; write the id of one, or drop it"
                )
    return Catalogue(tuple(indicators.values()), digest.hexdigest()[:16])


@lru_cache(maxsize=1)
def _code() -> bytes:
    """Read the code that makes observations, so that those of an older program are never taken for its own."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    parts = [*files, *(Path(__file__).parents[1] / name for name in ("quantity.py", "text.py"))]
    return b"".join(path.read_bytes() for path in parts if path.is_file())


def _bare(words: str) -> str:
    """Fold a name and leave out what people add to it at will."""
    return re.sub(r"[\s“”\"'《》()的]|数量?$|情况$", "", fold(words))
