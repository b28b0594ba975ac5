"""Short turns in the plain words that they stand for: 投诉最多的呢 is 投诉最多的是什么, 主要输在哪 asks why suits were lost.

Works on cleaned turns; knows no reports. What a turn points at and no question names is given to it as a name.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading

_PAIR = 2
_FIGURES = frozenset({Task.NUMBER, Task.DIFFERENCE})
# "公证也这么比一下": as the figures before, which were of two years
_ALIKE = lazy_re(
    r"(?:那么?|再|把)?(?P<of>[\u4e00-\u9fff]{2,10}?)(?:的)?(?:也|同样)(?:是|要|想|来)?(?:这么|这样|照样|照这样|一样|同样)?(?:地)?比(?:一?比|一下|较(?:一下)?|比看)?(?:吧|呢)?[?。!]*"
)
# "复议的呢", after 败诉率: the rate of reviews that says as much, which has another name
_RATES = {
    "败诉率": (lazy_re(r"(?:那么?)?(?:行政)?复议的呢?[?。!]*"), "行政复议纠错率呢"),
    "纠错率": (lazy_re(r"(?:那么?)?(?:行政诉讼|行政应诉|诉讼|应诉|官司)的呢?[?。!]*"), "行政诉讼败诉率呢"),
}
_NEVER = lazy_re(r"(?!)")
_RATE_TOO = lazy_re(
    r"(?<=多少),?(?P<rate>[涨增升降跌减]幅)(?:有|是)?(?:多大|多少|多高)(?=[呢啊?。!]*$)"
)  # 多了多少,涨幅多大
# "换成某街道", after another township
_TO_TOWN = lazy_re(
    r"(?:那么?|再)?(?:换|改|切换|转)(?:成|到|为|作)?(?P<town>[\u4e00-\u9fff]{2,6}(?:街道|[镇乡]))(?:的|呢|看看|试试)*[?。!]*"
)

# "主要输在哪", "都输在什么地方": the reason why suits were lost; 运输在哪 is none.
_LOST_BY = lazy_re(
    r"(?<![运传灌])(?:官司)?(?P<most>主要|大多|多半|一般|都|又|还)*输在(?:了)?(?:哪(?:里|儿|些?方面|些?地方|些?问题)?|什么(?:地方|方面|问题|原因)?)上?了?(?=[的呢啊?,。!]*$)"
)
# "所以是降了?", "那是涨了吧": which way a figure moved
_MOVED_SO = lazy_re(
    r"(?:所以|那么?|那就|就是说|也就是说|这么说|这样看|这么看|看来|说明|等于|岂不|不就|它|这个?|这数|数字|,)*(?:是|算是|就是|是不是|有没有)?(?:真的|其实|实际上?|明显)?(?:变|又|还|都)?"
    r"(?:上升|下降|升|降|涨|跌|增加|减少|增多|变多|变少|[多少高低])了?(?:(?:吗|吧|么|没有?|啊|对吧|是吧|对不对|是不是|,)+[?。!]*|[?])"
)
# "明年这块打算怎么弄": of the thing spoken of, and not of all
_THIS_FIELD = lazy_re(
    r"(?:这|那)(?:一)?(?:方面|块儿?|项工作|个?领域|摊子?(?:事)?)(?:工作|业务)?(?:上|里)?(?:的|,)?(?=[^,。?]{0,12}(?:打算|计划|安排|规划|怎么[弄做办搞改干]))"
)
# "真正受理下来的呢"
_TAKEN_IN = lazy_re(r"(?<=受理|立案|收到|审结|办结|结案)(?:下来|进来|上来|回来)(?=了?的|[了]?多少|了?几|呢)")
# "申请量呢": the number of what is named
_VOLUME = lazy_re(r"(?<=申请|受理|收案|结案|办结|审结|处罚|调解|投诉)量(?![化刑度级小大])")
# "县里案卷评查合格率", of a county: of the place itself
_IN_PLACE = lazy_re(
    r"^(?P<led>那么?)?(?:我们|咱们?)?(?P<kind>[市县区州旗])里(?:面)?的?(?=[\u4e00-\u9fff]{2})(?!总|整|合|一?共)"
)
# "投诉最多的呢": what it was, where the turn before asked for a number or for another place's
_FOREMOST = lazy_re(
    r"(?P<of>(?:投诉|反映|举报|诉求|咨询|来电|工单)(?:得)?最(?:多|集中|突出|频繁))的?(?:问题|事情?|事项|一类)?呢(?P<end>[?。!]*)$"
)
# "反映多的是哪些问题": no shortcoming that the report admits
_MANY = lazy_re(
    r"(?P<of>(?:投诉|反映|举报|诉求|咨询|来电|工单)(?:得)?)(?:最|比较|较为|较)?(?P<much>多|集中|突出)的(?:都|主要)?(?:是|有)?(?:哪些|什么|哪[几两三]?[类个]|啥)(?:问题|事情?|方面|诉求)?(?=[呢啊?。!]*$)"
)
# "挽回多少损失": what every topic may have, in the words that name it
_LOSSES = lazy_re(
    r"^(?P<led>(?:那么?|一共|总共|又|还|共)*)(?P<back>挽回|避免|减少)了?(?:多少|几)(?:钱的?)?(?:经济)?损失(?=[呢啊?。!]*$)"
)
# "全区一共调了多少", "败了几件": the verbs as reports have them
_MEDIATED = lazy_re(r"(?<![协抽选下上借空强烹])调了(?=多少|几)(?!多少钱)")
# "专职调解员几个": people
_SO_MANY_PEOPLE = lazy_re(
    r"(?<=[\u4e00-\u9fff](?:解员|律师|人员|干部|顾问|名人|证员|援者))(?:有|是)?几个(?=[呢啊?。!]*$)"
)
# "比上年少了几次": of checks that reports count by those checked (减少412户次)
_FEWER_TIMES = lazy_re(r"(?<=[多少增减]了)几次(?=[呢啊?。!]*$)")
# "市场监管和自然资源两个一共多少": what stands before is two already
_BOTH = lazy_re(
    r"(?P<pair>[\u4e00-\u9fff]{2,8}(?:和|与|跟|及)[\u4e00-\u9fff]{2,8}?)(?:这|那)?两(?:个|项|类|块)(?=(?:一共|总共|合计|共计|加起来)(?:是|有)?(?:多少|几))"
)
_BRANCH = lazy_re(r"哪一?个?(?:分局|大队|支队|中队|派出所|司法所)[^,。?]{0,14}(?:最|第[一二三])")
_SETTLED = lazy_re(r"(?<![协抽选下上借空强烹])调(?:解)?成(?:功)?了?(?=几)")
_LOST = lazy_re(r"(?<![打腐衰失挫])败了(?=多少|几)")
# "涉及多少人": so many people of what was told
_CONCERNED = lazy_re(
    r"^(?P<led>(?:那么?|一共|总共)*)(?:涉及|牵涉)(?:到|了)?(?=(?:多少|几)[个名位]?(?:人|职工|劳动者|工人)[呢啊?。!]*$)"
)
# "行政应诉收了多少件": suits are told as handled or brought, never as received
_SUITS_TAKEN = lazy_re(r"(?P<of>应诉|行政诉讼|官司)(?:案件?|案子)?收(?:到|了)+(?=多少|几)")
# "占一半了吗": its share
_HALF = lazy_re(r"(?:占|有|到|超过|过)(?:了|没有?)*(?:一半|半数|大头|多数)(?:了|没有?|吗|么)+(?=[?。!]*$)")
# "按件数从高到低给出": an order that is shown
_GIVEN_OUT = lazy_re(r"(?<=[高低多少大小])(?:给出|给出来|报出来?|说出来)(?=[。!]*$)")
# "12345受理了多少": the calls or sheets of the hotline, by its number alone
_HOTLINE = lazy_re(
    r"(?<!\d)(?P<line>12345|12315|12333|12348|12320|12328)(?:上|那边|这边)?(?P<did>一共|总共|去年|全年|受理|接到?|收到?|办理?|转办|承办)*了?(?=(?:多少|几)[件个起条次]?(?:电话|来电|工单|诉求)?[呢啊?。!]*$)"
)
# "几个乡镇一件都没办": those that handled none
_NONE_DONE = lazy_re(
    r"(?P<n>几|多少)[个家](?P<who>乡镇街道|乡镇|镇街|街镇|街道|镇|乡|县区|区县|单位|部门)(?:是)?(?:全年)?(?:一|半)[件个起宗]?(?:案子?|案件|事)?(?:都|也)?(?:没有?|未)(?P<did>办|查|接|收|调)(?:理|过|结)?(?:案子?|案件)?(?:的|过)?(?=[呢啊?。!]*$)"
)
_DONE_AS = {"办": "办理案件", "查": "查处案件", "接": "受理案件", "收": "受理案件", "调": "调解纠纷"}
# "那年这个镇办了几件", "它2023年呢": the place inside that was told first.
_INNER = lazy_re(
    r"(?:这|那|该)(?:一)?个?(?:乡镇|镇街|街镇|街道|县市区|区县|苏木|镇|乡|县|区|市|旗)(?![级里内长委])|(?:这|那)个地方|它(?!们)"
)


# "那个啥观察期呢", "那就是真降了?降了多少", "有没有说以后要压到多少": talk before what is asked
_TALK_BEFORE = lazy_re(
    r"^(?:(?:就)?那个?啥(?=[\u4e00-\u9fff]{2})|(?:那么?|所以)?(?:就|也|还)?(?:是)?真的?(?:是)?(?:[升降涨跌变]|减少|增加|下降|上升)[了]?[吗啊吧]?[?,](?=[升降涨跌多少]))"
)
# "哪些地方没干好": shortcomings, and no places
_NOT_WELL = lazy_re(
    r"(?:哪些|什么|哪几个)(?:地方|方面)还?(?:没有?(?:干|做|办|搞|弄|抓|管)好|[做干办搞]得还?不(?:好|够|到位|行))(?:的)?(?=[呢啊?。!]*$)"
)
# "他们自己认账吗,": a remark before what is asked
_ADMITS = lazy_re(
    r"^(?:那|他们?|它们?|报告|政府)*自己(?:认账|承认|认|清楚|知道)(?:了|不)?[吗么不][?,](?=.{3})"
)
# "2025年还打算减吗,减多少": whether it will, and by how much, is one question
_WHETHER = lazy_re(
    r"(?P<verb>[升降涨跌增减加招建办装扩添])[了吗嘛么没不]*[?,](?=(?P=verb)了?(?:到|至)?(?:多少|几))"
)
# "乙县有没有差不多的安排", after plans: the same of that place
_LIKEWISE = lazy_re(
    r"(?:也|还)?有(?:没有)?(?:差不多|类似|相似|同样|一样|相同|这样|这类|这种|同类)的?(?:安排|打算|计划|目标|要求|提法|想法)(?:吗|么|没有?)?(?=[?。!]*$)"
)
# "罚款最多的也是它吗", after 哪个镇街处罚案件最多: which one it is
_ALSO_FIRST = lazy_re(
    r"^(?P<of>[^,。?]{0,10}(?:最[多高大快少低小]的?|头名|第一名?|榜首|垫底的?))(?:也|还|仍|都|是不是|是否|还是)*是?(?:它|他|这个(?:乡镇|镇街|街道|[镇乡县区市])|同一[个家](?:乡镇|镇街|街道|[镇乡县区市])?)(?:吗|么|嘛|不)?(?=[?,。!]|$)"
)
# "以前呢", "之前是多少", after a figure: that of the year before
_BEFORE = lazy_re(
    r"(?:那么?|它|这个?)?(?:以前|之前|此前|原来|原先|早先|先前|过去)(?:的)?(?:呢|(?:是|有|为)*(?:多少|几)[^,。?]{0,4})[?。!]*"
)
# "这些案子平均要办多久": the mean time that reports print
_MEAN_TIME = lazy_re(
    r"(?:平均|一般)(?:下来)?(?:每[一]?[件个宗起])?(?:要|得|需要|需|花|用)*(?:办|审|办理|审理|处理|办结|审结|结案)?(?:要|得|需要|需|花|用)*(?:多久|多长时间|多少[天日]|几天)(?=[呢啊?。!]*$)"
    r"|平均(?:下来)?(?:多久|多长时间|多少[天日]|几天)(?:能|可以|才)?(?:办|审|结|处理)(?:完|结|理|掉|好)?(?:一|1)?[件个起宗]?(?:案子?|案件)?(?=[呢啊?。!]*$)"
)
# "你说的是哪个文件里的", "这个数出自哪里": which report told it
_WHENCE = lazy_re(
    r"(?:你|刚才|刚刚|上面)(?:刚才|刚刚)?[说讲报给引]的(?:数字?|这个数)?(?:是)?哪(?:一)?[个份](?:文件|材料|资料|报告)(?=[呢啊?。!]*$)|(?:你|刚才|刚刚|上面)*(?:[说讲报给引]的)?(?:是)?哪(?:一)?个(?:文件|材料|资料|报告)(?:里面?|上|中)的(?=[呢啊?。!]*$)|(?:是)?(?:出|来|引)自(?:于)?(?:哪里?|哪儿|何处|什么地方)的?(?=[呢啊?。!]*$)"
)
# "市局自己动手的": the city's own level
_ITSELF = lazy_re(
    r"(?<=[省市区县旗州])(?:局|厅|里)?(?:机关)?(?:自己|自个儿?|亲自|直接)(?:动手|办|查|立案|立|罚)(?:了|过)?的"
)
# "“三黑”指的是哪三黑"
_MEANS = lazy_re(r"(?<=[\u4e00-\u9fff”\"])(?:都|具体|到底)*指的?(?:都|就)?是(?=哪|什么|啥)")
# "大家满意吗", "成没成": the rate that reports print of it
_CONTENT = lazy_re(
    r"^(?:那么?|所以)?(?:大家|群众|老百姓|百姓|市民|居民|企业|办事的?人?|他们|来电人)?(?:都|还|到底|究竟)*(?:满意|满不满意|满意不满意)(?:吗|么|不|没有?)?(?=[呢啊?。!]*$)"
)
_SUCCEEDED = lazy_re(
    r"(?<=[少几][件起个宗])[,，;](?:都|最后|到底)*(?:成没成|成(?:功)?了?(?:没有?|吗))(?:功)?(?=[呢啊?。!]*$)"
)
# "乙县这项的数", "乙县这项指标呢": what was asked before
_THIS_ITEM = lazy_re(
    r"(?<=[\u4e00-\u9fff])的?(?:这|那|该|同)(?:一)?(?:项|块|个)(?:的?(?:指标|数据?|数字|数量|情况))+(?:是|有|为|呢|多少)*(?=[?。!]*$)"
)
_WHICH_KIND = lazy_re(
    r"哪一?[个家](?P<kind>乡镇街道|乡镇|镇街|街镇|街道|镇|乡|县市区|区县|县区|县|区|市|旗|部门|单位|分局|大队|派出所|司法所)"
)
# "怎么这么小,报告给理由没": that a report says why is no thing by itself
_IF_SAID = lazy_re(
    r"(?<=.{4})[,?]?(?:报告|文件|里面|它)?(?:自己)?(?:有没有|有)?(?:给|写|说|提|讲)(?:了|过)?(?:理由|原因|说法)?(?:了)?没有?(?=[?。]*$)"
)
_WHY_OR_HOW = lazy_re(r"怎么这么|怎么那么|为什么|为啥|咋这么|百分之几|多少")
_SAID_LATER = lazy_re(
    r"(?:有没有|有无)(?:说|写|提|讲)(?:过)?(?:以后|今后|将来|下一步)?(?=要|想|打算|准备|计划)"
)


# "官方给的解释是什么", "报告怎么解释的": the reason
_EXPLAINED = lazy_re(
    r"(?:官方|报告|政府|里面|上面|文中)*(?:(?:给出?|作出|做出)?的?(?:解释|理由|说法)(?:是|为)(?:什么|啥|何)|(?:是)?(?:怎么|咋|如何|怎样)解释的?)(?=[?。!]*$)"
)
# "降了不少,原因是什么": how much is no thing
_A_LOT = lazy_re(r"(?<=了)(?:不少|许多|很多|好多|一大截|一些|一点)(?=[,。?!])")
_MADE_UP = lazy_re(
    r"的?(?:人员|成员)?(?:构成|组成)(?:情况)?(?:是?(?:怎么样|怎样|如何|什么样|咋样)的?|有哪些)(?=[?。!]*$)"
)
_BY_WAY = lazy_re(
    r"(?:按照?)(?P<way>[\u4e00-\u9fff]{2,6}?)的?(?:分布|分类|构成|划分)(?:情况)?(?:(?:以及|及|和|与)?(?:各自|各|每[类种个])?的?(?:件数|数量|多少件?))?"
)


def in_plain_words(question: str) -> str:
    """Put a turn into the plain words that it stands for.

    Args:
        question: A cleaned turn.

    Returns:
        The turn, as it was where it is plain already.
    """
    question = _IF_SAID.sub("", question) if _WHY_OR_HOW.search(question) else question
    question = _NOT_WELL.sub("有哪些不足", _ADMITS.sub("", question))
    question = _WHETHER.sub("", _SAID_LATER.sub("", _TALK_BEFORE.sub("", question)))
    question = _NONE_DONE.sub(lambda m: f"{m['n']}个{m['who']}没有{_DONE_AS[m['did']]}", question)
    question = _SUITS_TAKEN.sub(r"\g<of>案件", question)
    question = _LOSSES.sub(r"\g<led>\g<back>损失多少", question)
    question = _CONCERNED.sub(
        r"\g<led>", _LOST.sub("败诉", _MEDIATED.sub("调解纠纷", _SETTLED.sub("调解成功", question)))
    )
    question = _ITSELF.sub("本级的", _WHENCE.sub("出自哪份报告", question))
    question = _MEANS.sub("是", _MEAN_TIME.sub("平均办案时间是多少天", _THIS_ITEM.sub("呢", question)))
    question = _SUCCEEDED.sub(",成功率是多少", _CONTENT.sub("满意率是多少", question))
    question = _HALF.sub("占多少", _MANY.sub(r"\g<of>最\g<much>的是什么", question))
    question = _BOTH.sub(r"\g<pair>", _FEWER_TIMES.sub("多少", question))
    question = _SO_MANY_PEOPLE.sub("有多少名", question)
    question = _HOTLINE.sub(r"\g<line>热线受理", _GIVEN_OUT.sub("排列", question))
    question = _LOST_BY.sub("败诉的主要原因是什么", _EXPLAINED.sub("原因是什么", _A_LOT.sub("", question)))
    question = _MADE_UP.sub("由哪些人组成", _BY_WAY.sub(r"\g<way>", question))
    return _FOREMOST.sub(r"\g<of>的是什么\g<end>", question)


def behind(base: Reading, question: str) -> str:
    """Put a turn that says 也这么比 or names no more than a matter after its rate into the words that it stands for.

    Args:
        base: The reading of the turn before.
        question: A cleaned turn.

    Returns:
        Such as 公证两年差多少 of 公证也这么比一下, and 复议纠错率呢 of 复议的呢 after 败诉率; as it was where it is plain.
    """
    moved = len(base.asked_years) == _PAIR and bool(base.intent.change)  # 差多少 of two years may be printed
    kind = _WHICH_KIND.search(base.question)
    if (base.intent.compares or base.intent.extreme or kind) and (match := _ALSO_FIRST.match(question)):
        return f"{match['of']}是哪个{kind['kind'] if kind else ''}{question[match.end() :]}"
    figure = not base.intent.plan and base.intent.task in _FIGURES and len(base.places) == 1
    if figure and _MOVED_SO.fullmatch(question):
        question = "是多了还是少了"
    if base.subject is not None and len(base.places) == 1:
        question = _THIS_FIELD.sub(base.subject.content, question, count=1)
    inside = _IN_PLACE.match(question)
    if inside and len(base.places) == 1 and base.places[0].endswith(inside["kind"]):
        question = f"全{inside['kind']}{question[inside.end() :]}"
    question = _VOLUME.sub("", _TAKEN_IN.sub("", question))
    question = "上年呢" if _BEFORE.fullmatch(question) else _RATE_TOO.sub(r",\g<rate>呢", question)
    if base.scope.inner and (town := _TO_TOWN.fullmatch(question)) is not None:
        return f"{town['town']}呢"
    if base.intent.plan:
        question = _LIKEWISE.sub("呢", question)
    two_years = (len(base.years) == _PAIR or moved) and len(base.places) == 1
    if two_years and (alike := _ALIKE.fullmatch(question)) is not None:
        return f"{alike['of']}两年差多少"
    rate = next((r for r in _RATES if any(r in t.text for t in base.terms) or r in base.content), "")
    of, other = _RATES.get(rate, (_NEVER, ""))
    return other if of.fullmatch(question) and not base.intent.change else question


def points_inside(question: str) -> bool:
    """Tell whether a turn points at one place inside the one spoken of: 2023年这个镇办了几件, after 哪个镇最多.

    Args:
        question: A cleaned turn.

    Returns:
        True where it may point at the place that the turn before told first.
    """
    return _INNER.search(question) is not None


def asks_which_branch(question: str) -> bool:
    """Tell whether a turn asks which branch of an office did the most: 哪个分局办的行政案件最多.

    Args:
        question: A cleaned turn.

    Returns:
        True where the branches have no reports of their own and one of them is asked for.
    """
    return _BRANCH.search(question) is not None


def with_name(question: str, name: str) -> str:
    """Name the place inside that a turn points at.

    Args:
        question: A turn for which ``points_inside`` is true.
        name: Its name.

    Returns:
        The turn with the name in the place of 这个镇.
    """
    return _INNER.sub(name, question, count=1)
