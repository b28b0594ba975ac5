"""Web pages -> the article: everything of the report, nothing of the site."""

from __future__ import annotations

import pytest

from qa.errors import UnreadableFile
from qa.formats.web import read_web
from tests.converters import TableOf
from tests.webpages import DECOYS, SHELLS, to_html, to_mhtml

TITLE = "云湖区2024年法治政府建设工作报告"
PARTS = [
    "2024年，云湖区坚持依法行政，现将有关情况报告如下。",
    "一、主要举措和成效",
    "（一）规范行政执法",
    "全区办理行政处罚案件1476件，同比下降12.5%。首违不罚案件230件，涉及金额1.2亿元。" * 6,
    TableOf([["镇街", "受理案件(件)"], ["城东镇", "12"], ["城西街道", "30"]], "表1 各镇街调解情况统计表"),
    "二、存在的不足",
    "一是基层执法力量薄弱，执法人员老龄化。二是涉外法治人才储备不足，专业能力有待提升。",
    "云湖区人民政府",
    "2025年3月20日",
]
LINES = [
    *[part for part in PARTS[:4] if isinstance(part, str)],
    *("各镇街调解情况统计表:城东镇:受理案件12件。", "各镇街调解情况统计表:城西街道:受理案件30件。"),
    *[part for part in PARTS[5:] if isinstance(part, str)],
]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk"])
def test_the_article_and_nothing_else(shell: str, encoding: str) -> None:
    page = to_html(PARTS, shell, title=TITLE, encoding=encoding)
    for data in (page, to_mhtml(page, encoding)):
        text = read_web(data, "a.html")
        assert text.splitlines() == [TITLE, *LINES]
        assert not any(decoy in text for decoy in DECOYS)


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


PROSE = "<p>全区办理行政处罚案件1476件，同比下降12.5%，执法人员持证上岗，监督机制更加健全。</p>" * 3


def lines(body: str, head: str = "") -> list[str]:
    return read_web(page(body, head), "a.html").splitlines()


def test_metadata_above_the_body_stays_and_that_of_the_head_fills_in() -> None:
    table = "<table><tr><td>索引号</td><td>0029/2025</td><td>发布机构</td><td>云湖区司法局</td></tr></table>"
    above = f"<div class='nav'>首页 导航</div>{table}<div>来源：云湖区司法局　发布时间：2025-03-20</div>"
    found = lines(f"{above}<div id='zoom'>{PROSE}</div>", f"<title>{TITLE}_政府网</title>")
    assert found[:4] == [
        TITLE,
        "索引号:0029/2025",
        "发布机构:云湖区司法局",
        "来源：云湖区司法局　发布时间：2025-03-20",
    ]
    metas = "".join(
        f'<meta name="{name}" content="{value}">'
        for name, value in (
            ("SiteName", "云湖区人民政府"),
            ("ArticleTitle", TITLE),
            ("PubDate", "2025-03-20 10:00"),
            ("ContentSource", "区司法局"),
        )
    )
    found = lines(f"<div class='x'>{PROSE}</div>", metas)
    assert found[:4] == ["云湖区人民政府", TITLE, "发布日期:2025-03-20 10:00", "来源:区司法局"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">案件999件，办结。</p>',
        '<div style="visibility:hidden">案件999件，办结。</div>',
        '<span style="font-size:0">案件999件，办结。</span>',
        "<p hidden>案件999件，办结。</p>",
        '<p class="sr-only">案件999件，办结。</p>',
        "<!-- 案件999件，办结。 -->",
        "<template><p>案件999件，办结。</p></template>",
        "<select><option>案件999件</option></select>",
    ],
)
def test_what_a_browser_hides_is_not_read(hidden: str) -> None:
    assert "999" not in "".join(lines(f"<div>{PROSE}{hidden}{PROSE}</div>"))


def test_breaks_lists_and_preformatted_text() -> None:
    body = (
        "<div>甲县<br>2024年报告<ol><li>加强\n  领导，压实责任；</li><li>规范执法。</li></ol>"
        "<ol type='a' start='3'><li>普法</li></ol>"
        "<ol style='list-style-type:cjk-ideographic'><li>复议</li></ol><ul><li>应诉</li></ul><pre>第一行\n第二行</pre></div>"
    )
    assert lines(body) == [
        "甲县",
        "2024年报告",
        "1.加强领导，压实责任；",
        "2.规范执法。",
        "c.普法",
        "一、复议",
        "应诉",
        "第一行",
        "第二行",
    ]


