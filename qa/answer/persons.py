"""Who holds an office: a name answers 县长叫什么 only where the report puts it behind that very office.

常务副县长陈某 is no 县长, and the name of the 司法局局长 tells nothing of the 财政局局长. Knows how offices are asked for and how
reports print them beside a name, and nothing of ranking.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.text import fold

_ROLE = (
    r"[区县市镇乡州旗省]长|局长|厅长|处长|科长|股长|所长|院长|检察长|秘书长|书记|主任|主席|会长|庭长|队长|馆长|校长|部长|司长|站长|行长"
    r"|专员"
)
_DEPUTY = r"常务副|党组副|副|代理|代"
_OFFICE = rf"(?P<office>[^,。;:?]{{0,14}}?)(?P<deputy>{_DEPUTY})?(?P<role>{_ROLE})"
# "县长叫什么", "司法局局长是谁"
_BEHIND = re.compile(
    rf"{_OFFICE}(?:的|是|都|们|现在|目前|分别|姓|叫|名|字|为){{0,4}}(?:叫(?:什么|啥)|姓(?:名|什么|啥)|什么名字?|名字|什么|啥|谁|哪位|哪个|何人)"
)
# "谁是县长", "哪位担任司法局局长"
_BEFORE = re.compile(rf"(?:谁|哪位|哪个)(?:是|担任|任|当|在当|出任){_OFFICE}")
# What an office is of: 司法 of 县司法局党组书记; 县委 and 局 alone are of the place, or of the report's own body.
_BODY = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,8}?)(?:管理局|监督局|局|委员会|委(?!书记)|政法委|厅|办公室|办|中心|大队|支队|法院|检察院|镇|乡|街道|村|社区|协会|公司|学校|所)"
)
_LEVEL = re.compile(r"^[省市县区旗州镇乡](?:委|政府|人民政府)?|^[\u4e00-\u9fff]{2,5}[省市县区旗州](?=..)")
_TITLE = re.compile(rf"(?P<deputy>{_DEPUTY})?(?P<role>{_ROLE})(?=、|兼|暨|$)")
_BREAK = re.compile(r"[,;:。!?()《》“”]|主持|带领|率|陪同|协助|由")
_ACTING = frozenset({"代", "代理"})  # 代县长 holds the office for now, and is cited as such


class Office(NamedTuple):
    """An office that a question asks the holder of.

    Attributes:
        body: What it is of, such as 司法, or "" for the place or the report's own body.
        deputy: Such as 副 or 常务副, or "".
        role: Such as 局长.
    """

    body: str
    deputy: str
    role: str


def office_asked(question: str) -> Office | None:
    """Read which office a question asks the holder of.

    Args:
        question: A cleaned question; its places may be blanked.

    Returns:
        The office, or None where it asks for the holder of none.
    """
    text = re.sub(r"\s", "", fold(question))
    match = _BEHIND.search(text) or _BEFORE.search(text)
    if match is None:
        return None
    return Office(_body(match["office"]), _deputy(match), match["role"])


def is_held(office: Office, before: str, role: str = "") -> bool:
    """Tell whether the words at a name give the office that is asked for.

    Args:
        office: The office.
        before: The words up to the name, its title last.
        role: The title behind the name (王某局长), or "".

    Returns:
        True for 县司法局党组书记、局长 where the 司法局局长 is asked for; False for a deputy, or for another body's.
    """
    own = _BREAK.split(fold(before))[-1] + role
    of_body = office.body in own if office.body else office.role == "局长" or not _body(own)
    held = [(_deputy(match), match["role"]) for match in _TITLE.finditer(own)]
    return of_body and any(
        role == office.role and (deputy == office.deputy or (office.deputy == "副" and "副" in deputy))
        for deputy, role in held
    )


def _deputy(match: re.Match[str]) -> str:
    """Give the deputy's word of a title, "" for the office itself and who acts in it."""
    word = match["deputy"] or ""
    return "" if word in _ACTING else word


def _body(words: str) -> str:
    """Find what an office is of, the last body named, without the level before it."""
    names = [_LEVEL.sub("", match["body"]) for match in _BODY.finditer(words)]
    return next((name for name in reversed(names) if len(name) > 1), "")
