"""The outline: what is a heading, where it ends, and what lies under it."""

import pytest

from qa.reading import read_text
from qa.reading.structure import take_apart
from qa.types import SectionKind


def pieces(text: str) -> list[tuple[tuple[str, ...], bool, str]]:
    layout = take_apart(text)
    return [(piece.path, piece.is_heading, text[piece.start : piece.end]) for piece in layout.pieces]


def headings(text: str) -> list[tuple[str, ...]]:
    return [path for path, is_heading, _ in pieces(text) if is_heading]


def test_three_levels() -> None:
    text = "第一部分 回顾\n一、做法\n(一)统筹\n学法4次。\n(二)执法\n办案3件。\n"
    text += "二、不足\n人少。\n第二部分 打算\n继续。"
    assert headings(text) == [
        ("第一部分 回顾",),
        ("第一部分 回顾", "一、做法"),
        ("第一部分 回顾", "一、做法", "(一)统筹"),
        ("第一部分 回顾", "一、做法", "(二)执法"),
        ("第一部分 回顾", "二、不足"),
        ("第二部分 打算",),
    ]


def test_a_run_in_heading_ends_at_its_full_stop() -> None:
    got = pieces("一、做法\n(一)坚持统筹,压实责任。全年学法5次。\n")
    assert got[1] == (("一、做法", "(一)坚持统筹,压实责任"), True, "(一)坚持统筹,压实责任。")
    assert got[2][2] == "全年学法5次。"


def test_a_heading_in_one_line_ends_at_a_blank_before_its_text() -> None:
    got = pieces(
        "概况良好。 一、2025年工作安排 2025年,全区将持续推进各项工作,力争完成目标任务并且取得新的更大的成效和"
        "更好的成绩。 二、保障 抓好落实。"
    )
    assert [words for _, is_heading, words in got if is_heading] == ["一、2025年工作安排", "二、保障"]


def test_a_colon_ends_a_short_heading() -> None:
    got = pieces("一、做法\n1.组织领导：县委高度重视，专题研究部署法治工作。\n2.执法规范：严格执法。")
    assert (("一、做法", "1.组织领导"), True, "1.组织领导：") in got


def test_a_sentence_with_a_figure_is_never_a_heading() -> None:
    got = pieces("一、做法\n1.全年收到行政复议申请341件。同比增长62%。\n2.败诉8件。都已整改。")
    assert [words for _, is_heading, words in got if is_heading] == ["一、做法"]


def test_a_heading_without_text_is_an_item_of_the_body() -> None:
    got = pieces("一、问题\n(一)力量薄弱。\n(二)意识不强。\n二、打算\n加强培训。")
    assert [words for _, is_heading, words in got if is_heading] == ["一、问题", "二、打算"]
    assert (("一、问题",), False, "(一)力量薄弱。") in got


def test_a_long_heading_is_a_paragraph() -> None:
    long = (
        "一、" + "坚持以法治思想为指导,全面推进依法行政,不断健全工作机制,持续优化营商环境," * 3 + "成效明显。"
    )
    assert headings(long + "\n办案3件。") == []


def test_lost_line_breaks_before_a_known_heading() -> None:
    text = (
        "2023年,报告如下：一、主要做法(一)统筹。学法5次。二、存在问题执法力量不足。三、下一步打算继续努力。"
    )
    assert headings(text) == [
        ("一、主要做法",),
        ("一、主要做法", "(一)统筹"),
        ("二、存在问题",),
        ("三、下一步打算",),
    ]


def test_headings_without_numbers() -> None:
    text = "主要做法\n加强领导\n县政府常务会议研究法治工作12次，听取汇报3次。\n存在的问题\n人手不足。"
    assert headings(text) == [("主要做法",), ("主要做法", "加强领导"), ("存在的问题",)]


def test_markdown_headings() -> None:
    assert headings("## 做法\n### 领导\n研究4次。\n## 问题\n人少。") == [
        ("做法",),
        ("做法", "领导"),
        ("问题",),
    ]


def test_a_wrapped_heading_is_printed_on_one_line() -> None:
    line = "全年办理行政复议案件三百余件并且全部按期办结没有一件超期的情形发"
    text = (
        "一、做法\n(一)坚持党的领导,健全法治政府建设推进机制,不断压实各级工作责\n任。"
        + "\n".join([line] * 8)
        + "。"
    )
    assert headings(text)[-1] == (
        "一、做法",
        "(一)坚持党的领导,健全法治政府建设推进机制,不断压实各级工作责任",
    )


@pytest.mark.parametrize("inline", ["(1)出台文件;(2)聘请顾问。", "①出台文件;②聘请顾问。"])
def test_items_inside_a_sentence_are_no_headings(inline: str) -> None:
    assert headings(f"一、做法\n建立制度:{inline}") == [("一、做法",)]


def test_a_number_out_of_sequence_is_no_heading() -> None:
    assert headings("一、做法\n落实要求。 七、八月开展督察。 二、不足 人少。") == [
        ("一、做法",),
        ("二、不足",),
    ]


def test_an_annex_belongs_to_no_section_before_it() -> None:
    report = read_text(
        "安远县2024年法治政府建设工作报告\n\n2024年，安远县推进法治政府建设，现报告如下：\n\n一、工作成效\n\n全县办案2115件。\n\n"
        "二、下一步工作\n\n力争网上办理率达到80%。\n\n附件1\n\n欣山镇立案34件，结案33件。\n\n附件2\n\n车头镇调解纠纷128件。\n",
        "a.txt",
    )
    kinds = {sentence.text: sentence.section for sentence in report.sentences}
    assert kinds["力争网上办理率达到80%。"] is SectionKind.PLAN
    assert kinds["欣山镇立案34件，结案33件。"] is not SectionKind.PLAN
    assert kinds["车头镇调解纠纷128件。"] is not SectionKind.PLAN
