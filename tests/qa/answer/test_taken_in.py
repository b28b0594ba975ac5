"""Cases that came in, in the word of the coast (受案): asked as 收案, told as printed."""

from collections.abc import Iterator

import pytest

from tests.asking import Ask, asking

_REPORT = (
    "文成县2024年法治政府建设情况\n2024年，文成县坚持依法行政。\n一、化解行政争议\n"
    "县政府行政复议受案176件，审结168件，调撤结案83件；一审行政诉讼57件，败诉率3.5%。\n文成县人民政府\n2025年2月12日\n"
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("taken"), [_REPORT]) as ask:
        yield ask


@pytest.mark.parametrize(
    "question", ["文成县2024年行政复议收案多少件？", "文成县2024年行政复议多少件？", "文成县2024年复议受案数"]
)
def test_it_is_told(ask: Ask, question: str) -> None:
    assert [value.value for value in ask(question).values] == ["176"]


def test_what_was_accepted_is_not_what_came_in(ask: Ask) -> None:
    assert not ask("文成县2024年行政复议受理多少件？").values
