# ruff: noqa: E501  (the lines of saved pages)
"""Makes the reports of this folder from ``sources/*.src``; run by hand: ``python tests/data/unseen/dev9/build.py``.

A source is the text of a report in a light markup: ``#`` headings, ``|`` tables, ``SIG`` lines set to the right. What
surrounds the text of the saved page and of the PDF is made here and holds figures that belong to no report. The plain ones
are copied; one of them is wrapped at 36 characters and stored in GB18030 with CRLF.
"""

import html
import re
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
<html lang="zh-CN"><head><meta charset="utf-8"><title>襄阳市2024年度法治政府建设情况报告_襄阳市人民政府门户网站</title>
<script>var hits=20871;var news={"id":4412,"reads":"1.2万"};</script>
<style>.nav li{float:left}</style></head><body>
<div class="top"><a href="/">无障碍阅读</a> <a href="/en/">English</a> 襄阳 今天 多云 9℃~17℃</div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw/">新闻动态</a></li><li><a href="/zfxxgk/">政府信息公开</a></li>
<li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流（留言3216条）</a></li></ul>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zfxxgk/">政府信息公开</a> &gt; <a href="/fzzf/">法治政府建设年度报告</a></div>
<table class="index"><tr><td>索引号</td><td>011158827/2025-10944</td><td>发文字号</td><td>无</td></tr>
<tr><td>发布机构</td><td>襄阳市司法局</td><td>发布日期</td><td>2025-03-28</td></tr></table>
<div class="article">
"""
FOOT = """</div>
<div class="share">分享到：微信 微博 | 字号：大 中 小 | 浏览次数：2087次</div>
<div class="related"><h3>相关链接</h3><ul>
<li><a href="/a/1.html">襄阳市2023年度法治政府建设情况报告：全市办理行政处罚案件2.36万件</a></li>
<li><a href="/a/2.html">十堰市2024年新收行政复议申请1176件，同比增长18.4%</a></li>
<li><a href="/a/3.html">2025年一季度我市新登记经营主体1.12万户</a></li>
<li><a href="/a/4.html">襄阳市2024年地区生产总值突破6100亿元</a></li></ul></div>
<div class="foot">主办：襄阳市人民政府办公室 网站标识码4206000021 鄂ICP备05018273号 联系电话：0710-3610086</div>
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


def word(name: str, target: Path) -> None:
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
    document.sections[0].footer.paragraphs[0].text = "铁西区司法局编印  共60份"
    document.save(str(target))


def margin(canvas: Canvas, _: object) -> None:
    """The header and the number of a page."""
    canvas.setFont("STSong-Light", 9)
    canvas.drawString(72, 810, "珠海市公安局政府信息公开  2025年第17号")
    canvas.drawCentredString(297, 30, f"- {canvas.getPageNumber()} -")


def pdf(name: str, target: Path) -> None:
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
        story, onFirstPage=margin, onLaterPages=margin
    )


def wrapped(name: str) -> bytes:
    """Lines of 36 characters, paragraphs set in by two ideographic spaces."""
    lines: list[str] = []
    for kind, level, text, _ in blocks(name):
        if level == 1:
            lines += [text.center(30), ""]
            continue
        whole = text.rjust(36) if kind == "sign" else "\u3000\u3000" + text
        lines += [whole[at : at + 36] for at in range(0, len(whole), 36)]
    return ("\r\n".join(lines) + "\r\n").encode("gb18030")


def main() -> None:
    """Write all six."""
    (REPORTS / "t20250328_4412.html").write_text(page("xiangyang.src"), encoding="utf-8")
    word("tiexi2024.src", REPORTS / "铁西区2024年度法治政府建设报告.docx")
    pdf("zhuhai.src", REPORTS / "zhga_2024.pdf")
    (REPORTS / "tiexi_nb2023.txt").write_bytes(wrapped("tiexi2023.src"))
    for source, target in (("songtao.src", "stx_fz2024.txt"), ("jingyuan.src", "jy-xfzb.txt")):
        (REPORTS / target).write_bytes((SOURCES / source).read_bytes())


if __name__ == "__main__":
    main()
