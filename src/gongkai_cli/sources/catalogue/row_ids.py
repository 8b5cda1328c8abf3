"""编号: what names a row of a file, once."""

from collections.abc import Iterable

from ...notation.yaml_form import Form


def unique_ids(rows: Iterable[tuple[Form, str]]) -> tuple[str, ...]:
    """The ids in order, each once; an id that stands twice is a problem at its second place."""
    first: dict[str, int | None] = {}
    for row, id in rows:
        place = row.place_of("编号")
        if id in first:
            row.report(place, f"编号“{id}”与第{first[id]}行重复", "各项的编号各不相同")
        first.setdefault(id, place.line)
    return tuple(first)
