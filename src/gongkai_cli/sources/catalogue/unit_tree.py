"""单位: the units of a body as its catalogue lists them, and how one is named in a row."""

from collections.abc import Iterable, Iterator

from ...model.unit import Unit, every_unit, find_unit
from ...notation.nearest import nearest
from ...notation.yaml_form import Form
from ...notation.yaml_tree import Scalar

UNIT_KEYS = ("名称", "别名", "群组", "下设")
_SEPARATORS = "、，,；;"


def read_units(forms: Iterable[Form]) -> tuple[Unit, ...]:
    """The tree. A name or alias that stands twice is a problem: it would name two units."""
    taken: dict[str, int | None] = {}
    return tuple(unit for form in forms if (unit := _read_unit(form, "", taken)))


def _read_unit(form: Form, parent: str, taken: dict[str, int | None]) -> Unit | None:
    name = form.scalar("名称", required=True)
    aliases = form.scalars("别名")
    for scalar in (name, *aliases):
        if scalar is not None:
            _take(form, scalar, parent, taken)
    below = name.text.strip() if name else ""
    children = tuple(
        unit for each in form.forms("下设", UNIT_KEYS) if (unit := _read_unit(each, below, taken))
    )
    if name is None:
        return None
    return Unit(
        name=name.text.strip(),
        aliases=tuple(each.text.strip() for each in aliases),
        group=form.text("群组"),
        children=children,
        place=form.place,
    )


def _take(form: Form, scalar: Scalar, parent: str, taken: dict[str, int | None]) -> None:
    """Note a name, also with its parent's in front; ``taken`` maps names to their lines."""
    text = scalar.text.strip()
    if text in taken:
        form.report(
            scalar.place,
            f"单位“{text}”与第{taken[text]}行重名",
            "名称和别名各不相同；不同单位的同名科室写全称，如“某中心办公室”",
        )
    for name in (text, parent + text):
        taken.setdefault(name, scalar.place.line)


def named_unit(form: Form, scalar: Scalar, units: tuple[Unit, ...]) -> Unit | None:
    """The unit that a row names by its name, an alias, or with its parent's name in front.

    Where there are no units at all, that is said once, and not for every row.
    """
    name = scalar.text.strip()
    unit = find_unit(units, name)
    if unit is None and units:
        several = any(letter in name for letter in _SEPARATORS)
        form.report(
            scalar.place,
            f"“单位”中没有“{name}”",
            "每个单位单独一项，如 [甲科, 乙科]" if several else "“单位”中登记的名称或别名",
            None if several else nearest(name, _names(units)),
        )
    return unit


def _names(units: tuple[Unit, ...]) -> Iterator[str]:
    for unit in every_unit(units):
        yield from (unit.name, *unit.aliases)
