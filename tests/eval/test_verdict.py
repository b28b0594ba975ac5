import pytest

from eval.gold import TableGold
from eval.verdict import Claim, claims, difference_fault, order_fault, silence_fault, winner_fault

LABELS = ("鹤山市", "台山市", "开平市")


def table(**more: object) -> TableGold:
    values = {"鹤山市": 587, "台山市": 571}
    return TableGold.model_validate({"values": values, "unit": "件", "winner": "鹤山市", **more})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("鹤山市最多", [Claim("鹤山市", True)]),
        ("最多的是鹤山市,最少的是台山市", [Claim("鹤山市", True), Claim("台山市", False)]),
        ("鹤山市最多,台山市最少", [Claim("鹤山市", True), Claim("台山市", False)]),
        ("最高:鹤山", [Claim("鹤山市", True)]),
        ("排名第一的是鹤山市", [Claim("鹤山市", True)]),
        ("鹤山市(587件)高于台山市(571件)", [Claim("鹤山市", True, "台山市")]),
        ("鹤山市比台山市多16件", [Claim("鹤山市", True, "台山市")]),
        ("鹤山市587件,比台山市的571件多16件", [Claim("鹤山市", True, "台山市")]),
        ("台山市低于鹤山市", [Claim("台山市", False, "鹤山市")]),
        ("与台山市相比,鹤山市更多", [Claim("鹤山市", True)]),
        ("鹤山市587件,台山市571件", []),
        ("鹤山市的比例为10%", []),
        ("鹤山市高于10%", []),
        ("无法判断鹤山市是否最多", []),
        ("鹤山市和台山市并列最多", []),
        ("“鹤山市最多”", []),
        ("| 鹤山市 | 最多 |", []),
        ("> 鹤山市满意度最高", []),
        ("《鹤山市最高荣誉办法》", []),
    ],
)
def test_reads_claims(text: str, expected: list[Claim]) -> None:
    assert claims(text, LABELS) == expected


@pytest.mark.parametrize(
    "text", ["鹤山市更多", "**鹤山市**[1],587件", "鹤山。", "台山市少于鹤山市", "台山市较少"]
)
def test_names_the_winner(text: str) -> None:
    assert winner_fault(text, table()) == ""


def test_the_lowest_may_win() -> None:
    gold = table(winner="台山市")
    assert winner_fault("台山市最低", gold) == ""
    assert winner_fault("鹤山市高于台山市", gold) == ""
    assert "错称“鹤山市”" in winner_fault("鹤山市最低", gold)


def test_of_three_a_pair_does_not_name_the_winner() -> None:
    gold = table(values={"鹤山市": 587, "台山市": 571, "开平市": 560})
    assert winner_fault("台山市高于开平市", gold) == "没有指出“鹤山市”"
    assert winner_fault("鹤山市最高,台山市高于开平市", gold) == ""
    assert winner_fault("鹤山市最高,开平市高于台山市", gold) == "错称“开平市”高于台山市"


def test_a_tie_has_no_winner() -> None:
    gold = table(values={"鹤山市": 571, "台山市": 571}, winner=None)
    assert winner_fault("两地相同,并列最多", gold) == ""
    assert "错称“鹤山市”" in winner_fault("鹤山市更多", gold)


def test_where_a_difference_is_asked_a_true_claim_does_no_harm() -> None:
    assert winner_fault("鹤山市比台山市多16件", table(winner=None, difference=16)) == ""
    assert winner_fault("鹤山市比台山市多16件", table(winner=None)) == ""
    assert "不应判定高下" in winner_fault("鹤山市比台山市多16件", table(winner=None, comparable=False))


@pytest.mark.parametrize(
    "text",
    ["1. 鹤山市587件\n2. 台山市571件", "台山市有披露。\n\n| 鹤山市 | 587 |\n| 台山市 | 571 |", "鹤山 > 台山"],
)
def test_an_order_may_stand_in_any_block(text: str) -> None:
    assert order_fault(text, table(order=["鹤山市", "台山市"])) == ""


def test_equal_figures_come_in_any_order() -> None:
    gold = table(
        values={"鹤山市": 9, "台山市": 9, "开平市": 5}, winner=None, order=["鹤山市", "台山市", "开平市"]
    )
    assert order_fault("台山市、鹤山市、开平市", gold) == ""
    assert order_fault("开平市、鹤山市、台山市", gold) != ""


def test_percent_differ_by_points() -> None:
    gold = table(values={"鹤山市": 11, "台山市": 7.9}, unit="%", difference=3.1)
    assert difference_fault("高3.1个百分点", gold) == ""
    assert difference_fault("相差3.1%", gold) == ""
    assert difference_fault("相差3.2个百分点", gold) == "没有给出相差 3.1%"


def test_silence_is_told_beside_its_place() -> None:
    gold = table(undisclosed=["开平市"])
    assert silence_fault("| 鹤山市 | 587 |\n| 开平市 | 未披露 |", gold) == ""
    assert silence_fault("鹤山市未披露。开平市9件", gold) == "没有说明“开平市”未披露"
