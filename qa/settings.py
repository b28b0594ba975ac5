"""The settings that the environment gives, checked; knows nothing of what they are used for.

One frozen object is made at start-up and handed down, so that no module reads the environment by itself. A
name that begins with ``FAWEN_`` and is none of ours is an error: one that is silently ignored is worse.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import BadSetting
from qa.language import Language as Language
from qa.message import Form

DEFAULT_LIBRARY = Path(".fawen")
"""Library folder used when ``FAWEN_LIBRARY`` is not set, in the current folder."""

DEFAULT_PORT = 7860
"""Port of the page when ``PORT`` is not set."""

_UNKNOWN = Form(
    "没有 {} 这项设置；可用的有 {} 和 PORT；请改名或去掉",
    "unknown setting {}; allowed are {} and PORT: rename or unset it",
)
_NO_LANGUAGE = Form(
    "FAWEN_LANG={} 不是页面的语言；请用 zh 或 en", "FAWEN_LANG={} is no language of the page; choose zh or en"
)
_NO_PORT = Form(
    "PORT={} 不是端口；请用 1 到 65535 的整数", "PORT={} is no port; choose a whole number in 1..65535"
)
_NAMES = ("FAWEN_ENCODER", "FAWEN_HOST", "FAWEN_INDICATORS", "FAWEN_LANG", "FAWEN_LIBRARY")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment sets.

    Attributes:
        library: Library folder (``FAWEN_LIBRARY``).
        library_is_default: Whether ``library`` is the default; only that one is filled from ``seeds/``.
        encoder: Folder or name of an encoder, or None for the shipped one (``FAWEN_ENCODER``).
        language: Language of the page and of messages (``FAWEN_LANG``).
        host: Address that the page listens on (``FAWEN_HOST``).
        port: Port of the page, 1 to 65535 (``PORT``).
        indicators: File of the user's own indicators, or None (``FAWEN_INDICATORS``).
    """

    library: Path = DEFAULT_LIBRARY
    library_is_default: bool = True
    encoder: str | None = None
    language: Language = Language.CHINESE
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    indicators: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from the environment; an empty value counts as not set.

        Args:
            environment: Names and values, or None for the process's own.

        Returns:
            The settings.

        Raises:
            BadSetting: A ``FAWEN_`` name is unknown, or a value is not allowed.
        """
        given = os.environ if environment is None else environment
        for name in sorted(given):
            if name.startswith("FAWEN_") and name not in _NAMES:
                raise BadSetting(_UNKNOWN(name, ", ".join(_NAMES)))
        library = given.get("FAWEN_LIBRARY", "")
        return cls(
            library=Path(library).expanduser() if library else DEFAULT_LIBRARY,
            library_is_default=not library,
            encoder=given.get("FAWEN_ENCODER") or None,
            indicators=Path(own).expanduser() if (own := given.get("FAWEN_INDICATORS", "")) else None,
            language=_language(given.get("FAWEN_LANG", "")),
            host=given.get("FAWEN_HOST") or "127.0.0.1",
            port=_port(given.get("PORT", "")),
        )


def language_set(environment: Mapping[str, str] | None = None) -> Language:
    """Tell the language of help and of messages, also where the settings as a whole are wrong.

    Args:
        environment: Names and values, or None for the process's own.

    Returns:
        English where ``FAWEN_LANG`` says so, else Chinese.
    """
    given = os.environ if environment is None else environment
    return Language.ENGLISH if given.get("FAWEN_LANG") == Language.ENGLISH else Language.CHINESE


def _language(value: str) -> Language:
    """Check the language."""
    if not value:
        return Language.CHINESE
    try:
        return Language(value)
    except ValueError as exc:
        raise BadSetting(_NO_LANGUAGE(value)) from exc


def _port(value: str) -> int:
    """Check the port."""
    if not value:
        return DEFAULT_PORT
    if value.isascii() and value.isdigit() and len(value) <= 5 and 1 <= int(value) <= 65535:
        return int(value)
    raise BadSetting(_NO_PORT(value))
