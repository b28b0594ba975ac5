"""What a question takes for granted and the report has otherwise; items told whole; kinds that are counted and never listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

COUNTY = """嘉禾县2024年度法治政府建设情况报告

2024年，嘉禾县以习近平法治思想为指导，坚决贯彻落实上级决策部署，狠抓难点问题攻坚，不断提升依法行政能力，为打造南岭山区生态文明示范区先行样板提供坚强法治保障。“竹海普法模式”做法获国家林草局通报推广。现将有关情况报告如下。

一、主要工作
（一）化解争议
市场监管领域复议案件依法移交市司法局办理，行政复议收案量有所下降。道路交通事故死亡人数连续三年下降。生产安全事故起数、受伤人数实现“双下降”。县法治政府建设考核连续四年位列全市第一档次。在全市平安建设考核中位列第二，较上年前移2位。举办第36期珠泉论坛，专题讲授知识产权保护。
（二）服务企业
推进政务服务“跨省通办”，与南昌高新区远程连线，企业可异地办事。成立全市首家由公证部门发起成立的市场化调解组织——嘉禾县丰和商事调解中心，服务各类企业。整合商事调解、合规指导、投诉监督、法律服务四大中心功能。全市首家铸造产业快速维权中心在嘉禾建成，受到企业好评。2024年5月，接待法国鲁昂律师团来访。针对铸造产业合同不规范、赊销多的问题，成立铸造纠纷调解委员会。纠正行政执法不规范问题17起。
（三）普法宣传
一是社区矫正规范有序。全面落实外出审批制度。二是安置帮教继续深化。严格落实“四色管理”制度。开展亲情视频会见33次。建设“黄丝带”示范基地1个。

二、存在的不足
一是行政诉讼“双下降”工作成效不明显；行政调解主渠道作用发挥还不够突出；行政复议被纠错率偏高；二是乡镇执法力量不足；三是法律服务资源分布不均，律师多在县城；四是普法的针对性、实效性有待增强。

三、2025年打算
（一）规范涉企行政检查。建立行政监督工作体系，对检查主体、依据、程序开展监督。力纠多头检查、重复检查等问题，优化营商环境。
（二）深化普法教育。聚焦四类重点人群创新普法，推动传统普法向智慧普法转变。推动信访总量持续下降。

嘉禾县司法局
2025年2月20日
"""
OTHER = """临武县2024年度法治政府建设情况报告

2024年，临武县推进法治政府建设。现将有关情况报告如下。

一、主要工作
（一）规范执法
一审行政诉讼案件30件，败诉4件。开展行政执法监督。出台规范性文件3件。开展案卷评查60卷。

临武县人民政府
2025年2月21日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(
        tmp_path_factory.mktemp("contrary"),
        (
            COUNTY,
            OTHER,
        ),
        date(2025, 6, 1),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "opens", "holds"),
    [
        ("嘉禾县行政复议收案量为什么上升？", "原文是下降，不是上升", "移交市司法局"),
        ("嘉禾县行政复议收案量上升了吗？", "原文是下降，不是上升", "有所下降"),
        ("嘉禾县道路交通事故死亡人数为什么上升？", "原文是下降，不是上升", "连续三年下降"),
        ("嘉禾县生产安全事故起数为什么上升？", "原文是下降，不是上升", "双下降"),
        ("嘉禾县行政诉讼“双下降”工作成效很明显，对吗？", "不是", "不明显"),
        ("嘉禾县行政调解主渠道作用发挥很突出，是吗？", "不是", "还不够突出"),
        ("嘉禾县乡镇执法力量充足吗？", "不是", "执法力量不足"),
        ("嘉禾县法律服务资源分布很均衡，对吧？", "不是", "分布不均"),
        ("嘉禾县行政复议被纠错率为什么偏低？", "不是", "偏高"),
        ("嘉禾县普法的针对性为什么这么强？", "不是", "有待增强"),
        ("嘉禾县法治政府建设考核是不是连续五年位列全市第一档次？", "与原文不符", "连续四年"),
        ("嘉禾县法治政府建设考核是不是连续四年位列全市第一档次？", "是的", "连续四年"),
        ("嘉禾县平安建设考核位列第三，对吗？", "不是", "位列第二"),
        ("Did traffic deaths in Jiahe County rise?", "原文是下降，不是上升", "连续三年下降"),
    ],
)
def test_what_a_question_takes_for_granted_is_put_right(
    ask: Callable[..., Answer], question: str, opens: str, holds: str
) -> None:
    answer = ask(question)
    assert answer.answer.startswith(opens)
    assert holds in answer.answer
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    "question",
    [
        "嘉禾县行政诉讼收案量为什么上升？",  # another matter's fall
        "嘉禾县信访总量为什么上升？",  # a plan says 下降
        "嘉禾县民营企业考核是不是连续五年位列全市第一档次？",
        "嘉禾县行政检查力量充足吗？",
        "临武县行政复议收案量为什么上升？",
    ],
)
def test_nothing_is_put_right_of_another_thing(ask: Callable[..., Answer], question: str) -> None:
    text = ask(question).answer
    assert not text.startswith(("原文是", "不是", "与原文不符"))


