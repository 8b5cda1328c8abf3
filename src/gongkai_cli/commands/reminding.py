"""What ``gongkai remind`` does: opens store and transport, sends or shows, writes the calendars."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..assess import assess
from ..model.mailing import Mailing, Planned, Reminded
from ..model.place import Place, Problem, errors
from ..model.reminding import Reminding
from ..notation.files import unavailable
from ..reminders import store_file
from ..reminders.delivery import Mail, Run, week_of
from ..reminders.mails import Addressed, Round
from ..reminders.memory import Memory
from ..reminders.outbox import Outbox
from ..reminders.run_lock import Busy, held
from ..reminders.store_file import MAIL, Store, StoreWrong
from ..reminders.transport import Transport, Unreachable
from ..reports.remind_table import summed_up
from .address_book import address_book
from .console import FINDINGS, WRONG_INPUT, complain, stop, warn
from .progress import counting
from .request import beijing_time, today

if TYPE_CHECKING:
    from ..exchange.unit_book import UnitBooks
    from ..sources.workspace import Workspace

_PATIENCE = 1800.0
"""Seconds to wait for another run: longer than one waits for its server."""
_OURS = b"PRODID:-//gongkai//"


class Reminder:
    """The mails of one day for one workspace; ``units`` are those they are for (none: all).

    ``problems`` are those of all files that it rests on.
    """

    def __init__(
        self, opened: "Workspace", reminding: Reminding, day: date, units: frozenset[str]
    ) -> None:
        assert opened.facts is not None, "open_workspace stops where there are none"
        self._opened = opened
        self._facts = opened.facts
        self._reminding = reminding
        self._day = day
        self._units = units
        self._book, found = address_book(opened, reminding)
        self._assessment = assess(opened.facts, as_of=day, today=today())
        self.problems: tuple[Problem, ...] = (*found, *self._assessment.problems)

    def answer(self, mailing: Mailing | None = None) -> Reminded:
        """What to answer about the day."""
        return Reminded(as_of=self._day, week=week_of(self._day), mailing=mailing or Mailing())

    def planned(self) -> Iterator[Planned]:
        """The mails as they would be sent, one after the other; nothing is changed."""
        with _said(), _reading(self._opened.folder) as store:
            memory = Memory(store) if store is not None else None
            outbox = Outbox(store) if store is not None else None
            round = self._round(memory)
            for each in round.addressed(round.busy()):
                yield self._planned(each, outbox)

    def send(self, instead: Path | None) -> Reminded:
        """Send them, or write them to a folder ``instead``; what became of each.

        Another run is waited for. What cannot go on ends the command with its exit code: so does
        an address book out of which nobody can be reached.
        """
        if not self._book and errors(self.problems):
            complain(self.problems)
            raise typer.Exit(WRONG_INPUT)
        folder = self._opened.folder
        transport, channel = self._transport(instead)
        lock = store_file.prepare(folder) / store_file.LOCK
        try:
            with (
                _said(),
                held(lock, _PATIENCE, lambda: warn("另一次 remind 正在进行，等它结束…")),
                closing(store_file.open_store(folder, channel)) as store,
                closing(transport),
            ):
                return self._send(store, transport)
        except Busy:
            warn(f"另一次 remind 过了 {_PATIENCE / 60:.0f} 分钟还没有结束，这次没有发送")
            raise typer.Exit(FINDINGS) from None

    def _send(self, store: Store, transport: Transport) -> Reminded:
        memory = Memory(store)
        run = Run(
            Outbox(store),
            transport,
            day=self._day,
            sender=_address(self._reminding.sender),
            now=beijing_time,
            tell=warn,
        )
        number = memory.start_run(self._day, run.now())
        run.finish_begun(self._units, frozenset(a for some in self._book.values() for a in some))
        round = self._round(memory)
        with counting("正在发送提醒") as tell:
            busy = round.busy()
            mails = round.mails(busy, self._day, lambda unit: self._books.book(unit))
            run.deliver(_counted(mails, len(busy), tell), whole=not self._units)
        if store.channel == MAIL:
            self._write_calendars(memory)
        answer = self.answer(run.result())
        memory.end_run(number, summed_up(answer), run.now())
        return answer

    def _round(self, memory: Memory | None) -> Round:
        return Round(
            assessment=self._assessment,
            calendar=self._facts.calendar,
            reminding=self._reminding,
            book=self._book,
            told=memory.told() if memory is not None else {},
            last_mails=memory.last_mails() if memory is not None else {},
            units=self._units,
        )

    def _planned(self, each: Addressed, outbox: Outbox | None) -> Planned:
        last = outbox.last(each.unit, each.kind) if outbox is not None else None
        return Planned(
            unit=each.unit,
            kind=each.kind,
            addresses=each.addresses,
            copies=each.copies,
            unreached=each.unreached,
            subject=each.subject(self._day),
            text=each.text(self._day),
            unchanged=last is not None
            and last.week == week_of(self._day)
            and last.content == each.message.content,
        )

    @cached_property
    def _books(self) -> "UnitBooks":
        from ..exchange.unit_book import UnitBooks
        from ..sources.ledger.written import read_written
        from ..sources.workspace import ledger_paths

        config, folder = self._opened.config, self._opened.folder
        assert config is not None, "without a configuration there are no facts"
        written = read_written(list(ledger_paths(config, folder, [])), folder)
        return UnitBooks(self._facts, self._assessment, written, self._day)

    def _transport(self, instead: Path | None) -> tuple[Transport, str]:
        """How the mail goes out, and the channel on which it is kept."""
        folder, reminding = self._opened.folder, self._reminding
        if instead is not None or reminding.transport == "eml":
            from ..reminders.folder import Folder

            if instead is None:
                return Folder(folder / reminding.folder), MAIL
            return Folder(instead), str(instead.resolve())
        from ..reminders.password import read_password
        from ..reminders.smtp import Smtp

        server = reminding.server
        assert server is not None, "smtp is not read without a server"
        try:
            password = read_password(server.password, folder) if server.password else None
        except Unreachable as error:
            found, _, way_out = error.reason.partition("；")
            usual = "{环境变量: 变量名} 或 {文件: 文件名}，口令写在其中"
            stop(Problem(server.place, found, way_out or usual))
        return Smtp(server, password, folder), MAIL

    def _write_calendars(self, memory: Memory) -> None:
        """The lists to subscribe to; one that somebody else wrote is kept aside first."""
        from ..reminders.calendar_entries import whole_lists
        from ..reminders.folder import put_in_place
        from .filing import put

        folder = self._opened.folder / self._reminding.calendars
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for paper in whole_lists(
                self._assessment, memory.told(), self._reminding.sender, self._day
            ):
                path = folder / paper.name
                before = path.read_bytes() if path.exists() else b""
                if before and _OURS not in before:
                    put(path, paper.data, today())
                elif before != paper.data:
                    put_in_place(path, paper.data, durable=False)
        except OSError as error:
            name = f"{self._reminding.calendars}/{Path(str(error.filename or '')).name}"
            self.problems += (unavailable(error, Place(name)),)


def _address(sender: str) -> str:
    from ..notation.mail_addresses import Mailbox, read_mailbox

    box = read_mailbox(sender)
    assert isinstance(box, Mailbox), "the configuration was read"
    return box.address


def _counted(mails: Iterable[Mail], of: int, tell: Callable[[int, int], None]) -> Iterator[Mail]:
    for done, mail in enumerate(mails):
        tell(min(done, of), of)
        yield mail


@contextmanager
def _reading(folder: Path) -> Iterator[Store | None]:
    store = store_file.open_to_read(folder)
    try:
        yield store
    finally:
        if store is not None:
            store.close()


@contextmanager
def _said() -> Iterator[None]:
    """A store that cannot be used ends the command with exit code 2."""
    try:
        yield
    except StoreWrong as wrong:
        stop(wrong.problem)
