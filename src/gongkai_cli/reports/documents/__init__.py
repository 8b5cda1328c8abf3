"""The documents that clerks send: one file each, found by being here.

A document is a module with ``NAME``, ``ALIASES``, ``SUFFIX``, ``ABOUT``, ``FROM_RECORD`` and
``render``. Modules without ``NAME`` only build what several share. Headings and texts stand in
``NAME.yaml`` (or ``.html``) in or below ``forms/``, which a workspace may replace by a file of the
same name. A table is its form alone, ``forms/tables/NAME.yaml``.

All modules are loaded to be listed: a module imports what sets papers (docx, xlsxwriter, jinja2,
lxml and the rooms of ``office`` that need them) inside ``render``.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct

from ...calendar import WorkCalendar
from ...model.assessment import Assessment
from ...model.ledger import Ledger, Record
from ...model.place import Problem

FORMS = Path(__file__).parent / "forms"
FORM_SUFFIXES = (".yaml", ".html")


def _silent(done: int, of: int) -> None:
    """Progress that nobody watches."""


class Asked(Struct, frozen=True, kw_only=True):
    """What a document is made from.

    ``calendar`` is the one that the assessment was counted with, for documents that draw days or
    set one themselves (整改时限); without one such a day is left for a person to fill in.
    ``within`` are the units that it was asked for (none: all); ``record`` is the record of a form
    that is filled from one; ``today`` the day on which it is made. ``own_form`` is the file that
    the workspace has in place of ours, with its name as it is shown. ``originals`` are the
    files of the ledger by the name that places of facts carry, read when they are asked for.
    ``tell`` takes how much is done, of how much; papers of a document that has several are counted
    by whoever asked for them.
    """

    assessment: Assessment
    calendar: WorkCalendar | None = None
    ledger: Ledger = Ledger()
    today: date
    within: frozenset[str] = frozenset()
    record: Record | None = None
    own_form: tuple[str, bytes] | None = None
    originals: Mapping[str, bytes] = {}
    tell: Callable[[int, int], None] = _silent


class Paper(Struct, frozen=True, kw_only=True):
    """A finished file: the name that it would have, and its bytes."""

    name: str
    data: bytes


class Rendered(Struct, frozen=True, kw_only=True):
    """The papers of a document, made one after the other as they are asked for.

    There are none where ``problems`` has an error (a form of the workspace that cannot be used).
    ``count`` is how many papers there will be.
    """

    papers: Iterable[Paper] = ()
    count: int = 1
    problems: tuple[Problem, ...] = ()


class Document(Protocol):
    """What every document has.

    ``ABOUT`` is one line for the list; ``SUFFIX`` ends the names of its papers (.xlsx);
    ``FROM_RECORD`` says that it is filled from one record.
    """

    NAME: str
    ALIASES: tuple[str, ...]
    SUFFIX: str
    ABOUT: str
    FROM_RECORD: bool

    def render(self, asked: Asked) -> Rendered:
        """The papers, or what is wrong with the workspace's own form."""


def every_document() -> tuple[Document, ...]:
    """Every document, by name; loads them all."""
    from .tables import every_table

    found = [cast(Document, table) for table in every_table()]
    for path in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        module = import_module(f"{__name__}.{path.stem}")
        if hasattr(module, "NAME"):
            found.append(cast(Document, module))
    return tuple(sorted(found, key=lambda each: each.NAME))


def shipped_form(name: str) -> Path | None:
    """The file with the headings and texts of a document; ``None`` where it has none to edit."""
    found = sorted(FORMS.rglob(f"{name}.*"))
    return next((path for path in found if path.suffix in FORM_SUFFIXES), None)
