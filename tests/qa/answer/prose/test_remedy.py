"""What a report plans against its shortcomings, what became of a plan, who does a thing and who bears an office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason

COUNTY = """嘉禾县2024年度法治政府建设情况报告

2024年，嘉禾县推进法治政府建设。现将有关情况报告如下。

一、主要工作
（一）科学决策
出台行政规范性文件2件，分别是《嘉禾县农贸市场管理办法》《嘉禾县校车补贴办法》。编印《嘉禾县行政复议指南》。原拟新建的丰和污水处理厂因选址争议，经论证后取消建设，改为扩建老厂。嘉禾县申报全省示范县项目，未进入终评名单。成立医患纠纷调解委员会，由退休法官肖国平任主任。县长尚文斌出庭应诉的“某合作社诉林权案”，当庭和解。
（二）服务企业
在郴州嘉禾经济开发区推行“拿地即开工”，由帮办专员全程跟踪。县信访局成立“办证难”攻坚组，采取容缺受理、先行办证的办法，化解遗留问题。推行行政审批告知承诺，审批提速。县文化馆创作的花鼓戏《断桥》获全省法治文艺汇演一等奖。行廊镇获评省级法治示范镇。邀请湘南学院教授岑立讲授《行政处罚法》。
（三）规范执法
推行“综合查一次”，将对加油站、宾馆、养老机构三类单位的检查合并开展。开展行政执法监督，查摆问题12个，下发督察建议书4份。对延误办件的行廊镇、县商务局发出黄牌提醒。聘请法治副校长61名，实现中小学全覆盖。建成法治文化长廊，长3公里。

二、存在的不足
一是乡镇法制审核力量薄弱，5个赋权乡镇没有持证审核人员；二是执法数据分散在多个系统，部门之间信息共享不畅。

三、2025年打算
一是补齐基层短板。通过“县招乡用”为赋权乡镇补充法制审核人员，建立片区协作机制。二是打通壁垒。建设统一的执法数据归集平台，与省平台对接。三是办好“村村通”普法广播。

嘉禾县人民政府
2025年2月20日
"""
OTHER = """临武县2024年度法治政府建设情况报告

2024年，临武县推进法治政府建设。现将有关情况报告如下。

一、主要工作
一审行政诉讼案件30件，败诉4件。败诉的主要原因是征地程序不到位。加强行政执法监督。出台规范性文件3件。县委书记付国安主持述法会议。
在舜北经济开发区建成“企业合规体验馆”，设置用工、环保两个体验区。推行“静默期”执法机制，对轻微违法给予15日改正期。建成“法治夜校”，逢周三晚授课。

二、存在的不足
（一）乡镇执法人员素质参差不齐，持证率低；（二）矿山行政处罚证据不扎实。

三、下一步打算
（一）实施执法人员“导师帮带”计划，提高持证率。（二）制定矿山行政处罚证据指引，开展案卷互评。（三）建设流动法律服务车。

临武县人民政府
2025年2月21日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    folder: Path = tmp_path_factory.mktemp("remedies")
    (folder / "a.txt").write_text(COUNTY, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    add([folder / "a.txt", folder / "b.txt"], folder / "library", load(None))
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load(None))
        yield lambda question: assistant.ask([question], today=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("question", "words", "not_words"),
    [
        ("嘉禾县打算2025年怎么解决法制审核力量不足的问题？", ("县招乡用",), ("薄弱", "村村通")),
        ("嘉禾县2025年打算怎么解决执法数据不共享的问题？", ("归集平台",), ("不畅", "县招乡用")),
        ("嘉禾县有哪些不足，打算怎么解决？", ("薄弱", "不畅", "县招乡用"), ()),
        ("丰和污水处理厂是不是最后定下来建了？", ("取消建设",), ()),
        ("嘉禾县是否入选了全省示范县项目？", ("未进入终评名单",), ()),
        ("嘉禾县医患纠纷调委会主任是谁？", ("肖国平任主任",), ()),
        ("嘉禾县长是谁？", ("县长尚文斌",), ()),
        ("嘉禾县邀请哪位教授来讲课？", ("岑立",), ()),
        ("尚文斌是干什么的？", ("县长尚文斌",), ()),
        ("嘉禾县出台了哪几个规范性文件？", ("农贸市场管理办法", "校车补贴办法"), ("复议指南",)),
        ("嘉禾县出台了哪些文件？", ("农贸市场管理办法", "校车补贴办法", "复议指南"), ()),
        ("临武县出台了哪些规范性文件？", ("规范性文件3件",), ()),
        ("嘉禾县办证难是怎么解决的？", ("容缺受理",), ("审批提速",)),
        ("嘉禾县哪出戏得了一等奖？", ("断桥",), ("示范镇",)),
        ("嘉禾县“综合查一次”涉及哪几类对象？", ("加油站、宾馆、养老机构",), ()),
        ("嘉禾县哪些单位被黄牌提醒？", ("行廊镇、县商务局",), ("提到“",)),
        ("嘉禾县执法监督查摆出哪些问题？", ("查摆问题12个",), ("薄弱",)),
        ("嘉禾经济开发区怎么推行拿地即开工？", ("帮办专员",), ()),
        ("郴州嘉禾经济开发区的拿地即开工由谁跟踪？", ("帮办专员",), ()),
        ("临武县县委书记是谁？", ("付国安",), ()),
        ("舜北经济开发区的企业合规体验馆有哪些体验区？", ("用工、环保",), ()),
        ("临武县的舜北经开区搞了什么新东西？", ("企业合规体验馆",), ()),
        ("“静默期”执法是什么意思？", ("15日改正期",), ("只提到",)),
        ("临武县的法治夜校哪天上课？", ("逢周三晚",), ()),
        ("临武县明年怎么提高乡镇执法人员素质？", ("导师帮带",), ("参差不齐",)),
        ("临武县2025年在矿山处罚方面有什么打算？", ("证据指引",), ("流动法律服务车",)),
        ("嘉禾县和临武县为什么败诉？", ("征地程序不到位", "嘉禾县2024年的报告未提及"), ()),
    ],
)
def test_a_fact_is_told_and_no_other(
    ask: Callable[..., Answer], question: str, words: tuple[str, ...], not_words: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert not answer.abstained, answer.answer
    assert [w for w in words if w not in answer.answer] == [], answer.answer
    assert [w for w in not_words if w in answer.answer] == [], answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("嘉禾县的法治副校长是哪些人？", "的人员名单"),
        ("嘉禾县的法治文化长廊由谁设计？", "的承办人或单位"),
        ("嘉禾县哪位律师担任法律顾问？", "的姓名"),
        ("嘉禾县海事执法做了什么？", "海事执法"),
        ("临武县2024年林长制改革做了什么？", "林长制改革"),
        ("为什么嘉禾县和临武县的执法监督不力？", "“执法监督不力”的原因"),
        ("嘉禾县有没有提到“智慧法庭站”？", "“智慧法庭站”。"),
        ("嘉禾县2025年打算怎么解决公证员短缺的问题？", ""),
    ],
)
def test_what_no_sentence_tells_is_refused(ask: Callable[..., Answer], question: str, said: str) -> None:
    answer = ask(question)
    assert answer.abstained, answer.answer
    assert answer.reason in {Reason.NOT_MENTIONED, Reason.NO_SUCH_YEAR}
    assert said in answer.answer
