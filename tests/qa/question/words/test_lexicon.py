from __future__ import annotations

import itertools
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import BadSetting
from qa.question.words.lexicon import Expansion, Lexicon, Source
from qa.question.words.phrase import Part, parse_phrase

LEXICON = Lexicon.load()
CONCEPTS = [concept for concept in LEXICON.concepts if Source.EQUIVALENT not in concept.weights]
EQUIVALENTS = [concept for concept in LEXICON.concepts if Source.EQUIVALENT in concept.weights]

SMALL = """
shared = '讨说法'
[weights]
everyday = 1.0
official = 0.5
[concept.suit]
official = '行政诉讼 行政应诉'
everyday = '<报公>告..政府 民告官 打官司 讨说法'
measure = '件'
[concept.aid]
official = '法律援助'
everyday = '没钱打官司 帮...打官司'
not = '公证'
[concept.disabled]
official = '残疾人'
everyday = '残障'
[concept.petition]
official = '信访'
everyday = '讨说法'
[equivalent.received]
words = '收到 受理 收'
weight = 0.7
"""


@pytest.fixture
def small(tmp_path: Path) -> Lexicon:
    return Lexicon.load(written(tmp_path, SMALL))


def written(folder: Path, text: str) -> Path:
    path = folder / "words.toml"
    path.write_text(text, encoding="utf-8")
    return path


def ids(found: tuple[Expansion, ...]) -> list[str]:
    return [expansion.concept for expansion in found]


def test_an_everyday_phrase_gives_the_official_words(small: Lexicon) -> None:
    (found,) = small.expand("去年民告官几起")
    assert (found.start, found.end, found.phrase) == (2, 5, "民告官")
    assert found.officials == ("行政诉讼", "行政应诉")
    assert (found.weight, found.source, found.measure) == (1.0, Source.EVERYDAY, ("件",))


def test_an_official_word_gives_its_synonyms_but_not_itself(small: Lexicon) -> None:
    (found,) = small.expand("行政诉讼")
    assert (found.officials, found.weight, found.source) == (("行政应诉",), 0.5, Source.OFFICIAL)


def test_a_near_equal_is_soft_and_a_single_character_is_never_looked_for(small: Lexicon) -> None:
    (found,) = small.expand("收到多少，收多少")
    assert (found.officials, found.weight, found.source) == (("受理", "收"), 0.7, Source.EQUIVALENT)


def test_the_near_twins_are_told(small: Lexicon) -> None:
    (found,) = small.expand("没钱打官司")
    assert found.excludes == ("公证",)


def test_a_phrase_inside_a_longer_one_is_left_out(small: Lexicon) -> None:
    assert ids(small.expand("没钱打官司")) == ["aid"]
    assert ids(small.expand("打官司")) == ["suit"]


def test_a_phrase_in_the_gap_of_a_longer_one_stays(small: Lexicon) -> None:
    assert ids(small.expand("帮残疾人打官司")) == ["aid", "disabled"]


def test_a_guard_keeps_a_phrase_from_the_tail_of_a_word(small: Lexicon) -> None:
    assert small.expand("报告里政府做了什么") == ()
    assert ids(small.expand("告了区政府")) == ["suit"]


def test_a_shared_phrase_gives_both_concepts(small: Lexicon) -> None:
    assert sorted(ids(small.expand("讨说法"))) == ["petition", "suit"]


