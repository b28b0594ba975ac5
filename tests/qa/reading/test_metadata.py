"""Year, date, issuer and title by each kind of evidence."""

import pytest

from qa.errors import UnreadableFile
from qa.reading import read_text
from qa.types import ReportMeta

BODY = "安吉县坚持依法行政，认真办理各类行政案件，取得了十分明显的成效。"


def meta(text: str) -> ReportMeta:
    return read_text(text, "x.txt").meta


@pytest.mark.parametrize(
    ("text", "year", "evidence"),
    [
        (f"安吉县2023年法治政府建设情况和2024年工作计划\n{BODY}", 2023, "标题"),
        (f"安吉县法治政府建设报告\n（二〇二三年度）\n{BODY}", 2023, "副标题"),
        (f"安吉县法治政府建设报告\n2023年，{BODY}", 2023, "首段"),
        (f"安吉县法治政府建设报告\n2021年以来，县里出台纲要。2023年，{BODY}2023年办案3件。", 2023, "首段"),
        (f"安吉县法治政府建设报告\n{BODY}\n一、2023年主要做法\n办案三件。", 2023, "小标题"),
        (f"安吉县法治政府建设报告\n{BODY}\n一、2024年工作计划\n办案三件。", 2023, "下一年计划"),
        (f"安吉县法治政府建设报告\n{BODY}\n安吉县人民政府\n2024年2月3日", 2023, "推定"),
        (f"安吉县法治政府建设报告\n今年以来，{BODY}\n安吉县人民政府\n2024年12月3日", 2024, "当年"),
        (f"安吉县法治政府建设报告\n今年以来，{BODY}\n安吉县人民政府\n2024年8月3日", 2024, "当年"),
        (f"安吉县法治政府建设报告\n{BODY}\n安吉县人民政府\n2024年8月3日", 2023, "上一年"),
        (f"发布日期：2024-02-03\n安吉县法治政府建设报告\n{BODY}《纲要（2021-2025年）》。", 2023, "推定"),
        (f"安吉县法治政府建设报告\n{BODY}\n一、做法\n2023年办案3件。2023年学法4次。", 2023, "正文"),
        # A title may name the year that the report is given in; one of December is on its own.
        (f"安吉县2025年法治政府建设工作报告\n2024年，{BODY}\n安吉县人民政府\n2025年3月3日", 2024, "首段"),
        (f"安吉县2025年法治政府建设工作报告\n2025年，{BODY}\n安吉县人民政府\n2025年3月3日", 2025, "标题"),
        (f"安吉县2024年法治政府建设工作报告\n2023年，{BODY}\n安吉县人民政府\n2024年12月3日", 2024, "标题"),
        (f"安吉县2024年法治政府建设工作报告\n2023年，{BODY}\n安吉县人民政府\n2025年1月3日", 2024, "标题"),
        # What leads to other pages is no evidence: a link below, a menu of years above.
        (f"安吉县法治政府建设报告\n2023年，{BODY}\n上一篇:安吉县2022年政务公开工作年度报告", 2023, "首段"),
        (f"安吉县法治政府建设报告\n2023年，{BODY}\n主办:安吉县政府\n德清县2022年度报告", 2023, "首段"),
        (f"2021年度\n2022年度\n安吉县法治政府建设报告\n2023年，{BODY}", 2023, "首段"),
        (f"2022年度\n安吉县法治政府建设报告\n2023年，{BODY}", 2023, "首段"),
    ],
)
def test_year(text: str, year: int, evidence: str) -> None:
    found = meta(text)
    assert found.year == year
    assert evidence in dict(found.evidence)["year"]


def test_a_year_that_only_a_link_names_is_asked_for() -> None:
    with pytest.raises(UnreadableFile, match="找不到报告的年份"):
        meta(f"安吉县法治政府建设报告\n{BODY}\n上一篇:安吉县2022年政务公开工作年度报告")


@pytest.mark.parametrize(
    ("above", "below", "date"),
    [
        ("发布日期：2024-02-03\n", "\n安吉县人民政府\n2024年1月30日", "2024-02-03"),
        ("成文日期 | 2024-02-03 |\n", "", "2024-02-03"),
        ("填报单位：县司法局 填报日期：2024年2月3日\n", "", "2024-02-03"),
        ("", "\n安吉县人民政府\n2024年1月30日", "2024-01-30"),
        ("", "", ""),
    ],
)
def test_date(above: str, below: str, date: str) -> None:
    assert meta(f"{above}安吉县2023年法治政府建设报告\n{BODY}{below}").date == date


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            f"发布机构：县司法局\n安吉县2023年法治政府建设报告\n{BODY}\n安吉县人民政府\n2024年1月30日",
            "安吉县人民政府",
        ),
        (f"发布机构：县司法局\n安吉县2023年法治政府建设报告\n{BODY}", "安吉县司法局"),
        (f"安吉县人民政府关于2023年法治政府建设情况的报告\n{BODY}", "安吉县人民政府"),
        (
            f"安吉县2023年法治政府建设报告\n2023年以来，县司法局坚持依法行政。现将我局工作报告如下。{BODY}",
            "安吉县司法局",
        ),
        (f"来源：县司法局\n安吉县2023年法治政府建设报告\n{BODY}", "安吉县司法局"),
        (f"报送单位：安吉县司法局\n安吉县2023年法治政府建设报告\n{BODY}", "安吉县司法局"),
        (f"安吉县2023年法治政府建设报告\n{BODY}", ""),
    ],
)
def test_issuer(text: str, issuer: str) -> None:
    assert meta(text).issuer == issuer


