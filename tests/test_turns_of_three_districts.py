"""Conversations and comparisons on three districts of one city, one of them in two years: no figure of another thing or place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason
from tests.conftest import TODAY, Ask

REPORTS = {
    "shigu-2024.txt": """衡阳市石鼓区2024年法治政府建设工作报告

一、主要做法和成效

(一)规范执法。全区共有行政执法人员812人,公职律师41名。办理行政处罚案件2310件,罚没款965万元;涉企检查860次,比上年下降30%。办理行政许可1.52万件。开展行政执法案卷评查,抽取案卷110卷,合格率96.4%。
(二)化解争议。全年共收到行政复议申请184件,受理171件,审结160件,其中维持80件、调解和解终止52件。区政府本级为被申请人的行政复议案件14件。全区行政应诉案件96件,败诉6件,败诉率6.3%。全区各级人民调解组织共排查矛盾纠纷3120起,调处3076起,调处成功率98.6%。全区法院新收民商事案件4210件,诉前调解成功1533件。受理信访事项1260件,同比下降7.4%。
(三)公共法律服务。全年办理法律援助案件540件,其中刑事案件190件、民事案件345件、行政案件5件。组织领导干部旁听庭审11场次,参加旁听人员430人次。

二、存在的问题

一是执法力量不足。

三、下一步工作

2025年,力争行政复议调解和解率达到40%以上。

衡阳市石鼓区人民政府
2025年2月10日
""",
    "shigu-2023.txt": """衡阳市石鼓区2023年法治政府建设工作报告

一、主要做法和成效

(一)规范执法。全区共有行政执法人员790人。办理行政处罚案件2644件,罚没款1108万元。
(二)化解争议。全年共收到行政复议申请150件,受理141件,审结133件。全区行政应诉案件108件,败诉9件,败诉率8.3%。受理信访事项1361件。
(三)公共法律服务。全年办理法律援助案件498件。

二、存在的问题

一是普法不够精准。

三、下一步工作

2024年,继续推进依法行政。

衡阳市石鼓区人民政府
2024年2月10日
""",
    "yanfeng-2024.txt": """衡阳市雁峰区人民政府关于2024年度法治政府建设情况的报告

一、规范执法

实施行政处罚1720宗,罚没金额811.5万元,作出行政许可决定1.31万件。区本级全年办理行政许可4208件。组织执法资格考试2次,参加考试66人,合格率在91%以上。开展案卷评查2次,评查案卷80卷。全区有公职律师27名。

二、化解争议

新收行政复议申请121件,同比增长15.2%,依法受理108件,审结101件,经调解、和解结案的38件。行政复议纠错7件。全年调解各类矛盾纠纷2650件,成功2584件,调解成功率97.5%。全区行政诉讼一审案件61件,败诉4件。

三、公共法律服务

全年受理法律援助案件402件,其中民事案件300件,刑事案件102件。组织旁听庭审6场,旁听人员205人。

四、存在的问题

一是法治人才不足。

五、下一步工作

计划全年办理法律援助案件450件以上。

衡阳市雁峰区人民政府
2025年3月1日
""",
    "hengshan-2024.txt": """衡山县人民政府2024年法治政府建设年度报告

一、主要举措和成效

(一)公正执法。作出行政处罚决定1240件,罚没款合计602万余元。开展行政执法案卷评查1次,抽查案卷70卷,评查优秀率25.7%。公职律师18名。组织法律知识考试,参考310人,合格率100%。
(二)化解争议。县政府共收到行政复议申请73件,较上年增加12件,受理65件,审结60件。行政诉讼案件39件,其中败诉2件。全县现有人民调解组织210个,全年共受理民间纠纷2210件,调解成功2143件,成功率97%。
(三)法律服务。村(居)法律顾问提供法律咨询4100人次,参与调解矛盾纠纷318件。共办理法律援助案件350件,比上年减少20件。组织开展旁听庭审活动8次,参加旁听260人。

二、存在的问题

一是法律服务资源不均。

三、下一步工作

确保调解和解率稳定在30%以上。

