"""The form of a paper, as it was read: its parts, with words in braces for what is filled in."""

from typing import Literal

from msgspec import Struct

from ....office.paper_parts import CellSize

Kind = Literal["一级", "二级", "三级", "四级", "段", "顶格", "右齐"]


class Line(Struct, frozen=True):
    """A heading or a paragraph."""

    kind: Kind
    text: str


class FormColumn(Struct, frozen=True, kw_only=True):
    """A column of a table: its heading, what stands below it, and its share of the width."""

    heading: str
    text: str = ""
    share: int = 1
    centred: bool = False


class FormTable(Struct, frozen=True):
    """A table with a row for each thing of a list."""

    each: str
    columns: tuple[FormColumn, ...]
    size: CellSize = "五号"


class FormRow(Struct, frozen=True, kw_only=True):
    """A row of a grid; ``height`` in millimetres."""

    cells: tuple[str, ...]
    height: int = 10


class FormGrid(Struct, frozen=True):
    """A form to fill in by hand."""

    shares: tuple[int, ...]
    rows: tuple[FormRow, ...]
    size: CellSize = "四号"


class Repeat(Struct, frozen=True):
    """Parts that stand there once for each thing of a list."""

    each: str
    parts: tuple["Part", ...]


class When(Struct, frozen=True):
    """Parts that stand there where a list has something in it, or where it has nothing."""

    name: str
    filled: bool
    parts: tuple["Part", ...]


Part = Line | FormTable | FormGrid | Repeat | When


class FormSignature(Struct, frozen=True, kw_only=True):
    """落款."""

    signer: str
    day: str
    sealed: bool = False


class FormAttachment(Struct, frozen=True, kw_only=True):
    """附件; left out where the list ``when`` is empty."""

    title: str
    when: str | None = None
    parts: tuple[Part, ...] = ()


class TimeLimit(Struct, frozen=True):
    """整改时限: so many working days, and why that number where no rule gives it (推定)."""

    workdays: int
    assumed: str = ""


class PaperForm(Struct, frozen=True, kw_only=True):
    """Everything that stands in a form."""

    title: str
    mark: str = ""
    number: str = ""
    addressee: str = ""
    parts: tuple[Part, ...] = ()
    signature: FormSignature | None = None
    note: str = ""
    after: tuple[Part, ...] = ()
    attachments: tuple[FormAttachment, ...] = ()
    limit: TimeLimit | None = None
    page_numbers: bool = True
