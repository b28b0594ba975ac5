"""The page: wires Gradio's components to the desk that runs the conversations; no retrieval logic.

``python ui.py`` opens the library once and serves it. Everything the page needs comes from this machine: no
fonts, scripts or analytics of other hosts.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from embeddings.errors import EmbeddingError
from qa.errors import BadSetting, FawenError
from qa.formats.limits import MAX_BYTES
from qa.message import Form, Message, cause_of, said
from qa.page.desk import Desk
from qa.page.events import Events, brand_words, filter_words
from qa.page.labels import Labels, labels_for
from qa.page.opening import open_desk
from qa.settings import Language, Settings, language_set

if TYPE_CHECKING:
    import gradio as gr

ASSETS = Path(__file__).resolve().parent / "qa" / "page"
# Conversations answered at once; an answer takes some 50 ms, so that more would only take turns.
_AT_ONCE = 8
_MOST_TYPED = 10_000
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_NO_PORT = Form(
    "不能在 {}:{} 开网页（{}）；请换一个 PORT 或 FAWEN_HOST",
    "cannot serve at {}:{} ({}); choose another PORT or FAWEN_HOST",
)
_TAKEN = Message(
    "端口已被占用，或地址不属于本机", "the port is taken, or the address is none of this machine's"
)
# Gradio puts its own container before every selector of ``page.css``, so that it cannot style the container
# itself. On a phone the whole page scrolls, and what is sticky needs a container that does not clip.
_OUTER_STYLE = (
    "<style>@media (max-width: 900px) { body .gradio-container { overflow: visible !important } }</style>"
)


def main() -> int:
    """Serve the page until it is interrupted.

    Returns:
        The exit code: 0, or 2 with one line on standard error if the page cannot be served.
    """
    try:
        settings = Settings.from_environment()
        page = build_page(open_desk(settings), settings.language)
        serve(page, settings)
    except (FawenError, EmbeddingError) as exc:
        print(f"fawen: {said(exc, language_set())}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0
    return 0


def serve(page: gr.Blocks, settings: Settings) -> None:
    """Serve a page and print its address in one line; returns when interrupted.

    Args:
        page: The page.
        settings: Host and port.

    Raises:
        BadSetting: The port is taken, or the host is none of this machine's.
    """
    import gradio as gr

    # Gradio's own lines and the access log would bury the address.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        _, address, _ = page.launch(
            server_name=settings.host,
            server_port=settings.port,
            theme=_theme(gr),
            css_paths=ASSETS / "page.css",
            head=f"{_OUTER_STYLE}<script>{(ASSETS / 'page.js').read_text('utf-8')}</script>",
            favicon_path=ASSETS / "icon.svg",
            footer_links=[],
            max_file_size=MAX_BYTES,
            run_history=False,
            ssr_mode=False,
            share=False,
            inbrowser=False,
            quiet=True,
            prevent_thread_lock=True,
        )
    except OSError as exc:
        raise BadSetting(_NO_PORT(settings.host, settings.port, _why(exc))) from exc
    print(f"Fawen is ready: {address}", flush=True)
    page.block_thread()


def _why(error: OSError) -> str:
    """Say why an address cannot be served; Gradio looks for a free port itself and knows no other reason for none."""
    return cause_of(error) if error.errno else _TAKEN


def build_page(desk: Desk, language: Language = Language.CHINESE) -> gr.Blocks:
    """Build the page over a desk.

    Args:
        desk: Runs the conversations.
        language: Language that the page opens in; a reader may switch.

    Returns:
        The page, not yet served.
    """
    # Read when gradio is imported; without it the page would call gradio's host.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr

    return _Builder(gr, desk, language).build()


class _Builder:
    """Lays out the components and wires their events."""

    def __init__(self, gradio: Any, desk: Desk, language: Language) -> None:
        self._gr = gradio
        self._desk = desk
        self._events = Events(gradio, desk, language)
        self._language = language

    def build(self) -> gr.Blocks:
        """Build the page."""
        gr, words = self._gr, labels_for(self._language)
        with gr.Blocks(title="法问 Fawen", fill_width=True, delete_cache=(3600, 86400)) as page:
            self._turns = gr.State(())
            self._outcome = gr.State(None)
            self._edition = gr.State(self._desk.edition)
            self._spoken = gr.State(self._language)
            self._memory = gr.Textbox(visible=False)
            with gr.Row(elem_id="fw-top"):
                self._brand = gr.HTML(brand_words(words), elem_id="fw-brand", apply_default_css=False)
                self._fresh = gr.Button(words.new_conversation, elem_id="fw-fresh", size="sm", scale=0)
                self._switch = gr.Button(words.switch_language, elem_id="fw-language", size="sm", scale=0)
                self._theme = gr.Button(words.switch_theme, elem_id="fw-theme", size="sm", scale=0)
            with gr.Row(elem_id="fw-main", equal_height=False):
                with gr.Column(elem_id="fw-chat", min_width=0):
                    self._conversation = gr.HTML(
                        self._desk.show((), self._language),
                        elem_id="fw-conversation",
                        apply_default_css=False,
                    )
                    self._composer(words)
                with gr.Column(elem_id="fw-side", min_width=0):
                    self._arrivals = gr.HTML(
                        self._desk.arrivals(self._language),
                        elem_id="fw-arrivals",
                        visible=self._desk.intake is not None,
                        apply_default_css=False,
                    )
                    gr.HTML(
                        self._desk.panel(self._language),
                        elem_id="fw-panel",
                        apply_default_css=False,
                        server_functions=[_server_function(self._desk)],
                        js_on_load=(ASSETS / "panel.js").read_text("utf-8"),
                    )
            # Worked by the buttons in our own HTML, and seen by nobody.
            with gr.Column(elem_id="fw-levers"):
                self._files = gr.UploadButton(file_count="multiple")
                self._which = gr.Textbox(visible=False)
                self._replace = gr.Button("replace", elem_id="fw-replace")
                self._clear = gr.Button("clear", elem_id="fw-clear")
            self._wire(page)
            self._wire_files()
        return page

    def _composer(self, words: Labels) -> None:
        """Lay out the filters, the box and its button."""
        gr = self._gr
        choose_many: dict[str, Any] = {"value": [], "multiselect": True}
        with gr.Column(elem_id="fw-composer", min_width=0):
            with gr.Row(elem_id="fw-filters"):
                self._places = gr.Dropdown(
                    list(self._desk.places),
                    elem_id="fw-places",
                    **choose_many,
                    **filter_words(words, words.places),
                )
                self._years = gr.Dropdown(
                    list(self._desk.years),
                    elem_id="fw-years",
                    **choose_many,
                    **filter_words(words, words.years),
                )
            with gr.Row(elem_id="fw-entry"):
                self._box = gr.Textbox(
                    lines=1,
                    max_lines=6,
                    max_length=_MOST_TYPED,
                    autofocus=True,
                    show_label=False,
                    container=False,
                    label=words.placeholder,
                    placeholder=words.placeholder,
                    elem_id="fw-box",
                )
                self._send = gr.Button(
                    words.send, variant="primary", elem_id="fw-send", scale=0, min_width=84
                )

    def _wire(self, page: gr.Blocks) -> None:
        """Connect events with what they do."""
        gr = self._gr
        quiet = _QUIET
        answered = [self._turns, self._conversation, self._box, self._send]
        answered += [self._places, self._years, self._edition]
        asked = gr.on(
            [self._box.submit, self._send.click],
            self._events.ask,
            inputs=[self._box, self._turns, self._places, self._years, self._spoken, self._edition],
            outputs=answered,
            trigger_mode="once",
            concurrency_limit=_AT_ONCE,
            **quiet,
        )
        cleared = self._clear.click(
            self._events.ask_of_all,
            inputs=[self._turns, self._spoken, self._edition],
            outputs=answered,
            trigger_mode="once",
            concurrency_limit=_AT_ONCE,
            **quiet,
        )
        cleared.success(None, js="() => window.fawen.ready()")
        asked.success(None, js="() => window.fawen.ready()")
        # A defect of ours: its traceback is on the terminal, and the reader keeps the question.
        for event in (asked, cleared):
            event.failure(
                self._events.recover,
                inputs=[self._turns, self._spoken],
                outputs=[self._turns, self._conversation, self._box, self._send],
                **quiet,
            )
        self._fresh.click(
            self._events.start_afresh,
            inputs=[self._spoken],
            outputs=[self._turns, self._conversation, self._box, self._send],
            cancels=[asked, cleared],
            **quiet,
        )
        worded = [self._spoken, self._conversation, self._brand, self._fresh, self._switch, self._theme]
        worded += [self._places, self._years, self._box, self._send]
        self._switch.click(
            self._events.switch_language,
            inputs=[self._turns, self._spoken, self._outcome],
            outputs=[*worded, self._arrivals],
            **quiet,
        )
        self._theme.click(None, js="() => window.fawen.toggleTheme()")
        loaded = page.load(
            self._events.recall,
            inputs=[self._memory],
            outputs=[self._turns, *worded, self._arrivals, self._edition],
            js="() => window.fawen.recall()",
            concurrency_limit=_AT_ONCE,
            **quiet,
        )
        loaded.then(None, js="() => window.fawen.restored()")

    def _wire_files(self) -> None:
        """Connect what takes files; one go at a time, for the library has one writer."""
        shown = [self._outcome, self._arrivals, self._conversation, self._places, self._years, self._edition]
        self._files.upload(
            self._events.take,
            inputs=[self._files, self._turns, self._spoken],
            outputs=[*shown, self._files],
            concurrency_limit=1,
            concurrency_id="library",
            **_QUIET,
        )
        self._replace.click(
            self._events.replace,
            inputs=[self._which, self._outcome, self._turns, self._spoken],
            outputs=shown,
            js="(_, ...others) => [window.fawen.chosen(), ...others]",
            concurrency_limit=1,
            concurrency_id="library",
            **_QUIET,
        )


def _server_function(desk: Desk) -> Any:
    """Wrap the desk's source for Gradio, which marks the functions it serves and cannot mark a method."""

    def source(request: str) -> str:
        return desk.source(request)

    return source


def _theme(gradio: Any) -> Any:
    """Give Gradio's components system fonts; their colours are in ``page.css``."""
    sans = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "system-ui", "sans-serif"]
    return gradio.themes.Base(font=sans, font_mono=["ui-monospace", "Consolas", "monospace"])


if __name__ == "__main__":
    sys.exit(main())
