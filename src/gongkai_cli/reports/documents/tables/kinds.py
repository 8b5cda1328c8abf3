"""What a row of a table can be, and the words for what stands in its cells.

A kind of row is a module here with ``NAME``, ``FIELDS`` and ``rows``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, cast

from msgspec import Struct

from ....model.deadline import Clock
from ....office.table_cells import Cell
from .. import Asked

NUMBER = "序号"
"""The running number of a row, which every kind has."""

ASSUMED = "（推定）"
"""Stands behind a word that rests on something the paper leaves open."""


class Field(Struct, frozen=True):
    """A word for what stands in a cell: what it means, and how a row gives it.

    ``options`` are all the values that it may have, for forms that choose rows by it.
    """

    about: str
    value: Callable[[Any], Cell]
    options: tuple[str, ...] = ()


class Row(Protocol):
    """What every kind of row can tell besides its fields: what is assumed in it."""

    @property
    def assumed(self) -> Iterator[tuple[str, Clock | None]]:
        """Duties, each with a clock, whose assumptions (推定) a note has to name."""


class Kind(Protocol):
    """A kind of row: what it is called in a form, its fields, and all its rows in order."""

    NAME: str
    FIELDS: Mapping[str, Field]

    def rows(self, asked: Asked) -> Sequence[Row]:
        """Every row, by unit in the order of the catalogue and most urgent first."""


def every_kind() -> dict[str, Kind]:
    """Every kind by its name."""
    from . import column_rows, finding_rows, unit_rows

    kinds = [cast(Kind, module) for module in (finding_rows, column_rows, unit_rows)]
    return {kind.NAME: kind for kind in kinds}
