"""Which part of a web page is the article: its title, what describes it, its body; the rest of the site stays out.

The body is the smallest element that holds nearly all prose (sentences outside links) of the page, or one that the
content systems of government sites name. Above it only the title and lines of metadata are kept, in it nothing that is
hidden, made of links, or named as navigation, sharing or related reading. Chosen against trafilatura by measurement
(``docs/design/008-formats.md``).
"""

from __future__ import annotations

import re

from qa.formats.blocks import Block
from qa.formats.elements import BLOCK, Element, blocks_in, name_of
from qa.formats.pagehead import (
    block_of,
    dates_of,
    describes,
    head_of,
    is_dated,
    pairs_of,
    space_pairs,
    title_of,
    with_values,
    words_of,
)
from qa.patterns import lazy_re

_DROPPED = frozenset(
    "script style noscript template iframe frame object embed svg canvas audio video select button textarea input "
    "nav footer aside dialog map rp rt".split()
)
_HIDDEN_STYLE = lazy_re(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)", re.IGNORECASE
)
# <div id="js_content" style="visibility: hidden; opacity: 0;">: saved without its scripts, the article stays so.
_VEILED = lazy_re(r"^(?!.*display\s*:\s*none).*visibility\s*:\s*hidden", re.IGNORECASE | re.DOTALL)
_UNVEILED = 0.5  # share of a page's characters; what is veiled beside an article holds less
_HIDDEN_NAME = lazy_re(r"(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-hidden|none)(?:\s|$)", re.IGNORECASE)
# Words in the class or id of what is around an article: "bdsharebuttonbox", "crumbs", "xgwj", "footer_box", "page-nav".
_FURNITURE = lazy_re(
    r"share|social|crumb|position|location|dqwz|wz_?top|related|relat|relevant|xg(?:wj|lj|wz|xx|yd|jd|bd|zc|link)|recommend|tuijian|hot|rank|"
    r"side|aside|nav|menu|foot|copyright|banquan|friend|yqlj|search|sousuo|login|toolbar|tools?\b|print|qr_?code|ewm|erweima|"
    r"comment|pinglun|paginat|pager|page_?nav|prev|next|syp|xyp|advert|banner|accessib|wza|fontsize|font_size|zihao|breadcrumb",
    re.IGNORECASE,
)
# What the content systems call the body: TRS WCM, UCAP, 大汉, 拓尔思 and many by hand.
_BODY_NAME = lazy_re(
    r"(?:^|\s)(?:zoom|UCAP-CONTENT|TRS_?Editor\S*|TRS_UEDITOR|TRS_PreAppend|pages_content|article[-_]?(?:content|con|body|text|main)?|"
    r"(?:news|info|main|detail|text|art|xl|view|gk)[-_]?(?:content|con|text|body|nr|zw)|content|con_?text|zhengwen|zw|nr|ewb-article\S*|bt-article-y|"
    r"Custom_UnionStyle|v_news_content|vsb_content\S*|wp_articlecontent|mainText|contentText|xxgk_content)(?:\s|$)",
    re.IGNORECASE,
)
_AFTER = lazy_re(
    r"^[【\[]?\s*(?:相关(?:链接|阅读|文章|信息|新闻|文件|稿件|推荐|解读|附件)|上一[篇条]|下一[篇条]|扫一扫|分享到|我要纠错|打印本页|关闭窗口|热点|推荐阅读|猜你喜欢|网友评论|版权所有|主办单位)"
)
_COUNTER = lazy_re(r"^\s*(?:阅读|浏览|点击|访问|已分享)(?:次数|人数|量|数|率)?\s*[:：]?\s*\d+\s*\S{0,2}\s*$")
_SECTION = lazy_re(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:、|部分|章|是)|[(（][一二三四五六七八九十]{1,3}[)）]|下一步|\d{1,2}[.、])"
)
_SIGNED = lazy_re(
    r"(?:人民政府|司法局|委员会|办公室|局|办)?\s*(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})\s*年[\s\S]{1,8}月[\s\S]{1,6}日\s*$"
)
_HAN = lazy_re("[\u4e00-\u9fff]")
_MARKS = lazy_re("[，。；、,;]")
_PROSE_MIN = 15
_DOMINANT = 0.7  # share of a parent's prose above which its other children are furniture
_NAMED_MIN = 0.5  # share of the page's prose that a named body holds at least
_LINKS_MOST = 0.6
_BREAKS_MIN = 3  # line breaks of an element that holds a whole text and no paragraphs
_TAIL_MOST = 0.2  # a heading of related reading ends the article where less than this of the prose follows


def blocks_of_article(root: Element) -> list[Block]:
    """Find the article of a page.

    Args:
        root: The parsed page, which is changed.

    Returns:
        Its title, lines of metadata and body as blocks, in order; none where the page has no body.
    """
    told = head_of(root)
    for head in root.findall("head"):
        head.drop_tree()
    found = root.find("body")
    body = root if found is None else found
    _drop_hidden(body)
    prose = _prose(body)
    main = _main(body, prose)
    _drop_furniture(body, main, prose)
    before, inside = _parted(body, main)
    inside = _until_related([block for block in inside if not _COUNTER.match(words_of(block))])
    if not inside:
        return []
    before = with_values(before)
    above = [
        block
        for i, block in enumerate(before)
        if describes(block, told["title"]) or (i and is_dated(block, before[i - 1]))
    ]
    return [*title_of(told, above, inside), *above, *dates_of(told, above, inside), *inside]


