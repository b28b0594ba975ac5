import pytest

from eval.dataset import Question, parse_question
from eval.replies import Reply, parse_reply
from eval.scorers import Score, score

PLACES = {"鹤山市": "heshan.txt", "台山市": "taishan.txt", "开平市": "kaiping.txt"}
EVIDENCE = [{"file": "heshan.txt", "quote": "全市收到587件"}]


def ask(answer: dict[str, object], evidence: object = (), turns: object = ("鹤山市多少件?",)) -> Question:
    return parse_question(
        {"id": "q", "type": "number", "turns": turns, "answer": answer, "evidence": evidence}, "here"
    )


def say(answer: str, *cells: tuple[object, ...], **more: object) -> Reply:
    """A reply whose cells (place, value, unit, qualifier) each cite a report of their place."""
    names = ("place", "value", "unit", "qualifier")
    values = [dict(zip(names, c, strict=False)) | {"citation": i} for i, c in enumerate(cells, start=1)]
    citations = [
        {"marker": i, "place": c[0], "file": PLACES[str(c[0])[-3:]], "sentence": f"共{c[1]}"}
        for i, c in enumerate(cells, start=1)
    ]
    line = {"id": "q", "answer": answer, "abstained": False, "values": values, "citations": citations, **more}
    return parse_reply(line, "here")


def judge(gold: dict[str, object], reply: Reply, evidence: object = EVIDENCE) -> Score:
    return score(ask(gold, evidence), reply)


CASES = {"value": "587", "unit": "件"}


@pytest.mark.parametrize(
    ("gold", "answer", "cell"),
    [
        (CASES, "鹤山市2024年收到587件。[1]", ("鹤山市", "587", "件")),
        (CASES, "鹤山市收到587件。[1]", ("江门市鹤山市", "587", "件")),
        ({"value": "230000", "unit": "件"}, "23万件[1]", ("鹤山市", "23", "万件")),
        ({"value": "23", "unit": "万件"}, "230,000件[1]", ("鹤山市", "230000", "件")),
        ({"value": "13.68", "unit": "亿元"}, "136800万元[1]", ("鹤山市", "136800", "万元")),
        ({"value": "12", "unit": "件"}, "十二件[1]", ("鹤山市", "十二", "件")),
        ({"value": "5.54", "unit": "%"}, "5.54%[1]", ("鹤山市", "5.54", "%")),
        ({"value": "95", "unit": "%"}, "百分之九十五[1]", ("鹤山市", "95", "%")),
        ({"value": "3.97", "unit": ":1"}, "3.97:1[1]", ("鹤山市", "3.97", ":1")),
        ({"value": "3", "unit": ""}, "3[1]", ("鹤山市", "3", None)),
        ({"value": "3", "unit": None}, "3[1]", ("鹤山市", "3", "")),
        ({"value": "9", "unit": "人", "aliases_unit": ["名"]}, "9名[1]", ("鹤山市", "9", "名")),
    ],
)
def test_right_numbers(gold: dict[str, object], answer: str, cell: tuple[object, ...]) -> None:
    assert judge(gold, say(answer, cell)) == Score(True)


@pytest.mark.parametrize(
    ("gold", "reply", "why"),
    [
        (CASES, say("鹤山市收到578件[1]", ("鹤山市", "578", "件")), "values 中没有 587件(有:578件)"),
        (CASES, say("鹤山市收到587件"), "values 中没有 587件(有:无)"),
        (CASES, say("587人[1]", ("鹤山市", "587", "人")), "values 中没有"),
        ({"value": "587", "unit": "人"}, say("587人次[1]", ("鹤山市", "587", "人次")), "values 中没有"),
        (CASES, say("收到578件[1]", ("鹤山市", "587", "件")), "答案文字中没有 587件"),
        (CASES, say("收到587件,同比增长3.2%[1]", ("鹤山市", "587", "件")), "多余的数字 3.2%"),
        (CASES, say("收到587件,审结500件[1]", ("鹤山市", "587", "件")), "多余的数字 500件"),
        (CASES, say("台山市收到587件[1]", ("台山市", "587", "件")), "引自 taishan.txt,应为 heshan.txt"),
        (CASES, say("拒答", abstained=True, reason="not_mentioned"), "拒答了能回答的问题(not_mentioned)"),
        (
            {**CASES, "must_not_contain": ["上升"]},
            say("上升到587件[1]", ("鹤山市", "587", "件")),
            "不应有的“上升”",
        ),
    ],
)
def test_wrong_numbers(gold: dict[str, object], reply: Reply, why: str) -> None:
    found = judge(gold, reply)
    assert found.correct is False
    assert why in found.why


