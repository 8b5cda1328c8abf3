"""提醒 of ``gongkai.yaml``: by which way mail goes out, in whose name, and what it looks ahead."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from msgspec import structs

from ..model.place import Place, Problem
from ..model.reminding import Reminding, Rung
from ..model.unit import Unit
from ..notation.mail_addresses import NoMailbox, has_control, read_mailbox
from ..notation.yaml_form import Form
from .ladder_yaml import read_ladder, workdays
from .mail_server_yaml import read_server
from .unit_names import UnitNames

KEY = "提醒"
KEYS = ("方式", "服务器", "文件夹", "发件人", "通讯录", "汇总", "今后", "阶梯", "日历")
_PLAIN = ("文件夹", "通讯录", "汇总", "日历")


def read_reminding(form: Form) -> Reminding | None:
    """提醒 of a configuration; ``None`` where it has none, or lacks what nothing can do without.

    Everything wrong is reported to the form. Units are still called as they are written:
    ``with_units`` holds them against the catalogue.
    """
    own = form.form(KEY, KEYS)
    if own is None:
        return None
    transport = _transport(own)
    server = read_server(own)
    if transport == "smtp" and "服务器" not in own:
        own.report(own.place, "“方式”是 smtp，没有写“服务器”", "服务器: {主机: …, 加密: tls}")
    sender = _sender(own)
    within = workdays(own, "今后", least=0)
    texts = {key: _plain_text(own, key) for key in _PLAIN}
    ladder = read_ladder(own)
    if transport is None or sender is None:
        return None
    usual = Reminding(transport=transport, sender=sender, place=own.place)
    return structs.replace(
        usual,
        server=server,
        folder=texts["文件夹"] or usual.folder,
        contacts=texts["通讯录"] or usual.contacts,
        office=texts["汇总"],
        office_place=own.place_of("汇总"),
        within=usual.within if within is None else within,
        ladder=usual.ladder if ladder is None else ladder,
        calendars=texts["日历"] or usual.calendars,
    )


def with_units(
    reminding: Reminding, units: tuple[Unit, ...]
) -> tuple[Reminding, tuple[Problem, ...]]:
    """The same with every unit by its name in the catalogue, and those that are not in it."""
    names = UnitNames(units)
    office = reminding.office
    written = [(office, reminding.office_place)] if office else []
    written += [pair for rung in reminding.ladder for pair in _copies(rung)]
    problems = tuple(
        names.unknown(name, place or reminding.place)
        for name, place in written
        if names.find(name) is None
    )
    if problems:
        return reminding, problems
    ladder = tuple(
        structs.replace(rung, copies=tuple(names.find(name) or name for name in rung.copies))
        for rung in reminding.ladder
    )
    return structs.replace(reminding, office=office and names.find(office), ladder=ladder), ()


def _copies(rung: Rung) -> Iterator[tuple[str, Place | None]]:
    yield from zip_longest(rung.copies, rung.copies_places)


def _transport(form: Form) -> Literal["smtp", "eml"] | None:
    if form.scalar("方式", required=True) is None:
        return None
    word = form.choice("方式", ("smtp", "eml"))
    return "smtp" if word == "smtp" else "eml" if word == "eml" else None


def _sender(form: Form) -> str | None:
    scalar = form.scalar("发件人", required=True)
    if scalar is None:
        return None
    box = read_mailbox(scalar.text)
    if isinstance(box, NoMailbox):
        form.report(scalar.place, f"“发件人”：{box.found}", box.accepted, box.nearest)
        return None
    return f"{box.name} <{box.address}>" if box.name else box.address


def _plain_text(form: Form, key: str) -> str | None:
    text = form.text(key)
    if text is not None and has_control(text):
        form.report(form.place_of(key), f"“{key}”里有换行或控制字符", f"一行，如 {key}: …")
        return None
    return text
