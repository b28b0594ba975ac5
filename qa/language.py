"""The languages that the page, answers and messages are shown in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Language of the page and of messages."""

    CHINESE = "zh"
    ENGLISH = "en"