def test_a_cell_of_another_place_than_its_citation_is_wrong() -> None:
    reply = say("587件[1]", ("鹤山市", "587", "件"))
    moved = reply.model_copy(update={"values": (reply.values[0].model_copy(update={"place": "台山市"}),)})
    assert "数字归于“台山市”,引用却是“鹤山市”" in judge(CASES, moved).why


def test_a_cell_must_cite_where_there_are_citations() -> None:
    reply = say("587件[1]", ("鹤山市", "587", "件"))
    loose = reply.model_copy(update={"values": (reply.values[0].model_copy(update={"citation": 9}),)})
    assert "没有引用(标记 9)" in judge(CASES, loose).why


def test_no_reply_is_unscored() -> None:
    assert score(ask(CASES), None) == Score(None, "没有答案")


@pytest.mark.parametrize(
    ("answer", "qualifier", "right"),
    [
        ("200余件[1]", "余", True),
        ("超过200件[1]", "超", True),
        ("200件[1]", None, False),
        ("约200件[1]", "约", False),
    ],
)
def test_a_printed_qualifier_must_be_kept(answer: str, qualifier: str | None, right: bool) -> None:
    gold = {"value": "200", "unit": "件", "qualifier": "余"}
    evidence = [{"file": "heshan.txt", "quote": "收到200余件"}]
    assert judge(gold, say(answer, ("鹤山市", "200", "件", qualifier)), evidence).correct is right


def test_a_qualifier_must_not_be_added() -> None:
    reply = say("约587件[1]", ("鹤山市", "587", "件"))
    assert judge(CASES, reply).why == "加了原文没有的限定词"
    assert judge(CASES, reply, [{"file": "heshan.txt", "quote": "约587件"}]).correct is True


def test_facts() -> None:
    gold = {
        "must_contain": [["《鹤山市办法》", "市办法"], ["2024年3月1日", "2024-03-01"]],
        "must_not_contain": ["废止"],
    }
    assert judge(gold, say("制定《鹤山市 办法》[1],2024 年3月1日起施行。")).correct is True
    assert judge(gold, say("制定《鹤山市办法》。")).why == "缺少“2024年3月1日”"
    assert judge(gold, say("鹤山市办法,2024-03-01废止")).why == "出现了不应有的“废止”"
    assert judge(gold, say("", abstained=True)).correct is False


def test_lists_by_recall() -> None:
    gold = {"items": [["甲"], ["乙"], ["丙"], ["丁"], ["戊"]], "min_recall": 0.8}
    assert judge(gold, say("甲、乙、丙、丁")).correct is True
    found = judge(gold, say("甲、乙、丙"))
    assert (found.correct, found.why) == (False, "只答出 60%(要求 80%),缺少“丁”“戊”")


def test_refusals() -> None:
    gold = {"abstain": True, "reason": "no_such_year", "must_not_contain": ["587"]}
    right = say("没有2023年的报告。", abstained=True, reason="no_such_year")
    assert judge(gold, right) == Score(True, "", True)
    other = say("没有提到。", abstained=True, reason="not_mentioned")
    assert judge(gold, other) == Score(True, "", False)
    leak = say("没有,2024年为587件。", abstained=True, reason="no_such_year")
    assert judge(gold, leak).why == "拒答中出现了不应有的“587”"
    assert judge(gold, say("587件[1]", ("鹤山市", "587", "件"))).why == "应当拒答,却给出了答案"
    assert judge({"abstain": True}, other) == Score(True, "", None)


TABLE = {"values": {"鹤山市": 587, "台山市": 571}, "unit": "件", "winner": "鹤山市"}
PAIR = (("鹤山市", "587", "件"), ("台山市", "571", "件"))


def test_comparisons() -> None:
    text = "鹤山市更多。\n\n| 地区 | 件数 |\n|---|---|\n| 鹤山市 | 587件[1] |\n| 台山市 | 571件[2] |"
    assert judge(TABLE, say(text, *PAIR)) == Score(True, cells=2)


