"""How well the kind of a figure fits what was asked: its measure word, its stage, whether it is a plan or a change.

Weights: ``docs/design/006-ranking.md``. Knows nothing of the words that own a figure.
"""

from __future__ import annotations

from qa.ledger.mention import CLAUSE, Mention
from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.single.intent import Intent
from qa.text import fold
from qa.types import SectionKind

# Measured on the dev questions; the table stands in docs/design/006-ranking.md.
PLAN_PENALTY = 0.35
CHANGE_PENALTY = 0.40
QUOTED_PENALTY = 0.12
WEAK_PENALTY = 0.12
PAST_PENALTY = 0.4
PROBLEM_PENALTY = 0.05
HARD = frozenset({"percent", "money", "ratio"})
EXACT = frozenset({"time", "measure"})  # asked for, they are never answered with a count
SINGLE = frozenset({"艘", "辆", "架"})
_VEHICLES = {"辆", "台"}  # 扣了多少台黑车 is told in 辆 as in 台
STAGE_FITS, STAGE_DIFFERS = 0.05, 0.12
MEASURE_DIFFERS = 0.13
SHARES = frozenset({"%", "分"})
SHARE_FITS = 0.25  # what ``unit_fit`` takes from a share that nobody asked for, and some more
ALIKE = 0.1
LOOSE_PEOPLE = -0.03  # -0.1 lost 2 of 3,000 single questions more
TIME_PENALTY = 0.4
LEVEL_PENALTY = 0.15
BOUND_PENALTY = 0.1
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
# "市里一级的有几个" asks for 市级.
_OF_LEVEL = lazy_re(r"(国家|[省市区县镇村])(?:里|上|里面|里头)?(?:这|那)?一级")
# What bears the name of an honour says its level: 全省民主法治示范村(社区), 国字号示范, 省里评的好村.
_HONOUR = r"(?=[\u4e00-\u9fff]{0,6}(?:示范|先进|优秀|模范|文明|民主法治))"
_LEVELS = {
    "国家级": lazy_re(rf"国字号|国家(?=评|表彰|命名|授)|全国(?:{_HONOUR}|(?=评|表彰|命名))"),
    "省级": lazy_re(rf"省里?(?=评|表彰|命名|授)|省里(?:{_HONOUR})|全省(?:{_HONOUR}|(?=评|表彰|命名))"),
    "市级": lazy_re(r"市里?(?=评|表彰|命名|授)"),
}
_LEVEL = lazy_re(r"国家级|省级|自治区级|市级|区级|县级|镇级|村级")
STANDING_FITS, STANDING_DIFFERS = 0.08, 0.35
# "新拿到执法证的有多少人": what came in, not what stands.
_NEW = lazy_re(
    r"新(?:拿|领|开|增|招|聘|收|设|建|考|注册|登记|发|任|来|进|取得|核发|加入)|当年新|今年新"
    r"|(?:刚|才)(?:刚)?(?:拿|领|考|办|招|聘|建|开(?!展|始)|进|取得|注册|成立|上岗)"
)
_HELD = lazy_re(r"持有|持[\u4e00-\u9fff]{0,4}证|拥有|现有|共有")
NEW_FITS = 0.12
_REACHED_ASKED = lazy_re(r"[扩增加升提降减压缩涨][^,。?]{0,3}(?:到|至|成)了?(?:多少|几|百分之)")
_REACHED = lazy_re(r"[扩增加升提降减压缩涨长高][大多短少低到]?(?:到|至|为)$")
REACHED_FITS = 0.12
_MEAN = lazy_re(r"[人户日月年件]均|平均|每[万百千]?[人名件户]")
_MEAN_ASKED = lazy_re(r"均|每|一个?人|几[天日月]|多[久长]|用时|时间|天|一(?:年|月|件)")
MEAN_PENALTY = 0.5
# "成立以来调解149件" is no figure of the year, unless nothing else is; "2024年以来" is.
_SINCE = lazy_re(r"(?<![\d年去今]年)(?<!一年)(?:以来|至今|迄今)")
_SINCE_ASKED = lazy_re(r"以来|至今|迄今|累计|到现在|一共|总共|[自从]")
SINCE_PENALTY = 0.08
# "年末在矫188人" is what stands, "接收社区矫正对象214人" what came in during the year.
_STANDING = lazy_re(
    r"现有|实有|在册|年末|年底|期末|累计|总数|总量|总计|共有|合计|目前|眼下|现在|还在|保有|现存|截至|名册|到现在"
)
_MOVING = lazy_re(
    r"新(?:考|取得|拿|申?领|办|颁|换)|新增|新登记|新设|新接收|新收|新建|新注册|净增|新发展|新成立|新任|当年|新入|新发|新聘|新开|解除|接收|新纳入"
)
_MOVING_ASKED = lazy_re(r"新|增|当年|多出来|又|开张|刚|接收|入矫|收进|收了|解除")


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
    return AUDIENCE_FITS if times and _AUDIENCE.search(question) else 0.0


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


