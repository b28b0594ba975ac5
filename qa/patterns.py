"""Patterns that are compiled when they are first used.

The rules on questions and reports are some 1,800 regular expressions; one question uses about a quarter of them.
``python -m qa ask`` takes 0.8 s of 3.2 s less where the others are never compiled (a loaded machine, both in one run).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "scanner")
_FACTS = ("pattern", "flags", "groups", "groupindex")


class _LazyPattern:
    """Stands for a compiled pattern: its methods are its own, and no ``__getattr__`` slows their look-up (0.1 us each)."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __repr__(self) -> str:
        return f"lazy_re({self._text!r})"


class _Uncompiled(_LazyPattern):
    """Stands for a pattern that becomes a compiled one at its first use: later ones cost nothing more."""

    def __getattr__(self, name: str) -> object:
        # Only for what is not there yet. Protocols that look for __special__ names find none, as with any object.
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(name)
        if name == "pattern":  # for a pattern that is made of others
            return self._text
        compiled = re.compile(self._text, self._flags)
        self.__dict__.update((known, getattr(compiled, known)) for known in (*_METHODS, *_FACTS))
        self.__class__ = _LazyPattern  # type: ignore[assignment]
        return self.__dict__[name]


def lazy_re(text: str, flags: int = 0) -> re.Pattern[str]:
    """Declare a pattern of a module, compiled when it is first used.

    For the methods of a pattern (``search``, ``sub`` …) and its facts (``pattern``, ``groupindex`` …); the functions of
    ``re`` take only the real thing.

    Args:
        text: The regular expression; a wrong one is found at its first use, so the tests compile all.
        flags: As for :func:`re.compile`.

    Returns:
        What behaves as the compiled pattern.
    """
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


@lru_cache(maxsize=1 << 11)  # some 150 pairs a question: those of the last dozen
def in_question(pattern: re.Pattern[str], words: str, *, whole: bool = False) -> re.Match[str] | None:
    """Search the words of a question, once for all the figures that a rule judges by them.

    Args:
        pattern: A pattern of a module.
        words: The question, or its content.
        whole: Whether the pattern must match all of it.

    Returns:
        What ``pattern.search`` or ``pattern.fullmatch`` gives.
    """
    return pattern.fullmatch(words) if whole else pattern.search(words)
