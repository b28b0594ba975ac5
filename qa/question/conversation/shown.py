"""Turns that ask of the sentence that was just shown and name nothing of their own: 谁负责的, 什么时候完成, 都整改了吗, 还剩几个.

Knows the words of such turns; whether the sentence tells it is for ``qa.answer.figures.again``. Works on cleaned questions.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re

_POINT = r"(?:那么?|刚才|刚刚|那个|这个|这些|那些|这[件项]?|数|事|工作|措施|任务|它们?|这里面|具体|现在|目前|主要|[是的都,])*"
_END = r"(?:的|呢|啊|呀)*[?。!]*"
_DOES = r"(?:负责|牵头|主办|承办|落实|组织|受理|办理|推进|处理|配合|主管|管|办|做|干|抓|查处|开展)"
# "谁负责的", "由哪个部门牵头", "责任单位是谁"
_OWNER = lazy_re(
    rf"{_POINT}(?:由|归|让)?(?:谁|哪[个些家]?(?:部门|单位|机关|机构|局|科室)|什么(?:部门|单位|机关))(?:来|在|具体)*{_DOES}(?:实施|落实|这[件项]?(?:事|工作)?)?{_END}"
    rf"|{_POINT}(?:责任|牵头|配合|主办|承办|负责)(?:单位|部门|人)(?:是|有|为)*(?:谁|哪[个些]?|什么)?{_END}"
)
_FINISHES = (
    r"(?:完成|[办做干弄搞建]?(?:完|好|成)|落实|实现|到位|搞定|结束|印发|出台|出来|上线|落地|开始|启动|完工|配齐|见效"
    r"|投用|投入使用|用得?上|开门|开张)"
)
# "什么时候完成", "时间节点呢"
_TIME = lazy_re(
    rf"{_POINT}(?:计划|预计|打算|最[迟晚]|要|到|在)*(?:什么时候|啥时候|何时|几月份?|哪个月|哪天|什么时间|多久)(?:之?前|底)?(?:要|能|会|可以|才)*{_FINISHES}{_END}"
    rf"|{_POINT}(?:完成)?(?:时限|时间节点|期限)(?:是|呢|到)*(?:什么时候|何时|多久|多长)?{_END}"
)
_ENDS = r"(?:整改|改|办结|办完|办|完成|解决|处理|化解|落实|审结|结|回复|答复)"
# "都整改了吗", "改完了没有", "整改到位了吗"
_ENDED = lazy_re(
    rf"{_POINT}(?:全部?|都|有没有|是不是|是否|已经)*(?P<verb>{_ENDS})(?:完成?|好|到位|结束|掉|成)?了(?:吗|没有?|么){_END}"
    rf"|{_POINT}(?:全部?|都|有没有|是不是|是否|已经)+(?P<verb2>{_ENDS})(?:完成?|好|到位|结束|掉|成)?(?:吗|没有?|么)?{_END}"
)
# "还剩几个", "还有多少没改", "没整改的有几个"
_LEFT = lazy_re(
    rf"{_POINT}(?:还?(?:剩|剩下|剩余)|还差|差(?=[^?]{{2,4}}(?:没|未|待)))(?:的|有)*(?:多少|几)[个件项处条起]?(?:(?:没有?|未|待){_ENDS}(?:完成?|好|到位|结束)?)?{_END}"
    rf"|{_POINT}还有(?:多少|几)[个件项处条起]?(?:没有?|未|待){_ENDS}(?:完成?|好|到位|结束)?{_END}"
    rf"|{_POINT}(?:没有?|未){_ENDS}(?:完成?|好|到位)?的(?:(?:还)?(?:有|是|剩)?(?:多少|几)[个件项处条起]?{_END}|呢[?。!]*)"
)
# "其他的有多少", "剩下的呢": the rest of the parts, which the sentence that lists them shows
_REST = lazy_re(
    rf"{_POINT}(?:其他|其它|其余|剩下|余下|别的)(?:的|几类|几项|类|部分)*(?:还|都|共|有|是|占)*(?:多少|几)[件个项户名人]?{_END}"
    rf"|{_POINT}(?:剩下|余下|其余|没(?:办)?结)(?:的|几[件个])*(?:呢|(?:都|又)?(?:是|怎么)?(?:怎么回事儿?|咋回事儿?|怎么了|咋了|怎么样了?|去哪了))[?。!]*"
)
# "投多少钱", "收了多少费": the money of what was told; 罚了多少钱 is asked of the whole place as well
_MONEY = lazy_re(
    rf"{_POINT}(?:一共|总共|大概|要|得|需要|准备|计划)*"
    r"(?:投|花|用|收|拨|安排|投入|花费|补贴|补偿|补助|补|发|奖|赔偿|赔付|赔|退还|退赔|退|罚|涉及|牵涉|涉案|价值|货值|值)(?:了|入|进去|出去|给[^,。?多几]{1,3})?"
    rf"(?:多少|几)(?:钱|元|万元?|费用?|资金|经费|款){_END}|{_POINT}(?:一共|总共)*罚了?(?:多少|几){_END}"
)
# "多少人听", "有多少人参加了": those whom what was told reached
_HEARD = lazy_re(
    r"(?:那么?|其中|一共|总共|都|共|大概|现场)*(?:有|来了|吸引了?)*(?:多少|几)(?:个|位|名)?(?:人|群众|干部|学生|职工|听众|观众)次?"
    r"(?:来|去|现场)*(?P<how>听讲?|参加|参与|参训|受教育|受益|观看|看|接受培训|到场|在场)?(?:了|过|的|课|呢|啊)*[?。!]*"
)
# "挽回多少损失", "给他们讨回多少钱": what was got back for those just told of
_GOT_BACK = lazy_re(
    rf"{_POINT}(?:一共|总共|又)*(?:[给帮替为][^,。?多几]{{1,6}})?(?P<verb>挽回|追回|讨回|要回|拿回|追讨|退还|退赔)(?:来|了|到)*"
    rf"(?:多少|几)?(?:经济)?(?:损失|工资|薪水|薪酬|钱|款)?(?:了|是)?(?:多少|几)?(?:万?元|钱)?{_END}"
)
_BACK = {
    "挽回": "挽回|避免|减少损失",
    "追回": "追回|追讨|讨回|追发",
    "讨回": "追回|追讨|讨回|追发|讨薪",
    "要回": "追回|追讨|讨回|追发|讨薪",
    "拿回": "追回|追讨|讨回|追发|讨薪",
    "追讨": "追回|追讨|讨回|追发",
    "退还": "退还|退赔|清退",
    "退赔": "退还|退赔|清退",
}
# "怎么做到的", "靠什么降下来的": by what it came about
_HOW = lazy_re(
    rf"{_POINT}(?:是)?(?:怎么|如何|咋|怎样|靠(?:的是)?(?:什么|啥)|凭(?:什么|啥))(?:才|能|会)?(?:做到|办到|实现|达到|做成|弄成|搞定|降下?来?|升上?来?|提高|压下来|减下来|取得)(?:的|了|这样|这么[高低多少])*{_END}"
    rf"|{_POINT}靠(?:的是)?(?:什么|啥)(?:办法|措施|手段|法子)?{_END}|{_POINT}(?:用|采取|靠)(?:了)?(?:什么|哪些|啥)(?:办法|措施|手段|法子|招){_END}"
)
OWNER, TIME, ENDED, LEFT, REST, MONEY = "owner", "time", "ended", "left", "rest", "money"
HOW = "how"


def asks_of_shown(question: str) -> str:
    """Tell what a turn asks of the sentence that was just shown.

    Args:
        question: A cleaned turn.

    Returns:
        One of the kinds above, or "" where it asks something else or names a thing of its own.
    """
    asked = (
        (OWNER, _OWNER),
        (TIME, _TIME),
        (LEFT, _LEFT),
        (ENDED, _ENDED),
        (REST, _REST),
        (MONEY, _MONEY),
        (HOW, _HOW),
    )
    return next((kind for kind, pattern in asked if pattern.fullmatch(question)), "")


def end_named(question: str) -> str:
    """Give what should have become of the things that were told: 整改 of 都改完了吗.

    Args:
        question: A turn for which ``asks_of_shown`` gives ``ENDED``.

    Returns:
        The verb as reports have it.
    """
    match = _ENDED.fullmatch(question)
    verb = (match["verb"] or match["verb2"]) if match else ""
    return {"改": "整改", "办": "办", "结": "结", "办完": "办结"}.get(verb, verb)


def got_back(question: str) -> str:
    """Tell what a turn asks to have been got back for those just told of: 挽回 of 挽回多少损失.

    Args:
        question: A cleaned turn.

    Returns:
        The pattern of the verbs that a report may have for it, or "".
    """
    match = _GOT_BACK.fullmatch(question)
    if match is None or not re.search("多少|几", question):
        return ""
    return _BACK.get(match["verb"], match["verb"])


def asks_audience(question: str, *, plainly: bool = False) -> bool:
    """Tell whether a turn asks whom the thing just told reached: 多少人听, after 宣讲了多少场.

    Args:
        question: A cleaned turn.
        plainly: Whether it must say what they did (听, 参加).

    Returns:
        True where it names nothing of its own.
    """
    match = _HEARD.fullmatch(question)
    return match is not None and (not plainly or match["how"] is not None)
