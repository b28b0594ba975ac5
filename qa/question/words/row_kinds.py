"""Questions on the rows of a table: 哪个镇调解最多, 各部门分别罚了多少, 最少的街道, 哪几个领域超过50件."""

from __future__ import annotations

import re

from qa.patterns import lazy_re

NUMERAL = r"[两二三四五六七八九十\d]{1,3}"
# "哪个镇", "哪些部门": what the rows of a table are; not 哪个区, which asks of the library's places.
_ROWS = (
    r"乡镇街道|乡镇|镇街|镇乡|街镇|街道|镇|乡|村|社区|园区|县市区|区县|县区|县市|市县|区市(?!场)|县|区|市州|市|部门|单位|县市区局|县区局|县局|区局|分局|局|支队|大队"
    r"|季度|月份|月|年度|年份|领域|系统|行业|类型|类别|司法所|派出所|所"
)
OF_ROWS = lazy_re(
    rf"(?:哪|什么)一?(?:个|家|些|类|种|项)?(?:的)?(?P<row>{_ROWS})"
    rf"|(?:{NUMERAL}个|各个?|这些|所有|下面的?|下辖的?)(?P<among>{_ROWS})(?:里面?|中|当中|之中|之间|里头)(?=[^。?]*(?:最|第))"
    rf"|各个?(?P<each>{_ROWS})(?=[^,。?]*(?:分别|各|多少|几|怎样|如何|情况))(?![^?]*(?:一共|总共|合计|总数))"
    rf"|最[多少高低大小]的(?P<most>{_ROWS})"
    rf"|各个?(?P<every>{_ROWS})(?=[^,。?]*(?:排名|排序|排行|名次|从[高多大低少小]到|[排前后]第?{NUMERAL}[名位个]?))"
    rf"|(?:哪|最[多少高低大小]的|[前后])(?P<n>{NUMERAL})个(?P<first>{_ROWS})"
    rf"|(?:哪几个|有几个)(?P<which>{_ROWS})"
    r"|(?:哪|什么)一?[类种]的?(?P<sort>案件|案子|纠纷|业务|事项|诉求|违法行为|问题)?(?=[^,。?]*(?:最|第[一二三四五]))"
)
_NAMES = ("row", "among", "each", "most", "every", "first", "which", "sort")


def row_of(asked: re.Match[str]) -> str:
    """Give the noun of the rows that a match of ``OF_ROWS`` asks of.

    Args:
        asked: The match.

    Returns:
        Such as 镇 or 部门; "" where it names a sort alone (哪类最多).
    """
    return next((asked[name] for name in _NAMES if asked[name]), "")


def row_asked(question: str) -> str:
    """Give the noun of the rows that a question asks of.

    Args:
        question: A cleaned question.

    Returns:
        Such as 镇 or 部门; "" where it asks of no rows.
    """
    asked = OF_ROWS.search(question)
    return row_of(asked) if asked else ""
