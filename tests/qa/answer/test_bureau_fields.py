"""A city of which only a bureau of education is held: everyday words of its field, places inside it, turns that go on with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.question.words.departments import read_fields, words_of_field
from qa.types import Answer, Reason

REPORT = """黄石市教育局2024年法治政府建设情况报告
发布日期：2025年1月20日　　来源：黄石市教育局

　　2024年，黄石市教育局扎实推进依法治教。现将有关情况报告如下。
　　一、主要工作
　　（一）校外培训治理。开展联合检查96次，查处违规培训52起，其中大冶市14起、阳新县9起、其他区29起；处以罚款31.4万元，为家长追回学费207.5万元。
　　（二）学生保护。核实校园欺凌27条，处理涉事学生63人。在用校车718辆，查处校车超员21起。
　　（三）师德监督。查处收受礼金等师德违规18起，处理教师24人，其中撤销教师资格3人。受理教师申诉13件。
　　（四）信访和争议。全年接收群众信访和投诉2961件，其中收费类704件。以我局为被申请人的行政复议8件，行政诉讼案件5件。
　　（五）各县市数据。大冶市示范校16所，阳新县示范校11所，西塞山区示范校9所。
　　二、存在问题
　　一是校园餐抽检不合格样品14批次。
"""
OTHER = """石门县2024年法治政府建设情况报告
发布日期：2025年1月22日　　来源：石门县人民政府

　　2024年，石门县推进依法行政。
　　一、主要工作
　　全县办理行政复议案件96件，作出行政处罚决定1410件。
"""

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("fields")
    for name, text in {"one.txt": REPORT, "two.txt": OTHER}.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder / "one.txt", folder / "two.txt"], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("黄石校外培训查处了多少起违规", "52起"),
        ("黄石市2024年处理了多少收礼的老师", "24人"),
        ("黄石教育系统信访投诉多少件", "2961件"),  # 教育系统 is the bureau with all it stands over
        ("黄石2024年核实校园欺凌多少条", "27条"),
    ],
)
def test_words_of_the_field_are_the_bureaus(ask: Ask, question: str, printed: str):
    answer = ask(question)
    assert printed in answer.answer
    assert "黄石市教育局" in answer.answer


@pytest.mark.parametrize(
    "question", ["黄石2024年行政复议多少件", "黄石2024年罚款多少万元", "黄石市公安系统信访多少件"]
)
def test_what_every_body_counts_stays_refused(ask: Ask, question: str):
    assert ask(question).reason is Reason.NO_SUCH_PLACE


def test_the_turns_behind_go_on_with_the_bureau(ask: Ask):
    assert "704件" in ask("黄石教育系统信访投诉多少件", "收费的呢").answer
    assert "13件" in ask("黄石教育系统信访投诉多少件", "收费的呢", "老师申诉多少件").answer
    assert "718辆" in ask("黄石2024年行政复议多少件", "校车有多少辆").answer  # after a refusal
    assert ask("黄石校车有多少辆", "行政诉讼呢").reason is Reason.NO_SUCH_PLACE
    assert "8件" in ask("黄石教育系统信访投诉多少件", "行政复议呢").answer


def test_counties_inside_are_set_side_by_side_and_left_again(ask: Ask):
    first = "黄石校外培训查处了多少起违规"
    compared = ask(first, "大冶和阳新哪个多")
    assert "大冶市14起" in compared.answer
    assert "9起" in compared.answer
    assert "31.4万元" in ask(first, "大冶和阳新哪个多", "罚了多少钱").answer
    asides = (first, "市区占多少", "大冶和阳新哪个多", "罚了多少钱")
    assert "31.4万元" in ask(*asides).answer  # and no share again
    ranked = ask("按示范校数量把阳新县、大冶市、西塞山区从多到少排一下")
    assert "大冶市最多" in ranked.answer
    assert "示范校" in ask(first, "大冶和阳新哪个多", "示范校谁多").answer


def test_the_table_of_fields_is_read(tmp_path):
    assert words_of_field("交通运输局", "网约车罚了几起") == ["网约车"]
    assert words_of_field("某某办", "网约车罚了几起") == []
    path = tmp_path / "departments.toml"
    path.write_text("fields = '''\n甲 乙 = 丙\n'''\n", encoding="utf-8")
    assert read_fields(path) == {"甲": ("丙",), "乙": ("丙",)}
