"""What a calendar answers: why a day works, where a count ends, how many days there are."""

from datetime import date
from typing import Literal

from msgspec import Struct

Kind = Literal["周一至周五", "周末", "放假", "调休上班", "法定放假", "推定放假", "推定上班"]
"""What a day is. The last three stand before the notice is out: a rest day by law, and the guess.
"""

NO_NOTICE = "通知尚未印发"


class DayReason(Struct, frozen=True, kw_only=True):
    """Why a day works or rests.

    ``holiday`` and ``notice`` (its number) are ``None`` for a day that no notice names; ``local``
    names the file of the workspace where the notice stands in one. ``sure`` is false for a day
    that the notice to come may still make another.
    """

    day: date
    works: bool
    kind: Kind
    holiday: str | None = None
    notice: str | None = None
    local: str | None = None
    sure: bool = True

    @property
    def words(self) -> str:
        """The reason as it is printed.

        >>> DayReason(day=date(2026, 1, 4), works=True, kind="调休上班", holiday="元旦",
        ...           notice="国办发明电〔2025〕7号").words
        '元旦调休上班（国办发明电〔2025〕7号）'
        """
        if self.source is None:
            return self.kind
        return f"{self.holiday or ''}{self.kind}（{self.source}）"

    @property
    def source(self) -> str | None:
        """The notice that says so, and the file of the workspace where it stands in one."""
        if self.kind in ("法定放假", "推定放假", "推定上班"):
            return NO_NOTICE
        return f"{self.notice}，见 {self.local}" if self.notice and self.local else self.notice


class Prospect(Struct, frozen=True, kw_only=True):
    """What is known of a day before the notice that decides it is out.

    ``works`` is ``None`` where that may go either way; ``likely`` is the best guess, which is what
    is known where anything is. ``holiday`` is what it rests or makes up for, so far as that can be
    told; ``notice`` the number of the notice that names it.
    """

    day: date
    works: bool | None
    likely: bool
    holiday: str | None = None
    notice: str | None = None


class Span(Struct, frozen=True, kw_only=True):
    """The day on which a count of working days ends, as an interval.

    Where ``certain``, the three days are one and ``open`` is empty; else ``open`` says what is
    lacking, ``due`` is a best guess, and the true day lies between ``earliest`` and ``latest``
    (which may still be one day).
    """

    due: date
    earliest: date
    latest: date
    certain: bool = True
    open: tuple[str, ...] = ()


class CountSpan(Struct, frozen=True, kw_only=True):
    """How many working days there are, as an interval; ``certain`` and ``open`` as in a ``Span``.

    ``workdays`` is a best guess where it is not certain.
    """

    workdays: int
    fewest: int
    most: int
    certain: bool = True
    open: tuple[str, ...] = ()
