"""A turn as it was typed, cleaned before it is read: slips, preambles, English, what it puts right within itself.

Knows no reports and no turns before.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.question.conversation import moves
from qa.question.conversation.joined_asks import asks_written_out
from qa.question.conversation.plain_words import in_plain_words
from qa.question.english.english_asks import english_parts
from qa.question.english.english_moves import in_chinese
from qa.question.english.keywords import is_english, translate
from qa.question.places.fuzzy import without_slips
from qa.question.words.courtesy import without_courtesies
from qa.question.words.keyword_asks import written_out
from qa.text import clean_question

# A question this long is a document: its head asks, the rest would drown it.
MAX_QUESTION = 400
# "Fang County (房县)": the name in Chinese is the one to go by.
_SPELLED_BESIDE = lazy_re(
    r"(?:[A-Z][\w'’-]*\s+)+(?:County|City|District|Prefecture|Banner|Municipality|Province)?\s*[(（]([\u4e00-\u9fff]{2,12})[)）]"
)
# "加上甲区,不对,加上乙县": who puts a turn right within it means what stands behind.
_PUT_RIGHT = lazy_re(
    r"^.{2,30}[,，。…\s](?:不对|不不|错了|说错了|哦不|噢不|不是)[,，。…\s]+(?:我(?:是)?(?:说|问|要|想问)的?是?|是|应该是)?(?P<meant>.{2,})$"
)
# "领导要一组数:甲县收到多少件": who wants it, and what for.
_PREAMBLE = lazy_re(
    r"^(?:我们?|咱们?|俺们?)?(?:领导|老板|上级|上面|主任|局长|处长|科长|县长|同事|客户|记者|老师|写(?:材料|稿子?|报告|总结|汇报))[^:?。\d]{0,12}?"
    r"(?:[要问催用]|需要|想知道|想了解|交代|布置|急用)[^:?。\d]{0,8}(?::|,(?<=[数据字料事下][,]))\s*(?=.{4})"
)
# "民事、刑事、行政法律援助": kinds of legal aid, of which 行政 alone names another matter.
_KINDS_OF_AID = lazy_re(
    r"(?P<kinds>(?:(?:民事|刑事)[类的]?(?:、|和|与|及|以及))*行政类?(?:(?:、|和|与|及|以及)(?:民事|刑事))*)[类的]?(?:法律援助|法援)(?:案件)?"
    r"(?!服务|中心|律师|机构|人员|工作|条例|制度)"
)
# "跟以前比呢", "比往年多吗": of the figures that reports print, the year before is what was before.
_FORMERLY = lazy_re(r"(?<=[跟和与比较])(?:以前|往年|从前)(?=相?比|多|少|高|低|怎|如何|有|增|上升|下降|变)")
# "除甲、乙两镇外,其余乡镇查办多少起": the rest is asked for, and the report counts it as such.
_ALL_BUT = lazy_re(
    r"除了?[\u4e00-\u9fff、]{2,40}?(?:街道|[镇乡村])(?:以外|之外|外)?[,，]?(?=(?:其余|其他|其它|剩下|剩余|别的)[的\d]*个?(?:乡镇|镇街|街镇|街道|[镇乡村]))"
)
# "法制建设", "法制政府": today's reports write 法治 for both; 法制审核 and 法制办 are names of their own.
_LEGAL_SYSTEM = lazy_re(r"法制(?=政府|建设(?!科|处|股|办))")


def _aid_first(match: re.Match[str]) -> str:
    """Name legal aid before its kinds, as reports do: 法律援助案件中民事、刑事、行政."""
    kinds = re.sub("[类的]", "", match["kinds"])
    return f"法律援助案件中{kinds}{'' if kinds != '行政' else '案件'}"


def as_asked(turn: str) -> str:
    """Clean a turn; an English one is put into Chinese keywords, but for thanks and steps back.

    Args:
        turn: A turn as it was typed.

    Returns:
        What is read of it.
    """
    turn = _SPELLED_BESIDE.sub(r" \1 ", turn)
    question = without_slips(
        _LEGAL_SYSTEM.sub("法治", _FORMERLY.sub("去年", clean_question(turn)[:MAX_QUESTION]))
    )
    if not moves.is_small_talk(question):
        question = without_courtesies(question)
    question = _KINDS_OF_AID.sub(_aid_first, _PREAMBLE.sub("", _ALL_BUT.sub("", question)))
    if (right := _PUT_RIGHT.match(question)) and moves.contrast(question) is None:
        question = right["meant"]
    if len(asked := english_parts(question)) > 1:
        return ",".join(clean_question(translate(part)) for part in asked)
    if not moves.is_small_talk(question):
        question = in_chinese(question)
    if is_english(question) and not moves.is_small_talk(question) and moves.recall(question) is None:
        return clean_question(translate(question))
    return in_plain_words(asks_written_out(written_out(question)))
