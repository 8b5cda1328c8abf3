"""``catalogue export --to md``: the official form as a pipe table of Markdown.

It has no merged cells: a cell below the first of a merge is blank, as it is in print.
"""

import re
from collections.abc import Sequence

from .annex_form import AnnexForm

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~&]")
_BREAK = re.compile("\r\n|[\r\n]")


def render(form: AnnexForm) -> bytes:
    """The form as Markdown, in UTF-8."""
    above = (*((_escaped(form.mark), "") if form.mark else ()), f"# {_escaped(form.title)}", "")
    dashes = _line(["---"] * len(form.headings))
    cells = (_line([_escaped(cell) for cell in row]) for row in form.rows)
    heading = _line([_escaped(each) for each in form.headings])
    return "\n".join((*above, heading, dashes, *cells, "")).encode()


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    r"""A text that Markdown shows as it is; a line break is a tag.

    >>> _escaped("甲|乙\n[1]")
    '甲\\|乙<br>\\[1\\]'
    """
    return _BREAK.sub("<br>", _MARKS.sub(r"\\\g<0>", text))


def holds(cell: str) -> bool:
    """Whether a cell can be written as it is: any can."""
    return isinstance(cell, str)
