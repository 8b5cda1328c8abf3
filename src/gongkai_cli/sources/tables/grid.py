"""A table as a paper prints it: every cell with its text, its place and the cell it is merged into.

Every format is read to this and nothing else: what merges, repeated headings and titles mean is
decided by whoever knows what the table is about.
"""

from msgspec import Struct

from ...model.place import Place


class Spot(Struct, frozen=True):
    """One cell of a grid.

    ``text`` is what is printed there, inner line breaks kept, white space at both ends cut; an
    empty text where nothing is printed. ``row`` and ``column`` are those of the cell whose content
    it shows, from 0: its own, unless it is covered by a merge, where they are those of the top left
    cell of the merge, whose ``text`` it repeats.
    """

    text: str
    row: int
    column: int
    place: Place


class Grid(Struct, frozen=True, kw_only=True):
    """A table of a paper, all rows of equal width.

    ``above`` are the lines of text between the table before (or the beginning) and this one,
    ``below`` those behind it, up to the next; a heading row that is repeated on every page stands
    in ``rows`` as often as it is printed in the file. ``page_breaks`` are the rows from 0 before
    which the format says that a page, or a part of a table that was cut in two, begins.
    """

    rows: tuple[tuple[Spot, ...], ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    page_breaks: frozenset[int] = frozenset()
    place: Place

    @property
    def width(self) -> int:
        """How many columns every row has."""
        return len(self.rows[0]) if self.rows else 0

    def is_covered(self, row: int, column: int) -> bool:
        """Whether a cell shows the content of another one, by a merge."""
        spot = self.rows[row][column]
        return (spot.row, spot.column) != (row, column)
