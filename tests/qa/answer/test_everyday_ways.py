"""Questions in words of speech that share hardly one with the report, on a report written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.question.words.lexicon import Lexicon
from qa.question.words.measures import read_measure
from qa.question.words.term_reading import read_terms
from qa.types import Answer
from tests.asking import asking

REPORT = """岫岩县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：岫岩县人民政府办公室

　　2024年，岫岩县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）优化政务服务。政务服务事项“一网通办”率97.2%，网上可办率99.1%。主动公开政府信息5108条，收到政府信息公开申请48件。为236家企业修复信用，归集公示信用信息49.3万条。12345热线受理群众诉求2.47万件，按期办结率98.6%，群众满意率95.1%。
　　（二）建设公共法律服务体系。办理法律援助案件1126件，受援1189人；值班律师提供法律帮助874人次。办理公证4120件，其中涉外公证139件，全年创收318.4万元。全国民主法治示范村（社区）5个，全省民主法治示范村（社区）67个。
　　（三）化解矛盾纠纷。812名调解员共排查矛盾纠纷2635件，调解矛盾纠纷3974件，调解成功率98.7%。行政机关办理行政调解案件736件。在册社区矫正对象316人，全年解除社区矫正151人。
　　（四）强化监督。全县持证行政执法人员674人，受理行政执法投诉举报42件。开展应急演练64场次，汛期启动防汛应急响应7次。
　　二、存在的不足
　　基层力量偏少。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("ways"), (REPORT,)) as ask:
        yield lambda question: ask(f"岫岩县2024年{question}")


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        # of the words inside a phrase of speech none narrows: 申请, 矛盾, 执法人员
        ("不用申请就公开出来的信息有多少？", "5108", "条"),
        ("摸底查出来多少矛盾？", "2635", "件"),
        ("有多少人告执法人员乱执法？", "42", "件"),
        # what it says is no narrowing besides: 外国, 消防
        ("和外国有关的公证多少件？", "139", "件"),
        ("消防地震之类的演习搞了多少回？", "64", "场次"),
        # the cell of the indicator that the words name, in a measure word that counts anything
        ("认罪的人有律师在场帮忙的有几件？", "874", "人次"),
        ("由政府部门出面调解的纠纷有多少？", "736", "件"),
        ("判了刑却不用坐牢、在家受管的有几个？", "316", "人"),
        ("社区服刑期满放掉的有多少人？", "151", "人"),
        # who is content, and how many of a hundred, are rates
        ("打12345的人有多少满意？", "95.1", "%"),
        ("打过热线的群众满意的占几成？", "95.1", "%"),
        ("调解一百件能成几件？", "98.7", "%"),
        ("有百分之几的事是在网上办掉的？", "97.2", "%"),
        # a level in every word
        ("国字号的民主法治示范村有几个？", "5", "个"),
        ("省里评的民主法治示范村有几个？", "67", "个"),
        ("有多少人得了免费律师的帮助？", "1189", "人"),
        ("公证处进账多少？", "318.4", "万元"),
    ],
)
def test_what_is_meant_is_told(ask: Ask, question: str, value: str, unit: str) -> None:
    answer = ask(question)
    assert [(v.value, v.unit) for v in answer.values] == [(value, unit)], answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "给聋哑人免费打官司的有几件？",  # a kind that the report never tells is not answered by all
        "认罪的老人有律师在场帮忙的有几件？",
    ],
)
def test_what_narrows_besides_is_never_left_out(ask: Ask, question: str) -> None:
    assert ask(question).abstained


@pytest.mark.parametrize(
    ("question", "kept"),
    [("老百姓办公证的有多少", False), ("多少老百姓办公证", True), ("给老百姓办公证多少件", True)],
)
def test_who_only_acts_is_no_topic(question: str, kept: bool) -> None:
    terms = read_terms(question, (), Lexicon.load(), lambda words: dict.fromkeys(words, 0), 100)
    assert ("老百姓" in {term.text for term in terms}) is kept


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("多少群众满意？", ("%", "percent")),
        ("调解一百件能成几件?", ("%", "percent")),
        ("满意度调查问了多少人？", ("", "people")),
        ("多少人得了免费律师的帮助？", ("人", "people")),
        ("财政给每亩补多少?", ("", "money")),
        ("有多少当官的去听审案？", ("人", "people")),
    ],
)
def test_the_measure_of_words_of_speech(question: str, measure: tuple[str, str]) -> None:
    assert read_measure(question)[1] == measure[1]
