"""Who speaks in a title and in a lead."""

import pytest

from qa.reading.voices import speaker, title_offices, without_leaders


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("2024年,安吉县坚持依法行政。", "安吉县坚持依法行政"),
        ("安吉县2023年,坚持依法行政。", "安吉县"),
        ("2024年,在湖州市委、市政府的坚强领导下,安吉县坚持依法行政。", "安吉县坚持依法行政"),
        ("根据湖州市要求,现将安吉县2024年法治政府建设情况报告如下:", "安吉县"),
        ("2024年是关键之年。一年来,安吉县坚持依法行政。", "安吉县坚持依法行政"),
        ("2024年是关键之年,安吉县坚持依法行政。", "安吉县坚持依法行政"),
        ("2024年,县水利局坚持依法治水。", "县水利局"),
        ("", ""),
    ],
)
def test_speaker(lead: str, words: str) -> None:
    assert speaker(lead) == words


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("关于报送安吉县2024年法治政府建设情况的报告", "安吉县"),
        ("关于印发《安吉县2024年法治政府建设工作报告》的通知", "安吉县"),
        ("【年报】安吉县2024年法治政府建设年度报告", "安吉县"),
        ("2024年安吉县法治政府建设年度报告", "安吉县"),
        ("安吉县人民政府关于2024年法治政府建设情况的报告", "安吉县人民政府"),
    ],
)
def test_title_offices(title: str, first: str) -> None:
    assert next(title_offices(title)) == first


def test_leaders_and_requests_go() -> None:
    assert without_leaders("在市委领导下,推进。根据市里通知要求,报告。") == "推进。报告。"
