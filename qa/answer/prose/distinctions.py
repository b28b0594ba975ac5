"""What sets a place apart: honours that it won, practices that its report calls new or that others took over, examples."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import add_statement
from qa.answer.prose.listing import answer_section
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind, Sentence

# "获得了哪些荣誉", "受过什么表彰", "拿了哪些奖"
_HONOURS = lazy_re(
    r"(?:荣誉|表彰|嘉奖|奖项|获奖|称号|奖励)[^,。?]{0,6}(?:有哪些|有什么|哪些|情况|有几|列|[?。]*$)"
    r"|(?:哪些|什么|啥)[^,。?]{0,8}(?:荣誉|表彰|嘉奖|奖项|称号)|(?:拿|获|得)(?:到|得)?(?:了|过)?(?:哪些|什么|啥)奖"
)
HONOUR_FRAME = lazy_re(
    r"获得|荣获|得到|受到|取得|拿到|荣誉|表彰|嘉奖|奖项|获奖|奖励|称号|国家级|省级|市级|省部级|以上|级别|全国|全省|全市|上级|集体|个人|单位"
)
_HONOURED = lazy_re(
    r"获评|荣获|入选|表彰|授予|被?评为|称号|典型案例|优秀案例|记[^,，。]{0,4}[一二三]等功|先进(?:集体|个人|单位|工作者)"
    r"|获得?[^,，。;；]{0,24}(?:奖|荣誉|称号|等次|优秀|第[一二三]名)|立功|嘉奖|通报表扬|被[^,，。;；]{2,12}(?:命名|确定|认定)为|命名为"
    r"|列[为入][^,，。;；]{2,24}(?:实事|试点|典型|示范|品牌|十[大佳])"
)
# "创建全国法治政府建设示范县" is an aim; 表彰先进 tells of what the place gives.
_NOT_WON = lazy_re(r"创建先进|争创|评选表彰|表彰先进|开展[^,，。]{0,8}(?:表彰|评选)|选树")
_LEVEL = lazy_re(r"(国家|省|市)(?:部)?级(以上)?")
_OF_LEVEL = {
    "国家": r"全国|国家|司法部|公安部|人社部|国务院|中央|最高|中国(?!共产党)",
    "省": r"省(?!级以下)|自治区|[京津沪渝]市级|全区域",
    "市": r"市",
}
# "有哪些亮点", "有什么创新做法", "特色工作"
_BRIGHT = lazy_re(
    r"亮点|特色(?:做法|工作|经验|亮点|$|[?,。是有])|(?:创新|首创|独特|新)(?:的|性)?(?:做法|举措|经验|机制|之处|亮点)|有(?:什么|哪些|啥)创新|典型(?:经验|做法)"
)
BRIGHT_FRAME = lazy_re(
    r"亮点|特色|创新|首创|独特|做法|举措|经验|机制|之处|典型|突出|成效|有哪些|哪些|什么|介绍|总结|概括"
)
_WITH_HEADINGS = lazy_re(r"亮点|特色")
_FIRST = r"首创|率先|首[个家批例部条推]|在?全[国省市](?:率先|首|唯一|推广|先行|试点)|先行先试|试点"
_TAKEN_OVER = (
    r"典型(?:经验|做法|案例)|优秀案例|创新案例|复制推广|经验推广|(?:被|获)[^,，。;；]{2,16}(?:推广|报道|刊发|肯定)"
    r"|(?:做法|机制|模式|案例|项目|品牌|工作法|经验)[^,，。;；]{0,8}(?:入选|获评|荣获|获)"
)
# "建立“企业安静期”制度", "首推“茶园法治哨”"; “放管服”, “八五” are no place's own.
_EVERYWHERE = (
    r"放管服|[七八九]五|双随机|互联网|一网通办|最多跑|一趟|高效办成|综合查一次|法律明白人|一站式|枫桥|府院联动|12[·.]4|一把手|三重一大|三项制度|四下基层"
    r"|双公示|百日行动|两书同达|全程网办|一件事一次办|关键少数|最后一公里|12345"
)
_NAMED = (
    rf"(?:创新|探索|打造|推出|首推|创设|建立|设立|推行|推广|实行|组建|构建|开设|创建|开展)[^,，。;；“”]{{0,12}}“(?!{_EVERYWHERE})[^”]{{2,20}}”"
    rf"|“(?!{_EVERYWHERE})[^”]{{2,20}}”[^,，。;；“”]{{0,6}}(?:品牌|模式|机制|工作法|工作室)"
)
_OWN_NAME = lazy_re(_NAMED)
_STRONG = lazy_re(rf"{_FIRST}|{_TAKEN_OVER}")
_NEW = lazy_re(rf"{_FIRST}|{_TAKEN_OVER}|{_NAMED}")
# "全省首个的做法是什么", "有哪些全国首创"
_FIRSTS = lazy_re(
    r"(?P<scope>全国|全省|全市|全州|全区)(?:的)?(?P<mark>首创|首个|首家|首批|首例|首部|率先|唯一|第一[个家部])[^?。]{0,12}(?:什么|哪|啥)"
    r"|(?:什么|哪些|哪[几一]?[项个])[^?。]{0,10}(?P<scope2>全国|全省|全市|全州|全区)(?P<mark2>首创|首个|首家|首批|首例|首部|率先|唯一|第一[个家部])"
)
_AT_FIRST = r"[^,，。;；]{0,4}(?:首创|首[个家批例部推]|率先|唯一|第一[个家部])"
FIRST_FRAME = lazy_re(
    r"全国|全省|全市|全州|全区|首创|首个|首家|首批|首例|首部|率先|唯一|第一[个家部]|做法|举措|工作|机制|制度|经验|模式|推出|开展|实施|有哪些|哪些|什么"
)
# "举例说明", "举几个例子", "举个案例"
_EXAMPLE = lazy_re(
    r"举(?:个|几个|些|一些|一个|两个|三个)?例|举[^,。?]{1,24}(?:例子|案例|事例|实例)|(?:例子|事例|实例)"
)
EXAMPLE_FRAME = lazy_re(
    r"举例说明|举例|举出|举[几一两二三四五]?(?:个|些|条|项)?|例子|案例|事例|实例|典型|说明|说说|讲讲|一下|怎么|怎样|如何|的"
)
_CASE = lazy_re(
    r"“[^”]+”|首创|率先|化解[^,，。]{0,10}(?:起|争议|纠纷)|一起|案例|一例|以[^,，。]{2,12}为例|在[^,，。]{2,12}(?:镇|乡|街道|村|社区)|\d+年\d+月"
)
_TELLING = 4.0  # as much as the rarest word of a question
_MOST_HONOURS, _MOST_NEW, _MOST_EXAMPLES = 24, 12, 4


def distinction_asked(question: str) -> str:
    """Tell what a question asks for.

    Args:
        question: A cleaned question.

    Returns:
        "example", "first", "honours", "bright" (with the headings), "new", or "".
    """
    if _EXAMPLE.search(question):
        return "example"
    if _FIRSTS.search(question):
        return "first"
    if _HONOURS.search(question):
        return "honours"
    if _BRIGHT.search(question):
        return "bright" if _WITH_HEADINGS.search(question) else "new"
    return ""


def answer_honours(prepared: PreparedReport, question: str) -> Draft | None:
    """List every sentence that tells of an honour, of people and units as well.

    Args:
        prepared: The report.
        question: The question; 省级以上 keeps those that name such a level.

    Returns:
        The draft, or None where the report tells of none.
    """
    won = [
        s
        for s in _done(prepared)
        if _HONOURED.search(s.text) and not _NOT_WON.search(s.text) and _is_of_level(s.text, question)
    ]
    return _listed(prepared, won[:_MOST_HONOURS])


def first_asked(question: str) -> str:
    """Tell which firsts a question asks for, in its own words.

    Args:
        question: A question that ``distinction_asked`` finds to ask for firsts.

    Returns:
        Such as 全国首创, or "".
    """
    asked = _FIRSTS.search(question)
    return (asked["scope"] or asked["scope2"]) + (asked["mark"] or asked["mark2"]) if asked else ""


def answer_firsts(prepared: PreparedReport, question: str) -> Draft | None:
    """List the sentences that call something the first in the country, the province or the city.

    Args:
        prepared: The report.
        question: The question; its level is the one asked for.

    Returns:
        The draft, or None where the report calls nothing so.
    """
    asked = _FIRSTS.search(question)
    if asked is None:
        return None
    told = re.compile((asked["scope"] or asked["scope2"]) + _AT_FIRST)
    found = [(s, m[0]) for s in _done(prepared) if (m := told.search(s.text))][:_MOST_NEW]
    draft = Draft(AnswerKind.LIST)
    for sentence, words in found:  # a long sentence is shown where it says so
        term = Term(words, _TELLING, ((fold(words), 1.0),), known=True)
        prefix = "- " if len(found) > 1 else ""
        add_statement(draft, prepared.report, sentence.index, (term,), "", prefix=prefix)
    return draft if draft.lines else None


def answer_bright(prepared: PreparedReport, *, headings: bool, examples: bool = False) -> Draft | None:
    """List the sentences that call a practice new, a first or taken over by others; beside the headings where asked.

    Args:
        prepared: The report.
        headings: Whether the headings of the results come first.
        examples: Whether a few of them are enough: 举几个例子.

    Returns:
        The draft, or None where the report has neither.
    """
    first = answer_section(prepared, SectionKind.RESULT, AnswerKind.LIST) if headings else None
    new = [
        s
        for s in _done(prepared)
        if _NEW.search(s.text) or (headings and _HONOURED.search(s.text) and not _NOT_WON.search(s.text))
    ]
    most = _MOST_EXAMPLES if examples else _MOST_NEW
    if len(new) > most:  # those that others confirm first
        strong = [s for s in new if _STRONG.search(s.text) or _HONOURED.search(s.text)]
        new = sorted((strong + [s for s in new if s not in strong])[:most], key=lambda s: s.index)
    told = _listed(prepared, new)
    if told is None or first is None:
        return told or first
    of = say.PLACE_YEAR(prepared.report.meta.place, prepared.report.meta.year)
    first.lines.append(say.MARKED_OUT(of))
    for sentence in new:
        add_statement(first, prepared.report, sentence.index, (), "name", prefix="- ")
    return first


def named_practices(prepared: PreparedReport) -> list[Sentence]:
    """List the sentences that give a practice of the place a name: 推行“江边议事会”.

    Args:
        prepared: The report.

    Returns:
        The sentences, in order.
    """
    return [
        s for s in _done(prepared) if _OWN_NAME.search(s.text) or ("“" in s.text and _HONOURED.search(s.text))
    ]


def answer_examples(prepared: PreparedReport, on_topic: Sequence[Sentence]) -> Draft | None:
    """List sentences on a topic that name a thing or tell a case.

    Args:
        prepared: The report.
        on_topic: Its sentences on the topic, the best first.

    Returns:
        The draft, or None where there are none.
    """
    cases = [s for s in on_topic if _CASE.search(s.text)][:_MOST_EXAMPLES]
    return _listed(prepared, sorted(cases or on_topic[:_MOST_EXAMPLES], key=lambda s: s.index))


def _done(prepared: PreparedReport) -> list[Sentence]:
    """List the sentences that tell what was done."""
    kinds = {SectionKind.RESULT, SectionKind.INTRO, SectionKind.DUTY}
    return [
        s for s in prepared.report.sentences if s.section in kinds and not s.text.lstrip().startswith("|")
    ]


def _is_of_level(text: str, question: str) -> bool:
    """Tell whether an honour is of the level asked for, by what its sentence names."""
    asked = _LEVEL.search(question)
    if asked is None:
        return True
    levels = list(_OF_LEVEL)
    upto = levels[: levels.index(asked[1]) + 1] if asked[2] else [asked[1]]
    told = "，".join(c for c in re.split(r"[,，;；。]", text) if _HONOURED.search(c)) or text
    return any(re.search(_OF_LEVEL[level], told) for level in upto)


def _listed(prepared: PreparedReport, sentences: Sequence[Sentence]) -> Draft | None:
    """Put sentences in a list, each with its citation."""
    draft = Draft(AnswerKind.LIST)
    for sentence in sentences:
        add_statement(
            draft, prepared.report, sentence.index, (), "name", prefix="- " if len(sentences) > 1 else ""
        )
    return draft if draft.lines else None
