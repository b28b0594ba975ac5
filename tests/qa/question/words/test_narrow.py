from __future__ import annotations

import time
from pathlib import Path

import pytest

from qa.errors import BadSetting
from qa.question.words.lexicon import Lexicon
from qa.question.words.narrow import KIND, WAY, find_narrow, read_narrow
from qa.question.words.phrase import parse_phrase
from qa.question.words.term_reading import read_terms
from qa.question.words.terms import Term

FOLDER = Path(__file__).parents[4] / "qa" / "question" / "words"
NAMED, DESCRIBED = read_narrow(FOLDER / "narrow.toml"), read_narrow(FOLDER / "described.toml")
FIELDS, SPOKEN = read_narrow(FOLDER / "fields.toml"), read_narrow(FOLDER / "spoken.toml")
LINES = NAMED | DESCRIBED | FIELDS | SPOKEN


def terms_of(question: str) -> dict[str, Term]:
    terms = read_terms(question, (), Lexicon.load(), lambda words: dict.fromkeys(words, 0), 100)
    return {term.text: term for term in terms}


def kinds_of(question: str) -> list[tuple[str, str]]:
    return [(question[k.start : k.end], k.concept) for k in find_narrow(question)]


def test_the_shipped_list_is_large_and_every_phrase_is_valid() -> None:
    assert len(NAMED) > 1250
    assert len(DESCRIBED) > 600
    assert len(FIELDS) > 400
    assert len(SPOKEN) > 500
    assert not NAMED.keys() & DESCRIBED.keys()
    assert not FIELDS.keys() & (NAMED.keys() | DESCRIBED.keys())
    assert not SPOKEN.keys() & (NAMED.keys() | DESCRIBED.keys() | FIELDS.keys())
    assert len({line for prefix, line in LINES.values() if prefix == KIND}) > 150
    for phrase in LINES:
        parse_phrase(phrase)


def test_no_official_word_of_the_shipped_list_has_one_character_but_what_names_a_kind_by_itself() -> None:
    short = {w for _, line in LINES.values() for w in line.partition(" = ")[2].split() if len(w) == 1}
    assert short <= set("赌毒黄骗枪犬狗秤河砂矿鸟渔船坟墓寺烟酒聋盲军摊访码伐焊洪网村角墙")


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("街坊之间吵架的调解了多少", "邻里"),
        ("补课班被查的有几家", "校外培训"),
        ("抓了多少小偷", "盗窃"),
        ("饭馆后厨脏被查的有几起", "餐饮"),
        ("没执照给人看病的抓了多少", "非法行医"),
        ("嫌吵投诉的有多少", "噪声"),
        ("跑黑车的逮到多少辆", "非法营运"),
        ("娃上不了学的有几个", "辍学"),
        ("边遛弯边看法的地方有几处", "法治文化阵地"),
        ("查那些管人的人查了几回", "执法监督"),
        ("家门口悔过的人有多少", "社区矫正"),
        ("检察院递来的条子有几张", "检察建议"),
        ("抢草场打起来的有几起", "草原"),
        ("材料差一份也先收下来的有几项", "容缺受理"),
        ("抽签选去查谁的有几次", "双随机"),
        ("当官的开会前先念法条念了几回", "学法"),
        ("书记揽下来的上访老案子有几件", "领导包案"),
    ],
)
def test_a_kind_binds_and_gives_its_official_words(question: str, official: str) -> None:
    bound = [t for t in terms_of(question).values() if t.bound == "kind"]
    assert any(official in (form for form, _ in t.forms) for t in bound)


@pytest.mark.parametrize(
    "question", ["行政裁决案件有多少", "查处酒驾多少起", "拆除存量违法建筑多少", "商标案件几件"]
)
def test_official_words_are_no_kinds(question: str) -> None:
    assert kinds_of(question) == []


def test_examples_of_more_bind_nothing() -> None:
    assert [concept for _, concept in kinds_of("邻居之类的纠纷说和了多少")] == [WAY + "邻里"]
    assert [concept for _, concept in kinds_of("邻居的纠纷说和了多少")] == [KIND + "邻里"]


def test_a_joint_makes_one_of_two_kinds() -> None:
    (found,) = find_narrow("两口子和邻居吵架的调解了多少")
    assert {"婚姻", "邻里"} <= set(found.officials)
    assert found.concept.startswith(KIND)


def test_the_longest_phrase_is_taken() -> None:
    assert ("骗老人", KIND + "养老诈骗") in kinds_of("专门骗老人的抓了几起")


def test_a_way_goes_with_the_concept_of_the_lexicon_and_keeps_its_measure() -> None:
    term = terms_of("各个学校里教法律的那种兼职校长有几个")["学校里教法律的那种兼职"]
    assert term.forms[1][0] == "法治副校长"
    assert term.bound == ""
    assert term.concept


def test_a_way_goes_before_a_phrase_that_says_another_thing() -> None:
    (term,) = terms_of("给差评的有几条").values()
    assert "差评" in dict(term.forms)
    assert "投诉" not in dict(term.forms)


def test_the_more_typical_official_word_counts_more() -> None:
    forms = dict(terms_of("红头文件作废了几件")["红头文件作废"].forms)
    assert forms["废止"] > forms["失效"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[kinds]\n'a' = '''\n街坊 邻居\n'''", "is not `everyday = official`"),
        ("[kinds]\n'a' = '''\n街坊 = 邻里\n街坊 = 相邻\n'''", "stands twice"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "narrow.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSetting, match=message):
        read_narrow(path)


def test_a_long_question_takes_time_in_proportion() -> None:
    started = time.process_time()
    assert len(find_narrow("街坊吵架小偷" * 1500)) == 3000
    assert time.process_time() - started < 1.5


def test_neighbours_who_only_act_are_no_kind() -> None:
    assert (KIND + "邻里") not in [concept for _, concept in kinds_of("街坊提了多少条想法")]
    assert (KIND + "邻里") not in [concept for _, concept in kinds_of("发到街坊手里的册子有多少")]
    assert (KIND + "邻里") in [concept for _, concept in kinds_of("街坊怄气说和了几件")]
