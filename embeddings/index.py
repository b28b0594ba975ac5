"""An exact vector index over FAISS; the only user of faiss.

Two kinds: ``flat`` keeps float32, ``sq8`` a byte a number (a quarter of the memory, and cosines within about
0.005). Both look at every vector, so a search within an allowed subset loses nothing. A saved index is a
folder: ``vectors.faiss``, ``ids.npy`` and ``index.json``; no pickle. Knows vectors and ids, never texts.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import IndexingError

VECTORS_FILE = "vectors.faiss"
IDS_FILE = "ids.npy"
META_FILE = "index.json"
KINDS = ("flat", "sq8")
# docs/design/001-encoder.md has the measurement: below this size float32 is small and fast enough.
SQ8_FROM = 200_000
_VERSION = 1


class Found(NamedTuple):
    """What a search found, best first; equal scores in the order of ids.

    Attributes:
        scores: float32, shape (n_queries, n_found), inner products, descending.
        ids: int64, shape (n_queries, n_found).
    """

    scores: NDArray[np.float32]
    ids: NDArray[np.int64]


class VectorIndex:
    """Finds the vectors of the largest inner product."""

    def __init__(self, index: Any, ids: NDArray[np.int64], kind: str, source: Path | None = None) -> None:
        """Wrap a FAISS index; use :meth:`build` or :meth:`load` instead.

        Args:
            index: FAISS index whose positions are the rows of ``ids``.
            ids: int64, shape (n,), the caller's ids, each once.
            kind: ``flat`` or ``sq8``.
            source: Folder that the index is mapped from, or None if it is in memory.
        """
        self._index = index
        self._ids = ids
        self._kind = kind
        self._source = source
        self._order = np.argsort(ids, kind="stable")

    @classmethod
    def build(
        cls, vectors: NDArray[np.float32], ids: NDArray[np.int64], kind: str | None = None
    ) -> VectorIndex:
        """Build an index.

        Args:
            vectors: float32, shape (n, dim), L2-normalised where scores should be cosines.
            ids: int64, shape (n,), each once.
            kind: ``flat``, ``sq8``, or None to choose by size.

        Returns:
            The index, in memory.

        Raises:
            IndexingError: The arrays do not fit together, an id occurs twice, or the kind is unknown.
        """
        if vectors.ndim != 2 or vectors.shape[1] == 0:
            raise IndexingError(
                f"vectors of shape {vectors.shape} cannot be indexed; give (n, dim) with dim >= 1"
            )
        if kind is None:
            kind = "sq8" if len(vectors) >= SQ8_FROM else "flat"
        if kind not in KINDS:
            raise IndexingError(f"kind={kind!r} is no kind of index; choose one of {', '.join(KINDS)}")
        if kind == "sq8" and len(vectors) == 0:
            raise IndexingError("an sq8 index of 0 vectors cannot be trained; build a flat one")
        faiss = _faiss()
        dim = vectors.shape[1]
        if kind == "flat":
            index = faiss.IndexFlatIP(dim)
        else:
            index = faiss.IndexScalarQuantizer(dim, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
            index.train(np.ascontiguousarray(vectors, dtype=np.float32))
        built = cls(index, np.empty(0, dtype=np.int64), kind)
        built.add(vectors, ids)
        return built

    @classmethod
    def load(cls, folder: Path | str) -> VectorIndex:
        """Open a saved index, mapped from disk where FAISS can.

        Args:
            folder: Folder that :meth:`save` wrote.

        Returns:
            The index; its files must stay until it is dropped.

        Raises:
            IndexingError: A file is missing or damaged, or the files do not fit together.
        """
        home = Path(folder)
        for name in (VECTORS_FILE, IDS_FILE, META_FILE):
            if not (home / name).is_file():
                raise IndexingError(f"{home} has no {name}; rebuild the index")
        try:
            meta = json.loads((home / META_FILE).read_text("utf-8"))
            ids = np.load(home / IDS_FILE, mmap_mode="r", allow_pickle=False)
            version, kind, dim = meta["version"], str(meta["kind"]), int(meta["dim"])
            index = _read(home, mapped=True)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as exc:
            raise IndexingError(
                f"{home} is a damaged index ({type(exc).__name__}: {exc}); rebuild it"
            ) from exc
        if version != _VERSION or kind not in KINDS:
            raise IndexingError(
                f"{home} has version {version} and kind {kind!r}; rebuild it with this release"
            )
        if (index.ntotal, index.d) != (len(ids), dim) or ids.dtype != np.int64:
            raise IndexingError(
                f"{home} holds {index.ntotal} vectors of {index.d} numbers for {len(ids)} ids "
                f"of {dim}; rebuild it"
            )
        return cls(index, ids, kind, home)

    @property
    def kind(self) -> str:
        """``flat`` or ``sq8``."""
        return self._kind

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return int(self._index.d)

    @property
    def ids(self) -> NDArray[np.int64]:
        """The ids, int64, shape (n,), in the order of adding."""
        return np.asarray(self._ids).copy()

    def __len__(self) -> int:
        """Count the vectors."""
        return len(self._ids)

    def search(self, queries: NDArray[np.float32], k: int, ids: NDArray[np.int64] | None = None) -> Found:
        """Find the best vectors of each query.

        Args:
            queries: float32, shape (n_queries, dim).
            k: How many to find, from 1 to the size of the index.
            ids: int64, the only ids allowed; None allows all.

        Returns:
            Scores and ids, shape (n_queries, min(k, number of allowed ids)).

        Raises:
            IndexingError: ``k`` or the shape of the queries is wrong, or an allowed id is not in the index.
        """
        if queries.ndim != 2 or queries.shape[1] != self.dim:
            raise IndexingError(
                f"queries of shape {queries.shape} do not fit this index; give (n_queries, {self.dim}), "
                "encoded by the encoder that built it"
            )
        if not 1 <= k <= len(self):
            raise IndexingError(
                f"k={k} is outside this index ({len(self)} vectors); choose k in 1..{len(self)}"
            )
        asked = np.ascontiguousarray(queries, dtype=np.float32)
        if ids is None:
            scores, positions = self._index.search(asked, k)
        else:
            allowed = np.unique(self._positions(ids))
            if len(allowed) == 0:
                return Found(np.empty((len(asked), 0), np.float32), np.empty((len(asked), 0), np.int64))
            faiss = _faiss()
            bitmap = np.packbits(np.bincount(allowed, minlength=len(self)).astype(bool), bitorder="little")
            selector = faiss.IDSelectorBitmap(bitmap)
            found = self._index.search(
                asked, min(k, len(allowed)), params=faiss.SearchParameters(sel=selector)
            )
            scores, positions = found
        return _sorted(np.asarray(scores, dtype=np.float32), np.asarray(self._ids)[positions])

    def add(self, vectors: NDArray[np.float32], ids: NDArray[np.int64]) -> None:
        """Add vectors; an index opened from disk is first read into memory.

        Args:
            vectors: float32, shape (n, dim).
            ids: int64, shape (n,), none of them in the index.

        Raises:
            IndexingError: The arrays do not fit, or an id occurs twice or is in the index.
        """
        if vectors.ndim != 2 or vectors.shape[1] != self.dim or ids.shape != (len(vectors),):
            raise IndexingError(
                f"vectors {vectors.shape} and ids {ids.shape} do not fit; give (n, {self.dim}) and (n,) "
                "of one n"
            )
        joined = np.concatenate([self._ids, np.asarray(ids, dtype=np.int64)])
        values, counts = np.unique(joined, return_counts=True)
        if (counts > 1).any():
            raise IndexingError(
                f"id {int(values[counts > 1][0])} occurs twice; remove it first or give another"
            )
        self._own()
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        self._ids = joined
        self._order = np.argsort(joined, kind="stable")

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Remove vectors; an index opened from disk is first read into memory.

        Args:
            ids: int64, ids of the index.

        Raises:
            IndexingError: An id is not in the index.
        """
        positions = np.unique(self._positions(ids))
        self._own()
        self._index.remove_ids(_faiss().IDSelectorBatch(positions))
        self._ids = np.delete(np.asarray(self._ids), positions)
        self._order = np.argsort(self._ids, kind="stable")

    def save(self, folder: Path | str) -> None:
        """Write the index; not atomic, so write beside the old one and switch.

        Args:
            folder: Folder to write, made if it is missing; not the one that this index is mapped from.

        Raises:
            IndexingError: The folder is the one that this index is mapped from.
        """
        home = Path(folder)
        if self._source is not None and home.resolve() == self._source.resolve():
            raise IndexingError(f"{home} is open in this index; save it to another folder and switch")
        home.mkdir(parents=True, exist_ok=True)
        _faiss().write_index(self._index, str(home / VECTORS_FILE))
        np.save(home / IDS_FILE, np.asarray(self._ids), allow_pickle=False)
        meta = {"version": _VERSION, "kind": self._kind, "dim": self.dim, "count": len(self)}
        (home / META_FILE).write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")

    def _positions(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Turn ids into positions."""
        wanted = np.asarray(ids, dtype=np.int64).ravel()
        ordered = np.asarray(self._ids)[self._order]
        places = np.searchsorted(ordered, wanted)
        inside = places < len(ordered)
        known = np.zeros(len(wanted), dtype=bool)
        known[inside] = ordered[places[inside]] == wanted[inside]
        if not known.all():
            raise IndexingError(f"id {int(wanted[~known][0])} is not in this index ({len(self)} vectors)")
        return self._order[places].astype(np.int64)

    def _own(self) -> None:
        """Read a mapped index into memory, since the map cannot change."""
        if self._source is not None:
            self._index = _read(self._source, mapped=False)
            self._ids = np.array(self._ids)
            self._source = None


def _sorted(scores: NDArray[np.float32], ids: NDArray[np.int64]) -> Found:
    """Sort each row by falling score, then by rising id."""
    order = np.lexsort((ids, -scores), axis=1)
    return Found(np.take_along_axis(scores, order, axis=1), np.take_along_axis(ids, order, axis=1))


def _read(folder: Path, *, mapped: bool) -> Any:
    """Read the FAISS file, mapped or into memory."""
    faiss = _faiss()
    return faiss.read_index(str(folder / VECTORS_FILE), faiss.IO_FLAG_MMAP_IFC if mapped else 0)


@lru_cache(maxsize=1)
def _faiss() -> ModuleType:
    """Import faiss once, with one thread: queries are short, and other work shares the cores."""
    import faiss

    faiss.omp_set_num_threads(1)
    module: ModuleType = faiss
    return module
