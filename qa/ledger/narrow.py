"""Words that make a count narrower than an indicator: 涉外公证 is no 公证, 安全生产行政处罚 a part of all penalties.

Knows nothing of indicators.
"""

from __future__ import annotations

from qa.patterns import lazy_re

# Each alternative begins with one character, not with a class of them, so that the machine skips what begins none: 2 instead of
# 6 us for 16 characters.
NARROW = lazy_re(
    r"涉企|涉外|涉农|涉税|涉旅|涉茶|涉民|民营(?![^,;:。]{0,9}账款)|民事|刑事|农民工|未成年|残疾|老年|妇女|军人|讨薪|欠薪|领域(?<=[\u4e00-\u9fff]{2}领域)|新任|首例|首批|首次(?!$|[突超达低高降跌升实转])|优秀|不合格|典型|示范(?!村|社区|户)|线上(?!线下)|网上|"
    r"在线|简易|快速|省级|国家级|州级|跨区域|重点|疑难|重大(?!行政决策|决策|行政执法|执法|事项|合同)|特大|零接触|异地|上门|类(?<![各多]类)|子案|非诉|省(?:人民)?(?:政府)?本级|市(?:人民)?(?:政府)?本级|县(?:人民)?(?:政府)?本级|州(?:人民)?(?:政府)?本级|占|信息公开|市级以上|县级以上|省级以上|人均|案均|件均|户均|村均|次均|平均|每[个村人户月]|新冠|"
    r"以[^,]{1,8}名义|试点|联合|专项|模拟|拟|建议|整改|优化|涉[海河湖]|涉军|涉侨|容缺|就近|村级(?!法律顾问|调解|人民调解)|背景|一般程序|普通程序|周末|节假日|交易(?=纠纷)|涉[俄蒙朝韩越](?!方)"
)
"""Such words, whatever the field."""
# Fields of which a figure is a part: 作出安全生产行政处罚93件. In their own bureau's report (某市生态环境局) they are the whole.
_FIELDS = lazy_re(
    r"安全生产|应急管理|生态环境|环境(?:违法|保护|污染)|大气|水污染|食品|药品|医疗|卫生|劳动保障|劳动监察|交通运输|道路运输|治安|消防|燃气|旅游|文化市场|文旅|"
    r"农资|农牧|农业|渔业|水利|水事|林业|林草|草原|草场|林权|边界|城市管理|市场监管|价格|自然资源|国土|土地|建筑|工程建设|房地产|矿产|金融|网络|校外培训|烟草|税务|地理标志|办学(?<!民办学)|校园|工伤"
)
_QUOTED = lazy_re(r"“[^”]*”|《[^》]*》|\"[^\"]*\"")
_AND_OTHERS = lazy_re(r"[^,;。]{0,20}?等\s?\d*\s?个?(?:部门|领域|单位|方面|行业)|、")


def names_field(words: str) -> bool:
    """Tell whether words may name a field, whatever stands around it.

    Args:
        words: A figure's words.

    Returns:
        Whether the name of a field stands in them outside of quotation and title marks.
    """
    return _FIELDS.search(_bare(words)) is not None


def _bare(words: str) -> str:
    """Take out what stands in quotation and title marks."""
    return _QUOTED.sub("", words) if "“" in words or "《" in words or '"' in words else words


def of_field(words: str, place: str, left_over: str = "") -> bool:
    """Tell whether words name a field that is one of several: no quoted one, none of some (…、文旅等部门), not the place's.

    Args:
        words: A figure's words.
        place: Place of the report: its own field narrows nothing.
        left_over: The words without those that are explained: 环境 of 环境违法案件 counts, for 违法案件 alone is explained.

    Returns:
        Whether a field counts that is not wholly explained.
    """
    bare = _bare(words)
    return any(
        found[0][:2] not in place
        and not _AND_OTHERS.match(bare, found.end())
        and not (len(bare) == len(left_over) and left_over[found.start() : found.end()].isspace())
        for found in _FIELDS.finditer(bare)
    )
