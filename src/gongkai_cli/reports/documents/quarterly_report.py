"""季报: what was formed, published and due in the quarter, and how things stand at its end."""

from . import Asked, Rendered
from .papers.circulars import OF_CIRCULAR, circular, quarter_of
from .papers.rendering import rendered

NAME = "季报"
ALIASES = ("政务公开季报",)
SUFFIX = ".docx"
ABOUT = "一份：本季度形成、公开、到期的情况和各单位情况"
FROM_RECORD = False
VOCABULARY = OF_CIRCULAR


def render(asked: Asked) -> Rendered:
    """One paper about everything that was judged."""
    span = quarter_of(asked.assessment.as_of)
    return rendered(asked, NAME, VOCABULARY, lambda run: circular(run, asked.within, span))
