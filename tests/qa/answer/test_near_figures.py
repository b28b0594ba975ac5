"""A figure of a near thing is no answer; the thing itself is, in the words of a report written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

REPORT = """桓仁县2024年法治政府建设情况报告
桓政发〔2025〕6号
发布日期：2025年3月18日　　来源：桓仁县人民政府办公室

　　2024年，桓仁县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）坚持党的领导。县委书记刘建民主持召开委员会会议2次，常务副县长陈国华每季度听取法治工作汇报，县司法局局长周立新作经验交流。举办法治讲座6期，参训720人次。
　　（二）规范行政决策。出台《桓仁县重大行政决策程序实施细则》，公布决策事项目录7项，比上年增加2项；审查规范性文件21件。全县共有公职律师46名，新增公职律师8名，聘请法律顾问12名。
　　（三）严格规范执法。全年办理行政处罚案件3416件。其中，价格领域案件96件，广告领域案件57件，食品安全领域案件384件，药品领域案件73件。全县持证执法人员1123名，新取得执法证86名。药品抽检完成312批次，合格率99.4%；食品抽检1860批次，不合格率1.8%。开展联合检查73次，检查企业512户次。
　　（四）化解矛盾纠纷。全年收到行政复议申请198件，审结161件，按期办结率100%。行政诉讼一审案件84件，败诉6件，行政机关负责人应出庭26件，出庭应诉率98.5%。办理民事法律援助案件426件，刑事法律援助案件133件。受理信访事项1560件，满意率95.1%。
　　（五）加强法治宣传。开展双语普法212场次，受众3.6万人次。小学法治课覆盖率100%。建成市级民主法治示范村31个。停车收费标准由每小时6元降为5元。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("near"), (REPORT,)) as ask:
        yield lambda question: ask(f"桓仁县2024年{question}")


@pytest.mark.parametrize(
    "question",
    [
        "行政机关正职负责人出庭应诉率是多少",
        "主要负责人出庭应诉率是多少",
        "行政机关负责人出庭多少件",  # 应出庭26件 were due
        "化妆品抽检多少批次",
        "农产品抽检多少批次",
        "咖啡抽检多少批次",  # a noun that the report never prints
        "中学法治课覆盖率是多少",
        "国家级民主法治示范村有几个",
        "交通运输领域案件多少件",
        "法治讲座发了几份资料",
        "联合检查出动了多少人",
        "食品抽检合格率是多少",
        "药品抽检不合格率是多少",
        "行政复议办结率是多少",
        "信访按期办结率是多少",
        "新聘法律顾问多少名",
        "规范性文件比上年多审了几件",
        "县长叫什么",
        "财政局局长是谁",
        "重大行政决策程序实施细则的文号是什么",
        "重大行政决策程序实施细则是哪天印发的",
    ],
)
def test_near_figures_are_refused(ask: Ask, question: str):
    answer = ask(question)
    assert answer.abstained
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("行政机关负责人出庭应诉率是多少", "98.5%"),
        ("药品抽检多少批次", "312批次"),
        ("药品抽检合格率是多少", "99.4%"),
        ("食品抽检不合格率是多少", "1.8%"),
        ("价格领域案件多少件", "96件"),
        ("行政复议按期办结率是多少", "100%"),
        ("公职律师一共多少名", "46名"),
        ("新增公职律师多少名", "8名"),
        ("持有行政执法证的有多少人", "1123名"),
        ("新取得执法证的有多少人", "86名"),
        ("决策事项目录比上年增加几项", "2项"),
        ("双语普法有多少人听", "3.6万人次"),
        ("常务副县长是谁", "陈国华"),
        ("司法局局长叫什么名字", "周立新"),
        ("报告的文号是什么", "桓政发〔2025〕6号"),
        ("报告是哪天发布的", "2025年3月18日"),
        ("停车收费最后定几块钱", "5元"),
        ("停车原来收多少钱一小时", "6元"),
    ],
)
def test_the_thing_itself_is_told(ask: Ask, question: str, told: str):
    answer = ask(question)
    assert not answer.abstained
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("价格和广告案件一共多少件", ("96件", "57件", "153件")),
        ("食品和药品案件合计多少件", ("384件", "73件", "457件")),
        ("民事和刑事法律援助案件总共多少件", ("426件", "133件", "559件")),
    ],
)
def test_a_sum_of_two_fields_shows_both(ask: Ask, question: str, told: tuple[str, ...]):
    answer = ask(question)
    assert all(figure in answer.answer for figure in told)
    assert len(answer.values) == 2
    assert {v.citation for v in answer.values} <= {c.marker for c in answer.citations}


def test_a_sum_of_which_a_part_is_not_told_is_not_added_up(ask: Ask):
    answer = ask("价格和计量案件一共多少件")
    assert "96件" in answer.answer
    assert "未提及" in answer.answer
    assert "未相加" in answer.answer
