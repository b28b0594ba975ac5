"""Several asks in few words, written out: 人和钱都说下 is 多少人、多少钱, and 行政处罚 总数 罚没款 asks for both figures.

Works on cleaned turns; knows no reports.
"""

from __future__ import annotations

from qa.patterns import lazy_re

_ASKED_AS = {
    "人": "多少人",
    "钱": "多少钱",
    "件": "多少件",
    "次": "多少次",
    "场": "多少场",
    "家": "多少家",
    "户": "多少户",
    "比": "占比是多少",
}
_MEASURE = r"人数?|多少人|钱数?|金额|件数|案件数|案子|次数|场次|家数|户数|比例|占比"
# "人和钱都说下", "人数和比例": two measures of one thing
_TWO = lazy_re(
    rf"(?P<led>^|[,的呢\s])(?P<one>{_MEASURE})(?:和|跟|与|、|,|还有|以及)(?P<other>{_MEASURE})"
    r"(?:都|分别|各自?|一起|一并|一块儿?|也)*(?:是多少|说一?下|说说|讲一?下|讲讲|报一?下|告诉我|给我|列一?下|要|呢)*(?P<end>[?。!]*)$"
)
_KINDS = lazy_re(r"[人钱件次场家户比]|金额|案子")
_TOTALS = r"总数|总量|数量|[\u4e00-\u9fff]{0,6}(?:[人件次户家]数|率|金额|罚没款|罚没收入|罚款|占比|比例)"
# "行政处罚 总数 罚没款": key words, of which the last ones are measures
_KEYS = lazy_re(rf"(?P<head>[^,。?!、]*[\u4e00-\u9fff]{{2,}}) (?P<last>(?:{_TOTALS})(?: (?:{_TOTALS}))+)")
# "再加上某区的。收了多少、结了多少": the figures of that place, not one beside those told
_ADDED = lazy_re(
    r"^(?:那么?)?[再又]?(?:加上|加进来|算上)(?P<of>[^,。;?]{2,10}?)的?[。;](?=[^。]*(?:多少|几)[^。]*(?:多少|几))"
)
# "这个他们挣钱吗,挣了多少": the income of what was told, in the word that reports have
_EARNED = lazy_re(
    r"(?:那么?|这个|这|它们?|他们|公家|一年|一共|总共)*(?:(?:挣钱|赚钱|挣不挣钱|赚不赚钱)(?:吗|么|嘛|不)?[,。?]*(?:一年|一共|总共)*)?(?:挣|赚)(?:了|到)*(?:多少|几)钱?[呢啊]?[?。!]*"
)


# "还打算减吗,减多少", "赔了没有,赔了几个": whether and how many is how many
_WHETHER = lazy_re(
    r"(?P<verb>(?:再|新)?[\u4e00-\u9fff]{1,2}?)(?P<done>了?)[人钱款]?(?:吗|没有?|不)[,?]+(?:[要会又]|一共|总共|具体)*(?=(?P=verb)(?P=done)(?:到|至)?(?:多少|几))"
)


# "民事刑事各多少", "受理办结分别几件": two or three of one row, run together
_ROWS = (
    "民事|刑事|行政",
    "收到|收案|新收|受理|立案|审结|办结|结案|结了",
    "维持|驳回|撤销|确认违法|调解|和解|终止|变更",
    "胜诉|败诉",
    "复议|诉讼|应诉|信访|仲裁|公证",
    "国家级|省级|自治区级|市级|县级|区级",
    "企业|个体户|个体工商户|合作社",
    "县级|乡镇|镇街|村级",
    "农民工|妇女|未成年人|老年人|残疾人|军人|军人军属|职工",
    "保留|修改|修订|废止|失效|宣布失效|继续有效",
    "优秀|良好|合格|不合格",
)
_ROW = lazy_re(
    rf"(?P<row>{'|'.join(f'(?:{row})(?:案件|案|的|类)?(?:{row})(?:{row})?' for row in _ROWS)})"
    r"(?:案件|案|的|类)?(?:各自?|分别)(?:是|有|为|办了?|占|共)*(?P<ask>(?:多少|几)[件个起人名]?)"
)
_OF_ROW = lazy_re(
    "|".join(dict.fromkeys(word for row in _ROWS for word in sorted(row.split("|"), key=len, reverse=True)))
)
# "刑事民事哪个多", and "减轻和从轻各多少", where a turn says nothing else
_WHICH_OF_ROW = lazy_re(
    rf"(?P<row>{'|'.join(f'(?:{row})(?:案件|案|的|类)?(?:{row})' for row in _ROWS)})"
    r"(?P<tail>(?:案件|案|的|类)?(?:哪一?(?:个|类|种)|谁)(?:更|比较)?[多少高低][^,。]{0,6})"
)
_EACH_OF_TWO = lazy_re(
    r"(?:那么?|其中|里面|里头|当中)?(?P<one>(?!全)[\u4e00-\u9fff]{2,6}?)(?:的)?(?:和|与|跟|以及|、)(?P<other>[\u4e00-\u9fff]{2,6}?)(?:的)?(?:案件|案子)?(?:各自?|分别|都)(?:是|有|办了?)*(?P<ask>(?:多少|几)[件个起人名宗户家场次]?)(?P<end>[呢?。!]*)"
)
# "结果各是什么、各多少件": every result with its number
_EACH_KIND = lazy_re(
    r"(?:的)?(?P<of>处理结果|结果|类型|种类|领域|去向|情形)(?:都|各|分别)*(?:是|有)?(?:什么|哪些|哪几[种类个])[、,，和]*(?:各|分别)(?:自|是|有|为)*(?:多少|几)[件个起人]?(?=[呢啊?。!]*$)"
)


def each_asked(question: str) -> str:
    """Ask of each of two parts by itself, so that each may be told by the sentence just shown: 减轻和从轻各多少.

    Args:
        question: A cleaned turn behind others.

    Returns:
        Such as 减轻多少、从轻多少; as it was where it says anything else.
    """
    match = _EACH_OF_TWO.fullmatch(question)
    return f"{match['one']}{match['ask']}、{match['other']}{match['ask']}" if match else question


def _kind(measure: str) -> str:
    """Give the ask for a measure: 多少钱 for 金额."""
    found = _KINDS.findall(measure)
    key = {"金额": "钱", "案子": "件"}.get(found[-1], found[-1]) if found else ""
    return _ASKED_AS.get(key, f"{measure}是多少")


def asks_written_out(question: str) -> str:
    """Write out what a turn asks in few words.

    Args:
        question: A cleaned turn.

    Returns:
        The turn with an ask for each thing; as it was where it asks for one.
    """
    if _EARNED.fullmatch(question):
        return "创收多少"
    question = _WHETHER.sub("", question)
    question = _EACH_KIND.sub(r"各种\g<of>及数量", question)
    question = _ROW.sub(
        lambda m: "、".join(f"{one}{m['ask']}" for one in _OF_ROW.findall(m["row"])), question
    )
    question = _WHICH_OF_ROW.sub(lambda m: "和".join(_OF_ROW.findall(m["row"])) + m["tail"], question)
    question = _ADDED.sub(r"\g<of>的", question)
    question = _TWO.sub(lambda m: f"{m['led']}{_kind(m['one'])}、{_kind(m['other'])}{m['end']}", question)
    if keys := _KEYS.fullmatch(question):
        asked = "、".join(f"{word}是多少" for word in keys["last"].split())
        return f"{keys['head']}{asked}"
    return question