def test_merged_cells_and_headers_of_a_table() -> None:
    table = (
        "<table><caption>调解情况</caption><tr><th rowspan=2>镇街</th><th colspan='2'>案件(件)</th></tr>"
        "<tr><th>受理</th><th>成功</th></tr>"
        "<tr><td>甲镇</td><td>12</td><td>10<br></td></tr></table>"
    )
    assert lines(f"<div>{PROSE}{table}</div>")[-1] == "调解情况:甲镇:案件受理12件;案件成功10件。"


def test_a_span_of_a_million_columns_is_cut() -> None:
    table = "<table><tr><td colspan=1000000>甲</td><td>乙</td></tr><tr><td rowspan=9999>丙12件</td><td>丁</td></tr></table>"
    assert "丙12件" in "".join(lines(f"<div>{PROSE}{table}</div>"))


def test_deep_nesting_is_read_or_cut_but_never_overflows() -> None:
    try:
        text = read_web(page("<div>" * 5000 + PROSE + "</div>" * 5000 + PROSE), "a.html")
    except UnreadableFile:
        return  # libxml2 gives up at 256 levels
    assert "1476件" in text


def test_sections_and_signature_in_elements_of_their_own_belong_to_the_article() -> None:
    parts = [
        f"<div><p>一、成效</p>{PROSE * 9}</div>",
        f"<div><p>二、下一步打算</p>{PROSE}</div>",
        "<div>甲县司法局<br>2025年3月1日</div>",
    ]
    found = lines(
        f"<div class='c'>{''.join(parts)}</div><div>投诉电话888，欢迎监督，感谢各界支持与配合。</div>"
    )
    assert (
        found[0] == "一、成效" and found[-2:] == ["甲县司法局", "2025年3月1日"] and "二、下一步打算" in found
    )


def test_links_inside_sentences_stay_and_lists_of_links_go() -> None:
    body = f"<div>{PROSE}<p>根据<a href='#'>《行政复议法》</a>，全年受理320件。</p></div>"
    body += "<div><a>更多</a> <a>相关解读：888件</a></div>"
    text = "".join(lines(body))
    assert "根据《行政复议法》，全年受理320件。" in text and "888" not in text


def test_related_reading_at_the_end_of_the_body_is_cut() -> None:
    assert lines(f"<div>{PROSE}{PROSE}<p>相关链接：</p><p>某县受理案件888件。</p></div>")[-1].endswith(
        "更加健全。"
    )


def test_a_body_of_line_breaks_alone_is_parted_from_the_site() -> None:
    body = "<br>".join(["一、成效", *["全区办理行政处罚案件1476件，执法人员持证上岗。"] * 3, "二、不足"])
    found = lines(
        f"<div>某省人民政府 | 某市人民政府</div><div class='wz_title'>{TITLE}</div><div class='wz_cont'>{body}</div>",
        f"<title>云湖区人民政府 公告公示 {TITLE}</title>",
    )
    assert found[0] == TITLE and found[1] == "一、成效" and found[-1] == "二、不足"


def test_pairs_of_metadata_that_only_style_parts_are_parted() -> None:
    spans = "<span>2025-03-05 16:01</span><span>来源：云湖区司法局</span><span>阅读：661</span>"
    cells = "<tr><td>发布时间：2025-03-05</td><td>信息来源：云湖区司法局</td><td>字体：[ 大 小 ]</td></tr>"
    for above, line in (
        (f"<div>{spans}</div>", "2025-03-05 16:01 来源：云湖区司法局 阅读：661"),
        (f"<table>{cells}</table>", "发布时间：2025-03-05 信息来源：云湖区司法局 字体：[ 大 小 ]"),
    ):
        assert lines(f"{above}<div id='zoom'>{PROSE}</div>")[0] == line


def test_date_and_title_stand_under_several_names_in_the_head() -> None:
    head = (
        f"<meta name='ContentTitle' content='{TITLE}'><meta name='publishdate' content='2025-03-05 16:01:22'>"
    )
    assert lines(f"<div id='zoom'>{PROSE}</div>", head)[:2] == [TITLE, "发布日期:2025-03-05 16:01:22"]


