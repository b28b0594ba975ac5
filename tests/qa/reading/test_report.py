"""Whole reports: the five seeds, eight invented ones in other styles, and what must hold for any text."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.errors import UnreadableFile
from qa.reading import read, read_text
from qa.types import Report, SectionKind

SEEDS = Path(__file__).parents[3] / "seeds"
SAMPLES = Path(__file__).parent / "samples"
FILES = sorted([*SEEDS.glob("*.txt"), *SAMPLES.iterdir()])

GOLD = {
    row["file"]: row
    for row in map(json.loads, (Path(__file__).parent / "gold.jsonl").read_text("utf-8").splitlines())
}


def section_run(report: Report) -> str:
    run: list[str] = []
    for sentence in report.sentences:
        if not run or run[-1] != sentence.section.value:
            run.append(sentence.section.value)
    return " ".join(run)


def assert_sound(report: Report) -> None:
    """What holds for every report: passages join into the text, offsets are exact, no word is lost."""
    text = report.text
    assert "".join(text[p.start : p.end] for p in report.passages) == text
    assert [p.index for p in report.passages] == list(range(len(report.passages)))
    assert [s.index for s in report.sentences] == list(range(len(report.sentences)))
    at = 0
    for sentence in report.sentences:
        passage = report.passages[sentence.passage]
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert at <= sentence.start and passage.start <= sentence.start < sentence.end <= passage.end
        assert passage.body and (passage.heading, passage.section) == (sentence.heading, sentence.section)
        at = sentence.end
    for passage in report.passages:
        spans = [(s.start, s.end) for s in report.sentences if s.passage == passage.index]
        rest, last = "", passage.start
        for start, end in spans:
            rest, last = rest + text[last:start], end
        rest += text[last : passage.end]
        assert not passage.body or not any(char.isalnum() for char in rest), rest


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_metadata(path: Path) -> None:
    meta = read(path).meta
    gold = GOLD[path.name]
    for field in ("id", "place", "parent", "level", "year", "issuer", "date"):
        assert getattr(meta, field) == gold[field], field
    made = f"{meta.place}{meta.year}年法治政府建设工作报告"
    assert (meta.title, meta.title_printed) == (gold["title"] or made, bool(gold["title"]))
    assert (meta.file, len(meta.sha256)) == (path.name, 64)
    assert {"place", "year"} <= {field for field, _ in meta.evidence}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sections_and_offsets(path: Path) -> None:
    report = read(path)
    assert section_run(report) == GOLD[path.name]["sections"]
    assert_sound(report)
    assert report.text == path.read_bytes().decode()


def test_heading_path_and_lead_of_a_seed_sentence() -> None:
    report = read(SEEDS / "cixi-2024.txt")
    sentence = next(s for s in report.sentences if "行政涉法事项审查3620件" in s.text)
    assert sentence.heading == (
        "一、主要举措和成效",
        "(二)坚持抓关键环节,不断规范权力运行,稳步提升依法行政水平",
    )
    assert sentence.lead == "三是提升县乡合法性审查质效。"


def test_a_result_section_that_ends_in_problems() -> None:
    report = read(SEEDS / "ningbo-hitech-2024.txt")
    problem = [s.text for s in report.sentences if s.section is SectionKind.PROBLEM]
    assert problem[0].startswith("2024年,高新区法治建设取得了一定的进步") and len(problem) == 2


def test_headings_have_passages_of_their_own() -> None:
    report = read(SEEDS / "cixi-2024.txt")
    printed = [report.text[p.start : p.end].strip() for p in report.passages if p.heading and not p.body]
    assert printed[1] == "(一)坚持抓统筹协调,不断完善工作体系,着力打造法治慈溪建设有力抓手。"


def test_the_file_name_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "wenzhou-1999.txt"
    path.write_bytes((SEEDS / "ouhai-2024.txt").read_bytes())
    assert read(path).meta.id == "ouhai-2024"


def test_the_user_may_name_place_and_year() -> None:
    report = read_text(
        "一、做法\n我单位坚持依法行政，认真办理各类案件，成效明显。", "x.txt", place="安吉县", year=2021
    )
    assert (report.meta.place, report.meta.parent, report.meta.year) == ("安吉县", "湖州市", 2021)
    assert ("year", "用户指定") in report.meta.evidence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("安吉县2023年法治政府建设工作报告\n索引号 12345\n", "没有正文"),
        ("一、做法\n坚持依法行政，认真办理各类案件，成效十分明显。", "找不到报告的地区和年份.*add --place"),
        (
            "安吉县法治政府建设报告\n一、做法\n坚持依法行政，认真办理各类案件，成效十分明显。",
            "找不到报告的年份",
        ),
        (
            "2023年法治政府建设报告\n一、做法\n坚持依法行政，认真办理各类案件，成效十分明显。",
            "找不到报告的地区",
        ),
        ("", "文件为空"),
    ],
)
def test_what_is_no_report(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_text(text, "x.txt")


WORDS = (
    "一、|(一)|（二）|二、|1.|2、|一是|二是|首先，|2024年|第一部分|存在的问题|下一步打算|安吉县|安吉县人民政府|",
    "2025年3月1日|办案12件。|索引号|现将情况报告如下：|😀|é",
)
ALPHABET = st.sampled_from(
    [
        *"法治政府建设,，。；;：:、 　\n\t|()（）“”《》!%.·①②#*-—【】",
        *"".join(WORDS).split("|"),
        "\r\n",
        "\U00020000",
        "\u2028",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(ALPHABET, max_size=80).map("".join))
def test_any_text_is_partitioned_exactly(middle: str) -> None:
    text = middle + "\n安吉县坚持依法行政，认真办理各类行政案件，成效十分明显。\n" + middle
    try:
        assert_sound(read_text(text, "x.txt", place="安吉县", year=2024))
    except UnreadableFile as exc:
        assert "没有正文" in str(exc)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_a_piece_of_a_report_is_partitioned_exactly(path: Path, data: st.DataObject) -> None:
    whole = path.read_text("utf-8")
    start = data.draw(st.integers(0, len(whole) - 1))
    text = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    try:
        assert_sound(read_text(text, "x.txt", place="安吉县", year=2024))
    except UnreadableFile as exc:
        assert re.search("没有正文|文件为空|没有汉字", str(exc))


def test_reading_is_fast_and_grows_with_the_text() -> None:
    body = (SEEDS / "yinzhou-2024.txt").read_text("utf-8")
    read_text(body, "x.txt")
    start = time.process_time()
    read_text(body * 20, "x.txt")
    assert time.process_time() - start < 5.0
