"""What a turn does with the places set side by side: adds one, takes one out, keeps some, sets them together, points at them.

Works on cleaned questions (``qa.text.clean_question``); knows nothing of reports. The verbs are open: any verb of putting with a
complement of direction adds (补进来, 拉过来, 摆上去), any verb of taking with one of removal takes out (踢出去, 撤下, 刨掉).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.talk import KIND, NOT_A_KIND, OUT, PUT, TAKE

_NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "俩": 2, "仨": 3}
NUMERAL_PATTERN = r"[一二三四五六七八九十两]|\d{1,2}"
_ALONE = r"(?=[,，。!！?？\s]|[吧了啦呗啊]|$)"

_ONLY = lazy_re(
    r"(?:只|就|光|单(?:独)?|仅|专)(?:看|要|比|留|保留|列|算|说|讲|查|显示|剩|对比|报|统计|取|挑|盯)|保留|留下(?!来)|锁定|聚焦|限定|缩小到"
)
_THESE_TWO = lazy_re(rf"(?:这|那|后|最后|后面)(?P<n>{NUMERAL_PATTERN})(?:个|家|地|区|县|市)")
_TOP = lazy_re(
    rf"(?:排)?前(?P<n>{NUMERAL_PATTERN})(?:名|位|个|家|的)?(?!个?[年月天次季])"
)  # not 前三个月, 前三季度
# "第一和第二差多少": of those ranked before.
_FIRST_TWO = lazy_re(r"第一[名位]?(?:和|与|跟|比|同|、)第二[名位]?")
# "再添甲区", "让甲区进来", "甲区也要", "连甲区一并放上", "算甲区一个"; not 比上年, 增加了多少.
_ADD = lazy_re(
    r"(?:再|也|还|另|外|又)(?:加|添|补|增)(?![强快大深设贴助偿充值幅速长])(?!到(?:多少|几))"
    r"|(?:加|添|补)一?下|(?:加|添|补)(?:上(?!一?年|升|报)|进|入|回|到(?!了?(?:多少|几|哪))|一?个)"
    rf"|{PUT}(?:进来|进去|进(?!行|一|展|度|入|口)|回来|回去|回|过来|上去|上来)"
    r"|(?:算|带|放|列|并|搭|捎|配|拉|摆|排)上(?!一?年|升|报)|[列算]入|加入|纳入|拉进来|连同|一并|外加|另加|附上|附带|扩大?到|同时(?:看|列|查)"
    rf"|把.{{1,12}}(?:也|一起|一块儿?|一同)(?:{PUT}|看|比)|也(?:一起|一块儿?|一同)?(?:{PUT}|看|比|要|来(?!一?遍))|(?:还|又|再)要(?![求点])|(?:再|还)(?:来|要|看|请|放|列|拉|算)一?个"
    r"|[让叫请].{1,8}?(?:进来|加入|参加|入列|参与)|算.{1,8}一个|换.{1,8}?(?:上来|进来|上场)"
)
_ALSO = lazy_re(r"也(?:比|要|来|讲|说|报|给|瞧|查|念)")
# "把甲区换成乙县", "拿乙县替下甲区": one place in the place of another.
_SWAP = lazy_re(
    r"(?:把|将|用|拿|让)?.{1,14}(?:换成|换为|改成|改为|替换|换|替下|替掉|顶替|取代|代替|顶掉|换下)"
)
# "换成法律援助", "改查公证": the topic is replaced, the rest stays.
_SWITCH = lazy_re(
    r"换成|换为|改成|改为|改查|换一?个|改看|改问|切换|换到|切到|转到|转而|改聊|改说|换看|(?:再|另外|顺便|顺带|还想|还要|接着)问(?:一下|下|一句|个|问)(?:别的|另一个)?"
)
_DROP = lazy_re(
    rf"(?:{TAKE}(?:{OUT}|了(?=[,，。吧]|$))|去除|剔除|排除|删除|移除|撤掉|撇开|抛开|刨除|忽略|跳过|略过|不要(?!求)|不看|别看|不算|别算|不比了|不管|先不提)"
)
_TAKEN = lazy_re(
    rf"(?:的)?(?:这边|那边)?(?:就|先|也|给|再|都|直接|暂时|暂且|可以|从[^,，。]{{1,8}}?[里中上])*"
    rf"(?:不(?:看|算|要|计|用|比|列|放|管|提|考虑|参加|参与)(?:它|进来|进去|在内)?(?:了(?:吧)?)?{_ALONE}|不(?:看了|用了)|不(?:算|要|计)(?!求|划|入|较|清|最|高|低|多|少|太|很|差|好)"
    rf"|别(?:看|算|要|管|列|比|放|带)(?:了|进来)?{_ALONE}|先不管|先?放一?放|先?放(?:到)?一边|除外|以外|之外|出局|退出|靠边|免了(?!多少|几|\d)"
    rf"|(?:{TAKE}{OUT}(?!了?(?:多少|几))|{TAKE}了(?!多少|几)|去除|剔除|排除|删除|移除)(?:它)?{_ALONE})"
)
_SHORT_DROP = 18  # 把行政应诉和法律援助都去掉吧 is as long as such a turn gets
_ASKS = lazy_re(r"[?]|多少|[几哪谁]|什么|吗$|呢$|[只就]要")
# "三家摆一块儿看看", "放在一张表里", "都列出来": all places spoken of, side by side.
_TOGETHER = lazy_re(
    r"(?:放|摆|列|搁|凑|拼|合|归|并|汇|聚|堆|写|排|看|比)(?:总)?(?:在|到|成)?(?:一起|一块儿?|一道|一处|同一?[张个]表|一[张个]表)"
    r"|并排|并列(?!第|排名)|同框|(?:一起|一块儿?|一道|一并|一同)(?:看|比|列|摆|放|排|报|说|讲|给|汇总|对比)|(?:做|列|排|画|出|汇|弄|整|给)(?:成|个|一个|一张|张)?(?:对比|对照|汇总)?表(?!示|明|现|率|彰)"
    r"|(?:全|都|统统|全部)(?:给我)?(?:列|摆|放|报|写)(?:出来|上|一下|一遍)?|汇总|横向"
)
# "这两个县", "三地", "仨地方", "剩下两家": so many of the places spoken of.
_COUNTED = lazy_re(
    rf"(?<![第前哪\d])(?P<rest>剩下|余下|其余|剩余|另外|其他|其它)?的?(?:这|那|后|最后)?"
    rf"(?:(?P<n>[二两三四五六七八九十]|\d{{1,2}})(?:个|座|处|家|份)?(?:不同的?)?(?P<kind>{KIND}){NOT_A_KIND}|(?:(?<=[这那])|^)(?P<bare>[两三四五六七八九十])个(?=$|[,，。!！?？\s]|[里当中之都各呢吧了]|一起|一块|一并|放|摆|排|比)|(?P<both>俩|仨)(?P<kind2>{KIND})?)"
)
_LEVELS = frozenset({"县区", "区县", "县市", "市县", "县市区", "市县区", "区市", "市区"})
_OTHER_ONE = lazy_re(
    r"另(?:外)?(?:那)?一?[个家边]|另一[方地处头]|剩下(?:的)?(?:那)?一?个|余下(?:的)?(?:那)?一?个"
)
# "没写的是哪家", "哪个是空着的": what the table lacks.
_SILENT = lazy_re(
    r"(?:没有?|未|不)(?:给|写|公布|列|披露|填|报|提|说|数|公开|交代)[^,。?]{0,8}(?:是|有)?(?:哪|谁)|(?:哪|谁)[^,。?]{0,8}(?:没有?(?:给|写|公布|列|披露|填|报|提|说|数|公开|交代|$)|空着|空白|缺数|缺着|是空)"
)
# "桃源县跟它们比呢": the place named beside all that were spoken of.
_WITH_THEM = lazy_re(
    r"(?:跟|和|与|同|比)(?:起)?(?:它们?|他们|上面|前面|刚才|[这那][两三四几]|以上|前述)[^,。?]{0,6}(?:比|差|排|放|对照|列)"
)
# "倒过来排", "从后往前念": the other end first.
_REVERSED = lazy_re(
    r"(?:倒|反)(?:过来|着|转|序|一下)|颠倒|逆序|掉(?:过)?(?:个|头)(?:来|排)?|从后(?:往|到)前|由后(?:往|到)前|从末|从尾"
)
# "垫底的那个和第一名差多少": both ends of the order.
_TOP_END, _LOW_END = (
    r"(?:最[多高大]|第一[名个位]?|榜首|头名|冠军|领先)",
    r"(?:最[少低小]|垫底|末位|最后(?:一[名个位])?|末名|倒数第一|最末)",
)
_ENDS = lazy_re(rf"{_TOP_END}.{{0,8}}{_LOW_END}|{_LOW_END}.{{0,8}}{_TOP_END}|头尾|首尾|两头")
# "哪个好一点": what is good depends on the figure; they are set side by side.
_BETTER = lazy_re(r"(?:谁|哪)[^,。?]{0,8}?(?:好|差|优|理想|强|像样|漂亮|靠谱)(?!多少|几)")
_EVERY = lazy_re(
    r"所有|全部|整个|各地|各个?(?:区|县|市|地方)|每个|全库|库里|其他|其它|其余|别的|哪些|还有哪|\ball\b|\bevery\b|\bother",
    re.I,
)
_PLURAL = lazy_re(
    r"它们|他们|这几|那几|这些(?!年)|各自|两边|双方|都是多少|各(?:是|有|为|占|达)?多少|各(?:几|是|占|达)|分别"
)
# "甲区也讲讲", "念一遍", "列一下": the old thing is shown again, of another place or in another order; no summary is asked for.
_SHOWS = lazy_re(
    r"列(?!举|入)|讲|说|聊|谈|念|报(?!告|案|名|送)|看|瞧|介绍|给|排|摆|放|汇总|对比|比较|对照|查|一下|告诉"
)
_WHAT = lazy_re(
    r"哪些|哪几|什么|啥|怎么|如何|为何|举措|措施|做法|亮点|经验|问题|不足|总结|概括|概述|归纳|要点|主要"
)


# "再问一下超限超载": another thing, of the place as a whole
_ANEW = lazy_re(
    r"^[那好哦]?,?(?:再|还想?|另外|顺便|顺带|想)+[问说看查](?:一?[下句个嘴]|问|看)?|^(?:另外|顺便),"
)


class Counted(NamedTuple):
    """Places pointed at by their number.

    Attributes:
        n: How many.
        kind: The suffix that all of them bear (这两个县), or "".
        rest: Whether those are meant that the turn before did not speak of.
    """

    n: int
    kind: str
    rest: bool


def number_of(numeral: str) -> int:
    """Read a small numeral.

    Args:
        numeral: 一 to 十, 两, 俩, 仨, or digits.

    Returns:
        The number.
    """
    return int(numeral) if numeral.isdigit() else _NUMERALS[numeral]


def narrows(question: str) -> bool:
    """Tell whether a turn keeps only what it names: 只看2024年的, 就比这两个."""
    return _ONLY.search(question) is not None


def last_of(question: str) -> int:
    """Count the places that a narrowing turn keeps by pointing at them: 2 for 只看这两个, 0 if none."""
    match = _THESE_TWO.search(question)
    return number_of(match["n"]) if match and narrows(question) else 0


def top_of(question: str) -> int:
    """Count the leading ranks that are asked for: 3 for 前三名, 0 if none."""
    if _FIRST_TWO.search(question):
        return 2
    match = _TOP.search(question)
    return number_of(match["n"]) if match else 0


def adds(question: str) -> bool:
    """Tell whether a turn adds to what is compared: 加上法律援助, 让甲区进来, 再加2023年."""
    return _ADD.search(question) is not None


def adds_topic(question: str) -> bool:
    """Tell whether a turn sets a further topic beside the old one: 再加法律援助; not 败诉率也要, which asks for that next."""
    return adds(question) and _ALSO.search(question) is None


def takes_out(question: str, name: str) -> bool:
    """Tell whether a turn takes out what it names: 不看某区了, 某区先不算."""
    before, _, after = question.partition(name)
    return is_taken_out(before, after) if name in question else False


def is_taken_out(before: str, after: str) -> bool:
    """Tell whether what stands between two texts is taken out: 踢掉 before it, 先撤下 after it.

    Args:
        before: What stands before a name.
        after: What stands after it.

    Returns:
        True where the name is no longer wanted.
    """
    return length_before(before) > 0 or length_after(after) > 0


def length_before(before: str) -> int:
    """Measure the words at the end of a text that take out what follows: 2 for 去掉."""
    match = _BEFORE.search(before)
    return len(match[0]) if match else 0


def length_after(after: str) -> int:
    """Measure the words at the start of a text that take out what stands before it: 4 for 先不要了."""
    match = _TAKEN.match(after)
    return len(match[0]) if match else 0


_BEFORE = lazy_re(
    rf"(?:{_DROP.pattern}|除了?|除开|别[要管列带]|不(?:含|包括|考虑|列|放))(?:掉|了|的|开)?\s*$"
)


def swaps(question: str) -> bool:
    """Tell whether a turn puts one place in the place of another: 把甲区换成乙县."""
    return _SWAP.match(question) is not None


def switches(question: str) -> bool:
    """Tell whether a turn puts something in the place of what was asked: 换成法律援助, 改看甲区."""
    return _SWITCH.search(question) is not None


def asks_further(question: str) -> bool:
    """Tell whether a turn asks of another thing beside the one spoken of: 再问一下超限超载, 顺便问下公证."""
    return _ANEW.search(question) is not None


def blank_switch(question: str) -> str:
    """Blank the words with which a turn puts something in the place of what was asked: 换成 of 换成公职律师.

    Args:
        question: A turn after the first; its places may be blanked.

    Returns:
        A text of the same length; what is left is asked.
    """
    return _SWITCH.sub(lambda match: " " * len(match[0]), question)


def drops(question: str) -> bool:
    """Tell whether a turn takes something out of what is compared: 去掉法律援助."""
    return _DROP.search(question) is not None


def only_drops(question: str) -> bool:
    """Tell whether a turn does nothing but take something out: 去掉法律援助, 法律援助不看了; not 去掉撤回的还有多少件."""
    return drops(question) and len(question) <= _SHORT_DROP and not _ASKS.search(question)


def gathers(question: str) -> bool:
    """Tell whether a turn sets all that was spoken of side by side: 三家摆一块儿, 放在一张表里."""
    return _TOGETHER.search(question) is not None


def beside_them(question: str) -> bool:
    """Tell whether a turn sets the place that it names beside all that were spoken of: 丙县跟它们比呢."""
    return gathers(question) or _WITH_THEM.search(question) is not None


def asks_silent(question: str) -> bool:
    """Tell whether a turn asks which places gave no figure: 没写的是哪家."""
    return _SILENT.search(question) is not None


def reverses(question: str) -> bool:
    """Tell whether a turn asks for the other end of the order first: 倒过来排."""
    return _REVERSED.search(question) is not None


def asks_ends(question: str) -> bool:
    """Tell whether a turn speaks of the first and of the last: 垫底的和第一名差多少."""
    return _ENDS.search(question) is not None


def asks_better(question: str) -> bool:
    """Tell whether a turn asks which is better, which no figure tells by itself: 哪个好一点."""
    return _BETTER.search(question) is not None


def asks_every(question: str) -> bool:
    """Tell whether a turn speaks of every place, not of those on the table: 所有地方里谁最高."""
    return _EVERY.search(question) is not None


def counted(question: str) -> Counted | None:
    """Read how many of the places spoken of a turn points at.

    Args:
        question: A cleaned question.

    Returns:
        Their number and kind, or None: 2 and 县 for 这两个县, 1 of the rest for 另一个.
    """
    if match := _COUNTED.search(question):
        kind = match["kind"] or match["kind2"] or ""
        return Counted(
            number_of(match["n"] or match["bare"] or match["both"]),
            kind if len(kind) == 1 or kind in _LEVELS else "",
            bool(match["rest"]),
        )
    return Counted(1, "", True) if _OTHER_ONE.search(question) else None


def is_plural(question: str) -> bool:
    """Tell whether a turn speaks of several places without naming them: 它们的败诉率各是多少."""
    return _PLURAL.search(question) is not None


def shows(question: str) -> bool:
    """Tell whether a turn only asks that something be shown: 甲区的也讲讲, 列一下; not 讲讲有哪些举措."""
    return _SHOWS.search(question) is not None and _WHAT.search(question) is None
