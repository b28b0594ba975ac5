"""When mentions settle a place, and when they do not."""

import pytest

from qa.reading.scores import Clues, best_scored, mentions_in


def best(body: str, *signatures: str) -> str:
    found = best_scored(Clues("", signatures, "", body[:400], body), mentions_in(body))
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("出台《安吉县办法》《安吉县细则》,安吉县审查文件,全县落实。", "安吉县"),
        ("出台《安吉县办法》《安吉县细则》,全县落实。", ""),  # two mentions
        # the city above, of a county that never names itself
        ("全县落实,我县整改。湖州市司法局督查。湖州市政府发文。湖州市推广。湖州市表彰。湖州市点评。", ""),
        # two neighbours named alike
        ("办案12件。安吉县、长兴县共建。安吉县、长兴县互认。安吉县、长兴县会商。安吉县、长兴县联动。", ""),
    ],
)
def test_mentions(body: str, place: str) -> None:
    assert best(body) == place


def test_a_signature_needs_no_mention() -> None:
    assert best("全县落实,我县整改。湖州市表彰。", "安吉县人民政府") == "安吉县"


@pytest.mark.parametrize("words", ["赴湖州市安吉县学习", "接待湖州市安吉县来访", "与湖州市安吉县共建"])
def test_a_partner_counts_half_with_the_city_before_it(words: str) -> None:
    assert mentions_in(words * 2)["安吉县"] == mentions_in(words * 2)["湖州市"] == 1
