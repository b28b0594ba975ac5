"""What an answer claims about several figures: who leads, in which order, by how much.

Read from the words alone (tables, quotations and markers taken out), since the contract has no field for it.
Knows nothing of the reports; it judges claims against the gold cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from eval.figures import Figure, unit_fits
from eval.gold import TableGold
from eval.wording import Label, parse_label, plain_figures, squash, stem, strip_markers
from qa.text import fold

_HIGH_BEST = r"最多|最高|最大|领先|居首|(?:排名?|位居|位列|居|列)第一|第一名"
_LOW_BEST = r"最少|最低|最小|垫底|末位|最后一名"
_HIGH_MORE = r"更多|更高|更大|较多|较高|较大|多于|高于|大于|超过"
_LOW_MORE = r"更少|更低|更小|较少|较低|较小|少于|低于|小于|不如|不及|不足"
_CLAIM = re.compile(
    rf"(?P<high_best>{_HIGH_BEST})|(?P<low_best>{_LOW_BEST})|(?P<high_more>{_HIGH_MORE})|(?P<low_more>{_LOW_MORE})"
)
# 比 + place ... 多/少: 比甲区多16件. 比例 and 同比 name no place.
_THAN = re.compile(r"[^,。;]{0,14}?(?:(?P<high>多|高|大)|(?P<low>少|低|小))")
# 大于, 超过 and their kin compare two places only where the second follows them at once: 高于10% does not.
_BINARY = ("多于", "高于", "大于", "超过", "少于", "低于", "小于", "不如", "不及", "不足")
_DENIED = re.compile(r"无法|不能|不宜|不可|难以|不作|不做|无从|不分|并列|相等|一样|相同|打平")
_ALOOF = re.compile(r"不可比|不具可比|不宜|不能直接|无法直接|口径不|口径有|年份不同|年度不同|不是同一|可比性")
_SILENT = re.compile(r"未|没有|无|不含|缺|不详")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that one label is above or below the others.

    Attributes:
        label: The gold label that it is about.
        high: Whether it is said to be above.
        over: The label that it is compared with, or "" for all others.
    """

    label: str
    high: bool
    over: str = ""


class Mentions:
    """Finds the labels of a gold table in text, by their names and stems, or by their years."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self._patterns = [(label, _pattern(parse_label(label), labels)) for label in labels]

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Find every mention.

        Args:
            text: Folded text.

        Returns:
            First code point, one past the last, and the label, in order; the longest of overlapping ones.
        """
        found = [(m.start(), m.end(), label) for label, p in self._patterns for m in p.finditer(text)]
        found.sort(key=lambda f: (f[0], -f[1]))
        kept: list[tuple[int, int, str]] = []
        for start, end, label in found:
            if not kept or start >= kept[-1][1]:
                kept.append((start, end, label))
        return kept


def _pattern(label: Label, labels: tuple[str, ...]) -> re.Pattern[str]:
    """Build the pattern of one label; the year alone where all labels are of one place."""
    parsed = [parse_label(other) for other in labels]
    places = {p.place for p in parsed}
    if label.year is not None and len(places) == 1:
        return re.compile(rf"(?<!\d){label.year}(?!\d)(?:年度?)?")
    if not label.place:
        return re.compile(re.escape(fold(label.text)))
    short = stem(label.place)
    name = rf"{re.escape(label.place)}|{re.escape(short)}" if len(short) > 1 else re.escape(label.place)
    if label.year is not None and sum(p.place == label.place for p in parsed) > 1:
        return re.compile(rf"(?:{name})[^,。;|\d]{{0,4}}{label.year}(?:年度?)?")
    return re.compile(rf"(?:{name})")


def prose(answer: str) -> str:
    """Take the sentences of an answer that speak in its own voice.

    Args:
        answer: The markdown of an answer.

    Returns:
        Folded text without tables, quotations, titles, markers and emphasis.
    """
    text = fold(strip_markers(answer)).replace("**", "")
    lines = [line for line in text.split("\n") if not line.lstrip().startswith(("|", ">"))]
    return re.sub(r"“[^”]*”|「[^」]*」|《[^》]*》|\"[^\"\n]*\"", "", "\n".join(lines))


