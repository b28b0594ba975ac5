"""The parts of a question that asks several things: 收到复议申请多少件,审结多少件,其中撤销几件.

Works on the words alone: where one ask ends and the next begins, and which words name the things that share one ask
(受理和办结各多少). Knows nothing of reports, and does not say what a part is about: ``qa.question.parts.part_readings`` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.breakdown import breakdown_asked
from qa.question.words.fates import fate_tail
from qa.question.words.siblings import with_head
from qa.text import fold

# A character that stands for a place, a year or a quoted name, so that nothing inside these parts a question.
HIDDEN = "\1"
# "多少件", "搞了几期", "由谁牵头", "什么时候成立"; not 几乎, "哪几条", nor "几个部门一块儿上门" and "怕得怎么样", which tell.
_ASK = lazy_re(
    r"多少|好多(?!了|的|年)|几多|(?<![第哪好十这那])几(?!乎|经|度|代|近|号|等|[个家位][\u4e00-\u9fff]{2,4}(?:一|联|连|共|合|的|都|会))"
    r"|谁|哪(?!怕)|何时|何地|为何|(?<!得)(?:如何|怎么样|怎样)(?=[,?。]|$)|(?:怎么|如何|怎样)(?=[办处解整查变回])"
    r"|率(?=\?.)|(?:(?<=[是叫有])|为)(?:什么|啥)(?!的)|什么(?=时候|时间|地方|单位|部门|人|原因|内容|名字)|多大|多高|吗(?=[,?。]|$)"
)
# "多少件,审结率呢", "多少件,比上年多了还是少了": asks only behind another ask;
# at the head of a question it names the topic (复议调解率,市本级是多少).
_ASK_BEHIND = lazy_re(
    rf"{_ASK.pattern}|[多少升降涨跌增减高低][加了高低少多升降跌]{{0,2}}(?:还是|或|是)(?=[多少升降涨跌增减高低持])|[涨升增降跌减]了没有?(?=[?。]|$)"
    r"|率(?=[?。]|$)|呢(?=[,;?。]|$)|(?:增长|上升|增加|提高|下降|减少|降低)率?(?=[?。]|$)"
)
_STRONG = lazy_re(r"[,;?。!]+\s*(?:还有|以及|另外|并且?|同时|而且)?[,\s]*")
_LIST = lazy_re(r"\s*、\s*")
_THEN = lazy_re(r"(?:以及|还有|并且|另外|又(?!名|称)|并(?!案|列|联)|再(?=[审办结处受]))")
_AND = lazy_re(r"(?<![总调涉波])[和与及跟](?!解|谐|平|睦)")
_SHARE = lazy_re(r"(?=占(?:到|了|的|比)*$)")  # 输了几件占多大比例
_BLANK = lazy_re(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")  # 受理了几件 审完几件
# "共多少", "加起来是多少": one figure of all.
_SUM = lazy_re(r"[一总]?(?<!公)共(?!同|享|建|治)|合计|总计|加起来|总和|之和|相加")
# "各是多少", "分别有多少": each of the things named; "各镇街" names none.
_EACH = lazy_re(
    r"分别|各自|各(?=是|有|为|多少|几|占|达|办|收|受|审|处|调|开|主持|召开|听取|出庭|作出|发出|举办|组织了|查处|新增|配备了|完成)|都是(?=多少)|都有(?=多少)"
)
# "案件数和成功率是多少": things that are measured, whether or not 各 stands there.
_MEASURED = lazy_re(r"(?:数量?|总量|[^力质]量|率|额|比例|占比|人次|场次|件次|金额|损失|收入)$")
_MEASURE_LAST = lazy_re(r"(?:率|[件案人户次]数|数量|总量|金额)(?=呢?[?。]*$)呢?[?。]*")
# "新登记经营主体和总量", "调解案件和成功率": the last thing is a measure of the first
_ITS_MEASURE = lazy_re(r"总[量数]|数量|[件案人]+数|金额|(?:成功|办结|合格|满意|优秀|增长|败诉|化解|整改)率")
# "复议申请和行政处罚是多少": things that are counted, each named whole, so that each has a number of its own.
_COUNTED_WHOLE = lazy_re(
    r"[\u4e00-\u9fff]{2,}(?:案件|申请|处罚|许可|强制|检查|诉讼|援助|公证|纠纷|人员|律师|调解员|明白人)"
)
_PLAINLY = lazy_re(r"(?:是|有|为)多少呢?[?。]*")
_BETWEEN = lazy_re(r"\s*、\s*|(?:以及|还有)|(?<![总调涉波])[和与及跟](?!解|谐|平|睦)")
_ITEM = 12  # characters of one thing in a row of them
# "一是…二是": what a report tells, not what is asked.
_COUNTING = lazy_re(r"一是[^?]{2,}二是")
# "占多大比重，以前是多少", "现在几天办完，原来要几天": both ends of one move, which one sentence prints (由3%提高到5%).
_ENDS = r"(?:原来|原先|原本|以前|之前|此前|从前|过去|现在|如今|后来|最后|最终|调整后)"
_HOW_MUCH = r"(?:多少|几|多大|多久|多长|多高)"
_BOTH_ENDS = lazy_re(
    rf"{_HOW_MUCH}[^?;。]{{0,10}}[,;?、]+(?:而|那么?)?{_ENDS}(?:又|的|是|要|得|为|有|用|需|占|呢|[降升涨调改减定到至成了])*{_HOW_MUCH}[^?,。]{{0,3}}[?。]*$"
    rf"|[由从]{_HOW_MUCH}[^,。?]{{0,8}}[到至为成]了?{_HOW_MUCH}"
)
# "名列第几?拿到了什么荣誉?": a mark parts two asks, whatever words they ask with
_MARKS = lazy_re(r"[?]+\s*(?=[^?]*[\u4e00-\u9fff]{3})")
_ASKS_AT_ALL = lazy_re(r"多少|几|哪|谁|什么|啥|怎|如何|为何|[\u4e00-\u9fff]{3}吗")
_MOST = 6  # parts; a question with more is a document


def hidden(question: str, spans: Sequence[tuple[int, int]]) -> str:
    """Hide what names places and years, and what stands in marks, so that no separator in it counts.

    Args:
        question: A cleaned question.
        spans: Half-open spans of it that name places and years.

    Returns:
        A text of the same length.
    """
    marked = [
        match.span()
        for match in re.finditer(r"《[^》]*》|“[^”]*”|\"[^\"]*\"|「[^」]*」|[((][^))]*[))]", question)
    ]
    chars = list(question)
    for start, end in (*spans, *marked):
        chars[start:end] = HIDDEN * (end - start)
    return "".join(chars)


def asks_in(text: str) -> list[tuple[int, int]]:
    """Find the words of a text that ask.

    Args:
        text: A question, hidden or not.

    Returns:
        Their half-open spans, in order.
    """
    first = _ASK.search(text)
    return [first.span(), *(m.span() for m in _ASK_BEHIND.finditer(text, first.end()))] if first else []


def borders(text: str) -> list[tuple[int, int]]:
    """Find where a question goes over from one ask to the next.

    Args:
        text: A question as ``hidden`` gives it.

    Returns:
        Half-open spans of the separators, in order; none where it asks one thing.
    """
    if _COUNTING.search(text):
        return []
    found: list[tuple[int, int]] = []
    asks = asks_in(text)
    if asks and (tail := fate_tail(text)) and tail[0] >= asks[-1][1]:  # 转移了多少人,有没有死人
        asks.append(tail)
    for (_, end), (start, _) in pairwise(asks):
        between = text[end:start]
        for pattern in (_STRONG, _LIST, _THEN, _AND, _BLANK, _SHARE):
            if match := pattern.search(between):
                found.append((end + match.start(), end + match.end()))
                break
    for mark in _MARKS.finditer(text):
        apart = all(abs(mark.start() - cut[0]) > 1 for cut in found)
        if apart and _ASKS_AT_ALL.search(text[: mark.start()]) and _ASKS_AT_ALL.search(text[mark.end() :]):
            found.append(mark.span())
    found.sort()
    if listed := breakdown_asked(text):  # 分布在哪几个县,各多少名: one list
        found = [cut for cut in found if not listed[1][0] <= cut[0] < listed[1][1]]
    return found if len(found) < _MOST else []


def pieces(text: str, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut a text at separators.

    Args:
        text: Any text.
        cuts: Half-open spans of the separators, in order.

    Returns:
        Half-open spans of what is left, in order.
    """
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip(" ,?。、")]


