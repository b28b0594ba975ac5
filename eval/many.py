"""Times a comparison of many places: one library of as many counties, each with a report of its own."""

from __future__ import annotations

from pathlib import Path

from embeddings.encoder import Encoder
from eval.timing import Timing, seconds_of
from qa.assistant import Assistant
from qa.errors import InputError
from qa.ingest import add
from qa.library import Library
from qa.places import gazetteer, stem
from qa.reading import read

_YEAR = 2024
_TOPICS = ("行政复议案件", "法律援助案件", "行政诉讼案件", "公证", "人民调解")
"""What is compared in turn, so that no run finds the words of the one before still matched."""


def many_places(reports: Path, folder: Path, n: int) -> list[Path]:
    """Write reports for as many counties, each a copy of one of the given reports with its place renamed.

    Args:
        reports: Folder of ``.txt`` reports.
        folder: New folder that the files go into.
        n: Number of places.

    Returns:
        The files.
    """
    folder.mkdir(parents=True)
    models = [read(path) for path in sorted(reports.glob("*.txt"))]
    models = [model for model in models if model.meta.level == "county"]
    counties = [p for p in gazetteer().places if p.level == "county" and len(stem(p.name)) == 2]
    step = max(1, len(counties) // (3 * n))
    for at, county in enumerate(counties[::step]):
        model = models[at % len(models)]
        old, new = model.meta.place, county.name
        text = (
            model.text.replace(old, new)
            .replace(stem(old), stem(new))
            .replace(str(model.meta.year), str(_YEAR))
        )
        path = folder / f"{at:03}.txt"
        path.write_text(text, encoding="utf-8")
        if not _speaks_for(path, new):  # a county of the same stem elsewhere, say
            path.unlink()
        elif sum(1 for _ in folder.iterdir()) == n:
            break
    return sorted(folder.iterdir())


def _speaks_for(path: Path, place: str) -> bool:
    """Tell whether a report is read as one of a place."""
    try:
        return read(path).meta.place == place
    except InputError:
        return False


def time_comparison(files: list[Path], encoder: Encoder, home: Path) -> tuple[Timing, ...]:
    """Time a comparison over every place of a library, the reports already prepared.

    Args:
        files: The reports.
        encoder: Encoder of the library.
        home: Folder that the library goes into.

    Returns:
        Milliseconds, a run for each topic.

    Raises:
        InputError: Fewer places than files were added, so that the time would flatter.
    """
    library = home / "many"
    add(files, library, encoder)
    assistant = Assistant(Library.open(library), encoder)
    places = {meta.place for meta in assistant.library.reports()}
    if len(places) < len(files):
        raise InputError(f"{len(files)} 份报告只入库了 {len(places)} 个地区；计时需要每一份都能入库")
    for warming in ("所有地区的合法性审查件数谁最多？", "所有地区的普法举措比较"):
        assistant.ask([warming])
    runs = tuple(
        seconds_of(lambda topic=topic: assistant.ask([f"所有地区{_YEAR}年的{topic}，从高到低排名"])) * 1000  # type: ignore[misc]
        for topic in _TOPICS
    )
    return (Timing("compare.many", f"{len(files)} 个地区的比较", "ms", runs),)
