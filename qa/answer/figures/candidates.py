"""Which figures of a report may answer at all: no plan for a result, no level for a change, no other stage, no other rate."""

from __future__ import annotations

from embeddings.encoder import Encoder
from qa.answer.comparison.jointly import family_of
from qa.answer.figures.behind import heard_first
from qa.answer.guards import court
from qa.answer.guards.attributes import attributes, lacks_attribute, names_no_thing
from qa.answer.guards.bearing import bearing_first
from qa.answer.guards.beyond_label import asks_beyond
from qa.answer.guards.confidence import may_reach
from qa.answer.guards.court import against_one, came_first
from qa.answer.guards.in_a_row import came_to_first, respective_first, sum_first
from qa.answer.guards.item_named import named_item_first
from qa.answer.guards.kinds import is_of_another_kind
from qa.answer.guards.measure_words import is_a_ceiling, times_first
from qa.answer.guards.money import (
    changes_another,
    fined_whole_first,
    is_fined_not_waived,
    is_of_another_field,
    is_of_narrower_cases,
    is_of_the_whole,
)
from qa.answer.guards.narrowed import of_other_matter
from qa.answer.guards.nearer import named_noun_first, owner_first, put_nearer_first, total_first
from qa.answer.guards.part_asked import lacks_part
from qa.answer.guards.part_named import named_part_first
from qa.answer.guards.part_of_place import of_place
from qa.answer.guards.part_rows import is_of_unnamed_row
from qa.answer.guards.placed import is_of_another_place, townships_last
from qa.answer.guards.rates import other_rate
from qa.answer.guards.rivals import is_rival
from qa.answer.guards.spans import is_of_another_span, year_first
from qa.answer.guards.staged import of_stage
from qa.answer.guards.stated import bears, is_opposite, stands_by, told_apart
from qa.answer.guards.strangers import is_of_a_stranger, is_of_another_matter, of_kind, strangers
from qa.answer.guards.wholes_first import stock_first, whole_first
from qa.ledger.mention import INHERITED
from qa.matching import best_zone, never_was, own_words
from qa.patterns import in_question, lazy_re
from qa.question.single.intent import Task
from qa.question.words.deeds import deed_of
from qa.question.words.qualifiers import find_denied, find_qualifiers, find_spoken
from qa.question.words.siblings import names_subject, of_another_subject
from qa.ranking import PreparedReport, Query, ScoredMention, rank_mentions, with_margin
from qa.scored import put_first
from qa.text import fold
from qa.types import SectionKind

# "新增执法人员30名" answers 增加了多少名 though it is no change rate.
_MOVED = lazy_re(r"新增|增加|减少|压减|净增|多|少")
_RATE = lazy_re(r"[\u4e00-\u9fff]{2}率(?!先|领|队)")
_FEW = 4
_LOOKED_BACK = 2  # sentences: 审结结果为… stands behind 新收行政复议申请…
_STAGE_GIVEN = 0.3
# Coverage by its own words from which a figure may answer 多少件 in another measure word (文件3部). 次, 人 and 个 are asked of
# anything (告了多少回: 330件): with them barred as well 5 of 1,389 single questions were lost; with 件 alone none, one was won
# and two turns of scripts_held2.
_BEFORE = lazy_re(
    r"(?:原来|原先|原本|本来|(?<![比较跟和与])(?:从前|以前)|调整前|[降涨改]价?之?前)(?!.*(?:[降升涨提减][到至为]|[变改]成|现在|如今|后来))"
)
_ANYTHING = frozenset({"", "个", "项", "次", "%"})
_OWNED, _CASES = 0.5, "件"
# What a count says of its stage and its scope, beside which it names no thing: 全年共受理, 其中审结.
_STAGE = lazy_re(
    r"其中|全[年市区县州]|共|累计|实际|开展|实施|新收|收到|受理|办理|审结|办结|结案|案件|申请|总[量数]"
)
_NAMES_A_THING = 3


