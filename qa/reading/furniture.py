"""What on a government web page is not the report: navigation, metadata rows, signatures, footers.

Patterns over folded text (``qa.text.fold``), each with the line that it is for. Knows nothing of places.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.patterns import lazy_re
from qa.text import HAN

_KEYS = (
    "索引号|信息索引号|组配分类|主题分类|体裁分类|信息分类|发布机构|发布单位|发布部门|发文机关|发文机构|发文单位|制发机关|公开机构|公开主体|公开责任部门|责任部门|索取号|报送单位|填报单位|报告单位|编制单位|报送日期|报送时间|填报日期|填报时间|"
    "生成日期|成文日期|发布日期|发布时间|发文日期|公开日期|印发日期|更新时间|公开方式|公开范围|公开属性|公开时限|信息来源|"
    "稿件来源|文章来源|来源|文号|发文字号|公文文号|文件编号|有效性|有效期|公文时效|时效|主题词|关键词|内容概述|信息名称|公文名称|"
    "文件名称|名称|标题|作者|编辑|责任编辑|责编|审核|浏览次数|访问次数|点击次数|点击率|点击量|点击|阅读次数|阅读量|阅读|浏览量|浏览|字体大小|"
    "时间|日期|点击数|信息类别|服务对象|生效日期|字体|字号|统一登记号|统一编号|信息标题|公文标题|文件标题|文章标题|访问量|语种|规范性文件编号"
)
# "索引号 002969771/2025-125341", "发布机构: | 高新区办公室 |", "名　　称：…" with blanks inside the key.
_SPACED_KEYS = "|".join(r"\s*".join(key) for key in _KEYS.split("|"))
# "发布机构:平罗县司法局责任部门:依法行政股": pages and PDFs lose the blank between pairs, long keys still tell them apart.
_LONG_KEYS = "|".join(key for key in _KEYS.split("|") if len(key) > 2)
META_KEY = lazy_re(
    rf"(?:^|[\s|\[(【*]|(?=(?:{_LONG_KEYS}):))({_SPACED_KEYS})\s*(?:[】\])*]*\s*(?:[:|\t]|\s(?=\S)|$)|[】\]](?=\S))"
)
# "发布时间:2024-01-30 来源:区司法局 " between title and body on one line
INLINE_META = lazy_re(rf"[\[(【]?(?:{_SPACED_KEYS})\s*:\s*\S+\s+(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+)?")

# "首页", ">政府信息公开>工作信息>政府建设", "当前位置:首页 > 政务公开"
BREADCRUMB = lazy_re(r"^(?:首页|网站首页|返回首页)$|>|»|当前(?:的)?位置|您(?:现在)?(?:的|所在)位置")

# "抄送:市委办,市人大办。", "上一篇:无", "主办单位:某县人民政府", "附件:1.数据表"; not "承办全省现场会3次。"
_NAMED_FOOTER = lazy_re(
    r"^(?:打印|关闭|返回|收藏|分享|上一篇|下一篇|相关|附件|抄送|抄报|主送|报送|主办|承办|版权|联系|网站|责任编辑|编辑|地址|邮编|技术支持|"
    r"友情链接|来源|信息来源)[^\s:,。]{0,6}\s*:"
)
# "【打印本页】 【关闭窗口】", "浙ICP备05000000号", "(此件公开发布)", "某县政府办公室 2024年1月印发", and the foot of a page that
# a browser printed: "https://www.x.gov.cn/art/59.html 1/1"
_BARE_FOOTER = lazy_re(
    r"^(?:【[^】]{1,12}】\s*)+$|\[(?:打印|关闭|返回|收藏|分享|推荐)[^\]]{0,8}\]|^(?:打印|关闭|返回顶部|返回首页|收藏|分享|扫一扫|上一篇|下一篇|"
    r"相关链接|相关阅读|相关文章|相关信息|相关附件|附件|联系我们|网站地图|关于我们|友情链接|政策解读)(?:[^,;]{0,16})$|ICP备|公网安备|版权所有|网站标识码|此件(?:主动|依申请|公开|不予)|此文有删减|印发\s*$|"
    r"分享到|关闭(?:本页|窗口)|打印(?:本页|本稿)|返回顶部|^https?://\S+(?:\s+\d{1,3}/\d{1,3})?$"
)
# "上一篇:某某区2022年政府信息公开工作年度报告"
_LINK = lazy_re(
    r"^[\[【]?\s*(?:上一[篇条]|下一[篇条]|前一[篇条]|后一[篇条]|相关|友情链接|推荐阅读|延伸阅读|热点)"
)
# "目 录", and below it "一、主要成效……3", "(二)存在的问题 12"
_CONTENTS = lazy_re(r"^目\s*[录次]$")
_CONTENTS_LINE = lazy_re(r"^(?!.*[。;]).{2,60}?(?:[.·…\-—_\s]+|(?<=\D))\(?\d{1,3}\)?$")
_CONTENTS_LINES = 120
PAGE_NUMBER = lazy_re(r"^[-—–·\s]*(?:第?\s*\d{1,3}\s*页?(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?)[-—–·\s]*$")

_CN_DIGIT = "〇零一二三四五六七八九十"
# "2025年3月28日", "2025-03-28", "2025.3.28", "二〇二五年三月二十八日", "(2025年3月)"
DATE_TEXT = (
    rf"(?:\d{{4}}\s*年\s*(?:\d{{1,2}}|元)\s*月(?:\s*\d{{1,2}}\s*日)?|(?:19|20)\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}(?!\d)|"
    rf"[一二][{_CN_DIGIT}]{{3}}\s*年\s*[{_CN_DIGIT}元]{{1,3}}\s*月(?:\s*[{_CN_DIGIT}]{{1,3}}\s*日)?)"
)
DATE_LINE = lazy_re(rf"^[(\[]?\s*{DATE_TEXT}\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\s*[)\]]?(?:印发)?$")
ORG_SUFFIX = (
    r"(?:人民政府|政府|行政公署|行署|办公室|管理委员会|管委会|党工委|委员会|工作委员会|领导小组|监督管理局|分局|局|厅|海关|县委|市委|区委|省委|旗委|"
    r"委|办|司法所|街道办事处|办事处|中心|党组|支队|总队|大队)"
)
# "某某市某某区人民政府", "中共某某县委员会 某某县人民政府", "某区政府 (2025年1月15日)": no sentence, a body's name.
ORG_TEXT = rf"{HAN}(?:{HAN}|[()]){{1,30}}?{ORG_SUFFIX}(?:办公室)?(?:\([^)]{{1,12}}\))?"
ORG_LINE = lazy_re(rf"^{ORG_TEXT}(?:\s+{ORG_TEXT}){{0,3}}(?:\s*\(?{DATE_TEXT}\)?)?$")

# The signature that ends a report printed in one line: "…合法权益。 某某高新区党工委 2025年3月28日 |"
INLINE_TAIL = lazy_re(
    rf"(?<=[。!?;])\s*(?P<signature>\(?(?:{ORG_TEXT}\s*){{0,3}}(?:[(]?{DATE_TEXT}[)]?)?\)?)\s*"
    r"(?P<rest>(?:[\s|]|【[^】]{1,12}】|\[[^\]]{1,12}\])*)$"
)


def closed_up(line: str) -> str:
    """Close up a line that is set with a blank behind every character: 某 某 县 人 民 政 府.

    Args:
        line: A folded, trimmed line.

    Returns:
        It without its blanks if it is set so, else as it is.
    """
    pieces = line.split()
    return "".join(pieces) if len(pieces) >= 4 and all(len(piece) == 1 for piece in pieces) else line


def contents_in(folded: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Find the table of contents above a report: its name, and the lines below that end in the number of a page.

    Args:
        folded: The folded text.
        lines: Start and end of its lines.

    Returns:
        Indices of the lines that are part of it.
    """
    words = [folded[start:end] for start, end in lines[:_CONTENTS_LINES]]
    top = next((i for i, line in enumerate(words) if _CONTENTS.match(line)), None)
    if top is None:
        return frozenset()
    end = next((i for i in range(top + 1, len(words)) if not _CONTENTS_LINE.search(words[i])), len(words))
    return frozenset(range(top, end))


