"""What Fawen says of itself, and that it leaves no trace in a conversation."""

from collections.abc import Iterator

import pytest

from qa.message import english_of
from tests.asking import Ask, asking

_REPORT = (
    "{0}2024年法治政府建设工作报告\n2024年，{0}坚持依法行政。\n一、主要工作\n"
    "全年收到行政复议申请{1}件，受理{2}件。\n{0}人民政府\n2025年1月15日\n"
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    texts = [_REPORT.format("尤溪县", 64, 59), _REPORT.format("古田县", 71, 66)]
    with asking(tmp_path_factory.mktemp("product"), texts) as ask:
        yield ask


@pytest.mark.parametrize(
    ("turn", "chinese", "english"),
    [
        ("你好", "我从库中的2份法治政府建设年度报告里找出原句来回答", "found in the 2 yearly reports"),
        ("帮助", "不用大语言模型", "without a language model"),
        ("怎么添加报告", "可读的格式：.txt、.md", "What is read: .txt, .md"),
        ("导出成Excel", "python -m qa ledger --indicator", "python -m qa ledger --indicator"),
        ("有哪些指标", "认得", "indicators are known"),
        ("数据准确吗", "取自库中报告的原文", "are cut from the reports"),
        ("你知道哪些县", "库中共有2份报告", "The library holds 2 reports"),
    ],
)
def test_what_is_said(ask: Ask, turn: str, chinese: str, english: str) -> None:
    answer = ask(turn)
    assert chinese in answer.answer and english in english_of(answer.answer)
    assert not (answer.abstained or answer.values or answer.citations)


def test_questions_of_its_own_places_are_offered_and_can_be_answered(ask: Ask) -> None:
    choices = ask("你能做什么").choices
    assert len(choices) == 4
    assert not any(ask(choice).abstained for choice in choices if "问题" not in choice)


def test_it_leaves_no_trace(ask: Ask) -> None:
    assert "59件" in ask("你好", "尤溪县2024年受理行政复议多少件？").answer
    assert "66件" in ask("尤溪县2024年受理行政复议多少件？", "你是谁", "古田县呢").answer
    assert "可以接着问" in ask("尤溪县2024年受理行政复议多少件？", "你好").answer
