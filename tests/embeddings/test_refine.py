import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from embeddings.refine import RECIPE, Shape, held_out, refine, widen
from embeddings.static import StaticEncoder
from embeddings.vocabulary import train_tokenizer
from embeddings.writer import write_model

SAID = ("行政诉讼败诉件", "办理公证事项", "人民调解化解纠纷", "法律援助受援人次")
ASKED = ("官司输了几场", "盖章的有几件", "劝和了多少", "没钱请律师")
SHAPE = Shape(piece_length=2, spread=6, passage_share=0.1, field_share=0.1, lexis_share=0.05)


def test_texts_that_share_rare_pieces_come_nearer() -> None:
    table = np.tile(np.asarray([1.0, 0.0], np.float32), (4, 1))
    frequency = np.asarray([0, 5, 5, 9_000_000])
    wide = widen(table, frequency, Shape(spread=256, spread_share=0.5), seed=1)
    assert wide.shape == (4, 258)
    assert not wide[0].any()
    # Pieces 1 and 2 differ only in their random part, and the common piece 3 has next to none.
    cosine = wide[1] @ wide[2] / np.linalg.norm(wide[1]) / np.linalg.norm(wide[2])
    assert cosine < 0.8
    assert np.linalg.norm(wide[3, 2:]) < 0.01 * np.linalg.norm(wide[1, 2:])


def test_spread_has_its_share() -> None:
    table = np.random.default_rng(0).standard_normal((500, 8)).astype(np.float32)
    wide = widen(table, np.ones(500, np.int64), Shape(spread=32, spread_share=0.2), seed=1)
    energy = (wide**2).sum(axis=1)
    np.testing.assert_allclose((wide[:, 8:] ** 2).sum() / energy.sum(), 0.2, rtol=1e-3)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A model to start from, official pairs, and a folder of tables."""
    tokenizer = train_tokenizer([*SAID, *ASKED] * 8, 80, 3)
    start = np.random.default_rng(0).standard_normal((tokenizer.get_vocab_size(), 8)).astype(np.float32)
    write_model(tmp_path / "first", tokenizer, start)
    data, tables = tmp_path / "data", tmp_path / "tables"
    for folder in (data, tables / "lay", tables / "general", tables / "lexis"):
        folder.mkdir(parents=True)
    rows = [json.dumps({"a": said[:4], "b": said}) for said in (*SAID, "行政复议收案", "信访事项办结")] * 8
    with gzip.open(data / "law.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write("\n".join(rows) + "\n")
    own = [{"a": a, "b": b, "topic": b} for a, b in zip(ASKED, SAID, strict=True)] * 8
    (tables / "own.jsonl").write_text("\n".join(map(json.dumps, own)) + "\n", "utf-8")
    (tables / "lay" / "a.txt").write_text("## 家暴\n? 老公打我\n= 可以报警\n", "utf-8")
    (tables / "general" / "a.txt").write_text("= 青河发源于雪山,长百里。\n? 青河从哪里来?\n", "utf-8")
    (tables / "general" / "fields.txt").write_text("河流 发源 流经 注入 水库\n", "utf-8")
    (tables / "lexis" / "a.txt").write_text("打人 骂人 = 家暴 报警\n", "utf-8")
    return tmp_path / "first", data, tables


@pytest.mark.slow
def test_learns_further_and_its_seed_fixes_it(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    model, data, tables = folders
    recipe = replace(RECIPE, steps=60, batch=32, rate=0.03, lay_pairs=20, own_share=0.4, lay_share=0.1)
    for name in ("one", "two"):
        refine(model, data, tables, tmp_path / name, recipe, SHAPE)
    one, two = (StaticEncoder(tmp_path / name) for name in ("one", "two"))
    assert one.name[-12:] == two.name[-12:]
    assert one.dim == 8 + SHAPE.spread

    def found(encoder: StaticEncoder) -> list[int]:
        best: list[int] = (encoder.encode(ASKED) @ encoder.encode(SAID).T).argmax(axis=1).tolist()
        return best

    assert found(StaticEncoder(model)) != [0, 1, 2, 3]
    assert found(one) == [0, 1, 2, 3]
    assert one.encode(["鳜"]).any(), "a rare character has no vector"


@pytest.mark.slow
def test_held_cosines_of_reports_stay_while_the_rest_is_learnt(
    folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    model, data, tables = folders
    recipe = replace(RECIPE, steps=60, batch=32, rate=0.03, lay_pairs=20, own_share=0.2, lay_share=0.4)
    refine(model, data, tables, tmp_path / "start", replace(recipe, steps=1), SHAPE)
    for name, weight in (("loose", 1e-6), ("held", 10.0)):
        refine(tmp_path / "start", data, tables, tmp_path / name, recipe, SHAPE, weight)
    start, loose, held = (StaticEncoder(tmp_path / name) for name in ("start", "loose", "held"))
    assert held.dim == start.dim
    of_reports = [encoder.encode(ASKED) @ encoder.encode(SAID).T for encoder in (start, loose, held)]
    assert np.abs(of_reports[1] - of_reports[0]).mean() > 3 * np.abs(of_reports[2] - of_reports[0]).mean()
    # What is no report's is free: the table of everyday law is learnt all the same.
    of_law = [
        float((encoder.encode(["老公打我"]) @ encoder.encode(["可以报警"]).T)[0, 0])
        for encoder in (start, held)
    ]
    assert of_law[1] > of_law[0] + 0.1


@pytest.mark.slow
def test_pieces_of_reports_stay_where_they_are(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    model, data, tables = folders
    (tables / "a.txt").write_text("## 败诉\n? 行政诉讼败诉件 | 行政诉讼\n= 行政诉讼败诉件\n", "utf-8")
    recipe = replace(RECIPE, steps=40, batch=32, rate=0.1, lay_pairs=20, own_share=0.2, lay_share=0.4)
    refine(model, data, tables, tmp_path / "start", replace(recipe, steps=1), SHAPE)
    refine(tmp_path / "start", data, tables, tmp_path / "kept", recipe, SHAPE, 1.0, keep=True)
    start, kept = (StaticEncoder(tmp_path / name) for name in ("start", "kept"))
    near = {
        text: float((start.encode([text]) * kept.encode([text])).sum()) for text in ("行政诉讼", "老公打我")
    }
    assert near["行政诉讼"] > 0.99
    assert near["老公打我"] < 0.95


def test_one_passage_in_26_is_kept_for_measuring_and_always_the_same() -> None:
    passages = [f"第{n}条 行政机关应当依法处理第{n}项" for n in range(2_600)]
    kept = [passage for passage in passages if held_out(passage)]
    assert 60 < len(kept) < 145
    assert kept == [passage for passage in passages if held_out(passage)]