def test_the_publisher_is_kept_beside_the_signature() -> None:
    text = f"发布机构：县司法局\n安吉县2023年法治政府建设报告\n{BODY}\n安吉县人民政府\n2024年1月30日"
    assert dict(meta(text).evidence)["publisher"] == "发布机构: 县司法局"


def test_a_key_and_its_value_on_two_lines() -> None:
    text = f"发布机构\n安吉县司法局\n发布日期\n2024-02-03\n安吉县2023年法治政府建设报告\n{BODY}"
    assert (meta(text).issuer, meta(text).date) == ("安吉县司法局", "2024-02-03")


def test_a_title_broken_over_lines_is_joined() -> None:
    text = f"关于安吉县2023年度法治政府建设\n工作情况的报告\n{BODY}"
    assert meta(text).title == "关于安吉县2023年度法治政府建设工作情况的报告"


def test_a_title_in_the_table() -> None:
    found = meta(f"名　称：安吉县2023年法治政府建设报告\n{BODY}")
    assert (found.title, found.title_printed) == ("安吉县2023年法治政府建设报告", True)


def test_a_shared_name_that_nothing_settles_is_asked_for() -> None:
    text = "铁西区2023年法治政府建设报告\n铁西区坚持依法行政，认真办理各类行政案件，取得了十分明显的成效。"
    with pytest.raises(UnreadableFile, match=r"沈阳市铁西区、鞍山市铁西区.*--place"):
        meta(text)
    given = read_text(text, "x.txt", place="鞍山市铁西区").meta
    assert (given.place, given.parent) == ("铁西区", "鞍山市")


@pytest.mark.parametrize(
    ("given", "place", "parent"),
    [
        ("密山", "密山市", "鸡西市"),
        ("密山市", "密山市", "鸡西市"),
        ("鸡西市密山市", "密山市", "鸡西市"),
        ("开平", "开平市", "江门市"),  # there is a 开平区, too: the text tells
        ("火星市", "火星市", ""),
    ],
)
def test_a_place_that_the_user_gives_by_its_stem_is_completed(given: str, place: str, parent: str) -> None:
    body = "我市扎实推进法治政府建设。一、成效\n全年受理行政复议12件，开平市律师协会参与。\n二、不足\n力量薄弱。\n"
    meta = read_text(f"2024年法治政府建设工作报告\n2024年，{body}", "a.txt", place=given).meta
    assert (meta.place, meta.parent) == (place, parent)


def test_a_time_of_the_day_under_the_title_is_that_of_publication() -> None:
    head = "安吉县2024年法治政府建设工作报告\n2025-01-21 15:32 安吉县司法局 【字号 大 中 小】 阅读 1,204\n"
    assert meta(f"{head}2024年，{BODY}\n安吉县人民政府\n2025年1月15日").date == "2025-01-21"
    today = "今天是2025年11月3日 10:20\n安吉县2024年法治政府建设工作报告\n"
    assert meta(f"{today}2024年，{BODY}\n安吉县人民政府\n2025年1月15日").date == "2025-01-15"


def test_an_export_tells_its_keys_before_tabs() -> None:
    rows = "信息标题\t安吉县2024年法治政府建设工作报告\n发文机构\t安吉县人民政府\n公开日期\t2025-03-04\n"
    found = meta(f"{rows}正文\t2024年，{BODY}\n访问量\t2764\n")
    assert (found.place, found.title, found.date) == (
        "安吉县",
        "安吉县2024年法治政府建设工作报告",
        "2025-03-04",
    )


def test_an_office_with_the_date_in_brackets_under_the_title_signs() -> None:
    found = meta(f"安吉县2024年法治政府建设情况报告\n安吉县人民政府 （2025年1月15日）\n2024年，{BODY}")
    assert (found.issuer, found.date) == ("安吉县人民政府", "2025-01-15")


def test_a_date_in_brackets_under_the_title_is_proved_by_the_words_printed() -> None:
    text = f"安吉县2024年法治政府建设情况报告\n（2025年1月15日）\n2024年，{BODY}"
    found = meta(text)
    assert (found.date, dict(found.evidence)["date"]) == ("2025-01-15", "2025年1月15日")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("嵩明县2024年法治政府建设年度报告.docx", "add --place 嵩明县 --year 2024 指定"),
        ("2024年嵩明县法治政府建设报告（定稿）.txt", "add --place 嵩明县 --year 2024 指定"),
        ("附件1.docx", "add --place 地区全名 --year 年份 指定"),
        ("20250314报告.pdf", "add --place 地区全名 --year 年份 指定"),
    ],
)
def test_what_the_name_of_a_file_says_is_offered_and_never_taken(file: str, told: str) -> None:
    text = "一、主要做法\n坚持依法行政，认真办理各类行政案件，取得了十分明显的成效。"
    with pytest.raises(UnreadableFile, match=f"写上标题.*{told}"):
        read_text(text, file)
