import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.wording import contains, markers, parse_label, plain_figures, same_place, squash, strip_markers


def test_strips_markers_and_links() -> None:
    assert strip_markers("587件[1],571件[[2]](#src-2)。") == "587件,571件。"
    assert [number for number, _, _ in markers("587件[1],571件[[2]](#src-2)。")] == [1, 2]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("《鹤山市办法》", "鹤山市办法"),
        ("发布于2025 年 3月14日", "2025年3月14日"),
        ("共1,476件", "1476件"),
        ("率为5.54%", "5.54%"),
        ("A级", "a级"),
    ],
)
def test_contains_folded_words(answer: str, words: str) -> None:
    assert contains(squash(answer), words)


@pytest.mark.parametrize(
    ("answer", "words"), [("512件", "12件"), ("5.541", "5.54"), ("15.54%", "5.54%"), ("件", "。")]
)
def test_a_figure_is_not_found_inside_a_longer_one(answer: str, words: str) -> None:
    assert not contains(squash(answer), words)


def test_figures_of_an_enumeration_stay_apart() -> None:
    assert contains(squash("分别为571、587件"), "571")


@pytest.mark.parametrize(
    "text",
    [
        "2024年",
        "2021-2025年",
        "截至2024年12月31日",
        "2025-03-14",
        "[12]",
        "第3季度",
        "1. 加强",
        "- 2)推进",
        "《清单3.0版》",
    ],
)
def test_what_is_no_figure_of_the_subject(text: str) -> None:
    assert plain_figures(text) == []


def test_a_count_like_a_year_is_a_figure() -> None:
    assert [f.value for f in plain_figures("共2024件")] == [2024]


def test_the_question_may_be_echoed() -> None:
    assert [f.value for f in plain_figures("12345热线接到300件", "12345热线接了多少件?")] == [300]


def test_offsets_are_into_the_text_with_markers() -> None:
    text = "[1]共587件"
    (figure,) = plain_figures(text)
    assert text[figure.start : figure.end] == "587"


@pytest.mark.parametrize(
    ("a", "b"),
    [("鹤山市", "鹤山市"), ("江门市鹤山市", "鹤山市"), ("鹤山", "鹤山市"), ("某国家高新区", "某高新区")],
)
def test_same_place(a: str, b: str) -> None:
    assert same_place(a, b)
    assert same_place(b, a)


@pytest.mark.parametrize(("a", "b"), [("鹤山市", "鹤山县"), ("鹤山市", ""), ("鹤山市", "台山市")])
def test_other_place(a: str, b: str) -> None:
    assert not same_place(a, b)


def test_labels() -> None:
    assert (parse_label("鹤山市").place, parse_label("鹤山市").year) == ("鹤山市", None)
    assert (parse_label("2023年").place, parse_label("2023年").year) == ("", 2023)
    assert (parse_label("鹤山市2023年").place, parse_label("鹤山市2023年").year) == ("鹤山市", 2023)
    assert (parse_label("人民调解").place, parse_label("人民调解").year) == ("", None)


@given(st.text(max_size=200), st.text(max_size=20))
def test_never_raises(text: str, words: str) -> None:
    contains(squash(text), words)
    plain_figures(text, words)
    parse_label(words)
