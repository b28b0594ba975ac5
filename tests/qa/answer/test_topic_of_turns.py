"""What a follow-up asks of the thing just told: a part, its plan, its rate, its source, or another matter by its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer
from tests.asking import asking

COUNTY = """岚皋县2024年度法治政府建设情况报告

2024年，岚皋县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。作出行政处罚1846件，罚没款912.4万元。按部门分：县市场监督管理局611件，县交通运输局402件，县卫生健康委173件，其他部门660件。查处非法采砂38起，其中佐龙镇12起、民主镇9起。查处私宰生猪21起。

2.涉企检查。全县涉企检查4210次，其中联合检查760次，比上年减少18.0%。发生溺水事故3起、死亡4人。

3.行政复议。县政府收到行政复议申请164件，受理151件，其中公安58件、自然资源31件。收到政府信息公开申请72件。现有复议办案人员4人。

4.公共法律服务。办理法律援助案件835件，其中农民工311件、未成年人94件。协调解决欠薪，为702名农民工追回工资1265万元。

5.托育服务。托育机构由上年底的46家整合为39家。安装视频监控装置118套。

二、下一步打算

2025年，涉企检查再压减12%；复议办案人员增加到7人；新增视频监控装置不少于60套；举办普法讲座40场。

岚皋县人民政府
2025年2月18日
"""
BEFORE = """岚皋县2023年度法治政府建设情况报告

2023年，岚皋县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政复议。县政府收到行政复议申请130件，受理121件。

岚皋县人民政府
2024年2月18日
"""
TOWNS = """商南县2024年度法治政府建设情况报告

2024年，商南县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政复议。县政府收到行政复议申请207件，受理190件，其中公安66件。收到政府信息公开申请53件。

2.公共法律服务。办理法律援助案件412件，为受援人挽回损失530万元。援助对象中农民工87人、老年人40人。为512名农民工追回工资806万元。

3.服务企业。解决企业问题128起。34名领导干部进行书面述法。

二、下一步打算

2025年，举办普法讲座30场。

商南县人民政府
2025年2月18日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(
        tmp_path_factory.mktemp("topics"),
        (
            COUNTY,
            TOWNS,
            BEFORE,
        ),
        date(2025, 6, 1),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("岚皋县2024年办了多少法律援助案件", "牵涉农民工的是多少"), "311"),
        (("岚皋县2024年作出行政处罚多少件", "哪个部门办得最多", "卫健委呢"), "173"),
        (("岚皋县2024年还剩几家托育机构",), "39"),
        (("岚皋县2024年查处非法采砂几起", "佐龙镇呢", "再问一下私宰生猪，查了多少起"), "21"),
        (("岚皋县2024年联合检查多少次", "一共查了多少次"), "4210"),
        (("岚皋县2024年溺水事故几起", "死了人吗，死了几个"), "4"),
        (("商南县2024年办了多少法律援助案件", "涉及农民工的是多少"), "87"),
        (("商南县2024年几个领导书面述法", "岚皋县呢", "商南解决企业问题几起"), "128"),
        (("岚皋县2024年收到多少复议申请", "商南公安那块多少件", "那商南一共收到多少申请"), "207"),
    ],
)
def test_a_turn_asks_of_its_own_matter(ask, turns: tuple[str, ...], value: str):
    assert [v.value for v in ask(*turns).values] == [value]


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("岚皋县2024年涉企检查多少次", "2025年还打算减吗，减多少"), "12"),
        (("商南县2024年收到多少复议申请", "岚皋现有复议办案人员几个", "打算加到多少人"), "7"),
        (("岚皋县2024年复议办案人员几个", "打算加到多少人", "目前呢"), "4"),
        (("岚皋县2024年装了多少套视频监控装置", "明年打算再装多少"), "60"),
    ],
)
def test_the_plan_of_the_same_thing_is_told_alone(ask, turns: tuple[str, ...], value: str):
    assert [v.value for v in ask(*turns).values] == [value]


def test_the_rate_is_told_beside_the_difference(ask):
    answer = ask("岚皋县2024年收到多少复议申请", "前一年呢", "多了多少，增幅呢")
    assert "相差34件" in answer.answer
    assert "26.15%" in answer.answer


@pytest.mark.parametrize("last", ["你这是哪份报告里看到的", "把原句发我"])
def test_the_source_is_that_of_the_part_told(ask, last: str):
    answer = ask("岚皋县2024年办了多少法律援助案件", "牵涉农民工的是多少", last)
    assert "农民工311件" in answer.answer
    assert "岚皋县2024年" in answer.answer
