"""A notice held against those that are there already: a text that differs from them is not it."""

from collections.abc import Iterator, Mapping
from datetime import date

from ....calendar.day_table import says
from ....calendar.notices import Notice, YearNotices
from ....model.place import Place, Problem, Weight
from ....notation.weekdays import weekday
from .letters import shortened
from .nouns import NoticeText
from .parts import AS_PRINTED

_WHAT = {True: "上班", False: "放假", None: "没有提到"}


def same_notice(notice: NoticeText, known: YearNotices | None) -> Notice | None:
    """The notice that is there already: of the same number, else the one of the same whole year, or
    of the same day where the text prints no number."""
    for each in known.notices if known else ():
        same_day = notice.number is None and notice.issued == each.issued
        if each.number == notice.number or (notice.whole_year and each.arranges_year) or same_day:
            return each
    return None


def differences(notice: NoticeText, known: YearNotices | None) -> Iterator[Problem]:
    """Where a text differs from the same notice that is there already.

    It is refused then: the shipped notices are compared with several sources, so that a text that
    differs from them was altered. Whoever knows better writes the file by hand. Another day of
    issue is only noted, and so are number and title where what is known of them is second-hand.
    """
    there = same_notice(notice, known)
    if there is None:
        return
    place = Place(notice.file)
    certain = Weight.NOTE if there.second_hand else Weight.ERROR
    printed = (
        ("文号", notice.number, there.number, certain),
        ("标题", notice.title, there.title or None, certain),
        ("印发日期", notice.issued, there.issued, Weight.NOTE),
    )
    for name, here, other, weight in printed:
        if here is not None and other is not None and here != other:
            found = f"{name}是“{here}”，已有的{there.label}是“{other}”"
            yield Problem(place, found, "与已有的通知相同的原文", str(other), weight)
    days = {day: _WHAT[said.works] for day, said in says(there)}
    names = {day: said.holiday for day, said in says(there)}
    yield from _other_days(notice, there, days, names)


def _other_days(
    notice: NoticeText, there: Notice, days: Mapping[date, str], names: Mapping[date, str | None]
) -> Iterator[Problem]:
    here: dict[date, str] = {}
    for clause in notice.clauses:
        for day, what in clause.days():
            here[day] = what
            other = days.get(day, _WHAT[None])
            if other != what:
                found = f"{day}（{weekday(day)}）{what}，已有的{there.label}{other}"
                yield Problem(clause.place, f"“{shortened(clause.words)}”：{found}", AS_PRINTED)
            elif names[day] not in (clause.holiday, None):
                found = f"{day}是{clause.holiday}，已有的{there.label}是{names[day]}"
                yield Problem(clause.place, f"“{shortened(clause.words)}”：{found}", AS_PRINTED)
    for day in sorted(days.keys() - here.keys()):
        found = f"没有{day}（{weekday(day)}）{days[day]}，已有的{there.label}有"
        yield Problem(Place(notice.file), found, AS_PRINTED)


def missing(notice: NoticeText, known: YearNotices | None) -> tuple[Problem, ...]:
    """What the text does not print and a holiday file must have.

    Where the same notice is there already, its number and day of issue are offered, never taken.
    """
    there = same_notice(notice, known)
    place = Place(notice.file)
    problems = []
    if notice.number is None:
        near = f"--number {there.number}" if there else None
        found, accepted = "文本里没有文号", "用 --number 写明，如 --number 国办发明电〔2025〕7号"
        problems.append(Problem(place, found, accepted, near))
    if notice.issued is None:
        near = f"--issued {there.issued}" if there else None
        found, accepted = "文本里没有印发日期", "用 --issued 写明，如 --issued 2025-11-04"
        problems.append(Problem(place, found, accepted, near))
    return tuple(problems)
