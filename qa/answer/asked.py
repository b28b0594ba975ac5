"""Questions that only a name, a reason, a place, a time or a telephone number answers: a sentence without one is no answer.

局长叫什么 asks for a person's name; a sentence on the bureau chief that prints none says nothing of it, however well its words
fit. Knows the kinds of things and how reports print them, and nothing of ranking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.persons import Office, is_held, office_asked
from qa.answer.reasons import admits, denied_verb, explains, reason_behind
from qa.answer.sited import SITES, names_site, site_asked
from qa.ledger.clauses import split_clauses
from qa.question.terms import Term
from qa.ranking import PreparedReport, ScoredSentence
from qa.text import HAN, fold

# Sentences among which one that holds the kind of thing asked for is looked for, and the share of the best score that it needs:
# a reason or a name may stand beside the sentence that fits best, and not in one on another thing.
_LOOKED_AT, _NEARLY = 4, 0.85
_LOOKED_FURTHER, _HALF = 12, 0.6
_ROLE = (
    r"(?:[区县市镇乡州旗]长|局长|厅长|处长|科长|所长|院长|检察长|书记|主任|主席|秘书长|会长|庭长|队长|馆长|校长|部长|司长|站长|律师|法官|调解员"
    r"|检察官|公证员|专员|负责人|联系人|领导|委员|代表|同志)"
)
_ASKS = (
    # "实施细则的文号是什么"
    ("file", re.compile(r"文号|发文字号|几号文")),
    # "联系电话是多少"
    (
        "phone",
        re.compile(r"电话(?:号码?)?(?:是|为)?(?:多少|什么|几号)|(?:手机|联系)号码|电话号码?$|联系方式"),
    ),
    # "司法局局长叫什么", "区长是谁", "律师姓什么"; not "第一责任人是谁", which is a role
    (
        "person",
        re.compile(
            rf"{_ROLE}(?:的|是|都|们|分别|姓|叫|名|字|为){{0,4}}(?:叫(?:什么|啥)|姓(?:名|什么|啥)|什么名字?|名字|什么|啥)"
            r"|(?:[区县市镇乡州旗]长|局长|厅长|院长|检察长|书记|主任|主席|律师|法官|[\u4e00-\u9fff]{2}官)(?:是谁|是哪位|叫)|谁(?:是|担任|任)[^,。?]{0,10}"
            r"(?:[区县市镇乡州旗]长|局长|厅长|院长|检察长|书记|主任|主席)"
        ),
    ),
    (
        "why",
        re.compile(r"因为什么|因为啥|为什么|为何|为啥|缘何|原因(?:是|在|有|何|$)|什么原因|啥原因|凭什么"),
    ),
    ("where", re.compile(r"(?<!出)在(?:哪(?:里|儿)?|什么地方|何处)$|地址(?:是|在|$)|位于(?:哪|何处|什么)")),
    ("when", re.compile(r"什么时候|何时|什么时间|几时|哪天|几月几[日号]")),
    (
        "rank",
        re.compile(
            r"(?:排|位[居列]|名列|列)(?:名|在|行)?第几|第几[名位]|排名?(?:是|为)?(?:多少|如何|怎么样|怎样|第几)|什么名次"
        ),
    ),
    ("name", re.compile(r"叫(?:什么|啥|做什么)|(?:名称|名字)(?:是|叫|为|$)")),
)
# "分管信访的副县长是谁"
_IN_CHARGE = re.compile(r"(?:分管|主管|协管)(?P<of>[\u4e00-\u9fff]{2,6}?)(?:工作|业务|方面)*的")
_LATIN, _HAN = re.compile(r"[A-Za-z][A-Za-z' -]+"), re.compile(HAN)
_ASKING = re.compile(r"(?:主要|具体|根本|深层)?原因(?:何在|是|为何)?|何在|缘由|缘故")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐"
    "梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘"
)
# "书记任组长，局长包案，主任高度重视": no surname begins a name there.
_NO_NAME = (
    r"任(?:组|主|副|第|总|队|职|命|务)|包(?:案|联|抓|保|挂|片|村|干)|高(?:度|位|效|质)|关(?:注|心|爱)|安排|管(?:理|辖)|成(?:立|员)|解(?:读|决|答)"
    r"|向(?:社|市|县|区|全|其|上)|方(?:面|可|案)|于(?:每|年|上|下|近)|时(?:任|常)|强(?:调|化)|明确|简要|查(?:看|处|办)|左右|全(?:程|面|部)|万(?:人|余)"
)
_AFTER_NAME = (
    r"[,、。;:()\s|被同主出担任带率入获荣当扎说作为赴到在等和及与一参讲每先亲多专对向从就代牵署签现述分指督深调召听研部做开走接受会以因由两"
    r"三十]"
)
# "区长刘云峰出席", "局长王立新带队", "调解员贾玉梅扎根": a title, then a surname and one or two characters.
_PERSON = re.compile(
    rf"{_ROLE}[、:,]?(?!{_NO_NAME})[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?={_AFTER_NAME}|$)"
    rf"|(?<![\u4e00-\u9fff])(?!常务)[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:同志|先生|女士|律师|法官|书记|区长|县长|市长|局长|主任)"
    rf"|(?:姓名|联系人|主讲人|负责人)[:|]\s*[\u4e00-\u9fff]{{2,4}}"
)
_ROLE_FIRST, _ROLE_LAST = re.compile(rf"^{_ROLE}"), re.compile(rf"{_ROLE}$")
_QUOTED = re.compile(r"[“‘《「\"][^”’》」\"]+[”’》」\"]|命名为|取名|名为|称为")
# "小站稻法治主题公园占地1.6万平方米": a thing of the kind asked for, named by what stands before it; "示范村2个" only counts.
_NAMED_THING = (
    r"公园|广场|中心|平台|应用|系统|栏目|专栏|品牌|机制|基地|驿站|工作室|调解室"
    r"|讲堂|法庭|服务站|展馆|馆|村|社区|条例|办法|规定|项目|工程|行动"
)
_KIND_OF_THING = re.compile(rf"(?:{_NAMED_THING})$")
_REASON = re.compile(
    r"鉴于|由于|(?<![基诱动起成病])因(?!素|地制宜|人|案|企|此|而|果|公|私)|为了|原因|主因|导致|致使|受[^,。]{2,14}影响|得益于|有赖于|源于|随着|所致|缘于|旨在|以便|之所以|目的|系[^,。;]{0,10}因|[与同和跟][^,。;]{2,16}(?:有关|相关|不无关系)"
)
_SITE = re.compile(
    r"设在|设于|设立?在|位于|坐落|地址|地点|入驻|落户|搬迁至|[\u4e00-\u9fff]{2}(?:保护区|景区|林场|农场|水库|港口|车站|学院|学校|法院|中心)(?=[^,。]{0,4}(?:设|建|成立|揭牌|启用|开展|举办|召开))|[\u4e00-\u9fff]{2}(?:镇|乡|街道|村|社区|路|大道|大厦|广场|公园|商城|园区|大楼)|(?:在|依托)[^,。]{2,14}(?:设|建|召开|举行|举办|揭牌|启动|开展)"
)
_TIME = re.compile(
    r"\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]月|季度|年初|年底|年末|上半年|下半年|期间|上旬|中旬|下旬|(?:19|20)\d\d年(?!度)|每[周月年天]|次日|当[天日]|\d+[点时](?!间)"
)
_TITLE = re.compile(r"《[^》]*》")
# "位居全市第二", "前三": not 第一责任人, 第90期.
_PLACED = re.compile(
    r"第[一二三四五六七八九十\d]+(?![次届期批条季部方]|责任|轮|阶段|节|讲|课|站)|首位|榜首|前(?:列|茅|[三五十百\d])|位[居列]|名列|排名"
)
_BASE = re.compile(r"(?:较|比|同比|对比|相较)(?:20\d\d|上一?|去)年(?:度|同期)?")  # 较2023年增加 dates nothing
_FILE_NUMBER = re.compile(r"[〔\[(]20\d\d[〕\])]\s?第?\d+\s?号|第\s?\d+\s?号")
_PHONE = re.compile(r"(?<!\d)(?:\d{3,4}[-—]?)?\d{7,11}(?!\d)|(?<!\d)12\d{3}(?=热线|电话|平台|便民|政务|服务)")


def kind_asked(question: str) -> str:
    """Tell what kind of thing alone answers a question.

    Args:
        question: A cleaned question; its places and years may be blanked.

    Returns:
        "file", "phone", "person", "why", "where", "when", "rank", "name", one of ``qa.answer.sited.SITES``, or "" where many
        things may answer.
    """
    asked = re.sub(r"\s", "", fold(question)).strip(
        "。?!,呢啊呀吗的"
    )  # blanks stand for places, and between English keywords
    return site_asked(asked) or next((kind for kind, pattern in _ASKS if pattern.search(asked)), "")


def is_foreign(terms: Sequence[Term], reports: Sequence[PreparedReport]) -> bool:
    """Tell whether a question asks only for words in Latin letters that no report prints and no list has in Chinese.

    Args:
        terms: Terms of the question.
        reports: Reports in scope.

    Returns:
        True for the xylophones of a county: nothing in Chinese answers to the sound of such a word.
    """
    return all(
        _LATIN.fullmatch(term.text)
        and not any(_HAN.search(form) for form, _ in term.forms)
        and not any(term.text.lower() in text for report in reports for text in report.folded)
        for term in terms
    )


def without_asking(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Drop the terms that only ask for a reason (原因何在): they name nothing that a report would print beside it.

    Args:
        terms: Terms of a question.

    Returns:
        The others, if there are any.
    """
    return tuple(t for t in terms if not _ASKING.fullmatch(t.text)) or terms


