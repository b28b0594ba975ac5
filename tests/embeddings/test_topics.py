import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.errors import EncoderError
from embeddings.topics import PAIRS_FILE, TABLES, Topic, main, make_pairs, parse_topics, read_topics

TABLE = """# a comment
## 败诉
? 告政府告输了几回 | 输了几场
? 吃了几回败仗
= 一审行政诉讼败诉8件

## 公证
? 盖公证章的有多少
= 办理公证3120件
"""
WORD = st.text(alphabet="法治政府告输了几回件8", min_size=1, max_size=12)


def test_parses_a_table() -> None:
    assert parse_topics(TABLE) == [
        Topic("败诉", ("告政府告输了几回", "输了几场", "吃了几回败仗"), ("一审行政诉讼败诉8件",)),
        Topic("公证", ("盖公证章的有多少",), ("办理公证3120件",)),
    ]


@given(st.lists(st.tuples(st.lists(WORD, min_size=1), st.lists(WORD, min_size=1)), max_size=6))
def test_parses_what_was_written(rows: list[tuple[list[str], list[str]]]) -> None:
    topics = [Topic(f"t{i}", tuple(q), tuple(c)) for i, (q, c) in enumerate(rows)]
    lines = [
        line
        for topic in topics
        for line in (
            f"## {topic.name}",
            *(f"? {q}" for q in topic.questions),
            *(f"= {c}" for c in topic.clauses),
        )
    ]
    assert parse_topics("\n".join(lines)) == topics


@given(st.text(max_size=80))
def test_any_text_parses_or_is_refused(table: str) -> None:
    try:
        topics = parse_topics(table)
    except EncoderError:
        return
    assert all(topic.questions and topic.clauses for topic in topics)


@pytest.mark.parametrize("line", ["? 早了", "! 错", "##", "## a\n?"])
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(EncoderError, match="is no line of a table; write '## topic'"):
        parse_topics(line)


def test_topic_without_clauses_is_refused() -> None:
    with pytest.raises(EncoderError, match="topic '败诉' needs at least one"):
        parse_topics("## 败诉\n? 输了几场")


def test_topic_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TABLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TABLE, encoding="utf-8")
    with pytest.raises(EncoderError, match="topic '败诉' occurs twice"):
        read_topics(tmp_path)


def test_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="holds no topic table"):
        read_topics(tmp_path)


def test_every_question_meets_every_clause() -> None:
    topics = read_topics()
    pairs = list(make_pairs(topics))
    count = Counter(pair["topic"] for pair in pairs)
    assert all(count[topic.name] == len(topic.questions) * len(topic.clauses) for topic in topics)
    by_name = {topic.name: topic for topic in topics}
    for pair in pairs:
        topic = by_name[pair["topic"]]
        assert any(question in pair["a"] for question in topic.questions)
        assert any(clause in pair["b"] for clause in topic.clauses)


def test_one_topic_alone_has_no_neighbour() -> None:
    pairs = list(make_pairs(parse_topics(TABLE)[:1]))
    assert len(pairs) == 3


def test_committed_pairs_are_those_of_the_tables(tmp_path: Path) -> None:
    assert main(["--out", str(tmp_path / PAIRS_FILE)]) == 0
    assert (tmp_path / PAIRS_FILE).read_bytes() == (TABLES / PAIRS_FILE).read_bytes()


def test_pairs_are_many_and_lexically_far() -> None:
    rows = [json.loads(line) for line in (TABLES / PAIRS_FILE).read_text("utf-8").splitlines()]
    assert len(rows) >= 1500
    assert len({row["topic"] for row in rows}) >= 80
    questions = [question for topic in read_topics() for question in topic.questions]
    assert len(set(questions)) >= 0.98 * len(questions)
    # The point of the pairs is to bridge words: most share few characters with their clause.
    han = re.compile(r"[\u4e00-\u9fff]")
    shared = [
        len(set(han.findall(r["a"])) & set(han.findall(r["b"]))) / len(set(han.findall(r["a"]))) for r in rows
    ]
    assert sorted(shared)[len(shared) // 2] < 0.3
