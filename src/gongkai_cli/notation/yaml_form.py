"""Reading a mapping strictly: the keys that a form has, and everything that does not fit it."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..model.place import Place, Problem, Weight
from .days import Unread, read_day
from .nearest import nearest
from .yaml_tree import Items, Mapping, Node, Scalar


class Form:
    """One mapping of a file that people write, read key by key.

    Every question appends what is wrong to ``problems``, with its place, and answers ``None`` (or
    nothing) for it, so that one reading finds all mistakes of a file.
    """

    def __init__(self, mapping: Mapping, keys: Sequence[str], problems: list[Problem]) -> None:
        self._mapping = mapping
        self._entries = {key.text: (key, node) for key, node in mapping.entries}
        self._problems = problems
        self.place = mapping.place
        for key, _ in mapping.entries:
            if key.text not in keys:
                self.report(
                    key.place, f"不认识的键“{key.text}”", "、".join(keys), nearest(key.text, keys)
                )

    def report(self, place: Place, found: str, accepted: str, near: str | None = None) -> None:
        """Add a problem at a place of this form: no refusal without what would be right."""
        self._problems.append(Problem(place, found, accepted, near))

    def note(self, place: Place, found: str, accepted: str) -> None:
        """Say something about a place that does not make the file wrong."""
        self._problems.append(Problem(place, found, accepted, weight=Weight.NOTE))

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def keys(self) -> Iterator[Scalar]:
        """The keys as written, in order."""
        return (key for key, _ in self._mapping.entries)

    def node(self, key: str) -> Node | None:
        """The value as it stands."""
        return self._entries[key][1] if key in self._entries else None

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands; the form itself where there is none."""
        node = self.node(key)
        return node.place if node is not None else self.place

    def scalar(self, key: str, *, required: bool = False) -> Scalar | None:
        """A text that is not empty, with its place."""
        node = self.node(key)
        if isinstance(node, Scalar) and node.text.strip():
            return node
        if node is not None and not isinstance(node, Scalar):
            self.report(node.place, f"“{key}”写成了{shape(node)}", f"一个值，如 {key}: …")
        elif required:
            self.report(self.place_of(key), f"缺少“{key}”", f"写上“{key}: …”")
        return None

    def text(self, key: str, *, required: bool = False) -> str | None:
        """A text that is not empty."""
        scalar = self.scalar(key, required=required)
        return scalar.text.strip() if scalar else None

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """A list of texts; a single text counts as a list of one."""
        node = self.node(key)
        if isinstance(node, Scalar):
            return (node,) if node.text.strip() else ()
        if isinstance(node, Items):
            for each in node.items:
                if not isinstance(each, Scalar):
                    found = f"“{key}”中有一项写成了{shape(each)}"
                    self.report(each.place, found, "每一项是一个值，如 [甲, 乙]")
            return tuple(each for each in node.items if isinstance(each, Scalar))
        if node is not None:
            self.report(node.place, f"“{key}”写成了{shape(node)}", "列表，如 [甲, 乙]")
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(each.text.strip() for each in self.scalars(key))

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date."""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return None
        day = read_day(scalar.text)
        if isinstance(day, Unread):
            self.report(scalar.place, day.found, day.accepted)
            return None
        return day

    def number(self, key: str) -> int | None:
        """A whole number of at least 0."""
        scalar = self.scalar(key)
        if scalar is None:
            return None
        if not scalar.text.isascii() or not scalar.text.isdigit():
            self.report(scalar.place, f"“{key}”不能是“{scalar.text}”", "0、5、20 这样的整数")
            return None
        return int(scalar.text)

    def choice(self, key: str, options: Sequence[str]) -> str | None:
        """One of the words in ``options``."""
        scalar = self.scalar(key)
        if scalar is None:
            return None
        if scalar.text not in options:
            near = nearest(scalar.text, options)
            self.report(scalar.place, f"“{key}”没有“{scalar.text}”这个值", "、".join(options), near)
            return None
        return scalar.text

    def form(self, key: str, keys: Sequence[str]) -> "Form | None":
        """A mapping below a key."""
        node = self.node(key)
        if isinstance(node, Mapping):
            return Form(node, keys, self._problems)
        if node is not None and not (isinstance(node, Scalar) and not node.written):
            found = f"“{key}”写成了{shape(node)}"
            self.report(node.place, found, f"分组，如 {{{keys[0]}: …}}")
        return None

    def forms(self, key: str, keys: Sequence[str]) -> "tuple[Form, ...]":
        """A list of mappings below a key."""
        node = self.node(key)
        if node is None or (isinstance(node, Scalar) and not node.written):
            return ()
        if not isinstance(node, Items):
            found = f"“{key}”写成了{shape(node)}"
            self.report(node.place, found, f"列表，每一项以“- ”开头，如 - {keys[0]}: …")
            return ()
        for each in node.items:
            if not isinstance(each, Mapping):
                found = f"“{key}”中有一项写成了{shape(each)}"
                self.report(each.place, found, f"每一项是分组，如 - {keys[0]}: …")
        return tuple(
            Form(each, keys, self._problems) for each in node.items if isinstance(each, Mapping)
        )


def shape(node: Node) -> str:
    """What a value is written as, for a message.

    >>> shape(Items((), Place("a.yaml")))
    '列表'
    """
    return "列表" if isinstance(node, Items) else "分组" if isinstance(node, Mapping) else "一个值"
