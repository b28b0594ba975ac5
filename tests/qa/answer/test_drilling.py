"""Turns that drill into the sentence just told, put its figures together, or point at it; what it does not tell is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer
from tests.asking import asking

COUNTY = """建平县2024年度法治政府建设情况报告

2024年，建平县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。办理行政处罚案件3120件，其中交通运输1046件、市场监管802件、生态环境214件、卫生健康118件、乡镇(街道)自行办理263件。罚没款1872万元。

2.土地管理。查处违法用地案件64件，其中未批先建37件、批少占多16件、改变用途11件；法人违法41件，个人违法23件。

3.公共法律服务。受理法律援助案件935件、解答咨询8214件、代书76件。为1208名务工人员追回欠薪1640万元。

4.人民调解。调解矛盾纠纷5230件，成功5108件，其中婚约彩礼引发的312件、邻里纠纷1870件、物业纠纷640件。

5.安全生产。检查企业412家次，发现隐患927个，整改完成927个。

6.行政复议。收到行政复议申请186件，受理171件，审结160件，其中维持92件、撤销14件、确认违法6件、终止48件。

二、存在的不足

基层执法力量薄弱。

建平县人民政府
2025年2月18日
"""
TOLD = "建平县2024年办理行政处罚案件多少件"
ENDED = "建平县2024年行政复议审结几件"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(tmp_path_factory.mktemp("drilling"), (COUNTY,), date(2025, 6, 1)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        ((TOLD, "管交通的那些呢"), "1046"),
        ((TOLD, "乡镇自己罚的"), "263"),
        ((TOLD, "卫健的呢"), "118"),
        (("建平县2024年查处违法用地多少件", "公司干的有几件"), "41"),
        (("建平县2024年调解矛盾纠纷多少件", "彩礼的有多少"), "312"),
        (("建平县2024年受理法律援助案件多少", "光是跑去问问的呢"), "8214"),
        (("建平县2024年追回欠薪多少", "多少人拿到了"), "1208"),
        # behind a turn that was not understood, of what was told before it
        ((TOLD, "这个他们挣钱吗", "生态环境的呢"), "214"),
    ],
)
def test_a_part_is_told_by_the_figure_that_bears_its_words(ask, turns: tuple[str, ...], value: str):
    assert [v.value for v in ask(*turns).values] == [value]


@pytest.mark.parametrize(
    "turns",
    [
        (TOLD, "火星的呢"),
        ("建平县2024年调解矛盾纠纷多少件", "医疗事故的有多少"),
        (TOLD, "龙舟赛办了几场", "多少人参加"),
    ],
)
def test_the_figure_of_the_whole_is_never_a_part(ask, turns: tuple[str, ...]):
    answer = ask(*turns)
    assert answer.abstained or not answer.values


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((ENDED, "撤掉的和确认违法的加一起，等于政府错了几件"), "20件"),
        ((ENDED, "撤销的呢", "确认违法的", "合起来"), "20件"),
        ((ENDED, "撤销的呢", "确认违法的", "这两样加一块占总数百分之几"), "12.5%"),
        ((ENDED, "撤销的呢", "确认违法的", "合起来", "占几成"), "12.5%"),
        (("建平县2024年受理法律援助案件多少", "解答咨询呢", "比前面那个多出来多少"), "7279件"),
        (("建平县2024年检查企业多少家次", "发现隐患几个", "平均一家次几个"), "2.25个"),
        ((TOLD, "交通运输占几成"), "33.53%"),
    ],
)
def test_figures_just_told_are_put_together(ask, turns: tuple[str, ...], told: str):
    answer = ask(*turns)
    assert not answer.abstained
    assert told in str(answer.answer)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((TOLD, "你说的出自哪份报告"), ("建平县2024年度法治政府建设情况报告",)),
        ((TOLD, "行 这份报告谁发的 落款哪天"), ("建平县人民政府", "2025年2月18日")),
        ((TOLD, "真的吗,原文怎么说的"), ("办理行政处罚案件3120件",)),
    ],
)
def test_what_was_told_is_pointed_at(ask, turns: tuple[str, ...], told: tuple[str, ...]):
    answer = str(ask(*turns).answer)
    assert all(words in answer for words in told)
