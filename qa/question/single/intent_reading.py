"""Reads what a question wants from its words: a figure, a rank, a difference, a list, a fact, or the report itself."""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.question.single.intent import Intent, Task
from qa.question.single.ranks import read_rank
from qa.question.words.measures import UNIT_LAST, read_measure, without_description, without_stated_unit

# "新增专利授权量": a keyword query that names a measure.
_MEASURED = lazy_re(r"[\u4e00-\u9fff](?:量|数|额|人数|件数|收入|支出|[罚没赔偿]款|金额)\s*[?。!]*$")
_NUMBER = lazy_re(
    r"什么水平|达到什么程度|多少|好多(?!了|的|年)|几多|(?<![第哪周期拜])几(?!乎|经|度|代|近|月|号)|数量|总数|总量|人数|件数|次数|场次|户数|得分|分数|评分|是多|占比|比例|比重|有多大|金额|多大|多远|[率度比](?:到底|究竟)?(?:有|是)?多[高低]"
)
# "败诉总量上升45.24%,原因何在", "几家单位会签的文件全称是什么", "哪部微视频拿了奖?几等奖": no figure is asked for.
_MEASURE_NOUN = lazy_re(r"数量|总数|总量|人数|件数|次数|场次|户数|占比|比例|比重|金额|率(?=有)")
_NO_FIGURE = lazy_re(
    r"(?:怎么|如何|怎样|咋)(?:才能)?(?:保证|确保|防止|避免|防范|杜绝)|原因|为什么|为何|为啥|缘何|有没有(?:完成|实现|达成|达到|兑现)"
)
_SOME = lazy_re(r"几[家个](?=[^,?]{2,}(?:全称|名称|名字|叫)(?:是|叫|什么|啥))|几(?:等奖|级)")
_RATE_END = lazy_re(r"率(?:是|为|达|有|呢|多|如何|怎么样|怎样|[??]|$)")
_CHANGE_RISE = lazy_re(
    r"(?:增长|上升|增加|(?:律师|员|人手|人数|队伍)添|提高|上涨|涨|[激猛骤剧陡暴]增|增幅|增速|多[办收罚查审调受]?)(?:出)?了?(?:多少|几|百分)|(?:增长|增加|上升|提高|[涨增升])得(?:最|更|比较)?[快猛多高狠厉害]|(?:增加|上升|提高)最[多大快猛]|[涨增](?:长|幅)?最[快多高猛大]|(?:增幅|增速|涨幅|增长率|同比(?:增长|上升|增加))(?!的?(?:数量|件数))"
)
_CHANGE_FALL = lazy_re(
    r"(?:下降|减少|降低|下跌|降(?!费|税|本)|跌|减(?!免|轻|负|税|刑)|(?<!多)少(?![收交掏花缴付罚亏赔损]))[^,。?多几到至]{0,2}了?(?:多少|几|百分)|(?:下降|减少|降低|压减|[降减])得(?:最|更|比较)?[多快猛狠厉害]|(?:下降|减少|降低|压减|[降减])幅?最[多大快猛狠]|(?:降幅|同比(?:下降|减少|降低))"
)
_CHANGE_ANY = lazy_re(
    r"同比|环比|一个涨一个跌|有涨有跌|涨跌|幅度(?=各|是|有|多|分别)|(?:变化|变动|波动)(?:了|幅度|率|情况|如何|多少|多大|怎么样)|升降|走势|[升涨增降跌减]了?(?:还是|或是?)[升涨增降跌减]|(?:上升|上涨|增加|增长|下降|下跌|减少)了?(?:没有?|吗|么)(?=[?。]*$)|也?[升涨降跌]了(?:没有?|吗|么)(?=[?。]*$)|(?:比|较|跟|和|与)(?:上|去|前)一?年(?:同期)?(?:相比|比)?|增减|涨跌|涨了还是|上升还是|增加还是|增长还是|下降还是"
)
# "办结率是涨是跌", "投诉少了没有", "检查降没降", "罚款是多了还是少了": whether it moved, and no other place beside it
_MOVED = lazy_re(
    r"是[升涨增降跌减]是[升涨增降跌减]|(?P<move>[升涨降跌多少])没(?P=move)"
    r"|变?[多少高低]了?(?:还是|或是?)变?[多少高低]了|(?:变[多少高低]了?|(?<!不)[多少]了)(?:没有?|吗|么)(?=[?。]*$)"
)
_BESIDE_PLACE = lazy_re(r"比(?!例|重|率|较|.{0,2}(?:上|去|前)一?年)")
# "涉企检查降幅差几个百分点": the changes of two places are set against each other.
_POINTS_OF_CHANGE = lazy_re(r"[降增涨升跌]幅[^,。?]{0,6}(?:差|相差|高|低|大|小)")
_DIFFERENCE = lazy_re(
    r"(?<![占同环])比(?!例|重|率)[^,。?]{1,20}(?:多|少|高|低)[^,。?]{0,3}?(?:多少|几)|差(?:了|距)?(?:是|有)?(?:多少|几|多大)|相差|差值|差额|差距|落后[^,。?]{0,8}(?:多少|几)|拉开(?:了)?(?:多少|几)|(?:刨去|扣掉|扣除|减去|除掉|去掉)[^?。]{1,16}(?:还剩|还有|剩下|是|得)(?:多少|几)|(?<!增)多(?:出来?|了)?(?:多少|几)|(?<!减)少(?:了)?(?:多少|几)|(?<![提升])高(?:出来?|了)?(?:多少|几)|(?<!降)低(?:了)?(?:多少|几)|[大小](?:出来?)?(?:了)?(?:多少|几(?![大类点]))|(?:之间|两者|二者)的?(?:差|之差)|之差"
)
# "比上一年多出了多少份": a change that the report states, not two figures to subtract.
_LAST_YEAR = lazy_re(r"同比|环比|(?:比|较|跟|和|与)?(?:上|去|前)一?年(?:度|同期)?")
_MAX = lazy_re(
    r"有没有\s{2,}(?:那么|这么)?[多高大](?=[?。\s]*$)|最(?:多|高|大|强|好|快|长|厉害|突出)|[\u4e00-\u9fff](?:多|高|大|快|强)的(?:一方|那个)?(?:是|会是)(?!多少)|(?:谁|哪)[^,。?]{0,16}?(?:(?:更|比较|得)(?:多|高|大|快|强|猛|厉害|勤|频繁|密)|(?:多|高)(?!少|样|次|元|度|新)|(?:大|快|强)(?=[?。,!\s]|$|些|点|呢))|第一名|更多|更高|更大|更快|更旺|更胜|更强|更猛|略多|略高|排第一|排最?前|谁第一|领先|领跑|冠军|占优|占上风|上风|压过|盖过|胜过|胜出|拔尖"
)
_MIN = lazy_re(
    r"最(?:少|低|小|差|慢|弱)|(?:谁|哪)[^,。?]{0,10}?(?:更|比较|得)?(?<!多)(?:少|低|小|慢)|(?:从|由)(?:少|低|小)[到至](?:多|高|大)|升序|更少|更低|更小|垫底|倒数第一|最末"
)
_RANK = lazy_re(
    r"排(?:个|一下)?(?:名(?!靠)|序|队|行|位)|排一排|(?:从|按照?)(?:高|多|大)到(?:低|少|小)|(?:从|按照?)(?:低|少|小)到(?:高|多|大)|由(?:高|多|大)到(?:低|少|小)|降序|名次|第几名|排列|依次|座次|谁第一"
)
_COMPARE = lazy_re(
    r"高低|孰|(?:一样|同样)[多少高低大小](?![,。?]*都)|(?:数|率|次数?|量|金额|[法件])[,、]?[^,。?]{0,12}(?:一样|相同|相等|持平)(?:吗|么|不|嘛)|对比|比较|相比|比一比|比起来|分别|各(?:是|有|为)?多少|各自|PK|pk|vs|VS|差别|差异|异同|哪个更|谁更|都是多少|横向"
)
_LIST = lazy_re(
    r"哪些|哪几|有什么(?:举措|措施|做法|机制|制度|内容|亮点|成果)|列举|列出|罗列|列一下|清单有|包括什么|包含什么|都有什么|都有谁|名单|几大(?:领域|类|方面)分别|分别是(?:什么|哪)|(?:都|具体)?(?:是|有)?哪[一二两三四五六七八九十\d]+[个项类种条家份大]"
)
_SUMMARY = lazy_re(
    r"总结|概括|概述|综述|归纳|介绍|讲讲|说说|谈谈|聊聊|主要内容|梗概|要点|概要|(?:大致|整体|总体|大体|基本)情况|概况|做得怎么样|干得怎么样|情况(?:如何|怎么样|怎样)|亮点"
    r"|写(?:一|个|篇|份|段)|生成[^,。?]{0,6}(?:摘要|简报|总结|段)|一句话|摘要|简报|简述"
    r"|(?:工作|情况|建设|服务|环境|治理|改革|普法|复议|应诉|调解|执法|援助|公证|矫正|公开)(?:总体|整体)?上?(?:搞|做|干|办|抓|进展|开展)?得?(?:怎么样|咋样|怎样|如何)[了呢?。!]*$"
)
_PROBLEM = lazy_re(
    r"(?:主要|突出|哪些|什么|哪?几[条个项点大方面]+)问题|问题(?:有|是|在)(?:哪|什么)|不足|短板|薄弱|存在(?:的|哪些|什么)?[^,。]{0,4}问题|哪些问题|什么问题|差距在|不到位|困难(?:有|是)|缺点|毛病|没做好|做得不好|自我检讨|承认"
)
# "治超力量不足是因为什么": one shortcoming, and not the section on them.
LACKS = lazy_re(
    r"[\u4e00-\u9fff](?:力量|人员|人手|编制|经费|能力|警力|力度|意识)[^,。?]{0,3}(?:不足|薄弱|短缺|不到位|不强|不够)"
)
_PLAN = lazy_re(
    r"对20\d\d年(?=[^,。?]{0,14}(?:安排|部署|谋划))|下一步|下步|(?<![转入到至])下一年|来年|明年|接下来|未来|今后|(?:以后|将来)(?=要|想|打算|准备|计划|会)|打算|计划(?!生育|统筹)|规划(?:了|是)|工作安排|安排(?:是|有|了(?!多少|几))|目标(?!考核|责任|管理)|力争|拟(?:定)?|展望|准备(?:做|干|怎么|再|把|将|让|新|增|扩|建|开|办|培|招|设|搞|推|达|提|压|降|加|聘|配|添|补)|(?:想|争取|准备|预计)(?:要|再|进一步)?(?:降|压|减|升|提|增|达|建|办|做|搞|弄|冲|完成|实现|培养|新增|扩)(?:到|至|低|高|加|少|成|大)?(?:到|至)?(?:多少|几|哪|什么|啥)|将(?:要|会|如何|怎么)|思路|(?<![需主重摘首只都不])要(?=抓|[招聘](?:多少|几|聘|录)|选聘|增配|添置|购置|加(?:多少|几)|建|新建|新增|新设|培养|培育|打造|建成|创建|办|做|再|达到|降|压|提升|提高|实现|控制|突破|健全|推进|(?:搞|弄|制定|出台|推出|立)(?:多少|几|哪|什么|啥))|想[把让使]|(?:还想再?|想再|要再|还要再?|还得再?)(?:进一步)?(?=[扩增减压提升降建办培新开达添招配创])|要(?=(?:扩|增|减|压|提|升|降)?(?:大|加|少|减|高|低)?(?:到|至)(?!位|场|庭|会))|要(?:把|将|让|使)[^,。?]{2,20}(?:到|至|成|为|出)(?!了)"
)
# "有没有完成年初定的目标": what became of a plan, not the plan.
_FULFILLED = lazy_re(
    r"(?:完成|实现|达成|达到|兑现|落实|做到)(?:了|没|得|情况|年初|既定|预期|目标|原定)|超额|没(?:有)?(?:完成|实现|达到)"
)
_RESULT = lazy_re(
    r"主要做了|做了(?:什么|啥|哪些)|干了(?:什么|啥|哪些)|(?:主要|采取|重点)?(?:的)?(?:做法|举措|成效|成绩|措施|亮点|进展)"
)
# "打算怎么解决力量不足的问题": the shortcoming is named, and what is to be done about it is asked; "有哪些不足" asks for it.
_MENDS = lazy_re(
    r"(?:怎么|怎样|如何|咋|什么办法|(?:哪些|什么)(?:措施|办法|举措)(?:来|去)?)[^,。?哪什]{0,4}(?:解决|破解|补[齐上足强]?|改|整改|应对|克服|弥补|缓解|消除|扭转|治理|化解|加强|处理|办)"
)
_ASKS_PROBLEM = lazy_re(
    r"(?:哪些|什么|哪几[个项点条])[^,。?]{0,8}(?:问题|不足|短板|困难|薄弱)|(?:问题|不足|短板|困难|薄弱环节)(?:有哪|是什么|有什么|在哪)"
)
# "督察发现了哪些问题": found by somebody, and no shortcoming that the report admits of its place.
_FOUND = lazy_re(
    r"(?:发现|查出|查实|查处|查摆|排查|检查|指出|反馈|揭示)(?:出|到|了|过)*的?(?:哪些|什么|啥)?(?:主要|突出)?问题"
)
_DUTY = lazy_re(
    r"(?:主要负责人|一把手|第一责任人|区长|县长|市长|党政).{0,12}(?:履(?:行|职)|履责|职责|做了|干了)"
)
_ISSUER = lazy_re(
    r"(?:谁|哪个?(?:单位|部门|机构|机关|局)|什么(?:单位|部门|机构|机关))(?!的)[^,。]{0,8}(?:发布|发的|印发|制发|公布|公开|起草|写的|出的|署名|落款|编制)|(?:发布|印发|制发|公开|发文|落款|署名)(?:的)?(?:单位|机构|主体|机关|部门)|信息来源|落款|署名"
    r"|(?:报告|总结|材料)是?(?:由|让)?(?:谁|哪个?(?:衙门|单位|部门|机构|机关|局)|什么(?:单位|部门|机构|机关))[^,。]{0,4}(?:交|报|递|呈|提交|报送|上报|拿|弄|搞|做)(?:上来|上去|出来)?的"
    r"|(?:谁|哪家?(?:单位|部门|机关)?)(?:给)?(?:落的款|署的名|盖的章)"
)
_DATE = lazy_re(
    r"(?:报告|文件|它|这份|总结)?[^,。]{0,6}(?:什么时候|何时|哪(?:一)?天|几月几[日号]|几号|哪年哪月|什么日期|多久)[^,。]{0,6}(?:发布|公开|公布|印发|成文|落款|发出|挂网|生成|发的|出的|上网)|(?:发布|成文|公开|生成|印发|落款|公布)(?:的)?(?:日期|时间)"
    r"|(?:发布|成文|印发|发文|落款|署名|公布)(?:是|在|于)?(?:哪(?:一)?天|什么时候|何时|几月几[日号]|几号|哪年哪月)"
)
_TITLE = lazy_re(
    r"(?:报告|(?:(?:这|那|该|本|此)(?:份|个|篇)?|^)(?:文件|材料))(?:的)?(?:标题|题目|名称|全称|名字)|(?<!视频)(?<!视频的)(?<!节目)(?<!文章)(?<!文章的)(?<!推文)(?<!推文的)(?<!专栏)(?<!讲座)(?<!课程)(?:标题|题目)(?:是|叫)?(?:什么|啥)?$|报告叫(?:什么|啥)"
    # "你说的出自哪份报告", "哪份文件里的": the report that told it
    r"|(?:出自|来自|摘自|取自|引自|见于?|写在|(?<![现存正])在|出处是)(?:的)?(?:是)?哪(?:一)?(?:份|个|篇|本)(?:报告|文件|材料)(?:里|中|上)?面?的?(?=[呢啊?。,]|$)"
    r"|哪(?:一)?(?:份|篇|本)(?:报告|文件|材料)(?:里|中|上)面?(?:说|写|讲)?的(?=[呢啊?。,]|$)"
)
# "实施细则的文号", "哪天印发的《某办法》": a document that the report speaks of, not the report.
_OTHER_DOCUMENT = lazy_re(
    r"《(?![^》]*(?:报告|总结|情况))[^》]+》|(?:细则|办法|条例|规定|方案|规划|规则|指引|规程|预案|公告|决定|纲要|章程)(?!报告)"
    r"|(?:意见|清单|目录|制度|通知)(?:的|是|由|在|于)?(?:文号|发文字号|谁|哪|什么时候|何时|几月|几号)"
)
_OF_THE_REPORT = lazy_re(r"(?:报告|总结)(?![里中]|上(?!网)|提到|提及|显示|说的|写的)")
_INDEX = lazy_re(r"索引号|文号|主题分类|组配分类|公开方式|公开范围|体裁分类")
_YEAR_OF = lazy_re(
    r"(?:哪(?:一)?年(?:度)?的(?:报告|总结|情况))|报告(?:的)?年(?:份|度)|(?:报告|总结)[^,。]{0,6}(?:反映|针对|涵盖|说的是?)[^,。]{0,4}哪(?:一)?年"
)
_COVERAGE = lazy_re(
    r"(?:有|收(?:录|了)?)(?:哪些|哪几个?|几个|多少个)(?:地方|地区|区县?|县区?|市|省|年份?|年度|单位|部门)的?(?:年度)?(?:报告|总结|数据|资料|材料)|(?:哪些|哪几个?)(?:地方|地区|区县?|县区?|城市|年份|年度)(?:的报告)?(?:可以|能)(?:查|问)|"
    r"^\s*(?:现在|目前)?有(?:没有|无)\s*的?(?:年度)?(?:报告|总结|资料)[?。!吗呢]*$|^\s*(?:现在|目前)?(?:都)?有\s{1,4}的?(?:年度)?(?:报告|总结|资料|数据)[?。!呢]*$|^\s*(?:现在|目前)?(?:都)?有\s{2,6}[?。!呢]*$|^\s*的?(?:报告|总结|资料|数据)有(?:吗|没有|么)(?!提|写|说|讲|涉|列|公布|披露)|"
    r"(?:有|收录|包含|覆盖|支持|能查|可以查|收)(?:了)?(?:哪些|几份|多少份|几个|多少个|什么)[^,。]{0,6}(?:报告|地方的|区县|区的|地区|年份)(?!.{0,4}(?:提到|披露|公布))|(?:(?<![师家才例目题源项录标智水仓员])库|(?:本|你们?|这个?)系统|资料)(?:里|中|内)[^,。]{0,4}(?:有|都有|收)|你(?:能|可以|会)(?:回答|查|做|干)(?:什么|哪些|啥)|覆盖(?:范围|情况)|数据范围"
)
_DISCLOSURE = lazy_re(
    r"(?:披露|提到|提及|公布|公开|说明|写|报告|提|说|涉及(?!金额|资金|标的|人数|款项)|交代)"
)
# "街道在议政会上公开述法": how it was done
_WHO_DISCLOSES = lazy_re(
    r"(?:哪(?:些|几个|个)|谁|几个|多少个)[^,。]{0,8}(?:没有?|未|不)?(?:披露|提到|提及|公布|公开(?![述征招审听道选宣摇承曝])|说明|写|提(?![醒升高供出前速级交请示质效拔名倡起])|说|涉及(?!金额|资金|标的|人数|款项)|交代)|(?:没有?|未)(?:披露|提到|提及|公布|公开)[^,。]{0,16}(?:有?哪|谁)"
)
_ABSENT = lazy_re(
    r"(?:没有?|未|不)(?:披露|提到|提及|公布|公开|说明|写|提(?![醒升高供出前速级交请示质效拔名倡起])|说|涉及(?!金额|资金|标的|人数|款项)|交代)(?![出过来]*的?(?:材料|信息|账|东西|底))"
)
# "甲和乙哪个没搞无人机执法": who does not tell of a practice.
_WHO_LACKS = lazy_re(
    r"(?:哪[个家边里]?|谁)(?:地方|[县区市])?(?:还|就|都)?没有?(?:搞|做过|建(?!议)|设立?|推行|推|开展|上线|用上?)(?!好|完|到|成)"
)
_YES_NO = lazy_re(
    r"有没有|是否|是不是|有无|能否|可否|(?<!不)对不对|对还是(?:错|不对)|是对是错|是否属实|(?:吗|(?<![什怎])么)[?!。]*$|没有[?]$"
)
_ANSWER_TYPES = (
    ("who", lazy_re(r"谁|哪位|什么人|哪些人|何人|领导是|叫啥名|姓名")),
    ("when", lazy_re(r"什么时候|何时|哪(?:一)?年|几月|哪天|什么时间|时间是|几时|哪个月")),
    ("where", lazy_re(r"哪里|哪儿|什么地方|何处|在哪|哪[个家](?:镇|乡|街道|村|社区|单位)")),
    (
        "why",
        lazy_re(
            r"为什么|为何|原因|因为(?:什么|啥)|怎么(?:会|没|不|少)|咋(?:会|没|不|少|回事)|为啥|缘何|凭什么"
        ),
    ),
    (
        "document",
        lazy_re(
            r"(?:什么|哪(?:个|份|部|项|些)|啥)(?:文件|办法|制度|方案|意见|规定|通知|细则|清单|规范|指引|规章|条例|措施)|出台(?:了)?(?:什么|哪)|制定(?:了)?(?:什么|哪)|依据什么"
        ),
    ),
    ("name", lazy_re(r"叫(?:什么|啥|做什么)|名(?:称|字|叫)|什么|哪(?:个|项|家|种|一|类)|啥|第几")),
    (
        "how",
        lazy_re(r"如何|咋办|咋整|咋弄|咋处理|咋个|怎么|怎样|什么办法|什么方式|通过什么|靠什么|啥办法"),
    ),
)
_EXPLICIT = lazy_re(
    r"多少|几|哪|谁|什么|啥|怎|咋|如何|为何|何时|吗|呢|么|是否|有没有|[?]|比较|对比|总结|概括|介绍|排(?![查污放水除险])|(?<!系)列|差|(?<![检审排督巡抽调稽核侦普清搜自复])查(?![处封实明办获验摆扣询补])|告诉|(?<![申邀聘提])请|是不是|有无"
)
# "跟去年相比呢": a change of one thing, not two things side by side.
_AGAINST_LAST = lazy_re(r"(?:比|较|跟|和|与|同)(?:上|去|前)一?年(?:同期)?(?:相比|比较|对比|比起来)")
# "跟去年比怎么样": a change, and no way of doing.
_COMPARED_HOW = lazy_re(r"(?:上|去|前)一?年(?:同期)?(?:相比|比)(?:较|起来)?(?:怎么样|咋样|如何|怎样)")
# "最多的是最少的几倍"
_ENDS_TIMES = lazy_re(r"最[多高大少低小][^。?]{0,6}最[多高大少低小][^,。?]{0,4}倍")


