# ruff: noqa: E501  (the lines of saved pages)
"""Makes the reports of this folder from ``sources/*.src``; run by hand: ``python tests/data/corpus/build.py``.

A source is the text of a report in a light markup: ``#`` headings, ``|`` tables, ``SIG`` lines set to the right, ``FN n``
footnotes. What surrounds the text in each format (navigation, scripts, page headers, related links, footers) is made here.
``FAWEN_CJK_FONT`` may name a TrueType font with Chinese glyphs to embed in the first PDF; without it the PDF names STSong-Light.
"""

import html
import os
import quopri
import re
import sys
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import opencc
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

HERE = Path(__file__).parent
SOURCES, REPORTS = HERE / "sources", HERE / "reports"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass
class Block:
    """A heading (level 1 is the title), a paragraph, a table, a signature line or a footnote."""

    kind: str
    text: str = ""
    level: int = 0
    rows: list[list[str]] = field(default_factory=list)


def blocks(name):
    """Read a source into its blocks."""
    out = []
    for line in (SOURCES / f"{name}.src").read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            if re.fullmatch(r"[|:\- ]+", line):
                continue
            if out[-1].kind != "table":
                out.append(Block("table"))
            out[-1].rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif match := re.match(r"(#+) (.*)", line):
            out.append(Block("heading", match[2], len(match[1])))
        elif line.startswith("SIG "):
            out.append(Block("sig", line[4:]))
        elif line.startswith("FN "):
            out.append(Block("note", line[5:], int(line[3])))
        elif line:
            out.append(Block("text", line))
    return out


# ---------------------------------------------------------------- plain text


def jinnan_2023():
    head = (
        "天津市津南区人民政府网 > 政务公开 > 法定主动公开内容 > 法治政府建设\n"
        "发布时间:2024-04-02 16:20  浏览次数:2,618  【字体:大 中 小】\n\n"
    )
    foot = (
        "\n【打印本页】 【关闭窗口】\n上一篇:津南区2022年政府信息公开工作年度报告(受理申请291件)\n"
        "下一篇:津南区2024年重大行政决策事项目录(6项)\n相关链接:东丽区法治政府建设年度情况报告\n"
        "主办:天津市津南区人民政府办公室  津ICP备05001998号  网站标识码:1201120001\n"
    )
    body = "".join(_line(b, "    ") for b in blocks("jinnan-2023"))
    (REPORTS / "津南区年度报告.txt").write_bytes((head + body + foot).encode("gb18030"))


def _line(block, indent):
    """One block of a plain text."""
    if block.kind == "heading":
        return (
            ("\n" if block.level == 1 else "")
            + (block.text if block.level == 1 else indent + block.text)
            + "\n"
        )
    return (" " * 40 if block.kind == "sig" else indent) + block.text + "\n"


def kaiping_qu():
    width, out = 34, []
    for block in blocks("kaiping-qu"):
        text = block.text if block.kind == "heading" and block.level < 3 else "\u3000\u3000" + block.text
        if block.kind == "sig":
            text = "\u3000" * 20 + block.text
        out += [text[i : i + width] for i in range(0, len(text), width)]
        if block.kind == "heading" and block.level < 3:
            out.append("")
    head = "首页 | 走进开平 | 新闻中心 | 政务公开 | 互动交流\n您现在的位置:首页 > 政务公开 > 法治政府\n\n"
    foot = (
        "\n\n分享到:微信 微博 QQ空间\n"
        "相关阅读:路南区2024年法治政府建设情况的报告(新收行政复议案件118件)\n"
        "开平区2023年行政执法统计年报(行政处罚案件3,316件)\n"
        "主办单位:唐山市开平区人民政府办公室 冀ICP备06007841号\n冀公网安备 13020502000107号 访问量:1986433\n"
    )
    (REPORTS / "kpq_bg.txt").write_bytes((head + "\n".join(out) + foot).replace("\n", "\r\n").encode("utf-8"))


def hutubi():
    head = "信息索引号:65232301-2024-00041\n公开目录:法治政府建设\n\n"
    foot = (
        "\n返回列表   打印   收藏\n相关文档:玛纳斯县2023年法治政府建设工作报告(受理行政复议五十二件)\n"
        "呼图壁县2022年法治政府建设工作报告\n版权所有:呼图壁县人民政府 新ICP备05000738号\n政务服务热线:0994-4502206\n"
    )
    body = "".join(_line(b, "\u3000\u3000") for b in blocks("hutubi"))
    (REPORTS / "htb-report.txt").write_bytes((head + body + foot).encode("utf-16"))


