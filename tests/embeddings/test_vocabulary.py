import numpy as np

from embeddings.vocabulary import UNKNOWN, first_vectors, train_tokenizer

TEXTS = [
    "行政复议案件收案5件",
    "行政诉讼案件败诉3件",
    "人民调解纠纷12件",
    "法律援助案件7件",
    "公证事项办理9件",
] * 20


def test_numbers_become_one_piece() -> None:
    tokenizer = train_tokenizer(TEXTS, 60, 4)
    assert tokenizer.encode("败诉8件").ids == tokenizer.encode("败诉23件").ids
    assert tokenizer.encode("败诉５.5４件").ids == tokenizer.encode("败诉8件").ids


def test_punctuation_is_dropped() -> None:
    tokenizer = train_tokenizer(TEXTS, 60, 4)
    assert tokenizer.encode("，。! 《》").ids == []
    assert tokenizer.encode("行政，复议").ids == tokenizer.encode("行政").ids + tokenizer.encode("复议").ids


def test_pieces_keep_the_limit() -> None:
    tokenizer = train_tokenizer(TEXTS, 80, 2)
    assert tokenizer.token_to_id(UNKNOWN) == 0
    assert max(len(piece) for piece in tokenizer.get_vocab() if piece != UNKNOWN) <= 2


def test_like_company_gives_near_vectors() -> None:
    # 1 and 2 stand between the same neighbours, 3 among others.
    texts = [[4, 1, 5], [4, 2, 5], [6, 3, 7]] * 30
    vectors, share = first_vectors(texts, 9, 3, seed=0)
    assert vectors.dtype == np.float32
    assert vectors[1] @ vectors[2] > 0.9
    assert abs(vectors[1] @ vectors[3]) < 0.1
    assert not vectors[8].any()
    np.testing.assert_allclose(share.sum(), 1.0, atol=1e-6)
    np.testing.assert_allclose(share[4], 2 / 9, atol=1e-6)
    assert share[8] == 0


def test_seed_fixes_the_vectors() -> None:
    texts = [[1, 2, 3, 4, 5, 1, 3], [2, 5, 6]] * 5
    a, b = (first_vectors(texts, 7, 3, seed=4)[0] for _ in range(2))
    assert np.array_equal(a, b)
