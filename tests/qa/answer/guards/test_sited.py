"""Which town, county or place: only a sentence that names one answers, in the words of a report written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.answer.guards.sited import COUNTY, REGION, TOWN, VILLAGE, site_asked
from qa.types import Answer
from tests.asking import asking

REPORT = """寻甸回族彝族自治县2024年法治政府建设情况报告

　　一、主要工作
　　（一）化解纠纷。牛羊交易纠纷人民调解委员会受理纠纷86件，调解成功81件。5月在羊街镇成立牛羊交易纠纷人民调解委员会，聘请调解员9名。
　　（二）执法协作。与嵩明县、东川区建立边界执法协作机制，联合执法12次。
　　（三）改革试点。一是试点“一窗联办”。在仁德街道、河口镇试行一窗收件，办件用时压减三成。二是整治校园周边。查处无证摊点17个，取缔培训点4个。
　　（四）普法。塘子街道云集社区被命名为省级民主法治示范社区。全县开展普法活动210场。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("sited"), (REPORT,)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("调委会设在哪个镇", TOWN),
        ("跟哪几个县建立了协作机制", COUNTY),
        ("联动处置在哪两个地方试点", REGION),
        ("哪个社区被命名为示范社区", VILLAGE),
        ("哪个镇办的案件最多", ""),
        ("在哪个镇查处了多少件", ""),
        ("哪些区没有披露败诉率", ""),
        ("案件多少件", ""),
    ],
)
def test_which_site_is_asked(content: str, kind: str):
    assert site_asked(content) == kind


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("寻甸县牛羊交易纠纷人民调解委员会设在哪个镇？", "羊街镇"),
        ("寻甸县2024年跟哪几个县区建立了边界执法协作机制", "嵩明县、东川区"),
        ("寻甸“一窗联办”在哪两个地方试点", "仁德街道、河口镇"),
        ("寻甸哪个社区被命名为省级民主法治示范社区", "云集社区"),
    ],
)
def test_a_site_is_told_by_the_sentence_that_names_it(ask: Ask, question: str, named: str):
    answer = ask(question)
    assert named in answer.answer
    assert any(named in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["寻甸县普法活动在哪个镇开展的", "寻甸2024年跟哪几个县签了普法协议"])
def test_a_sentence_without_a_site_is_no_answer(ask: Ask, question: str):
    assert ask(question).abstained


def test_a_sentence_that_only_opens_a_point_is_told_with_the_next(ask: Ask):
    answer = ask("寻甸2024年整治校园周边都查处了些什么")
    assert "无证摊点17个" in answer.answer
    assert "整治校园周边。查处无证摊点17个，取缔培训点4个" in answer.citations[0].quote
