"""What a unit was told, held against what is so now: new, changed, the same, withdrawn."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, structs

from ..model.reminding import Rung, Told
from .matters import Matter, Part

News = Literal["new", "changed", "same"]
Change = Literal["new", "moved", "withdrawn"]
"""What happened to an entry in calendars."""

SILENCE = "签收"
"""The key of what a unit was told of its silence; every other key has a stroke in it."""


class Item(Struct, frozen=True, kw_only=True):
    """A matter in a digest: where it stands in the mail, what is new of it, which rungs it reached.

    ``before`` is what the unit was told of it last. ``entry`` is what happens to its calendar entry
    in this mail, ``None`` where nothing does or it has none; ``sequence`` is that entry's number.
    """

    matter: Matter
    part: Part
    news: News
    reached: tuple[Rung, ...] = ()
    before: Told | None = None
    entry: Change | None = None
    sequence: int = 0

    @property
    def rung(self) -> str:
        """The highest rung that it has reached, or nothing."""
        return self.reached[-1].name if self.reached else ""


class Withdrawn(Struct, frozen=True, kw_only=True):
    """Something that was told and is no more: done, no longer owed, or gone from the ledger.

    ``due`` is the day of its entry in calendars, ``None`` where it has none.
    """

    key: str
    title: str
    why: str
    due: date | None = None
    sequence: int = 0


def mark(matter: Matter, rung: str) -> str:
    """What a mail says of a matter in short: another mark is a change.

    Due day, interval, rung and state, with strokes between them. The number of days left or gone
    by is not in it, nor are titles and the words of findings: they change without anything having
    happened.

    >>> mark(Matter(key="k", kind="超期", duty="A1", duty_title="", title="",
    ...             subject="", about="信息",
    ...             units=(), due=date(2024, 7, 25)), "督办")
    '2024-07-25//督办/超期'
    """
    state = matter.why if matter.kind == "未能定日期" else matter.state or matter.kind
    return "/".join((str(matter.due or ""), matter.span and "暂算", rung, state))


def due_of(told: Told | None) -> str:
    """The day that the last mail gave for a matter, or nothing."""
    return _parts(told)[0]


def rung_of(told: Told | None) -> str:
    """The rung that the last mail named for a matter, or nothing."""
    return _parts(told)[2]


def state_of(told: Told | None) -> str:
    """The state that the last mail gave a matter, or nothing."""
    return _parts(told)[3]


def is_tentative(told: Told | None) -> bool:
    """Whether the last mail gave its date as 暂算."""
    return bool(_parts(told)[1])


def _parts(told: Told | None) -> list[str]:
    parts = told.mark.split("/", 3) if told is not None else []
    return parts if len(parts) == 4 else ["", "", "", ""]


def item(
    matter: Matter, reached: tuple[Rung, ...], before: Told | None, part: Part, as_of: date
) -> Item:
    """A matter against what was told of it (``None``: nothing yet).

    It has an entry in calendars where its day has not passed when it is first told, and keeps it
    then. The entry's number goes up by one with each change of it. What was told without a mark
    may not have arrived: it is said again, and its entry is given again.
    """
    known = before if before is not None and not before.withdrawn else None
    rung = reached[-1].name if reached else ""
    news: News = "new"
    if known is not None:
        news = "same" if known.mark == mark(matter, rung) else "changed"
    entry = _entry(matter, known, as_of)
    is_change = before is not None and (entry is not None or before.withdrawn)
    sequence = (before.sequence if before is not None else 0) + is_change
    return Item(
        matter=matter,
        part=part,
        news=news,
        reached=reached,
        before=known,
        entry=entry,
        sequence=sequence,
    )


def _entry(matter: Matter, known: Told | None, as_of: date) -> Change | None:
    had = known.due if known is not None else None
    if matter.due is None:
        return "withdrawn" if had is not None else None
    if had is None:
        return "new" if matter.due >= as_of else None
    is_sure = known is not None and bool(known.mark)
    same = had == matter.due and is_tentative(known) == bool(matter.span)
    return None if same and is_sure else "moved"


def told_now(item: Item) -> Told:
    """What has been told of an item once its mail is sent."""
    has_entry = item.entry in ("new", "moved") or (
        item.entry is None and item.before is not None and item.before.due is not None
    )
    return Told(
        key=item.matter.key,
        mark=mark(item.matter, item.rung),
        due=item.matter.due if has_entry else None,
        sequence=item.sequence,
        title=item.matter.name,
    )


def withdrawn(told: Told) -> Told:
    """What has been told once a mail has said that a thing is no more."""
    return structs.replace(told, sequence=told.sequence + 1, withdrawn=True)


def silent_now(rung: str, since: date, before: Told | None) -> Told:
    """What has been told of a unit's silence; one silence is told once for each rung."""
    mark = f"{rung}/{since}"
    number = before.sequence + (before.mark != mark) if before is not None else 0
    return Told(key=SILENCE, mark=mark, sequence=number, title="没有签收")


def content_of(unit: str, told: Iterable[Told]) -> str:
    """The content of a digest: SHA-256 over the unit and all that it will have been told, in hex.

    Each thing counts with key, mark, day of its calendar entry, number of that entry and whether it
    is withdrawn, in the order of the keys. So two mails have one content if nothing was new,
    changed or withdrawn between them, whatever the day or the week; and never again once something
    was withdrawn and came back, because its number is higher then.
    """
    lines = [unit]
    for each in sorted(told, key=lambda each: each.key):
        due = str(each.due or "")
        lines.append("\t".join((each.key, each.mark, due, str(each.sequence), str(each.withdrawn))))
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def by_key(told: Iterable[Told]) -> Mapping[str, Told]:
    """What was told, by the key of the thing."""
    return {each.key: each for each in told}
