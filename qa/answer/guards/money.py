"""Sums of money beside counts: a change of 罚没金额 is none of 案件, and 罚款 of one field is not 罚没款 of the place.

Looks at the words before a figure; knows nothing of ranking.
"""

from __future__ import annotations

import re

from qa.ledger.mention import CLAUSE, LEAD
from qa.matching import best_zone
from qa.patterns import in_question, lazy_re
from qa.question.words.offices import fields_named
from qa.ranking import Query, ScoredMention
from qa.scored import put_first
from qa.text import fold

_CASES = lazy_re(r"案件|案子|件数|案[^,。?]{0,4}(?:多|少)")
_MONEY = lazy_re(r"率|比例|检查|金额|罚没|罚款|款|钱|[资薪]|元|收入|损失|费")
# 罚没 is what was fined and what was taken, of the whole place; 罚款 beside it mostly a field's.
_TAKEN = "罚没"
_COUNTED = frozenset({"case", "item", ""})
_NAMED = 0.6  # how well the words of a figure must hold a term to be its own
_LOOKED_AT = 4  # figures behind the best


def changes_another(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure says how much money or inspections changed, where cases are asked for: 罚没款2318万元,下降8.2%.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where the level right before the change counts no cases, and the question speaks of cases alone.
    """
    own, content = scored.mention, query.content
    if (
        not own.change
        or _CASES.search(own.label)
        or in_question(_CASES, content) is None
        or in_question(_MONEY, content)
    ):
        return False
    before = [
        m
        for m in scored.report.mentions
        if m.sentence == own.sentence and m.quantity.end <= own.quantity.start and not m.change
    ]
    return bool(before) and before[-1].quantity.unit_class not in _COUNTED


def fined_whole_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take 罚没款848.9万元 before 罚款142.6万元 of one field where the question says 罚没.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or _TAKEN not in query.content or _TAKEN in ranked[0].mention.label:
        return ranked
    best = ranked[0]
    whole = next(
        (
            s
            for s in ranked[1:_LOOKED_AT]
            if _TAKEN in s.mention.label
            and s.mention.quantity.unit_class == best.mention.quantity.unit_class
            and s.own >= best.own
            and not (s.mention.part or s.mention.past)
        ),
        None,
    )
    return put_first(whole, ranked) if whole is not None else ranked


_WAIVED_SUM = lazy_re(
    r"(?:免(?:予|于|除)?(?:行政)?(?:处罚|罚)|不予(?:行政)?处罚|减免|(?<!多)少罚|没罚|不罚|没有罚)[^,。?]{0,12}(?:金额|数额|罚款|款|钱|元)"
)
_WAIVED = lazy_re(r"免|减|不予|未予|(?<!多)少罚|不罚")


def is_fined_not_waived(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a sum that was fined stands for one that was waived: 罚没款1873万元 for 免罚金额.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True for money by which no word of waiving stands, where what was waived is asked for.
    """
    own = scored.mention
    if own.quantity.unit_class != "money" or in_question(_WAIVED_SUM, query.content) is None:
        return False
    led = "|".join(words for weight, words in own.zones if weight >= LEAD)
    return _WAIVED.search(fold(f"{own.label}|{led}|{own.row}|{own.column}")) is None


# What cases are said to be without saying of which kind: 查处各类违法案件64件.
_ANY_CASES = lazy_re(
    r"其中|[全各][市县区州省旗镇级类地]|全年|全部|累计|共计?|依法|行政处罚|行政执法|行政|处罚|执法|违法行为?|违规|案件?|件|查处|办理|办结|作出|立案|受理|审结|结案|决定|"
    r"实施|部门|机关|单位|机构|主体|一般程序|普通程序|简易程序|[的了和、“”‘’()\s]|[\da-zA-Z]"
)
_GIVEN_BACK = lazy_re(r"(?:清退|退还|退回|返还|退返|清理退)[^,;。]{0,6}罚")
_RETURNED = lazy_re(r"(?:退|返还?|还)(?:了|回|给|掉|还|去|来|出)*(?:一共|总共)?(?:有|是)?(?:多少|几)")
_OWN_FIELD = lazy_re(r"[局委办厅队]$")
_OF_ALL = lazy_re(r"全[市县区州省旗镇]|各(?:级|行政执法|执法)?(?:部门|单位|机关)")
_SAID = 2  # characters that name a kind


# "在医疗卫生领域,检查493家次,…罚没款41.8万元": all up to the next full stop is of that field.
_FIELD_AHEAD = lazy_re(
    r"^[^,;。]{0,4}?(?:在|聚焦|围绕|针对|紧盯)(?P<field>[^,;。]{2,14}?)(?:领域|行业|系统)(?:[上中里内]|方面)?,"
)
_ANY_FIELD = lazy_re(r"重点|关键|民生|主要|各个?|多个?|相关|有关|行政执法|执法|监管|[、和与及的]")


def _field_ahead(scored: ScoredMention) -> str:
    """Name the field that the sentence of a figure opens with, "" where it opens with none or goes on to the whole place."""
    text = scored.report.folded[scored.mention.sentence][: scored.mention.quantity.start]
    told = re.split("[;。]", text)[-1]
    ahead = _FIELD_AHEAD.match(told)
    return "" if ahead is None or _OF_ALL.search(told) else _ANY_FIELD.sub("", ahead["field"])


def _asks_of(field: str, query: Query) -> bool:
    """Tell whether a question names a field, in its own words or in what these stand for."""
    asked = "|".join((query.content, *(form for term in query.terms for form, _ in term.forms)))
    return any(field[i : i + _SAID] in asked for i in range(len(field) - 1))


def is_of_another_field(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a fine stands behind a field that its sentence opens with and the question does not name.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True for 罚没款41.8万元 of 在医疗卫生领域 where the place's are asked for.
    """
    own, place = scored.mention, scored.report.report.meta.place
    if own.quantity.unit_class != "money" or "罚" not in own.label or _OWN_FIELD.search(place):
        return False
    field = _field_ahead(scored)
    return len(field) >= _SAID and not _asks_of(field, query)


def is_of_narrower_cases(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a fine is one of cases of a kind that the question does not name: 查处侵犯商标专用权案件64件,罚没款218.6万元.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where the count right before it in its segment is of cases that are told by more than words for any case, and the
        question and the fine's own words say nothing of that kind; a bureau's report is of its own kind.
    """
    own, place = scored.mention, scored.report.report.meta.place
    if any("罚" not in term.text and term.everyday and not term.concept for term in query.terms):
        return False  # 种树的地方被人糟蹋罚了多少: a kind is asked for, in other words
    if own.quantity.unit_class != "money" or own.column or _OWN_FIELD.search(place):
        return False
    if _GIVEN_BACK.search(own.label) and not re.search("[退返还]", query.content):
        return True  # 清退违规罚没款213.6万元 was not fined
    begin, end = own.clause
    clause = scored.report.folded[own.sentence][begin:end]
    if "罚" in own.label and in_question(_RETURNED, query.content) and not re.search("[退返还免减]", clause):
        return True  # 罚没金额2525.5万元 for 多罚的钱退了多少
    label = _ANY_CASES.sub("", fold(own.label))
    if (_TAKEN not in own.label and "罚款" not in own.label) or len(
        label.replace("罚没", "").replace("罚款", "")
    ) >= _SAID:
        return False
    if (field := _field_ahead(scored)) and _asks_of(field, query):
        return False
    text = scored.report.folded[own.sentence]
    before = [
        m
        for m in scored.report.mentions
        if m.sentence == own.sentence and m.quantity.end <= own.quantity.start and not (m.change or m.past)
    ]
    if not before or before[-1].quantity.unit_class != "case":
        return False
    head = before[-1]
    if head.part and (not fields_named(fold(head.label)) or fields_named(query.content) or _of_a_kind(query)):
        return False  # 其中生态环境领域处罚387件,罚款2984万元 is a field's where no field is named
    between = text[head.quantity.end : own.quantity.start]
    told = fold(head.label)
    if re.search("[;。]", between) or not re.search("案|查处|立案|处罚", told) or _OF_ALL.search(told):
        return False
    kind = _ANY_CASES.sub("", told)
    return len(kind) >= _SAID and not _asks_of(kind, query)


def _of_a_kind(query: Query) -> bool:
    """Tell whether a question names a kind in everyday words."""
    return any(term.bound == "kind" for term in query.terms)


_DENIES = lazy_re(r"不是|不含|不包括|不算|除了?|刨[去掉]")


def is_of_the_whole(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a sum is the whole's where one of its parts is asked for: 罚没金额812.5万元;其中市场监管领域498件.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where a word of the question stands by a part behind the sum in its sentence, and not by the sum; or where it
        names a field of a department that nothing up to a fine names.
    """
    own = scored.mention
    if own.quantity.unit_class != "money":
        return False
    sentence = scored.report.report.sentences[own.sentence]
    told = scored.report.folded[own.sentence][: own.quantity.start]
    around = fold("|".join((told, sentence.lead, *sentence.heading, own.row, own.column, own.noun)))
    around += scored.report.report.meta.place
    fields = fields_named(query.content) if _TAKEN in around or "罚" in around else []
    if any(not any(name in around for name in names) for names in fields):
        return True
    if own.part:
        return False
    parts = [
        m
        for m in scored.report.mentions
        if m.sentence == own.sentence and m.part and m.quantity.start > own.quantity.end
    ]
    if not parts or in_question(_DENIES, query.content):  # 专项经费多少,不是省里补助那部分
        return False
    lacking = [t for t in query.terms if not t.everyday and best_zone(t, own, LEAD) < _NAMED]
    return any(best_zone(t, part, CLAUSE) >= _NAMED for t in lacking for part in parts)