衡山县人民政府
2025年1月20日
""",
}


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder: Path = tmp_path_factory.mktemp("three")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder / name for name in REPORTS], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns, today=TODAY)


def head(answer: Answer) -> str:
    return re.sub(r"\[\d+\]", "", answer.answer.split("\n")[0])


def cells(answer: Answer) -> list[tuple[str, int, str]]:
    return sorted((v.place, v.year, v.value) for v in answer.values)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # a change that only one place prints, and then the figures of both
        (
            ("石鼓区2024年收到多少件行政复议申请", "跟去年比呢", "那雁峰区呢", "这两个区差多少"),
            [("石鼓区", 2024, "184"), ("雁峰区", 2024, "121")],
        ),
        (
            ("石鼓区和雁峰区2024年行政处罚多少件", "和2023年比,石鼓区降了多少"),
            [("石鼓区", 2023, "2644"), ("石鼓区", 2024, "2310")],
        ),
        (("石鼓区2024年信访事项比上一年少了多少件",), [("石鼓区", 2023, "1361"), ("石鼓区", 2024, "1260")]),
        (
            ("石鼓区近两年行政复议受理多少", "降了还是升了"),
            [("石鼓区", 2023, "141"), ("石鼓区", 2024, "171")],
        ),
        (
            ("石鼓区2024年行政处罚多少件", "跟去年比是多了还是少了"),
            [("石鼓区", 2023, "2644"), ("石鼓区", 2024, "2310")],
        ),
        (("石鼓区2024年行政处罚多少件", "跟以前比呢"), [("石鼓区", 2023, "2644"), ("石鼓区", 2024, "2310")]),
        (("石鼓区2024年行政复议申请跟去年比怎么样",), [("石鼓区", 2023, "150"), ("石鼓区", 2024, "184")]),
        (("雁峰区近三年收到多少件行政复议申请",), [("雁峰区", 2024, "121")]),
        # a change that stands behind another count is none of what is asked
        (
            ("石鼓区2024年行政处罚办了多少件", "比上年少多少"),
            [("石鼓区", 2023, "2644"), ("石鼓区", 2024, "2310")],
        ),
        (
            ("石鼓区2024年行政处罚多少件", "雁峰区呢", "石鼓区比前一年多了多少"),
            [("石鼓区", 2023, "2644"), ("石鼓区", 2024, "2310")],
        ),
        (
            ("石鼓区2024年行政处罚多少件", "跟去年相比呢"),
            [("石鼓区", 2023, "2644"), ("石鼓区", 2024, "2310")],
        ),
    ],
)
def test_years_and_changes(three: Ask, turns: tuple[str, ...], expected: list[tuple[str, int, str]]):
    assert cells(three(*turns)) == expected


def test_the_last_years_are_the_library_s_in_the_turns_that_follow(three: Ask):
    answer = three("石鼓区近两年的败诉率", "雁峰区败诉几件", "衡山县呢", "谁最少")
    assert cells(answer) == [("衡山县", 2024, "2"), ("雁峰区", 2024, "4")]
    assert not answer.warnings


def test_a_plan_s_year_is_not_lent_to_a_figure(three: Ask):
    turns = ("石鼓区近两年行政复议受理多少", "2025年的目标是多少", "雁峰区行政复议审结了多少件")
    assert cells(three(*turns)) == [("雁峰区", 2024, "101")]


def test_the_change_of_a_second_part_is_computed(three: Ask):
    answer = three("石鼓区2024年罚没款多少,跟以前比怎么样")
    assert "相差143万元" in re.sub(r"\[\d+\]", "", answer.answer)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # mediation of the court and of advisers is none of the mediators'; of the place that counts otherwise nothing is shown
        (
            ("石鼓区、雁峰区、衡山县2024年人民调解案件各多少",),
            [("石鼓区", 2024, "3076"), ("雁峰区", 2024, "2650")],
        ),
        (
            ("三个区县2024年人民调解多少件", "成功率呢", "那调解成功的呢"),
            [("衡山县", 2024, "2143"), ("雁峰区", 2024, "2584")],
        ),
        (("石鼓区2024年调解了多少件",), [("石鼓区", 2024, "3076")]),
        (("石鼓区2024年诉前调解成功多少件",), [("石鼓区", 2024, "1533")]),
        (("石鼓区2024年行政复议多少件",), [("石鼓区", 2024, "184")]),
        (("雁峰区2024年行政复议多少",), [("雁峰区", 2024, "121")]),
        # a part of the place, though its words are more like those of the other
        (("石鼓区和雁峰区2024年办理行政许可谁多",), [("石鼓区", 2024, "1.52"), ("雁峰区", 2024, "1.31")]),
        # of the case files, and of no examination
        (("三个区县2024年案卷评查情况怎么样", "合格率呢"), [("石鼓区", 2024, "96.4")]),
        (("石鼓区和雁峰区2024年案卷评查合格率谁高",), [("石鼓区", 2024, "96.4")]),
        (
            ("石鼓区2024年公职律师多少", "雁峰区呢", "三个区县谁最多"),
            [("石鼓区", 2024, "41"), ("衡山县", 2024, "18"), ("雁峰区", 2024, "27")],
        ),
        (
            ("石鼓区和雁峰区2024年公职律师多少", "去掉石鼓区", "衡山县的呢", "三个一起排"),
            [("石鼓区", 2024, "41"), ("衡山县", 2024, "18"), ("雁峰区", 2024, "27")],
        ),
        (
            ("石鼓区2024年公职律师多少", "换个话题,行政处罚谁多"),
            [("石鼓区", 2024, "2310"), ("衡山县", 2024, "1240"), ("雁峰区", 2024, "1720")],
        ),
        (("雁峰区2024年民事法律援助案件是刑事的几倍",), [("雁峰区", 2024, "102"), ("雁峰区", 2024, "300")]),
        (
            ("石鼓区2024年法律援助案件多少", "其中刑事案件的呢", "占全部案件的比例"),
            [("石鼓区", 2024, "190"), ("石鼓区", 2024, "540")],
        ),
        (
            ("雁峰区和衡山县2024年旁听庭审的人数哪个多", "那场次呢"),
            [("衡山县", 2024, "8"), ("雁峰区", 2024, "6")],
        ),
        (
            ("石鼓区和雁峰区2024年行政处罚多少件", "换成公职律师"),
            [("石鼓区", 2024, "41"), ("雁峰区", 2024, "27")],
        ),
        (
            ("衡山县2024年行政处罚多少件", "不对,我问的是罚没款", "回到行政处罚件数"),
            [("衡山县", 2024, "1240")],
        ),
        (
            ("石鼓区和雁峰区2024年行政处罚多少件", "换个话题,法律援助案件多少"),
            [("石鼓区", 2024, "540"), ("雁峰区", 2024, "402")],
        ),
    ],
)
def test_no_cell_is_of_another_thing(
    three: Ask, turns: tuple[str, ...], expected: list[tuple[str, int, str]]
):
    assert cells(three(*turns)) == expected


def test_the_pass_rate_of_an_examination_is_none_of_case_files(three: Ask):
    assert cells(three("石鼓区和衡山县2024年案卷合格率谁高")) == [("石鼓区", 2024, "96.4")]


def test_an_excellence_rate_is_no_pass_rate(three: Ask):
    assert not three("雁峰区和衡山县2024年案卷评查合格率谁高").values


def test_the_second_of_three_is_named(three: Ask):
    assert head(three("2024年三个区县行政处罚案件谁第二")).startswith("第二名是雁峰区1720宗")


def test_a_place_without_a_report_stays_left_out_and_told(three: Ask):
    turns = ["石鼓区、雁峰区和祁东县2024年谁的行政复议多", "公职律师呢"]
    assert head(three(*turns)) == "库中没有祁东县的报告，以下只比较有报告的地区。"
    assert "祁东县" not in three(*turns, "去掉祁东县").answer


@pytest.mark.parametrize("turn", ["为什么没有祁东县", "为什么没有攸县"])
def test_why_a_place_is_not_there_leaves_no_trace(three: Ask, turn: str):
    turns = ("石鼓区和雁峰区2024年行政处罚多少件", turn)
    assert three(*turns).reason is Reason.NO_SUCH_PLACE
    assert cells(three(*turns, "只看石鼓区")) == [("石鼓区", 2024, "2310")]


def test_why_a_place_has_no_rate_is_answered_by_its_silence(three: Ask):
    turns = ("石鼓区和衡山县2024年败诉率", "为什么衡山县没有败诉率")
    answer = three(*turns)
    assert answer.reason is Reason.NOT_MENTIONED
    assert "衡山县2024年的报告未提及“败诉率”" in head(answer)
    assert cells(three(*turns, "和2023年比,石鼓区降了多少")) == [
        ("石鼓区", 2023, "8.3"),
        ("石鼓区", 2024, "6.3"),
    ]


def test_the_city_is_not_answered_for_by_its_district(three: Ask):
    answer = three("石鼓区2024年信访事项多少件", "全市一共多少")
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert "衡阳市" in head(answer)


def test_more_on_a_comparison_is_each_sentence(three: Ask):
    told = three("石鼓区和雁峰区2024年公职律师多少", "具体说说").answer
    assert "公职律师41名" in told and "全区有公职律师27名" in told


@pytest.mark.parametrize("turn", ["具体讲讲", "再详细点", "能详细说说吗"])
def test_more_on_a_figure_is_its_sentence(three: Ask, turn: str):
    assert "作出行政处罚决定1240件,罚没款合计602万余元" in three("衡山县2024年行政处罚多少件", turn).answer


def test_a_question_is_answered_again(three: Ask):
    turns = ("衡山县2024年行政处罚多少件", "公职律师呢", "第一个问题再回答一遍")
    assert cells(three(*turns)) == [("衡山县", 2024, "1240")]
