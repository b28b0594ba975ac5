"""What a report prints in words or clauses of its own, asked aloud: told, and a near figure never instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

REPORT = """阳谷县2024年法治政府建设情况报告

　　2024年，阳谷县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作情况
　　（一）压实责任。连续五年获评全市法治建设优秀等次。全县64家部门和镇街“党政一把手”带头授课，上好127场法治课，组织58名领导干部旁听庭审。
　　（二）规范执法。开展“首违不罚”案件1,286件，罚没款412万元。探索跨部门联合行政检查34次，减少扰企156次。深化政务服务“一网通办”92%以上。遴选7名律师组建未成年人法律援助专家库。
　　（三）守牢安全底线。县应急管理局持续抓好安全生产工作。聚焦工贸企业和有限空间，开展各类督察检查318家次，发现隐患642个，整改完成642个。
　　（四）服务群众。建设安置帮教示范基地1个，落实困难救助9人次。指导各级人民调解组织成功调解矛盾纠纷8,317件。受理法律援助案件731件。
　　（五）普法到村。214名村(居)法律顾问、1,530名“法律明白人”结对共建，累计开展培训302场次。
　　（六）公开透明。严格按照依申请公开流程开展工作，共收到申请11件，均在规定时间内予以处理。第三方辅助服务做法获司法部批示肯定。
　　（七）科学决策。编制年度重大行政决策目录，审查行政规范性文件19件。组织县政府常务会议学法6次。清理废止文件14件。开展执法案卷评查2次。
　　（八）强化复议应诉。收到行政复议申请203件，一审行政诉讼案件88件，行政机关负责人出庭应诉率100%。全县持有执法证1,206人。
　　（九）优化营商环境。建成增值服务驿站12家。新登记经营主体6,318户。归集企业诉求412个，办结率98.7%。选聘营商环境体验官60名。
　　（十）法治文化。开展普法活动96场。建成法治公园3处。创作法治文艺作品5个。国家级民主法治示范村新增1个。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("otherwise"), (REPORT,)) as ask:
        yield lambda question: ask(f"阳谷{question}")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("一把手们一共讲了多少堂法治课?", "127场"),  # who did it stands in the clause before
        ("给法律明白人上课多少场?", "302场次"),  # of both things in the row before it
        ("县应急管理局的督察检查查了多少家次?", "318家次"),  # the paragraph begins with the bureau
        ("那些出狱后日子难过的,有几个拿到了接济?", "9人次"),  # 几个 may count people
        ("网上办的比例有多高?", "92%"),  # 的 is no part of the thing
        ("给娃打官司的律师库里有几位?", "7名"),  # no library of ours
        ("几个部门一块儿上门查的有多少次?", "34次"),  # 综合查一次 or 联合行政检查
        ("街坊吵架闹别扭,一年下来给劝好了多少桩?", "8317件"),  # no sentence is nearer by far
        ("一年审了多少法律援助的案子?", "731件"),  # 一年, and no 年审
        ("法治建设连着几年拿优秀?", "连续五年"),
    ],
)
def test_what_is_printed_otherwise_is_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2024年查出来的安全隐患都整改到位了吗?", "整改完成642个"),
        ("收到的公开申请都按时答复了吗?", "均在规定时间内"),
        ("有没有拿到司法部的肯定?", "司法部批示肯定"),
    ],
)
def test_whether_it_was_done_is_told_by_the_sentence(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "交通违法处罚多少起?",  # 轻微违法 is another
        "排污企业罚了多少钱?",  # 罚没款 of all
        "有没有设立公职律师办公室?",
        "县审计局查了多少家次?",  # another bureau's
    ],
)
def test_a_near_thing_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).abstained
