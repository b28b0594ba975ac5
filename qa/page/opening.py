"""Opens what the page needs from the settings: the library that answers, and what takes files into it."""

from __future__ import annotations

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.commands.shelf import seed
from qa.library import Library
from qa.page.desk import Desk
from qa.page.intake import Intake
from qa.page.live import Live
from qa.settings import Settings


def open_desk(settings: Settings) -> Desk:
    """Open a desk over the library; the default library is filled from the seeds if it is empty.

    Args:
        settings: Where the library is, and its encoder.

    Returns:
        The desk: it answers from the library as it is at each question, and takes files into it.
    """
    if settings.library_is_default:
        seed(settings.library, settings)
    encoder = load(settings.encoder)
    live = Live(settings.library, lambda: Assistant(Library.open(settings.library), encoder))
    return Desk(live, Intake(settings.library, encoder, settings.indicators))
