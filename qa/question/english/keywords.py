"""English questions as Chinese keywords for the engine: a glossary and word order, no grammar.

Place names stay in Latin letters, with their suffix (Yinzhou District), because the scope module resolves
them by their sound; so does every word that the glossary lacks, so that a question about the weather stays
one that no report answers. Knows nothing of reports, and leaves Chinese text inside a question as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qa.patterns import lazy_re
from qa.question.english.english_asks import asks_in_chinese, spelled
from qa.question.english.glossary import Glossary, read_glossary
from qa.text import HAN, fold

_TOKEN = lazy_re(
    rf"[A-Za-z]+(?:'(?!(?:s|t|re|ll|ve|d|m)\b)[A-Za-z]+)*|\d[\d,]*(?:\.\d+)?%?|(?:{HAN}|[《》“”、·])+"
)
_WORD = lazy_re(r"[A-Za-z']+")
_HAN = lazy_re(HAN)
_YEAR = lazy_re(r"(?:19|20)\d\d")
# "Yinzhou District", "Ningbo National Hi-Tech Zone": the suffix belongs to the name before it.
_PLACE_END = lazy_re(
    r"(?:[\s-]+(?:national[\s-]+)?(?:hi(?:gh)?[\s-]*tech\w*|economic)(?:[\s-]+(?:and|&|industr\w+|technolog\w+|development))*"
    r"[\s-]+(?:zone|park|area)|\s+(?:district|county|city|prefecture|province|municipality|town|new area))\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an", "any", "some", "every"})
_THINGS = frozenset(
    "platform app system program programme project campaign mechanism model brand initiative hotline software tool".split()
)
_AFTER_NOUN = frozenset({"in", "of", "by", "for", "from", "at", "on", "bought", "used"})
# "did Menyuan issue", "to file": behind these a word that is both is a verb; "the issue", "which review" are none.
_AUXILIARY = frozenset({"did", "does", "do", "to", "will", "can", "could", "must", "should"})
_BEFORE_NOUN = _ARTICLES | {"which", "what", "many", "much", "each", "of", "this", "that"}
_HANDLED = "办理"
_FRONT = frozenset({"对比", "总结", "列出"})
_MOST_WORDS = 8
_HOW_ABOUT = lazy_re(r"\bhow about\b", re.IGNORECASE)  # it asks for the same, and not in what way
_FOLLOW_UP = lazy_re(r"\W*(?:and|what about|how about|what of|then|ok)\b", re.IGNORECASE)
# A term that ends so is a figure: "what was the success rate" asks 是多少, not 什么.
_FIGURE = lazy_re(r"(?:率|数|数量|金额|满意度|比例|占比|总值|总额|人口|费用|经费|预算|资金)$")
# "Did traffic deaths rise?"
_WHETHER = lazy_re(
    r"\W*(?:did|does|do|is|are|was|were|has|have|will)\b(?!.*\b(?:or|which|what|who)\b)", re.IGNORECASE
)
_BY = "了多少"  # "by how much did it fall": 下降了多少, in one piece
_DID = lazy_re(r"\bwhat (?:did|does|has|have|had)\b.*\b(?:do|done)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """The Chinese question while it is put together."""

    front: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    topic: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    counting: bool = False
    counted: str = ""
    unit: str = ""


def is_english(question: str) -> bool:
    """Tell whether a question is English; a pinyin name or an English term in a Chinese question is not.

    Args:
        question: What a user typed.

    Returns:
        True if it has English words that we know, and no more Chinese characters than a name or a term.
    """
    glossary = read_glossary()
    folded = [glossary.fold(word) for word in _WORD.findall(fold(question))]
    known = sum(word in glossary.vocabulary for word in folded)
    han = len(_HAN.findall(question))
    if not han:
        return known > 0
    return sum(word in glossary.drop for word in folded) > 0 and known >= 2 and known * 4 >= han


def translate(question: str) -> str:
    """Turn an English question into Chinese keywords.

    Args:
        question: A question for which ``is_english`` is true; other text comes back with little changed.

    Returns:
        Chinese words separated by spaces: places and years, the topic, then what is asked.
    """
    glossary = read_glossary()
    text = _HOW_ABOUT.sub("what about", asks_in_chinese(fold(question).replace("’", "'")))
    if not _WORD.search(text):
        return " ".join(text.split()).strip(" ?.!")
    tokens = list(_TOKEN.finditer(text))
    folded = [spelled(glossary.fold(token[0]), glossary.vocabulary) for token in tokens]
    draft = _Draft()
    compound: list[str] = []
    at = 0
    while at < len(tokens):
        size, kind, chinese = _longest(glossary, folded, at)
        if kind == "terms" and size == 1 and _is_verb(glossary, tokens, folded, at):
            kind, chinese = "verbs", glossary.verbs[(folded[at],)]
        if kind == "terms":
            compound.append(chinese)
            at += size
            continue
        _close(draft, compound, glossary)
        if kind == "questions":
            _ask(draft, chinese)
        elif kind == "verbs":
            draft.topic.append(chinese)
        elif not kind:
            at = _unknown(draft, glossary, text, tokens, folded, at)
            continue
        at += size
    _close(draft, compound, glossary)
    if _DID.search(text) and "什么" in draft.asked:
        draft.asked[draft.asked.index("什么")] = "做了哪些工作"
    whether = _WHETHER.match(question) and not _HAN.search(text)
    if whether and not (draft.asked or draft.counting or draft.front):
        draft.asked.append("吗")
    return _assemble(draft, follow_up=_FOLLOW_UP.match(text) is not None)


def _longest(glossary: Glossary, folded: list[str], at: int) -> tuple[int, str, str]:
    """Find the longest phrase of the glossary at a position: its length, its list and its Chinese."""
    for size in range(min(_MOST_WORDS, len(folded) - at), 0, -1):
        key = tuple(folded[at : at + size])
        for kind, table in (
            ("questions", glossary.questions),
            ("terms", glossary.terms),
            ("verbs", glossary.verbs),
        ):
            if key in table:
                return size, kind, table[key]
    return (1, "drop", "") if folded[at] in glossary.drop else (1, "", "")


def _is_verb(glossary: Glossary, tokens: list[re.Match[str]], folded: list[str], at: int) -> bool:
    """Tell whether a word that is a noun or a verb is a verb here: "did the county issue"."""
    word, before = tokens[at][0].lower(), folded[at - 1] if at else ""
    if (folded[at],) not in glossary.verbs or word != folded[at] or before in _BEFORE_NOUN:
        return False
    return any(token[0].lower() in _AUXILIARY for token in tokens[:at])


def _close(draft: _Draft, compound: list[str], glossary: Glossary) -> None:
    """End a run of terms: they are one Chinese compound, and the first one after "how many" is counted."""
    if not compound:
        return
    # "the rate of mediation": 率 alone has nothing to its left and says no more than 多少 does.
    word = "".join(compound) if len(compound) > 1 or compound[0] != "率" else "比例"
    if draft.counting and not draft.counted:
        draft.counted = word
        draft.unit = next((glossary.units[term] for term in reversed(compound) if term in glossary.units), "")
    elif word not in draft.topic:
        draft.topic.append(word)
    compound.clear()


def _ask(draft: _Draft, chinese: str) -> None:
    """Take up a question word."""
    for word in chinese.split():
        if word == "多少":
            draft.counting = True
        elif word in _FRONT:
            draft.front.append(word)
        elif word not in draft.asked:
            draft.asked.append(word)


def _unknown(
    draft: _Draft, glossary: Glossary, text: str, tokens: list[re.Match[str]], folded: list[str], at: int
) -> int:
    """Keep a year, a number, a Chinese run or an unknown name as it stands; returns the next token."""
    token = tokens[at]
    if not token[0][0].isascii():
        draft.topic.append(token[0])
        return at + 1
    if token[0][0].isdigit():
        year = _YEAR.fullmatch(token[0])
        (draft.years if year else draft.topic).append(f"{token[0]}年" if year else token[0])
        return at + 1
    last = at
    # A name goes on while its words are unknown and only a space or a hyphen divides them.
    while last + 1 < len(tokens) and not _PLACE_END.match(text, tokens[last].end()):
        gap = text[tokens[last].end() : tokens[last + 1].start()]
        known = gap == " " and _longest(glossary, folded, last + 1)[1]
        if gap not in (" ", "-") or known or not _WORD.fullmatch(tokens[last + 1][0]):
            break
        last += 1
    end = tokens[last].end()
    if suffix := _PLACE_END.match(text, end):
        end = suffix.end()
    name = text[token.start() : end]
    if not _names_something(token, text, tokens, at, end, ended=suffix is not None):
        name = name.lower()
    if name not in draft.places:
        draft.places.append(name)
    return next((i for i in range(last + 1, len(tokens)) if tokens[i].start() >= end), len(tokens))


def _names_something(
    token: re.Match[str], text: str, tokens: list[re.Match[str]], at: int, end: int, *, ended: bool
) -> bool:
    """Tell whether an unknown word is a name by its capital: "did Atlantis", not "the Kuaiban platform" nor "Drones in"."""
    if ended or text[end : end + 2] == "'s":
        return True
    before = tokens[at - 1][0].lower() if at else ""
    after = re.match(r"\s+([a-z]+)", text[end:])
    opens = not before and after is not None and after[1] in _AFTER_NOUN
    thing = before in _ARTICLES and after is not None and after[1] in _THINGS
    return token[0][0].isupper() and not thing and not opens


def _assemble(draft: _Draft, *, follow_up: bool) -> str:
    """Put the words in the order of a Chinese question."""
    topic, asked = list(draft.topic), list(draft.asked)
    if _HANDLED in topic and (len(topic) > 1 or draft.counting) and "如何" not in asked:
        # "how many notarial matters were handled": says no more than 多少 does, and 办理 stands beside every count.
        topic.remove(_HANDLED)
    if _BY in asked and (way := next((word for word in topic if word in ("增长", "下降")), "")):
        topic.remove(way)
        asked[asked.index(_BY)] = way + _BY
    if draft.counting:
        counted = "" if draft.counted == draft.unit else draft.counted
        asked.insert(0, f"{counted}多少{draft.unit}")
        asked = [word for word in asked if word not in ("什么", "有哪些")]
    elif "什么" in asked and any(_FIGURE.search(word) for word in topic):
        asked[asked.index("什么")] = "是多少"
    if (
        "报告" in asked and "印发" in topic and asked[0] in ("什么时候", "谁")
    ):  # "when was the X report published"
        topic.remove("印发")
        asked = ["报告", f"{asked[0]}发布的"]
    if "胜诉" in topic and any("荣誉" in word for word in topic):  # "what awards did it win"
        topic.remove("胜诉")
        asked = ["有哪些" if word in {"什么", "哪些"} else word for word in asked]
    if topic == ["问题"] and not draft.counting:  # "what problems does the report name"
        topic = ["存在问题"]
    if len(asked) > 1:
        asked = [word for word in asked if word != "什么"]
    # "And Cixi?", "What about 2023?": a follow-up that names only a place or a year.
    if follow_up and not (topic or draft.counting or draft.front):
        asked = ["呢"]
    if follow_up and asked == ["什么"]:
        asked = ["呢"]  # "What about legal aid cases?"
    return " ".join([*draft.front, *draft.places, *draft.years, *topic, *asked])
