"""What kind of thing alone answers a question (a name, a reason, a place, a time), and the words that only ask.

How reports print such things is in ``qa.answer.prose.asked``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.guards.sited import site_asked
from qa.answer.prose.identity import identity_asked
from qa.answer.prose.persons import BEARERS
from qa.patterns import lazy_re
from qa.question.words.measures import without_description
from qa.question.words.terms import Term
from qa.ranking import PreparedReport
from qa.text import HAN, fold

_ASKS = (
    # "实施细则的文号是什么"
    ("file", lazy_re(r"文号|发文字号|几号文")),
    # "联系电话是多少"
    (
        "phone",
        lazy_re(
            r"电话(?:号码?)?(?:是|为)?(?:多少(?![部台个次通条件万千百])|什么|几号)|(?:手机|联系)号码|电话号码?$|联系方式"
        ),
    ),
    # "司法局局长叫什么", "区长是谁", "律师姓什么"; not "第一责任人是谁", which is a role
    (
        "person",
        lazy_re(
            rf"{BEARERS}(?:的|是|都|们|分别|姓|叫|名|字|为){{0,4}}(?:叫(?:什么|啥)|姓(?:名|什么|啥)|什么名字?|名字|什么(?!人|样|身份|职业|来头)|啥(?!人|样))"
            r"|(?:[区县市镇乡州旗]长|局长|厅长|院长|检察长|书记|主任|主席|律师|法官|[\u4e00-\u9fff]{2}官|教授|专家|学者|老师)(?:是谁|是哪位|叫)|谁(?:是|担任|任)[^,。?]{0,10}"
            r"(?:[区县市镇乡州旗]长|局长|厅长|院长|检察长|书记|主任|主席)"
            r"|哪一?位(?:法官|检察官|律师|教授|专家|学者|老师|调解员|公证员|所长|庭长|站长|书记|局长)"
        ),
    ),
    # "由谁设计", "谁牵头": a sentence that names nobody tells it not; "谁执法谁普法" asks nothing
    (
        "actor",
        lazy_re(
            r"由谁|(?<![“谁])谁(?:来)?(?:负责|牵头|组织|主办|承办|设计|创办|发起|出资|承建|[办建讲管写编做搞]的)"
            r"|[归由是](?:谁|哪一?[个家]?(?:部门|单位|机关|局)|什么(?:部门|单位)|啥(?:部门|单位))(?:来)?(?:管|负责|牵头|主管|承办|组织)"
            r"|哪一?[个家]?(?:部门|单位|机关|局)(?:来)?(?:负责|牵头|主管|承办)|(?:牵头|主管|责任|承办|主办)(?:单位|部门|机关)(?:是(?:谁|哪[个家]?|什么|啥)?)?$"
        ),
    ),
    # "副校长是哪些人", "成员名单"
    ("members", lazy_re(r"(?:是|有|包括)哪些人$|都?有谁$|都是谁$|(?:人员|成员)名单")),
    # "败诉主要集中在哪些领域": a sentence that only counts them tells it not
    (
        "fields",
        lazy_re(
            r"(?:集中|分布|发生|出现|涉及|来自)[在于]?(?:哪些|哪几个|什么)(?:领域|方面|行业|类型|类别|环节)"
        ),
    ),
    # "分别是哪些单位败诉的": a sentence that names none tells it not; "有哪些部门…多少" asks for figures
    (
        "bodies",
        lazy_re(
            r"哪(?:些|几个?|[两三四五]个)(?:单位|部门|机关)(?![^,。?]*(?:多少|几[件个家名次起]))|(?:单位|部门|机关)名单"
        ),
    ),
    (
        "why",
        lazy_re(
            r"因为什么|因为啥|为什么|为何|(?:怎么|如何|怎样|咋)解释|为啥|缘何|原因(?:是|在|有|何|$)|什么原因|啥原因|凭什么"
        ),
    ),
    ("where", lazy_re(r"(?<!出)在(?:哪(?:里|儿)?|什么地方|何处)$|地址(?:是|在|$)|位于(?:哪|何处|什么)")),
    (
        "when",
        lazy_re(
            r"(?:每?周|星期|礼拜)几|什么时候|何时|什么时间|几时|哪一?[天日]|几月几[日号]|[自从](?:哪一?|什么)(?:年|月|时)|哪一?年(?:开始|起|搞|建|成立|设|办|启动|出台|实施|施行)"
        ),
    ),
    (
        "rank",
        lazy_re(
            r"(?:排|位[居列]|名列|列)(?:名|在|行)?第几|第几[名位]|排名?(?:是|为)?(?:多少|如何|怎么样|怎样|第几)|什么名次"
        ),
    ),
    # "启动的应急响应最高是几级": how often it was called tells it not
    (
        "level",
        lazy_re(
            r"(?:响应|预警|事故|预案|灾害|风险|地震)[^,。?]{0,8}(?:[几哪]一?级|什么级别|什么等级|级别)|[几哪]一?级(?:的)?(?:应急|防汛|响应|预警)"
        ),
    ),
    ("name", lazy_re(r"叫(?:什么|啥|做什么)|(?:名称|名字)(?:是|叫|为|$)")),
)
_LATIN, _HAN = lazy_re(r"[A-Za-z][A-Za-z' -]+"), lazy_re(HAN)
# and 涉及哪几类对象, 有什么举措: a report names the things and seldom what they are called.
_ASKING = lazy_re(
    r"(?:主要|具体|根本|深层)?原因(?:何在|是|为何)?|何在|缘由|缘故|解释|涉及|对象|举措|措施|做法"
)


def kind_asked(question: str) -> str:
    """Tell what kind of thing alone answers a question.

    Args:
        question: A cleaned question; its places and years may be blanked.

    Returns:
        "file", "phone", "person", "actor", "members", "fields", "bodies", "why", "where", "when", "rank", "level", "name", one of
        ``qa.answer.guards.sited.SITES`` or ``qa.answer.prose.identity.IDENTITIES``, or "" where many things may answer.
    """
    asked = re.sub(r"\s", "", without_description(fold(question))).strip(
        "。?!,呢啊呀吗的"
    )  # blanks stand for places, and between English keywords
    kind = site_asked(asked) or next((kind for kind, pattern in _ASKS if pattern.search(asked)), "")
    return kind or identity_asked(asked)


def is_foreign(terms: Sequence[Term], reports: Sequence[PreparedReport], *, in_words: bool = False) -> bool:
    """Tell whether a question asks mostly for words in Latin letters that no report prints and no list has in Chinese.

    Args:
        terms: Terms of the question.
        reports: Reports in scope.
        in_words: Whether words answer, which have no measure to tell by, so that most of the question must be known.

    Returns:
        True for the xylophones of a county: nothing in Chinese answers to the sound of such a word, and the few words
        beside several of them (courts of gliding clubs) would find a sentence on something else.
    """
    foreign = [
        _LATIN.fullmatch(term.text) is not None
        and not any(_HAN.search(form) for form, _ in term.forms)
        and not any(term.text.lower() in text for report in reports for text in report.folded)
        for term in terms
    ]
    return all(foreign) or (in_words and sum(foreign) > 1 and sum(foreign) * 2 > len(foreign))


def without_asking(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Drop the terms that only ask for a reason (原因何在): they name nothing that a report would print beside it.

    Args:
        terms: Terms of a question.

    Returns:
        The others, if there are any.
    """
    return tuple(t for t in terms if not _ASKING.fullmatch(t.text)) or terms


