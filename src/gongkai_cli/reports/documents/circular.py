"""通报: to all units, how things stand, what is wrong, and what is asked of them."""

from . import Asked, Rendered
from .papers.circulars import OF_CIRCULAR, circular, month_of
from .papers.rendering import rendered

NAME = "通报"
ALIASES = ("月度通报",)
SUFFIX = ".docx"
ABOUT = "一份：总体情况、存在问题、工作要求，附各单位情况"
FROM_RECORD = False
VOCABULARY = OF_CIRCULAR


def render(asked: Asked) -> Rendered:
    """One paper about everything that was judged."""
    span = month_of(asked.assessment.as_of)
    return rendered(asked, NAME, VOCABULARY, lambda run: circular(run, asked.within, span))
