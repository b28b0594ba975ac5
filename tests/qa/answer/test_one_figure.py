"""One figure of a sentence that prints several: the one whose own words are asked for, in a report of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

REPORT = """桐庐县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：桐庐县人民政府办公室

　　2024年，桐庐县扎实推进法治政府建设。在市委依法治市办组织的考核中，我县得分90.2分，在全市13个区县中列第6位，前进1位。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）优化营商环境。全年新增经营主体2,316户（2023年：2,104户），其中企业547户，个体工商户1,730户，农民专业合作社39户。办理“出口退税”“留抵退税”备案2640户，其中留抵退税910户。
　　（二）严格规范执法。执法人员1,120人，其中年内新发证件210人，注销58人。办理行政处罚案件，其中生态环境领域处罚137件，罚款629万元；食品药品领域处罚415件，移送公安机关17件。制发行政执法监督意见书21份、督办函8份。全市备案检查计划1,210件次，实际开展涉企检查9,300次，较上年减少27.5%。拆除违法建设96处2.08万平方米。开展法治督察1轮，反馈问题74个，整改71个，其余3个转入2025年督察台账。组织任前法律知识考试48人，其中补考6人；通过国家统一法律职业资格考试11人。案卷评查中不合格案卷由上半年的15本降为下半年的7本。撂荒地复耕2600亩，其中钟山乡900亩、新合乡710亩。
　　（三）化解矛盾纠纷。设立镇（街）复议受理点9个，容缺受理32宗。全县一审行政诉讼案件88件，办结80件。省信访局交办的64件积案化解61件。各级人民调解组织调解纠纷3,250件，成功3,190件；其中婚姻家庭纠纷870件、邻里纠纷760件。
　　（四）加强法律服务。刑满释放人员安置率97.4%，帮教率100%。“解忧”热线全年接听2980次，其中夜间（20时至次日8时）1015次。收到政府信息公开申请158件，答复152件，结转下年度办理6件。帮620名农民工要回工资1240万元，其中跨省追回的有317万元。12345平台派单8650件，满意率94.6%。办理水权交易12宗，交易水量830万立方米，其中农业用水转让工业的9宗、640万立方米。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("one"), (REPORT,)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("桐庐县2024年新增的经营主体里面农民专业合作社有几户", "39"),  # 2,316户 is no clause of its own
        ("桐庐县2023年新增经营主体多少户", "2104"),  # the year before, in brackets behind the new ones
        ("桐庐县“留抵退税”备案多少户", "910"),
        ("桐庐县注销执法证多少人", "58"),  # the paper between the verb and the amount
        ("桐庐县生态环境领域处罚罚款多少", "629"),
        ("桐庐县食品药品领域移送公安机关多少件", "17"),
        ("桐庐县下发执法监督督办函几份", "8"),
        ("桐庐县2024年涉企检查比上年减少多少", "27.5"),
        ("桐庐县拆除违法建设的面积多少", "2.08"),
        ("桐庐县2024年法治督察的问题列入2025年台账的还有几个", "3"),
        ("桐庐县法治督察的问题转到2025年的还有几个", "3"),
        ("桐庐县2024年法治督察剩余几个问题没整改", "3"),
        ("桐庐县2024年法治督察还有几个问题在推进", "3"),
        ("桐庐县生态环境领域罚了多少", "629"),
        ("桐庐县任前考试补考的有几人", "6"),
        ("桐庐县下半年不合格案卷几本", "7"),
        ("桐庐县上半年不合格案卷几本", "15"),
        ("桐庐县复耕的撂荒地中新合乡有多少亩", "710"),
        ("桐庐县镇街复议受理点容缺受理多少宗", "32"),
        ("桐庐县省信访局交办的积案化解了几件", "61"),
        ("桐庐县调解的邻里纠纷有多少件", "760"),
        ("桐庐县刑满释放人员安置率是多少", "97.4"),
        ("桐庐县“解忧”热线夜里接了多少通电话", "1015"),
        ("桐庐县政府信息公开申请结转到下一年的有几件", "6"),
        ("桐庐县农民工的工钱，县里一年追了多少回来", "1240"),
        ("打12345，桐庐县多少人对回的话满意", "94.6"),
        ("桐庐县水权交易当中，农业用水转给工业用的交易水量有多少万立方米？", "640"),
    ],
)
def test_the_figure_asked_for(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert [v.value for v in answer.values] == [value], answer.answer


def test_a_rank_among_a_number_of_places(ask: Ask) -> None:
    assert "列第6位" in ask("桐庐县2024年法治政府考核在全市列第几位").answer


@pytest.mark.parametrize(
    "question",
    [
        "桐庐县第三季度不合格案卷几本",
        "桐庐县以县政府为被告的行政诉讼案件多少件",  # all of the county's alone are printed
        "桐庐县合村乡复耕了多少亩撂荒地",
        "桐庐县交通运输领域处罚罚款多少",
    ],
)
def test_what_is_not_printed_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).abstained, ask(question).answer
