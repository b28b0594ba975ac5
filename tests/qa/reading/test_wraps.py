"""A report wrapped at any width, indented or not, with blank lines or without, is the same report as unwrapped."""

from __future__ import annotations

import re

import pytest

from qa.ledger.observe import observe
from qa.reading import read_text
from qa.types import Report

TITLE = "禾塘县人民政府关于2023年度法治政府建设工作情况的报告"
BODY = [
    "2023年,在市委、市政府的坚强领导下,禾塘县认真贯彻落实《法治政府建设实施纲要(2021-2025年)》,扎实推进法治政府建设各项工作,"
    "取得了阶段性成效。现将有关情况报告如下:",
    "一、工作开展情况",
    "(一)提升行政决策水平",
    "修订《禾塘县人民政府工作规则》,县政府常务会议审议议题186项,其中涉法事项全部经过合法性审查。全年审查各类合同、协议214件,"
    "提出修改意见1,037条,避免经济损失约2,360.5万元。聘请法律顾问12名,出具法律意见书98份。",
    "(二)规范行政执法",
    "1.强化执法监督。开展行政执法案卷评查2次,评查案卷326卷,优秀率88.34%,下发督办函15份。全县18个执法部门公示执法信息24,518条。",
    "2.推行柔性执法。办理不予处罚案件417件,减轻处罚案件86件,涉及金额139.27万元,同比分别增长32.6%和11.8%。",
    "3.加大重点领域执法。生态环境部门立案查处38起,罚款214.6万元;市场监管部门立案1,129件,结案1,102件,罚没款382.15万元;"
    "交通运输部门查处超限超载车辆2,745辆次。",
    "(三)化解矛盾纠纷",
    "全年收到行政复议申请97件,受理91件,审结85件,纠错率14.12%。行政应诉案件63件,行政机关负责人出庭应诉率达到100%,败诉率6.35%。",
    "二、存在问题",
    "一是执法力量不足,12个镇平均每镇持证执法人员不足5人。二是普法宣传针对性不强,农村群众知晓率不到70%。",
    "三、下一步打算",
    "(一)加强执法队伍建设,2024年底前新增持证执法人员120名。(二)创建省级民主法治示范村5个。",
]
FOOT = [
    " " * 30 + "禾塘县人民政府",
    " " * 30 + "2024年2月6日",
    "主办:禾塘县人民政府办公室 访问总量:7,654,321人次",
]


def wrapped(line: str, width: int) -> list[str]:
    lines, row, columns = [], "", 0
    for char in line:
        wide = 2 if ord(char) >= 0x2000 else 1
        if columns + wide > width:
            lines.append(row)
            row, columns = "", 0
        row, columns = row + char, columns + wide
    return [*lines, row]


def page(width: int, indent: str = "", margin: str = "", end: str = "\n") -> str:
    body = [row for line in BODY for row in wrapped(indent + line, width)]
    return end.join(margin + line for line in [TITLE, *body, *FOOT])


def sentences(report: Report) -> list[tuple[str, str]]:
    return [("".join(s.heading), re.sub(r"\s", "", s.text)) for s in report.sentences]


def figures(report: Report) -> list[tuple[str, str, str | None]]:
    return [(m.quantity.value, m.quantity.unit, m.quantity.qualifier) for m in observe(report)]


PLAIN = read_text(page(10_000), "a.txt")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"], ids=["lf", "crlf", "blank lines"])
@pytest.mark.parametrize("margin", ["", "  ", "\u3000"], ids=["no margin", "margin", "wide margin"])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "    "], ids=["flush", "indented", "by blanks"])
@pytest.mark.parametrize("width", [30, 41, 56, 72, 120])
def test_a_wrapped_report_reads_like_an_unwrapped_one(width: int, indent: str, margin: str, end: str) -> None:
    found = read_text(page(width, indent, margin, end), "a.txt")
    assert sentences(found) == sentences(PLAIN)
    assert figures(found) == figures(PLAIN)
    assert (found.meta.place, found.meta.year, found.meta.title) == ("禾塘县", 2023, TITLE)


def test_the_unwrapped_report_has_its_figures() -> None:
    held = figures(PLAIN)
    assert ("2360.5", "万元", "约") in held and ("139.27", "万元", None) in held
    assert ("5", "人", "以下") in held and ("70", "%", "以下") in held
    assert len(held) > 30


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("全县一审行政应诉案件六十余件，经审理后败诉率1", "1.5%，低于全市平均水平。", "11.5"),
        ("全县一审行政应诉案件六十余件，经审理后败诉率11", ".5%，低于全市平均水平。", "11.5"),
        ("县政府法律顾问共审查各类合同和协议一千二百余件，其中2", "14件，提出意见建议。", "214"),
        ("县政府法律顾问共审查各类合同和协议一千二百余件，其中214", "件，提出意见建议。", "214"),
    ],
)
def test_a_broken_figure_is_whole_where_no_width_is_known(first: str, second: str, value: str) -> None:
    report = read_text(f"{TITLE}\n2023年，禾塘县坚持依法行政。\n{first}\n{second}\n", "a.txt")
    assert value in {m.quantity.value for m in observe(report)}
    assert {m.quantity.value for m in observe(report)} <= {value, "60", "1200"}
