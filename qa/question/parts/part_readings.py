"""What each part of a question is about: its own words, and the place, year and topic that the parts share.

收到复议申请多少件,审结多少件 asks for 复议 twice; 办理法律援助多少件,审查文件多少份 asks for two things. Every part becomes
a question of its own, so that it is answered as any other is; knows nothing of reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.patterns import lazy_re
from qa.question.parts.bare_parts import (
    EACH,
    asks_before_share,
    measures_another,
    names_nothing,
    without_asks,
)
from qa.question.parts.cutting import asks_both_ends
from qa.question.parts.piecing import Piece, pieces_of
from qa.question.single.intent import Task
from qa.question.single.intent_reading import read_intent
from qa.question.single.reading import Reading
from qa.question.single.sides import is_topic, same_topic
from qa.question.words.measures import read_measure
from qa.question.words.siblings import are_siblings
from qa.question.words.terms import DIRECTION, Term, content_of
from qa.question.words.vocabulary import COUNTED

# Weight of the shared topic beside a topic of the part's own (挽回损失 of 法律援助), as a conversation lends it to an aspect.
LENT = 0.4
# "其中涉外多少": a part of the thing asked before.
_WITHIN = lazy_re(r"其中|里面|里头|当中|of (?:which|them|those)")
# "金额多少", "参加的有多少人": what every topic may have, and none of its own.
_ATTRIBUTE = lazy_re(
    r"金额|资金|损失|款|标的|人数|参加|参与|受益|惠及|受众|覆盖|涉及|成功率|满意|比例|占比|人次|回访|挽回|案值|创收|收入|提出|意见|分布"
)
# "上年呢", "次年呢" behind a part that names its year
_STEPS = (
    (lazy_re(r"大前年"), -3),
    (lazy_re(r"前年(?!度)"), -2),
    (lazy_re(r"[上去]一?个?年|前一年"), -1),
    (lazy_re(r"[次明]年|[后下]一?年"), 1),
    (lazy_re(r"[今本当]年"), 0),
)
_MONEY = lazy_re(r"元|钱")
_SUCCESS = lazy_re(r"成功率是?$")  # 案件数 behind 调解成功率 asks for 调解, not for what succeeded
_LEADS = 3  # words that name a topic
_UNIT_OPEN = lazy_re(r"(多少|几)(?=[\s?。!]*$)")
_STANDALONE = frozenset({Task.DOCUMENT, Task.COVERAGE, Task.DISCLOSURE})


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a question, as a question of its own.

    Attributes:
        words: What the user asked in it.
        text: The question that it comes to, with what it shares.
        lent: Words of the shared topic that count less in it.
        alone: The same without the shared topic, where it may be a thing by itself, or "".
        beside: Whether what answers it alone must stand beside what answers the part before.
        behind: Whether it names nothing but a measure of the part before (金额多少), so that the figure right behind that
            part's may answer.
        within: Whether it asks for a part of the thing before (其中涉外多少).
        summed: Whether one figure of all parts is asked.
        of: Number of the part that it goes back to (各增长多少 goes back to each); -1 is the one before it.
    """

    words: str
    text: str
    lent: tuple[str, ...] = ()
    alone: str = ""
    beside: bool = False
    behind: bool = False
    within: bool = False
    summed: bool = False
    of: int = -1


def parts_of(whole: Reading, read: Callable[[str], tuple[Term, ...]]) -> tuple[Part, ...]:
    """Part a question that asks several things.

    Args:
        whole: The question read by itself.
        read: Reads the terms of a text.

    Returns:
        A part for each thing asked, in order, or () where it asks one thing or sets things side by side.
    """
    if not _may_be_parted(whole):
        return ()
    found = pieces_of(whole)
    if whole.sides or (len(found) > 1 and all(piece.places for piece in found)):
        return _of_places(found, read)
    if len(found) < 2 or any(piece.places for piece in found[1:]):
        return ()
    if all(read_intent(piece.bare).task in _STANDALONE for piece in found):
        return ()
    alike = are_siblings([piece.bare for piece in found])
    summed = any(piece.summed for piece in found)
    if summed and not (alike or _are_fields([read(piece.bare) for piece in found])):
        return ()
    places, years = found[0].places, found[0].years
    named = [int(year) for year in re.findall(r"20\d\d", years)]
    parts: list[Part] = []
    lead: tuple[str, ...] = ()
    before = found[0]
    for at, piece in enumerate(found):
        terms = read(piece.bare)
        topic = [t for t in terms if is_topic(t) and not DIRECTION.match(t.text)]
        if at == 0:
            parts.append(Part(piece.typed, piece.typed))
        else:
            when = _counted_from(piece.years, named) or years
            scope = f"{places}{' ' if places[-1:].isascii() else ''}{when}"
            alone = Part(piece.typed.strip(" ,?。、"), scope + piece.bare.strip(" ,?。"))
            if EACH.search(piece.bare) and names_nothing(piece.bare):
                moved = EACH.sub("", piece.bare).strip(" ,?。")
                parts += [
                    replace(alone, text=f"{scope}{''.join(lead)}{_nouns(one)}{moved}", behind=True, of=n)
                    for n, one in enumerate(found[:at])
                ]
                break
            parts.append(alone if alike else _part(piece, before, lead, terms, scope))
        own = (
            at > 0
            and parts[-1].text.endswith(piece.bare.strip(" ,?。"))
            and not any(w in parts[-1].text for w in lead)
        )
        if topic and (at == 0 or own or not lead):
            lead = _lead(topic)
        before = piece
    return tuple(replace(part, summed=found[0].summed) for part in parts)