def _drop_hidden(body: Element) -> None:
    """Take out what a browser does not show as words; an article that a script unveils (WeChat's) stays."""
    most = _UNVEILED * _n_han(body)
    for element in list(body.iter()):
        if not isinstance(element.tag, str):
            continue
        style = element.get("style") or ""
        hidden = element.get("hidden") is not None or _HIDDEN_STYLE.search(style)
        if hidden and _VEILED.match(style) and _n_han(element) > most:
            continue
        if (
            element.tag in _DROPPED or hidden or _HIDDEN_NAME.search(element.get("class") or "")
        ) and element.getparent() is not None:
            element.drop_tree()


def _n_han(element: Element) -> int:
    """Count the Han characters in an element."""
    return sum("\u4e00" <= char <= "\u9fff" for words in element.itertext() for char in words)


def _prose(body: Element) -> dict[Element, int]:
    """Count for each element the characters of its sentences outside links."""
    direct: dict[Element, str] = {}
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        block = block_of(element)
        if not _in_link(element):
            direct[block] = direct.get(block, "") + (element.text or "")
        parent = element.getparent()
        if element is not body and parent is not None and element.tail and not _in_link(parent):
            holder = block_of(parent)
            direct[holder] = direct.get(holder, "") + element.tail
    counts: dict[Element, int] = {}
    for element, words in direct.items():
        han = len(_HAN.findall(words))
        if han < _PROSE_MIN or not _MARKS.search(words):
            continue
        above: Element | None = element
        while above is not None:
            counts[above] = counts.get(above, 0) + han
            above = above.getparent() if above is not body else None
    return counts


def _in_link(element: Element) -> bool:
    """Whether an element is, or stands in, a link."""
    return element.tag == "a" or any(above.tag == "a" for above in element.iterancestors())


def _main(body: Element, prose: dict[Element, int]) -> Element:
    """The smallest element that holds the article's body."""
    node = body
    while True:
        children = [child for child in node if isinstance(child.tag, str) and child.tag in BLOCK]
        best = max(children, key=lambda child: prose.get(child, 0), default=None)
        whole = prose.get(node, 0)
        if best is None or not whole or prose.get(best, 0) < _DOMINANT * whole:
            break
        single = not any(isinstance(e.tag, str) and e.tag in BLOCK for e in best.iterdescendants())
        if single and sum(1 for _ in best.iter("br")) < _BREAKS_MIN:
            break  # a single paragraph: its neighbours may be the signature
        if any(
            _goes_on("".join(late.itertext())) for late in best.itersiblings() if isinstance(late.tag, str)
        ):
            break
        node = best
    if node.tag in ("tr", "tbody", "thead", "ul", "ol", "td", "table"):
        node = next(
            (up for up in node.iterancestors() if up.tag not in ("tr", "tbody", "thead", "table", "td")), node
        )
    named = [
        element
        for element in node.iterdescendants()
        if isinstance(element.tag, str)
        and _BODY_NAME.search(name_of(element))
        and prose.get(element, 0) >= _NAMED_MIN * prose.get(node, 0) > 0
    ]
    return named[0] if named else node


def _goes_on(words: str) -> bool:
    """Whether what follows the largest part of an article belongs to it: its next section, or its signature."""
    words = words.strip()
    return bool(_SECTION.match(words)) or (len(words) < 60 and bool(_SIGNED.search(words)))


def _drop_furniture(body: Element, main: Element, prose: dict[Element, int]) -> None:
    """Take out what is named, or made, like navigation, sharing and related reading."""
    whole = prose.get(main, 0)
    kept = {main, *main.iterancestors()}
    for element in list(body.iter()):
        if (
            not isinstance(element.tag, str)
            or element in kept
            or element.getparent() is None
            or element.tag not in BLOCK
        ):
            continue
        inside = main in element.iterancestors()
        little = prose.get(element, 0) < (0.25 if not inside else _TAIL_MOST) * max(whole, 1)
        if little and (
            (_FURNITURE.search(name_of(element)) and not _has_title(element)) or _is_links(element)
        ):
            element.drop_tree()


def _has_title(element: Element) -> bool:
    """Whether an element holds a heading of the first order."""
    return element.tag == "h1" or element.find(".//h1") is not None


def _is_links(element: Element) -> bool:
    """Whether most words of an element are links."""
    words = len("".join(element.itertext()).strip())
    if not words or words > 3000:
        return False
    links = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return links > _LINKS_MOST * words


def _parted(body: Element, main: Element) -> tuple[list[Block], list[Block]]:
    """The blocks above the article's body, and its own; what follows it is left out."""
    inside = list(blocks_in(main))
    if main is body:
        return [], inside
    space_pairs(body, main)
    # Cut everything from the body of the article on, then read what is left.
    for up in [main, *main.iterancestors()]:
        if up is body:
            break
        for late in list(up.itersiblings()):
            late.drop_tree()
    parent = main.getparent()
    if parent is not None:
        main.tail = None
        parent.remove(main)
    return [part for block in blocks_in(body) for part in pairs_of(block)], inside


def _until_related(blocks: list[Block]) -> list[Block]:
    """End the article where related reading begins."""
    lengths = [len(words_of(block)) for block in blocks]
    for i, block in enumerate(blocks):
        if _AFTER.match(words_of(block)) and sum(lengths[i:]) < _TAIL_MOST * sum(lengths):
            return blocks[:i]
    return blocks
