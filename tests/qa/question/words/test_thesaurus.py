from __future__ import annotations

import itertools
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import BadSetting
from qa.question.words.entries import WORD
from qa.question.words.lexicon import Expansion, Lexicon, Source
from qa.question.words.phrase import is_plain, parse_phrase
from qa.question.words.term_reading import read_terms
from qa.text import fold

LEXICON = Lexicon.load()
LEXICON_FILE = Path(__file__).parents[4] / "qa" / "question" / "words" / "lexicon.toml"
THESAURUS = LEXICON.thesaurus
LINES = {THESAURUS.lines[word]: THESAURUS.entry(word) for word in THESAURUS.lines}.values()
PHRASES = """
shared = ''
[weights]
everyday = 1.0
official = 0.5
[concept.inspection]
official = '涉企检查'
everyday = '打扰企业 不.打扰 上门查'
[equivalent.firms]
words = '企业 公司'
weight = 0.5
"""
WORDS = """
weight = 0.8
[words]
'执法' = '''
打扰 骚扰 = 干扰 扰企
门查 = 检查
<合>同事 = 职工
公司 = 企业主体
学生娃 = 未成年人
娃子 = 儿童
'''
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def small(folder: Path, words: str = WORDS) -> Lexicon:
    return Lexicon.load(written(folder, "phrases.toml", PHRASES), written(folder, "words.toml", words))


def found(lexicon: Lexicon, question: str) -> list[tuple[str, str]]:
    return [(expansion.phrase, expansion.concept) for expansion in lexicon.expand(question)]


def bare(word: str) -> str:
    return word[word.find(">") + 1 :]


def test_a_word_gives_the_official_words_of_its_line(tmp_path: Path) -> None:
    (expansion,) = small(tmp_path).expand("少来骚扰")
    assert expansion == Expansion(2, 4, "骚扰", ("干扰", "扰企"), 0.8, "word:打扰", Source.EVERYDAY)


def test_an_official_word_of_a_line_is_no_trigger(tmp_path: Path) -> None:
    assert found(small(tmp_path), "干扰和扰企") == []


def test_a_longer_phrase_of_the_lexicon_covers_a_word(tmp_path: Path) -> None:
    assert found(small(tmp_path), "打扰企业") == [("打扰企业", "inspection")]


def test_a_word_must_not_touch_an_equally_long_phrase(tmp_path: Path) -> None:
    lexicon = small(tmp_path)
    assert found(lexicon, "这家公司") == [("公司", "firms")]
    assert found(lexicon, "上门查") == [("上门查", "inspection")]


def test_a_word_must_not_touch_a_longer_word(tmp_path: Path) -> None:
    assert found(small(tmp_path), "学生娃子") == [("学生娃", "word:学生娃")]


def test_a_word_in_the_gap_of_a_phrase_stays(tmp_path: Path) -> None:
    phrases = written(tmp_path, "phrases.toml", PHRASES.replace("上门查", "上...门查账"))
    lexicon = Lexicon.load(phrases, written(tmp_path, "words.toml", WORDS))
    assert found(lexicon, "上学生娃门查账") == [("上学生娃门查账", "inspection"), ("学生娃", "word:学生娃")]


def test_a_guard_keeps_a_word_from_the_tail_of_another(tmp_path: Path) -> None:
    lexicon = small(tmp_path)
    assert found(lexicon, "合同事项") == []
    assert found(lexicon, "我的同事") == [("同事", "word:同事")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("打扰 骚扰 = 干扰 扰企", "打扰 骚扰", "is not `everyday = official`"),
        ("打扰 骚扰 = 干扰 扰企", "打扰 骚扰 =", "is not `everyday = official`"),
        (
            "门查 = 检查",
            "骚扰 = 检查",
            r"'骚扰' stands twice in the lexicon \(in 打扰 骚扰 = 干扰 扰企 and 骚扰 = 检查\)",
        ),
        ("weight = 0.8", "weight = 1.8", r"weight 1.8 of words.toml"),
        ("weight = 0.8", "wait = 0.8", "'wait' of words.toml"),
        ("<合>同事", "<合同事", "not valid"),
        ("[words]", "[words", "words.toml is no TOML file"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in WORDS
    with pytest.raises(BadSetting, match=message):
        small(tmp_path, WORDS.replace(old, new))


def test_the_shipped_thesaurus_is_large_and_its_lines_are_short() -> None:
    assert sum(len(line.everyday) for line in LINES) >= 8500
    assert [line.id for line in LINES if not 1 <= len(line.official) <= 5] == []
    assert [line.id for line in LINES if len(set(line.official)) < len(line.official)] == []
    # A single character would be found in every sentence.
    assert [word for line in LINES for word in line.official if len(word) < 2] == []


def test_a_word_of_the_shipped_thesaurus_is_plain_but_for_a_guard() -> None:
    words = [word for line in LINES for word in line.everyday]
    assert [word for word in words if not is_plain(bare(word)) or len(bare(word)) < 2] == []
    assert [word for word in words if fold(word) != word or re.search("[0-9A-Za-z]", word)] == []
    assert [word for word in words if len(parse_phrase(word).parts) != 1] == []
    assert len({bare(word) for word in words}) == len(words)


def test_every_word_of_the_shipped_thesaurus_leads_to_another_official_word() -> None:
    missed = []
    for line in LINES:
        for word in map(bare, line.everyday):
            spans = [e for e in LEXICON.expand(word) if (e.concept, e.phrase) == (line.id, word)]
            if not spans or not spans[0].officials:
                missed.append(word)
    assert missed == []


def test_no_word_of_the_shipped_thesaurus_hides_a_concept_that_gives_its_first_official_word() -> None:
    phrases = Lexicon.load(LEXICON_FILE)
    hiding = [
        word
        for line in LINES
        for word in map(bare, line.everyday)
        for found in phrases.expand(word)
        if found.source is not Source.EQUIVALENT and line.official[0] in (found.phrase, *found.officials)
    ]
    assert hiding == []


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("骚扰厂家的次数", "干扰"),
        ("游客闹了不痛快", "矛盾纠纷"),
        ("管短租的规矩", "网约房"),
        ("帮人写状子", "法律文书"),
        ("律师跟人见面", "会见"),
        ("借钱给工厂", "融资"),
        ("因此去世的", "死亡"),
        ("把吵闹平息", "化解"),
        ("干部去蹲点", "驻点"),
        ("出主意的", "建议"),
        ("隔着屏幕见", "视频"),
        ("外国的事", "涉外"),
        ("还在坐牢", "服刑"),
        ("养老院几家", "养老机构"),
        ("志愿者来了", "志愿服务"),
        ("猛增的原因", "大幅增长"),
        ("撵走的执法人员几个", "清退"),
        ("多收的钱吐出来多少", "退还"),
        ("老巢掀了几个", "窝点"),
        ("偷挖河沙的船", "非法采砂"),
        ("山头地界吵架", "山林土地权属"),
        ("补栽了几亩", "补植复绿"),
        ("小饭桌查了几家", "托管机构"),
        ("健身卡的钱", "预付式消费"),
        ("少加油的站", "加油机"),
        ("拉黑活的车", "非法营运"),
        ("三蹦子上路", "三轮车"),
        ("房本办不下来的小区", "不动产登记"),
        ("私充煤气的几家", "瓶装液化石油气"),
        ("烟感装了几个", "消防设施"),
        ("骗医保的钱", "医保基金"),
        ("死人领钱的几起", "社保基金"),
        ("烧麦秆的几起", "秸秆禁烧"),
        ("黑导游几个", "无证导游"),
        ("没牵绳的狗", "不文明养犬"),
        ("仿真枪收了几支", "枪支"),
        ("老赖名单上几人", "失信被执行人"),
        ("撤了状子的几件", "撤诉"),
        ("不批捕的几人", "不批准逮捕"),
        ("孤老几户", "特困人员"),
        ("假发票几张", "虚开发票"),
        ("接电话的人几个", "坐席"),
        ("打老婆挨警告", "家暴告诫书"),
        ("继承遗产的人", "继承人"),
        ("看守所律师几个", "值班律师"),
        ("扫了码才能查", "行政检查码"),
        ("编外的几个", "聘用人员"),
        ("材料没齐先收", "容缺受理"),
    ],
)
def test_everyday_words_reach_official_ones(question: str, official: str) -> None:
    assert official in {word for expansion in LEXICON.expand(question) for word in expansion.officials}


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("撵走的执法人员几个", ("清退", "清理")),
        ("烟感装了几个", ("消防设施", "消防器材")),
        ("心服不闹的占几成", ("息诉", "案结事了")),
    ],
)
def test_the_first_two_official_words_stand_behind_an_everyday_term(
    question: str, official: tuple[str, str]
) -> None:
    # respond.query embeds forms[1:3] of everyday terms beside the question.
    terms = read_terms(question, (), LEXICON, lambda words: dict.fromkeys(words, 0), 100)
    assert official in [tuple(form for form, _ in t.forms[1:3]) for t in terms if t.everyday]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("合同事项几个", "同事"),
        ("社会主义工业", "义工"),
        ("国家长治久安", "家长"),
        ("公务员工资", "员工"),
        ("政府服务工作", "务工"),
        ("侵犯人身自由", "犯人"),
        ("我国外交", "国外"),
        ("法定代理人到场", "代理人"),
        ("废物管理", "物管"),
        ("严重犯罪", "重犯"),
        ("召开会议", "开会"),
        ("基本事实", "本事"),
        ("成绩优秀的学生", "优秀的"),
        ("扩大烟草专卖", "大烟"),
        ("高尔夫球场", "球场"),
        ("移送监察机关", "送监"),
        ("虚假账目几本", "假账"),
        ("承包地块几个", "包地"),
        ("起飞机场的航班", "飞机场"),
    ],
)
def test_words_that_stand_by_chance_do_not_fire(text: str, word: str) -> None:
    assert word in {bare(known) for line in LINES for known in line.everyday}
    assert word not in {expansion.phrase for expansion in LEXICON.expand(text)}


@given(st.text(alphabet="打扰企业老板学生娃上课外国见面的，Ａa1", max_size=60))
def test_expand_keeps_words_apart(question: str) -> None:
    expansions = LEXICON.expand(question)
    for expansion in expansions:
        assert question[expansion.start : expansion.end] == expansion.phrase
    words = [expansion for expansion in expansions if expansion.concept.startswith(WORD)]
    for one, other in itertools.combinations(words, 2):
        assert one.end <= other.start


def test_a_question_takes_less_than_a_few_milliseconds() -> None:
    question = "老板们嫌上门检查太勤，后来少了多少次，学生娃和外国人有多少"
    LEXICON.expand(question)
    begun = time.process_time()
    for _ in range(20):
        LEXICON.expand(question)
    assert (time.process_time() - begun) / 20 < 0.005
