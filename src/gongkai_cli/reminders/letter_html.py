"""A mail as HTML: tables with inline styles, as Outlook keeps them; no script, no resource."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

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

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
