"""Which topic a turn is about: its own, the old one, its own with the old one counting less, or several side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.conversation.inside import WHOLE, lies_inside
from qa.question.conversation.said_again import (
    put_right,
    said_before,
    said_otherwise,
    spelled_out,
    without_level,
    without_rate,
)
from qa.question.conversation.subject import behind_rates, of_explained
from qa.question.conversation.topics_beside import (
    KINDS_OF_CASES,
    OF_ALL,
    compares,
    whole_topic,
)
from qa.question.conversation.whole_section import is_whole_section
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.single.sides import TopicSide, same_topic
from qa.question.words import handling
from qa.question.words.term_roles import (
    COUNTED_THINGS,
    TOPIC,
    is_attribute,
    is_rate_of_it,
    is_stage,
    says_how,
)
from qa.question.words.terms import Term, is_filler

# "其中办结了多少?", "那同比呢?": a part or an aspect of the old topic.
_ASPECT = lazy_re(
    r"其中|同比|环比|增长|上升|下降|增加|减少|增幅|降幅|比上年|比去年|办结|审结|受理|占比|金额|人次|比例|成功率|变化|具体|为什么|原因|怎么"
)
_FIGURES = frozenset({Task.NUMBER, Task.RANK, Task.DIFFERENCE})
_WEIGHTY = 1.5  # a word of this weight makes a question with a task of its own stand alone
# "不对,我说的是行政应诉案件": the topic is put right.
_CORRECTED = lazy_re(
    r"(?:不对|错了|搞错|弄错|说错|问错|打错|看错|记错)[^,，。]{0,3}[,，。\s]|(?:我|想)(?:说|问|指|要|看|查)的是"
)
# "2024年实际降了多少检查": what came of the plans, after one item of them
_CAME_OF_IT = lazy_re(r"实际|真正|最后|结果|最终")
# "那乙区全年是多少", "我是问案件数": the figure that the conversation began with
_ALL_YEAR = lazy_re(r"全年")
_OF_CASES = lazy_re(r"我(?:是|只)?(?:问|说|指|要|想问)的?(?:是|的)?(?:案件|办案|办理|总)(?:的)?(?:数|量)")
_PART_OF_IT = lazy_re(r"(?:那么?|其中)?[\u4e00-\u9fff]{2,5}的(?:呢|有多少)?[?。!]*")
# "毁古柏的查了几件": a thing, and what was done with it
_DONE_SO_OFTEN = lazy_re(
    r"[\u4e00-\u9fff]{3,}的(?:一共|总共|又|都|共)*[查抓罚审收调][了处获结到理]*(?:多少|几)"
)
_FINED = lazy_re(r"(?:那么?|一共|总共|又|共|(?:20)?\d\d年)*罚了?(?:多少|几)(?![件起宗家人个户次])")
_LEVEL = lazy_re(r"(?:国家|省|市|区|县|部|镇)级$")
_LONG = 18  # a turn longer than so says what it asks
# "乙县办了多少": of the whole that was asked for; 乙县呢 is of its part
_DEALT_WITH = lazy_re(r"(?:办|收|审|受)[理了结到过]*(?:多少|几)")
_SHARE_OF_WHOLE = lazy_re(
    r"(?:^|\s|的|那|它)占(?!地|用|有率|道|比)[^,。?]{2,12}?的?(?:多少|几成|百分之|多大|比例)"
)
_COMPOUND = 4  # characters of the terms that name a thing by themselves: 职业索赔
# "审结呢" after 不予受理的: what was refused says nothing of the next stage.
_REFUSED = frozenset({"不予", "未予", "不再"})
# 一共新收了多少件, after 败诉多少件: how cases ended says nothing of what came in
_COMING_IN, _ENDS = frozenset({"收案", "受理"}), frozenset({"纠错", "审结", "未结"})
_REALLY, _PLANNED = lazy_re(r"实际|真正|最后"), ("计划", "目标")
_ASPECT_WEIGHT, _CARRY_WEIGHT = 0.4, 0.2
_LEAST_LENT = 1.0  # a topic asked by its stages (受理的, 审结的, 未结的) does not fade below this


def carry_topic(previous: Reading, own: Reading, *, topicless: bool) -> tuple[tuple[Term, ...], str]:
    """Choose the topic: the question's own, the old one, or its own with the old one counting less."""
    if own.denied:
        return put_right(previous, own)
    if is_whole_section(own):
        return (), own.content  # 乙县的问题呢, whatever was asked
    if topicless and own.intent.section and not own.terms and _asked_figure(previous, own):
        return (), own.content  # 甲区承认有哪些不足, after a figure: the whole section
    if topicless and own.places and previous.intent.section and _sums_up(own):
        return (), own.content  # 乙区总结一下, after 甲区存在哪些不足: the whole report
    shares = own.intent.combine == "share"  # 占全部案件的比例: of the part
    if topicless and not shares and OF_ALL.search(own.question) and (whole := whole_topic(previous)):
        return whole.terms, whole.content  # 乙区呢,总数, after 法律援助 and 其中刑事的
    of_year = _ALL_YEAR if topicless else _OF_CASES if all(map(says_how, own.terms)) else None
    went_back = of_year is not None and not shares and of_year.search(own.question)
    if went_back and (began := _began_with(previous, own)) is not None:
        return began.terms, began.content  # 那乙区全年是多少, after 调解掉的呢 of reviews
    plain = topicless and WHOLE.search(own.question) and not any(t.concept for t in previous.terms)
    if plain and OF_ALL.search(own.question) and previous.subject is not None:
        stages = tuple(t for t in previous.terms if is_stage(t))  # 全市一共收了多少, after 甲镇的复议收了多少
        words = " ".join((*(t.text for t in stages), previous.subject.content))
        return (*stages, *previous.subject.terms), words  # 全县总共呢, after 有几个镇一件没办
    parts = previous.head is not None and (previous.bare or previous.intent.combine == "share")
    if topicless and parts and own.places and previous.head and _DEALT_WITH.search(own.question):
        return previous.head.terms, previous.head.content  # 乙县办了多少, after 民事占多少
    if topicless and _REALLY.search(own.question) and any(t.text in _PLANNED for t in previous.terms):
        kept = tuple(t for t in previous.terms if t.text not in _PLANNED)
        return kept, re.sub(
            "|".join(_PLANNED), "实际", previous.content
        )  # 实际查了多少, after 计划检查多少家
    if topicless:
        kept = tuple(t for t in previous.terms if not (t.required and t.known))
        words = previous.content
        if own.intent.answer_type not in {"", "name"} and own.content.strip():
            words = f"{words} {own.content}"  # 为什么涨这么多: what is asked is read off the words
        return kept + tuple(t for t in own.terms if t.required), words
    if shares and own.terms and _SHARE_OF_WHOLE.search(own.content):
        part = re.sub(r"[呢?。!]|(?:有|是)?(?:多少|几)[件人次名个起家宗]?", "", previous.content).strip()
        if part:  # 乙县的占行政处罚多少, after 不予处罚呢
            return previous.terms + own.terms, f"{part}{own.content.strip().lstrip('的')}"
    if own.terms and all(map(is_filler, own.terms)):
        if own.intent.task is Task.NUMBER and _DONE_SO_OFTEN.search(own.question):
            return own.terms, own.content  # 毁古柏的查了几件: as a first question would be
        if own.years and (again_said := said_before(previous, own)) is not None:
            return again_said.terms, again_said.content  # 2023年发现多少
        # 火星呢: a word that no report knows is asked, not the old topic, and nothing else answers it.
        return tuple(replace(t, required=True) for t in own.terms), own.content
    if previous.intent.plan and _CAME_OF_IT.search(own.question):
        things = [t for t in own.terms if not (is_filler(t) or t.required or t.text in COUNTED_THINGS)]
        held = {form for term in previous.terms for form, _ in term.forms}
        if things and not any(t.text in previous.content or t.text in held for t in things):
            return own.terms, own.content  # 2024年实际降了多少检查, after another item of the plans
    at_stage = own.terms and all(is_stage(t) or t.text == "申请" for t in own.terms)
    if at_stage and not own.places and (subject := behind_rates(previous)):
        said = _CORRECTED.sub(" ", own.content)
        return own.terms + subject.terms, f"{subject.content} {said}"  # 受理了多少, after 纠错率
    if all(map(is_rate_of_it, own.terms)) and not own.years and len(own.question) <= _LONG:
        of = tuple(t for t in previous.terms if not (t.required or is_rate_of_it(t)))
        return own.terms + of, f"{previous.content} {own.content}"
    if own.places and previous.terms and own.intent.task is Task.FACT and _names_again(previous, own):
        return previous.terms, previous.content  # 乙县的复议呢, after 甲县收到复议多少: the same figure
    if own.places and previous.head is not None and previous.bare and own.intent.task is Task.FACT:
        told = previous.terms[: len(own.terms)]
        if same_topic(own.terms, told):  # 乙市的企业呢, after 新增经营主体 and 企业呢
            return previous.terms, f"{previous.head.content} 其中{''.join(t.text for t in own.terms)}"
    if own.places and previous.terms and all(map(says_how, own.terms)):
        return said_otherwise(previous, own)
    if own.places and previous.terms and own.terms and all(map(is_attribute, own.terms)):
        names = {t.text for t in own.terms}
        shared = tuple(t for t in previous.terms if t.text not in names and not t.required)
        weighed = tuple(replace(t, weight=t.weight * _ASPECT_WEIGHT) for t in shared)
        return own.terms + weighed, f"{previous.content} {own.content}"
    if own.terms and not (own.places or own.years) and previous.terms and all(map(is_attribute, own.terms)):
        thing = previous.head or previous.subject or previous  # 挽回损失多少, after 农民工的 of legal aid
        lasting = (t for t in thing.terms if not (t.required or is_attribute(t)))
        return own.terms + tuple(replace(t, weight=t.weight * _ASPECT_WEIGHT) for t in lasting), (
            f"{thing.content} {own.content}"
        )
    anew_said = bool(own.years) or own.intent.task is Task.NUMBER  # 乙县发现多少; 乙县一审诉讼 names a matter
    if (
        anew_said
        and bool(own.years) != bool(own.places)
        and (again_said := said_before(previous, own)) is not None
    ):
        return again_said.terms, again_said.content
    again = {t.text for t in own.terms} <= {t.text for t in previous.terms}
    again = again and not any(t.required for t in own.terms)
    if own.terms and again and compares(own) and not own.places and not own.scope.missing:
        return previous.terms, previous.content  # 两个县企业加起来, after 新增经营主体 and 其中企业
    if (
        own.places
        or (own.scope.missing and not (_inside(previous, own) and all(map(is_stage, own.terms))))
        or own.all_places
        or handling.switches(own.question)
        or (handling.asks_further(own.question) and bool(_naming(own)))
        or _CORRECTED.search(own.question)
        or len(own.question) > _LONG
    ):
        return own.terms, own.content
    if own.terms and all(_LEVEL.match(t.text) for t in own.terms):  # 省级的呢, after 国家级…人才
        rest = tuple(t for t in previous.terms if not _LEVEL.match(t.text) and not t.required)
        rest = tuple(without_level(t) for t in rest)
        return own.terms + rest, f"{previous.content} {own.content}"
    previous = without_rate(previous)
    own = replace(own, terms=spelled_out(previous, own))
    if all(is_filler(term) or term.text in COUNTED_THINGS for term in own.terms):
        share = 1.0  # "多少项事项?" counts something of the old topic
    else:
        anew = _staged(own) and bool(_naming(own)) and previous.intent.unit_class == "percent"
        if anew and any(t.text.endswith("率") for t in previous.terms):
            return own.terms, own.content  # 复议受理多少, after 人民调解成功率
        named = any(
            t.concept and not is_stage(t) for t in own.terms
        )  # 法律援助受理多少件 is no stage of the old topic
        share = (
            _ASPECT_WEIGHT if _ASPECT.search(own.question) and not (named and _staged(own)) else _CARRY_WEIGHT
        )
    kinds = bool(own.terms) and all(t.text in KINDS_OF_CASES for t in own.terms)
    if names_part(own) and (
        len(previous.places) > 1 or previous.all_places or kinds
    ):  # of one place, the sentence just shown tells it
        share = _ASPECT_WEIGHT  # 农民工的呢, after 法律援助
    if _FINED.match(own.question) and previous.intent.unit_class != "money":
        share = 1.0  # 罚了多少钱, after 生态环境领域立案多少件: in that field
    if any(t.concept and f"{t.text}金额" in own.question for t in own.terms):
        share = _CARRY_WEIGHT  # 免罚金额 is a thing of its own, 金额 alone one of the old topic
    if own.scope.inner and not previous.scope.inner and _is_complete(own):
        return own.terms, own.content  # 某街道受理纠纷多少件, after another topic of the place above
    if of_explained(previous, own):
        return own.terms + previous.terms, f"{previous.content} {own.content}"
    full = bool(own.intent.task is not Task.FACT or own.intent.extreme) and any(
        t.concept or t.weight >= _WEIGHTY for t in own.terms
    )
    if all(map(is_stage, own.terms)) and not all(map(is_stage, previous.terms)):
        coming = {stage_of(t.text) for t in own.terms} <= _COMING_IN
        lending = tuple(t for t in previous.terms if not (coming and stage_of(t.text) in _ENDS))
        on = previous.content if len(lending) == len(previous.terms) else " ".join(t.text for t in lending)
        kept = tuple(
            t if t.required else replace(t, weight=max(min(t.weight, _LEAST_LENT), t.weight * _ASPECT_WEIGHT))
            for t in lending
            if not (is_stage(t) or t.text in _REFUSED) and not (t.required and _elsewhere(own))
        )
        return own.terms + kept, f"{on} {own.content}"  # 受理的呢: of the old topic
    succeeded = bool(own.terms) and all(t.text == "调解成功" for t in own.terms)
    if succeeded and not own.years and re.search("纠纷|调", previous.content):
        kept = tuple(t for t in previous.terms if not (is_stage(t) or t.required or t.concept))
        return own.terms + kept, f"{previous.content} {own.content}"  # 调成了几件, after 花木纠纷受理了几起
    bare = all(not t.concept and len(t.text) <= TOPIC for t in own.terms)
    if own.terms and bare and own.intent.combine and previous.subject is not None:
        return own.terms + previous.subject.terms, f"{previous.subject.content} {own.content}"  # 在册的加起来
    if share == _CARRY_WEIGHT and (full or re.search(r"呢[?。!]?$", own.question)):
        return own.terms, own.content
    length = sum(len(t.text) for t in _naming(own))
    if (own.intent.answer_type == "how" and length >= _COMPOUND) or (
        own.intent.answer_type == "where" and length >= TOPIC
    ):
        return own.terms, own.content  # 职业索赔的怎么处理的, 板凳会是哪儿搞的: a thing of its own
    held = {form for term in own.terms for form, _ in term.forms}
    staged, named = any(map(is_stage, own.terms)), any(t.concept for t in own.terms)
    lent = tuple(
        replace(t, weight=t.weight * share)
        for t in previous.terms
        if t.text not in held
        and not t.required
        and not (staged and is_stage(t))  # 受理 says nothing of 审结
        and not (named and t.text.endswith("率"))  # 公证 is no part of a 败诉率
        and not (named and share == _CARRY_WEIGHT and is_stage(t))  # nor was 法律援助 收到, where 复议 was
    )
    return own.terms + lent, previous.content + " " + own.content  # the last word says the stage: 审结呢


