"""What a figure takes over from the figures before it, and from the header of its cell: how narrow it is, what is new, its unit.

Knows nothing of indicators.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.mention import CLAUSE, Mention
from qa.ledger.observed import Observation
from qa.ledger.parts import stands_aside
from qa.patterns import lazy_re
from qa.text import fold, unwrapped
from qa.units import bare

# Ways in which cases end, grades of files: the last of a list of them narrows no rate.
_OUTCOME = lazy_re(
    r"优秀|良好|合格|维持|撤销|驳回|终止|确认违法|责令|变更|撤回|调解|和解|审结|办结|败诉|胜诉|受理"
)
# 热线工单1.2万件,办结1.1万件,办结率98.8%: what was done with all of them narrows nothing
_DONE = lazy_re(r"\s(?:已|均)?(?:办结|办理|解决|回复|答复|调成|共计|合计|总计)$")
# Matters whose cases are told in steps (收到, 受理, 审结 ...); 信访积案36件,化解33件 does well without.
_STEPS = lazy_re(r"复议|诉讼|应诉|法律援助|仲裁|政府本级|交易纠纷")
_RECOVERED = "挽回"
_NEW = "新增"
_ALL_OF_THEM = lazy_re(r"(?:总[数量]|总人数|累计(?:总数)?|队伍总数)(?:达到?|为|已达|已有|达到了)?")
_NEWLY = lazy_re(
    r"(?:全年|年内|当年)?(?:新(?:增|培养|培育|聘任?|选聘|建|命名|认定|评选?|创建?)|[再又](?:添|增))"
)
_GONE = lazy_re(
    r"(?:同时|并)?(?:注销|吊销|退出|取消|撤销|减少|解除|核减|清退)"
)  # 新增4382户、注销1957户: none of the new
_SHORT_ALL = 8  # characters that the pattern of all of them matches at most
_LAST_YEAR = lazy_re(r"(?:上|去)年(?:同期)?(?:为|是)?")  # 比上年多了28件,上年为186件
_IN_ALL = lazy_re(r"总[数量]|累计|现有|共有|在册|达到?")  # “法律明白人”新增386名、总数达到2418名
_DEED = lazy_re(r"审查|审核")
_FOUNDED, _COMPANIES = lazy_re(r"新(?:设立?|登记|增|注册|开办)"), lazy_re(r"(?:^|其中|、)企业$")
_OF_ALL = lazy_re(
    r"各类|各种|全部|所有"
)  # 立案查办各类案件6218件,罚没款3870.6万元: of no kind of cases alone
_LAWYERS = lazy_re(r"[,、]?(?:和|及|共?有)?律师(?:有)?")
_FULL_TIME = lazy_re(r"(?:其中|这?里面|当中)?[,，:：]?的?专职(?:人员|的)?(?:有)?")
_KIND = lazy_re(r"规范性文件|合同|协议|决策")
_STOCK = frozenset({"item", "body", "people"})
_UNLIKE = frozenset({"case", "item", "body", "people", "person_times", "event_times", "money"})
_NEAR_HEADS = 4  # so many figures before a change may be what it is told of
_BODIES = frozenset({"个", "家", "所"})
_COUNTS = tuple("件 次 人 个 名 场 户 人次".split())  # a cell without a unit counts something, no money
# What a header ends with tells the units that its cells may bear: 调解组织 are no cases.
# 办理秸秆焚烧案件, 查处“黑中介”: cases of one kind, and the words beside them that say none
_DEALT_WITH = lazy_re(r"(?:查处|查办|查获|办理)(.{2,}?)(?:案件?|行为)?$")
_NO_KIND = lazy_re(
    r"行政|处罚|违法|违规|执法|各类|各种|案件|一般程序|普通程序|简易程序|程序|决定|全[县市区州旗省]|问题|共|[“”,、的\s]"
)
_UNITS_OF = (
    (lazy_re(r"率$"), ("%",)),
    (
        lazy_re(r"(?:组织|委员会|机构|中心|阵地|[站点所]|示范[村户]|示范社区|企业|主体)数?量?$"),
        ("个", "家", "户"),
    ),
    (lazy_re(r"(?:人|员|律师|对象|顾问|人数)数?$"), ("人", "名")),
)


def units_of(header: str) -> Sequence[str]:
    """List the units that a cell without one may bear, by the end of its header.

    Args:
        header: What the cell counts, folded.

    Returns:
        Units, the likeliest first.
    """
    return next((units for end, units in _UNITS_OF if end.search(header)), _COUNTS)


def counted_itself(mention: Mention, told: str, name: str) -> bool:
    """Tell whether a figure counts what stands right before it, which so did nothing: 公共法律服务中心(站、室)165个.

    Args:
        mention: The figure.
        told: The folded sentence up to it.
        name: An office named before it.

    Returns:
        Whether the office is what is counted; 其中市审计局46个 is the office's.
    """
    if mention.part or mention.quantity.unit not in _BODIES:
        return False
    return told.removesuffix(")").split("(")[0].endswith(name) if told.endswith(")") else told.endswith(name)


def narrows(counted: str, mention: Mention, unit_class: str, *, part: bool, listed: bool) -> bool:
    """Tell whether money or a rate is of the figure before it, which bears no indicator: 涉及欠薪的193件,涉及金额1680万元.

    A rate behind the last of several outcomes is of them all: 优秀41份、合格119份、不合格8份,合格率95.2%.

    Args:
        counted: What the figure before counts.
        mention: The money or the rate.
        unit_class: Unit class of the figure before.
        part: Whether the figure before is a part.
        listed: Whether it is one of several parts, so that money behind is of all: 农民工387件、老年人214件,挽回损失1628万元.

    Returns:
        Whether it is as narrow as the figure before.
    """
    if (not part and unit_class != "case") or _OF_ALL.search(counted):
        return False
    if mention.quantity.unit_class == "percent":
        return not (_DONE.search(counted) or (part and _OUTCOME.search(counted)))
    return mention.quantity.unit_class == "money" and not (listed and _RECOVERED in mention.label)


def is_of_one_kind(before: Observation, mention: Mention) -> bool:
    """Tell whether money, or what is passed on, is of one kind of cases: 办理秸秆焚烧案件21件,罚款1.05万元 (移送公安机关2件).

    Args:
        before: The figure before it.
        mention: The figure.

    Returns:
        Whether the figure before counts cases of one kind and bears no indicator; 立案29起 and 一般程序案件738件 say no kind.
    """
    if before.indicator or before.part or mention.past:
        return False
    if mention.quantity.unit_class != "money" and not mention.label.startswith("移送"):
        return False
    if _OF_ALL.search(before.counted):
        return False
    kind = _DEALT_WITH.search(before.counted)
    return (
        kind is not None
        and "罚" not in kind[1].replace("行政处罚", "")
        and len(_NO_KIND.sub("", kind[1])) > 1
    )


def names_its_matter(mention: Mention) -> bool:
    """Tell whether a count names its matter; bearing no indicator of it, it is narrower, and so is what leans on it.

    Args:
        mention: A count: 因信息公开引发的行政复议87件 before 被纠错7件, 省政府本级收到行政复议申请683件 before 受理541件.

    Returns:
        Whether it does.
    """
    counts = mention.quantity.unit_class == "case" and not mention.change
    return counts and _STEPS.search(fold(mention.label)) is not None and not _OF_ALL.search(mention.label)


def renewed(mention: Mention, before: Mention | None, *, fresh: bool) -> bool:
    """Tell whether a figure counts new ones as the one before it does: 新增全国民主法治示范村1个、省级4个.

    Args:
        mention: The figure, joined by 、 to the one before it.
        before: The figure before it, or None.
        fresh: Whether the figure before took it over itself.

    Returns:
        Whether it does.
    """
    if before is None or mention.quantity.unit_class not in _STOCK or _IN_ALL.match(mention.label):
        return False
    if _GONE.match(mention.label):
        return False
    return fresh or _NEW in before.label


def with_stock(mention: Mention, before: Mention) -> Mention:
    """Give the total behind the new ones what they count as its own words: “法律明白人”新增386名、总数达到2418名.

    Args:
        mention: The figure.
        before: The figure before it.

    Returns:
        The figure with the words of the new ones, less what says that they are new; as it is where it is no such total.
    """
    if mention.change or mention.noun or not 0 < len(mention.label) <= _SHORT_ALL:
        return mention
    if not _ALL_OF_THEM.fullmatch(mention.label):
        return mention
    label = unwrapped(before.label)
    new = _NEWLY.search(label)
    if new is None or mention.quantity.unit != before.quantity.unit:
        return mention
    words = fold(label[: new.start()] + label[new.end() :])
    return mention._replace(zones=((CLAUSE, f"{words}|"), *mention.zones[1:]))


def head_of_aside(mention: Mention, before: Mention, found: Sequence[Observation]) -> Observation | None:
    """Give the figure that one of the year before stands aside of in brackets: 3268宗,同比增长5.1%(2023年为3110宗).

    Args:
        mention: The figure.
        before: The figure before it in its sentence.
        found: The observations so far.

    Returns:
        The one right before it, or the one that the change right before it is of; None where it stands aside of none.
    """
    if stands_aside(mention, before):
        return found[-1]
    aside = mention.label.startswith(("(", "（")) or _LAST_YEAR.fullmatch(mention.label) is not None
    if not (mention.past and before.change and aside and len(found) > 1):
        return None
    head = found[-2]
    same = head.sentence == mention.sentence and head.unit == mention.quantity.unit and not head.change
    near = mention.quantity.start - before.quantity.end - len(mention.label) in (0, 1)
    return head if same and near else None


def told_of(mention: Mention, before: Mention, found: Sequence[Observation]) -> Observation | None:
    """Give the figure that a change is told of: 合同412份,标的额37.2亿元,分别比上年多66份、多4.9亿元.

    Args:
        mention: The change, or what an earlier figure rose to.
        before: The figure before it in its sentence.
        found: The observations so far.

    Returns:
        The one right before it, or the last one of the same unit where that one counts another thing; None where none does.
    """
    mine = mention.quantity
    if not (mention.change and mine.unit_class in _UNLIKE and before.quantity.unit_class in _UNLIKE):
        return found[-1]
    if mine.unit_class == before.quantity.unit_class and not before.change:
        return found[-1]
    unit = mine.bare_unit
    near = [one for one in found[-_NEAR_HEADS:] if one.sentence == mention.sentence and not one.change]
    return next((one for one in reversed(near) if bare(one.unit) == unit), None)


def deed_of(mention: Mention, told: str, *, listed: bool) -> str:
    """Tell what was done with a part where its whole says it once: 审查文件、合同268件,其中规范性文件5件.

    Args:
        mention: A part.
        told: The words of its whole.
        listed: Whether it is a part, or joined by 、 to the figure before it.

    Returns:
        The deed, or "" where the part says it itself or the whole says none.
    """
    if told.endswith(("律师事务所", "律所")) and _LAWYERS.fullmatch(mention.label):
        return "执业律师"  # 律师事务所36家,律师421人
    if not listed:
        return ""
    if told.endswith("调解员") and _FULL_TIME.fullmatch(mention.label):
        return "调解员"  # 调解员2741名,其中专职256名
    if _COMPANIES.search(mention.label) and (new := _FOUNDED.search(told)):
        return new[0]  # 新设经营主体9862户,其中企业3107户
    found = _DEED.search(told) if _KIND.search(mention.label) and "备" not in told else None
    return found[0] if found and not _DEED.search(mention.label) else ""
