"""What a turn wants: the task and the unit that it states, or those of the turn before."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.conversation.carry_topic import corrects, names_part
from qa.question.single.intent import Intent, Task
from qa.question.single.reading import Reading
from qa.question.words import handling
from qa.question.words.talk import says_level
from qa.question.words.term_roles import is_attribute, is_stage
from qa.units import UNIT_CLASS

_SHORT_TURN = 12
_SHOWN = frozenset({Task.SUMMARY, Task.LIST, Task.COMPARE})

# "乡镇办了多少": cases.
_DONE = lazy_re(r"办[了结过理](?:多少|几)|[查结审]了(?:多少|几)")
# Words that are counted in money, whatever else their concept is counted in.
_OF_MONEY = lazy_re(r"款|金|额|钱|资|损失|收入|支出|费")
# "欠薪线索呢", after 追回工资: what ends with a thing that is counted is no sum
_OF_THINGS = lazy_re(r"(?:线索|案件|件数|人数|户数|次数|场次|[人户家]次|工单)的?呢?[?。!]*$")
_OF_CASES = lazy_re(
    r"(?:案件|案子|件数)(?:的|实际上?|真正|最后|一共|总共)*(?:[办查结]了?(?:理|处|结|完)?)?呢?[?。!]*$"
)
# "女的有多少人申请", after 要回来多少钱: what is counted is said
_SAYS_COUNTED = lazy_re(r"(?:多少|几)个?(?:人|家|户|位|名)(?![均民])")
# "生态环境罚了多少", after 罚没多少: money, though cases are counted of that field
_FINED = lazy_re(r"罚[了没]?(?:多少|几)(?![件起宗家人个户次])")
# "打算加几个": 个 measures whatever was spoken of
_SO_MANY = lazy_re(r"(?:几|多少)个(?:呢|啊|呀)?[?。!]*$")
# "板凳调解是哪个县搞的": which place does a thing, in whatever year
_WHOSE = lazy_re(
    r"(?:是|由|来自|出自)哪一?[个家]?(?:县市区|区县|县区|地方|县|区|市|州|旗)(?:的|搞|干|做|弄|创|首创|推|建|提|办|发明|先|想|探索|打造|开|设|牵头|$)"
)
# "2025年重点抓哪三件事": what is done, and no figure
_DEEDS = lazy_re(r"[抓做干办]好?(?:哪[几些两三四五六]+(?:件|项|方面|条|点)|(?:什么|啥)(?:事|工作))")
# "按件数看呢", after 哪个部门罚钱最多: the same rank by another measure
_BY_MEASURE = lazy_re(
    r"^(?:那么?|要是|如果|若)?(?:按照?|论|以)(?:金额|数额|总额|钱数?|案?件数量?|人数|户数|人?次数?|场次|个数|比例|占比)(?:来|去)?"
    r"(?:[看算排比论说]|排[名序个队]*)?(?:的话)?呢?[?。!]*$"
)
# "2024年实际是多少", after a target: the result.
ACTUAL = lazy_re(
    r"实际|真正|(?:现在|目前|眼下|如今)(?:(?:的|又|还)?(?:是|有|达|为|占)?(?:多少|几)|的?呢)|最后|结果(?:是|呢)|完成(?:了|得)?多少|做到(?:了)?多少"
)


def asks_whose(own: Reading) -> bool:
    """Tell whether a turn asks which place does a thing that it names: 板凳调解是哪个县搞的.

    Args:
        own: The turn read by itself.

    Returns:
        True where no earlier year and no figure is lent to it.
    """
    return own.all_places and bool(own.terms) and not own.years and _WHOSE.search(own.question) is not None


def _counted(own: Reading) -> bool:
    """Tell whether a turn's own topic is counted in things, and not in money: 法律援助呢, after 罚没款."""
    if _OF_THINGS.search(own.question):
        return True
    if _FINED.search(own.question):
        return False
    if _SAYS_COUNTED.search(own.question):
        return True
    unmeasured = [t for t in own.terms if t.concept and not (t.measure or is_stage(t) or is_attribute(t))]
    if unmeasured and not names_part(own):  # 打热线问的人多不多: a matter of its own
        return not any(_OF_MONEY.search(form) for t in unmeasured for form, _ in t.forms)
    named = [t for t in own.terms if t.measure]
    return bool(named) and all(
        not any("元" in unit for unit in t.measure)
        or (t.concept and "元" not in t.measure[0] and not _OF_MONEY.search(t.text) and not names_part(own))
        for t in named
    )


