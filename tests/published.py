"""Word files and PDFs as offices make them: numbered by the program, tracked, merged, with cover, columns and annexes.

The texts are invented. What is text stands in ``tests/data/published``; these are made, since nobody can read their diffs.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from docx import Document
from docx.document import Document as Doc
from docx.oxml import parse_xml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

FONT = "STSong-Light"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CHANGE = 'w:author="a" w:date="2025-01-20T08:00:00Z"'


def _saved(document: Doc) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def numbered() -> bytes:
    """A county-level city's report: every number is the program's, a table of merged cells, a text box, header and footer."""
    document = Document()
    part = document.part.numbering_part.element
    for child in list(part):
        part.remove(child)
    forms = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(forms)
    )
    part.append(parse_xml(f'<w:abstractNum {_W} w:abstractNumId="7">{levels}</w:abstractNum>'))
    part.append(parse_xml(f'<w:num {_W} w:numId="5"><w:abstractNumId w:val="7"/></w:num>'))

    def item(level: int, words: str) -> None:
        number = f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>'
        document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(number))

    section = document.sections[0]
    section.header.paragraphs[0].text = "法治政府建设报告（内部资料 第99号）"
    section.footer.paragraphs[0].text = "— 3 —"
    document.add_heading("丰城市人民政府2024年度法治政府建设情况报告", 0)
    document.add_paragraph("（2025年3月10日）")
    document.add_paragraph("　　2024年，丰城市坚定不移推进法治政府建设。现将有关情况报告如下：")
    item(0, "2024年主要工作")
    item(1, "完善行政决策机制。")
    item(2, "全年召开市政府常务会议28次，审议重大事项196项，法制审核率100%。")
    item(2, "聘请法律顾问7名，出具法律意见书205份。")
    item(1, "规范行政执法。")
    item(2, "全市办理行政处罚案件8,412件，罚没款3160.45万元，案件数同比下降约一成五。")
    document.add_paragraph("表1　重点乡镇（街道）赋权执法情况")
    rows = [
        ["类别", "乡镇（街道）", "承接事项（项）", "办案情况", ""],
        ["", "", "", "案件数（件）", "罚款（万元）"],
        ["乡镇", "上塘镇", "86", "132", "45.6"],
        ["", "梅林镇", "86", "97", "30.25"],
        ["街道", "剑光街道", "91", "1 211", "77.3"],
    ]
    table = document.add_table(rows=len(rows), cols=5)
    for i, row in enumerate(rows):
        for j, words in enumerate(row):
            table.cell(i, j).text = words
    for (a, b), (c, d) in (
        ((0, 0), (1, 0)),
        ((0, 1), (1, 1)),
        ((0, 2), (1, 2)),
        ((0, 3), (0, 4)),
        ((2, 0), (3, 0)),
    ):
        table.cell(a, b).merge(table.cell(c, d)).text = rows[a][b]
    item(1, "化解行政争议。")
    item(2, "全市新收行政复议案件276件，办结251件；行政诉讼案件189件，败诉17件，败诉率8.99%。")
    box = "<w:p><w:r><w:t>典型做法：剑光街道“道德银行”化解纠纷318件。</w:t></w:r></w:p>"
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {_W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>{box}'
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    item(0, "2025年工作安排")
    document.add_paragraph("　　力争行政诉讼败诉率同比下降2个百分点，开展执法案卷评查不少于300卷。")
    document.add_paragraph("丰城市人民政府")
    return _saved(document)


def tracked() -> bytes:
    """A district's draft with its changes tracked: words, a moved figure, a deleted row, hidden words."""
    document = Document()
    body = document.element.body

    def put(*runs: str) -> None:
        body.insert(len(body) - 1, parse_xml(f"<w:p {_W}>{''.join(runs)}</w:p>"))

    def run(words: str, looks: str = "") -> str:
        return f"<w:r><w:rPr>{looks}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"

    def added(words: str, tag: str = "ins") -> str:
        return f"<w:{tag} w:id='1' {_CHANGE}>{run(words)}</w:{tag}>"

    def deleted(words: str) -> str:
        return f"<w:del w:id='2' {_CHANGE}><w:r><w:delText>{words}</w:delText></w:r></w:del>"

    put(run("张掖市甘州区"))
    put(run("2024年法治政府建设"), deleted("工作总结"), added("工作情况报告"))
    put(
        run("　　2024年以来，甘州区"),
        deleted("努力"),
        added("全力"),
        run("推进法治政府建设，现将有关情况报告如下。"),
    )
    put(run("　　一、工作成效"))
    put(
        run("　　（一）审核规范性文件"),
        deleted("21"),
        added("24"),
        run("件、政府合同"),
        added("1"),
        run("53份。"),
    )
    put(run("　　（二）全区办理行政处罚案件"), deleted("4,260件"), added("4,620件"), run("。"))
    moved = added("99件", "moveFrom") + added("164件", "moveTo")
    put(run("　　（三）受理行政复议案件"), moved, run("，审结150件。"))
    put(run("　　内部提示：此处数字待核777件", "<w:vanish/>"))
    table = document.add_table(rows=4, cols=3)
    rows = [
        ["乡镇", "排查纠纷（件）", "化解（件）"],
        ["大满镇", "402", "398"],
        ["删除镇", "111", "110"],
        ["乌江镇", "356", "351"],
    ]
    for i, row in enumerate(rows):
        for j, words in enumerate(row):
            table.cell(i, j).text = words
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {_W} w:id='12' {_CHANGE}/>"))
    put(run("　　二、下一步打算"))
    put(run("　　计划2025年评查案卷500卷。"))
    put(run("张掖市甘州区人民政府"))
    put(run("2025年1月22日"))
    return _saved(document)


