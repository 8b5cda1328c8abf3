"""``catalogue export --to docx``: the official form as a paper, A4 across."""

from ..office.official_paper import OfficialPaper
from ..office.paper_file import write
from ..office.paper_parts import Column, Table
from ..office.paper_text import printable
from .annex_form import AnnexForm, centred, widths

_WHOLE = 120
"""What a line of the type area holds in 五号, in half-width characters."""


def render(form: AnnexForm) -> bytes:
    """The form as .docx."""
    looks = zip(form.headings, widths(form, _WHOLE), centred(form), strict=True)
    columns = tuple(Column(*look) for look in looks)
    table = Table(columns, form.rows, merges=form.merges)
    return write(OfficialPaper(title=form.title, mark=form.mark, body=(table,), across=True))


def holds(cell: str) -> bool:
    """Whether a cell can be written as it is."""
    return printable(cell) == cell