def _began_with(previous: Reading, own: Reading) -> TopicSide | None:
    """Give the first topic on the thing spoken of, where the last turns asked of its parts and a turn goes to another place."""
    subject = previous.subject
    if subject is None or not own.places or set(own.places) <= set(previous.places):
        return None
    things = {t.text for t in subject.terms}
    if things <= {t.text for t in previous.terms}:
        return None
    return next((s for s in previous.trail if things <= {t.text for t in s.terms}), subject)


def corrects(question: str) -> bool:
    """Tell whether a turn puts the topic right: 不对,我问的是罚没金额."""
    return _CORRECTED.search(question) is not None


def names_part(own: Reading) -> bool:
    """Tell whether a turn names no more than a part of what was asked: 农民工的呢, after 法律援助.

    Args:
        own: The turn read by itself.

    Returns:
        True where it names neither a place nor a year nor a task.
    """
    where = own.places or own.years or own.scope.missing or own.scope.inner
    return not where and _PART_OF_IT.fullmatch(own.question) is not None


def _staged(own: Reading) -> bool:
    """Tell whether a turn asks for a number of cases at a stage that it names: 受理多少件."""
    return own.intent.task is Task.NUMBER and any(map(is_stage, own.terms)) and not own.intent.change


def _inside(previous: Reading, own: Reading) -> bool:
    """Tell whether the places without a report that a turn names lie inside the place spoken of: 昌图县受理了多少."""
    return lies_inside(replace(own, recent=previous.recent))


