"""The English words of questions with their Chinese ones, read from ``english.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qa.errors import BadSetting

_FILE = Path(__file__).with_name("english.toml")
_KEYS = {"terms", "verbs", "questions", "units", "drop"}
_IRREGULAR = {"people": "person", "women": "woman", "children": "child"}


@dataclass(frozen=True, slots=True)
class Glossary:
    """The glossary: phrases (as word tuples) to Chinese, with singular and plural folded together."""

    vocabulary: frozenset[str]
    terms: Mapping[tuple[str, ...], str]
    verbs: Mapping[tuple[str, ...], str]
    questions: Mapping[tuple[str, ...], str]
    units: Mapping[str, str]
    drop: frozenset[str]

    def fold(self, word: str) -> str:
        """Fold a word to the form under which the glossary knows it."""
        return _singular(word.lower(), self.vocabulary)


def _singular(word: str, vocabulary: frozenset[str]) -> str:
    """Fold a plural to its singular if the vocabulary has that."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    for form in (word[:-1], word[:-2], f"{word[:-3]}y"):
        if form in vocabulary:
            return form
    return word


@lru_cache(maxsize=1)
def read_glossary() -> Glossary:
    """Read and check the glossary, once, when the first Latin letter arrives."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    if wrong := table.keys() ^ _KEYS:
        raise BadSetting(
            f"key {min(wrong)!r} of {_FILE.name} is unknown or missing; allowed: {', '.join(sorted(_KEYS))}"
        )
    drop = frozenset(table["drop"]["words"].split())
    verbs = {form: chinese for forms, chinese in table["verbs"].items() for form in forms.split()}
    phrases = [*table["terms"], *table["questions"], *verbs, *drop]
    words = frozenset(_IRREGULAR.get(word, word) for phrase in phrases for word in phrase.split())

    def keyed(entries: Mapping[str, str]) -> dict[tuple[str, ...], str]:
        return {tuple(_singular(word, words) for word in key.split()): entries[key] for key in entries}

    return Glossary(
        vocabulary=words,
        terms=keyed(table["terms"]),
        verbs=keyed(verbs),
        questions=keyed(table["questions"]),
        units=table["units"],
        drop=drop,
    )
