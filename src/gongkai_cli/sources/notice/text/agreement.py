"""A notice held against itself, the law and the calendar, clause by clause."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ....calendar.day_table import says
from ....calendar.notices import YearNotices
from ....calendar.provisional.law import Holiday
from ....model.place import Place, Problem, Weight
from ....notation.weekdays import weekday
from .letters import shortened
from .nouns import Clause, NoticeText
from .parts import AS_PRINTED

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
_FARTHEST = 14
"""A make-up day is at most 11 days away from its holiday in all notices from 2004 to 2026."""
_WIDEST_GAP = 7
"""A day off in exchange (补休) is at most 2 days away from its holiday in these notices."""
_NEAREST = 2
"""Make-up days are among the first two weekend days on each side in all these notices."""


def disagreements(
    notice: NoticeText, statutory: Sequence[Holiday], earlier: YearNotices | None
) -> Iterator[Problem]:
    """What does not fit in a notice whose clauses could all be read.

    ``statutory`` are the days off for all of its year, none where they are not known; ``earlier``
    the notices that it changes.
    """
    yield from _each_day_once(notice.clauses)
    yield from _make_ups(notice.clauses, earlier)
    yield from _near(notice.clauses)
    yield from _no_statutory_day_works(notice.clauses, statutory)
    if notice.whole_year:
        yield from _each_holiday_once(notice.clauses)
        yield from _statutory_days(notice, statutory)
        yield from _balance(notice, statutory)
    else:
        yield from _left_over(notice, earlier)
    yield from _issue(notice)


def _each_day_once(clauses: Sequence[Clause]) -> Iterator[Problem]:
    said: dict[date, tuple[Clause, str]] = {}
    for clause in clauses:
        for day, what in clause.days():
            before = said.get(day)
            if before is not None and before[1] != what:
                yield _wrong(
                    clause, f"{_named(day)}又放假又上班（见“{shortened(before[0].words)}”）"
                )
            elif before is not None:
                yield _wrong(clause, f"{_named(day)}写了两次（见“{shortened(before[0].words)}”）")
            said[day] = clause, what


def _make_ups(clauses: Sequence[Clause], earlier: YearNotices | None) -> Iterator[Problem]:
    resting = {
        date.fromordinal(ordinal)
        for notice in (earlier.notices if earlier else ())
        for rest in notice.rests
        for ordinal in range(rest.first.toordinal(), rest.last.toordinal() + 1)
    }
    for clause in clauses:
        for each in clause.make_ups:
            if each.day.weekday() < _SATURDAY and each.day not in resting:
                yield _wrong(
                    clause, f"{_named(each.day)}本来就上班，不会是调休", "调休上班的周六或周日"
                )


def _near(clauses: Sequence[Clause]) -> Iterator[Problem]:
    """Days far from the rest of their clause are slips of a figure that a weekday cannot show.

    Make-up days other than the nearest weekend days are noted only: no notice from 2004 to 2026
    has such days, but nothing forbids them.
    """
    resting = {day for clause in clauses for day, what in clause.days() if what == "放假"}
    for clause in clauses:
        for before, after in pairwise(clause.rests):
            if (after.first - before.last).days > _WIDEST_GAP:
                yield _wrong(
                    clause, f"{_named(after.first)}离前面放假的日子太远", "同一个假期的日子"
                )
        nearest = _nearest_weekend_days(clause, resting)
        for each in clause.make_ups if clause.rests else ():
            away = min(
                min(abs((each.day - rest.first).days), abs((each.day - rest.last).days))
                for rest in clause.rests
            )
            if away > _FARTHEST:
                accepted = f"假期前后{_FARTHEST}天之内的周六或周日"
                yield _wrong(clause, f"{_named(each.day)}上班，离假期有{away}天", accepted)
            elif each.day not in nearest and each.day.weekday() >= _SATURDAY:
                days = "、".join(map(_named, sorted(nearest)))
                yield Problem(
                    clause.place,
                    f"“{shortened(clause.words)}”：{_named(each.day)}上班，不是离假期最近的周末（{days}），请对照原文核对",
                    weight=Weight.NOTE,
                )


def _nearest_weekend_days(clause: Clause, resting: set[date]) -> set[date]:
    """On each side of a holiday, the nearest weekend days that do not rest by the notice."""
    found: set[date] = set()
    if not clause.rests:
        return found
    ends = (clause.rests[0].first, -_ONE_DAY), (clause.rests[-1].last, _ONE_DAY)
    for day, step in ends:
        side: list[date] = []
        while len(side) < _NEAREST:
            day += step
            if day.weekday() >= _SATURDAY and day not in resting:
                side.append(day)
        found.update(side)
    return found


def _no_statutory_day_works(
    clauses: Sequence[Clause], statutory: Sequence[Holiday]
) -> Iterator[Problem]:
    lawful = {day: holiday.name for holiday in statutory for day in holiday.days}
    for clause in clauses:
        for each in clause.make_ups:
            if each.day in lawful:
                yield _wrong(clause, f"{_named(each.day)}是法定的{lawful[each.day]}假日，却要上班")


def _each_holiday_once(clauses: Sequence[Clause]) -> Iterator[Problem]:
    seen: dict[str, Clause] = {}
    for clause in clauses:
        for name in clause.holiday.split("、"):
            if name in seen:
                yield _wrong(clause, f"{name}写了两条（见“{shortened(seen[name].words)}”）")
            seen[name] = clause


def _left_over(notice: NoticeText, earlier: YearNotices | None) -> Iterator[Problem]:
    """What an earlier notice says of a holiday arranged anew, and this one does not name."""
    now = dict(each for clause in notice.clauses for each in clause.days())
    holidays = {clause.holiday for clause in notice.clauses}
    for before in earlier.notices if earlier else ():
        then = {day: said.works for day, said in says(before) if said.holiday in holidays}
        if not any(now.get(day) == "放假" for day, works in then.items() if not works):
            continue
        left = [day for day in then if day not in now]
        if left:
            days = "、".join(f"{_named(day)}{'上班' if then[day] else '放假'}" for day in left)
            yield Problem(
                Place(notice.file),
                f"{before.number}原有的{days}，这个通知没有提到，仍照原通知",
                weight=Weight.NOTE,
            )


def _statutory_days(notice: NoticeText, statutory: Sequence[Holiday]) -> Iterator[Problem]:
    for holiday in statutory:
        clauses = [each for each in notice.clauses if holiday.name in each.holiday.split("、")]
        if not clauses:
            yield Problem(
                Place(notice.file),
                f"{notice.year}年的通知没有{holiday.name}",
                "各个法定节日都有安排的通知原文",
            )
        resting = {day for each in clauses for day, what in each.days() if what == "放假"}
        missing = [day for day in holiday.days if day not in resting]
        if clauses and missing:
            days = "、".join(map(_named, missing))
            yield _wrong(clauses[0], f"{days}是法定的{holiday.name}假日，却没有放假")


def _balance(notice: NoticeText, statutory: Sequence[Holiday]) -> Iterator[Problem]:
    """Weekdays off less make-up days are the statutory days: true of all notices since 2004.

    A note, since a new arrangement may break it; an error where make-up days were derived.
    """
    if not statutory:
        return
    lawful = sum(len(each.days) for each in statutory)
    days = [each for clause in notice.clauses for each in clause.days()]
    off = sum(what == "放假" and day.weekday() < _SATURDAY for day, what in days)
    worked = sum(what == "上班" for _, what in days)
    if off - worked == lawful:
        return
    derived = [clause for clause in notice.clauses if clause.derived]
    found = f"放假的工作日{off}天，调休上班{worked}天，相差不是法定的{lawful}天"
    for clause in derived:
        printed = "、".join(map(_named, clause.derived))
        yield _wrong(clause, f"{found}，不能断定{printed}上班", "写明上班日的通知原文")
    if not derived:
        yield Problem(
            Place(notice.file),
            f"{found}；2004年以来的通知都相等，请对照原文核对是否漏了或多了日子",
            weight=Weight.NOTE,
        )


def _issue(notice: NoticeText) -> Iterator[Problem]:
    number, issued = notice.number, notice.issued
    place = Place(notice.file)
    if number and issued and f"〔{issued.year}〕" not in number:
        yield Problem(place, f"文号“{number}”的年份与印发日期 {issued} 不符", "同一年的文号和日期")
    years = (notice.year - 1,) if notice.whole_year else (notice.year - 1, notice.year)
    if issued and issued.year not in years:
        accepted = "或".join(f"{year}年" for year in years)
        yield Problem(place, f"{issued} 印发，不会是{notice.year}年的通知", f"{accepted}的日期")


def _wrong(clause: Clause, found: str, accepted: str = AS_PRINTED) -> Problem:
    return Problem(clause.place, f"“{shortened(clause.words)}”：{found}", accepted)


def _named(day: date) -> str:
    return f"{day}（{weekday(day)}）"