# "怎么解决行政争议", "单位怎么处理": the report says 化解, 约谈.
_HOW = re.compile(
    r"(?:怎么|怎样|如何|咋)(?:样)?(?:去|来)?(?P<verb>解决|处理|应对|对待|实现|做好|抓好|搞好|开展|加强|推进|推动|保障|保证)"
)


def without_how(terms: tuple[Term, ...], question: str) -> tuple[Term, ...]:
    """Drop the verb that a question asks how with: a report tells how in a verb of its own.

    Args:
        terms: Terms of a question.
        question: The question.

    Returns:
        The others, if there are any.
    """
    asked = _HOW.search(question)
    return tuple(t for t in terms if asked is None or t.text != asked["verb"]) or terms


def holding(
    kind: str, ranked: Sequence[ScoredSentence], terms: Sequence[Term], question: str
) -> list[ScoredSentence]:
    """Keep the sentences that print the kind of thing that is asked for, of those that fit nearly as well as the best.

    Args:
        kind: As ``kind_asked`` gives it.
        ranked: Sentences, the best first.
        terms: Terms of the question.
        question: The question; whose name it asks for decides which name answers.

    Returns:
        Those that may answer, the best first.
    """
    office = office_asked(question) if kind == "person" else None
    if (
        charge := _IN_CHARGE.search(question)
    ) and kind == "person":  # who is in charge of another thing is no answer
        ranked = [s for s in ranked if _is_in_charge(s.report.folded[s.index], charge["of"])]
        if not ranked:
            return []
    if office is not None:  # a sentence that names the holder answers, wherever it stands among the others
        return [s for s in ranked if _names_holder(s.report.report.sentences[s.index].text, office)]
    if kind in SITES:  # the sentence that fits best may speak of the thing without its place
        near = [s for s in ranked[:_LOOKED_FURTHER] if s.score >= _HALF * ranked[0].score]
        return [s for s in near if names_site(kind, s, question)]
    near = [s for s in ranked[:_LOOKED_AT] if s.score >= _NEARLY * ranked[0].score]
    if kind == "why":
        if denied_verb(question):  # 未出庭 is told of fewer sentences than 出庭, and so looked for further
            near = list(ranked[:_LOOKED_FURTHER])
        near = [s for s in near if explains(s, terms, question)]
        told = [s for s in near if holds(kind, s.report.report.sentences[s.index].text, terms)]
        told = told or [n for s in near if (n := reason_behind(s)) is not None]
        return told or [s for s in near if admits(s, terms)][:1]
    return [s for s in near if holds(kind, s.report.report.sentences[s.index].text, terms)]


