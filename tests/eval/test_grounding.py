import pytest

from eval.grounding import ungrounded
from eval.replies import parse_reply

FIRST = "全市行政复议发案量587件,占百分之九十五,涉及一千三百余人,其中涉企23万余件。"
SECOND = "全区收到571件,于2024年12月31日办结。"


def bare(answer: str, turns: tuple[str, ...] = ("多少件?",), **more: object) -> list[str]:
    citations = [
        {"marker": 1, "place": "鹤山市", "sentence": FIRST},
        {"marker": 2, "place": "台山市", "sentence": SECOND},
    ]
    line = {"id": "q", "answer": answer, "abstained": False, "citations": citations, **more}
    return [answer[f.start : f.end] for f in ungrounded(parse_reply(line, "here"), turns)[0]]


@pytest.mark.parametrize(
    "answer",
    [
        "鹤山市2024年587件。[1]",
        "共587件[1],另有571件[2]。",
        "587件与571件。[1][2]",
        "占95%[1]",
        "1300余人[1]",
        "23万余件[1]",
        "230000件[1]",
        "[1]全市587件",
        "| 地区 | 件数 |\n|---|---|\n| 鹤山市 | 587件[1] |\n| 台山市 | 571件[2] |",
        "| 地区 | 件数 | 引用 |\n| 鹤山市 | 587 | [1] |",
        "1. 587件[1]\n2. 571件[2]",
        "| 排名 | 地区 |\n|---|---|\n| 1 | 鹤山市[1] |\n| 2 | 台山市[2] |",
        "2个区披露了",
        "共2份报告",
        "2024年12月31日办结[2]",
        "2024-12-31[2]",
        "五百八十七件[1]",
    ],
)
def test_grounded(answer: str) -> None:
    assert bare(answer) == []


@pytest.mark.parametrize(
    ("answer", "figure"),
    [
        ("共578件。[1]", "578"),
        ("共571件。[1]", "571"),
        ("共587件[2],另有587件[1]。", "587"),
        ("共587件。", "587"),
        ("587件\n[1]", "587"),
        ("共58件[1]", "58"),
        ("共87件[1]", "87"),
        ("9个区披露了[1]", "9"),
        ("| 地区 | 件数 |\n| 鹤山市 | 571[1] |\n| 台山市 | 571[2] |", "571"),
        ("| 地区 | 件数 |\n| 鹤山市[1] | 9 |", "9"),
        ("11月31日办结[2]", "11"),
    ],
)
def test_ungrounded(answer: str, figure: str) -> None:
    assert bare(answer) == [figure]


def test_a_difference_needs_its_terms() -> None:
    answer = "587件[1],571件[2],相差16件。"
    values = [{"value": "587", "unit": "件", "citation": 1}, {"value": "571", "unit": "件", "citation": 2}]
    assert bare(answer, values=values) == []
    assert bare(answer) == ["16"]
    assert bare("587件[1],571件[2],合计1158件。", values=values) == []


def test_the_question_may_be_echoed() -> None:
    assert bare("12345热线587件[1]", ("12345热线多少件?",)) == []


def test_a_refusal_may_count_reports_but_not_quote_wrongly() -> None:
    assert bare("库中有7份报告。", abstained=True) == []
    assert bare("最接近的是:发案量578件[1]", abstained=True) == ["578"]


def test_counts_what_was_judged() -> None:
    line = {"id": "q", "answer": "2024年587件,571件", "abstained": False}
    found, judged = ungrounded(parse_reply(line, "here"), ("?",))
    assert (len(found), judged) == (2, 2)


def test_a_date_in_chinese_numerals_grounds_the_date_shown() -> None:
    from eval.grounding import _arabic_dates

    assert _arabic_dates("某县人民政府 二〇二五年一月二十日") == "某县人民政府 2025年1月20日"
    assert _arabic_dates("二〇二四年十二月三十一日") == "2024年12月31日"
