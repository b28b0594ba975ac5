from __future__ import annotations

from qa.message import Form, Message, by_line, changed, english_of, joined, listed, told_in
from qa.settings import Language

HELD = Form("{}有{}份报告。", "{} has {} reports.")


def test_a_form_takes_each_language_of_what_is_put_in() -> None:
    told = HELD(Message("全库", "the library"), 3)
    assert told == "全库有3份报告。"
    assert told.english == "the library has 3 reports."
    assert told_in(Language.ENGLISH, told) == "the library has 3 reports."
    assert type(told_in(Language.CHINESE, told)) is str


def test_words_of_a_report_have_one_form() -> None:
    assert told_in(Language.ENGLISH, "全市587件") == english_of("全市587件") == "全市587件"


def test_english_sentences_are_set_apart_and_names_listed() -> None:
    assert (HELD("甲", 1) + HELD("乙", 2)).english == "甲 has 1 reports. 乙 has 2 reports."
    assert ("前" + HELD("甲", 1)).english == "前甲 has 1 reports."
    assert listed(["甲", "乙"]) == "甲、乙"
    assert listed(["甲", "乙"]).english == "甲, 乙"
    assert joined(["a.", "b"], "\n", "\n").english == "a.\nb"


def test_lines_keep_both_languages_or_chinese_alone() -> None:
    first, second = by_line(Message("甲\n乙", "one\ntwo"))
    assert (first, english_of(second)) == ("甲", "two")
    assert [english_of(line) for line in by_line(Message("甲\n乙", "one"))] == ["甲", "乙"]
    assert by_line("甲\n乙") == ["甲", "乙"]


def test_a_change_reaches_both_languages() -> None:
    marked = changed(Message("甲[1]", "one[1]"), lambda words: words.replace("[1]", "[4]"))
    assert (marked, english_of(marked)) == ("甲[4]", "one[4]")
    assert changed("甲[1]", str.lower) == "甲[1]"
