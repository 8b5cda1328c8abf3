"""A small body for the weekly mail: facts as a ledger has them, and what its units were told."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.facts import Facts
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.duty import Duty, Responsibility
from gongkai_cli.model.ledger import Column, Record
from gongkai_cli.model.place import Place
from gongkai_cli.model.reminding import LADDER, LastMail, Reminding, Rung, Told
from gongkai_cli.model.unit import Unit
from gongkai_cli.reminders.digest import Digest, digests
from gongkai_cli.reminders.summary import Summary, summary
from tests.making import TWENTY, calendar, column, day, duty, facts, record

SENDER = "政务公开 <zwgk@example.gov.cn>"
Role = Literal["lead", "joint", "support"]
UNITS = ("甲科", "乙科", "丙科")


def reminding(
    *, within: int = 20, ladder: tuple[Rung, ...] = LADDER, office: str | None = "甲科"
) -> Reminding:
    """A configuration that says what a digest needs."""
    return Reminding(
        transport="eml",
        sender=SENDER,
        within=within,
        ladder=ladder,
        office=office,
        place=Place("gongkai.yaml", line=5, column=3),
    )


def shared(id: str, *units: tuple[str, Role], name: str = "事项") -> Duty:
    """A duty of several units: pairs of a unit and its role."""
    return structs.replace(
        duty(TWENTY, id=id, name=name),
        units=tuple(Responsibility(unit, role) for unit, role in units),
    )


def body(
    *duties: Duty,
    records: Iterable[Record] = (),
    columns: Iterable[Column] = (),
    known_on: str | None = None,
) -> Facts:
    """Facts of a body with three units; without duties it has one, of 甲科."""
    made = facts(
        *(duties or (duty(TWENTY),)),
        records=tuple(records),
        columns=tuple(columns),
        known_on=known_on,
    )
    catalogue = structs.replace(made.catalogue, units=tuple(map(Unit, UNITS)))
    return structs.replace(made, catalogue=catalogue)


def seen(made: Facts) -> Facts:
    """The same with every column looked at and full, so that nothing is to be said of columns."""
    columns = tuple(column(duty=each.id, name=each.name) for each in made.catalogue.duties)
    return structs.replace(made, ledger=structs.replace(made.ledger, columns=columns))


def judged(made: Facts, on: str) -> Assessment:
    """The facts as they stand on a day."""
    return assess(made, as_of=day(on))


def told(
    made: Facts,
    on: str,
    before: Mapping[str, tuple[Told, ...]] | None = None,
    mails: Iterable[LastMail] = (),
    asked: Reminding | None = None,
) -> dict[str, Digest]:
    """The digests of a day, by unit."""
    last = {each.unit: each for each in mails}
    found = digests(judged(made, on), before or {}, last, asked or reminding(), made.calendar)
    return {each.unit: each for each in found}


def after(found: Mapping[str, Digest]) -> dict[str, tuple[Told, ...]]:
    """What units have been told once these digests are sent."""
    return {unit: each.told for unit, each in found.items()}


def summed(
    made: Facts, on: str, mails: Iterable[LastMail] = (), asked: Reminding | None = None
) -> Summary:
    """The summary of a day on which nobody was told anything before."""
    last = {each.unit: each for each in mails}
    return summary(judged(made, on), {}, last, asked or reminding(), made.calendar)


def mail(
    unit: str, sent: str, receipt: str | None = None, unanswered: str | None = None
) -> LastMail:
    """The last mail of a unit."""
    return LastMail(
        unit=unit,
        sent=day(sent),
        receipt=day(receipt) if receipt else None,
        unanswered=day(unanswered) if unanswered else None,
    )


def nth_workday(after_day: str, n: int) -> date:
    """A day by counting, for expectations."""
    return calendar().add(day(after_day), n)


def open_record(number: str, formed: str | None, title: str = "") -> Record:
    """Something formed and not published."""
    return record(formed, number=number, title=title or f"标题{number}")
