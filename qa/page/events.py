"""What the page's components do when a reader acts: the handlers that Gradio calls, and the words they set.

Gradio's module is handed in and used only to say "unchanged" and "changed to"; the layout is in ``ui.py``.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qa.page.conversation import Turn
from qa.page.desk import Desk
from qa.page.intake import Outcome
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
        self,
        question: str,
        turns: Turns,
        places: Sequence[str],
        years: Sequence[int],
        language: Language,
        edition: int,
    ) -> Iterator[Updates]:
        """Take a question, show that it is being answered, then let the answer grow."""
        gr = self._gr
        same = gr.skip(), gr.skip(), gr.skip()
        if not (question or "").strip():
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip(), *same
            return
        # A turn that was broken off, by a closed window say, has neither.
        turns = tuple(turn for turn in turns if turn.answer or turn.error)
        turns = (*turns, Turn(question.strip(), tuple(places or ()), tuple(years or ())))
        locked = gr.update(value="", interactive=False), gr.update(interactive=False)
        yield turns, self._desk.show(turns, language), *locked, *same
        turns = self._desk.answer(turns, language)
        for html in self._desk.stream(turns, language):
            yield gr.skip(), html, gr.skip(), gr.skip(), *same
            time.sleep(_PAUSE)
        kept = question if turns[-1].error else ""
        usable = gr.update(value=kept, interactive=True), gr.update(interactive=True)
        yield turns, gr.skip(), *usable, *self._choices(places, years, edition)

    def ask_of_all(self, turns: Turns, language: Language, edition: int) -> Iterator[Updates]:
        """Clear the filters and ask the last question again."""
        gr = self._gr
        if not turns:
            yield (gr.skip(),) * 7
            return
        *before, last = turns
        for update in self.ask(last.question, tuple(before), (), (), language, edition):
            *shown, _, _, seen = update
            yield *shown, gr.update(value=[]), gr.update(value=[]), seen

    def take(self, files: Sequence[str] | None, turns: Turns, language: Language) -> Iterator[Updates]:
        """Take uploaded files into the library, and answer from them at once."""
        gr = self._gr
        paths = [Path(str(file)) for file in files or ()]
        if not paths:
            yield (gr.skip(),) * 7
            return
        # The upload forgets its files, for the same file given again would be no change to it.
        yield gr.skip(), self._desk.arrivals(language, coming=len(paths)), *(gr.skip(),) * 4, None
        yield *self._arrived(self._desk.take(paths), turns, language), gr.skip()

    def replace(
        self, which: str | None, outcome: Outcome | None, turns: Turns, language: Language
    ) -> Updates:
        """Replace a report by a file that waits, as the reader says; anything but a number says nothing."""
        gr = self._gr
        if outcome is None or which is None or not re.fullmatch(r"\d{1,4}", which, re.ASCII):
            return (gr.skip(),) * 6
        return self._arrived(self._desk.replace(outcome, int(which)), turns, language)

    def _arrived(self, outcome: Outcome, turns: Turns, language: Language) -> Updates:
        """Show what became of files, and a first screen and filters that know the new reports."""
        gr = self._gr
        shown = self._desk.show((), language) if not turns else gr.skip()
        return outcome, self._desk.arrivals(language, outcome), shown, *self._choices(None, None, -1)

    def _choices(self, places: Sequence[str] | None, years: Sequence[int] | None, edition: int) -> Updates:
        """Offer what the library holds now in the filters, if it has changed since the page last looked."""
        gr, desk = self._gr, self._desk
        now = desk.edition
        if now == edition:
            return gr.skip(), gr.skip(), gr.skip()
        if places is None or years is None:
            return gr.update(choices=list(desk.places)), gr.update(choices=list(desk.years)), now
        return (
            gr.update(choices=list(desk.places), value=[p for p in places if p in desk.places]),
            gr.update(choices=list(desk.years), value=[y for y in years if y in desk.years]),
            now,
        )

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

    def switch_language(self, turns: Turns, language: Language, outcome: Outcome | None) -> Updates:
        """Show the page in the other language."""
        other = Language.CHINESE if language is Language.ENGLISH else Language.ENGLISH
        return *self._worded(turns, other), self._desk.arrivals(other, outcome)

    def recall(self, memory: str | None) -> Updates:
        """Bring a conversation back after a reload, in the language that was chosen."""
        remembered = read_memory(memory)
        language = remembered.language or self._language
        turns = self._desk.recall(remembered)
        return (
            turns,
            *self._worded(turns, language, choices=True),
            self._desk.arrivals(language),
            self._desk.edition,
        )

    def _worded(self, turns: Turns, language: Language, *, choices: bool = False) -> Updates:
        """Say everything in a language; the filters offer what the library holds now where that is asked for."""
        gr, words = self._gr, labels_for(language)
        places: dict[str, Any] = {"choices": list(self._desk.places)} if choices else {}
        years: dict[str, Any] = {"choices": list(self._desk.years)} if choices else {}
        return (
            language,
            self._desk.show(turns, language),
            brand_words(words),
            gr.update(value=words.new_conversation),
            gr.update(value=words.switch_language),
            gr.update(value=words.switch_theme),
            gr.update(**filter_words(words, words.places), **places),
            gr.update(**filter_words(words, words.years), **years),
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
