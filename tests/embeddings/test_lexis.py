from pathlib import Path

import pytest

from embeddings.errors import EncoderError
from embeddings.lexis import LEXIS_TABLES, Matter, lexis_pairs, read_lexis

MATTERS = [
    Matter(("散伙", "分手", "闹离婚"), ("感情破裂", "调解无效", "准予离婚")),
    Matter(("借条", "赖账"), ("民间借贷", "逾期利息")),
]


def test_reads_both_sides_and_skips_comments(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("借条 赖账 = 民间借贷 逾期利息\n", "utf-8")
    (tmp_path / "a.txt").write_text("# 注\n\n散伙 分手 闹离婚 = 感情破裂 调解无效 准予离婚\n", "utf-8")
    assert read_lexis(tmp_path) == MATTERS


@pytest.mark.parametrize("line", ["散伙 分手", "散伙 = 感情破裂 调解无效", "散伙 分手 = 感情破裂"])
def test_a_line_without_two_words_on_each_side_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(line + "\n", "utf-8")
    with pytest.raises(EncoderError, match=r"a\.txt:1: .* is no line of a lexicon"):
        read_lexis(tmp_path)


def test_draws_stay_on_their_line_and_share_no_word() -> None:
    pairs = list(lexis_pairs(MATTERS, rounds=40))
    across = 0
    for number, pair in enumerate(pairs):
        matter = MATTERS[number % 2]
        a, b = set(pair.a.split()), set(pair.b.split())
        assert pair.group == f"lexis {number % 2}"
        assert a and b
        assert not a & b
        assert a | b <= {*matter.spoken, *matter.written}
        across += a <= set(matter.spoken) and b <= set(matter.written)
    assert len(pairs) == 80
    assert across > 40


def test_seed_fixes_the_draws() -> None:
    assert list(lexis_pairs(MATTERS, 3, seed=5)) == list(lexis_pairs(MATTERS, 3, seed=5))
    assert list(lexis_pairs(MATTERS, 3, seed=5)) != list(lexis_pairs(MATTERS, 3, seed=6))


def test_the_tables_can_be_read() -> None:
    matters = read_lexis(LEXIS_TABLES)
    assert len(matters) > 100
    assert any("老赖" in matter.spoken for matter in matters)
