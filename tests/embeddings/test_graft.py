from pathlib import Path

import numpy as np
import pytest

from embeddings.errors import EncoderError
from embeddings.graft import graft, main, shares_of_first
from embeddings.static import TOKENIZER_FILE, StaticEncoder, read_tokenizer
from embeddings.vocabulary import train_tokenizer
from embeddings.writer import write_model

SAID = ("行政诉讼败诉件", "办理公证事项", "人民调解化解纠纷")
TOLD = ("老公打我想离婚", "欠条过期要不要还", "房东不退押金")
TABLE = "## 题\n? {}\n= {}\n"


def test_a_piece_belongs_to_the_model_whose_texts_it_stands_in() -> None:
    share = shares_of_first(np.asarray([90.0, 0.0, 30.0]), np.asarray([0.0, 90.0, 30.0]), 0.3)
    assert share[0] > 0.99
    assert share[1] < 0.01
    np.testing.assert_allclose(share[2], 1 / (1 + 0.3**2), rtol=1e-6)
    assert shares_of_first(np.ones(3), np.ones(3), 1.0) == pytest.approx([0.5] * 3)


def test_whole_pieces_keep_the_products_of_their_own_model() -> None:
    rng = np.random.default_rng(1)
    first, second = rng.standard_normal((4, 5)), rng.standard_normal((4, 6))
    first, second = first.astype(np.float32), second.astype(np.float32)
    joined = graft(first, second, np.asarray([1, 1, 0, 0], np.float32), shared=3)
    assert joined.shape == (4, 8)
    np.testing.assert_allclose(joined[:2] @ joined[:2].T, first[:2] @ first[:2].T, rtol=1e-5)
    np.testing.assert_allclose(joined[2:] @ joined[2:].T, second[2:] @ second[2:].T, rtol=1e-5)
    # Between the two only what stands in the same directions counts.
    np.testing.assert_allclose(joined[:2] @ joined[2:].T, first[:2, :3] @ second[2:, :3].T, rtol=1e-5)


@pytest.fixture
def models(tmp_path: Path) -> tuple[Path, Path]:
    """Two models of the same pieces, and a folder of tables beside them."""
    tokenizer = train_tokenizer([*SAID, *TOLD] * 8, 80, 2)
    rng = np.random.default_rng(0)
    for name, dim in (("reports", 256 + 4), ("law", 256 + 8)):
        write_model(
            tmp_path / name,
            tokenizer,
            rng.standard_normal((tokenizer.get_vocab_size(), dim)).astype(np.float32),
        )
    (tmp_path / "tables" / "lay").mkdir(parents=True)
    (tmp_path / "tables" / "a.txt").write_text(
        TABLE.format(*(" | ".join(f"{text}{n}" for n in range(40)) for text in SAID[:2])), "utf-8"
    )
    (tmp_path / "tables" / "lay" / "a.txt").write_text(
        TABLE.format(*(" | ".join(f"{text}{n}" for n in range(40)) for text in TOLD[:2])), "utf-8"
    )
    return tmp_path / "reports", tmp_path / "law"


def test_the_command_leaves_reports_as_they_were(models: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main([*map(str, models), "--tables", str(tmp_path / "tables"), "--out", str(out)]) == 0
    reports, law, joined = (StaticEncoder(folder) for folder in (*models, out))
    assert joined.dim == 256 + 4 + 8
    for texts, like, unlike in ((SAID[:2], reports, law), (TOLD[:2], law, reports)):
        together, same = (encoder.encode(texts) @ encoder.encode(texts).T for encoder in (joined, like))
        assert abs(together[0, 1] - same[0, 1]) < 0.08
        # The pieces of these texts are wholly of one model, so their vectors lead where that model's lead.
        mine, its, others = (encoder.encode(texts)[:, :256].ravel() for encoder in (joined, like, unlike))
        assert mine @ its / np.linalg.norm(mine) / np.linalg.norm(its) > 0.9
        assert mine @ others / np.linalg.norm(mine) / np.linalg.norm(others) < 0.5


def test_models_of_other_pieces_are_refused(models: tuple[Path, Path], tmp_path: Path) -> None:
    other = train_tokenizer([*SAID, "城市管理综合执法"] * 8, 60, 2)
    write_model(tmp_path / "other", other, np.ones((other.get_vocab_size(), 260), np.float32))
    with pytest.raises(EncoderError, match="have different pieces; refine both from one start"):
        main([str(models[0]), str(tmp_path / "other"), "--out", str(tmp_path / "out")])


def test_models_of_one_space_keep_their_size(models: tuple[Path, Path], tmp_path: Path) -> None:
    reports = StaticEncoder(models[0])
    moved = reports.table + np.random.default_rng(3).standard_normal(reports.table.shape).astype(np.float32)
    write_model(tmp_path / "moved", read_tokenizer(models[0] / TOKENIZER_FILE), moved)
    tables, out = str(tmp_path / "tables"), tmp_path / "out"
    command = ["--tables", tables, "--one-space", "--out", str(out)]
    assert main([str(models[0]), str(tmp_path / "moved"), *command]) == 0
    joined, law = StaticEncoder(out), StaticEncoder(tmp_path / "moved")
    assert joined.dim == reports.dim
    for texts, like, unlike in ((SAID[:2], reports, law), (TOLD[:2], law, reports)):
        mine, its, others = (encoder.encode(texts) for encoder in (joined, like, unlike))
        assert ((mine * its).sum(axis=1) > (mine * others).sum(axis=1) + 0.1).all()
    with pytest.raises(EncoderError, match=r"has 260 numbers, .* 264; leave out --one-space"):
        main([*map(str, models), *command])
