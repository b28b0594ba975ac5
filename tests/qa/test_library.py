import time
from pathlib import Path

import numpy as np
import pytest

from embeddings.hashing import HashingEncoder
from qa.errors import EncoderMismatch, LibraryError, UnknownReport
from qa.ingest import add
from qa.lexical import Field, idf, question_terms, terms_of
from qa.library import Library
from qa.store import search
from qa.text import TOKENIZER, bigrams, words
from tests.plain import read_plain, write_plain

ENCODER = HashingEncoder(64)
BODIES = {
    ("乙县", 2024): "全县办理行政复议案件120件。调解率达到60%。",
    ("乙县", 2023): "全县办理行政复议案件99件。首违不罚10起。行政复议中心揭牌。",
    ("甲市", 2024): "法律援助300件。开展普法活动，行政复议行政复议。",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    base = tmp_path_factory.mktemp("library")
    files = [
        write_plain(base / f"{place}{year}.txt", place, year, body) for (place, year), body in BODIES.items()
    ]
    add(files, base / "lib", ENCODER, reader=read_plain)
    return base / "lib"


@pytest.fixture
def library(folder):
    with Library.open(folder) as library:
        yield library


def id_of(library: Library, place: str, year: int) -> str:
    return next(meta.id for meta in library.reports() if (meta.place, meta.year) == (place, year))


def every_sentence(library: Library) -> list[tuple[str, int, str]]:
    return [
        (meta.id, s.index, s.text) for meta in library.reports() for s in library.report(meta.id).sentences
    ]


def test_reports_are_sorted_by_place_and_year(library):
    assert [(meta.place, meta.year) for meta in library.reports()] == [
        ("乙县", 2023),
        ("乙县", 2024),
        ("甲市", 2024),
    ]


def test_a_report_comes_back_as_it_was_read(folder, library):
    for place, year in BODIES:
        path = folder.parent / f"{place}{year}.txt"
        assert library.report(id_of(library, place, year)) == read_plain(path, None, None)


def test_unknown_reports_are_refused_everywhere(library):
    for act in (
        lambda: library.report("nowhere-2024"),
        lambda: library.vectors("nowhere-2024"),
        lambda: library.search_lexical("普法", 3, ["nowhere-2024"]),
        lambda: library.search_dense(np.zeros(64, np.float32), 3, {"nowhere-2024"}),
    ):
        with pytest.raises(
            UnknownReport, match=r"no report 'nowhere-2024' in library .*holds 3; list them with"
        ):
            act()


def test_vectors_are_the_encoders_in_sentence_order_and_read_only(library):
    for meta in library.reports():
        vectors = library.vectors(meta.id)
        assert vectors.dtype == np.float32
        assert (vectors == ENCODER.encode([s.text for s in library.report(meta.id).sentences])).all()
        with pytest.raises(ValueError, match="read-only"):
            vectors[0, 0] = 1.0


def test_document_frequency_counts_sentences(library):
    texts = [text for _, _, text in every_sentence(library)]
    tokens = ["行政", "行政复议", "复议", "议案", "120", "普法", "没有的词"]
    by_word = {token: sum(token in words(text) for text in texts) for token in tokens}
    by_pair = {token: sum(token in bigrams(text) for text in texts) for token in tokens}
    assert library.document_frequency(tokens, Field.WORD) == by_word
    assert library.document_frequency(iter(tokens), Field.BIGRAM) == by_pair
    assert library.document_frequency(tokens) == {
        token: max(by_word[token], by_pair[token]) for token in tokens
    }
    assert library.document_frequency([]) == {}
    assert library.n_sentences == len(texts) == 7


def test_lexical_search_equals_the_formula_by_hand(library):
    question = "行政复议案件有多少件"
    every = every_sentence(library)
    terms = question_terms(question)
    expected = {}
    for report, index, text in every:
        score = 0.0
        for field in Field:
            lengths = [sum(f is field for f, _ in terms_of(t)) for _, _, t in every]
            ideal = got = 0.0
            for term in [t for t in terms if t[0] is field]:
                weight = idf(sum(term in terms_of(t) for _, _, t in every), len(every))
                tf = terms_of(text).count(term)
                length = sum(f is field for f, _ in terms_of(text))
                norm = 1.2 * (0.25 + 0.75 * length / (sum(lengths) / len(lengths)))
                ideal += weight
                got += weight * tf / (tf + norm)
            score += got / ideal / 2
        expected[report, index] = score
    hits = library.search_lexical(question, 100)
    assert {(hit.report, hit.index) for hit in hits} == {key for key, score in expected.items() if score > 0}
    for hit in hits:
        assert hit.score == pytest.approx(expected[hit.report, hit.index], rel=1e-4)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_filters_act_inside_the_search(library):
    wanted = id_of(library, "乙县", 2023)
    worst = library.search_lexical("行政复议案件", 10)[-1]
    assert library.search_lexical("行政复议案件", 1, [worst.report])[0].report == worst.report
    vector = ENCODER.encode(["行政复议案件"])[0]
    for hits in (library.search_lexical("行政复议", 9, {wanted}), library.search_dense(vector, 9, {wanted})):
        assert {hit.report for hit in hits} == {wanted}
    assert len(library.search_dense(vector, 9, [wanted])) == 3


def test_an_empty_filter_finds_nothing(library):
    assert library.search_lexical("行政复议", 5, []) == []
    assert library.search_dense(ENCODER.encode(["行政复议"])[0], 5, []) == []


@pytest.mark.parametrize("limit", [0, 20_000])
def test_dense_search_equals_brute_force(library, monkeypatch, limit):
    monkeypatch.setattr(search, "EXACT_ROWS", limit)
    vector = ENCODER.encode(["首违不罚"])[0]
    every = every_sentence(library)
    scores = ENCODER.encode([text for _, _, text in every]) @ vector
    best = sorted(zip(scores, every, strict=True), key=lambda pair: -pair[0])[0][1]
    hits = library.search_dense(vector, 4)
    assert (hits[0].report, hits[0].index) == best[:2]
    assert [hit.score for hit in hits] == pytest.approx(
        sorted(map(float, scores), reverse=True)[:4], abs=1e-5
    )
    only = id_of(library, "甲市", 2024)
    assert {hit.report for hit in library.search_dense(vector, 9, [only])} == {only}


def test_wrong_arguments_say_what_is_allowed(library):
    with pytest.raises(ValueError, match="k=0 asks for no sentence; choose k >= 1"):
        library.search_lexical("普法", 0)
    with pytest.raises(ValueError, match=r"shape \(3,\) cannot be searched; give shape \(64,\)"):
        library.search_dense(np.zeros(3, np.float32), 1)


def test_another_encoder_is_refused(library):
    library.check_encoder(ENCODER)
    assert (library.encoder_name, library.dim, library.tokenizer) == (ENCODER.name, 64, TOKENIZER)
    with pytest.raises(
        EncoderMismatch, match=r"encoder hashing-64 .*not hashing-32 \(32\); set FAWEN_ENCODER"
    ):
        library.check_encoder(HashingEncoder(32))


def test_no_library_says_how_to_make_one(tmp_path):
    with pytest.raises(LibraryError, match=r"no library in .*; make one with: python -m qa add"):
        Library.open(tmp_path)


def test_opening_takes_milliseconds(folder):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        Library.open(folder).close()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.05


def test_fingerprint_is_of_the_content(folder, library):
    with Library.open(folder) as again:
        assert again.fingerprint == library.fingerprint
    assert len(library.fingerprint) == 64