def test_bullets_that_word_saves_as_letters_are_left_out() -> None:
    bullet = (
        "<span style='font-family:Wingdings;mso-list:Ignore'>l<span style='font:7pt'>&nbsp;</span></span>"
    )
    assert (
        lines(f"<div>{PROSE}<p>{bullet}<span>组织宣传活动46场次</span></p></div>")[-1] == "组织宣传活动46场次"
    )


def test_a_frame_beside_the_page_is_not_taken_for_it_unless_the_page_says_nothing() -> None:
    chat = page("<p>智能客服：您好，请问有什么可以帮您？去年办件量888件。</p>" * 8)
    frames = page("<p>请使用支持框架的浏览器。</p>")
    article = page(f"<h1>{TITLE}</h1>{PROSE}")
    code = page("<script>//" + "统计代码" * 500 + "</script>")

    def archive(*pages: bytes) -> list[str]:
        parts = b"".join(b"--B\r\nContent-Type: text/html\r\n\r\n" + part + b"\r\n" for part in pages)
        data = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n' + parts
        return read_web(data + b"--B--", "a.mhtml").splitlines()

    for pages in ((article, chat), (frames, article), (article, code)):
        assert archive(*pages)[0] == TITLE


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (page(""), "网页里没有正文"),
        (b"<html><head><title>x</title></head></html>", "网页里没有正文"),
        (page("<script>var a='案件12件'</script>"), "网页里没有正文.可能由脚本生成"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B--", "没有网页"),
        (b"<html>\xff\xfe\xfa\xfb" * 30, "不是 UTF-8"),
    ],
)
def test_pages_without_an_article_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^a\.html: .*{told}.*; "):
        read_web(data, "a.html")


def test_entities_and_outside_files_are_not_fetched() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "案件999件"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )
    text = read_web((bomb + page(f"{PROSE}<p>&b;&f;正文在此，完毕。</p>").decode()).encode(), "a.html")
    assert "999" not in text and "root:" not in text


@pytest.mark.parametrize(
    "pairs",
    [
        "<dl><dt>发文机构</dt><dd>云湖区人民政府办公室</dd><dt>发布时间</dt><dd>2025年3月31日</dd></dl>",
        "<div><div>发文机构：</div><div>云湖区人民政府办公室</div></div><div><p>【发布时间】</p><p>2025年3月31日</p></div>",
    ],
)
def test_keys_and_values_in_blocks_of_their_own_are_pairs(pairs: str) -> None:
    found = lines(f"{pairs}<h1>{TITLE}</h1><div id='zoom'>{PROSE}</div>")
    assert found[:3] == ["发文机构:云湖区人民政府办公室", "发布时间:2025年3月31日", TITLE]


def test_a_date_right_under_the_title_stays_and_today_does_not() -> None:
    top = "<div>今天是2025年11月3日 星期一</div>"
    under = "<div><span>法治云湖</span> <em>2025年01月23日 17:05</em> <em>浙江</em></div>"
    found = lines(f"{top}<h1>{TITLE}</h1>{under}<div id='js_content'>{PROSE}</div>")
    assert found[:2] == [TITLE, "法治云湖 2025年01月23日 17:05 浙江"]


def test_an_article_that_a_script_unveils_is_read_and_what_is_veiled_beside_one_is_not() -> None:
    veil = "style='visibility: hidden; opacity: 0; '"
    found = lines(f"<h1>{TITLE}</h1><div id='js_content' {veil}>{PROSE}</div>")
    assert any("行政" in line for line in found[1:])
    beside = f"<div {veil}><p>上年收到行政复议申请9999件。</p></div>"
    assert "9999" not in "".join(lines(f"<h1>{TITLE}</h1><div id='js_content'>{PROSE}</div>{beside}"))
    gone = "style='display:none; visibility: hidden'"
    assert "9999" not in "".join(
        lines(f"<h1>{TITLE}</h1><p>{PROSE[:40]}</p><div {gone}>{PROSE}上年9999件。</div>")
    )


def test_a_title_that_stands_in_the_body_is_not_told_again_with_the_name_of_the_site() -> None:
    head = f"<title>云湖区人民政府 法治政府建设年度报告 {TITLE}</title>"
    sections = (
        f"<div><p>2024年，云湖区坚持依法行政。</p></div><div>{PROSE}</div><div><p>二、不足</p>{PROSE}</div>"
    )
    assert lines(f"<div><h1>{TITLE}</h1>{sections}</div>", head)[0] == TITLE
