from __future__ import annotations

import pytest

from qa.question.words.deeds import deed_of


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("挑出来的毛病已经改了多少条", "整改"),
        ("大家提的想法最后用了几条", "采纳"),
        ("多罚的钱退回去多少", "退还"),
        ("执法证注销掉的多少人", "注销"),
        ("欠的账要回来多少", "追回"),
        ("吵架的劝好了几起", "成功"),
        ("考过的有几个", "合格"),
        ("学校改好了的有多少处", "整改"),
        ("改了或者撤了的罚款案有几件", "撤销"),
        ("合同被打回去重写的有几份", "退回"),
        ("地方戏唱了几场", "巡演"),
        ("电影放了几场", "放映"),
        ("考执法证的过了几个", "通过"),
    ],
)
def test_the_verb_before_the_count_gives_the_deed(question: str, official: str) -> None:
    assert official in deed_of(question)


@pytest.mark.parametrize(
    "question",
    ["调解了多少件纠纷", "听了多少意见", "没改好的有几个", "考了多少人", "有多少律师", "改革办法有几个"],
)
def test_a_bare_or_denied_verb_is_no_deed(question: str) -> None:
    assert deed_of(question) == ()


def test_the_last_verb_counts() -> None:
    assert deed_of("抓了几个人,退回来多少")[0] == "退还"
