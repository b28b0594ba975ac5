"""Forms of questions on reports without result headings, and what a list, a table, a reason or a rank must not show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.answer.comparison.practice import practice_asked
from qa.answer.figures.limits import asks_shortened
from qa.answer.prose.topical import bare
from qa.types import Answer, AnswerKind, Reason
from tests.asking import asking

PLAIN = """乐亭县2024年度法治政府建设工作报告

2024年,乐亭县坚持党建引领,各项工作取得新进展.现报告如下.

过去一年的工作

高位推动,责任链条进一步拧紧.县政府常务会议学法8次,对推进不力的两镇进行约谈.

科学决策,制度笼子进一步扎牢.公布重大行政决策目录3项,《乐亭县电动自行车停放规定》列入目录,征求意见216条.确定重点任务46项,1项顺延至2025年.县融媒体中心开办《法治面对面》栏目,播出21期.

守护海岸,特色品牌进一步擦亮.海岸线巡护由县海洋局牵头,组建巡护队伍23支.该做法被省委依法治省办列为2024年度十大为民实事.

便民服务,办事效率进一步提升.居民申请办理公证.资料齐全的,3日内出证.学习宣传行政复议法4场,听众600人.收到行政复议申请93件,审结72件.

短板和不足

对照要求,主要存在三方面不足:司法所人员紧缺,7个为"一人所";复议力量不足,专职人员仅4名;案卷制作粗糙,审核流于形式.

今年的安排

2025年,重点做好两件事:完成"八五"普法验收;招录司法所人员10名.

乐亭县人民政府
"""
HEADED = """滦南县2024年度法治政府建设情况报告

2024年，滦南县推进法治政府建设。根据《法治政府建设与责任落实督察工作规定》，现将有关情况报告如下。

一、党建引领，把责任扛在肩上
推出《滦南县优化海产业营商环境二十条》，出台《滦南县涉企检查办法》，《滦南县海岸条例》于9月1日起施行，短视频《小金说法》播出3期，小品《说事》获全县二等奖。在唐山市法治建设考核中位列第二名。
二、严格执法，把秩序管在日常
落实“首席服务官”制度。口岸货物平均通关时长由4.7小时缩至1.9小时；口岸服务站接待商户6128人次。纵深推进综合执法改革，整合设置7支队伍，向乡镇赋权98项。作出行政处罚287件，罚款1843.6万元。按领域分，建筑市场132件、燃气54件；按对象分，企业241件、个人46件。为有机企业开展合规体检58家。开展食品安全宣传。
三、化解纠纷，把矛盾解在源头
行政机关作为被告的一审行政案件246件，败诉17件，败诉率为6.9%；负责人出庭应诉率100%。
在全省率先推行海岸巡查，推行“板凳会”机制，行政争议多元化解。“石榴籽调解室”被命名为全省金牌调解室。依托省行政执法监督平台办案，建成“智慧监管”系统。对评议排名靠后的2个单位由县委依法治县办进行约谈。
四、不足之处
对照新形势，仍有几个方面需要改进：一是建材行业从业人员流动性大，普法的精准性有待增强；二是个别案件取证不及时，因此败诉的2件均与证据超期有关。
五、2025年打算
一是招录执法人员8名；二是建成执法信息平台。
滦南县司法局
2025年1月20日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(
        tmp_path_factory.mktemp("others"),
        (
            PLAIN,
            HEADED,
        ),
        date(2025, 6, 1),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "一句话概括乐亭县的法治政府建设",
            ("高位推动", "司法所人员紧缺", "复议力量不足", "招录司法所人员10名"),
        ),
        ("乐亭县2024年有哪些亮点？", ("守护海岸,特色品牌进一步擦亮",)),
        ("给我一份乐亭县法治政府建设的简要总结", ("科学决策,制度笼子进一步扎牢", "重点做好两件事")),
        ("一句话概括滦南县的报告", ("党建引领", "严格执法", "化解纠纷")),
        (
            "乐亭县的哪项做法被列为2024年度十大为民实事？",
            ("海岸线巡护由县海洋局牵头", "该做法被省委依法治省办列为"),
        ),
        ("乐亭县出台了哪些文件？", ("没有写明", "《乐亭县电动自行车停放规定》")),
        ("滦南县出台了哪些文件？", ("《滦南县涉企检查办法》",)),
        ("滦南县司法局制定出台了哪些文件？", ("《滦南县涉企检查办法》",)),
        ("滦南县海产业营商环境出台了什么文件？", ("《滦南县优化海产业营商环境二十条》",)),
        ("滦南县出台了哪些文件？", ("《滦南县海岸条例》",)),
        ("滦南县报告里提到的法规有哪些？", ("《滦南县海岸条例》", "《滦南县涉企检查办法》")),
        ("用两三句话说说滦南县2024年的工作", ("党建引领", "招录执法人员8名")),
        ("滦南县有哪些问题，打算怎么改进？", ("普法的精准性有待增强", "建成执法信息平台")),
        ("滦南县存在哪些不足，明年怎么干？", ("普法的精准性有待增强", "建成执法信息平台")),
        ("乐亭县哪项任务没有完成？", ("顺延至2025年",)),
        ("乐亭县制定了哪些规范性文件？", ("没有写明",)),
        ("滦南县口岸通关时间缩短了多少？", ("由4.7小时缩至1.9小时",)),
        ("滦南县推进综合执法改革的情况", ("7支队伍", "98项")),
        ("滦南县出台了什么条例？", ("《滦南县海岸条例》",)),
        ("滦南县有哪些全省率先的做法？", ("在全省率先推行海岸巡查",)),
        ("乐亭县和滦南县出台了哪些文件？", ("乐亭县2024年的报告没有写明", "《滦南县涉企检查办法》")),
        ("乐亭县和滦南县各获得了哪些荣誉？", ("十大为民实事", "全省金牌调解室")),
        ("用一句话概括乐亭县和滦南县的报告", ("高位推动", "党建引领")),
        ("滦南县的年报里提到行政处罚了吗？", ("287件",)),
        ("滦南县为什么要加强建材行业普法的精准性？", ("从业人员流动性大",)),
        ("滦南县两起案件为什么败诉？", ("与证据超期有关",)),
        ("滦南县怎么解决行政争议？", ("多元化解",)),
        ("滦南县对评议排名靠后的单位怎么处理？", ("约谈",)),
        ("滦南县在唐山市法治建设考核中排第几？", ("第二名",)),
        ("乐亭县居民公证多久出证？", ("3日内出证",)),
        ("滦南县建了哪些平台？", ("省行政执法监督平台", "“智慧监管”系统")),
        ("滦南县有哪些法治品牌？", ("没有用“品牌”一词", "“板凳会”机制", "“石榴籽调解室”")),
        ("乐亭县有哪些品牌？", ("特色品牌进一步擦亮",)),
    ],
)
def test_a_form_is_answered(ask: Callable[..., Answer], question: str, words: tuple[str, ...]):
    answer = ask(question)
    assert not answer.abstained
    assert all(word in answer.answer for word in words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("滦南县报告提到哪些文件？", "小金说法"),  # ends in 法 and is no law
        ("乐亭县报告提到哪些文件？", "法治面对面"),  # a column on television
        ("滦南县报告提到哪些文件？", "说事》"),  # a sketch
        ("概括一下乐亭县行政复议的情况", "听众600人"),  # a law by its name
        ("滦南县有哪些不足？", "几个方面需要改进"),  # leads to the points and is none
        ("一句话概括乐亭县的法治政府建设", "对照要求"),
    ],
)
def test_what_only_looks_like_an_answer_is_left_out(ask: Callable[..., Answer], question: str, words: str):
    answer = ask(question)
    assert not answer.abstained
    assert words not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "滦南县在全省法治建设考核里排第几？",  # the city's alone is told
        "滦南县在全国排第几？",
        "滦南县的数据安全合规体系是怎么建设的？",  # 合规体检 is another thing
        "滦南县的公共法律服务中心是怎么运行的？",
        "滦南县首席服务官是谁？",
        "滦南县全国首创的是什么？",
        "滦南县全国首创了哪些做法？",
        "滦南县法治督察情况",  # the rule of that name only opens the report
        "乐亭县出台了什么条例？",  # 规定 is none
        "滦南县有没有提到数据安全？",  # 食品安全 is another thing
        "滦南县法律援助出台了哪些文件？",
    ],
)
def test_what_is_not_told_is_refused(ask: Callable[..., Answer], question: str):
    answer = ask(question)
    assert answer.abstained
    assert answer.reason is Reason.NOT_MENTIONED


