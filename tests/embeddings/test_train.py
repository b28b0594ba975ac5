import gzip
import json
from pathlib import Path

import pytest

from embeddings.contrast import Pair, Recipe, read_pairs
from embeddings.errors import EncoderError
from embeddings.static import StaticEncoder
from embeddings.topics import Topic
from embeddings.train import main, train
from embeddings.vocabulary import train_tokenizer

ASKED = {"败诉": "官司输了几场", "公证": "盖章的有几件", "调解": "劝和了多少", "援助": "没钱请律师"}
SAID = {
    "败诉": "行政诉讼败诉件",
    "公证": "办理公证事项",
    "调解": "人民调解化解纠纷",
    "援助": "法律援助受援人次",
}
OWN = [Pair(ASKED[topic], SAID[topic], topic) for topic in ASKED] * 8
OFFICIAL = [
    Pair(text[:4], text, text) for text in (*SAID.values(), *ASKED.values(), "行政复议收案", "信访事项办结")
] * 8
LAY = [Topic("家暴", ("老公打我", "他动手了"), ("可以申请人身安全保护令", "可以报警"))]
RECIPE = Recipe(
    pieces=80,
    piece_length=2,
    dim=8,
    steps=60,
    batch=32,
    own_share=0.4,
    lay_share=0.1,
    lay_pairs=20,
    rate=0.03,
)


def write(path: Path, pairs: list[dict[str, str]]) -> None:
    text = "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)
    if path.suffix == ".gz":
        with gzip.open(path, "wt", encoding="utf-8") as out:
            out.write(text)
    else:
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["p.jsonl", "p.jsonl.gz"])
def test_reads_pairs(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, [{"a": "问", "b": "答", "topic": "t"}, {"a": "问", "b": "答二"}])
    assert read_pairs(tmp_path / name) == [Pair("问", "答", "t"), Pair("问", "答二", "问")]


@pytest.mark.parametrize("line", ["{", "[]", '{"a": 1}', "3"])
def test_line_that_is_no_pair_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"a": "x", "b": "y"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(EncoderError, match=r"p\.jsonl:2 is no pair"):
        read_pairs(path)


def test_folder_without_pairs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"holds no \*\.jsonl\.gz; give the folder"):
        main(["--data", str(tmp_path), "--out", str(tmp_path / "out")])


@pytest.mark.slow
def test_learns_what_stands_together(tmp_path: Path) -> None:
    train(OFFICIAL, OWN, LAY, RECIPE, tmp_path / "model")
    encoder = StaticEncoder(tmp_path / "model")
    scores = encoder.encode(list(ASKED.values())) @ encoder.encode(list(SAID.values())).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2, 3]


@pytest.mark.slow
def test_seed_and_tokenizer_fix_the_model(tmp_path: Path) -> None:
    tokenizer = train_tokenizer([pair.b for pair in OFFICIAL], 80, 2)
    for name in ("one", "two"):
        train(OFFICIAL, OWN, LAY, RECIPE, tmp_path / name, tokenizer)
    assert StaticEncoder(tmp_path / "one").name[-12:] == StaticEncoder(tmp_path / "two").name[-12:]


@pytest.mark.slow
def test_command_line_writes_a_model(tmp_path: Path) -> None:
    write(tmp_path / "official.jsonl.gz", [{"a": pair.a, "b": pair.b} for pair in OFFICIAL])
    write(tmp_path / "own.jsonl", [{"a": pair.a, "b": pair.b, "topic": pair.group} for pair in OWN])
    options = ["--data", str(tmp_path), "--own", str(tmp_path), "--out", str(tmp_path / "model")]
    assert main([*options, "--pieces", "80", "--steps", "3", "--batch", "16", "--lay-pairs", "50"]) == 0
    assert StaticEncoder(tmp_path / "model").dim == 256
