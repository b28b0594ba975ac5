"""Lists the documents that a report names in 《》: all of them, or those that the place itself issued."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.prose.fact import add_statement
from qa.answer.prose.topical import holds_all
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, ScoredSentence
from qa.text import fold
from qa.types import AnswerKind, SectionKind

# "出台了哪些文件", "制定了什么制度", "做了哪些制度文件"
_ISSUED = lazy_re(
    r"(?:出台|制定|制发|印发|发布|出)(?:了|过)?(?:的)?(?:哪些|哪几[个份部项件]|什么|啥)[^,。?]{0,6}(?:文件|制度|办法|规定|意见|方案|清单|政策|规范|条例|规章|法规)"
    r"|(?:做|搞|弄)了?(?:哪些|什么)[^,。?]{0,4}(?:制度|文件)"
    r"|(?:出台|制定|制发|印发|发布)(?:了|过)?的[^,。?]{0,6}(?:文件|制度)[^,。?]{0,4}(?:有哪些|有什么|清单|名单|列)"
)
# "提到哪些《》", "列出文件名称", "报告里有哪些带书名号的文件"
_NAMED = lazy_re(
    r"《\s*[》]|书名号|(?:列|罗列|列举|整理|汇总)[^,。?]{0,8}文件(?:的)?(?:名称|名字|名|清单|名单|目录)"
    r"|(?:提到|提及|涉及|引用|写到)(?:了|过)?的?(?:哪些|什么)(?:(?:法规|政策|制度)?文件|法律|法规|规章|条例|政策)|(?:提到|提及|涉及|引用|写到)(?:了|过)?的(?:文件|法律|法规|规章|条例|政策|和|、)+(?:都)?(?:有哪些|是什么|有什么|列)|文件(?:名称|名字|名)(?:都)?(?:有哪些|是什么|有什么)"
)
FRAME = lazy_re(
    r"出台|制定|制发|印发|发布|提到|提及|涉及|引用|写到|文件|制度|办法|规定|意见|方案|清单|政策|规范性?|法律|法规|规章|条例|推出|什么|名称|名字|目录|书名号|列出|罗列|列举|整理|汇总|哪些|全部|所有|带"
)
_TITLE = lazy_re(r"《([^《》]{2,60})》")
_PRESS = lazy_re(
    r"(?:日报|晚报|时报|早报|周报|周刊|杂志|新闻|新闻联播|电视|频道|之声|专栏|专刊|简报|参考|信息)(?:\([^()]*\))?$"
)
# A title that ends so is a document whatever is said of it: 短视频解读《某办法》.
_DOCUMENT = lazy_re(
    r"(?:办法|规定|条例|意见|方案|通知|规划|计划|清单|目录|细则|制度|规程|规范|规则|指引|指南|纲要|要点|预案|标准|章程|公约|协议|协定|决定|决议|公告|通告|措施|(?<![说普学讲送懂守])法|手册|汇编"
    r"|备忘录|合同|倡议书|承诺书|建议书|意见书|报告|白皮书|基准|流程|工作法|任务书|责任书|答复|批复|令|解释|准则|案例|问答|体系|条|\d+问)(?:[(（][^()（）]*[)）])?$"
)
# "朗诵作品《…》获奖", "短视频《…》", "开办《…》栏目": works, and no documents.
_WORK_BEFORE = lazy_re(
    r"(?:作品|短视频|视频|微电影|电影|短片|动漫|动画|漫画|歌曲|主题曲|小品|快板|相声|戏曲|小戏|情景剧|话剧|短剧|剧目|节目|栏目|专栏|抖音|摄制|拍摄|录制|创作|编排|排演|演出|演唱|朗诵|编写的|刊登在|刊载于"
    r"|开办|开设|播出|直播|被|获|专题片|宣传片|图书|绘本|读本|杂志|报纸|公众号)[^,，。;；《》]{0,8}$"
)
_WORK_BEHIND = lazy_re(
    r"^(?:等)?(?:[\d一二两三四五六七八九十]+[个部首]?)?(?:的)?(?:[^,，。;；《]{0,6})?(?:栏目|专栏|节目|短视频|视频|微电影|歌曲|小品|作品|刊登|刊载|刊发|报道|简报录用|录用|播出|开播|上映|荣?获)"
)
# "出台了什么条例": no other document answers
_OF_KIND = lazy_re(
    r"(?:什么|哪[个份部项些]|哪几[个部项份])[^,。?]{0,4}(条例|办法|细则|规划|方案|章程|预案|规范性文件)(?![^,。?]{0,2}[^,。?吗呢])"
)
# A kind that stands before the titles and not in them: 出台行政规范性文件3件,分别是《…》《…》.
_TOLD_KIND = "规范性文件"
_MADE = lazy_re(rf"(?:制定|出台|印发|制发|发布)[^,。;《]{{0,8}}{_TOLD_KIND}")
_LED = lazy_re(r"^(?:分别|包括|主要(?:有|包括)|其中|具体|即|有|为|是)")
# "全年没有制定规范性文件"
_NONE_MADE = lazy_re(r"(?:没有|未|无)(?:新)?(?:制定|出台|制发|印发|发布)[^,，。;；《]{0,8}(?:文件|制度)")
_CLAUSE = lazy_re(r"[,，;；。\n]")
_ISSUES = "出台|制定|印发|制发|发布|修订|编制|公布|下发|起草|审议通过|通过|推出|完善|拟定|草拟|颁布|签发|形成|编印|转发"
_STUDIES = (
    "学习|贯彻|落实|根据|按照|依据|依照|紧扣|对照|宣传|围绕|执行|遵循|宣讲|解读|参照|结合|违反|适用|实施"
)
_VERB = lazy_re(rf"{_ISSUES}|{_STUDIES}")
_ISSUE = lazy_re(_ISSUES)
_BEHIND = lazy_re(
    r"^(?:》|等|[^,，。;；《]{0,4})?(?:[^,，。;；《]{0,6})(?:出台|制定|印发|修订|正式实施|正式施行|公布|获?审议通过)"
)
# "《某市食品安全条例》于9月1日起施行"
_IN_FORCE = lazy_re(r"^(?:已)?(?:于|自|从)[^,，。;；《]{2,14}(?:施行|实施|生效)")
# Of the country or the level above: never the place's own.
_ABOVE = lazy_re(
    r"(?:国务院|党中央|中共中央|全国人大|司法部|财政部|公安部|最高人民|国家[^,，。]{2,8}[局部委])[^,，。;；《]{0,16}$"
)
_NATIONAL = lazy_re(r"^(?:中华人民共和国|国务院|中共中央|全国)")


def titles_asked(question: str) -> str:
    """Tell which documents a question asks to have listed.

    Args:
        question: A cleaned question.

    Returns:
        "issued", "named", or "" where it asks for none.
    """
    return "issued" if _ISSUED.search(question) else "named" if _NAMED.search(question) else ""


def answer_titles(
    prepared: PreparedReport, which: str, terms: Sequence[Term] = (), kind: str = ""
) -> Draft | None:
    """Compose the list of titles, each with the clause that prints it.

    Args:
        prepared: The report.
        which: As ``titles_asked`` gives it.
        terms: Terms of the topic that the titles, or the clauses that print them, must hold; none for all titles.
        kind: What a title must end in (条例), or "" for any.

    Returns:
        The draft, or None where the report prints no such title.
    """
    report = prepared.report
    draft = Draft(AnswerKind.LIST)
    told: set[str] = set()
    for sentence in report.sentences:
        if which == "issued" and sentence.section is SectionKind.PLAN:
            continue
        text = sentence.text
        for match in _TITLE.finditer(text):
            start, end = _clause_of(text, match.start(), match.end())
            if start and _LED.match(text[start:]):
                start = _clause_of(text, start - 1, start - 1)[0]
            if match[1] in told or _is_work(text[start : match.start()], match[1], text[match.end() : end]):
                continue
            if which == "issued" and not _is_issued(
                text[start : match.start()], match[1], text[match.end() : end], report.meta.place
            ):
                continue
            of_kind = kind in text[start:end] if kind == _TOLD_KIND else _bare_title(match[1]).endswith(kind)
            if not holds_all(terms, fold(text[start:end])) or not of_kind:
                continue
            told.add(match[1])
            marker = draft.cite(report, sentence.start + start, sentence.start + end, sentence)
            draft.lines.append(say.POINT(plain(match[0]), marker))
    of = say.PLACE_YEAR(report.meta.place, report.meta.year)
    if draft.lines:
        draft.lines.insert(0, (say.ISSUED_TITLES if which == "issued" else say.NAMED_TITLES)(of))
        return draft
    if kind == _TOLD_KIND and not any(_MADE.search(text) for text in prepared.folded):
        return answer_titles(prepared, which, terms)
    if terms or kind or which == "named":  # 制定规范性文件7件, without titles, is told by its sentence
        return None
    if none := next((s for s in report.sentences if _NONE_MADE.search(s.text)), None):
        add_statement(draft, report, none.index, (), "")
        return draft
    named = answer_titles(prepared, "named")
    if named is not None:  # 《某办法》列入决策目录: named, and nobody says that it was issued
        named.lines[0] = say.NONE_ISSUED(of)
    return named


def kind_of(content: str) -> str:
    """Tell of which kind the documents must be that a question asks for: 条例 of 出台了什么条例, else "".

    Args:
        content: The question.

    Returns:
        The kind.
    """
    asked = _OF_KIND.search(content)
    return asked[1] if asked else ""


def _bare_title(title: str) -> str:
    """Take the brackets off the end of a title: 某条例（草案）."""
    return re.sub(r"[(（][^()（）]*[)）]$", "", title)


def of_that_kind(ranked: Sequence[ScoredSentence], content: str) -> list[ScoredSentence]:
    """Keep the sentences that name a document of the kind asked for: 规范性文件7件 tells of no 条例.

    Args:
        ranked: Sentences, the best first.
        content: The question.

    Returns:
        Those that do; all where any document answers.
    """
    kind = kind_of(content)
    return [s for s in ranked if kind in s.report.folded[s.index]]


def _is_work(before: str, title: str, behind: str) -> bool:
    """Tell whether a title is that of a newspaper, a song, a film or a column, and of no document."""
    if _PRESS.search(title):
        return True
    before = _TITLE.sub("", before)
    told = _WORK_BEFORE.search(before) or _WORK_BEHIND.match(_TITLE.sub("", behind).lstrip("、和"))
    return told is not None and not _DOCUMENT.search(title)


def _clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the clause that holds a title; marks inside titles end none."""
    masked = _TITLE.sub(lambda m: "《" + "-" * len(m[1]) + "》", text)
    before = [m.end() for m in _CLAUSE.finditer(masked, 0, start)]
    after = _CLAUSE.search(masked, end)
    return before[-1] if before else 0, after.start() if after else len(text)


def _is_issued(before: str, title: str, behind: str, place: str) -> bool:
    """Tell whether the words around a title say that the place itself made the document."""
    before = _TITLE.sub(lambda m: "-" * len(m[0]), before)
    if _NATIONAL.match(title) or _ABOVE.search(before):
        return False
    if place[:-1] in title and _IN_FORCE.match(behind):
        return True
    verbs = list(_VERB.finditer(before))
    if verbs:
        return _ISSUE.fullmatch(verbs[-1][0]) is not None
    return _BEHIND.match(behind) is not None