_BODY = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK")
_FLUSH = ParagraphStyle("flush", parent=_BODY, firstLineIndent=0)
_TITLE = ParagraphStyle("title", parent=_FLUSH, fontSize=22, leading=34, alignment=1)
_NAME = ParagraphStyle("name", parent=_FLUSH, alignment=1)
_SIGNED = ParagraphStyle("signed", parent=_FLUSH, alignment=2)


def _set(
    rows: Sequence[Sequence[str]], widths: Sequence[int], *spans: tuple[tuple[int, int], tuple[int, int]]
) -> Table:
    style: list[tuple[object, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    ]
    return Table(
        rows, colWidths=list(widths), repeatRows=1, style=[*style, *(("SPAN", a, b) for a, b in spans)]
    )


def _paragraphs(*words: str) -> list[Flowable]:
    return [Paragraph(each, _BODY) for each in words]


def cover() -> bytes:
    """A zone's report: cover, contents, page headers and a table over two pages."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    flow: list[Flowable] = [
        Spacer(1, 180),
        Paragraph("宜昌高新区2024年度", _TITLE),
        Paragraph("法治政府建设工作报告", _TITLE),
    ]
    flow += [
        Spacer(1, 250),
        Paragraph("宜昌高新技术产业开发区管理委员会", _NAME),
        Paragraph("二〇二五年二月", _NAME),
    ]
    flow += [PageBreak(), Paragraph("目　　录", _TITLE)]
    contents = (
        ("一、2024年工作情况", 3),
        ("（一）规范涉企执法", 3),
        ("二、存在的主要问题", 4),
        ("三、2025年工作思路", 4),
    )
    flow += [Paragraph(f"{name}{'.' * (70 - 2 * len(name))}{page}", _FLUSH) for name, page in contents]
    flow += [PageBreak(), *_paragraphs("2024年，宜昌高新区纵深推进法治政府建设。现将主要工作情况报告如下。")]
    flow += [Paragraph("一、2024年工作情况", _FLUSH), Paragraph("（一）规范涉企执法", _FLUSH)]
    flow += _paragraphs(
        "全年开展涉企检查2,304次，同比减少36.4%；对147家企业不予处罚，减免罚款213.6万元。综合执法局共立案查处案件668件，"
        "罚没入库519.28万元。各产业园区涉企检查情况如下表所示。",
    )
    parks = "白洋 东山 生物 电子 北苑 深圳 城东 猇亭 土门 伍家 龙泉 鸦鹊"
    parks = (parks + " 点军 联棚 艾家 桥边 土城 窑湾 安福 董市 仙女 百里 顾家 七星 问安").split()
    rows = [["园区", "企业数（家）", "检查次数（次）", "整改率（%）"]]
    rows += [
        [f"{park}园区", str(40 + 3 * i), str(60 + 7 * i), f"{90 + i * 0.3:.1f}"]
        for i, park in enumerate(parks)
    ]
    flow += [Paragraph("表1 各产业园区涉企检查情况", _NAME), _set(rows, (100, 90, 100, 80))]
    flow += _paragraphs("（二）共办理行政复议答复案件46件，行政诉讼案件31件，败诉3件。", "二、存在的主要问题")
    flow += _paragraphs(
        "基层法治人员兼职比例超过七成。", "三、2025年工作思路", "全年涉企检查次数再压减10%以上。"
    )
    flow += [Paragraph("宜昌高新技术产业开发区管理委员会", _SIGNED), Paragraph("2025年2月20日", _SIGNED)]

    def margins(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(60, 810, "宜昌高新区法治政府建设报告")
        canvas.drawCentredString(297, 30, f"第 {document.page} 页 共 4 页")

    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(flow, onLaterPages=margins)
    return out.getvalue()


def annexes() -> bytes:
    """A district's report, signed at the right margin, with two tables on a page turned on its side."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    flow: list[Flowable] = [Paragraph("綦江区2024年法治政府建设情况报告", _TITLE)]
    flow += _paragraphs(
        "2024年，綦江区深入贯彻落实党中央、国务院和市委、市政府工作部署，现将法治政府建设情况报告如下。",
        "一、2024年工作情况",
        "（一）全面履行政府职能。“高效办成一件事”落地38项，网办率提升至93.1%。全年兑现惠企资金三亿七千万元。",
        "（二）严格规范执法。全区行政执法人员1,702名，办理行政处罚案件7,955件，同比下降9.4%。执法数据见附件1。",
        "（三）高效化解争议。办理行政复议案件339件、行政诉讼案件201件，败诉率由7.6%下降到5.97%。",
        "二、主要问题",
        "乡镇行政执法案件覆盖面不高，21个街镇中有6个全年办案少于10件。",
        "三、下一步工作",
        "2025年行政复议调解率力争达到38%。",
    )
    flow += [
        Paragraph("綦江区人民政府", _SIGNED),
        Paragraph("2025年3月20日", _SIGNED),
        NextPageTemplate("wide"),
        PageBreak(),
    ]
    first = [
        ["领域", "行政处罚", "", "行政检查", ""],
        ["", "案件数（件）", "金额（万元）", "次数（次）", "发现问题（个）"],
        ["市场监管", "1,066", "382.5", "9,120", "1,344"],
        ["农业农村", "214", "41.75", "2,018", "306"],
        ["应急管理", "133", "466.2", "1,507", "2,265"],
    ]
    second = [
        ["机构", "法律援助", "人民调解"],
        ["古南街道", "86", "712"],
        ["东溪镇", "41", "503"],
        ["赶水镇", "37", "466"],
    ]
    spans = (((0, 0), (0, 1)), ((1, 0), (2, 0)), ((3, 0), (4, 0)))
    flow += [
        Paragraph("附件1", _FLUSH),
        Paragraph("重点领域行政执法情况表", _NAME),
        _set(first, (100, 110, 110, 110, 110), *spans),
    ]
    flow += [Spacer(1, 20), Paragraph("附件2", _FLUSH), Paragraph("公共法律服务情况表（单位：件）", _NAME)]
    flow += [_set(second, (140, 120, 120))]
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    document.addPageTemplates(
        [
            PageTemplate("high", [Frame(80, 60, 440, 720)], pagesize=A4),
            PageTemplate("wide", [Frame(60, 50, 720, 500)], pagesize=landscape(A4)),
        ]
    )
    document.build(flow)
    return out.getvalue()


MADE: dict[str, Callable[[], bytes]] = {
    "numbered.docx": numbered,
    "tracked.docx": tracked,
    "cover.pdf": cover,
    "annexes.pdf": annexes,
}
