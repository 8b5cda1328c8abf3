"""Runs that die at one step after another (arguments: a port, a folder, which steps).

A step is a line of the rooms that keep and send mail, as the interpreter executes it; all of them
are found by running once and counting. For each step there is a workspace of its own, in which a
run is killed at that step (``os._exit``, as by SIGKILL: nothing is cleaned up), then a whole one
follows, then another. Writes a JSON object a line for each workspace (``die_at``). Which steps:
``all``, of each ``line`` the first and the last, or ``some``.

Everything is loaded before the first fork, so that a run costs next to nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import FrameType
from typing import Any

from gongkai_cli.model.place import Place
from gongkai_cli.model.reminding import MailServer
from gongkai_cli.reminders import delivery, run_lock, store_file
from gongkai_cli.reminders.delivery import Mail
from gongkai_cli.reminders.folder import Folder
from gongkai_cli.reminders.outbox import Outbox
from gongkai_cli.reminders.smtp import Smtp
from gongkai_cli.reminders.smtp_connection import Timeouts
from gongkai_cli.reminders.store_file import LOCK, MAIL, open_store
from gongkai_cli.reminders.transport import Transport, Unreachable

from .mailing import DEFERRED, LOST, MONDAY, TAKEN, Scripted, addresses_of, mail, patience

_ROOMS = {
    f"{Path(delivery.__file__).parent / name}.py"
    for name in (
        "outbox",
        "delivery",
        "smtp",
        "smtp_connection",
        "memory",
        "store_file",
        "folder",
        "run_lock",
    )
}
_DIED = 9
BEGUN_BEFORE = "丁科"
"""The unit whose mail was begun in a run before the one that dies."""


def mails_of(key: str) -> list[Mail]:
    """One that is taken, one with a refused address and a copy, one put off at first, the summary.

    ``key`` makes their addresses, and with the sender's domain their Message-IDs, their own.
    """
    return [
        mail("甲科", "1", f"a@{key}"),
        mail("乙科", "1", f"b@{key}", f"no@{key}", copies=[f"l@{key}"]),
        mail("丙科", "1", f"later@{key}"),
        mail("甲科", "1", f"a@{key}", kind="summary"),
    ]


def begun_of(key: str) -> Mail:
    """What a run before had begun: one address perhaps has it, one surely not."""
    return mail(BEGUN_BEFORE, "0", f"d1@{key}", f"d2@{key}", f"d3@{key}")


def transport_of(port: int, folder: Path) -> Transport:
    if port == 0:
        return Folder(folder / "待发")
    server = MailServer(host="127.0.0.1", port=port, security="无", place=Place(""))
    return Smtp(server, None, folder, Timeouts(connect=10, answer=10, end=10))


def prepare(folder: Path, key: str) -> None:
    """The workspace as a run before has left it."""
    folder.mkdir(parents=True)
    outcomes = {f"d1@{key}": LOST, f"d2@{key}": DEFERRED, f"d3@{key}": TAKEN}
    before = Scripted(lambda name, address: outcomes[address])
    with closing(open_store(folder)) as store:
        _run(Outbox(store), before, key, [begun_of(key)], ()).result()


def whole_run(folder: Path, key: str, port: int) -> dict[str, list[list[str | None]]]:
    """What the command does: the lock, the store, and all mails; what became of them."""
    transport = transport_of(port, folder)
    with (
        run_lock.held(store_file.prepare(folder) / LOCK, 60),
        closing(open_store(folder, MAIL)) as store,
        closing(transport),
    ):
        mails = mails_of(key)
        going = _run(Outbox(store), transport, key, mails, (begun_of(key),))
        result = going.result()
    return {
        fate: [[each.address, each.message_id] for each in getattr(result, fate)]
        for fate in result.__struct_fields__
    }


def _run(
    outbox: Outbox, transport: Transport, key: str, mails: list[Mail], begun: tuple[Mail, ...]
) -> delivery.Run:
    run = delivery.Run(
        outbox, transport, day=MONDAY, sender=f"z@{key}", patience=patience(1), now=lambda: "now"
    )
    run.finish_begun(frozenset(), addresses_of([*mails, *begun]))
    run.deliver(mails, whole=True)
    return run


def forked(work: Callable[[], object]) -> tuple[int, Any]:
    """Do it in a process of its own: its exit code, and what it gave (if it came that far)."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        code = 1
        try:
            os.write(write, json.dumps(work()).encode())
            code = 0
        except Unreachable as error:
            print(error, file=sys.stderr)
        finally:
            os._exit(code)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, json.loads(said) if said else None


class Steps:
    """Counts the lines of the rooms, and dies at one of them."""

    def __init__(self, last: int = 0) -> None:
        self.places: list[str] = []
        self._last = last

    def __enter__(self) -> Steps:
        sys.settrace(self._call)
        return self

    def __exit__(self, *error: object) -> None:
        sys.settrace(None)

    def _call(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._line if frame.f_code.co_filename in _ROOMS else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.places.append(f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}")
            if len(self.places) == self._last:
                os._exit(_DIED)
        return self._line


def steps_of(folder: Path, key: str, port: int) -> list[str]:
    def counted() -> list[str]:
        with Steps() as steps:
            whole_run(folder, key, port)
        return steps.places

    prepare(folder, key)
    return list(forked(counted)[1])


def states_in(folder: Path) -> list[list[str]]:
    """Message-ID, address and state of all that is on its way."""
    query = """SELECT message_id, address, state FROM message JOIN recipient ON message = id
        ORDER BY id, address"""
    with closing(open_store(folder)) as store:
        return [list(row) for row in store.rows(query)]


def die_at(step: int, folder: Path, key: str, port: int) -> dict[str, Any]:
    """One workspace: killed at a step, run again, run once more."""

    def dying() -> None:
        with Steps(step):
            whole_run(folder, key, port)

    prepare(folder, key)
    code = forked(dying)[0]
    left = states_in(folder)
    second = forked(lambda: whole_run(folder, key, port))
    third = forked(lambda: whole_run(folder, key, port))
    return {
        "key": key,
        "died": code == _DIED,
        "left": left,
        "codes": [second[0], third[0]],
        "second": second[1],
        "third": third[1],
        "end": states_in(folder),
        "files": sorted(path.name for path in (folder / "待发").glob("*")),
    }


def chosen(places: list[str], which: str) -> list[int]:
    """The steps to die at, from 1."""
    if which == "all":
        return list(range(1, len(places) + 1))
    if which == "some":
        return list(range(1, len(places) + 1, 37))
    first = {place: step for step, place in reversed(list(enumerate(places, 1)))}
    last = {place: step for step, place in enumerate(places, 1)}
    return sorted({*first.values(), *last.values()})


def main(port: int, base: Path, which: str) -> None:
    places = steps_of(base / "whole", "whole.cn", port)
    steps = chosen(places, which)
    print(json.dumps({"steps": len(places), "chosen": len(steps)}), flush=True)
    for step in steps:
        told = die_at(step, base / str(step), f"k{step}.cn", port)
        print(json.dumps({"place": places[step - 1], **told}), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
