"""Guard over ZIP packages, such as .docx: refused before anything of them is unpacked that would fill the memory.

Member names are looked at and never used as paths.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import NamedTuple

from qa.errors import UnreadableFile
from qa.formats.limits import MEGABYTE, megabytes
from qa.formats.refusals import (
    BAD_DATA,
    BAD_ZIP,
    BOMB,
    EXCEL_FILE,
    HUGE_ZIP,
    LOCKED_ZIP,
    OTHER_ZIP,
    RESAVE,
    RESAVE_SHEET,
    WORD_FILE,
)
from qa.message import Message

MAX_MEMBERS = 5000
MAX_UNPACKED = 256 * MEGABYTE
MAX_XML = 48 * MEGABYTE
"""Largest XML member; the text of 2,000,000 characters takes some 10 MB."""

_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_HEAD = 8192  # bytes of a member that declare its namespaces
_RATIO_FROM = MEGABYTE
_RATIO_MOST = 200  # XML of real reports packs 5 to 25 to one


class Package(NamedTuple):
    """A kind of package: the member that it must hold, its suffix and name, and what to do about a bad one."""

    needed: str
    suffix: str
    name: Message
    remedy: Message


WORD = Package("word/document.xml", ".docx", WORD_FILE, RESAVE)
EXCEL = Package("xl/workbook.xml", ".xlsx", EXCEL_FILE, RESAVE_SHEET)


def check_package(data: bytes, kind: Package, file: str) -> None:
    """Refuse a package that is broken, locked, or unpacks to too much.

    Args:
        data: The bytes of the package.
        kind: The kind of package that it must be.
        file: Its name, for messages.

    Raises:
        UnreadableFile: it is no package of that kind, or not a safe one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            _check_members(members, kind, file)
            # Sizes in the directory may lie: unpack the needed member up to its limit.
            with package.open(kind.needed) as member:
                if len(member.read(MAX_XML + 1)) > MAX_XML:
                    raise UnreadableFile(BOMB(file, kind.remedy))
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as exc:
        raise UnreadableFile(BAD_ZIP(file, kind.suffix, kind.remedy)) from exc
    except RuntimeError as exc:  # zipfile's word for a password
        raise UnreadableFile(LOCKED_ZIP(file, kind.suffix)) from exc
    except zlib.error as exc:
        raise UnreadableFile(BAD_DATA(file, kind.suffix, kind.remedy)) from exc


def transitional(data: bytes, kind: Package) -> bytes:
    """Put a package of Strict Open XML, a form that Word offers to save in, into the names of the usual form.

    Args:
        data: The bytes of a package that was checked.
        kind: Its kind.

    Returns:
        The package in the usual form; any other as it is.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if _STRICT not in package.read(kind.needed)[:_HEAD]:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as usual:
            for name in package.namelist():
                content = package.read(name)
                if name.endswith((".xml", ".rels")):
                    content = _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
                usual.writestr(name, content)
    return out.getvalue()


def _check_members(members: list[zipfile.ZipInfo], kind: Package, file: str) -> None:
    """Check the directory of a package."""
    if kind.needed not in {member.filename for member in members}:
        raise UnreadableFile(OTHER_ZIP(file, kind.name, kind.remedy))
    total = sum(member.file_size for member in members)
    bomb = any(
        member.file_size > _RATIO_FROM and member.file_size > _RATIO_MOST * max(member.compress_size, 1)
        for member in members
    )
    xml = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    if bomb or total > MAX_UNPACKED or xml > MAX_XML or len(members) > MAX_MEMBERS:
        raise UnreadableFile(HUGE_ZIP(file, megabytes(total), len(members), kind.suffix))
