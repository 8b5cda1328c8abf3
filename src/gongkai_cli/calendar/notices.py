"""Holiday notices as nouns: which days rest, which weekend days work in exchange."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ..model.place import Place

_FIRST_HOLIDAY = "元旦"


class Rest(Struct, frozen=True):
    """放假: the days from ``first`` to ``last``, both included, rest for a holiday."""

    holiday: str
    first: date
    last: date


class MakeUp(Struct, frozen=True):
    """上班: a day that works in exchange; ``holiday`` is ``None`` where the file names none."""

    day: date
    holiday: str | None = None


class Notice(Struct, frozen=True, kw_only=True):
    """One notice: its number, day of issue, and the days that it names.

    ``second_hand`` is true where number or date were not seen in the notice itself (转引).
    ``local`` is the shown name of the file where the notice does not ship with the program but
    stands in the workspace; else ``None``. ``added`` is true for such a notice unless it takes the
    place of one that ships.
    """

    number: str
    issued: date
    title: str = ""
    source: str = ""
    second_hand: bool = False
    rests: tuple[Rest, ...] = ()
    make_ups: tuple[MakeUp, ...] = ()
    place: Place | None = None
    local: str | None = None
    added: bool = False

    @property
    def label(self) -> str:
        """Number and day of issue, and the file of the workspace where it stands in one."""
        issued = f"{self.issued}印发" + ("，转引" if self.second_hand else "")
        return f"{self.number}（{issued}）" + (f"，见 {self.local}" if self.local else "")

    @property
    def arranges_year(self) -> bool:
        """Whether it is the notice of a whole year, not a change or a day of one region.

        Every yearly notice from 2004 to 2026 begins with 元旦; no change made within a year has it.
        """
        return any(_FIRST_HOLIDAY in rest.holiday for rest in self.rests)


class YearNotices(Struct, frozen=True):
    """The notices of one year: each overlays day by day what those before it say.

    They may name days of December of the year before, never days of the year after.
    """

    year: int
    notices: tuple[Notice, ...]

    @property
    def announced(self) -> bool:
        """Whether the year as a whole is arranged, so that its other days are ordinary ones."""
        return any(notice.arranges_year for notice in self.notices)

    def known_on(self, day: date) -> "YearNotices":
        """Those that were issued on or before ``day``."""
        return YearNotices(self.year, tuple(each for each in self.notices if each.issued <= day))

    def extended(self, own: "YearNotices", file: str) -> "YearNotices":
        """With the notices of a workspace, which stand in its file ``file``.

        One with the number of a notice that is here takes its place; the others come after.
        """
        local = {each.number: replace(each, local=file) for each in own.notices}
        kept = tuple(local.pop(notice.number, notice) for notice in self.notices)
        return YearNotices(
            self.year, kept + tuple(replace(each, added=True) for each in local.values())
        )


def in_order(years: Iterable[YearNotices]) -> tuple[Notice, ...]:
    """All notices in the order in which they overlay each other.

    By day of issue; those that a workspace adds come last, since they are there to change others.
    """
    every = (notice for year in years for notice in year.notices)
    return tuple(sorted(every, key=lambda notice: (notice.added, notice.issued)))
