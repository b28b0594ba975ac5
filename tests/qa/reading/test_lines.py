"""Logical lines: hard wraps are joined, paragraphs are not."""

import re

from hypothesis import given
from hypothesis import strategies as st

from qa.quantity import find_quantities
from qa.reading import read_text
from qa.reading.lines import logical_lines


def texts(text: str) -> list[str]:
    return [text[line.start : line.end] for line in logical_lines(text)]


WRAPPED = """    2023年,全区以习近平新时代中国特色社会主义思想为指导,深入贯
彻落实党的二十大精神,全面推进法治政府建设,取得了新的成效,现
将有关情况报告如下:
    一、主要做法和成效
    区委全面依法治区委员会召开会议3次,审议文件11件。全年开展法
治督察4次,发现问题62个,整改到位62个,整改率100%,较上年提高
4.35个百分点。
"""


def test_hard_wrapped_paragraphs_are_joined() -> None:
    lines = texts(WRAPPED)
    assert len(lines) == 3
    assert lines[0].startswith("2023年") and lines[0].endswith("如下:")
    assert lines[1] == "一、主要做法和成效"
    assert lines[2].endswith("4.35个百分点。")


def test_a_marker_opens_a_paragraph_even_after_a_full_line() -> None:
    line = "全年办理行政复议案件三百余件并且全部按期办结没有一件超期的情形发"
    text = "\n".join([line] * 7 + ["(二)规范执法。办案12件。"])
    assert texts(text)[-1] == "(二)规范执法。办案12件。"


def test_paragraphs_of_a_line_each_are_not_joined() -> None:
    text = "\n".join(["加强组织领导。", "全年学法4次,办理案件32件,同比增长5%。", "规范执法"] * 4)
    assert len(texts(text)) == 12


def test_table_rows_are_never_joined() -> None:
    row = "| 行政复议案件收到申请数量 | 二百一十二件 | 二百三十五件 | 同比增长 |"
    assert len(texts("\n".join([row] * 8))) == 8


FULL = "全年办理行政复议案件三百余件并且全部按期办结没有一件超期的情形"  # 31 characters, 62 columns


def test_a_line_that_a_figure_left_short_is_joined() -> None:
    short = "区人民政府办公室全年收到群众来信来访和投诉举报合计"  # 50 columns: 12,864 had no room
    assert len(texts("\n".join([*[FULL] * 6, short, "12,864件,全部办结。"]))) == 1
    assert texts("\n".join([*[FULL] * 6, short, "按期办结。"]))[-1] == "按期办结。"
    assert texts("\n".join([*[FULL] * 6, short[:-3], "12,864件,全部办结。"]))[-1] == "12,864件,全部办结。"


def test_a_wrap_by_characters_joins_lines_with_many_digits() -> None:
    digits = "2024年,全区办理行政处罚案件1476件,其中首违不罚"  # 28 characters, but 42 columns
    filled = digits + "230"
    assert len(filled) == len(FULL) and len(texts("\n".join([*[FULL] * 6, filled, "件。"]))) == 1
    assert texts("\n".join([*[FULL] * 6, digits, "案件。"]))[-1] == "案件。"


def test_a_short_text_is_never_joined() -> None:
    assert len(texts("\n".join([FULL] * 5))) == 5


@given(st.text(alphabet="法治。,\n\r 　|一(12年", max_size=200))
def test_lines_hold_every_character_but_blanks(text: str) -> None:
    lines = logical_lines(text)
    assert "".join("".join(text[a:b].split()) for a, b in lines) == "".join(text.split())
    assert all(text[a:b].strip() == text[a:b] and a < b for a, b in lines)


def test_a_figure_is_joined_however_ragged_the_line_before_it_is() -> None:
    line = "全年办理行政复议案件三百余件并且全部按期办结没有一件超期的情形发"
    assert texts("\n".join([line] * 7 + ["一审行政应诉案件61件，败诉7件，败诉率1", "1.5%。"]))[-1].endswith(
        "败诉率1\n1.5%。"
    )


def test_a_line_that_begins_with_a_figure_and_a_comma_goes_on() -> None:
    whole = "（四）依法化解行政争议，全年收到行政复议申请\n185件，受理161件。"
    assert texts(f"{whole}\n（五）做实人民调解。")[0] == whole
    assert len(texts("（四）依法化解行政争议，工作情况见下\n1.收到申请185件，受理161件。")) == 2
    assert len(texts("行政复议申请\n185件，受理161件。")) == 2  # too short for a line that was wrapped


def test_a_wall_of_full_lines_is_a_wrap_among_many_headings() -> None:
    line = "    全年办理行政复议案件三百余件并且全部按期办结没有超期的情形发生，"
    paragraphs = [f"    ({n})规范执法\n{line}\n调解{n}件。" for n in "一二三四五六"]
    found = texts("\n".join(paragraphs))
    assert len(found) == 12
    assert found[1].endswith("调解一件。")
    ragged = [f"    ({n})规范执法\n{line[: 20 + 2 * i]}\n调解{n}件。" for i, n in enumerate("一二三四五六")]
    assert len(texts("\n".join(ragged))) == 18


def test_a_numbered_item_after_a_full_line_is_a_paragraph() -> None:
    line = "全年办理行政复议案件三百余件并且全部按期办结没有一件超期的情形发"
    assert texts("\n".join([line] * 7 + ["3.规范执法。"]))[-1] == "3.规范执法。"
    assert texts("\n".join([line] * 7 + ["3.5件。"]))[-1].endswith("\n3.5件。")


def test_a_page_that_is_indented_as_a_whole_is_joined_and_its_paragraphs_are_not() -> None:
    indented = "\n".join(f"    {line}" for line in (WRAPPED * 2).splitlines())
    assert [re.sub(r"\s", "", line) for line in texts(indented)] == [
        re.sub(r"\s", "", line) for line in texts(WRAPPED * 2)
    ]
    assert len(texts(indented)) == 6


def test_a_blank_line_after_each_line_parts_no_paragraphs() -> None:
    spaced = WRAPPED.replace("\n", "\n\n")
    assert [re.sub(r"\s", "", line) for line in texts(spaced)] == [
        re.sub(r"\s", "", line) for line in texts(WRAPPED)
    ]
    # A blank line between paragraphs only still parts them.
    line = "全年办理行政复议案件三百余件并且全部按期办结没有一件超期的情形发"
    assert len(texts("\n".join([line] * 7) + "\n\n生效。")) == 2


def test_the_number_of_a_page_joins_what_it_parts_and_parts_nothing_else() -> None:
    text = (
        "    全系统查办案件3317件，罚没金额4208.6万元，其中涉刑移送57件，接收投诉举报6.05\n— 2 —\n万件。\n"
        "    一、成效\n第 3 页\n    二、不足\n"
    )
    assert texts(text)[1:] == ["一、成效", "第 3 页", "二、不足"]
    assert texts(text)[0].endswith("6.05\n— 2 —\n万件。")
    report = read_text("云湖区2024年法治政府建设工作报告\n\n2024年，云湖区坚持依法行政。\n" + text, "a.txt")
    words = [sentence.text for sentence in report.sentences]
    assert not any(word.startswith(("—", "第 3")) for word in words)
    assert [q.value for q in find_quantities(words[1])] == ["3317", "4208.6", "57", "6.05"]
