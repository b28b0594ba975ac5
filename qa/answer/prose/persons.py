"""Who holds an office: a name answers 县长叫什么 only where the report puts it behind that very office.

常务副县长陈某 is no 县长, and the name of the 司法局局长 tells nothing of the 财政局局长. Knows how offices are asked for and how
reports print them beside a name, and nothing of ranking.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.text import fold

_ROLE = (
    r"[区县市镇乡州旗省]长|局长|厅长|处长|科长|股长|所长|院长|检察长|秘书长|书记|主任|主席|会长|庭长|队长|馆长|校长|部长|司长|站长|行长"
    r"|专员"
)
_DEPUTY = r"常务副|党组副|副|代理|代"
_OFFICE = rf"(?P<office>[^,。;:?]{{0,14}}?)(?P<deputy>{_DEPUTY})?(?P<role>{_ROLE})"
# "县长叫什么", "司法局局长是谁"
_BEHIND = lazy_re(
    rf"{_OFFICE}(?:的|是|都|们|现在|目前|分别|姓|叫|名|字|为){{0,4}}(?:叫(?:什么|啥)|姓(?:名|什么|啥)|什么名字?|名字|什么|啥|谁|哪位|哪个|何人)"
)
# "谁是县长", "哪位担任司法局局长"
_BEFORE = lazy_re(rf"(?:谁|哪位|哪个)(?:是|担任|任|当|在当|出任){_OFFICE}")
# What an office is of: 司法 of 县司法局党组书记; 县委 and 局 alone are of the place, or of the report's own body.
_BODY = lazy_re(
    r"(?P<body>[\u4e00-\u9fff]{2,8}?)(?:管理局|监督局|局|委员会|委(?!书记)|政法委|厅|办公室|办|中心|大队|支队|法院|检察院|镇|乡|街道|村|社区|协会|公司|学校|所)"
)
_LEVEL = lazy_re(r"^[省市县区旗州镇乡](?:委|政府|人民政府)?|^[\u4e00-\u9fff]{2,5}[省市县区旗州](?=..)")
_TITLE = lazy_re(rf"(?P<deputy>{_DEPUTY})?(?P<role>{_ROLE})(?=、|兼|暨|$)")
_BREAK = lazy_re(r"[,;:。!?()《》“”]|主持|带领|率|陪同|协助|由")
_ACTING = frozenset({"代", "代理"})  # 代县长 holds the office for now, and is cited as such
# Who may bear a name in a report, more than hold an office.
BEARERS = (
    r"(?:[区县市镇乡州旗]长|局长|厅长|处长|科长|所长|院长|检察长|书记|主任|主席|秘书长|会长|庭长|队长|馆长|校长|部长|司长|站长|律师|法官|调解员"
    r"|检察官|公证员|教授|研究员|民警|教师|支书|执法人员|专员|负责人|联系人|领导|委员|代表|同志)"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐"
    "梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘肖闫岑邬尚褚晏敖谌冼佘蒙娄佟臧蔺寇邝栾窦阚燕楚付卓冷鄢池匡滕迟苟晁苑邸亢禹"
)
# "书记任组长，局长包案，主任高度重视": no surname begins a name there.
_NO_NAME = (
    r"任(?:组|主|副|第|总|队|职|命|务)|包(?:案|联|抓|保|挂|片|村|干)|高(?:度|位|效|质)|关(?:注|心|爱)|安排|管(?:理|辖)|成(?:立|员)|解(?:读|决|答)"
    r"|向(?:社|市|县|区|全|其|上)|方(?:面|可|案)|于(?:每|年|上|下|近)|时(?:任|常)|强(?:调|化)|明确|简要|查(?:看|处|办)|左右|全(?:程|面|部)|万(?:人|余)|尚(?:未|有|需|存|在|不)|燕(?:窝|麦)|付(?:款|出|费|诸|息)|池塘"
)
_AFTER_NAME = (
    r"[,、。;:()\s|被同主出担任带率入获荣当扎说作为赴到在等和及与一参讲每先亲多专对向从就代牵署签现述分指督深调召听研部做开走接受会以因由两"
    r"三十]"
    # "县长李明认真履行…职责", "局长王立新高度重视": how it was done
    r"|认真|切实|严格|积极|全面|始终|坚持|高度|自觉|充分|深入|亲自|牢固|牢牢|坚决|带头|逐[一条项]|主动|靠前"
)
# "区长刘云峰出席", "局长王立新带队", "调解员贾玉梅扎根": a title, then a surname and one or two characters.
PERSON = lazy_re(
    rf"{BEARERS}[、:,]?(?!{_NO_NAME})[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=(?:{_AFTER_NAME})|$)"
    rf"|(?<![\u4e00-\u9fff])(?!常务)[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:同志|先生|女士|律师|法官|书记|区长|县长|市长|局长|主任)"
    # "由退休教师吴国华任主任"
    rf"|(?!{_NO_NAME})[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=(?:同志)?(?:担任|出任|兼任|任)[^,。;]{{0,14}}?{BEARERS})"
    rf"|(?:姓名|联系人|主讲人|负责人)[:|]\s*[\u4e00-\u9fff]{{2,4}}"
)
_APPOINTED = lazy_re(rf"(?:同志)?(?:担任|出任|兼任|任)([^,。;]{{0,14}}?{BEARERS})")
_ROLE_FIRST, _ROLE_LAST = lazy_re(rf"^{BEARERS}"), lazy_re(rf"{BEARERS}$")


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


def holder_named(sentence: str, office: Office) -> str:
    """Give the name that a sentence prints with an office.

    Args:
        sentence: A sentence of a report.
        office: The office that is asked for.

    Returns:
        The name without its title, or "" where it prints none.
    """
    text = fold(sentence)
    for match in PERSON.finditer(text):
        title = _ROLE_FIRST.match(match[0])
        behind = _ROLE_LAST.search(match[0])
        before = text[: match.start()] + (title[0] if title else "")
        offices = [(before, behind[0] if behind and not title else "")]
        if appointed := _APPOINTED.match(text, match.end()):  # what it is of may stand in the clause before
            offices.append(("".join(re.split(r"[,由]", before)[-3:]) + appointed[1], ""))
        if any(is_held(office, *words) for words in offices):
            name = _ROLE_FIRST.sub("", match[0])
            return _ROLE_LAST.sub("", name).lstrip("、:,")
    return ""


def _deputy(match: re.Match[str]) -> str:
    """Give the deputy's word of a title, "" for the office itself and who acts in it."""
    word = match["deputy"] or ""
    return "" if word in _ACTING else word


def _body(words: str) -> str:
    """Find what an office is of, the last body named, without the level before it."""
    names = [_LEVEL.sub("", match["body"]) for match in _BODY.finditer(words)]
    return next((name for name in reversed(names) if len(name) > 1), "")
