"""Questions that take in words what a report says otherwise: 为什么上升 (有所下降), 成效很明显对吗 (不明显), 连续五年 (连续三年).

Knows nothing of figures (``qa.answer.figures.premise``), and corrects only where one clause holds the same thing; from silence
nothing is concluded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import add_statement
from qa.ledger.clauses import split_clauses
from qa.matching import match
from qa.message import Form
from qa.numerals import parse_chinese
from qa.patterns import lazy_re
from qa.question.single.intent import Intent, Task
from qa.question.words.terms import DIRECTION, Term
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind

_WHY = lazy_re(r"为什么|为何|为啥|缘何|原因|怎么会|咋会")
_WHETHER = lazy_re(r"(?:对吧|是吧|对不对|对么|没错吧)[?。!]*$")
_UP, _DOWN = "上升|增长|增加|上涨|增多|攀升|提高|升高|不降反升", "下降|减少|降低|下滑|回落|下跌|不升反降"
_ROSE, _FELL = lazy_re(rf"{_UP}|变多|多了|涨了"), lazy_re(rf"{_DOWN}|变少|少了|降了")
# "行政复议收案量有所下降", "案件数呈逐年下降趋势": what stands between a thing and the way that it moved.
# 同比下降12% is a figure's to tell.
_WITHOUT = r"(?!了?约?[\d一二三四五六七八九十])"
_COUNTED = r"(?:新收)?(?:案件)?(?:人数|起数|数量|总量|总数|数|量)?"
_HOW = (
    r"(?:也|均|都|已|又|则|同比|环比|[较比](?:上年|去年|往年|20\d\d年)(?:同期|度)?|有所|有了|出现|明显|大幅度?|逐年|持续|稳步|连年|连续[一二三四五六七八九十\d]+年|显著|进一步"
    r"|呈现?|不断|得到|略有|小幅|逐步|双双|实现|“?双)*"
)
_BESIDE = r"(?:、[^,。;、]{2,8})?"  # 事故起数、死亡人数实现“双下降”
_AIMED = lazy_re(r"遏制|避免|防止|力争|争取|推动|促进|确保|努力|预防|着力|防范")
# "成效很明显", "力量充足吗": a word that a report denies as 不明显, 不够充足, 尚不健全, 有待完善.
_DEGREE = lazy_re(
    r"(?<![不未待需够])(?:很|这么|那么|如此|较|较为|比较|非常|十分|挺|特别|相当|都|已经?)?"
    r"(?P<word>明显|突出|充分|到位|完善|健全|充足|充裕|均衡|平衡|显著|规范|及时|深入|严格|合理|理想|扎实|顺畅|紧密)"
    r"(?=了?(?:[,。?!]|吗|吧|么|对吗|对吧|是吗|对不对|呢|$))"
)
# The single characters want their 很: 力量很强 is denied as 不强, and 加强 says nothing of it.
_DEGREE_OF_ONE = lazy_re(
    r"(?:很|这么|那么|如此|较|比较|非常|十分|挺|特别|相当|够|足够|偏|过)(?P<word>强|高|低|足|大|好)(?=了?(?:[,。?!]|吗|吧|么|对|是吗|呢|$))"
)
_DENIED = r"(?:(?:不(?:够|太|甚|尽|是很|怎么)?|尚?未|还不|尚不){0}|(?:有待|亟待|仍需|还需|尚需)(?:进一步)?[增加提]?{0})"
# 力量充足 is denied as 不足 and 短缺 too, 分布均衡 as 不均.
_DENIED_OTHERWISE = {
    "充足|充裕|足|够": r"不足|短缺|紧缺|缺乏|匮乏|稀缺|薄弱|偏少|较少|编制少",
    "均衡|平衡": r"不均(?!衡)",
    "强": r"较?弱(?!势)",
    "高": r"偏低|较低|过低",
    "低": r"偏高|较高|过高",
}
# Characters between the thing and what is denied of it: 行政诉讼新收案件数和败诉率“双下降”工作成效不明显.
_BETWEEN = 20
# "纠正执法不规范问题17起": what was put right is denied of no whole.
_OF_SOME = r"(?!的?(?:问题|行为|案件|情形|现象|事项|单位|部门|人员|文件|地方|环节|案卷))"
_SUBJECT = 4  # 法治政府建设推进很平衡
_NUMERAL = r"[一二三四五六七八九十\d]+"
# "连续五年位列", "第90期论坛", "排名前三": ordinals, which no quantity stands for.
_ORDINALS = (
    lazy_re(rf"连续(?P<n>{_NUMERAL})(?P<of>个?(?:年|届|次|季度|月))"),
    lazy_re(rf"(?P<of>位[列居]|名列|排名?|列)[^,。;?]{{0,8}}?第(?P<n>{_NUMERAL})(?=[名位,。;?吗吧对]|$)"),
    lazy_re(rf"第(?P<n>{_NUMERAL})(?P<of>名|位|期|届|批次?|次|轮|部|号|家|例)"),
    lazy_re(rf"前(?P<n>{_NUMERAL})(?P<of>名|位|强|(?=[,。;?吗吧]|$))"),
)
_HELD, _MOST = 0.6, 0.9  # how well a clause must hold a word; share of the words' weight that it must hold
_FRAME = lazy_re(r"已经?|是不是|是否|对吗|对吧|位列|位居|排名?|名列|获评?|评为|成效|连续|情况|问题")
_QUOTED = lazy_re(r"[“\"「]([^”\"」]+)[”\"」]")


class _Claim(NamedTuple):
    """What a question takes for granted: words that a report would have otherwise, and where they stand."""

    start: int
    end: int
    same: str  # pattern of a clause that has it as the question says
    other: str  # and otherwise
    corrected: Form
    wide: bool = False  # whether clauses before it, up to a semicolon, may name the thing too


def answer_contrary(
    intent: Intent, terms: Sequence[Term], content: str, report: PreparedReport
) -> Draft | None:
    """Correct in the report's words what a question takes for granted, or confirm it where it asks.

    Args:
        intent: What is wanted.
        terms: Terms of the question.
        content: The question, its places and years blanked.
        report: The report.

    Returns:
        The draft, or None where the question claims nothing of the kind or no clause tells it otherwise.
    """
    asked = re.sub(r"\s", "", fold(content))
    why = _WHY.search(asked) is not None
    whether = intent.yes_no or _WHETHER.search(asked) is not None
    if intent.plan or intent.compares or not (whether or why):
        return None
    if intent.task not in {Task.FACT, Task.NUMBER}:
        return None
    if (told := _by_ordinal(asked, terms, report)) is not None:
        index, n, claimed = told
        form = say.STATED_OTHERWISE if n != claimed else say.YES
        return _draft(report, index, terms, form) if n != claimed or whether else None
    named = [t for t in terms if not DIRECTION.match(t.text) and not _FRAME.fullmatch(t.text)]
    for claim in _claims(asked):
        rest = [t for t in named if t.text not in asked[claim.start : claim.end] and not _WHY.search(t.text)]
        quoted = _QUOTED.findall(asked)
        for words in ([t for t in rest if not t.everyday], _subject(asked[: claim.start])):
            same = _told(claim.same, words, quoted, report, wide=claim.wide) if words else []
            other = _told(claim.other, words, quoted, report, wide=claim.wide) if words else []
            if other and not set(same) - set(other):
                return _draft(report, other[0], terms, claim.corrected)
    return None


def _claims(asked: str) -> list[_Claim]:
    """Read what a question takes for granted, other than ordinals."""
    found = []
    rose, fell = _ROSE.search(asked), _FELL.search(asked)
    if (rose is None) != (fell is None):
        way = rose or fell
        assert way is not None
        leads = rf"{_COUNTED}{_BESIDE}{_HOW}"
        up, down = rf"{leads}(?:{_UP}){_WITHOUT}", rf"{leads}(?:{_DOWN}){_WITHOUT}"
        same, other = (up, down) if rose else (down, up)
        found.append(_Claim(way.start(), way.end(), same, other, say.FELL if rose else say.ROSE))
    degree = _DEGREE.search(asked) or _DEGREE_OF_ONE.search(asked)
    if degree is not None:
        word = degree["word"]
        lacks = "|".join(p for words, p in _DENIED_OTHERWISE.items() if word in words.split("|"))
        denied = _DENIED.format(word) + (f"|{lacks}" if lacks else "")
        gap = rf"[^,。;]{{0,{_BETWEEN}}}?"
        found.append(
            _Claim(
                degree.start(),
                degree.end(),
                rf"{gap}(?<![不未待需够太甚尽很]){word}",
                rf"{gap}(?:{denied}){_OF_SOME}",
                say.NOT_SO,
                wide=True,
            )
        )
    return found


def _subject(before: str) -> list[Term]:
    """Take the words before a claim as they stand, where they are all of a kind that no question is cut into."""
    words = re.sub(r"(?:很|较|是不是|是否|为什么|为何|的|得)+$", "", re.split(r"[,。;:?]", before)[-1])
    return [Term(words, 4.0, ((words, 1.0),), known=True)] if len(words) >= _SUBJECT else []


def _told(
    pattern: str, rest: Sequence[Term], quoted: Sequence[str], report: PreparedReport, *, wide: bool
) -> list[int]:
    """List the sentences of which a clause holds all words, and says behind one of them what a pattern tells."""
    forms = sorted({form for t in rest for form, weight in t.forms if weight >= _HELD}, key=len, reverse=True)
    told = re.compile(rf"(?:{'|'.join(map(re.escape, forms))})”?{pattern}")
    found = []
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if sentence.section is SectionKind.PLAN or not all(q in text for q in quoted):
            continue
        for start, end in split_clauses(text):
            clause = text[start:end]
            row = text[:start].rpartition(";")[2] + clause if wide else clause
            near = sum(match(t, clause) >= _HELD for t in rest) * 2 >= len(rest)
            if told.search(clause) and not _AIMED.search(clause) and near and _holds(row, rest):
                found.append(sentence.index)
                break
    return found


def _holds(clause: str, rest: Sequence[Term]) -> bool:
    """Tell whether a clause holds nearly all words, by their weight."""
    total = sum(t.weight for t in rest)
    return sum(t.weight for t in rest if match(t, clause) >= _HELD) >= _MOST * total


def _by_ordinal(asked: str, terms: Sequence[Term], report: PreparedReport) -> tuple[int, int, int] | None:
    """Find the clause that gives an ordinal of the same kind for the same thing: its sentence, its number, the one asked."""
    for pattern in _ORDINALS:
        claim = pattern.search(asked)
        if claim is None:
            continue
        rest = [
            t
            for t in terms
            if not re.search(_NUMERAL, t.text) and t.text not in claim[0] and not _FRAME.fullmatch(t.text)
        ]
        rest = [t for t in rest if not _WHY.search(t.text)]
        if not rest:
            return None
        found: dict[int, int] = {}
        for sentence, text in zip(report.report.sentences, report.folded, strict=True):
            if sentence.section is SectionKind.PLAN:
                continue
            for start, end in split_clauses(text):
                given = pattern.search(text[start:end])
                same = given is not None and given["of"][-1] == claim["of"][-1]
                near = any(match(t, text[start:end]) >= _HELD for t in rest)
                if given is not None and same and near and _holds(text, rest):
                    found.setdefault(_number(given["n"]), sentence.index)
        claimed = _number(claim["n"])
        if claimed in found:
            return found[claimed], claimed, claimed
        return (*next((i, n) for n, i in found.items()), claimed) if len(found) == 1 else None
    return None


def _number(words: str) -> int:
    """Read a numeral."""
    return int(words) if words.isdigit() else int(parse_chinese(words) or 0)


def _draft(report: PreparedReport, index: int, terms: Sequence[Term], form: Form) -> Draft:
    """Quote a sentence behind what it comes to."""
    draft = Draft(AnswerKind.FACT)
    add_statement(draft, report.report, index, tuple(terms), "")
    draft.lines[0] = form(draft.lines[0])
    draft.corrects = form is not say.YES
    return draft
