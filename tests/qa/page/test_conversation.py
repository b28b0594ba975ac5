from __future__ import annotations

from dataclasses import replace

from qa.page.conversation import Turn, render_conversation, render_welcome
from qa.page.labels import CHINESE, ENGLISH
from qa.types import Answer, AnswerKind, Reason
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