def _shares(previous: Reading, own: Reading) -> bool:
    """Tell whether a turn's topic shares a word with the one before: 罚没款 with 罚款金额."""
    held = {form for term in previous.terms for form, _ in term.forms}
    return any(form in held for term in own.terms for form, _ in term.forms)


def carry_intent(previous: Reading, own: Reading, *, topicless: bool) -> Intent:
    """Choose the task and the unit: the question's own where it states one, else the old ones."""
    mine, old = own.intent, previous.intent
    if topicless and says_level(own.question) and not old.compares:  # 实际降到多少, after 打算降多少: a level
        unit = previous.unit_before if old.change else (old.unit, old.unit_class)
        unit = (mine.unit, mine.unit_class) if mine.unit_class else unit
        plan = mine.plan or (old.plan and not ACTUAL.search(own.question))
        level = replace(old, task=Task.NUMBER, change="", section="", extreme="", ordinal=0, plan=plan)
        return replace(level, unit=unit[0], unit_class=unit[1])
    stages = bool(own.terms) and all(map(is_stage, own.terms))
    moved = old.change or old.task is Task.DIFFERENCE
    if moved and not (topicless or mine.explicit or mine.change) and corrects(own.question):
        # 不对,我问的是罚没金额, after 比前一年少几件: the same of another topic
        return replace(old, unit=mine.unit, unit_class=mine.unit_class, extreme="", ordinal=0)
    if topicless and old.plan and mine.task is Task.FACT and ACTUAL.search(own.question):
        return replace(old, task=Task.NUMBER, plan=False, section="")  # 目前呢, after 打算加到多少人
    # "2024年的有吗" asks the old thing of another year.
    asks = mine.yes_no and not (topicless and len(own.question) <= _SHORT_TURN)
    if (
        mine.plan
        and mine.task is Task.FACT
        and topicless
        and (old.task is Task.NUMBER or previous.bare)
        and not mine.answer_type
    ):
        return replace(
            old, task=Task.NUMBER, plan=True, extreme="", ordinal=0
        )  # 2025年的目标呢: the figure, as it is planned
    if topicless and handling.asks_better(own.question) and (old.task is Task.NUMBER or old.compares):
        return replace(old, task=Task.COMPARE, extreme="", ordinal=0, combine="")
    if topicless and old.unit_class == "people" and _SO_MANY.search(own.question):
        mine = replace(mine, unit=old.unit, unit_class=old.unit_class)  # 打算加几个, after 现在几个人
    vague = mine.task is Task.FACT and not (mine.answer_type or asks or mine.plan or mine.section)
    vague = vague and not (asks_whose(own) or _DEEDS.search(own.question))
    if topicless and mine.task in _SHOWN and handling.shows(own.question) and not mine.section:
        vague = True  # 甲区的也讲讲, 一起列一下: the old thing, not a summary
    if vague and mine.change:
        return replace(old, task=Task.NUMBER, change=mine.change, unit="", unit_class="", extreme="")
    if vague and not mine.unit_class and _OF_CASES.search(own.question):
        mine = replace(mine, unit="件", unit_class=UNIT_CLASS["件"])  # 欠薪案件呢, after 追回工资
    if vague:
        named = next((u for t in own.terms for u in t.measure if u != "%"), "") if names_part(own) else ""
        named = "" if re.search("率|占|比例", own.question) else named
        unit = (
            (mine.unit, mine.unit_class)
            if mine.unit_class
            else (old.unit, old.unit_class)
            if topicless
            else (old.unit, old.unit_class)
            if (stages or (names_part(own) and len(previous.places) > 1 and old.unit_class != "money"))
            and old.unit_class != "percent"
            else (named, UNIT_CLASS.get(named, ""))
            if old.unit_class == "percent" and named  # 调解成功的呢, after 成功率
            else (
                "",
                old.unit_class
                if old.unit_class == "money"
                and not _OF_THINGS.search(own.question)
                and (_shares(previous, own) or not (own.places or _counted(own)))
                else "percent"
                if re.search("率|占比|比例", own.question)
                else "",
            )
        )
        keep = (
            old.task
            if old.task not in {Task.DIFFERENCE, Task.RANK, Task.COMPARE}
            or len(own.places) > 1
            or topicless is False
            or handling.adds(own.question)
            or own.scope.excluded
            else Task.NUMBER
        )
        if mine.extreme:  # 哪个最高, of a topic of its own: counted in what that topic is counted in
            return replace(old, extreme=mine.extreme, unit=unit[0], unit_class=unit[1])
        if own.terms and old.answer_type in {"name", "who", "where"}:
            old = replace(old, answer_type="")  # 卫健委呢, after 哪个部门办得最多: its number
        # 败诉的呢 asks a count after 同比呢, which was an aspect, and a change after 复议同比升了多少, which was the question.
        change = old.change if topicless or not previous.aspect else ""
        return replace(
            old,
            task=keep,
            change=change,
            unit=unit[0],
            unit_class=unit[1],
            extreme=old.extreme if keep is old.task else "",
        )
    if old.plan and ACTUAL.search(own.question):
        return replace(mine if not topicless else old, task=Task.NUMBER, plan=False, section="")
    elsewhere = bool(own.places or own.scope.missing or own.scope.inner)
    staged = any(stage_of(t.text) for t in own.terms)  # 立案多少, 乡镇办了多少, after 罚没款: no money
    staged = staged or _DONE.search(own.question) is not None
    money = old.unit_class == "money" and not (elsewhere or staged or _counted(own))
    if mine.task is Task.NUMBER and not mine.unit_class and money:
        return replace(mine, unit=old.unit, unit_class=old.unit_class)
    counted = stages and old.unit_class not in {"", "percent", "money"}
    if mine.task is Task.NUMBER and not mine.unit_class and counted and not mine.change:
        return replace(mine, unit=old.unit, unit_class=old.unit_class)  # 乙县受理了多少, after 多少件
    if topicless and mine.change and not mine.unit_class and mine.task is Task.NUMBER:
        return replace(mine, plan=old.plan or mine.plan)  # 下降了多少, after 多少件: in what unit is not said
    if topicless and not mine.unit_class:
        change = mine.change or (old.change if mine.task is Task.DIFFERENCE or mine.extreme else "")
        return replace(
            mine, unit=old.unit, unit_class=old.unit_class, change=change, plan=old.plan or mine.plan
        )
    if topicless and mine.task is Task.DIFFERENCE and mine.unit_class == "percent" and old.change:
        return replace(mine, change=old.change)  # 乙和丙差几个百分点, after 检查降了多少
    return mine


