"""Answers a question for one figure of one report: the figure in the words that own it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.ledger.directions import PAST, REACHED
from qa.ledger.last_year import words_beside
from qa.ledger.mention import Mention
from qa.ledger.observe import observe_sentence
from qa.ledger.own import DATED
from qa.patterns import lazy_re
from qa.quantity import SPAN, Quantity
from qa.ranking import ScoredMention
from qa.text import fold
from qa.types import AnswerKind, Report, SectionKind, Value

_LEADING = lazy_re(
    r"^(?:20\d\d\s?年(?!\d{1,2}月|[底末初]前|前|[底末初]之前)(?:度|以来|来|全年|底)?|全年|今年以来|一年来|目前|现(?![场金代役行货])|已|共|共计|累计|总计|合计|同时|并|且|还|也|约(?![谈见束请定访])|近|为|是|以及|及|和|与|,|，|、|\s)+"
)
# What is left of a label by itself names nothing: "其中", "同比上升".
_SINCE = lazy_re(r"自?(20\d\d)\s?年(?:以来|至今|起)")
_EMPTY = lazy_re(r"其中|同比|环比|上升|下降|增长|减少|达到?|至|的|\s")
_ADDED = lazy_re(r"(?:本年|当年|全年)?新(?:增|培育|培养|建成?|创建)|当年增加")
_NAMING = 2
# "由上年的8412次减至6037次": the base of the change is no name of the figure.
_BASE = lazy_re(r"(?:由|从|较|比)(?:上年|去年|上一年|前年|20\d\d年)(?:同期)?的?$")
# "较上年的6380次下降33.9%": the verb behind the base of a change is no name either.
_MOVES = lazy_re(r"(?:同比|环比)?(?:上升|下降|增长|增加|减少|提高|降低|回落|压减|压降|提升)(?:了|至|到|为)?")
_AGAINST = lazy_re(r"^相比|持平$")  # 与上年的298份基本持平
_EACH = lazy_re("分别|依次")
_MOVED_EACH = lazy_re(
    r"((?:同比|环比|[比较](?:上年|去年|上一年|20\d\d年)(?:同期)?)?)(?:分别|依次)"
    r"((?:同比|环比|[比较](?:上年|去年))?(?:上升|下降|增长|增加|减少|提高|降低|提升|压减|回落)了?)"
)
_RESPECTIVELY = lazy_re(r"分别(?:[为是达有]|达到)?$")
_BOUND = lazy_re(
    r"\d[\d,.]*[^\d,，、;；]{1,4}(?:以上|以下|以内)"
)  # it belongs to the name: 2名以上工作人员的
# "2025年6月底前新增", "在2024年9月": a date belongs to the words of a figure as a whole.
_DATED = lazy_re(
    r"(?:20\d\d\s?年(?:\d{1,2}月(?:\d{1,2}日)?|(?=[底末初]?前|[底末初]之前|以来|至今|起))|(?<!\d)\d{1,2}月(?:\d{1,2}日)?)(?=[\u4e00-\u9fff])"
)
_SAID = lazy_re(r"大约|约|大概|将近|接近|近|超过|超出|突破|超|逾|高于")  # shown as it is printed
_LIMIT = lazy_re(
    r"不足|不到|不满|少于|低于|小于|至少|不少于|不低于|不超过|不高于|最多|至多"
)  # 不足9人 is no 9人以下
_WITHIN = lazy_re(r"[以之]内$")  # 以下 of the reading, shown as it is printed
_TWO_WAY = lazy_re(r"(?:增减|变化|变动|升降)(?:率|幅度)?(?:[(（]%[)）])?$")
_SHARE_OF = lazy_re(r"占[^,，;；:：。\d]{0,8}的?$")  # 占审结数的45.0%: of whom the figure before is
_DIGIT = lazy_re(r"\d")
_OF_YEAR = lazy_re(r"20\d\d年度?")  # 案例入选省2023年度法律援助十大典型案例
_OWN_WORDS = 8  # so many characters behind a figure say what it counts
_MAX_NOUN = 20  # a longer noun behind a figure is a sentence of its own
_MAX_LABEL = 36
# "行政执法主要数据:行政处罚:2023年为6318件;2024年为5742件;增减-9.1%": a row whose columns are years says what it is of.
_LINE = lazy_re(r"(?:[^:;,。]{2,24}:)?(?P<of>[^:;,。\d]{2,16}):20\d\d年")
# "市场监管:行政检查4210户次;立案356件;": a table's row as qa.formats.tables writes it; its label says whose the figure is.
_ROW = lazy_re(
    r"(?:[^:;。]{2,40}:)?([^:;,。\d]{2,16}):(?:[^:;,。\d]{1,20}[\d,.]+[^:;,。.\d]{0,6}(?:;|。?$))+$"
)


# "单笔奖励5万元,为132名“吹哨人”落实保密措施": what was done for them is no reward
_DONE_FOR, _DEED = frozenset({"为", "对", "给", "向"}), 5


def answer_number(best: ScoredMention, question_words: str) -> Draft:
    """Compose the answer for one figure.

    Args:
        best: The figure.
        question_words: Words of the question that name what is counted, for a figure that no words own.

    Returns:
        The draft, with one value and one citation.
    """
    draft = Draft(AnswerKind.NUMBER)
    report, mention = best.report.report, best.mention
    marker = draft.cite_mention(report, mention)
    value = replace(value_of(report, mention, question_words, marker), year=best.report.holds)
    draft.values.append(value)
    noun = plain(trim(mention.noun)) if _noun_belongs(mention) else ""
    draft.lines.append(_line(report, mention, value, noun))
    return draft


def answer_numbers(found: Sequence[ScoredMention], question_words: str) -> Draft:
    """Compose the answer for several figures of one question, a line each.

    Args:
        found: The figures.
        question_words: As for ``answer_number``.

    Returns:
        The draft.
    """
    draft = Draft(AnswerKind.NUMBER)
    for scored in sorted(found, key=lambda s: (s.mention.sentence, s.mention.quantity.start)):
        report, mention = scored.report.report, scored.mention
        marker = draft.cite_mention(report, mention)
        value = replace(value_of(report, mention, question_words, marker), year=scored.report.holds)
        draft.values.append(value)
        draft.lines.append(_line(report, mention, value, ""))
    return draft


def _line(report: Report, mention: Mention, value: Value, noun: str) -> str:
    """Tell a figure, one of the plans as such: 2025年计划, where the report says for which year it plans."""
    told = (plain(value.indicator), printed(mention.quantity), noun, value.citation)
    sentence = report.sentences[mention.sentence]
    if sentence.section is not SectionKind.PLAN:
        return say.FIGURE(report.meta.place, value.year, *told)
    coming = report.meta.year + 1
    around = "|".join((sentence.text, sentence.lead, *sentence.heading))
    if f"{coming}年" in re.sub(r"\s", "", fold(around)):
        return say.PLANNED_FIGURE(report.meta.place, coming, *told)
    return say.NEXT_FIGURE(report.meta.place, value.year, *told)


def value_of(report: Report, mention: Mention, question_words: str, marker: int) -> Value:
    """Make the contract's value of a figure.

    Args:
        report: The report that it stands in.
        mention: The figure.
        question_words: What is counted, in the question's words, for a figure that no words own.
        marker: Its citation.

    Returns:
        The value, with the label as its indicator.
    """
    quantity = mention.quantity
    return Value(
        place=report.meta.place,
        year=report.meta.year,
        indicator=label_of(report, mention) or question_words,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        citation=marker,
    )


_MARKDOWN = lazy_re(r"^[-*+]\s+|\s*[*`]{1,3}\s*")  # "- 办理行政处罚案件 **1,582** 件"
_A_PLACE = lazy_re(r"(?:其中|如|以)?[\u4e00-\u9fff]{1,5}(?:街道|苏木|[镇乡区县市旗])$")


def label_of(report: Report, mention: Mention) -> str:
    """Give the words that say what a figure counts, as printed, without figures of their own.

    Args:
        report: The report.
        mention: The figure.

    Returns:
        Up to 36 characters, or "" if nothing names it.
    """
    if mention.year and (told := words_beside(mention)):
        return plain(trim(told))
    said = _MARKDOWN.sub("", mention.label)
    since = _SINCE.match(said)  # 2021年以来累计投入 is no figure of the year alone
    if since is None or int(since[1]) == report.meta.year:
        said = PAST.sub("", REACHED.sub("", _LEADING.sub("", said)))
    own = said
    if not own and _ADDED_UP.search(mention.label):
        return _of_the_sum(report, mention)
    if _heads_clause(mention):
        return plain(trim(mention.noun))
    if (field := _field_beside(report, mention)) and field not in own:
        own = field + own
    done_for = mention.label.strip() in _DONE_FOR and len(mention.noun) >= _DEED
    if done_for:
        return mention.label.strip()  # as printed: 为132名“吹哨人”落实信息保密措施
    if len(_EMPTY.sub("", own)) < _NAMING:
        inherited = _inherited(report, mention)
        if _A_PLACE.search(own):  # 乙镇 of 其中甲镇94件、乙镇71件
            inherited = _A_PLACE.sub("", inherited)
        if "累计" in mention.label:  # 累计168个 behind 新增示范村19个 is not what is new
            inherited = _ADDED.sub("", inherited)
        own = inherited + own if inherited else own
    if (dated := DATED.match(mention.label)) and (above := _inherited(report, mention)):
        rest = mention.label[dated.end() :]
        own = above if rest in above else above + rest  # 为, 收到 of (2023年收到118件)
    if _SHARE_OF.match(own) and mention.quantity.unit == "%":
        own = _inherited(report, mention) + own
    if mention.thing and (_EACH.search(own) or (mention.change and not mention.label)):
        own = mention.thing + _moved_each(report, mention)
    elif mention.thing and mention.thing not in own:
        own = mention.thing + own
    if mention.holder and mention.holder not in own and not _A_PLACE.search(own):
        own = mention.holder + own
    if _DIGIT.search(_DATED.sub("", _BOUND.sub("", own))):
        own = re.split(r"\d[^,，、；;]*?(?=[\u4e00-\u9fff“《])", own)[-1]
        own = own if not _DIGIT.search(_DATED.sub("", _BOUND.sub("", own))) else ""
        if own.startswith("年"):  # what is left of 2023年 names nothing
            own = own.removeprefix("年") or _inherited(report, mention)
    row = _ROW.match(fold(report.sentences[mention.sentence].text))
    if row and row[1] not in own and own:
        own = f"{row[1]}{own}"
    if len(own) > _MAX_LABEL:
        own = re.split(r"[、,，“”《》()（）]", own[-_MAX_LABEL:], maxsplit=1)[-1] or own[-_MAX_LABEL:]
    if mention.change and _TWO_WAY.search(own):
        line = _LINE.match(fold(report.sentences[mention.sentence].text))
        own = line["of"] + own if line and line["of"] not in own else own
        own += "（下降）" if mention.change == "fall" else "（上升）"  # 增减22.9% alone tells no direction
    own = re.sub(
        r"^[^(（]*[)）][、,，]?|[(（]$", "", own
    )  # "）、自然资源（" of 公安（72件）、自然资源（31件）
    return trim(_RESPECTIVELY.sub("", _BASE.sub("", own)))


_MADE_INTO = ("改为", "调为", "降为", "增至", "降至", "缩短到", "调整为")
_ADDED_UP = lazy_re(r"(?:合计|总计|共计)$")
_FIELD = lazy_re(r"(?:领域|系统|行业|部门|街道|[局镇乡])$")


def _of_the_sum(report: Report, mention: Mention) -> str:
    """Name a sum by what its items have in common: 规范性文件合计, of 政府规范性文件5件、部门规范性文件12件,合计17件."""
    siblings = observe_sentence(report.sentences[mention.sentence])
    before = [m.label for m in siblings if m.quantity.end <= mention.quantity.start and not m.change][-2:]
    shared = ""
    if len(before) > 1:
        alike = takewhile(
            lambda pair: pair[0] == pair[1], zip(*(label[::-1] for label in before), strict=False)
        )
        shared = "".join(one for one, _ in alike)[::-1]
    return trim(shared) + trim(mention.label)


def _field_beside(report: Report, mention: Mention) -> str:
    """Name the field or body of a figure that stands beside its other measure: 某领域 of 某领域812件、罚没款638.5万元, or ""."""
    sentence = report.sentences[mention.sentence].text
    start = mention.quantity.start - len(mention.label)
    if mention.column or mention.thing or sentence[start - 1 : start] != "、":
        return ""
    beside = next(
        (m for m in observe_sentence(report.sentences[mention.sentence]) if m.quantity.end == start - 1), None
    )
    if beside is None or beside.quantity.unit_class == mention.quantity.unit_class:
        return ""
    label = _LEADING.sub("", beside.label).removeprefix("其中")
    return label if _FIELD.search(label) else ""


def _moved_each(report: Report, mention: Mention) -> str:
    """Say which way each of several things moved, as printed once for all: 同比下降 of 同比分别下降8.4%、11.6%; or ""."""
    text = fold(report.sentences[mention.sentence].text)[: mention.quantity.start]
    moved = list(_MOVED_EACH.finditer(text)) if mention.change else []
    return moved[-1][1] + moved[-1][2] if moved else ""


def printed(quantity: Quantity) -> str:
    """Show a figure in half-width digits with its qualifier and unit, as near to print as can be.

    Args:
        quantity: A figure.

    Returns:
        Such as 587件, 约1.62亿元, 30余次, 10%以下, 106至118项; figures printed in Chinese numerals keep them in brackets.
    """
    if SPAN.search(quantity.printed):
        return plain(quantity.printed)
    shown = quantity.value
    unit = quantity.unit
    limit = _LIMIT.match(quantity.printed)
    said = limit or _SAID.match(quantity.printed)
    before = said[0] if said else {"约": "约", "近": "近", "超": "超"}.get(quantity.qualifier or "", "")
    more = "余" if quantity.qualifier == "余" else ""
    after = quantity.qualifier if quantity.qualifier in {"以上", "以下"} and limit is None else ""
    if after and (within := _WITHIN.search(quantity.printed)):
        after = within[0]
    scale = "".join(c for c in unit if c in "百千万亿") if more else ""
    if scale and unit.startswith(scale):
        return f"{shown}{scale}{more}{unit[len(scale) :]}"
    return f"{before}{shown}{more}{unit}{after}"


def _inherited(report: Report, mention: Mention) -> str:
    """Take the label of the nearest figure before it in the sentence that has one of its own."""
    sentence = fold(report.sentences[mention.sentence].text)[: mention.clause[0]].rstrip(",;:、 ")
    tail = re.split(r"[,;:。]", sentence)[-1]
    if tail and not _DIGIT.search(tail) and mention.quantity.start - mention.clause[0] <= len(mention.label):
        return tail
    siblings = observe_sentence(report.sentences[mention.sentence])
    before = [m for m in siblings if m.quantity.end <= mention.quantity.start and not m.change]
    row = (
        sentence.rfind(";") if mention.label.endswith(_MADE_INTO) else -1
    )  # 重新公布14件;…,由每晚10元改为6元
    for sibling in reversed([m for m in before if m.quantity.start > row]):
        own = PAST.sub("", _LEADING.sub("", sibling.label))
        if len(_EMPTY.sub("", own)) >= _NAMING and not _DIGIT.search(own):
            return own
    return "" if _DIGIT.search(tail) else tail


def _heads_clause(mention: Mention) -> bool:
    """Tell whether a figure opens its clause and words enough behind it name it: ,1篇案例入选省2023年度十大典型案例."""
    noun = trim(mention.noun)
    opens = not mention.label and mention.quantity.start == mention.clause[0] and not mention.column
    return opens and _OWN_WORDS <= len(noun) <= _MAX_LABEL and not _DIGIT.search(_OF_YEAR.sub("", noun))


def _noun_belongs(mention: Mention) -> bool:
    """Tell whether the words behind the unit name what is counted (27名法治审查员) and are free of figures."""
    noun = trim(mention.noun)
    most = _MAX_NOUN if mention.label else _MAX_LABEL  # 17个镇(街道)完成并公示…: only the noun names it
    if _heads_clause(mention):
        return False
    named = not (_MOVES.fullmatch(noun) or REACHED.match(noun) or _AGAINST.search(noun))
    return 1 < len(noun) <= most and not _DIGIT.search(_OF_YEAR.sub("", noun)) and named
