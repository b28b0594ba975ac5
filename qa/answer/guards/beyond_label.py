"""What a question asks beyond the thing that a figure counts: a part of it, money that comes in, another's deed, a total.

诉求里企业诉求有多少 is not answered by all 群众诉求, 门票收入 by no number of complaints, 接待游客 not by those who came for
advice nor by a mean of a day, and what a named team did not by what all did. Looks at the words that own a figure and at the
question's own; knows nothing of ranking.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.answer.guards.part_asked import bare
from qa.matching import match
from qa.patterns import in_question, lazy_re
from qa.question.words.offices import find_office
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
# "马背调解队调解成功多少件": a body by a name of its own that the report prints.
_BODY = lazy_re(r"[\u4e00-\u9fff“”]{2,10}?(?:调解队|小分队|服务队|轻骑兵|调解室|工作室|评理[堂团]|法庭|驿站)")
# "全县人民调解委员会共调解…": a sentence with a subject of its own does not go on from the one before.
_ANOTHER = lazy_re(r"(?:全[省市区县旗镇乡]|各级?)|[^,;:。]{2,14}(?:委员会|调委会|中心|[局院所队站办])")
# "全市新收行政复议案件864件。其中:甲市新收219件": the thing stands in the sentence before
_GOES_ON = lazy_re(r"\s*(?:其中|分别)")
_OFFICE = lazy_re(
    r"(?<![\u4e00-\u9fff])(?P<of>[\u4e00-\u9fff]{2,6}?)部门(?:的|共|一共|总共|全年)*(?:罚|处罚|查处|查办|办理|立案|检查)"
)
_YEARS = lazy_re(r":20\d\d年")
_ANY_OFFICE = lazy_re(r"执法|各|相关|有关|政府|[省市区县]直|其他|所有|哪|行政|主管")
_BODIES = lazy_re(
    r"(?:几|多少)个(?:乡镇|镇街|镇|乡|街道|行政村|村|社区|部门|单位)(?![的长]|干部|负责|案|问题|纠纷|执法|联)"
)
_NO_BODY = frozenset({"case", "money", "people", "person_times"})
_FINED = lazy_re(
    r"罚(?:了|款|没款?|金)*[^,。?]{0,4}(?:多少钱|多少[万亿]?元|多少$|几[万亿]?元)|罚(?:款|没款?|金)(?:是|有|共|一共)*多少"
)
_OF_FINES = lazy_re(r"罚|没收|案|违法|执法|行政|金额|款|钱|全[省市县区]|合计|累计|总")
_PLACE = lazy_re(r"(?:街道|[镇乡村区县市旗]|社区)$")
_OWN_NAME = 4
_NO_NAME = lazy_re(r"^(?:人民|行政|专业|行业|各类|所有|全部|个人|特色|品牌|基层|流动|巡回)")


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
        or _by_others(content, scored)
        or _by_another_office(content, scored)
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


def _by_others(content: str, scored: ScoredMention) -> bool:
    """Tell whether a body with a name of its own is asked about that the report speaks of in other sentences alone."""
    if in_question(_BODY, content) is None:
        return False
    report = scored.report
    for asked in _BODY.finditer(content):
        name = _printed(asked[0].strip("“”"), "|".join(report.folded))
        if not name or _NO_NAME.match(name):
            continue
        own = report.folded[scored.sentence]
        before = report.folded[scored.sentence - 1] if scored.sentence and not _ANOTHER.match(own) else ""
        if name not in own and name not in before:
            return True
    return False


def _by_another_office(content: str, scored: ScoredMention) -> bool:
    """Tell whether an office is asked about and its row of clauses names none such, though others do: 渔政部门罚款."""
    asked, bare = in_question(_OFFICE, content), _office(content)
    if asked is None and bare is not None and bare[0] in bare[1]:  # 城管罚了多少件: its own figure alone
        of, names = bare[0], {*bare[1]}
    elif asked is None or _ANY_OFFICE.search(asked["of"]):
        return False
    else:
        of, office = asked["of"], find_office(f"{asked['of']}局")
        names = {of, *(office[1] if office is not None else ())}
    sentence = scored.report.report.sentences[scored.sentence]
    told = scored.report.folded[scored.sentence][: scored.mention.quantity.start]
    row = told if _YEARS.search(told) else told.rpartition(";")[2]  # the columns of a row are parted so too
    near = "|".join(
        (row, sentence.lead, *sentence.heading[-1:], scored.words.owning, scored.report.report.meta.place)
    )
    heard = names if asked is None else {of}
    printed = any(name in text for text in scored.report.folded for name in heard)
    return printed and not any(name in near for name in names)


_office = lru_cache(maxsize=16)(find_office)  # each figure asks of the same question


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


def _printed(body: str, text: str) -> str:
    """Give the longest end of a body's name that a text prints, of four characters or more; or ""."""
    return next((body[at:] for at in range(len(body) - _OWN_NAME + 1) if body[at:] in text), "")
