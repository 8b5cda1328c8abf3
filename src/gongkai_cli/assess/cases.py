"""Records and periods meet their duties: the cases that the checks look at."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from msgspec import structs

from ..editions import as_then, in_force
from ..facts import Facts
from ..limits import NoDeadline, Occasion, occasions
from ..model.case import Case, Running
from ..model.deadline import Clock
from ..model.duty import Duty, Period
from ..model.ledger import Record
from ..model.limit import ByDate, Periodic, Within
from .clocks import BasisChoice, clocks_of, law_changes
from .running import Starter, not_in_the_ledger, start_day
from .scope import clocks_in_scope

_AHEAD = timedelta(days=400)
_NOT_OWED = ("依申请公开", "不予公开")
_Called = tuple[Clock, Occasion]


class Docket:
    """The cases of one day of check, made from the facts.

    What was formed after ``as_of`` is not there yet, and what was published after it is still open,
    so that a past day is judged as it stood.
    """

    def __init__(self, facts: Facts, as_of: date, basis: BasisChoice) -> None:
        self._facts = facts
        self._as_of = as_of
        self._basis = basis
        self._starter = Starter(facts.calendar, facts.settings, as_of)
        self._clocks: dict[tuple[str, int], tuple[Clock, ...]] = {}
        self._by_day: dict[tuple[str, int], tuple[Clock, ...]] = {}
        self._spans = [each.in_force for each in facts.editions] or [Period()]
        starts = [each.first for each in self._spans if each.first is not None]
        self._changes = sorted({*law_changes(facts.statutes), *starts})
        self._records: defaultdict[str, list[Record]] = defaultdict(list)
        self._named: dict[str, Record] = {}
        self._interpreting: defaultdict[str, list[Record]] = defaultdict(list)
        for record in facts.ledger.records:
            known = self._as_known(record)
            if known is not None and known.duty is not None:
                self._records[known.duty].append(known)
                for name in (known.number, known.document_number):
                    if name:
                        self._named.setdefault(name, known)
                if known.interprets:
                    self._interpreting[known.interprets].append(known)

    def cases(self) -> Iterator[Case]:
        """Every case, in the order of the catalogue."""
        for duty in self._facts.catalogue.duties:
            if duty.subject_of is None:
                yield from self._cases_of(duty)
            else:
                yield from self._following(duty, duty.subject_of)

    def clocks(self, duty: Duty, day: date) -> tuple[Clock, ...]:
        """The clocks of a duty for something that happens on ``day``, by the catalogue of then."""
        key = (duty.id, bisect_right(self._changes, day))
        if key not in self._clocks:
            then = self._as_then(duty, day)
            self._clocks[key] = clocks_of(then, self._facts.statutes, day, self._basis)
        return self._clocks[key]

    def _as_then(self, duty: Duty, day: date) -> Duty:
        editions = self._facts.editions
        if not editions or in_force(editions, day) is in_force(editions, self._as_of):
            return duty
        return as_then(duty, in_force(editions, day).catalogue)

    def _timed(self, duty: Duty, day: date) -> tuple[Clock, ...]:
        """Those of its clocks that a day starts, and not the year."""
        key = (duty.id, bisect_right(self._changes, day))
        if key not in self._by_day:
            clocks = self.clocks(duty, day)
            self._by_day[key] = tuple(each for each in clocks if isinstance(each.limit, Within))
        return self._by_day[key]

    def _as_known(self, record: Record) -> Record | None:
        """The record as it stood on the day of the check; ``None`` if it was not there yet."""
        as_of = self._as_of
        if record.formed is not None and record.formed > as_of:
            return None
        changed = record.changed if record.changed and record.changed <= as_of else None
        published = record.published if record.published and record.published <= as_of else None
        if published and changed and published < changed:
            published = None
        if (changed, published) == (record.changed, record.published):
            return record
        return structs.replace(record, changed=changed, published=published)

    def _cases_of(self, duty: Duty) -> Iterator[Case]:
        called = list(self._called(duty))
        answered: defaultdict[int, list[_Called]] = defaultdict(list)
        records = self._records[duty.id]
        missing = []
        for clock, occasion in called:
            record = _answer(records, clock, occasion)
            if record is None:
                missing.append((clock, occasion))
            else:
                answered[id(record)].append((clock, occasion))
        for record in records:
            yield self._record_case(duty, record, answered[id(record)])
        for clock, occasion in missing:
            yield self._period_case(duty, clock, occasion)
        yield from self._uncounted(duty)

    def _called(self, duty: Duty) -> Iterator[_Called]:
        """What the year calls for, up to a good year ahead.

        It begins with the year in which the ledger does, so that what lies before the ledger can be
        named as 不在台账期内, or with the first record.
        """
        days = [day for each in self._records[duty.id] if (day := each.formed or each.published)]
        covers_from = self._facts.ledger.covers_from or self._as_of
        start = min([date(covers_from.year, 1, 1), *days])
        for span in self._spans:
            for clock, limit in self._of_the_year(duty, span):
                with suppress(NoDeadline):
                    for each in occasions(limit, start, self._as_of + _AHEAD):
                        if span.holds(each.trigger):
                            yield clock, each

    def _uncounted(self, duty: Duty) -> Iterator[Case]:
        """A case for each limit of the year for which no date can be given, with the reason."""
        now = next(span for span in self._spans if span.holds(self._as_of))
        for clock, limit in self._of_the_year(duty, now):
            try:
                next(occasions(limit, self._as_of, self._as_of + _AHEAD), None)
            except NoDeadline as reason:
                running = Running(clock=clock, obstacle=str(reason))
                yield Case(duty=duty, occasion=clock.wording, clocks=(running,))

    def _of_the_year(self, duty: Duty, span: Period) -> Iterator[tuple[Clock, ByDate | Periodic]]:
        """The clocks that the year starts while the catalogue of ``span`` is in force.

        Those of every day or week are asked of the column.
        """
        if duty.only_in is not None:
            return
        day = self._as_of if span.holds(self._as_of) else span.last or span.first or self._as_of
        for clock in self.clocks(duty, day):
            limit = clock.limit
            short = isinstance(limit, Periodic) and limit.every in ("day", "week")
            if isinstance(limit, ByDate | Periodic) and not short and clock.replaced_by is None:
                yield clock, limit

    def _record_case(self, duty: Duty, record: Record, called: list[_Called]) -> Case:
        exempt = record.openness if record.openness in _NOT_OWED else None
        day = record.changed or record.formed or self._as_of
        subject = self._named.get(record.interprets or "")
        timed = clocks_in_scope(self._timed(duty, day), record)
        clocks = list(self._started(timed, record, subject))
        clocks += [self._starter.occasion(clock, each, record.published) for clock, each in called]
        return Case(
            duty=duty,
            record=record,
            occasion="、".join(each.label for _, each in called) or None,
            clocks=() if exempt else tuple(clocks),
            done=record.published,
            exempt=exempt and f"公开属性为“{exempt}”",
        )

    def _started(
        self, clocks: Iterable[Clock], record: Record, subject: Record | None
    ) -> Iterator[Running]:
        for clock in clocks:
            start = not_in_the_ledger(clock) or start_day(clock, record, subject)
            if record.unreadable:
                start = "台账该行有不能读取的单元格"
            if isinstance(start, str):
                yield Running(clock=clock, obstacle=start)
            elif start is not None:
                yield self._starter.within(clock, start, record.published)

    def _period_case(self, duty: Duty, clock: Clock, occasion: Occasion) -> Case:
        covers_from = self._facts.ledger.covers_from
        return Case(
            duty=duty,
            occasion=occasion.label,
            clocks=(self._starter.occasion(clock, occasion, None),),
            exempt=self._explained(duty, occasion),
            uncovered=covers_from is None or occasion.opens < covers_from,
        )

    def _explained(self, duty: Duty, occasion: Occasion) -> str | None:
        for each in self._facts.ledger.statements:
            if each.duty == duty.id and each.first and each.last and not each.unreadable:
                said = Period(each.first, each.last)
                if all(
                    day and said.holds(day) for day in (occasion.about.first, occasion.about.last)
                ):
                    return f"已说明：{each.text}"
        return None

    def _following(self, duty: Duty, subject_of: str) -> Iterator[Case]:
        """One case for each published document that calls for a following piece."""
        seen: set[int] = set()
        for subject in self._records[subject_of]:
            if subject.published is None or subject.openness in _NOT_OWED:
                continue
            follower = self._follower(duty, subject)
            if follower is None and subject.interpretation is False:
                continue
            if follower is not None:
                seen.add(id(follower))
            yield self._following_case(duty, subject, follower)
        for record in self._records[duty.id]:
            if id(record) not in seen:
                yield self._record_case(duty, record, [])

    def _follower(self, duty: Duty, subject: Record) -> Record | None:
        """What follows a document: a row of this duty or, if it publishes, of one that does."""
        names = [name for name in (subject.number, subject.document_number) if name]
        found = [record for name in names for record in self._interpreting[name]]
        return next((each for each in found if self._stands_for(each.duty, duty)), None)

    def _stands_for(self, id: str | None, duty: Duty) -> bool:
        other = self._facts.catalogue.duty(id or "")
        return id == duty.id or (other is not None and other.kind == duty.kind == "publish")

    def _following_case(self, duty: Duty, subject: Record, follower: Record | None) -> Case:
        """A document and what follows it; a row of another duty answers for the rest there."""
        unsaid = follower is None and subject.interpretation is None
        own = follower is not None and follower.duty == duty.id
        timed = [
            clock
            for clock in self._timed(duty, subject.published or self._as_of)
            if own or clock.limit.trigger == "published"
        ]
        record = follower or structs.replace(subject, published=None)
        return Case(
            duty=duty,
            record=follower or subject,
            occasion=f"《{subject.title}》的解读",
            clocks=() if unsaid else tuple(self._started(timed, record, subject)),
            done=follower.published if follower else None,
            doubt="台账没有写明这份文件是否需要解读" if unsaid else None,
        )


def _answer(records: list[Record], clock: Clock, occasion: Occasion) -> Record | None:
    """The record that answers an occasion: in its window, in scope, the one published first."""
    fitting = [
        record
        for record in records
        if (day := record.formed or record.published)
        and occasion.window.holds(day)
        and clocks_in_scope((clock,), record)
    ]
    return min(fitting, key=lambda each: each.published or date.max, default=None)
