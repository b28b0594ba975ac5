"""What is page furniture and what is not; a line for each pattern."""

import pytest

from qa.reading.furniture import DATE_LINE, INLINE_TAIL, ORG_LINE, is_footer, is_meta_row, is_navigation
from qa.text import fold


@pytest.mark.parametrize(
    "line",
    [
        "索引号 002969771/2025-125341",
        "组配分类 政府建设 发布机构 区司法局",
        "主题分类: | 其他 |",
        "发布时间: 2025-03-25 09:21 信息来源: 区司法局",
        "名　　称：关于某县2023年法治政府建设情况的报告",
        "信息索引号\t014203/2024\t发布机构\t管委会",
        "浏览次数：1024",
    ],
)
def test_metadata_rows(line: str) -> None:
    assert is_meta_row(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "来源复杂的矛盾纠纷全部化解",
        "作者权益得到保护。来源: 调研",
        "全年审核合同17件，编辑普法读本2本",
        "2024年，全区坚持依法行政",
    ],
)
def test_body_lines_are_no_metadata(line: str) -> None:
    assert not is_meta_row(fold(line))


@pytest.mark.parametrize(
    "line", ["首页", ">政府信息公开>工作信息", "当前位置：首页 > 公开", "|", "— 3 —", "第 3 页 共 10 页"]
)
def test_navigation(line: str) -> None:
    assert is_navigation(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "【打印本页】 【关闭窗口】",
        "抄送：县委办公室，县人大常委会办公室。",
        "主办单位：某县人民政府",
        "浙ICP备05000000号",
        "（此件公开发布）",
        "上一篇：没有了",
        "某县人民政府办公室 2024年1月30日印发",
        "打印 关闭",
    ],
)
def test_footers(line: str) -> None:
    assert is_footer(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "承办全省现场会3次。",
        "通过“法治某县”微信公众号发布信息325条。",
        "联系企业120家。",
        "编辑普法读本2本。",
        "推广扫码调解",
    ],
)
def test_body_lines_are_no_footers(line: str) -> None:
    assert not is_footer(fold(line))


@pytest.mark.parametrize(
    "line", ["2025年3月3日", "（2025年2月27日）", "二〇二五年三月三日", "2025-03-28 10:20", "2025年3月"]
)
def test_date_lines(line: str) -> None:
    assert DATE_LINE.match(fold(line))


@pytest.mark.parametrize(
    "line", ["某某市某某区人民政府", "中共某县委员会 某县人民政府", "某县司法局 2024年1月5日", "某区管委会"]
)
def test_office_lines(line: str) -> None:
    assert ORG_LINE.match(fold(line))


def test_sentences_are_no_office_lines() -> None:
    assert not ORG_LINE.match(fold("全面加强对区政府的监督。"))


def test_signature_at_the_end_of_a_line() -> None:
    found = INLINE_TAIL.search("保护企业权益。 某某高新区党工委 2025年3月28日 |")
    assert found and found["signature"].strip() == "某某高新区党工委 2025年3月28日"


def test_the_foot_of_a_page_that_a_browser_printed() -> None:
    assert is_footer("https://www.yunhu.gov.cn/art/2025/2/12/art_59.html 1/1")
    assert not is_footer("登录https://www.yunhu.gov.cn办理3件")
