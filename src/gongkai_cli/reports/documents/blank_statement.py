"""空白说明: by each unit, for columns without content; what it says a person has to confirm."""

from . import Asked, Rendered
from .papers.blank_columns import OF_BLANKS, blank_papers
from .papers.rendering import rendered

NAME = "空白说明"
ALIASES = ("无此类信息说明",)
SUFFIX = ".docx"
ABOUT = "每个有空白栏目的单位一份：本期间没有此类信息的说明，由单位核实后签字"
FROM_RECORD = False
VOCABULARY = OF_BLANKS


def render(asked: Asked) -> Rendered:
    """A paper for each unit that leads in a blank column, or that was asked for."""
    return rendered(asked, NAME, VOCABULARY, lambda run: blank_papers(run, asked))
