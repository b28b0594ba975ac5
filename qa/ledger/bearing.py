"""The indicators that bear a unit, and their words by their first characters, so that few are looked for in a figure's words.

Knows nothing of the words around a figure: ``qa/ledger/matcher.py`` weighs them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qa.ledger.catalogue import Catalogue
from qa.ledger.indicator import Indicator
from qa.ledger.wording import gapped
from qa.text import fold

ABOUT, COUNTS, WHOLE, EXCLUDED = 1, 2, 4, 8
"""What a word says of an indicator: its matter, what of it is counted, all of it, that something else is counted."""

_NAMING = 2  # names of more characters than this name an indicator alone
_TELLING = 4  # excluded words so long count where they stand beside the matter too
# whose rate a bare 纠错率 or 成功率 behind them is
_OF_OTHERS = frozenset("被申请人 消费投诉 投诉举报 合同纠纷 劳动争议 劳动人事争议 仲裁机构 行政调解".split())
_RIGHTS = "知识产权"
_PERSONAL = "出庭"  # 区长带头出庭应诉2次 is one leader's, not the place's


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """The words of an indicator, ready to be looked for.

    Attributes:
        indicator: The indicator.
        about: Words of its matter.
        counts: Words of what of it is counted.
        excludes: Words that say that something else is counted.
        whole: Its names that name it alone.
        kin: Words of the matter and names, its own and those of its twins.
        telling: Excluded words that count beside the matter too.
        others: Those of them that name whose rate a bare 纠错率 or 成功率 behind them is.
        personal: Whether it counts what one leader may do.
        bodies: Whether it counts bodies.
        of_rights: Whether its matter are intellectual property rights, whose money is no field's beside it.
        roles: For each of these words what it says: ABOUT, COUNTS, WHOLE and EXCLUDED added up.
    """

    indicator: Indicator
    about: frozenset[str]
    counts: frozenset[str]
    excludes: frozenset[str]
    whole: frozenset[str]
    kin: tuple[str, ...]
    telling: tuple[str, ...]
    others: tuple[str, ...]
    personal: bool
    bodies: bool
    of_rights: bool
    roles: Mapping[str, int]

    @classmethod
    def of(cls, one: Indicator, catalogue: Catalogue) -> IndicatorWords:
        """Gather the words of an indicator.

        Args:
            one: The indicator.
            catalogue: The catalogue that holds its twins.

        Returns:
            Its words.
        """
        telling = tuple(word for word in one.excludes if len(word) >= _TELLING)
        whole = frozenset(fold(name) for name in one.names if len(name) > _NAMING)
        roles: dict[str, int] = {}
        for words, role in (
            (one.about, ABOUT),
            (one.counts, COUNTS),
            (whole, WHOLE),
            (one.excludes, EXCLUDED),
        ):
            for word in words:
                roles[word] = roles.get(word, 0) | role
        return cls(
            one,
            frozenset(one.about),
            frozenset(one.counts),
            frozenset(one.excludes),
            whole,
            _kin(one, catalogue),
            telling,
            tuple(word for word in telling if word in _OF_OTHERS),
            any(_PERSONAL in word for word in one.about),
            "body" in one.units,
            any(_RIGHTS in word for word in one.about),
            roles,
        )


class _Head(NamedTuple):
    """The words that begin with the same two characters: their lengths, they themselves, those with gaps and their ends."""

    lengths: tuple[int, ...]
    words: frozenset[str]
    gapped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """The indicators that bear a unit, and their words by their first two characters.

    Attributes:
        indicators: The indicators.
        heads: For two characters the words that begin with them.
        single: The words of one character.
        named_by: For a word the positions of the indicators that it may name.
    """

    indicators: tuple[IndicatorWords, ...]
    heads: Mapping[tuple[str, str], _Head]
    single: frozenset[str]
    named_by: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, chosen: tuple[IndicatorWords, ...]) -> Bearing:
        """Sort the words of indicators by their first two characters.

        Args:
            chosen: The indicators.

        Returns:
            They with their words.
        """
        words = dict.fromkeys(word for w in chosen for word in (*w.about, *w.counts, *w.excludes, *w.whole))
        begun: dict[tuple[str, str], list[str]] = {}
        for word in words:
            if len(word) > 1:
                begun.setdefault((word[0], word[1]), []).append(word)
        heads = {}
        for pair, begin in begun.items():
            plain = frozenset(word for word in begin if "~" not in word)
            gaps = tuple((word, word.rpartition("~")[2]) for word in begin if "~" in word)
            heads[pair] = _Head(tuple({len(word) for word in plain}), plain, gaps)
        named_by: dict[str, list[int]] = {}
        for number, w in enumerate(chosen):
            for word in (*w.whole, *(w.counts or w.about)):
                named_by.setdefault(word, []).append(number)
        return cls(chosen, heads, frozenset(word for word in words if len(word) == 1), named_by)

    def words_in(self, own: str) -> frozenset[str]:
        """Find the words that stand in the words of a figure.

        Args:
            own: Folded words.

        Returns:
            The words, with their gaps.
        """
        found = [*self.single.intersection(own)] if self.single else []
        # which pairs begin a word is asked of all of them at once, in one pass outside Python
        begun = map(self.heads.get, pairwise(own))
        for at, head in enumerate(begun):
            if head is not None:
                lengths, words, gaps = head
                for length in lengths:
                    if (word := own[at : at + length]) in words:
                        found.append(word)  # noqa: PERF401 - a list made and added costs more than the one word
                if gaps:
                    found += [word for word, end in gaps if end in own and gapped(word).match(own, at)]
        return frozenset(found)


def _kin(indicator: Indicator, catalogue: Catalogue) -> tuple[str, ...]:
    """List the words of the matter of an indicator and of its twins."""
    twins = [twin for id_ in indicator.twins if (twin := catalogue.get(id_)) is not None]
    return tuple(word for one in (indicator, *twins) for word in (*one.about, *one.names))
