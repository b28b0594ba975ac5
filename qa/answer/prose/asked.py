"""Questions that only a name, a reason, a place, a time or a telephone number answers: a sentence without one is no answer.

局长叫什么 asks for a person's name; a sentence on the bureau chief that prints none says nothing of it, however well its words
fit. Knows the kinds of things and how reports print them, and nothing of ranking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.guards.sited import SITES, names_site
from qa.answer.prose.identity import IDENTITIES, clauses_of, identifies
from qa.answer.prose.persons import BEARERS, PERSON, Office, holder_named, office_asked
from qa.answer.prose.reasons import admits, denied_verb, explains, reason_behind
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import ScoredSentence
from qa.text import fold

# Sentences among which one that holds the kind of thing asked for is looked for, and the share of the best score that it needs:
# a reason or a name may stand beside the sentence that fits best, and not in one on another thing.
_LOOKED_AT, _NEARLY = 4, 0.85
_LOOKED_FURTHER, _HALF = 12, 0.6
# "分管信访的副县长是谁"
_IN_CHARGE = lazy_re(r"(?:分管|主管|协管)(?P<of>[\u4e00-\u9fff]{2,6}?)(?:工作|业务|方面)*的")
# and "市场化调解组织——某区商事调解中心", named behind a dash.
_QUOTED = lazy_re(r"[“‘《「\"][^”’》」\"]+[”’》」\"]|命名为|取名|名为|称为|(?:—|--)\s?[\u4e00-\u9fff]{4,}")
# "小站稻法治主题公园占地1.6万平方米": a thing of the kind asked for, named by what stands before it; "示范村2个" only counts.
_NAMED_THING = (
    r"公园|广场|中心|平台|应用|系统|栏目|专栏|品牌|机制|基地|驿站|工作室|调解室"
    r"|讲堂|法庭|服务站|展馆|馆|村|社区|条例|办法|规定|项目|工程|行动"
)
_KIND_OF_THING = lazy_re(rf"(?:{_NAMED_THING})$")
_REASON = lazy_re(
    # 针对花木交易合同不规范的问题，4月成立…: what a thing was done against is why
    r"针对[^,。;]{4,40}?(?:问题|难题|难点|短板|现象|痛点|堵点)|为(?:了)?(?:解决|破解|防范|防止|方便|应对|化解)|鉴于|由于|(?<![基诱动起成病])因(?!素|地制宜|人|案|企|此|而|果|公|私)|为了|原因|主因|导致|致使|受[^,。]{2,14}影响|得益于|有赖于|源于|随着|所致|缘于|旨在|以便|之所以|目的|系[^,。;]{0,10}因|[与同和跟][^,。;]{2,16}(?:有关|相关|不无关系)"
)
_ACTOR = lazy_re(
    rf"由(?![此于])|牵头|会同|联合|[局委办院会所庭团厅](?![长员])|中心|政府|部门|公司|协会|学校|大学|镇|乡|街道|村|社区|{BEARERS}"
)
# "覆盖所有镇" names nobody who does it
_NOBODY = lazy_re(r"(?:所有|各个?|全部|每个)(?:镇|乡|街道|村|社区|部门|单位)+")
# "公安、城管等部门", "县自然资源局": 行政机关 and 各部门 name none.
_BODIES = lazy_re(
    r"、|(?!(?:行政|各级|国家|相关|有关|党政|执法)?(?:机关|部门|单位|法院|机构))[\u4e00-\u9fff]{2,}(?:[局委厅署院]|办(?!理|案|结|事|件|公|法|好|成)|支队|大队|中心|公司|政府|街道|(?<!乡)镇|乡(?![镇村]))"
)
_FIELDS = lazy_re(
    r"集中|主要(?:涉及|来自|是|为|在|有|包括)|[多易]发|领域|类型|行业|[\u4e00-\u9fff]类|从[\u4e00-\u9fff]{2,6}看|方面|占比"
)
_BODY_FRAME = lazy_re(r"哪(?:些|几个?|[两三四五]个)|分别|单位|部门|机关|[的是被有了给由]")
_BODY_WORD, _HELD = lazy_re(r"单位|部门|机关"), 0.6
_MEMBERS = lazy_re(rf"、|和|{PERSON.pattern}")
_SITE = lazy_re(
    r"设在|设于|设立?在|位于|坐落|地址|地点|入驻|落户|搬迁至|[\u4e00-\u9fff]{2}(?:保护区|景区|林场|农场|水库|港口|车站|学院|学校|法院|中心)(?=[^,。]{0,4}(?:设|建|成立|揭牌|启用|开展|举办|召开))|[\u4e00-\u9fff]{2}(?:镇|乡|街道|村|社区|路|大道|大厦|广场|公园|商城|园区|大楼)|(?:在|依托)[^,。]{2,14}(?:设|建|召开|举行|举办|揭牌|启动|开展)"
)
_TIME = lazy_re(
    r"\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]月|季度|年初|年底|年末|上半年|下半年|期间|上旬|中旬|下旬|(?:19|20)\d\d年(?!度)|每[周月年天]|周[一二三四五六日末]|星期|次日|当[天日]|\d+[点时](?!间)"
)
_TITLE = lazy_re(r"《[^》]*》")
# "位居全市第二", "前三": not 第一责任人, 第90期.
_PLACED = lazy_re(
    r"第[一二三四五六七八九十\d]+(?![次届期批条季部方]|责任|轮|阶段|节|讲|课|站)|首位|榜首|前(?:列|茅|[三五十百\d])|位[居列]|名列|排名"
)
_BASE = lazy_re(r"(?:较|比|同比|对比|相较)(?:20\d\d|上一?|去)年(?:度|同期)?")  # 较2023年增加 dates nothing
_GRADE = r"(?<![省市县区乡镇村])(?:[一二三四ⅠⅡⅢⅣIV]{1,3}|[1-4])级"
_LEVEL = lazy_re(
    rf"{_GRADE}[^,;。]{{0,8}}(?:响应|预警|事故|风险|灾害|地震)|(?:响应|预警|事故|风险|灾害|地震)[^,;。]{{0,6}}{_GRADE}|[红橙黄蓝]色预警"
)
_FILE_NUMBER = lazy_re(r"[〔\[(]20\d\d[〕\])]\s?第?\d+\s?号|第\s?\d+\s?号")
_PHONE = lazy_re(r"(?<!\d)(?:\d{3,4}[-—]?)?\d{7,11}(?!\d)|(?<!\d)12\d{3}(?=热线|电话|平台|便民|政务|服务)")


def holding(
    kind: str, ranked: Sequence[ScoredSentence], terms: Sequence[Term], question: str
) -> list[ScoredSentence]:
    """Keep the sentences that print the kind of thing that is asked for, of those that fit nearly as well as the best.

    Args:
        kind: As ``kind_asked`` gives it.
        ranked: Sentences, the best first.
        terms: Terms of the question.
        question: The question; whose name it asks for decides which name answers.

    Returns:
        Those that may answer, the best first.
    """
    office = office_asked(question) if kind == "person" else None
    if (
        charge := _IN_CHARGE.search(question)
    ) and kind == "person":  # who is in charge of another thing is no answer
        ranked = [s for s in ranked if _is_in_charge(s.report.folded[s.index], charge["of"])]
        if not ranked:
            return []
    if office is not None:  # a sentence that names the holder answers, wherever it stands among the others
        return [s for s in ranked if _names_holder(s.report.report.sentences[s.index].text, office)]
    if kind in SITES:  # the sentence that fits best may speak of the thing without its place
        near = [s for s in ranked[:_LOOKED_FURTHER] if s.score >= _HALF * ranked[0].score]
        return [s for s in near if names_site(kind, s, question)]
    near = [s for s in ranked[:_LOOKED_AT] if s.score >= _NEARLY * ranked[0].score]
    if kind == "bodies" and near:
        near = _of_the_deed(near, terms, question)
    if kind == "why":
        if denied_verb(question):  # 未出庭 is told of fewer sentences than 出庭, and so looked for further
            near = list(ranked[:_LOOKED_FURTHER])
        near = [s for s in near if explains(s, terms, question)]
        told = [s for s in near if holds(kind, s.report.report.sentences[s.index].text, terms)]
        told = told or [n for s in near if (n := reason_behind(s)) is not None]
        return told or [s for s in near if admits(s, terms, question)][:1]
    return [s for s in near if holds(kind, s.report.report.sentences[s.index].text, terms)]


def _of_the_deed(
    near: Sequence[ScoredSentence], terms: Sequence[Term], question: str
) -> list[ScoredSentence]:
    """Keep the sentences that hold what the bodies did, as the best one does: 约谈5个单位 names none of them.

    A verb that the dictionary cuts into single characters (约谈) is no term, and is looked for as it is.
    """
    asked_of = [t for t in terms if not _BODY_WORD.search(t.text)]
    best = near[0].report.folded[near[0].index]
    told_of = [t for t in asked_of if match(t, best) >= _HELD]
    left = _BODY_FRAME.sub("|", fold(question))
    for term in terms:
        left = left.replace(term.text, "|")
    verbs = [verb for verb in re.findall(r"[\u4e00-\u9fff]{2,4}", left) if verb in best]
    texts = [(s, s.report.folded[s.index]) for s in near]
    return [
        s
        for s, text in texts
        if all(match(t, text) >= _HELD for t in told_of) and all(verb in text for verb in verbs)
    ]


def holds(kind: str, sentence: str, terms: Sequence[Term]) -> bool:
    """Tell whether a sentence prints the kind of thing that is asked for.

    Args:
        kind: As ``kind_asked`` gives it.
        sentence: A sentence of a report.
        terms: Terms of the question: a name must stand beside one of them.

    Returns:
        True where it does, or where any sentence may answer.
    """
    text = fold(sentence)
    if kind == "actor":
        text = _NOBODY.sub("", "".join(clauses_of(text, terms)))
    if kind in IDENTITIES:
        return identifies(kind, sentence, terms)
    if kind == "name":
        return _names(text, terms)
    if kind == "person":
        return PERSON.search(text) is not None
    if kind == "when":
        return _TIME.search(_BASE.sub("", _TITLE.sub("", text))) is not None
    if kind == "bodies":  # 12个乡镇(街道、园区)和32个部门 names none
        text = re.sub(r"[(（][^)）]*[)）]", "", text)
    pattern = {
        "phone": _PHONE,
        "rank": _PLACED,
        "file": _FILE_NUMBER,
        "level": _LEVEL,
        "why": _REASON,
        "actor": _ACTOR,
        "members": _MEMBERS,
        "bodies": _BODIES,
        "fields": _FIELDS,
        "where": _SITE,
    }.get(kind)
    return pattern is None or pattern.search(text) is not None


def _is_in_charge(text: str, of: str) -> bool:
    """Tell whether a sentence says that someone is in charge of a thing: 分管司法行政工作 is not 分管信访."""
    return any(of in told[0] for told in re.finditer(r"(?:分管|主管|协管|负责|联系)[^,。;]*", text))


def _names_holder(sentence: str, office: Office) -> bool:
    """Tell whether a sentence prints a name with the office that is asked for."""
    return bool(holder_named(sentence, office))


def _names(text: str, terms: Sequence[Term]) -> bool:
    """Tell whether a name in marks, or a person's, stands in the clause of a term or the one behind it."""
    told = clauses_of(text, terms)
    return any(_QUOTED.search(c) or PERSON.search(c) or _named_thing(c, terms) for c in told)


def _named_thing(clause: str, terms: Sequence[Term]) -> bool:
    """Tell whether a clause names a thing of the kind that the question asks for, by words that the question lacks."""
    said = "".join(term.text for term in terms)
    for term in terms:
        kind = _KIND_OF_THING.search(term.text)
        for told in re.finditer(rf"([\u4e00-\u9fff]{{2,12}}){kind[0]}(?!\s?\d)", clause) if kind else ():
            if re.search(r"[\u4e00-\u9fff]{2}", "".join(c if c not in said else " " for c in told[1])):
                return True
    return False
