"""How long the rests were that notices made of the holidays, learnt from the notices themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ..day_table import ONE_DAY, SATURDAY, says
from ..notices import Notice, YearNotices, in_order
from .law import Holiday, HolidayLaw

_A_WEEKEND = 2


class SeenRest(Struct, frozen=True):
    """A holiday of ``statutory`` days was made a rest of ``days`` days, weekends included."""

    holiday: str
    statutory: int
    days: int


def seen_rests(law: HolidayLaw, years: Iterable[YearNotices]) -> tuple[SeenRest, ...]:
    """The rests that the notices of the years made, each as first issued and as changed.

    A change made once the rest has begun is an emergency, no arrangement (the Spring Festival of
    2020 was lengthened while it ran), and teaches nothing; nor do notices that name none of the
    holidays, such as a day off of one region.
    """
    return tuple(dict.fromkeys(each for year in years for each in _of_year(law, year)))


def lengths(
    law: HolidayLaw, seen: Sequence[SeenRest], holiday: str, statutory: int
) -> tuple[int, int]:
    """The shortest and the longest that a rest for a holiday of ``statutory`` days may be.

    By the rests seen when the holiday had as many statutory days or fewer, since days that the law
    has taken away no longer lengthen a rest. Neighbours never seen as one are as long as the second
    alone and the days of the first; a holiday never seen has its days and a weekend.
    """
    slack = law.lengths.slack
    shortest, longest = _extremes(law, seen, holiday, statutory)
    least = 1 if holiday in law.lengths.down_to_one else max(shortest - slack, 1)
    return least, longest + slack


def _extremes(
    law: HolidayLaw, seen: Sequence[SeenRest], holiday: str, statutory: int
) -> tuple[int, int]:
    found = [each.days for each in seen if each.holiday == holiday and each.statutory <= statutory]
    if found:
        return min(found), max(found)
    if holiday == law.neighbours.name:
        second = [each for each in seen if each.holiday == law.neighbours.pair[1]]
        if second:
            more = statutory - min(each.statutory for each in second)
            days = [each.days + more for each in second]
            return min(days), max(days)
    return statutory, statutory + _A_WEEKEND


def _of_year(law: HolidayLaw, year: YearNotices) -> Iterator[SeenRest]:
    named: dict[date, bool] = {}
    holidays = law.holidays(year.year)
    names = [each.name for each in holidays]
    for notice in in_order([year]):
        if not _arranges(notice, names):
            continue
        named |= {day: said.works for day, said in says(notice)}
        rests: dict[tuple[date, date], list[Holiday]] = {}
        for each in holidays:
            rests.setdefault(_rest_around(each.days[0], named), []).append(each)
        for (first, last), made_of in rests.items():
            if notice.issued < first:
                yield SeenRest(
                    "和".join(each.name for each in made_of),
                    sum(len(each.days) for each in made_of),
                    (last - first).days + 1,
                )


def _arranges(notice: Notice, holidays: Iterable[str]) -> bool:
    return any(name in rest.holiday for rest in notice.rests for name in holidays)


def _rest_around(day: date, named: Mapping[date, bool]) -> tuple[date, date]:
    first = last = day
    while not _works(first - ONE_DAY, named):
        first -= ONE_DAY
    while not _works(last + ONE_DAY, named):
        last += ONE_DAY
    return first, last


def _works(day: date, named: Mapping[date, bool]) -> bool:
    return named.get(day, day.weekday() < SATURDAY)
