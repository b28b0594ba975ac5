"""Conversations in people's short turns: what they ask of the sentence just shown, of a row of figures, of a look back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason

DONGZHI = """东至县2024年法治政府建设工作情况报告

2024年，东至县扎实推进法治政府建设，现将有关情况报告如下：

一、主要工作和成效

（一）压实责任。对14个乡镇、6个县直部门开展法治督察，反馈问题58个，已整改51个，剩余7个明确了整改时限。

（二）优化环境。新登记经营主体6421户，同比增长7.8%，其中企业1386户、个体工商户4907户、农民专业合作社128户。开展企业“法治体检”312次。

（三）规范文件。全年制定行政规范性文件7件，废止12件，修改3件。

（四）规范执法。办理行政处罚案件2846件，罚没款1127.4万元；对轻微违法行为不予处罚案件193件。查处食品安全违法案件214件、药品案件37件、环境违法案件29件。

（五）化解纠纷。办理行政复议案件104件，同比增长38.7%，审结97件，纠错率11.3%。县信访局受理信访事项2093件次，化解率94.6%。

（六）公共服务。办理公证897件。办理县人大代表建议71件、政协提案128件，满意率分别为99.1%和98.5%。县审计局查出问题金额2.31亿元，提出审计建议67条。

二、存在的不足

一是乡镇综合行政执法力量薄弱，14个乡镇中专职执法人员不足4人的有5个；二是县行政复议机构仅有专职办案人员4名，人案矛盾突出。

三、2025年工作打算

（一）加强基层执法能力建设。由县司法局牵头，县委编办配合，2025年6月底前为每个乡镇配齐不少于5名专职执法人员。

（二）提升复议质量。推行繁简分流，增配行政复议人员3名。
"""

DONGZHI_EARLIER = """东至县2023年法治政府建设情况报告

2023年，东至县认真落实法治政府建设要求，现将有关情况报告如下。

一、主要做法

（一）规范文件。制定行政规范性文件9件，废止6件。

（二）公正执法。办理行政处罚案件3012件，罚没款986.5万元；不予处罚案件121件。

（三）法律服务。新收行政复议案件75件，审结71件。办理公证842件。

二、存在问题

基层执法保障不足。
"""

SHITAI = """石台县人民政府2024年度法治政府建设工作报告

2024年，石台县全面推进依法行政，现将主要情况报告如下：

一、工作开展情况

（一）营商环境。全县新增经营主体2138户，其中企业517户。走访企业146家。

（二）规范文件。出台行政规范性文件4件，清理规范性文件36件，其中废止5件、宣布失效8件。

（三）行政执法。办理行政处罚案件935件，罚没款312.6万元，其中市场监管领域401件、交通运输领域236件、生态环境领域17件、文化旅游领域24件。包容免罚案件76件。

（四）矛盾纠纷。全年调解纠纷2147件，成功率99.3%，化解涉旅纠纷119件。收到行政复议申请39件，受理34件，审结32件，其中维持14件、因调解和解终止13件，综合调解率40.6%。受理法律援助案件246件。

各乡镇人民调解工作情况统计表
乡镇 | 受理纠纷（件） | 调解成功（件）
仁里镇 | 562 | 559
七都镇 | 341 | 338
横渡镇 | 298 | 297
丁香镇 | 276 | 272

二、存在问题

一是专业法律人才短缺，全县仅有律师9名。

三、下一步工作安排

一是引进法律专业人才，2025年计划新增公职律师4名。
"""

CHONGZUO = """崇左市人民政府关于2024年度法治政府建设情况的报告

2024年，崇左市统筹推进法治政府建设，取得新的成效。现报告如下：

一、2024年主要举措和成效

（一）营商环境。全年办理企业诉求1268件，办结1249件，办结率98.5%，其中融资类诉求217件、用地类诉求143件、用工类诉求96件。

（二）化解矛盾。全市新收行政复议案件531件，审结518件，其中维持167件、调解和解178件。各县（市、区）新收复议案件情况：江州区142件、扶绥县118件、凭祥市63件、天等县38件。一审行政应诉案件289件，败诉率12.8%。

（三）法律服务。全市办理法律援助案件3126件，其中扶绥县687件、天等县406件。组建中越跨境纠纷联合调解室6个，化解跨境纠纷94件，跨境调解室由市司法局会同市外事办负责指导。

二、存在的主要问题
（一）行政机关败诉率较高，较全区平均水平高出2.1个百分点，主要原因是征地拆迁领域程序不规范。
（二）涉外法律服务人才短缺，全市通晓越南语的律师仅11名。

三、2025年工作安排
（一）开展降低行政案件败诉率专项行动，力争败诉率降至10%以内。
（二）实施涉外法律人才培育计划，新增通晓越南语律师8名。
"""

XUNXIAN = """浚县人民政府2024年度法治政府建设情况报告

