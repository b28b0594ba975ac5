"""Makes the reports of this folder from ``sources/*.src``; run by hand: ``python tests/data/unseen/dev11/build.py``.

A source is the text of a report in a light markup: ``#`` headings, ``|`` tables, ``SIG`` lines set to the right. What
surrounds the text of the saved page and of the PDF is made here and holds figures that belong to no report. The plain
report is copied.
"""

import html
import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).parent
SOURCES, REPORTS = HERE / "sources", HERE / "reports"
Block = tuple[str, int, str, list[list[str]]]

HEAD = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>竹溪县2024年法治政府建设年度报告_竹溪县人民政府门户网站</title>
<meta name="ArticleTitle" content="竹溪县2024年法治政府建设年度报告"><meta name="PubDate" content="2025-03-12 09:10">
<script>var site={col:23847,hits:1602};document.write("")</script>
<style>.menu li{float:left;width:90px}</style></head><body>
<div class="head"><a href="/">竹溪县人民政府</a> 无障碍 | 长者版 | 繁體 <form><input name="q" value="请输入关键字"></form></div>
<ul class="menu"><li><a href="/">首页</a></li><li><a href="/zjzx">走进竹溪</a></li><li><a href="/xxgk">政务公开</a></li>
<li><a href="/fw">政务服务</a></li><li><a href="/hd">互动交流（来信选登326封）</a></li></ul>
<div class="crumb">当前位置：首页 &gt; 政务公开 &gt; 法定主动公开内容 &gt; 法治政府建设</div>
<table class="idx"><tr><td>索引号</td><td>011440/2025-08217</td><td>发布机构</td><td>竹溪县司法局</td></tr>
<tr><td>公开日期</td><td>2025年03月12日</td><td>有效性</td><td>有效</td></tr></table>
<div id="zoom">
"""
FOOT = """</div>
<div class="share">分享到：微信 微博 【字体：大 中 小】 浏览次数：1471</div>
<div class="more"><h3>相关阅读</h3><ul>
<li><a href="/a/1.html">竹溪县公证处上半年办理公证532件</a></li>
<li><a href="/a/2.html">竹山县2024年收到行政复议申请165件</a></li>
<li><a href="/a/3.html">2024年全县茶园面积达到38.6万亩</a></li></ul></div>
<div class="foot">主办：竹溪县人民政府办公室 鄂公网安备42032402000118号 网站标识码：4203240001 电话：0719-2723600</div>
</body></html>
"""


def blocks(name: str) -> list[Block]:
    """Read a source into (kind, level, text, rows)."""
    found: list[Block] = []
    lines = [line for line in (SOURCES / name).read_text(encoding="utf-8").splitlines() if line.strip()]
    for table, run in groupby(lines, key=lambda line: line.startswith("| ")):
        if table:
            found.append(("table", 0, "", [line.strip("| ").split(" | ") for line in run]))
            continue
        for line in run:
            mark, _, rest = line.partition(" ")
            if re.fullmatch("#+", mark):
                found.append(("heading", len(mark), rest, []))
            else:
                found.append(("sign", 0, rest, []) if mark == "SIG" else ("text", 0, line, []))
    return found


def page(name: str) -> str:
    """A page as a browser saves it."""
    parts = [HEAD]
    for kind, level, text, rows in blocks(name):
        words = html.escape(text)
        if kind == "heading":
            parts.append(f"<h1>{words}</h1>\n" if level == 1 else f"<p><strong>{words}</strong></p>\n")
        elif kind == "table":
            cells = ["".join(f"<td>{html.escape(c)}</td>" for c in row) for row in rows]
            parts.append("<table border=1>" + "\n".join(f"<tr>{c}</tr>" for c in cells) + "</table>\n")
        else:
            style = "right" if kind == "sign" else "justify"
            parts.append(f'<p style="text-align:{style}">&emsp;&emsp;{words}</p>\n')
    return "".join([*parts, FOOT])


def word(name: str, target: Path, footer: str) -> None:
    """A Word file with heading styles and tables."""
    document = Document()
    for kind, level, text, rows in blocks(name):
        if kind == "heading":
            document.add_heading(text, level - 1)
        elif kind == "table":
            table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
            for line, row in zip(table.rows, rows, strict=True):
                for cell, words in zip(line.cells, row, strict=True):
                    cell.text = words
        else:
            paragraph = document.add_paragraph(text)
            if kind == "sign":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.sections[0].footer.paragraphs[0].text = footer
    document.save(str(target))


def margins(words: str) -> Callable[[Canvas, object], None]:
    """What draws the header and the number of a page."""

    def draw(canvas: Canvas, _: object) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(72, 810, words)
        canvas.drawCentredString(297, 30, f"— {canvas.getPageNumber()} —")

    return draw


def pdf(name: str, target: Path, header: str) -> None:
    """A PDF with a text layer, page headers and numbers."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK"
    )
    styles = {
        "heading": ParagraphStyle("heading", parent=body, firstLineIndent=0, fontSize=13),
        "title": ParagraphStyle(
            "title", parent=body, firstLineIndent=0, fontSize=18, leading=30, alignment=TA_CENTER
        ),
        "sign": ParagraphStyle("sign", parent=body, alignment=TA_RIGHT),
        "text": body,
    }
    story: list[object] = []
    for kind, level, text, rows in blocks(name):
        if kind == "table":
            grid = TableStyle(
                [("FONT", (0, 0), (-1, -1), "STSong-Light", 11), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
            )
            story += [Table(rows, style=grid), Spacer(1, 8)]
        else:
            story.append(Paragraph(html.escape(text), styles["title" if level == 1 else kind]))
    SimpleDocTemplate(str(target), pagesize=A4, invariant=1).build(
        story, onFirstPage=margins(header), onLaterPages=margins(header)
    )


def main() -> None:
    """Write all four."""
    (REPORTS / "art_23847_1602311.html").write_text(page("zhuxi.src"), encoding="utf-8")
    word("fangxian.src", REPORTS / "房县法治政府年报(印发稿).docx", "房县司法局  2025年2月24日印")
    pdf("panzhihua.src", REPORTS / "pzh_scjgj_fzzf.pdf", "攀枝花市市场监督管理局  政务公开资料")
    (REPORTS / "hlgl-20250228.txt").write_bytes((SOURCES / "huolinguole.src").read_bytes())


if __name__ == "__main__":
    main()
