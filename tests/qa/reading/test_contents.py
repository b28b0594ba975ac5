"""What stands above a report: a cover with contents, a notice that encloses it, the head of a Markdown file."""

from __future__ import annotations

import pytest

from qa.reading import read_text
from qa.types import SectionKind

BODY = """2024年，资兴市扎实推进法治政府建设。现将情况报告如下：
一、主要工作和成效
（一）规范行政执法。全年办理行政处罚案件1582件。
二、存在的问题
执法力量薄弱。
资兴市人民政府
2025年2月26日
"""
TITLE = "资兴市2024年法治政府建设情况报告"


@pytest.mark.parametrize(
    ("name", "dots"), [("目  录", "……"), ("目录", " "), ("目 次", "\t"), ("目　录", ".........")]
)
def test_contents_are_no_body_and_hide_no_title(name: str, dots: str) -> None:
    contents = "\n".join(
        f"{heading}{dots}{page}"
        for page, heading in enumerate(["一、主要工作和成效", "（一）规范行政执法", "二、存在的问题"], 1)
    )
    report = read_text(f"资兴市法治政府建设\n{name}\n{contents}\n{TITLE}\n{BODY}", "a.txt")
    assert report.meta.title == TITLE
    assert report.sentences[0].text.startswith("2024年，资兴市扎实推进")
    assert "1582件" in report.sentences[2].text
    assert not any(name in s.text or "规范行政执法" in s.text for s in report.sentences)


def test_a_list_that_ends_in_figures_is_no_contents() -> None:
    report = read_text(f"{TITLE}\n{BODY}附件\n公安 46\n市场监管 23\n", "a.txt")
    assert any("1582件" in s.text for s in report.sentences)
    assert any("市场监管 23" in report.text[p.start : p.end] for p in report.passages)


@pytest.mark.parametrize("verb", ["印发", "报送", "公布"])
def test_the_title_of_an_enclosed_report_is_that_which_the_notice_prints(verb: str) -> None:
    title = "资兴市农业农村局2024年法治政府建设工作总结"
    notice = f"资农〔2025〕6号\n关于{verb}《{title}》的通知\n局属各单位：\n现将总结印发给你们，请抓好落实。\n"
    report = read_text(notice + BODY.replace("资兴市扎实", "我局扎实"), "a.txt")
    assert (report.meta.title, report.meta.title_printed) == (title, True)
    assert (report.meta.place, report.meta.year) == ("资兴市农业农村局", 2024)


@pytest.mark.parametrize("head", [f"title: {TITLE}", f"# {TITLE}"])
def test_the_name_of_the_field_is_no_part_of_the_title(head: str) -> None:
    assert read_text(f"---\n{head}\n---\n\n{BODY}", "a.md").meta.title == TITLE


def test_a_signature_and_a_month_in_old_words_are_read() -> None:
    signed = BODY.replace("资兴市人民政府\n2025年2月26日", "资 兴 市 人 民 政 府\n2025年元月26日")
    meta = read_text(f"{TITLE}\n{signed}", "a.txt").meta
    assert (meta.issuer, meta.date) == ("资兴市人民政府", "2025-01-26")


def test_emphasis_parts_no_item_from_its_figure() -> None:
    items = "1. 法律援助案件 `437` 件，挽回损失 1,208.5 万元；\n2. 公证 **77** 件；\n"
    report = read_text(f"{TITLE}\n{BODY.replace('二、', items + '二、')}", "a.md")
    texts = [sentence.text for sentence in report.sentences]
    assert "1. 法律援助案件 `437` 件，挽回损失 1,208.5 万元；" in texts and "2. 公证 **77** 件；" in texts


def test_what_stands_below_the_signature_is_no_part_of_the_plans() -> None:
    report = read_text(
        f"{TITLE}\n{BODY.replace('存在的问题', '下一步打算')}数说2024：培训执法人员1360人次。\n", "a.txt"
    )
    last = report.sentences[-1]
    assert last.text.endswith("培训执法人员1360人次。") and "下一步打算" not in "".join(last.heading)
    assert last.section is not SectionKind.PLAN
    dated = f"{TITLE}\n{BODY.split('资兴市人民政府')[0]}2025年2月26日\n另有培训1360人次，另行统计。\n"
    assert read_text(dated, "a.txt").sentences[-1].heading == ("二、存在的问题",)
