"""Web pages as content systems of Chinese government sites make them, around a report: what is not the report tempts.

Four shells: TRS WCM with its editor's classes, a modern site with #zoom, a site laid out in tables, and one whose classes say
nothing. Around each stand navigation, hidden elements, side bars, related reading and footers with figures of the same kind.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from tests.converters import Part, TableOf

DECOYS = ("91011件", "91022件", "91033件", "91044件", "91055件", "91066件", "91077件")
"""Figures that stand on every page outside the report; none may be read."""

_NAV = """<div class="header"><div class="logo"><a href="/"><img alt="市政府91011件"></a></div><ul class="nav">
<li><a href="/a">首页</a></li><li><a href="/b">政务公开</a></li><li><a href="/c">办事服务91011件</a></li><li><a href="/d">互动交流</a></li></ul></div>"""
_CRUMBS = '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/x">政务公开</a> &gt; <a>法治政府建设</a></div>'
_SHARE = """<div class="bdsharebuttonbox share"><span>分享到：</span><a title="微信">微信</a><a>微博</a>
<span class="num">已分享91022件</span></div>"""
_HIDDEN = """<div style="display:none">行政复议案件91033件，全年办结。</div><p hidden>全年受理案件91033件，办结率100%。</p>
<script>var total="受理91033件，办结。";document.write("<p>案件91033件。</p>")</script><style>.a{content:"91033件"}</style>
<noscript>请开启脚本，案件91033件。</noscript><textarea>案件91033件。</textarea>"""
_RELATED = """<div class="relatedNews"><h3>相关阅读</h3><ul><li><a href="/1">某市2023年全年办理行政复议案件91044件，同比增长20%</a></li>
<li><a href="/2">某县召开法治政府建设推进会，部署年度工作</a></li></ul></div>"""
_SIDE = """<div class="sidebar right"><h4>热点新闻</h4><p><a href="/h">我市召开大会，通报全年办理案件91055件的情况。</a></p>
<p>投诉热线已受理来电91055件，欢迎监督，感谢支持。</p></div>"""
_FOOT = """<div class="footer"><p>主办单位：某市人民政府办公室　承办：某市大数据局，累计访问91066件</p><p>备案号：某ICP备05000000号　网站标识码：3302000001</p>
<p>地址：某市某路1号　邮编：315000，联系电话：0574-91077件</p></div>"""


def to_html(parts: Sequence[Part], shell: str, *, title: str, encoding: str = "utf-8") -> bytes:
    """Write a page around a report.

    Args:
        parts: Paragraphs and tables of the report.
        shell: ``trs``, ``zoom``, ``tables`` or ``bare``.
        title: What the head of the page calls it.
        encoding: Encoding of the file, which it declares.

    Returns:
        The bytes of the page.
    """
    body = "\n".join(_part(part, shell) for part in parts)
    page = _SHELLS[shell].format(body=body, title=html.escape(title), charset=encoding)
    return page.encode(encoding, "xmlcharrefreplace")


def to_mhtml(page: bytes, encoding: str = "utf-8") -> bytes:
    """Pack a page as Chrome saves it with everything that belongs to it."""
    import base64

    body = base64.encodebytes(page).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.example.gov.cn/a.html\r\nSubject: page\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n'
        f'------B\r\nContent-Type: text/html; charset="{encoding}"\r\nContent-Transfer-Encoding: base64\r\n'
        f"Content-Location: http://www.example.gov.cn/a.html\r\n\r\n{body}\r\n"
        "------B\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n.a{content:'91011=E4=BB=B6'}\r\n------B--\r\n"
    ).encode()


def _part(part: Part, shell: str) -> str:
    if isinstance(part, TableOf):
        rows = "".join(
            "<tr>" + "".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) + "</tr>" for row in part.rows
        )
        return f'<p style="text-align:center">{html.escape(part.caption)}</p><table border="1"><tbody>{rows}</tbody></table>'
    words = html.escape(part)
    if shell == "tables":
        return f"&nbsp;&nbsp;&nbsp;&nbsp;{words}<br/>"
    if shell == "trs":
        return f'<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋">　　{words}</span></p>'
    return f"<p>{words}</p>"


_HEAD = '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{title}_法治建设_政府网</title>'
_SHELLS = {
    "trs": _HEAD
    + '<meta name="ArticleTitle" content="{title}"></head><body>'
    + _NAV
    + _HIDDEN.replace("{", "{{").replace("}", "}}")
    + '<div class="main">'
    + _CRUMBS
    + '<div class="xl_left"><div class="xl_tit">{title}</div><div class="xl_xx">阅读次数：<span>91022件</span></div>'
    + _SHARE
    + '<div class="TRS_Editor">{body}</div><div class="xgwj">相关文件：<a href="f.pdf">附表91044件.pdf</a></div></div>'
    + _SIDE
    + _RELATED
    + "</div>"
    + _FOOT
    + "</body></html>",
    "zoom": _HEAD
    + '</head><body><div class="wrap">'
    + _NAV
    + _CRUMBS
    + '<div class="article"><h1>{title}</h1><div id="zoom">{body}</div>'
    + _HIDDEN.replace("{", "{{").replace("}", "}}")
    + _SHARE
    + '<p>【<a href="javascript:window.print()">打印本页</a>】【<a>关闭窗口</a>】</p>'
    + _RELATED
    + "</div>"
    + _SIDE
    + _FOOT
    + "</div></body></html>",
    "tables": _HEAD
    + '</head><body><table width="1000"><tr><td colspan="2">'
    + _NAV
    + "</td></tr><tr><td width='200'>"
    + _SIDE
    + '</td><td><table width="100%"><tr><td align="center"><b>{title}</b></td></tr><tr><td align="center">点击数：91022件</td></tr>'
    + "<tr><td>{body}</td></tr><tr><td>"
    + _RELATED
    + "</td></tr></table></td></tr><tr><td colspan='2'>"
    + _FOOT
    + "</td></tr></table>"
    + _HIDDEN.replace("{", "{{").replace("}", "}}")
    + "</body></html>",
    "bare": _HEAD
    + "</head><body><div><div>"
    + _NAV.replace('class="header"', "").replace('class="nav"', "")
    + "</div><div><div>{body}</div><div>"
    + _RELATED.replace('class="relatedNews"', "")
    + "</div></div><div>"
    + _SIDE.replace('class="sidebar right"', "")
    + "</div><div>"
    + _FOOT.replace('class="footer"', "")
    + "</div></div></body></html>",
}
