"""A figure that the ledger knows as another indicator than the one asked for is no answer: 法律明白人 for 学法用法示范户.

What is asked is read as the words of a figure are, in the unit of the figure told. Measured in docs/design/007-refusal.md. Knows
nothing of ranking.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.compose.draft import Draft
from qa.answer.guards.observed import Observed
from qa.answer.guards.rates import kind_of_rate
from qa.answer.guards.speech import named_by_way
from qa.answer.guards.wants import indicator_words
from qa.ledger.indicator import Indicator
from qa.ledger.mention import CLAUSE, INHERITED, LEAD, Mention
from qa.patterns import lazy_re
from qa.prepared import PreparedReport, Query
from qa.question.words.qualifiers import find_denied, find_spoken
from qa.types import AnswerKind

_HELD = 0.6  # of the characters of a name, by which a figure stands beside one that the ledger knows
_NEARLY = 0.7  # and by which one that the ledger knows not answers, if it says what is counted: 年内新发证件210人,注销58人
_HEAD = 3  # characters that a name ends with and that name its thing
_NAMING = 4  # so many characters name a thing by themselves
_VAGUE = lazy_re(r"行政|案件|人员|事项|工作|情况|数量?$|率$|总[额量数]|[的了共]|全[市县区]")
# Reports tell of their cases by those of a stage: 一审行政诉讼案件, 行政复议收案, 行政复议受理案件.
_STAGE = lazy_re(r"一审|受理|收(?=案)|审结|办结")
_CASES = lazy_re(r"案件?$")
# What is left of a place named by its stem, and whose an indicator is: 市本级行政强制案件.
_HEADED = lazy_re(r"^(?:全?[市县区州旗镇]|[市县区]?(?:本级|级))+")
# What names add to the thing where a question asks for it in a measure word.
_COUNTED = ("案件", "件数", "数", "量", "人数", "总量")
_NO_COUNT = frozenset({"", "%"})
_DEALT = lazy_re(r"的?(?:一共|总共|共)?(?:办理?|处理|查处?|适用|搞|有)?了?$")
_HOW_MANY = lazy_re(r"[的\s]*(?:是|有|共有)?多少[件个次名项份]?$")
_DENIED = lazy_re(r"(?<!罚)没(?!收)有?|未(?!成年)|不(?!动产|良)")  # 罚没款总额 denies nothing


def is_another(query: Query, report: PreparedReport, draft: Draft, observed: Observed) -> bool:
    """Tell whether an answer is a figure of another indicator than the one that a question asks for.

    Args:
        query: The question.
        report: The report that answers.
        draft: The answer.
        observed: Gives what the ledger says.

    Returns:
        True where the question's words name an indicator and the one figure told bears another, or a unit that it never bears.
    """
    intent = query.intent
    words, named = _named(query, observed)
    spoken = () if named else named_by_way(query, observed.catalogue)
    if spoken:
        named, words = spoken, spoken[0].name
    asks_else = intent.change or intent.plan or intent.combine or intent.yes_no
    asks_else = asks_else or bool(intent.answer_type and not named)  # 企业开办时间 asks for no date
    if asks_else or draft.kind is not AnswerKind.NUMBER or len(draft.values) != 1:
        return False
    value = draft.values[0]
    spans = [(c.start, c.end) for c in draft.citations if c.marker == value.citation]
    held = report.report
    at = ((m, held.sentences[m.sentence].start + m.quantity.start) for m in report.mentions)
    mention, start = next(
        ((m, k) for m, k in at if m.quantity.value == value.value and any(a <= k < z for a, z in spans)),
        (None, 0),
    )
    if mention is None:
        return False
    if (
        named
        and not spoken
        and not any(one.bears(mention.quantity.unit, mention.quantity.unit_class) for one in named)
    ):
        return True
    if any(term.required and not (named and term.text in words) for term in query.terms):
        return False  # a part of the place is asked for, which the ledger counts apart
    if find_denied(query.content.replace(words, "") if named else query.content):
        return False
    if not named and _DENIED.search(words):
        return False  # 行政复议未结案件 names an indicator, 没有备案的 names none
    if kind_of_rate(
        query.content, mention.label
    ):  # 直接纠错率 for 纠错率, where no other kind of it is printed
        return len({k for m in report.mentions if (k := kind_of_rate(query.content, m.label))}) > 1
    if named and _in_brackets(words, report.words(mention).before):
        return False
    told = _own(mention)
    in_way = bool(spoken) and any(form in told for term in query.terms for form in term.way)
    if in_way or (named and len(words) >= _NAMING and words in _own(mention, INHERITED)):
        return False  # 812名调解员共排查矛盾纠纷2635件 is told in the very words, whatever the ledger makes of it
    borne = next((one.indicator for one in observed.of(held.meta.id) if one.start == start), "")
    if named:
        return is_none_of(named, words, mention, borne, observed)
    if any(term.everyday for term in query.terms) or find_spoken(query.content):
        return False  # 出国要用的公证 is 涉外公证, though its words name 公证
    asked = observed.asked(words, mention)
    known = observed.catalogue.get(asked) if asked and borne else None
    return known is not None and _says_all(known, words) and _unlike(asked, borne, observed)


def _in_brackets(words: str, before: str) -> bool:
    """Tell whether a figure in brackets is named by them and the clause before: 新增经营主体5317户(企业836户) for 新增企业."""
    clause, mark, label = before.rpartition("(")
    own = clause.rpartition(",")[2] + label
    return bool(mark) and ")" not in label and all(char in own for char in words)


def _named(query: Query, observed: Observed) -> tuple[str, tuple[Indicator, ...]]:
    """Find the indicators that a question names, and the words that name them."""
    words = indicator_words(query.content)
    bare = _HOW_MANY.sub("", query.content.strip(" ?"))  # 法治工作批示 is a name, 工作 and all
    tried = [words, _HEADED.sub("", words), bare]
    if query.intent.unit not in _NO_COUNT:  # 首违不罚办了多少件, 行政许可多少件, 经营主体多少户
        tried += [_DEALT.sub("", words) + counted for counted in _COUNTED]
    return next(((one, found) for one in tried if (found := observed.catalogue.find(one))), (words, ()))


def is_none_of(
    named: Sequence[Indicator],
    words: str,
    mention: Mention,
    borne: str,
    observed: Observed,
    *,
    beside: bool = False,
) -> bool:
    """Tell whether a figure is of none of some indicators.

    Args:
        named: Indicators that a question names.
        words: The words that name them.
        mention: The figure.
        borne: Id of the indicator that the ledger knows it as, "" for none.
        observed: Gives what the ledger says.
        beside: Whether it stands beside figures of other reports that are of one of them; its words may say less then.

    Returns:
        True where its unit is none of theirs, where it bears another, or where it bears none
        and its words do not say what they count.
    """
    if not any(one.bears(mention.quantity.unit, mention.quantity.unit_class) for one in named):
        return True
    if not borne:
        own = _own(
            mention, LEAD if beside else INHERITED
        )  # 督促办理相关案件23万件 behind “一件事” counts another thing
        says = any(
            _says(one, own)
            or (one.counts and _counts(one, own) and _shared(words, own) >= _NEARLY)
            or (beside and _shared(words, own) >= _HELD)
            for one in named
            if beside or not _excludes(one, words, mention)
        )
        return not says
    return all(_unlike(one.id, borne, observed) for one in named)


def _says(one: Indicator, own: str) -> bool:
    """Tell whether the words that own a figure hold another name of an indicator, or its matter and what of it is counted."""
    about = any(word in own for word in one.about)
    return any(name in own for name in one.names) or (about and _counts(one, own))


def _counts(one: Indicator, own: str) -> bool:
    """Tell whether the words that own a figure say what an indicator counts of its matter, if that has to be said."""
    return not one.counts or any(word in own for word in one.counts)


def _excludes(one: Indicator, words: str, mention: Mention) -> bool:
    """Tell whether a figure's own words say, beside those asked, that an indicator is not what it counts."""
    own = _own(mention, CLAUSE)
    named = words[-_HEAD:] in own  # 聘请调解员45名 are 人民调解员
    return not named and any(word in own and word not in words for word in one.excludes)


def _own(mention: Mention, least: float = LEAD) -> str:
    """Put together the words that own a figure and, with the least weight that tells so, those that lead it in."""
    return "|".join(text for weight, text in mention.zones if weight >= least)


def _unlike(asked: str, borne: str, observed: Observed) -> bool:
    """Tell whether two indicators are of two groups, and the one told is not that asked for at some stage."""
    at_stage = _CASES.sub("", _STAGE.sub("", observed.name(borne))) == _CASES.sub("", observed.name(asked))
    return not at_stage and observed.group(asked) != observed.group(borne)


def _says_all(asked: Indicator, words: str) -> bool:
    """Tell whether the words of an indicator say all that is asked: 行政检查 does not of 对企业做了行政检查."""
    own = set("".join((*asked.names, *asked.about, *asked.counts, *asked.everyday)))
    return all(char in own or not char.strip() for char in _VAGUE.sub("", words))


def _shared(words: str, own: str) -> float:
    """Measure how many of the characters asked stand in the words that own a figure."""
    telling = _VAGUE.sub("", words) or words
    return sum(char in own for char in telling) / len(telling)