_WHOSE_MORE = lazy_re(r"(?:谁|哪一?[个家边方])的[^,。?]{2,}[多高大少低小][\s?]*$")  # 甲和乙谁的主动公开信息多


def read_intent(question: str) -> Intent:
    """Read what a cleaned question wants.

    Args:
        question: A question as ``qa.text.clean_question`` gives it; its places and years may be blanked.

    Returns:
        The intent; a question that fits no pattern asks for a fact.
    """
    unit, unit_class = read_measure(question)
    plan = bool(_PLAN.search(question)) and not _FULFILLED.search(question)
    low, high = _MIN.search(question), _MAX.search(question)
    extreme = "max" if high and (not low or high.start() <= low.start()) else "min" if low else ""
    change = _wanted_change(question)
    counted = _SOME.sub("", _MEASURE_NOUN.sub("", question) if _NO_FIGURE.search(question) else question)
    stated = without_stated_unit(question) != question
    number = stated or bool(_NUMBER.search(counted) or _RATE_END.search(counted))
    asked = without_description(question)
    answer_type = next((name for name, pattern in _ANSWER_TYPES if pattern.search(asked)), "")
    if answer_type == "how" and _COMPARED_HOW.search(question):
        number, answer_type = True, ""
    task = _task(question, number=number, extreme=extreme)
    if _ENDS_TIMES.search(question):
        change = ""  # of the figures, though 少…几 looks like a fall
    if task is Task.DIFFERENCE and not (_CHANGE_ANY.search(question) or _POINTS_OF_CHANGE.search(question)):
        change = ""
    section = ""
    if not number:
        mended = plan and _MENDS.search(question) and not _ASKS_PROBLEM.search(question)
        told = LACKS.sub("", question) if answer_type == "why" else question
        if _PROBLEM.search(_FOUND.sub("", told)) and not mended:
            section = "problem"
        elif plan:
            section = "plan"
        elif _DUTY.search(question):
            section = "duty"
        elif task in {Task.SUMMARY, Task.LIST, Task.FACT} and _RESULT.search(question):
            section = "result"
    ranked = read_rank(question)
    if ranked.combine == "times" and unit == "倍" and not change:
        unit, unit_class = read_measure(question.replace("倍", ""))  # 败诉率是乙区的几倍: rates, not times
    if ranked.asked and task in {Task.FACT, Task.LIST, Task.NUMBER, Task.COMPARE}:
        task = Task.RANK
    return Intent(
        ordinal=ranked.ordinal,
        standing=ranked.standing,
        combine=ranked.combine,
        comparable=ranked.comparable,
        top=ranked.top,
        task=task,
        unit=unit,
        unit_class=unit_class,
        change=change,
        plan=plan,
        extreme=extreme,
        section=section,
        documents=_documents(question) if task is Task.DOCUMENT else (),
        absent=bool(_ABSENT.search(question) or _WHO_LACKS.search(question)),
        yes_no=bool(_YES_NO.search(question)),
        answer_type=answer_type,
        explicit=bool(_EXPLICIT.search(question)),
    )