def asks_both_ends(text: str) -> bool:
    """Tell whether a question asks what a figure is and what it was before: 现在几天办完，原来要几天.

    Args:
        text: A question, its places and years hidden or blanked.

    Returns:
        True where both ends of one move are asked for.
    """
    return _BOTH_ENDS.search(re.sub(r"\s", "", fold(text))) is not None


class Row(NamedTuple):
    """Things in a row that share one ask.

    Attributes:
        things: The things, of which the first may bear what all share before it; empty where one thing is asked.
        asked: The words that ask of each.
        summed: Whether one figure of all is asked.
    """

    things: tuple[str, ...]
    asked: str
    summed: bool


_NO_ROW = Row((), "", summed=False)


def rows(text: str) -> Row:
    """Read things in a row that share one ask: 受理数、办结数各是多少, 复议和诉讼共多少.

    Args:
        text: One ask of a question, its places and years as ``HIDDEN`` characters.

    Returns:
        The row.
    """
    if breakdown_asked(text):  # 集中领域及件数: one list
        return _NO_ROW
    asks = asks_in(text)
    asks = asks or [match.span() for match in _MEASURE_LAST.finditer(text)]
    each = _EACH.search(text)
    total = _SUM.search(text)
    if not asks or (total and each):
        return _NO_ROW
    if total and total.start() < asks[0][0]:
        each = total
    at = min(asks[0][0], each.start()) if each else asks[0][0]
    if text[at - 1 : at] in {"是", "有", "为", "达"}:
        at -= 1
    head, tail = text[:at].rstrip(" ,的一总"), _SUM.sub("", _EACH.sub("", text[at:]))
    if not each and _MEASURE_LAST.fullmatch(
        text, asks[0][0]
    ):  # 案件数和成功率: the ask is the end of the last thing
        head, tail = text[: asks[0][1]].rstrip("呢"), ""
    cut = max(head.rfind(mark) for mark in ",;:?。") + 1
    before, listed = head[:cut], head[cut:]
    items = [item.strip() for item in _BETWEEN.split(listed)]
    while len(items) > 1 and not items[0].strip(HIDDEN + " 的"):  # 甲区和乙区的受理数: no thing before 和
        items[:2] = [f"{items[0]}和{items[1]}"]
    measured = all(_MEASURED.search(item) for item in items) or _ITS_MEASURE.fullmatch(items[-1]) is not None
    lent = with_head(items) if len(items) > 1 and _MEASURED.search(items[-1]) else tuple(items)
    counted = lent != tuple(items)  # 行政许可和行政处罚案件数: a number of each
    whole = _PLAINLY.fullmatch(text[at:]) is not None and all(
        _COUNTED_WHOLE.fullmatch(i.strip(HIDDEN + " 的")) for i in items
    )
    if len(items) < 2 or len(items) > _MOST or not (each or measured or counted or whole):
        return _NO_ROW
    if total and re.search("[这那]些|等", head):
        return _NO_ROW  # 吵架、讨薪这些事总共: one heap of things
    if any(not item or len(item) > _ITEM for item in items[1:]) or any(HIDDEN in item for item in items[1:]):
        return _NO_ROW
    things = with_head(items) if each or counted else tuple(items)
    return Row((before + things[0], *things[1:]), tail or "是多少", summed=total is not None)
