"""Figures of a near thing are no answer: a sibling's, another measure's, the denied one's, a narrower or a newer one's.

食品抽检 is no 化妆品抽检, 场 no 份, 不合格率 no 合格率, 按期办结率 no 办结率, 应出庭 no 出庭. Each rule looks at the
words that own a figure most and at the question's own; knows nothing of ranking.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.answer.guards.denied import denies
from qa.answer.guards.measure_words import no_money, other_measure
from qa.answer.guards.newcomers import of_stock
from qa.fitness import OF_LEVEL
from qa.ledger.mention import CLAUSE, Mention
from qa.matching import inherited_words
from qa.patterns import in_question, lazy_re
from qa.question.words.offices import find_office
from qa.question.words.siblings import of_a_sibling
from qa.ranking import Query, ScoredMention
from qa.text import fold

_HEAD = 2


def is_rival(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure counts a near thing and not the one asked for.

    Args:
        query: The question.
        scored: A figure.

    Returns:
        True where its own words say so.
    """
    mention = scored.mention
    content, label, own = query.content, scored.words.label, scored.words.owning
    also = query.text if any(t.everyday for t in query.terms) else ""
    return (
        any(of_a_sibling(content, told, also) for told in (label + scored.words.noun, own))
        or (not query.intent.compares and (other_measure(query, mention) or no_money(query, mention)))
        or _of_parts_only(content, scored)
        or (not query.intent.combine and no_mean(content, scored))  # a mean of several places is computed
        or _other_field(content, own)
        or _other_chamber(content, label + fold(mention.thing))
        or _of_another_row(query, scored)
        or _other_level(content, mention)
        or _other_half(content, label)
        or denies(content, label)
        or _only_applied(content, label)
        or _conditional(content, label)
        or _planned(content, label)
        or _due(content, label)
        or _carried_otherwise(content, label)
        or _of_no_file(content, scored)
        or of_stock(query, scored, own, label)
    )


