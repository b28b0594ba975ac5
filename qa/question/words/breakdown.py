"""Questions for the figures of parts that they do not name: 按单位各是多少, 那几类纠纷分别多少件, 分布在哪几个县,各多少名.

Knows words alone; which list of a report tells it is for ``qa.answer.figures.breakdown``.
"""

from __future__ import annotations

from qa.patterns import lazy_re

_EACH = (
    r"(?:各自?|分别|依次)(?:的|都)?(?:是|有|为|占|办了?|查了?|收了?|调了?)?(?:(?:多少|几)[\u4e00-\u9fff]?)?"
)
_KINDS = r"(?:类型?|种|项|档|级|块|方面|领域|行业|部门|单位|机关|地方)"
_DONE = r"(?:处理|处置|办理|审理|了?结|结案|判|化解|解决)"
_EACH_COUNT = r"(?:各自|分别|各)?的?(?:是|有)?(?:件数|数量|占比|人数|多少[\u4e00-\u9fff]?|几[\u4e00-\u9fff])"
_WITH_COUNTS = rf"(?:及其?|和|与|以及|、|,|\s)+{_EACH_COUNT}"
# "集中领域及件数", "各种结果及数量", "办得较多的单位各多少件",
# "按单位各是多少", "各部门的处罚案件分别是多少件",
# "点名的几类纠纷分别有多少件", "分布在哪几个县,各多少名", "都怎么处理的,分别是", "案子都分哪几类"
_ASKED = lazy_re(
    rf"按(?:照)?[\u4e00-\u9fff]{{1,5}}?(?:分|来分|来看|划分|统计|分类|区分)?[,、]?{_EACH}"
    rf"|(?P<few>(?:点名|列出|提到|写到|列明|说到|写明)?的?(?:那|这|哪|主要的?|其中)*(?:几|各|[两三四五六七八九])(?:个|大)?{_KINDS})(?P<of>[\u4e00-\u9fff]{{0,8}}?){_EACH}"
    rf"|(?P<most>[\u4e00-\u9fff]{{0,3}}?得?[较最比]较?[多大高少]的(?:前?[几两三四五]个?|哪几个)?{_KINDS}|[\u4e00-\u9fff]得多的{_KINDS})\s?(?:是?哪[些几]个?{_KINDS}?)?[,、\s]*{_EACH}"
    rf"|(?P<where>(?:主要)?(?:集中|分布|涉及)的?(?:领域|方面|行业|类型|环节))(?:情况)?{_WITH_COUNTS}"
    rf"|的?(?:各种|各类|各项|不同)(?:审理|办理|处理|结案)?(?:结果|方式|类型|情形|结论)(?:及其?|和|与|以及|、|,|的)*{_EACH_COUNT}"
    rf"|(?:都|主要)?(?:分布|分散|集中|落)在(?:了)?哪[几些]?个?[\u4e00-\u9fff]{{1,4}}?[,、]?(?:各|分别)(?:是|有|为)?(?:(?:多少|几)[\u4e00-\u9fff]?)?"
    rf"|(?:这些|它们)?(?:都|又|各|分别)*是?(?:怎么|如何|怎样|咋){_DONE}的?[,、]?(?:(?:数量)?(?:各|分别)(?:是|有|为)?(?:(?:多少|几)[\u4e00-\u9fff]?)?)"
    rf"|(?:都|一共|总共)?(?:分|分成|分为|有|包括|涉及)(?:了)?哪[几些]?{_KINDS}(?=[?。!呢啊]*$|[,、]?(?:各|分别))(?:[,、]?{_EACH})?"
    rf"|(?:居|排|列)(?:在)?(?:最)?前(?:面)?的?[两三四五六七八九十几](?:个|位|名|家)?[\u4e00-\u9fff]{{0,4}}?(?:(?:以及|和|及|,|、)?(?:各自|分别)的?(?:是|有)?(?:金额|数量|件数|人数|多少[\u4e00-\u9fff]?))"
)


def breakdown_asked(text: str) -> tuple[str, tuple[int, int]] | None:
    """Find the words of a question that ask for the figures of parts without naming them.

    Args:
        text: A question; its places and years may be blanked or hidden.

    Returns:
        The words that name no thing of their own, with the half-open span of all that asks, or None.
    """
    match = _ASKED.search(text)
    if match is None:
        return None
    of = match["of"] or match["where"] or ""
    return (match[0].replace(of, " ", 1) if of else match[0]), match.span()


# "处罚最多的是哪个领域", "哪类纠纷调解得最多": of parts that the question names by their kind alone
_OF_KINDS = rf"(?:哪|什么)(?:一|几)?[个些种项]?(?:{_KINDS})"
_FOREMOST = (
    lazy_re(rf"最[多少高低]的?(?:一?[类种个])?(?:是|为)?{_OF_KINDS}"),
    lazy_re(rf"{_OF_KINDS}的?(?=[^,。?]{{0,12}}最[多少高低])"),
    # "数量最多的案件类型是什么"
    lazy_re(r"(?:数量)?最[多少高低大]的?(?:案件)?(?:类型|类别|种类|领域|行业|案由)(?:是|为)?(?:什么|啥)"),
)


def foremost_asked(content: str) -> str:
    """Find the words of a question that ask which part of a thing has the most.

    Args:
        content: A question, its places and years blanked.

    Returns:
        The words, which name no thing of their own, or "".
    """
    found = next((match for pattern in _FOREMOST if (match := pattern.search(content))), None)
    return found[0] if found is not None else ""
