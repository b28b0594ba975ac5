"""Indicators that a report does not give, beside near figures that it gives: refused, and what is printed told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.asking import Ask, asking

REPORT = """霍山县2024年法治政府建设情况报告
霍山县人民政府　2025年3月4日

2024年，霍山县深入推进法治政府建设，现将有关情况报告如下。

一、主要工作情况

（一）依法决策。公布重大行政决策事项目录，列入事项4项，其中《霍山县停车场管理办法》经听证会后暂缓出台。选取7名乡镇党委书记在县委全面依法治县委员会会议上现场述法。送审的规范性文件草案19件。组织486名干部参加学法用法考试，合格率97.1%。

（二）化解行政争议。全年收到行政复议申请187件，受理171件，审结158件，直接纠错率9.3%，调解和解61件。

（三）基层治理。全县人民调解组织调处矛盾纠纷5128件，成功率99.1%。全年接收社区矫正对象236人，解除241人，重新犯罪2人。刑满释放人员衔接帮教418人。推行首违不罚、轻微免罚，适用案件338件。建立法律援助裁前调解工作机制，以柔性方式解决劳动争议，成立以来调解相关案件149件。推进“柔性执法一件事”，督促办理相关案件23万余件。

（四）优化服务。办理人大代表建议和政协提案142件，办成率78.3%。为企业免申即享兑付奖补资金2654.8万元，惠及企业219家。“一件事一次办”事项扩至26项，平均办理环节压减三分之二。16个单位“一把手”现场述法，较上年翻了一番。新增全国民主法治示范村2个、省级法治示范乡镇5个。

二、存在的不足

执法力量薄弱。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("lacking"), (REPORT,)) as ask:
        yield ask


@pytest.mark.parametrize(
    "question",
    [
        "霍山县法律援助多少件",
        "霍山县“一件事”办件多少件",
        "霍山县行政许可多少件",
        "霍山县2024年听证会开了几次",
        "霍山县听证会几场",
        "霍山县2024年的全面依法治县委员会会议有多少",
        "霍山县2024年学法用法考试参考率是多少",
        "霍山县2024年行政复议综合纠错率",
        "霍山县2024年行政复议未结案件是多少",
        "霍山县2024年人民调解组织是多少",
        "霍山县2024年在册社区矫正对象有多少",
        "霍山县2024年建议提案办复率是多少",
        "霍山县2024年废止规范性文件有多少",
        "霍山县2024年首违不罚事项有多少",
        "霍山县2024年省级民主法治示范村（社区）有多少",
    ],
)
def test_a_near_figure_is_not_told(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.abstained, answer.answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("霍山县2024年学法用法考试合格率是多少", "97.1"),
        ("霍山县2024年行政复议直接纠错率", "9.3"),
        ("霍山县2024年人民调解成功率是多少", "99.1"),
        ("霍山县2024年接收社区矫正对象有多少", "236"),
        ("霍山县2024年建议提案办成率是多少", "78.3"),
        ("霍山县2024年首违不罚办了多少件", "338"),
        ("霍山县2024年送审的规范性文件草案多少件", "19"),
        ("霍山县免申即享发了多少钱", "2654.8"),
        ("霍山县2024年全国民主法治示范村有多少", "2"),
    ],
)
def test_the_figure_itself_is_told(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert [v.value for v in answer.values] == [value], answer.answer


def test_those_who_offend_again_are_not_all_who_came_out(ask: Ask) -> None:
    answer = ask("霍山县坐过牢的人又犯事的有几个")
    assert "418" not in [v.value for v in answer.values], answer.answer


@pytest.mark.parametrize("said", ["眼下在社区里服刑的有多少人", "在社区服刑的有多少人"])
def test_those_who_serve_are_not_those_released(ask: Ask, said: str) -> None:
    answer = ask(f"霍山县{said}")
    assert "241" not in [v.value for v in answer.values], answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [("霍山县办理环节压减了多少", "压减三分之二"), ("霍山县述法单位较上年增长多少", "较上年翻了一番")],
)
def test_a_size_in_words_is_told_in_words(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert said in answer.answer
    assert not answer.values


def test_a_count_is_not_told_by_a_share_in_words(ask: Ask) -> None:
    assert ask("霍山县办理环节压减了多少个").abstained
