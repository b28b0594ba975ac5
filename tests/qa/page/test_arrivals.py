"""What became of dropped files, as the reader sees it."""

from __future__ import annotations

import re
from pathlib import Path

from qa.ingest import FileResult, FileStatus
from qa.message import Message
from qa.page.arrivals import render_arrivals
from qa.page.intake import Outcome
from qa.page.labels import labels_for
from qa.settings import Language

CHINESE, ENGLISH = labels_for(Language.CHINESE), labels_for(Language.ENGLISH)


def refused(name: str) -> FileResult:
    reason = Message(f"{name}: 没有汉字; 请添加中文报告", f"{name}: no Chinese; add a Chinese report")
    return FileResult(Path(name), FileStatus.REJECTED, None, reason)


def files_in(html: str) -> list[str]:
    return re.findall(r'class="fw-arrival-file">([^<]*)<', html)


def test_reasons_follow_the_language_and_do_not_repeat_the_name() -> None:
    outcome = Outcome((refused("a.txt"),))
    assert "没有汉字" in str(render_arrivals(outcome, (), CHINESE))
    english = str(render_arrivals(outcome, (), ENGLISH))
    assert "no Chinese; add" in english and english.count("a.txt") == 1


def test_a_name_that_cannot_be_printed_is_not_repeated_either() -> None:
    result = FileResult(Path("a\x1bb.txt"), FileStatus.REJECTED, None, "a_b.txt: 没有汉字; 请添加中文报告")
    html = str(render_arrivals(Outcome((result,)), (), CHINESE))
    assert "\x1b" not in html and html.count("没有汉字") == 1 and html.count("b.txt") == 1


def test_many_files_are_counted_and_those_that_ask_for_something_come_first() -> None:
    good = [FileResult(Path(f"{i}.txt"), FileStatus.ADDED, f"r{i}") for i in range(9)]
    html = str(render_arrivals(Outcome((*good, refused("bad.txt"))), (), CHINESE))
    assert "已加入 9 · 未加入 1" in html
    assert files_in(html)[0] == "bad.txt" and files_in(html)[1:] == [f"{i}.txt" for i in range(9)]
    assert "Added 9 · Not added 1" in str(render_arrivals(Outcome((*good, refused("bad.txt"))), (), ENGLISH))


def test_few_files_keep_their_order_and_need_no_count_when_all_went_well() -> None:
    good = [FileResult(Path(f"{i}.txt"), FileStatus.ADDED, f"r{i}") for i in range(3)]
    html = str(render_arrivals(Outcome((*good, refused("bad.txt"))), (), CHINESE))
    assert files_in(html) == ["0.txt", "1.txt", "2.txt", "bad.txt"]
    assert "fw-tally" not in str(render_arrivals(Outcome(tuple(good)), (), CHINESE))
