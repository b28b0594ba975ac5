"""The lines that a system answers with, as the batch contract has them; whoever writes them can be scored.

Only ``id``, ``answer`` and ``abstained`` are required, so that the output of a peer without cells or
citations is scored too, on what it has.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.dataset import json_lines
from eval.figures import Figure, single
from eval.gold import Number
from qa.errors import BadQuestion


class Cell(BaseModel):
    """One figure of a reply (an item of ``values``)."""

    model_config = ConfigDict(frozen=True)

    place: str = ""
    year: int | None = None
    indicator: str = ""
    value: Number
    unit: str | None = ""
    qualifier: str | None = None
    citation: int | None = None

    @property
    def figure(self) -> Figure | None:
        """The figure with 万 and 亿 multiplied out, or None where it is not one."""
        return single(self.value, self.unit)


class Cited(BaseModel):
    """One citation of a reply (an item of ``citations``)."""

    model_config = ConfigDict(frozen=True)

    marker: int
    file: str = ""
    place: str = ""
    year: int | None = None
    heading: tuple[str, ...] = ()
    quote: str = ""
    sentence: str = ""

    @property
    def text(self) -> str:
        """The cited sentence, or the quote where a system gives no sentence."""
        return self.sentence or self.quote


class Reply(BaseModel):
    """A line of the batch contract."""

    model_config = ConfigDict(frozen=True)

    id: str
    answer: str
    abstained: bool
    kind: str = ""
    reason: str | None = None
    values: tuple[Cell, ...] = ()
    citations: tuple[Cited, ...] = ()
    warnings: tuple[str, ...] = ()
    latency_ms: float | None = None

    def cited(self, marker: int | None) -> Cited | None:
        """Find a citation by its marker.

        Args:
            marker: The number in the answer's ``[1]``.

        Returns:
            The citation, or None where no citation has that marker.
        """
        return next((c for c in self.citations if c.marker == marker), None)


def parse_reply(record: dict[str, object], where: str) -> Reply:
    """Check one line of the batch contract.

    Args:
        record: The line's JSON object.
        where: Where it stands, for messages.

    Returns:
        The reply.

    Raises:
        BadQuestion: A field is missing or has a wrong form; the message names it.
    """
    try:
        return Reply.model_validate(record)
    except ValidationError as exc:
        first = exc.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise BadQuestion(f"{where}:{field} 不合规:{first['msg']};请按批量输出的格式改正") from exc


def load_replies(path: Path) -> dict[str, Reply]:
    """Read a finished batch file.

    Args:
        path: A file with one line of the batch contract a line.

    Returns:
        The replies by id.

    Raises:
        BadQuestion: A line has a wrong form, or an id comes twice; the message names the line.
    """
    replies: dict[str, Reply] = {}
    for where, record in json_lines(path):
        reply = parse_reply(record, where)
        if reply.id in replies:
            raise BadQuestion(f"{where}:id“{reply.id}”重复;每道题只能有一行答案")
        replies[reply.id] = reply
    return replies