def by_measure(previous: Reading, own: Reading) -> Reading | None:
    """Rank the same things by another measure: 按件数看呢, after 哪个部门罚款最多.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The reading; None where the turn before ranked nothing, or this one names more than a measure.
    """
    unit, old = own.intent.unit_class, previous.intent
    if own.places or own.years or not (unit and old.extreme) or not _BY_MEASURE.search(own.question):
        return None
    intent = replace(old, unit=own.intent.unit, unit_class=unit)
    return replace(previous, question=own.question, intent=intent, follow_up=True)


def of_one(intent: Intent) -> Intent:
    """Ask the figure of one place where the turn before set several side by side.

    Args:
        intent: What the turn before wanted.

    Returns:
        The same of one figure.
    """
    return replace(intent, task=Task.NUMBER, extreme="", ordinal=0, combine="") if intent.compares else intent


def top_of(previous: Reading, intent: Intent, *, lasting: bool) -> int:
    """Keep the leading places that an earlier turn asked for, at the end that it counted from: 只看前两名, then 哪个更少.

    Args:
        previous: The reading of the turn before.
        intent: What the turn wants.
        lasting: Whether it names neither a topic nor other places.

    Returns:
        Their number, negative from the lowest, or 0.
    """
    if intent.top:
        return -intent.top if intent.extreme == "min" else intent.top
    return previous.top if lasting and abs(intent.ordinal) <= abs(previous.top) else 0
