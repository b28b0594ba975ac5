"""What came in during the year is not what stands: 新聘法律顾问几名 is not answered by 共有公职律师46名, nor the reverse."""

from __future__ import annotations

import re

from qa.patterns import in_question, lazy_re
from qa.ranking import Query, ScoredMention
from qa.text import fold

# "新聘法律顾问几名" asks for what came in during the year; "共有公职律师46名" tells what stands
_NOT_NEW = r"新(?=时代|闻|兴|型|媒|业态|能源|区|城|农|市民|社|三板|收|立案)|(?<=[重创更革最全翻刷])新"
# "刚拿到执法证的": 刚 says 新 in speech.
ASKED_NEW = lazy_re(
    rf"(?!{_NOT_NEW})新[\u4e00-\u9fff]|(?:当|今)年新"
    r"|(?:刚|才)(?:刚)?(?:拿|领|考|办|招|聘|建|开(?!展|始)|进|取得|注册|成立|上岗)"
    r"|添(?:了|的|加了?)?(?:多少|几)"
)
_NEW = lazy_re(rf"(?!{_NOT_NEW})新|增|扩|添|首次")
# What tells of the year's movement without 新: 取得执法资格211人.
_CAME = lazy_re(
    r"取得|获|申领|申请|核发|发放|颁发|考取|通过|注册|登记|设立|成立|建成|建立|授权|引进|开办|立案|受理|接收|收|招录|招聘|选聘|聘任|录用|培育|培养|选派|认定"
    r"|命名|创建|制定|出台|打造"
)
_STANDS = lazy_re(r"现有|共有|实有|拥有|持有|持证|在册|累计|总数|总量|目前|年末|年底")
_STOCK_ASKED = lazy_re(r"一共|总共|共有|现有|实有|拥有|持有|持证|在册|总数|总量|合计|全部|目前|现在")
_NEW_ONLY = lazy_re(rf"^(?:其中|当年|全年|今年|本年度?|,|、)*(?!{_NOT_NEW})新|新(?:增|聘|取得|申领|发|招|培)")
# 新登记经营主体6421户,同比增长7.8%,其中企业1386户: the change of the whole is not the whole
_FLOWS = lazy_re(
    r"(?<!累计)(?:接收|解除|入矫|解矫|纳管|衔接)"
)  # 全年接收社区矫正对象986人 are not those 在册
_MOVED = lazy_re(r"(?:同比|环比|比上年|较上年|比去年|增长|下降|上升|减少|增幅)")
_AIM = lazy_re(r"目标|任务|计划")
_ASIDE = "("


def of_stock(query: Query, scored: ScoredMention, own: str, label: str) -> bool:
    """Tell whether a figure is of what stands and the question asks for what is new, or the reverse."""
    content = query.content
    if scored.mention.quantity.unit == "%" and in_question(_AIM, content) and _AIM.search(own):
        return False  # 完成年度目标的104.4% of 新增就业
    if in_question(ASKED_NEW, content):
        leans = scored.mention.part or not label or label.startswith(_ASIDE)
        if _NEW.search(own + label) or (leans and _NEW.search(_whole_of(scored))):
            return False  # 其中企业547户 of 新增市场主体2316户, and the 2104户 of 新增市场主体2316户(2023年:2104户)
        if scored.mention.part and _STANDS.search(_whole_of(scored)):
            return True  # 年末实有经营主体4.18万户,其中企业7245户 are not the new ones
        everyday = any(term.everyday for term in query.terms)
        return _STANDS.search(label) is not None or not (everyday or _CAME.search(own + label))
    if in_question(_STOCK_ASKED, content) is None or "增" in content:
        return False
    return is_new(label) or (_FLOWS.search(label) is not None and in_question(_FLOWS, content) is None)


def _whole_of(scored: ScoredMention) -> str:
    """Give the clause before a part: 新增市场主体2316户 before 其中企业547户."""
    text = scored.report.folded[scored.sentence][: scored.mention.quantity.start]
    if scored.words.label.startswith(_ASIDE):  # 新增经营主体5317户(企业836户)
        text = text.rpartition(_ASIDE)[0]
    else:
        text = text.rpartition("其中")[0] or text[: scored.mention.clause[0]]
    clauses = [c for c in re.split(r"[;。]|,(?!\d{3})", text.rstrip(",;、 ")) if not _MOVED.match(c)]
    return clauses[-1] if clauses else ""


def is_new(label: str) -> bool:
    """Tell whether the words before a figure say that it counts what is new: 新增公职律师8名.

    Args:
        label: The words, as printed.

    Returns:
        True where they begin with 新, or name a verb of coming in with it.
    """
    return _NEW_ONLY.search(fold(label)) is not None
