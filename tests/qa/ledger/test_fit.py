"""How the words of an indicator stand among a figure's own."""

from __future__ import annotations

import pytest

from qa.ledger.bearing import IndicatorWords
from qa.ledger.catalogue import load_catalogue
from qa.ledger.fit import fit_of, named_of

CATALOGUE = load_catalogue()


def words_of(id_: str) -> IndicatorWords:
    one = CATALOGUE.get(id_)
    assert one is not None
    return IndicatorWords.of(one, CATALOGUE)


@pytest.mark.parametrize(
    ("left", "behind", "left_over", "narrowed"),
    [
        ("罚没款", "", "", False),
        ("涉外罚没款", "", "涉外   ", True),
        ("", "罚没款", "", False),
    ],
)
def test_what_is_left_over(left: str, behind: str, left_over: str, narrowed: bool):
    fit = fit_of(("罚没款",), left, behind)
    assert fit is not None
    assert (fit.left_over, fit.narrowed, fit.matched) == (left_over, narrowed, 3)


def test_words_far_from_the_figure_do_not_fit():
    assert fit_of(("罚没款",), "罚没款以外的其他各种收费", "") is None
    assert fit_of(("罚没款",), "收费", "来源于上述罚没款") is None


def test_held_words_by_their_roles():
    named = named_of(words_of("penalty-amount"), frozenset({"罚没", "免去", "受理"}))
    assert named.own
    assert named.about == ("罚没",)
    assert named.excluded == ("免去",)
    assert not named.whole