def _task(question: str, *, number: bool, extreme: str) -> Task:
    """Choose the task: the report itself first, then comparisons, figures, lists, summaries, facts."""
    if _documents(question):
        return Task.DOCUMENT
    if _COVERAGE.search(question) and not extreme:
        return Task.COVERAGE
    if _WHO_DISCLOSES.search(question) and _DISCLOSURE.search(question) and not _WHOSE_MORE.search(question):
        return Task.DISCLOSURE
    if _WHO_LACKS.search(question) and not number:
        return Task.DISCLOSURE
    if _DIFFERENCE.search(question):
        return Task.NUMBER if _LAST_YEAR.search(question) else Task.DIFFERENCE
    if _RANK.search(question):
        return Task.RANK
    if (
        number
        or UNIT_LAST.search(question)
        or (_MEASURED.search(question) and not _EXPLICIT.search(question))
    ):
        return Task.NUMBER
    if _LIST.search(question):
        return Task.LIST
    if _COMPARE.search(_AGAINST_LAST.sub("", question)):
        return Task.COMPARE
    if _SUMMARY.search(question):
        return Task.SUMMARY
    return Task.FACT


def _documents(question: str) -> tuple[str, ...]:
    """List the facts of the report itself that are asked for."""
    if _OTHER_DOCUMENT.search(question) and not _OF_THE_REPORT.search(question):
        return ()
    patterns = (
        ("year", _YEAR_OF),
        ("date", _DATE),
        ("issuer", _ISSUER),
        ("title", _TITLE),
        ("index", _INDEX),
    )
    return tuple(name for name, pattern in patterns if pattern.search(question))


def _wanted_change(question: str) -> str:
    """Tell whether a change is asked for, and in which direction."""
    if _CHANGE_FALL.search(question):
        return "fall"
    if _CHANGE_RISE.search(question):
        return "rise"
    moved = _MOVED.search(question) and not _BESIDE_PLACE.search(question)
    return "any" if moved or _CHANGE_ANY.search(question) else ""
