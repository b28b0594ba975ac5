"""What counts parts of another figure, and the words and holders that the whole lends them: 调解员986名,其中专职152名.

Knows nothing of zones; ``qa.ledger.parts`` tells whose a part is.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.mention import Mention
from qa.ledger.own import bared
from qa.ledger.stages import stage_of
from qa.ledger.wording import folded
from qa.patterns import lazy_re
from qa.quantity import Quantity, quantities_of
from qa.types import Sentence

_NAMES = 4  # so many characters name who or what is counted
# "法律援助案件中,民事案件468件、刑事案件243件": what follows are parts.
_AMONG = lazy_re(r"(?:案件|人员|企业|事项|对象|项目|纠纷|问题|总数|总量)(?:之)?中[,，]$")
# "其中市直4186人,县(区)6352人,乡镇(街道)1935人": parts go on with short names.
_PARTS_FOLLOW = lazy_re(r"[\s　]*其中[,，:：]?")


def begins_part(text: str, start: int, left: str) -> bool:
    """Tell whether a figure counts a part: behind 其中, or behind 法律援助案件中.

    Args:
        text: A folded sentence.
        start: Where the clause of the figure starts.
        left: The words before the figure.

    Returns:
        Whether it does.
    """
    if "其中" in left[:4] or "其中" in text[max(0, start - 3) : start]:
        return True
    return text.startswith("中,", max(0, start - 2)) and _AMONG.search(text[:start]) is not None


def whole_before(sentences: Sequence[Sentence], sentence: Sentence, told: Sequence[Mention]) -> str:
    """Give the words of the whole that the sentence before one that begins with 其中 counts.

    Args:
        sentences: The sentences of the report.
        sentence: One of them.
        told: The figures of the one before it.

    Returns:
        The words, or "" where the sentence begins otherwise, or the one before counts nothing in its unit.
    """
    if not told or "其中" not in sentence.text or _PARTS_FOLLOW.match(sentence.text) is None:
        return ""
    before = sentences[told[-1].sentence]
    if before.index != sentence.index - 1 or (before.heading, before.lead) != (
        sentence.heading,
        sentence.lead,
    ):
        return ""
    unit = next((quantity.unit for quantity in quantities_of(folded(sentence.text))), "")
    wholes = (m for m in told if not (m.change or m.part or m.past) and unit and m.quantity.unit == unit)
    words = (bared(m.label) for m in wholes)
    return next((w for w in words if len(w) >= _NAMES), "")


def whole_of_parts(quantities: Sequence[Quantity], position: int, last: str) -> str:
    """Give the words of the figure that parts follow where they name what is counted: 人民调解员986名,其中专职152名.

    Args:
        quantities: The figures of a sentence.
        position: Which of them is the first part.
        last: The words of the figure before it.

    Returns:
        These words, or "" where that figure is counted otherwise or tells a stage (审结165件), so that the head says more.
    """
    alike = position > 0 and quantities[position].unit == quantities[position - 1].unit
    return last if alike and len(last) >= _NAMES and not stage_of(last) else ""


def repeat_holders(found: list[Mention], text: str) -> None:
    """Give a part's holder to later figures that repeat verbs of the whole: 立案9件,办结8件,其中本级立案3件,办结2件.

    Args:
        found: The figures of a sentence in order; changed in place.
        text: The folded sentence.
    """
    holder, start, said = "", 0, set[str]()
    for i, mention in enumerate(found):
        label = bared(mention.label)
        if ";" in text[start : mention.quantity.start]:
            holder, said = "", set()
        start = mention.quantity.start
        if mention.holder and mention.part:
            holder = mention.holder
        elif holder and label in said and not mention.holder:
            found[i] = mention._replace(holder=holder, part=True)
        elif not holder and label:
            said.add(label)
