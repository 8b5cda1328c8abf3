"""The official form of a catalogue, as data: title, headings, rows as printed, cells that are one.

Rows stand in printed order; a duty that only a clause of the text sets has no row in the table.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ..model.duty import Catalogue, Duty
from ..office.paper_parts import Merge

_ANNEX = re.compile(r"(附件\S*?)第\d+行")
_CONTINUES = re.compile(r"承接第(\d+)行")
_SUBJECTS = {"责任单位": ("责任单位", "另有", "牵头单位")}
"""Which 推定 fill the cell of a key, where it is not the key's own alone."""


_SHORT = 12
_LEAST, _MOST, _PADDING = 8, 12, 2


class AnnexForm(Struct, frozen=True, kw_only=True):
    """The table with what stands above it; ``mark`` is what the paper calls it (附件1), or empty.

    A cell below the first of a merge is empty in ``rows``. ``left_out`` are the duties that have
    no row in the printed table.
    """

    title: str
    mark: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    left_out: tuple[Duty, ...] = ()


def annex_form(catalogue: Catalogue) -> AnnexForm | None:
    """The form of a catalogue; ``None`` where no duty of it stands in a table."""
    own = [duty for duty in catalogue.duties if duty.only_in is None]
    rows = [duty for duty in own if not duty.is_clause]
    if not rows:
        return None
    headings = tuple(rows[0].printed)
    return AnnexForm(
        title=catalogue.title,
        mark=_mark(rows),
        headings=headings,
        rows=tuple(tuple(duty.printed[each] for each in headings) for duty in rows),
        merges=tuple(_merges(rows, headings, catalogue.headings)),
        left_out=tuple(duty for duty in own if duty.is_clause),
    )


def _mark(rows: Sequence[Duty]) -> str:
    """What the paper calls the table, where every row that has a source says the same."""
    found = [_ANNEX.fullmatch(each.basis.text) for duty in rows for each in duty.limits]
    names = {match and match[1] for match in found}
    return (names.pop() or "") if len(names) == 1 else ""


def _merges(
    rows: Sequence[Duty], headings: Sequence[str], of: dict[str, tuple[str, ...]]
) -> Iterator[Merge]:
    """The cells that are one, column by column."""
    keys = {
        heading: (key, level) for key, names in of.items() for level, heading in enumerate(names)
    }
    for column, heading in enumerate(headings):
        key, level = keys.get(heading, ("", 0))
        whole = len(of.get(key, ())) == 1
        first = 0
        for number in range(1, len(rows) + 1):
            if number < len(rows) and _continues(rows, number, first, heading, (key, level, whole)):
                continue
            if number - 1 > first:
                yield Merge(column, first, number - 1)
            first = number


def _continues(
    rows: Sequence[Duty], number: int, first: int, heading: str, of: tuple[str, int, bool]
) -> bool:
    """Whether a cell is blank in print because it is one with that of the row ``first`` above."""
    key, level, whole = of
    duty, above = rows[number], rows[first]
    if duty.printed[heading] or not above.printed[heading]:
        return False
    if key == "类别":
        end = None if whole else level + 1
        return len(duty.category) > level and duty.category[:end] == above.category[:end]
    if key == "名称":
        return (duty.category, duty.name) == (above.category, above.name)
    return first + 1 in _said(duty, key)


def _said(duty: Duty, key: str) -> set[int]:
    """The rows, from 1, that the blank cell of a key is said to continue."""
    subjects = _SUBJECTS.get(key, (key,))
    return {
        int(row)
        for note in duty.assumed
        if note.subject in subjects
        for row in _CONTINUES.findall(note.reason)
    }


def centred(form: AnnexForm) -> tuple[bool, ...]:
    """Which columns hold short texts, a dozen letters on the average."""
    columns = [[cell for cell in column if cell] for column in zip(*form.rows, strict=True)]
    return tuple(sum(map(len, column)) <= _SHORT * len(column) for column in columns)


def widths(form: AnnexForm, whole: int) -> tuple[int, ...]:
    """Columns in half-width characters that add up to ``whole``, or to more where there are many.

    Every column has room for a short heading, where that can be; the rest goes to where it saves
    the most lines for its width.
    """
    columns = [_lengths(each) for each in zip(form.headings, *form.rows, strict=True)]
    wanted = [min(max(_LEAST, _half_widths(each) + _PADDING), _MOST) for each in form.headings]
    found = wanted if sum(wanted) <= whole else [_LEAST] * len(columns)
    while (room := whole - sum(found)) > 1:
        column, more = _best(columns, found, room)
        found[column] += more
    return tuple(found)


def _best(columns: Sequence[Counter[int]], found: Sequence[int], room: int) -> tuple[int, int]:
    """Which column is made wider, and by how much; all room for the longest where no line goes."""
    gains = {
        (column, more): (_burden(each, width) - _burden(each, width + more)) / more
        for column, (each, width) in enumerate(zip(columns, found, strict=True))
        for more in range(2, room + 1, 2)
    }
    best = max(gains, key=lambda each: gains[each])
    longest = max(range(len(columns)), key=lambda column: max(columns[column]))
    return best if gains[best] > 0 else (longest, room)


def _lengths(cells: Iterable[str]) -> Counter[int]:
    """How many lines of a column are so many half-width characters long."""
    return Counter(_half_widths(line) for cell in cells for line in cell.split("\n"))


def _half_widths(text: str) -> int:
    return sum(1 if letter.isascii() else 2 for letter in text)


def _burden(lengths: Counter[int], width: int) -> int:
    """How much its column is broken: the lines of every text of more than one.

    A broken line loses a letter: a mark may not begin the next one, and figures stand apart.
    """
    broken = ((length, count) for length, count in lengths.items() if length > width - _PADDING)
    return sum(count * -(-length // (width - 2 * _PADDING)) for length, count in broken)
