import pytest

from eval.intervals import bootstrap, percentile, wilson


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    # Worked by hand from Wilson's formula with z = 1.959964.
    [
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (50, 100, 0.4038, 0.5962),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson(right: int, n: int, low: float, high: float) -> None:
    assert wilson(right, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("percent", "value"), [(50, 3), (95, 5), (20, 1), (21, 2), (100, 5)])
def test_nearest_rank_percentile(percent: float, value: float) -> None:
    assert percentile([5, 1, 4, 2, 3], percent) == value


def test_bootstrap_holds_the_mean_and_repeats_itself() -> None:
    items = [0.0] * 40 + [1.0] * 60
    first = bootstrap(items, lambda sample: sum(sample) / len(sample))
    assert first is not None
    assert first.low < 0.6 < first.high
    assert 0.15 < first.high - first.low < 0.25
    assert first == bootstrap(items, lambda sample: sum(sample) / len(sample))


def test_bootstrap_of_nothing() -> None:
    assert bootstrap([], len) is None
    assert bootstrap([1, 2], lambda sample: None) is None
