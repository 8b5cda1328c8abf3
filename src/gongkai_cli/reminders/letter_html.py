"""A mail as HTML: tables with inline styles, as Outlook keeps them; no script, no resource."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..reports.columns import one_line
from .page import Page

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATE = Path(__file__).with_name("letter.html")


def letter_html(page: Page) -> str:
    """The HTML of a page; everything in it is escaped, colour never says what no word does."""
    return _template().render(page=page)


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_harmless)
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))


def _harmless(value: object) -> object:
    """Every text in one line, without what could hide or turn round what follows."""
    return one_line(value) if isinstance(value, str) else value
