"""Fixtures of the whole suite: libraries of invented reports and of the seeds, and no outside network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_socket import socket_allow_hosts

from embeddings.encoder import load
from embeddings.hashing import HashingEncoder
from qa.answer.gate import check
from qa.assistant import Assistant
from qa.ingest import FileStatus, add
from qa.library import Library
from qa.reading import read_text
from qa.types import Answer, Report
from tests.districts import MORE_TEXTS

ROOT = Path(__file__).resolve().parent.parent

CLOUD_2024 = """发布机构：云湖区司法局 发布日期：2025-03-20
云湖区2024年法治政府建设工作报告

2024年，云湖区坚持依法行政，现将有关情况报告如下。

一、2024年法治政府建设主要举措和成效

（一）规范行政执法
全区办理行政处罚案件1476件，同比下降12.5%。首违不罚案件230件，涉及金额1.2亿元。行政执法人员持证率由上年的62.5%提升至88.1%。组织执法培训30余次，培训执法人员1850人次。

（二）化解行政争议
全年新收行政复议案件320件，审结305件，其中调解和解96件，直接纠错率8.6%。行政机关负责人出庭应诉率100%。行政诉讼败诉8件，败诉率5.54%，同比上升1.2个百分点。

（三）优化公共法律服务
区法律援助中心受理援助案件587件，挽回损失2300万元。一是建成“湖畔调解室”12个，聘请调解员45名。二是人民调解委员会调解纠纷2640件，调解成功率98.2%。公证处办理公证4120件，其中涉外公证310件。

（四）加强制度建设
出台《云湖区行政规范性文件管理办法》《云湖区重大行政决策目录》《云湖区法律顾问工作规则》，合法性审查文件54件。区长王立担任法治政府建设第一责任人，主持会议6次。“一件事”改革覆盖石桥镇等8个镇街，石桥镇办理执法案件77件。

二、存在的不足

一是基层执法力量薄弱，执法人员老龄化。二是涉外法治人才储备不足。

三、2025年工作安排

一是健全行政执法监督机制，力争执法人员持证率达到95%以上。二是新建法律服务站点20个，完善公证便民举措。
"""

CLOUD_2023 = """发布机构：云湖区司法局 发布日期：2024-03-18
云湖区2023年法治政府建设工作报告

2023年，云湖区坚持依法行政，现将有关情况报告如下。

一、2023年法治政府建设主要举措和成效

（一）规范行政执法
全区办理行政处罚案件1687件。首违不罚案件180件。组织执法培训25次。

（二）化解行政争议
全年新收行政复议案件290件，审结281件。行政诉讼败诉率4.34%。

（三）优化公共法律服务
区法律援助中心受理援助案件540件。人民调解委员会调解纠纷2500件，调解成功率97.5%。

二、存在的不足

一是执法协作机制不够健全。二是普法形式较为单一。

三、2024年工作安排

一是推进行政复议规范化建设。二是新建湖畔调解室12个。
"""

PEAK_2024 = """发布机构：青岚县司法局 发布日期：2025-02-27
青岚县2024年度法治政府建设情况报告

2024年，青岚县深入推进法治政府建设，现将情况报告如下。

一、2024年主要举措和成效

（一）严格规范公正文明执法
全县办理行政处罚案件980件，同比上升4.5%。首违不罚案件230件。组织执法培训40余次，培训执法人员920人。

（二）有效化解矛盾纠纷
全年收到行政复议申请450件，行政复议案件审结402件。行政诉讼败诉率控制在10%以下。人民调解组织调处纠纷3100件，调解成功率98.2%。

（三）提升公共法律服务
县法律援助中心受理援助案件642件，接待来访群众5200人次。开展“法治赶集”活动18场，“蓝衣志愿队”入驻法律服务中心。

二、存在的主要问题

一是部门协同不够顺畅。二是数字化应用水平不高。

三、2025年工作计划

一是完善行政复议听证制度。二是建设县级法治文化公园3个。
"""

PINE_2023 = """发布机构：松屏市司法局 发布日期：2024-04-02
松屏市2023年法治政府建设年度报告

2023年，松屏市扎实推进法治政府建设，现将有关情况报告如下。

一、2023年工作举措和成效

（一）推进严格执法
全市办理行政处罚案件2210件。首违不罚案件95件。

