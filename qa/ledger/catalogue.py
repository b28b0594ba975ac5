"""The catalogue of indicators: what the figures of this domain count, and what may be compared with what.

Ours lies in ``indicators.toml``; a user's file adds indicators or replaces ours by their ids. Both are checked, so that a slip is
told with its file and remedy. Knows nothing of figures in reports: ``qa/ledger/matcher.py`` finds them.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qa.errors import BadSetting
from qa.message import Form, Message, cause_of
from qa.quantity import UNIT_CLASS, UNITS
from qa.text import fold

OURS = Path(__file__).with_name("indicators.toml")
"""The catalogue that is shipped."""

USER_FILE = "indicators.toml"
"""Name of a user's own file inside a library folder."""

_REQUIRED = frozenset({"name", "definition", "units", "about"})
_ALLOWED = _REQUIRED | {"counts", "not", "aliases", "everyday", "better", "group", "twins", "holders"}
_CLASSES = frozenset(UNITS) | {"ratio"}
_BEFORE_GAP = 2  # characters of a word with a gap by which it is looked up
_KEPT = 8  # catalogues sorted by their words
_MARK = re.compile("[、（]")
_HALF_WIDTH = str.maketrans("（）", "()")
_BETTER = ("", "lower", "higher")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
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
        bare = unit.lstrip("百千万亿")
        if not unit:  # 复议诉讼比5.29
            return "ratio" in self.units
        return unit_class in self.units or bare in self.units or (bare == "件次" and "case" in self.units)


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
    return _load((OURS, *own), tuple(_stamp(path) for path in (OURS, *own)))


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


def _stamp(path: Path) -> tuple[int, int]:
    """Tell one state of a file from another, so that a changed file is read again."""
    try:
        stat = path.stat()
    except OSError as exc:
        raise BadSetting(_UNREADABLE(path, cause_of(exc), _REMEDY)) from exc
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=_KEPT)
def _load(paths: tuple[Path, ...], stamps: tuple[tuple[int, int], ...]) -> Catalogue:
    """Read the files; the stamps only tell one state from another."""
    del stamps
    digest = hashlib.sha256(_code())
    indicators: dict[str, Indicator] = {}
    for path in paths:
        raw, found = _read(path)
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


def _read(path: Path) -> tuple[bytes, list[Indicator]]:
    """Read and check one file."""
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


def _bare(words: str) -> str:
    """Fold a name and leave out what people add to it at will."""
    return re.sub(r"[\s“”\"'《》()的]|数量?$|情况$", "", fold(words))
