"""Place, parent, level, year and issuer over every kind of issuer and of header.

The cases of ``headers.toml`` are written by hand; below them stand the commonest headers over places taken at even
steps from the gazetteer, with partners, roads and common nouns in the body to mislead.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from qa.errors import UnreadableFile
from qa.places import Place, gazetteer
from qa.reading import read_text

BODY = """一、主要做法和成效
（一）强化组织领导。{unit}领导班子专题学法8次，召开推进会议5次，审查规范性文件35件，全{unit}新增法律顾问12名。
（二）规范执法行为。全{unit}办理行政处罚案件126件，受理行政复议申请48件，行政机关负责人出庭应诉率达到100%。
二、下一步打算
下一年，将继续加强执法培训，计划开展培训6次，推动全{unit}依法行政水平再提升。"""


def cases(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name(file).read_text("utf-8"))["case"]
    return found


CASES = cases("headers.toml")
# Whole texts with title and date; those that the reader must be unsure of say of what.
WHOLE = cases("headers2.toml")

MISLEADING = """
城区改造和新城区建设加快，朝阳路、中山路整治，社会和平安宁。与{partner}签订协作协议，{partner}派员交流，赴{partner}学习3次。"""

HEADERS = {
    "title": "{place}2024年法治政府建设工作报告\n2024年，坚持以习近平法治思想为指导。",
    "title that submits": "{place}人民政府关于报送{place}2024年法治政府建设情况的报告\n{parent}人民政府：\n推进依法行政。",
    "signature": "2024年法治政府建设工作报告\n2024年，我{unit}推进依法行政。",
    "lead": "2024年，在{parent}委、{parent}政府的坚强领导下，{place}全面落实法治政府建设实施纲要。",
    "now": "根据{parent}要求，现将{place}2024年度法治政府建设情况报告如下：",
    "clause": "2024年是攻坚之年，{place}坚持依法行政。",
    "publisher": "发布机构：{place}司法局 | 发布日期：2025-01-22\n法治政府建设年度报告\n2024年，我{unit}推进依法行政。",
    "breadcrumb": "首页 > {place} > 政务公开\n2024年度法治政府建设工作报告\n2024年，我{unit}推进依法行政。",
    "site": "{place}人民政府门户网站\n2024年度法治政府建设工作报告\n2024年，我{unit}推进依法行政。",
}


def places() -> list[Place]:
    """Every 97th place with a name of its own; the step is prime, so that all provinces have their turn."""
    own = [p for p in gazetteer().places if p.level in ("prefecture", "county") and p.name[-1] in "市县区旗"]
    return [p for p in own if len(gazetteer().named(p.name)) == 1][::97]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_header(case: dict[str, Any]) -> None:
    text = case["text"].replace("{body}", BODY.format(unit=case["unit"])).strip()
    meta = read_text(text, "x.txt").meta
    found = [meta.place, meta.parent, meta.level, meta.year, meta.issuer]
    assert found[: len(case["is"])] == case["is"]


@pytest.mark.parametrize("case", WHOLE, ids=lambda case: case["name"])
def test_whole_header(case: dict[str, Any]) -> None:
    if unsure := case.get("unsure"):
        with pytest.raises(UnreadableFile, match=f"{unsure}.*add --place"):
            read_text(case["text"].strip(), "x.txt")
        return
    meta = read_text(case["text"].strip(), "x.txt").meta
    title = meta.title if meta.title_printed else ""
    found = [meta.place, meta.parent, meta.level, meta.year, meta.issuer, meta.date, title]
    assert found[: len(case["is"])] == case["is"]


@pytest.mark.parametrize("kind", HEADERS)
def test_header_over_the_gazetteer(kind: str) -> None:
    chosen = places()
    assert len(chosen) > 20
    wrong = []
    for place, partner in zip(chosen, chosen[1:] + chosen[:1], strict=True):
        words = {"place": place.name, "parent": place.parent, "unit": place.name[-1], "partner": partner.name}
        signature = f"\n{place.name}人民政府\n2025年1月3日" if kind == "signature" else ""
        meta = read_text(f"{HEADERS[kind]}\n{BODY}{MISLEADING}".format(**words) + signature, "x.txt").meta
        if (meta.place, meta.parent, meta.level, meta.year) != (place.name, place.parent, place.level, 2024):
            wrong.append((place.name, meta.place, meta.parent, meta.level, meta.year))
    assert wrong == []


def test_no_case_has_the_name_of_another() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) > 90
    assert len({case["name"] for case in WHOLE}) == len(WHOLE) > 180
