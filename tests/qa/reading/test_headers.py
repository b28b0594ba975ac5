"""Place, parent, level, year and issuer over every kind of issuer and of header: the cases of ``headers.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from qa.reading import read_text

BODY = """一、主要做法和成效
（一）强化组织领导。{unit}领导班子专题学法8次，召开推进会议5次，审查规范性文件35件，全{unit}新增法律顾问12名。
（二）规范执法行为。全{unit}办理行政处罚案件126件，受理行政复议申请48件，行政机关负责人出庭应诉率达到100%。
二、下一步打算
下一年，将继续加强执法培训，计划开展培训6次，推动全{unit}依法行政水平再提升。"""

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("headers.toml").read_text("utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_header(case: dict[str, Any]) -> None:
    text = case["text"].replace("{body}", BODY.format(unit=case["unit"])).strip()
    meta = read_text(text, "x.txt").meta
    found = [meta.place, meta.parent, meta.level, meta.year, meta.issuer]
    assert found[: len(case["is"])] == case["is"]
