"""Parts that a question asks for and a figure of the whole does not tell: women, the young, one person's own deeds, pay.

调解员里女的有几个 is not answered by all 调解员, 县长自己劝和了几桩 not by what all mediators did, 复议后又打官司的 not by all
reviews. Looks at the question's own words and at the clause of a figure; knows nothing of ranking. Measured in
docs/design/007-refusal.md.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.answer.guards.rivals import owning
from qa.ledger.mention import LEAD
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.question.words.vocabulary import COUNTED, GENERIC
from qa.ranking import Query, ScoredMention
from qa.text import fold

# "诉求里企业诉求有多少", "D级企业里停产的有几家": what stands behind 里 narrows the whole before it.
_PART = lazy_re(
    r"(?P<whole>[\u4e00-\u9fffA-Za-z\d“”]{2,24}?)(?<![区县市镇乡村院校家心手城屋夜店厂局所社班网河江湖山])(?:里面?|里头|当中|之中|(?<=[件户家人项个])中)(?:的|,|其中)*"
    r"(?P<part>[\u4e00-\u9fffA-Za-z\d“”]{1,12}?)(?:一共|总共|共)*(?:占|有|是|达到?)*(?:多少|几)"
)
_NO_WHOLE = lazy_re(r"(?:报告|年报|文件|材料|表格?|资料|数据|全[省市区县年])$")  # 报告里,市本级立案多少
# 公开 and 办结 of 公开的有多少件: what is done, 的 and 有 aside.
_FRAME = lazy_re(r"[的了有是被]|案件|数量?|总量")
_HELD = 0.5
# What stands by a count and names no part of it: 全市办理免罚案件 counts the whole of 免罚的案子.
_COUNTS = lazy_re(
    r"全[年省市县区州旗]|其中|累计|一共|总共|共计?|办理|实施|作出|查处|受理|收到|新收|审结|办结|落实|适用|推行|开展|现有|达到?|拥有|设立|建成|培育|培养"
    r"|案件|案子|人员|对象|事项|决定|机构|组织|单位|机关|部门|政府|执法|行政|在册|各级|各类|年末|矛盾|纠纷|化解|调解|调处|成功|人民|依法"
    r"|包容|审慎|轻微|违法|行为|首违|不予|罚没|罚款|金额|资金|款项?|入库|[各个的了为有对在约已等级,、|“”（）()\d]"
)
_SMALL = 2  # characters that are left of a figure's words where they name no part

# Groups of people that narrow a count, before the bar as they are asked for, behind it as a clause that counts them prints one.
_GROUPS = tuple(
    (lazy_re(asked), lazy_re(printed))
    for asked, printed in (
        (
            r"女的|女同志|女性|女同胞|女人|女娃|女孩|女生|女职工|女干部|女调解员|女律师|妇女(?!儿童|节|联|主任)",
            r"女|妇|性别|孕|生育|家暴|家庭暴力|人身安全保护",
        ),
        (r"男的|男同志|男性|男人|男娃|男孩|男生|男职工", r"男|性别"),
        (r"年轻人|小年轻|年纪轻|青年(?!节|志愿|文明|干部学院)", r"青年|年轻|岁|年龄|高校毕业|大学生|学生"),
        (
            r"(?:多大|平均)(?:的)?(?:岁数|年纪|年龄)|平均(?:多大|多少岁)|(?:年纪|年龄|岁数)(?:多大|是?多少)",
            r"岁|年龄",
        ),
        (
            r"外地人|外乡人|外省人|外来人|外地来|外地户口",
            r"外[地省籍来县市]|异地|跨|流动|务工|游客|境外|涉外",
        ),
        (r"本地人|当地人|本地户口", r"本[地县市区]|当地|户籍|籍"),
    )
)
_AGE = lazy_re(
    r"(?<![\d.])(?P<years>\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:来|多)?(?:周)?岁(?P<under>以下|往下|以内|不到|出头)?"
)
_OLD, _GROWN = 50, 20  # years from which 老人 is said of them, up to which 未成年人 is
_OF_AGE = (
    lazy_re(r"岁|年龄|老|高龄|退休|养老"),
    lazy_re(r"岁|年龄|少年|儿童|孩|学生|未成年|青年|幼"),
    lazy_re(r"岁|年龄|青年|中年"),
)
_TENS = {"十": 1, **{c: n for n, c in enumerate("一二三四五六七八九", 1)}}

# "县长自己劝和了几件", "姓张的调解员一个人办了几件": one person's own.
_OWN_DEED = lazy_re(
    r"(?P<who>[省市县区镇乡村局厅州旗]长|书记|主任|主席|一把手|头头|领导|负责人|姓(?P<name>[\u4e00-\u9fff])的?[\u4e00-\u9fff]{0,6}"
    r"|(?:调解员|律师|法官|所长|队长|民警|干警)[\u4e00-\u9fff]{0,3}?|[省市县区镇乡局]长[\u4e00-\u9fff]{2,3})"
    r",?(?:他|她)?(?:自己|本人|亲自|亲手|一个人|(?<![几哪多少每两三])个人)"  # not 律师一共几个人
)
# "姓陈的调解员劝和了几桩": by one who is named, whatever else is said of the person
_SURNAMED = lazy_re(r"(?<!百)姓(?P<name>[\u4e00-\u9fff])(?:的|某)")
_LEADERS = lazy_re(
    r"[省市县区镇乡局厅州旗]长|书记|主要(?:负责人|领导)|一把手|第一责任人|负责人|领导|班子|带头|亲自|本人|率先|主任"
)
_PEOPLE = lazy_re(r"调解员|律师|法官|所长|队长|民警|干警|姓")
# "复议后又打官司的", "仲裁完不服起诉的": of two deeds one after another.
_THEN = lazy_re(
    r"(?P<first>复议|仲裁|调解|裁决)(?:案[件子]|决定)*(?:之?后|以后|完了?|过了?|结束)[^,。?]{0,5}?(?:又|再|还|仍|不服|接着|提起|起诉|去)+[^,。?]{0,5}?(?:起诉|诉讼|打官司|告|上法院)"
)
_SUED, _AFTER = lazy_re(r"诉|官司"), lazy_re(r"后|不服|再|仍|进入")
_NO_LINK = lazy_re(r"[;。]")
_PAY = lazy_re(
    r"(?P<whom>[\u4e00-\u9fff]{2,12}?)(?:平均)?(?:每人|每月|每年|每天|一个月|一年|一天|每件案子|每案|每件|一件案子|一件)*(?:的|能|给|发|拿|领|挣|开|补)*"
    r"(?:(?P<asked>多少|几)(?:钱)?(?:的)?(?:工资|薪酬|薪水|年薪|补助|补贴|津贴|报酬|劳务费|辛苦费|跑腿费|酬劳|酬金|奖金)|(?:工资|薪酬|薪水|年薪|补助|补贴|津贴|报酬|劳务费|辛苦费|跑腿费|酬劳|酬金|奖金)(?:标准)?(?:一年|每月|一个月|每人|平均)*(?:是|有|为|拿|给|发|领)*多少)"
)
_PER = lazy_re(
    r"(?:调解员|律师|法律顾问|法律明白人|网格员|话务员|接线员|执法人员|辅警|辅助人员|监督员|志愿者|法官|公证员|代办员|[\u4e00-\u9fff]{1,3}员)[^,。?]{0,3}(?:一个月|每月|一年|每年|一天|每人|每件案子|一件案子|每案|一件)[^,。?]{0,3}(?:多少钱|几块钱|多少元|几千)"
)
# 追回工资, 欠薪: what others were owed is no pay of theirs.
_OWED = lazy_re(r"追|讨|要回|拿回|挽回|欠|发放|返还|退|冒领|领取|清偿")
_GOT_BACK = lazy_re(r"追|讨|要回|拿回|挽回|欠薪|拖欠")
_PAID = lazy_re(r"补|贴|工资|薪|津|报酬|劳务|奖|每|人均|标准")


def lacks_part(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a question asks for a part, a person's own or a pay that no word by a figure tells.

    Args:
        query: The question.
        scored: A figure.

    Returns:
        True where the figure answers another question.
    """
    content = bare(query.content)
    return (
        _of_the_whole(content, query, scored)
        or _is_the_whole(content, query, scored)
        or _of_another_whole(content, query, scored)
        or _of_no_group(content, scored)
        or _by_no_person(content, query, scored)
        or _not_after(content, scored)
        or _not_paid(content, query, scored)
    )