def _elsewhere(own: Reading) -> bool:
    """Tell whether a turn names another part of the place, or the whole, so that 市本级 is asked about no more."""
    return bool(own.scope.missing or own.scope.inner or WHOLE.search(own.question))


def _names_again(previous: Reading, own: Reading) -> bool:
    """Tell whether a turn names the topic spoken of in fewer words: 复议, of 收到行政复议申请."""
    named = [term.text for term in own.terms]
    held = [term for term in previous.terms if any(text in term.text for text in named)]
    rest = [term for term in previous.terms if term not in held]
    return len(held) == len(named) > 0 and all(map(is_stage, rest)) and not previous.intent.change


def _asked_figure(previous: Reading, own: Reading) -> bool:
    """Tell whether the turn before asked for a figure, so that a section asked for next is not of its topic."""
    task = previous.intent.task
    if own.intent.section == "plan" and re.search("目标|指标", own.question):
        return False  # 2025年的目标呢: of that figure
    return task in _FIGURES or (task is Task.FACT and own.intent.section == "problem")


def _sums_up(own: Reading) -> bool:
    """Tell whether a turn asks for a summary and does not only show the old thing of another place (乙区也讲讲)."""
    return own.intent.task is Task.SUMMARY and not handling.shows(own.question)


def _is_complete(own: Reading) -> bool:
    """Tell whether a turn names a topic and asks for a figure of it, so that no earlier topic is lent to it."""
    named = _naming(own)
    figure = own.intent.task is not Task.FACT or bool(own.intent.extreme)
    return figure and not names_part(own) and any(t.concept or t.weight >= _WEIGHTY for t in named)


def _naming(own: Reading) -> list[Term]:
    """List the terms of a turn that name a thing, and no stage, attribute or what every topic has."""
    named = [t for t in own.terms if not (is_stage(t) or is_filler(t) or is_attribute(t) or t.required)]
    return [t for t in named if t.text not in COUNTED_THINGS]
