from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from qa.page.markup import Html, element, escape, join


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(), st.text())
def test_text_and_attributes_never_become_markup(content: str, value: str) -> None:
    reader = _Reader()
    reader.feed(element("p", content, data_quote=value))
    reader.close()
    assert reader.tags == [("p", {"data-quote": value})]
    assert reader.text == content


def test_html_is_not_escaped_twice() -> None:
    assert element("p", element("b", "a < b")) == "<p><b>a &lt; b</b></p>"
    assert escape(Html("<i></i>")) == "<i></i>"


def test_attributes() -> None:
    assert element("p", cls="x", hidden=True, title=None, disabled=False) == '<p class="x" hidden></p>'
    assert element("hr") == "<hr>"


def test_join_escapes_plain_text_only() -> None:
    assert join(["<", element("b", "x")]) == "&lt;<b>x</b>"
