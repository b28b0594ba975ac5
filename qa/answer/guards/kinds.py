"""Figures of another kind than a count asks for: a training's audience for a profession, bodies for people, 事项 for 件.

多少律师 asks how many there are, and is not answered by eight who were chosen for something, nor by a committee of mediators.
Looks at the words that own a figure and at the question's own; knows nothing of ranking.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.answer.guards.events import counts_all, counts_no_event, is_no_price
from qa.answer.guards.near_deeds import is_near_deed
from qa.ledger.mention import Mention
from qa.matching import inherited_words
from qa.patterns import in_question, lazy_re
from qa.ranking import Query, ScoredMention
from qa.text import fold
from qa.units import UNIT_CLASS

# Who is counted as a profession or an office, the longer name first.
_WHO = (
    r"人民调解员|调解员|公职律师|律师|公证员|法律顾问|顾问|执法人员|审查员|审核员|监督员|观察员|网格员|明白人|法官|检察官|陪审员|仲裁员|鉴定人"
    r"|辅警|民警|协管员|联络员|信息员|宣讲员|工作人员|公务员|志愿者|副校长"
)
_FILLS = (
    r"截[至止]|年?[末底]|全[市县区省旗州盟]|本[市县区]|目前|现在|一共|总共|共|有|里|的|在|是|达到?|总数|人数|数量"
    r"|现有|拥有|比较|对比|和|与|跟"
)
_MANY = r"(?:多少|几)[名个位人]?"
# "有多少名律师", "行政执法人员多少": nothing is said of what they did.
_STOCK = lazy_re(
    rf"(?:{_FILLS})*(?:{_MANY}的?)?(?:{_FILLS})*(?P<of>(?:(?![多几每各谁哪])[\u4e00-\u9fff]){{0,6}}?)(?P<who>{_WHO})(?:{_FILLS})*(?:{_MANY})?"
)
# What names the same people: 持证742人 are 执法人员.
_ALSO = {"执法人员": lazy_re(r"执法人员|执法证|执法资格|持证|执法队员|执法力量")}
_FULL_TIME = lazy_re(r"(?:其中)?[,:]?(?P<kind>[专兼]职)的?")
# "遴选8名律师", "组织1027名执法人员参加轮训": some of them, for something.
_CHOSEN = lazy_re(
    r"遴选|选拔|选派|抽调|邀请|参加|参训|参考|培训|轮训|调训|集训|表彰|评选|推荐|约谈|考核|考试|测试|指派|安排|组织|补充|评为|获评|清理|注销"
)
# "为148所学校选派法治副校长156名": a post is filled by sending somebody, and nobody else holds it.
_POSTS = frozenset({"副校长", "法律顾问", "顾问", "监督员", "联络员", "信息员"})
_SENT = lazy_re(r"选派|指派|安排|组织|推荐|邀请")
# "特邀侨胞调解员41名" is a kind of its own.
_SPECIAL = lazy_re(
    r"公职|值班|外聘|挂职|特邀|侨胞|专职|兼职|双语|俄语|外语|骨干|首席|金牌|优秀|女性?|退休|党员|老年|青年|涉外"
    r"|[乡镇村]级"
)
# Words before a profession that narrow nothing, or that the figure of a government's own report need not repeat.
_LOOSE = lazy_re(
    r"人民|行政|综合|专业|政府|全体|基层|在册|持证|执业|注册|普通|名|个|位|[市县区镇]级|的|上|里"
)
# "能用彝语开庭的执业律师只有23名": what every one of them is stands between.
_STANDING = lazy_re(r"(?:人民|行政|综合|在册|持证|执业|注册|普通)+$")
_BEHIND, _SHORTEST = 8, 3


def is_of_another_kind(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure counts another kind of thing than the one asked for.

    Args:
        query: The question.
        scored: A figure.

    Returns:
        True where its own words say so.
    """
    mention = scored.mention
    if mention.change or query.intent.change:
        return False
    content = _bare(query.content)
    return (
        is_near_deed(content, scored)
        or _no_stock(query, content, scored)
        or _others_for_bodies(content, mention)
        or _items_for_cases(query, content, mention)
        or _bodies_for_cases(query, content, mention)
        or _entities_for_companies(query, content, mention)
        or _old_for_all(content, mention)
        or _advised_for_helped(content, mention)
        or _seized_for_cases(content, mention)
        or _times_for_appearances(query, content, mention)
        or _problems_for_cases(content, scored)
        or _deeds_for_cases(content, mention)
        or _others_for_satisfied(query, content, scored)
        or _withdrawn_for_received(content, mention)
        or counts_no_event(content, scored)
        or counts_all(content, scored)
        or is_no_price(content, scored)
    )