def xinan():
    head = "当前位置:首页>>政务公开>>法治政府建设年度报告>>正文 浏览次数:3862 字号:大 中 小 "
    foot = (
        " 【打印本页】【关闭窗口】 扫一扫在手机打开当前页 上一篇:宜阳县2024年法治政府建设工作情况报告(新收行政复议案件143件)"
        " 下一篇:新安县2023年政府信息公开工作年度报告 主办:新安县人民政府办公室 豫ICP备11003279号 网站标识码:4103230027"
    )
    (REPORTS / "xa2024.txt").write_text(
        head + " ".join(b.text for b in blocks("xinan")) + foot, encoding="utf-8"
    )


def wuyuan():
    head = "首頁 > 政府資訊公開 > 法治政府建設 > 詳細內容\n來源:婺源縣司法局  發佈時間:2025-02-21  閱讀:1,204次\n\n"
    foot = (
        "\n【列印】【收藏】【關閉】\n相關新聞:德興市2024年法治政府建設工作報告(新收行政複議案件137件)\n"
        "婺源縣2023年旅遊投訴通報(受理1,093件)\n主辦:婺源縣人民政府  贛ICP備05004392號\n"
    )
    body = opencc.OpenCC("s2tw").convert("".join(_line(b, "\u3000\u3000") for b in blocks("wuyuan")))
    (REPORTS / "wy_fz.txt").write_text(head + body + foot, encoding="utf-8")


def yidu():
    head = "<!-- 编辑备注:初稿为149件,已于2月20日改定 -->\n[首页](/index.html) / [政务公开](/zwgk/) / [法治政府建设](/fzzf/)\n\n"
    foot = (
        "\n---\n\n[返回顶部](#top) | [上一篇:枝江市2024年法治政府建设情况报告(收到行政复议申请192件)](/t1.html) | "
        "[下一篇:宜都市2023年政府信息公开年报](/t2.html)\n\n责任编辑:办公室信息科 鄂ICP备05009163号\n"
    )
    source = (SOURCES / "yidu.src").read_text(encoding="utf-8")
    out = []
    for line in source.splitlines():
        listed = re.match(r"(- |\d\. )", line)
        previous = out[-1] if out else ""
        tight = (line.startswith("|") and previous.startswith("|")) or (
            listed and re.match(r"(- |\d\. )", previous)
        )
        out += [line] if tight or not out else ["", line]
    text = "\n".join(out).replace("SIG ", "")
    (REPORTS / "yidu.md").write_text(head + text + "\n" + foot, encoding="utf-8")


# ---------------------------------------------------------------- web pages


def _page(name, strong=True):
    """The report's own part of a page, as site editors leave it."""
    out = []
    for block in blocks(name):
        text = html.escape(block.text, quote=False)
        if block.kind == "heading" and block.level > 1:
            mark = f"<strong>{text}</strong>" if strong else f"<span>{text}</span>"
            out.append(f'<p style="text-indent:2em;font-family:仿宋_GB2312">{mark}</p>')
        elif block.kind == "text" and re.match("表", block.text):
            out.append(f'<p align="center">{text}</p>')
        elif block.kind == "text":
            half = len(text) // 2
            if "&" in text:
                half = 0
            inner = f'{text[:half]}<span lang="EN-US">{text[half:]}</span>'
            out.append(
                f'<p style="text-indent:2em;line-height:2"><span style="font-size:16pt">{inner}</span></p>'
            )
        elif block.kind == "sig":
            out.append(f'<p style="text-align:right">{text}&nbsp;&nbsp;</p>')
        elif block.kind == "table":
            rows = []
            for number, row in enumerate(block.rows):
                tag = "th" if number == 0 and strong else "td"
                rows.append(
                    "<tr>" + "".join(f"<{tag}><p>{html.escape(c)}</p></{tag}>" for c in row) + "</tr>"
                )
            out.append(
                '<table border="1" cellspacing="0" width="90%"><tbody>' + "\n".join(rows) + "</tbody></table>"
            )
    return "\n".join(out)


def jinnan_2024():
    page = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>天津市津南区2024年法治政府建设情况报告_法治政府建设_天津市津南区人民政府</title>