（二）化解行政争议
全年新收行政复议案件610件，审结588件。行政诉讼败诉率6.1%。

（三）完善公共法律服务
市法律援助中心受理援助案件587件。举办“送法下乡”讲座52场，听众1.3万人次。

二、存在的问题

一是执法装备不足。二是法治宣传针对性不强。

三、2024年工作安排

一是推进综合执法改革。二是建成矛盾调解中心5个。
"""

TEXTS = {
    "cloud-2024.txt": CLOUD_2024,
    "cloud-2023.txt": CLOUD_2023,
    "peak-2024.txt": PEAK_2024,
    "pine-2023.txt": PINE_2023,
}
TODAY = date(2025, 6, 1)

Ask = Callable[..., Answer]


def pytest_runtest_setup() -> None:
    """Block the outside network: only this machine may be reached."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


def recheck(assistant: Assistant, answer: Answer) -> Answer:
    """Pass a finished answer through the gate once more, without any figure allowed as computed."""
    return check(answer, assistant.library.report)


@pytest.fixture(scope="session")
def report_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The invented reports as files: 云湖区 2023 and 2024, 青岚县 2024, 松屏市 2023."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {name: folder / name for name in TEXTS}


@pytest.fixture(scope="session")
def cloud() -> Report:
    """The report of 云湖区 for 2024, as it is read."""
    return read_text(CLOUD_2024, "cloud-2024.txt")


@pytest.fixture(scope="session")
def peak() -> Report:
    """The report of 青岚县 for 2024, as it is read."""
    return read_text(PEAK_2024, "peak-2024.txt")


@pytest.fixture(scope="session")
def invented_folder(report_files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the invented reports, built with the shipped encoder; read only."""
    folder = tmp_path_factory.mktemp("invented") / "lib"
    results = add(list(report_files.values()), folder, load(None))
    assert [r.status for r in results] == [FileStatus.ADDED] * len(TEXTS), results
    return folder


@pytest.fixture(scope="session")
def invented(invented_folder: Path) -> Iterator[Assistant]:
    """An assistant over the invented reports, with the shipped encoder."""
    with Library.open(invented_folder) as library:
        yield Assistant(library, load(None))


@pytest.fixture(scope="session")
def hashed(report_files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the invented reports, with an encoder that knows no meaning."""
    folder = tmp_path_factory.mktemp("hashed") / "lib"
    add(list(report_files.values()), folder, HashingEncoder())
    with Library.open(folder) as library:
        yield Assistant(library, HashingEncoder())


@pytest.fixture(scope="session")
def ask(invented: Assistant) -> Ask:
    """Ask the invented reports: the turns of a conversation, the last one answered, on a fixed day."""

    def asked(*turns: str, places: tuple[str, ...] = (), years: tuple[int, ...] = ()) -> Answer:
        return invented.ask(turns, places=places, years=years, today=TODAY)

    return asked


@pytest.fixture(scope="session")
def districts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over five places: four with a report of 2024, one with three years, one with 2023 only."""
    folder = tmp_path_factory.mktemp("districts")
    texts = {name: text for name, text in TEXTS.items() if name != "pine-2023.txt"} | MORE_TEXTS
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    results = add([folder / name for name in texts], folder / "lib", load(None))
    assert [r.status for r in results] == [FileStatus.ADDED] * len(texts), results
    with Library.open(folder / "lib") as library:
        yield Assistant(library, load(None))


@pytest.fixture(scope="session")
def chat(districts: Assistant) -> Ask:
    """Ask the five places: the turns of a conversation, the last one answered, on a fixed day."""

    def asked(*turns: str) -> Answer:
        return districts.ask(turns, today=TODAY)

    return asked


@pytest.fixture(scope="session")
def seeds_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the seeds, built with the shipped encoder; read only."""
    folder = tmp_path_factory.mktemp("seeds") / "lib"
    add([ROOT / "seeds"], folder, load(None))
    return folder


@pytest.fixture(scope="session")
def seeds(seeds_folder: Path) -> Iterator[Assistant]:
    """An assistant over the seeds."""
    with Library.open(seeds_folder) as library:
        yield Assistant(library, load(None))


CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one chromium for all tests of the page: two playwrights do not run in one process."""
    if not CHROMIUM.exists():
        advice = f"no {CHROMIUM}: install it with: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("CI"):
            pytest.fail(advice)
        pytest.skip(advice)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()