def test_full_width_letters_and_capitals_match(tmp_path: Path) -> None:
    lexicon = Lexicon.load(written(tmp_path, SMALL.replace("残障", "App执法")))
    assert ids(lexicon.expand("用ＡＰＰ执法")) == ["disabled"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("measure = '件'", "mesure = '件'", "'mesure' of suit"),
        ("official = '残疾人'", "", "'official' of disabled"),
        ("shared = '讨说法'", "shared = ''", "'讨说法' stands twice"),
        ("shared = '讨说法'", "", "'shared' of words.toml"),
        ("[concept.petition]", "[concepts.petition]", "'concepts' of words.toml"),
        ("weight = 0.7", "weight = 7.0", "weight 7.0 of received"),
        ("weight = 0.7", "weight = 'a'", "weight 'a' of received"),
        ("official = 0.5", "offical = 0.5", "'offical' of weights"),
        ("everyday = '残障'", "everyday = ['残障']", "of disabled in the lexicon is no string"),
        ("everyday = '残障'", "everyday = '残(障'", "not valid"),
        ("[weights]", "[weights", "words.toml is no TOML file"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in SMALL
    with pytest.raises(BadSetting, match=message):
        Lexicon.load(written(tmp_path, SMALL.replace(old, new)))


def forms(parts: tuple[Part, ...], gap: str = "") -> Iterator[str]:
    """List what a phrase can look like."""
    sides = [(gap * part,) if isinstance(part, int) else part for part in parts]
    return ("".join(side) for side in itertools.product(*sides))


def one_of_each(parts: tuple[Part, ...]) -> set[str]:
    """List forms in which each side of each choice occurs, with empty and with full gaps."""
    found = set()
    for gap in ("", "某"):
        every = [(gap * part,) if isinstance(part, int) else part for part in parts]
        for k, sides in enumerate(every):
            for side in sides:
                found.add("".join([*(s[0] for s in every[:k]), side, *(s[0] for s in every[k + 1 :])]))
    return found


def test_the_shipped_lexicon_is_large() -> None:
    assert len(CONCEPTS) >= 150
    assert [concept.id for concept in CONCEPTS if not concept.everyday or not concept.official] == []
    assert [concept.id for concept in EQUIVALENTS if len(concept.official) < 2] == []


def test_every_phrase_of_the_shipped_lexicon_expands_to_its_concept() -> None:
    missed = []
    for concept in LEXICON.concepts:
        spoken = {word for word in concept.official if len(word) > 1}
        for phrase in concept.everyday:
            spoken |= one_of_each(parse_phrase(phrase.lower()).parts)
        missed += [(word, concept.id) for word in spoken if concept.id not in ids(LEXICON.expand(word))]
    assert missed == []


def test_no_form_of_a_phrase_belongs_to_two_concepts_of_the_shipped_lexicon() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for concept in CONCEPTS:
        for word in concept.official:
            owners[word].add(concept.id)
        for phrase in concept.everyday:
            for form in forms(parse_phrase(phrase.lower()).parts):
                owners[form].add(concept.id)
    twice = {form for form, concepts in owners.items() if len(concepts) > 1}
    assert twice == {"讨说法", "讨个说法", "老赖", "网开一面", "和事佬", "老娘舅"}


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        ("头一次犯事没挨罚的有几起", "exemption"),
        ("一把手去年上了几次法庭", "court-appearance"),
        ("请不起律师的人帮了多少", "legal-aid"),
        ("老百姓把区政府告上法庭，政府输了几场官司", "lawsuit-lost"),
        ("局长亲自去法院应诉的比例", "court-appearance"),
        ("街坊吵架劝好了几成", "mediation-success"),
        ("刚放出来的人怎么安排", "released-prisoners"),
        ("打工人被拖欠的工钱要回来多少", "migrant-wages"),
        ("一年新开了多少家小店", "market-entities"),
        ("红头文件交给上级存档了几份", "record-filing"),
        ("还有哪些地方做得不够", "shortcomings"),
        ("往后打算怎么干", "plans"),
        ("村里懂法的能人有多少", "law-literate"),
        ("拆老百姓的房子有多少户", "expropriation"),
        ("跑去企业检查的回数", "inspection-reduction"),
        ("拿了律师证的公务员几个", "government-lawyer"),
        ("法院写的信回了几封", "judicial-advice"),
        ("该去法庭的官员去了几成", "court-appearance"),
        ("催改的信发了几封", "enforcement-supervision"),
        ("头一场官司就输的", "lawsuit-lost"),
        ("法治味的小广场", "legal-culture"),
        ("靠商标换来的钱", "ip-pledge"),
    ],
)
def test_everyday_questions_reach_their_concept(question: str, concept: str) -> None:
    assert concept in ids(LEXICON.expand(question))


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("法治政府建设报告中政府做了什么", "administrative-litigation"),  # 报告 is not 告
        ("网上学法的人数", "education"),
        ("网上当事人立案", "fraud"),
        ("人民法院审结多少件", "civil-code"),
        ("其中标准有几项", "procurement"),
        ("没收到多少件申请", "coercive-measures"),
        ("填写信息的表格", "petition"),
        ("修改过几件文件", "rectification"),
        ("公开张贴的公告", "market-entities"),
        ("加大建设力度", "project-legal-service"),
        ("太平镇的普法", "safe-region"),
        ("惠民工程有几个", "migrant-wages"),
        ("筹集资金多少", "finance-risk"),
        ("排放权交易", "delegation"),
        ("提高科技水平", "digital-government"),
        ("推进国家安全", "expropriation"),
        ("搭建平台几个", "illegal-building"),
        ("改革以后的变化", "plans"),
        ("消除隐患多少处", "credit-repair"),
    ],
)
def test_words_that_hold_a_phrase_by_chance_do_not_fire(text: str, concept: str) -> None:
    assert concept not in ids(LEXICON.expand(text))


@given(st.text(max_size=120) | st.text(alphabet="告政府官司打输没钱律师罚不调解邻里吵架，Ａa1", max_size=60))
def test_expand_never_raises_and_its_spans_hold(question: str) -> None:
    found = LEXICON.expand(question)
    for expansion in found:
        assert question[expansion.start : expansion.end] == expansion.phrase
        assert len(expansion.phrase) >= 2
        assert 0 < expansion.weight <= 1
        assert expansion.phrase not in expansion.officials
    for one, other in itertools.combinations(found, 2):
        assert one.start <= other.start
        assert one.concept != other.concept or one.end <= other.start


def test_expand_takes_time_in_proportion_to_the_question() -> None:
    question = "没钱打官司的帮了几个，邻里吵架劝和成功的有多少，" * 400
    LEXICON.expand(question[:100])
    begun = time.process_time()
    assert len(LEXICON.expand(question)) >= 1200
    assert time.process_time() - begun < 3
