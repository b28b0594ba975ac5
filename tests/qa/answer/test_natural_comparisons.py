"""Comparisons as people type them: places by everyday stems, counties by their number, ledger cells, years of one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, AnswerKind, Reason

_HEAD = "{place}2024年度法治政府建设情况报告\n\n2024年，{place}推进法治政府建设，现将有关情况报告如下。\n\n一、主要做法\n"
_TAIL = "\n\n二、下一步打算\n加强培训。\n{place}人民政府\n2025年2月10日\n"
BODIES = {
    "清河县": (
        "（一）优化环境。开展拖欠企业账款清理行动，清偿账款7310万元。全年入企检查2190户次，同比下降20.1%。办理免予处罚案件251件。县政务大厅全年办件6.15万件。\n"
        "（二）规范执法。全县行政执法单位共办理行政处罚案件4127件。19个乡镇（街道）综合行政执法队承接执法事项77项，全年办理行政处罚案件483件，"
        "其中王官庄镇61件。开展法治督察，发现问题48个。完成审计项目21个，查出问题金额2.46亿元。\n"
        "（三）化解争议。收到行政复议申请203件，受理181件，审结170件。败诉率11.8%。\n"
        "（四）普法惠民。“法律明白人”2316名，为131所学校选派法治副校长142名。推行“板凳说事”调解法，调解纠纷2103件。"
    ),
    "昌黎县": (
        "（一）优化环境。清理拖欠企业账款9050万元。全年开展涉企行政检查2475次，同比下降27.9%。推行“综合查一次”，开展联合检查310次。全县办件7.42万件。\n"
        "（二）规范执法。全县办理行政处罚案件3652件。17个乡镇（街道）办理行政处罚案件415件，其中靖安镇58件。开展法治督察，反馈问题39条。"
        "完成审计项目24个，查出问题金额2.61亿元。\n"
        "（三）化解争议。新收行政复议申请176件，受理160件，办结151件。败诉率8.3%。\n"
        "（四）普法惠民。培养“法律明白人”1875名，法治副校长117名。全县人民调解组织调解纠纷1986件。"
    ),
    "曲阳县": (
        "（一）优化环境。清偿拖欠民营企业账款5120万元。全年入企检查1980次。\n"
        "（二）规范执法。全县办理行政处罚案件2218件。乡镇综合执法中心全年办案296件，其中恒州镇71件。对6个单位开展法治督察，反馈问题22个。"
        "开展案卷评查，发现问题131个。\n"
        "（三）化解争议。收到行政复议申请121件，审结104件。败诉率9.6%。\n"
        "（四）普法惠民。“法律明白人”1204名。"
    ),
    "灵寿县": (
        "（一）优化环境。偿还拖欠企业账款3870万元。全年入企检查1640次。\n"
        "（二）规范执法。全县办理行政处罚案件1873件。乡镇办案169件，塔上镇最多，为34件。开展法治督察，发现问题17个。\n"
        "（三）化解争议。收到行政复议申请97件，审结88件。败诉率6.9%。\n"
        "（四）普法惠民。“法律明白人”986名。\n\n主要指标\n"
        "| 指标 | 2023年 | 2024年 |\n| 行政处罚案件（件） | 2052 | 1873 |\n| 案卷评查合格率（%） | 91.5 | 95.2 |"
    ),
}
Told = Callable[[str], Answer]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("natural")
    paths = []
    for n, (place, body) in enumerate(BODIES.items()):
        path = folder / f"report{n}.txt"
        path.write_text(f"{_HEAD}{{body}}{_TAIL}".format(place=place, body=body), encoding="utf-8")
        paths.append(path)
    add(paths, folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda question: assistant.ask([question], today=date(2026, 6, 1))


def figures(answer: Answer) -> dict[str, str]:
    return {value.place: value.value for value in answer.values}


@pytest.mark.parametrize(
    ("question", "values", "words"),
    [
        ("清河昌黎谁败诉率低", {"清河县": "11.8", "昌黎县": "8.3"}, "昌黎县8.3%"),
        ("清河清欠账款比灵寿多多少", {"清河县": "7310", "灵寿县": "3870"}, "相差3440万元"),
        ("复议申请昌黎几件清河几件", {"清河县": "203", "昌黎县": "176"}, "清河县203件"),
        ("昌黎、清河两个县谁收到的行政复议申请更多", {"清河县": "203", "昌黎县": "176"}, "清河县203件"),
        ("审计查出的问题资金清河比昌黎少多少", {"清河县": "2.46", "昌黎县": "2.61"}, "相差1500万元"),
    ],
)
def test_a_place_is_named_by_an_everyday_stem_beside_another(
    told: Told, question: str, values: dict[str, str], words: str
):
    answer = told(question)
    assert figures(answer) == values
    assert words in answer.answer


def test_so_many_counties_are_all_of_them(told: Told):
    answer = told("法律明白人四县各是多少")
    assert figures(answer) == {"清河县": "2316", "昌黎县": "1875", "曲阳县": "1204", "灵寿县": "986"}


def test_another_number_of_counties_is_asked_back(told: Told):
    assert told("法律明白人三县各是多少").reason is Reason.AMBIGUOUS


def test_the_cases_of_the_towns_are_told_by_the_ledger(told: Told):
    answer = told("四县乡镇办的案子各有多少")
    assert figures(answer) == {"清河县": "483", "昌黎县": "415", "曲阳县": "296", "灵寿县": "169"}


def test_the_teams_of_the_towns_are_not_the_county(told: Told):
    assert figures(told("清河的行政处罚案件是灵寿的几倍")) == {"清河县": "4127", "灵寿县": "1873"}
    gap = told("清河和昌黎的乡镇（街道）办理行政处罚案件数相差多少")
    assert figures(gap) == {"清河县": "483", "昌黎县": "415"} and "相差68件" in gap.answer


@pytest.mark.parametrize(
    "question", ["清河县跟昌黎县进企业检查哪边更频繁", "清河和昌黎进企业检查，哪边去得勤"]
)
def test_visits_and_times_stand_beside_each_other_with_a_warning(told: Told, question: str):
    answer = told(question)
    assert figures(answer) == {"清河县": "2190", "昌黎县": "2475"}
    assert "户次、次" in answer.answer and "不可直接比较" in answer.answer


def test_what_inspections_found_is_not_what_reviews_of_files_found(told: Told):
    answer = told("法治督察发现的问题谁多谁少，清河、昌黎、曲阳")
    assert figures(answer) == {"清河县": "48", "昌黎县": "39", "曲阳县": "22"}


def test_debts_to_private_companies_are_debts_to_companies(told: Told):
    answer = told("清理拖欠企业账款，四个县分别多少")
    assert figures(answer) == {"清河县": "7310", "昌黎县": "9050", "曲阳县": "5120", "灵寿县": "3870"}


def test_those_sent_as_vice_principals_are_vice_principals(told: Told):
    assert figures(told("法治副校长，清河和昌黎谁多")) == {"清河县": "142", "昌黎县": "117"}


@pytest.mark.parametrize(
    "question", ["清河和灵寿败诉率是不是一样高", "灵寿和清河的败诉率一样吗", "败诉率哪个县高，清河还是灵寿"]
)
def test_whether_two_are_alike_is_answered_with_both(told: Told, question: str):
    answer = told(question)
    assert answer.kind is AnswerKind.COMPARISON
    assert figures(answer) == {"清河县": "11.8", "灵寿县": "6.9"}


def test_the_county_that_has_more_is_sought_among_all(told: Told):
    answer = told("行政复议申请哪个县多")
    assert len(answer.values) == len(BODIES) and "清河县最多" in answer.answer


def test_cases_dealt_with_in_the_hall_are_a_topic(told: Told):
    assert figures(told("办件量清河和昌黎差多少")) == {"清河县": "6.15", "昌黎县": "7.42"}


def test_a_report_that_lacks_a_practice_is_silent(told: Told):
    answer = told("清河有“板凳说事”，昌黎有没有")
    assert [citation.place for citation in answer.citations] == ["清河县"]
    assert "昌黎县2024年的报告未提及" in answer.answer


def test_who_lacks_a_practice_is_no_question_of_figures(told: Told):
    answer = told("清河和昌黎哪个没搞无人机巡查")
    assert not answer.values and "清河县、昌黎县" in answer.answer


@pytest.mark.parametrize(
    ("question", "values", "words"),
    [
        ("灵寿2023年和2024年行政处罚", ["2052", "1873"], "2052件"),
        ("灵寿2023和2024的行政处罚案件变化", ["2052", "1873"], "相差179件"),
        ("灵寿案卷评查合格率上升了几个点", ["91.5", "95.2"], "相差3.7个百分点"),
    ],
)
def test_two_years_of_one_place(told: Told, question: str, values: list[str], words: str):
    answer = told(question)
    assert [value.value for value in sorted(answer.values, key=lambda v: v.year)] == values
    assert words in answer.answer
