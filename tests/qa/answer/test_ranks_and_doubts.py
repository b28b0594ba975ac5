"""Ranks that reports tell, figures held against what a question says, what was due, the whole and its parts, time limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

ONE = """蕉岭县人民政府2024年法治政府建设年度报告

2024年，蕉岭县推进法治政府建设，现将有关情况报告如下。

一、主要做法

（一）强化组织领导。县委书记周明远主持召开全面依法治县委员会会议3次，县长高志新签批文件11份。副县长何建平分管司法行政工作。在市级2024年度法治建设绩效考评中，我县得分92.4分，位列全市第三。

（二）做好应诉工作。全年行政诉讼一审案件52件，败诉3件，败诉率5.8%，为全市最低。行政机关负责人应出庭40件，实际出庭38件，出庭率95%，未出庭的2件由副职代为出庭。

（三）规范执法。乡镇全年办理行政处罚案件190件，比上年的230件有所减少。12个乡镇持证执法人员144人，平均每个乡镇12人。开展法治督察2次，发现问题30个，已完成整改28个，其余2个正在推进。

（四）做好行政复议工作。收到行政复议申请96件，审结88件，其中维持50件，撤销7件，调解和解终止25件。行政复议决定纠错率7.9%。复议申请符合条件的5日内予以受理。

（五）加强队伍建设。新增公职律师6名，总数达到21名。法律顾问审查合同40份，为政府避免经济损失约700万元。县司法局在全市司法行政系统考核中排名第五。行政机关负责人出庭应诉率连续三年位居前列。培育法律明白人900名，每个村不少于4名。

（六）调解纠纷。全县人民调解组织调解矛盾纠纷1800件。

二、存在的不足

示范创建98项指标中仍有6项未达标，主要集中在数字化执法方面。

三、下一步打算

2025年6月底前新增持证执法人员30名。拖欠账款2025年底前清偿率达到95%。完成“八五”普法总结验收。
"""
OTHER = """平远县2024年度法治政府建设情况报告

2024年，平远县推进法治政府建设，现将有关情况报告如下。

一、主要做法

法治建设在全市绩效考评中获优秀等次，位居全市第六。全年行政诉讼一审案件20件，败诉3件，败诉率15%。行政机关负责人出庭应诉率100%。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(
        tmp_path_factory.mktemp("ranks"),
        (
            ONE,
            OTHER,
        ),
        date(2025, 6, 1),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("蕉岭县法治建设考评结果怎么样", "全市第三"),
        ("蕉岭县司法局在全市排名第几", "排名第五"),
        ("蕉岭县败诉率在全市排名如何", "为全市最低"),
        ("蕉岭县法制建设排名第几", "全市第三"),
        ("蕉岭县法治建设是全市第一吗", "不是，原文是"),
        ("蕉岭县法治建设是全市第三吗", "是的"),
        ("蕉岭县败诉率是全市最低吗", "是的"),
        ("蕉岭县应出庭多少件", "40件"),
        ("蕉岭县负责人实际出庭多少件", "38件"),
        ("蕉岭县负责人未出庭几件", "2件"),
        ("蕉岭县有没有负责人没出庭的案件", "未出庭的2件"),
        ("蕉岭县法律顾问避免了多少经济损失", "700万元"),
        ("蕉岭县每个村有几名法律明白人", "4名"),
        ("蕉岭县乡镇平均有多少持证执法人员", "12人"),
        ("蕉岭县县委书记是高志新吗", "不是，原文是：蕉岭县2024年：县委书记周明远"),
        ("蕉岭县县长不是高志新吗", "是的"),
        ("蕉岭县督察发现的问题整改完了吗", "其余2个正在推进"),
        ("蕉岭县哪些指标没有达标", "6项未达标"),
        ("蕉岭县八五普法验收了吗", "下一步计划"),
        ("蕉岭县复议申请多久受理", "5日内"),
        ("蕉岭县出庭应诉率连续几年位居前列", "连续三年"),
        ("蕉岭县乡镇行政处罚案件比上年减少了多少件", "190件，比上年的230件有所减少"),
        ("蕉岭县乡镇行政处罚案件比上年减少了多少件", "40件（230−190）"),
        ("蕉岭县计划新增多少持证执法人员", "2025年6月底前新增持证执法人员30名"),
        ("蕉岭县拖欠账款清偿率目标是多少", "2025年底前清偿率达到95%"),
        ("蕉岭 公职律师", "21名"),
        ("蕉岭 行政复议 2024", "96件"),
        ("蕉岭县行政复意申请多少件", "96件"),
        ("平远县出庭应诉率没到100%，是吗", "与原文不符"),
    ],
)
def test_what_answers(ask: Callable[..., Answer], question: str, words: str):
    answer = ask(question)
    assert not answer.abstained, answer.answer
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "平远县败诉率在全市排名如何",  # the order of the library's places is no rank in the city
        "平远县应出庭多少件",  # only the rate is told
        "蕉岭县全县行政处罚案件多少件",  # only the townships' figure is told
        "蕉岭县全县持证执法人员多少人",
        "蕉岭县分管信访的副县长是谁",
    ],
)
def test_what_is_not_told_is_refused(ask: Callable[..., Answer], question: str):
    assert ask(question).reason is Reason.NOT_MENTIONED


def test_the_ranks_of_two_places_stand_side_by_side(ask: Callable[..., Answer]):
    answer = ask("蕉岭县和平远县谁在全市考核排名高").answer
    assert "全市第三" in answer and "全市第六" in answer


def test_outcomes_go_on_in_their_sentence(ask: Callable[..., Answer]):
    answer = ask("蕉岭县行政复议维持了几件，撤销几件，调解几件")
    assert [v.value for v in answer.values] == ["50", "7", "25"]


def test_what_was_due_and_what_was_not_done_are_parts(ask: Callable[..., Answer]):
    answer = ask("蕉岭县负责人应出庭多少件，实际出庭多少件，未出庭几件")
    assert [v.value for v in answer.values] == ["40", "38", "2"]


@pytest.mark.parametrize(
    ("doubt", "word"), [("不对吧，不是5.8%吗", "是的"), ("不对吧，不是9%吗", "与原文不符")]
)
def test_a_doubt_keeps_topic_and_place(ask: Callable[..., Answer], doubt: str, word: str):
    answer = ask("蕉岭县败诉率是多少", doubt)
    assert answer.answer.startswith(word)
    assert [v.value for v in answer.values] == ["5.8"]
