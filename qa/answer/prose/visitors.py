"""Who came from abroad: 有外国律师来交流吗 is told by the country that a report names, 接待法国某市律师团来访."""

from __future__ import annotations

import re

from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import add_statement
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind

_COME = r"来访|访问|到访|来|参观|考察|交流|学习|座谈|观摩"
_ASKED = re.compile(
    rf"(?:外国|国外|境外|海外)的?(?P<who>律师|专家|学者|法官|客人|嘉宾|代表团|商会|企业家|官员|留学生|记者)"
    rf"[^,。?]{{0,8}}(?:{_COME})|(?:外国|国外|境外|海外)的?(?P<whom>律师|专家|学者|法官|客人|嘉宾|代表团|商会|企业家|官员)是?(?:从)?哪"
)
_COUNTRIES = (
    "美国 英国 法国 德国 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 波兰 "
    "捷克 匈牙利 塞尔维亚 希腊 俄罗斯 白俄罗斯 乌克兰 哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 "
    "塔吉克斯坦 蒙古国 日本 韩国 朝鲜 越南 老挝 柬埔寨 泰国 缅甸 马来西亚 新加坡 印度尼西亚 "
    "印尼 菲律宾 印度 巴基斯坦 孟加拉国 尼泊尔 斯里兰卡 土耳其 伊朗 以色列 沙特 阿联酋 埃及 "
    "南非 肯尼亚 尼日利亚 埃塞俄比亚 坦桑尼亚 澳大利亚 新西兰 加拿大 墨西哥 巴西 阿根廷 智利 "
    "秘鲁"
)
_COUNTRY = "|".join(_COUNTRIES.split())
_CAME = r"来访|访问|到访|参观|考察|交流|座谈|观摩|接待|会见"


def answer_visitors(content: str, report: PreparedReport) -> Draft | None:
    """Show the sentence on visitors of the kind asked for from a country that it names.

    Args:
        content: The question, its places and years blanked.
        report: The report.

    Returns:
        The draft, or None where no visitors from abroad are asked for or none are told of.
    """
    asked = _ASKED.search(re.sub(r"\s", "", fold(content)))
    if asked is None:
        return None
    who = asked["who"] or asked["whom"]
    told = re.compile(rf"(?:{_COUNTRY})[^,。;]{{0,10}}{who}")
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if sentence.section is SectionKind.PLAN:
            continue
        named = told.search(text)
        if named is not None and re.search(_CAME, text):
            draft = Draft(AnswerKind.FACT)
            add_statement(draft, report.report, sentence.index, (), "")
            return draft
    return None
