"""Words with which people handle a conversation or its table, and which name no topic: 再补上, 摆一块儿, 那三个地方, 说一遍.

A turn that says nothing else asks the old topic. The list is of function words, of verbs of putting, taking and showing with
their complements, and of pointers; none of it is a word of the domain, and what the lexicon knows is never blanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qa.patterns import lazy_re

NUMERAL = r"[一二两俩三仨四五六七八九十几\d]"
# What a library's places are called as a kind: 这两个县, 三地, 仨地方, 几家.
KIND = (
    r"(?:地方|街道|乡镇|镇街|分局|苏木|旗县|县旗|地儿|地区|区县市|县市区|市县区|区县|县区|县市|市县|市州|州市|开发区|城市|区"
    r"|县|乡|市|州|旗|镇|家|地|处|者|边|方|份报告|报告|城)"
)
# What follows a kind where it begins another word: 两家企业, 三级.
NOT_A_KIND = (
    r"(?!级|长|域|委|政|直|法|内|场|民|企|公司|单位|机构|律|司|块|分|间|别|银行|医院|协会|商会|店"
    r"|工厂|国企|理|点|震|铁|下|标|质|址|图)"
)
# Figures as such: 这两个数, 同一指标, 该项.
_FIGURES = (
    r"(?:口径|指标|数字|数据|数值|数目|口径|比率|比例|占比|指数|统计|项目|数(?![\u4e00-\u9fff])|率(?![\u4e00-\u9fff])"
    r"|问题|事情|事儿?|情况|结果|答案|结论|方面|题目?|内容|栏|列)"
)
_POINT = (
    r"(?:这|那|该|此|上述|以上|前述|刚才|刚刚|方才|前面|上面|之前|先前|原来|剩下|余下|其余|剩余|留下"
    r"|最后|同样|同一|同个|一样|相同)"
)
# 再加上, 补进来, 放到一张表里, 摆一块儿看看, 拉回来, 踢出去, 排好, 说一遍.
_ADVERB = (
    r"(?:再|先|也|都|还|就|又|一并|一同|一道|一块儿?|一起|同时|顺便|顺手|顺带|另外|重新|依次|统统"
    r"|全部|全都|通通|单独|直接|全)"
)
PUT = r"[加添补放摆搁列拉拽塞算带并纳搭凑捎请叫喊填写排增]"
_INTO = r"(?:上去|上来|上|进来|进去|进|入|回来|回去|回|过来|到一起|到一块儿?|在一起|在一块儿?|一起|一块儿?|个|到|在内?|成)"
TAKE = r"[撤踢剔删去除移挪划抹扔丢甩抽刨拿撇抛砍舍摘略挖清剃请赶]"
OUT = r"(?:出去|出来|出局|掉|走|下去|下来|下|开|除|去|到一边|一边)"
_SHOW = r"[看瞧瞅说讲念报列排比算查给拿摆理汇谈聊显展做画出]"
_SHOWN = r"(?:一下子?|一遍|一次|一回|一看|一眼|个数|出来|下来|给我|给咱们?|来看看?|到(?=$|[,，。!])|好(?=$|[,，。!了吧]))"
_HANDLING = (
    rf"{_ADVERB}*(?:{PUT}{_INTO}|{TAKE}{OUT}|{_SHOW}{_SHOWN})(?:一?[张个](?:表格?|图表?)(?:里面?|中|上)?|表(?:格)?(?:里面?|中|上))?(?:一下|了|吧|看看|看|来)*"
    r"|(?:看看|讲讲|说说|聊聊|谈谈|比比|排排|列列|查查|算算|瞧瞧|理理|念念|报报|再看|再说|再讲|再报|再列|再排|再比|接着看|接着说|继续|也看|也说|也讲|也报|也列|也比|也要|还要|又要|只看|只要|只比|只说|只留|保留|留着|缩回到?|缩到|单看|单说|单比|光看)"
    r"|(?:一并|一同|一道|一块儿?|一起|同时|顺便|顺手|顺带|重新|重来|再来|统统|通通|单独)"
    r"|(?:排|列|弄|做|搞|整|汇|归|出|给)(?:个|一个|一张|成|到)?(?:一张)?(?:表格?|图表|对照表|汇总表?|次序|顺序|序|榜|排行榜?|队)(?!示|明|述|率|现|彰|决)"
    r"|(?:同一|一|这|那|整)张(?:表格?|图)?(?:里面?|中|上)?|表格|表[里中上](?!面)|排行榜?|榜单|榜上|榜首|并排|同框|横着|竖着"
)
_POINTING = (
    r"那(?:会儿|阵子?|时候?|段时间)|"  # before 那 alone: 23年那会儿
    rf"{_POINT}?的?(?:这|那|前|后)?{NUMERAL}(?:个|座|份|处|家)?(?:不同的?)?{KIND}(?:[里之当](?:面|头|中|间)|里)?{NOT_A_KIND}"
    rf"|{_POINT}的?(?:那|这)?(?:{NUMERAL})?(?:些|个|项|条|类|种|张|份|组|块|头)?的?{_FIGURES}"
    rf"|{_POINT}的?(?:些|{NUMERAL}?个|项)?(?:{KIND}{NOT_A_KIND})?(?:[里之当](?:面|头|中|间))?"
    r"|(?:各|每个)?(?:县市区|市县区|区县市|县区|区县|县市|市县)(?:里头|里面|里|之中|当中|中间|之间|中)|下面|底下|下辖|辖区|辖内|手下|点名"
    r"|俩|仨|它们?|他们|她们|咱们|人家|自己|自家|本身|各自|彼此|互相|相互|双方|两边|哪边|哪头|谁家|对方|大家|全体|剩下的?|余下的?|其余的?|其它的?|其他的?|留下的?"
    r"|地方|地儿|那儿|这儿|那边|这边|那里|这里|那头|这头|各家|每家|(?:之|当)[中间]|[里之]头|里面|中间"
)
_ORDERING = (
    r"(?:按照?|依照?|照着?)?(?:着)?(?:大小|高低|多少|数量|数值|名次|先后|字面)?(?:从|由)?[多高大低少小](?:的)?(?:到|至|往|排到|数到)[多高大低少小](?:的)?(?:次序|顺序|排序|排列|排)?"
    r"|(?:按照?|依照?|照着?)(?:大小|高低|多少|数量|数值|先后)|升序|降序|正序|倒序|逆序|反序|反过来|倒过来|颠倒|反着|倒着|次序|顺序|名次|座次|先后|高低|大小|居中|正中|最[快慢猛强弱突厉高低多少大小好差](?:害|出)?|[涨增升降跌减收办]得|可不可比|可比性?|能不能比|口径|(?:这|那|前|后)?[两三几]块|榜首|榜尾|头名|末名|冠军|亚军|季军|魁首|领头|打头"
)
_COMPARED = (
    r"较(?=\s|上|去|前|同)|相比(?:之下|较|起来)?|比较起来|比起来|对照|比照|较之|相对于?|比着|放眼|差了?|相差|落差|悬殊"
    r"|拉开|高出|多出|少出|低出|超出|领先|落后|错开|相隔|谁更|哪个更|几倍|倍数|总和|之和|合起来|加起来"
    r"|合在一起|加一块儿?|合计|总计|共计|平均下来|均值|占到?|份额|比重|占去"
)
_MANNER = (
    r"please|真?的?(?:管用|顶用|好使|顶事)(?:不(?:管用|顶用|好使|顶事))?(?:吗|么|嘛|不)(?=[,，?。!\s]|$)|(?:就|还)是真的?(?=[涨升增降跌减多少])|那就|就把|就(?=把)|好(?:的|吧|嘞|啦|滴|呀)|(?:(?<![\u4e00-\u9fff])|(?<=[那也还]))行(?:吧|了|啊)|嗯+|哦+|噢+|哈+|嘿+|哎+|诶|唉|喂|咦|ok|okay|感谢|辛苦你?了?|抱歉|对不起|稍等|等等|等一下|算了|没事|没关系|不急|"
    r"我(?:先)?(?:记|看看|想想|瞧瞧)(?:一下)?|让我(?:看看|想想)|原来如此|这样啊?|明白了?|懂了|知道了?|有意思|不错|奇怪|怪了|居然|竟然|难道|果然|其实|反正|话说(?:回来)?|对了|我说|总该|总归|应该|大概|可能|好像|似乎|肯定|一定|不然|要不|要么|干脆|索性|另外|此外|然后|接着|随后|首先|最后|暂时|暂且|好歹|到底|究竟|真的|确实|到时候|刚好|正好|原先|原本|起初|最初|一些|一点儿?|牵涉到?|涉及到|设在|承认|坦承|自认|自述|不是|而是|还有|有没有|没有|走线|先记|顺嘴|问一?句|问一?下|问问|想问|再问|还问"
)
_WANTING = (
    r"(?:我|咱们?|我们)?(?:们)?(?:正)?(?:在|想|要|还想|还要|再|需要|打算|准备|想要|想先|先)+(?:要|看|问|知道|了解|查|查看|比较|对比|整理|核对|统计|汇总|梳理|弄清楚?|搞清楚?|关心)(?:的)?(?:是|下|一下|一份|一个|清楚)?"
    r"|需要|想要|给我|给咱|来个|来一?个|换个|换成|改成|改看|改为|改查|换到|切到|切换到?|转到|转而|回到|说回|绕回|讲回|看回|聊回|转回|接着说"
)
# "今年准备办到多少件", "想到多少": a plan of the old thing, not a thing by itself.
_PLANNING = lazy_re(
    r"^(?:那么?|这个?)?(?:以后|今后|将来|往后|之后)(?=要|想|打算|准备|计划|会)|"
    r"(?:准备|打算|计划|争取|力争|预计|想)(?:要|再|继续|进一步)*[办达做搞降升提增减压控扩缩加招配][^,。?]{0,2}?[到成在至]"
    r"|(?:准备|打算|争取|力争|想)(?:要|再)?到(?=多少|几)"
    r"|(?:准备|打算|计划|预计|争取|力争|想)(?:要|再|新)*(?:加|增|招|聘|配|补|添|进)(?=多少|几)"
    r"|(?:准备(?!金)|打算)(?:要|再|新|还)*(?=[\u4e00-\u9fff](?:多少|几|吗))"  # 原先打算装多少, 还打算减吗
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[那这]边))(?:准备|打算|计划|争取|力争|预计)(?:要|再)*(?=(?:[降减升增压]|下降|上升|减少|增加|提高)(?:多少|几))"
)
# "它2023年的也说一下": no 说一下 of who is let off with a word
_SHOW_TOO = lazy_re(
    r"(?:也|都|再|请|给我|跟我|帮我)+[说讲看列报查提念](?:一下|下)(?=[吧呗呢啊嘛]?[?。!,，]*$)"
)
# "降到了多少次": the old thing as it stood in the end
_LEVEL = lazy_re(
    r"(?<![\u4e00-\u9fff])(?:那么?|又|已经?|实际上?|最后|结果|最终)*(?:[降升减增涨压缩]|提高|提升|上升|下降|减少|增加|压减)(?:到|至)了?(?=多少|几)"
)
_YEAR = lazy_re(r"(?:那么?)?(?:20)?\d\d年(?:的|底|末)?")
# "要回多少钱", after 欠薪
_GOT_BACK = lazy_re(r"(?<![\u4e00-\u9fff])(?:一共|总共|共)?[要拿找](?:回来?|到)了?(?=多少钱)")
_SCOPE = (
    r"(?:把)?范围|放宽|放大|扩大|扩到|扩展|放到|放眼|限定|局限|不限|缩小|收窄|全部|所有|整个|全都"
    r"|每一?个?|各个|库里?|全库|资料|材料|报告|数得着|有数(?:字|据)?的?|空的|空着|空白|缺的?|没有?(?:写"
    r"|数|填|提|列)"
)
_TIME = (
    r"(?:年头|年初|岁首)(?:和|到|与|跟|、)?(?:年尾|年末|年底|岁尾)|(?<!合)同(?:一)?年(?:度)?|同期|当期|当年|当时|那一?年|这一?年|该年|年份|历年|往年|前一年|上一年|上年"
    r"|次年|后一年|第二年|隔年|晚一年|[两几]年|逐年|(?:再)?往[前后](?:推|数|翻|倒)?(?:一年)?"
)
# "咋样", "你确定吗", "报告原话怎么说", "换个角度", "先搁一边": remarks on an answer, which ask the old thing again.
_REMARKS = (
    r"有(?:没有)?(?:公布|披露|写|提到?)(?:了|过)?(?:吗|么|没有?)?(?=[?。!]*$)|"
    r"好[点些]?(?:一点)?[没吗](?!有)|好(?:点|些|一点)(?:了)?(?:没有?|吗)|(?<![\u4e00-\u9fff])[市县区州镇]里(?=一共|总共|共|总|[?，,。]|$)|第[一二三四五六]个(?!问题|季度|五年|月)|咋样|咋办|厉害|靠前|靠后|倒数|头筹|角度|先?搁(?:到|在)?一边|单拎(?:出来)?|单挑(?:出来)?|同理|照此|照样|依葫芦画瓢|一遍"
    r"|不对吧?|不是吧|更早|一年(?!一度)|原话|原文|出处|(?:你)?确定(?:吗|么|不)|不会吧|再?核实(?:一下|下)|再?确认(?:一下|下)|数据来源|来源是|变多|变少"
)
_TALK = lazy_re(
    "|".join((_WANTING, _HANDLING, _POINTING, _ORDERING, _COMPARED, _MANNER, _SCOPE, _TIME, _REMARKS)),
    re.IGNORECASE,
)


# "收了多少", "结了几件": the stage that a single character says, which is no word of a report by itself.
_BEGINS = r"(?P<lead>^(?:[\s,，。]|那|它|又|还|也|共|一共|总共|总的|今年|全年|里面|其中)*)"
_TOOK_IN = r"收[了过](?=(?:多少|几)(?!钱|万?元|费|税|块))"
_CLOSED = r"结[了掉](?=多少|几)"
_ALONE = ((lazy_re(_BEGINS + _TOOK_IN), "收到"), (lazy_re(_BEGINS + _CLOSED), "审结"))
_ANYWHERE = (
    (lazy_re(rf"(?P<lead>)(?<![回没征吸接签招查验新]){_TOOK_IN}"), "收到"),
    (lazy_re(rf"(?P<lead>)(?<![办审终了完小总团]){_CLOSED}"), "审结"),
)


def spelled_verb(question: str, *, anywhere: bool = False) -> str:
    """Spell out a verb of one character that names the stage of a case: 收了多少, 结了几件.

    Args:
        question: A turn, its places and years blanked.
        anywhere: Whether cases are named, so that the verb is theirs; else it must be all that the turn asks.

    Returns:
        A text of the same length: 收到多少, 审结几件.
    """
    for pattern, verb in _ANYWHERE if anywhere else _ALONE:
        question = pattern.sub(rf"\g<lead>{verb}", question)
    return question


# "哪个查得少", after 检查: the deed of the figures that are compared, not 减少检查.
_DEED_COMPARED = lazy_re(
    r"(?<=[谁个家边县区市旗])[更还]?(?P<deed>[查办罚审调收花管判赔培建])得(?=(?:更|最|比较)?(?:多|少|高|低|快|慢)(?:些|一?点)?[呢啊?。!]*$)"
)


def without_deed(question: str, topic: str) -> str:
    """Take the deed out of a comparison where it is that of the topic spoken of: 哪个查得少, after 检查.

    Args:
        question: A cleaned turn.
        topic: The words of the topic.

    Returns:
        The turn: 哪个少.
    """
    return _DEED_COMPARED.sub(lambda match: "" if match["deed"] in topic else match[0], question)


def says_level(question: str) -> bool:
    """Tell whether a turn asks to what level the old thing moved: 降到了多少次, 实际降到多少.

    Args:
        question: A cleaned turn.

    Returns:
        False for 降了多少, which asks a change.
    """
    return _LEVEL.search(_YEAR.sub("", question)) is not None


def blank_planning(text: str) -> str:
    """Blank the words with which a turn asks what is planned of the old thing (准备办到多少件), or that it be told (也说一下).

    Args:
        text: A turn after the first.

    Returns:
        A text of the same length; the intent is read before.
    """
    for pattern in (_PLANNING, _SHOW_TOO, _LEVEL, _GOT_BACK):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def blank_talk(text: str, held: Iterable[tuple[int, int]]) -> str:
    """Blank the words of a turn that handle the conversation and name no topic.

    Args:
        text: A turn after the first, its places and years blanked.
        held: Half-open spans of phrases of the domain, which stay (调解 in 摆一块儿看看调解率).

    Returns:
        A text of the same length.
    """
    kept = tuple(held)
    chars = list(text)
    for match in _TALK.finditer(text):
        start, end = match.span()
        if any(start < stop and at < end for at, stop in kept):
            continue
        chars[start:end] = " " * (end - start)
    return "".join(chars)
