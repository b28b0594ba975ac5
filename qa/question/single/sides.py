"""A comparison of two things that differ: 甲区的人民调解和乙县的法律援助, or the last two things that a conversation asked.

Each side keeps its own words. Knows nothing of reports; whether the two may be compared is decided where the figures are
(``qa.answer.comparison.measure``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.single.intent import Intent, Task
from qa.question.words.naming import topic_of
from qa.question.words.terms import Term, is_filler
from qa.question.words.vocabulary import SHORT

# What stands behind the last place up to here is its own; behind it follows what is asked of all: "…,哪个多?"
_TAIL = lazy_re(r"[,。;?!]|(?:谁|哪一?[个边家方])|(?:放一起|相比|比较|对比|加起来)")
# A word of this weight names a topic though the lexicon does not know it.
_TOPIC = 2.0


@dataclass(frozen=True, slots=True)
class TopicSide:
    """One side of a comparison whose sides ask for different things.

    Attributes:
        place: Key of its place.
        terms: What must be found on this side.
        content: The words of this side.
    """

    place: str
    terms: tuple[Term, ...]
    content: str

    @property
    def topic(self) -> str:
        """The name of what is asked for, as people are shown it."""
        return topic_of(self.terms, self.content)


def read_sides(
    content: str, at: Sequence[tuple[int, int, str]], read: Callable[[str], tuple[Term, ...]]
) -> tuple[TopicSide, ...]:
    """Part a question by its places where each is followed by a topic of its own.

    Args:
        content: The question, its places and years blanked.
        at: Where its places stand, as (start, end, key), half-open, in order.
        read: Reads the terms of a text.

    Returns:
        A side for each place, or () where the places share one topic.
    """
    if len(at) < 2 or len({key for _, _, key in at}) < len(at):
        return ()
    ends = [start for start, _, _ in at[1:]] + [len(content)]
    own = [_AGAINST.sub("", content[end:stop]) for (_, end, _), stop in zip(at, ends, strict=True)]
    tail = _TAIL.search(own[-1])
    common = content[: at[0][0]] + " " + (own[-1][tail.start() :] if tail else "")
    own[-1] = own[-1][: tail.start()] if tail else own[-1]
    named = all(names_topic(read(text)) for text in own)
    if not (named or _paired(own) or (_bare_pair(own) and names_topic(read(common)))):
        return ()
    sides = tuple(
        TopicSide(key, read(f"{text} {common}"), f"{text} {common}".strip())
        for (_, _, key), text in zip(at, own, strict=True)
    )
    alone = [read(text) for text in own]
    one = all(same_topic(alone[0], terms) and not _unlike(alone[0], terms) for terms in alone[1:])
    return () if one and not _modified(own) else sides


# "甲区的企业跟乙区的经营主体", "甲区归集到的和乙区解决掉的": what joins two sides stands behind the first.
_JOINS = r"(?:比起|相比|[和跟与同比])\s*"
_AGAINST = lazy_re(r"[,，]?\s*(?:比起|对比|相比之下|较之)\s*$")
_OWN_NOUN = (
    lazy_re(rf"\s*的(?P<noun>[^的,。]{{2,12}}?){_JOINS}$"),
    lazy_re(r"\s*的(?P<noun>[^的,。]{2,12}?)\s*$"),
)
_OWN_VERB = (
    lazy_re(rf"\s*(?P<verb>[^的,。]{{1,8}})的{_JOINS}$"),
    lazy_re(r"\s*(?P<verb>[^的,。]{1,8})的\s*$"),
)
_SHARED_HEAD = 2  # characters that two compounds must end in: 增值服务驿站 and 法治驿站


def _paired(own: Sequence[str]) -> tuple[str, str] | None:
    """Give the nouns of two sides that each bear one of their own (的企业跟, 的经营主体), or None where one holds the other."""
    found = [pattern.match(text) for pattern, text in zip(_OWN_NOUN, own, strict=False)]
    if len(own) != len(_OWN_NOUN) or not (found[0] and found[1]):
        return None
    one, other = found[0]["noun"].strip(), found[1]["noun"].strip()
    return None if one in other or other in one else (one, other)


def _bare_pair(own: Sequence[str]) -> bool:
    """Tell whether two sides differ by their verbs alone, and what both are about is said elsewhere: 归集到的和, 解决掉的."""
    found = [pattern.match(text) for pattern, text in zip(_OWN_VERB, own, strict=False)]
    if len(own) != len(_OWN_VERB) or not (found[0] and found[1]):
        return False
    return not set(found[0]["verb"]) & set(found[1]["verb"])


def _modified(own: Sequence[str]) -> bool:
    """Tell whether two sides name unlike kinds of one thing: 增值服务驿站 and 法治驿站."""
    nouns = _paired(own)
    if nouns is None:
        return False
    one, other = nouns
    size = next((n for n in range(min(map(len, nouns))) if one[-1 - n] != other[-1 - n]), 0)
    heads = one[: len(one) - size], other[: len(other) - size]
    return size >= _SHARED_HEAD and min(map(len, heads)) >= _SHARED_HEAD and not set(heads[0]) & set(heads[1])


# 行政复议和法律援助, 调解、信访、公证: what parts two topics; 和 of 和解 parts nothing.
_BETWEEN = lazy_re(r"、|,|(?<!调解)[和跟](?!解)|与|以及|及其?|还有|两项|这两个?指标")
# "各县的复议受理数和审结数", "罚没款和行政处罚案件数": two measures, each by its own name.
_PAIR = lazy_re(
    r"(?P<one>[^,。?\s和与及、]{0,12}(?:[数量率额]|案件|罚没款|罚款))(?:和|与|及|、)(?P<other>[^,。?\s和与及、]{0,12}(?:[数量率额]|案件|罚没款|罚款))"
    r"(?:各?(?:是|有|为)?(?:多少|几件))?[?。]?$"
)
_BARE = 14  # characters of a question that names two counted things and no more
_EACH = lazy_re(r"分别|各(?:自|是|有|为|多少|办|几)|都(?:是|有)?多少|两项|几项指标")
_TABLE = lazy_re(r"[列做画制](?:成|出)?一?[个张]?表格?(?=[?。!,\s]|$)")
# "13个乡镇街道里": among whom it is asked, and no topic beside it
_AMONG = lazy_re(
    r"(?:[两二三四五六七八九十\d]{1,3}个|各个?|这些|所有|全[市县区])(?:乡镇|镇街|街道|镇乡|[乡镇村区县]|部门|单位|社区)+(?:里面?|中|当中|之中|里头)"
)
_HOLDER = lazy_re(
    r"[省市区县州旗镇乡]?(?:委|党委)?(?:书记|[省市区县州旗镇乡]长|主要(?:负责人|负责同志|领导))|[省市区县州旗](?:委|政府)"
)
_BESIDE = lazy_re(r"比较|对比|相比|比一比|列(?:出|个|一)|做个?表|横向|两项|分别|各|都")


def read_topics(
    content: str, asked: str, intent: Intent, n_places: int, read: Callable[[str], tuple[Term, ...]]
) -> tuple[TopicSide, ...]:
    """Part a question that asks several things of the same places: 比较甲区和乙县的行政复议和法律援助.

    Args:
        content: The question, its places and years blanked.
        asked: The same with the words that only compare blanked.
        intent: What is wanted.
        n_places: Number of places named.
        read: Reads the terms of a text.

    Returns:
        A side for each topic, their place empty, or () where one thing is asked.
    """
    bare = n_places > 1 and intent.task in {Task.FACT, Task.LIST} and not intent.answer_type
    if bare and len(content.replace(" ", "")) <= _BARE and "和" in content:
        parts = [(part.strip(), read(part)) for part in _BETWEEN.split(asked)]
        named = [(part, terms) for part, terms in parts if names_topic(terms)]
        counted = all(all(t.concept and t.measure for t in terms) for _, terms in named)
        if len(named) == 2 and counted and not same_topic(named[0][1], named[1][1]):
            return tuple(TopicSide("", terms, part) for part, terms in named)
    if n_places > 1 and (pair := _PAIR.search(content)) and not intent.extreme and not intent.combine:
        parts = [(words, read(words)) for words in (pair["one"].strip(), pair["other"].strip())]
        head = tuple(t for t in parts[0][1] if t.text not in pair["other"])
        if parts[1][1] and all(stage_of(t.text) for t in parts[1][1]):
            shared = tuple(t for t in head if not stage_of(t.text))
            parts[1] = (f"{''.join(t.text for t in shared)}{parts[1][0]}", (*shared, *parts[1][1]))
        told = all(names_topic(terms) or any(stage_of(t.text) for t in terms) for _, terms in parts)
        if told and {t.text for t in parts[0][1]} != {t.text for t in parts[1][1]}:
            return tuple(TopicSide("", terms, words) for words, terms in parts)
    # 甲、乙的规范性文件、公证、法律援助做个表: figures, though no word asks how many
    tabled = n_places > 1 and not intent.answer_type and _TABLE.search(content) is not None
    figures = intent.task in {Task.NUMBER, Task.COMPARE, Task.RANK} or (
        tabled and intent.task in {Task.FACT, Task.LIST}
    )
    if not figures or not (tabled or (_BESIDE if n_places > 1 else _EACH).search(content)):
        return ()
    parts = [(part.strip(), read(part)) for part in _BETWEEN.split(_AMONG.sub("", asked))]
    named = [(part, terms) for part, terms in parts if names_topic(terms)]
    if n_places == 1 and named and _HOLDER.fullmatch(named[0][0]):
        return ()  # 书记、县长分别主持几次会议: who did it is no topic
    if len(named) < 2 or any(same_topic(a[1], b[1]) for i, a in enumerate(named) for b in named[:i]):
        return ()
    return tuple(TopicSide("", terms, part) for part, terms in named)


def same_topic(one: Sequence[Term], other: Sequence[Term]) -> bool:
    """Tell whether two sides ask for one thing: a term of each that names a topic says the same.

    Args:
        one: Terms of a side.
        other: Terms of another.

    Returns:
        True for 复议申请 and 行政复议, False for 人民调解 and 法律援助.
    """
    first, second = ({form for t in side if is_topic(t) for form, _ in t.forms} for side in (one, other))
    named = ([t.text for t in side if is_topic(t)] for side in (one, other))
    return bool(first & second) or any(a in b or b in a for a, b in product(*named))


def _unlike(one: Sequence[Term], other: Sequence[Term]) -> bool:
    """Tell whether two sides name one field by words that count different things: 行政应诉案件 and 一审诉讼案件."""
    first, second = ({t.text for t in side if is_topic(t) and not t.everyday} for side in (one, other))
    only = [_short(text) for text in first - second], [_short(text) for text in second - first]
    return all(only) and not any(a in b or b in a for a, b in product(*only))


def _short(text: str) -> str:
    """Shorten a term of the domain as reports do: 复议 for 行政复议."""
    return next((SHORT[name][0] for name in SHORT if name in text), text)


def names_topic(terms: Sequence[Term]) -> bool:
    """Tell whether terms name something to look for, and not just 办理 or 多."""
    return any(is_topic(term) for term in terms)


def is_topic(term: Term) -> bool:
    """Tell whether a term names a topic: a concept of the lexicon or a rare word."""
    return not is_filler(term) and (term.concept or (len(term.forms) == 1 and term.weight >= _TOPIC))
