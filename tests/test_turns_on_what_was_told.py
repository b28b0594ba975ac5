"""Conversations on figures just told: parts after a change, two added up, the whole county after its towns, branches, aims."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.question.conversation.moves import recall
from qa.question.conversation.plain_words import asks_which_branch, in_plain_words
from qa.question.conversation.shown import LEFT, MONEY, asks_of_shown
from qa.question.conversation.topics_beside import told_things
from qa.question.words.deeds import deed_of
from qa.types import Answer, Reason
from tests.conftest import TODAY, Ask

REPORTS = {
    "huoshan-2024.txt": """霍山县2024年法治政府建设情况报告

一、主要工作

(一)规范执法。全县行政执法单位共办理行政处罚案件4120件,比上年增加205件,罚没金额1630.2万元。其中,交通运输领域1204件、市场监管领域933件。21个乡镇综合行政执法队全年办理行政处罚案件512件,其中衡山镇91件、诸佛庵镇64件、佛子岭镇37件。办理轻微免罚案件402件,免罚金额188万元,减轻处罚143件。端掉制售假冒石斛窝点4处,涉案货值152万元。持证执法人员731名,其中会德语执法人员23名,参加培训916人次。查处毁损古银杏案件6件。
(二)化解纠纷。收到行政复议申请327件,比上年增加81件,受理298件,审结270件,其中调解、和解结案96件,调解和解率35.6%;直接纠错率7.4%。一审行政诉讼案件118件,败诉11件,败诉率9.3%。成立石斛交易纠纷调解委员会,受理石斛交易纠纷126件,调解成功119件。全县人民调解员2104名,其中专职231名。
(三)公共法律服务。县法律援助中心受理法律援助案件518件,其中民事312件、刑事203件,为受援人挽回经济损失704万元。援助对象中职工204人、老年人71人、残疾人29人。全年办理公证1640件(2023年为1522件)。为老人上门办证58件。
(四)绿色发展。深化林权改革,发行林券金额1930万元,惠及林农2715户。法治督察发现问题84个,完成整改79个,其余5个明确了时限。县人社局为1041名农民工追回工资1622万元。坚持把非诉讼纠纷解决机制挺在前面,在镇村建立“竹乡夜话调解工作室”146个。12345热线受理工单25310件。

二、存在的问题

一是基层力量不足。

三、2025年工作安排

林券发行金额突破2400万元。

霍山县人民政府
2025年2月20日
""",
    "jinzhai-2024.txt": """金寨县2024年法治政府建设情况报告

一、主要工作

(一)规范执法。全县行政执法单位共办理行政处罚案件3375件,罚没金额1204万元,其中县综合行政执法局690件、县市场监管局571件、县水利局84件。
(二)化解纠纷。收到行政复议申请211件,受理190件。一审行政诉讼案件102件,败诉9件,败诉率8.8%。法治督察发现问题61个,整改55个。县人民法院诉前委派调解成功417件。
(三)公共法律服务。办理法律援助案件640件,其中农民工案件231件、妇女案件88件。为农民工1320人讨薪2014万元。

二、存在的问题

一是人员不足。

三、2025年工作安排

推进示范创建。

金寨县人民政府
2025年2月20日
""",
    "huoshan-2023.txt": """霍山县2023年法治政府建设情况报告

一、主要工作

全县行政执法单位办理行政处罚案件3915件,罚没金额1511万元,其中城市管理领域702件。收到行政复议申请246件,受理221件。法治督察发现问题66个,整改60个。

二、存在的问题

一是人员不足。

三、2024年工作安排

推进示范创建。

