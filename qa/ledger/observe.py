"""Mentions: every figure of a report with the words that own it.

A figure is owned by the words to its left up to the previous figure, and by the noun behind its unit; the clause that
leads it in, other figures' words and headings own it less. The zones below carry these words with their weight, so that
a question is matched with figures, not with sentences (``docs/design/006-ranking.md``). Knows nothing of questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.ledger.clauses import quoted_spans, split_clauses
from qa.ledger.respective import respective_words
from qa.ledger.table import Cell, table_rows
from qa.quantity import Quantity, find_quantities
from qa.text import fold, unwrapped
from qa.types import Report, Sentence

# Weights of the zones that own a figure: starting points of the prototype study, measured in docs/design/006-ranking.md.
CORE, CLAUSE, LEAD, INHERITED, OTHER, TOPIC, HEADING = 1.0, 0.9, 0.8, 0.85, 0.45, 0.55, 0.45
_CORE_CHARS = 10
# Own words shorter than this (省级4家, 代书108件, 败诉8件) lean on the words of the figure before them.
_SHORT = 6
_JOINT = re.compile(
    r"^(?:[、\s]|[和及与](?![解时]))+"
)  # what joins a figure to the one before; 和 of 和解 and 及 of 及时 do not
_OWN_NOUN = 4  # a noun of so many characters behind a unit names the figure: 2089名“法律明白人”
# "其中市直4186人,县(区)6352人,乡镇(街道)1935人": parts go on with short names.
_GOES_ON = re.compile(r"[,、\s和及]{1,2}[^,;:。、\d]{1,8}")
# "市审计局完成审计项目42个,查出问题金额3.87亿元": who does it is said once.
_SUBJECT = re.compile(
    r"\s*(?:[一二三四五六七八九]是|其中)?((?:全?[省市区县州旗])?[\u4e00-\u9fff]{2,9}?(?:局|委|法院|检察院|机关|大队|支队|中心))(?![\u4e00-\u9fff]{0,4}[、和])"
)
_OWN_LEVEL = re.compile(r"[,、]?([省市区县州]本级)")
_LEVEL = re.compile(r"(?:各)?(?:县|区|市|乡|镇|街道)(?:[（(、市区县镇街道乡]|级|直|$)")
_BOUNDS = frozenset({"以上", "以下"})
_ATTRIBUTE = re.compile(
    r"[^,;:。、]{0,12}的[^,;:。、的]{0,6}"
)  # 配备2名以上工作人员的11个, 罚款1万元以上的案件33件
_HELD_ON = re.compile(r"[、\s和及]{1,2}[^,;:。、\d]{2,5}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAMED = 2  # own words shorter than this name nothing

_RISE = "增长|上升|增加|提高|提升|上涨|攀升|增幅|升幅|增速|翻|升|增"
_FALL = "下降|减少|降低|回落|下滑|压降|降幅|压减|降|(?<!增)减"
_BASE = r"(?:同比|环比|(?:较|比|与)(?:上|去)年(?:同期)?(?:相比)?|(?:较|比)20\d\d年(?:同期)?|年均|同期)"
# "同比增长62.4%" is a change; "提高到95%" and "增至3件" are figures of their own.
_CHANGE = re.compile(
    rf"(?:(?P<base>{_BASE})[^,;:。]{{0,8}}?)?(?P<verb>(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:了|达|约|近|超过?|幅度[为达]?|率[为达]?|\s)*$"
)
_MORE = re.compile(rf"{_BASE}\s?(多|少|增|减)\s?$")  # "比上年多215份"
_BARE_CHANGE = re.compile(rf"{_BASE}[^,;:。]{{0,6}}$")
_STEP_WORDS = re.compile(
    r"^(?:20\d\d年(?:度|以来|来|全年)?|全年|今年|一年来|目前|截至[^,]{0,8}?(?:底|末|日|月|目前)|已|共|共计|累计|总计|合计|新增|其中|同时|并|分别|约|近|超|达|为|是|有)+"
)
# "由上年的62.5%提升至88.1%": the first figure is last year's, the second this year's.
_EARLIER = r"(?:上年|去年|上一年|原来|此前|最初|20\d\d年|前年)"
# 比 alone is none: 复议诉讼比3.97:1
PAST = re.compile(rf"(?:(?:由|从|较){_EARLIER}?|比{_EARLIER})的?\s?$")
REACHED = re.compile(
    rf"^\s?(?:大幅|稳步|逐步|进一步|小幅|快速)?(?:{_RISE}|{_FALL}|降|升|增|减|压缩|压|压减|缩短|缩|缩减|调整|扩大|扩充|扩展|拓展|扩|收窄|优化|发展|跃升|攀升)(?:到|至|为)\s?"
)
# "罚没金额:2023年为350万元;2024年为210万元": a table's column of a year, as qa.formats.tables writes it
_ONLY_YEAR = re.compile(r"^(20\d\d)年度?为?$")
# "2023年检查为312;2024年检查为388": columns of years over columns of measures; not 2021年以来, 2023年底
_OF_YEAR = re.compile(r"^(20\d\d)年(?:度)?(?!以来|起|底|末|初|前|[至到])[^\d,;:。]{1,20}$")
# "比上年的2.47万次减少8900次": what follows tells that the figure was the base.
_SINCE_PAST = re.compile(rf"{REACHED.pattern}|\s?[^\d,;:。]{{0,4}}(?:{_RISE}|{_FALL})[^\d,;:。]{{0,3}}$|\s?[\u4e00-\u9fff]{{1,6}}[到至成]\s?$")
# "其中市本级受理256件、审结239件": the second figure is of 市本级 as well.
_HOLDER = re.compile(
    r"其中[,、]?([\u4e00-\u9fff]{0,4}(?:本级|市直|区直|县直|省直|直属|街道|系统|[\u4e00-\u9fff][区县市旗镇乡](?![长级委域直场民]))"
    r"|[\u4e00-\u9fff]{0,9}(?:管理|监管|执法|审计|公安|生态环境|住建|交通运输)(?:局|委|大队))"
)
_NOUN_END = re.compile(r"[,;:。、!?]")
_ANY_BASE = re.compile(_BASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure of a report with the words that own it.

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
        holder: Whose part it counts where only the figure before it says so (审结 of 其中市本级受理256件、审结239件), else "".
        column: Header of its column where it is a cell of a table, else "".
        quoted: Whether it stands inside quotation or title marks, and so may belong to a name.
        year: Year of its column or of its label where that is one (2023年为350万元), else 0.
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


def observe(report: Report) -> tuple[Mention, ...]:
    """List the figures of a report with the words that own them.

    Args:
        report: A report as it was read.

    Returns:
        The mentions in the order of the text.
    """
    rows = table_rows(report.sentences)
    return tuple(
        _dated(mention, report.meta.year)
        for sentence in report.sentences
        for mention in (
            _row_mentions(sentence, rows[sentence.index], report.meta.year)
            if sentence.index in rows
            else observe_sentence(sentence, _topic_before(report.sentences, sentence))
        )
    )


def _topic_before(sentences: Sequence[Sentence], sentence: Sentence) -> str:
    """Give the words of the sentence before one that speaks of no thing of its own: 县区受理的案件中, 年末未结14件."""
    if not sentence.index or not _GOES_BACK.match(fold(sentence.text)):
        return ""
    before = sentences[sentence.index - 1]
    if before.heading != sentence.heading or before.lead != sentence.lead:
        return ""
    return _topic_before(sentences, before) + _FIGURES.sub("", fold(before.text))


def _row_mentions(sentence: Sentence, cells: Sequence[Cell], year: int) -> list[Mention]:
    """Make a figure of every numeric cell of a table row: its column header and the label of its row own it."""
    found = []
    for cell in cells:
        text = fold(sentence.text[cell.start : cell.end])
        value = text.replace(",", "").rstrip("%")
        unit = "%" if text.endswith("%") else cell.unit
        quantity = Quantity(cell.start, cell.end, value, unit, None, sentence.text[cell.start : cell.end])
        own = f"{cell.row}{cell.name}"
        zones = [(CORE, fold(own)), *((HEADING, fold(heading)) for heading in sentence.heading[-2:])]
        found.append(
            Mention(
                sentence=sentence.index,
                quantity=quantity,
                clause=(0, len(sentence.text)),
                label=own,
                noun="",
                zones=tuple(zones),
                column=cell.header,
                change=_column_change(cell, value),
                past=cell.year not in (0, year),
                year=cell.year,
            )
        )
    return found


_MOVES = re.compile(r"增减|同比|环比|增长率|增幅|涨幅|升降")


def _column_change(cell: Cell, value: str) -> str:
    """Tell whether a cell states a change, by the header of its column and the sign of its figure."""
    if not _MOVES.search(fold(cell.header)):
        return ""
    return "fall" if value.startswith("-") else "rise"


# A sentence that says nothing of what it counts: its topic is that of the sentence before it.
_GOES_BACK = re.compile(
    r"(?:其中|上述|以上|此类|[从分按][^,;。\d]{1,6}[看分]|这些|其余|[^,;。\d]{0,10}(?:的)?(?:案件|人员|企业|事项|问题|纠纷)(?:之)?中[,，])|(?:年末|年底|期末|目前|全年|已|尚有?|现有)*(?:未结|在办|审结|办结|受理|立案|移送|采纳|整改到位|完成|结转)\d+[^,;。\d]{1,3}。?$"
)
_FIGURES = re.compile(r"[\d.,%]+")
# "法律援助案件中,民事案件468件、刑事案件243件": what follows are parts.
_AMONG = re.compile(r"(?:案件|人员|企业|事项|对象|项目|纠纷|问题|总数|总量)(?:之)?中[,，]$")


def _dated(mention: Mention, year: int) -> Mention:
    """Mark the figure of an earlier year as past: of that year's column, or that its words begin with."""
    words = unwrapped(fold(mention.label))
    of_year = _ONLY_YEAR.match(words) or _OF_YEAR.match(words)
    if of_year is None:
        return mention
    named = int(of_year[1])
    return replace(mention, past=mention.past or named < year, year=named)