@lru_cache(maxsize=16)
def _bare(content: str) -> str:
    """Leave blanks, quotation marks and marks of clauses out of a question; each of its figures is asked."""
    return re.sub(r"[\s“”\"?。!,]", "", fold(content))


def _no_stock(query: Query, content: str, scored: ScoredMention) -> bool:
    """Tell whether the number of a profession is asked and a figure counts others, or some who were chosen."""
    asked = in_question(_STOCK, content, whole=True)
    if asked is None or query.intent.compares or any(term.everyday for term in query.terms):
        return False
    if query.intent.plan:
        return False  # 招聘专职仲裁员12名: who is to come is not who stands
    mention, who = scored.mention, asked["who"]
    own = fold(f"{mention.label}|{mention.noun}|{mention.row}|{mention.column}|{mention.thing}")
    own = re.sub(r"[()]", "", own if who[-2:] in own else scored.words.owning)  # 村(居)法律顾问
    head = "调解员" if who.endswith("调解员") else who
    of_whom = _ALSO.get(head, re.compile(re.escape(head)))
    named = of_whom.search(own)
    if named is None:
        part = _FULL_TIME.fullmatch(fold(mention.label))  # 调解员2876名,其中专职318名
        before = scored.report.folded[scored.sentence][: mention.quantity.start]
        return not (part and part["kind"] in content and of_whom.search(before))
    if _CHOSEN.search(_SENT.sub("", own) if who in _POSTS else own) or (
        mention.quantity.unit_class != "people" and "委员会" in own
    ):
        return True
    before = own[: named.start()]
    bare = _STANDING.sub("", before)
    if bare.endswith("的") and bare[-_SHORTEST:] not in content:  # 具有矿山专业背景的执法人员仅11名
        return True
    if any(word not in content for word in _SPECIAL.findall(before[-_BEHIND:])):
        return True
    narrowing = _LOOSE.sub("", asked["of"])
    around = own + scored.report.report.sentences[scored.sentence].lead
    return bool(narrowing) and not any(
        narrowing[i : i + 2] in around for i in range(max(1, len(narrowing) - 1))
    )


_BODY = r"委员会|调委会|中心|机构|组织|工作室|调解室|工作站|服务站|司法所|律所|事务所|团队|队伍"
_BODY_ASKED = lazy_re(
    rf"(?:多少|几)(?:个|家|处|所|支)[^,。?]{{0,8}}?(?:{_BODY})$|(?:{_BODY})(?:{_FILLS})*(?:多少|几)(?:个|家|处|所|支)?$"
)


def _others_for_bodies(content: str, mention: Mention) -> bool:
    """Tell whether bodies are asked for and a figure counts people or cases: 专职调解员58名 for 多少个调解委员会."""
    return (
        mention.quantity.unit_class in {"people", "person_times", "case", "money"}
        and in_question(_BODY_ASKED, content) is not None
    )


_ITEM = lazy_re(r"(?:事项|清单|目录)(?:(?:动态)?调整|精简|压减|扩大|扩展|增加)?(?:共|有|达|为|数|[到至])?$")
# "77项行政处罚事项", "三项机制": what is listed or set up stands behind the figure.
_ITEM_BEHIND = lazy_re(r"^[^,;。\d]{0,10}?(?:事项|清单|目录|机制|制度|措施|办法)")
_ITEM_ASKED = lazy_re(r"事项|清单|目录|项|机制|制度|措施|办法")
_CASE_ASKED = lazy_re(r"案件?$|案件(?:数|(?:有|是|共|总共|一共)?(?:多少|几))|件数|[办审]件")


