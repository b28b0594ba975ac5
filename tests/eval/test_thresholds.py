from pathlib import Path

import pytest

from eval.metrics import Metric
from eval.run import ROOT, SPLITS
from eval.thresholds import Bound, broken, load_bounds
from qa.errors import BadSetting


def load(tmp_path: Path, text: str) -> dict[str, tuple[Bound, ...]]:
    file = tmp_path / "thresholds.toml"
    file.write_text(text, encoding="utf-8")
    return load_bounds(file)


def test_our_own_bounds_are_those_of_the_project() -> None:
    bounds = load_bounds(ROOT / "eval" / "thresholds.toml")
    assert set(bounds) <= set(SPLITS)
    values = {b.name: (b.value, b.at_least) for b in bounds["test"]}
    assert values["accuracy.number"] == (0.96, True)
    assert values["refusal.false"] == (0.05, False)
    assert values["grounding.numbers"] == (1.0, True)
    assert len(values) >= 13


def test_bounds_are_kept_or_broken() -> None:
    least, most = Bound("accuracy.number", 0.9, True), Bound("latency.p50", 50, False)
    metrics = [Metric("accuracy.number", 0.9, None, 10), Metric("latency.p50", 50.1, None, 10, 0, "ms")]
    assert broken([least, most], metrics) == (most,)


def test_what_was_not_measured_breaks_its_bound() -> None:
    bound = Bound("accuracy.number", 0.0, True)
    assert broken([bound], []) == (bound,)
    assert broken([bound], [Metric("accuracy.number", None, None, 0)]) == (bound,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[test", "不是合法的 TOML"),
        ("test = 1", r"\[test\]:只能有 at_least、at_most"),
        ("[test.at_last]\n", r"\[test\]:只能有 at_least、at_most"),
        ("[test]\nat_least = 1\n", "at_least = 1 应是一个表"),
        ('[test.at_least]\n"accuracy.numbr" = 1\n', "“accuracy.numbr”不是指标;可用:accuracy.overall"),
        ('[test.at_least]\n"accuracy.number" = "high"\n', "accuracy.number = 'high' 应是数字"),
        ('[test.at_least]\n"accuracy.number" = true\n', "accuracy.number = True 应是数字"),
    ],
)
def test_bad_thresholds_are_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadSetting, match=message):
        load(tmp_path, text)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="无法读取"):
        load_bounds(tmp_path / "none.toml")
