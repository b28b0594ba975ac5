# ruff: noqa: E501  (the lines of saved pages)
"""Makes the reports of this folder from ``sources/*.src``; run by hand: ``python tests/data/unseen/dev10/build.py``.

A source is the text of a report in a light markup: ``#`` headings, ``|`` tables, ``SIG`` lines set to the right. What
surrounds the text of the saved page and of the PDF is made here and holds figures that belong to no report. Of the plain ones
one is copied, the other is wrapped at 40 characters and stored in GB18030 with CRLF.
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
<html lang="zh-CN"><head><meta charset="utf-8"><title>自贡市人民政府关于2024年度法治政府建设情况的报告-自贡市人民政府</title>
<meta name="PubDate" content="2025-03-20 16:42"><meta name="ContentSource" content="市司法局">
<script>window._site={id:5103,visit:48213};function show(n){return n>100}</script>
<style>#nav a{padding:0 12px}.xg li{line-height:30px}</style></head><body>
<div id="top"><span>2025年3月21日 星期五</span> <a href="/wza">适老化无障碍</a> <a href="/rss">RSS</a></div>
<div id="nav"><a href="/">首页</a> <a href="/zjzg">走进自贡</a> <a href="/xxgk">信息公开</a> <a href="/jyhd">交流互动</a>
<a href="/sjkf">数据开放（目录1624个）</a></div>
<p class="pos">您的位置：<a href="/">首页</a> &raquo; <a href="/xxgk">政府信息公开</a> &raquo; <a href="/fznb">法治政府建设年度报告</a></p>
<div class="main">
"""
FOOT = """</div>
<p class="meta">发布日期：2025-03-20 来源：市司法局 点击数：963 【打印】【关闭】</p>
<div class="xg"><h4>相关文章</h4><ul>
<li><a href="/f/2023.html">自贡市2023年法治政府建设情况报告发布，全市实施行政处罚1.96万件</a></li>
<li><a href="/f/ls.html">内江市2024年收到行政复议申请1358件</a></li>
<li><a href="/f/dh.html">第31届自贡国际恐龙灯会累计接待游客212万人次</a></li>
<li><a href="/f/jj.html">2024年自贡市地区生产总值1836亿元，增长6.4%</a></li></ul></div>
<div class="bottom">自贡市人民政府办公室主办 川公网安备51030002000139号 地址：自贡市自流井区丹桂大街1号 电话：0813-8122345</div>
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


def wrapped(name: str) -> bytes:
    """Lines of 40 characters, paragraphs set in by two ideographic spaces."""
    lines: list[str] = []
    for kind, level, text, _ in blocks(name):
        if level == 1:
            lines += [text.center(34), ""]
            continue
        whole = text.rjust(40) if kind == "sign" else "\u3000\u3000" + text
        lines += [whole[at : at + 40] for at in range(0, len(whole), 40)]
    return ("\r\n".join(lines) + "\r\n").encode("gb18030")


def main() -> None:
    """Write all seven."""
    (REPORTS / "content_5103_20250320.html").write_text(page("zigong.src"), encoding="utf-8")
    word("yantan.src", REPORTS / "沿滩法治年报2024.docx", "沿滩区司法局  法治简报第12期")
    word("raohe.src", REPORTS / "饶河县-2024.docx", "抄送：双鸭山市司法局  印15份")
    pdf("daan2024.src", REPORTS / "daqgov_2025_03.pdf", "大安区人民政府公报  2025年第3期")
    pdf("zhanjiang.src", REPORTS / "zjjtj-fzbg.pdf", "湛江交通简报  第208期")
    (REPORTS / "da_nb2023.txt").write_bytes(wrapped("daan2023.src"))
    (REPORTS / "fuyuan_202501.txt").write_bytes((SOURCES / "fuyuan.src").read_bytes())


if __name__ == "__main__":
    main()
