"""Tables -> sentences: each figure behind its header, in front of its unit, led in by its row and its table."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.blocks import Paragraph, text_of
from qa.formats.tables import Grid, is_caption, lines_of
from qa.formats.units import closed_figure, is_blank, is_figure, is_year, split_unit, value_words
from qa.ledger.mention import Mention
from qa.ledger.observe import observe_sentence
from qa.types import SectionKind, Sentence


def grid(*rows: str, headers: int | None = None, caption: str = "", unit: str = "") -> Grid:
    return Grid(tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows), headers, caption, unit)


MEDIATION = (
    "镇街|受理案件(件)|调解成功（件）|成功率(%)",
    "城东镇|12|10|83.3",
    "城西街道|1,030|—|97",
    "合计|1,042|10|",
)


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            grid(*MEDIATION, caption="表1 各镇街人民调解情况"),
            [
                "各镇街人民调解情况:城东镇:受理案件12件;调解成功10件;成功率83.3%。",
                "各镇街人民调解情况:城西街道:受理案件1,030件;成功率97%。",
                "各镇街人民调解情况:合计:受理案件1,042件;调解成功10件。",
            ],
        ),
        # units in a column of their own; years as headers; a serial number; a change that fell
        (
            grid(
                "序号|指标|单位|2023年|2024年|同比增长(%)",
                "1|行政复议案件|件|100|120|20",
                "2|罚没金额|万元|3.5|2.1|-40",
            ),
            [
                "行政复议案件:2023年为100件;2024年为120件;同比增长20%。",
                "罚没金额:2023年为3.5万元;2024年为2.1万元;同比增长-40%。",
            ],
        ),
        # a header of two rows with spanning cells; the unit of the whole table is not that of shares
        (
            grid(
                "地区|行政复议|行政复议|败诉率",
                "地区|受理|审结|败诉率",
                "甲县|12|11|3.5%",
                "乙县|1.2万|9|4%",
                unit="件",
            ),
            [
                "甲县:行政复议受理12件;行政复议审结11件;败诉率3.5%。",
                "乙县:行政复议受理1.2万件;行政复议审结9件;败诉率4%。",
            ],
        ),
        # rows under group labels
        (
            grid("片区|镇街|受理(件)", "北片|甲镇|3", "北片|乙镇|4", "南片|丙镇|5"),
            ["北片:甲镇:受理3件。", "北片:乙镇:受理4件。", "南片:丙镇:受理5件。"],
        ),
        # names and values
        (grid("索引号|0029/2025|文号|某政发〔2025〕3号"), ["索引号:0029/2025", "文号:某政发〔2025〕3号"]),
        (
            grid("发布机构：|某区司法局", "发布日期：|2025-03-01"),
            ["发布机构:某区司法局", "发布日期:2025-03-01"],
        ),
        (grid("立案|120件", "办结|118件"), ["立案120件。", "办结118件。"]),
        (grid("指标|数值", "立案|120件", "办结|118件"), ["立案120件。", "办结118件。"]),
        # a unit beside the row's label
        (
            grid("指标|甲县|乙县", "受理案件(件)|12|13", "罚没款（万元）|1.5|2"),
            ["受理案件:甲县12件;乙县13件。", "罚没款:甲县1.5万元;乙县2万元。"],
        ),
        # bare years and bare numbers
        (
            grid("年份|受理|审结", "2023|12|10", "2024|15|14", unit="件"),
            ["2023年:受理12件;审结10件。", "2024年:受理15件;审结14件。"],
        ),
        (grid("单位名称|得分", "甲局|96.5", "乙局|95"), ["甲局:得分为96.5。", "乙局:得分为95。"]),
        # words
        (
            grid(
                "重点任务|完成情况|责任单位", "执法改革|已完成。全年检查3次。|司法局", "普法|讲座12场|宣传部"
            ),
            [
                "执法改革:完成情况:已完成。全年检查3次;责任单位:司法局。",
                "普法:完成情况:讲座12场;责任单位:宣传部。",
            ],
        ),
        # a note over the whole width, a repeated header
        (
            grid(
                "镇街|受理(件)|审结(件)",
                "甲镇|3|2",
                "镇街|受理(件)|审结(件)",
                "乙镇|4|4",
                "注：截至12月底|注：截至12月底|注：截至12月底",
            ),
            ["甲镇:受理3件;审结2件。", "乙镇:受理4件;审结4件。", "注：截至12月底"],
        ),
        (grid("只有一格"), ["只有一格"]),
        (grid("|", "|"), []),
    ],
)
def test_a_table_as_lines(table: Grid, lines: list[str]) -> None:
    assert lines_of(table) == lines


def mentions(line: str) -> dict[str, Mention]:
    sentence = Sentence(0, 0, len(line), line, 0, (), SectionKind.RESULT)
    return {m.quantity.value + m.quantity.unit: m for m in observe_sentence(sentence)}


def test_the_figure_reader_gives_each_figure_to_its_header_row_and_unit() -> None:
    found = mentions(lines_of(grid(*MEDIATION, caption="各镇街人民调解情况"))[0])
    assert list(found) == ["12件", "10件", "83.3%"]
    own = {key: mention.zones[0][1] for key, mention in found.items()}
    assert own == {"12件": "受理案件|", "10件": "调解成功|", "83.3%": "成功率|"}
    for mention in found.values():
        assert {"城东镇:", "各镇街人民调解情况:"} <= {
            words for weight, words in mention.zones if weight >= 0.8
        }


def test_a_fall_in_a_table_keeps_its_sign() -> None:
    found = mentions("罚没金额:2023年为3.5万元;2024年为2.1万元;同比增长-40%。")
    assert list(found) == ["3.5万元", "2.1万元", "-40%"]
    assert found["-40%"].change == "rise"


@pytest.mark.parametrize(
    ("above", "text"),
    [
        (["表2 各镇情况统计表", "单位：件"], "各镇情况统计表:甲镇:受理3件;审结2件。\n"),
        (["（单位：件）"], "甲镇:受理3件;审结2件。\n"),
        (["各镇情况（单位：件）"], "各镇情况:甲镇:受理3件;审结2件。\n"),
        (["一、各镇情况（单位：件）"], "一、各镇情况（单位：件）\n甲镇:受理为3;审结为2。\n"),
        (["详见下表：", "单位:件"], "详见下表：\n甲镇:受理3件;审结2件。\n"),
        (["（三）行政执法情况统计"], "（三）行政执法情况统计\n甲镇:受理为3;审结为2。\n"),
        (["单位：万元、件"], "甲镇:受理3件;审结2件。\n"),
        (["单位：万元、元"], "单位：万元、元\n甲镇:受理为3;审结为2。\n"),
    ],
)
def test_name_and_unit_above_a_table_go_into_its_rows(above: list[str], text: str) -> None:
    table = grid("镇街|受理|审结", "甲镇|3|2")
    assert text_of([*map(Paragraph, above), table]) == text


@pytest.mark.parametrize(
    "caption", ["附件：各镇街调解统计表", "附件2：各镇街调解统计表", "附件 各镇街调解统计表"]
)
def test_an_annex_names_its_rows_without_its_number(caption: str) -> None:
    # "附件：…" would be taken for a link to a file, and the row left out
    assert lines_of(grid(*MEDIATION, caption=caption))[0].startswith("各镇街调解统计表:城东镇:受理案件12件")


def test_a_heading_is_no_caption() -> None:
    table = grid("镇街|受理(件)|审结(件)", "甲镇|3|2")
    assert text_of([Paragraph("执法数据统计表", heading=True), table]).startswith("执法数据统计表\n甲镇:")


@pytest.mark.parametrize(
    ("line", "told"), [("表1 各镇情况", True), ("行政执法数据一览表（2024年）", True), ("附表3：人员", True)]
)
def test_captions(line: str, told: bool) -> None:
    assert is_caption(line) is told


@pytest.mark.parametrize(
    "line", ["一、数据统计", "下表是数据。", "见下表：", "表彰先进集体3个", "全年办理案件统计" * 9]
)
def test_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_a_frame_around_text_gives_its_text() -> None:
    words = "全年办理案件。" * 30
    assert lines_of(grid(f"专栏|{words}")) == ["专栏", words]


@pytest.mark.parametrize(
    "cell", ["12", "1,476件", "99.2%", "-3.1", "约30余次", "１２", "13.68亿元", "3.97:1", "10%以下"]
)
def test_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize("cell", ["2023年", "2024-03-01", "甲镇", "第3名", "12件；13件", "", "—", "2024年度"])
def test_no_figures(cell: str) -> None:
    assert not is_figure(cell)


def test_years_blanks_and_units() -> None:
    assert all(map(is_year, ["2023", "2023年", "2024年度"])) and not any(map(is_year, ["1200", "12"]))
    assert all(map(is_blank, ["", "—", "/", "--"])) and not any(map(is_blank, ["0", "无"]))
    assert [split_unit(h) for h in ("受理(件)", "金额（万元）", "办结率(％)", "罚没/万元", "受理(起诉)")] == [
        ("受理", "件"),
        ("金额", "万元"),
        ("办结率", "%"),
        ("罚没", "万元"),
        ("受理(起诉)", ""),
    ]
    assert value_words("2024年", "5", "件") == "2024年为5件"
    assert value_words("数量", "5", "件") == "5件"


CELLS = st.sampled_from(
    [
        "",
        "—",
        "12",
        "1,030件",
        "甲镇",
        "受理(件)",
        "2024年",
        "同比增长(%)",
        "-3.5",
        "单位",
        "序号",
        "全年。",
        "注：",
        "a|b",
    ]
)


def figures(words: str) -> list[str]:
    return re.findall(r"\d[\d,.]*", words)


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6)
    )
)
def test_no_figure_is_made_up(rows: list[list[str]]) -> None:
    lines = lines_of(Grid(tuple(map(tuple, rows))))
    assert all(line and "\n" not in line for line in lines)
    assert set(figures("\n".join(lines))) <= {
        figure for row in rows for cell in row for figure in figures(cell)
    }


@given(st.lists(st.lists(st.integers(0, 10**6), min_size=3, max_size=3, unique=True), min_size=1, max_size=9))
def test_no_figure_is_lost(values: list[list[int]]) -> None:
    rows = [
        ["镇街", "受理(件)", "审结(件)", "得分"],
        *([f"{i}镇", *map(str, row)] for i, row in enumerate(values)),
    ]
    lines = lines_of(Grid(tuple(map(tuple, rows))))
    assert [figures(line)[-3:] for line in lines] == [list(map(str, row)) for row in values]


def test_thousands_that_a_cell_sets_with_blanks_are_figures() -> None:
    table = Grid(
        (("镇街", "受理（件）", "金额（万元）"), ("城东镇", "1\u00a0482", "2 306.5"), ("城西镇", "865", "97"))
    )
    assert text_of([table]).splitlines() == [
        "城东镇:受理1482件;金额2306.5万元。",
        "城西镇:受理865件;金额97万元。",
    ]


@pytest.mark.parametrize("cell", ["2024 365", "3 120人 45", "0571 8888", "1 48"])
def test_other_blanks_in_cells_stay(cell: str) -> None:
    assert closed_figure(cell) == cell


@pytest.mark.parametrize("headers", [None, 2, 3])
def test_rows_over_the_whole_width_at_the_top_are_name_unit_and_notes(headers: int | None) -> None:
    name = "重点部门2024年执法数据统计表"
    rows = [
        [name] * 4,
        ["单位：件、万元"] * 4,
        ["部门", "检查次数", "处罚", "罚没金额"],
        ["公安局", "1205", "842", "88.4"],
    ]
    assert lines_of(Grid(tuple(map(tuple, rows)), headers)) == [
        f"{name}:公安局:检查次数1205次;处罚842件;罚没金额88.4万元。"
    ]
    noted = (("口径：含“双随机”抽查。",) * 2, ("部门", "检查（次）"), ("公安局", "1205"))
    assert lines_of(Grid(noted)) == ["口径：含“双随机”抽查。", "公安局:检查1205次。"]