def holds(kind: str, sentence: str, terms: Sequence[Term]) -> bool:
    """Tell whether a sentence prints the kind of thing that is asked for.

    Args:
        kind: As ``kind_asked`` gives it.
        sentence: A sentence of a report.
        terms: Terms of the question: a name must stand beside one of them.

    Returns:
        True where it does, or where any sentence may answer.
    """
    text = fold(sentence)
    if kind == "name":
        return _names(text, terms)
    if kind == "person":
        return _PERSON.search(text) is not None
    if kind == "when":
        return _TIME.search(_BASE.sub("", _TITLE.sub("", text))) is not None
    pattern = {
        "phone": _PHONE,
        "rank": _PLACED,
        "file": _FILE_NUMBER,
        "why": _REASON,
        "where": _SITE,
    }.get(kind)
    return pattern is None or pattern.search(text) is not None


def _is_in_charge(text: str, of: str) -> bool:
    """Tell whether a sentence says that someone is in charge of a thing: 分管司法行政工作 is not 分管信访."""
    return any(of in told[0] for told in re.finditer(r"(?:分管|主管|协管|负责|联系)[^,。;]*", text))


def _names_holder(sentence: str, office: Office) -> bool:
    """Tell whether a sentence prints a name with the office that is asked for."""
    return bool(holder_named(sentence, office))