def is_meta_row(line: str) -> bool:
    """Whether a folded line is a row of the metadata table above a report.

    Args:
        line: A folded, trimmed line.

    Returns:
        True if it begins with a metadata key, or holds two, and reads like no sentence.
    """
    if "。" in line or len(line) > 240:
        return False
    line = line.lstrip("*- ")
    keys = list(META_KEY.finditer(line))
    return bool(keys) and (keys[0].start() == 0 or len(keys) > 1)


def is_navigation(line: str) -> bool:
    """Whether a folded line is navigation or holds nothing to read.

    Args:
        line: A folded, trimmed line.

    Returns:
        True for breadcrumbs, page numbers and lines without a letter or digit.
    """
    if not any(char.isalnum() for char in line) or PAGE_NUMBER.match(line):
        return True
    return "。" not in line and len(line) <= 120 and bool(BREADCRUMB.search(line))


def is_footer(line: str) -> bool:
    """Whether a folded line is page furniture below a report.

    Args:
        line: A folded, trimmed line.

    Returns:
        True for links, contacts, copies (抄送), notes on publication and metadata rows.
    """
    if len(line) > 200 or is_meta_row(line) or is_navigation(line) or _NAMED_FOOTER.match(line):
        return len(line) <= 200
    return "。" not in line and bool(_BARE_FOOTER.search(line))


def is_link(line: str) -> bool:
    """Whether a folded line leads to another page, whose year, place and figures are not the report's.

    Args:
        line: A folded, trimmed line.

    Returns:
        True for 上一篇, 下一篇, 相关 and the like.
    """
    return bool(_LINK.match(line))
