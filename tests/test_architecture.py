"""``docs/architecture.md`` names every module once, in one line, and none that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "architecture.md"
NOTES = ROOT / "docs" / "design"
ROW = re.compile(r"^\| `([\w/]+\.py)` \| (\S.*?) \|$", re.MULTILINE)


def rows() -> list[tuple[str, str]]:
    return ROW.findall(DOCUMENT.read_text(encoding="utf-8"))


def modules() -> set[str]:
    found = [p for package in ("qa", "embeddings", "eval") for p in (ROOT / package).rglob("*.py")]
    return {"ui.py", *(p.relative_to(ROOT).as_posix() for p in found)}


def test_every_module_stands_in_one_line() -> None:
    listed = [module for module, _ in rows()]
    assert sorted(modules() - set(listed)) == [], "give each of these a line in docs/architecture.md"
    assert sorted(set(listed) - modules()) == [], "docs/architecture.md names what does not exist"
    assert len(listed) == len(set(listed)), "docs/architecture.md names a module twice"


def test_every_module_named_anywhere_in_the_document_exists() -> None:
    named = set(
        re.findall(r"\b(?:qa|embeddings|eval|tests)/[\w/]+\.py\b", DOCUMENT.read_text(encoding="utf-8"))
    )
    assert len(named) > 50
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_the_picture_names_packages_and_modules_that_exist() -> None:
    picture = DOCUMENT.read_text(encoding="utf-8").split("```")[1]
    named = set(re.findall(r"\bqa/\w+(?:/\w+)*", picture))
    assert "qa/answer/gate" in named
    assert [n for n in sorted(named) if not (ROOT / n).is_dir() and not (ROOT / f"{n}.py").is_file()] == []


def test_every_design_note_is_in_the_index() -> None:
    index = (NOTES / "000-index.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\((\d{3}-[\w-]+\.md)\)", index))
    assert linked == {p.name for p in NOTES.glob("*.md")} - {"000-index.md"}
