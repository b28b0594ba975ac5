"""The words around one figure as the rules on answers read them: folded, joined, made when first asked and kept.

Each question asks for them of every figure of a report, on a dense one of 230, and some rules several times. They hang on their
report (some 2 kB a figure) and go with it. Knows nothing of questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from qa.ledger.mention import CLAUSE, LEAD, Mention
from qa.matching import inherited_words
from qa.patterns import lazy_re
from qa.text import fold

# "因信息公开被纠错的行政复议17件、败诉的行政诉讼6件": a cause at the head of a row narrows all of it
_CAUSED = lazy_re(r"^(?:其中)?因(?P<scope>[^,;。\d]{2,12}?)(?:被|引发|引起|导致|产生|败诉)")


class FigureWords:
    """The words around one figure of a report."""

    def __init__(self, mention: Mention, sentence: str) -> None:
        """Hold a figure.

        Args:
            mention: The figure.
            sentence: Its sentence, folded and on one line.
        """
        self.mention = mention
        self._sentence = sentence

    @cached_property
    def before(self) -> str:
        """Its sentence up to it."""
        return self._sentence[: self.mention.quantity.start]

    @cached_property
    def label(self) -> str:
        """The words before it that say what is counted, folded."""
        return fold(self.mention.label)

    @cached_property
    def noun(self) -> str:
        """The words behind its unit that say what is counted, folded."""
        return fold(self.mention.noun)

    @cached_property
    def cell(self) -> str:
        """What is told beside its own words: noun, thing, row and column, folded and parted by bars."""
        mention = self.mention
        return fold(f"{mention.noun}|{mention.thing}|{mention.row}|{mention.column}")

    @cached_property
    def led(self) -> str:
        """Its own words and those that lead to it, parted by bars."""
        return "|".join(words for weight, words in self.mention.zones if weight >= LEAD)

    @cached_property
    def leant_on(self) -> str:
        """The words that it leans on where it has few of its own: of its own row of clauses, where a semicolon parts them.

        食品抽检1860批次 for 不合格率1.8% in 药品抽检312批次,合格率99.4%;食品抽检1860批次,不合格率1.8%, and not 药品抽检; or "".
        """
        inherited = inherited_words(self.mention)
        if inherited.endswith("、"):  # 286名甲、2089名乙结对共建,开展培训568场: of both
            inherited = _row_of(inherited, self.before)
        _, mark, row = self.before.rpartition(";")
        row = row.removesuffix(self.label).rstrip(", 、")
        return row if inherited and mark and row and inherited not in row else inherited

    @cached_property
    def owning(self) -> str:
        """The words that own it by themselves: its clause, its row and column, what it leans on; parted by bars."""
        zones = [words for weight, words in self.mention.zones if weight >= CLAUSE]
        return "|".join((*zones, self.leant_on, self.cell))

    @cached_property
    def near(self) -> str:
        """What owns it and what leads to it; parted by bars."""
        return "|".join((self.owning, self.label, self.led))

    @cached_property
    def row(self) -> str:
        """The row of clauses around it, up to the next semicolon, and the headers of its cell."""
        mention, start = self.mention, self.mention.quantity.start
        behind = re.split("[;。]", self._sentence[start:])[0]
        return self.before.rpartition(";")[2] + behind + fold(f"|{mention.row}|{mention.column}")

    @cached_property
    def cause(self) -> str:
        """The cause at the head of its row: 信息公开 of 因信息公开被纠错的行政复议17件、败诉的行政诉讼6件, for both; or ""."""
        match = _CAUSED.search(re.split("[,;。]", self.before)[-1])
        return match["scope"] if match is not None else ""


def _row_of(first: str, before: str) -> str:
    """Give the whole clause that a row of things begins, up to its comma, where it stands before a figure."""
    at = before.rfind(first)
    return re.split(r",(?!\d)", before[at:])[0] if at >= 0 else first


class WordsOfFigures:
    """The words around the figures of one report, those that were asked for."""

    def __init__(self, mentions: Iterable[Mention], folded: Sequence[str]) -> None:
        """Hold the figures of a report.

        Args:
            mentions: Its figures.
            folded: Its sentences, folded and each on one line.
        """
        self._folded = folded
        # By identity: to hash a figure costs as much as to join its words. Each is held here, so no other can have its id.
        self._kept = {id(m): FigureWords(m, folded[m.sentence]) for m in mentions}

    def of(self, mention: Mention) -> FigureWords:
        """Give the words around a figure.

        Args:
            mention: A figure of the report, or one that was made of such a one, whose words are not kept.

        Returns:
            Its words.
        """
        kept = self._kept.get(id(mention))
        return kept if kept is not None else FigureWords(mention, self._folded[mention.sentence])
