import numpy as np

from embeddings.vocabulary import UNKNOWN, first_vectors, reshape, train_tokenizer

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


def test_reshape_drops_long_pieces_and_adds_rare_characters() -> None:
    tokenizer = train_tokenizer(TEXTS, 60, 4)
    table = np.arange(tokenizer.get_vocab_size() * 2, dtype=np.float32).reshape(-1, 2)
    old = tokenizer.get_vocab()
    assert any(len(piece) > 1 for piece in old if piece != UNKNOWN)
    assert tokenizer.encode("鳜").ids == [0]
    shaped, rows = reshape(tokenizer, table, 1, seed=1)
    vocabulary = shaped.get_vocab()
    assert len(rows) == len(vocabulary)
    assert shaped.token_to_id(UNKNOWN) == 0
    assert max(len(piece) for piece in vocabulary if piece != UNKNOWN) == 1
    for piece, row in vocabulary.items():
        if piece in old:
            np.testing.assert_array_equal(rows[row], table[old[piece]])
        else:
            np.testing.assert_allclose(np.linalg.norm(rows[row]), 1.0, rtol=1e-5)
    assert shaped.encode("鳜").tokens == ["鳜"]
    # GB 2312 has 6,763 characters.
    assert len({piece for piece in vocabulary if len(piece) == 1} - set(old)) >= 6_763 - len(old)


def test_reshape_is_fixed_by_its_seed() -> None:
    tokenizer = train_tokenizer(TEXTS, 60, 4)
    table = np.ones((tokenizer.get_vocab_size(), 4), np.float32)
    first, again, other = (reshape(tokenizer, table, 2, seed)[1] for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)