2024年，浚县扎实推进法治政府建设，有关情况如下。

一、2024年法治政府建设主要举措

（一）规范执法。办理行政处罚案件2154件，罚没入库763.4万元，不予处罚417件。

（二）公共服务。法律援助受理案件839件，其中刑事312件、民事521件、行政6件。办理公证1126件，公证收费92.3万元。在册社区矫正对象361人，全年新接收254人、解除238人。审批报告书、报告表138个，其中报告书19个、报告表119个。核发排污许可证86张。检查企业4216家次，同比下降29.3%。

（三）投诉处理。受理投诉举报2348件，其中噪声类1074件、大气类862件、水类159件，办结率100%，满意率96.7%。

二、存在的问题

1.部分乡镇法制审核人员不足，11个乡镇（街道）中仅4个配备专职法制审核人员。

三、2025年工作重点

1.由县司法局牵头，6月底前为每个乡镇（街道）至少配备1名专职法制审核人员。
"""

QIXIAN = """淇县2024年法治政府建设年度报告

2024年，淇县扎实推进依法行政，有关情况如下。

一、主要工作情况

（一）公正文明执法。办理行政处罚案件1378件，罚没款451.8万元，不予处罚案件256件。

（二）法律服务。办理法律援助497件，其中农民工讨薪案件143件，挽回经济损失926万元。办理公证587件。

二、下步打算

打造“朝歌法治长廊”1处，投入资金60万元，预计10月建成。
"""

TIANDENG = """天等县2024年法治政府建设工作总结

2024年，天等县深入贯彻落实法治政府建设各项任务，现将工作情况总结如下。

一、工作开展情况

（一）行政执法。办理行政处罚案件763件，罚没款378万元。

（二）法律服务。办理法律援助案件406件，涉及农民工178件，挽回损失765万元。

主要指标对比表：

| 指标 | 2023年 | 2024年 |
|---|---|---|
| 行政处罚案件（件） | 891 | 763 |
| 法律援助案件（件） | 372 | 406 |

二、存在问题

一是执法人员专业素养有待提升。
"""

PUYANG = """濮阳市人力资源和社会保障局2024年法治政府建设年度报告

2024年，市人力资源和社会保障局坚持依法行政，现将有关情况报告如下：

一、主要做法及成效

（一）严格规范执法。全市劳动保障监察机构主动监察用人单位2135户，受理投诉举报案件1572件，其中投诉1318件、举报254件，办结1561件。为6843名劳动者追讨工资1.06亿元，其中农民工5327名、9214万元。作出行政处罚决定38件，罚款87.5万元。

（二）高效化解争议。全市劳动人事争议仲裁机构受理案件4736件，同比上升15.2%，审结4619件，结案率97.5%。其中市本级受理1128件。

二、存在问题

一是全市专职仲裁员仅37名。

三、2025年工作计划

