"""A mail before it is text or HTML: what it says, in parts that both can lay out."""

from msgspec import Struct

Rows = tuple[tuple[str, str], ...]
"""Labels with their texts."""


class Block(Struct, frozen=True, kw_only=True):
    """One thing to do; ``when`` is its day and how far it is, ``tags`` the rung and what is new."""

    name: str
    when: tuple[str, ...] = ()
    is_late: bool = False
    tags: tuple[str, ...] = ()
    rows: Rows = ()
    step: str = ""


class Group(Struct, frozen=True, kw_only=True):
    """Several things of one kind with one step for all of them; each thing with what is wrong."""

    heading: str
    step: str
    rows: Rows
    more: int = 0


class Table(Struct, frozen=True, kw_only=True):
    """A table; as text each row is a line in which the headings stand before their cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(Struct, frozen=True, kw_only=True):
    """A heading with what stands below it; ``more`` things are left out and only counted."""

    heading: str
    lines: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    groups: tuple[Group, ...] = ()
    table: Table | None = None
    more: int = 0


class Page(Struct, frozen=True, kw_only=True):
    """All that a mail says."""

    subject: str
    greeting: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
