import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.errors import EncoderError
from embeddings.hashing import HashingEncoder
from embeddings.static import TOPICS_FILE, StaticEncoder
from embeddings.topics import (
    CLAUSES,
    PAIRS_FILE,
    TABLES,
    Topic,
    main,
    make_pairs,
    parse_topics,
    read_topics,
    shares,
    topic_vectors,
)

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


def test_a_topic_of_two_tables_holds_what_both_say(tmp_path: Path) -> None:
    more = "## 败诉\n? 输了几场\n? 官司打输几件\n= 一审行政诉讼败诉8件\n= 败诉率5.5%\n"
    (tmp_path / "a.txt").write_text(TABLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(more, encoding="utf-8")
    merged, other = read_topics(tmp_path)
    assert merged.name == "败诉"
    assert merged.questions == ("告政府告输了几回", "输了几场", "吃了几回败仗", "官司打输几件")
    assert merged.clauses == ("一审行政诉讼败诉8件", "败诉率5.5%")
    assert other == parse_topics(TABLE)[1]


def test_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="holds no topic table"):
        read_topics(tmp_path)


def test_every_question_meets_clauses_of_its_topic() -> None:
    topics = read_topics()
    pairs = list(make_pairs(topics))
    count = Counter(pair["topic"] for pair in pairs)
    assert count == {t.name: len(t.questions) * min(CLAUSES, len(t.clauses)) for t in topics}
    by_name = {topic.name: topic for topic in topics}
    for pair in pairs:
        topic = by_name[pair["topic"]]
        assert any(question in pair["a"] for question in topic.questions)
        assert any(clause in pair["b"] for clause in topic.clauses)


def test_a_question_meets_no_clause_twice_and_every_clause_is_drawn() -> None:
    clauses = tuple(f"败诉案件第{n}类" for n in "甲乙丙丁戊己庚辛")
    topic = Topic("败诉", tuple(f"输了几回{n}" for n in range(20)), clauses)
    pairs = [p for p in make_pairs([topic, Topic("公证", ("盖章",), ("办理公证",))]) if p["topic"] == "败诉"]
    drawn = [[c for c in clauses if c in pair["b"]] for pair in pairs]
    assert all(len(found) == 1 for found in drawn)
    each = [tuple(c for (c,) in drawn[i : i + CLAUSES]) for i in range(0, len(drawn), CLAUSES)]
    assert all(len(set(found)) == CLAUSES for found in each)
    assert {c for found in each for c in found} == set(clauses)


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


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_topic_vectors_are_unit_rows_of_the_encoder() -> None:
    encoder = HashingEncoder()
    topics = parse_topics(TABLE)
    vectors = topic_vectors(encoder, topics)
    assert vectors.shape == (len(topics), encoder.dim)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_topic_lies_between_its_questions_and_its_clauses() -> None:
    topics = parse_topics(TABLE)
    vectors = topic_vectors(HashingEncoder(), topics)
    for number, topic in enumerate(topics):
        for texts in (topic.questions, topic.clauses):
            near = HashingEncoder().encode(texts) @ vectors.T
            assert set(near.argmax(axis=1)) == {number}


def test_questions_and_clauses_weigh_alike_however_many_there_are() -> None:
    few = topic_vectors(HashingEncoder(), [Topic("公证", ("盖章",), ("办理公证3120件",))])
    many = topic_vectors(HashingEncoder(), [Topic("公证", ("盖章",) * 9, ("办理公证3120件",))])
    np.testing.assert_allclose(few, many, atol=1e-6)


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 99))
def test_shares_are_unit_rows_whose_products_are_coefficients(n: int, n_topics: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    texts, topics = (unit(rng.standard_normal((size, 8))) for size in (n, n_topics))
    rows = shares(texts, topics)
    assert rows.shape == (n, n_topics)
    assert rows.dtype == np.float32
    assert (rows >= 0).all()
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    products = rows @ rows.T
    assert products.min() >= 0
    assert products.max() <= 1 + 1e-5
    np.testing.assert_array_equal(rows.argmax(axis=1), (texts @ topics.T).argmax(axis=1))


def test_shares_by_hand() -> None:
    topics = np.eye(2, dtype=np.float32)
    (row,) = shares(np.array([[0.8, 0.6]], np.float32), topics)
    odds = np.exp((0.8 - 0.6) / 0.05)
    np.testing.assert_allclose(row, np.sqrt([odds / (1 + odds), 1 / (1 + odds)]), atol=1e-5)


@pytest.mark.parametrize(
    ("question", "clause", "others"),
    [
        ("告政府告输了几回", "一审行政诉讼败诉8件", ("办理公证3120件", "开展法治宣传活动120场")),
        ("没钱请律师的帮了几个", "受理法律援助案件587件", ("办理公证3120件", "行政处罚案件1476件")),
        ("盖公证章的有多少", "办理公证3120件", ("受理法律援助案件587件", "人民调解调处纠纷800件")),
    ],
)
def test_the_right_topic_wins(question: str, clause: str, others: tuple[str, ...]) -> None:
    encoder = StaticEncoder()
    assert encoder.topics is not None
    (asked,) = shares(encoder.encode([question], query=True), encoder.topics)
    held = shares(encoder.encode([clause, *others]), encoder.topics)
    likeness = held @ asked
    assert likeness.argmax() == 0
    assert likeness[0] > 0.3


def test_the_shipped_vectors_are_those_of_the_tables() -> None:
    encoder = StaticEncoder()
    assert encoder.topics is not None
    np.testing.assert_allclose(encoder.topics, topic_vectors(encoder, read_topics()), atol=1e-3)


def test_vectors_are_written_into_a_model(static_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "a.txt").write_text("## 败诉\n? 诉讼 败诉\n= 行政 诉讼\n", encoding="utf-8")
    # The vectors of a model that stood here before, of another number of numbers.
    np.save(static_folder / TOPICS_FILE, np.ones((2, 5), np.float16))
    assert main(["--tables", str(tmp_path / "tables"), "--model", str(static_folder)]) == 0
    assert (static_folder / TOPICS_FILE).is_file()
    written = StaticEncoder(static_folder).topics
    assert written is not None
    assert written.shape == (1, 8)
