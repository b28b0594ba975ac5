"""Word files -> text: all that stands in the body, in its order, with the numbers that Word only shows."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from qa.errors import UnreadableFile
from qa.formats.word import read_word
from tests.converters import TableOf, to_docx

NS = nsdecls("w")
BOX = (
    f"<w:p {NS} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:v='urn:schemas-microsoft-com:vml'>"
    "<w:r><w:t>框外。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    "<w:p><w:r><w:t>框内12件。</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>框内12件。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lines_of(*paragraphs: str, numbering: str = "", styles: str = "") -> list[str]:
    """The lines of a document whose body is some XML."""
    document = docx.Document()
    for xml in paragraphs:
        document.element.body.insert(-1, parse_xml(xml))
    for level in numbering and [numbering]:
        part = document.part.numbering_part.element
        for child in list(part):
            part.remove(child)
        for child in parse_xml(f"<w:numbering {NS}>{level}</w:numbering>"):
            part.append(child)
    for style in styles and [styles]:
        for child in parse_xml(f"<w:styles {NS}>{style}</w:styles>"):
            document.styles.element.append(child)
    return read_word(saved(document), "a.docx").splitlines()


def p(runs: str, properties: str = "") -> str:
    return f"<w:p {NS}><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def test_the_body_in_its_order_without_header_and_footer() -> None:
    parts = [
        "标题",
        "一、成效",
        TableOf([["镇街", "受理(件)"], ["甲镇", "3"]], "表1 情况"),
        "（一）执法",
        "正文。",
    ]
    text = read_word(to_docx(parts, header="页眉99件", footer="页脚99件"), "a.docx")
    assert text.splitlines() == ["标题", "一、成效", "情况:甲镇:受理3件。", "（一）执法", "正文。"]


def test_tracked_changes_links_fields_and_hidden_words() -> None:
    ins, dele = (
        f"<w:ins w:id='1'>{r('新增12件')}</w:ins>",
        "<w:del w:id='2'><w:r><w:delText>旧11件</w:delText></w:r></w:del>",
    )
    moved = f"<w:moveFrom w:id='3'>{r('搬走')}</w:moveFrom><w:moveTo w:id='4'>{r('搬来')}</w:moveTo>"
    field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>"
    link = f"<w:hyperlink>{r('链接')}</w:hyperlink><w:fldSimple w:instr='DATE'>{r('今日')}</w:fldSimple>"
    hidden = r("秘密", "<w:vanish/>") + r("不秘密", "<w:vanish w:val='0'/>")
    assert lines_of(p(ins + dele + moved + field + link + hidden)) == ["新增12件搬来链接今日不秘密"]


def test_a_row_that_was_deleted_is_left_out() -> None:
    def row(*cells: str, change: str = "") -> str:
        held = "".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{change}</w:trPr>{held}</w:tr>"

    rows = [row("镇街", "调解(件)"), row("北溪镇", "41"), row("南溪镇", "52", change="<w:del w:id='1'/>")]
    rows.append(row("东溪镇", "63", change="<w:ins w:id='2'/>"))
    assert lines_of(f"<w:tbl {NS}>{''.join(rows)}</w:tbl>") == ["北溪镇:调解41件。", "东溪镇:调解63件。"]


def test_breaks_tabs_and_hyphens() -> None:
    runs = "<w:r><w:t>关于甲县</w:t><w:br/><w:t>情况的报告</w:t><w:br w:type='page'/></w:r>"
    assert lines_of(
        p(runs), p("<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025年</w:t><w:tab/><w:t>规划</w:t></w:r>")
    ) == [
        "关于甲县",
        "情况的报告",
        "2021-2025年 规划",
    ]


def test_a_text_box_once_after_its_paragraph() -> None:
    assert lines_of(BOX) == ["框外。", "框内12件。"]


def test_a_table_of_contents_is_left_out() -> None:
    style = "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
    control = (
        f"<w:sdt {NS}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent><w:p>{r('一、成效 3')}</w:p></w:sdtContent></w:sdt>"
    )
    other = f"<w:sdt {NS}><w:sdtContent><w:p>{r('控件中的正文。')}</w:p></w:sdtContent></w:sdt>"
    entry = p(r("一、成效 1"), "<w:pStyle w:val='TOC1'/>")
    assert lines_of(entry, control, other, styles=style) == ["控件中的正文。"]


def level(at: int, format_: str, text: str, more: str = "") -> str:
    return f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format_}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"


NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'>"
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "bullet", "")
    + level(4, "decimal", "%1.%5", "<w:isLgl/>")
    + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
)


def item(words: str, at: int, number: int = 1) -> str:
    return p(r(words), f"<w:numPr><w:ilvl w:val='{at}'/><w:numId w:val='{number}'/></w:numPr>")


def test_numbers_that_word_counts_are_written() -> None:
    items = [
        ("成效", 0),
        ("执法", 1),
        ("案件", 2),
        ("窗口", 2),
        ("复议", 1),
        ("调解", 2),
        ("要点", 3),
        ("不足", 0),
        ("细目", 4),
        ("应诉", 1),
    ]
    assert lines_of(*(item(words, at) for words, at in items), numbering=NUMBERING) == [
        *(
            "一、成效",
            "（一）执法",
            "1. 案件",
            "2. 窗口",
            "（二）复议",
            "1. 调解",
            "要点",
            "二、不足",
            "2.1 细目",
            "（一）应诉",
        ),
    ]


def test_a_list_may_start_anew_and_a_style_may_number() -> None:
    style = (
        "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/>"
        "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='my'/><w:basedOn w:val='H'/></w:style>"
    )
    by_style = p(r("由样式"), "<w:pStyle w:val='H'/>")
    inherited = p(r("再由样式"), "<w:pStyle w:val='H2'/>")
    without = p(r("无编号"), "<w:pStyle w:val='H'/><w:numPr><w:numId w:val='0'/></w:numPr>")
    found = lines_of(
        by_style, inherited, without, item("另起", 0, 2), item("续", 0, 2), numbering=NUMBERING, styles=style
    )
    assert found == ["一、由样式", "二、再由样式", "无编号", "七、另起", "八、续"]


def test_merged_cells_stand_in_every_place() -> None:
    document = docx.Document()
    table = document.add_table(4, 3)
    words = [["片区", "镇街", "受理(件)"], ["北片", "甲镇", "3"], ["", "乙镇", "4"], ["合计", "", "7"]]
    for row, cells in zip(table.rows, words, strict=True):
        for cell, value in zip(row.cells, cells, strict=True):
            cell.text = value
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 1))
    assert read_word(saved(document), "a").splitlines() == [
        "北片:甲镇:受理3件。",
        "北片:乙镇:受理4件。",
        "合计:受理7件。",
    ]


def test_a_frame_of_one_cell_and_a_table_in_a_cell_give_their_paragraphs() -> None:
    document = docx.Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "框中第一段。"
    frame.add_paragraph("框中第二段。")
    inner = frame.add_table(2, 2)
    for cell, words in zip(inner._cells, ["镇街", "受理(件)", "甲镇", "3"], strict=True):
        cell.text = words
    assert read_word(saved(document), "a").splitlines() == ["框中第一段。", "框中第二段。", "甲镇:受理3件。"]


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


GOOD = to_docx(["正文。"])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 junk", "ZIP 结构损坏"),
        (GOOD[: len(GOOD) // 2], "ZIP 结构损坏"),
        (packed(readme_txt=b"x"), "不是 Word 文件"),
        (packed(word__document_xml=b"<w:document"), "内部结构损坏"),
        (packed(word__document_xml=b"0" * 60_000_000), "压缩炸弹"),
        (packed(word__document_xml=b"<a/>", bomb_xml=b"0" * 30_000_000), "压缩炸弹"),
        (to_docx([]), "没有文字"),
        (packed(**{"word__document_xml": b"<a/>", **{f"m{i}": b"" for i in range(5001)}}), "5002 个成员"),
    ],
)
def test_broken_and_hostile_packages_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^a\.docx: .*{told}.*; ") as caught:
        read_word(data, "a.docx")
    assert "\n" not in str(caught.value)


def test_entities_are_not_expanded() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                entities = "".join(
                    f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "案件999件"}">' for i in range(9)
                )
                data = data.replace(
                    b"<w:document",
                    f'<!DOCTYPE w [{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document'.encode(),
                    1,
                )
                data = data.replace("正文。".encode(), "正文。&e8;&f;".encode())
            new.writestr(name, data)
    try:
        text = read_word(out.getvalue(), "a.docx")
    except UnreadableFile:
        return
    assert "999" not in text and "root:" not in text


def test_entries_of_contents_without_a_style_are_known_by_their_field() -> None:
    field = "<w:r><w:instrText xml:space='preserve'> PAGEREF _Toc1 \\h </w:instrText></w:r>"
    assert lines_of(p(r("一、主要成效") + field + r("3")), p(r("一、主要成效"))) == ["一、主要成效"]


def test_strict_open_xml_is_read_like_any_other() -> None:
    out = io.BytesIO()
    words = ["云湖区2024年法治政府建设工作报告", "收到行政复议申请58件。"]
    with zipfile.ZipFile(io.BytesIO(to_docx(words))) as usual, zipfile.ZipFile(out, "w") as strict:
        for name in usual.namelist():
            names = rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/(main|relationships)"
            strict.writestr(name, re.sub(names, rb"http://purl.oclc.org/ooxml/\1/\2", usual.read(name)))
    assert b"purl.oclc.org" in zipfile.ZipFile(out).read("word/document.xml")
    assert read_word(out.getvalue(), "a.docx").splitlines() == words