_FILES = lazy_re(r"案卷|卷宗|文书")


def _items_for_cases(query: Query, content: str, mention: Mention) -> bool:
    """Tell whether cases are asked for and a figure counts the matters on a list: 行政许可事项218项 for 许可多少件."""
    asked = query.intent.unit == "件" or in_question(_CASE_ASKED, content) is not None
    if asked and mention.quantity.unit in {"卷", "份", "本", "宗"} and _FILES.search(fold(mention.label)):
        return in_question(_FILES, content) is None  # 评查行政处罚案卷120卷
    told = _ITEM.search(fold(mention.label)) or _ITEM_BEHIND.search(fold(mention.noun))
    listed = mention.quantity.unit in {"项", "个", "条", "类"} and told is not None
    return asked and listed and in_question(_ITEM_ASKED, content) is None


# "21个乡镇综合行政执法队": who handled the cases is no case.
_HANDLING = lazy_re(r"乡镇|镇街|街道|[乡镇村]$|社区|部门|单位|队|局|站|所|中心|机构|委员会|组织")
# "部门矛盾纠纷", "机构案件": the body only says whose the cases are.
_ITS_CASES = lazy_re(rf"(?:{_HANDLING.pattern}).{{0,4}}(?:案|纠纷|问题|诉求|争议|线索|隐患)")


def _bodies_for_cases(query: Query, content: str, mention: Mention) -> bool:
    """Tell whether cases are asked for and a figure counts bodies that handle them."""
    asked = UNIT_CLASS.get(query.intent.unit, "") == "case" and "案" in content
    if not asked or mention.quantity.unit not in {"个", "家", "支"}:
        return False
    noun = fold(mention.noun)
    return _HANDLING.search(noun) is not None and _ITS_CASES.search(noun) is None


_COMPANY = lazy_re(r"企业|公司")
# "企业多少户" asks how many there are, and not how many were helped or looked at.
_ALL_COMPANIES = lazy_re(rf"(?:{_FILLS})*(?:企业|公司)(?:{_FILLS})*(?:多少|几)[户家个]")
_REACHED = lazy_re(r"惠及|走访|服务|检查|涉及|帮助|清偿|指导|约谈|处罚|受益")
_AMONG = lazy_re(r"^.*主体[中里当]中?的?(?=企业|公司)")  # 新设经营主体中企业: the companies among them
_ENTITY = lazy_re(r"主体|个体|商户|市场")


def _entities_for_companies(query: Query, content: str, mention: Mention) -> bool:
    """Tell whether companies are asked for and a figure counts all that trade: 新增经营主体1294户 for 新登记企业."""
    content = _AMONG.sub("", content)
    if in_question(_COMPANY, content) is None or in_question(_ENTITY, content) is not None:
        return False
    own = fold(f"{mention.label}|{mention.noun}|{mention.row}|{mention.column}")
    if query.intent.unit in {"户", "家"} and mention.quantity.unit in {"个", "项", "件", "次", "条"}:
        return True
    if _ALL_COMPANIES.fullmatch(content) and _REACHED.search(fold(mention.label)):
        return True
    spoken = "企业" not in content and any(term.everyday for term in query.terms)
    return not spoken and _COMPANY.search(own) is None and "主体" in own + inherited_words(mention)


_ALL_ASKED = lazy_re(r"总量|总数|一共|总共|合计")


def _old_for_all(content: str, mention: Mention) -> bool:
    """Tell whether all petitions are asked for and a figure counts those that stood long: 信访积案36件 for 信访总量."""
    return (
        in_question(_ALL_ASKED, content) is not None
        and "积案" not in content
        and "积案" in (fold(mention.label) + inherited_words(mention))
    )


