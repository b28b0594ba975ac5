"""The library that the page answers from, as it is now: opened again when this or another process has changed it.

A look at the manifest's time tells whether anything changed, so that it may be asked before every question. What is
open stays in use by those who have it: an answer under way is finished from the state that it began with.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from qa.errors import FawenError
from qa.page.examples import make_examples

if TYPE_CHECKING:
    from qa.message import Message
    from qa.types import Answer, Report, ReportMeta

_LOG = logging.getLogger(__name__)


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


class State:
    """One state of the library, with what the page shows of it."""

    def __init__(self, assistant: Answerer, edition: int) -> None:
        """Take an assistant over an opened library.

        Args:
            assistant: Answers the questions.
            edition: Number of the state, counted up with every change.
        """
        self.assistant = assistant
        self.edition = edition
        self.metas = assistant.library.reports()
        self.ids = frozenset(meta.id for meta in self.metas)
        self.places = tuple(dict.fromkeys(meta.place for meta in self.metas))
        self.years = tuple(sorted({meta.year for meta in self.metas}, reverse=True))

    @cached_property
    def examples(self) -> tuple[Message, ...]:
        """Example questions that the library can answer, found when they are first shown."""
        return make_examples(self.metas, lambda question: self.assistant.ask([question]))


class Live:
    """Gives the current state; any number of threads may ask."""

    def __init__(self, folder: Path | None, reopen: Callable[[], Answerer]) -> None:
        """Open the library.

        Args:
            folder: Folder of the library, or None if it never changes.
            reopen: Opens an assistant over the library as it is now.
        """
        self._folder, self._reopen = folder, reopen
        self._lock = threading.Lock()
        self._seen = self._look()  # before it is opened, so that no change in between is missed
        self._state = State(reopen(), 0)

    def now(self) -> State:
        """Give the state of the library as it is now; one that cannot be opened leaves the last one in use.

        Returns:
            The state.
        """
        if self._look() == self._seen:
            return self._state
        with self._lock:
            look = self._look()
            if look is not None and look != self._seen:
                try:
                    self._state = State(self._reopen(), self._state.edition + 1)
                except FawenError as exc:
                    _LOG.warning("%s; the page goes on with what it had", exc)
                self._seen = look
        return self._state

    def _look(self) -> tuple[int, int, int] | None:
        """Look at the library's manifest."""
        from qa.store.manifest import stamp

        return None if self._folder is None else stamp(self._folder)
