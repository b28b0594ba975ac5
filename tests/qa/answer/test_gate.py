"""The gate: what no answer may say, whoever wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from qa.answer.gate import check
from qa.types import Answer, AnswerKind, Citation, Point, Reason, Report, Series, Value


def citation(report: Report, quote: str, marker: int = 1) -> Citation:
    start = report.text.index(quote)
    sentence = next(s for s in report.sentences if s.start <= start < s.end)
    meta = report.meta
    return Citation(
        marker,
        meta.id,
        meta.file,
        meta.place,
        meta.year,
        sentence.heading,
        quote,
        start,
        start + len(quote),
        sentence.text,
    )


def value(report: Report, figure: str, marker: int = 1) -> Value:
    return Value(report.meta.place, report.meta.year, "案件", figure, "件", None, marker)


def answer(text: str, citations: Sequence[Citation], values: Sequence[Value] = (), **more: object) -> Answer:
    made = Answer(text, AnswerKind.NUMBER, values=tuple(values), citations=tuple(citations))
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def gate(cloud: Report, peak: Report):
    reports = {r.meta.id: r for r in (cloud, peak)}

    def passed(given: Answer, computed: Sequence[str] = ()) -> Answer:
        return check(given, lambda report_id: reports[report_id], computed)

    return passed


def cut(given: Answer) -> bool:
    return given.abstained and given.citations == () and given.values == ()


def test_a_sound_answer_passes_unchanged(gate, cloud):
    sound = answer(
        "云湖区2024年行政处罚案件1476件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1476")]
    )
    assert gate(sound) is sound


def test_a_wrong_number_is_cut_and_nothing_is_left(gate, cloud):
    wrong = answer(
        "云湖区2024年行政处罚案件1467件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1467")]
    )
    checked = gate(wrong)
    assert cut(checked)
    assert checked.reason is Reason.NOT_MENTIONED
    assert checked.kind is AnswerKind.REFUSAL
    assert "1467" not in checked.answer
    assert any("未通过出处核验" in w for w in checked.warnings)


def test_a_number_of_another_sentence_is_cut(gate, cloud):
    assert cut(gate(answer("新收320件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "320")])))


def test_a_right_line_with_a_wrong_value_is_no_number_answer(gate, cloud):
    assert cut(gate(answer("案件1476件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "320")])))


@pytest.mark.parametrize("shown", ["14760件", "147件", "1476.5件", "76件"])
def test_a_part_or_an_extension_of_a_number_is_another_number(gate, cloud, shown: str):
    assert cut(gate(answer(f"案件{shown}。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1476")])))


@pytest.mark.parametrize("shown", ["1476件", "1,476件"])
def test_the_thousands_mark_does_not_matter(gate, cloud, shown: str):
    assert not gate(
        answer(f"案件{shown}。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1476")])
    ).abstained


def test_a_figure_in_words_of_ten_thousand_holds_in_both_readings(gate, cloud):
    quote = citation(cloud, "挽回损失2300万元")
    assert not gate(answer("2300万元，即23000000元。[1]", [quote], [value(cloud, "2300")])).abstained


def test_a_value_of_another_place_is_cut(gate, cloud):
    wrong = replace(value(cloud, "1476"), place="青岚县")
    assert cut(gate(answer("案件1476件。[1]", [citation(cloud, "案件1476件")], [wrong])))


def test_a_value_of_another_year_is_cut(gate, cloud):
    wrong = replace(value(cloud, "1476"), year=2023)
    assert cut(gate(answer("案件1476件。[1]", [citation(cloud, "案件1476件")], [wrong])))


def test_a_citation_outside_the_places_asked_is_cut(gate, cloud):
    given = answer(
        "案件1476件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1476")], places=("青岚县",)
    )
    assert cut(gate(given))


def test_a_citation_outside_the_years_asked_is_cut(gate, cloud):
    given = answer("案件1476件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1476")], years=(2023,))
    assert cut(gate(given))


def test_a_citation_that_lies_about_its_place_is_cut(gate, cloud):
    lying = replace(citation(cloud, "案件1476件"), place="青岚县")
    given = answer("案件1476件。[1]", [lying], [replace(value(cloud, "1476"), place="青岚县")])
    assert cut(gate(given))


@pytest.mark.parametrize(
    "change", [{"quote": "案件1467件"}, {"start": 3}, {"quote": "", "start": 0, "end": 0}]
)
def test_a_quote_that_is_not_verbatim_is_cut(gate, cloud, change: dict[str, object]):
    bent = replace(citation(cloud, "案件1476件"), **change)  # type: ignore[arg-type]
    assert cut(gate(answer("案件1476件。[1]", [bent], [value(cloud, "1476")])))


def test_a_quote_outside_its_sentence_is_cut(gate, cloud):
    bent = replace(citation(cloud, "案件1476件"), sentence="全年新收行政复议案件320件。")
    assert cut(gate(answer("新收320件。[1]", [bent], [value(cloud, "320")])))


def test_an_unknown_marker_is_cut(gate, cloud):
    assert cut(gate(answer("案件1476件。[2]", [citation(cloud, "案件1476件")], [value(cloud, "1476", 2)])))


def test_an_unknown_marker_is_cut_where_no_number_is_stated(gate, cloud):
    given = answer("区长主持会议。[1]\n别处也是。[7]", [citation(cloud, "主持会议")], kind=AnswerKind.FACT)
    assert gate(given).answer == "区长主持会议。[1]"


def test_a_number_without_a_marker_is_cut(gate, cloud):
    given = answer("案件1476件。[1]\n另有999件。", [citation(cloud, "案件1476件")], [value(cloud, "1476")])
    checked = gate(given)
    assert checked.answer == "案件1476件。[1]"
    assert len(checked.values) == 1
    assert any("1处" in w for w in checked.warnings)


def test_a_year_of_the_scope_may_stand_without_a_marker(gate, cloud):
    given = answer("云湖区2024年：\n案件1476件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1476")])
    assert gate(given) is given


def test_only_the_bad_line_of_a_list_is_cut(gate, cloud, peak):
    given = answer(
        "- 云湖区320件[1]\n- 青岚县540件[2]",
        [citation(cloud, "新收行政复议案件320件"), citation(peak, "收到行政复议申请450件", 2)],
        kind=AnswerKind.COMPARISON,
    )
    assert gate(given).answer == "- 云湖区320件[1]"


def test_a_line_may_use_numbers_of_all_its_citations_only(gate, cloud, peak):
    both = [citation(cloud, "新收行政复议案件320件"), citation(peak, "收到行政复议申请450件", 2)]
    fine = answer("320件[1]，450件[2]。", both, kind=AnswerKind.COMPARISON)
    assert gate(fine) is fine
    assert "450" not in gate(answer(["320件，450件[1]。", "320件[1]、450件[2]。"][0], both)).answer


def test_a_computed_figure_passes_only_if_it_was_asked_for(gate, cloud, peak):
    both = [citation(cloud, "新收行政复议案件320件"), citation(peak, "收到行政复议申请450件", 2)]
    given = answer("相差130件（450件[2] − 320件[1]）。", both, kind=AnswerKind.COMPARISON)
    assert gate(given, {"130"}) is given
    assert cut(gate(given))


def test_a_refusal_without_citations_passes(gate):
    refusal = Answer(
        "库中没有朝阳区的报告。", AnswerKind.REFUSAL, abstained=True, reason=Reason.NO_SUCH_PLACE
    )
    assert gate(refusal) is refusal


def test_a_refusal_with_a_figure_loses_it(gate, cloud):
    refusal = answer(
        "未提及。\n最接近的是999件。[1]",
        [citation(cloud, "案件1476件")],
        kind=AnswerKind.REFUSAL,
        abstained=True,
        reason=Reason.NOT_MENTIONED,
    )
    checked = gate(refusal)
    assert checked.abstained
    assert "999" not in checked.answer


def drawn(*names: str) -> tuple[Series, ...]:
    return (Series("行政复议", tuple(Point(name, 2024, 320.0, "320件", 1) for name in names)),)


def test_a_picture_of_a_sound_table_is_kept(gate, cloud, peak):
    both = [citation(cloud, "新收行政复议案件320件"), citation(peak, "收到行政复议申请450件", 2)]
    given = answer("320件[1]，450件[2]。", both, kind=AnswerKind.COMPARISON, series=drawn("云湖区", "青岚县"))
    assert gate(given).series == given.series


def test_a_picture_falls_with_a_line_of_its_table(gate, cloud, peak):
    both = [citation(cloud, "新收行政复议案件320件"), citation(peak, "收到行政复议申请450件", 2)]
    lines = "| 云湖区 | 320件[1] |\n| 青岚县 | 540件[2] |"
    checked = gate(answer(lines, both, kind=AnswerKind.COMPARISON, series=drawn("云湖区", "青岚县")))
    assert checked.answer == "| 云湖区 | 320件[1] |"
    assert checked.series == ()


def test_a_picture_falls_with_a_value(gate, cloud):
    values = [value(cloud, "320"), value(cloud, "999")]
    given = answer("320件[1]。", [citation(cloud, "新收行政复议案件320件")], values, series=drawn("云湖区"))
    assert gate(given).series == ()


def test_a_refused_answer_has_no_picture(gate, cloud):
    given = answer(
        "案件1467件。[1]", [citation(cloud, "案件1476件")], [value(cloud, "1467")], series=drawn("云湖区")
    )
    assert cut(gate(given))
    assert gate(given).series == ()
