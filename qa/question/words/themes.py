"""The parts of the work on law-based government that a question may be about as a whole: 营商环境, 权力监督.

Knows what people call them and the words by which a sentence is known to be on one; where a report speaks of it is
for ``qa.answer.prose.themes``. Works on folded words without places and years.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa.errors import BadSetting
from qa.patterns import lazy_re
from qa.text import fold

_FILE = Path(__file__).with_name("themes.toml")
# Words that say what is wanted of a theme, or what was done for it, and add none.
_FRAME = lazy_re(
    r"优化|改善|打造|营造|推进|推动|推行|加强|强化|规范|开展|做好|提升|提高|深化|持续|健全|完善|落实|坚持|依法|全面|履行|履职"
    r"|总结|概括|概述|归纳|梳理|简要|简单|简述|介绍|列举|列出|说明|说说|说一?下|讲讲|讲一?下|谈谈|看看|成效|成绩|成果|效果|进展|亮点|特点|情况|现状|表现"
    r"|怎么样|怎样|怎么|如何|咋样?|好不好|做法|做得|做了|做过|做|干了|干|搞了|搞|采取了?|出台了?|什么|啥|哪些|哪几|几个?|方面|领域|板块|部分|上面|上|中|里"
    r"|全年|这一年|年度|老百姓|百姓|(?:人民)?群众|普通人|市民|居民|村民|大家|大伙儿?|办事(?!处)|法治政府(?=建设)|生活|给|让|带来|得到|享受到?|拿到|主要|重点|具体|相关|有关|工作|建设|体系|举措|措施|办法|动作|事情?|内容|点|条|推出|取得|实施|进行|抓|各自|分别|各"
    r"|这一?块|那一?块|这些|一下|请|想|是|有|过|了|的|地|得|在|对|为|把|和|与|跟|以及|及|还|呢|吗|啊|吧|都|又|能|可以|关于|围绕|针对|这|那|它|他们|当地|政府|区里|县里|市里|我们|你|法治(?=建设)"
)
_NOT_HAN = lazy_re(r"[^\u4e00-\u9fffA-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Theme:
    """A part of the work.

    Attributes:
        named: Pattern of its names.
        tells: Pattern of the words that a sentence on it holds.
    """

    named: re.Pattern[str]
    tells: re.Pattern[str]


class AskedTheme(NamedTuple):
    """A theme that a question names.

    Attributes:
        words: Its name as it was asked.
        theme: The theme.
    """

    words: str
    theme: Theme


@cache
def themes() -> tuple[Theme, ...]:
    """Read the table.

    Returns:
        The themes in the order of the file.

    Raises:
        BadSetting: The table is malformed.
    """
    table = tomllib.loads(_FILE.read_text("utf-8"))
    try:
        return tuple(
            Theme(
                re.compile(entry["named"]),
                lazy_re("|".join(entry["tells"].split())),  # of the themes that are asked for, most are not
            )
            for entry in table["theme"]
        )
    except (KeyError, re.error) as error:
        raise BadSetting(f"{_FILE.name}: {error}") from error


def themes_asked(content: str) -> tuple[AskedTheme, ...]:
    """Find the themes that a question is about, and about nothing else.

    Args:
        content: A question, its places and years blanked.

    Returns:
        The themes in the order of the file; () where the question says more, or names none.
    """
    rest = fold(content)
    found = []
    for theme in themes():
        if (named := theme.named.search(rest)) is not None:
            found.append(AskedTheme(named[0], theme))
            rest = theme.named.sub(" ", rest)
    if not found or _NOT_HAN.sub("", _FRAME.sub(" ", rest)):
        return ()
    return tuple(found)
