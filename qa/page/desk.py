"""Runs the page's conversations: asks the assistant, keeps turns, opens sources. Knows no Gradio.

Stateless: the turns of a conversation are handed in and out, so that two browsers never mix.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from qa.errors import FawenError, UnknownReport
from qa.page.conversation import Turn, render_conversation, render_welcome
from qa.page.examples import make_examples, make_follow_ups
from qa.page.labels import labels_for
from qa.page.markup import Html, element
from qa.page.memory import Memory, dump_turns
from qa.page.sources import render_no_report, render_report
from qa.page.streaming import beginnings
from qa.settings import Language
from qa.types import Answer, Report, ReportMeta

# Beginnings of an answer that are sent: 24 in steps of 25 ms take 0.6 s, quick enough to read along.
_STEPS = 24


class Shelf(Protocol):
    """What the page needs of a library."""

    def reports(self) -> tuple[ReportMeta, ...]:
        """List the reports."""
        ...

    def report(self, report_id: str) -> Report:
        """Read a report."""
        ...


class Answerer(Protocol):
    """What the page needs of an assistant."""

    @property
    def library(self) -> Shelf:
        """The library that it answers from."""
        ...

    def ask(
        self, turns: Sequence[str], *, places: Collection[str] = (), years: Collection[int] = ()
    ) -> Answer:
        """Answer the last question of a conversation."""
        ...


class Desk:
    """Serves every conversation of the page."""

    def __init__(self, assistant: Answerer) -> None:
        """Take an assistant and find example questions that it can answer.

        Args:
            assistant: Answers the questions.
        """
        self._assistant = assistant
        self._metas = assistant.library.reports()
        self._ids = frozenset(meta.id for meta in self._metas)
        self.places = tuple(dict.fromkeys(meta.place for meta in self._metas))
        self.years = tuple(sorted({meta.year for meta in self._metas}, reverse=True))
        self._examples = make_examples(self._metas, lambda question: assistant.ask([question]))

    def show(self, turns: Sequence[Turn], language: Language, shown: str | None = None) -> Html:
        """Show a conversation, or the first screen while there is none.

        Args:
            turns: The turns, oldest first.
            language: Language of the page.
            shown: Beginning of the last answer that is shown so far, or None for all of it.

        Returns:
            The HTML, with what the browser is to remember.
        """
        labels = labels_for(language)
        if turns:
            answer = turns[-1].answer
            follow_ups = make_follow_ups(self._metas, answer) if answer and shown is None else ()
            content = render_conversation(turns, labels, follow_ups=follow_ups, shown=shown)
        else:
            content = render_welcome(self._metas, self._examples, labels)
        memory = dump_turns(turns)
        return element("div", content, cls="fw-state", data_memory=memory, data_lang=language.value)

    def panel(self, language: Language) -> Html:
        """Show the source panel before a source is chosen."""
        labels = labels_for(language)
        return render_no_report(labels.source_empty, labels)

    def answer(self, turns: Sequence[Turn]) -> tuple[Turn, ...]:
        """Answer the last question of a conversation; an error of ours becomes one sentence.

        Args:
            turns: The turns, the last one unanswered.

        Returns:
            The turns, the last one with an answer or an error.
        """
        *_, last = turns
        questions = [turn.question for turn in turns if not turn.error]
        try:
            answer = self._assistant.ask(questions, places=last.places, years=last.years)
        except FawenError as exc:
            return (*turns[:-1], replace(last, error=" ".join(str(exc).split())))
        return (*turns[:-1], replace(last, answer=answer))

    def stream(self, turns: Sequence[Turn], language: Language) -> Iterator[Html]:
        """Show an answered conversation again and again, its last answer growing.

        Args:
            turns: The turns, the last one answered.
            language: Language of the page.

        Yields:
            The HTML of each state; the last one is whole.
        """
        answer = turns[-1].answer
        if answer is not None:
            for beginning in beginnings(labels_for(language).told(answer.answer), _STEPS):
                yield self.show(turns, language, beginning)
        yield self.show(turns, language)

    def recall(self, memory: Memory) -> tuple[Turn, ...]:
        """Answer again the questions that a browser remembers.

        Args:
            memory: What it remembers; places and years that the library lacks are dropped.

        Returns:
            The turns with their answers.
        """
        done: tuple[Turn, ...] = ()
        for turn in memory.turns:
            places = tuple(place for place in turn.places if place in self.places)
            years = tuple(year for year in turn.years if year in self.years)
            done = self.answer((*done, Turn(turn.question, places, years)))
        return done

    def source(self, request: str) -> str:
        """Open the source panel for the browser.

        Args:
            request: JSON ``{"report": id, "start": n, "end": n, "lang": "zh" | "en"}``; not trusted.

        Returns:
            The panel's HTML; a sentence where the report cannot be shown.
        """
        language = Language.CHINESE
        try:
            given = json.loads(request)
            report, start, end = str(given["report"]), int(given["start"]), int(given["end"])
            language = Language(given["lang"])
            if not report:  # nothing was opened yet: the language was switched
                return self.panel(language)
            if report not in self._ids:
                raise UnknownReport(labels_for(language).no_report.format(report[:60]))
            return render_report(self._assistant.library.report(report), start, end, labels_for(language))
        except FawenError as exc:
            return render_no_report(str(exc), labels_for(language))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return self.panel(language)
