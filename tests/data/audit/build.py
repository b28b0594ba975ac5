"""Makes the reports of each set from its ``*.src``; run by hand: ``python tests/data/audit/build.py``.

A source is an invented report that adds up, in a light markup: ``#`` headings, ``|`` tables, one paragraph a line.
``{wrong|right|kind}`` is a planted error, ``§`` opens a true statement made to tempt an auditor, and ``⟨sum⟩`` behind a figure is
the sum that the true figure must round to, checked here. Each report is written twice: ``clean/`` holds the true figures,
``planted/`` the wrong ones. ``gold.json`` lists the errors and the tempting statements of each file.
"""

import html
import json
import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path

from docx import Document

HERE = Path(__file__).parent
FORMATS = ("txt", "docx", "html", "txt", "html", "txt")
ERROR = re.compile(r"\{([^|{}]+)\|([^|{}]+)\|(\w+)\}")
SUM = re.compile(r"([\d.]+)(:1|[^\d⟨⟩:]{0,9})⟨([^⟩]+)⟩")


def check(line):
    """Fail where a figure is not what its sum rounds to (a figure with 约 aside)."""
    for shown, _, told in SUM.findall(ERROR.sub(r"\2", line)):
        step = Decimal(1).scaleb(-len(shown.partition(".")[2]))
        value = Decimal(repr(eval(told)))
        if value.quantize(step, ROUND_HALF_UP) != Decimal(shown):
            print("CHECK", shown, told, value)


def rows_of(line):
    """Cut a table row into its cells."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def write(lines, suffix):
    """Write a report in one format."""
    if suffix == "txt":
        text = [re.sub(r"^#+ ", "", line) for line in lines]
        return "\n".join("　　" + t if t[0] not in "|一二三四五（" else t for t in text).encode() + b"\n"
    return _docx(lines) if suffix == "docx" else _page(lines)


def _docx(lines):
    document, table = Document(), []
    for line in [*lines, ""]:
        if line.startswith("|"):
            table.append(rows_of(line))
            continue
        if table:
            grid = document.add_table(len(table), len(table[0]), "Table Grid")
            for row, cells in zip(grid.rows, table, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
            table = []
        heading = re.match(r"(#+) (.*)", line)
        if heading:
            document.add_heading(heading[2], len(heading[1]) - 1)
        elif line:
            document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _page(lines):
    out, inside = [], False
    for line in [*lines, ""]:
        row = line.startswith("|")
        if row != inside:
            out.append("<table>" if row else "</table>")
            inside = row
        heading = re.match(r"(#+) (.*)", line)
        if row:
            out.append("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in rows_of(line)) + "</tr>")
        elif heading:
            level = len(heading[1])
            out.append(f"<h{level}>{html.escape(heading[2])}</h{level}>")
        elif line:
            out.append(f"<p>{html.escape(line)}</p>")
    title = html.escape(lines[0].lstrip("# "))
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body><div class="article">{chr(10).join(out)}</div></body></html>\n'
    ).encode()


def build(folder):
    """Write the reports of one set."""
    gold = {}
    for at, source in enumerate(sorted(folder.glob("*.src"))):
        lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line]
        for line in lines:
            check(line)
        lines = [re.sub(r"⟨[^⟩]*⟩", "", line) for line in lines]
        lines = [
            re.sub(
                r"^\|(.*)\|$", lambda m: "|" + ERROR.sub(lambda e: e[0].replace("|", "\0"), m[1]) + "|", li
            )
            for li in lines
        ]
        name = f"{source.stem}.{FORMATS[at % len(FORMATS)]}"
        errors, tempting = [], []
        for line in lines:
            for piece in re.findall(r"§?[^§。；\n]+[。；]?" if line[0] != "|" else r".+", line):
                plain = piece.replace("\0", "|")
                if piece[0] == "§":
                    tempting.append(plain.lstrip("§"))
                for wrong, right, kind in ERROR.findall(plain):
                    said = ERROR.sub(r"\1", plain).strip("§")
                    errors.append({"kind": kind, "wrong": wrong, "right": right, "sentence": said})
        gold[name] = {"errors": errors, "true": tempting}
        for form, group in (("clean", r"\2"), ("planted", r"\1")):
            text = [
                re.sub(r"\{([^\0|{}]+)[\0|]([^\0|{}]+)[\0|]\w+\}", group, line).replace("§", "")
                for line in lines
            ]
            path = folder / form / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(write(text, path.suffix[1:]))
    (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for path in sorted(HERE.iterdir()):
        if path.is_dir():
            build(path)
