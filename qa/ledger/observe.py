"""Mentions: every figure of a report with the words that own it.

A figure is owned by the words to its left up to the previous figure, and by the noun behind its unit; the clause that
leads it in, other figures' words and headings own it less. The zones below carry these words with their weight, so that
a question is matched with figures, not with sentences (``docs/design/006-ranking.md``). Knows nothing of questions.
"""

from __future__ import annotations

from operator import itemgetter

from qa.ledger.among import begins_part, repeat_holders, whole_before, whole_of_parts
from qa.ledger.clauses import noun_behind, quoted_spans, split_clauses
from qa.ledger.dating import dated, held, places_inside
from qa.ledger.directions import LEFT
from qa.ledger.last_year import beside_own
from qa.ledger.mention import CLAUSE, CORE, HEADING, INHERITED, JOINED, LEAD, OTHER, TOPIC, Mention
from qa.ledger.own import JOINT_HEADS, behind_joint, own_of
from qa.ledger.parts import (
    beside_it,
    coordinated,
    goes_on,
    named_holder,
    owned_from,
    subject_of,
    topic_before,
)
from qa.ledger.respective import with_things
from qa.ledger.table import row_mentions, table_rows
from qa.ledger.wording import folded
from qa.patterns import lazy_re
from qa.quantity import Quantity, quantities_of
from qa.text import unwrapped
from qa.types import Report, Sentence

_CORE_CHARS = 10
# Own words shorter than this (省级4家, 代书108件, 败诉8件) lean on the words of the figure before them.
_SHORT = 6
_OWN_NOUN = 4  # a noun of so many characters behind a unit names the figure: 2089名“法律明白人”
_CLAUSE_ENDS = lazy_re(r"[,;:。、]")
_OTHER_OFFICE = lazy_re(r"(?:局|委|队|中心|部门)$")  # 市场监管局1842件 behind 综合行政执法局3457件
_GOES_ON = lazy_re(r"[,、\s和及]{1,2}[^,;:。、\d]{1,8}")
_HAN = lazy_re(r"[\u4e00-\u9fff]")
_WEIGHT = itemgetter(0)
_NAMED = 2  # own words shorter than this name nothing
_SHARE_OF = lazy_re(r"占[^,;:。\d]{0,6}(?:总数|数|总量|量|案件)的?(?:比例为?)?$")


def observe(report: Report, *, around: bool = True) -> tuple[Mention, ...]:
    """List the figures of a report with the words that own them.

    Args:
        report: A report as it was read.
        around: Whether all zones are told; the ledger needs only the clause and the words that a figure leans on.

    Returns:
        The mentions in the order of the text.
    """
    rows = table_rows(report.sentences)
    inside = places_inside(report)
    year = report.meta.year
    found: list[Mention] = []
    told: list[Mention] = []  # of the sentence before
    for sentence in report.sentences:
        if sentence.index in rows:
            told = list(row_mentions(sentence, rows[sentence.index], year))
        else:
            before = topic_before(report.sentences, sentence) if around else ""
            told = observe_sentence(
                sentence, before, whole_before(report.sentences, sentence, told), around=around
            )
            told = beside_own(told, folded(sentence.text), year)
        place = inside.get(sentence.index)
        if place:
            found += [held(dated(mention, year), place) for mention in told]
        else:
            found += [dated(mention, year) for mention in told]
    return tuple(found)


def observe_sentence(
    sentence: Sentence, before: str = "", whole: str = "", *, around: bool = True
) -> list[Mention]:
    """List the figures of one sentence with the words that own them.

    Args:
        sentence: A sentence of a report.
        before: Words of the sentence before it where this one leans on them, else "".
        whole: Words of the whole that the sentence before it counts and this one gives the parts of, else "".
        around: As for :func:`observe`.

    Returns:
        The mentions in the order of the text.
    """
    text = folded(sentence.text)
    quantities = quantities_of(text)
    if not quantities:
        return []
    return _Observer(sentence, text, quantities, before, whole, around=around).mentions()


