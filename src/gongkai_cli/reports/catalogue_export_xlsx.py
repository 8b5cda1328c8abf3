"""``catalogue export --to xlsx``: the official form as a workbook that is ready to be printed."""

from ..office.form_workbook import Form, write_form
from ..office.table_cells import holdable
from .annex_form import AnnexForm, centred, widths

_NAME = "主动公开基本目录"
_WHOLE = 132
"""How wide the table is, in half-width characters: what A4 across holds in 11 points."""


def render(form: AnnexForm) -> bytes:
    """The form as .xlsx."""
    return write_form(
        Form(
            name=_NAME,
            title=form.title,
            mark=form.mark,
            headings=form.headings,
            widths=widths(form, _WHOLE),
            centred=centred(form),
            rows=form.rows,
            merges=form.merges,
        )
    )


def holds(cell: str) -> bool:
    """Whether a cell can be written as it is."""
    return holdable(cell) == cell
