"""Text as every other module sees it: folded characters, words, character bigrams.

Folding keeps the length, so that offsets into the folded text are offsets into the stored text. Knows nothing
of reports, numbers or places. Words come from rjieba without HMM, which gave the same tokens as jieba on the
seed reports and is 20 to 30 times faster; ``TOKENIZER`` is stored in every library, and another one is refused.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from qa.patterns import lazy_re

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_RUN = lazy_re(rf"{HAN}+|[A-Za-z]+|\d+(?:\.\d+)?%?")
_HAN_RUN = lazy_re(rf"{HAN}{{2,}}")
# Where a page's width broke a sentence: the next line may be indented, and Windows writes two characters.
# The number of the page may stand where it ended: "接收投诉举报6.05", "— 2 —", "万件".
PAGE_MARK = r"(?:[-—–][ \t]*\d{1,3}[ \t]*[-—–]|第 ?\d{1,3} ?页(?: ?[,/，]? ?共 ?\d{1,3} ?页)?)"
# Begins with one class, so that the machine skips what begins none: a third of the time.
WRAP = lazy_re(
    rf"[ \t\r\n](?:(?<=[ \t])[ \t]*[\r\n]+|(?<=[\r\n])[\r\n]*)[ \t]*(?:{PAGE_MARK}[ \t]*[\r\n]+[ \t]*)?"
)

# Full-width forms and the ASCII twins of Chinese punctuation become one character each: length is kept.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD |= {ord(a): ord(b) for a, b in zip("　\u00a0﹪‰〔〕", "  %‰[]", strict=True)}
_FOLD |= {ord(a): ord(b) for a, b in zip("，：∶；（）！？", ",::;()!?", strict=True)}
_FOLD |= {ord(a): ord(b) for a, b in zip("〇○", "〇〇", strict=True)}
# A table that is drawn with characters is one of bars: │市场监管局│412│, and ├────┼───┤ is its rule.
_FOLD |= {ord(char): ord("|") for char in "│┃║┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┯┰┳┴┷┸┻┼┿╂╋╔╗╚╝╠╣╦╩╬"}
_FOLD |= {ord(char): ord("-") for char in "─━═"}
# Traditional characters that simplified text does not hold (outside GB 2312, and 後 於 徵), one for one, from OpenCC's t2s.
for _row in (Path(__file__).parent / "traditional.tsv").read_text(encoding="utf-8").splitlines():
    _FOLD |= {ord(a): ord(b) for a, b in zip(*_row.split("\t"), strict=True)}
# Text copied from a PDF writes 行 as the radical U+2F8F.
_WORDS = {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)}
_FOLD |= {code: _FOLD.get(word, word) for code, word in _WORDS.items()}
# The marks that every report prints full-width are replaced one by one, and a text that holds nothing else to fold is not
# translated: 2,602 sentences fold in 2.3 instead of 11.7 ms.
_FULL_WIDTH = "，；（）：！？"
_ELSE = lazy_re("[" + "".join(re.escape(chr(code)) for code in _FOLD if chr(code) not in _FULL_WIDTH) + "]")

_MARKUP = lazy_re(r"([\\`*_\[\]<>|#~])")

# The words of a figure are folded by each rule that reads them: texts so short are kept, the last ones asked for (some 4 MB).
# On dense reports a question folds 1,700 texts, of which 4 in 100 are new (docs/design/006-ranking.md).
_SHORT, _KEPT = 64, 1 << 14

TOKENIZER = f"rjieba-{metadata.version('rjieba')}-nohmm"


def fold(text: str) -> str:
    """Fold full-width letters, digits and punctuation to half width and traditional characters to simplified ones.

    Args:
        text: Any text.

    Returns:
        A text of the same length, one character for one, so that offsets carry over.
    """
    return _folded_short(text) if len(text) <= _SHORT else _folded(text)


def _folded(text: str) -> str:
    """Fold a text."""
    text = text.replace("，", ",").replace("；", ";").replace("（", "(").replace("）", ")")
    text = text.replace("：", ":").replace("！", "!").replace("？", "?")
    return text.translate(_FOLD) if _ELSE.search(text) else text


_folded_short = lru_cache(maxsize=_KEPT)(_folded)


def unwrapped(sentence: str) -> str:
    """Take the line breaks out of a sentence; Chinese joins without a blank.

    Args:
        sentence: A sentence as it is stored.

    Returns:
        It on one line.
    """
    return WRAP.sub("", sentence) if "\n" in sentence or "\r" in sentence else sentence


def to_simplified(text: str) -> str:
    """Turn traditional characters into simplified ones; other text comes back as it is.

    Args:
        text: Any text.

    Returns:
        The text in simplified characters; of the same length for all but a few rare words.
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(text))
    return text