@lru_cache(maxsize=16)
def bare(content: str) -> str:
    """Leave blanks and end marks out of a question; each of its figures is asked.

    Args:
        content: The question.

    Returns:
        The question folded, without them.
    """
    return re.sub(r"[\s。!]", "", fold(content))


def _asked_part(content: str) -> tuple[str, str] | None:
    """Split a question into a whole and the part of it that is asked for, or None where it asks for no part."""
    asked = _PART.search(content)
    if asked is None or _NO_WHOLE.search(asked["whole"]) or _groups(content):
        return None
    part = _FRAME.sub("", asked["part"])
    if len(part) < _SMALL or part in GENERIC | frozenset(COUNTED) or part in asked["whole"]:
        return None
    return asked["whole"], part


def _of_the_whole(content: str, query: Query, scored: ScoredMention) -> bool:
    """Tell whether a part of a whole is asked for in official words and nothing by a figure names the part."""
    asked = _asked_part(content)
    if asked is None or any(t.everyday and not _is_official(t) for t in query.terms):
        return False
    named = [t for t in query.terms if _is_of(t, asked[1]) and not _is_of(t, asked[0])]
    named = [
        t for t in named if t.known or t.concept
    ]  # what no report prints is everyday speech, and may be told otherwise
    return bool(named) and not any(match(t, _near(scored)) >= _HELD for t in named)


