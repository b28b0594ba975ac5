"""What a question asks of several figures together: a rank, the standing of a place, a sum, a mean, a multiple.

Works on the cleaned question alone; each pattern carries a real question that it is for, and has a test.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.question.moves import number_of, top_of

_NUMERAL = r"[一二三四五六七八九十两]|\d{1,2}"
# "第二名是谁", "排第三的呢", "第二多的是哪个区": not 第一责任人, 第二批.
_ORDINAL = re.compile(
    rf"(?P<last>倒数)?第(?P<n>{_NUMERAL})(?:名|位(?!责任)|[多高少低大](?=的|呢|是|[?]|$)|(?=是谁|是哪|呢))"
    rf"|(?:排|列|位居|名列)(?:名|在|行)?(?P<last2>倒数)?第(?P<n2>{_NUMERAL})"
)
_LAST = re.compile(r"最后一名|末位(?!淘汰)|垫底|最末一?[名位]")
_SECOND, _THIRD = re.compile(r"亚军|老二|次席|紧随其后|其次是(?:谁|哪)"), re.compile(r"季军|老三")
# "慈溪排第几", "排名多少": the rank of a place.
_STANDING = re.compile(
    r"(?:排|列|位列|位居|名列)(?:名|行)?(?:在)?第?几(?![个家])|第几[名位]|排名(?:是)?(?:多少|如何|怎么样)|什么名次"
)
_SUM = re.compile(
    r"加起来|加在一起|合计(?:是|有|多少|呢|[?]|$)|总和|之和|合在一起|合起来|加总|求和|[一总]共加|加一块|加到一起"
    r"|\bin total\b|\bsum\b|\baltogether\b"
)
_MEAN = re.compile(r"平均(?:下来|值|数(?!量)|每个?[区县市地]|多少|呢|是|一下|一?个?[区县市地])|均值")
_TIMES = re.compile(r"(?:几|多少)倍")
# "这两个能直接比吗", "有可比性吗", "口径一样吗".
_COMPARABLE = re.compile(
    r"(?:能|可以|可|好|适合|适宜)不?(?:能)?(?:够)?(?:直接)?(?:放在?一起|拿来|相互|互相)?(?:比|比较|对比|相比|横向比较)(?:吗|么|嘛|不|得?了吗)|能不能(?:直接)?(?:比|放一起)|可不可以(?:直接)?比|可比(?:性|吗|么|不)"
    r"|(?:为什么|为啥|怎么|咋)(?:就)?不(?:能|可以|好|宜)(?:直接)?(?:比|比较|对比|判|排)|不能(?:直接)?比的?(?:原因|理由)"
    r"|口径(?:是否|是不是)?(?:一样|一致|相同|统一)(?:吗|么|不|[?]|$)|是(?:不是)?(?:同一个?|一个|一样的)(?:口径|指标|统计口径)"
)


class Rank(NamedTuple):
    """What is asked of several figures together.

    Attributes:
        ordinal: Rank asked for, from the end where negative, or 0.
        standing: Whether the rank of a place is asked for.
        combine: "sum", "mean", "times" or "".
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
    combine = combine or ("sum" if _SUM.search(question) else "")
    standing = _STANDING.search(question) is not None
    return Rank(
        ordinal=0 if standing else _ordinal(question),
        standing=standing,
        combine=combine,
        comparable=_COMPARABLE.search(question) is not None,
        top=top_of(question),
    )


def _ordinal(question: str) -> int:
    """Read the rank that is asked for; the first and the last are extremes, which ``intent`` reads."""
    if match := _ORDINAL.search(question):
        rank = number_of(match["n"] or match["n2"])
        return -rank if match["last"] or match["last2"] else rank
    if _LAST.search(question):
        return -1
    return 2 if _SECOND.search(question) else 3 if _THIRD.search(question) else 0


def blank_rank(question: str, *, many: bool) -> str:
    """Blank the words that ask for a rank, and for several places those that ask for a sum, a mean or a multiple.

    Args:
        question: A cleaned question.
        many: Whether several places are asked about; of one place 平均 belongs to what is asked (平均办理天数).

    Returns:
        A text of the same length, without words that no report holds.
    """
    patterns = [_ORDINAL, _LAST, _SECOND, _THIRD, _STANDING, _COMPARABLE, _TOP_WORDS]
    for pattern in (*patterns, *((_SUM, _MEAN, _TIMES) if many else ())):
        question = pattern.sub(lambda match: " " * len(match[0]), question)
    return question


_TOP_WORDS = re.compile(rf"(?:只|就)?(?:看|要|取)?(?:排)?前(?:{_NUMERAL})(?:名|位|个|家|的)?(?![年月天次])")