霍山县人民政府
2024年2月20日
""",
}


def figures(answer: Answer) -> set[str]:
    """Give the figures of an answer as printed, without thousands."""
    return {value.value for value in answer.values}


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("told")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder], folder / "library", load())
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load())
        yield lambda *turns: assistant.ask(turns, today=TODAY)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # a part of the figure whose change was just told, and no rate of it
        (("霍山县2024年收到多少行政复议申请", "比上年多几件", "其中调解的呢"), {"96"}),
        # those whom the cases served, in the sentence behind, and no other old people
        (("霍山县2024年法律援助几件", "老年人的几件"), {"71"}),
        (("霍山县2024年法律援助几件", "残疾人的"), {"29"}),
        # the two figures told last
        (("金寨县2024年法律援助几件", "农民工的几件", "妇女的几件", "这两个一共多少"), {"231", "88"}),
        (("金寨县2024年行政处罚几件", "综合执法局的几件", "水利局的呢", "两个加起来"), {"690", "84"}),
        # two named parts of what was told
        (("金寨县2024年行政处罚几件", "市场监管和水利两个一共多少"), {"571", "84"}),
        # a part whose name the report spells in full, and one of the next sentence, put into proportion
        (("金寨县2024年行政处罚几件", "综合执法局的占多少"), {"3375", "690"}),
        (("霍山县2024年行政处罚几件", "交通的占多少"), {"4120", "1204"}),
        # the whole county after its towns
        (("霍山县2024年乡镇执法队办了多少处罚案子", "佛子岭镇呢", "全县总共办了多少"), {"4120"}),
        # a fine that was let off is no fine
        (("霍山县2024年行政处罚几件", "免罚了多少件"), {"402"}),
        (("霍山县2024年假石斛窝点端了几个", "值多少钱"), {"152"}),
        # what was settled is of the thing spoken of
        (("霍山县2024年石斛交易纠纷受理了多少起", "调成了几件"), {"119"}),
        # the aim is of what was issued, not of those whom it reached
        (("霍山县2024年林券发了多少钱", "惠及多少户", "2025年目标是多少"), {"2400"}),
        # back to a topic by its name
        (
            (
                "霍山县2024年有多少持证执法人员",
                "换个话题,法律援助多少件",
                "挽回多少损失",
                "回到刚才的执法人员,参加培训多少人次",
            ),
            {"916"},
        ),
        # the county that is not the present one, whose turn was some turns ago
        (("霍山县2024年复议收了多少", "金寨县复议收了多少", "另一个县2023年呢"), {"246"}),
        # the verb of a turn before, at another place
        (("霍山县2024年督察发现多少问题", "改了多少", "没改完的呢", "金寨的呢,发现多少"), {"61"}),
        (("霍山县2024年全县专职调解员几个",), {"231"}),
        (("霍山县2024年竹乡夜话调解工作室建了多少个",), {"146"}),
        (("霍山县2024年执法人员几个", "毁古银杏的查了几件"), {"6"}),
        # whom an office served is the place's figure
        (("霍山县和金寨县2024年农民工讨薪多少人哪个多",), {"1041", "1320"}),
    ],
)
def test_a_turn_on_what_was_told(chat: Ask, turns: tuple[str, ...], expected: set[str]):
    assert figures(chat(*turns)) == expected


def test_the_same_comparison_of_another_thing(chat: Ask):
    turns = ("霍山县2024年行政处罚几件", "2023年呢", "差多少", "复议收到的也这么比一下")
    assert {"327", "246"} <= figures(chat(*turns))


def test_the_rate_of_reviews_behind_that_of_suits_is_no_count(chat: Ask):
    assert figures(chat("霍山县2024年行政诉讼败诉率多少", "复议的呢")) == {"7.4"}
    told = chat("金寨县2024年行政诉讼败诉率多少", "复议的呢")  # which prints none
    assert told.abstained
    assert told.reason is Reason.NOT_MENTIONED


def test_what_is_left_is_told_by_the_sentence_just_shown(chat: Ask):
    assert "其余5个" in chat("霍山县2024年督察发现多少问题", "没改完的呢").answer


def test_delegated_mediation_is_not_held_against_all(chat: Ask):
    told = chat("霍山县2024年石斛交易纠纷调解成功多少件", "和金寨比哪个多")
    assert "417" not in figures(told)


@pytest.mark.parametrize(
    ("turn", "plain"),
    [
        ("按件数从高到低给出", "按件数从高到低排列"),
        ("给出从高到低的理由", "给出从高到低的理由"),
        ("丹江县12345受理了多少", "丹江县12345热线受理多少"),
        ("12315受理了多少投诉举报", "12315受理了多少投诉举报"),
        ("调成了几件", "调解成功几件"),
        ("下调成几件", "下调成几件"),
        ("专职调解员几个", "专职调解员有多少名"),
        ("调解员工作室几个", "调解员工作室几个"),
        ("比上年少了几次", "比上年少了多少"),
        ("开了几次会", "开了几次会"),
        ("公安和水利两个一共多少", "公安和水利一共多少"),
    ],
)
def test_a_turn_is_put_into_plain_words(turn: str, plain: str):
    assert in_plain_words(turn) == plain


def test_predicates_over_turns():
    assert told_things("两个加起来") == 2
    assert told_things("这两个一共多少") == 2
    assert told_things("两个县加起来") == 0
    assert asks_of_shown("没改完的呢") == LEFT
    assert asks_of_shown("值多少钱") == MONEY
    assert asks_of_shown("还差几个") == LEFT
    assert asks_of_shown("差几个没改") == LEFT
    assert not asks_of_shown("差多少")
    assert not asks_of_shown("房子值多少钱")
    assert asks_which_branch("哪个分局办的案件最多")
    assert not asks_which_branch("哪个县办的案件最多")
    assert deed_of("罚了多少件")
    assert not deed_of("免罚了多少件")
    back = recall("回到刚才的执法人员,参加培训多少人次")
    assert back is not None
    assert (back.topic, back.rest) == ("执法人员", "参加培训多少人次")
    plain = recall("回到刚才的问题")
    assert plain is not None
    assert plain.topic == ""
