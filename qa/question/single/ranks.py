"""What a question asks of several figures together: a rank, the standing of a place, a sum, a mean, a multiple.

Works on the cleaned question alone; each pattern carries a real question that it is for, and has a test.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.patterns import lazy_re
from qa.quantity import Quantity, find_quantities
from qa.question.words.handling import number_of, top_of

_NUMERAL = r"[一二三四五六七八九十两]|\d{1,2}"
# "第二名是谁", "排第三的呢", "第二多的是哪个区": not 第一责任人, 第二批.
_ORDINAL = lazy_re(
    rf"(?P<last>倒数)?第(?P<n>{_NUMERAL})(?:名|位(?!责任)|[多高少低大](?=的|呢|是|[?]|$)|(?=是谁|是哪|呢)|(?<=[二三四五六七八九])(?=[?。!]*$))"
    rf"|(?:排|列|位居|名列)(?:名|在|行)?(?P<last2>倒数)?第(?P<n2>{_NUMERAL})"
)
_MIDDLE = lazy_re(r"排?(?:在|名)?中间的?(?:那个)?(?:是|呢)")  # of three, the second
_LAST = lazy_re(r"最后一名|末位(?!淘汰)|垫底|最末一?[名位]")
_SECOND, _THIRD = lazy_re(r"亚军|老二|次席|紧随其后|其次是(?:谁|哪)"), lazy_re(r"季军|老三")
# "某区排第几", "排名多少": the rank of a place.
_STANDING = lazy_re(
    r"(?:排|列|位列|位居|名列)(?:名|行)?(?:在)?第几(?![个家])|排名?几(?![个家次项条天])|第几[名位]|排名(?:是)?(?:多少|如何|怎么样)|什么名次"
)
# "法治考核在全省排第几": a rank that the report itself tells, and none among the places of the library.
_TOLD_OF = lazy_re(
    r"(?:考核|考评|评价|测评|评估|评比|满意度|指数|得分|成绩|竞赛|大赛)[^,。?]{0,16}(?:排|第几|名次|位[居列])"
)
_TOLD_IN = lazy_re(
    r"(?:全国|全省|全区|全市|全州|全县|全域|省里|市里|在(?![几这那哪两三四五所全它他其当中库])[\u4e00-\u9fff]{2,3}?[省市州]?)(?:范围内?|[里内中上])?[^,。?]{0,8}"
    r"(?:排|位[居列]|第几|名次|名列|列第)"
)
_SUM = lazy_re(
    r"加起来|加在一起|合计(?:是|有|多少|呢|[?]|$)|总和|之和|合在一起|合起来|加总|求和|[一总]共加|加一块|加到一起"
    r"|\bin total\b|\bsum\b|\baltogether\b"
)
_MEAN = lazy_re(
    r"平均\s*(?:下来|值|数(?!量)|每个?[区县市地]|多少|呢|是|一下|一?个?[区县市地])|均值"
    r"|平均(?=[^,。?\s]{1,10}(?:(?<![概效])率|案件数|件数|人数|数量|场次)(?:是|有|为|多|呢|[?]|$))"
    r"|平均\s*(?:办理|受理|收到|新收|审结|审查|作出|开展|举办|发放)了?多少(?!天|日|分钟|小时|时间)"
)
# "占比多少", "讨薪的占多大比例": of the last two figures of one place, the smaller in the larger.
_SHARE = lazy_re(
    r"占(?:比|多大|多少(?![件人次名个起家宗户项场])|几成|了多少(?![件人次名个起家宗户项场])|了几成|到?百分之几|的比例|总数)|占(?!地|用|有率|道)[^,。?]{0,10}(?:总数|总量|总和|合计|全部)的?(?:多少|几成|百分之几|(?:多大|多少)?(?:比例|比重|份额)|百分比)?(?=$|[?。,\s是有])|占(?:全部|全体|所有|总)[^,。?]{0,8}的?(?:比例|比重|份额)|占(?!地|用|有率|道)[^,。?]{1,14}?(?:多大|几成|百分之(?:几|多少)|几分之几|多少(?:比例|份额|比重))|(?:份额|比重|比例)(?:是|有|占)?(?:多少|多大)"
    r"|(?:^|的)占(?!地|用|有率|道|比)[\u4e00-\u9fff]{2,10}?的?(?:多少|几)(?=$|[?。!,呢])"
    r"|占(?!地|用|有率|道|比)[\u4e00-\u9fff]{2,10}的(?:多少|几)(?=$|[?。!,呢])"
    r"|占(?:了|到)?(?:全[县区市州旗镇]|整个?[县区市州旗镇])的?(?:多少|几)(?![件人次名个起家宗场])"
)
_TIMES = lazy_re(r"(?:几|多少)倍")
# "这两个能直接比吗", "有可比性吗", "口径一样吗".
_COMPARABLE = lazy_re(
    r"(?:能|可以|可|好|适合|适宜)不?(?:能)?(?:够)?(?:直接)?(?:放在?一起|拿来|相互|互相)?(?:比|比较|对比|相比|横向比较)(?:吗|么|嘛|不|得?了吗)|能不能(?:直接)?(?:比|放一起)|可不可以(?:直接)?比|可比(?:性|吗|么|不)"
    r"|(?:放一?块|放在?一起|一起|直接)?(?:比|比较|对比)(?:起来)?(?:合适|妥当|公平|有意义|靠谱)(?:吗|么|不)"
    r"|(?:为什么|为啥|怎么|咋)(?:就)?不(?:能|可以|好|宜)(?:直接)?(?:比|比较|对比|判|排)|不能(?:直接)?比的?(?:原因|理由)"
    r"|口径(?:上)?(?:是否|是不是|都|能)?(?:一样|一致|相同|统一|合适|可比|匹配|对得上|对得上号|对上)(?:的)?(?:吗|么|不|[?]|$)"
    r"|(?:能|可以|可|适合|适宜|应该)(?:不能)?(?:直接)?(?:拿来|放在?一起|放一?块儿?)?(?:直接)?(?:比|比较|对比|排)(?:大小|高低|多少|先后|名次)(?:吗|么|嘛|不|的?吗)"
    r"|(?:能|可以)(?:不能)?[^,。?]{0,6}(?:放|摆|搁|拿|并)[^,。?]{0,5}(?:比|对比|比较)(?:吗|么|不|嘛)"
    r"|(?:比得?了|比得(?:起来|上))(?:吗|么|不)|有没有可比|(?:比|比较|对比|放一?起|放一?块儿?)(?:起来)?(?:行不行|行吗|妥吗|妥不妥|公不公平|合不合适|成立吗|严谨吗|算数吗)|是(?:不是)?(?:同一个?|一个|一样的)(?:口径|指标|统计口径)"
)
# "这个能跟乙县的直接纠错率直接比吗": what stands between is asked for, and not blanked.
_COMPARABLE_WITH = lazy_re(
    r"(?:能|可以|可)(?:不能)?(?:跟|和|与|同)[^,。?]{1,24}?(?:直接)?(?:比|比较|对比)(?:吗|么|不)"
)


# "六个县法律援助案件总共多少件": of several places a sum, of one place what the report prints.
_IN_ALL = lazy_re(r"(?:总共|一共|总计|共计)(?:有|是|为|办理|受理|收到|作出)?了?多少")


def summed(question: str) -> bool:
    """Tell whether a question on several places asks for their sum by 总共多少.

    Args:
        question: A cleaned question.

    Returns:
        True for 总共多少件.
    """
    return _IN_ALL.search(question) is not None


# "免罚的案子哪个地方多": the scope takes 哪个地方, and 多 alone is left.
_OF_WHICH = lazy_re(
    r"哪(?:一?个|些|里|儿|家|边|一家)?(?:地方|地区|县|区|市|州|旗|县市|区县|县区|城市)(?:的|那边|办|收|搞)?[^,。?]{0,6}?(?P<word>[多高大快少低小慢])(?=$|[?。,!些点呢])"
)


def extreme_of_which(question: str) -> str:
    """Read which end a question on 哪个地方 asks for, in words that the scope of the question takes.

    Args:
        question: A cleaned question with its places.

    Returns:
        "max", "min" or "".
    """
    match = _OF_WHICH.search(question)
    return ("max" if match["word"] in "多高大快" else "min") if match else ""


class Rank(NamedTuple):
    """What is asked of several figures together.

    Attributes:
        ordinal: Rank asked for, from the end where negative, or 0.
        standing: Whether the rank of a place is asked for.
        combine: "sum", "mean", "times", "share" or "".
        comparable: Whether it is asked if they may be compared.
        top: Number of leading ranks asked for, or 0.
    """

    ordinal: int = 0
    standing: bool = False
    combine: str = ""
    comparable: bool = False
    top: int = 0

    @property
    def asked(self) -> bool:
        """Whether an order is needed."""
        return bool(self.ordinal or self.standing or self.top)


def read_rank(question: str) -> Rank:
    """Read what a cleaned question asks of several figures together.

    Args:
        question: A question as ``qa.text.clean_question`` gives it.

    Returns:
        What is asked; all empty for a question on single figures.
    """
    combine = "times" if _TIMES.search(question) else "mean" if _MEAN.search(question) else ""
    combine = combine or ("sum" if _SUM.search(question) else "share" if _SHARE.search(question) else "")
    standing = _STANDING.search(question) is not None
    return Rank(
        ordinal=0 if standing else _ordinal(question),
        standing=standing,
        combine=combine,
        comparable=bool(_COMPARABLE.search(question) or _COMPARABLE_WITH.search(question)),
        top=top_of(question),
    )


def is_told(question: str, *, counted: bool) -> bool:
    """Tell whether the rank that is asked for is one that a report tells: in an assessment, or in its city or province.

    Args:
        question: A cleaned question; its places may be blanked.
        counted: Whether it names something that is counted, which places of the library may be ranked by.

    Returns:
        True for 法治考核在全省排第几.
    """
    told = _TOLD_OF.search(question) or (not counted and _TOLD_IN.search(question))
    return bool(told) and _STANDING.search(question) is not None


def _ordinal(question: str) -> int:
    """Read the rank that is asked for; the first and the last are extremes, which ``intent`` reads."""
    if match := _ORDINAL.search(question):
        rank = number_of(match["n"] or match["n2"])
        return -rank if match["last"] or match["last2"] else rank
    if _MIDDLE.search(question):
        return 2
    if _LAST.search(question):
        return -1
    return 2 if _SECOND.search(question) else 3 if _THIRD.search(question) else 0


# "哪几个达到了100%", "超过500件的有哪些": a bound that the figures are held against.
_BOUND = lazy_re(
    r"(?:(?P<over>超过|高于|多于|大于|突破)|(?P<from>达到?了?|不低于|不少于|至少)|(?P<under>低于|少于|小于|不到|不足|没到|未达到?)|(?P<upto>不超过|不高于|以内))\s*(?:了)?(?=[\d百零一二三四五六七八九十])"
)
# "是否都达到100%", "全部超过500件了吗": whether all pass.
_EVERY = lazy_re(r"(?:是不是|是否|有没有|能否)?(?:都|全|均|全部|统统)(?:已经?|能)?(?:有|是|在)?\s*$")
_ASKS_IF = lazy_re(r"是否|是不是|有没有|有无|吗(?=[?,。\s]|$)|么[?]?$|了?没有?[?]?$")
# "败诉率在10%以下的有哪些": the bound stands behind its figure.
_BEHIND = {"以上": True, "以下": False}
_WHICH = lazy_re(r"有没有|有无|哪些|哪几个?|哪个|谁|有几个|几个")
_AMONG = lazy_re(
    r"(?:公布|披露|给出|写明)了?[^,。?]{0,24}(?:里面|里|当中|中间|中)|有数(?:字|据)?的|(?:公布|披露|给出|写明?|有)(?:了|出)?(?:数字|数据|数|该项|这项)?的(?:里面?|当中|中间|地方|区|县|市|那些|几个|几家|各地)|除(?:了|去|开)?没有?(?:公布|披露|数)"
)


class Bound(NamedTuple):
    """A bound that figures are held against.

    Attributes:
        over: Whether figures above it are asked for; else those below.
        inclusive: Whether the bound itself counts.
        quantity: The bound.
        every: Whether it is asked if all pass (是否都达到100%), not which.
    """

    over: bool
    inclusive: bool
    quantity: Quantity
    every: bool = False


def bound_of(question: str) -> Bound | None:
    """Read the bound of a question that asks which places pass it.

    Args:
        question: A cleaned question.

    Returns:
        The bound, or None.
    """
    match = _BOUND.search(question)
    if match is None:
        return _bound_behind(question)
    every = _asks_every(question, match.start())
    if not every and not _WHICH.search(question):
        return None
    found = next((q for q in find_quantities(question[match.end() :]) if q.start == 0), None)
    if found is None:
        return None
    if found.qualifier in _BEHIND:  # 达到200件以上
        found = found._replace(qualifier=None)
    return Bound(bool(match["over"] or match["from"]), bool(match["from"] or match["upto"]), found, every)


def _asks_every(question: str, start: int) -> bool:
    """Tell whether it is asked if all pass the bound that starts there."""
    return _EVERY.search(question[:start]) is not None and _ASKS_IF.search(question) is not None


def _bound_behind(question: str) -> Bound | None:
    """Read a bound told behind its figure: 99%以上的有哪些, 是否都在10%以下."""
    found = next((q for q in find_quantities(question) if q.qualifier in _BEHIND), None)
    if found is None:
        return None
    every = _asks_every(question, found.start)
    if not every and not _WHICH.search(question):
        return None
    return Bound(_BEHIND[found.qualifier or ""], True, found._replace(qualifier=None), every)


def among(question: str) -> bool:
    """Tell whether a verdict is asked for among those places only that give a figure: 有数的里面哪家最多."""
    return _AMONG.search(question) is not None


def blank_rank(question: str, *, many: bool) -> str:
    """Blank the words that ask for a rank, and for several places a bound, a sum, a mean or a multiple.

    Args:
        question: A cleaned question.
        many: Whether several places are asked about; of one place 平均 belongs to what is asked (平均办理天数).

    Returns:
        A text of the same length, without words that no report holds.
    """
    patterns = [_ORDINAL, _LAST, _SECOND, _THIRD, _STANDING, _COMPARABLE, _TOP_WORDS, _AS_TABLE]
    if many and (bound := bound_of(question)):
        match = _BOUND.search(question)
        start = match.start() if match else bound.quantity.start
        end = match.end() + find_quantities(question[match.end() :])[0].end if match else bound.quantity.end
        question = question[:start] + " " * (end - start) + question[end:]
        if bound.every:  # 都, 是否 hold no topic
            question = _EVERY_WORDS.sub(lambda found: " " * len(found[0]), question)
    for pattern in (*patterns, *((_SUM, _MEAN, _TIMES) if many else ())):
        question = pattern.sub(lambda match: " " * len(match[0]), question)
    return question


_EVERY_WORDS = lazy_re(
    r"(?:是不是|是否|有没有|能否)?(?:都|全|均|全部|统统)(?:已经?|能)?(?:有|是|在)?(?=\s|$)|[了]?(?:吗|没有?)[?]?$"
)
_AS_TABLE = lazy_re(r"[列做画制]一?[个张成]?表格?(?=[?。!,\s]|$)")  # 公证件数列个表: no 数列
_TOP_WORDS = lazy_re(
    rf"第一[名位]?(?:和|与|跟|比|同|、)第二[名位]?|(?:只|就)?(?:看|要|取)?(?:排)?前(?:{_NUMERAL})(?:名|位|个|家|的)?(?!个?[年月天次季])"
)