def candidates(
    query: Query, report: PreparedReport, encoder: Encoder, *, rows: bool = False, least: float = 0.0
) -> list[ScoredMention]:
    """Rank the figures of a report that may answer at all: no plan for a result, no level for a change or the reverse.

    Args:
        query: The question.
        report: The report.
        encoder: Encoder of the library.
        rows: Whether rows of tables are asked about, so that the cells of each may answer.
        least: Probability that the best one needs; where no figure can reach it none is looked at, so that there is none.

    Returns:
        The figures, the best first.
    """
    if names_no_thing(query, report):
        return []
    figures = rank_mentions(query, report, encoder)
    if least and not any(may_reach(scored, query.terms, least) for scored in figures):
        return []
    sections = report.report.sentences
    planned = query.intent.plan or query.intent.section == "plan"
    only_plans = query.intent.section == "plan"
    content = query.content
    narrowed, denied, said = find_qualifiers(content), find_denied(content), find_spoken(content)
    strange, attributed = strangers(query, report), attributes(query)
    spoken = [t for t in query.terms if t.bound == "kind" or t.way]
    deed = deed_of(content)
    ranked = []
    for scored in figures:
        in_plan = sections[scored.mention.sentence].section is SectionKind.PLAN
        moved = bool(scored.mention.change) or bool(_MOVED.search(scored.mention.label))
        wanted = moved if query.intent.change else not scored.mention.change or query.intent.yes_no
        if (  # each looks at the figure alone, so the dear ones come last
            wanted
            and stands_by(scored, narrowed, spoken, deed, content)
            and not is_opposite(scored, denied)
            and all(bears(scored, group) for group in said)
            and not never_was(query.terms, own_words(scored.mention), query.text)
            and not other_rate(content, query.terms, scored.mention)
            and (in_plan or not only_plans)
            and (planned or not in_plan)
            and not _counts_another_thing(scored, query)
            and not _of_another_subject(scored, query)
            and not _other_change(scored, query)
            and not is_of_a_stranger(scored, strange)
            and not lacks_attribute(scored, attributed, query.terms)
            and not is_of_another_place(scored, query)
            and not is_of_another_span(scored, query)
            and not is_of_another_matter(scored, query)
            and (rows or not is_of_unnamed_row(scored, query))
            and not court.is_of_a_suit(scored, query)
            and not court.is_of_a_review(scored, query)
            and not court.is_of_no_loss(scored, query)
            and not is_a_ceiling(scored, query)
            and not court.is_other_advice(scored, query)
            and not changes_another(scored, query)
            and not is_fined_not_waived(scored, query)
            and not of_other_matter(scored)
            and not _changes_another_thing(scored)
            and not is_of_the_whole(scored, query)
            and not is_of_narrower_cases(scored, query)
            and not is_of_another_field(scored, query)
            and not lacks_part(query, scored)
            and not asks_beyond(query, scored)
            and not is_rival(query, scored)
            and not is_of_another_kind(query, scored)
        ):
            ranked.append(scored)
    first = ranked[:1]
    ranked = townships_last(against_one(of_kind(ranked), query, report), query)
    ranked = named_part_first(fined_whole_first(came_first(ranked, query), query), query)
    ranked = _before_first(total_first(stock_first(whole_first(ranked, query), query), query), query)
    fitting = _by_name(of_place(of_stage(ranked, query), query), query)
    nearest = named_noun_first(named_item_first(put_nearer_first(fitting, query), query), query)
    if nearest[:1] == fitting[:1]:
        nearest = bearing_first(fitting, query)
    told = came_to_first(nearest, query)
    told = respective_first(heard_first(times_first(sum_first(told, query), query), query), query)
    return with_margin(owner_first(first, year_first(told, query), query))


def _counts_another_thing(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure that hardly owns the words asked counts another kind of thing: 约谈40余人次 for 败诉多少件."""
    asked = family_of(query.intent.unit)
    given = family_of(scored.mention.quantity.bare_unit)
    return asked == _CASES and bool(given) and given != _CASES and scored.own < _OWNED


def _of_another_subject(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a rate is one of another thing: 复议按期办结率 for 信访按期办结率."""
    if query.intent.unit_class != "percent" or query.intent.change or any(t.everyday for t in query.terms):
        return False
    mention, sentence = scored.mention, scored.report.report.sentences[scored.sentence]
    told = scored.report.folded[scored.sentence][: mention.quantity.start]
    told += fold(f"|{sentence.lead}|{mention.row}|{mention.column}")
    return of_another_subject(query.content, told if names_subject(told) else _subject_above(scored))


def _subject_above(scored: ScoredMention) -> str:
    """Give the nearest words above a sentence that name a subject: a sentence or two before it, else its headings."""
    sentences, folded = scored.report.report.sentences, scored.report.folded
    here = sentences[scored.sentence]
    for at in range(scored.sentence - 1, max(scored.sentence - 1 - _LOOKED_BACK, -1), -1):
        if sentences[at].heading == here.heading and names_subject(folded[at]):
            return folded[at]
    return fold("|".join(here.heading[-2:]))


_OF_MONEY = lazy_re(r"款|金额|资金|欠薪|工资|薪酬|损失|收入|支出|费用?|价值|[万亿]元")


def _other_change(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure says how much something else changed: 目录比上年增加2项 for 文件比上年多几件."""
    unit = scored.mention.quantity.bare_unit
    alone = query.intent.task is not Task.DIFFERENCE  # 甲和乙的降幅差几个百分点: of two rates of change
    if alone and "百分点" in query.content and unit == "%" and not _RATE.search(scored.words.owning):
        return True  # how much a count has changed is told in no points
    if query.intent.change and query.intent.unit_class == "money" and unit == "%":
        return _OF_MONEY.search(scored.words.owning) is None  # 处罚案件同比下降12.2% for 罚没金额
    counted = query.intent.unit not in _ANYTHING and scored.mention.quantity.unit_class not in {"percent", ""}
    return bool(query.intent.change) and counted and unit != query.intent.unit and scored.own < _STAGE_GIVEN


def _changes_another_thing(scored: ScoredMention) -> bool:
    """Tell whether a change belongs to a count of something else: 其中涉企检查1.15万次,比上年下降34% for 行政处罚."""
    mention = scored.mention
    if mention.change and told_apart(scored):
        return True
    owner = next((words for weight, words in mention.zones if weight == INHERITED), "")
    named = any(t.concept and not t.everyday for t in scored.terms)
    if not (mention.change and named) or len(_STAGE.sub("", owner)) < _NAMES_A_THING:
        return False
    return all(best_zone(t, mention, INHERITED) == 0 for t in scored.terms)


def _before_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take what was before where the question asks for that: 6元 of 由6元降为5元 for 原来收多少钱."""
    if not ranked or in_question(_BEFORE, query.content) is None:
        return ranked
    unit, at = ranked[0].mention.quantity.unit, ranked[0].sentence
    past = next(
        (s for s in ranked if s.mention.past and s.sentence == at and s.mention.quantity.unit == unit), None
    )
    return put_first(past, ranked) if past is not None else ranked


def _by_name(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the rate that bears the name asked for before a share of the same thing (占直接纠错案件的41%)."""
    bearing = [s.own for s in ranked[:_FEW] if _RATE.search(s.mention.label)]
    if not in_question(_RATE, query.content) or not bearing:
        return ranked
    best = max(bearing)  # 调解和解141件,占审结数的41.6% is that rate where the other is of 调解成功
    return [s for s in ranked if "占" not in s.mention.label or _RATE.search(s.mention.label) or s.own > best]