# "怎么解决行政争议", "单位怎么处理": the report says 化解, 约谈.
_HOW = lazy_re(
    r"(?:怎么|怎样|如何|咋)(?:样)?(?:去|来)?(?P<verb>解决|处理|应对|对待|实现|做好|抓好|搞好|办好|开展|加强|推进|推动|保障|保证|改进|改善|整改|弥补|破解|补齐|克服|缓解|消除|帮扶|帮助|扶持|支持|提高|提升)"
)
_SORTS = lazy_re(r"问题|难题|短板")  # of 怎么解决某某的问题
_OFFICE = lazy_re(r"(?:哪个|什么|牵头|主管|责任|承办|主办)?(?:部门|单位|机关)|负责")


def without_how(terms: tuple[Term, ...], question: str) -> tuple[Term, ...]:
    """Drop the verb that a question asks how with, and 部门 of 哪个部门负责: a report has a verb and a name of its own.

    Args:
        terms: Terms of a question.
        question: The question.

    Returns:
        The others, if there are any.
    """
    if kind_asked(question) == "actor":  # 归哪个部门管: the office asked for has a name of its own
        return tuple(t for t in terms if not _OFFICE.fullmatch(t.text)) or terms
    asked = _HOW.search(question)
    if asked is None:
        return terms
    return tuple(t for t in terms if t.text != asked["verb"] and not _SORTS.fullmatch(t.text)) or terms
