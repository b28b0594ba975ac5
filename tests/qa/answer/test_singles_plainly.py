"""Single questions as people type them: who is in charge, how high a rate is, lists with their numbers, reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.question.single.intent import Task
from qa.question.single.intent_reading import read_intent
from qa.question.words.measures import read_measure
from qa.types import Answer
from tests.asking import asking

REPORT = """康县2024年法治政府建设年度报告
发布日期：2025年3月11日　　来源：康县人民政府

　　2024年，康县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作情况
　　（一）严格规范执法。全县办理普通程序行政处罚案件2140件。其中，城市管理、市场监管、交通运输三支队伍分别办理812件、640件和377件。办理简易程序案件较多的单位依次为县公安局903件、县交通运输局211件、县城市管理局96件。《康县木结构民居防火管理办法》由县应急管理局牵头落实，排查木楼3120栋。开展滑坡、山洪等演练61场，参演4300余人次。推出“首违不罚+轻微减罚+公益抵罚”“3+N”执法模式，回访当事人140人。全县登记养犬2615只，查处遛犬不拴绳等违法88起。组织执法业务培训9期、870人次，全县在岗执法人员412人。
　　（二）化解矛盾纠纷。乡镇和村调委会共调解纠纷1520件，加上旅游、劳动等行业性专业性调委会调解的430件，全县合计1950件。交通运输类复议案件移交市司法局办理，复议收案量有所下降。全年收到行政复议申请74件，审结70件，其中撤回21件，驳回30件，维持19件。复议案件主要集中在三个领域：公安交管31件、土地征收18件、市场监管12件。全县一审行政诉讼案件42件，行政机关负责人出庭应诉40件，出庭应诉率95.2%。
　　（三）优化法律服务。一是法律援助。受理法律援助案件115件。二是“火塘普法”。在19个村设立普法火塘，讲法120场，入选全省普法案例。处理电梯困人求助27起，平均到场时间12.6分钟。
　　各乡镇数据
　　乡镇 | 人民调解案件(件) | 行政处罚(件)
　　阳坝镇 | 310 | 41
　　长坝镇 | 255 | 22
　　豆坝镇 | 197 | 18
　　大堡镇 | 120 | 9
　　二、存在的不足
　　一是执法力量薄弱。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("plainly"), (REPORT,)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("康县2024年单位负责人的出庭率到底有多高", "95.2", "%"),
        ("康县2024年人民调解把行业性专业性调委会也算上，一共调了多少件", "1950", "件"),  # not the last item
        ("康县2024年应急演练有多少人次参加", "4300", "人次"),
        ("康县2024年普通程序处罚里，交通运输执法队伍办了几件", "377", "件"),
        ("康县2024年遛狗不牵绳的管了多少回", "88", "起"),  # not the dogs
        ("康县2024年培训了多少人", "870", "人次"),
        ("困在电梯里，康县2024年一般等多久有人到", "12.6", "分钟"),
    ],
)
def test_a_figure_asked_in_plain_words(ask: Ask, question: str, value: str, unit: str):
    assert [(str(v.value), v.unit) for v in ask(question).values] == [(value, unit)]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("康县木结构民居防火管理办法 牵头单位", ("县应急管理局",)),
        ("康县2024年木结构民居防火归哪个部门管", ("县应急管理局",)),
        ("康县2024年复议案件收得比以前少，报告怎么解释的", ("移交市司法局",)),
        ("康县“3+N”执法模式的“3”包括哪些", ("首违不罚", "轻微减罚", "公益抵罚")),
        ("康县 2024 简易程序案件 办得多的单位 各多少件", ("903", "211", "96")),
        ("康县2024 复议案件 集中领域及件数", ("公安交管31件", "土地征收18件", "市场监管12件")),
        ("请列出康县2024年审结复议案件的各种结果及数量", ("21", "30", "19")),
        (
            "康县4个乡镇里，2024年人民调解案件最多的前三名是谁，各多少件",
            ("阳坝镇310", "长坝镇255", "豆坝镇197"),
        ),
        ("康县的“火塘普法”2024年得到了什么认可", ("全省普法案例",)),
    ],
)
def test_words_and_lists(ask: Ask, question: str, told: tuple[str, ...]):
    answer = ask(question)
    assert not answer.abstained
    assert all(words in answer.answer for words in told)


def test_a_number_with_no_move_gives_no_reason(ask: Ask):
    assert ask("康县2024年败诉率为什么下降").abstained


def test_points_are_per_cent_only_of_a_move():
    assert read_measure("降了几个点") == ("%", "percent")
    assert read_measure("有几个点能办公证")[1] != "percent"


def test_what_was_arranged_is_no_plan():
    assert not read_intent("安排了多少次检查").plan
    assert read_intent("明年工作安排了哪些").plan
    assert read_intent("出庭率到底有多高").task is Task.NUMBER
