"""Words that narrow what is counted: what they ask of the words round a figure."""

from __future__ import annotations

import pytest

from qa.question.words.qualifiers import find_denied, find_qualifiers


@pytest.mark.parametrize(
    ("question", "word", "also"),
    [
        ("涉外公证办了多少件", "涉外", "国际"),
        ("给未成年人办的法律援助多少件", "未成年人", "儿童"),
        ("二审行政诉讼案件多少件", "二审", "二审"),
        ("适用简易程序的行政复议", "简易程序", "简易程序"),
        ("专职人民调解员多少名", "专职", "专职"),
        ("复议维持了几件", "维持", "维持"),
        ("公证费减免了多少", "减免", "免"),
        ("负责人出庭多少件", "出庭", "应诉率"),
    ],
)
def test_a_word_that_narrows_is_found_with_its_like(question: str, word: str, also: str):
    (group,) = find_qualifiers(question)
    assert word in group and also in group


@pytest.mark.parametrize(
    "question",
    ["办理公证多少件", "没钱打官司的帮了几个", "老人家来听课的有多少", "一网通办率", "送法进校园进社区几场"],
)
def test_plain_and_everyday_questions_are_not_narrowed(question: str):
    assert find_qualifiers(question) == ()


def test_what_did_not_pass_is_asked_for_in_the_words_of_school():
    assert find_denied("案卷检查有几份不及格") == ("合格",)
    assert find_denied("案卷检查有几份及格") == ()
