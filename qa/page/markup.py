"""HTML that is safe by construction: text is escaped where it enters, and only ``element`` makes tags.

A report's text, a user's question and a model's words reach the page only through here, as ``str``; what is
already HTML has the type ``Html``, so that nothing is escaped twice and nothing is forgotten.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

_VOID = frozenset({"hr", "br"})


class Html(str):
    """A piece of HTML whose text has been escaped."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Escape text for HTML.

    Args:
        text: Any text, or HTML that is safe already.

    Returns:
        The text with ``& < > " '`` as entities; an ``Html`` comes back as it is.
    """
    return text if isinstance(text, Html) else Html(html.escape(text, quote=True))


def join(pieces: Iterable[str]) -> Html:
    """Join pieces, escaping those that are plain text.

    Args:
        pieces: Texts and HTML, in order.

    Returns:
        One piece of HTML.
    """
    return Html("".join(escape(piece) for piece in pieces))


def element(name: str, *children: str, **attributes: str | int | bool | None) -> Html:
    """Make an element.

    Args:
        name: Name of the tag, one of ours and never from data.
        *children: Texts (escaped) and HTML (kept), in order.
        **attributes: Values by name; ``cls`` stands for ``class``, ``_`` for ``-``, True for a bare
            attribute; None and False leave the attribute out.

    Returns:
        The element as HTML.
    """
    words = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = "class" if key == "cls" else key.replace("_", "-")
        words.append(label if value is True else f'{label}="{html.escape(str(value), quote=True)}"')
    opening = Html(f"<{' '.join(words)}>")
    return opening if name in _VOID else Html(f"{opening}{join(children)}</{name}>")
