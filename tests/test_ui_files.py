"""Files dropped on the real page, a library that another process changes, and filters, in a real browser."""

from __future__ import annotations

import fcntl
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.test_ui import (
    HOSTILE,
    PHONE,
    QUESTION,
    ROOT,
    WIDE,
    _ask,
    _assert_sound,
    _clean_environment,
    _last,
    _visit,
    _watch,
    serving,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GOOD = """象山县2023年法治政府建设工作报告

2023年,象山县扎实推进法治政府建设。现报告如下:
一、主要成效
(一)完善复议机制。全年收到行政复议案件76件,办理法律援助案件31件。
(二)全县开展普法宣传活动42场。
二、存在的不足
基层执法力量薄弱。
"""
OF_GOOD = "象山县2023年收到行政复议案件多少件？"


def _add(library: Path, *paths: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "qa", "add", *map(str, paths), "--library", str(library)],
        cwd=ROOT,
        env=_clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Make a library of the seeds that one test may change."""
    folder = tmp_path / "library"
    assert "added" in _add(folder, ROOT / "seeds")
    return folder


@pytest.fixture
def own(tmp_path: Path, library: Path) -> Iterator[str]:
    """Serve a page of its own over it."""
    (tmp_path / "server").mkdir()
    with serving(tmp_path / "server", str(library)) as address:
        yield address


@pytest.fixture
def page(browser: Browser, own: str) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE, locale="zh-CN", color_scheme="light")
    opened = _watch(context.new_page())
    _visit(opened, own)
    yield opened
    _assert_sound(opened)
    context.close()


def _write(folder: Path, **texts: str) -> dict[str, Path]:
    folder.mkdir(exist_ok=True)
    paths = {name: folder / f"{name}.txt" for name in texts}
    for name, path in paths.items():
        path.write_text(texts[name], encoding="utf-8")
    return paths


def _give(opened: Page, *paths: Path) -> list[str]:
    """Upload files; give the line of each."""
    opened.set_input_files("#fw-levers input[type=file]", [str(path) for path in paths])
    expect(opened.locator(".fw-arrival")).to_have_count(len(paths), timeout=20_000)
    return opened.locator(".fw-arrival").all_inner_texts()


DROP = """async (files) => {
  const zone = document.querySelector(".fw-drop");
  const carried = new DataTransfer();
  for (const [name, text] of files) carried.items.add(new File([text], name, {type: "text/plain"}));
  zone.dispatchEvent(new DragEvent("dragover", {dataTransfer: carried, bubbles: true, cancelable: true}));
  const marked = document.body.classList.contains("fw-dragging");
  zone.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
  return [marked, document.body.classList.contains("fw-dragging")];
}"""


def test_files_are_added_refused_and_replaced_only_when_confirmed(page: Page, tmp_path: Path) -> None:
    seed = next((ROOT / "seeds").glob("cixi*.txt")).read_text(encoding="utf-8")
    files = _write(
        tmp_path / "in", good=GOOD, newer=seed.replace("587件", "588件"), short="<b>短</b>", same=seed
    )
    (tmp_path / "in" / "表.xls").write_bytes(b"PK")
    lines = _give(page, *files.values(), tmp_path / "in" / "表.xls")
    assert re.match("已加入\\s+good.txt 象山县 2023年", lines[0])
    assert re.match("待确认\\s+newer.txt 库中已有慈溪市 2024年的报告，读自 cixi-2024.txt", lines[1])
    assert re.match("未加入\\s+short.txt 只有标题", lines[2])
    assert re.match("没有变化\\s+same.txt 慈溪市 2024年", lines[3])
    assert "不支持的格式 .xls" in lines[4]
    # the first screen and the filters know the new report at once
    expect(page.locator(".fw-holdings")).to_contain_text("象山县 2023年")
    page.locator("#fw-places input").click()
    page.get_by_role("option", name="象山县").click()
    page.keyboard.press("Escape")
    _ask(page, "收到行政复议案件多少件？")
    assert "76件" in _last(page, ".fw-words")
    page.locator(".fw-turn[data-last] .fw-chip").first.click()
    expect(page.locator("#fw-panel .fw-quote")).to_have_text("全年收到行政复议案件76件")
    # nothing was replaced before the reader said so
    page.locator("#fw-places .token-remove").first.click()
    _ask(page, QUESTION)
    assert "587件" in _last(page, ".fw-words")
    page.click(".fw-replace")
    expect(page.locator(".fw-arrival").nth(1)).to_contain_text("已替换", timeout=20_000)
    _ask(page, QUESTION)
    assert "588件" in _last(page, ".fw-words")
    assert page.locator(".fw-turn").count() == 3  # the conversation went on


def test_files_are_dropped_and_told_in_english(page: Page) -> None:
    page.click("#fw-language")
    expect(page.locator(".fw-drop")).to_contain_text("Drop report files or a folder here")
    marked = page.evaluate(DROP, [["west.txt", GOOD], ["no.txt", "x"]])
    assert marked == [True, False]
    expect(page.locator(".fw-arrival")).to_have_count(2, timeout=20_000)
    expect(page.locator(".fw-arrival").first).to_have_text("Added west.txt 象山县 2023")
    expect(page.locator(".fw-arrival").last).to_contain_text("Not added no.txt")
    page.click("#fw-language")
    expect(page.locator(".fw-arrival").first).to_have_text("已加入 west.txt 象山县 2023年")


def test_names_of_files_are_plain_text_and_lead_nowhere(page: Page, tmp_path: Path, library: Path) -> None:
    hostile = tmp_path / "<img src=x onerror=window.pwned=1>.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    (line,) = _give(page, hostile)
    assert line.startswith("已加入")
    assert "img src=x onerror=window.pwned=1" in line
    assert "写给机器的指令" in line
    page.evaluate(DROP, [["../../../escaped.txt", "短"], ["a.txt\\u0000.exe", "短"]])
    expect(page.locator(".fw-arrival")).to_have_count(2, timeout=20_000)
    assert page.locator("#fw-arrivals :is(img, script, svg, a)").count() == 0
    assert list(tmp_path.rglob("*escaped*")) == []
    assert {p.name for p in library.parent.iterdir()} >= {"library", "server"}


def test_a_file_that_is_too_large_is_not_sent(page: Page) -> None:
    page.evaluate("""() => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(64 * 1024 * 1024 + 1)], "<b>large.pdf"));
      document.querySelector(".fw-drop").dispatchEvent(
        new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
    }""")
    expect(page.locator(".fw-too-large li")).to_have_text(
        "<b>large.pdf：超过 64 MB，没有上传；请拆分，或只保留报告正文"
    )
    assert page.locator(".fw-arrival").count() == 0


def test_a_library_that_is_locked_or_cannot_be_written_is_told(page: Page, library: Path) -> None:
    files = [["good.txt", GOOD]]
    with (library / ".lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        page.evaluate(DROP, files)
        expect(page.locator(".fw-arrival-error")).to_contain_text("正由另一个程序写入", timeout=25_000)
    (library / ".lock").unlink()
    (library / ".lock").mkdir()
    page.evaluate(DROP, files)
    expect(page.locator(".fw-arrival-error")).to_contain_text("不能写入", timeout=20_000)
    page.click("#fw-language")
    (library / ".lock").rmdir()
    page.evaluate(DROP, files)
    expect(page.locator(".fw-arrival")).to_contain_text("Added", timeout=20_000)
    expect(page.locator(".fw-arrival-error")).to_have_count(0)


def test_a_report_that_another_process_adds_is_answered_from_at_once(
    page: Page, tmp_path: Path, library: Path, own: str
) -> None:
    _ask(page, OF_GOOD)
    assert _last(page, ".fw-reason") == "库中没有这个地区"
    _ask(page, QUESTION)
    assert "added" in _add(library, _write(tmp_path / "in", good=GOOD)["good"])
    _ask(page, OF_GOOD)
    assert "76件" in _last(page, ".fw-words")
    assert page.locator(".fw-turn").count() == 3
    page.locator("#fw-places input").click()
    expect(page.get_by_role("option", name="象山县")).to_be_visible()
    page.keyboard.press("Escape")
    page.click("#fw-fresh")
    expect(page.locator(".fw-holdings")).to_contain_text("象山县 2023年")
    _visit(page, own)
    expect(page.locator(".fw-holdings")).to_contain_text("象山县 2023年")


def test_a_filter_says_what_it_leaves_out_and_is_cleared(page: Page) -> None:
    page.locator("#fw-places input").click()
    page.get_by_role("option", name="瓯海区").click()
    page.keyboard.press("Escape")
    _ask(page, QUESTION)
    assert _last(page, ".fw-reason") == "被筛选排除"
    assert _last(page, ".fw-words p").startswith("筛选只看瓯海区；慈溪市2024年的报告在库中，但被筛选排除")
    assert page.locator(".fw-turn[data-last] table").count() == 0
    page.get_by_role("button", name="清除筛选，再问一次").click()
    expect(page.locator(".fw-turn[data-last] .fw-words")).to_contain_text("587件")
    assert page.locator(".fw-turn").count() == 1
    assert page.locator("#fw-places .token").count() == 0
    page.locator("#fw-places input").click()
    page.get_by_role("option", name="慈溪市").click()
    page.keyboard.press("Escape")
    _ask(page, QUESTION)
    assert "587件" in _last(page, ".fw-words")
    assert (
        page.locator(".fw-turn[data-last] .fw-follows").count() == 0
    )  # no step out of the filter is offered


def test_a_phone_adds_files_too(browser: Browser, own: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="zh-CN")
    phone = _watch(context.new_page())
    _visit(phone, own)
    with phone.expect_file_chooser() as chooser:
        phone.locator(".fw-pick").click()
    chooser.value.set_files(str(_write(tmp_path / "in", good=GOOD)["good"]))
    expect(phone.locator(".fw-arrival")).to_contain_text("已加入", timeout=20_000)
    expect(phone.locator(".fw-arrival")).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    _assert_sound(phone)
    context.close()


def test_a_server_that_is_gone_is_told_in_our_words(browser: Browser, library: Path, tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    context = browser.new_context(viewport=WIDE, locale="zh-CN")
    opened = context.new_page()
    with serving(tmp_path / "server", str(library)) as address:
        _visit(opened, address)
    opened.fill("#fw-box textarea", QUESTION)
    opened.click("#fw-send")
    expect(opened.locator(".toast-body")).to_contain_text("与法问的连接断了", timeout=20_000)
    assert "onnection" not in opened.locator(".toast-body").inner_text()
    expect(opened.locator("#fw-box textarea")).to_have_value(QUESTION)
    context.close()


DROP_FOLDER = """(text) => {
  const file = (name) => ({
    name, isFile: true, isDirectory: false, file: (done) => done(new File([text], name, {type: "text/plain"})),
  });
  const folder = (name, inside) => ({
    name, isFile: false, isDirectory: true,
    createReader: () => { let read = false; return { readEntries: (done) => { done(read ? [] : inside); read = true; } }; },
  });
  const saved = folder("甲_files", [file("chat.html"), file("a.js")]);
  const top = folder("报告", [file("甲.html"), saved, folder("乙_files", [file("good.txt")]), folder(".git", [file("x.txt")])]);
  const event = new Event("drop", { bubbles: true, cancelable: true });
  const items = [{ kind: "file", webkitGetAsEntry: () => top }];
  Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], items, files: [] } });
  document.querySelector(".fw-drop").dispatchEvent(event);
}"""


def test_a_dropped_folder_is_walked_without_what_a_browser_saved_with_a_page(page: Page) -> None:
    page.evaluate(DROP_FOLDER, GOOD)
    expect(page.locator(".fw-arrival")).to_have_count(2, timeout=20_000)
    lines = page.locator(".fw-arrival").all_inner_texts()
    assert sorted(line.split()[1] for line in lines) == ["good.txt", "甲.html"]


def test_why_a_file_was_refused_follows_the_language_switch(page: Page, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    assert "请先解压" in _give(page, tmp_path / "a.zip")[0]
    page.locator("#fw-language").click()
    expect(page.locator(".fw-arrival")).to_contain_text("unpack it first")
    assert "解压" not in page.locator(".fw-arrival").inner_text()
