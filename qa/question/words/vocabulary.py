"""The word lists that decide what in a question is a term: data for ``qa.question.words.terms``, with the reasons.

Knows nothing of reports. Everyday words and official ones that stand for each other are in the lexicon, not here.
"""

from __future__ import annotations

from qa.patterns import lazy_re

# Words that ask, address or fill; they say nothing of what is asked. Single characters (的, 了, 几) are no terms anyway,
# and cutting them out would break words (首都, 目的).
ASKING = (
    # "光是跑去问问的呢", "听说甲县头一回不罚": words of talk that no report tells anything of
    r"(?:准确|确切)的?(?=数字|数据)|没有?(?=[?。!\s]*$)|听说|据说|听人说|那?会儿|(?<![\u4e00-\u9fff])(?:我)?想看看|先(?:说说?|看看?)(?!明)|自己(?=[罚办审查写说定搞做调收管建批])|自个儿?|往后|顺嘴|(?:回到)?前头(?:那些?|说的)?|"
    r"是?(?:怎么|咋|怎样)一?回事儿?|(?:到|达到|是)?了?(?:什么|啥|多大|何种)(?:程度|地步|水平)|百分之(?:几|多少)|(?:多少|几)个?百分点|多少|百分比|有没有|是不是|是否|有无|能不能|可不可以|能否|什么时候|哪(?:一)?年|哪(?:一)?天|哪些|哪几[个项类种条家份]?|"
    r"哪[一二两三四五六七八九十\d]+[个项类种条家份]?|哪个|哪家|哪边|哪项|哪里|哪儿|哪位|哪[出首场支篇座条本幅部处款档]|什么|为什么|为何|怎么样|怎样|怎么|如何|何时|何地|"
    r"(?:总体|整体|基本|大体)(?:上|情况)?(?=怎么样|如何|怎样|咋样|[?。]|$)|(?:基本|总体|整体|大体|大致)?概况|围绕|帮忙|一下|咱们|我们|你们|他们|它们|人家|一共|总共|共计|到底|究竟|具体(?!检)|分别|各自|大概|大约|的话|来着|这个|那个|"
    r"按(?:照)?(?:钱数?|金额|件数|人数|数量)(?=给|排|从|来|由|把|算|比|,)|^(?:那么?)?钱数?(?=呢)|这些|那些|这份|那份|其中|现在|目前|关于|对于|根据|按照|报告(?:里|中|上|显示)?|里面|里头|当中|那么|以及|可以|应该|全年|当年|年度|当地|本地|那边|那里|这里|叫做|"
    r"名字|名称|年初|目标|截至|截止|年底|年末|数量|总数|总量|数字(?!化|政府|法治|经济|治理|赋能|平台)|(?<!大)数据(?!安全|合规|共享|资源|要素|治理|知识产权|开放|归集|库|局)|数目|是多大|多大|比较|对比|相比|比起来|相差|差距|差多少|排名|排序|排个名|最多|最少|最高|最低|最大|最小|"
    r"更多|更少|更高|更低|更?频繁|[去来跑]得(?:更|比较)?勤|高于|低于|第一名|列出|列举|罗列|总结|概括|归纳|介绍|自己(?=列|写|说|讲|承认|总结|交代|点出|提出|查摆)|情况|方面|工作(?!室)"
)
ASKING_PATTERN = lazy_re(ASKING)
# Words that every report of the genre holds everywhere: they tell no sentence from another.
FUNCTION = frozenset(
    "的了呢吗么吧呀啊哦嘛是有在和与跟及或还也都就被把给对从到为以等其它他她我你您能会要想说讲做搞得地之个年差过着那这几多少谁哪啥请又再只很太不没更最约共各每该本所于而且但因由向往用让使比里上下中内外前后时候次件名人家项场户起份处所条部篇期天月日号大小高低新老好坏去来看用办区县市镇村街"
)
FILLER = lazy_re(
    r"[^\x00-\x7f]$|[几哪啥谁多][\u4e00-\u9fff]?$|有人$|一[些点下个]$|[一二两三四五六七八九十]{1,2}[起件名家项份次位篇段]$"
)

