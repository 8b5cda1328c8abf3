"""Due days as entries for calendars (.ics): what changed since the last mail, and whole lists.

A calendar doubles what it is given twice under two names, so an entry keeps its UID, and a file
that goes with a mail holds only what changed. What is withdrawn stands in a file of its own: a file
has one METHOD, and programs that find PUBLISH import a cancelled entry as one more entry.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date

from ..model.assessment import Assessment
from ..model.reminding import Told
from ..model.unit import every_unit
from ..notation.mail_addresses import Mailbox, NoMailbox, read_mailbox
from ..reports.columns import one_line
from ..reports.documents import Paper
from .digest import Digest
from .file_names import file_name
from .ics import Entry, calendar_file
from .matters import Board, Matter, board

_EVERYBODY = "全部单位"


def changes(digest: Digest, sender: str, day: date) -> tuple[Paper, ...]:
    """The calendar files of one mail: what is new or moved, and what is withdrawn.

    Goes in: the digest, the sender of the mail, the day that the entries bear. Comes out: at most
    two files, none where nothing of the kind happened. An entry whose day has come has no alarm.
    """
    news = [
        _entry(each.matter, digest.unit, each.sequence, digest.as_of)
        for each in digest.all_items
        if each.entry in ("new", "moved") and each.matter.due is not None
    ]
    gone = [
        Entry(
            uid=uid(each.key, digest.unit),
            sequence=each.sequence,
            day=each.due,
            summary=one_line(f"撤销：{each.title}"),
            description=each.why,
        )
        for each in digest.withdrawn
        if each.due is not None
    ]
    gone += [
        Entry(
            uid=uid(each.matter.key, digest.unit),
            sequence=each.sequence,
            day=each.before.due,
            summary=one_line(f"撤销：{each.matter.name}"),
            description=each.matter.why,
        )
        for each in digest.all_items
        if each.entry == "withdrawn" and each.before is not None and each.before.due is not None
    ]
    organizer = _organizer(sender)
    papers = []
    if news:
        data = calendar_file("PUBLISH", news, stamp=day, organizer=organizer)
        papers.append(Paper(name=file_name(f"{digest.unit}到期日", ".ics"), data=data))
    if gone:
        data = calendar_file("CANCEL", gone, stamp=day, organizer=organizer)
        papers.append(Paper(name=file_name(f"{digest.unit}撤销的到期日", ".ics"), data=data))
    return tuple(papers)


def whole_lists(
    assessment: Assessment, told_by_unit: Mapping[str, tuple[Told, ...]], sender: str, day: date
) -> Iterator[Paper]:
    """The lists to subscribe to: one for each unit of the catalogue, and one of all of them.

    They hold every open due day, however far ahead; a unit without any has an empty list, so that
    what was there before is gone. An entry has the UID and the number that it has in the mails
    (``told_by_unit``); in the list of all it is its own.
    """
    things = board(assessment)
    organizer = _organizer(sender)
    names = dict.fromkeys(each.name for each in every_unit(assessment.catalogue.units))
    names.update(dict.fromkeys(sorted(set(things.by_unit) - {""})))
    taken: set[str] = set()
    for unit in names:
        numbers = {each.key: each.sequence for each in told_by_unit.get(unit, ())}
        entries = (
            _entry(each, unit, numbers.get(each.key, 0), assessment.as_of)
            for each in things.matters(unit)
            if each.due is not None
        )
        data = calendar_file(
            "PUBLISH", entries, stamp=day, organizer=organizer, name=f"{unit}政务公开到期日"
        )
        yield Paper(name=_free(file_name(unit, ".ics"), taken), data=data)
    data = calendar_file(
        "PUBLISH",
        _of_all(things, assessment.as_of),
        stamp=day,
        organizer=organizer,
        name=f"{assessment.catalogue.body}政务公开到期日",
    )
    yield Paper(name=_free(file_name(_EVERYBODY, ".ics"), taken), data=data)


def uid(key: str, unit: str) -> str:
    """The name of an entry in every calendar: of one thing for one unit, the same for ever.

    >>> uid("办理/A18/2024-003", "甲科") == uid("办理/A18/2024-003", "乙科")
    False
    """
    digest = hashlib.sha256(f"{unit}\n{key}".encode("utf-8", "replace")).hexdigest()
    return f"{digest[:32]}@gongkai"


def _of_all(things: Board, as_of: date) -> Iterator[Entry]:
    seen: set[str] = set()
    for unit in things.by_unit:
        for each in things.matters(unit):
            if each.due is not None and each.key not in seen:
                seen.add(each.key)
                yield _entry(each, "", 0, as_of)


def _entry(matter: Matter, unit: str, sequence: int, as_of: date) -> Entry:
    due = matter.due or as_of
    words = "更新" if matter.about == "栏目" else "到期"
    words += "（暂算）" if matter.span else ""
    title = one_line(f"{words}：{matter.name}")
    if not unit and matter.units:
        title += f"（{'、'.join(matter.units)}）"
    rows = [("时限", matter.limit), ("暂算", matter.span), ("单位", "、".join(matter.units))]
    if matter.aim and matter.aim != due:
        rows.append(("建议", f"{matter.aim} 前完成"))
    return Entry(
        uid=uid(matter.key, unit),
        sequence=sequence,
        day=due,
        summary=title,
        description="\n".join(f"{label}：{one_line(text)}" for label, text in rows if text),
        alarm=title if due > as_of else "",
    )


def _organizer(sender: str) -> Mailbox:
    box = read_mailbox(sender)
    if isinstance(box, NoMailbox):
        raise ValueError(box.found)
    return box


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number where another list has it already."""
    stem, number = name.removesuffix(".ics"), 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}.ics"
    taken.add(name.casefold())
    return name
