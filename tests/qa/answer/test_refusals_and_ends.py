"""What a figure's own words do not hold is refused, both ends of a move are told, a mean time is one: an invented county."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, AnswerKind, Reason
from tests.asking import asking

COUNTY = """青川县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：青川县人民政府办公室

　　2024年，青川县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）坚持党的领导。县委书记、县长认真履行第一责任人职责，分别主持召开专题会议3次和7次。将法治建设纳入年度绩效考核，权重由4%提高到6%。对排名靠后的5个单位进行约谈。县自然资源局、竹园镇2家单位作现场述法。
　　（二）优化营商环境，提振市场主体信心。12345热线受理群众诉求3.41万件，满意率96.2%。办理政府信息公开申请88件，其中予以公开51件。餐饮店开办时限由18个工作日缩短到6个工作日。县城空气质量优良天数352天，优良率96.4%。乡村旅游发展迅速，日均接待游客0.8万人次，处理旅游投诉214件。接待来访来电法律咨询4120人次。
　　（三）严格规范执法。全年办结行政处罚案件1640件。把288家食品加工企业划分为A、B、C、D四个等级，其中D级12家。12315平台接收投诉举报咨询2.16万件，其中投诉8800件、举报3100件、咨询9700件。平均办案周期由58天缩短到41天。调解中心受理工程款纠纷77件，平均用时29天。
　　（四）化解矛盾纠纷。在乔庄、竹园、木鱼3个镇设立行政复议受理点。组建“竹海调解队”，由15名调解员组成，调解草山纠纷64件。全县人民调解委员会共调解各类纠纷2103件，调解成功2066件。现场解答群众问题3350个。
　　二、主要指标完成情况
　　指标 | 2023年 | 2024年
　　办结行政处罚案件（件） | 1822 | 1640
　　办理公证（件） | 905 | 1012
　　三、存在的问题
　　一是执法力量不足。
"""
BUREAU = """梧州市市场监督管理局2023年度法治政府建设工作报告
2023年，梧州市市场监督管理局深入推进法治政府建设，现报告如下。
一、主要工作
（一）规范行政执法。全年以市局为被申请人的行政复议案件7件，维持5件；行政诉讼案件9件，全部胜诉，负责人出庭应诉率100%。
（二）推进质量强市。第三届梧州市市长质量奖评选产生获奖组织4家，发放奖励资金260万元。
二、存在的不足
一是力量不足。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("ends"),
        (
            COUNTY,
            BUREAU,
        ),
        date(2026, 5, 1),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    "question",
    [
        "青川县12345热线受理的诉求里企业诉求有多少",  # 群众诉求 are all
        "青川县D级食品加工企业里停产的有几家",
        "青川县政府信息公开申请不予公开的有多少件",
        "青川县2024年接待游客多少人次",  # a mean of a day, and those who came for advice
        "青川县旅游收入有多少",
        "青川县竹海调解队调解成功多少件",  # of all committees
        "青川县哪些单位被约谈",
        "青川县平均多久审结一件行政复议",
        "青川县在海洋渔业方面做了什么",
        "青川县公证办理为什么增加",  # it did, and no reason is printed
        "梧州市市场监管局败诉率多少",  # none is printed
    ],
)
def test_what_its_words_do_not_hold_is_refused(ask: Ask, question: str):
    answer = ask(question)
    assert answer.reason is Reason.NOT_MENTIONED
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青川县12345热线受理群众诉求多少件", ("3.41万件",)),
        ("青川县政府信息公开申请予以公开的有多少件", ("51件",)),
        ("青川县日均接待游客多少人次", ("0.8万人次",)),
        ("青川县竹海调解队调解了多少件", ("64件",)),
        ("青川县哪些单位作了现场述法", ("自然资源局", "竹园镇")),
        ("青川县在哪几个镇设了行政复议受理点", ("乔庄", "竹园", "木鱼")),
        ("青川县把食品加工企业分成几个等级", ("4个等级",)),
        ("青川县12315平台收到的举报有多少件", ("3100件",)),
        ("青川县12315平台接收投诉举报咨询多少件", ("2.16万件",)),
        ("青川县年度考核里法治占多大比重，以前是多少", ("4%", "6%")),
        ("青川县餐饮店开办时限现在几个工作日，原来几个工作日", ("18个工作日", "6个工作日")),
        ("青川县办一个案子平均要多久", ("41天",)),
        ("青川县工程款纠纷调解平均用时多少天", ("29天",)),
        ("青川县书记和县长各主持召开了几次专题会议", ("3次", "7次")),
        ("青川县县委书记、县长分别主持召开几次专题会议", ("3次", "7次")),
        ("青川县优良天气有多少天", ("352天",)),
        ("青川县空气优良天数是多少", ("352天",)),
        ("领导要一组数：青川县行政处罚案件办结多少件", ("1640件",)),
        ("青川县在改善服务、提振市场主体信心上主要做了什么", ("12345", "餐饮店")),
        ("梧州市市场监管局有没有败诉", ("9件", "全部胜诉")),
        ("梧州市市场监管局的官司有没有输的", ("9件", "全部胜诉")),
        ("梧州市市场监管局败诉几件", ("9件", "全部胜诉")),
        ("梧州第三届市长质量奖一共发了多少奖励资金", ("260万元",)),
    ],
)
def test_the_thing_asked_is_told(ask: Ask, question: str, told: tuple[str, ...]):
    answer = ask(question)
    assert not answer.abstained
    assert all(words in answer.answer for words in told)


def test_an_item_of_a_sum_and_a_day_are_not_told_with_others(ask: Ask):
    assert [v.value for v in ask("青川县12315平台收到的举报有多少件").values] == ["3100"]
    assert [v.unit for v in ask("青川县空气优良天数是多少").values] == ["天"]


@pytest.mark.parametrize(
    ("question", "levels"),
    [
        ("青川县2024年行政处罚案件为什么增加", ("1822", "1640")),
        ("青川县平均办案周期为什么变长了", ("58天", "41天")),
    ],
)
def test_a_wrong_premise_is_put_right_by_two_levels(ask: Ask, question: str, levels: tuple[str, ...]):
    answer = ask(question)
    assert answer.answer.startswith("原文是下降，不是上升")
    assert all(level in answer.answer for level in levels)


def test_no_zero_is_shown_where_none_was_lost(ask: Ask):
    answer = ask("梧州市市场监管局输了几场官司")
    assert answer.kind is AnswerKind.FACT
    assert not answer.values
    assert answer.citations[0].quote == "行政诉讼案件9件，全部胜诉"


def test_labels_keep_their_words(ask: Ask):
    answer = ask("青川县解答群众问题多少个")
    assert answer.values[0].indicator == "现场解答群众问题"


def test_last_year_without_a_report_is_answered_from_the_newest(ask: Ask):
    answer = ask("青川县去年办结行政处罚案件多少件")
    assert "2025年" in answer.answer.split("\n")[0]
    assert [(value.value, value.year) for value in answer.values] == [("1640", 2024)]


def test_last_year_without_a_report_and_silent_is_only_refused(ask: Ask):
    answer = ask("青川县去年门票收入多少")
    assert answer.abstained
    assert not answer.citations


def test_a_figure_of_another_year_leaves_a_refusal_with_its_reason(ask: Ask):
    answer = ask("青川县2023年旅游投诉多少件")
    assert answer.reason is Reason.NO_SUCH_YEAR
    assert "没有找到可以核验" not in answer.answer
