"""A clause from its statements: the days that rest and work by it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ....calendar.notices import MakeUp, Rest, YearNotices
from ....notation.weekdays import weekday
from .letters import Letters
from .nouns import Clause
from .parts import AS_PRINTED, Part, wrong
from .printed_days import DAY, CodedClause
from .statements import Kind, Said, Spans, statements

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_READABLE = "通知原文的写法，如“1月1日至3日放假调休，共3天。1月4日（星期日）上班。”"


class ClauseReading:
    """One clause being read; what is wrong with it goes to ``problems``.

    ``earlier`` are the notices that are changed, needed only where a holiday is extended.
    """

    def __init__(
        self, letters: Letters, part: Part, code: CodedClause, earlier: YearNotices | None
    ) -> None:
        self._letters = letters
        self._part = part
        self._code = code
        self._earlier = earlier
        self._resting: set[date] = set()
        self._working: set[date] = set()
        self._derived: set[date] = set()
        self._remarks: list[str] = []
        self._of_which = False
        self._latest: tuple[date, ...] = ()
        self._stretches = False
        self.problems = list(code.problems)

    def clause(self, holiday: str | None) -> Clause | None:
        """The clause under the name of its holiday; ``None`` where it has none."""
        said = tuple(statements(self._code.words))
        for each in said:
            self._take(each)
        for each in said:
            self._hold(each)
        whole = self._part.first, self._part.told
        if holiday is None:
            self._report(whole, "看不出是哪个节日", "以节日开头，如“一、元旦：”")
            return None
        if not (self._resting or self._working or self.problems):
            self._report(whole, "没有放假的日子", _READABLE)
        return Clause(
            holiday=holiday,
            words=self._letters.quote(*whole),
            place=self._letters.place(whole[0]),
            rests=tuple(Rest(holiday, *ends) for ends in _runs(self._resting)),
            make_ups=tuple(MakeUp(day, holiday) for day in sorted(self._working)),
            derived=tuple(sorted(self._derived)),
            remarks=tuple(self._remarks),
        )

    def _take(self, said: Said) -> None:
        """Take in what a statement says of days."""
        match said.kind:
            case Kind.SENTENCE_END:
                self._of_which = False
            case Kind.OF_WHICH:
                self._of_which = True
            case Kind.REST:
                self._rest(said)
            case Kind.MADE_UP_REST:
                self._rest(said)
                self._stretches = True
                self._expect(said, self._dates(said.spans), weekend=False, so="不必补休")
            case Kind.EXTENDED:
                self._extend(said)
            case Kind.WORK:
                self._working.update(self._dates(said.spans))
            case Kind.JOINED:
                self._join(said)
            case Kind.TOTAL:
                self._total(said)
            case Kind.ENCOURAGED if DAY in self._code.words[said.first : said.last]:
                self._remarks.append(self._letters.quote(*self._span(said)))
            case Kind.UNREADABLE:
                self._wrong(said, "读不出", _READABLE)

    def _rest(self, said: Said) -> None:
        days = self._dates(said.spans)
        for day in days:
            if self._of_which and day not in self._resting:
                self._wrong(said, f"{day} 不在前面放假的日子里")
        self._resting.update(days)
        self._latest = days

    def _extend(self, said: Said) -> None:
        until = self._dates(said.spans)
        ends = [
            rest.last
            for notice in (self._earlier.notices if self._earlier else ())
            for rest in notice.rests
            if said.holiday is not None and said.holiday in rest.holiday
        ]
        if not until:
            return
        if said.of_year not in (until[0].year, None):
            self._wrong(said, f"延长的是{said.of_year}年的假期，却放到 {until[0]}")
        if not ends:
            self._wrong(said, "不知道原来放到哪一天", "先导入全年的通知，再导入延长的通知")
        elif until[0] <= max(ends):
            self._wrong(said, f"原来就放到 {max(ends)}", "之后的日子")
        else:
            count = (until[0] - max(ends)).days
            self._latest = tuple(max(ends) + _ONE_DAY * number for number in range(1, count + 1))
            self._resting.update(self._latest)

    def _join(self, said: Said) -> None:
        self._stretches = True
        if not self._latest:
            self._wrong(said, "前面没有放假的日子", _READABLE)
            return
        beside = (self._latest[0] - _ONE_DAY, self._latest[-1] + _ONE_DAY)
        if any(map(_on_weekend, self._latest)) or not any(map(_on_weekend, beside)):
            days = "、".join(f"{day}（{weekday(day)}）" for day in self._latest)
            self._wrong(said, f"{days}不与周末相连")

    def _total(self, said: Said) -> None:
        if not self._latest:
            if not self.problems:
                self._wrong(said, "前面没有放假的日子", _READABLE)
            return
        possible = {len(self._latest), len(self._resting)}
        if self._stretches:
            possible.add(_stretch(self._resting))
        if said.number not in possible:
            self._wrong(said, f"前面放假的日子是{len(self._latest)}天，写的是{said.number}天")

    def _hold(self, said: Said) -> None:
        """Hold a statement that arranges nothing itself against the days of the clause."""
        days = self._dates(said.spans, again=True)
        match said.kind:
            case Kind.STATUTORY:
                for day in days:
                    if day not in self._resting:
                        self._wrong(said, f"{day} 没有放假")
            case Kind.WEEKEND:
                self._expect(said, days, weekend=True, so="不是公休日")
                for day in self._working.intersection(days):
                    self._wrong(said, f"{day} 又公休又上班")
            case Kind.MOVED:
                self._move(said, days)
            case Kind.RESUMED:
                self._resume(said, days)
            case Kind.NO_REST:
                for day in self._resting.intersection(days):
                    self._wrong(said, f"{day} 又放假又不放假")
            case Kind.NOT_SHIFTED if self._working:
                self._wrong(said, f"却有上班的日子 {'、'.join(map(str, sorted(self._working)))}")

    def _move(self, said: Said, moved: Sequence[date]) -> None:
        """A day off that is moved away works, unless it is itself a day of the holiday.

        The notice for 2008 leaves 上班 out under 国庆节.
        """
        self._expect(said, moved, weekend=True, so="不是公休日")
        gained = self._dates(said.to, again=True)
        festival_moved = "节" in self._code.words[said.first : said.last]
        if moved and gained and len(moved) != len(gained) and not festival_moved:
            self._wrong(said, f"{len(moved)}个公休日调成了{len(gained)}天")
        for day in gained:
            if day not in self._resting:
                self._wrong(said, f"{day} 没有放假")
        for day in moved:
            if day not in self._resting and day not in self._working and _on_weekend(day):
                self._working.add(day)
                self._derived.add(day)

    def _resume(self, said: Said, days: Sequence[date]) -> None:
        for day in days:
            before = [rest for rest in self._resting if rest < day]
            gap = (day - max(before)).days - 1 if before else 0
            between = [day - _ONE_DAY * number for number in range(1, gap + 1)]
            if not before or day in self._resting or not all(map(_on_weekend, between)):
                self._wrong(said, "与放假的最后一天不衔接")
            self._expect(said, days, weekend=False, so="不是工作日")

    def _expect(self, said: Said, days: Sequence[date], *, weekend: bool, so: str) -> None:
        for day in days:
            if _on_weekend(day) != weekend:
                self._wrong(said, f"{day} 是{weekday(day)}，{so}")

    def _dates(self, spans: Spans, *, again: bool = False) -> tuple[date, ...]:
        """Every day of the spans; without those whose ends cannot be read, which is said once."""
        found: list[date] = []
        for first, last in spans:
            ends = self._code.days[first], self._code.days[last]
            start, end = ends[0].day, ends[1].day
            if start is None or end is None:
                continue
            if end < start and not again:
                span = ends[0].first, ends[1].last
                self._report(span, "末日早于首日", "首日在前；跨年的写明年份")
            count = (end - start).days + 1
            found += [start + _ONE_DAY * number for number in range(count)]
        return tuple(found)

    def _span(self, said: Said) -> tuple[int, int]:
        """The letters of a statement."""
        words, at = self._code.words, self._code.at
        if words[said.last - 1] == DAY:
            last = self._code.days[words.count(DAY, 0, said.last) - 1].last
        else:
            last = at[said.last - 1] + 1
        return at[said.first], last

    def _wrong(self, said: Said, found: str, accepted: str = AS_PRINTED) -> None:
        self._report(self._span(said), found, accepted)

    def _report(self, span: tuple[int, int], found: str, accepted: str = AS_PRINTED) -> None:
        self.problems.append(wrong(self._letters, self._part, span, found, accepted))


def _on_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


def _runs(days: set[date]) -> Iterator[tuple[date, date]]:
    """Consecutive days as pairs of first and last."""
    for first in sorted(day for day in days if day - _ONE_DAY not in days):
        last = first
        while last + _ONE_DAY in days:
            last += _ONE_DAY
        yield first, last


def _stretch(days: set[date]) -> int:
    """How many days in a row are off: these and the weekends that they touch or lie between."""
    first, last = min(days), max(days)
    while _on_weekend(first - _ONE_DAY):
        first -= _ONE_DAY
    while _on_weekend(last + _ONE_DAY):
        last += _ONE_DAY
    return (last - first).days + 1
