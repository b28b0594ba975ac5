"""The office that a paragraph begins with."""

from __future__ import annotations

from qa.reading import read_text
from qa.subjects import offices_above
from qa.text import fold

TEXT = """阳谷县2024年法治政府建设情况报告

　　一、2024年工作情况
　　（一）守牢底线。县应急管理局持续抓好安全生产。开展检查318家次。全县召开会议4次。发现隐患642个。
　　县市场监督管理局优化准入服务。新增经营主体2,140户。
　　（二）服务群众。受理法律援助案件731件。
"""


def test_it_lasts_until_another_subject_or_paragraph() -> None:
    report = read_text(TEXT, "yanggu.txt")
    folded = [fold(s.text) for s in report.sentences]
    above = dict(zip(folded, offices_above(report.sentences, folded), strict=True))
    assert above["开展检查318家次。"] == "应急管理局"
    assert above["新增经营主体2,140户。"] == "市场监督管理局"
    ended = ("全县召开会议4次。", "发现隐患642个。", "受理法律援助案件731件。")
    assert [above[text] for text in ended] == ["", "", ""]
