"""What a reading wants of reports, beyond the task that its words name: figures side by side, or one thing in a section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.terms import content_of
from qa.question.words.vocabulary import COUNTED
from qa.ranking import PreparedReport
from qa.types import SectionKind

# Words that name a section or address it; any other word of weight asks for one thing in it.
_SECTION_WORDS = lazy_re(
    r"不足|问题|短板|困难|计划|安排|打算|举措|做法|成效|措施|下一步|明年|来年|目标|思路|主要|重点|法治|政府|存在|负责人|第一责任人|职责|履行|履职|成绩|亮点|进展|薄弱|党政|缺点|毛病|改进|规划|接下来|未来|今后"
)
# "哪边更偏向走复议", "能不能压过", "比……低吗": which of two has more, in words that no pattern of a task foresees.
_MORE = lazy_re(
    r"(?:谁|哪(?:一?个|家|边|里|一家|方))[^,。?]{0,14}[多少高低大小强旺快好优先胜重密猛狠前]|比[^,。?]{0,16}[多少高低大小强快]|[更较]|[多少高低大小](?:还是|,)|压过|领先|落后"
)
# "帮我列某县、某市、某区的法律援助案件": figures side by side, if the reports give them.
_LISTED = lazy_re(r"列(?!举)|报一下|给(?:我)?(?:看|出|个)|数字|数据|案件$|件数$")
# Weight of words that makes a question on a section one on a thing in it.
_LEFT = 2  # characters besides the words of sections that make a term one of its own: 法治宣传教育
_SPECIFIC = 1.1
_MENDED = lazy_re(r"解决|整改|改进|破解|弥补|补齐|化解|消除")
# "在海洋渔业方面做了什么": a field by its name; 法治建设, 依法行政 are the whole report's.
_FIELD = lazy_re(
    r"(?:在|对|围绕|针对|关于)(?P<of>(?:(?!依法行政|法治[政建]|全面依法)[\u4e00-\u9fff]){2,14}?)(?:方面|领域)[^,。?]{0,4}(?:做|干|搞|开展|采取|有)"
)
_NAMES = 4  # and that name a thing whether the section prints them or not: 便民服务


def which_is_more(reading: Reading) -> bool:
    """Tell whether a question on several places asks which has more, though it fits no pattern of a comparison.

    Args:
        reading: The question.

    Returns:
        True for 谁忙一些 and its kin.
    """
    intent = reading.intent
    return (
        intent.task is Task.FACT
        and intent.answer_type not in {"how", "why", "when", "document"}
        and bool(_MORE.search(reading.content))
    )


def is_listed(reading: Reading) -> bool:
    """Tell whether a question on several places lists one counted thing.

    Args:
        reading: The question.

    Returns:
        True where figures side by side are to be tried first.
    """
    cases = reading.content.strip(" 。?").endswith("案件")  # 移送司法机关的涉嫌犯罪案件
    counted = len(reading.terms) > 0 and (cases or all(t.measure or t.text in COUNTED for t in reading.terms))
    plainly = reading.intent.task in {Task.FACT, Task.LIST} and reading.intent.answer_type in {"", "name"}
    return counted and plainly and bool(_LISTED.search(reading.content.strip(" 。?")))


# "法律援助情况", "行政复议的收件情况,先要甲区和乙区": figures, unless it is asked what was done.
_IN_WORDS = lazy_re(
    r"怎么|如何|怎样|哪些|什么|啥|做法|举措|措施|经验|亮点|特色|机制|总结|概括|概述|归纳|介绍|讲讲|说说|谈谈|工作|成效|问题|不足|为何|是否|有没有|吗"
)


def is_counted(reading: Reading) -> bool:
    """Tell whether a question that states no task sets a counted thing of several named places side by side.

    Args:
        reading: The question.

    Returns:
        True for 我在整理行政复议的收件情况,先要甲区和乙区; False for 甲区和乙区的法律援助工作怎么做的.
    """
    intent = reading.intent
    plainly = intent.task in {Task.FACT, Task.SUMMARY, Task.COMPARE} and intent.answer_type in {"", "name"}
    counted = any(t.concept and t.measure for t in reading.terms)
    named = len(reading.places) > 1 or reading.all_places
    return (
        named
        and counted
        and plainly
        and not (intent.section or intent.yes_no)
        and not _IN_WORDS.search(reading.content)
    )


_WHEN = lazy_re(r"什么时候|啥时候|何时|几月|哪个月|哪天")


def is_specific(reading: Reading, reports: Sequence[PreparedReport]) -> bool:
    """Tell whether a question on a section asks for one thing in it (下一步怎么抓行政复议) and not for the whole.

    Args:
        reading: The question.
        reports: Prepared reports in scope.

    Returns:
        True where the whole section would say too much.
    """
    kind = SectionKind(reading.intent.section)
    held = [(r, s) for r in reports for s in r.report.sentences if s.section is kind]
    if not held and kind is SectionKind.RESULT:  # a report without headings over its results
        held = [(r, s) for r in reports for s in r.report.sentences if s.section is SectionKind.INTRO]
    text = "".join(r.folded[s.index] for r, s in held) + "".join(h for _, s in held for h in s.heading[1:])
    own = [t for t in reading.terms if len(_SECTION_WORDS.sub("", t.text)) >= _LEFT]
    mended = (
        kind is SectionKind.PLAN and reading.intent.answer_type == "how" and _MENDED.search(reading.content)
    )
    if mended and any(
        not _MENDED.search(t.text) for t in own
    ):  # 怎么解决公证员短缺: told of it, or of nothing
        return True
    numbered = kind is SectionKind.PLAN and reading.intent.task is Task.NUMBER
    if numbered and any(t.known and not t.everyday for t in own):
        return True  # 打算发放多少创业担保贷款: told by a figure, or of nothing
    if kind is SectionKind.PLAN and _WHEN.search(reading.content) and any(t.known for t in own):
        return True  # 物业的办法打算什么时候出台: told of it, or of nothing
    if kind is SectionKind.RESULT and any(
        len(_SECTION_WORDS.sub("", t.text)) >= (_NAMES if t.known or t.everyday else _NAMES - 1) for t in own
    ):  # 林长制, which the library lacks, names a thing too
        return True
    field = _FIELD.search(reading.content) if kind is SectionKind.RESULT else None
    if field is not None and len(_SECTION_WORDS.sub("", field["of"])) >= _LEFT:
        return True  # 海洋渔业 is named, whether a report speaks of it or not
    told = [t for t in own if any(form in text for form, _ in t.forms)]
    return any(t.concept for t in told) or sum(t.weight for t in told) >= _SPECIFIC


_SEVERAL = 2
_OWN_WORDS, _OTHERS_WORDS = (
    0.75,
    0.3,
)  # share of a question's words in the sentence told, and at most in the section


def beyond_section(reading: Reading, reports: Sequence[PreparedReport]) -> Reading:
    """Ask of the whole report where the problems that a question asks for are those of a thing told elsewhere.

    Args:
        reading: The question: 评查不合格的案卷，毛病主要出在哪.
        reports: Prepared reports in scope.

    Returns:
        The question without its section, where one sentence of the results holds its words and no shortcoming does.
    """
    intent = reading.intent
    own = [t for t in reading.terms if len(_SECTION_WORDS.sub("", t.text)) >= _LEFT]
    total = sum(t.weight for t in own)
    lent = reading.follow_up  # 它提到哪些问题, after suits: what the turns before lend is not asked
    if lent or intent.section != SectionKind.PROBLEM.value or intent.plan or len(reports) != 1:
        return reading
    if len(own) < _SEVERAL:
        return reading
    report, best = reports[0], {True: 0.0, False: 0.0}
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if sentence.section is not SectionKind.PLAN:
            beside = "".join(sentence.heading[1:]) if sentence.section is SectionKind.PROBLEM else ""
            held = sum(t.weight for t in own if any(form in text + beside for form, _ in t.forms))
            inside = sentence.section is SectionKind.PROBLEM
            best[inside] = max(best[inside], held / total)
    if best[False] < _OWN_WORDS or best[True] > _OTHERS_WORDS:
        return reading
    return replace(reading, intent=replace(intent, section="", task=Task.FACT, answer_type=""))


# "法治督察发现的问题谁多谁少,甲、乙、丙", "帮…讨回工资,甲乙比一下": what asks and what joins the places names no indicator.
_ASKS = lazy_re(
    r"谁[多少高低大小快慢]|哪(?:[个边家里]|个?地方|[县区市])?(?:更|最)?(?:[多少高低大小快慢](?=$|[?。,\s]))?|比一?[下比]|一样[多少高低大小]?[吗么]?"
    r"|的?几倍|多几[\u4e00-\u9fff]|少几[\u4e00-\u9fff]|各(?:是|有|为|自)?|都?推了几[个项]|[?。,:;]"
)
_BETWEEN = lazy_re(r"^(?:[\s和与跟同及比、]|还是)+|(?:[\s和与跟同及比、]|还是|的|[多少](?=\s*$))+$")


def named_by(content: str) -> str:
    """Keep of a question on several places the words that may name an indicator.

    Args:
        content: A question, its places and years blanked.

    Returns:
        Such as 法治督察发现的问题.
    """
    return _BETWEEN.sub("", " ".join(_ASKS.sub(" ", content_of(content)).split()))


# What stands around the name of an indicator: 有多少X, X是多少, X多少件, X谁多.
_AROUND = lazy_re(
    r"^(?:(?:不对|不是|错了|[搞弄]错了)?[,。!的\s]*我?想?[问说要指查]的是)?[的\s]*(?:(?:一共|总共|共|目前|现)?有(?!效|关|奖))?[的\s]*"
    r"|(?:谁|哪|如何|怎么样|情况).*$|\s(?:最?[高低多少大小]|[件起宗个名人项家户次场条份])$"
    r"|(?:一共|总共|共|总数|数量|数)?(?:是|为|有|达到?了?(?:什么(?:水平|程度))?|呢)?[\s?]*$"
)

# 甲和乙谁的X多, 甲的X比乙高吗, 甲的X有没有乙多
_AGAINST = lazy_re(
    r"^[和与跟同、,\s]*(?:谁|哪一?[个家边方])的(?P<one>[^,。?]{2,}?)(?:更|最|比较)?[多高大少低小](?:一?[些点])?[\s?]*$"
    r"|^[\s的]*(?P<other>[^\s,。?]{2,}?)(?:比|有没有)\s+(?:还|更|那么|这么)?[多高大少低小](?:一?[些点])?[吗么]?[\s?]*$"
)


def indicator_words(content: str) -> str:
    """Keep of a question the words that may be the name of an indicator.

    Args:
        content: A question, its places and years blanked.

    Returns:
        Such as 行政诉讼案件 of 行政诉讼案件多少件, without what asks and how much of it.
    """
    if against := _AGAINST.search(content):
        content = against["one"] or against["other"]
    return _AROUND.sub("", _AROUND.sub("", named_by(content))).strip(" 的")
