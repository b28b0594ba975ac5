from __future__ import annotations

import time
from pathlib import Path

import pytest

from qa.errors import BadSetting
from qa.question.words.cues import find_cued, read_cues
from qa.question.words.lexicon import Lexicon
from qa.question.words.term_reading import read_terms

FOLDER = Path(__file__).parents[4] / "qa" / "question" / "words"


def meant(question: str) -> set[str]:
    return {cued.officials[0] for cued in find_cued(question)}


def test_the_shipped_list_is_large_and_says_enough() -> None:
    lines = read_cues(FOLDER / "cues.toml")
    assert len(lines) > 100
    assert all(len(line.groups) > 1 for line in lines)
    assert {len(word) for line in lines for word in line.officials if len(word) < 2} == set()


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("庄上那些明白点规矩、会给乡亲指点的热心人有多少", "法律明白人"),
        ("嫌处理得不公、跑去上级那儿讨说法的有几件", "行政复议"),
        ("县长领着大伙坐在一起听法律课听了几回", "学法"),
        ("律师上门给公司做体检做了几家", "法治体检"),
        ("几家部门一道上门去查的有几次", "综合查一次"),
        ("从大牢放出来之后又去犯事的占几成", "重新犯罪率"),
        ("街坊提的那些话政府用上了几条", "采纳"),
        ("市长亲自去过几趟法庭", "政府主要负责人"),
        ("局长们坐到法庭上去的有几回", "负责人出庭"),
    ],
)
def test_words_that_stand_apart_mean_one_thing_in_any_order(question: str, official: str) -> None:
    assert official in meant(question)


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("两口子和邻居吵架的调解了多少", "婚姻家庭"),  # a joint adds a thing of its own
        ("村里行政复议做得好的明白人懂规矩", "法律明白人"),  # an official word between them
        ("乡下律师懂法的人有几个", "法律明白人"),  # a word that must not be said
        ("农村的孩子近视的有几个", "法律明白人"),
        ("村里有办法的人有几个", "法律明白人"),  # 法 of 办法 says nothing
    ],
)
def test_what_stands_between_must_name_nothing(question: str, official: str) -> None:
    assert official not in meant(question)


def test_what_is_meant_binds_a_figure() -> None:
    terms = read_terms(
        "庄上那些明白点规矩、会给乡亲指点的热心人有多少",
        (),
        Lexicon.load(),
        lambda words: dict.fromkeys(words, 0),
        100,
    )
    assert any(t.bound == "kind" and "法律明白人" in dict(t.forms) for t in terms)


@pytest.mark.parametrize(
    "line", ["村里|乡下 = 农村", "村里 + 懂", "村 里 + 懂 = 农村", "(村|乡) + 懂 = 农村"]
)
def test_a_bad_file_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "cues.toml"
    path.write_text(f"[kinds]\n'a' = '''\n{line}\n'''", encoding="utf-8")
    with pytest.raises(BadSetting, match="mend it"):
        read_cues(path)


def test_a_long_question_takes_time_in_proportion() -> None:
    started = time.process_time()
    find_cued("乡下懂规矩的热心人和法院的信" * 700)
    assert time.process_time() - started < 1.5
