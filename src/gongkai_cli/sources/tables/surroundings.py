"""Which lines of a paper stand above and below each of its tables."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from .grid import Grid


def with_surroundings(blocks: Iterable[str | Grid]) -> Iterator[Grid]:
    """The tables among lines and tables, each with the lines before and behind it.

    What stands between two tables is below the one and above the other.
    """
    last: Grid | None = None
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            if line := block.strip():
                lines.append(line)
            continue
        if last is not None:
            yield structs.replace(last, below=tuple(lines))
        last = structs.replace(block, above=tuple(lines))
        lines = []
    if last is not None:
        yield structs.replace(last, below=tuple(lines))
