"""Typing errors in place names and in terms of this domain: a wrong character of the same sound or of nearly the same look.

Only names of the library are restored, and never a name that the gazetteer knows: one real place is never
taken for another, even of the same sound. Sounds come from pypinyin, imported at the first doubtful one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.question.places.forms import LibraryPlace
from qa.question.words.vocabulary import SHORT
from qa.text import is_word, tagged

# Characters of place names that are mistaken for each other by their look: 毫州 for 亳州, 雎县 for 睢县.
_LOOKALIKE = re.findall(
    r"\S+",
    "己已巳 未末 土士 人入八 千干于 日曰 侯候 晴睛清 戊戌戍 汨泊泪 栾滦 郯剡 邳坯 亳毫 睢雎 泸沪 涿琢 鄄甄 "
    "兖衮 暨既 隰湿 黟黔 歙翕 岢苛 岚岗 汶纹 洮姚 邗邢邦 邛叩 犍健 溧栗漂 盱盰 眙贻 杞祀 莒苣 莱菜 菏荷 阆闽",
)


class TypoIndex:
    """Finds the library places whose stem differs from a typed word in one character."""

    def __init__(self, places: Iterable[LibraryPlace]) -> None:
        """Index the stems of places.

        Args:
            places: Places of the library.
        """
        self._gaps: dict[tuple[str, str], list[LibraryPlace]] = {}
        self.lengths: set[int] = set()
        for place in places:
            if 2 <= len(place.stem) <= 6:
                self.lengths.add(len(place.stem))
                for at in range(len(place.stem)):
                    gap = (place.stem[:at], place.stem[at + 1 :])
                    self._gaps.setdefault(gap, []).append(place)

    def meant(self, typed: str) -> tuple[LibraryPlace, ...]:
        """Find the places that a typed stem may have meant.

        Args:
            typed: A stem as typed, such as 江荫.

        Returns:
            The places whose stem has another character of the same sound or look; none if ``typed`` is a
            real place, or the stem of a place.
        """
        found: dict[str, LibraryPlace] = {}
        for at, sign in enumerate(typed):
            for place in self._gaps.get((typed[:at], typed[at + 1 :]), ()):
                right = place.stem[at]
                if right != sign and (_look_alike(sign, right) or _sound_alike(sign, right)):
                    found[place.key] = place
        return () if found and gazetteer().find(typed) else tuple(found.values())


def is_typo(typed: str, right: str) -> bool:
    """Say whether a text is another with one character wrong by its sound or look.

    Args:
        typed: What was typed, such as 高薪区.
        right: What may have been meant, such as 高新区.

    Returns:
        True if exactly one character differs, and sounds or looks alike.
    """
    if len(typed) != len(right):
        return False
    wrong = [pair for pair in zip(typed, right, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and (_look_alike(*wrong[0]) or _sound_alike(*wrong[0]))


def sound(text: str) -> str:
    """Spell text in pinyin without tones.

    Args:
        text: Chinese text.

    Returns:
        The syllables in one word, lower case.
    """
    from pypinyin import lazy_pinyin  # 0.2 s, so only at the first doubtful character

    return "".join(lazy_pinyin(text)).lower()


def _look_alike(one: str, other: str) -> bool:
    """Say whether two characters are mistaken for each other by their look."""
    return any(one in group and other in group for group in _LOOKALIKE)


def _sound_alike(one: str, other: str) -> bool:
    """Say whether two characters share a reading, tones aside."""
    return bool(_readings(one) & _readings(other))


@lru_cache(maxsize=4096)
def _readings(sign: str) -> frozenset[str]:
    """List the readings of a character, without tones."""
    from pypinyin import Style, pinyin

    return frozenset(pinyin(sign, style=Style.NORMAL, heteronym=True)[0])


# Terms of four characters that name a field of this domain: one character of another writing and the same sound is a slip.
_LONG = 4
_FIELDS = tuple(term for term in SHORT if len(term) == _LONG)
_WRITTEN_RIGHT = frozenset(_FIELDS)
# The same by what is left without one character: a question costs four look-ups a character and no comparison with each.
_BY_REST: dict[tuple[str, str], list[str]] = {}
for _term in _FIELDS:
    for _at in range(_LONG):
        _BY_REST.setdefault((_term[:_at], _term[_at + 1 :]), []).append(_term)


def without_slips(question: str) -> str:
    """Put right a term of this domain with one wrong character of the same sound: 行政复意 is 行政复议.

    Args:
        question: A cleaned question.

    Returns:
        The question, of the same length.
    """
    question = _without_short_slips(question)
    for at in range(len(question) - _LONG + 1):
        run = question[at : at + _LONG]
        if (
            run in _WRITTEN_RIGHT
        ):  # nor is pypinyin imported to hear that 行政复议 does not sound like 行政处罚
            continue
        near = [term for i in range(_LONG) for term in _BY_REST.get((run[:i], run[i + 1 :]), ())]
        for term in sorted(near, key=_FIELDS.index):
            if is_typo(run, term):
                question = question[:at] + term + question[at + _LONG :]
    return question


# Topic words of two characters; a slip in one is told by what the dictionary lacks: 复意 is no word, 公正 is one.
_SHORT = 2
_RUNS = lazy_re(r"\d+年度?|[\u4e00-\u9fff]+|.", re.DOTALL)  # 2024年复意: 年复 is no word of it
_TOPICS = tuple("复议 公证 信访 仲裁 调解 普法 败诉 应诉 执法 援助 矫正 听证 处罚 结案 审结".split())


def _without_short_slips(question: str) -> str:
    """Put right a topic word of two characters that the dictionary does not know as typed: 复意收了多少 is 复议收了多少."""
    at = 0
    tokens = [token for run in _RUNS.findall(question) for token in _tokens(run)]
    starts = []
    for token in tokens:
        starts.append(at)
        at += len(token)
    for token, start, after in zip(tokens, starts, [*tokens[1:], ""], strict=True):
        run = token if len(token) > 1 else token + after
        if len(run) != _SHORT or (len(token) == 1 and len(after) != 1) or is_word(run):
            continue
        right = next((topic for topic in _TOPICS if is_typo(run, topic)), "")
        question = question[:start] + right + question[start + _SHORT :] if right else question
    return question


def _tokens(run: str) -> list[str]:
    """Cut a run of Han characters into words, any other text into characters."""
    return [word for word, _ in tagged(run)] if re.match(r"[\u4e00-\u9fff]", run) else [run]
