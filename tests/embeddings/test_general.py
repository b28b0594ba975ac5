from pathlib import Path

import pytest

from embeddings.errors import EncoderError
from embeddings.general import (
    FIELDS_FILE,
    GENERAL_TABLES,
    Passage,
    field_pairs,
    passage_pairs,
    read_fields,
    read_passages,
)

RIVER = Passage("青河发源于雪山,长百里。下游有水库。", ("青河从哪里来?", "下游有什么?"))
FILM = Passage("影片由陈远执导。讲述渔家的故事。", ("导演是谁?",))


def test_reads_passages_with_their_questions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "# note\n\n= 青河长百里。\n? 多长? | 哪条河?\n? 几里?\n= 山高。\n", "utf-8"
    )
    (tmp_path / FIELDS_FILE).write_text("河 湖 海 江\n", "utf-8")
    assert read_passages(tmp_path) == [
        Passage("青河长百里。", ("多长?", "哪条河?", "几里?")),
        Passage("山高。", ()),
    ]


@pytest.mark.parametrize("line", ["? 问", "青河长百里。"])
def test_line_that_is_no_passage_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(line + "\n", "utf-8")
    with pytest.raises(EncoderError, match=r"a\.txt:1: .* is no line of a table"):
        read_passages(tmp_path)


def test_field_of_few_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / FIELDS_FILE).write_text("河 湖 海\n", "utf-8")
    with pytest.raises(EncoderError, match="fewer than 4 words"):
        read_fields(tmp_path / FIELDS_FILE)


def test_questions_and_sentences_meet_their_passage() -> None:
    pairs = list(passage_pairs([RIVER, FILM], rounds=4))
    for a, b, group in pairs:
        passage = (RIVER, FILM)[int(group.split()[1])]
        if a in passage.questions:
            assert passage.text in b
        else:
            assert all(phrase in passage.text for phrase in a.split("、"))
    assert {a for a, _, _ in pairs} >= {*RIVER.questions, *FILM.questions}
    assert any(len(b) > len(RIVER.text) for _, b, _ in pairs), "no passage stands beside another one"
    rests = {(a, b) for a, b, _ in pairs}
    assert ("下游有水库。", "青河发源于雪山,长百里。") in rests


def test_two_draws_of_a_field_share_no_word() -> None:
    fields = [["导演", "主演", "票房", "剧情", "配乐"], ["河", "湖", "海", "江"]]
    for a, b, group in field_pairs(fields, rounds=10):
        words = set(fields[int(group.split()[1])])
        assert set(a.split()) <= words
        assert set(b.split()) <= words
        assert b
        assert not set(a.split()) & set(b.split())


def test_same_seed_same_pairs() -> None:
    assert list(passage_pairs([RIVER, FILM], seed=3)) == list(passage_pairs([RIVER, FILM], seed=3))
    assert list(passage_pairs([RIVER, FILM], seed=3)) != list(passage_pairs([RIVER, FILM], seed=4))


def test_our_own_tables_are_whole() -> None:
    passages = read_passages(GENERAL_TABLES)
    assert all(passage.questions for passage in passages)
    assert len({passage.text for passage in passages}) == len(passages) > 80
    assert len(read_fields(GENERAL_TABLES / FIELDS_FILE)) > 80
