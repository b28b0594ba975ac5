"""Quantities: every branch of the patterns with a real sentence, an oracle for numerals, and properties."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.numerals import parse_chinese
from qa.quantity import find_quantities, numbers_in
from qa.units import scale_of


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("新收复议571件", "571", "件", None),
        ("共受理1,476件", "1476", "件", None),
        ("共受理１，４７６件", "1476", "件", None),
        ("调处纠纷一千三百余件", "1300", "件", "余"),
        ("调处三百余件", "300", "件", "余"),
        ("近七成在镇街化解", "70", "%", "近"),
        ("办结率达百分之九十五", "95", "%", None),
        ("督促办理相关案件23万余件", "23", "万件", "余"),
        ("金额突破15亿元", "15", "亿元", "超"),
        ("涉及金额约1.62亿元", "1.62", "亿元", "约"),
        ("复议诉讼比3.97:1。", "3.97", ":1", None),
        ("复议诉讼比5.29,主渠道", "5.29", "", None),
        ("败诉率控制在10%以下", "10", "%", "以下"),
        ("处置40%以上在镇街", "40", "%", "以上"),
        ("专题研究 30 余次", "30", "次", "余"),
        ("服务1万余人次", "1", "万人次", "余"),
        ("走访千余家企业", "1000", "家", "余"),
        ("上升2.3个百分点", "2.3", "个百分点", None),
        ("受理十余万件", "10", "万件", "余"),
        ("不少于2次", "2", "次", "以上"),
        ("提高九十八点六个百分点", "98.6", "个百分点", None),
        ("办结率百分之九十八点六", "98.6", "%", None),
        ("建成两家中心", "2", "家", None),
        ("审查4880件次", "4880", "件次", None),
        ("检查229家次", "229", "家次", None),
        ("整治二十三件", "23", "件", None),
        ("约谈40余人次", "40", "人次", "余"),
        ("覆盖上百家企业", "100", "家", "超"),
        ("更换不合格软管1.27万根", "1.27", "万根", None),
        ("清理非法网箱29口,", "29", "口", None),
        ("检疫牲畜21.6万头只", "21.6", "万头只", None),
        ("收缴管制刀具12把", "12", "把", None),
        ("没收假冒白酒300余瓶", "300", "瓶", "余"),
        ("调处纠纷1 482件", "1482", "件", None),
        ("罚没款约2\u2009306.5万元", "2306.5", "万元", "约"),
        ("登记经营主体1 043 218户", "1043218", "户", None),
        ("见表3 120件", "120", "件", None),
        ("负责人出庭率97. 8%", "97.8", "%", None),
        ("罚没收入达3 .26亿元", "3.26", "亿元", None),
        ("查处案件1, 306件", "1306", "件", None),
        ("年度2024 365件", "365", "件", None),
        ("走访群众1万3千余人次", "13000", "人次", "余"),
        ("减税降费2亿4千万元", "2.4", "亿元", None),
        ("缓缴税款二十一亿四千万元", "21.4", "亿元", None),
        ("追回工资3万5640元", "35640", "元", None),
    ],
)
def test_reads_figure(text: str, value: str, unit: str, qualifier: str | None) -> None:
    found = find_quantities(text)
    assert [(q.value, q.unit, q.qualifier) for q in found] == [(value, unit, qualifier)]
    assert found[0].printed == text[found[0].start : found[0].end]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("共受理5,7\n19件", "5719", "件"),
        ("共受理5,\n719件", "5719", "件"),
        ("共受理5\n,719件", "5719", "件"),
        ("共受理1\n5,719件", "15719", "件"),
        ("涉及1,2\n34,567元", "1234567", "元"),
        ("培训1.\n1万人次", "1.1", "万人次"),
        ("审议议题1\n4个", "14", "个"),
        ("再降1\n0%", "10", "%"),
        ("限的12.6\n%", "12.6", "%"),
        ("受理587\n件", "587", "件"),
        ("败诉率1\r\n1.5%", "11.5", "%"),
        ("败诉率5.7\n2%", "5.72", "%"),
        ("化解率99\r\n    .3%", "99.3", "%"),
        ("提高2.3个百\r\n分点", "2.3", "个百分点"),
        ("办理三百\n余件", "300", "件"),
        ("行政处罚案件 **1,582** 件", "1582", "件"),
        ("法律援助 `437` 件", "437", "件"),
        ("办理许可 *3.7万* 件", "3.7", "万件"),
    ],
)
def test_reads_a_figure_that_a_wrap_or_marks_have_broken(text: str, value: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (value, unit)
    assert found.printed == text[found.start : found.end]


@pytest.mark.parametrize("word", ["不足", "不满", "不到", "少于", "低于", "未超过", "至多"])
def test_fewer_is_an_upper_bound(word: str) -> None:
    (found,) = find_quantities(f"执业律师{word}3名")
    assert (found.value, found.qualifier, found.printed) == ("3", "以下", f"{word}3名")


@pytest.mark.parametrize(
    ("text", "value"),
    [("12,34件", "34"), ("12,\n3件", "3"), ("(1)\n2件", "2"), ("共2件\n3", "2")],
)
def test_a_break_joins_no_two_figures(text: str, value: str) -> None:
    assert [q.value for q in find_quantities(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "2024年以来",
        "3月25日召开",
        "1-12月",
        "第90期论坛",
        "构建“1+8”部门联审",
        "4S店汽车销售",
        "“凤凰智审”2.0、",
        "清单3.0版",
        "拨打12345政务热线",
        "实施纲要(2021-2025年)",
        "深化一件事改革",
        "一站式服务",
        "镇街一支队伍管执法",
        "十四五规划",
        "二十届三中全会",
        "区市场监管1分局",
        "一审行政诉讼",
        "千家万户",
    ],
)
def test_leaves_names_and_dates(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二〇二四", "2024"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("三千零一十", "3010"),
        ("两万", "20000"),
        ("十三万五千", "135000"),
        ("一亿二千万", "120000000"),
        ("九十五点五", "95.5"),
        ("件", None),
    ],
)
def test_parse_chinese(numeral: str, value: str | None) -> None:
    assert parse_chinese(numeral) == value


def _say(n: int) -> str:
    """Say a number below 10,000 in Chinese: the oracle, written the other way round."""
    digits, out, zero = "零一二三四五六七八九", "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        d = n // power % 10
        if d:
            out += ("零" if zero and out else "") + digits[d] + name
            zero = False
        else:
            zero = True
    return out


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_parse_chinese_undoes_saying(high: int, low: int) -> None:
    assert parse_chinese(_say(low)) == str(low)
    padded = _say(high) + "万" + ("零" if low < 1000 else "") + _say(low)
    assert parse_chinese(padded) == str(high * 10000 + low)


@given(st.text(alphabet="一二三十百千万亿0123456789.,:件人次%约余近以上下年月第《》“”+-审是", max_size=60))
def test_spans_are_ordered_and_inside(text: str) -> None:
    end = 0
    for q in find_quantities(text):
        assert end <= q.start < q.end <= len(text)
        assert q.printed == text[q.start : q.end]
        Decimal(q.value)
        end = q.end


def test_numbers_in_holds_every_reading() -> None:
    held = numbers_in("金额1.62亿元,惠及一千三百余人,同比增长１２．５%")
    assert {Decimal("1.62"), Decimal("162000000"), Decimal(1300), Decimal("12.5")} <= held


def test_scale_of() -> None:
    assert scale_of("万件") == 10_000
    assert scale_of("件") == 1


@pytest.mark.parametrize(
    ("text", "value"), [("调解成功率九成八以上", "98"), ("近七成", "70"), ("三成", "30")]
)
def test_tenths_and_hundredths_told_with_cheng(text: str, value: str):
    [found] = find_quantities(text)
    assert (found.value, found.unit) == (value, "%")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("受理3件", "3", "件"),  # the pattern takes the first character of a numeral by itself
        ("复议诉讼比3:1", "3", ":1"),
        ("复议诉讼比3.97:1", "3.97", ":1"),
        ("受理1,476件", "1476", "件"),
        ("设立五个", "5", "个"),
        ("百余件", "100", "件"),
        ("合格率百分之九十五", "95", "%"),
        ("合格率百分之9.5", "9.5", "%"),
    ],
)
def test_numerals_keep_their_first_character(text: str, value: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (value, unit)
    assert text[found.start : found.end] == found.printed


@pytest.mark.parametrize("text", ["紧扣3具体要求", "推出5头部企业", "形成2口径", "获评4集体"])
def test_the_head_of_a_word_is_no_measure_of_goods(text: str) -> None:
    assert all(not q.unit for q in find_quantities(text))


@pytest.mark.parametrize("text", ["两头跑", "三口人", "一把抓", "两集体", "三根据"])
def test_goods_are_not_counted_in_chinese_numerals(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("化解纠纷数百件", "走访企业数十家", "发放资料数千余份"),  # several hundred are not a hundred
        *("每月抽查三五家", "开庭一两次", "受理两三百件"),
        *("全年无一件败诉", "更换零件"),
    ],
)
def test_vague_words_are_no_figure(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize("text", ["收案由98件至151件", "从98件到151件", "满意率自71.5%至83%"])
def test_a_change_from_and_to_is_no_range(text: str) -> None:
    assert len(find_quantities(text)) == 2


def test_a_change_below_zero_is_no_range() -> None:
    assert [q.value for q in find_quantities("收案98件，同比增长-3.2%")] == ["98", "-3.2"]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("承接事项106至118项不等", "106至118项", "118"),
        ("满意率10%-15%。", "10%-15%", "15"),
        ("每镇10件至15件。", "10件至15件", "15"),
        ("每镇配备二至三名", "二至三名", "3"),
    ],
)
def test_a_range_is_one_figure_and_never_its_lower_or_upper_end_alone(
    text: str, printed: str, value: str
) -> None:
    assert [(q.printed, q.value) for q in find_quantities(text)] == [(printed, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("整改3件, 120人", ["3", "120"]),
        ("见附件2. 8个部门", ["8"]),
        ("任务分解表2. 5%的部门", ["5"]),
    ],
)
def test_a_blank_that_parts_two_things_joins_no_figure(text: str, values: list[str]) -> None:
    assert [q.value for q in find_quantities(text)][-len(values) :] == values
