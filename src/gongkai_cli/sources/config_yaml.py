"""``gongkai.yaml``: where a workspace keeps its files, and the questions it has decided."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from ..model.place import Place, Problem
from ..model.reminding import Reminding
from ..model.settings import SETTINGS, Setting, Settings
from ..model.steps import STEPS, Step
from ..notation.yaml_form import Form
from ..notation.yaml_tree import Mapping, decode, read_yaml

KEYS = ("目录", "台账", "台账起始", "口径", "流程", "提醒")
_MOST_WORKDAYS = 250


class Config(Struct, frozen=True, kw_only=True):
    """What ``gongkai.yaml`` says.

    ``catalogues`` are paths, one or those of several years, and ``ledger`` are files, folders or
    patterns, relative to the workspace; each comes with its place. ``covers_from`` is 台账起始;
    ``steps`` are those of 流程, which takes the place of the usual ones as a whole.
    """

    catalogues: tuple[tuple[str, Place], ...]
    ledger: tuple[tuple[str, Place], ...] = ()
    covers_from: date | None = None
    settings: Settings = Settings()
    steps: tuple[Step, ...] = STEPS
    reminding: Reminding | None = None


def read_config(data: bytes, file: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The configuration and everything that is wrong with it; ``None`` where anything is."""
    tree, problems = read_yaml(data, file)
    if not isinstance(tree, Mapping):
        shape = Problem(Place(file, 1), "不是配置文件", f"以“键: 值”写成，键为{'、'.join(KEYS)}")
        return None, _shown(problems, data) or (shape,)
    found = list(problems)
    form = Form(tree, KEYS, found)
    settings = _settings(form)
    config = Config(
        catalogues=tuple((each.text.strip(), each.place) for each in form.scalars("目录"))
        or (("catalogue.yaml", form.place_of("目录")),),
        ledger=tuple((each.text.strip(), each.place) for each in form.scalars("台账")),
        covers_from=form.day("台账起始"),
        settings=settings,
        steps=_steps(form) or STEPS,
        reminding=_reminding(form) if "提醒" in form else None,
    )
    return (None if found else config), _shown(found)


def _reminding(form: Form) -> Reminding | None:
    from .reminding_yaml import read_reminding

    return read_reminding(form)


def _shown(problems: Iterable[Problem], data: bytes = b"") -> tuple[Problem, ...]:
    """The problems as they may be shown; ``data`` is that of a file that is no YAML at all."""
    found = tuple(problems)
    if not found:
        return found
    from .mail_server_yaml import without_passwords

    text = decode(data, "") if data else ""
    return without_passwords(found, text if isinstance(text, str) else "")


def _settings(form: Form) -> Settings:
    names = [row.name for row in SETTINGS]
    chosen = form.form("口径", names)
    if chosen is None:
        return Settings()
    values: dict[str, Any] = {}
    for row in SETTINGS:
        value = _value(chosen, row)
        if value is not None:
            values[row.field] = value
    known = frozenset(row.name for row in SETTINGS if row.field in values)
    return Settings(**values, chosen=known)


def _value(form: Form, row: Setting) -> str | int | None:
    return form.choice(row.name, row.options) if row.options else form.number(row.name)


def _steps(form: Form) -> tuple[Step, ...]:
    """The steps that 流程 names, in order; an empty list is none of its own."""
    steps: dict[str, Step] = {}
    for each in form.forms("流程", ("步骤", "工作日")):
        name = each.text("步骤", required=True)
        workdays = _workdays(each)
        if name in steps:
            each.report(each.place_of("步骤"), f"步骤“{name}”写了两次", "每个步骤只写一次")
        elif name is not None and workdays is not None:
            steps[name] = Step(name, workdays)
    return tuple(steps.values())


def _workdays(form: Form) -> int | None:
    if form.scalar("工作日", required=True) is None:
        return None
    number = form.number("工作日")
    if number is not None and number > _MOST_WORKDAYS:
        accepted = f"0 至 {_MOST_WORKDAYS} 的整数"
        form.report(form.place_of("工作日"), f"一个步骤不会要 {number} 个工作日", accepted)
        return None
    return number
