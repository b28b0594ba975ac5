"""A mention: a figure of a report with the words that own it, each with the weight of the zone that it stands in.

Knows nothing of how they are found: ``qa/ledger/observe.py`` reads them from sentences, ``qa/ledger/table.py`` from rows of
tables.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.quantity import Quantity

# Weights of the zones that own a figure: starting points of the prototype study, measured in docs/design/006-ranking.md.
CORE, CLAUSE, LEAD, INHERITED, OTHER, TOPIC, HEADING = 1.0, 0.9, 0.8, 0.85, 0.45, 0.55, 0.45
JOINED = 0.84  # a part's own word with the whole that it narrows: 专职 and 人民调解员


class Mention(NamedTuple):
    """A figure of a report with the words that own it; a tuple, for one is made for each figure.

    Attributes:
        sentence: Index of the sentence in the report.
        quantity: The figure; its offsets count from the start of the sentence.
        clause: Start and end of its clause, from the start of the sentence.
        label: The words before it that say what is counted, as printed.
        noun: The words behind its unit that say what is counted, as printed.
        zones: Pairs (weight, words) of all that owns it, the heaviest first, folded.
        change: "rise" or "fall" where it states a change against another time, else "".
        part: Whether it counts a part of the figure before it (其中).
        past: Whether it is the earlier figure of a pair (由上年的62.5%提升至88.1%), or of an earlier year's column.
        thing: What it counts where 分别 tells it (甲县 in 甲县、乙县分别612份和548份), else "".
        of: Where the figure starts that 分别 sets it beside (the count of a change), from the start of the sentence, else -1.
        holder: Whose part it counts where only the figure before it says so (审结 of 其中市本级受理256件、审结239件), else "".
        column: Header of its column where it is a cell of a table, else "".
        quoted: Whether it stands inside quotation or title marks, and so may belong to a name.
        year: Year of its column or of its label where that is one (2023年为350万元), else 0.
        row: Label of its row where it is a cell of a table in plain text, else "".
        corner: Header over the labels of the rows of that table, such as 部门, or "".
    """

    sentence: int
    quantity: Quantity
    clause: tuple[int, int]
    label: str
    noun: str
    zones: tuple[tuple[float, str], ...]
    change: str = ""
    part: bool = False
    past: bool = False
    quoted: bool = False
    thing: str = ""
    holder: str = ""
    column: str = ""
    year: int = 0
    row: str = ""
    corner: str = ""
    of: int = -1


class Context(NamedTuple):
    """The words around a figure; a tuple, for one is made for each figure.

    Attributes:
        before: The folded sentence up to the figure's own words.
        left: Its own words before it.
        noun: The noun behind its unit.
        previous: The sentence before, in the same passage.
        topic: Topic of the item that holds it.
        heading: Headings above it, the nearest last.
        part: Whether it counts a part of another figure.
        narrowed: Whether it leans on a figure that bears no indicator.
        place: Place of the report: its own field narrows nothing.
        rate: Whether the figure is a percentage.
        cell: Whether it is a cell of a table.
    """

    before: str
    left: str
    noun: str
    previous: str = ""
    topic: str = ""
    heading: str = ""
    part: bool = False
    narrowed: bool = False
    place: str = ""
    rate: bool = False
    cell: bool = False
