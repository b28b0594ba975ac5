"""Blocks: titles, furniture, signatures and body, also where they share a line."""

import pytest

from qa.reading.layout import Role, blocks_of
from qa.reading.lines import logical_lines
from qa.text import fold


def roles(text: str) -> list[tuple[str, str]]:
    blocks = blocks_of(fold(text), logical_lines(text))
    return [(block.role.value, text[block.start : block.end]) for block in blocks]


BODY = "2023年，某县坚持依法行政，成效明显。"


@pytest.mark.parametrize(
    "title",
    [
        "关于某县2023年法治政府建设工作情况的报告",
        "某县2023年法治政府建设年度报告（公开版）",
        "某县 2023 年依法行政工作总结",
        "# 某县2023年法治政府建设情况",
    ],
)
def test_a_title_line(title: str) -> None:
    assert roles(f"首页\n{title}\n{BODY}")[1] == ("title", title)


def test_a_title_over_two_lines() -> None:
    got = roles(f"某县人民政府\n关于2023年法治政府建设情况的报告\n{BODY}")
    assert [role for role, _ in got] == ["title", "title", "body"]


def test_a_title_broken_in_its_middle() -> None:
    got = roles(f"关于某县2023年度法治政府建设\n工作情况的报告\n（2024年2月10日）\n{BODY}")
    assert [role for role, _ in got] == ["title", "title", "furniture", "body"]


def test_the_site_name_above_is_no_part_of_the_title() -> None:
    got = roles(f"某县政务网\n某县2023年法治政府建设年度报告\n{BODY}")
    assert [role for role, _ in got] == ["furniture", "title", "body"]


def test_a_column_name_above_is_not_the_title() -> None:
    got = roles(f"法治政府建设年度报告\n某县2023年法治政府建设年度报告\n{BODY}")
    assert got[1] == ("title", "某县2023年法治政府建设年度报告")


def test_a_salutation_is_furniture() -> None:
    assert roles(f"县人大常委会：\n{BODY}")[0] == ("furniture", "县人大常委会：")


def test_a_report_in_one_line() -> None:
    head = "索引号：01/2024 发布日期：2024-02-20 某县2023年法治政府建设工作报告"
    text = f"{head} {BODY} 某县人民政府 2024年2月18日 【打印】"
    got = roles(text)
    assert [role for role, _ in got] == ["furniture", "title", "body", "signature", "furniture"]
    assert got[2][1] == BODY


def test_the_footer_of_a_report_in_one_line() -> None:
    foot = "【打印本页】【关闭】 扫一扫在手机打开 上一篇:邻县2022年报告(收案9件) 某ICP备1号"
    text = f"某县2023年法治政府建设工作报告 {BODY} 某县人民政府 2024年2月18日 {foot}"
    got = roles(text)
    assert [role for role, _ in got] == ["title", "body", "signature", "furniture"]
    assert got[1][1] == BODY
    assert got[3][1] == foot
    assert roles(f"{BODY} 【打印本页】") == [("body", BODY), ("furniture", "【打印本页】")]


def test_titles_of_other_pages_below_a_link_are_no_body() -> None:
    got = roles(
        f"{BODY}\n某县人民政府\n2024年1月3日\n相關新聞:鄰縣報告\n某縣2022年旅遊通報(受理9件)\n主辦:某縣"
    )
    assert [role for role, _ in got] == ["body", *["signature"] * 2, *["furniture"] * 3]


def test_the_bar_that_ends_a_line_is_cut_and_table_bars_are_kept() -> None:
    got = roles(f"{BODY} |\n一、情况\n| 件数 | 12 |\n以上。")
    assert got[0] == ("body", BODY)
    assert got[2] == ("body", "| 件数 | 12 |")


def test_signature_and_footer_below() -> None:
    got = roles(f"{BODY}\n某县人民政府\n2024年1月3日\n政策解读\n【打印本页】")
    assert [role for role, _ in got] == ["body", "signature", "signature", "furniture", "furniture"]


def test_last_items_without_end_marks_stay_in_the_body() -> None:
    got = roles(f"{BODY}\n下一步打算\n深化执法改革\n加强普法宣传")
    assert [role for role, _ in got] == ["body"] * 4


def test_a_signature_before_an_annex() -> None:
    got = roles(f"{BODY}\n某县人民政府\n2024年1月3日\n| 指标 | 2023年 |\n| 复议 | 12件 |")
    assert [role for role, _ in got] == ["body", "signature", "signature", "body", "body"]


def test_no_body_at_all() -> None:
    assert {role for role, _ in roles("某县2023年法治政府建设报告\n索引号 123")} == {"title", "furniture"}
    assert Role.BODY.value == "body"
