"""What a question wants: the task, the measure of the figure, a change, a plan, an extreme.

Works on the cleaned question alone (``qa.text.clean_question``); knows nothing of places, years or reports. Each pattern
carries a real question that it is for, and has a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Task(StrEnum):
    """The kind of work that a question asks for."""

    NUMBER = "number"
    FACT = "fact"
    LIST = "list"
    SUMMARY = "summary"
    RANK = "rank"
    DIFFERENCE = "difference"
    COMPARE = "compare"
    DISCLOSURE = "disclosure"
    DOCUMENT = "document"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Intent:
    """What a question wants.

    Attributes:
        task: The kind of work.
        unit: Measure word asked for (多少件 -> 件), or "".
        unit_class: Class of the unit, such as percent or people, or "".
        change: "rise", "fall", "any" where a change is asked for, else "".
        plan: Whether plans or targets are asked for.
        extreme: "max" or "min" for 最多, 最低 ..., else "".
        section: "problem", "plan", "result" or "duty" where a whole section is asked for, else "".
        documents: Of "issuer", "date", "title", "year", "index" those that are asked of the report itself.
        absent: Whether places that do NOT disclose are asked for.
        yes_no: Whether it asks if something is so (有没有, 是否, 吗).
        answer_type: "name", "who", "when", "why", "where", "how" or "" for facts.
        explicit: Whether the question has a question word at all (a keyword query has none).
        ordinal: Rank asked for (第二名 is 2, 倒数第二 is -2), or 0.
        standing: Whether the rank of a named place is asked for (某区排第几).
        combine: "sum", "mean", "times" or "share" where figures are to be put together (加起来, 几倍, 占比), else "".
        comparable: Whether it is asked if figures may be compared at all.
        top: Number of leading ranks asked for (前三名 is 3), or 0.
    """

    task: Task
    unit: str = ""
    unit_class: str = ""
    change: str = ""
    plan: bool = False
    extreme: str = ""
    section: str = ""
    documents: tuple[str, ...] = ()
    absent: bool = False
    yes_no: bool = False
    answer_type: str = ""
    explicit: bool = True
    ordinal: int = 0
    standing: bool = False
    combine: str = ""
    comparable: bool = False
    top: int = 0

    @property
    def compares(self) -> bool:
        """Whether figures are set side by side."""
        return (
            self.task in {Task.RANK, Task.DIFFERENCE, Task.COMPARE}
            or bool(self.extreme or (self.combine and self.combine != "share"))
            or self.comparable
        )
