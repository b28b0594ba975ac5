"""Mentions: every figure of a report with the words that own it.

A figure is owned by the words to its left up to the previous figure, and by the noun behind its unit; the clause that
leads it in, other figures' words and headings own it less. The zones below carry these words with their weight, so that
a question is matched with figures, not with sentences (``docs/design/006-ranking.md``). Knows nothing of questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.ledger.clauses import noun_behind, quoted_spans, split_clauses
from qa.ledger.dating import dated, held, places_inside
from qa.ledger.directions import CHANGE, EARLIER_HINTS, LEFT, PAST, REACHED, REACHED_HINTS, change_of
from qa.ledger.mention import CLAUSE, CORE, HEADING, INHERITED, JOINED, LEAD, OTHER, TOPIC, Mention
from qa.ledger.parts import goes_on, named_holder, owned_from, subject_of, topic_before, whole_of_parts
from qa.ledger.respective import with_things
from qa.ledger.table import row_mentions, table_rows
from qa.ledger.wording import folded
from qa.quantity import Quantity, quantities_of
from qa.text import unwrapped
from qa.types import Report, Sentence

_CORE_CHARS = 10
# Own words shorter than this (省级4家, 代书108件, 败诉8件) lean on the words of the figure before them.
_SHORT = 6
_JOINT = re.compile(
    r"^(?:[、\s)）]|[和及与](?![解时]))+"
)  # what joins a figure to the one before; 和 of 和解 and 及 of 及时 do not
_OWN_NOUN = 4  # a noun of so many characters behind a unit names the figure: 2089名“法律明白人”
# "其中市直4186人,县(区)6352人,乡镇(街道)1935人": parts go on with short names.
_PARTS_FOLLOW = re.compile(r"[\s　]*其中[,，:：]?")
_CLAUSE_ENDS = re.compile(r"[,;:。、]")
_OTHER_OFFICE = re.compile(r"(?:局|委|队|中心|部门)$")  # 市场监管局1842件 behind 综合行政执法局3457件
_GOES_ON = re.compile(r"[,、\s和及]{1,2}[^,;:。、\d]{1,8}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAMED = 2  # own words shorter than this name nothing
# What the patterns of joints, of steps and of what a change is told against begin with: most words need no search.
_JOINT_HEADS = frozenset("、 \t\r\n)）和及与")
_STEP_HEADS = frozenset("2全今一目截已共累总合新其同并分约近超达为是有")
_AGAINST_HEADS = frozenset("较比")

# "2764件(2023年为3105件)", "132件(2023年收到118件)"; not 78件(上年结转4件).
DATED = re.compile(r"[(（](?:20\d\d年度?|[上去]一?年(?:度|同期)?|前年)(?:同期)?(?!结|遗|未|转)[为是:：]?")
_SHARE_OF = re.compile(r"占[^,;:。\d]{0,6}(?:总数|数|总量|量|案件)的?(?:比例为?)?$")
# No head of a longer word: 约谈, 超限车辆, 为农户追回.
_STEP_WORDS = re.compile(
    r"^(?:20\d\d年(?:度|以来|来|全年)?|全年|今年|一年来|目前|截至[^,]{0,8}?(?:底|末|日|月|目前)|已|共(?![享同建产青治])|共计|累计|总计|合计|新增|其中|同时|并(?!联|案|网)|分别|约(?![谈见束请定])"
    r"|近(?![平视])|超(?![限载期员速标市])|达(?![标成])|为(?=$|[,、共约近超])|是|有(?![关效力偿毒奖])"
    r")+"
)
# "败诉率6.7%,较2023年(8.9%)下降2.2个百分点": what a change is told against is of what the figure before counts.
_AGAINST = re.compile(r"(?:较|比)(?:上年|去年|上一年|20\d\d年)(?:度|同期)?(?:的)?\(")
_ASIDE = re.compile(r"[(（](?:(?:20\d\d年度?|上一?年|去年)(?:同期)?[为是]?[:：]?)?")


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
            told = observe_sentence(sentence, before, _whole_before(sentence, told, report), around=around)
        place = inside.get(sentence.index)
        if place:
            found += [held(dated(mention, year), place) for mention in told]
        else:
            found += [dated(mention, year) for mention in told]
    return tuple(found)


def _whole_before(sentence: Sentence, told: Sequence[Mention], report: Report) -> str:
    """Give the words of the whole that the sentence before one that begins with 其中 counts; "" where it begins otherwise."""
    if not told or _PARTS_FOLLOW.match(sentence.text) is None:
        return ""
    before = report.sentences[told[-1].sentence]
    if before.index != sentence.index - 1 or (before.heading, before.lead) != (
        sentence.heading,
        sentence.lead,
    ):
        return ""
    unit = next((quantity.unit for quantity in quantities_of(folded(sentence.text))), "")
    wholes = (m for m in told if not (m.change or m.part or m.past) and unit and m.quantity.unit == unit)
    words = (_STEP_WORDS.sub("", unwrapped(folded(m.label))).strip(",、 ") for m in wholes)
    return next((w for w in words if len(w) >= _OWN_NOUN), "")


# "法律援助案件中,民事案件468件、刑事案件243件": what follows are parts.
_AMONG = re.compile(r"(?:案件|人员|企业|事项|对象|项目|纠纷|问题|总数|总量)(?:之)?中[,，]$")


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
        self.some = "中" in text  # whether parts may be told: 其中, 案件中
        self.levels = self.some or "本级" in text
        self.changed = ""  # direction of the change that the next figure may share: 分别增加912件、640万元

    def mentions(self) -> list[Mention]:
        """List the mentions in order."""
        found = [self._mention(position) for position in range(len(self.quantities))]
        if ")" in self.text:
            found = [m._replace(past=True) if self._beside(m, i) else m for i, m in enumerate(found)]
        if self.levels and any([m.holder for m in found]):
            found = self._repeated(found)
        if "分别" in self.text or "依次" in self.text:
            found = with_things(found, self.text, self.quantities, self.own)
        return found

    def _repeated(self, found: list[Mention]) -> list[Mention]:
        """Give a part's holder to later figures that repeat verbs of the whole: 立案9件,办结8件,其中本级立案3件,办结2件."""
        holder, start, said = "", 0, set[str]()
        for i, mention in enumerate(found):
            label = _STEP_WORDS.sub("", unwrapped(folded(mention.label))).strip(",、 ")
            if ";" in self.text[start : mention.quantity.start]:
                holder, said = "", set()
            start = mention.quantity.start
            if mention.holder and mention.part:
                holder = mention.holder
            elif holder and label in said and not mention.holder:
                found[i] = mention._replace(holder=holder, part=True)
            elif not holder and label:
                said.add(label)
        return found

    def _mention(self, position: int) -> Mention:
        """Observe one figure."""
        text, quantity, sentence = self.text, self.quantities[position], self.sentence
        while self.clauses[self.at][1] <= quantity.start:
            self.at += 1
        clause = self.clauses[self.at]
        # Figures are in order and never overlap, so the neighbours alone may stand in the same clause.
        begin, right_edge = clause
        left_edge = owned_from(text, self.quantities, position) if position else 0
        if left_edge < begin:
            left_edge = begin
        if position + 1 < len(self.quantities) and self.quantities[position + 1].start < right_edge:
            right_edge = self.quantities[position + 1].start
        left = text[left_edge : quantity.start]
        if left[:1] in _JOINT_HEADS and (joint := _JOINT.match(left)):
            left = left[joint.end() :]
        right = printed = text[quantity.end : right_edge]
        flat = left
        if self.broken:
            flat, right = unwrapped(left), unwrapped(printed)
        change = change_of(flat, quantity, text[begin : quantity.start])
        words = flat
        if flat[:1] in _STEP_HEADS and (step := _STEP_WORDS.match(flat)):
            words = flat[step.end() :]
        if position and words.startswith("(") and (dated := DATED.match(words)):
            words = words[dated.end() :]  # 2764件(2023年为3105件): of what the figure before counts
        against = words[:1] in _AGAINST_HEADS and _AGAINST.fullmatch(words) is not None
        words = "" if against else words
        earlier = not EARLIER_HINTS.isdisjoint(flat)
        arrived = None if REACHED_HINTS.isdisjoint(words) else REACHED.match(words)
        reached = words[arrived.end() :] if arrived else words
        own = CHANGE.sub("", words) if change else PAST.sub("", reached) if earlier else reached
        share = ""
        if quantity.unit == "%" and position and _SHARE_OF.match(own):
            # 其中调解和解228件,占审结数的45.0%: the share is of 调解和解, and no rate of 审结
            own, share = unwrapped(self.last).removeprefix("其中"), own
        if not flat and position and left_edge > begin:
            change = self.changed
        self.changed = change
        part = self.some and (
            "其中" in left[:4]
            or "其中" in text[max(0, begin - 3) : begin]
            or (text.startswith("中,", max(0, begin - 2)) and _AMONG.search(text[:begin]) is not None)
        )
        between = text[self.quantities[position - 1].end : quantity.start] if position else ""
        beside = False
        if self.within:
            # 其中免费为80岁以上老人办理遗嘱公证64件: the clause of a part may hold another figure first
            part = part or _CLAUSE_ENDS.search(between) is None
            beside = self.part not in {"", quantity.unit} and between.startswith("、")
            part = part or (
                bool(quantity.unit) and quantity.unit == self.part and _GOES_ON.fullmatch(between) is not None
            )
        if part and not self.part and position:
            self.whole = whole_of_parts(self.quantities, position, self.last)
        self.part = quantity.unit if part else ""
        self.within = part
        past = earlier and PAST.search(flat) is not None
        holder = ""
        if self.levels:
            among = self.some and text[max(0, begin - 4) : begin].rstrip(",、").endswith("其中")
            holder = self._held_by(f"其中{flat}" if among and left_edge == begin else flat, between)
        noun = noun_behind(right) if right else ""
        behind = right if right_edge == clause[1] else noun
        zones = [(CLAUSE, f"{own}|{behind}")]
        named = not change and len(noun) >= _OWN_NOUN and len(_HAN.findall(noun)) >= _OWN_NOUN
        led = self._led_in(clause, left_edge, own) if len(own) < _NAMED else ""
        inherited = self._remember(
            position, own, led, change=bool(change), part=part, past=past, named=named, beside=beside
        )
        if share:
            zones.append((OTHER, share))
        if inherited or holder:
            zones.append((INHERITED, holder + inherited))
            if part and self.whole == inherited and own:
                zones.append((JOINED, f"{own}{inherited}"))
        elif self.around and left_edge > begin:
            zones.append((OTHER, text[begin:left_edge]))
        if self.around:
            zones.insert(0, (CORE, f"{own[-_CORE_CHARS:]}|{noun[:_CORE_CHARS]}"))
            zones.extend(self._context(clause))
            zones.extend(self.above)
            zones.sort(key=_by_weight)
        width = len(noun if printed is right else noun_behind(printed))
        quoted = False
        for start, end in self.quoted:
            if start < quantity.start and quantity.end <= end:
                quoted = True
        return Mention(  # by position, which costs half as much as by name
            sentence.index,
            quantity,
            clause,
            sentence.text[quantity.start - len(left) : quantity.start] if left else "",
            sentence.text[quantity.end : quantity.end + width] if width else "",
            tuple([(weight, unwrapped(words)) for weight, words in zones]) if self.wrapped else tuple(zones),
            change,
            part or bool(holder),
            against or (past and LEFT.match(right) is not None),
            quoted,
            "",
            holder,
        )

    def _beside(self, mention: Mention, position: int) -> bool:
        """Tell whether a figure stands alone in brackets behind one of its unit: 侵权案件19件(27件), of the year before."""
        if (
            not position
            or mention.quantity.unit != self.quantities[position - 1].unit
            or not mention.quantity.unit
        ):
            return False
        if not self.text.startswith(")", mention.quantity.end):
            return False
        between = self.text[self.quantities[position - 1].end : mention.quantity.start]
        return _ASIDE.fullmatch(between) is not None

    def _held_by(self, left: str, between: str) -> str:
        """Tell whose part a figure counts by the words of the one before it, and remember its own for the next."""
        if named := named_holder(left):
            self.holder = named
            return ""
        if not (self.holder and goes_on(left, between)) or _OTHER_OFFICE.search(left):
            self.holder = ""
        return self.holder

    def _led_in(self, clause: tuple[int, int], left_edge: int, own: str) -> str:
        """Give the clause right before a figure that has no words of its own: 某县最少 in 某县最少,为39件."""
        if left_edge != clause[0] or not self.at:
            return ""
        start, end = self.clauses[self.at - 1]
        before = self.text[start:end]
        named = before.endswith((",", ", ")) and not self._counts(start, end)
        return before.rstrip(",、 ") if named else ""

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


def _by_weight(zone: tuple[float, str]) -> float:
    """Sort zones by their weight, the heaviest first."""
    return -zone[0]
