from pathlib import Path

import numpy as np
import pytest

from embeddings.errors import EncoderError
from embeddings.sentence import SentenceTransformerEncoder, known_prompt
from embeddings.static import StaticEncoder


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("BAAI/bge-large-zh-v1.5", "为这个句子生成表示"),
        ("BAAI/bge-small-zh-v1.5", "为这个句子生成表示"),
        ("models/bge-base-zh", "为这个句子生成表示"),
        ("Qwen/Qwen3-Embedding-0.6B", "Instruct: "),
        ("BAAI/bge-m3", ""),
        ("sentence-transformers/all-MiniLM-L6-v2", ""),
    ],
)
def test_known_prompts(name: str, start: str) -> None:
    prompt = known_prompt(name)
    assert prompt.startswith(start)
    assert bool(prompt) == bool(start)


@pytest.mark.slow
def test_agrees_with_the_static_encoder(static_folder: Path) -> None:
    texts = ["行政 复议", "败诉", ""]
    found = SentenceTransformerEncoder(static_folder, device="cpu").encode(texts)
    np.testing.assert_allclose(found, StaticEncoder(static_folder).encode(texts), atol=2e-3)


@pytest.mark.slow
def test_prompt_goes_before_questions_only(static_folder: Path) -> None:
    encoder = SentenceTransformerEncoder(static_folder, device="cpu", query_prompt="法治 ")
    assert encoder.query_prompt == "法治 "
    np.testing.assert_array_equal(encoder.encode(["败诉"], query=True), encoder.encode(["法治 败诉"]))
    assert not np.array_equal(encoder.encode(["败诉"], query=True), encoder.encode(["败诉"]))


@pytest.mark.slow
def test_name_tells_model_and_prompt(static_folder: Path) -> None:
    plain = SentenceTransformerEncoder(static_folder, device="cpu").name
    prompted = SentenceTransformerEncoder(static_folder, device="cpu", query_prompt="法治 ").name
    assert plain.startswith("tiny-")
    assert plain == SentenceTransformerEncoder(static_folder, device="cpu").name
    assert plain != prompted


@pytest.mark.slow
def test_name_that_cannot_be_reached_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(EncoderError, match=r"'nobody/no-such-model' cannot be loaded .* download the model"):
        SentenceTransformerEncoder("nobody/no-such-model")