def observe_sentence(sentence: Sentence, before: str = "") -> list[Mention]:
    """List the figures of one sentence with the words that own them.

    Args:
        sentence: A sentence of a report.
        before: Words of the sentence before it where this one leans on them, else "".

    Returns:
        The mentions in the order of the text.
    """
    return _Observer(sentence, before).mentions()


class _Observer:
    """Reads the figures of one sentence from left to right, remembering whose words the next may lean on."""

    def __init__(self, sentence: Sentence, before: str) -> None:
        self.sentence = sentence
        self.text = fold(sentence.text)
        self.quantities = find_quantities(self.text)
        self.clauses = split_clauses(self.text, self.quantities)
        self.counted = [
            any(a <= q.start < z and not q.weak for q in self.quantities) for a, z in self.clauses
        ]
        self.wrapped = any(
            "\n" in words or "\r" in words for words in (self.text, sentence.lead, *sentence.heading[-2:])
        )
        self.quoted = quoted_spans(self.text)
        self.above = [(TOPIC, fold(sentence.lead))] if sentence.lead else []
        self.above += [(HEADING, fold(heading)) for heading in sentence.heading[-2:]]
        self.above += [(OTHER, before)] if before else []
        self.head = ""  # words of the last figure that has a name of its own
        self.last = ""  # words of the last figure
        self.own: dict[int, str] = {}
        self.part = ""  # unit of the part (其中) that the next figures may go on with
        self.holder = ""  # whose part the last figure counted
        self.changed = ""  # direction of the change that the next figure may share: 分别增加912件、640万元

    def mentions(self) -> list[Mention]:
        """List the mentions in order."""
        found = [self._mention(position) for position in range(len(self.quantities))]
        for position, words in respective_words(self.text, self.quantities, self.own).items():
            mention = found[position]
            kept = [zone for zone in mention.zones if zone[0] != INHERITED]
            zones = tuple(sorted([(CORE, words), *kept], key=lambda zone: -zone[0]))
            found[position] = replace(mention, zones=zones, thing=words)
        return found

    def _mention(self, position: int) -> Mention:
        """Observe one figure."""
        text, quantity, sentence = self.text, self.quantities[position], self.sentence
        clause = next(c for c in self.clauses if c[0] <= quantity.start < c[1])
        # Figures are in order and never overlap, so the neighbours alone may stand in the same clause.
        left_edge = max(clause[0], self._owned_from(position))
        following = self.quantities[position + 1 : position + 2]
        right_edge = min(clause[1], following[0].start if following else clause[1])
        left = _JOINT.sub("", text[left_edge : quantity.start])
        printed = text[quantity.end : right_edge]
        flat, right = unwrapped(left), unwrapped(printed)
        change = _change(flat, quantity, unwrapped(text[clause[0] : quantity.start]))
        words = _STEP_WORDS.sub("", flat)
        own = _CHANGE.sub("", words) if change else PAST.sub("", REACHED.sub("", words))
        if not flat and position and left_edge > clause[0]:
            change = self.changed
        self.changed = change
        part = "其中" in left[:4] or "其中" in text[max(0, clause[0] - 3) : clause[0]]
        part = part or _AMONG.search(text[: clause[0]]) is not None
        between = text[self.quantities[position - 1].end : quantity.start] if position else ""
        part = part or (
            bool(quantity.unit) and quantity.unit == self.part and _GOES_ON.fullmatch(between) is not None
        )
        self.part = quantity.unit if part or change else ""
        past = PAST.search(flat) is not None
        among = "其中" if text[max(0, clause[0] - 4) : clause[0]].rstrip(",、").endswith("其中") else ""
        holder = self._held_by((among + flat) if left_edge == clause[0] else flat, between)
        zones = self._own_zones(own, right, right_edge == clause[1])
        named = len(_HAN.findall(_noun(right))) >= _OWN_NOUN and not change
        led = self._led_in(clause, left_edge, own)
        inherited = self._remember(position, own, led, change=bool(change), part=part, past=past, named=named)
        if inherited or holder:
            zones.append((INHERITED, holder + inherited))
        elif left_edge > clause[0]:
            zones.append((OTHER, text[clause[0] : left_edge]))
        zones.extend(self._context(clause))
        zones.extend(self.above)
        ordered = sorted(zones, key=lambda zone: -zone[0])
        return Mention(
            sentence=sentence.index,
            quantity=quantity,
            clause=clause,
            label=sentence.text[quantity.start - len(left) : quantity.start] if left else "",
            noun=sentence.text[quantity.end : quantity.end + len(_noun(printed))],
            zones=tuple((weight, unwrapped(words)) for weight, words in ordered)
            if self.wrapped
            else tuple(ordered),
            change=change,
            part=part or bool(holder),
            past=past and _SINCE_PAST.match(right) is not None,
            holder=holder,
            quoted=any(start < quantity.start and quantity.end <= end for start, end in self.quoted),
        )

    def _owned_from(self, position: int) -> int:
        """Find where the words before a figure begin: behind the figure before it, unless that only limits what is counted."""
        before = self.quantities[:position]
        while before and before[-1].qualifier in _BOUNDS:
            end = (
                self.quantities[len(before)].start
                if len(before) < position
                else self.quantities[position].start
            )
            if not _ATTRIBUTE.fullmatch(self.text[before[-1].end : end]):
                break
            before = before[:-1]
        return before[-1].end if before else 0

    def _held_by(self, left: str, between: str) -> str:
        """Tell whose part a figure counts by the words of the one before it, and remember its own for the next."""
        if named := _HOLDER.search(left) or _OWN_LEVEL.match(left):
            self.holder = named[1]
            return ""
        if not (self.holder and _HELD_ON.fullmatch(between)) or _LEVEL.match(left.lstrip("、,和及 ")):
            self.holder = ""
        return self.holder

    def _context(self, clause: tuple[int, int]) -> list[tuple[float, str]]:
        """Weigh the other clauses of the sentence: a lead without figures more, other figures' clauses less."""
        section = self.text.rfind(";", 0, clause[0]) + 1
        subject = _SUBJECT.match(self.text, section, clause[0])
        led = [(LEAD, subject[1])] if subject else []
        return led + [
            (OTHER if counted or other[0] > clause[0] else LEAD, self.text[other[0] : other[1]])
            for other, counted in zip(self.clauses, self.counted, strict=True)
            if other != clause
        ]

    def _own_zones(self, own: str, right: str, ends_clause: bool) -> list[tuple[float, str]]:
        """Weigh the words of the figure itself: the nearest most."""
        behind = right if ends_clause else _noun(right)
        return [(CORE, own[-_CORE_CHARS:] + "|" + _noun(right)[:_CORE_CHARS]), (CLAUSE, own + "|" + behind)]

    def _led_in(self, clause: tuple[int, int], left_edge: int, own: str) -> str:
        """Give the clause right before a figure that has no words of its own: 峡江县最少 in 峡江县最少,为39件."""
        place = self.clauses.index(clause)
        if len(own) >= _NAMED or left_edge != clause[0] or not place or self.counted[place - 1]:
            return ""
        before = self.text[slice(*self.clauses[place - 1])]
        return before.rstrip(",、 ") if before.endswith((",", ", ")) else ""

    def _remember(
        self, position: int, own: str, led: str, *, change: bool, part: bool, past: bool, named: bool
    ) -> str:
        """Choose whose words the figure leans on, and remember its own for the next ones."""
        inherited = led or (self.last if len(own) < _NAMED else self.head)
        self.own[position] = own or inherited
        leans = inherited if (len(own) < _SHORT and not (named and len(own) < _NAMED)) or part else ""
        if not change and not part and len(own) >= (_NAMED if not self.head or past else _SHORT):
            self.head = own
        if not change and own:
            self.last = own
        return leans


def _change(left: str, quantity: Quantity, clause_left: str) -> str:
    """Tell whether a figure states a change, and in which direction."""
    match = _CHANGE.search(left)
    if match and (
        match["base"]
        or quantity.unit_class == "percent"
        or match["verb"].endswith("幅")
        or _BARE_CHANGE.search(clause_left[:-1] or "")
    ):
        return "rise" if match["rise"] else "fall"
    if more := _MORE.search(left):
        return "rise" if more[1] in "多增" else "fall"
    if match and _ANY_BASE.search(clause_left):
        return "rise" if match["rise"] else "fall"
    return ""


def _noun(right: str) -> str:
    """Take the noun behind a unit: up to the next mark, or to a title that it would cut."""
    noun = _NOUN_END.split(right, maxsplit=1)[0]
    for opening, closing in ("《》", "()", "“”"):
        if opening in noun and closing not in noun:
            noun = noun.partition(opening)[0]
    return noun
