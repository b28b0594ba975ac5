"""Conversations in the words of speech: parts of a whole told before, two figures just told, a town just told, plans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.question.conversation.carry_plans import asks_planned_level
from qa.question.conversation.plain_words import in_plain_words
from qa.question.conversation.shown import asks_audience, got_back
from qa.question.conversation.topics_beside import told_things
from qa.types import Answer, Reason
from tests.conftest import TODAY, Ask

REPORTS = {
    "taihu-2024.txt": """太湖县2024年法治政府建设情况报告

一、主要工作

(一)规范执法。全县行政执法机关办理行政处罚案件3120件,罚没款1876万元。从领域看,市场监管902件、城市管理755件、交通运输610件。乡镇(街道)办理赋权事项处罚案件508件,居前三位的是晋熙镇121件、徐桥镇88件、新仓镇64件,仍有2个乡镇全年未办一案。涉企行政检查4980户次。办理轻微免罚案件512件,免罚金额233万元。
(二)化解纠纷。收到行政复议申请310件,同比增长20.5%,受理288件,审结270件。受理案件按管理领域分,公安101件、人社66件、自然资源58件。一审行政诉讼案件130件,败诉11件,败诉率8.5%,下降1.3个百分点。法治督察发现问题70个,整改到位66个。12345热线受理工单30211件,满意率95.2%,投诉最多的三类是油烟扰民、停车秩序和物业收费。
(三)公共法律服务。县法律援助中心办理案件915件,其中农民工案件310件,为受援人挽回损失1420万元。开展法治宣讲316场,覆盖9.4万人次。村居法律顾问开展讲座205场,接待咨询7300人次。为企业挽回损失260万元。

二、存在的问题

复议办案人员仅5名,人案矛盾突出。

三、2025年工作安排

2025年,涉企行政检查再压减12%以上,增配复议办案人员2名,行政复议调解和解率力争达到42%。

太湖县人民政府
2025年2月20日
""",
    "taihu-2023.txt": """太湖县2023年法治政府建设情况报告

一、主要工作

(一)规范执法。办结行政处罚案件3340件,罚没款2010万元,其中市场监管960件、交通运输700件、城市管理680件。乡镇(街道)赋权事项办案330件,其中晋熙镇70件、徐桥镇52件,8个乡镇没有办理案件。涉企行政检查6210户次。
(二)化解纠纷。收到行政复议申请257件,受理240件。一审行政诉讼案件150件,败诉15件。对12个单位开展法治督察,反馈问题55个,年底前整改51个。
(三)公共法律服务。县法律援助中心办理案件860件,其中农民工案件284件,为受援人挽回损失1210万元。为企业挽回损失190万元。

二、存在的问题

一是力量不足。

三、2024年工作安排

力争行政诉讼败诉率下降2个百分点。

太湖县人民政府
2024年2月20日
""",
    "yuexi-2024.txt": """岳西县2024年法治政府建设情况

【执法规范】
全年作出行政处罚决定2210件,其中市场监管640件、城管512件。街道和乡镇方面,12个乡镇(街道)共办案377件,天堂镇最多,为92件,其次是店前镇51件,五河镇仅2件。入企检查3610户次,比2023年减少18.2%。不予处罚380件,涉及金额190万元。

【化解纠纷】
首创“火塘夜谈”调解法,由老党员夜里上门,化解纠纷214起。新收行政复议申请233件,受理205件,办结190件。全县一审行政应诉案件98件,败诉10件,败诉率11.4%,比2023年上升1.1个百分点,败诉原因主要是程序违法和证据不足。

【法律服务】
法律援助受理702件,其中农民工案件240件,为受援群众挽回损失1105万元。

