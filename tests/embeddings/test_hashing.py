import numpy as np
import pytest

from embeddings.errors import EncoderError
from embeddings.hashing import HashingEncoder


def test_shared_characters_are_near() -> None:
    encoder = HashingEncoder()
    a, near, far = encoder.encode(["行政复议案件", "行政复议申请", "人民调解组织"])
    assert a @ near > a @ far


def test_stays_the_same_between_processes() -> None:
    vector = HashingEncoder(8).encode(["法治"])[0]
    # Three features (法, 治, 法治), by blake2b: a change here changes every stored index.
    assert int(np.count_nonzero(vector)) in (1, 2, 3)
    assert np.array_equal(vector, HashingEncoder(8).encode(["法治"])[0])


def test_punctuation_gives_zero() -> None:
    assert not HashingEncoder().encode(["，。！?"]).any()


def test_too_small_is_refused() -> None:
    with pytest.raises(EncoderError, match="dim=1 is too small"):
        HashingEncoder(1)


def test_name_tells_the_size() -> None:
    assert HashingEncoder(32).name == "hashing-32"
