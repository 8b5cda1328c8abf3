"""督办单: to each unit with problems, what to rectify and by when."""

from . import Asked, Rendered
from .papers.rendering import rendered
from .papers.units import OF_UNIT, unit_papers

NAME = "督办单"
ALIASES = ("整改通知书", "督办通知")
SUFFIX = ".docx"
ABOUT = "每个有问题的单位一份：问题、依据、整改时限和签收栏"
FROM_RECORD = False
VOCABULARY = OF_UNIT


def render(asked: Asked) -> Rendered:
    """A paper for each unit that leads in a problem."""
    return rendered(asked, NAME, VOCABULARY, lambda run: unit_papers(run, asked.within))