def clean_question(text: str) -> str:
    """Normalise what a user typed: compatibility forms, control characters, script and spaces.

    Args:
        text: What a user typed, of any length.

    Returns:
        One line in simplified characters and half-width digits, with single spaces.
    """
    text = unicodedata.normalize("NFKC", text)
    text = "".join(" " if unicodedata.category(c).startswith(("C", "Z")) else c for c in text)
    return " ".join(to_simplified(text).split())


def without_markup(text: str) -> str:
    """Make words harmless inside markdown: the characters that markdown or HTML would read are escaped.

    Args:
        text: Any text.

    Returns:
        It with a backslash before each of those.
    """
    return _MARKUP.sub(r"\\\1", text)


def printable(name: str) -> str:
    """Make a file's name one that can be shown and stored on one line.

    Args:
        name: A name as the system gives it, which may hold line breaks, signs that turn the writing, or bytes of no text.

    Returns:
        The name with _ for each of those.
    """
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join("_" if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in name).replace(
        "\ufffd", "_"
    )


def words(text: str) -> list[str]:
    """Cut text into words: jieba words of Han runs, Latin words in lower case, numbers.

    Args:
        text: Any text.

    Returns:
        The words in order; punctuation is dropped.
    """
    found: list[str] = []
    for run in _RUN.findall(fold(text)):
        if run[0].isdigit() or run[0].isascii():
            found.append(run.lower())
        else:
            found.extend(_cut(run))
    return found


def tagged(run: str) -> list[tuple[str, str]]:
    """Cut a run of Han characters into words with the part of speech that the tokeniser's dictionary gives.

    Args:
        run: Han characters only.

    Returns:
        Pairs (word, tag), such as (咖啡, n).
    """
    import rjieba

    return [(word, tag) for word, tag in rjieba.tag(run)]


# Conjunctions, prepositions, particles, pronouns, interjections, as the tokeniser's dictionary tags them. Its adverbs hold 首都,
# 霍乱 and 轮次 as well, so the true ones are listed.
_FUNCTION_TAGS = frozenset("c p u uj ul uv ud uz ug y r rr rz e o".split())
_ADVERBS = frozenset(
    "毕竟 居然 竟然 竟是 究竟 到底 果然 果真 其实 确实 的确 真的 反正 大概 大约 差不多 当然 也许 或许 恐怕 难道 简直 几乎 根本 "
    "压根 一直 一向 向来 从来 始终 依然 仍然 照样 依旧 刚刚 刚才 马上 立刻 随即 曾经 已经 早就 往往 常常 时常 偶尔 有时 总是 "
    "老是 一再 渐渐 逐渐 越来越 尤其 格外 十分 非常 极其 相当 较为 稍微 略微 更加 仅仅 单单 统统 全都 一概 一同 顺便 特地 特意 "
    "故意 随便 尽量 千万 务必 赶紧 赶快 恰好 正好 偏偏 反而 反倒 倒是 却是 幸好 幸亏 可惜 难怪 怪不得 原来 本来 总算 终于 好歹 "
    "大致 大体 约莫 略略 一共 总共 刚好 正巧 好像 似乎 未必 不妨 何必 不再 再次 又是 还是 也是 更是 就是 才是".split()
)


def is_function(word: str) -> bool:
    """Tell whether a word names nothing by itself, by its tag in the tokeniser's dictionary: 毕竟, 居然, 他们.

    Args:
        word: A word.

    Returns:
        True for common adverbs, pronouns and the like; False for what the dictionary cuts in two.
    """
    if word in _ADVERBS:
        return True
    found = tagged(word)
    return len(found) == 1 and found[0][1] in _FUNCTION_TAGS


def is_word(word: str) -> bool:
    """Tell whether the tokeniser's dictionary holds a word: a typing error is none."""
    import rjieba

    return bool(rjieba.has_word(word))


def han_runs(text: str) -> list[str]:
    """List the runs of Han characters in a text, in order."""
    return _HAN_RUN.findall(text)


def bigrams(text: str) -> list[str]:
    """List the overlapping pairs of Han characters in text.

    Args:
        text: Any text.

    Returns:
        The pairs in order; none crosses punctuation, digits or Latin letters.
    """
    return [run[i : i + 2] for run in _HAN_RUN.findall(fold(text)) for i in range(len(run) - 1)]


def _cut(run: str) -> list[str]:
    """Cut a run of Han characters with the tokeniser that the library records."""
    import rjieba

    return list(rjieba.cut(run, False))


@lru_cache(maxsize=1)
def _converter() -> Any:
    """Load the converter from traditional to simplified characters, once, when it is first needed."""
    import opencc

    return opencc.OpenCC("t2s")
