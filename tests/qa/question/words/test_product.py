"""Turns that ask of Fawen itself: every kind, and questions on reports that share their words."""

import pytest

from qa.question.words.product import kind_of, parted


@pytest.mark.parametrize(
    ("turn", "kind"),
    [
        ("你是谁", "guide"),
        ("您好，请问你能做什么？", "guide"),
        ("怎么用啊", "guide"),
        ("帮助", "guide"),
        ("你是AI吗", "guide"),
        ("这个系统怎么用", "guide"),
        ("What can you do?", "guide"),
        ("How do I use this?", "guide"),
        ("你好", "greeting"),
        ("Hello!", "greeting"),
        ("怎么添加报告？", "add"),
        ("在哪里上传自己的文件", "add"),
        ("支持哪些格式", "add"),
        ("how can I upload my own reports", "add"),
        ("导出", "export"),
        ("把这个表导出成Excel", "export"),
        ("下载表格", "export"),
        ("export this table", "export"),
        ("有哪些指标可以查", "indicators"),
        ("数据准确吗", "trust"),
        ("这些数据从哪里来的？", "trust"),
        ("你知道哪些县", "held"),
        ("which reports do you have?", "held"),
    ],
)
def test_kinds(turn: str, kind: str) -> None:
    assert kind_of(turn) == kind


@pytest.mark.parametrize(
    "turn",
    [
        "云湖区2024年提供法律帮助多少人次",
        "法律帮助",
        "法律援助怎么申请",
        "云湖区怎么用人工智能办案",
        "云湖区有哪些指标没完成",
        "公共数据开放下载多少次",
        "岩坪县的数据准确吗",
        "新上传规范性文件多少件",
        "文件下载量是多少",
        "云湖区能做什么",
        "政府网站能提供什么功能",
        "这份报告有哪些问题",
        "报告有哪些问题",
        "介绍一下云湖区",
        "",
        "好的",
        "x" * 100,
    ],
)
def test_questions_on_reports_are_none(turn: str) -> None:
    assert kind_of(turn) == ""


def test_a_greeting_and_whence_only_before_the_first_question() -> None:
    asked = "云湖区2024年行政复议多少件"
    assert parted(["你好"]) == ("greeting", [])
    assert parted(["你好", asked]) == ("", [asked])
    assert parted([asked, "你好"]) == ("", [asked, "你好"])
    assert parted([asked, "数据来源是什么"]) == ("", [asked, "数据来源是什么"])
    assert parted([asked, "你是谁"]) == ("guide", [asked])
    assert parted([asked, "怎么导出", "岩坪县呢"]) == ("", [asked, "岩坪县呢"])
