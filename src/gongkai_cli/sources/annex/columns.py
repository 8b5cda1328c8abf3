"""Which column of a table is what in a catalogue."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from .headings import Meaning, Sense

_ONE: tuple[tuple[Sense, str], ...] = (
    ("content", "公开内容"),
    ("openness", "五公开"),
    ("units", "责任单位"),
    ("limit", "公开时限"),
    ("freshness", "更新周期"),
)


class Columns(Struct, frozen=True, kw_only=True):
    """The columns of a table, from 0, and their headings, each of its own.

    ``of`` maps a key of the catalogue's file to its column; ``category`` are those of its levels,
    top first. ``others`` are kept as printed; ``second`` are those that say what another column
    says too, ``unknown`` those whose heading is not known.
    """

    headings: dict[int, str]
    of: dict[str, int]
    category: tuple[int, ...] = ()
    number: int | None = None
    basis: int | None = None
    remark: int | None = None
    others: tuple[int, ...] = ()
    second: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def columns_of(
    texts: Sequence[str], meanings: Sequence[Meaning | None], variety: Callable[[int], int]
) -> Columns:
    """What every column is. ``variety`` says how many different cells a column has, 0 for none.

    A column without heading and without cells is none. Of two that mean the same, the one with the
    greater variety of cells counts.
    """
    used = [n for n, text in enumerate(texts) if text or variety(n)]
    senses: dict[Sense, list[int]] = {}
    for column in used:
        each = meanings[column]
        if each is not None:
            senses.setdefault(each.sense, []).append(column)
    category, name = _naming(senses, meanings)
    of: dict[str, int] = {} if name is None else {"名称": name}
    for sense, key in _ONE:
        if found := senses.get(sense):
            of[key] = max(found, key=lambda column: (variety(column), -column))
    number, basis, remark = (
        next(iter(senses.get(each, ())), None) for each in ("number", "basis", "remark")
    )
    placed = {*of.values(), *category, number}
    others = tuple(column for column in used if column not in placed)
    ones = {sense for sense, _ in _ONE}
    return Columns(
        headings=_unique(texts, used),
        of=of,
        category=category,
        number=number,
        basis=basis,
        remark=remark,
        others=others,
        second=tuple(n for n in others if (m := meanings[n]) is not None and m.sense in ones),
        unknown=tuple(n for n in others if meanings[n] is None),
    )


def _naming(
    senses: dict[Sense, list[int]], meanings: Sequence[Meaning | None]
) -> tuple[tuple[int, ...], int | None]:
    """The columns of the category, top first, and that of the name.

    The name is what is called so; else the last 公开事项, unless levels are told apart below it;
    else the last level.
    """

    def level(column: int) -> int:
        found = meanings[column]
        return (found.level or 0) if found else 0

    groups = sorted(senses.get("category", ()), key=lambda column: (level(column), column))
    levels = [column for column in groups if level(column)]
    names, matters = senses.get("name", []), senses.get("matter", [])
    if names:
        *above, name = names
        return (*matters, *above, *groups), name
    if matters and not (len(levels) > 1 and matters[-1] < min(levels)):
        *above, name = matters
        return (*above, *groups), name
    every = [*matters, *groups]
    return (tuple(every[:-1]), every[-1]) if every else ((), None)


def _unique(texts: Sequence[str], used: Sequence[int]) -> dict[int, str]:
    """A heading for every column; what has none or one that was there before gets a number."""
    found: dict[int, str] = {}
    for column in used:
        text = texts[column] or f"无栏名{column + 1}"
        count = sum(each == text or each.startswith(f"{text}（") for each in found.values())
        taken = text in found.values()
        found[column] = f"{text}（{count + 1}）" if taken else text
    return found
