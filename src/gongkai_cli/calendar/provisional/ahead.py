"""The outlooks of a calendar: one for each run of years that begins with one without a notice."""

from collections.abc import Callable
from functools import cached_property

from ..announcing import YearOutOfReach
from ..notices import YearNotices
from .law import HolidayLaw
from .law_yaml import holiday_law
from .outlook import Outlook
from .seen import SeenRest, seen_rests

NoticesOf = Callable[[int], YearNotices]
"""Gives the notices of a year that are known, if there are none an empty ``YearNotices``."""


class Ahead:
    """Finds the outlook in which a day lies, or to which a count from it leads.

    ``counted`` gives the notices that are counted with, ``known`` those from which is learnt how
    long rests may be: the same notices, but a caller may note of the first which it used.
    """

    def __init__(self, counted: NoticesOf, known: NoticesOf) -> None:
        self._counted = counted
        self._known = known
        self._outlooks: dict[int, Outlook] = {}

    def outlook(self, year: int) -> Outlook:
        """The outlook with a year without notice; for another year the next one that there is.

        Raises ``YearOutOfReach`` where that begins with a year that the law's tables lack.
        """
        first = self._first_without_notice(year)
        if first not in self._law.years:
            raise YearOutOfReach(first, self._law.first_year, self._law.last_year)
        if first not in self._outlooks:
            self._outlooks[first] = Outlook(first, self._counted, self._law, self._seen)
        return self._outlooks[first]

    def _first_without_notice(self, year: int) -> int:
        while self._known(year).announced:
            year += 1
        while year - 1 in self._law.years and not self._known(year - 1).announced:
            year -= 1
        return year

    @cached_property
    def _law(self) -> HolidayLaw:
        return holiday_law()

    @cached_property
    def _seen(self) -> tuple[SeenRest, ...]:
        known = (self._known(year) for year in self._law.years)
        return seen_rests(self._law, (each for each in known if each.announced))