def _of_another_row(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure's own row of clauses names another thing by the same head: 餐饮具抽检 for 茶叶抽检."""
    inherited, row = inherited_words(scored.mention), scored.words.leant_on
    if row == inherited or scored.mention.part:
        return False
    clause = next((words for weight, words in scored.mention.zones if weight == CLAUSE), "")
    lost = [t.text for t in query.terms if t.text in inherited and t.text not in row + clause]
    return any(
        match[1] in row
        for text in lost
        for match in re.finditer(f"{re.escape(text)}(\\S{{{_HEAD}}})", inherited)
    )


# "全县行政处罚案件多少件": what the townships did is no figure of the county.
_WHOLE = lazy_re(r"全[省市县区州旗](?!域|部)|整个[省市县区州旗]")
# "县政府制定规范性文件几件": its own, and not those of its departments.
_ITS_OWN = lazy_re(r"(?:(?<![\u4e00-\u9fff])|[市县区州旗])政府(?=\s|[制出印下]|发布)")
_PARTS = (
    r"(?:各|\d+个|其中)*(?:乡镇|镇街|区镇|街道|镇村|[镇乡]\((?:街道|街|镇|乡)\)"
    r"|(?:[区县市]政府)?(?:工作)?部门(?=规范性|制)|(?:区|县|市)[直属](?:机关|部门|单位))"
)
_OF_PARTS = lazy_re(rf"^{_PARTS}(?!领域|街道办事处)|(?:其中,?|每个?){_PARTS}")


EARLIER = lazy_re(r"(?:比|较|由|从)(?:上年|去年|上一年|20\d\d年)(?:同期)?的?$")
"""What stands before the level of a year before: 较2023年的."""


def _of_parts_only(content: str, scored: ScoredMention) -> bool:
    """Tell whether the whole place is asked for and a figure is that of its townships or departments."""
    whole = in_question(_WHOLE, content) or in_question(_ITS_OWN, content)
    if whole is None or re.search(r"乡镇|镇街|街道|[区县市][直属]|各镇", content):
        return False
    mention = scored.mention
    label, noun = scored.words.label, scored.words.noun
    if EARLIER.search(label):  # 乡镇全年办理案件190件,比上年的230件有所减少
        before = re.split(r"[,;。]", scored.report.folded[scored.sentence][: mention.clause[0]].rstrip(","))
        label = before[-1]
    return _OF_PARTS.search(label) is not None or _OF_PARTS.search(noun) is not None


_MEAN_ASKED = lazy_re(
    r"平均[^,。?]{0,8}(?:多少|几)|人均|户均|均有(?:多少|几)"
    r"|每(?:一?[个名家所户位支](?!月|季度|星期|礼拜|小时|工作日)|村|[乡镇][镇街]?|街道|社区|案|校|[县区人])[^,。?]{0,12}(?:多少|几)"
)
# "每所学校配备副校长,共21名" and 1355名 of "每村5名,达到1355名" give the whole, "15个乡镇各配1名" what falls to each.
_MEAN = lazy_re(r"均|每(?!.*[\d共])(?![^;]*合计)|各(?=[\u4e00-\u9fff]{0,3}$)")


def no_mean(content: str, scored: ScoredMention) -> bool:
    """Tell whether a mean is asked of one report and nothing up to a figure says that it is one.

    Args:
        content: The question, its places and years blanked.
        scored: A figure.

    Returns:
        True for 平均每个镇有几个站, answered by a number of 镇.
    """
    if in_question(_MEAN_ASKED, content) is None:
        return False
    mention, words = scored.mention, scored.words
    near = (words.before.rpartition(";")[2], words.label, mention.column, mention.row, mention.noun)
    return not any(map(_MEAN.search, near))


# "交通运输领域", "城管系统": a field by its name; 行业性专业性调委会 names none.
_FIELD = lazy_re(r"([\u4e00-\u9fff]{2,6}?)(领域|行业|系统)(?!性)")


def _other_field(content: str, own: str) -> bool:
    """Tell whether words name another field than the one asked for: 市场监管领域 for 交通运输领域."""
    asked, alike = _fields_asked(content)
    named = _fields(own) if asked else []
    return bool(named) and not any(n in alike or _share(a, n) for a in asked for n in named)


@lru_cache(maxsize=16)
def _fields_asked(content: str) -> tuple[list[str], set[str]]:
    """List the fields that a question names, and what else their offices are called: 城市管理 for 城管."""
    asked = _fields(content)
    return asked, {name for a in asked if (office := find_office(f"{a}局")) for name in office[1]}


_DEPUTIES, _CONSULTATIVE = lazy_re(r"人大|代表"), lazy_re(r"政协|委员(?!会)")


def _other_chamber(content: str, label: str) -> bool:
    """Tell whether a figure is of the other of 人大 and 政协 than the question names: 政协提案 for 代表提的意见."""
    for asked, other in ((_DEPUTIES, _CONSULTATIVE), (_CONSULTATIVE, _DEPUTIES)):
        if asked.search(content) and not other.search(content):
            return other.search(label) is not None and asked.search(label) is None
    return False


def _fields(text: str) -> list[str]:
    """List the fields that a text names."""
    return [match[1] for match in _FIELD.finditer(text)]


def _share(one: str, other: str) -> bool:
    """Tell whether two words share a pair of characters."""
    return any(one[i : i + 2] in other for i in range(len(one) - 1))


_LEVEL = lazy_re(r"国家级|全国|省级|自治区级|全省|市级|(?<!治)区级|县级|镇级|村级")
_SAME_LEVEL = {"全国": "国家级", "全省": "省级", "自治区级": "省级"}


def _other_level(content: str, mention: Mention) -> bool:
    """Tell whether a figure is of another level than the one asked for: 市级31个 for 国家级."""
    asked = _levels_asked(content)
    if not asked:
        return False
    own = "|".join((mention.zones[0][1], mention.row, mention.column))
    said = {_SAME_LEVEL.get(w, w) for w in _LEVEL.findall(own)}
    if asked == {"国家级"} and not any("国家" in words or "全国" in words for _, words in mention.zones):
        return True
    return bool(said) and not said & asked and "以上" not in own


@lru_cache(maxsize=16)
def _levels_asked(content: str) -> set[str]:
    """Name the levels that a question asks for."""
    return {_SAME_LEVEL.get(w, w) for w in _LEVEL.findall(OF_LEVEL.sub(r"\1级", content))}


_HALF = lazy_re(r"[上下]半年|第?[一二三四1-4]季度")


def _other_half(content: str, label: str) -> bool:
    """Tell whether a figure is of another part of the year: the 14卷 of 由上半年的14卷降为下半年的6卷 for 下半年."""
    if in_question(_HALF, content) is None:
        return False
    asked, told = _HALF.findall(content), _HALF.findall(label)
    return bool(told) and told[-1].lstrip("第") not in {half.lstrip("第") for half in asked}


# "认定了多少工伤": 受理工伤认定申请 came in, and may yet be denied.
_GRANTED = lazy_re(r"(认定|批准|核准|通过|准予)了")
_APPLIED = lazy_re(r"申请|受理|收到|接到")


def _only_applied(content: str, label: str) -> bool:
    """Tell whether a figure counts applications and the question asks what was granted."""
    return (
        in_question(_GRANTED, content) is not None
        and in_question(_APPLIED, content) is None
        and label.rstrip("的").endswith("申请")
    )


# "按期办结率": what is done under a condition is another thing than what is done.
_CONDITION = lazy_re(r"(按期|按时|如期|及时|限期|提前|当场|一次性|先行)([\u4e00-\u9fff]{2,4}率)")
_ON_TIME = lazy_re(r"按期|按时|如期|及时|准时|限期|期限|时限|期内|超期|逾期|提前|当场|一次|先行|拖")


def _conditional(content: str, label: str) -> bool:
    """Tell whether a figure is the rate of what was done under a condition that is not asked for."""
    match = _CONDITION.search(label)
    return match is not None and match[2] in content and not in_question(_ON_TIME, content)


# "案卷合格率": 合格率100% of an examination is no rate of case files.
_FILE_RATE = lazy_re(r"卷[^,。?]{0,6}率")


def _of_no_file(content: str, scored: ScoredMention) -> bool:
    """Tell whether a rate of case files is asked for and a rate's sentence speaks of none."""
    if in_question(_FILE_RATE, content) is None or scored.mention.quantity.unit_class != "percent":
        return False
    sentence = scored.report.report.sentences[scored.sentence]
    told = scored.report.folded[scored.sentence] + fold(f"|{sentence.lead}|{scored.mention.row}")
    return "卷" not in told and "评查" not in told


_REALLY = lazy_re(r"实际上?(?!控制)|真正|到底(?=[查办做完]了)")
_PLANNED = lazy_re(r"(?:计划|拟|预计|年初确定|年初定)(?!生育|完成率|执行率|外)")


def _planned(content: str, label: str) -> bool:
    """Tell whether what was done is asked for and a figure counts what was planned: 计划检查企业260家 for 实际查了多少."""
    asked = in_question(_REALLY, content) is not None and in_question(_PLANNED, content) is None
    return asked and _PLANNED.search(label) is not None and not _REALLY.search(label)


_DUE = lazy_re(r"应(?:当|该)?(?=出庭|到庭|到会|参加|参训|报备|备案|公开|整改|办结|检查)(?!出庭应诉率)")


def _due(content: str, label: str) -> bool:
    """Tell whether a figure counts what was due and the question asks what was done: 应出庭85件 for 出庭几件."""
    if (asked := in_question(_DUE, content)) is not None and asked[0] + _due_verb(
        content, asked
    ) not in label:
        return True  # 实际出庭31件 or a rate for 应出庭多少件
    return (
        _DUE.search(label) is not None
        and "应" not in re.sub(r"应诉|应急|相应|反应|回应", "", content)
        and "该" not in content
    )


def _due_verb(content: str, asked: re.Match[str]) -> str:
    """Give the verb of what is asked as due: 出庭 of 应出庭."""
    return content[asked.end() : asked.end() + 2]


_INTO_NEXT = lazy_re(r"(?:转|留|顺延|遗留)[到至入]?下一?年")
_FROM_LAST = lazy_re(r"上一?年[^,;。]{0,4}(?:结转|遗留|转入|结存)|结转上一?年")


def _carried_otherwise(content: str, label: str) -> bool:
    """Tell whether a figure was carried over from the year before and the question asks for the next, or the reverse."""
    into, out = in_question(_INTO_NEXT, content), in_question(_FROM_LAST, content)
    return bool(
        (into and not out and _FROM_LAST.search(label)) or (out and not into and _INTO_NEXT.search(label))
    )
