from __future__ import annotations

import re
from dataclasses import replace

from qa.page.conversation import Turn, render_conversation, render_welcome
from qa.page.labels import CHINESE, ENGLISH
from qa.types import Answer, AnswerKind, Point, Reason, Series
from tests.fake_page import HOSTILE, make_citation, make_report

REPORT = make_report()
CITATION = make_citation(REPORT, "全年收到行政复议案件76件")
ANSWER = Answer(
    "东山区76件。[1]\n注意：口径不同",
    AnswerKind.NUMBER,
    citations=(CITATION,),
    warnings=("口径不同",),
    places=("东山区",),
    years=(2024,),
)


def show(turn: Turn, **options: object) -> str:
    return render_conversation([turn], CHINESE, **options)  # type: ignore[arg-type]


def test_chip_and_source_lead_to_the_citation() -> None:
    html = show(Turn("多少件?", answer=ANSWER))
    place = f'data-report="{CITATION.report}" data-start="{CITATION.start}" data-end="{CITATION.end}"'
    assert html.count(place) == 2
    assert html.count(f'data-quote="{CITATION.quote}"') == 2
    assert "一、主要成效" in html


def test_warning_is_shown_once_and_apart() -> None:
    html = show(Turn("多少件?", answer=ANSWER))
    assert html.count("口径不同") == 1
    assert '<div class="fw-notes"' in html


def test_scope_is_shown() -> None:
    assert "东山区 · 2024年" in show(Turn("多少件?", answer=ANSWER))


def test_many_sources_fold() -> None:
    citations = tuple(replace(CITATION, marker=n) for n in range(1, 7))
    html = show(Turn("?", answer=replace(ANSWER, citations=citations)))
    assert "<summary>其余 3 条出处</summary>" in html


def test_refusal_names_its_reason_and_is_no_error() -> None:
    refusal = Answer("库中没有。", AnswerKind.REFUSAL, abstained=True, reason=Reason.NO_SUCH_PLACE)
    html = show(Turn("?", answer=refusal))
    assert "库中没有这个地区" in html
    assert "fw-failure" not in html


def test_error_pending_and_partial() -> None:
    assert "fw-failure" in show(Turn("?", error="资料库不可用"))
    assert CHINESE.thinking in show(Turn("?"))
    partial = show(Turn("?", answer=ANSWER), shown="东山区")
    assert "fw-sources" not in partial
    assert "76" not in partial


def test_follow_ups_stand_under_the_last_answer_only() -> None:
    turns = [Turn("甲", answer=ANSWER), Turn("乙", answer=ANSWER)]
    html = render_conversation(turns, ENGLISH, follow_ups=["西河县呢？"])
    assert html.count('data-ask="西河县呢？"') == 1


def test_hostile_words_stay_text_everywhere() -> None:
    bad = replace(CITATION, quote=HOSTILE, place=HOSTILE, heading=(HOSTILE,), file=HOSTILE, report=HOSTILE)
    answer = replace(ANSWER, answer=HOSTILE + "[1]", citations=(bad,), warnings=(HOSTILE,), places=(HOSTILE,))
    html = show(Turn(HOSTILE, answer=answer), follow_ups=[HOSTILE])
    html += show(Turn(HOSTILE, error=HOSTILE))
    meta = replace(REPORT.meta, place=HOSTILE, id=HOSTILE)
    html += render_welcome([meta], [HOSTILE], CHINESE)
    assert "<script" not in html
    assert "<img" not in html
    assert "href" not in html


def test_welcome_lists_reports_and_examples() -> None:
    metas = [make_report(f"第{n}区").meta for n in range(70)]
    html = render_welcome(metas, ["甲？"], CHINESE)
    assert html.count("fw-holding") == 61
    assert "… +10" in html
    assert 'data-ask="甲？"' in html
    assert "fw-examples" not in render_welcome(metas, [], CHINESE)


THREE = replace(
    ANSWER, kind=AnswerKind.COMPARISON, places=("东山区", "西河县", "南岭市"), topics=("行政复议",)
)


def scope(html: str) -> str:
    """Cut out the last row that says how a question was read."""
    return html.rsplit('<div class="fw-scope"', 1)[1].split("</div>")[0]


def test_places_of_a_comparison_can_be_taken_out_and_added_to() -> None:
    row = scope(show(Turn("哪个多?", answer=THREE)))
    assert re.findall(r'data-ask="([^"]+)"', row) == ["去掉东山区", "去掉西河县", "去掉南岭市"]
    assert re.findall(r'data-fill="([^"]+)"[^>]*>([^<]+)<', row) == [
        ("加上", "＋ 地区"),
        ("换成", "2024年"),
        ("换成", "换指标"),
    ]
    assert 'aria-label="去掉西河县"' in row


