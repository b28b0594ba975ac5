"""How a topic is named for people."""

from __future__ import annotations

from qa.question.words.naming import topic_of
from qa.question.words.terms import Term


def _term(text: str, weight: float = 2.0) -> Term:
    return Term(text, weight, ((text, 1.0),), True)


def test_a_topic_names_the_weighty_words_in_order_and_shows_no_figure() -> None:
    made = (_term("石桥"), _term("30"), _term("轻", 0.1), _term("调解室"))
    assert topic_of(made, "石桥30轻调解室") == "石桥调解室"
    assert topic_of((), "") == ""
    assert len(topic_of((_term("长" * 50),), "")) == 20


def test_the_words_of_a_topic_stand_as_they_were_asked() -> None:
    # 调解委员会 is read before 人民, for the lexicon knows it
    assert topic_of((_term("调解委员会"), _term("人民")), "人民调解委员会有多少个") == "人民调解委员会"


def test_a_word_that_the_question_does_not_print_stands_behind_the_one_before_it() -> None:
    assert topic_of((_term("不予"), _term("受理"), _term("复议")), "复议不予的有几件") == "复议不予受理"


def test_what_two_words_share_is_printed_once() -> None:
    assert topic_of((_term("首违不罚"), _term("不罚事项")), "首违不罚事项有几项") == "首违不罚事项"
