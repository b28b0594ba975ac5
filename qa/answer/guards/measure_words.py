"""Measure words that never stand for each other: a figure in 期 is none in 份, one of people or cases none in money."""

from __future__ import annotations

import re

from qa.ledger.mention import INHERITED, Mention
from qa.patterns import in_question, lazy_re
from qa.ranking import Query, ScoredMention
from qa.scored import put_first
from qa.text import fold

# Measure words that count one kind of thing, and so stand for each other; what is in none counts anything (个, 项, 次).
_KINDS = {
    unit: kind
    for kind, units in {
        "case": "件 起 宗 例 桩 件次 笔 单",
        "text": "份 篇 部 册 本 卷 张 封",
        "event": "场 期 轮 场次 课 讲 届 课时 班次 趟 集",
        "body": "家 户 所 处 间 站 户次 家次 企业 单位",
        "people": "人 名 位 人次",
        "machine": "台 辆 艘 架 台次 辆次 艘次 架次",
        "building": "栋 幢",
        "living": "株 棵 头 尾 只",
        "land": "亩 平方米 平方公里 公顷",
        "batch": "批次 批",
        "times": "次 回 遍",
        "item": "项 条 款",
    }.items()
    for unit in units.split()
}
# What a kind may be told in beside its own: 审查合同几份 as 168件, 抽检多少件 as 312批次.
_ALSO = {
    "case": frozenset({"text", "batch", "times", "item"}),
    "text": frozenset({"case", "batch", "item"}),
    "machine": frozenset({"text", "case"}),
    "body": frozenset({"building"}),
    "batch": frozenset({"case", "text", "event", "times"}),
    "event": frozenset({"batch", "times", "item"}),
}
# What happens is counted in 场 and 次; a figure of things tells of it only where its own words name it.
_HAPPEN, _THING_ONLY = (
    frozenset({"event", "times"}),
    frozenset({"item", "text", "body", "people", "building"}),
)
_THINGS, _SIZES = frozenset({"case", "people", "body", "event"}), frozenset({"measure", "time"})
# "对同一企业的日常检查原则上每年不超过2次": how often a thing may be done tells how often it was done to nobody.
_MAY_BE_DONE = lazy_re(r"原则上|不得|不超过|至多|最多|控制在|限制在")
_CEILING_ASKED = lazy_re(r"不超过|最多|至多|上限|限[制定额]|不得|规定|原则|允许|控制|频次|能查|可以|准")
_AGE = lazy_re(r"岁|年龄|年纪|多大|多老")
_LOOSE = frozenset({"个", "次", "回", "项", "条", "位", ""})
# "输了几场" asks for cases in the words of a match.
_AS_A_MATCH = frozenset({("event", "case")})
_PEOPLE = lazy_re(
    r"人|员|者|师|干部|代表|[局区县乡镇村校队]长|工|学生|[市村居农网]民|户|专家|对象|主官|骨干|讲解|顾问|法官|律师|队伍"
)
# Bodies whose names hold 人 or 员: 88个人民调解委员会 are no 调解员.
_BODIES = lazy_re(r"(?:人民)?[\u4e00-\u9fff]{0,2}委员会|人民(?:法院|法庭|检察院|政府)|工作[室站点组]")
_WRITTEN = lazy_re(
    r"文件|方案|制度|办法|清单|报告|卷|合同|协议|函|书|通知|意见|建议|法规|规章|条例|材料|表|册|资料|证"
)
_CALLS_ASKED = lazy_re(r"(?:多少|几)[个通]?(?:电话|来电)")
# "没证给人看病的抓了几个" may be told in cases, by a figure that names what they did: 查处无证行医17起.
_CAUGHT = lazy_re(r"(?:抓|逮|查|破|端)(?:到|住|着|了|过|出)*(?:多少|几)个(?![人月])")
_NUMBER_ASKED = lazy_re(r"数量|总量|总数|数目|件数|人数|次数|户数")
_RATE_ASKED = lazy_re(r"率|比例|占|百分|比重|增|减|升|降|多了|少了|变化|同比|环比|[比较]上年|%")
_CALLS = lazy_re(r"电话|来电|热线|话务|接听|接电|12[34]\d\d|咨询|诉求|工单")
_NO_PEOPLE = lazy_re(r"(?:会议|文件|合同|协议|法规|规章|方案|清单)(?:是|有|共有)?(?:多少|几)?[?。\s]*$")
_SAMPLED = lazy_re(r"检|验|样|货|商品|产品|食|药")
_NEAR = 8
_AS_WELL = 0.7  # of the coverage of the figure before it