class _Observer:
    """Reads the figures of one sentence from left to right, remembering whose words the next may lean on."""

    def __init__(
        self,
        sentence: Sentence,
        text: str,
        quantities: list[Quantity],
        before: str,
        whole: str,
        *,
        around: bool,
    ) -> None:
        self.sentence = sentence
        self.around = around
        self.text = text
        self.quantities = quantities
        self.clauses = split_clauses(self.text, self.quantities)
        above = (sentence.lead, *sentence.heading[-2:]) if around else ()
        self.broken = "\n" in text or "\r" in text
        self.wrapped = self.broken or any("\n" in words or "\r" in words for words in above)
        self.quoted = quoted_spans(self.text)
        self.others = self._clauses() if around else []
        self.above = [(TOPIC, folded(sentence.lead))] if around and sentence.lead else []
        self.above += [(HEADING, folded(heading)) for heading in above[1:]]
        self.above += [(OTHER, before)] if before else []
        self.at = 0  # which clause holds the figure that is read
        self.head = whole  # words of the last figure that has a name of its own
        self.last = whole  # words of the last figure
        self.own: dict[int, str] = {}
        self.part = ""  # unit of the part (其中) that the next figures may go on with
        self.within = False  # whether the figure before is a part
        self.whole = whole  # words of the whole of such parts, "" where the head says more
        self.holder = ""  # whose part the last figure counted
        self.some = "其中" in text or "中," in text or self.broken  # whether parts may be told
        self.levels = self.some or "本级" in text
        self.moved = ""  # words of the change right before: 会前学法比上年多了2次,达到10次
        self.changed = ""  # direction of the change that the next figure may share: 分别增加912件、640万元

    def mentions(self) -> list[Mention]:
        """List the mentions in order."""
        found = [self._mention(position) for position in range(len(self.quantities))]
        if ")" in self.text:
            for i in range(1, len(found)):
                if beside_it(self.text, self.quantities[i - 1], found[i].quantity):
                    found[i] = found[i]._replace(past=True)
        if self.levels and any(m.holder for m in found):
            repeat_holders(found, self.text)
        if len(found) > 1:
            found = with_things(found, self.text, self.quantities, self.own)
        return found

    def _mention(self, position: int) -> Mention:
        """Observe one figure."""
        text, quantities, sentence = self.text, self.quantities, self.sentence
        quantity = quantities[position]
        start, end, unit = quantity.start, quantity.end, quantity.unit
        clause = self.clauses[self.at]
        while clause[1] <= start:
            self.at += 1
            clause = self.clauses[self.at]
        # Figures are in order and never overlap, so the neighbours alone may stand in the same clause.
        begin, right_edge = clause
        left_edge = owned_from(text, quantities, position) if position else 0
        if left_edge < begin:
            left_edge = begin
        after = quantities[position + 1] if position + 1 < len(quantities) else None
        if after is not None and after.start < right_edge:
            right_edge = after.start
        left = text[left_edge:start]
        if left[:1] in JOINT_HEADS:
            left = behind_joint(left)
        printed = text[end:right_edge]
        flat, right = (unwrapped(left), unwrapped(printed)) if self.broken else (left, printed)
        own, change, past, against = own_of(flat, quantity, text[begin:start], first=not position)
        share = ""
        if unit == "%" and position and _SHARE_OF.match(own):
            # 其中调解和解228件,占审结数的45.0%: the share is of 调解和解, and no rate of 审结
            own, share = unwrapped(self.last).removeprefix("其中"), own
        if not flat and position and left_edge > begin:
            change = self.changed
        self.changed = change
        part = self.some and begins_part(text, begin, left)
        between = (
            text[quantities[position - 1].end : start] if position and (self.within or self.levels) else ""
        )
        beside = False
        if self.within:
            # 其中免费为80岁以上老人办理遗嘱公证64件: the clause of a part may hold another figure first
            part = part or _CLAUSE_ENDS.search(between) is None
            beside = self.part not in {"", unit} and between.startswith("、")
            part = part or (bool(unit) and unit == self.part and _GOES_ON.fullmatch(between) is not None)
        if part and not self.part and position:
            self.whole = whole_of_parts(quantities, position, self.last)
        self.part = unit if part else ""
        self.within = part
        holder = ""
        if self.levels:
            among = self.some and text[max(0, begin - 4) : begin].rstrip(",、").endswith("其中")
            holder = self._held_by(f"其中{flat}" if among and left_edge == begin else flat, between)
        noun = noun_behind(right, going_on=right_edge < clause[1]) if right else ""
        behind = right if right_edge == clause[1] else noun
        zones = [(CLAUSE, f"{own}|{behind}")]
        named = len(noun) >= _OWN_NOUN and not change and len(_HAN.findall(noun)) >= _OWN_NOUN
        led = self.moved if flat and not (change or own) else ""
        led = led or (self._led_in(clause, left_edge) if len(own) < _NAMED else "")
        self.moved = own if change and len(own) >= _NAMED else ""
        inherited = self._remember(
            position, own, led, change=bool(change), part=part, past=past, named=named, beside=beside
        )
        if led and not own and text[begin - 1 : begin] == ":":
            self.last = led  # 复议收案:2023年71件,2024年86件
        if share:
            zones.append((OTHER, share))
        if inherited or holder:
            zones.append((INHERITED, holder + inherited))
            if part and self.whole == inherited and own:
                zones.append((JOINED, f"{own}{inherited}"))
        elif self.around and left_edge > begin:
            zones.append((OTHER, text[begin:left_edge]))
        if self.around:
            if after is not None and after.start < clause[1] and coordinated(text, quantity, after):
                zones.append((JOINED, text[after.end : clause[1]]))  # what both did
            zones.insert(0, (CORE, f"{own[-_CORE_CHARS:]}|{noun[:_CORE_CHARS]}"))
            zones.extend(self._context(clause))
            zones.extend(self.above)
            zones.sort(key=_WEIGHT, reverse=True)
        width = len(noun if printed is right else noun_behind(printed))
        quoted = False
        for opened, closed in self.quoted:
            if opened < start and end <= closed:
                quoted = True
        return Mention(  # by position, which costs half as much as by name
            sentence.index,
            quantity,
            clause,
            sentence.text[start - len(left) : start] if left else "",
            sentence.text[end : end + width] if width else "",
            tuple([(weight, unwrapped(words)) for weight, words in zones]) if self.wrapped else tuple(zones),
            change,
            part or bool(holder),
            against or (past and LEFT.match(right) is not None),
            quoted,
            "",
            holder,
        )

    def _held_by(self, left: str, between: str) -> str:
        """Tell whose part a figure counts by the words of the one before it, and remember its own for the next."""
        if named := named_holder(left):
            self.holder = named
            return ""
        if not (self.holder and goes_on(left, between)) or _OTHER_OFFICE.search(left):
            self.holder = ""
        return self.holder

    def _led_in(self, clause: tuple[int, int], left_edge: int) -> str:
        """Give the clause right before a figure that has no words of its own: 某县最少,为39件; 复议收案:86件."""
        if left_edge != clause[0] or not self.at:
            return ""
        start, end = self.clauses[self.at - 1]
        before = self.text[start:end]
        named = before.endswith((",", ", ", ":", ": ")) and not self._counts(start, end)
        return before.rstrip(",:、 ") if named else ""

    def _counts(self, start: int, end: int) -> bool:
        """Tell whether a clause holds a figure that is no part of a name."""
        return any(start <= q.start < end and not q.weak for q in self.quantities)

    def _clauses(self) -> list[tuple[tuple[int, int], float, str]]:
        """List the clauses with the weight that they have for figures behind them, and their words."""
        return [((a, z), OTHER if self._counts(a, z) else LEAD, self.text[a:z]) for a, z in self.clauses]

    def _context(self, clause: tuple[int, int]) -> list[tuple[float, str]]:
        """Weigh the other clauses of the sentence: a lead without figures more, other figures' clauses less."""
        subject = subject_of(self.text, clause[0]) if self.others else ""
        led = [(LEAD, subject)] if subject else []
        return led + [
            (OTHER if other > clause else weight, words)
            for other, weight, words in self.others
            if other != clause
        ]

    def _remember(
        self,
        position: int,
        own: str,
        led: str,
        *,
        change: bool,
        part: bool,
        past: bool,
        named: bool,
        beside: bool,
    ) -> str:
        """Choose whose words the figure leans on, and remember its own for the next ones."""
        inherited = led or (self.last if len(own) < _NAMED or beside else self.head)
        inherited = self.whole if part and self.whole else inherited
        self.own[position] = own or inherited
        leans = inherited if (len(own) < _SHORT and not (named and len(own) < _NAMED)) or part else ""
        if not change and not part and len(own) >= (_NAMED if not self.head or past else _SHORT):
            self.head = own
        if not change and own:
            self.last = own
        return leans
