"""Folding, cleaning and cutting; the tokeniser against the reference one."""

from __future__ import annotations

import re
import unicodedata
import warnings
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa.text
from qa.text import HAN, TOKENIZER, bigrams, clean_question, fold, to_simplified, words

SEEDS = sorted((Path(__file__).resolve().parent.parent.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１４７６件", "1476件"),
        ("ＡＢｃ", "ABc"),
        ("（一）甲，乙；丙：丁！戊？", "(一)甲,乙;丙:丁!戊?"),
        ("　全角　空格", " 全角 空格"),
        ("９５﹪", "95%"),
        ("二○二四", "二〇二四"),
        ("〔2024〕5号", "[2024]5号"),
        ("句号。顿号、《书名》“引号”", "句号。顿号、《书名》“引号”"),
    ],
)
def test_fold(text: str, folded: str):
    assert fold(text) == folded


@given(st.text())
def test_fold_keeps_the_length_and_is_idempotent(text: str):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        ("行政複議案件", "行政复议案件"),
        ("敗訴率", "败诉率"),
        ("平常的话", "平常的话"),
        ("", ""),
        ("abc 12", "abc 12"),
    ],
)
def test_to_simplified(text: str, simplified: str):
    assert to_simplified(text) == simplified


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_simplified_text_stays_as_it_is(path: Path):
    text = path.read_text(encoding="utf-8")
    assert to_simplified(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" 行政　复议\t收了\n多少 ", "行政 复议 收了 多少"),
        ("２０２４年", "2024年"),
        ("行\u200b政", "行 政"),
        ("\u202e行政", "行政"),
        ("行政\x00复议", "行政 复议"),
        ("敗訴率", "败诉率"),
        ("", ""),
    ],
)
def test_clean_question(text: str, cleaned: str):
    assert clean_question(text) == cleaned


@given(st.text())
def test_a_cleaned_question_is_one_line_without_control_characters(text: str):
    cleaned = clean_question(text)
    assert cleaned == " ".join(cleaned.split())
    assert not any(unicodedata.category(c).startswith("C") for c in cleaned)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("败诉率5.54%", ["败诉", "率", "5.54%"]),
        ("Python，ＡＢ", ["python", "ab"]),
        ("，。！", []),
        ("", []),
    ],
)
def test_words(text: str, cut: list[str]):
    assert words(text) == cut


@given(st.text(alphabet="行政复议案件多少，。12 ab<>", max_size=40))
def test_words_cover_everything_but_punctuation(text: str):
    assert "".join(words(text)) == re.sub(r"[^\u4e00-\u9fff0-9a-z]", "", text)


def test_bigrams_do_not_cross_punctuation_or_digits():
    assert bigrams("行政，复议12案件a率") == ["行政", "复议", "案件"]


@given(st.text(max_size=60))
def test_bigrams_are_pairs_of_han_characters_of_the_text(text: str):
    for pair in bigrams(text):
        assert len(pair) == 2
        assert pair in fold(text)
        assert re.fullmatch(rf"{HAN}{{2}}", pair)


def test_the_tokenizer_that_libraries_record_names_its_version_and_flags():
    assert re.fullmatch(r"rjieba-\d[\w.]*-nohmm", TOKENIZER)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_words_are_those_of_jieba(path: Path):
    """The Rust tokeniser against the reference one, line by line."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own source has old escapes
        import jieba

        jieba.setLogLevel(60)
        jieba.initialize()
    runs = [
        run for line in path.read_text(encoding="utf-8").splitlines() for run in re.findall(f"{HAN}+", line)
    ]
    assert len(runs) > 100
    for run in runs:
        assert words(run) == jieba.lcut(run, HMM=False)


TABLE = Path(qa.text.__file__).parent / "traditional.tsv"


def test_traditional_characters_fold_one_for_one_as_opencc_converts_them():
    rows = [row.split("\t") for row in TABLE.read_text("utf-8").splitlines()]
    pairs = [pair for a, b in rows for pair in zip(a, b, strict=True)]
    converter = opencc.OpenCC("t2s")
    assert len(pairs) > 2900
    assert all(converter.convert(a) == b for a, b in pairs)
    assert fold("2024年，甲縣辦理行政復議案件１２件") == "2024年,甲县办理行政复议案件12件"


def test_simplified_text_is_not_folded_into_other_words():
    kept = "著名的显著成效，乾隆年间，覆盖全县，瞭望台"
    assert fold(kept) == kept.replace("，", ",")


def test_markup_is_made_harmless() -> None:
    assert qa.text.without_markup("甲[1]*乙*|<b>") == r"甲\[1\]\*乙\*\|\<b\>"
