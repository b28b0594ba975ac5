"""An indicator that a report does not give is not answered by a figure that the ledger knows as another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

REPORT = """桓仁县2024年法治政府建设情况报告

2024年，桓仁县扎实推进法治政府建设。现将有关情况报告如下。
一、2024年工作开展情况
（一）优化服务。政务服务事项网上可办率97.2%，“一件事一次办”上线12个主题，涉及企业83家。
（二）严格规范执法。全县持证执法人员1123名，办理涉企行政检查1876户次，聘请法律顾问9名。
（三）化解矛盾纠纷。全县各级人民调解组织调解矛盾纠纷4367件。全年收到行政复议申请198件，审结161件，维持98件。行政诉讼一审案件84件。办理法律援助案件426件。
（四）加强法治宣传。培育“法律明白人”1352名，开展法治宣传活动597场次。
二、存在的不足
基层力量不足。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("another"), (REPORT,)) as ask:
        yield lambda question: ask(f"桓仁县2024年{question}")


@pytest.mark.parametrize(
    "question",
    [
        "的学法用法示范户是多少",
        "有多少学法用法示范户",
        "的企业开办时间是多少",
        "的注销行政执法证是多少",
        "的普法宣传资料是多少",
        "的行政复议听证是多少",
        "的人民调解协议司法确认是多少",
        "的行政诉讼审结案件是多少",
        "的政务服务全程网办率是多少",
        "的值班律师法律帮助是多少",
    ],
)
def test_another_indicator_is_no_answer(ask: Ask, question: str):
    answer = ask(question)
    assert answer.abstained, answer.answer
    assert answer.reason is Reason.NOT_MENTIONED
    assert answer.values == ()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("的法律明白人是多少", "1352名"),
        ("有多少法律明白人", "1352名"),
        ("的持证执法人员是多少", "1123名"),
        ("的普法活动场次是多少", "597场次"),
        ("的人民调解案件是多少", "4367件"),
        ("维持了多少件复议案件", "98件"),
        ("的一审行政诉讼案件是多少", "84件"),
        ("法律援助办了多少", "426件"),
    ],
)
def test_the_indicator_asked_for_is_told(ask: Ask, question: str, told: str):
    answer = ask(question)
    assert not answer.abstained, answer.answer
    assert told in answer.answer


OTHER = """丹棱县2024年法治政府建设情况报告

2024年，丹棱县扎实推进法治政府建设。现将有关情况报告如下。
一、工作开展情况
（一）规范执法。全县持证执法人员742人，聘请行政执法监督员24名，组织执法培训6期。
（二）化解纠纷。全年收到行政复议申请156件，受理142件。提出合法性审查意见187条。
二、存在的不足
基层力量不足。
"""


@pytest.fixture(scope="module")
def compare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("pair"),
        (
            REPORT,
            OTHER,
        ),
    ) as ask:
        yield lambda question: ask(f"桓仁县和丹棱县2024年的{question}")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("行政执法监督员哪个多？", "24"),
        ("合法性审查意见哪个多？", "187"),
        ("法律明白人哪个多？", "1352"),
        ("人民调解案件哪个多？", "4367"),
    ],
)
def test_a_place_without_the_indicator_is_undisclosed(compare: Ask, question: str, told: str):
    answer = compare(question)
    assert [value.value for value in answer.values] == [told]
    assert "未披露" in answer.answer


def test_cases_asked_for_are_told_by_their_stages(compare: Ask):
    assert {value.value for value in compare("行政复议案件哪个多？").values} == {"198", "156"}