def claims(answer: str, labels: tuple[str, ...]) -> list[Claim]:
    """Read who is said to be above or below whom.

    Args:
        answer: The markdown of an answer.
        labels: The labels of the gold table.

    Returns:
        The claims in order; sentences that decline to judge make none.
    """
    mentions = Mentions(labels)
    found: list[Claim] = []
    for sentence in re.split(r"[。;!?\n]", prose(answer)):
        if not _DENIED.search(sentence):
            found.extend(_sentence_claims(sentence, mentions.find(sentence)))
    return found


def _sentence_claims(sentence: str, places: list[tuple[int, int, str]]) -> list[Claim]:
    """Read the claims of one sentence."""
    found: list[Claim] = []
    for match in _CLAIM.finditer(sentence):
        kind = str(match.lastgroup)
        best, high = kind.endswith("best"), kind.startswith("high")
        after = next((p for p in places if p[0] >= match.end()), None)
        other = after[2] if after and not best and after[0] - match.end() <= 3 else ""
        if match[0] in _BINARY and not other:
            continue
        named = re.match(r"[^,。;]{0,12}?(?:是|为|:)\s*", sentence[match.end() :])
        if not other and after and named and after[0] == match.end() + named.end():
            found.append(Claim(after[2], high))
            continue
        subject = _subject(sentence, places, match.start())
        if subject:
            found.append(Claim(subject, high, other))
    for i, (start, end, other) in enumerate(places):
        than = _THAN.match(sentence, end)
        if start and sentence[start - 1] in "比较" and than and i and "不如" not in sentence:
            subject = _subject(sentence, places, start)
            if subject and subject != other:
                found.append(Claim(subject, than["high"] is not None, other))
    return found


def _subject(sentence: str, places: list[tuple[int, int, str]], before: int) -> str:
    """Find whom a comparison is about: the last place before it that is not what it is compared with."""
    free = [
        p for p in places if p[1] <= before and sentence[max(0, p[0] - 1) : p[0]] not in tuple("比较于与如及")
    ]
    return free[-1][2] if free else ""


def winner_fault(answer: str, gold: TableGold) -> str:
    """Judge whether the answer names the winner that follows, and only it.

    Args:
        answer: The markdown of an answer.
        gold: The gold table.

    Returns:
        What is wrong, in Chinese, or "".
    """
    labels = (*gold.values, *(label for label in gold.undisclosed if label not in gold.values))
    said = claims(answer, labels)
    for claim in said:
        fault = _contradiction(claim, gold)
        if fault:
            return fault
    if gold.winner is None:
        # Where a verdict follows from comparable cells (or an order or a difference is asked for), a true claim does no
        # harm though nobody asked for it; a tie, a silent place or cells of different measures allow none.
        cells = [cell.value for cell in gold.cells.values()]
        follows = not gold.undisclosed and len(set(cells)) == len(cells)
        judged = [] if gold.comparable and (follows or gold.order or gold.difference is not None) else said
        return f"不应判定高下,却称“{judged[0].label}”{'高' if judged[0].high else '低'}" if judged else ""
    if gold.winner in _named(said, gold) or _opening(answer) in _names(gold.winner):
        return ""
    return f"没有指出“{gold.winner}”"


def _contradiction(claim: Claim, gold: TableGold) -> str:
    """Judge one claim against the gold cells."""
    cells = gold.cells
    if claim.label not in cells or (claim.over and claim.over not in cells):
        return f"“{claim.label}”或“{claim.over}”未披露,却被比较"
    mine = cells[claim.label].value
    others = [cells[claim.over]] if claim.over else [f for label, f in cells.items() if label != claim.label]
    if all(mine > f.value if claim.high else mine < f.value for f in others):
        return ""
    return f"错称“{claim.label}”{'高于' if claim.high else '低于'}{claim.over or '其他'}"


