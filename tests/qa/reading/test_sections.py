"""Section kinds by headings and by sentences that turn."""

import pytest

from qa.reading import read_text
from qa.reading.sections import heading_kinds, section_of
from qa.types import SectionKind

RESULT, PROBLEM, PLAN, DUTY = SectionKind.RESULT, SectionKind.PROBLEM, SectionKind.PLAN, SectionKind.DUTY


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("一、法治政府建设主要举措和成效", RESULT),
        ("一、突出问题整改扎实有力", RESULT),
        ("二、坚持问题导向,补齐短板", RESULT),
        ("三、2023年工作计划落实情况", RESULT),
        ("一、重点工作", RESULT),
        ("一、2023年法治建设重点任务", RESULT),
        ("三、重点工作", PLAN),
        ("一、2024年重点工作", PLAN),
        ("二、2023年法治政府建设存在的不足", PROBLEM),
        ("三、存在的主要问题及整改措施", PROBLEM),
        ("二、不足与差距", PROBLEM),
        ("三、工作难点和问题", PROBLEM),
        ("三、下一步工作计划", PLAN),
        ("四、2024年法治政府建设主要工作安排", PLAN),
        ("三、2024年全面推进依法行政", PLAN),
        ("五、努力方向", PLAN),
        ("三、党政主要负责人履行推进法治建设第一责任人职责情况", DUTY),
        ("三、党政主要负责人履行法治建设第一人职责、加强法治政府建设有关情况", DUTY),
        ("第二部分 主要负责人履职情况", DUTY),
    ],
)
def test_outermost_headings(heading: str, kind: SectionKind) -> None:
    assert section_of((heading,), 2023, True).kind is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("(三)着力破解执法扰企问题", RESULT),
        ("(一)压实第一责任人职责", RESULT),
        ("(二)健全计划管理", RESULT),
        ("(六)存在的不足", PROBLEM),
        ("(七)下一步打算", PLAN),
        ("(八)党政主要负责人履行法治建设职责情况", DUTY),
    ],
)
def test_inner_headings_need_plainer_words(heading: str, kind: SectionKind) -> None:
    assert section_of(("一、2023年工作情况", heading), 2023, True).kind is kind


def test_a_plan_stays_a_plan_whatever_stands_under_it() -> None:
    assert section_of(("三、下一步打算", "(二)解决存在的问题"), 2023, True).kind is PLAN


def test_combined_headings_name_both() -> None:
    assert heading_kinds("三、存在的问题和下一步打算", 2023, deep=False) == {PROBLEM, PLAN}
    assert section_of(("三、存在的问题和下一步打算", "(二)下一步打算"), 2023, True).kind is PLAN


def kinds(body: str) -> list[tuple[str, SectionKind]]:
    report = read_text(f"安吉县2023年法治政府建设工作报告\n{body}", "x.txt")
    return [(sentence.text, sentence.section) for sentence in report.sentences]


def test_a_sentence_that_admits_problems_turns_the_rest() -> None:
    got = kinds(
        "一、成效\n(一)执法。办案12件,全部办结归档。\n2023年,全县工作取得了进步,但还存在一些不足。人手紧张。\n二、2024年计划\n办案20件。"
    )
    assert [kind for _, kind in got] == [RESULT, PROBLEM, PROBLEM, PLAN]


def test_a_sentence_about_problems_found_does_not_turn() -> None:
    got = kinds(
        "一、成效\n开展督察4次,但仍发现存在问题62个,已整改62个,全部销号清零。\n针对还存在的不足,开展培训。"
    )
    assert {kind for _, kind in got} == {RESULT}


def test_a_combined_section_turns_at_its_sentences() -> None:
    got = kinds(
        "一、成效\n办案12件,全部办结归档,无一投诉。\n二、存在的问题和下一步打算\n人手不足。下一步,将增加编制。\n"
    )
    assert [kind for _, kind in got] == [RESULT, PROBLEM, PLAN]


def test_a_lead_in_with_a_colon_turns_too() -> None:
    got = kinds(
        "一、成效\n办案12件,全部办结归档。\n二、不足和打算\n存在不足:(1)人少;(2)钱少。下步打算:(1)增编;(2)增资。"
    )
    assert [kind for _, kind in got] == [RESULT, *[PROBLEM] * 3, *[PLAN] * 3]


def test_a_turn_inside_an_item_ends_with_the_item() -> None:
    got = kinds("一、成效\n一是执法。办案12件,办结12件,无一投诉。下一步,将扩大试点。二是普法。讲课5场。")
    assert [kind for _, kind in got] == [RESULT, RESULT, PLAN, RESULT, RESULT]


def test_a_year_ahead_turns_and_the_report_year_does_not() -> None:
    got = kinds("一、成效\n2023年,全县将学法列入计划,学法4次,讲课三场。\n2024年,全县将学法6次。")
    assert [kind for _, kind in got] == [RESULT, PLAN]


def test_a_report_without_headings() -> None:
    got = kinds("2023年,全县坚持依法行政,成效明显。办案12件。但仍存在不足。下一步,将继续努力。")
    assert [kind for _, kind in got] == [SectionKind.INTRO, RESULT, PROBLEM, PLAN]


def test_numbered_paragraphs_tell_their_section_themselves() -> None:
    text = "1、组织领导：县委专题研究4次，听取汇报并部署工作。\n"
    text += "2、存在的问题：人手只有3名。\n3、下一步打算：增编5名。"
    assert [kind for _, kind in kinds(text)][-2:] == [PROBLEM, PLAN]
