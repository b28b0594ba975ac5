"""Runs the page's conversations: asks the assistant, keeps turns, opens sources. Knows no Gradio.

Stateless: the turns of a conversation are handed in and out, so that two browsers never mix.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from qa.answer.scope.filtered import Filter
from qa.errors import FawenError, UnknownReport
from qa.message import said
from qa.page.arrivals import render_arrivals
from qa.page.conversation import Turn, render_conversation, render_welcome
from qa.page.examples import make_follow_ups
from qa.page.intake import Intake, Outcome
from qa.page.labels import labels_for
from qa.page.live import Answerer, Live
from qa.page.markup import Html, element
from qa.page.memory import Memory, dump_turns
from qa.page.sources import render_no_report, render_report
from qa.page.streaming import beginnings
from qa.settings import Language

# Beginnings of an answer that are sent: 24 in steps of 25 ms take 0.6 s, quick enough to read along.
_STEPS = 24


class Desk:
    """Serves every conversation of the page."""

    def __init__(self, live: Live, intake: Intake | None = None) -> None:
        """Take the library that answers, and what takes files into it.

        Args:
            live: Gives an assistant over the library as it is now.
            intake: Takes files in, or None where the page takes none.
        """
        self._live = live
        self.intake = intake

    @classmethod
    def over(cls, assistant: Answerer) -> Desk:
        """Serve one assistant over a library that never changes.

        Args:
            assistant: Answers the questions.

        Returns:
            A desk that takes no files.
        """
        return cls(Live(None, lambda: assistant))

    @property
    def edition(self) -> int:
        """Number of the library's state, counted up with every change that was seen."""
        return self._live.now().edition

    @property
    def places(self) -> tuple[str, ...]:
        """Places of the library."""
        return self._live.now().places

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the library, the newest first."""
        return self._live.now().years

    def show(self, turns: Sequence[Turn], language: Language, shown: str | None = None) -> Html:
        """Show a conversation, or the first screen while there is none.

        Args:
            turns: The turns, oldest first.
            language: Language of the page.
            shown: Beginning of the last answer that is shown so far, or None for all of it.

        Returns:
            The HTML, with what the browser is to remember.
        """
        labels, state = labels_for(language), self._live.now()
        if turns:
            last = turns[-1]
            within = Filter.of(last.places, last.years, state.metas).metas
            follow_ups = make_follow_ups(within, last.answer) if last.answer and shown is None else ()
            content = render_conversation(turns, labels, follow_ups=follow_ups, shown=shown)
        else:
            content = render_welcome(state.metas, state.examples, labels, takes_files=self.intake is not None)
        memory = dump_turns(turns)
        return element(
            "div",
            content,
            cls="fw-state",
            data_memory=memory,
            data_lang=language.value,
            data_lost=labels.lost,
            data_gone=labels.server_gone,
        )

    def panel(self, language: Language) -> Html:
        """Show the source panel before a source is chosen."""
        labels = labels_for(language)
        return render_no_report(labels.source_empty, labels)

    def arrivals(self, language: Language, outcome: Outcome | None = None, *, coming: int = 0) -> Html:
        """Show where files are dropped, and what became of the last ones.

        Args:
            language: Language of the page.
            outcome: What became of them, or None.
            coming: Files that are being read now.

        Returns:
            The HTML.
        """
        return render_arrivals(outcome or Outcome(), self._live.now().metas, labels_for(language), coming)

    def take(self, paths: Sequence[Path]) -> Outcome:
        """Take uploaded files into the library.

        Args:
            paths: The files.

        Returns:
            What became of each.
        """
        return self.intake.take(paths) if self.intake else Outcome()

    def replace(self, outcome: Outcome, index: int) -> Outcome:
        """Replace a report by a file that waits for the reader's word.

        Args:
            outcome: What became of the files.
            index: Which of them.

        Returns:
            The same with the file's new result.
        """
        waiting = outcome.waiting(index)
        if self.intake is None or waiting is None:
            return outcome
        return outcome.settled(index, self.intake.take([waiting.path], replacing=True))

    def answer(self, turns: Sequence[Turn], language: Language = Language.CHINESE) -> tuple[Turn, ...]:
        """Answer the last question of a conversation; an error of ours becomes one sentence.

        Args:
            turns: The turns, the last one unanswered.
            language: Language of an error.

        Returns:
            The turns, the last one with an answer or an error.
        """
        *_, last = turns
        questions = [turn.question for turn in turns if not turn.error]
        try:
            answer = self._live.now().assistant.ask(questions, places=last.places, years=last.years)
        except FawenError as exc:
            return (*turns[:-1], replace(last, error=said(exc, language)))
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
        state = self._live.now()
        for turn in memory.turns:
            places = tuple(place for place in turn.places if place in state.places)
            years = tuple(year for year in turn.years if year in state.years)
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
            state = self._live.now()
            if report not in state.ids:
                raise UnknownReport(labels_for(language).no_report.format(report[:60]))
            found = state.assistant.library.report(report)
            return render_report(found, start, end, labels_for(language))
        except FawenError as exc:
            return render_no_report(said(exc, language), labels_for(language))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return self.panel(language)
