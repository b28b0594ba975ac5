"""The entries of the lexicon and of the thesaurus, and the reading of their files.

Checks what it reads, so that a slip in a word list is told with its place; knows nothing of questions. Files
are TOML whose lists are long strings: ``tomllib`` walks arrays a character at a time, and this form loads
twice as fast (docs/design/005-lexicon.md).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from qa.errors import BadSetting

WORD = "word:"
_TOP_KEYS = {"shared", "weights", "concept", "equivalent"}
_CONCEPT_REQUIRED = {"official", "everyday"}
_CONCEPT_KEYS = _CONCEPT_REQUIRED | {"measure", "not"}
_EQUIVALENT_KEYS = {"words", "weight"}
_WEIGHT_KEYS = {"everyday", "official"}
_WORDS_KEYS = {"weight", "words"}


class Source(StrEnum):
    """Which list of the lexicon a phrase stands in."""

    EVERYDAY = "everyday"
    OFFICIAL = "official"
    EQUIVALENT = "equivalent"


_SPOKEN = (Source.EVERYDAY, Source.OFFICIAL)


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry: a concept, a group of near equals (no everyday phrases), or a line of the thesaurus.

    The official words of a line of the thesaurus are not found in questions.
    """

    id: str
    official: tuple[str, ...]
    everyday: tuple[str, ...]
    measure: tuple[str, ...]
    excludes: tuple[str, ...]
    weights: Mapping[Source, float]


class Thesaurus(NamedTuple):
    """The weight of a thesaurus, and its line for each everyday word, which may bear a guard."""

    weight: float
    lines: dict[str, str]

    def entry(self, word: str) -> Concept:
        """Make the entry of a word; it has a weight for everyday words only.

        Args:
            word: A key of ``lines``.

        Returns:
            The entry of the word's line.
        """
        left, _, right = self.lines[word].partition(" = ")
        everyday = tuple(left.split())
        id_ = WORD + everyday[0][everyday[0].find(">") + 1 :]
        return Concept(id_, tuple(right.split()), everyday, (), (), {Source.EVERYDAY: self.weight})


def read_concepts(path: Path) -> Iterator[Concept]:
    """Read and check a lexicon file.

    Args:
        path: A TOML file in the form of ``lexicon.toml``.

    Yields:
        Its concepts, then its groups of near equals.

    Raises:
        BadSetting: If it is no TOML, has an unknown key or weight, or a phrase in two concepts.
    """
    table = _table(path, _TOP_KEYS)
    _check_keys("weights", table["weights"], _WEIGHT_KEYS, _WEIGHT_KEYS)
    both = {source: _weight("weights", table["weights"][source.value]) for source in _SPOKEN}
    owners = dict.fromkeys(_words("shared", table["shared"]), "")
    for id_, fields in table["concept"].items():
        _check_keys(id_, fields, _CONCEPT_REQUIRED, _CONCEPT_KEYS)
        official, everyday = _words(id_, fields["official"]), _words(id_, fields["everyday"])
        _check_owners(id_, official + everyday, owners)
        measure, excludes = _words(id_, fields.get("measure", "")), _words(id_, fields.get("not", ""))
        yield Concept(id_, official, everyday, measure, excludes, both)
    for id_, fields in table["equivalent"].items():
        _check_keys(id_, fields, _EQUIVALENT_KEYS, _EQUIVALENT_KEYS)
        weight = {Source.EQUIVALENT: _weight(id_, fields["weight"])}
        yield Concept(id_, _words(id_, fields["words"]), (), (), (), weight)


def read_words(path: Path) -> Thesaurus:
    """Read and check a thesaurus: ``everyday words = official words`` in each line.

    Args:
        path: A TOML file in the form of ``thesaurus.toml``.

    Returns:
        Its lines by their words; an entry is made of a line when a question first reaches it.

    Raises:
        BadSetting: If it is no TOML, has an unknown key or weight, a line of another form, or a word twice.
    """
    table = _table(path, _WORDS_KEYS)
    found = Thesaurus(_weight(path.name, table["weight"]), {})
    count = 0
    for theme, text in table["words"].items():
        for line in text.split("\n"):
            left, _, right = line.partition(" = ")
            if right:
                words = left.split()
                count += len(words)
                found.lines.update(dict.fromkeys(words, line))
            elif line:
                raise BadSetting(
                    f"line {line!r} of {theme} in {path.name} is not `everyday = official`; mend it"
                )
    if count > len(found.lines):
        owners: dict[str, str] = {}
        for line in "\n".join(table["words"].values()).split("\n"):
            _check_owners(line, tuple(line.partition(" = ")[0].split()), owners)
    return found


def _table(path: Path, keys: set[str]) -> dict[str, Any]:
    """Parse a TOML file that must have exactly these keys."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise BadSetting(f"{path.name} is no TOML file in UTF-8 ({exc}); mend it") from exc
    _check_keys(path.name, table, keys, keys)
    return table


def _words(name: str, value: object) -> tuple[str, ...]:
    """Split a list of words."""
    if not isinstance(value, str):
        raise BadSetting(f"{value!r} of {name} in the lexicon is no string; write words separated by spaces")
    return tuple(value.split())


def _weight(name: str, value: object) -> float:
    """Check a weight."""
    if not isinstance(value, float) or not 0 < value <= 1:
        raise BadSetting(f"weight {value!r} of {name} in the lexicon is not valid; write 0.05 to 1.0")
    return value


def _check_owners(id_: str, phrases: tuple[str, ...], owners: dict[str, str]) -> None:
    """Refuse a phrase that stands twice in the lexicon and is not shared (shared: its owner is "")."""
    for phrase in phrases:
        if owners.get(phrase):
            raise BadSetting(
                f"{phrase!r} stands twice in the lexicon (in {owners[phrase]} and {id_});"
                " drop one, or name it in `shared`"
            )
        owners.setdefault(phrase, id_)


def _check_keys(name: str, table: Mapping[str, object], required: set[str], allowed: set[str]) -> None:
    """Refuse unknown and missing keys."""
    keys = table.keys()
    if required <= keys <= allowed:
        return
    wrong = sorted(keys - allowed) + sorted(required - keys)
    raise BadSetting(
        f"key {wrong[0]!r} of {name} in the lexicon is unknown or missing;"
        f" allowed: {', '.join(sorted(allowed))}"
    )