@pytest.mark.parametrize(
    ("reply", "why", "wrong_cells"),
    [
        (say("鹤山市587件,台山市571件,台山市更多", *PAIR), "错称“台山市”", 0),
        (say("鹤山市587件,台山市571件。", *PAIR), "没有指出“鹤山市”", 0),
        (say("鹤山市587件,更多", PAIR[0]), "values 中没有 台山市 571件", 0),
        (say("鹤山市更多", *PAIR), "答案文字中没有 鹤山市 的 587", 0),
        (say("鹤山市587件多于台山市571件", PAIR[0], ("台山市", "517", "件")), "错误的格子:台山市 517件", 1),
        (say("鹤山市587件多于台山市571件", *PAIR, ("开平市", "9", "件")), "错误的格子:开平市 9件", 1),
        (
            say("鹤山市571件,台山市587件", ("鹤山市", "571", "件"), ("台山市", "587", "件")),
            "错误的格子:鹤山市",
            2,
        ),
    ],
)
def test_wrong_comparisons(reply: Reply, why: str, wrong_cells: int) -> None:
    found = judge(TABLE, reply)
    assert found.correct is False
    assert why in found.why
    assert found.wrong_cells == wrong_cells


def test_years_of_one_place() -> None:
    gold = {"values": {"2023年": 500, "2024年": 587}, "unit": "件", "winner": "2024年"}
    values = [
        {"place": "鹤山市", "year": y, "value": v, "unit": "件"} for y, v in ((2023, "500"), (2024, "587"))
    ]
    line = {"id": "q", "answer": "2024年587件,高于2023年的500件。", "abstained": False, "values": values}
    assert judge(gold, parse_reply(line, "here")).correct is True
    swapped = [{**values[0], "year": 2024}, {**values[1], "year": 2023}]
    assert judge(gold, parse_reply({**line, "values": swapped}, "here")).wrong_cells == 2


def test_incomparable_measures_need_a_caution_and_no_winner() -> None:
    gold = {**TABLE, "winner": None, "comparable": False}
    both = "鹤山市587件,台山市571件。"
    assert judge(gold, say(both, *PAIR)).why == "没有提示口径或年份不可比"
    assert judge(gold, say(both, *PAIR, warnings=["年份不同"])).correct is True
    assert judge(gold, say(both + "口径不同,不宜直接比较哪个更高。", *PAIR)).correct is True
    assert "不应判定高下" in judge(gold, say(both + "口径不同。鹤山市更多。", *PAIR)).why


def test_undisclosed_places_are_told_and_not_compared() -> None:
    gold = {"values": {"鹤山市": 587}, "unit": "件", "undisclosed": ["台山市"]}
    assert judge(gold, say("鹤山市587件;台山市报告未披露。", PAIR[0])).correct is True
    assert judge(gold, say("鹤山市587件。", PAIR[0])).why == "没有说明“台山市”未披露"
    assert "未披露,却被比较" in judge(gold, say("鹤山市587件,多于台山市(未披露)", PAIR[0])).why
    assert (
        "错误的格子:台山市"
        in judge(gold, say("鹤山市587件,台山市未披露", PAIR[0], ("台山市", "0", "件"))).why
    )


def test_differences_and_orders() -> None:
    gold = {**TABLE, "difference": 16, "order": ["鹤山市", "台山市"]}
    assert judge(gold, say("鹤山市587件,台山市571件,鹤山市比台山市多16件。", *PAIR)).correct is True
    assert judge(gold, say("鹤山市587件,台山市571件,鹤山市多15件,更多", *PAIR)).why == "没有给出相差 16件"
    assert "次序不是" in judge(gold, say("台山市571件,鹤山市587件,相差16件,鹤山市更多", *PAIR)).why


def test_where_only_the_winner_is_known_others_are_not_judged() -> None:
    gold = {"values": {"鹤山市": 587}, "unit": "件", "winner": "鹤山市"}
    assert judge(gold, say("鹤山市587件,最多;台山市571件", *PAIR)) == Score(True, cells=1)
    assert judge(gold, say("台山市571件,最多", PAIR[1])).correct is False
    assert judge(gold, say("鹤山市571件,最多", ("鹤山市", "571", "件"))).wrong_cells == 1
