"""The forms of a gold answer. Which one it is follows from its keys, not from the type of the question."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from eval.figures import Figure, single

Reason = Literal["no_such_place", "no_such_year", "not_mentioned", "out_of_domain", "ambiguous"]


def _as_text(value: object) -> object:
    """Take a number of the JSON text as it was written; leave the rest to the validation."""
    return str(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else value


Number = Annotated[str, BeforeValidator(_as_text)]
Words = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
Groups = Annotated[tuple[Words, ...], Field(min_length=1)]


class _Form(BaseModel):
    """What all forms of a gold answer share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    must_not_contain: tuple[str, ...] = ()


class NumberGold(_Form):
    """One figure: ``{"value": "13.68", "unit": "亿元", "qualifier": null}``."""

    value: Number
    unit: str | None = ""
    qualifier: Literal["约", "余", "超", "以上", "以下", "近"] | None = None
    aliases_unit: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The figure with 万 and 亿 multiplied out."""
        return _figure(self.value, self.unit)

    @field_validator("value")
    @classmethod
    def _one_figure(cls, value: str) -> str:
        """Refuse a value that is not one figure."""
        _figure(value, "")
        return value


class TextGold(_Form):
    """Words that must stand in the answer: of each group, one alternative."""

    must_contain: Groups


class ListGold(_Form):
    """Items of which a share must stand in the answer: of each, one alternative."""

    items: Groups
    min_recall: Annotated[float, BeforeValidator(float), Field(gt=0, le=1)] = 0.8


class TableGold(_Form):
    """Figures by place (or year) and what follows from them."""

    values: Annotated[dict[str, Number | None], Field(min_length=1)]
    unit: str | None = ""
    winner: str | None = None
    order: tuple[str, ...] | None = None
    difference: Number | None = None
    undisclosed: tuple[str, ...] = ()
    comparable: bool = True
    aliases_unit: tuple[str, ...] = ()

    @property
    def cells(self) -> dict[str, Figure]:
        """The disclosed figures by label."""
        return {label: _figure(value, self.unit) for label, value in self.values.items() if value is not None}

    @property
    def gap(self) -> Figure:
        """The difference with its unit; zero where none is given."""
        return _figure(self.difference or "0", self.unit)

    @property
    def absent(self) -> tuple[str, ...]:
        """The labels whose figure the report does not disclose."""
        null = tuple(label for label, value in self.values.items() if value is None)
        return null + tuple(label for label in self.undisclosed if label not in null)

    @property
    def open(self) -> bool:
        """Whether only the winner is given (which is highest?), so that the others are not judged."""
        return self.winner is not None and len(self.values) == 1 and not self.undisclosed

    @field_validator("difference")
    @classmethod
    def _one_figure(cls, value: str | None) -> str | None:
        """Take a difference without its sign; refuse what is not one figure."""
        if value is not None:
            _figure(value.lstrip("-"), "")
        return None if value is None else value.lstrip("-")

    @field_validator("values")
    @classmethod
    def _figures(cls, values: dict[str, str | None]) -> dict[str, str | None]:
        """Refuse a cell that is not one figure."""
        for value in values.values():
            if value is not None:
                _figure(value, "")
        return values


class RefusalGold(_Form):
    """A question that must be refused."""

    abstain: Literal[True]
    reason: Reason | None = None


class EitherGold(_Form):
    """A turn that may be answered or declined (好的谢谢, 为什么没有某区): only its words are judged.

    Without ``must_contain`` the reply must show no figure.
    """

    either: Literal[True]
    must_contain: tuple[Words, ...] = ()


Gold = NumberGold | TextGold | ListGold | TableGold | RefusalGold | EitherGold
# The first key that an answer holds names its form.
FORMS: dict[str, type[Gold]] = {
    "either": EitherGold,
    "abstain": RefusalGold,
    "values": TableGold,
    "value": NumberGold,
    "items": ListGold,
    "must_contain": TextGold,
}


def _figure(value: str, unit: str | None) -> Figure:
    """Read a gold value, or say that it is none."""
    figure = single(value, unit)
    if figure is None:
        raise ValueError(f"“{value}”不是单个数字(如 571、13.68、3.97)")
    return figure
