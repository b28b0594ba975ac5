"""Tables that an old program drew with characters: bars part cells, rules are no sentences."""

from __future__ import annotations

from qa.ledger.cells import cells_in
from qa.reading import read_text
from qa.text import fold

TABLE = """彭泽县2024年法治政府建设情况报告
2024年，彭泽县扎实推进依法行政。现报告如下：
一、主要做法
全县办理行政处罚案件948件。各部门情况如下：
┌──────┬────────┬────────┐
│部门　　　│立案数（件）　│结案数（件）　│
├──────┼────────┼────────┤
│市场监管局│412　　　　　 │398　　　　　 │
├──────┼────────┼────────┤
│交通运输局│536　　　　　 │529　　　　　 │
└──────┴────────┴────────┘
二、存在问题
执法力量不足。
"""


def test_rows_are_sentences_and_rules_are_none() -> None:
    texts = [sentence.text for sentence in read_text(TABLE, "a.txt").sentences]
    assert [text for text in texts if "│" in text] == [
        line.strip() for line in TABLE.splitlines() if line.startswith("│")
    ]
    assert not any("─" in text for text in texts)


def test_cells_lie_between_drawn_bars_as_between_typed_ones() -> None:
    row = "│交通运输局│536　　　　　 │529　　　　　 │"
    assert [row[start:end] for start, end in cells_in(row)] == ["交通运输局", "536", "529"]
    assert cells_in(row) == cells_in(row.replace("│", "|"))


def test_folding_keeps_the_length_of_drawings_and_of_radicals() -> None:
    drawn = "┌─┬┐│\u2f8f政\u2f00"
    assert fold(drawn) == "|-|||行政一" and len(fold(drawn)) == len(drawn)
