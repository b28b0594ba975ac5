"""Which reports may answer: what the library lacks is refused, never answered from another report."""

from __future__ import annotations

import pytest

from qa.answer.scope.guarded import Guarded
from qa.assistant import Assistant
from qa.types import Reason
from tests.conftest import TODAY, Ask


@pytest.fixture
def guard(invented: Assistant):
    def guarded(*turns: str) -> Guarded:
        return invented.understand(turns, TODAY)

    return guarded


def chosen(guarded: Guarded) -> list[tuple[str, int]]:
    return [(m.place, m.year) for m in guarded.metas]


@pytest.mark.parametrize(
    ("question", "reports"),
    [
        ("云湖区2024年行政复议多少件?", [("云湖区", 2024)]),
        ("云湖2023年行政复议多少件?", [("云湖区", 2023)]),
        ("去年云湖区行政复议多少件?", [("云湖区", 2024)]),
        ("前年云湖区行政复议多少件?", [("云湖区", 2023)]),
        ("云湖区二〇二三年行政复议多少件?", [("云湖区", 2023)]),
        ("云湖区行政复议多少件?", [("云湖区", 2024)]),
        ("云湖区和青岚县2024年谁多?", [("云湖区", 2024), ("青岚县", 2024)]),
        ("青岚县和云湖区2024年谁多?", [("青岚县", 2024), ("云湖区", 2024)]),
        ("云湖区2023年和2024年行政复议相差多少?", [("云湖区", 2023), ("云湖区", 2024)]),
    ],
)
def test_the_reports_of_places_and_years(guard, question: str, reports: list[tuple[str, int]]):
    guarded = guard(question)
    assert guarded.refusal is None
    assert chosen(guarded) == reports


def test_places_are_paired_with_years_where_the_library_has_only_the_pairs(guard):
    guarded = guard("云湖区2024年和松屏市2023年行政处罚案件哪个多?")
    assert chosen(guarded) == [("云湖区", 2024), ("松屏市", 2023)]


def test_the_newest_year_is_assumed_and_told(guard):
    assert any("2024" in w and "最新" in w for w in guard("云湖区行政复议多少件?").warnings)
    assert guard("青岚县行政复议多少件?").warnings == ()


@pytest.mark.parametrize(
    "question",
    [
        "朝阳区2024年行政复议多少件?",
        "西湖区行政处罚多少件?",
        "云湖区和朝阳区2024年谁的败诉率高?",
        "云湖县2024年行政复议多少件?",
        "那武汉市呢?",
    ],
)
def test_a_place_that_is_missing_is_refused(guard, question: str):
    guarded = guard(question)
    assert guarded.metas == ()
    assert guarded.refusal is not None
    assert guarded.refusal.reason is Reason.NO_SUCH_PLACE


@pytest.mark.parametrize(
    "question",
    [
        "云湖区2019年行政复议多少件?",
        "云湖区1890年行政复议多少件?",
        "松屏市2024年行政复议多少件?",
        "云湖区和松屏市2024年败诉率分别是多少?",
        "云湖区2025年收了多少件行政复议?",
        "2010年行政复议多少件?",
    ],
)
def test_a_year_that_is_missing_is_refused(guard, question: str):
    guarded = guard(question)
    assert guarded.metas == ()
    assert guarded.refusal is not None
    assert guarded.refusal.reason is Reason.NO_SUCH_YEAR


def test_the_plan_of_a_year_stands_in_the_report_of_the_year_before(guard):
    guarded = guard("云湖区2025年有什么工作安排?")
    assert chosen(guarded) == [("云湖区", 2024)]
    assert guarded.reading.intent.plan
    assert any("计划" in w and "2024" in w for w in guarded.warnings)
    assert guarded.fallback is not None
    assert guarded.fallback.reason is Reason.NO_SUCH_YEAR


def test_the_plan_in_a_report_of_a_year_is_that_reports(guard):
    assert chosen(guard("云湖区2024年报告里的下一步安排")) == [("云湖区", 2024)]


def test_the_plan_of_a_year_with_a_report_before_it_is_that_ones(guard):
    assert chosen(guard("云湖区2024年计划做什么")) == [("云湖区", 2023)]


def test_a_plan_two_years_on_is_refused(guard):
    refusal = guard("云湖区2026年有什么计划?").refusal
    assert refusal is not None
    assert refusal.reason is Reason.NO_SUCH_YEAR


def test_next_year_is_the_one_after_the_report(guard):
    guarded = guard("青岚县明年打算做什么?")
    assert guarded.refusal is None
    assert chosen(guarded) == [("青岚县", 2024)]


def test_a_year_of_publication_is_not_a_year_reported_on(guard):
    assert chosen(guard("2025年3月发布的云湖区报告里行政处罚多少件?")) == [("云湖区", 2024)]


def test_an_inner_place_is_looked_for_in_its_report_only(ask: Ask):
    assert [v.value for v in ask("云湖区2024年石桥镇办理执法案件多少件?").values] == ["77"]
    missing = ask("云湖区2024年柳溪镇办理执法案件多少件?")
    assert missing.abstained
    assert missing.values == ()


def test_a_typo_is_corrected_and_told(guard):
    guarded = guard("松坪市2023年败诉率是多少")
    assert chosen(guarded) == [("松屏市", 2023)]
    assert any("松坪市" in w and "松屏市" in w for w in guarded.warnings)


def test_no_place_leaves_the_newest_report_of_each_open(guard):
    guarded = guard("首违不罚多少件?")
    assert guarded.open_place
    assert chosen(guarded) == [("云湖区", 2024), ("松屏市", 2023), ("青岚县", 2024)]


def test_a_filter_of_places_leaves_only_theirs(ask: Ask):
    answer = ask("首违不罚多少件?", places=("松屏市",))
    assert [(v.place, v.value) for v in answer.values] == [("松屏市", "95")]


def test_a_filter_of_years_leaves_only_theirs(ask: Ask):
    answer = ask("云湖区首违不罚多少件?", years=(2023,))
    assert [(v.year, v.value) for v in answer.values] == [(2023, "180")]


def test_a_place_that_a_filter_excludes_does_not_answer(ask: Ask):
    answer = ask("云湖区首违不罚多少件?", places=("松屏市",))
    assert answer.abstained
    assert answer.values == ()


def test_filters_that_leave_nothing_answer_nothing(ask: Ask):
    answer = ask("云湖区首违不罚多少件?", years=(1999,))
    assert answer.abstained
    assert answer.citations == ()


@pytest.mark.parametrize("place", ["大云湖区", "青云湖区", "白岚县", "东松屏市"])
def test_a_longer_name_is_another_place(ask: Ask, place: str):
    answer = ask(f"{place}2024年行政复议收到多少件?")
    assert answer.abstained
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert place in answer.answer


@pytest.mark.parametrize("lead", ["", "请问", "在", "查一下", "我们", "看看", "那"])
def test_words_before_a_name_do_not_make_it_another(ask: Ask, lead: str):
    assert not ask(f"{lead}云湖区2024年行政复议新收多少件?").abstained