_HELPED = lazy_re(r"受援|援助[^,。?]{0,4}人")
_ADVISED = lazy_re(r"咨询|来访|来电|接待|解答")


def _advised_for_helped(content: str, mention: Mention) -> bool:
    """Tell whether those helped are asked for and a figure counts who asked for advice: 来访来电咨询9640人次 for 受援人数."""
    advised = _ADVISED.search(fold(mention.label)) is not None and in_question(_ADVISED, content) is None
    return advised and in_question(_HELPED, content) is not None


# "收缴猎捕工具63件", "没收渔具430套": what was taken is no case
_SEIZED = lazy_re(r"(?:收缴|没收|扣押|查扣|缴获|销毁|封存)[^,;案]{0,8}$")


def _seized_for_cases(content: str, mention: Mention) -> bool:
    """Tell whether cases are asked for and a figure counts things that were taken."""
    return (
        "案" in content
        and _SEIZED.search(fold(mention.label)) is not None
        and in_question(_TAKEN, content) is None
    )


_TAKEN = lazy_re(r"收缴|没收|扣押|查扣|缴获|销毁|封存|罚没")


def _times_for_appearances(query: Query, content: str, mention: Mention) -> bool:
    """Tell whether cases with an appearance in court are asked for and a figure counts how often one head appeared."""
    return query.intent.unit == "件" and "出庭" in content and mention.quantity.unit in {"次", "人次", "人"}


_HARDLY = 0.3  # share of the question that a figure's own words hold


_BEFORE_CASES = 40  # characters before a figure in which the matters stand that its cases are about


def _problems_for_cases(content: str, scored: ScoredMention) -> bool:
    """Tell whether cases are asked for and a figure that hardly owns the question counts problems: 解决企业问题253起."""
    label = scored.words.label
    official = not any(term.everyday for term in scored.terms)
    if official and scored.own < _HARDLY and label.endswith(("相关案件", "有关案件")):
        before = scored.report.folded[scored.sentence][: scored.mention.quantity.start][-_BEFORE_CASES:]
        return (
            "事项" in before
        )  # 涉及9项处罚事项,督促办理相关案件23万件; but not 开展专项整治,查处相关案件14件
    told = scored.own < _HARDLY and label.endswith("问题")
    return told and "案" in content and "问题" not in content


_CASES_ASKED = lazy_re(r"案件|案子|办案|(?:多少|几)[件起宗]")
_DEED_TIMES = frozenset({"次", "场", "期", "轮", "场次"})
# "开展罚款实施情况等专项监督工作7次" counts no penalties.
_DEED = lazy_re(r"(工作|监督|检查|督查|督导|评查|巡查|整治|行动|活动|培训|会议|演练|宣传|座谈会?|约谈)$")


def _deeds_for_cases(content: str, mention: Mention) -> bool:
    """Tell whether cases are asked for and a figure tells how often something was done that the question does not name."""
    if in_question(_CASES_ASKED, content) is None or mention.quantity.unit not in _DEED_TIMES:
        return False
    deed = _DEED.search(fold(mention.label))
    return deed is not None and deed[1] not in content


def _others_for_satisfied(query: Query, content: str, scored: ScoredMention) -> bool:
    """Tell whether it is asked how many were satisfied and a figure says nothing of it: 诉求2.87万件 beside 满意率99.3%."""
    if "满意" not in content or query.intent.unit_class not in {"", "percent", "people"}:
        return False
    mention = scored.mention
    return (
        "满意"
        not in fold(f"{mention.label}|{mention.noun}|{mention.column}|{mention.thing}") + scored.words.owning
    )


_UNDONE = ("撤回", "终止", "不予受理", "驳回", "退回")
_CAME_IN = lazy_re(r"收到|新收|收了|收案|接到|提出|申请")


def _withdrawn_for_received(content: str, mention: Mention) -> bool:
    """Tell whether what came in is asked for and a figure counts what was withdrawn or turned down: 撤回申请41件."""
    label = fold(mention.label)
    return in_question(_CAME_IN, content) is not None and any(
        w in label and w not in content for w in _UNDONE
    )
