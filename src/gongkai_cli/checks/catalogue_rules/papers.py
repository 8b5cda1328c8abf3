"""What a rule looks at."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ...model.duty import Assumption, Catalogue, Duty, RequiredHead, Statute
from ...model.tag import Tag


class Papers(Struct, frozen=True, kw_only=True):
    """A catalogue beside the law, on a day; ``cycles`` say how old a column may be."""

    catalogue: Catalogue
    statutes: tuple[Statute, ...] = ()
    heads: tuple[RequiredHead, ...] = ()
    tags: tuple[Tag, ...] = ()
    cycles: tuple[Statute, ...] = ()
    as_of: date

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Everything that the catalogue sets."""
        return self.catalogue.duties

    @property
    def rows(self) -> Iterator[Duty]:
        """The rows of the printed table, without the duties that a clause sets."""
        return (duty for duty in self.duties if not duty.is_clause)

    def statutes_on(self, duty: Duty) -> Iterator[Statute]:
        """The statutes in force that touch a duty and are not replaced by another that does."""
        held = [s for s in self.statutes if s.in_force.holds(self.as_of) and s.touches(duty)]
        replaced = {each.replaces for each in held}
        return (each for each in held if each.id not in replaced)


def merged_cells(duty: Duty) -> tuple[Assumption, ...]:
    """The cells of a row that are blank in print and read from the one they are merged with."""
    if duty.is_clause:
        return ()
    return tuple(
        note for note in duty.assumed if note.subject in ("公开内容", "五公开", "责任单位")
    )
