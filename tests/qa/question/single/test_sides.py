"""Two places with a topic each, and when they share one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from qa.question.places.resolver import ScopeResolver
from qa.question.single.alone import blank
from qa.question.single.intent_reading import read_intent
from qa.question.single.sides import TopicSide, read_sides, read_topics, same_topic
from qa.question.words.lexicon import Lexicon
from qa.question.words.term_reading import read_terms
from qa.question.words.terms import Term
from qa.question.words.vocabulary import RANKING
from qa.text import clean_question
from qa.types import ReportMeta

LEXICON = Lexicon.load()


def meta(place: str, parent: str) -> ReportMeta:
    return ReportMeta(place, f"{place}.txt", place, parent, "county", 2024, "", "", "", False, "")


RESOLVER = ScopeResolver([meta("江阴市", "无锡市"), meta("昆山市", "苏州市"), meta("嵊州市", "绍兴市")])


def rarity(words: Iterable[str]) -> dict[str, int]:
    return {word: int(word == "湖畔") for word in words}


def read(text: str) -> tuple[Term, ...]:
    return read_terms(text, (), LEXICON, rarity, 200)


def sides(question: str) -> tuple[TopicSide, ...]:
    cleaned = clean_question(question)
    scope = RESOLVER.resolve(cleaned, date(2025, 6, 1))
    return read_sides(blank(cleaned, scope.spans), scope.at, read)


def topics(question: str) -> list[tuple[str, list[str]]]:
    return [(side.place, [t.text for t in side.terms]) for side in sides(question)]


@pytest.mark.parametrize(
    "question",
    [
        "江阴的人民调解和昆山的法律援助哪个多",
        "江阴2024年的人民调解和昆山2023年的法律援助,哪个多?",
        "江阴人民调解、昆山法律援助,谁更多",
    ],
)
def test_two_places_with_a_topic_each(question: str):
    assert topics(question) == [("江阴市", ["人民调解"]), ("昆山市", ["法律援助"])]


def test_three_places_of_which_one_differs():
    assert topics("江阴人民调解、昆山人民调解、嵊州法律援助,哪个多") == [
        ("江阴市", ["人民调解"]),
        ("昆山市", ["人民调解"]),
        ("嵊州市", ["法律援助"]),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "江阴和昆山的法律援助哪个多",  # the topic stands behind the last place
        "江阴的法律援助和昆山比哪个多",  # or behind the first
        "法律援助江阴和昆山哪个多",  # or before both
        "江阴的法律援助和昆山的法律援助哪个多",
        "江阴的复议申请和昆山的行政复议哪个多",  # the same in other words
        "江阴打官司输了几回,昆山行政诉讼败诉几件",
        "江阴办理的和昆山办理的哪个多",  # 办理 names no topic
    ],
)
def test_places_that_share_a_topic_have_no_sides(question: str):
    assert sides(question) == ()


@pytest.mark.parametrize(
    "question", ["江阴的法律援助多少件", "法律援助多少件", "江阴的公证和江阴的法律援助哪个多"]
)
def test_fewer_than_two_places_have_no_sides(question: str):
    assert sides(question) == ()


@pytest.mark.parametrize(
    ("question", "common"),
    [
        ("江阴的人民调解和昆山的法律援助,哪个件数多?", ",哪个件数多?"),
        ("江阴的人民调解和昆山的法律援助谁更多", "谁更多"),
        ("江阴的人民调解和昆山的法律援助放一起差几件", "放一起差几件"),
        ("一共多少件:江阴的人民调解和昆山的法律援助", "一共多少件:"),
    ],
)
def test_what_is_asked_of_both_stands_on_each_side(question: str, common: str):
    first, second = sides(question)
    assert first.content.endswith(common)
    assert second.content.endswith(common)
    assert second.content.count(common) == 1
    assert "法律援助" not in first.content
    assert "人民调解" not in second.content


def test_a_rare_word_names_a_topic():
    assert topics("江阴的湖畔和昆山的法律援助哪个多") == [("江阴市", ["湖畔"]), ("昆山市", ["法律援助"])]


def test_terms_asked_of_both_are_terms_of_each_side():
    first, second = sides("江阴的人民调解和昆山的法律援助,群众满意率哪个高?")
    shared = {t.text for t in first.terms} & {t.text for t in second.terms}
    assert any("满意率" in text for text in shared)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("复议申请", "行政复议", True),
        ("没钱请律师", "法律援助", True),
        ("湖畔", "湖畔调解室", True),
        ("人民调解", "法律援助", False),
        ("办理", "办理", False),  # no topic on either side
    ],
)
def test_same_topic(one: str, other: str, same: bool):
    assert same_topic(read(one), read(other)) is same
    assert same_topic(read(other), read(one)) is same


def several(question: str) -> list[list[str]]:
    cleaned = clean_question(question)
    scope = RESOLVER.resolve(cleaned, date(2025, 6, 1))
    content = blank(cleaned, scope.spans)
    asked = RANKING.sub(lambda match: " " * len(match[0]), content)
    found = read_topics(content, asked, read_intent(content), len(scope.places), read)
    assert all(side.place == "" for side in found)
    return [[t.text for t in side.terms] for side in found]


@pytest.mark.parametrize(
    "question",
    [
        "比较江阴和昆山2024年的行政复议和法律援助",
        "江阴、昆山的行政复议、法律援助分别多少件",
        "江阴和昆山行政复议以及法律援助各多少",
        "江阴2024年行政复议和法律援助各多少件?",
        "对比江阴和昆山行政复议与法律援助两项",
    ],
)
def test_several_topics_of_the_same_places(question: str):
    assert several(question) == [["行政复议"], ["法律援助"]]


def test_three_topics():
    assert several("列表比较江阴和昆山的行政复议、法律援助和人民调解") == [
        ["行政复议"],
        ["法律援助"],
        ["人民调解"],
    ]


@pytest.mark.parametrize(
    "question",
    [
        "比较江阴和昆山的法律援助",
        "比较江阴和昆山的行政复议和复议申请",  # one thing in two words
        "比较江阴和昆山的行政复议调解和解",  # 和 inside a word
        "江阴行政复议和法律援助一共多少件",  # one place, nothing is asked of each
        "总结江阴和昆山的行政复议和法律援助",  # no figures
        "比较江阴和昆山的行政复议和办理情况",  # 办理情况 names no topic
    ],
)
def test_one_topic_or_none_is_no_table(question: str):
    assert several(question) == []
