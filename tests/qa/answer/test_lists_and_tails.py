"""Lists of figures that a question names no part of, several asks in few words, and tails on what became of a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer

REPORT = """{place}2024年度法治政府建设情况报告

2024年，{place}扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作和成效

（一）规范执法。办理行政处罚案件1842件，罚没款960.5万元；其中公安机关903件、市场监管局414件、城管局290件、其他单位235件。“首违不罚”适用范围扩大到16个领域、312项轻微违法事项，办理“首违不罚”案件2204件，免罚金额85万元。组织联合检查37次，少跑企业128次。查处非法捕捞案件21件，行政拘留6人。

（二）防灾减灾。7月强降雨期间提前转移群众2718人，无人员伤亡。排查危房隐患58处，解危55处，其余3处已腾空。

（三）化解争议。收到行政复议申请{taken}件，受理{admitted}件，审结201件，其中维持120件、撤销31件、终止50件。一审行政诉讼案件64件，审结60件，败诉{lost}件，败诉率{rate}%。行政机关负责人出庭应诉61件，出庭率95.3%。

（四）服务群众。劝返失学儿童45名，其中石岭镇20名、河湾镇14名、双桥镇11名。为{workers}名农民工追回工资{wages}万元。办理公证2150件，全年创收316.4万元。收到政府信息公开申请73件，予以公开48件、部分公开11件、不予公开9件。

（五）专项治理。查处违规培训39起，处以罚款22.6万元。

二、存在的不足

基层执法力量仍然薄弱，人员编制不足。

三、下一步安排

2025年，持续推进法治政府建设。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    folder: Path = tmp_path_factory.mktemp("lists")
    first = {"taken": 260, "admitted": 230, "lost": 5, "rate": "8.3", "workers": 640, "wages": 815}
    second = {"taken": 310, "admitted": 288, "lost": 7, "rate": "11.7", "workers": 702, "wages": 1190}
    for name, place, figures in (("a.txt", "青田县", first), ("b.txt", "永嘉县", second)):
        (folder / name).write_text(REPORT.format(place=place, **figures), encoding="utf-8")
    add([folder / "a.txt", folder / "b.txt"], folder / "library", load(None))
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns, today=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("turns", "values"),
    [
        (("青田县行政处罚案件按单位各是多少？",), ["1842件", "903件", "414件", "290件", "235件"]),
        (("青田县劝返的失学儿童分布在哪几个镇，各多少名",), ["45名", "20名", "14名", "11名"]),
        (
            ("青田县行政复议审结多少件", "审完的这些都怎么处理的，分别是"),
            ["201件", "120件", "31件", "50件"],
        ),
        (("青田县行政复议", "受理了几件 审完几件"), ["230件", "201件"]),
        (("青田县 行政处罚 案件数 罚没款",), ["1842件", "960.5万元"]),
        (("青田县 行政处罚 案件数 罚没款", "永嘉县呢"), ["1842件", "960.5万元"]),
        (("青田县为农民工追回工资多少", "永嘉呢，人和钱都说下"), ["702名", "1190万元"]),
        (("青田县政府打官司输了多少，率是多少",), ["5件", "8.3%"]),
        (("青田县政府打官司输了多少，率是多少", "永嘉县呢"), ["7件", "11.7%"]),
        (("青田县首违不罚案件多少", "管到多少个领域、多少个事项啊"), ["16个", "312项"]),
        (("青田县联合检查几次 少跑企业几趟",), ["37次", "128次"]),
        (("青田县公证多少件", "这个他们挣钱吗,挣了多少"), ["316.4万元"]),
        (
            ("青田县2024年复议审结的案子怎么处理的，各多少件", "永嘉县呢"),
            ["201件", "120件", "31件", "50件"],
        ),
        (("青田县行政诉讼收了多少件、败了多少",), ["64件", "5件"]),
        (("青田县法律明白人多少名", "永嘉的复议收案呢", "那它行政诉讼审结多少、败了多少"), ["60件", "7件"]),
        (("青田县信息公开申请收到几件，全部公开几件，不公开几件",), ["73件", "48件", "9件"]),
        (("青田县查处违规培训多少起，罚了多少钱",), ["39起", "22.6万元"]),
    ],
)
def test_each_thing_asked_has_its_figure(
    ask: Callable[..., Answer], turns: tuple[str, ...], values: list[str]
):
    answer = ask(*turns)
    assert [f"{v.value}{v.unit}" for v in answer.values] == values


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("青田县汛期转移了多少群众，有没有死人",), ["2718人", "无人员伤亡"]),
        (("青田县汛期转移了多少群众", "死人了没"), ["无人员伤亡"]),
        (("青田县危房隐患排查几处，都弄好了吗",), ["58处", "解危55处，其余3处已腾空"]),
        (("青田县查处非法捕捞多少件，关人了没",), ["21件", "行政拘留6人"]),
        (("青田县行政复议审结多少、剩下的怎么回事",), ["201件", "终止50件"]),
    ],
)
def test_a_tail_is_told_by_the_clause_that_holds_it(
    ask: Callable[..., Answer], turns: tuple[str, ...], told: list[str]
):
    answer = str(ask(*turns).answer)
    assert [words for words in told if words not in answer] == []


def test_what_stands_behind_a_figure_is_no_part_of_it(ask: Callable[..., Answer]):
    answer = ask("青田县行政复议申请按类型各多少件")
    assert "201件" not in [f"{v.value}{v.unit}" for v in answer.values]


def test_a_summary_of_lawsuits_tells_suits_losses_and_who_came(ask: Callable[..., Answer]):
    answer = str(ask("青田县行政应诉情况说说").answer)
    assert all(figure in answer for figure in ("64件", "败诉5件", "61件"))


def test_the_state_of_a_matter_is_told_whole(ask: Callable[..., Answer]):
    answer = str(ask("青田县公证多少件", "永嘉县出庭情况").answer)
    assert "61件" in answer and "95.3%" in answer
