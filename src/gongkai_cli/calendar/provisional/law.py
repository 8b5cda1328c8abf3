"""The law on holidays and the habits of the notices, by date of effect.

The structs are the form of ``holiday_law.yaml`` beside this package.
"""

from datetime import date, timedelta

from msgspec import Struct, field

from ...notation.weekdays import weekday

_ANY_DAY = "每日"

Season = tuple[str, str]
"""From a day to a day of every year, both included, as ``10-01``."""


class Holiday(Struct, frozen=True):
    """A holiday of one year: the days that are off for all, without a gap."""

    name: str
    days: tuple[date, ...]


class Festival(Struct, frozen=True, forbid_unknown_fields=True):
    """A holiday as a decree puts it.

    It has ``days`` days; the first is ``start``: a day of every year (``10-01``) or the name of one
    that moves (``除夕``).
    """

    start: str = field(name="自")
    days: int = field(name="天数")


class Decree(Struct, frozen=True, forbid_unknown_fields=True):
    """A version of 全国年节及纪念日放假办法."""

    number: str = field(name="依据")
    promulgated: date = field(name="公布")
    in_force: date = field(name="施行")
    festivals: dict[str, Festival] = field(name="放假")


class Exchange(Struct, frozen=True, forbid_unknown_fields=True):
    """Working on weekend days in exchange for days off.

    ``most`` days for a holiday; each is one of the ``nearest`` weekend days on its side.
    """

    most: int = field(name="至多调休")
    nearest: int = field(name="就近周末日")


class Lengths(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a rest may be: as long as those seen, ``slack`` days shorter or longer."""

    slack: int = field(name="余量")
    down_to_one: tuple[str, ...] = field(name="可短至一天")


class Neighbours(Struct, frozen=True, forbid_unknown_fields=True):
    """Two holidays that may touch, and what is done by the day of the first.

    In ``joined`` they are one holiday, in ``either`` one or two, of which ``guessed_joined`` says
    what is the likelier. As two, in ``skipping`` a day worked may lie beyond the other's weekend;
    in ``moved`` the first, on a weekend, may be made up inside the second.
    """

    pair: tuple[str, str] = field(name="节日")
    joined: Season = field(name="合为一个假期")
    either: Season = field(name="可合可分")
    guessed_joined: Season = field(name="推定合为一个假期")
    skipping: Season = field(name="跨假期调休")
    moved: Season = field(name="周末可并入后一节日补休")

    @property
    def name(self) -> str:
        """What the two are called as one holiday."""
        return "和".join(self.pair)


class Habit(Struct, frozen=True, forbid_unknown_fields=True):
    """How holidays are usually arranged from the year ``since`` on.

    ``spans`` has, by the weekday of the first statutory day, how many days before it the rest
    begins and how many days it has.
    """

    holidays: tuple[str, ...] = field(name="节日")
    since: int = field(name="自")
    basis: str = field(name="依据")
    spans: dict[str, tuple[int, int]] = field(name="假期")

    def rest(self, first: date) -> tuple[date, ...]:
        """The days of the rest, for a first statutory day."""
        before, days = self.spans.get(weekday(first)) or self.spans[_ANY_DAY]
        return days_from(first - timedelta(days=before), days)


class LongestWork(Struct, frozen=True, forbid_unknown_fields=True):
    """How many days in a row one works at most from the year ``since`` on, as a rule."""

    since: int = field(name="自")
    basis: str = field(name="依据")
    days: int = field(name="至多")


class HolidayLaw(Struct, frozen=True, forbid_unknown_fields=True):
    """All of the file; ``moving_days`` are the dates of 除夕, 初一, 清明, 端午 and 中秋 by year."""

    decrees: tuple[Decree, ...] = field(name="法定节日")
    exchange: Exchange = field(name="安排")
    lengths: Lengths = field(name="假期长短")
    neighbours: Neighbours = field(name="相邻节日")
    habits: tuple[Habit, ...] = field(name="惯例")
    longest_work: tuple[LongestWork, ...] = field(name="连续上班")
    moving_days: dict[int, dict[str, date]] = field(name="农历日期")

    @property
    def first_year(self) -> int:
        """The first year whose moving days are known."""
        return min(self.moving_days)

    @property
    def last_year(self) -> int:
        """The last year whose moving days are known."""
        return max(self.moving_days)

    @property
    def years(self) -> range:
        """The years whose moving days are known."""
        return range(self.first_year, self.last_year + 1)

    def decree(self, year: int) -> Decree:
        """The version in force in a year, whenever it was promulgated."""
        return [each for each in self.decrees if each.in_force <= date(year, 1, 1)][-1]

    def holidays(self, year: int) -> tuple[Holiday, ...]:
        """The days off for all in one of the ``years``, in order but for 中秋节 in October.

        >>> from .law_yaml import holiday_law
        >>> [each.name for each in holiday_law().holidays(2007)]
        ['元旦', '春节', '劳动节', '国庆节']
        >>> holiday_law().holidays(2027)[3]
        Holiday(name='劳动节', days=(datetime.date(2027, 5, 1), datetime.date(2027, 5, 2)))
        """
        moving = self.moving_days[year]
        return tuple(
            Holiday(name, days_from(moving.get(each.start) or _day(year, each.start), each.days))
            for name, each in self.decree(year).festivals.items()
        )

    def habit(self, holiday: str, year: int) -> Habit | None:
        """How a holiday is usually arranged in a year; ``None`` where there is no habit."""
        fitting = (each for each in self.habits if holiday in each.holidays and each.since <= year)
        return max(fitting, key=lambda each: each.since, default=None)

    def longest_run_of_work(self, year: int) -> int | None:
        """How many days in a row one works at most; ``None`` where no rule says it."""
        return next((each.days for each in self.longest_work[::-1] if each.since <= year), None)


def within(season: Season, day: date) -> bool:
    """Whether a day lies in a season.

    >>> within(("09-28", "09-30"), date(2023, 9, 29))
    True
    """
    return season[0] <= f"{day:%m-%d}" <= season[1]


def days_from(first: date, days: int) -> tuple[date, ...]:
    """``days`` days in a row from ``first``."""
    return tuple(first + timedelta(days=number) for number in range(days))


def _day(year: int, month_and_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_and_day}")
