from __future__ import annotations

import pytest

from qa.answer.prose.asked import holds
from qa.answer.prose.kinds_asked import kind_asked
from qa.question.words.terms import Term

DISPUTE = (Term("调解室", 1.0, (("调解室", 1.0),), True),)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("司法局局长叫什么名字？", "person"),
        ("区长是谁", "person"),
        ("律师姓什么", "person"),
        (" 县长 是谁", "person"),
        ("谁担任县长", "person"),
        ("第一责任人是谁", ""),
        ("复议为什么上升", "why"),
        ("复议上升的原因是什么", "why"),
        ("法律援助中心在哪里？", "where"),
        ("公证处地址在哪", "where"),
        ("毛病主要出在哪", ""),
        ("在哪两个镇设了服务站", "town"),
        ("何时召开的会议", "when"),
        ("普法专栏叫什么名字", "name"),
        ("联系人电话是多少", "phone"),
        ("行政复议多少件", ""),
        ("叫停了多少个项目", ""),
        ("12345热线接了多少电话", ""),
    ],
)
def test_the_kind_of_thing_that_alone_answers(question: str, kind: str) -> None:
    assert kind_asked(question) == kind


@pytest.mark.parametrize(
    ("kind", "sentence", "held"),
    [
        ("person", "区长刘云峰出席全区法治建设培训班开班仪式", True),
        ("person", "区司法局局长王立新带队到园区走访企业", True),
        ("person", "晋祠镇调解员贾玉梅扎根一线22年", True),
        ("person", "组织75名新提任区管领导干部集中进行宪法宣誓", False),
        ("person", "全区80名党政主要负责人现场开展述法评议", False),
        ("person", "行政机关负责人出庭应诉率100%", False),
        ("person", "区委书记高度重视法治建设", False),
        ("why", "鉴于功能园区特殊体制,行政复议收案量有所下降", True),
        ("why", "因专家论证未通过退回重新研究", True),
        ("why", "败诉主因是征地程序瑕疵", True),
        ("why", "行政复议收案量同比上升41.6%,因地制宜推进调解", False),
        ("where", "法律援助中心受理申请1957件", False),
        ("where", "中心位于东郊街道现代商城", True),
        ("when", "该条例自2024年9月1日起施行", True),
        ("when", "印发《2024年法治建设工作要点》", False),
        ("phone", "接待来访及电话咨询3205人次", False),
        ("phone", "联系电话：0970-8612345", True),
        ("phone", "拨打12348热线", True),
        ("name", "打造“石榴籽”调解室", True),
        ("name", "建成调解室57个,“食全法美”普法品牌入选典型案例", True),
        ("name", "建成调解室57个,服务群众,“食全法美”普法品牌入选典型案例", False),
        ("name", "新建阵地7处,其中小石桥法治主题调解室占地1.6万平方米", True),
        ("name", "建成法治示范调解室3个", False),
        ("", "任何一句", True),
    ],
)
def test_whether_a_sentence_prints_it(kind: str, sentence: str, held: bool) -> None:
    assert holds(kind, sentence, DISPUTE) is held
