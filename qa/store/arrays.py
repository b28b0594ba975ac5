"""Arrays as ``.npy`` files, opened without reading them.

Not by ``numpy.load``: it parses the header as Python code, and in CPython 3.11 two threads that do so at
once fail with "AST constructor recursion depth mismatch" (150 rewrites under two readers showed it). Only
what a library holds is understood: little-endian numbers in C order, in version 1.0 of the format.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"\x93NUMPY\x01\x00"
_HEADER = re.compile(
    rb"\{'descr': '([<|][iuf][1248])', 'fortran_order': False, 'shape': \((\d+),(?: (\d+))?\), \} *\n"
)


def save_array(path: Path, array: NDArray[Any]) -> None:
    """Write an array.

    Args:
        path: File, of any name.
        array: Numbers, of one or two dimensions.
    """
    with path.open("wb") as file:
        np.lib.format.write_array(file, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)


def open_array(path: Path) -> NDArray[Any]:
    """Map an array into memory.

    Args:
        path: File that :func:`save_array` wrote.

    Returns:
        The array, read-only.

    Raises:
        ValueError: The file holds no array of this kind, or is too short.
    """
    with path.open("rb") as file:
        start = file.read(10)
        length = int.from_bytes(start[8:], "little")
        header = _HEADER.fullmatch(file.read(length))
    if start[:8] != _MAGIC or header is None:
        raise ValueError("no header of an array")
    kind, *sizes = header.groups()
    shape = tuple(int(size) for size in sizes if size is not None)
    dtype = np.dtype(kind.decode())
    if 0 in shape:  # nothing to map
        return np.zeros(shape, dtype)
    # A plain ndarray slices faster than numpy's memmap class.
    return np.asarray(np.memmap(path, dtype, "r", 10 + length, shape))
