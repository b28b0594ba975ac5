"""How well the measure word of a figure fits the one that was asked for.

Weights: ``docs/design/006-ranking.md``. Knows nothing of the words that own a figure.
"""

from __future__ import annotations

from qa.ledger.mention import Mention
from qa.patterns import in_question, lazy_re
from qa.question.single.intent import Intent

HARD = frozenset({"percent", "money", "ratio"})
EXACT = frozenset({"time", "measure"})  # asked for, they are never answered with a count
SINGLE = frozenset({"艘", "辆", "架"})
_VEHICLES = {"辆", "台"}  # 扣了多少台黑车 is told in 辆 as in 台
MEASURE_DIFFERS = 0.13
SHARE_FITS = 0.25  # what ``unit_fit`` takes from a share that nobody asked for, and some more
ALIKE = 0.1
LOOSE_PEOPLE = -0.03  # -0.1 lost 2 of 3,000 single questions more
TIME_PENALTY = 0.4
MONEY_HINT = 0.15
# Questions that leave the measure open and yet mean money: 拖着不给的账要回来多少.
_MONEY_HINT = lazy_re(r"钱|账|欠|薪|赔|退[还回出了]|罚[款金]|追回|挽回|要回|讨回|[花掏]了?")
# Measure words that people and reports take for each other: 多少起 is told as 2,869件, 几间 as 22个.
_ALIKE = {
    unit: number
    for number, units in enumerate(
        (
            "件 起 宗 例 桩",
            "家 户 家次 户次",
            "个 处 所 座 间 点 站",
            "场 次 期 课 讲 回 轮 遍 趟",
            "支 队 组",
            "批 批次",
            "份 篇 本 册 张",
            "项 条 款",
        )
    )
    for unit in units.split()
}
# "培训了多少人", "多少人参加": reports tell an audience in 人次
_AUDIENCE = lazy_re(
    r"(?:培训|轮训|集训|授课|宣讲|惠及|覆盖|接待|吸引)[过到了]*(?:多少|几)(?:个|名|位)?(?:人|干部|群众|学员|职工)"
    r"|(?:多少|几)(?:个|名|位)?(?:人|干部|群众|学员|职工)[^,。?]{0,4}(?:培训|轮训|参训|参加|参与|听)"
)
AUDIENCE_FITS = 0.25  # what ``unit_fit`` takes from 人次, and as much as an alike measure word gives
_TIMES = frozenset({"次", "回", "趟"})  # 替老人跑腿多少回 is told in 人次


def unit_fit(intent: Intent, mention: Mention) -> float:
    """Score how well the measure word of a figure fits the one asked for.

    Percent, money and ratios never stand for counts, nor counts for them; 人次 is not 人; other counts fit softly.

    Args:
        intent: What is wanted.
        mention: A figure.

    Returns:
        A bonus up to 0.15 or a penalty down to -0.8.
    """
    quantity = mention.quantity
    have, want = quantity.unit_class or ("" if quantity.unit else "ratio"), intent.unit_class
    if mention.column and not quantity.unit and quantity.value.isdigit() and want not in {"percent", "ratio"}:
        return 0.0  # a cell of a table that prints no unit counts what its row says
    bare = quantity.bare_unit
    if intent.change and mention.change and have == "percent":
        return 0.05  # how far money or a count rose is told in per cent
    if have == "time" and want != "time":
        return -0.8 if want in HARD else -TIME_PENALTY  # "3年来流出32人": a span of time is no count
    if not want:
        if have in HARD and not (mention.change and intent.change):
            return -0.15
        return 0.0
    if want == "ratio" or have == "ratio":
        return 0.15 if want == have else -0.8
    if want == "percent" and quantity.unit in {"个百分点", "百分点"}:
        return 0.0 if intent.change else -0.3
    if (want in HARD or have in HARD or want in EXACT) and want != have:
        return -0.8
    if have == "measure" and want not in {"", "measure"}:
        return -0.8  # 没收海砂4.7万吨 counts no ships
    if intent.unit in SINGLE and bare != intent.unit:
        return 0.05 if {intent.unit, bare} == _VEHICLES else -0.5
    if want == have and (want in HARD or want in {"people", "person_times"}):
        return 0.15
    if "people" in (want, have) or "person_times" in (want, have):
        if {want, have} == {"people", "person_times"}:
            return -0.15
        times = have == "person_times" and intent.unit in _TIMES
        loose = times or intent.unit in {"名", "位"} or bare == "个"
        if intent.unit == "个":  # 出狱后难过的有几个拿到了接济: of people too
            return LOOSE_PEOPLE
        return -0.1 if loose else -0.4
    if bare == intent.unit:
        return 0.12
    if intent.unit in _ALIKE and _ALIKE[intent.unit] == _ALIKE.get(bare):
        return ALIKE
    if intent.unit in {"个", "次", "回"} or bare in {"件次"}:
        return 0.0
    return 0.05 if want == have else -0.12


def audience_fit(intent: Intent, question: str, mention: Mention) -> float:
    """Make up for 人次 where a question asks whom a thing reached: 培训了多少人 is told as 培训11期、1640人次.

    Args:
        intent: What is wanted.
        question: Content of the question.
        mention: A figure.

    Returns:
        A bonus, or 0.
    """
    times = intent.unit_class == "people" and mention.quantity.unit_class == "person_times"
    return AUDIENCE_FITS if times and in_question(_AUDIENCE, question) else 0.0


def measure_fit(intent: Intent, measures: frozenset[str], mention: Mention) -> float:
    """Take away from a figure whose unit is none that figures of what is asked bear: 多少调解 counts no 名.

    Only where the question leaves the unit open (多少, 几个, 几次); a unit that is asked for is judged by ``unit_fit``.

    Args:
        intent: What is wanted.
        measures: Units that figures of the concepts of the question bear, by the lexicon.
        mention: A figure.

    Returns:
        A penalty below 0, or 0.
    """
    bare = mention.quantity.bare_unit
    open_unit = intent.unit in {"", "个", "次", "回"}
    differs = measures and bare not in measures and mention.quantity.unit_class not in {"percent", "money"}
    return -MEASURE_DIFFERS if open_unit and differs else 0.0


def share_fit(intent: Intent, rated: bool, mention: Mention) -> float:
    """Make up for the missing measure word where people ask 多少 of what reports tell in per cent: 老百姓说好的有多少.

    Args:
        intent: What is wanted.
        rated: Whether an everyday concept of the question is told in per cent or points only.
        mention: A figure.

    Returns:
        A bonus, or 0.
    """
    unit_open = not intent.unit and not intent.unit_class and not intent.change
    return SHARE_FITS if rated and unit_open and mention.quantity.unit_class == "percent" else 0.0


def money_fit(intent: Intent, question: str, mention: Mention) -> float:
    """Reward money where a question means it without a measure word.

    Args:
        intent: What is wanted.
        question: Content of the question.
        mention: A figure.

    Returns:
        A bonus, or 0.
    """
    silent = not intent.unit and not intent.unit_class
    money = mention.quantity.unit_class == "money"
    return MONEY_HINT if silent and money and in_question(_MONEY_HINT, question) else 0.0
