"""Moves of a conversation: what a turn does with the turns before it, apart from what it asks.

回到刚才那个 goes back, 好的谢谢 does nothing, 为什么没有某区 asks aside, 是办结不是受理 corrects a word, 只看某年的 narrows.
Works on cleaned questions (``qa.text.clean_question``); knows nothing of places, reports or figures.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.courtesy import errands
from qa.question.words.handling import NUMERAL_PATTERN, number_of

# "好的谢谢", "嗯嗯明白了", "ok thanks": nothing is asked.
_TALK = lazy_re(
    r"(?:好(?:的|吧|嘞|滴|呀)?|嗯+|哦+|噢|行(?:吧|了)?|可以了?|谢谢?(?:你|您|了|啦|哈)?|多谢|感谢|辛苦(?:你|您)?了?|麻烦(?:你|您)了|你好|您好|大家好|早上好|下午好|晚上好|嗨"
    r"|明白了?|懂了|知道了|了解了?|清楚了|收到|原来如此|这样(?:啊|子)|没(?:有)?(?:事|问题|关系|别的|其他的?|什么)?(?:事|问题|要问的)?了|没(?:事|问题|关系)|问完了|(?:暂时)?就(?:这些|这么多)|不用了|不客气|(?:先)?记(?:下|到这|录|着)[来了里儿]*|(?:先)?(?:问|聊|看|查|说)到这[里儿]?|(?:就)?够(?:用)?了|(?:那)?(?:就)?不比了|算了|就到这(?:里|儿|吧)?|今天(?:先)?到这(?:里|儿)?|再见|拜拜|回头见|先这样|就这样(?:吧)?|厉害|(?:真|挺|很|还|真是)?(?:不错|厉害|好|棒|有用|有意思|清楚|详细|快)|辛苦|很好|太好了|真棒|哈+|呵+|有意思|对的?|是的?|没错|先等等|等一下|稍等|我(?:先)?(?:去)?(?:记一下|看看|想想|忙一下|接个?电话|离开一下|倒杯水)"
    r"|ok(?:ay)?|(?:many )?thanks?(?: you)?(?: so much| a lot| very much)?|thx|great|got it"
    r"|i see|hi|hello|bye(?: bye)?|good ?bye|nice|cool|perfect"
    r"|(?:that'?s|that is) (?:all|it|enough|helpful|great|good|fine)(?: for (?:now|today))?"
    r"|understood|noted|alright|all right|sure|never ?mind|cheers|appreciated?)",
    re.IGNORECASE,
)
_TALK_ONLY = lazy_re(
    rf"(?:{_TALK.pattern}|[\s,，。.!！~～、啊呀哈啦哦呢了吧的您你先就那]|very|so|for now)+", re.IGNORECASE
)
# "第一个问题", "最开始问的那个": a turn by its number.
_NUMBERED = lazy_re(
    rf"(?:第(?P<n>{NUMERAL_PATTERN})(?:个|次|条)?(?:的)?(?:问题|问的?|提问)|(?P<first>(?:最开始|最初|一开始|最早|开头)(?:问|说|查|看)?(?:的)?(?:那个|那次|那条|问题)*))"
)
# "再说一遍", "再回答一遍", "上一个问题的结果": the turn before this one.
_AGAIN = lazy_re(
    r"再(?:(?:回)?答|说|讲|报|念|列|看|给我?)(?:一[遍次下]|遍)|重复一?[遍下次]?|重新(?:说|列|看)一?[遍下次]?|(?:上一?个|上个|前一个)(?:问题|结果|答案)"
)
# "回到刚才那个", "还是看之前的问题": back to the topic before the present one.
_BACK = lazy_re(
    r"(?:回到|返回|回去看?|退回|切回|跳回|接着说|还是(?:看|说|回到)?)(?:我们)?(?:刚才|刚刚|之前|前面|先前|原来|上面)(?:的|说的|问的|看的)?(?:那个|那项|那张|那条)?(?:问题|话题|表|指标|对比|比较|结果)?"
    r"|(?:刚才|刚刚|之前|前面|先前|原来)(?:的|说的|问的|看的)?(?:那个|那张)(?:问题|话题|表|指标|对比|比较|结果)?(?=$|[,，。?!呢吧]|再|给|还|怎)"
    r"|(?:go )?back to (?:the )?(?:previous|last|earlier)(?: one| question| topic| table)?",
    re.IGNORECASE,
)
# "回到法律援助那个,只看甲区": back to an earlier topic by its name.
_BACK_TO = lazy_re(
    r"(?:回到|返回|切回|再回到|回去看|还是看回?|接着说)(?P<topic>[\u4e00-\u9fff]{2,14}?)(?:的?(?:那个|那项|那张|那条|那次|问题|话题|对比|比较|上来?|上面|去)|(?=[,，。?!]|$))"
)
# "回到刚才的执法人员,参加培训多少人次": the topic of before by its name
_BACK_TO_SAID = lazy_re(
    r"^(?:再)?(?:回到|返回|切回|回去看|还是看)(?:我们)?(?:刚才|刚刚|之前|前面|先前|原来|上面)(?:说|问|提|看)?(?:过|到)?的"
    r"(?P<topic>(?!那个|那项|那张|那条|问题|话题|表|指标|对比|比较|结果)[\u4e00-\u9fff]{2,12}?)(?:的?(?:那个|那项|问题|话题)|上来?)?(?:[,，。](?P<rest>.*))?$"
)
_COUNT_OF = lazy_re(
    r"(?<=[\u4e00-\u9fff]{2})的?(?:(?:[件人次户起场]|数)数|数量|总数|情况)$"
)  # 回到行政处罚件数
_LEFT_OVER = lazy_re(r"^[\s,，。.?!、的呢吧了吗是把请我们给看下一再说遍来结果答案数据怎么样查说问那真]*$")
_WHY_NOT = lazy_re(
    r"(?:为(?:什么|啥|何)|怎么|咋)(?:没有?|没(?:列|见|算|包括)|不(?:见|显示|列|包括|算|含)了?|缺了?|少了|看不到|找不到)"
    r"|(?:为(?:什么|啥|何)|怎么|咋)[^,。?]{2,8}?(?:没有|[没未](?:公布|披露|写|给|提))[^,。?]{0,10}?[?呢。]*$"
    r"|(?P<tail>(?:怎么|为什么|为啥|咋)(?:没|不)(?:在|有|见|列|出现)?[^,，。]{0,6}[?呢了]*$)|(?P<where>去哪(?:儿|里)?了|哪(?:儿|里)?去了)"
)
_WANT = r"(?P<want>[\u4e00-\u9fff]{2,10}?(?:数|率|量)?)"
_DENIED = r"(?P<denied>[\u4e00-\u9fff]{2,10}?(?:数|率|量)?)"
_SAID = r"(?:我?(?:问|说|要|指|想问|想看|想知道|要看|要问)(?:的)?)"
# "我问的是办结不是受理", "不是受理,是办结": the words of the question before are put right.
_CONTRASTS = (
    lazy_re(
        rf"^(?:不对|错了|不)?[,，。\s]*{_SAID}?是{_WANT}(?:的)?[,，。\s]*(?:而)?(?:不是|并非|非){_DENIED}(?:的)?[。!?啊呀哦]*$"
    ),
    lazy_re(
        rf"^(?:不对|错了|不)?[,，。\s]*{_SAID}?不是{_DENIED}(?:的)?[,，。\s]*(?:而)?(?:是|我(?:说|问|要|指)的是|要){_WANT}(?:的)?(?P<tail>[,，].{{1,16}})?[。!?啊呀哦]*$"
    ),
)
_MORE = lazy_re(
    r"^(?:那)?(?:还有(?:呢|吗|别的(?:吗|呢)?|其他的?(?:吗|呢)?|什么|哪些)?|(?:其他|别的|其余)(?:的)?(?:呢|还有吗)?|继续(?:说)?|接着(?:说|讲))[?。!呢吗]*$"
)
# "把原句发我", "甲区那句原话给我看看"; not "原文里的增幅是多少", which asks a figure.
_QUOTED = lazy_re(
    r"(?:(?:把|给|看|要|有)(?:我|一?下|看)?)?(?:报告|文件)?(?:里|中)?(?:的)?(?:[那这哪](?:一)?[句段]?(?:话)?(?:的)?)?(?:原句|原话|原文|原始表述|原来(?:的)?(?:那)?句)(?![里中上自]|给[的出]|印|有)"
    r"(?:是(?:什么|啥|哪句|怎么[写说]的?)?|怎么[写说]的?|在哪(?:里|儿)?)?(?:发|给|贴|念|摘|引|拿|列|放|抄|调)?(?:出来|过来|上来|一下|下)?(?:给|我|咱|看)*(?:一下|一?遍|看|瞧)*"
    r"|(?:这个?|那个?|这些|上面的?)?(?:数据?|数字)?(?:是)?(?:从)?哪(?:里|儿)?(?:来|找|查|看|得)(?:到|出)?(?:来)?的(?![\u4e00-\u9fff])|(?:你|[这那](?:两|几|三)?个?|数据?|数字)*(?:都|是|从|在|出自|来自|引自|你)*哪(?:一)?(?:年的?)?(?:[份个篇本])?(?:年的?)?(?:报告|材料|文件|资料)(?:里面?|上|中)?(?:的)?[看查找写说读来摘](?:到|来|出来?|自)?的(?:呢|啊)?(?![\u4e00-\u9fff])|出处(?:在哪里?|是哪里?|呢)?(?![\u4e00-\u9fff])|(?:数据)?来源(?:是|在)?(?:哪里?|什么)?(?![\u4e00-\u9fff])|有(?:什么|啥)?依据(?:吗|没有)?(?![\u4e00-\u9fff])"
    r"|\b(?:show|give|quote|read)(?: me)?(?: out)? (?:the )?(?:original|exact|source|very|full|that)? ?"
    r"(?:sentence|wording|text|words|quote)\b",
    re.IGNORECASE,
)
_DETAIL = lazy_re(
    r"(?:那|请|你|能|可以|再|给我|麻烦|帮我)*(?:具体|详细|仔细|展开|细)(?:地|的|点|一点|一些)?(?:讲|说|谈|聊|介绍|展开)(?:[讲说谈聊]|一下|一说|看|吧|呗|吗|呢|可以)*[?。!]*"
    r"|(?:再|能|请|可以)*(?:[讲说]得?)?(?:再)?(?:具体|详细|仔细)(?:点|一点|一些|些)(?:吗|吧)?[?。!]*"
)
_FIGURE_ASKED = lazy_re(r"多少|几(?!句)|增幅|降幅|同比")
# "“三黑”指的是哪三黑": a thing that the turn quotes, whatever was asked before
_WHAT_IS = lazy_re(
    r"(?:那么?|这个?|所谓的?|其中的?)?[“\"][^”\"]{1,12}[”\"][^,。?]{0,4}?(?:是|指|都|有)+(?:哪|什么|啥)"
)
_ANOTHER_THING = lazy_re(r"^(?:换个?话题|重新开始|从头(?:来|开始)|清空|换个问题|新问题)")


# "帮我订一张门票", "写一首诗": no question on a report, whatever place it names.
_FOREIGN_TASK = lazy_re(
    rf"帮我{errands()}|"
    r"(?:写|编|作|画|讲)(?:一|个|首|篇|段)(?:个|首|篇|段)?(?:诗|故事|笑话|小说|代码|程序|歌|作文|段子)|(?:写|编|作|创作|来|赋)一?(?:首|篇|段|副|个)[^,。?]{0,20}(?:诗|词|绝句|律诗|对联|故事|笑话|小说|歌|作文|段子|祝福语|顺口溜)|(?:今天|明天|后天|这几天|本周|周末|现在)的?天气|天气(?:预报|怎么样|怎样|如何|好吗|好不好)|好吃|旅游攻略|股票|菜谱|笑话|python|翻译成|机票|股市|球赛|比分|football|weather|movie|stock\smarket|joke"
)
# What one should do, or what will come: 去告他能赢吗, 划得来不, 能赔多少, 以后会不会越来越多. A report tells neither.
_ADVICE = lazy_re(
    r"(?:划得来|划得着|划算|合算|值当|犯得着|犯得上)(?:不|吗|么|没|$)|(?:值不值|划不划|犯不犯得)|有(?:没有)?胜算|胜算(?:大|多大|高)|赢面"
    r"|(?:能|能不能|可能|能否|会不会|能够|还能|咋能)(?:告|打)?(?:赢|胜诉|打得赢|告得赢)(?:了)?(?:不|吗|么|没|呢|$|[?])|(?:告|打|赢)得(?:赢|了)(?:不|吗|么|他|它|政府)"
    r"|(?:我|咱|俺)[^。?]{0,30}?能(?:赔|判|拿|要回|补)(?:我|咱)?(?:多少|几)"
    r"|(?:该|要)不(?:该|要)(?:去)?(?:告|打官司|起诉|申请|上访|找律师)"
    r"|会不会(?:变得)?(?:越来越|更加?)|会(?:变得)?越来越[^,。?]{1,6}(?:吗|不|么)"
)
# Matters that a report may print after all: 查处侵犯“某某小吃”商标的案件.
_FOREIGN_MATTER = lazy_re(
    r"(?<!优良)(?<!污染)(?<!极端)(?<!恶劣)(?<!灾害)(?<!灾害性)(?<!冰冻)(?<!雨雪)(?<!高温)天气|美食|小吃|景点|彩票|门票|酒店|房价|电影|明星"
)


class Recall(NamedTuple):
    """Where a turn goes back to.

    Attributes:
        turn: Number of the turn from 0, -1 for the turn before, or None for the topic before the present one.
        rest: What the turn asks besides, or "".
        topic: Words that name the topic gone back to (回到法律援助那个), or "".
    """

    turn: int | None
    rest: str
    topic: str = ""


def is_small_talk(question: str) -> bool:
    """Tell whether a turn asks nothing: 好的谢谢.

    Args:
        question: A cleaned question.

    Returns:
        True for thanks, greetings and assent without anything else.
    """
    return bool(_TALK.search(question)) and _TALK_ONLY.fullmatch(question) is not None


def is_foreign(question: str) -> bool:
    """Tell whether a question is of no report, whatever place it names: 帮我订票, 写一首诗, 明天天气.

    Args:
        question: A cleaned question.

    Returns:
        True for what is known to be foreign; False says nothing.
    """
    return _FOREIGN_TASK.search(question.lower()) is not None


def asks_advice(question: str) -> bool:
    """Tell whether a question asks what one should do, or what will come, which no report tells: 去告他能赢吗.

    Args:
        question: A cleaned question.

    Returns:
        True for advice and for what is to be foretold.
    """
    return _ADVICE.search(question) is not None


def foreign_matter(question: str) -> str:
    """Name what a question asks about that is of no report unless one prints it: 小吃, 景点.

    Args:
        question: A cleaned question.

    Returns:
        The word, or "".
    """
    match = _FOREIGN_MATTER.search(question)
    return match[0] if match else ""


def recall(question: str) -> Recall | None:
    """Read a turn that goes back to an earlier one.

    Args:
        question: A cleaned question.

    Returns:
        Where it goes and what it asks besides, or None.
    """
    if said := _BACK_TO_SAID.match(question):
        return Recall(None, (said["rest"] or "").strip(" ,，。"), _COUNT_OF.sub("", said["topic"]))
    if (match := _BACK_TO.search(question)) and not _BACK.search(question) and not _NUMBERED.search(question):
        rest = question[: match.start()] + question[match.end() :]
        return Recall(
            None, "" if _LEFT_OVER.match(rest) else rest.strip(" ,，。"), _COUNT_OF.sub("", match["topic"])
        )
    if match := _NUMBERED.search(question):
        turn: int | None = 0 if match["first"] else number_of(match["n"]) - 1
        rest = question[: match.start()] + question[match.end() :]
        rest = _AGAIN.sub("", rest)
        rest = re.sub(r"回到|返回|回去", "", rest)
    elif match := _BACK.search(question):
        turn, rest = None, question[: match.start()] + question[match.end() :]
    elif match := _AGAIN.search(question):
        turn, rest = -1, question[: match.start()] + question[match.end() :]
    else:
        return None
    return Recall(turn, "" if _LEFT_OVER.match(rest) else rest)


def contrast(question: str) -> tuple[str, str] | None:
    """Read a correction of one word: 我问的是办结不是受理.

    Args:
        question: A cleaned question.

    Returns:
        The word that is meant and the word that is not, or None.
    """
    match = next((m for pattern in _CONTRASTS if (m := pattern.match(question))), None)
    if match is None:
        return None
    return match["want"] + (match.groupdict().get("tail") or ""), match["denied"]


def asks_why_not(question: str) -> bool:
    """Tell whether a turn asks why a place is not in the answer: 为什么没有某区, 某区怎么没有, 为什么某区没有败诉率."""
    return len(question) <= 24 and _WHY_NOT.search(question) is not None


def asks_if_silent(question: str) -> bool:
    """Tell whether a turn asks if a place gave nothing: 某县没有吗, 某县没数?."""
    return re.search(r"没(?:有|数|写|提)(?:数据?|数字)?[吗么啊]?[?。]*$", question) is not None


def asks_more(question: str) -> bool:
    """Tell whether a turn asks for what else there is on the topic: 还有呢."""
    return _MORE.match(question) is not None


def asks_quote(question: str) -> str | None:
    """Read a turn that asks for the report's own words: 把原句发我, 甲区那句原话给我看看.

    Args:
        question: A cleaned question.

    Returns:
        What the turn says besides, or None where it asks for no words.
    """
    match = _QUOTED.search(question)
    if match is None or _FIGURE_ASKED.search(question):
        return None
    rest = question[: match.start()] + question[match.end() :]
    return "" if _LEFT_OVER.match(rest) else rest.strip(" ,，。")


def asks_detail(question: str) -> bool:
    """Tell whether a turn asks for more words on the figure just told and names nothing: 具体讲讲, 能详细说说吗."""
    return _DETAIL.fullmatch(question) is not None


def begins_anew(question: str) -> bool:
    """Tell whether a turn drops the conversation so far: 换个话题, 重新开始."""
    return _ANOTHER_THING.match(question) is not None


def asks_what_is(question: str) -> bool:
    """Tell whether a turn asks what a thing is that it quotes: “三黑”是哪三黑.

    Args:
        question: A cleaned question.

    Returns:
        True where nothing but place and year is lent to it.
    """
    return _WHAT_IS.match(question) is not None


def changes_topic(question: str) -> bool:
    """Tell whether a turn drops the topic alone: 换个话题, and not 重新开始."""
    return re.match(r"换个?话题|换个问题|新问题", question) is not None


def after_anew(question: str) -> str:
    """Give what a turn asks behind the words that drop the conversation: 换个话题,某区有多少件 gives 某区有多少件."""
    rest = _ANOTHER_THING.sub("", question)
    return rest.strip(" ,，。.!！:：吧") if any(c.isalnum() for c in rest.replace("吧", "")) else ""
