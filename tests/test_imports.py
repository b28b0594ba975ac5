"""The import direction, and where each heavy library may be imported: read from the code itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = {"embeddings": set(), "qa": {"embeddings"}, "ui": {"qa", "embeddings"}, "eval": {"qa", "embeddings"}}
FILES = sorted(
    [*(f for part in ("embeddings", "qa", "eval") for f in (ROOT / part).rglob("*.py")), ROOT / "ui.py"]
)
# Each heavy library and the only modules that may import it; one marked with * may do so at its own import.
# Training (embeddings/train, refine, contrast, vocabulary, measure) and fitting (eval/fit) belong to no command of the product.
HEAVY = {
    "faiss": {"embeddings/index.py"},
    "gradio": {"ui.py"},
    "jieba": set(),
    "rjieba": {"qa/text.py", "embeddings/measure.py"},
    "opencc": {"qa/text.py"},
    "pypinyin": {"qa/reading/slug.py", "qa/question/places/fuzzy.py"},
    "langchain": set(),
    "langchain_core": {"qa/chain.py*"},
    "langchain_community": set(),
    "model2vec": set(),
    "sentence_transformers": {"embeddings/sentence.py"},
    "tokenizers": {
        "embeddings/static.py",
        "embeddings/vocabulary.py",
        "embeddings/writer.py",
        "embeddings/train.py",
        "embeddings/contrast.py",
        "embeddings/refine.py",
        "embeddings/graft.py",
    },
    "torch": {"embeddings/contrast.py"},
    "transformers": set(),
    "sklearn": {"eval/fit.py"},
    "pandas": set(),
    "charset_normalizer": {"qa/formats/encoding.py"},
    "lxml": {"qa/formats/web.py", "qa/formats/marked.py"},
    # The modules beside word.py and pdf.py name their types only; these libraries live in the child process.
    "openpyxl": {"qa/ledger/workbook.py", "qa/formats/sheets.py"},
    "docx": {"qa/formats/word.py", "qa/formats/wordstyles.py", "qa/formats/numbering.py"},
    "pdfplumber": {"qa/formats/pdf.py", "qa/formats/pdftables.py"},
    "pdfminer": {"qa/formats/pdf.py"},
}


class Import(NamedTuple):
    """One import: the module, its line, and whether it runs when the file is imported."""

    module: str
    line: int
    at_once: bool


def imports(file: Path) -> list[Import]:
    """List the imports of a file; those under ``if TYPE_CHECKING`` never run."""
    return [] if not file.exists() else list(_walk(ast.parse(file.read_text(encoding="utf-8")), at_once=True))


def _walk(node: ast.AST, *, at_once: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, at_once) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "write absolute imports"
            yield Import(child.module or "", child.lineno, at_once)
        elif isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            yield from (i._replace(at_once=False) for i in _walk(child, at_once=False))
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _walk(child, at_once=at_once and not inside)


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", FILES, ids=name)
def test_imports_point_one_way(file: Path):
    layer = name(file).split("/")[0].removesuffix(".py")
    for found in imports(file):
        other = found.module.split(".")[0]
        if other in LAYERS and other != layer:
            assert other in LAYERS[layer], f"{name(file)}:{found.line} imports {found.module}"
        assert other != "tests", f"{name(file)}:{found.line} imports {found.module}"


@pytest.mark.parametrize("package", ["qa/answer", "qa/question"])
def test_the_packages_inside_lie_one_upon_another(package: str):
    below: dict[str, set[str]] = {}
    for file in (ROOT / package).rglob("*.py"):
        room = file.parent.relative_to(ROOT / package).as_posix()
        for found in imports(file):
            path = found.module.split(".")
            if path[:2] == package.split("/") and len(path) > 2:
                other = path[2] if (ROOT / package / path[2]).is_dir() else "."
                if other != room:
                    below.setdefault(room, set()).add(other)
    assert len(below) > 4
    assert [room for room, others in below.items() if "." in others] == [], (
        "these import what stands above them"
    )
    list(TopologicalSorter(below).static_order())  # raises CycleError, which names the circle


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_is_imported_where_it_is_allowed_and_late(library: str):
    for file in FILES:
        for found in imports(file):
            if found.module.split(".")[0] != library:
                continue
            where = f"{name(file)}:{found.line} imports {found.module}"
            assert {name(file), name(file) + "*"} & HEAVY[library], where
            assert not found.at_once or name(file) + "*" in HEAVY[library], f"{where} at module level"


def test_every_allowed_import_is_still_there():
    there = {(i.module.split(".")[0], name(file)) for file in FILES for i in imports(file)}
    assert {(lib, f.rstrip("*")) for lib, files in HEAVY.items() for f in files} <= there


def test_asking_imports_no_reader_of_files():
    code = "import sys, qa.cli, qa.assistant; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"charset_normalizer", "lxml", "docx", "pdfplumber", "pdfminer"}
