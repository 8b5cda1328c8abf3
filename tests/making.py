"""Small facts for tests: one duty, a few rows, the shipped calendar."""

from datetime import date
from functools import cache

from gongkai_cli.calendar import WorkCalendar, load_calendar
from gongkai_cli.facts import Facts
from gongkai_cli.model.basis import Authority, Basis
from gongkai_cli.model.duty import (
    Catalogue,
    Duty,
    Period,
    PrintedLimit,
    Responsibility,
    Statute,
)
from gongkai_cli.model.ledger import Column, Ledger, Record, Statement
from gongkai_cli.model.limit import ByDate, Limit, Periodic, Reading, Within
from gongkai_cli.model.place import Place
from gongkai_cli.model.settings import Settings
from gongkai_cli.model.unit import Unit
from gongkai_cli.notation.days import Unread, read_day

TWENTY = Within(count=20, unit="workday", trigger="formed-or-changed")
JANUARY = ByDate(by="01-31", every="year")
QUARTERLY = Periodic(every="quarter", at="within 10 workdays after quarter end")
HERE = Place("台账.xlsx", sheet="信息台账", cell="A2")


def day(text: str) -> date:
    """A date from its text."""
    found = read_day(text)
    if isinstance(found, Unread):
        raise ValueError(found.found)
    return found


def some_day(text: str | None) -> date | None:
    """A date, or none."""
    return day(text) if text else None


@cache
def calendar(known_on: str | None = None) -> WorkCalendar:
    """The shipped calendar, as far as it was known on a day."""
    return load_calendar(known_on=some_day(known_on))


def printed(
    *limits: Limit,
    wording: str = "20个工作日内",
    authority: Authority = Authority.OWN,
    assumed: str | None = None,
) -> PrintedLimit:
    """A limit with its words."""
    basis = Basis("目录第1行" if authority is Authority.OWN else "某法第一条", authority)
    return PrintedLimit(wording, Reading(tuple(limits)), basis, assumed)


def duty(
    *limits: Limit,
    id: str = "D1",
    kind: str = "publish",
    freshness: Within | None = None,
    subject_of: str | None = None,
    assumed: str | None = None,
    category: str = "类别",
    name: str = "事项",
) -> Duty:
    """A duty with its own limits."""
    return Duty(
        id=id,
        category=(category,),
        name=name,
        kind="internal" if kind == "internal" else "publish",
        units=(Responsibility("甲科", "lead"),),
        limits=(printed(*limits, assumed=assumed),) if limits else (),
        freshness=printed(freshness, wording="更新周期") if freshness else None,
        subject_of=subject_of,
    )


def law(
    limit: Limit,
    *,
    id: str = "REG-26",
    words: tuple[str, ...] = (),
    titles: tuple[str, ...] = (),
    replaces: str | None = None,
    since: str = "2019-05-15",
    authority: Authority = Authority.LAW,
) -> Statute:
    """A statute in force since a day."""
    return Statute(
        id=id,
        name=id,
        article="第一条",
        words="原文",
        limit=printed(limit, wording=f"{id}的时限", authority=authority),
        in_force=Period(day(since)),
        confidence="V",
        duties_with=words,
        titles_with=titles,
        replaces=replaces,
    )


def record(
    formed: str | None = "2024-06-27",
    published: str | None = None,
    *,
    changed: str | None = None,
    number: str = "R1",
    duty: str | None = "D1",
    title: str = "示例",
    openness: str | None = None,
    interprets: str | None = None,
    interpretation: bool | None = None,
    unreadable: bool = False,
) -> Record:
    """A row of the ledger."""
    return Record(
        number=number,
        duty=duty,
        duty_text=duty or "没有的事项",
        title=title,
        formed=some_day(formed),
        changed=some_day(changed),
        published=some_day(published),
        openness=openness,
        interprets=interprets,
        interpretation=interpretation,
        unreadable=unreadable,
        place=HERE,
    )


def column(
    *,
    exists: bool | None = True,
    items: int | None = 3,
    updated: str | None = "2024-06-20",
    checked: str | None = "2024-07-01",
    duty: str = "D1",
    name: str = "栏目",
) -> Column:
    """A look at a column."""
    return Column(
        duty=duty,
        name=name,
        exists=exists,
        items=items,
        updated=some_day(updated),
        checked=some_day(checked),
        place=Place("台账.xlsx", sheet="栏目", cell="A2"),
    )


def statement(first: str, last: str, *, duty: str = "D1", expires: str | None = None) -> Statement:
    """A 说明 for a period."""
    return Statement(
        duty=duty,
        first=day(first),
        last=day(last),
        text="本期没有此类信息",
        expires=some_day(expires),
        place=Place("台账.xlsx", sheet="说明", cell="A2"),
    )


def facts(
    *duties: Duty,
    records: tuple[Record, ...] = (),
    columns: tuple[Column, ...] = (),
    statements: tuple[Statement, ...] = (),
    statutes: tuple[Statute, ...] = (),
    covers_from: str | None = "2024-01-01",
    settings: Settings | None = None,
    known_on: str | None = None,
) -> Facts:
    """Facts around a few duties."""
    return Facts(
        catalogue=Catalogue(
            title="示例目录",
            body="示例局",
            source="示例",
            units=(Unit("甲科"),),
            duties=duties,
        ),
        statutes=statutes,
        ledger=Ledger(
            records=records,
            columns=columns,
            statements=statements,
            covers_from=some_day(covers_from),
        ),
        calendar=calendar(known_on),
        settings=settings or Settings(),
    )
