"""Every error that Fawen raises on purpose, drawn as one tree.

FawenError
├── InputError            what the user gave cannot be used (exit code 2)
│   ├── UnreadableFile    a file is empty, broken, of no format that is read, or no report
│   ├── UnknownReport     no report of that id in the library
│   ├── BadQuestion       a batch line or a question that is no question
│   └── BadSetting        a setting with a wrong name or value
└── LibraryError          the library folder cannot be used
    ├── CorruptLibrary    a file of it is missing or its checksum differs
    └── EncoderMismatch   it was built with another encoder or tokeniser

A message says what is wrong, the value, what is allowed and what to do, in one line. One that users meet carries both
languages (``qa.message.Message``); ``str`` gives the English one, and who shows it to people asks ``qa.message.said``.
"""

from __future__ import annotations


class FawenError(Exception):
    """Base of every error that Fawen raises on purpose."""

    def __str__(self) -> str:
        """Give the message in English where it has such a form, as tracebacks are read with the code."""
        told = self.args[0] if self.args else ""
        return str(getattr(told, "english", told))


class InputError(FawenError):
    """What the user gave cannot be used."""


class UnreadableFile(InputError):
    """A file cannot be read as a report."""

    def __str__(self) -> str:
        """Give the message in Chinese: what is refused is a Chinese file, named and quoted in it."""
        return str(self.args[0]) if self.args else ""


class UnknownReport(InputError):
    """The library holds no report of that id."""


class BadQuestion(InputError):
    """A question, or a line of a batch file, has the wrong form."""


class BadSetting(InputError):
    """A setting has a wrong name or value."""


class LibraryError(FawenError):
    """The library folder cannot be used."""


class CorruptLibrary(LibraryError):
    """A file of the library is missing or differs from its manifest."""


class EncoderMismatch(LibraryError):
    """The library was built with another encoder or tokeniser."""
