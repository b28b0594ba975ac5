"""Guard over ZIP packages, such as .docx: refused before anything of them is unpacked that would fill the memory.

Member names are looked at and never used as paths.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from qa.errors import UnreadableFile
from qa.formats.limits import MEGABYTE, megabytes
from qa.formats.refusals import BAD_DATA, BAD_ZIP, BOMB, HUGE_ZIP, LOCKED_ZIP, OTHER_ZIP, RESAVE

MAX_MEMBERS = 5000
MAX_UNPACKED = 256 * MEGABYTE
MAX_XML = 48 * MEGABYTE
"""Largest XML member; the text of 2,000,000 characters takes some 10 MB."""

_RATIO_FROM = MEGABYTE
_RATIO_MOST = 200  # XML of real reports packs 5 to 25 to one


def check_package(data: bytes, needed: str, file: str) -> None:
    """Refuse a package that is broken, locked, or unpacks to too much.

    Args:
        data: The bytes of the package.
        needed: A member that it must hold.
        file: Its name, for messages.

    Raises:
        UnreadableFile: it is no package of that kind, or not a safe one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            _check_members(members, needed, file)
            # Sizes in the directory may lie: unpack the needed member up to its limit.
            with package.open(needed) as member:
                if len(member.read(MAX_XML + 1)) > MAX_XML:
                    raise UnreadableFile(BOMB(file, RESAVE))
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as exc:
        raise UnreadableFile(BAD_ZIP(file, RESAVE)) from exc
    except RuntimeError as exc:  # zipfile's word for a password
        raise UnreadableFile(LOCKED_ZIP(file)) from exc
    except zlib.error as exc:
        raise UnreadableFile(BAD_DATA(file, RESAVE)) from exc


def _check_members(members: list[zipfile.ZipInfo], needed: str, file: str) -> None:
    """Check the directory of a package."""
    if needed not in {member.filename for member in members}:
        raise UnreadableFile(OTHER_ZIP(file, RESAVE))
    total = sum(member.file_size for member in members)
    bomb = any(
        member.file_size > _RATIO_FROM and member.file_size > _RATIO_MOST * max(member.compress_size, 1)
        for member in members
    )
    xml = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    if bomb or total > MAX_UNPACKED or xml > MAX_XML or len(members) > MAX_MEMBERS:
        raise UnreadableFile(HUGE_ZIP(file, megabytes(total), len(members)))