def _named(said: list[Claim], gold: TableGold) -> set[str]:
    """Collect who is named the winner, directly or by what is said of the other of two."""
    cells = gold.cells
    top = gold.winner is not None and all(cells[gold.winner].value >= f.value for f in cells.values())
    low = gold.winner is not None and all(cells[gold.winner].value <= f.value for f in cells.values())
    names: set[str] = set()
    for claim in said:
        if (claim.high and top) or (not claim.high and low):
            names.add(claim.label)
        elif len(cells) == 2:
            names.update(label for label in cells if label != claim.label)
    return names


def _opening(answer: str) -> str:
    """Take the first words of an answer, up to its first sign."""
    return squash(re.split(r"[,。:;(\n]", prose(answer).strip())[0]).removeprefix("是").removeprefix("为")


def _names(label: str) -> tuple[str, str]:
    """The forms in which a label alone is an answer."""
    return squash(label), squash(stem(label))


def order_fault(answer: str, gold: TableGold) -> str:
    """Judge whether one block of the answer names the labels in the gold order.

    Args:
        answer: The markdown of an answer.
        gold: The gold table; equal figures may come in any order.

    Returns:
        What is wrong, in Chinese, or "".
    """
    if not gold.order:
        return ""
    mentions, cells = Mentions(gold.order), gold.cells
    for block in _blocks(fold(strip_markers(answer))):
        seen = list(dict.fromkeys(label for _, _, label in mentions.find(block)))
        if len(seen) == len(gold.order) and _ordered(seen, gold.order, cells):
            return ""
    return f"次序不是{'、'.join(gold.order)}"


def _blocks(text: str) -> list[str]:
    """Cut an answer into what may hold an order: its tables, its runs of other lines, its sentences."""
    runs = groupby(text.split("\n"), key=lambda line: (line.lstrip().startswith("|"), not line.strip()))
    return ["\n".join(lines) for _, lines in runs] + re.split(r"[。\n]", text)


def _ordered(seen: list[str], order: tuple[str, ...], cells: dict[str, Figure]) -> bool:
    """Whether the labels come in the order, ties apart."""
    return all(a == b or (a in cells and b in cells and cells[a].value == cells[b].value)
               for a, b in zip(seen, order, strict=True))  # fmt: skip


def difference_fault(answer: str, gold: TableGold) -> str:
    """Judge whether the answer states the difference.

    Args:
        answer: The markdown of an answer.
        gold: The gold table; per cent differ by 个百分点.

    Returns:
        What is wrong, in Chinese, or "".
    """
    if gold.difference is None:
        return ""
    gap = gold.gap
    units = ("个百分点", "%") if gap.tail.startswith("%") else (gap.tail,)
    aliases = (*units[1:], *gold.aliases_unit)
    if any(f.value == gap.value and unit_fits(f, units[0], aliases) for f in plain_figures(answer)):
        return ""
    return f"没有给出相差 {gold.difference}{gold.unit or ''}"


def silence_fault(answer: str, gold: TableGold) -> str:
    """Judge whether the answer says whose figure is not disclosed.

    Args:
        answer: The markdown of an answer, with its table.
        gold: The gold table.

    Returns:
        What is wrong, in Chinese, or "".
    """
    text = fold(strip_markers(answer))
    mentions = Mentions((*gold.cells, *gold.absent))
    lines = [line for line in re.split(r"[。;\n]", text) if _SILENT.search(line)]
    told = {label for line in lines for _, _, label in mentions.find(line)}
    missing = [label for label in gold.absent if label not in told]
    return f"没有说明“{missing[0]}”未披露" if missing else ""


def caution_fault(answer: str, warnings: tuple[str, ...], gold: TableGold) -> str:
    """Judge whether an answer about figures that cannot be compared says so.

    Args:
        answer: The markdown of an answer.
        warnings: The warnings of the reply.
        gold: The gold table.

    Returns:
        What is wrong, in Chinese, or "".
    """
    if gold.comparable or warnings or _ALOOF.search(fold(answer)):
        return ""
    return "没有提示口径或年份不可比"
