"""Figures of another body than the one asked about: another hot line, another department, a mediation room of another name.

A question that names who does or takes what is counted (12345热线满意率, 县公安局移送案件) is answered by figures of that
body alone. Who that is stands before the figure; what follows a body in its sentence is its own until another one is named.
Knows nothing of ranking.
"""

from __future__ import annotations

from functools import lru_cache

from qa.ledger.holders import holder_at
from qa.patterns import in_question, lazy_re
from qa.question.words.offices import find_office
from qa.ranking import ScoredMention

# "马背调解队调解成功多少件": a body by a name of its own that the report prints.
_BODY = lazy_re(r"[\u4e00-\u9fff“”]{2,10}?(?:调解队|小分队|服务队|轻骑兵|调解室|工作室|评理[堂团]|法庭|驿站)")
# "全县人民调解委员会共调解…": a sentence with a subject of its own does not go on from the one before.
_ANOTHER = lazy_re(r"(?:全[省市区县旗镇乡]|各级?)|[^,;:。]{2,14}(?:委员会|调委会|中心|[局院所队站办])")
_OFFICE = lazy_re(
    r"(?<![\u4e00-\u9fff])(?P<of>[\u4e00-\u9fff]{2,6}?)部门(?:的|共|一共|总共|全年)*(?:罚|处罚|查处|查办|办理|立案|检查)"
)
_YEARS = lazy_re(r":20\d\d年")
_ANY_OFFICE = lazy_re(r"执法|各|相关|有关|政府|[省市区县]直|其他|所有|哪|行政|主管")
# "12348公共法律服务热线", "政务服务便民热线“12345”", "县营商环境监督热线": a line by its number or its name.
_LINE = lazy_re(
    r"(?<!\d)(?P<number>1[02-9]\d{3}|9[56]\d{3,4})(?![\d.]|[件人次条个起宗户家名万亿元余%])"
    r"|(?P<name>(?:(?![的那这各个])[\u4e00-\u9fff]){2,9}(?:热线|专线|信箱))(?!员)"
)
# What people and reports call the lines of some numbers; a line of another name is another line.
_CALLED = {
    "12345": lazy_re(r"政务|便民|市民|政府|民生|民声|为民|[市县区]长"),
    "12348": lazy_re(r"法律|法援"),
    "12315": lazy_re(r"消费|市场监管|市监"),
    "12333": lazy_re(r"人社|人力资源|社保|劳动"),
    "12328": lazy_re(r"交通"),
    "12388": lazy_re(r"纪检|监察|纪委"),
    "12393": lazy_re(r"医保"),
    "12369": lazy_re(r"环保|环境"),
}
# "移送公安机关涉嫌犯罪案件9件": to whom something was given is not who did it.
_GIVEN_TO = lazy_re(
    r"(?:移送|移交|报送|提交|转交|通报)(?:至|给|到)?[\u4e00-\u9fff]{2,8}?(?:机关|部门|[局委院])"
)
# "便民服务中心" beside "政务服务中心"
_CENTRE = lazy_re(r"[\u4e00-\u9fff]{2,10}?(?<!为)中心(?![组城工点户])")
_CLAUSES = lazy_re(r"[;。]|,(?!\d{3}(?!\d))")  # 留言762件;12345热线…
_OWN_NAME, _PAIR = 4, 2
_BOX, _KIND = "信箱", 2  # 书记市长信箱 is no hot line
_GOES_ON_FOR = 2  # sentences that may go on with a hot line named before them
_NO_NAME = lazy_re(r"^(?:人民|行政|专业|行业|各类|所有|全部|个人|特色|品牌|基层|流动|巡回)")


def is_of_another_body(content: str, scored: ScoredMention) -> bool:
    """Tell whether a question names a body and a figure is another's.

    Args:
        content: The question, its places and years blanked.
        scored: A figure.

    Returns:
        True for the 满意率 of 12348 where that of 12345 is asked.
    """
    return (
        _by_others(content, scored)
        or _by_another_office(content, scored)
        or _of_another_line(content, scored)
        or _of_another_centre(content, scored)
        or _of_another_department(content, scored)
    )


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


def _of_another_line(content: str, scored: ScoredMention) -> bool:
    """Tell whether a hot line is asked about and the last one named before a figure is another: 满意率 of 12348 for 12345."""
    asked = _lines(content)
    if not asked:
        return False
    sentences, at = scored.report.folded, scored.sentence
    sentence = scored.report.report.sentences[at]
    clauses = _CLAUSES.split(scored.words.before)
    told = next(filter(None, map(_lines, reversed(clauses))), ())
    if not told:
        near = "|".join(
            (*sentences[max(at - _GOES_ON_FOR, 0) : at], sentences[at], sentence.lead, scored.words.cell)
        )
        near += "|".join(sentence.heading)
        printed = any(_same_line(a, t) for text in sentences for t in _lines(text) for a in asked)
        return printed and not any(_same_line(a, t) for t in _lines(near) for a in asked)
    lines = {line for text in sentences for line in _lines(text)}
    if any(line[1] and line in lines for line in asked):  # 县长热线 beside 12345, which may be called so
        return not any(line[1] and line in told for line in asked)
    return not any(_same_line(a, t) for a in asked for t in told)


def _of_another_centre(content: str, scored: ScoredMention) -> bool:
    """Tell whether a centre is asked about by a name that the report prints, and only others are named before a figure."""
    if in_question(_CENTRE, content) is None:
        return False
    told = _CENTRE.findall(scored.words.before)
    texts = "|".join(scored.report.folded)
    names = [name for asked in _CENTRE.findall(content) if (name := _printed(asked, texts))]
    return bool(names and told) and not any(name in scored.words.before for name in names)


@lru_cache(maxsize=1024)
def _lines(text: str) -> tuple[tuple[str, str], ...]:
    """List the hot lines that words name: the number and the name of each, "" for what is not said."""
    return tuple((match["number"] or "", match["name"] or "") for match in _LINE.finditer(text))


def _same_line(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two hot lines are the same by what is said of them."""
    (number, name), (also, called) = one, other
    if number and also:
        return number == also
    if number or also:
        known, name = _CALLED.get(number or also), name or called
        return not name.endswith(_BOX) and (known is None or known.search(name) is not None)
    pairs = (name[i : i + _PAIR] for i in range(len(name) - _KIND - 1))
    return name[-_KIND:] == called[-_KIND:] and any(pair in called[:-_KIND] for pair in pairs)


def _of_another_department(content: str, scored: ScoredMention) -> bool:
    """Tell whether a department is asked about and a figure is said to be another's: 市场监管局…移送公安机关9件 for 公安局."""
    asked = _office(content)
    if asked is None:
        return False
    sentence = scored.report.report.sentences[scored.sentence]
    text, start = scored.report.folded[scored.sentence], scored.mention.quantity.start
    holder = holder_at(text, start, scored.report.report.meta.place).name
    if not holder:
        return False
    before = scored.words.before
    since = max(
        before.rfind(mark, 0, max(before.rfind(holder), 0)) for mark in ",;"
    )  # 县公安局、市场监管局等部门
    told = _GIVEN_TO.sub("", before[since + 1 :])
    near = "|".join((holder, told, scored.words.cell, sentence.lead, *sentence.heading[-1:]))
    return not any(name in near for name in {asked[0], *asked[1]})


_office = lru_cache(maxsize=16)(find_office)  # each figure asks of the same question


def _printed(body: str, text: str) -> str:
    """Give the longest end of a body's name that a text prints, of four characters or more; or ""."""
    return next((body[at:] for at in range(len(body) - _OWN_NAME + 1) if body[at:] in text), "")
