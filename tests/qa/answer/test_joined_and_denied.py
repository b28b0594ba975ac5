"""Figures joined by 和, things that did not happen, misfortunes, years inside names, towns in a rank, headings in brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

COUNTY = """永顺县2024年法治政府建设情况报告

2024年，永顺县扎实推进法治政府建设。现将有关情况报告如下。

【统筹推进】
全县26个县直部门和23个乡镇完成并公示年度法治政府建设报告。县政府法律顾问团由9名律师和4名高校教师组成。2篇案例入选省2023年度行政执法十大典型案例，1个项目获评示范。

【安全生产】
工矿商贸、道路运输领域未发生生产安全事故，未发生较大以上火灾。开展火灾防范等各类督查检查311家次，发现隐患684个，整改完成671个。与张家界市永定区法院结对共建，与重庆酉阳县远程智办连线。

【规范执法】
全县乡镇（街道）综合执法中心23个全部挂牌运行，办理行政处罚案件519件。乡镇方面，灵溪镇最多，为104件，其次是石北镇61件、芙蓉镇47件，六塘乡仅2件。全县各级行政执法机关办理行政处罚案件0.31万件。查处假冒案件17件，罚款22.6万元。

【短板不足】
基层力量不足。

【明年打算】
2025年，新建法治公园2个。
"""
CITY = """湘西土家族苗族自治州2024年度法治政府建设报告

2024年，湘西土家族苗族自治州依法履职。现将情况报告如下。
一、主要工作
全年发生火灾87起，死亡2人。办理行政复议案件318件。
二、存在的不足
力量不足。
三、下一步打算
建成公园。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("joined"),
        (
            COUNTY,
            CITY,
        ),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("永顺县2024年有多少个县直部门完成并公示了法治政府年度报告？", "26个"),
        ("永顺县2024年有多少个乡镇完成并公示了法治政府年度报告？", "23个"),
        ("永顺县2024年政府法律顾问团里有几名律师？", "9名"),
        ("永顺有几篇案例入选全省2023年度行政执法十大典型案例？", "2篇"),
        ("永顺县2024年全县办了多少行政处罚案件？", "0.31万件"),
        ("永顺县2024年石北镇办案多少件？", "61件"),
        ("永顺县2024年卖假货的一共罚了多少钱", "22.6万元"),
        ("湘西州2024年发生火灾多少起", "87起"),
    ],
)
def test_a_figure_is_told_by_its_own_noun(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("永顺县2024年道路运输领域出过几起生产安全事故？", "未发生生产安全事故"),
        ("永顺县跟重庆哪个县连线办业务？", "酉阳"),
        ("永顺县2024年安全生产这块做了什么", "督查检查"),
    ],
)
def test_what_did_not_happen_and_with_whom_are_told_in_words(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert words in answer.answer


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("永顺县2024年发生火灾多少起？", Reason.NOT_MENTIONED),
        ("永顺县2024年着火多少次", Reason.NOT_MENTIONED),
        ("永顺县2024年发生事故几起", Reason.NOT_MENTIONED),
        ("永顺县2023年行政执法案件多少件", Reason.NO_SUCH_YEAR),
        ("永顺县和长沙哪个县法律援助多", Reason.NO_SUCH_PLACE),
    ],
)
def test_near_figures_are_none_of_theirs(ask: Ask, question: str, reason: Reason) -> None:
    answer = ask(question)
    assert answer.abstained
    assert answer.reason is reason


def test_towns_are_ranked_by_their_own_figures(ask: Ask) -> None:
    answer = ask("永顺县2024年灵溪镇、石北镇、六塘乡办的处罚案件从多到少怎么排")
    assert {v.place: v.value for v in answer.values} == {"灵溪镇": "104", "石北镇": "61", "六塘乡": "2"}
    assert "灵溪镇" in ask("永顺县2024年哪个镇办案最多").answer
