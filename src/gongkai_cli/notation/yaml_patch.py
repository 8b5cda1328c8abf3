"""A YAML file changed at single keys and items; every other line stays as it was, to the byte.

Only what stands on lines of its own can be changed: a mapping written in braces cannot.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from .yaml_tree import Items, Mapping, Node


class Edit(Struct, frozen=True):
    """Lines ``first`` to before ``end``, from 0, replaced by ``lines`` (none: taken out)."""

    first: int
    end: int
    lines: tuple[str, ...]


class Lines:
    """The lines of a file and where its mappings stand in them."""

    def __init__(self, data: bytes) -> None:
        self.codec = _codec(data)
        text = data.decode(self.codec)
        self.ending = "\r\n" if "\r\n" in text else "\n"
        self.lines = text.split("\n")

    def span(self, mapping: Mapping, key: str, end: int) -> tuple[int, int] | None:
        """The lines of a key with its value; ``end`` is where the mapping ends.

        ``None`` where it has no such key, or shares a line with another one.
        """
        starts = [(name.place.line or 1) - 1 for name, _ in mapping.entries]
        for n, (name, _) in enumerate(mapping.entries):
            if name.text == key:
                after = starts[n + 1] if n + 1 < len(starts) else end
                alone = starts.count(starts[n]) == 1
                return (starts[n], self.trimmed(starts[n] + 1, after)) if alone else None
        return None

    def trimmed(self, first: int, end: int) -> int:
        """``end`` without the blank lines and comments before it: they belong to what follows."""
        while end > first and self.is_bare(end - 1):
            end -= 1
        return end

    def is_bare(self, line: int) -> bool:
        """Whether a line holds nothing but white space or a comment."""
        text = self.lines[line].strip()
        return not text or text.startswith("#")

    def item_spans(self, items: Items, end: int) -> tuple[tuple[int, int], ...]:
        """The lines of every item of a list; ``end`` is where the list ends."""
        starts = [(each.place.line or 1) - 1 for each in items.items]
        ends = [*starts[1:], end]
        return tuple(
            (first, self.trimmed(first + 1, last)) for first, last in zip(starts, ends, strict=True)
        )

    def changed(self, edits: Iterable[Edit]) -> bytes:
        """The file with all edits, which do not overlap; those of one place keep their order."""
        lines = list(self.lines)
        numbered = ((edit.first, edit.end > edit.first, n, edit) for n, edit in enumerate(edits))
        for *_, edit in sorted(numbered, key=lambda each: each[:3], reverse=True):
            end = "\r" if self.ending == "\r\n" else ""
            lines[edit.first : edit.end] = [line + end for line in edit.lines]
        return "\n".join(lines).encode(self.codec)


def in_braces(mapping: Mapping) -> bool:
    """Whether keys of a mapping share a line, so that it cannot be changed key by key."""
    starts = [name.place.line for name, _ in mapping.entries]
    return len(set(starts)) < len(starts)


def value_of(mapping: Node | None, key: str) -> Node | None:
    """The value of a key, ``None`` where there is none."""
    if not isinstance(mapping, Mapping):
        return None
    return next((node for name, node in mapping.entries if name.text == key), None)


def indented(lines: Sequence[str], by: int) -> tuple[str, ...]:
    """Lines moved to the right, or to the left where ``by`` is below 0.

    >>> indented(["  甲: 1", "", "    乙"], -2)
    ('甲: 1', '', '  乙')
    """
    if by >= 0:
        return tuple(" " * by + line if line else line for line in lines)
    return tuple(line[-by:] if not line[:-by].strip() else line for line in lines)


def _codec(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"
