"""The stage of a case or a problem that words speak of: received, accepted, closed, found, mended.

Figures of different stages count different things (design rule 4). Knows nothing of figures.
"""

from __future__ import annotations

from functools import lru_cache

from qa.patterns import lazy_re

# Stages of a case: figures of different stages count different things (design rule 4).
_NOT_YET = "(?:未能?|没有?)"
_STAGES = (
    ("发现", lazy_re(r"发现|反馈|查摆|查出|指出(?!率)|排查出|梳理出")),
    ("整改", lazy_re(r"整改|销号|改正")),
    ("收案", lazy_re(r"新收|收到|[收受]案|接收|收(?:取|件)|发案|申请(?:量|数)|来访|登记|收了")),
    ("受理", lazy_re(r"受理|立案")),
    ("办理", lazy_re(r"办理(?!行政复议申请)")),
    ("未结", lazy_re(rf"{_NOT_YET}(?:审结|办结|结案|审完|办完|了结|结掉|结)|在审|在办|结存")),
    ("审结", lazy_re(r"(?<!未)(?<!没)(?<!没有)(?<!未能)(?:审结|办结|结案|已结|审完|办完)")),
    ("纠错", lazy_re(r"纠错|撤销|确认违法|败诉")),
    # 人民调解案件 and 调解组织 name a matter, and no way in which a case ended
    ("调解", lazy_re(r"(?<!人民)(?<!行政)(?<!司法)调解(?!案件|组织|委员会|员|室|工作)|和解|调处|化解")),
)

# "我要审结数不要收案数": a stage that a question turns down.
DENIED = lazy_re(r"[(（](?:非|不是|而非)[^()（）]{1,8}[)）]|(?:不要|不是|而非|不算|不看)[^,。?!()（）]{1,8}")


def blank_denied(question: str) -> str:
    """Blank the stage of a case that a question turns down: 受理(非收到)的行政复议申请.

    Args:
        question: A question.

    Returns:
        The question, as long as before.
    """
    return DENIED.sub(lambda m: " " * len(m[0]) if stage_of(m[0]) else m[0], question)


@lru_cache(maxsize=1 << 15)
def stage_of(words: str) -> str:
    """Name the stage of a case that the words of a figure speak of, or "".

    Args:
        words: The words that own the figure.

    Returns:
        收案, 受理, 审结, 未结, 纠错, 调解 or ""; the last one named counts.
    """
    last = ("", -1)
    for name, pattern in _STAGES:
        for match in pattern.finditer(words):
            if match.start() > last[1]:
                last = (name, match.start())
    return last[0]
