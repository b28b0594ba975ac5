"""One indicator, and how the files that tell indicators are read: every slip is told with its file, its entry and a remedy.

Knows nothing of how figures are found: ``qa/ledger/matcher.py`` does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import BadSetting
from qa.message import Form, Message, cause_of
from qa.patterns import lazy_re
from qa.text import fold
from qa.units import UNIT_CLASS, UNITS, bare

_REQUIRED = frozenset({"name", "definition", "units", "about"})
_ALLOWED = _REQUIRED | {"counts", "not", "aliases", "everyday", "better", "group", "twins", "holders"}
_CLASSES = frozenset(UNITS) | {"ratio"}
_BEFORE_GAP = 2  # characters of a word with a gap by which it is looked up
_BETTER = ("", "lower", "higher")
_ID = lazy_re(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REMEDY = Message(
    "请改好这个文件，或去掉它，只用自带的指标目录",
    "mend the file, or take it away to use the shipped catalogue alone",
)
_UNREADABLE = Form("{}：无法读取（{}）；{}", "{}: cannot be read ({}); {}")
_NO_TOML = Form("{}：不是 UTF-8 的 TOML 文件（{}）；{}", "{}: is no TOML file in UTF-8 ({}); {}")


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure counts.

    Attributes:
        id: Identity, such as ``litigation-loss-rate``.
        name: Official name.
        definition: What is counted, in one sentence.
        units: Unit classes of ``qa.quantity`` or single units that its figures may bear.
        about: Words of the matter.
        counts: Words of what of it is counted; empty where the matter says it.
        excludes: Own words of a figure that say that something else is counted.
        aliases: Other official names.
        everyday: How people ask for it.
        better: ``lower``, ``higher`` or "" where neither is plainly better.
        group: Indicators of one group may be compared.
        twins: Ids of what is easily taken for it and may not be compared with it.
        holders: Words of the offices whose figure is the whole place's, beside those of every indicator.
    """

    id: str
    name: str
    definition: str
    units: tuple[str, ...]
    about: tuple[str, ...]
    counts: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    better: str = ""
    group: str = ""
    twins: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its official aliases."""
        return (self.name, *self.aliases)

    def bears(self, unit: str, unit_class: str) -> bool:
        """Tell whether its figures may bear a unit.

        Args:
            unit: Unit as ``qa.quantity`` reads it, such as 万件.
            unit_class: Its class, "" if none.

        Returns:
            Whether the class or the unit, 万 and 亿 left off, is one of its units; 件次 counts as 件 does, and a ratio may
            bear none.
        """
        plain = bare(unit)
        if not unit:  # 复议诉讼比5.29
            return "ratio" in self.units
        return unit_class in self.units or plain in self.units or (plain == "件次" and "case" in self.units)


def stamp(path: Path) -> tuple[int, int]:
    """Tell one state of a file from another, so that a changed file is read again.

    Args:
        path: The file.

    Returns:
        When it was changed, and its size.

    Raises:
        BadSetting: The file cannot be read.
    """
    try:
        stat = path.stat()
    except OSError as exc:
        raise BadSetting(_UNREADABLE(path, cause_of(exc), _REMEDY)) from exc
    return stat.st_mtime_ns, stat.st_size


def read_indicators(path: Path) -> tuple[bytes, list[Indicator]]:
    """Read and check one file.

    Args:
        path: A file in the form of ours.

    Returns:
        What it holds, as bytes and as indicators.

    Raises:
        BadSetting: The file cannot be read, is no TOML, or an entry of it is wrong.
    """
    try:
        raw = path.read_bytes()
    except OSError as exc:
        raise BadSetting(_UNREADABLE(path, cause_of(exc), _REMEDY)) from exc
    try:
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise BadSetting(_NO_TOML(path, exc, _REMEDY)) from exc
    entries = table.get("indicator")
    if set(table) != {"indicator"} or not isinstance(entries, dict):
        held = ", ".join(sorted(table)) or "nothing"
        raise BadSetting(
            f"{path}: holds {held} where only [indicator.ID] tables are allowed; {_REMEDY.english}"
        )
    return raw, [_indicator(path, id_, fields) for id_, fields in entries.items()]


def _indicator(path: Path, id_: str, fields: object) -> Indicator:
    """Check one entry."""
    where = f"{path}: [indicator.{id_}]"
    if _ID.fullmatch(id_) is None:
        raise BadSetting(f"{where} has a bad id; write small letters, digits and single hyphens")
    if not isinstance(fields, dict):
        raise BadSetting(f"{where} is no table; write [indicator.{id_}] and its keys below")
    wrong = sorted(set(fields) - _ALLOWED)
    lacking = sorted(_REQUIRED - set(fields))
    if wrong or lacking:
        raise BadSetting(
            f"{where} {f'has the unknown key {wrong[0]}' if wrong else f'lacks {lacking[0]}'}; "
            f"needed are {', '.join(sorted(_REQUIRED))}, allowed {', '.join(sorted(_ALLOWED - _REQUIRED))}"
        )
    for key, value in fields.items():
        if not isinstance(value, str):
            raise BadSetting(
                f"{where} {key} = {value!r} is no string; write words in quotes, separated by spaces"
            )
    for key in _REQUIRED:
        if not fields[key].strip():
            raise BadSetting(f"{where} {key} is empty; fill it in")
    words: Mapping[str, tuple[str, ...]] = {
        key: tuple(fold(value).split()) for key, value in fields.items() if key not in {"name", "definition"}
    }
    for word in (word for key in ("about", "counts", "not", "aliases") for word in words.get(key, ())):
        if "~" in word[:_BEFORE_GAP]:
            raise BadSetting(
                f"{where} {word} begins with a gap; write {_BEFORE_GAP} characters or more before ~"
            )
    for unit in words["units"]:
        if unit not in _CLASSES and unit not in UNIT_CLASS:
            raise BadSetting(
                f"{where} bears the unknown unit {unit}; allowed are {', '.join(sorted(_CLASSES))} or a unit such as 件"
            )
    better = fields.get("better", "")
    if better not in _BETTER:
        raise BadSetting(
            f"{where} better = {better!r} is not allowed; write lower or higher, or leave it out"
        )
    return Indicator(
        id=id_,
        name=fields["name"].strip(),
        definition=fields["definition"].strip(),
        units=words["units"],
        about=words["about"],
        counts=words.get("counts", ()),
        excludes=words.get("not", ()),
        aliases=words.get("aliases", ()),
        everyday=words.get("everyday", ()),
        better=better,
        group=fields.get("group", "").strip() or id_,
        twins=words.get("twins", ()),
        holders=words.get("holders", ()),
    )