def _of_places(found: Sequence[Piece], read: Callable[[str], tuple[Term, ...]]) -> tuple[Part, ...]:
    """Part a question that asks each of several places for a thing of its own: 甲县复议收了几件,乙县追回工资多少.

    Places asked for one thing are set side by side, and so () is given.
    """
    things = [{t.text for t in read(piece.bare) if is_topic(t)} for piece in found]
    apart = all(a - b and b - a for i, a in enumerate(things) for b in things[:i])
    if len(found) < 2 or not apart or not all(piece.places for piece in found):
        return ()
    when = found[0].years
    texts = [f"{'' if piece.years else when}{piece.typed.strip(' ,?。')}" for piece in found]
    return tuple(Part(piece.typed, text) for piece, text in zip(found, texts, strict=True))


def _counted_from(years: str, named: Sequence[int]) -> str:
    """Count a year word of a later part from the one year that the first part names: 2024年多少,上年呢 asks of 2023."""
    if len(named) != 1 or any(c.isdigit() for c in years):
        return years
    step = next((step for pattern, step in _STEPS if pattern.search(years)), None)
    return years if step is None else f"{named[0] + step}年"


def _are_fields(things: Sequence[Sequence[Term]]) -> bool:
    """Tell whether each of several things is one of the domain, and no two the same: 行政复议 and 行政诉讼."""
    named = [[t for t in terms if is_topic(t) and t.text not in COUNTED] for terms in things]
    fields = any(t.concept for terms in named for t in terms)
    return fields and all(named) and not any(same_topic(a, b) for i, a in enumerate(named) for b in named[:i])


def _part(piece: Piece, before: Piece, lead: tuple[str, ...], terms: Sequence[Term], scope: str) -> Part:
    """Lend to a part what it shares with those before."""
    bare = piece.bare.strip(" ,?。")
    words = piece.typed.strip(" ,?。、")
    named = [t for t in terms if not DIRECTION.match(t.text) and t.text not in COUNTED]
    topic = [t for t in named if is_topic(t)]
    within = _WITHIN.search(bare) is not None
    bare = re.sub(r"^(?:大概|大约)?占了?(?:多少|几成)$", "占比是多少", bare)  # 调解了多少件,占多少
    if re.fullmatch(r"[的呢\s]*", bare):  # 上年呢 asks what was asked before
        return Part(words, f"{scope}{before.bare.strip(' ,?。')}")
    intent = read_intent(bare)
    if not named and (intent.change or intent.task is not Task.FACT):
        nouns = _SUCCESS.sub("", _nouns(before))
        same = "".join(dict.fromkeys((*lead, nouns))) if lead and lead[0] not in nouns else nouns
        return Part(words, f"{scope}{same}{bare}", behind=names_nothing(bare))
    if not lead and not topic:
        return Part(words, f"{scope}{_nouns(before)}{bare}")
    if not lead:
        return Part(words, f"{scope}{bare}")
    shared = "".join(w for w in lead if w not in bare and (within or not measures_another(w, bare)))
    if not within and names_nothing(bare):
        return Part(words, f"{scope}{shared}{bare}", behind=True)
    if within or not topic:
        return Part(words, f"{scope}{shared}{_counted_as(bare, before)}", within=within)
    if _ATTRIBUTE.search(bare):
        return Part(words, f"{scope}{shared}{bare}", lead, f"{scope}{bare}", beside=True)
    field = any(t.concept and not (t.measure and _MONEY.search(t.measure[0])) for t in topic)
    if field:
        return Part(words, f"{scope}{bare}")
    if read_intent(bare).task is not Task.NUMBER:
        return Part(words, f"{scope}{shared}{bare}")
    return Part(words, f"{scope}{shared}{bare}", lead, f"{scope}{bare}")


def _nouns(before: Piece) -> str:
    """Give what a part asks about, without the words that ask."""
    return "".join(content_of(without_asks(before.bare)).split())


def _counted_as(bare: str, before: Piece) -> str:
    """Ask for the measure word of the part before where a part has none of its own: 其中涉外多少, after 多少件."""
    if read_measure(bare)[1] or not (unit := read_measure(before.bare)[0]):
        return bare
    return _UNIT_OPEN.sub(rf"\g<1>{unit}", bare)


def _lead(topic: Sequence[Term]) -> tuple[str, ...]:
    """Name the topic that the parts behind share: the terms of the domain, else the rare words."""
    fields = [t.text for t in topic if t.concept] or [t.text for t in topic]
    return tuple(_SUCCESS.sub("", text) or text for text in fields[:_LEADS])


def _may_be_parted(whole: Reading) -> bool:
    """Tell whether a question may ask several things: not where it sets figures side by side to compare them."""
    intent = whole.intent
    of_things = intent.combine == "sum" and len(whole.places) == 1 and not whole.all_places
    combined = (
        bool(intent.combine)
        and not of_things
        and not (intent.combine == "share" and asks_before_share(whole.question))
    )  # 食品和药品案件合计多少件: a sum of things, not of places
    if asks_both_ends(whole.content):
        return False  # one sentence tells them
    side_by_side = intent.extreme or combined or intent.comparable or intent.ordinal or intent.top
    return not (side_by_side or whole.standing or intent.task in {Task.DIFFERENCE, Task.RANK, Task.COVERAGE})
