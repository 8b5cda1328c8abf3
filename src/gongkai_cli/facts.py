"""Everything that was read, ready to be judged."""

from msgspec import Struct

from .calendar import WorkCalendar
from .editions import Edition
from .model.duty import Catalogue, Statute
from .model.issued import Issued
from .model.ledger import Ledger
from .model.place import Problem
from .model.settings import Settings


class Facts(Struct, frozen=True, kw_only=True):
    """Catalogue, statutes, ledger and calendar of one workspace, with what was wrong in them.

    ``catalogue`` is the newest; where a workspace lists those of several years, ``editions`` are
    all of them with their times, in order. ``settings`` are those of ``gongkai.yaml``. ``issued``
    is what was last sent out to the units, if anything was. ``problems`` are the errors and notes
    of all files but the catalogue's and the configuration's, which stop everything.
    """

    catalogue: Catalogue
    editions: tuple[Edition, ...] = ()
    statutes: tuple[Statute, ...] = ()
    ledger: Ledger = Ledger()
    calendar: WorkCalendar
    settings: Settings = Settings()
    issued: Issued | None = None
    problems: tuple[Problem, ...] = ()