岳西县人民政府
2025年3月3日
""",
}


def figures(answer: Answer) -> set[str]:
    return {value.value for value in answer.values}


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("plainwords")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder], folder / "library", load())
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load())
        yield lambda *turns: assistant.ask(turns, today=TODAY)


REVIEWS = ("太湖县2024年收到多少件行政复议申请", "受理了多少", "里面公安的有几件")
TOWNS = ("太湖2024年各乡镇赋权的处罚案件一共办了多少", "哪个镇最多", "第二名几件")
AID = ("太湖2024年法律援助办了多少件", "农民工的有几件")
SUITS = ("太湖2024年一审行政官司有多少件", "败诉率多少")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((*REVIEWS, "占几成"), {"101", "288"}),  # the whole stands sentences before: 受理案件按管理领域分
        (("太湖2024年办了多少处罚案子", "城管的呢", "占多少"), {"755", "3120"}),
        (("太湖2024年办了多少处罚案子", "市场监管有几件", "城管的呢", "这两个差多少"), {"902", "755"}),
        ((*TOWNS[:2], "2023年这个镇办了几件"), {"70"}),
        (TOWNS, {"88"}),
        ((*TOWNS, "2023年这个镇办了几件"), {"52"}),
        ((*TOWNS, "2023年这个镇办了几件", "那年几个乡镇一件都没办"), {"8"}),
        (("岳西2024年哪个乡镇办案最少",), {"92", "51", "2"}),
        ((*AID, "2023年呢", "挽回多少损失"), {"1210"}),  # not what was got back for companies
        ((*AID, "挽回多少损失", "岳西的"), {"1105"}),
        (("太湖2024年法治督察发现了几个问题", "改了几个", "2023年发现几个"), {"55"}),
        (("太湖2024年普法宣讲了多少场", "多少人听"), {"9.4"}),
        (("太湖2024年涉企检查多少次", "打算再降到多少"), {"12"}),
        (("太湖2023年官司输了几回", "打算压到多少"), {"2"}),
        (("太湖2024年办复议的有几个人", "打算加几个"), {"2"}),
        (("岳西2024年检查了多少", "不对,我要问的是免罚,太湖免了多少件"), {"512"}),
        (("太湖2024年法律援助多少件", "和岳西比复议受理哪个多"), {"288", "205"}),
        (("太湖2024年城管罚了多少件",), {"755"}),  # of its field, and not of the whole county
        (("岳西2024年城管罚了多少件", "太湖的呢", "另一个县呢"), {"512"}),
        ((*SUITS, "比上一年高了还是低了", "换成岳西"), {"11.4"}),
        (("太湖2024年复议收了多少", "农民工法律援助几件", "复议收了多少", "受理的呢", "岳西呢"), {"205"}),
    ],
)
def test_a_turn_in_the_words_of_speech(chat: Ask, turns: tuple[str, ...], expected: set[str]):
    assert figures(chat(*turns)) == expected


def test_a_new_topic_of_a_place_without_that_year_is_told_of_its_newest_report_and_says_so(chat: Ask):
    answer = chat("太湖2023年复议收了多少", "岳西的法律援助办了几件")
    assert figures(answer) == {"702"}
    assert any("按最新的2024年回答" in str(w) for w in answer.warnings)
    assert (
        chat("太湖2023年复议收了多少", "岳西呢").reason is Reason.NO_SUCH_YEAR
    )  # the same figure of that year


def test_only_the_years_without_a_report_are_said_to_be_lacking(chat: Ask):
    answer = chat("太湖2023年涉企检查多少次", "2024年呢", "多了多少", "岳西的法律援助办了几件")
    assert not any("没有2024年" in str(warning) for warning in answer.warnings)
    assert figures(answer) == {"702"}


def test_of_several_places_those_without_the_year_are_left_out(chat: Ask):
    answer = chat("2023年太湖和岳西复议受理哪个多")
    assert answer.reason is Reason.NO_SUCH_YEAR  # of two, the comparison is refused


def test_which_place_does_a_thing_is_asked_of_every_year_and_goes_on_with_that_place(chat: Ask):
    before = ("太湖2023年复议收了多少", "火塘夜谈是哪个县搞的")
    assert "岳西县2024年" in chat(*before).answer
    assert figures(chat(*before, "靠它化解了几起")) == {"214"}


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        ((*SUITS, "换成岳西", "主要输在哪"), "程序违法和证据不足"),
        (("岳西2024年复议收了多少", "太湖投诉最多的呢"), "油烟扰民"),
        (("太湖2024年12345接了多少工单", "反映多的是哪些问题"), "油烟扰民"),
    ],
)
def test_what_came_first_and_why_suits_were_lost_are_told_in_words(
    chat: Ask, turns: tuple[str, ...], words: str
):
    assert words in chat(*turns).answer


@pytest.mark.parametrize(
    "turns",
    [
        ("太湖2024年法律顾问讲座多少场", "多少人听"),  # 7300 asked for advice, and heard nothing
        ("太湖2024年公证多少件", "法律援助多少件", "差多少"),  # one of both was never told
        ("岳西2024年有多少人因为这些案子判了刑",),
    ],
)
def test_what_is_not_told_is_refused(chat: Ask, turns: tuple[str, ...]):
    answer = chat(*turns)
    assert answer.abstained or not answer.values
    assert answer.reason in {None, Reason.NOT_MENTIONED}


def test_the_first_three_say_nothing_of_the_last(chat: Ask):
    assert not figures(chat("太湖2024年哪个乡镇处罚案件最少")) & {"64"}


@pytest.mark.parametrize(
    ("turn", "plain"),
    [
        ("主要输在哪", "败诉的主要原因是什么"),
        ("主要输在哪两类案子上", "主要输在哪两类案子上"),
        ("运输在哪", "运输在哪"),
        ("投诉最多的呢", "投诉最多的是什么"),
        ("办案最多的呢", "办案最多的呢"),
        ("几个镇一件都没办", "几个镇没有办理案件"),
        ("占一半了吗", "占多少"),
        ("挽回多少损失", "挽回损失多少"),
        ("为企业挽回多少损失", "为企业挽回多少损失"),
        ("败了几件", "败诉几件"),
        ("打败了几个", "打败了几个"),
        ("一共调了多少", "一共调解纠纷多少"),
        ("抽调了多少人", "抽调了多少人"),
        ("涉及多少人", "多少人"),
        ("涉及多少钱", "涉及多少钱"),
    ],
)
def test_a_turn_is_put_into_plain_words(turn: str, plain: str):
    assert in_plain_words(turn) == plain


def test_predicates_over_turns():
    assert told_things("这两个差多少") == 2
    assert told_things("这三个里面哪个最多") == 3
    assert told_things("这两个县差多少") == 0
    assert asks_audience("有多少人听", plainly=True)
    assert not asks_audience("多少人", plainly=True)
    assert asks_audience("多少人")
    assert not asks_audience("多少人被处罚")
    assert got_back("挽回损失多少")
    assert not got_back("企业挽回损失多少")
    assert asks_planned_level("打算降到多少")
    assert not asks_planned_level("打算降多少")