def holder_named(sentence: str, office: Office) -> str:
    """Give the name that a sentence prints with an office.

    Args:
        sentence: A sentence of a report.
        office: The office that is asked for.

    Returns:
        The name without its title, or "" where it prints none.
    """
    text = fold(sentence)
    for match in _PERSON.finditer(text):
        title = _ROLE_FIRST.match(match[0])
        behind = _ROLE_LAST.search(match[0])
        before = text[: match.start()] + (title[0] if title else "")
        if is_held(office, before, behind[0] if behind and not title else ""):
            name = _ROLE_FIRST.sub("", match[0])
            return _ROLE_LAST.sub("", name).lstrip("、:,")
    return ""


def _names(text: str, terms: Sequence[Term]) -> bool:
    """Tell whether a name in marks, or a person's, stands in the clause of a term or the one behind it."""
    clauses = [text[a:b] for a, b in split_clauses(text)]
    forms = {form for term in terms for form, _ in term.forms}
    near: set[int] = set()
    for at, clause in enumerate(clauses):
        if any(form in clause for form in forms):
            near |= {at, at + 1}
    told = [clause for at, clause in enumerate(clauses) if at in near or not near]
    return any(_QUOTED.search(c) or _PERSON.search(c) or _named_thing(c, terms) for c in told)


def _named_thing(clause: str, terms: Sequence[Term]) -> bool:
    """Tell whether a clause names a thing of the kind that the question asks for, by words that the question lacks."""
    said = "".join(term.text for term in terms)
    for term in terms:
        kind = _KIND_OF_THING.search(term.text)
        for match in re.finditer(rf"([\u4e00-\u9fff]{{2,12}}){kind[0]}(?!\s?\d)", clause) if kind else ():
            if re.search(r"[\u4e00-\u9fff]{2}", "".join(c if c not in said else " " for c in match[1])):
                return True
    return False
