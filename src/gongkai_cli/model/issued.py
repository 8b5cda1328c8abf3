"""What was last sent out to the units, and who has sent something back."""

from datetime import date

from msgspec import Struct


class Issued(Struct, frozen=True, kw_only=True):
    """The last ``ledger split``: its day, the units that got a workbook, those whose came back."""

    day: date
    units: tuple[str, ...]
    returned: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The units of which nothing is back yet (未报), in the order in which they were sent.

        >>> Issued(day=date(2024, 7, 1), units=("甲科", "乙科"), returned=("乙科",)).missing
        ('甲科',)
        """
        return tuple(unit for unit in self.units if unit not in self.returned)
