"""书面说明: by each unit with problems, what was found, with room for why and what was done."""

from . import Asked, Rendered
from .papers.rendering import rendered
from .papers.units import OF_UNIT, unit_papers

NAME = "书面说明"
ALIASES = ("扣分点书面说明", "扣分点说明")
SUFFIX = ".docx"
ABOUT = "每个有问题的单位一份：扣分点的基本事实已填，原因和整改情况由单位填写"
FROM_RECORD = False
VOCABULARY = OF_UNIT


def render(asked: Asked) -> Rendered:
    """A paper for each unit that leads in a problem."""
    return rendered(asked, NAME, VOCABULARY, lambda run: unit_papers(run, asked.within))
