from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.english import keywords as english
from qa.question.english.keywords import is_english, translate

# A question, and the Chinese words that its translation must hold, separated by spaces.
QUESTIONS = [
    (
        "How many administrative reconsideration cases did Jinshui receive in 2024?",
        "Jinshui 2024年 收到 行政复议案件多少件",
    ),
    ("What was the mediation success rate in Wuhou in 2022?", "Wuhou 2022年 调解成功率 是多少"),
    ("Which district had the highest court appearance rate?", "出庭应诉率 哪个区 最高"),
    ("Compare the number of legal aid cases in Jinshui and Wuhou.", "对比 Jinshui Wuhou 法律援助案件多少件"),
    ("What are the shortcomings of Jinshui's work in 2024?", "Jinshui 2024年 不足 有哪些"),
    (
        "Summarise the Wuxi National Hi-Tech Zone report for 2024",
        "总结 Wuxi National Hi-Tech Zone 2024年 报告",
    ),
    ("Summarize the problems", "总结 问题"),
    ("Who issued the report?", "谁发布的 报告"),
    ("When was the report published?", "报告什么时候发布的"),
    ("When was it published?", "什么时候发布的"),
    ("What about Wuhou?", "Wuhou 呢"),
    ("And 2023?", "2023年 呢"),
    ("List the normative documents", "列出 规范性文件 有哪些"),
    ("How many people were trained?", "培训 多少人"),
    ("What percentage of first-time offences were exempted from punishment?", "首违不罚 不予处罚 百分之多少"),
    ("How much money was recovered for migrant workers?", "挽回 农民工 资金多少元"),
    ("What is the difference between Jinshui and Wuhou in lost lawsuits?", "Jinshui Wuhou 败诉 相差多少"),
    ("Rank the districts by administrative penalty cases", "行政处罚案件 排名"),
    ("What will the government do next year?", "政府 下一步 什么"),
    ("how many law-literate people are there in Hai Shu District", "Hai Shu District 法律明白人多少名"),
    ("How many lawsuits did the government lose in Xi'an?", "Xi'an 败诉 诉讼多少件"),
    ("Did administrative penalties increase?", "行政处罚 增长"),
    ("Did complaints decline?", "投诉 下降"),
    ("How many villages are there?", "村多少个"),
    ("How many enforcement officers hold certificates?", "执法人员持证多少名"),
    ("NORMATIVE DOCUMENTS", "规范性文件"),
    ("number of judicial suggestions", "司法建议多少件"),
    ("How many government lawyers are there?", "公职律师多少名"),
    ("What is the satisfaction rate?", "满意度 是多少"),
    ("information disclosure requests received in 2023", "依申请公开 收到 2023年"),
    ("How many patents were approved?", "审批 专利多少件"),
    ("Which departments signed the most contracts?", "哪个部门 签订 最多 合同"),
    ("Is there any mention of community correction?", "社区矫正 提到"),
    ("How many ex-prisoners were resettled?", "刑满释放人员"),
    ("business environment measures", "营商环境举措"),
    ("How many inspections of enterprises were reduced?", "下降 企业 检查多少次"),
    ("How many training sessions did the township hold?", "乡镇 开展 培训"),
    ("How many legality reviews were done for major administrative decisions?", "合法性审查 重大行政决策"),
    ("What did leaders say in the duty report?", "领导干部 述法 什么"),
    ("civil code publicity events", "民法典宣传活动"),
    ("Which report mentions the Fengqiao experience?", "提到 枫桥经验 哪份报告"),
    ("Which place has the lowest loss rate?", "哪个地方 最低 败诉率"),
    ("How many more cases than last year?", "多多少 案件 去年"),
    ("hotline 12345 complaints", "热线 12345 投诉"),
    ("What's the weather in Paris?", "weather Paris"),
    ("How many review certificates were issued for data security compliance?", "数据安全合规 评审证书多少"),
    ("What kind of high-tech park does Wuxi aim to become?", "Wuxi 高科技园区 争创 什么"),
    ("Did traffic deaths rise?", "交通事故死亡人数 增长 吗"),
    ("By how much did inspections of enterprises fall?", "企业 检查 下降了多少"),
    ("Which village was newly named a democratic village?", "民主法治示范村 哪个村"),
    ("What awards did Jinshui win in 2024?", "Jinshui 2024年 荣誉 有哪些"),
    ("Are legal service resources evenly distributed?", "法律服务资源分布均衡 吗"),
    ("Which regulation was revised in Jinshui?", "Jinshui 法规 修订 哪些"),
    ("Is law enforcement capacity sufficient?", "执法力量 充足 吗"),
    ("Why is the loss rate rising?", "败诉率 增长 为什么"),
    ("How many 行政复议 cases were received?", "行政复议 收到 案件多少件"),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_translate_gives_the_words_of_reports(question: str, expected: str) -> None:
    found = f" {translate(question)} "
    assert is_english(question)
    for word in expected.split():
        assert word in found, (word, found)


def test_translate_sets_scope_first_and_the_counted_noun_beside_how_many() -> None:
    question = "How many administrative reconsideration cases did Jinshui receive in 2024?"
    assert translate(question) == "Jinshui 2024年 收到 行政复议案件多少件"


def test_translate_keeps_the_suffix_and_the_spelling_of_a_place() -> None:
    assert (
        translate("legal aid in Hai Shu District and Lu-an City").split(" 法")[0]
        == "Hai Shu District Lu-an City"
    )


def test_translate_drops_the_possessive_but_keeps_an_apostrophe_in_a_name() -> None:
    assert translate("Jinshui's legal aid in Xi’an") == "Jinshui Xi'an 法律援助"


def test_translate_prefers_the_longest_phrase() -> None:
    assert translate("the review of normative documents") == "审查 规范性文件"
    assert translate("the legality review of normative documents") == "合法性审查 规范性文件"


def test_translate_reads_full_width_letters_and_digits() -> None:
    assert translate("ｌｅｇａｌ ａｉｄ ２０２４") == "2024年 法律援助"


@pytest.mark.parametrize(
    "text",
    [
        "鄞州2024年行政复议多少件",
        "Yinzhou",
        "2024",
        "AI怎么用",
        "GDP是多少",
        "combien de dossiers",
        "",
        "？！",
        "Yinzhou行政复议呢",
    ],
)
def test_is_english_refuses_what_is_not(text: str) -> None:
    assert not is_english(text)


@given(st.text(max_size=200) | st.text(alphabet="abe sHow'-2024件 ", max_size=80))
def test_translate_never_raises_and_gives_one_line(text: str) -> None:
    is_english(text)
    assert "\n" not in translate(text)


def test_glossary_is_large_and_plain() -> None:
    table = tomllib.loads(Path(english.__file__).with_name("english.toml").read_text(encoding="utf-8"))
    assert len(table["terms"]) >= 200
    keys = [*table["terms"], *table["questions"], *table["verbs"]]
    assert [key for key in keys if not key.isascii() or key != key.lower() or "-" in key] == []
    assert [term for term in table["terms"] if not translate(term)] == []


def test_glossary_units_are_keyed_by_words_that_it_gives() -> None:
    table = tomllib.loads(Path(english.__file__).with_name("english.toml").read_text(encoding="utf-8"))
    assert set(table["units"]) <= set(table["terms"].values())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many normative documents did Jinshui issue in 2024?", "Jinshui 2024年 印发 规范性文件多少件"),
        ("What issues does the report of Jinshui name?", "Jinshui 存在问题 报告 有哪些"),
        ("How many contracts did Jinshui review?", "Jinshui 审查 合同多少份"),
    ],
)
def test_a_word_that_is_noun_and_verb_is_read_by_what_stands_before_it(question: str, expected: str) -> None:
    assert translate(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many legal aid cases did Jinshui handle in 2024?", "Jinshui 2024年 法律援助案件多少件"),
        ("How many notarial matters were handled in Jinshui?", "Jinshui 公证多少"),
        ("How many were handled in Jinshui?", "Jinshui 多少"),
        ("How were complaints handled?", "投诉 办理 如何"),
    ],
)
def test_handled_says_nothing_beside_a_count(question: str, expected: str) -> None:
    assert set(translate(question).split()) == set(expected.split())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many legal aid cases did Atlantis handle?", "Atlantis"),
        ("What is the loss rate in the Haishu report?", "Haishu"),
        ("Atlantis's legal aid cases", "Atlantis"),
        ("Does Jinshui use the Kuaiban platform?", "kuaiban"),
        ("Robots in Jinshui?", "robots"),
    ],
)
def test_a_capital_is_kept_where_it_names_something(question: str, expected: str) -> None:
    assert expected in translate(question).split()


def test_the_date_of_a_named_report_is_asked_for() -> None:
    assert translate("When was the Jinshui report published?") == "Jinshui 报告 什么时候发布的"
    assert translate("How many summary procedure cases were there?") == "简易程序案件多少件"
