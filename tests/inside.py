"""An invented city and one of its districts, and how to ask of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qa.assistant import Assistant
from qa.types import Answer

CITY = """盘锦市2024年度法治政府建设情况报告

2024年，盘锦市扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作

（一）化解行政争议
全市收到行政复议申请1486件，同比上升52.4%，其中市政府316件，盘山县358件，大洼区241件，兴隆台区219件，双台子区152件。全市受理1307件。

（二）规范行政执法
全市办理行政处罚案件5824件，罚没款3918万元，其中田庄台镇207件、惠宾街道118件。

各县区办理公证情况表（单位：件）
| 县区 | 办理公证 | 涉外公证 |
| 盘山县 | 412 | 24 |
| 大洼区 | 268 | 19 |
| 双台子区 | 74 | 4 |
| 合计 | 754 | 47 |

二、存在的问题

一是基层执法力量薄弱。
"""
DISTRICT = """大洼区2024年度法治政府建设情况报告

2024年，大洼区推进法治政府建设，现将有关情况报告如下。

一、主要工作

（一）化解行政争议
全年收到行政复议申请999件，受理888件。办理法律援助案件77件。

二、存在的问题

一是数字化水平不高。
"""
ASKED = "盘锦市2024年收到多少复议申请"


@dataclass(frozen=True, slots=True)
class Inside:
    """A library of a city and of one of its districts."""

    assistant: Assistant

    def ask(self, *turns: str) -> Answer:
        """Answer the last turn on a fixed day."""
        return self.assistant.ask(turns, today=date(2025, 6, 1))
