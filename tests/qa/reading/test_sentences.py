"""Sentence ends and topic sentences of items."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.sentences import sentences_in, with_leads
from qa.text import fold


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences_in(text, fold(text), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("办案3件。结案2件！真的？", ["办案3件。", "结案2件！", "真的？"]),
        ("受理4件；办结3件。", ["受理4件；办结3件。"]),
        ("一是学法;二是普法；三是执法。", ["一是学法;", "二是普法；", "三是执法。"]),
        ("存在不足:一是人少;二是钱少。", ["存在不足:", "一是人少;", "二是钱少。"]),
        ("有两项：（1）甲；（2）乙。", ["有两项：", "（1）甲；", "（2）乙。"]),
        ("平台：①开通热线；②设窗口。", ["平台：", "①开通热线；", "②设窗口。"]),
        ("纠错率4.76%；复议诉讼比3.97:1；清单3.0版。", ["纠错率4.76%；复议诉讼比3.97:1；清单3.0版。"]),
        ("开展“你问。我答。”活动5次。", ["开展“你问。我答。”", "活动5次。"]),
        ("他说“好。”，随后离开。", ["他说“好。”，随后离开。"]),
        ("出台《通知。》文件(见附件。)共3件。", ["出台《通知。》文件(见附件。)共3件。"]),
        ("“永不闭合的引号。第二句。", ["“永不闭合的引号。", "第二句。"]),
        ("全覆盖. 二是普法.", ["全覆盖.", "二是普法."]),
        ("纠错率10.8%.全区应诉8件.", ["纠错率10.8%.", "全区应诉8件."]),
        ("面不够宽.2025年,要做好三件事.", ["面不够宽.", "2025年,要做好三件事."]),
        ("见附件一.2和2.5倍。", ["见附件一.2和2.5倍。"]),
        ("办结。。。继续。", ["办结。。。", "继续。"]),
        ("办结。 | ", ["办结。 |"]),
        ("| 复议。申请 | 12 |", ["| 复议。申请 | 12 |"]),
        ("时间为9:30至11:30。", ["时间为9:30至11:30。"]),
        ("是否合法;是否合理;是否适当。", ["是否合法;是否合理;是否适当。"]),
    ],
)
def test_sentence_ends(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def leads(*lines: str) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    folded, at, spans = fold(text), 0, []
    for line in lines:
        spans.append(sentences_in(text, folded, at, at + len(line)))
        at += len(line) + 1
    return [(text[span.start : span.end], span.lead) for span in with_leads(text, folded, spans)]


def test_the_topic_sentence_leads_the_rest_of_its_item() -> None:
    assert leads("总体良好。一是学法。学法4次。二是普法。讲课3场。") == [
        ("总体良好。", ""),
        ("一是学法。", ""),
        ("学法4次。", "一是学法。"),
        ("二是普法。", ""),
        ("讲课3场。", "二是普法。"),
    ]


def test_order_words_and_ordinals_are_items() -> None:
    got = leads("首先，健全制度。制定3部。其次，强化应诉。出庭5次。最后，培训。训练9人。")
    assert [lead for _, lead in got] == ["", "首先，健全制度。", "", "其次，强化应诉。", "", "最后，培训。"]
    assert leads("第一，学法。四次。其二，普法。")[1][1] == "第一，学法。"


def test_inner_items_have_the_outer_topic() -> None:
    got = leads("一是执法:(1)查案3件。罚款2万。(2)结案2件。二是普法。")
    assert got[1] == ("(1)查案3件。", "一是执法:")
    assert got[2] == ("罚款2万。", "(1)查案3件。")
    assert got[4] == ("二是普法。", "")


def test_a_long_topic_gives_its_first_clause() -> None:
    first = "一是推行首违不罚，" + "全面梳理事项清单并动态调整，" * 6 + "成效明显。"
    assert leads(first + "办案3件。")[1] == ("办案3件。", "一是推行首违不罚")


def test_an_item_goes_over_lines_only_if_the_list_goes_on() -> None:
    got = leads("一是学法。", "学法4次。", "二是普法。", "以上工作成效明显。")
    assert [lead for _, lead in got] == ["", "一是学法。", "", ""]


def test_a_lead_in_for_a_new_list_is_in_no_item() -> None:
    assert leads("不足:(1)人少。打算:(1)增编。")[2] == ("打算:", "")


def test_markdown_marks_before_an_item() -> None:
    assert leads("**一是**学法。学法4次。")[1][1] == "**一是**学法。"


def test_rows_of_a_table_are_led_by_its_first_row() -> None:
    got = leads("下表。", "| 指标 | 2023年 |", "| 复议 | 12件 |", "完。")
    assert [lead for _, lead in got] == ["", "", "| 指标 | 2023年 |", ""]


@given(st.text(alphabet="法一二是(1)（）。；;:：“”《》！?.\n 　3", max_size=120))
def test_sentences_hold_every_character_but_blanks(text: str) -> None:
    spans = sentences_in(text, fold(text), 0, len(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert len(with_leads(text, fold(text), [spans])) == len(spans)
