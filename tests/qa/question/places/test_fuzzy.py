"""Slips in terms of this domain: looked up by what is left without a character, as if compared with every term."""

import pytest

from qa.question.places.fuzzy import is_typo, without_slips
from qa.question.words.vocabulary import SHORT

TERMS = [term for term in SHORT if len(term) == 4]


def compared_with_each(question: str) -> str:
    for at in range(len(question) - 3):
        run = question[at : at + 4]
        for term in TERMS:
            if is_typo(run, term):
                question = question[:at] + term + question[at + 4 :]
    return question


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("at", range(4))
def test_a_slip_is_put_right_as_by_comparing_with_each_term(term: str, at: int) -> None:
    for sign in "义意正政证处出初法发支资":
        question = f"去年{term[:at]}{sign}{term[at + 1 :]}多少件"
        assert without_slips(question) == compared_with_each(question)


def test_a_slip_of_the_same_sound_is_put_right() -> None:
    assert without_slips("行政复意多少件") == "行政复议多少件"
    assert without_slips("行政复查多少件") == "行政复查多少件"
