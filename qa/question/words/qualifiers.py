"""Words that narrow what is counted: 涉外公证 is no 公证, 农民工案件 no 案件, 二审 no 一审.

A figure whose sentence and heading lack such a word does not answer; each line is one narrowing in the ways that
reports and people put it. Knows nothing of figures.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.question.words.siblings import STATED

# Before the bar the official words that narrow a question, behind it what may stand for them by a figure.
_LINES = """
未成年人 未成年 青少年 | 少年 儿童 孩子
老年人 | 老年 老人 惠老 敬老
农民工 务工人员 | 民工 欠薪 工资 薪
妇女 女性 女职工 | 女
残疾人 | 残障 残联 助残
退役军人 军人 军属 涉军 | 军
涉外 境外 外籍 | 外国 国际 海外
涉农 | 农村 农业 农民 农资
涉港 涉澳 涉台 涉侨 港澳台 | 港 澳 台 侨
简易程序 |
普通程序 一般程序 |
线上 网上 在线 互联网 电子 远程 | 网络 视频 云 网 掌上
直播 |
外资 外商 | 外企
民营 | 民企 民间
国有 | 国企 国资
个体工商户 个体户 | 个体
合作社 |
专职 |
兼职 |
村级 村居 | 村 社区
驳回 |
维持 |
确认违法 |
败诉 | 输
解除 | 解矫 期满
终局 | 终裁
失业率 |
撤销 | 撤改
成功调解 调解成功 成功调处 调处成功 | 成功 达成 化解
减免 减征 | 减 免
出庭 到庭 | 应诉率
受援人 受援 | 援助 惠及 受益
林权 山林 | 林 山场
邻里纠纷 相邻纠纷 | 邻
撤回 | 撤诉 终止
检察建议 | 检察
司法建议 |
电子商务 | 电商
净增 | 净 比上年 较上年 同比
新登记 新注册 新设立 新开办 | 新设 新增 新开 登记 注册 设立 开办 净增
医疗 医患 | 医
道路交通 交通事故 交通违法 | 交通 酒驾 醉驾
劳动争议 劳动人事 | 劳动 劳资 工伤
婚姻 家事 | 家庭 离婚
物业 |
征地 拆迁 征迁 | 征收 土地
校园 | 学校
消防 | 火灾
燃气 |
电梯 |
知识产权 | 专利 商标
正职 主要负责人 一把手 | 主要领导 第一责任人 主官 正副职
副职 |
胜诉 | 胜
按期 按时 如期 准时 | 及时 限期 期限 时限 期内
执法证 执法证件 执法资格 | 证 资格
信息公开 依申请公开 | 公开
诉前 庭前 | 先行 立案前
非诉讼 非诉 |
持证上岗 | 持证 证
书面 |
口头 |
遗嘱 |
遗产 继承 |
线下 面对面 | 现场 当面
产值 产业规模 | 产业链规模
销售额 营业额 营收 | 销售 营业收入
利润 | 盈利
收费 | 收取 收缴
离婚官司 离婚案 离婚诉讼 | 离婚
失业金 失业保险金 失业待遇 | 领取 待遇
作弊 | 违纪 违规 舞弊
老师 教师 | 师生 教职工 学校
调解结案 | 调解 和解 调撤
黑车 | 非法营运 黑出租 无证经营 非法运营
注销 | 销 退出 收回
吊销 |
收回 | 回收 收缴 注销
采纳 | 吸收 吸纳 采用
下放 | 赋予 承接 赋权 委托
停产 停业 | 停 关停
抓获 | 抓 查获
移送 移交 | 移 转办 公安机关立案
问责 追责 | 问责 追究 处分
换发 换证 | 换
新申领 新领 新发 新颁 | 新 申领 核发 颁发 发放
约谈 |
拆除 | 拆
查封 |
扣押 | 扣
咨询 | 解答 答疑 来电 来访 接待 求助
首违不罚 首违 首次违法 | 首违 首次 初次 首犯
副市长 副县长 副区长 副镇长 | 副 分管 领导班子
高价值 |
执法监督证 监督证 | 监督
有效发明专利 |
实用新型 |
质押 |
侵权 | 侵犯 假冒
便民服务中心 | 便民
"""
_FIRMS = (
    r"(?<!店)(?<!铺)(?:新(?:开|办|成立|设立?|注册|登记|增)|刚(?:开|办|成立|注册))(?:起来|出来|张)?[了的]?(?:多少|几)?家?"
    r"(?:公司|企业|厂子?)(?![^?。]{0,8}(?:店|铺|个体|商户|买卖|几天|多久|多长))"
)
# What speech narrows by in more than one word, each with what may stand for it by a figure.
_SPOKEN = tuple(
    (lazy_re(pattern), tuple(forms.split()))
    for pattern, forms in (
        # "新开的公司有多少家" asks for 其中企业2317户, not for all 新登记经营主体; 铺子、公司 together are those.
        (_FIRMS, "企业 公司"),
        (_FIRMS, "新登记 新设 新增 新注册 新开办 新开 新办 新发展 净增 当年新 新成立"),
        (
            r"(?:出国|出境|留学|移民|外国|国外|海外|老外)[^,。?]{0,6}公证|公证[^,。?]{0,6}(?:出国|出境|留学|移民|国外|海外|外国|老外)",
            "涉外 外国 境外 国外 海外 出国",
        ),
        (r"(?:夜里|夜间|半夜|深夜|晚上)[^,。?]{0,8}(?:多少|几)", "夜间 夜里 晚上 深夜"),
        # "专门吃调解这碗饭的"
        (r"吃[^,。?]{1,6}(?:这|那|这一)碗饭|全职", "专职 专业 全职"),
    )
)
# 食药 is both; 商会 tells of 商事.
_ALSO = {"食品": ("食药",), "药品": ("食药", "医药"), "商事": ("商会", "商业"), "二审": ("终审",)}
_ALSO |= dict.fromkeys(("化肥", "肥料", "农药", "种子"), ("农资",))
_OF: dict[str, tuple[str, ...]] = {word: (*forms, *_ALSO.get(word, ())) for word, forms in STATED.items()}
for _line in _LINES.strip().splitlines():
    _asked, _, _alike = _line.partition("|")
    _OF |= dict.fromkeys(_asked.split(), (*_asked.split(), *_alike.split()))
_FIND = lazy_re("|".join(sorted(map(re.escape, _OF), key=len, reverse=True)))
# 进校园进社区: any such event, not those at schools alone; a rate bears its own name (qa.answer.guards.rates).
# 首违不罚、轻微免罚 together are told as one.
_NOT_IN = lazy_re(
    r"首违不罚(?=[、和及与]\s*[“”]?轻微)|(?<=[、和及与])首违不罚|败诉率|互联网\+监管|一网通办|(?:进[\u4e00-\u9fff]{2}[、和]?){2,}|《[^《》]*》"
)


def find_qualifiers(text: str) -> tuple[tuple[str, ...], ...]:
    """Find what narrows a question.

    Args:
        text: Content of a question.

    Returns:
        For each narrowing word the words of which one must stand by the figure.
    """
    return tuple(dict.fromkeys(_OF[match[0]] for match in _FIND.finditer(_NOT_IN.sub(" ", text))))


def find_spoken(text: str) -> tuple[tuple[str, ...], ...]:
    """Find what narrows a question in more than one word of speech: 新开的公司, 出国要用的公证.

    Args:
        text: Content of a question.

    Returns:
        For each the words of which one must stand in the figure's own words.
    """
    return tuple(forms for pattern, forms in _SPOKEN if pattern.search(text))


# "不合格案卷", "不予受理", "未整改": what did not happen is counted apart from what did.
_DENIED = lazy_re(
    r"(?:不予|(?<!到)(?<!过)(?<!成)不|未能?|(?<!到)(?<!过)(?<!成)没有?)(?:被|能|给)?(?P<word>(?<=不予)公开|办(?=理|过|案|的)|合格|受理|立案(?=的)|整改|通过|采纳|落实|完成|达标|履行|批准|出庭|到庭|认定)(?!了?吗|没有)"
)


# "没考过的几个", "没过关的案卷"
_FAILED = lazy_re(r"[没未](?:有)?(?:考过|考上|过关|考及格|考合格)(?=[^,。?]{0,8}(?:多少|几))")
# "干活伤着了没给算数的": what was not recognised
_NOT_COUNTED = lazy_re(r"(?:没有?|不|未)(?:给|被|予)?(?:算数|认账)")
# "吃的东西查出几批有问题": of samples, that is what is told as 不合格29批次.
_FAULTY = lazy_re(
    r"(?<=批)次?(?:的)?(?:有|出|存在)?(?:了)?(?:问题|毛病)的?|有(?:问题|毛病)的?(?=[^,。?]{0,4}批)"
)


def find_denied(text: str) -> tuple[str, ...]:
    """Find what a question asks the absence of.

    Args:
        text: Content of a question.

    Returns:
        The words that must be denied by the figure: 合格 of 不合格案卷.
    """
    text = _NOT_COUNTED.sub("不认定", text)
    said = _FAULTY.sub("不合格", _FAILED.sub("不合格", text.replace("及格", "合格")))
    return tuple(dict.fromkeys(match["word"] for match in _DENIED.finditer(said)))
