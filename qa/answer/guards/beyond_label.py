"""What a question asks beyond the thing that a figure counts: a part of it, money that comes in, a total.

诉求里企业诉求有多少 is not answered by all 群众诉求, 门票收入 by no number of complaints, 接待游客 not by those who came for
advice nor by a mean of a day. Looks at the words that own a figure and at the question's own; knows nothing of ranking.
"""

from __future__ import annotations

import re

from qa.answer.guards.bodies import is_of_another_body
from qa.answer.guards.part_asked import bare
from qa.matching import match
from qa.patterns import in_question, lazy_re
from qa.question.words.terms import Term
from qa.ranking import Query, ScoredMention
from qa.text import fold

_HELD = 0.5
# What comes in or is made, which a report prints by its name or not at all.
_INCOME = lazy_re(r"(?P<of>收入|产值|利润|营业额|销售额|生产总值|票房|门票|税收)[^,。?]{0,6}(?:多少|几)")
_INCOME_SAID = {"税收": "税", "生产总值": "生产总值|GDP", "门票": "门票"}
# "日均接待游客1.1万人次" is no total of the year; 年均 and 户均 may be what is asked in other words.
_DAILY = lazy_re(r"[日月周]均|(?:平均)?每[天日周月](?:平均)?")
_DAILY_ASKED = lazy_re(r"均|每|[一天日]天|天天|日子")
# "接待游客多少人次": whom it was done to; 群众 and 人员 may be anybody.
_WHOM = lazy_re(
    r"(?P<deed>接待|慰问|走访|安置|资助|奖励|约谈)(?!率)了?(?P<whom>[\u4e00-\u9fff]{2,4}?)(?:一共|总共|共)?(?:多少|几)"
)
_ANYBODY = lazy_re(r"群众|百姓|人员|对象|人次|人数|来访|来信")
# "全市新收行政复议案件864件。其中:甲市新收219件": the thing stands in the sentence before
_GOES_ON = lazy_re(r"\s*(?:其中|分别)")
_BODIES = lazy_re(
    r"(?:几|多少)个(?:乡镇|镇街|镇|乡|街道|行政村|村|社区|部门|单位)(?![的长]|干部|负责|案|问题|纠纷|执法|联)"
)
_NO_BODY = frozenset({"case", "money", "people", "person_times"})
_FINED = lazy_re(
    r"罚(?:了|款|没款?|金)*[^,。?]{0,4}(?:多少钱|多少[万亿]?元|多少$|几[万亿]?元)|罚(?:款|没款?|金)(?:是|有|共|一共)*多少"
)
_OF_FINES = lazy_re(r"罚|没收|案|违法|执法|行政|金额|款|钱|全[省市县区]|合计|累计|总")
_PLACE = lazy_re(r"(?:街道|[镇乡村区县市旗]|社区)$")


def asks_beyond(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a question asks something that the words by a figure do not hold.

    Args:
        query: The question.
        scored: A figure.

    Returns:
        True where the figure answers another question.
    """
    if query.intent.compares:
        return False
    content = bare(query.content)
    return (
        _no_income(content, scored)
        or _of_a_day(content, scored)
        or _to_others(content, query, scored)
        or is_of_another_body(content, scored)
        or _no_bodies(content, scored)
        or _only_of_the_place(query, scored)
        or _no_fine(content, query, scored)
    )


def _is_official(term: Term) -> bool:
    """Tell whether an everyday term is said in official words: 停产 of 责令停产停业."""
    return any(term.text in form for form, _ in term.forms[1:])


def _no_income(content: str, scored: ScoredMention) -> bool:
    """Tell whether what came in is asked for and a figure is of anything else."""
    asked = in_question(_INCOME, content)
    if asked is None:
        return False
    own = f"{scored.words.owning}|{scored.words.label}"
    return re.search(_INCOME_SAID.get(asked["of"], asked["of"]), own) is None


def _of_a_day(content: str, scored: ScoredMention) -> bool:
    """Tell whether a total is asked for and a figure is the mean of a day, a week or a month."""
    return _DAILY.search(scored.words.label) is not None and in_question(_DAILY_ASKED, content) is None


def _to_others(content: str, query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure counts others that the same was done to: 接待来访来电咨询 for 接待游客."""
    asked, label = in_question(_WHOM, content), scored.words.label
    if asked is None or _ANYBODY.search(asked["whom"]) or asked["deed"] not in label:
        return False
    forms = {asked["whom"]} | {
        form for t in query.terms if asked["whom"] in t.text for form, weight in t.forms if weight >= _HELD
    }
    told = label.rpartition(asked["deed"])[2] + fold(f"|{scored.mention.noun}|{scored.mention.thing}")
    return bool(told.strip("|")) and not any(form in told for form in forms)


def _no_bodies(content: str, scored: ScoredMention) -> bool:
    """Tell whether townships or departments are counted in a question and a figure counts cases or people: 办理案件93件."""
    return in_question(_BODIES, content) is not None and scored.mention.quantity.unit_class in _NO_BODY


def _only_of_the_place(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure bears the name of the town asked about and nothing else that is asked: 9件 of other cases."""
    places = [t for t in query.terms if t.required and _PLACE.search(t.text)]
    others = [t for t in query.terms if not t.required and t.known and not t.everyday]
    others = [t for t in others if not any(t.text in place.text for place in places)]  # 柳树镇 of 双柳树镇
    if not places or not others or scored.mention.column or scored.mention.row:
        return False
    sentence = scored.report.report.sentences[scored.sentence]
    goes_on = scored.sentence > 0 and _GOES_ON.match(sentence.text) is not None
    before = scored.report.folded[scored.sentence - 1] if goes_on else ""
    around = "|".join(
        (before, scored.report.folded[scored.sentence], fold(sentence.lead), *map(fold, sentence.heading))
    )
    return any(match(t, around) >= _HELD for t in places) and not any(
        match(t, around) >= _HELD for t in others
    )


def _no_fine(content: str, query: Query, scored: ScoredMention) -> bool:
    """Tell whether a fine is asked for and nothing around a sum of money speaks of one, or of what it was for."""
    if scored.mention.quantity.unit_class != "money" or in_question(_FINED, content) is None:
        return False
    around = _around(scored)
    what = [t for t in query.terms if not t.required and not _OF_FINES.search(t.text)]
    if any((t.everyday and not _is_official(t)) or not t.known for t in what):
        what = []  # everyday speech says what it was for in other words
    return re.search("罚|没收|追缴", around) is None or any(match(t, around) < _HELD for t in what)


def _around(scored: ScoredMention) -> str:
    """Join the sentence of a figure with its row, its column and what leads to it."""
    sentence, mention = scored.report.report.sentences[scored.sentence], scored.mention
    led = "|".join((sentence.lead, *sentence.heading, mention.row, mention.column))
    return f"{scored.report.folded[scored.sentence]}|{fold(led)}"