def test_the_only_place_and_the_only_topic_cannot_be_taken_out() -> None:
    row = scope(show(Turn("?", answer=replace(THREE, places=("东山区",)))))
    assert "data-ask" not in row
    assert "行政复议" in row


def test_topics_side_by_side_can_be_taken_out() -> None:
    row = scope(show(Turn("?", answer=replace(THREE, places=("东山区",), topics=("行政复议", "法律援助")))))
    assert re.findall(r'data-ask="([^"]+)"', row) == ["去掉行政复议", "去掉法律援助"]


def test_several_years_are_shown_and_not_changed() -> None:
    row = scope(show(Turn("?", answer=replace(THREE, years=(2023, 2024)))))
    assert "2023年" in row
    assert re.findall(r'data-fill="([^"]+)"[^>]*>([^<]+)<', row) == [("加上", "＋ 地区"), ("换成", "换指标")]


def test_only_the_last_answer_can_be_changed() -> None:
    html = render_conversation([Turn("甲", answer=THREE), Turn("乙", answer=THREE)], CHINESE)
    earlier, last = html.split('data-last="data-last"')[0], html.rsplit("fw-scope", 1)[1]
    assert html.count("data-fill") == 3
    assert html.count('data-ask="去掉') == 3
    assert last.count('data-ask="去掉') == 3
    assert html.count('<div class="fw-scope"') == 2
    assert "西河县" in scope(
        earlier.split("fw-scope", 1)[0] + '<div class="fw-scope"' + earlier.split("fw-scope")[1]
    )


def test_many_places_are_counted() -> None:
    names = tuple(f"第{n}区" for n in range(15))
    row = scope(show(Turn("?", answer=replace(THREE, places=names))))
    assert row.count("data-ask") == 12
    assert "+3" in row


def test_a_refusal_without_sources_says_nothing_of_a_scope() -> None:
    refusal = Answer(
        "请问哪个地区？", AnswerKind.REFUSAL, abstained=True, reason=Reason.AMBIGUOUS, places=("甲区",)
    )
    assert "fw-scope" not in show(Turn("?", answer=refusal))


def test_the_filter_is_the_scope_where_the_answer_has_none() -> None:
    row = scope(show(Turn("?", places=("北原县",), answer=replace(ANSWER, places=(), years=()))))
    assert "北原县" in row


def test_the_scope_in_english_asks_in_english() -> None:
    row = scope(render_conversation([Turn("?", answer=THREE)], ENGLISH))
    assert 'data-ask="remove 东山区"' in row
    assert 'data-fill="add "' in row
    assert 'data-fill="switch to "' in row
    assert 'aria-label="Take out 东山区"' in row


def test_hostile_names_in_the_scope_stay_text() -> None:
    html = show(Turn("?", answer=replace(THREE, places=(HOSTILE, "甲区"), topics=(HOSTILE, "乙"))))
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("data-ask") == 4


def test_pictures_stand_below_the_words_and_not_while_they_appear() -> None:
    drawn = Series(
        "行政复议", (Point("东山区", 2024, 76.0, "76件", 1), Point("西河县", 2024, 30.0, "30件", 1))
    )
    turn = Turn("?", answer=replace(THREE, series=(drawn,)))
    html = show(turn)
    assert html.index("fw-words") < html.index("fw-chart") < html.index("fw-sources")
    assert html.count('class="fw-chip"') == 3  # in the words and behind each bar
    assert "fw-chart" not in show(turn, shown="东山区")


def test_what_is_asked_back_for_is_offered_as_buttons():
    asked = Answer(
        "您问的是哪个地区？可选：云湖区、<b>山</b>县。",
        AnswerKind.REFUSAL,
        abstained=True,
        reason=Reason.AMBIGUOUS,
        choices=("云湖区", "<b>山</b>县"),
    )
    html = render_conversation([Turn("法律援助多少件", answer=asked)], CHINESE)
    assert 'data-ask="云湖区"' in html
    assert 'data-ask="&lt;b&gt;山&lt;/b&gt;县"' in html
    two = render_conversation([Turn("法律援助多少件", answer=asked), Turn("云湖区", answer=asked)], CHINESE)
    assert two.count('data-ask="云湖区"') == 1
