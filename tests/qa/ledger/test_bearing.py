"""The look-up of words by their first characters finds what looking for each of them finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.ledger.bearing import Bearing, IndicatorWords
from qa.ledger.catalogue import load_catalogue
from qa.ledger.wording import holds

CATALOGUE = load_catalogue()
CHOSEN = tuple(IndicatorWords.of(one, CATALOGUE) for one in CATALOGUE.indicators if one.bears("件", "case"))
BEARING = Bearing.of(CHOSEN)
WORDS = sorted({word for w in CHOSEN for word in (*w.about, *w.counts, *w.excludes, *w.whole)})


@given(st.lists(st.sampled_from([*WORDS, "的", ",", "全年", "|"]), max_size=5))
def test_the_look_up_finds_every_word_and_no_other(pieces: list[str]):
    own = "".join(piece.replace("~", "某") for piece in pieces)
    assert BEARING.words_in(own) == {word for word in WORDS if holds(own, word)}


def test_words_with_gaps_are_found_across_them():
    gapped = next(word for word in WORDS if "~" in word)
    assert gapped in BEARING.words_in(gapped.replace("~", "各部门的"))
    assert gapped not in BEARING.words_in(gapped.replace("~", ","))