def test_a_table_is_a_grid(ask: Callable[..., Answer]):
    answer = ask("把滦南县的行政处罚数据做成表格")
    assert answer.kind is AnswerKind.LIST
    lines = answer.answer.split("\n")
    assert "|---|---|" in lines
    assert any(line.startswith("| 作出行政处罚 | 287件[") for line in lines)


def test_rows_of_a_table_bear_their_own_lead(ask: Callable[..., Answer]):
    lines = ask("用表格列一下滦南县的行政处罚按领域分布").answer.split("\n")
    assert any(line.startswith("| 按领域分：建筑市场 | 132件[") for line in lines)
    assert any(line.startswith("| 企业 | 241件[") for line in lines)  # 按对象分, and not 按领域分


def test_a_table_has_the_parts_of_what_it_counts(ask: Callable[..., Answer]):
    lines = ask("把滦南县行政应诉的数据列成表").answer.split("\n")
    assert any(line.startswith("| 败诉 | 17件[") for line in lines)


def test_a_kind_of_document_leaves_the_others_out(ask: Callable[..., Answer]):
    assert "涉企检查办法" not in ask("滦南县出台了什么条例？").answer


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("口岸通关时间缩短了多少?", True),
        ("审批时限压缩了几天?", True),
        ("审批时限压缩到多少个工作日?", False),  # a figure, and no difference
        ("办件量减少了多少?", False),
    ],
)
def test_how_much_shorter_is_no_level(question: str, asked: bool):
    assert asks_shortened(question) is asked


def test_the_number_of_a_heading_is_taken_off_whole():
    assert bare("2.1 立法与制度供给") == "立法与制度供给"
    assert bare("（一）压实责任") == "压实责任"


def test_examples_are_few(ask: Callable[..., Answer]):
    answer = ask("滦南县的创新做法举两个例子")
    assert not answer.abstained
    assert 0 < len(answer.citations) <= 4


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("怎么化解矛盾纠纷的?", True),
        ("如何推进依法决策?", True),
        ("怎么才办了多少件?", False),
        ("法律援助怎么哪个多?", False),
    ],
)
def test_how_several_places_do_a_thing_is_asked_for_no_figure(question: str, asked: bool):
    assert practice_asked(question) is asked
