"""Saved web pages (.html, .htm, .mhtml) -> text: the article and what describes it, without the site around it.

The page is parsed by lxml, without network, external entities or scripts. Knows nothing of reports.
"""

from __future__ import annotations

import email
import email.policy
import re

from qa.errors import UnreadableFile
from qa.formats.article import blocks_of_article
from qa.formats.blocks import text_of
from qa.formats.encoding import decode
from qa.formats.refusals import NO_ARTICLE, NO_PAGE, NO_PAGE_IN_ARCHIVE, SAVE_PAGE

_MHTML = re.compile(
    rb"^\s*(?:From:|MIME-Version:|Snapshot-Content-Location:|Subject:|Date:|Content-Type:)", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")  # no XML tree holds them
_CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_FRAME_MIN = 3
_HEAD = 4096
_CHINESE = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
}


def read_web(data: bytes, file: str) -> str:
    """Read a saved page.

    Args:
        data: The bytes of an HTML or MHTML file.
        file: Its name, for messages.

    Returns:
        The lines of its article.

    Raises:
        UnreadableFile: the bytes are no page, or the page has no text.
    """
    page = _page_of_archive(data, file) if _MHTML.match(data) else _decoded(data, file)
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_CONTROL.sub("", page).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as exc:
        raise UnreadableFile(NO_PAGE(file, SAVE_PAGE)) from exc
    text = text_of(blocks_of_article(root))
    if not text.strip():
        raise UnreadableFile(NO_ARTICLE(file))
    return text


def _decoded(data: bytes, file: str) -> str:
    """Decode a page in the encoding that it declares, or else in the one that it proves to be."""
    declared = _CHARSET.search(data[:_HEAD])
    encoding = _CHINESE.get(declared[1].decode("ascii").lower()) if declared else None
    if encoding:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass  # pages that were converted keep their old declaration
    return decode(data, file)


def _words_of(page: str) -> int:
    """Count the Chinese characters of a page outside scripts and styles: a frame of code is no article."""
    return len(re.findall(r"[\u4e00-\u9fff]", _CODE.sub("", page)))


def _page_of_archive(data: bytes, file: str) -> str:
    """Take the page out of an MHTML archive, or the frame in it that holds far more text."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    best, most = "", 0
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        charset = _CHINESE.get((part.get_content_charset() or "").lower())
        page = payload.decode(charset, "replace") if charset else _decoded(payload, file)
        words = _words_of(page)
        # The page itself comes first: a chat window or a list beside it may be long, a page of frames says next to nothing.
        if not best or words > _FRAME_MIN * most:
            best, most = page, words
    if not best:
        raise UnreadableFile(NO_PAGE_IN_ARCHIVE(file, SAVE_PAGE))
    return best
