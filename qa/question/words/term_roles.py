"""What a term says of a topic: its stage, its rate, an attribute that every topic may have, or how it was dealt with.

Knows terms only; what a turn makes of them is in ``qa.question.conversation.carry_topic``.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.question.words.terms import Term, is_filler

# Words that every topic has some of; alone they name none.
COUNTED_THINGS = frozenset(
    "覆盖 涉及 涵盖 包括 适用 范围 事项 领域 项目 案件 问题 人员 企业 场次 金额 次数 单位 部门 地方 镇街 街道 乡镇 申请".split()
)
# "乙县挽回了多少损失", after 法律援助: what every topic may have is asked of that topic
_ATTRIBUTE = lazy_re(r"挽回|损失|金额|标的|受益|受援|人次|满意率|成功率")
# "合格率呢", after 案卷评查: of what was examined, not of an examination elsewhere in the report.
_RATE_OF_IT = lazy_re(
    r"(?:不?合格|优秀|优良|满意|办结|办复|结案|审结|成功|完成|整改|回复|答复|采纳|通过|覆盖|达标|知晓|(?:按[时期]|及时)(?:办结|答复|完成|回复)?)率"
)
# "它的调解成功率呢", after 邻里纠纷: the rate of mediation itself where none of that kind is told
_NAMED_RATE = lazy_re(r"(?!按[时期])[\u4e00-\u9fff]{4,}率")
_NO_TOPIC = lazy_re(r"经济|直接|间接|涉案|涉及|群众|累计|合计|总")
TOPIC = 2  # characters beside an attribute that name a topic: 调解 of 调解成功率
_VERB = 3  # characters of a word that only says what is done: 收到, 办结了; 挽回损失 is a thing by itself


def says_how(term: Term) -> bool:
    """Tell whether a term only says what is done with the thing asked (办理, 新收, 审结) or counts it (案件).

    Args:
        term: A term.

    Returns:
        True where it names no thing by itself.
    """
    near_equal = not (term.concept or term.everyday) and len(term.forms) > 1 and len(term.text) <= _VERB
    return near_equal or is_filler(term) or term.text in COUNTED_THINGS


def is_stage(term: Term) -> bool:
    """Tell whether a term only says what was done with the cases asked of: 收到, 受理, 审结.

    Args:
        term: A term.

    Returns:
        True for 受理.
    """
    short = len(term.text) <= _VERB and term.text != "企业"  # 企业检查多少家次 is no stage of 排污许可证
    return short and not (term.concept or term.everyday or term.required) and len(term.forms) > 1


def is_attribute(term: Term) -> bool:
    """Tell whether a term names what every topic may have (挽回损失, 成功率), and no topic by itself (调解成功率, 罚没金额).

    Args:
        term: A term.

    Returns:
        True for 成功率.
    """
    rest = _NO_TOPIC.sub("", _ATTRIBUTE.sub("", term.text))
    return rest != term.text and len(rest) < TOPIC


def is_rate_of_it(term: Term) -> bool:
    """Tell whether a term names a rate of whatever was spoken of: 合格率, after 案卷评查.

    Args:
        term: A term.

    Returns:
        True for 合格率.
    """
    return _RATE_OF_IT.fullmatch(term.text) is not None


def is_named_rate(term: Term) -> bool:
    """Tell whether a term names a rate with the thing it is of: 调解成功率, and not 成功率 or 败诉率.

    Args:
        term: A term.

    Returns:
        True where it says what the rate is a share of.
    """
    return _NAMED_RATE.fullmatch(term.text) is not None
