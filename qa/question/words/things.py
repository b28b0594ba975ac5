"""Concrete things of ordinary life in a question: 奶茶店, 摩托车, 月饼; a report that never names one tells no figure of it.

Everyday questions say most things in words that no report prints, so that a missing word is no evidence; a shop, a vehicle, a
food, an animal or a trade is seldom said in other words than the few that stand beside it here. Written from general knowledge.
Knows nothing of figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from qa.patterns import lazy_re
from qa.question.words.vocabulary import ASKING_PATTERN, GENERIC
from qa.text import fold, han_runs, tagged

# Before the bar things as people say them, behind it words by which a report may name one.
_LINES = """
奶茶店 奶茶 咖啡馆 咖啡店 饮品店 | 奶茶 咖啡店 咖啡馆 饮品
饭店 餐馆 饭馆 馆子 酒楼 餐厅 小吃店 大排档 烧烤摊 火锅店 面馆 早餐店 | 餐饮 饭店 餐馆 酒楼 酒店 饮食 食堂 小吃 火锅 烧烤 摊
宾馆 旅馆 酒店 民宿 旅店 客栈 | 宾馆 旅馆 酒店 民宿 住宿 旅店 客栈
理发店 美发店 理发馆 | 理发 美发 公共场所
美容院 美容店 整形医院 | 美容 整形 医美
网吧 网咖 | 网吧 互联网上网 上网服务
酒吧 歌厅 舞厅 夜总会 KTV 练歌房 | 酒吧 娱乐 歌舞 KTV
游泳馆 游泳池 泳池 健身房 | 游泳 泳池 健身 公共场所 体育
电影院 影院 戏院 剧院 | 电影 影院 剧院 文化市场 文旅
书店 打印店 印刷厂 | 书店 印刷 出版 文化市场
药店 药房 | 药店 药房 药品
诊所 医院 卫生院 卫生室 牙科 | 诊所 医院 医疗 卫生院 卫生室 卫生 牙科 口腔
养老院 敬老院 | 养老 敬老
幼儿园 托儿所 | 幼儿园 托育 学校 校园 中小学
补习班 补课班 培训班 | 培训 补习 辅导
驾校 | 驾校 驾培 驾驶
银行 信用社 | 银行 金融 信贷 农商
保险公司 | 保险
加油站 | 加油站 加油 成品油 油品 油气
洗车店 修车店 修理厂 汽修店 | 洗车 汽修 维修
菜市场 农贸市场 集市 菜场 | 市场 集市 农贸
超市 便利店 | 超市 便利店 商超
工地 | 工地 施工 建设 工程 建筑
煤矿 矿山 采石场 | 煤矿 矿 采石 砂石
养猪场 养鸡场 养殖场 屠宰场 | 养殖 屠宰 畜 猪 鸡 禽
化工厂 造纸厂 砖厂 电厂 | 化工 造纸 砖 电厂 企业
宠物店 宠物 宠物狗 宠物医院 流浪狗 | 宠物 犬 狗 动物
殡仪馆 殡葬 墓地 公墓 火葬场 | 殡 墓 丧葬
彩票店 彩票 | 彩票
烟花 鞭炮 烟花爆竹 | 烟花 爆竹 鞭炮
摩托车 电摩 摩托 | 摩托
电动车 电瓶车 电驴 电动自行车 | 电动
自行车 共享单车 单车 | 自行车 单车
三轮车 老年代步车 | 三轮 代步
出租车 的士 网约车 | 出租汽车 出租车 巡游 网约 客运
公交车 公共汽车 | 公交 客运
大货车 货车 卡车 渣土车 | 货车 货运 货物 超限 超载 治超 渣土
外地车 外省车 外市车 外县车 外区车 外牌车 | 车
大客车 客车 大巴 校车 | 客车 客运 校车 大巴
拖拉机 农机 收割机 | 拖拉机 农机 农业机械 收割
渔船 渔民 | 渔
轮船 货船 游船 | 船 水上 海事 航
火车 高铁 | 火车 铁路 高铁
飞机 无人机 | 飞机 无人机 航空
电梯 | 电梯 特种设备
锅炉 | 锅炉 特种设备
煤气罐 液化气 煤气 | 燃气 液化 煤气
手机 电脑 电视机 空调 | 手机 电脑 电视 空调 电子 家电
月饼 粽子 元宵 | 月饼 粽子 元宵
奶粉 牛奶 | 奶粉 乳 牛奶 婴幼儿
猪肉 牛肉 羊肉 鸡肉 | 猪肉 牛肉 羊肉 肉 畜 屠宰
海鲜 水产 | 海鲜 水产
蔬菜 水果 | 蔬菜 水果 果 农产品 食用农产品
大米 粮食 面粉 | 米 粮 面粉
食用油 地沟油 | 食用油 油
矿泉水 桶装水 | 矿泉水 桶装水 饮用水 水
白酒 假酒 啤酒 | 酒
香烟 电子烟 卷烟 | 烟
化妆品 面膜 | 化妆品 面膜
口罩 | 口罩 医疗器械
玩具 童装 校服 | 玩具 儿童用品 童 校服
家具 家电 | 家具 家居 家电
种子 | 种子 种业 种苗 农资
农药 化肥 | 农药 化肥 肥料 农资
眼镜店 眼镜 | 眼镜
黄金 珠宝 首饰 | 黄金 珠宝 首饰 玉
古董 文物 | 古董 文物
广场舞 | 广场舞 噪声 噪音
外卖 外卖员 外卖小哥 骑手 | 外卖 骑手 餐饮配送 网络餐饮 新就业
快递 快递员 快递小哥 | 快递 寄递 邮政 新就业
保姆 月嫂 家政 | 家政 保姆 月嫂
中介 房产中介 | 中介 经纪
主播 直播 | 直播 主播 网络
游客 驴友 | 游客 旅游 旅行 游 旅客
导游 旅行社 | 导游 旅行社 旅游 文旅
医生 护士 | 医生 护士 医护 医务 医师 医疗
教师 老师 | 教师 老师 教职 学校
司机 驾驶员 | 司机 驾驶 驾 机动车 车辆
船员 海员 | 船员 海员
外国人 老外 | 外国 外籍 涉外 境外 国际
门票 | 门票 票
高尔夫 滑雪场 | 高尔夫 滑雪
游乐园 公园 动物园 | 游乐 公园 动物园 景区
电影 电视剧 | 电影 影视 电视 微电影
产值 生产总值 | 产值 生产总值
"""
_OF: dict[str, tuple[str, ...]] = {}
for _line in _LINES.strip().splitlines():
    _said, _, _told = _line.partition("|")
    _OF |= {word: (word, *_told.split()) for word in _said.split()}
_FIND = lazy_re("|".join(sorted(map(re.escape, _OF), key=len, reverse=True)))
# What a compound ends in that is such a thing: 书画馆, 游艇; 娃娃鱼 is printed as 大鲵, and no fish is one.
_HEADS = lazy_re(r"(?:店|馆|吧|厅|车|船|艇|狗|猫|猪|牛|羊|鸡|鸭|饼|肉|酒|烟|奶)$")
_NOUNS = frozenset({"n", "nz"})
_COUNTS = "家几多个间辆条艘台只头"
_ANY = frozenset(
    (
        "门店 小店 店铺 商店 新店 网店 酒驾 大厅 办事大厅 服务大厅 政务大厅 大车 小车 开车 停车 马车 客厅 "
        "司法厅 领头羊 老黄牛 孺子牛 场馆 文化馆 展馆 列车 执法车 黑车 黑店 黑船"
    ).split()
)


def _compounds(cut: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join a word with a head of one character behind it, where the tokeniser's dictionary lacks both together: 书画 馆."""
    joined: list[tuple[str, str]] = []
    for word, kind in cut:
        if joined and len(word) == 1 and _HEADS.search(word) and len(joined[-1][0]) > 1:
            joined[-1] = (joined[-1][0] + word, "n")
        else:
            joined.append((word, kind))
    return joined


@lru_cache(maxsize=256)
def things_in(content: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Find the concrete things that a question names.

    Args:
        content: A question, its places and years blanked.

    Returns:
        Each as it was asked, with the words of which a report that tells of it prints one.
    """
    text = ASKING_PATTERN.sub(" ", fold(content))
    found = {match[0]: _OF[match[0]] for match in _FIND.finditer(text)}
    for run in han_runs(_FIND.sub(" ", text)):
        for word, kind in _compounds(tagged(run)):
            if (
                kind in _NOUNS
                and len(word) > 1
                and word[0] not in _COUNTS
                and "个" not in word
                and _HEADS.search(word)
                and word not in _ANY | GENERIC
            ):
                found[word] = (word, word[:-1] if len(word) > 2 else word[-1])  # 黑船 is any 船
    return tuple(found.items())
