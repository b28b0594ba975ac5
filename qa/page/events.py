"""What the page's components do when a reader acts: the handlers that Gradio calls, and the words they set.

Gradio's module is handed in and used only to say "unchanged" and "changed to"; the layout is in ``ui.py``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from qa.page.conversation import Turn
from qa.page.desk import Desk
from qa.page.labels import Labels, labels_for
from qa.page.markup import element
from qa.page.memory import read_memory
from qa.settings import Language

_PAUSE = 0.025

Turns = tuple[Turn, ...]
Updates = tuple[Any, ...]


class Events:
    """Handles the events of the page; what belongs to one reader is handed in and out."""

    def __init__(self, gradio: Any, desk: Desk, language: Language) -> None:
        """Take what the handlers need.

        Args:
            gradio: The module ``gradio``.
            desk: Runs the conversations.
            language: Language that the page opens in.
        """
        self._gr = gradio
        self._desk = desk
        self._language = language

    def ask(
        self, question: str, turns: Turns, places: Sequence[str], years: Sequence[int], language: Language
    ) -> Iterator[Updates]:
        """Take a question, show that it is being answered, then let the answer grow."""
        gr = self._gr
        if not (question or "").strip():
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        # A turn that was broken off, by a closed window say, has neither.
        turns = tuple(turn for turn in turns if turn.answer or turn.error)
        turns = (*turns, Turn(question.strip(), tuple(places or ()), tuple(years or ())))
        locked = gr.update(value="", interactive=False), gr.update(interactive=False)
        yield turns, self._desk.show(turns, language), *locked
        turns = self._desk.answer(turns)
        for html in self._desk.stream(turns, language):
            yield gr.skip(), html, gr.skip(), gr.skip()
            time.sleep(_PAUSE)
        kept = question if turns[-1].error else ""
        yield turns, gr.skip(), gr.update(value=kept, interactive=True), gr.update(interactive=True)

    def recover(self, turns: Turns, language: Language) -> Updates:
        """Put the words of a question back that could not be answered."""
        gr = self._gr
        usable = gr.update(interactive=True)
        if not turns or turns[-1].answer or turns[-1].error:
            return gr.skip(), gr.skip(), usable, usable
        *kept, pending = turns
        failed = Turn(pending.question, error=labels_for(language).failed)
        shown = self._desk.show((*kept, failed), language)
        return tuple(kept), shown, gr.update(value=pending.question, interactive=True), usable

    def start_afresh(self, language: Language) -> Updates:
        """Begin a new conversation."""
        gr = self._gr
        return (), self._desk.show((), language), gr.update(interactive=True), gr.update(interactive=True)

    def switch_language(self, turns: Turns, language: Language) -> Updates:
        """Show the page in the other language."""
        other = Language.CHINESE if language is Language.ENGLISH else Language.ENGLISH
        return self._worded(turns, other)

    def recall(self, memory: str | None) -> Updates:
        """Bring a conversation back after a reload, in the language that was chosen."""
        remembered = read_memory(memory)
        turns = self._desk.recall(remembered)
        return turns, *self._worded(turns, remembered.language or self._language)

    def _worded(self, turns: Turns, language: Language) -> Updates:
        """Say everything in a language."""
        gr, words = self._gr, labels_for(language)
        return (
            language,
            self._desk.show(turns, language),
            brand_words(words),
            gr.update(value=words.new_conversation),
            gr.update(value=words.switch_language),
            gr.update(value=words.switch_theme),
            gr.update(**filter_words(words, words.places)),
            gr.update(**filter_words(words, words.years)),
            gr.update(label=words.placeholder, placeholder=words.placeholder),
            gr.update(value=words.send),
        )


def filter_words(words: Labels, name: str) -> dict[str, Any]:
    """Word a filter.

    Args:
        words: Words of the page.
        name: Which filter, one of its two names.

    Returns:
        What Gradio's component takes.
    """
    everything = words.all_places if name == words.places else words.all_years
    return {"label": name, "info": everything}


def brand_words(words: Labels) -> str:
    """Make the head of the page.

    Args:
        words: Words of the page.

    Returns:
        The HTML.
    """
    seal = element("span", "问", cls="fw-seal", aria_hidden="true")
    name = element("strong", words.brand)
    return element("div", seal, element("span", name, element("small", words.tagline)), cls="fw-brand")