<meta name="SiteName" content="天津市津南区人民政府"><meta name="ColumnName" content="法治政府建设">
<meta name="ArticleTitle" content="天津市津南区2024年法治政府建设情况报告">
<meta name="PubDate" content="2025-03-21 10:08"><meta name="ContentSource" content="津南区人民政府">
<link rel="stylesheet" href="/images/main.css">
<style>.nav li{{float:left;width:120px}} .share{{height:24px}}</style>
<script>var siteId=1201120001; var hits=30217; var hot=["行政复议收案1,999件","法律援助3,888件"];
(function(){{var s=document.createElement('script');s.src='https://example.invalid/hm.js?7f2c';document.head.appendChild(s);}})();</script>
</head><body>
<div class="header"><a href="/"><img src="/logo.png" alt="津南政府网"></a>
<form action="/search"><input name="q" value="请输入关键字"><button>搜索</button></form>
<ul class="top"><li><a href="/wza">无障碍浏览</a></li><li><a href="/ft">繁體版</a></li><li>今天是2025年3月25日 星期二</li></ul></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zjjn">走进津南</a></li><li><a href="/zwgk">政务公开</a></li>
<li><a href="/zwfw">政务服务</a></li><li><a href="/hdjl">互动交流</a></li><li><a href="/sjfb">数据发布</a></li></ul></div>
<div class="crumb">您的位置:<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a href="/fz">法治政府建设</a></div>
<div class="left"><h3>公开目录</h3><ul><li><a href="/a">政府信息公开指南</a></li><li><a href="/b">政府信息公开年报</a></li>
<li><a href="/c">行政处罚公示(8,412)</a></li><li><a href="/d">建议提案办理(329)</a></li></ul></div>
<div class="article"><h1>天津市津南区2024年法治政府建设情况报告</h1>
<div class="info"><span>来源:津南区人民政府</span><span>发布时间:2025-03-21 10:08</span><span>浏览量:<i id="hits">30217</i></span>
<span>字体:<a>大</a> <a>中</a> <a>小</a></span></div>
<div class="TRS_Editor" id="zoom">
{_page("jinnan-2024")}
</div>
<div class="share bdsharebuttonbox">分享到:<a>微信</a><a>新浪微博</a><a>QQ空间</a><a>打印本页</a><a>关闭窗口</a></div>
<div class="related"><h4>相关推荐</h4><ul>
<li><a href="/r1">津南区2023年法治政府建设情况报告:新收行政复议申请298件</a><em>2024-04-02</em></li>
<li><a href="/r2">西青区2024年法治政府建设情况报告:新收行政复议申请530件</a><em>2025-03-18</em></li>
<li><a href="/r3">北辰区2024年法律援助受理案件2,046件</a><em>2025-01-22</em></li>
<li><a href="/r4">津南区2025年一季度新设经营主体4,903户</a><em>2025-04-11</em></li></ul></div></div>
<div class="footer"><p>主办单位:天津市津南区人民政府办公室&nbsp;&nbsp;技术支持:区大数据中心</p>
<p>津ICP备05001998号-1 津公网安备12011202000101号 网站标识码1201120001</p>
<p>地址:天津市津南区咸水沽镇 邮编:300350 联系电话:022-28391818</p></div>
<script>document.getElementById('hits').innerText='30218';</script>
</body></html>
"""
    (REPORTS / "t20250321_6890417.html").write_text(page, encoding="utf-8")


def kaiping_shi():
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>开平市2024年度法治政府建设情况报告 - 开平市人民政府门户网站</title>
<script type="text/javascript">var _pv=55821;function setFont(s){{document.body.style.fontSize=s;}}</script></head>
<body bgcolor="#ffffff"><table width="1000" align="center"><tr><td>
<a href="/">网站首页</a> | <a href="/qxkp">侨乡开平</a> | <a href="/xw">新闻中心</a> | <a href="/zfxxgk">政府信息公开</a> | <a href="/bsfw">办事服务</a>
</td></tr></table>
<table width="960" align="center" border="0" class="xxgk_head" cellpadding="4">
<tr><td><b>索引号:</b></td><td>11440783007042158T/2025-00086</td><td><b>分类:</b></td><td>综合政务、年度报告</td></tr>
<tr><td><b>发布机构:</b></td><td>开平市人民政府</td><td><b>成文日期:</b></td><td>2025-02-14</td></tr>
<tr><td><b>名称:</b></td><td colspan="3">开平市2024年度法治政府建设情况报告</td></tr>
<tr><td><b>文号:</b></td><td>开府报〔2025〕12号</td><td><b>发布日期:</b></td><td>2025-02-20</td></tr>
<tr><td><b>主题词:</b></td><td colspan="3"></td></tr></table>
<table width="960" align="center"><tr><td>
<h2 align="center">开平市2024年度法治政府建设情况报告</h2>
<p align="center">发布时间:2025-02-20 09:31:15 点击数:55821 【<a href="javascript:setFont('18px')">大</a> <a>中</a> <a>小</a>】</p>
<div id="article_content">
{_page("kaiping-shi", strong=False)}
</div>
<p><a>【打印】</a> <a>【收藏】</a> <a>【关闭】</a></p>
<ul class="xglj"><li>相关信息</li>
<li><a href="/1">台山市2024年度法治政府建设情况报告(收到行政复议申请351件)</a></li>
<li><a href="/2">恩平市2024年度法治政府建设情况报告(收到行政复议申请174件)</a></li>
<li><a href="/3">开平市2023年度法治政府建设情况报告(收到行政复议申请233件)</a></li></ul>
</td></tr></table>
<table width="1000" align="center" bgcolor="#eeeeee"><tr><td align="center">版权所有:开平市人民政府 承办:开平市人民政府办公室<br>
粤ICP备19087231号 粤公网安备44078302000016号 网站标识码4407830001<br>联系电话:0750-2218363</td></tr></table>
</body></html>
"""
    (REPORTS / "content_3289011.htm").write_bytes(page.encode("gb18030"))