def test_four_kinds_that_are_only_counted_are_no_list(ask: Callable[..., Answer]) -> None:
    answer = ask("嘉禾县要聚焦哪四类重点人群创新普法？")
    assert answer.reason is Reason.NOT_MENTIONED
    assert "四类重点人群" in answer.citations[0].quote
    assert "商事调解、合规指导、投诉监督" in ask("嘉禾县整合了哪四大中心功能？").answer


def test_an_item_that_names_the_topic_is_told_whole(ask: Callable[..., Answer]) -> None:
    told = ask("嘉禾县安置帮教工作概况").answer
    assert all(words in told for words in ("四色管理", "33次", "黄丝带"))
    assert "外出审批" not in told
    planned = ask("嘉禾县2025年怎么规范涉企行政检查？").answer
    assert "监督工作体系" in planned
    assert "力纠多头检查" in planned


def test_a_fact_is_found_in_the_opening_behind_a_dash_and_in_a_zone(ask: Callable[..., Answer]) -> None:
    assert "生态文明示范区" in ask("嘉禾县要为哪方面的示范区打造先行样板？").answer
    assert "丰和商事调解中心" in ask("嘉禾县由公证部门牵头成立的市场化调解组织叫什么名字？").answer
    assert "南昌高新区" in ask("嘉禾县的“跨省通办”和哪个地方远程连线？").answer


def test_the_ordinal_asked_for_is_a_value(ask: Callable[..., Answer]) -> None:
    answer = ask("嘉禾县讲授知识产权保护的珠泉论坛是第几期？")
    assert [(v.value, v.unit) for v in answer.values] == [("36", "期")]
    assert answer.answer == "嘉禾县2024年：举办第36期珠泉论坛。[1]"


def test_who_handed_the_report_in_is_its_issuer(ask: Callable[..., Answer]) -> None:
    assert "嘉禾县司法局" in ask("嘉禾县这份总结是哪个衙门交上来的？").answer


def test_a_refusal_names_the_report_that_has_it(ask: Callable[..., Answer]) -> None:
    answer = ask("全市首家铸造产业快速维权中心为什么建在临武县？")
    assert answer.reason is Reason.NOT_MENTIONED
    assert "嘉禾县（2024年）" in answer.answer


def test_the_opening_tells_what_was_achieved(ask: Callable[..., Answer]) -> None:
    assert "竹海普法模式" in ask("嘉禾县哪个做法获国家林草局通报推广？").answer


def test_what_a_thing_was_done_against_is_its_reason(ask: Callable[..., Answer]) -> None:
    assert "合同不规范" in ask("嘉禾县为什么成立铸造纠纷调解委员会？").answer


def test_what_was_put_right_is_denied_of_no_whole(ask: Callable[..., Answer]) -> None:
    assert not ask("嘉禾县行政执法很规范吗？").answer.startswith("不是")


def test_words_that_no_list_has_are_not_answered_by_the_word_beside_them(ask: Callable[..., Answer]) -> None:
    answer = ask("Which gliding clubs sponsored enterprises in Jiahe County?")
    assert answer.reason is Reason.NOT_MENTIONED
