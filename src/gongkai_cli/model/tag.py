"""Tags: what a duty is about, in the words by which statutes say whom they touch."""

from collections.abc import Iterable

from msgspec import Struct

from .duty import Duty
from .place import Place


class Tag(Struct, frozen=True, kw_only=True):
    """A subject that statutes name (预决算, 行政处罚), and the words by which it is proposed.

    The words are looked for in a duty's category and name, as those of a statute are.
    """

    name: str
    words: tuple[str, ...]
    place: Place | None = None

    def said_by(self, duty: Duty) -> str | None:
        """The first of its words that the duty says; ``None`` where it says none."""
        return next((word for word in self.words if word in duty.title), None)


def propose_tags(duty: Duty, known: Iterable[Tag]) -> tuple[tuple[str, str], ...]:
    """The tags that the words of a duty suggest, each with the reason in Chinese.

    ``known`` is the vocabulary, in whose order they come. They are a proposal: what rests on
    them stands as 推定 until somebody confirms them.

    >>> budget = Tag(name="预决算", words=("预决算", "预算"))
    >>> propose_tags(Duty(id="A06", category=("财政",), name="部门预决算"), (budget,))
    (('预决算', '类别或名称中有“预决算”'),)
    """
    said = ((tag.name, tag.said_by(duty)) for tag in known)
    return tuple((name, f"类别或名称中有“{word}”") for name, word in said if word)