def other_measure(query: Query, mention: Mention) -> bool:
    """Tell whether a figure counts in a measure word that never stands for the one asked for: 6期 for 几份."""
    unit, told = query.intent.unit, mention.quantity.bare_unit
    if told == "岁":  # 减免80岁以上老年人费用 tells no number of anything
        return in_question(_AGE, query.text) is None
    asked, given = _KINDS.get(unit, ""), _KINDS.get(told, "")
    if in_question(_CALLS_ASKED, query.content):  # 公共法律服务点388个 for 接了多少个电话
        return _CALLS.search(_own(mention)) is None
    if (
        told == "%"
        and not query.intent.change
        and in_question(_NUMBER_ASKED, query.content)
        and in_question(_RATE_ASKED, query.content) is None
    ):
        return True  # 审查员覆盖率100% for 审查的数量
    if (
        asked == "people"
        and given == "case"
        and in_question(_CAUGHT, query.content)
        and _names_kind(query, mention)
    ):
        return False
    if asked == "times" and given == "living":
        return True  # 登记养犬8635只 for 管了多少回
    happened = told.endswith("次")  # 检查9263户次
    if asked in _HAPPEN and given in _THING_ONLY and not (happened or _owns_any(query, mention)):
        return True  # 列入事项4项,其中…经听证会后暂缓出台 for 听证会几场
    if given == "people" and not unit and in_question(_NO_PEOPLE, query.content):
        return True  # 选取8名在委员会会议上作现场述法 for 会议有多少
    if unit in _LOOSE or not asked or asked == given:
        return False
    if asked in _THINGS and mention.quantity.unit_class in _SIZES:
        return True  # 放流鱼苗46万尾 for 多少个人
    if asked == "people" and told in {"个", ""}:  # 联系点12个 for 多少名
        near = fold(f"{mention.label[-_NEAR:]}|{mention.noun[:_NEAR]}")
        return _PEOPLE.search(_BODIES.sub("", near)) is None
    if asked == "text" and mention.quantity.unit == "个":  # 问题43个 for 几份
        return _WRITTEN.search(fold(f"{mention.label[-_NEAR:]}|{mention.noun[:_NEAR]}")) is None
    if asked == "batch" and given == "case" and in_question(_SAMPLED, query.content) is None:
        return True  # 信访总量2138件次 for 来访多少批次; samples are told in 件 too
    if unit == "卷" and given == "item":
        return True  # 整改问题54条 for 整改案卷多少卷
    if given == "batch" and "案" in query.content:
        return True  # 抽检312批次 for 办案多少件
    as_a_match = (asked, given) in _AS_A_MATCH and any(term.everyday for term in query.terms)
    return bool(given) and given not in _ALSO.get(asked, frozenset()) and not as_a_match


def _owns_any(query: Query, mention: Mention) -> bool:
    """Tell whether words that are a figure's own, or come down to it from its clause, say anything that is asked."""
    own = _own(mention)
    return any(form in own for term in query.terms for form, _ in term.forms)


def _own(mention: Mention) -> str:
    """Put together the words of a figure, those that come down to it from its clause, and its noun."""
    return "|".join(words for weight, words in mention.zones if weight >= INHERITED) + fold(mention.noun)


def _names_kind(query: Query, mention: Mention) -> bool:
    """Tell whether the words before a figure name a kind that the question says in everyday words."""
    label = fold(mention.label)
    return any(form in label for t in query.terms if t.bound == "kind" for form, _ in t.forms)


# Units of what is counted and never paid: 律师12名 for 避免了多少经济损失.
_COUNTED_CLASSES = frozenset({"people", "person_times", "case"})


def no_money(query: Query, mention: Mention) -> bool:
    """Tell whether money is asked for and a figure counts people or cases."""
    return query.intent.unit_class == "money" and mention.quantity.unit_class in _COUNTED_CLASSES


def times_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take a figure in 人次 before one of people in its sentence where 人次 are asked for: 法律明白人2089名…培训568场次4557人次.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if query.intent.unit != "人次" or not ranked or ranked[0].mention.quantity.unit_class != "people":
        return ranked
    best = ranked[0]
    times = next(
        (
            s
            for s in ranked
            if s.sentence == best.sentence
            and s.mention.quantity.unit_class == "person_times"
            and s.mention.quantity.start > best.mention.quantity.start
            and s.coverage >= _AS_WELL * best.coverage
        ),
        None,
    )
    return put_first(times, ranked) if times is not None else ranked


def is_a_ceiling(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure says how often a thing may be done at most, where it is asked how often it was.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True for 原则上每年不超过2次 of a question for the checks of a year.
    """
    mention = scored.mention
    quantity = mention.quantity
    if (
        quantity.unit_class != "event_times"
        or quantity.qualifier != "以下"
        or in_question(_CEILING_ASKED, query.content)
    ):
        return False
    text = scored.report.folded[scored.sentence]
    clause = re.split("[,;。]", text[: quantity.start])[-1] + text[quantity.start : quantity.end]
    return _MAY_BE_DONE.search(clause) is not None
