"""A rate of another name is no answer to a question on a rate."""

from __future__ import annotations

import pytest

from qa.answer.guards.rates import other_rate
from qa.ledger.mention import Mention
from qa.ledger.observe import observe
from qa.question.words.lexicon import Lexicon
from qa.question.words.term_reading import read_terms
from qa.question.words.terms import Term
from qa.reading import read_text

LEXICON = Lexicon.load()


def terms(question: str) -> tuple[Term, ...]:
    return read_terms(question, (), LEXICON, lambda words: dict.fromkeys(words, 1), 100)


def mention(sentence: str, figure: str) -> Mention:
    text = f"甲河区2024年法治政府建设工作报告\n\n一、2024年工作情况\n\n深入推进依法行政，扎实推进各项工作。{sentence}\n"
    report = read_text(text, "a.txt", place="甲河区", year=2024)
    return next(m for m in observe(report) if m.quantity.value == figure)


SENTENCE = "全年新收行政复议案件320件，调解和解率31.5%，直接纠错率8.6%，败诉率同比下降1.2个百分点。"


@pytest.mark.parametrize(
    ("question", "figure", "other"),
    [
        ("行政复议直接纠错率是多少", "31.5", True),
        ("行政复议直接纠错率是多少", "8.6", False),
        ("行政复议调解和解率是多少", "8.6", True),
        ("行政复议调解和解率是多少", "31.5", False),
        ("行政复议和解率是多少", "31.5", False),  # a part of the name
        ("行政诉讼败诉率是多少", "8.6", True),
        ("行政复议收了多少件", "8.6", False),  # no rate is asked for
        ("行政复议纠错率先后变化", "31.5", False),  # 率先
        ("直接纠错率是多少", "320", False),  # no per cent: ruled out elsewhere
        ("败诉率是多少", "1.2", False),  # a change: ruled out elsewhere
    ],
)
def test_rates_by_their_names(question: str, figure: str, *, other: bool):
    assert other_rate(question, terms(question), mention(SENTENCE, figure)) is other


def test_everyday_words_name_no_rate():
    question = "打官司输掉的比率是多少"
    assert any(t.everyday for t in terms(question))
    assert not other_rate(question, terms(question), mention(SENTENCE, "8.6"))


def test_a_figure_without_a_name_of_its_own_may_be_any_rate():
    assert not other_rate("败诉率是多少", terms("败诉率是多少"), mention("全区一审行政案件占25%。", "25"))


def test_words_that_all_rates_have_tell_none_apart():
    assert other_rate(
        "行政案件败诉率是多少", terms("行政案件败诉率是多少"), mention("行政案件息诉服判率为88%。", "88")
    )


def test_a_share_of_the_lost_is_no_rate_of_losing():
    question = "行政诉讼败诉率是多少"
    lost = mention("乡镇一级行政案件败诉9件，占全县败诉案件的六成。", "60")
    assert other_rate(question, terms(question), lost)
    done = mention("办结案件98件，占应办结案件的98%。", "98")
    assert not other_rate("办结率是多少", terms("办结率是多少"), done)
