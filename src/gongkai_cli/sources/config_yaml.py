"""``gongkai.yaml``: where a workspace keeps its files, and the questions it has decided."""

from datetime import date
from typing import Any

from msgspec import Struct

from ..model.place import Place, Problem
from ..model.settings import SETTINGS, Setting, Settings
from ..notation.yaml_form import Form
from ..notation.yaml_tree import Mapping, read_yaml

KEYS = ("目录", "台账", "台账起始", "口径")


class Config(Struct, frozen=True, kw_only=True):
    """What ``gongkai.yaml`` says.

    ``catalogue`` is a path and ``ledger`` are files, folders or patterns, relative to the
    workspace; each ledger entry comes with its place. ``covers_from`` is 台账起始.
    """

    catalogue: str = "catalogue.yaml"
    catalogue_place: Place
    ledger: tuple[tuple[str, Place], ...] = ()
    covers_from: date | None = None
    settings: Settings = Settings()


def read_config(data: bytes, file: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The configuration and everything that is wrong with it; ``None`` where anything is."""
    tree, problems = read_yaml(data, file)
    if not isinstance(tree, Mapping):
        shape = Problem(Place(file, 1), "不是配置文件", f"以“键: 值”写成，键为{'、'.join(KEYS)}")
        return None, problems or (shape,)
    found = list(problems)
    form = Form(tree, KEYS, found)
    settings = _settings(form)
    config = Config(
        catalogue=form.text("目录") or "catalogue.yaml",
        catalogue_place=form.place_of("目录"),
        ledger=tuple((each.text.strip(), each.place) for each in form.scalars("台账")),
        covers_from=form.day("台账起始"),
        settings=settings,
    )
    return (None if found else config), tuple(found)


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