def _is_the_whole(content: str, query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure's own words name the whole of which a part is asked for, and nothing besides."""
    asked = _asked_part(content)
    if asked is None:
        return False
    wholes = [t for t in query.terms if _is_of(t, asked[0]) and not _is_of(t, asked[1])]
    parts = [t for t in query.terms if not any(t is w for w in wholes)]
    own = f"{scored.mention.label}|{scored.mention.noun}|{scored.mention.thing}|{scored.mention.row}|{scored.mention.column}"
    own = fold(own)
    if not any(match(t, own) >= _HELD for t in wholes) or any(match(t, own) >= _HELD for t in parts):
        return False
    for form in sorted({f for t in wholes for f, _ in t.forms}, key=len, reverse=True):
        own = own.replace(form, "|")
    return len(_COUNTS.sub("", own)) < _SMALL


def _of_another_whole(content: str, query: Query, scored: ScoredMention) -> bool:
    """Tell whether nothing around a figure speaks of the whole asked for, which its report names elsewhere."""
    asked = _asked_part(content)
    if asked is None:
        return False
    report, at = scored.report, scored.sentence
    sentence = report.report.sentences[at]
    told = report.folded[at][: scored.mention.quantity.start]  # the whole stands before its parts
    around = "|".join((*report.folded[max(0, at - 1) : at], told, _near(scored))) + fold(
        f"|{sentence.lead}|{'|'.join(sentence.heading)}|{scored.mention.row}|{scored.mention.column}"
    )
    return any(
        t.concept
        and not (t.everyday and not any(form in t.text for form, _ in t.forms[1:]))
        and _is_of(t, asked[0])
        and match(t, around) < _HELD
        and any(match(t, text) >= _HELD for text in report.folded)
        for t in query.terms
    )


def _of_no_group(content: str, scored: ScoredMention) -> bool:
    """Tell whether a group of people is asked for and neither the clause of a figure nor what leads to it names one such."""
    near = _near(scored) + "|" + _clause(scored)
    return any(printed.search(near) is None for printed in _groups(content))


@lru_cache(maxsize=16)
def _groups(content: str) -> tuple[re.Pattern[str], ...]:
    """Find the groups of people that a question asks for, each as a clause that counts them prints it."""
    asked = [printed for said, printed in _GROUPS if said.search(content)]
    if age := _AGE.search(content):
        years = _years(age["years"])
        asked.append(_OF_AGE[0 if years >= _OLD and not age["under"] else 1 if years <= _GROWN else 2])
    return tuple(asked)


def _by_no_person(content: str, query: Query, scored: ScoredMention) -> bool:
    """Tell whether one person's own deed is asked for and the sentence up to a figure speaks of no such person."""
    surnamed = _SURNAMED.search(content)
    asked = surnamed or _OWN_DEED.search(content)
    if asked is None:
        return False
    if surnamed and query.intent.unit_class == "case" != scored.mention.quantity.unit_class:
        return True  # brands named after somebody are none of the cases
    sentence = scored.report.report.sentences[scored.sentence]
    told = scored.report.folded[scored.sentence][: scored.mention.quantity.start]
    told = _NO_LINK.split(told)[-1] + fold(f"|{sentence.lead}|{'|'.join(sentence.heading)}")
    if asked["name"]:
        return asked["name"] not in told
    who = asked["who"]
    if _PEOPLE.search(who):
        name = _PEOPLE.sub("", who)
        return bool(name) and name not in told
    return _LEADERS.search(told) is None


def _not_after(content: str, scored: ScoredMention) -> bool:
    """Tell whether a suit after a review is asked for and the clause of a figure does not tell of one after the other."""
    asked = _THEN.search(content)
    if asked is None:
        return False
    own = owning(scored)
    told = _NO_LINK.split(scored.report.folded[scored.sentence][: scored.mention.quantity.start])[-1]
    return not (_SUED.search(own) and asked["first"] in told + own and _AFTER.search(own))


def _not_paid(content: str, query: Query, scored: ScoredMention) -> bool:
    """Tell whether somebody's pay is asked for and a figure is no money, or money that is no pay, or another's."""
    asked = _PAY.search(content)
    if (asked is None and _PER.search(content) is None) or _OWED.search(content):
        return False
    if scored.mention.quantity.unit_class != "money":
        return asked is None or not asked["asked"] or not _PAID.search(owning(scored))
    whom = asked["whom"] if asked is not None else content
    named = [t for t in query.terms if t.text in whom and not t.required]
    around = _near(scored) + "|" + scored.report.folded[scored.sentence]
    clause = _clause(scored)
    return (
        not _PAID.search(clause)
        or bool(_GOT_BACK.search(clause))
        or (bool(named) and not any(match(t, around) >= _HELD for t in named))
    )


def _is_official(term: Term) -> bool:
    """Tell whether an everyday term is said in official words: 停产 of 责令停产停业."""
    return any(term.text in form for form, _ in term.forms[1:])


def _is_of(term: Term, words: str) -> bool:
    """Tell whether a term stands in some words of the question."""
    return term.text in words and term.text not in GENERIC


def _near(scored: ScoredMention) -> str:
    """Join what owns a figure and what leads to it."""
    led = (words for weight, words in scored.mention.zones if weight >= LEAD)
    return "|".join((owning(scored), fold(scored.mention.label), *led))


def _clause(scored: ScoredMention) -> str:
    """Give the words between the commas around a figure."""
    text, (start, end) = scored.report.folded[scored.sentence], scored.mention.clause
    return text[start:end]


def _years(said: str) -> int:
    """Read an age of one or two Chinese numerals, or digits."""
    if said.isdigit():
        return int(said)
    tens, _, ones = said.partition("十")
    return 10 * _TENS.get(tens, 1) + _TENS.get(ones, 0)
