from collections import Counter

import numpy as np

from embeddings.advice import LAY_TABLES, make_advice
from embeddings.topics import Topic, read_topics

TOPICS = [
    Topic("借钱", ("欠钱不还", "没写借条"), ("出借人可以起诉", "转账凭证可以作证", "利率不得超过四倍")),
    Topic("离婚", ("他不肯离",), ("调解无效的准予离婚",)),
]


def test_a_question_meets_clauses_of_its_topic_and_of_no_other() -> None:
    seen = Counter[str]()
    for advice in make_advice(TOPICS, 400):
        (topic,) = [t for t in TOPICS if t.name == advice.topic]
        other = TOPICS[1 - TOPICS.index(topic)]
        assert any(question in advice.question for question in topic.questions)
        assert any(clause in advice.answer for clause in topic.clauses)
        assert not any(clause in advice.answer for clause in other.clauses)
        assert advice.answer.endswith("。")
        seen[topic.name] += 1
    # Drawn as often as it has questions: two of three.
    assert 220 < seen["借钱"] < 310


def test_one_seed_makes_one_draw() -> None:
    first, again, other = (list(make_advice(TOPICS, 50, seed=seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_clause_that_is_near_is_drawn_and_a_far_one_is_not() -> None:
    near = [np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]], np.float32), np.ones((1, 1), np.float32)]
    for advice in make_advice(TOPICS, 400, near):
        if advice.topic == "借钱" and "没写借条" not in advice.question:
            assert "出借人可以起诉" in advice.answer
            assert "转账凭证" not in advice.answer
        if advice.topic == "借钱" and "欠钱不还" not in advice.question:
            assert "转账凭证可以作证" in advice.answer


def test_the_tables_are_many_and_lexically_far() -> None:
    topics = read_topics(LAY_TABLES)
    assert len(topics) >= 100
    assert sum(len(topic.questions) for topic in topics) >= 1_000
    assert sum(len(topic.clauses) for topic in topics) >= 500
    alike = [
        len(set(question) & set("".join(topic.clauses))) / len(set(question))
        for topic in topics
        for question in topic.questions
    ]
    assert np.median(alike) < 0.75


def test_stories_are_told_around_some_questions_only() -> None:
    lengths = [len(a.question) for a in make_advice(read_topics(LAY_TABLES), 500)]
    assert min(lengths) < 12
    assert max(lengths) > 50
