"""Questions as people say them aloud, on a report written for this test: the figure meant, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

REPORT = """宜都市2024年法治政府建设情况报告

　　2024年，宜都市扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作情况
　　（一）加强组织领导。市政府常务会议集体学法11次，县（区）政府常务会议集体学法共计53次。全市1,820名县处级、科级领导干部参加旁听庭审，其中市管干部196名。累计约谈单位负责人34人次。
　　（二）严格规范执法。全市办理行政处罚案件6,214件，罚没款3,905万元；不予处罚案件1,127件，减轻处罚412件。开展涉企检查8,340次，同比下降27.4%。全市持证执法人员2,310人，其中2024年新取得执法资格187人。评查案卷260卷，优秀61卷、合格192卷、不合格7卷。
　　（三）化解矛盾纠纷。收到行政复议申请416件，受理377件，案均审理用时由41天下降到33天。一审行政诉讼案件138件，行政机关负责人出庭应诉率99.1%。
　　（四）优化法律服务。受理法律援助案件1,530件，群众满意率98.6%，农民工追回工资2,040万元。遴选6名律师组建专家库。12345热线受理诉求2.16万件，办结率97.3%；信访积案29件。“法律八进”活动310场次。
　　（五）接受各方监督。办理人大代表建议131件、政协提案174件。收到政府信息公开申请283件。县法院新收民商事案件2,760件。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("everyday"), (REPORT,)) as ask:
        yield lambda question: ask(f"宜都{question}")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("小错没挨罚的有多少起", "1127件"),  # 没挨罚 is no 罚, and 减轻处罚 no 不予处罚
        ("有多少人刚拿到执法证", "187人"),  # 刚 says 新
        ("有多少干部去法院听过审案子", "1820名"),  # the noun of 1820名 is cut short before 干部
        ("领导们凑在一起学法学了几回", "11次"),  # a level below stands behind
        ("代表提的意见办了多少条", "131件"),
        ("委员提的意见办了多少条", "174件"),
        ("案卷检查有几份不及格", "7卷"),
        ("查企业的次数少了多少", "27.4%"),  # a difference of one thing is its change
        ("想找政府要文件看的，有多少人提", "283件"),  # people who do a thing are told in 件
        ("法律援助老百姓说好的有多少", "98.6%"),  # 好的 is no greeting here, and 满意 is told in per cent
        ("打12345反映问题的，办好了多少", "97.3%"),  # 反映问题 is no 信访 beside 12345
        ("送法进校园进社区搞了多少场", "310场次"),  # any such event, not those at schools
        ("复议一件事平均要等多少天", "33天"),
        ("帮打工的人要回来多少工钱", "2040万元"),  # wages are told in many words
    ],
)
def test_the_figure_that_people_mean(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "排污企业罚了多少钱",  # all fines are no fines of one field
        "法院判了多少离婚案",
        "医保骗保追回多少钱",
        "民告官政府输了多少场",  # the number of suits is no outcome
        "律师协会会员有几位",  # what is counted, not what stands before it
    ],
)
def test_a_near_figure_is_no_answer_to_everyday_words(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.abstained
    assert not answer.values


def test_a_verb_that_begins_like_about_is_shown_whole(ask: Ask) -> None:
    assert "约谈单位负责人34人次" in ask("约谈单位负责人多少人次").answer
