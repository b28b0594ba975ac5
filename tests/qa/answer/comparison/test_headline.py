"""The sentence above a comparison: verdicts, ranks, bounds, and figures computed from shown terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from qa.answer.comparison.headline import Wanted, headline
from qa.answer.comparison.measure import Cell
from qa.answer.compose.draft import Draft
from qa.quantity import find_quantities
from qa.question.single.intent import Intent, Task
from qa.question.single.intent_reading import read_intent
from qa.question.single.ranks import bound_of
from qa.types import AnswerKind

RANK = Intent(Task.RANK)
COMPARE = Intent(Task.COMPARE)
NAMES = "甲河区 乙山区 丙湖区 丁江县 戊林县 己石县 庚云县 辛风县 壬雨县 癸雪县 子虹县 丑霜县".split()


def cells(*figures: str, years: Sequence[int] = (), words: str = "受理案件") -> list[Cell]:
    made = []
    for at, figure in enumerate(figures):
        [quantity] = find_quantities(figure)
        made.append(Cell(NAMES[at], quantity, words, years[at] if years else 2024, at + 1))
    return made


def said(
    given: Sequence[Cell],
    intent: Intent = COMPARE,
    *,
    wanted: Wanted | None = None,
    silent: int = 0,
    draft: Draft | None = None,
) -> str:
    return headline(given, intent, draft or Draft(AnswerKind.COMPARISON), wanted=wanted, silent=silent)[0]


def ranked(ordinal: int, *figures: str, extreme: str = "") -> str:
    return said(cells(*figures), replace(RANK, ordinal=ordinal, extreme=extreme)).split("。")[0]


def test_nothing_is_said_of_nothing():
    assert said([]) == ""


def test_one_that_discloses_beside_silent_ones_and_alone():
    assert said(cells("587件"), silent=1) == "只有甲河区公布了这项数字：587件[1]，无从比较。"
    assert said(cells("587件")) == "甲河区：587件[1]。"


@pytest.mark.parametrize(
    ("ordinal", "head"),
    [
        (1, "第一名是乙山区642件[2]"),
        (2, "第二名是甲河区587件[1]"),
        (3, "第三名是丙湖区95件[3]"),
        (-1, "倒数第一名是丙湖区95件[3]"),
        (-2, "倒数第二名是甲河区587件[1]"),
        (4, "公布了这项数字的只有三个，没有第四名"),
        (-4, "公布了这项数字的只有三个，没有倒数第四名"),
    ],
)
def test_ranks(ordinal: int, head: str):
    assert ranked(ordinal, "587件", "642件", "95件") == head


def test_the_rank_of_an_order_from_the_lowest_and_the_last_of_any_order():
    assert ranked(2, "587件", "642件", "95件", extreme="min") == "第二名是甲河区587件[1]"
    assert ranked(1, "587件", "642件", "95件", extreme="min") == "第一名是丙湖区95件[3]"
    # 倒数第一 is read as a minimum as well; it is the lowest all the same
    assert ranked(-1, "587件", "642件", "95件", extreme="min") == "倒数第一名是丙湖区95件[3]"


@pytest.mark.parametrize(
    ("ordinal", "head"),
    [
        (1, "第一名是乙山区642件[2]"),
        (2, "第二名并列是丙湖区587件[3]、甲河区587件[1]"),
        (3, "第二名并列是丙湖区587件[3]、甲河区587件[1]，没有单独的第三名"),
        (4, "第四名是丁江县20件[4]"),
    ],
)
def test_ranks_of_a_tie(ordinal: int, head: str):
    assert ranked(ordinal, "587件", "642件", "587件", "20件") == head


@pytest.mark.parametrize(
    ("place", "head"),
    [
        ("甲河区", "甲河区并列排第二（共四个有数字的地区）"),
        ("乙山区", "乙山区排第一（共四个有数字的地区）"),
        ("丁江县", "丁江县排第四（共四个有数字的地区）"),
    ],
)
def test_the_standing_of_a_place(place: str, head: str):
    given = cells("587件", "642件", "587件", "20件")
    assert said(given, replace(RANK, extreme="min"), wanted=Wanted(standing=place)).startswith(head)


def test_a_silent_place_has_no_standing():
    assert "排第" not in said(cells("587件", "642件", "95件"), RANK, wanted=Wanted(standing="寅雷县"))


def test_ranks_beyond_ten():
    figures = [f"{n}件" for n in range(120, 0, -10)]
    assert ranked(12, *figures) == "第十二名是丑霜县10件[12]"
    given = cells(*figures)
    assert said(given, RANK, wanted=Wanted(standing="子虹县")).startswith("子虹县排第十一（共十二个")


def test_a_bound_below_gives_no_order():
    draft = Draft(AnswerKind.COMPARISON)
    text = said(cells("5.54%", "10%以下", "6.1%", words="败诉率"), replace(RANK, ordinal=1), draft=draft)
    assert text == "甲河区5.54%[1]，乙山区10%以下[2]，丙湖区6.1%[3]；不能据此判定高低。"
    assert draft.warnings == ["乙山区只公布“10%以下”[2]，据此分不出高低。"]


def test_a_tie_is_a_tie():
    assert said(cells("587件", "587件"), read_intent("哪个更多")) == "持平：甲河区587件[1]，乙山区587件[2]。"
    two = said(cells("642件", "642件", "95件"), read_intent("哪个最多"))
    assert two == "乙山区、甲河区并列最多：乙山区642件[2]＝甲河区642件[1] > 丙湖区95件[3]。"


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("哪个最多", "按公布的数字由高到低：乙山区642件[2]、丁江县587件[4]＝甲河区587件[1]、丙湖区95件[3]。"),
        ("哪个最少", "按公布的数字由低到高：丙湖区95件[3]、丁江县587件[4]＝甲河区587件[1]、乙山区642件[2]。"),
    ],
)
def test_no_winner_beside_a_place_that_discloses_nothing(question: str, order: str):
    given = cells("587件", "642件", "95件", "587件")
    assert said(given, read_intent(question), silent=1) == order
    assert "最" in said(given, read_intent(question), silent=1, wanted=Wanted(among=True))


def test_a_silent_year_of_one_place_hides_no_winner():
    given = [
        replace(c, name=f"甲河区{2022 + i}年", year=2022 + i) for i, c in enumerate(cells("587件", "642件"))
    ]
    text, verdict = headline(
        given, read_intent("哪年多"), Draft(AnswerKind.COMPARISON), same_place=True, silent=1
    )
    assert text.startswith("甲河区2023年642件[2]较多")
    assert verdict.order


@pytest.mark.parametrize(
    ("combine", "figures", "text", "computed"),
    [
        ("sum", ("587件", "642件"), "合计1229件（587件[1] + 642件[2]）。", {"1229"}),
        ("sum", ("1.2万件", "9800件"), "合计21800件（1.2万件[1] + 9800件[2]）。", {"21800"}),
        ("sum", ("0.1万元", "0.2万元"), "合计0.3万元（0.1万元[1] + 0.2万元[2]）。", {"0.3"}),
        ("mean", ("587件", "642件"), "平均614.5件（587件[1] + 642件[2]，除以2）。", {"614.5", "2"}),
        ("mean", ("1件", "1件", "2件"), "平均约1.33件（1件[1] + 1件[2] + 2件[3]，除以3）。", {"1.33", "3"}),
        ("times", ("610件", "305件"), "甲河区610件[1]是乙山区305件[2]的2倍。", {"2"}),
        ("times", ("320件", "450件"), "甲河区320件[1]是乙山区450件[2]的约0.71倍。", {"0.71"}),
        ("times", ("90%", "60%"), "甲河区90%[1]是乙山区60%[2]的1.5倍。", {"1.5"}),
        (
            "share",
            ("4120件", "310件"),
            "报告没有直接给出占比；按310件[2]和4120件[1]计算，约占7.52%。",
            {"7.52"},
        ),
        ("share", ("96件", "320件"), "报告没有直接给出占比；按96件[1]和320件[2]计算，占30%。", {"30"}),
    ],
)
def test_figures_put_together(combine: str, figures: tuple[str, ...], text: str, computed: set[str]):
    draft = Draft(AnswerKind.COMPARISON)
    assert said(cells(*figures), replace(COMPARE, combine=combine), draft=draft) == text
    assert draft.computed == computed


@pytest.mark.parametrize(
    ("combine", "figures", "years", "why"),
    [
        ("sum", ("5.54%", "6.1%"), (), "比率不能直接相加或平均，算不出合计"),
        ("mean", ("5.54%", "6.1%"), (), "比率不能直接相加或平均，算不出平均数"),
        ("sum", ("587件", "3000余件"), (), "有概数，合计算不准"),
        ("mean", ("587件", "600件以上"), (), "有概数，平均数算不准"),
        ("times", ("约100件", "50件"), (), "有概数，倍数算不准"),
        ("share", ("近100件", "50件"), (), "有概数，占比算不准"),
        ("sum", ("587件", "642件"), (2023, 2024), "口径或年度不同，不能算合计"),
        ("sum", ("587件", "642人"), (), "口径或年度不同，不能算合计"),
        ("times", ("587件", "642件", "95件"), (), "倍数只在两个数字之间算"),
        ("times", ("587件", "0件"), (), "倍数只在两个数字之间算"),
        ("share", ("587件", "642件", "95件"), (), "不是同一种数，算不出占比"),
        ("share", ("587件", "642人"), (), "不是同一种数，算不出占比"),
        ("share", ("0件", "0件"), (), "算不出占比"),
    ],
)
def test_what_cannot_be_put_together(
    combine: str, figures: tuple[str, ...], years: tuple[int, ...], why: str
):
    draft = Draft(AnswerKind.COMPARISON)
    text = said(cells(*figures, years=years), replace(COMPARE, combine=combine), draft=draft)
    assert text.endswith(f"；{why}。")
    assert not draft.computed
    assert all(figure in text for figure in figures)  # the terms are told all the same


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("超过500件的有哪些", "高于500件的有：甲河区587件[1]、乙山区642件[2]。"),
        ("超过587件的有哪些", "高于587件的有：乙山区642件[2]。"),
        ("达到587件的有哪些", "高于或等于587件的有：甲河区587件[1]、乙山区642件[2]。"),
        ("不到500件的有哪些", "低于500件的有：丙湖区95件[3]。"),
        ("不超过95件的有哪些", "低于或等于95件的有：丙湖区95件[3]。"),
        ("超过700件的有哪些", "没有高于700件的。"),
    ],
)
def test_bounds(question: str, text: str):
    draft = Draft(AnswerKind.COMPARISON)
    wanted = Wanted(bound=bound_of(question))
    assert said(cells("587件", "642件", "95件"), wanted=wanted, draft=draft) == text
    assert len(draft.computed) == 1  # the bound itself stands in no report


def test_a_vague_figure_passes_a_bound_only_if_all_of_it_does():
    wanted = Wanted(bound=bound_of("超过2900件的有哪些"))
    text = said(cells("3000余件", "2800余件", "约2900件"), wanted=wanted)
    assert text.startswith("高于2900件的有：甲河区3000余件[1]。")
    assert text.endswith("只公布概数，不能断定。")
    assert "丙湖区约2900件[3]" in text.split("。")[1]


def test_a_bound_of_another_kind_holds_for_none():
    wanted = Wanted(bound=bound_of("超过10%的有哪些"))
    assert said(cells("587件", "642件"), wanted=wanted) == "没有高于10%的。"


def test_whether_figures_may_be_compared():
    intent = replace(COMPARE, comparable=True)
    fine = said(cells("587件", "642件"), intent)
    assert fine == "可以比较，年度、单位和统计口径没有看出不同：甲河区587件[1]，乙山区642件[2]。"
    apart = said(cells("587件", "642件", years=(2023, 2024)), intent)
    assert apart.startswith("不宜直接比较：甲河区587件[1]，乙山区642件[2]。")
    assert "年度不同" in apart


def test_an_earlier_warning_forbids_a_verdict():
    draft = Draft(AnswerKind.COMPARISON)
    draft.warnings.append("所问的不是同一项指标。")
    text, verdict = headline(cells("587件", "642件"), replace(RANK, ordinal=1), draft)
    assert text.endswith("不能据此判定高低。")
    assert verdict.order == ()


def test_the_difference_of_the_ends_of_more_than_two():
    draft = Draft(AnswerKind.COMPARISON)
    text = said(cells("587件", "642件", "95件"), Intent(Task.DIFFERENCE), draft=draft)
    assert text.endswith("最高与最低相差547件（642件[2] − 95件[3]）。")
    assert draft.computed == {"547"}


@pytest.mark.parametrize(
    ("figure", "unit"), [("3万元", "元"), ("2亿元", "元"), ("587件", "件"), ("1.3万人次", "人次")]
)
def test_the_unit_without_its_scale(figure: str, unit: str):
    assert find_quantities(figure)[0].bare_unit == unit


def test_cases_that_are_dealt_with_here_and_closed_there_are_summed_with_a_warning():
    draft = Draft(AnswerKind.COMPARISON)
    mixed = [*cells("341件", words="办理复议案件"), replace(cells("1件", "251件", words="审结")[1])]
    assert said(mixed, Intent(Task.NUMBER, combine="sum"), draft=draft).startswith("合计592件")
    assert len(draft.warnings) == 1


def test_cases_that_came_in_and_closed_ones_have_no_sum():
    mixed = [*cells("341件", words="受理"), cells("1件", "251件", words="审结")[1]]
    assert "合计592件" not in said(mixed, Intent(Task.NUMBER, combine="sum"))


def test_a_gap_of_money_is_told_in_ten_thousands():
    assert "相差1500万元" in said(cells("2.86亿元", "2.71亿元", words="问题金额"), Intent(Task.DIFFERENCE))
