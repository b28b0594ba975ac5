"""Questions that ask for a form and no figure: documents, examples, honours, sections, meanings, reasons, practices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, AnswerKind, Reason
from tests.asking import asking

FIRST = """乐亭县2024年度法治政府建设情况报告

2024年，乐亭县深入学习贯彻习近平法治思想，落实《法治政府建设实施纲要（2021—2025年）》，现将有关情况报告如下。

第一部分  主要做法及成效

一、突出惠企便民，营商环境“一流化”

出台《乐亭县涉企检查管理办法》，涉企检查减少到812次，降幅21.3%。建立“检查静默期”制度，每月上旬除投诉举报外，不得开展涉企现场检查。推行“容错清单”66项，对132起轻微违法行为不予处罚。

二、突出公正执法，执法质效“精准化”

在全省率先推行“渔港执法哨”，设立哨点7个，相关做法被省司法厅推广。县水务局1件案卷获评全省优秀案卷。

三、突出定分止争，纠纷化解“多元化”

收到行政复议申请77件，审结70件。负责人应出庭22件，实际出庭21件，未出庭的1件系负责人因病住院由副职代为出庭。推广“老船长评理”调解品牌，调解纠纷2316件。司法所所长王桂兰被授予“全国先进工作者”称号。县政府网站在全市评估中排名第四，较上年下降1位。

第二部分  存在的不足

1.执法力量不足。持证执法人员仅86人，主要由于编制紧缺。

2.出庭效果不好。部分负责人出庭不发声，原因在于庭前准备不充分。

第三部分  下一步打算

（一）充实力量。新增持证人员20名。

（二）提升质效。印发《乐亭县出庭指引》，组织旁听8场。

乐亭县人民政府
2025年1月20日
"""
SECOND = """滦南县2024年度法治政府建设情况报告

2024年，滦南县推进法治政府建设，现将有关情况报告如下。

一、主要工作

（一）优化法治化营商环境

推出“企业开办一窗办”，办件1.2万件，时限压缩61%。开展公平竞争审查43件。

（二）化解矛盾纠纷

建成调解室35个，化解纠纷1875件。“信得过”调解室是指由群众推选调解员组成的调解室。

二、存在的问题

一是普法形式单一；二是执法信息化不足。

三、下一步计划

推进执法信息化。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(
        tmp_path_factory.mktemp("forms"),
        (
            FIRST,
            SECOND,
        ),
        date(2026, 7, 1),
    ) as ask:
        yield ask


def test_documents_issued_are_listed_by_title(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县2024年出台了哪些文件？").answer
    assert "《乐亭县涉企检查管理办法》" in answer
    assert "实施纲要" not in answer  # studied, not issued
    assert "出庭指引" not in answer  # planned


def test_documents_named_are_all_listed(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县报告提到的《》文件有哪些？")
    assert all(title in answer.answer for title in ("实施纲要", "涉企检查管理办法", "出庭指引"))
    assert answer.kind is AnswerKind.LIST


def test_examples_are_of_the_topic(ask: Callable[..., Answer]) -> None:
    answer = ask("举个例子说说乐亭县怎么优化营商环境").answer
    assert "检查静默期" in answer
    assert "老船长" not in answer


@pytest.mark.parametrize("asked", ["获得了哪些荣誉", "获得了哪些表彰", "2024年有哪些荣誉称号"])
def test_honours_of_people_and_units_are_all_listed(ask: Callable[..., Answer], asked: str) -> None:
    answer = ask(f"乐亭县{asked}？").answer
    assert "全省优秀案卷" in answer
    assert "王桂兰" in answer


def test_honours_of_a_level(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县获得哪些国家级荣誉？").answer
    assert "王桂兰" in answer
    assert "全省优秀案卷" not in answer


def test_highlights_stand_beside_the_headings(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县2024年法治政府建设有哪些亮点？").answer
    assert "突出惠企便民" in answer
    assert "渔港执法哨" in answer


def test_new_practices_are_sentences(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县2024年有什么创新做法？").answer
    assert "渔港执法哨" in answer
    assert "突出公正执法" not in answer


def test_outline(ask: Callable[..., Answer]) -> None:
    answer = ask("列一个乐亭县2024年法治政府建设的提纲").answer
    assert all(head in answer for head in ("第一部分", "三、突出定分止争", "第二部分", "第三部分"))


def test_a_table_gives_the_figures(ask: Callable[..., Answer]) -> None:
    answer = ask("把乐亭县行政复议数据做成表格").answer
    assert "77件" in answer
    assert "表格" not in answer


def test_one_sentence_is_three_lines(ask: Callable[..., Answer]) -> None:
    lines = ask("一句话概括乐亭县2024年法治政府建设").answer.splitlines()
    assert len(lines) == 3
    assert "突出惠企便民" in lines[0]


def test_problems_with_their_causes_are_all_told(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县存在的问题及原因是什么？").answer
    assert "编制紧缺" in answer
    assert "庭前准备不充分" in answer


def test_a_part_by_number(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县报告第二部分说了什么？").answer
    assert "编制紧缺" in answer
    assert "调解" not in answer


def test_an_item_of_a_part(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县报告第三部分（二）说了什么？").answer
    assert "旁听8场" in answer
    assert "20名" not in answer


def test_a_section_by_words(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县报告“突出惠企便民”这一节讲了什么？").answer
    assert "涉企检查减少到812次" in answer
    assert "渔港" not in answer


def test_a_part_that_is_not_there(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县报告第四部分讲什么？")
    assert answer.reason is Reason.NOT_MENTIONED
    assert "第三部分 下一步打算" in answer.answer


def test_a_word_that_is_only_mentioned_is_kept_whole(ask: Callable[..., Answer]) -> None:
    answer = ask("“老船长评理”是什么意思？").answer
    assert "只提到“老船长评理”" in answer
    assert "调解品牌" in answer


@pytest.mark.parametrize("word", ["“信得过”调解室", "检查静默期"])
def test_a_word_that_is_explained(ask: Callable[..., Answer], word: str) -> None:
    answer = ask(f"什么是{word}？").answer
    assert "没有解释" not in answer
    assert "推选" in answer or "不得开展" in answer


def test_contents_that_are_not_told(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县“容错清单”包括哪些内容？").answer
    assert "没有写明“容错清单”的具体内容" in answer
    assert "66项" in answer


def test_the_reason_of_what_did_not_happen(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县为什么有1件案件负责人没有出庭？").answer
    assert "因病住院" in answer
    assert "庭前准备" not in answer


@pytest.mark.parametrize("asked", ["网站排名为什么下降", "行政复议增长的原因是什么"])
def test_no_reason_is_made_of_another_thing(ask: Callable[..., Answer], asked: str) -> None:
    assert ask(f"乐亭县{asked}？").reason is Reason.NOT_MENTIONED


@pytest.mark.parametrize(
    "asked", ["在优化营商环境上有什么不同", "优化营商环境各自怎么做的", "在优化营商环境上有哪些共同点"]
)
def test_practices_of_two_places(ask: Callable[..., Answer], asked: str) -> None:
    answer = ask(f"乐亭县和滦南县{asked}？")
    assert answer.kind is AnswerKind.COMPARISON
    assert "检查静默期" in answer.answer
    assert "企业开办一窗办" in answer.answer
    assert "较多" not in answer.answer


def test_problems_side_by_side_are_called_neither_alike_nor_different(ask: Callable[..., Answer]) -> None:
    answer = ask("乐亭县和滦南县存在的问题有什么相同之处？").answer
    assert answer.startswith("各地报告的原文分列如下")
    assert "执法力量不足" in answer
    assert "执法信息化不足" in answer
