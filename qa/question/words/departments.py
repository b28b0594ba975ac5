"""The fields of departments: which words of a question are a department's own work, by the department's name.

The words stand in ``departments.toml``. Knows names and words only, no report.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from qa.errors import BadSetting

_FILE = Path(__file__).with_name("departments.toml")


def read_fields(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the words of each field: ``names of departments = words`` in each line.

    Args:
        path: A TOML file in the form of ``departments.toml``.

    Returns:
        For each part of a department's name the words of its field.

    Raises:
        BadSetting: If a line has another form, or a name stands twice.
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in filter(None, tomllib.loads(path.read_text(encoding="utf-8"))["fields"].split("\n")):
        names, _, words = line.partition(" = ")
        if not names or not words:
            raise BadSetting(f"line {line!r} of {path.name} is not `names = words`; mend it")
        for name in names.split():
            if name in found:
                raise BadSetting(f"{name!r} stands twice in {path.name}; drop one")
            found[name] = tuple(words.split())
    return found


def words_of_field(department: str, text: str) -> list[str]:
    """List the words of a department's field that a text says.

    Args:
        department: Name of a department without its place: 教育局, 交通运输局.
        text: A question without its places.

    Returns:
        The words as the text has them; none where the department's kind is not listed.
    """
    pattern = _pattern(department)
    return pattern.findall(text) if pattern else []


@lru_cache(maxsize=64)
def _pattern(department: str) -> re.Pattern[str] | None:
    """Compile the words of a department's field, the longest first."""
    words = {word for name, line in _fields().items() if name in department for word in line}
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


@lru_cache(maxsize=1)
def _fields() -> dict[str, tuple[str, ...]]:
    """Read the fields that are shipped, once."""
    return read_fields(_FILE)
