"""Guard over ZIP packages, such as .docx: refused before anything of them is unpacked that would fill the memory.

Member names are looked at and never used as paths.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from qa.errors import UnreadableFile
from qa.formats.limits import MEGABYTE, megabytes

MAX_MEMBERS = 5000
MAX_UNPACKED = 256 * MEGABYTE
MAX_XML = 48 * MEGABYTE
"""Largest XML member; the text of 2,000,000 characters takes some 10 MB."""

_RATIO_FROM = MEGABYTE
_RATIO_MOST = 200  # XML of real reports packs 5 to 25 to one

_RESAVE = "请用 Word 或 WPS 打开后重新另存为 .docx 再添加"


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
                    raise UnreadableFile(f"{file}: 解压后过大,疑似压缩炸弹; {_RESAVE}")
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as exc:
        raise UnreadableFile(f"{file}: 不是完好的 .docx(ZIP 结构损坏或未下载完整); {_RESAVE}") from exc
    except RuntimeError as exc:  # zipfile's word for a password
        raise UnreadableFile(f"{file}: 压缩包有密码; 请去掉密码,另存为 .docx 再添加") from exc
    except zlib.error as exc:
        raise UnreadableFile(f"{file}: 不是完好的 .docx(数据损坏); {_RESAVE}") from exc


def _check_members(members: list[zipfile.ZipInfo], needed: str, file: str) -> None:
    """Check the directory of a package."""
    if needed not in {member.filename for member in members}:
        raise UnreadableFile(f"{file}: 是 ZIP 包,但不是 Word 文件; 如是压缩包请先解压,如是其他文档{_RESAVE}")
    total = sum(member.file_size for member in members)
    bomb = any(
        member.file_size > _RATIO_FROM and member.file_size > _RATIO_MOST * max(member.compress_size, 1)
        for member in members
    )
    xml = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    if bomb or total > MAX_UNPACKED or xml > MAX_XML or len(members) > MAX_MEMBERS:
        raise UnreadableFile(
            f"{file}: 解压后有 {megabytes(total)}、{len(members)} 个成员,疑似压缩炸弹或含大量图片; "
            "请删去图片,只保留正文后另存为 .docx 再添加"
        )
