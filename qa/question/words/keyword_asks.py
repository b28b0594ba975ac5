"""Keywords whose last one is what is asked for: 行政复议联系点 街道, 反映最集中 类别, 隐患整改 原因.

A clerk types the thing and then the kind of answer wanted; the question is written out, so that it is read as any other.
"""

from __future__ import annotations

from qa.patterns import lazy_re

# The kind of answer -> how a question asks for it behind the thing.
_WRITTEN_OUT = (
    (r"街道|乡镇|镇街|镇|村|社区|县区|区县|县市区", "在哪些{}"),
    (r"村名|镇名|街道名", "是哪个{}"),
    (r"领域|类型|类别|种类|方面", "的是哪些{}"),
    (r"学校|高校|企业|公司|医院|院校", "是哪些{}"),
    (r"部门|单位|机关", "有哪些{}"),
    (r"牵头 配合|牵头|配合单位|责任科室|责任单位|牵头单位|责任部门|主管部门|承办单位", "由哪个部门牵头负责"),
    (r"原因|理由|缘由", "的{}是什么"),
    (r"时间|日期", "是什么时候"),
    (r"地点|地址|位置", "在哪里"),
)
_PATTERN = lazy_re(
    r"^(?P<thing>.*[\u4e00-\u9fff].*\s)(?P<kind>"
    + "|".join(kinds for kinds, _ in _WRITTEN_OUT)
    + r")[?。!]*$"
)
# "数量最多的案件类型"
_FOREMOST = lazy_re(
    r"最(?:多|少|高|低|大|小|集中|突出|频繁)的?[\u4e00-\u9fff]{0,4}(?:类型|类别|种类|领域|部门|单位|街道|乡镇|镇|县区|区县|问题)(?=[?。!]*$)"
)
_ASKS = lazy_re(r"多少|几|哪|谁|什么|啥|怎|如何|是否|有没有|[吗呢么?,;]|分别|各")
_ONE = {"村名": "村", "镇名": "镇", "街道名": "街道"}


def written_out(question: str) -> str:
    """Write out keywords whose last one is the kind of answer that is wanted.

    Args:
        question: A cleaned question.

    Returns:
        The question with its ask; the same where it is no such row of keywords.
    """
    first = _FOREMOST.search(question)
    if first is not None and not _ASKS.search(question.rstrip("?。!")):
        return f"{question[: first.end()]}是什么"
    found = _PATTERN.match(question)
    if found is None or _ASKS.search(found["thing"]):
        return question
    kind = found["kind"]
    ask = next(ask for kinds, ask in _WRITTEN_OUT if kind in kinds.split("|"))
    return found["thing"].rstrip() + ask.format(_ONE.get(kind, kind))
