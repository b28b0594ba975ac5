"""The contract that every encoder keeps, and the choice of one by name."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoder import Encoder, load
from embeddings.errors import EncoderError
from embeddings.hashing import HashingEncoder
from embeddings.sentence import SentenceTransformerEncoder
from embeddings.static import StaticEncoder

TEXTS = ["行政 复议", "法律 援助", "", "  \n", "\ud800", "败诉 " * 2_000]
MAKERS: dict[str, Callable[[Path], Encoder]] = {
    "hashing": lambda folder: HashingEncoder(64),
    "static": StaticEncoder,
    "shipped": lambda folder: load(),
}


@pytest.fixture(params=[*MAKERS, pytest.param("sentence", marks=pytest.mark.slow)])
def encoder(request: pytest.FixtureRequest, static_folder: Path) -> Encoder:
    if request.param == "sentence":
        return SentenceTransformerEncoder(static_folder, device="cpu")
    return MAKERS[request.param](static_folder)


def test_shape_and_type(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dim)
    assert vectors.dtype == np.float32


def test_rows_are_unit_or_zero(encoder: Encoder) -> None:
    norms = np.linalg.norm(encoder.encode(TEXTS), axis=1)
    assert np.all((np.abs(norms - 1.0) < 1e-3) | (norms == 0.0))
    assert norms[0] > 0.0
    assert norms[2] == norms[3] == 0.0


def test_no_texts(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dim)


def test_alone_or_in_a_batch(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS, query=True)
    alone = np.concatenate([encoder.encode([text], query=True) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_same_again(encoder: Encoder) -> None:
    assert np.array_equal(encoder.encode(TEXTS), encoder.encode(TEXTS))
    assert encoder.name


@pytest.mark.parametrize("name", [None, ""])
def test_default_is_the_shipped_model(name: str | None) -> None:
    encoder = load(name)
    assert isinstance(encoder, StaticEncoder)
    assert encoder.name.startswith("model-")


def test_static_folder_needs_no_torch(static_folder: Path) -> None:
    assert isinstance(load(str(static_folder)), StaticEncoder)


@pytest.mark.slow
def test_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"is no model folder .* leave the setting empty"):
        load(str(tmp_path))
