"""Two marks that no separator keeps apart: what the words between them do."""

from ...model.limit import Prompt
from .grammar import matcher
from .guard import danger
from .marks import Mark, Stop
from .openings import Opening, opening_of

_TIMED = ("amount", "date", "every")
_MANNER = ("word", "vague", "cited")


def between(last: Mark, words: str, mark: Mark, at: int) -> Opening | None:
    """How the words between two marks open the second; ``None`` where it only says how the first
    is done (20个工作日内及时公开). Raises ``Stop`` where they are not understood.

    ``at`` is where the words stand.
    """
    if last.sort in ("label", "nothing"):
        return opening_of(words, at)
    if matcher("{<应>}").fullmatch(words):
        return _adjoining(last, mark)
    if words in ("或", "或者"):
        raise Stop(at, "“或”两边的时限只取其一，分不清取哪一个")
    if _joins(words):
        return Opening()
    if turn := matcher("before:<任意>turn:((其中|其'他它余'|另外|但)<任意>)").fullmatch(words):
        _pass_over(turn["before"], at)
        return opening_of(turn["turn"], at + len(turn["before"]))
    if mark.sort in _TIMED or mark.sort == "posted":
        return _opened(words, at)
    _pass_over(words, at)
    return Opening()


def _adjoining(last: Mark, mark: Mark) -> Opening | None:
    if last.sort in _TIMED and _is_manner(mark):
        return None
    if last.sort == "cited" or mark.sort in _MANNER or mark.sort in ("rule", "nothing", "label"):
        return Opening()
    if last.sort == "amount" and mark.sort == "posted":
        return Opening()
    raise Stop(mark.start, "与前面的时限之间没有标点，分不清各自适用于什么")


def _is_manner(mark: Mark) -> bool:
    """及时、一次性、按规定 behind a number say how it is done, and set no limit."""
    return mark.sort in ("vague", "cited") or any(isinstance(each, Prompt) for each in mark.limits)


def _joins(words: str) -> bool:
    return bool(matcher("[<做>[信息|内容]]{、|和|与|及|并且|并|且|以及|/}+{<应>}").fullmatch(words))


def _opened(words: str, at: int) -> Opening:
    """Words that open a number although nothing separates them from the limit before."""
    opening = opening_of(words, at)
    begins = matcher("{<应>}'自从在于'<任意>|'、和及'<任意>").fullmatch(words)
    if opening.bound or (opening.start and begins):
        return opening
    if matcher("<任意>(<最迟>)").fullmatch(words):
        return opening
    raise Stop(at + len(words), "与前面的时限之间没有标点，分不清各自适用于什么")


def _pass_over(words: str, at: int) -> None:
    if (where := danger(words)) is not None:
        raise Stop(at + where, "这里可能还有时限，但读不懂")