一是招聘专职仲裁员12名。
"""

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder: Path = tmp_path_factory.mktemp("sentence_just_shown")
    for number, text in enumerate(
        (DONGZHI, DONGZHI_EARLIER, SHITAI, CHONGZUO, TIANDENG, PUYANG, XUNXIAN, QIXIAN)
    ):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    add(sorted(folder.glob("*.txt")), folder / "library", load(None))
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns, today=date(2026, 11, 27))


def figures(answer: Answer) -> list[str]:
    assert not answer.abstained, answer.answer
    return [value.value for value in answer.values]


INSPECTED = "东至法治督察反馈了多少问题"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((INSPECTED, "都整改了吗"), ("58个", "51个", "剩余7个")),
        ((INSPECTED, "还剩几个"), ("58个", "51个", "剩余7个")),
        ((INSPECTED, "都整改了吗", "还有多少没改"), ("剩余7个",)),
        (("东至县明年打算怎么解决执法力量薄弱的问题", "谁负责的"), ("县司法局牵头", "县委编办配合")),
        (("东至县明年打算怎么解决执法力量薄弱的问题", "谁负责的", "什么时候完成"), ("6月底前",)),
        (("东至县明年打算怎么解决执法力量薄弱的问题", "现在缺到什么程度"), ("不足4人的有5个",)),
        (("崇左市跨境纠纷化解了多少", "由哪个部门指导的，谁负责"), ("市司法局",)),
        (("东至县2024年信访多少件", "刚才那个数是哪个部门受理的"), ("县信访局",)),
    ],
)
def test_a_short_turn_asks_of_the_sentence_just_shown(
    ask: Ask, turns: tuple[str, ...], told: tuple[str, ...]
):
    answer = ask(*turns)
    assert not answer.abstained
    assert all(words in answer.answer for words in told), answer.answer


def test_who_does_it_is_never_told_of_another_thing(ask: Ask):
    answer = ask("东至县2024年办理公证多少件", "谁负责的")
    assert answer.reason is Reason.NOT_MENTIONED


def test_what_is_asked_of_the_sentence_leaves_no_trace(ask: Ask):
    assert figures(ask("东至县2024年公证办了多少", "谁负责的", "2023年呢")) == ["842"]
    assert figures(ask("崇左市跨境纠纷化解了多少", "谁负责的", "调解室有几个")) == ["6"]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("濮阳市人社局2024年接到多少投诉举报", "里面举报有多少件"), ["254"]),
        (("濮阳市人社局2024年接到多少投诉举报", "里面举报有多少件", "投诉呢"), ["1318"]),
        (("石台罚款案件主要在哪些领域", "交通有多少", "文旅呢"), ["24"]),
        (("东至县2024年审计查出多少问题资金", "提了多少建议"), ["67"]),
        (("东至县2024年办理县人大代表建议多少件", "满意率分别多少"), ["99.1", "98.5"]),
        (("石台新增多少市场主体", "里面企业有几户", "东至呢"), ["1386"]),
        (("东至县2024年复议人员有几个", "准备加几个人"), ["3"]),
        (("崇左懂越南语的律师有几个", "打算新增多少"), ["8"]),
        (("崇左市明年怎么降低败诉率", "现在是多少"), ["12.8"]),
        (("浚县2024年法律援助多少件", "民事占多少", "淇县办了多少"), ["497"]),
        (("淇县法治长廊什么时候建成", "投多少钱"), ["60"]),
        (("浚县公证多少", "收了多少费"), ["92.3"]),
        (("浚县2024年行政处罚多少件", "罚了多少"), ["763.4"]),
        (("浚县2024年审批报告书、报告表多少个", "报告书的呢"), ["19"]),
        (
            ("浚县2024年审批报告书、报告表多少个", "报告书的呢", "排污许可证呢", "企业检查了多少家次"),
            ["4216"],
        ),
        (
            ("濮阳人社局2024年为劳动者追回多少工资", "其中农民工的呢", "罚了多少钱"),
            ["87.5"],
        ),
    ],
)
def test_a_figure_of_the_sentence_just_shown(ask: Ask, turns: tuple[str, ...], expected: list[str]):
    assert figures(ask(*turns)) == expected


@pytest.mark.parametrize(
    ("turns", "share"),
    [
        (("石台罚款案件主要在哪些领域", "交通占多少", "文旅呢"), "2.57%"),
        (("石台县2024年调解了多少纠纷", "哪个镇最多", "仁里镇占全县多少"), "26.18%"),
        (("天等县2024年法律援助办了多少", "里面农民工有多少件", "占比"), "43.84%"),
        (("濮阳人社局仲裁案件受理了多少", "市本级受理了几件", "占全市的多少"), "23.82%"),
        (("天等县2024年法律援助办了多少", "天等在全市占多少"), "12.99%"),
        (("浚县2024年受理投诉多少件", "哪类最多", "占比呢"), "45.74%"),
        (("浚县和淇县2024年不予处罚哪个多", "淇县的占行政处罚多少"), "18.58%"),
        (("天等县2024年法律援助办了多少", "占全市的多少"), "12.99%"),
        (("崇左市2024年法律援助办了多少", "扶绥占多少"), "21.98%"),
    ],
)
def test_a_share_is_of_the_part_that_is_spoken_of(ask: Ask, turns: tuple[str, ...], share: str):
    assert share in ask(*turns).answer


def test_a_share_over_the_unit_before_it_is_asked(ask: Ask):
    turns = ("天等县2024年法律援助办了多少", "里面农民工有多少件", "占比", "全市一共多少")
    assert figures(ask(*turns)) == ["3126"]


def test_a_rate_is_no_share_again(ask: Ask):
    turns = ("石台县2024年调解了多少纠纷", "哪个镇最多", "仁里镇占全县多少", "那调解成功率呢")
    assert figures(ask(*turns)) == ["99.3"]
    assert figures(ask(*turns, "涉旅的有多少")) == ["119"]  # the town is left where it is not told of


@pytest.mark.parametrize("asks", ["这三个里面哪个最多", "这三项里哪个最高"])
def test_the_first_of_several_things_asked_one_by_one(ask: Ask, asks: str):
    answer = ask("东至县2024年查处食品安全案件多少", "药品呢", "环境的呢", asks)
    assert answer.answer.startswith("查处食品安全违法案件最多")
    assert {value.place for value in answer.values} == {"东至县"}


@pytest.mark.parametrize("asks", ["这三个一共多少件", "这三项加起来多少", "一共多少件"])
def test_the_sum_of_several_things_asked_one_by_one(ask: Ask, asks: str):
    turns = ("东至县2024年查处食品安全案件多少", "药品呢", "环境的呢")
    assert "合计280件" in ask(*turns, asks).answer
    assert "合计280件" in ask(*turns, "这三个里面哪个最多", asks).answer


def test_the_first_among_the_parts_of_a_sentence_shown_in_words(ask: Ask):
    answer = ask("石台罚款案件主要在哪些领域", "最多的是哪个")
    assert "市场监管领域401件" in answer.answer.splitlines()[0]


def test_parts_of_two_places_are_summed_and_not_their_wholes(ask: Ask):
    turns = ("东至县2024年新增多少市场主体", "其中企业呢", "个体户呢", "石台新增多少", "里面企业有几户")
    assert figures(ask(*turns[:4])) == ["2138"]
    assert "合计1903户" in ask(*turns, "两个县企业加起来").answer


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # what is asked of the thing that rates and places lead away from
        (("东至县2024年行政复议办了多少件", "纠错率是多少", "那石台呢", "我问的是受理了多少"), ["34"]),
        # documents and what becomes of them
        (("东至县2024年制定了几个规范性文件", "废止的呢", "不是东至，是石台"), ["5"]),
        (("东至县2024年制定了几个规范性文件", "废止的呢", "不是东至，是石台", "制定的呢"), ["4"]),
        (("东至县2024年制定了几个规范性文件", "废止的呢", "2023年东至制定几件"), ["9"]),
    ],
)
def test_a_stage_is_asked_of_the_thing_spoken_of(ask: Ask, turns: tuple[str, ...], expected: list[str]):
    assert figures(ask(*turns)) == expected


@pytest.mark.parametrize("back", ["去年呢", "前一年呢", "上一年呢"])
def test_a_look_back_counts_from_the_year_that_was_told(ask: Ask, back: str):
    answer = ask("东至县公证办了多少", back)
    assert figures(answer) == ["842"]
    assert answer.years == (2023,)
    assert "55件" in ask("东至县公证办了多少", back, "多了多少").answer


def test_how_much_one_of_two_places_moved(ask: Ask):
    turns = ("东至县和石台县2024年行政处罚案件哪个多", "不予处罚的呢", "东至2023年不予处罚多少", "涨了多少")
    assert "相差72件" in ask(*turns).answer


def test_a_year_that_a_later_report_tells_is_compared(ask: Ask):
    assert "相差128件" in ask("天等县2024年行政处罚多少", "上年呢", "降了多少").answer


def test_counties_of_a_list_led_in_by_a_colon(ask: Ask):
    answer = ask("崇左市2024年新收行政复议多少件", "其中维持的呢", "下面哪个县最多")
    assert "江州区最多" in answer.answer.splitlines()[0]


def test_the_rate_of_settlement_by_its_other_name(ask: Ask):
    assert figures(ask("What about the settlement rate in Shitai?")) == ["40.6"]


def test_what_is_left_of_what_came_in(ask: Ask):
    turns = ("濮阳市人社局2024年接到多少投诉举报", "里面举报有多少", "都办结了吗")
    assert "办结1561件" in ask(*turns).answer
    assert "相减为11件" in ask(*turns, "还剩几件没办结").answer


def test_the_parts_that_a_sentence_lists_are_summed(ask: Ask):
    turns = ("崇左2024年办理企业诉求多少件", "办结率", "都有哪几类", "用工的有多少")
    assert "合计456件" in ask(*turns, "这三类加起来多少").answer
    rest = ask(*turns, "其他的有多少").answer  # the sentence shows it, and 用工 is not told again
    assert "1268件" in rest and "融资类诉求217件" in rest


def test_who_is_to_come_is_a_plan_for_those_who_stand(ask: Ask):
    assert figures(ask("濮阳人社局2024年仲裁员有多少人", "打算招几个")) == ["12"]


def test_figures_told_one_by_one_are_those_that_a_turn_points_at(ask: Ask):
    turns = ("浚县2024年受理投诉多少件", "其中噪声类的呢", "大气的", "水的有多少")
    assert "合计2095件" in ask(*turns, "这三类一共多少件").answer


def test_how_a_shortcoming_is_mended_is_told_by_the_plans(ask: Ask):
    turns = ("浚县乡镇法制审核人员不足怎么解决",)
    assert "县司法局牵头" in ask(*turns).answer
    assert "6月底前" in ask(*turns, "什么时候完成").answer


def test_a_rate_asked_of_two_places_is_no_rate_of_what_was_asked_before(ask: Ask):
    answer = ask("东至县2024年行政复议多少件", "石台县呢", "罚没款谁高")
    assert answer.answer.startswith("东至县1127.4万元")