GENERIC = frozenset(
    (
        "简要 简短 特点 人次 户次 家次 件次 批次 "
        "两个 三个 四个 几个 两地 三地 两区 两县 两市 两年 各地 行政 案件数 法治 "
        "政府 建设 法治政府 法治政府建设 开展 推进 全区 全市 全县 全省 我区 我市 我县 "
        "区 市 县 镇 街道 进行 实施 完成 全部 新 来 次 件 名 人 家 项 场 份 个 "
        "起 户 次数 件数 人数 户数 条数 份数 项数 场次 实现 达到 达 相关 有关 各级 各类 主要 包括 "
        "一年 时候 因为 这种 那种 这样 那样 厉害 一把 东西 日子 边上 遍目 "
        "官方 公家 官家 专门 之间 之类 已经 出去 下来 起来 "
        "觉得 统共 拢共 通共 一块儿 一块 一起 一处 底下人 玩意儿 玩意 活儿 门道 法子 名堂 光景 阵子 老乡 乡亲 乡亲们 大伙 大伙儿 "
        "大家伙 咋样 啥样 那伙 这帮 那帮 那拨 那号 这号 来着 眼皮 正经 真正 实打实 压根 干脆 到头 一年到头 年头 "
        "还是 作出 做出 采取 提供 组织 使用 方式 形式 途径 类型 种类 获得 取得 得到 内容 结果 时间 数 率 比 高 低 多 少 大 小 一 "
        "二 三 四 五 六 万元 亿元 元 "
    ).split()
)
# Groups of the lexicon that only fill: 全市, 全年, 率, 数量.
# Concepts of the lexicon that name a section of a report rather than a thing in it.
SECTIONS = {"shortcomings": "problem", "plans": "plan", "achievements": "result"}
FILLING = frozenset({"self", "total", "share", "hold"})
# A concept that another one of the question says more exactly is no term: 罚 of 小错没挨罚, 反映问题 of 打12345反映问题.
SAID_BY: dict[str, frozenset[str]] = {
    "penalty": frozenset({"exemption", "lighter-penalty", "exemption-list"}),
    "petition": frozenset({"hotline"}),
    "enforcement-certificate": frozenset({"certificate-cancelled"}),
}
# 老百姓 of 老百姓把政府告赢了几件 only acts; reports do not name who does what everyday words say.
ACTORS = "people"
# Who acts, beside what everyday words say.
ACTED = frozenset("老百姓 百姓 群众 市民 居民 村民 政府 部门 单位 机关 领导 干部 人".split())
# Matters that a report names where it tells figures of them: 排污的罚了多少钱 is never answered by all fines. Those that
# reports tell in many words (wages, the aged, transport, schools) are none: with them nine of 1,252 questions lost their figure.
MATTERS = frozenset(
    (
        "environment food-drug family-dispute medical-dispute drink-driving waste-sorting fraud drug-control patent trademark "
        "judicial-appraisal arbitration notarization community-correction released-prisoners legal-aid medical-insurance"
    ).split()
)
# What became of a case: 政府输了几场 is never answered by the number of suits.
OUTCOMES = frozenset({"lawsuit-lost", "lawsuit-won"})
# The same by its official word: 复议输了 (驳回 维持) is never answered by the number of reviews.
ENDINGS = frozenset("败诉 胜诉 驳回 维持 撤销 撤回 撤诉 终止 不予受理".split())
# Nouns that a measure word says as well: "新收复议571件" counts 案件. They tell little, and their unit stands for them.
COUNTED: dict[str, str] = {
    "案件": "件 起 宗 例 件次",
    "案子": "件 起 宗 例",
    "办案": "件 起 宗 例",
    "办案量": "件 起 宗 例",
    "人员": "人 名 位",
    "人数": "人 名 位",
    "金额": "元 万元 亿元",
    "资金": "元 万元 亿元",
    "企业": "家 户",
    "业务": "件 笔 宗",
    "场次": "场 期 次",
}
# How reports shorten the terms of this domain: "区本级新收复议571件", "受理援助案件986件", "年末在矫188人".
SHORT: dict[str, tuple[str, ...]] = {
    "行政复议": ("复议",),
    "行政诉讼": ("诉讼",),
    "行政应诉": ("应诉",),
    "行政争议": ("争议",),
    "行政执法": ("执法",),
    "行政处罚": ("处罚",),
    "行政许可": ("许可",),
    "法律援助": ("援助", "法援"),
    "人民调解": ("调解", "调处"),
    "合法性审查": ("审查", "合审", "法审"),
    "规范性文件": ("文件",),
    "社区矫正": ("矫正", "在矫"),
    "出庭应诉": ("出庭", "应诉"),
    "安置帮教": ("帮教",),
    "法治宣传": ("普法", "宣传"),
    "法律顾问": ("顾问",),
}
# Words that compare or greet, taken out before the lexicon takes 差距 for a shortcoming.
COMPARING = lazy_re(
    r"(?<=[跟和与同比较])(?:去年|上一?年|前一年)(?:同期)?|(?<=复议|官司|诉讼|投诉|信访|调解)一件事|(?<![第\d])[两三四五几]家(?!企业|公司|单位|机构|银行|医院|协会|律所|律师|商会|超市|店|工厂|国企)|指标(?=换|改)|同(?:一?类型?|样)的?(?=案件|案子|情况|指标|数字|$|[有是呢吗?])|换个指标|顺便|顺带|这[两三四五六]地|实际上?|真正|库里|资料库|全库|再?加上|再加|加进来|算上|去掉|去除|拿掉|删掉|只看|只要|只比|前面|前边|所以|算了|[搞弄说打问][错混]了?|我要(?:的是|问的是|看的?是?)?|我想?问的是|简单|大致|随便|讲讲|说说|聊聊|比一比|两边|双方|前者|后者|刚才|眼下|眼前|总共|看看|先不看|再看|公布了|公布过|的话|来看|而言|上一年|前一年|那么|到底|究竟|差距(?=大|有多|多大|是|呢|[?]|$)|大不大|大吗|没有?(?:披露|提到|提及|公布|公开|说明|写到)(?![出过来]*的?(?:材料|信息|文件|账|东西|底))|未(?:披露|提到|提及|公布|公开)|(?:披露|提到|提及|谈到|写到)(?:了|过|的)?|(?<![动没未])公布的|换成|换为|改成|改为|改查|两者|二者|它们|报告[里中]|年报[里中上]|[几各]份报告|(?:帮我|给我|请)?(?:再)?(?:写|生成|整理|来|用)(?:出|上)?(?:一|两|几)?(?:段话?|篇|份|个|句话?)(?:简短|简要|简单)?的?|一句话|摘要|简报|简述|(?<![\u4e00-\u9fff])好的|还有(?=[^一-九]{2})"
)
FOCUS_BEFORE = lazy_re(
    r"([\u4e00-\u9fffA-Za-z]{2,8}?)(?:一共|总共|共|分别|大概|到底|的?(?:总数|数量|总量))?(?:是|有|为|了|达到?|占)?(?:多少|几)"
)
FOCUS_AFTER = lazy_re(r"(?:多少|几)\s?(?:万|亿)?[\u4e00-\u9fff]?([\u4e00-\u9fff]{2,8})")

# What asks for an order or a gap, taken out of a comparison before the lexicon takes 排名 for the ranking of an assessment.
RANKING = lazy_re(
    r"按(?:照)?(?:钱数?|金额|件数|人数|数量)(?:多少|大小|高低)?(?:给|来)?|排名|排序|排列|排行|名次|排(?:个|一下|一排)?(?:名|序|队|位)?|(?:[从由]|按照?)[多高大]到[少低小]|(?:[从由]|按照?)[少低小]到[多高大]|最[多少高低大小]"
    r"|第[一二三]名|(?:谁|哪个|哪家)(?:排|是)?第一|第一(?=谁|[和与跟比同、](?:最后|第[二三四五]|末))|座次|排最?前|占优|占?上风|压过|胜过|落后|领先|垫底|居首|倒数|相差|差(?:额|值|距|别|异)|差(?=[多几])|对比|比较|相比|高低|列出来?|都列|列一下|给个|分别|各自|频繁|[去来跑]得(?:更|比较)?勤|一样[多少高低]"
)
