"""Figures of a near thing are no answer: a sibling's, another measure's, the denied one's, a narrower or a newer one's.

食品抽检 is no 化妆品抽检, 场 no 份, 不合格率 no 合格率, 按期办结率 no 办结率, 应出庭 no 出庭. Each rule looks at the
words that own a figure most and at the question's own; knows nothing of ranking.
"""

from __future__ import annotations

import re

from qa.ledger.mention import CLAUSE, Mention
from qa.matching import inherited_words
from qa.question.offices import find_office
from qa.question.siblings import of_a_sibling
from qa.ranking import Query, ScoredMention
from qa.text import fold

# Measure words that count one kind of thing, and so stand for each other; what is in none counts anything (个, 项, 次).
_KINDS = {
    unit: kind
    for kind, units in {
        "case": "件 起 宗 例 桩 件次 笔 单",
        "text": "份 篇 部 册 本 卷 张 封",
        "event": "场 期 轮 场次 课 讲 届 课时 班次 趟",
        "body": "家 户 所 处 间 站 户次 家次 企业 单位",
        "people": "人 名 位 人次",
        "machine": "台 辆 艘 架",
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
    "batch": frozenset({"case", "text", "event", "times"}),
    "event": frozenset({"batch", "times", "item"}),
}
_HEAD = 2
_LOOSE = frozenset({"个", "次", "回", "项", "条", "位", ""})
# "输了几场" asks for cases in the words of a match.
_AS_A_MATCH = frozenset({("event", "case")})


def is_rival(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure counts a near thing and not the one asked for.

    Args:
        query: The question.
        scored: A figure.

    Returns:
        True where its own words say so.
    """
    mention = scored.mention
    content, label = query.content, fold(mention.label)
    own = owning(scored)
    return (
        of_a_sibling(content, own, query.text if any(t.everyday for t in query.terms) else "")
        or (not query.intent.compares and (_other_measure(query, mention) or _no_money(query, mention)))
        or _of_parts_only(content, scored)
        or (not query.intent.combine and no_mean(content, scored))  # a mean of several places is computed
        or _other_field(content, own)
        or _other_chamber(content, label)
        or _of_another_row(query, scored)
        or _other_level(content, mention)
        or _denied(content, label)
        or _conditional(content, label)
        or _due(content, label)
        or _of_stock(query, scored, own, label)
    )


def owning(scored: ScoredMention) -> str:
    """Join the words that own a figure by themselves: its clause, its row and column, what it leans on.

    Args:
        scored: A figure.

    Returns:
        The words, folded, parted by |.
    """
    mention = scored.mention
    zones = [words for weight, words in mention.zones if weight >= CLAUSE]
    return "|".join(
        (*zones, leant_on(scored), fold(f"{mention.noun}|{mention.thing}|{mention.row}|{mention.column}"))
    )


def leant_on(scored: ScoredMention) -> str:
    """Give the words that a figure with few of its own leans on: of its own row of clauses, where a semicolon parts them.

    Args:
        scored: A figure.

    Returns:
        食品抽检1860批次 for 不合格率1.8% in 药品抽检312批次,合格率99.4%;食品抽检1860批次,不合格率1.8%, and not 药品抽检; or "".
    """
    mention = scored.mention
    inherited = inherited_words(mention)
    _, mark, row = scored.report.folded[scored.sentence][: mention.quantity.start].rpartition(";")
    row = row.removesuffix(fold(mention.label)).rstrip(", 、")
    return row if inherited and mark and row and inherited not in row else inherited


def _of_another_row(query: Query, scored: ScoredMention) -> bool:
    """Tell whether a figure's own row of clauses names another thing by the same head: 餐饮具抽检 for 茶叶抽检."""
    inherited, row = inherited_words(scored.mention), leant_on(scored)
    if row == inherited or scored.mention.part:
        return False
    clause = next((words for weight, words in scored.mention.zones if weight == CLAUSE), "")
    lost = [t.text for t in query.terms if t.text in inherited and t.text not in row + clause]
    return any(
        match[1] in row
        for text in lost
        for match in re.finditer(f"{re.escape(text)}(\\S{{{_HEAD}}})", inherited)
    )


_PEOPLE = re.compile(
    r"人|员|者|师|干部|代表|[局区县乡镇村校队]长|工|学生|[市村居农网]民|户|专家|对象|主官|骨干|讲解|顾问|法官|律师|队伍"
)
# Bodies whose names hold 人 or 员: 88个人民调解委员会 are no 调解员.
_BODIES = re.compile(r"(?:人民)?[\u4e00-\u9fff]{0,2}委员会|人民(?:法院|法庭|检察院|政府)|工作[室站点组]")
_WRITTEN = re.compile(
    r"文件|方案|制度|办法|清单|报告|卷|合同|协议|函|书|通知|意见|建议|法规|规章|条例|材料|表|册|资料|证"
)
_NEAR = 8


def _other_measure(query: Query, mention: Mention) -> bool:
    """Tell whether a figure counts in a measure word that never stands for the one asked for: 6期 for 几份."""
    unit = query.intent.unit
    asked, given = _KINDS.get(unit, ""), _KINDS.get(mention.quantity.unit.lstrip("百千万亿"), "")
    if unit in _LOOSE or not asked or asked == given:
        return False
    if asked == "people" and mention.quantity.unit == "个":  # 联系点12个 for 多少名
        near = fold(f"{mention.label[-_NEAR:]}|{mention.noun[:_NEAR]}")
        return _PEOPLE.search(_BODIES.sub("", near)) is None
    if asked == "text" and mention.quantity.unit == "个":  # 问题43个 for 几份
        return _WRITTEN.search(fold(f"{mention.label[-_NEAR:]}|{mention.noun[:_NEAR]}")) is None
    if given == "batch" and "案" in query.content:
        return True  # 抽检312批次 for 办案多少件
    as_a_match = (asked, given) in _AS_A_MATCH and any(term.everyday for term in query.terms)
    return bool(given) and given not in _ALSO.get(asked, frozenset()) and not as_a_match


# Units of what is counted and never paid: 律师12名 for 避免了多少经济损失.
_COUNTED_CLASSES = frozenset({"people", "person_times", "case"})


def _no_money(query: Query, mention: Mention) -> bool:
    """Tell whether money is asked for and a figure counts people or cases."""
    return query.intent.unit_class == "money" and mention.quantity.unit_class in _COUNTED_CLASSES


# "全县行政处罚案件多少件": what the townships did is no figure of the county.
_WHOLE = re.compile(r"全[省市县区州旗](?!域|部)|整个[省市县区州旗]")
_PARTS = r"(?:各|\d+个|其中)*(?:乡镇|镇街|街道|镇村|(?:区|县|市)[直属](?:机关|部门|单位))"
_OF_PARTS = re.compile(rf"^{_PARTS}(?!领域|街道办事处)|(?:其中,?|每个?){_PARTS}")


_EARLIER = re.compile(r"(?:比|较|由|从)(?:上年|去年|上一年|20\d\d年)(?:同期)?的?$")


def _of_parts_only(content: str, scored: ScoredMention) -> bool:
    """Tell whether the whole place is asked for and a figure is that of its townships or departments."""
    if _WHOLE.search(content) is None or re.search(r"乡镇|镇街|街道|[区县市][直属]|各镇", content):
        return False
    mention = scored.mention
    label, noun = fold(mention.label), fold(mention.noun)
    if _EARLIER.search(label):  # 乡镇全年办理案件190件,比上年的230件有所减少
        before = re.split(r"[,;。]", scored.report.folded[scored.sentence][: mention.clause[0]].rstrip(","))
        label = before[-1]
    return _OF_PARTS.search(label) is not None or _OF_PARTS.search(noun) is not None


_MEAN_ASKED = re.compile(
    r"平均[^,。?]{0,8}(?:多少|几)|人均|户均|均有(?:多少|几)"
    r"|每(?:一?[个名家所户位支]|村|[乡镇][镇街]?|街道|社区|案|校|[县区人])[^,。?]{0,12}(?:多少|几)"
)
# "每所学校配备副校长,共21名" and 1355名 of "每村5名,达到1355名" give the whole, "15个乡镇各配1名" what falls to each.
_MEAN = re.compile(r"均|每(?!.*[\d共])(?![^;]*合计)|各(?=[\u4e00-\u9fff]{0,3}$)")


def no_mean(content: str, scored: ScoredMention) -> bool:
    """Tell whether a mean is asked of one report and nothing up to a figure says that it is one.

    Args:
        content: The question, its places and years blanked.
        scored: A figure.

    Returns:
        True for 平均每个镇有几个站, answered by a number of 镇.
    """
    mention = scored.mention
    told = scored.report.folded[scored.sentence][: mention.quantity.start].rpartition(";")[2]
    near = (told, fold(mention.label), mention.column, mention.row, mention.noun)
    return _MEAN_ASKED.search(content) is not None and not any(map(_MEAN.search, near))


# "交通运输领域", "城管系统": a field by its name.
_FIELD = re.compile(r"([\u4e00-\u9fff]{2,6}?)(领域|行业|系统)")


def _other_field(content: str, own: str) -> bool:
    """Tell whether words name another field than the one asked for: 市场监管领域 for 交通运输领域."""
    asked, named = _fields(content), _fields(own)
    alike = {name for a in asked if (office := find_office(f"{a}局")) for name in office[1]}  # 城管: 城市管理
    return bool(asked and named) and not any(n in alike or _share(a, n) for a in asked for n in named)


_DEPUTIES, _CONSULTATIVE = re.compile(r"人大|代表"), re.compile(r"政协|委员(?!会)")


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


_OF_LEVEL = re.compile(r"(国家|[省市区县镇村])(?:里|上|里面|里头)?(?:这|那)?一级")
_LEVEL = re.compile(r"国家级|全国|省级|自治区级|全省|市级|区级|县级|镇级|村级")
_SAME_LEVEL = {"全国": "国家级", "全省": "省级", "自治区级": "省级"}


def _other_level(content: str, mention: Mention) -> bool:
    """Tell whether a figure is of another level than the one asked for: 市级31个 for 国家级."""
    asked = {_SAME_LEVEL.get(w, w) for w in _LEVEL.findall(_OF_LEVEL.sub(r"\1级", content))}
    own = "|".join((mention.zones[0][1], mention.row, mention.column))
    said = {_SAME_LEVEL.get(w, w) for w in _LEVEL.findall(own)} if asked else set()
    if asked == {"国家级"} and not any("国家" in words or "全国" in words for _, words in mention.zones):
        return True
    return bool(said) and not said & asked and "以上" not in own


_DENIABLE = re.compile(
    r"(?<![不未无非])(合格|受理|整改|通过|采纳|落实|完成|达标|履行|批准|满意|予处罚|起诉|批捕|出庭|到庭)"
)


def _denied(content: str, label: str) -> bool:
    """Tell whether the words before a figure deny what is asked for: 不合格率 for 合格率."""
    for word in {m[1] for m in _DENIABLE.finditer(content)}:
        told = [m.start() for m in re.finditer(word, label)]
        if (
            told
            and all(label[at - 1 : at] in {"不", "未", "没"} for at in told)
            and not re.search(f"[不未没]{word}", content)
        ):
            return True
    return False


# "按期办结率": what is done under a condition is another thing than what is done.
_CONDITION = re.compile(r"(按期|按时|如期|及时|限期|提前|当场|一次性|先行)([\u4e00-\u9fff]{2,4}率)")
_ON_TIME = re.compile(r"按期|按时|如期|及时|准时|限期|期限|时限|期内|超期|逾期|提前|当场|一次|先行|拖")


def _conditional(content: str, label: str) -> bool:
    """Tell whether a figure is the rate of what was done under a condition that is not asked for."""
    match = _CONDITION.search(label)
    return match is not None and match[2] in content and not _ON_TIME.search(content)


_DUE = re.compile(r"应(?:当|该)?(?=出庭|到庭|到会|参加|参训|报备|备案|公开|整改|办结|检查)(?!出庭应诉率)")


def _due(content: str, label: str) -> bool:
    """Tell whether a figure counts what was due and the question asks what was done: 应出庭85件 for 出庭几件."""
    if (asked := _DUE.search(content)) is not None and asked[0] + _due_verb(content, asked) not in label:
        return True  # 实际出庭31件 or a rate for 应出庭多少件
    return (
        _DUE.search(label) is not None
        and "应" not in re.sub(r"应诉|应急|相应|反应|回应", "", content)
        and "该" not in content
    )


def _due_verb(content: str, asked: re.Match[str]) -> str:
    """Give the verb of what is asked as due: 出庭 of 应出庭."""
    return content[asked.end() : asked.end() + 2]


# "新聘法律顾问几名" asks for what came in during the year; "共有公职律师46名" tells what stands
_NOT_NEW = r"新(?=时代|闻|兴|型|媒|业态|能源|区|城|农|市民|社|三板|收|立案)|(?<=[重创更革最全翻刷])新"
# "刚拿到执法证的": 刚 says 新 in speech.
ASKED_NEW = re.compile(
    rf"(?!{_NOT_NEW})新[\u4e00-\u9fff]|(?:当|今)年新"
    r"|(?:刚|才)(?:刚)?(?:拿|领|考|办|招|聘|建|开(?!展|始)|进|取得|注册|成立|上岗)"
)
_NEW = re.compile(rf"(?!{_NOT_NEW})新|增|扩|添|首次")
# What tells of the year's movement without 新: 取得执法资格211人.
_CAME = re.compile(
    r"取得|获|申领|申请|核发|发放|颁发|考取|通过|注册|登记|设立|成立|建成|建立|授权|引进|开办|立案|受理|接收|收|招录|招聘|录用|培育|培养|选派|认定"
    r"|命名|创建|制定|出台|打造"
)
_STANDS = re.compile(r"现有|共有|实有|拥有|持有|持证|在册|累计|总数|总量|目前|年末|年底")
_STOCK_ASKED = re.compile(r"一共|总共|共有|现有|实有|拥有|持有|持证|在册|总数|总量|合计|全部|目前|现在")
_NEW_ONLY = re.compile(
    rf"^(?:其中|当年|全年|今年|本年度?|,|、)*(?!{_NOT_NEW})新|新(?:增|聘|取得|申领|发|招|培)"
)


_AIM = re.compile(r"目标|任务|计划")


def _of_stock(query: Query, scored: ScoredMention, own: str, label: str) -> bool:
    """Tell whether a figure is of what stands and the question asks for what is new, or the reverse."""
    content = query.content
    if scored.mention.quantity.unit == "%" and _AIM.search(content) and _AIM.search(own):
        return False  # 完成年度目标的104.4% of 新增就业
    if ASKED_NEW.search(content):
        if _NEW.search(own + label) or (scored.mention.part and _NEW.search(_whole_of(scored))):
            return False  # 其中企业547户 of 新增市场主体2316户
        everyday = any(term.everyday for term in query.terms)
        return _STANDS.search(label) is not None or not (everyday or _CAME.search(own + label))
    return _STOCK_ASKED.search(content) is not None and "增" not in content and is_new(label)


def _whole_of(scored: ScoredMention) -> str:
    """Give the clause before a part: 新增市场主体2316户 before 其中企业547户."""
    text = scored.report.folded[scored.sentence][: scored.mention.clause[0]].rstrip(",;、 ")
    return re.split(r"[,;。]", text)[-1]


def is_new(label: str) -> bool:
    """Tell whether the words before a figure say that it counts what is new: 新增公职律师8名.

    Args:
        label: The words, as printed.

    Returns:
        True where they begin with 新, or name a verb of coming in with it.
    """
    return _NEW_ONLY.search(fold(label)) is not None