def weinan():
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>渭南市法治政府建设年度报告(2024年)-渭南市人民政府</title>
<link rel="stylesheet" href="cid:css-1@mhtml.blink"><script>window.visit=9021347;</script></head><body>
<header><nav><a>首页</a><a>魅力渭南</a><a>要闻动态</a><a>政务公开</a><a>政民互动</a><a>一网通办</a></nav></header>
<main><div class="position">当前位置:首页 / 政务公开 / 专题专栏 / 法治政府建设</div>
<article><h1>渭南市法治政府建设年度报告(2024年)</h1>
<p class="meta">发布机构:中共渭南市委全面依法治市委员会办公室 | 发布日期:2025-03-31 | 阅读:4,117</p>
<div class="content">
{_page("weinan")}
</div></article>
<div class="toolbar"><button>朗读</button><button>下载PDF</button><button>分享到微信</button></div>
<aside><h3>热门文章</h3><ol><li>咸阳市2024年法治政府建设报告:新收行政复议案件1,586件</li>
<li>渭南市2023年法治政府建设年度报告</li><li>蒲城县2024年新增就业7,214人</li></ol></aside></main>
<footer><p>主办:渭南市人民政府办公室 承办:渭南市大数据中心</p><p>陕ICP备05009827号 陕公网安备61050202000086号</p>
<p>政府热线:0913-12345</p></footer></body></html>
"""
    body = (
        quopri.encodestring(page.replace("\n", "\r\n").encode("utf-8")).decode("ascii").replace("\r\n", "\n")
    )
    css = '@charset "utf-8";\nbody { margin: 0px; }\n.ads::after { content: "广告位招租"; }\n'
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    bound = "----MultipartBoundary--qT9fYw2LrK----"
    text = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.invalid/zwgk/fzzf/2025/t1.html\n"
        "Subject: =?utf-8?B?5rit5Y2X5biC5rOV5rK75pS/5bqc5bu66K6+5bm05bqm5oql5ZGKKDIwMjTlubQp?=\n"
        "Date: Wed, 2 Apr 2025 02:11:43 -0000\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="{bound}"\n\n\n'
        f"--{bound}\nContent-Type: text/html\nContent-ID: <frame-A@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://example.invalid/zwgk/fzzf/2025/t1.html\n\n{body}\n"
        f"--{bound}\nContent-Type: text/css\nContent-Transfer-Encoding: quoted-printable\nContent-Location: cid:css-1@mhtml.blink\n\n"
        f"{quopri.encodestring(css.encode('utf-8')).decode('ascii')}\n"
        f"--{bound}\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: https://example.invalid/p.png\n\n{pixel}\n\n--{bound}--\n"
    )
    (REPORTS / "weinan-nb.mhtml").write_bytes(text.replace("\n", "\r\n").encode("ascii"))


# ---------------------------------------------------------------- Word


def _footnotes(document, notes):
    """Add a footnotes part; python-docx has none."""
    items = "".join(
        f'<w:footnote w:id="{b.level}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {b.text}</w:t></w:r></w:p>'
        "</w:footnote>"
        for b in notes
    )
    rule = "".join(
        f'<w:footnote w:type="{t}" w:id="{i}"><w:p><w:r><w:{t}/></w:r></w:p></w:footnote>'
        for t, i in (("separator", -1), ("continuationSeparator", 0))
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W}">{rule}{items}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode("utf-8"), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _text_with_notes(paragraph, text):
    """Add text, and footnote references for its ``[^n]``."""
    for piece in re.split(r"(\[\^\d\])", text):
        if match := re.fullmatch(r"\[\^(\d)\]", piece):
            ref = OxmlElement("w:footnoteReference")
            ref.set(qn("w:id"), match[1])
            paragraph.add_run()._r.append(ref)
        else:
            half = len(piece) // 3
            paragraph.add_run(piece[:half])
            paragraph.add_run(piece[half:])


def _page_field(paragraph):
    paragraph.add_run("第 ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()._r
        if kind:
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run.append(char)
        else:
            code = OxmlElement("w:instrText")
            code.text = text
            run.append(code)
    paragraph.add_run(" 页")


def molidawa():
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "莫旗政务公开电子监管件 编号2025-0319"
    section.header.paragraphs[0].text = "莫力达瓦达斡尔族自治旗人民政府公报 2025年第3期(总第118期)"
    footer = section.footer.paragraphs[0]
    _page_field(footer)
    section.footer.add_paragraph("旗人民政府办公室2025年3月6日印发 共印65份")
    section.first_page_footer.paragraphs[0].text = "呼和浩特铁路印刷厂承印 开本880×1230"
    source = blocks("molidawa")
    for block in source:
        if block.kind == "heading":
            document.add_heading(block.text, level=0 if block.level == 1 else block.level - 1)
        elif block.kind == "table":
            table = document.add_table(rows=0, cols=len(block.rows[0]))
            table.style = "Table Grid"
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif block.kind == "text":
            paragraph = document.add_paragraph()
            if block.text.startswith("表 "):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _text_with_notes(paragraph, block.text)
            if "修订《莫力达瓦" in block.text:
                gone = (
                    f'<w:del xmlns:w="{W}" w:id="9" w:author="a" w:date="2025-02-27T09:00:00Z"><w:r>'
                    "<w:delText>原拟开展立法听证会18场。</w:delText></w:r></w:del>"
                )
                paragraph._p.append(parse_xml(gone))
        elif block.kind == "sig":
            document.add_paragraph(block.text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _footnotes(document, [b for b in source if b.kind == "note"])
    document.save(REPORTS / "莫旗2024报告.docx")


def huli_edu():
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "2024年度全区法治建设材料汇编(第12册)\t湖里区委依法治区办编"
    _page_field(section.footer.paragraphs[0])
    section.footer.add_paragraph("校对:办公室 打印:文印室 共印35份 归档号HLJY-D-0427")
    box = section.header.add_paragraph("内部资料 注意保存")
    box.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num xmlns:w="{W}" w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for block in blocks("huli-edu"):
        if block.kind == "heading" and block.level == 1:
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(block.text)
            run.bold, run.font.size = True, Pt(22)
        elif block.kind == "heading":
            paragraph = document.add_paragraph()
            paragraph.add_run(block.text).bold = True
            numbered = parse_xml(f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
            paragraph._p.get_or_add_pPr().append(numbered)
        elif block.kind == "sig":
            document.add_paragraph(block.text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        else:
            paragraph = document.add_paragraph()
            half = len(block.text) // 2
            paragraph.add_run(block.text[:half])
            paragraph.add_run(block.text[half:])
            if "校外培训专项检查" in block.text:
                document.add_comment(paragraph.runs[0], "批注:上年检查机构377家次,请核对", "科员甲", "甲")
    document.save(REPORTS / "hljyj.docx")


# ---------------------------------------------------------------- PDF


def _styles(font, size):
    base = ParagraphStyle(
        "text", fontName=font, fontSize=size, leading=size * 1.75, wordWrap="CJK", firstLineIndent=size * 2
    )
    return {
        "text": base,
        1: ParagraphStyle(
            "title",
            parent=base,
            fontSize=size * 1.5,
            leading=size * 2.4,
            alignment=TA_CENTER,
            firstLineIndent=0,
        ),
        2: ParagraphStyle("h2", parent=base, fontSize=size * 1.12),
        3: ParagraphStyle("h3", parent=base, fontSize=size * 1.04),
        "caption": ParagraphStyle("caption", parent=base, alignment=TA_CENTER, firstLineIndent=0),
        "sig": ParagraphStyle("sig", parent=base, alignment=TA_RIGHT, firstLineIndent=0),
    }


def _flowables(name, styles, font, widths=None):
    for block in blocks(name):
        text = html.escape(block.text, quote=False)
        if block.kind == "heading":
            yield Paragraph(text, styles[block.level])
        elif block.kind == "table":
            cell = ParagraphStyle("cell", parent=styles["caption"], fontSize=10.5, leading=17)
            rows = [[Paragraph(c, cell) for c in row] for row in block.rows]
            grid = TableStyle(
                [("GRID", (0, 0), (-1, -1), 0.6, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
            )
            yield Table(rows, colWidths=widths, repeatRows=1, style=grid)
            yield Spacer(1, 8)
        elif block.kind == "sig":
            yield Paragraph(text, styles["sig"])
        else:
            yield Paragraph(text, styles["caption" if text.startswith("附表") else "text"])


def gansu():
    font = "STSong-Light"
    if path := os.environ.get("FAWEN_CJK_FONT"):
        font = "Embedded"
        pdfmetrics.registerFont(TTFont(font, path))
    else:
        pdfmetrics.registerFont(UnicodeCIDFont(font))

    def furniture(canvas, document):
        canvas.setFont(font, 9)
        canvas.drawString(72, A4[1] - 48, "甘肃省人民政府公报 2025年第7期")
        canvas.drawRightString(A4[0] - 72, A4[1] - 48, "省政府文件")
        canvas.line(72, A4[1] - 54, A4[0] - 72, A4[1] - 54)
        canvas.drawCentredString(A4[0] / 2, 40, f"— {document.page + 16} —")
        canvas.drawString(72, 40, "邮发代号54-108")
        canvas.drawRightString(A4[0] - 72, 40, "国内统一刊号CN62-1182/D")

    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, title="甘肃省人民政府公报", author="")
    frame = Frame(72, 64, A4[0] - 144, A4[1] - 136, id="f")
    document.addPageTemplates(PageTemplate("p", [frame], onPage=furniture))
    document.build(list(_flowables("gansu", _styles(font, 14), font, [80, 100, 100, 95, 76])))
    (REPORTS / "gansu-2024.pdf").write_bytes(out.getvalue())


def daqing():
    font = "STSong-Light"
    pdfmetrics.registerFont(UnicodeCIDFont(font))

    def furniture(canvas, document):
        canvas.setFont(font, 8)
        canvas.drawString(50, A4[1] - 36, "高新区工作通讯 第2期(总第236期)")
        canvas.drawRightString(A4[0] - 50, A4[1] - 36, "内部刊物 免费交流")
        canvas.drawCentredString(A4[0] / 2, 28, f"第 {document.page} 页")
        canvas.drawString(50, 28, "黑庆新内准印字2025-014")
        canvas.drawRightString(A4[0] - 50, 28, "印数1500册")

    width, gap = (A4[0] - 100 - 24) / 2, 24
    low, high = 50, A4[1] - 56
    title = 70
    first = [
        Frame(50, high - title, A4[0] - 100, title, id="title"),
        Frame(50, low, width, high - title - low, id="a"),
        Frame(50 + width + gap, low, width, high - title - low, id="b"),
    ]
    later = [
        Frame(50, low, width, high - low, id="c"),
        Frame(50 + width + gap, low, width, high - low, id="d"),
    ]
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, title="", author="")
    document.addPageTemplates(
        [
            PageTemplate("first", first, onPage=furniture),
            PageTemplate("later", later, onPage=furniture),
        ]
    )
    from reportlab.platypus import FrameBreak

    head, *rest = _flowables("daqing", _styles(font, 10.5), font)
    document.build([NextPageTemplate("later"), head, FrameBreak(), *rest])
    (REPORTS / "gxq2024.pdf").write_bytes(out.getvalue())


if __name__ == "__main__":
    REPORTS.mkdir(exist_ok=True)
    for make in (
        jinnan_2023, kaiping_qu, hutubi, xinan, wuyuan, yidu, jinnan_2024, kaiping_shi, weinan, molidawa, huli_edu, gansu, daqing,
    ):  # fmt: skip
        make()
    sys.stdout.write(f"{len(list(REPORTS.iterdir()))} reports\n")