def standing_fit(question: str, mention: Mention) -> float:
    """Tell what stands from what came in during the year: 年底在册多少 is not 全年新接收.

    Args:
        question: Content of the question.
        mention: A figure.

    Returns:
        A bonus for a figure of what stands and a penalty for one of what came in, where the question asks for the first.
    """
    asked_new = _NEW.search(question) is not None
    if not asked_new and (not _STANDING.search(question) or _MOVING_ASKED.search(question)):
        return 0.0
    clause = next((words for weight, words in mention.zones if weight == CLAUSE), "")
    own = fold(mention.label) + "|" + clause
    if asked_new:
        return (
            NEW_FITS if _MOVING.search(own) else -NEW_FITS * bool(_STANDING.search(own) or _HELD.search(own))
        )
    fits = STANDING_FITS if _STANDING.search(own) else 0.0
    return fits - (STANDING_DIFFERS if _MOVING.search(own) else 0.0)


def reached_fit(question: str, mention: Mention) -> float:
    """Reward the figure that something was brought to: 扩到多少个 is told as 扩至64个.

    Args:
        question: Content of the question.
        mention: A figure.

    Returns:
        A bonus, or 0.
    """
    asked = _REACHED_ASKED.search(question) is not None
    return REACHED_FITS * (asked and _REACHED.search(fold(mention.label)) is not None)


def mean_fit(question: str, mention: Mention) -> float:
    """Take away from a mean where a number is asked for: 人均办案53件 is no number of cases.

    Args:
        question: Content of the question.
        mention: A figure.

    Returns:
        A penalty below 0, or 0.
    """
    return -MEAN_PENALTY if _MEAN.search(mention.label) and not _MEAN_ASKED.search(question) else 0.0


def since_fit(question: str, mention: Mention) -> float:
    """Take away from what was counted since something began, where the figure of the year may be told as well.

    Args:
        question: Content of the question.
        mention: A figure.

    Returns:
        A penalty below 0, or 0.
    """
    return -SINCE_PENALTY if _SINCE.search(mention.label) and not _SINCE_ASKED.search(question) else 0.0


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
    return MONEY_HINT if silent and money and _MONEY_HINT.search(question) else 0.0


def level_fit(question: str, mention: Mention) -> float:
    """Take away from a figure of another level than the one asked for: 省级多少个 is not 国家级3个.

    Args:
        question: Content of the question.
        mention: A figure.

    Returns:
        A penalty below 0, or 0.
    """
    asked = set(_LEVEL.findall(_levelled(question)))
    own = f"{mention.zones[0][1]}|{fold(mention.label)}"
    said = set(_LEVEL.findall(_levelled(own))) if asked else set()
    return -LEVEL_PENALTY if said and not said & asked else 0.0


def _levelled(text: str) -> str:
    """Say each level in one way: 全国民主法治示范村 and 国家评的 are 国家级, 省里评的 is 省级."""
    for level, said in _LEVELS.items():
        text = said.sub(level, text)
    return _OF_LEVEL.sub(r"\1级", text)


def stage_fit(asked: str, own: str) -> float:
    """Reward the stage that was asked for (受理), and take away for another one (收到) that the figure's own words name.

    Args:
        asked: Stage that the question names, or "".
        own: The figure's own words.

    Returns:
        A bonus, a penalty below 0, or 0 where either names none.
    """
    said = stage_of(own) if asked else ""
    return 0.0 if not said else STAGE_FITS if said == asked else -STAGE_DIFFERS


def penalty(intent: Intent, mention: Mention, section: SectionKind) -> float:
    """Take away for plans, change rates, names and last year's figures that were not asked for.

    Args:
        intent: What is wanted.
        mention: A figure.
        section: Kind of the section that it stands in.

    Returns:
        What to take from its score, 0 or more.
    """
    taken = 0.0
    if (section is SectionKind.PLAN) != intent.plan:
        taken += PLAN_PENALTY
    if section is SectionKind.PROBLEM:
        taken += PROBLEM_PENALTY
    if bool(mention.change) != bool(intent.change):
        taken += CHANGE_PENALTY
    elif intent.change in {"rise", "fall"} and mention.change != intent.change:
        taken += 0.05  # the reading decides the direction; a wrong premise is corrected, not obeyed
    if mention.quoted:
        taken += QUOTED_PENALTY
    if mention.quantity.weak:
        taken += WEAK_PENALTY
    if mention.past:
        taken += PAST_PENALTY
    if mention.quantity.qualifier in {"以上", "以下"}:
        taken += BOUND_PENALTY  # "控制在9.5%以内" is an aim, "仍有3个县高于15%" a limit
    return taken
