"""Official wordings of time limits, read and written.

A wording is brought to one form (``plain``). The places that hold a limit are found in it
(``marks``, by the forms in ``dates``, ``periods``, ``phrases`` and ``amounts``), and the words
around each are read (``openings``, ``starts``) or must be harmless (``guard``). ``reader`` walks
over all of it and stops at the first letter that it cannot account for. Spellings are data in
``lexicon``; ``usual`` holds the readings of the commonest wordings ready.
"""

from msgspec import Struct

from ...model.limit import Limit, Reading
from .usual import USUAL

EXAMPLES = "“相关信息形成或变更之日起20个工作日内”“每年1月31日前”“动态更新”这样的写法"
"""What to write instead of a wording that is refused."""


class Refusal(Struct, frozen=True):
    """Why a wording is not read. Reading stopped at ``at`` of the wording as it was written."""

    wording: str
    at: int
    why: str

    def __str__(self) -> str:
        rest = " ".join(self.wording[self.at :].split())
        if not rest:
            return f"{self.why}（读到末尾）"
        shown = rest if len(rest) <= 20 else f"{rest[:20]}…"
        return f"{self.why}：读到第{self.at + 1}个字“{shown}”停下"


def understand(wording: str) -> Reading | Refusal:
    """How a wording is read, or where and why reading stopped. Never raises."""
    return USUAL.get(wording.strip()) or by_grammar(wording)


def by_grammar(wording: str) -> Reading | Refusal:
    """The same, without looking whether the wording is a usual one."""
    from .marks import Stop
    from .plain import plain
    from .reader import read_limits

    try:
        text = plain(wording)
    except Stop as stop:
        return Refusal(wording, stop.at, stop.why)
    if not text.text.strip("。;,"):
        return Refusal(wording, len(wording), "没有文字")
    try:
        limits, notes = read_limits(text.text)
    except Stop as stop:
        return Refusal(wording, text.place(stop.at), stop.why)
    return Reading(limits=limits, notes=text.notes + notes)


def read_wording(text: str) -> Reading:
    """The limits that the wording of a time limit sets, in any order, or ``refused``.

    Full or half width, simplified or traditional script and any white space inside read the same.
    What was taken for granted stands in ``notes``. A wording that is not understood to its last
    letter is refused, never guessed.

    >>> limit = read_wording("自该政府信息形成或者变更之日起 20個工作日內").limits[0]
    >>> limit.count, limit.unit, limit.trigger
    (20, 'workday', 'formed-or-changed')
    >>> read_wording("20个工作日左右").refused
    '“20个工作日”后面跟着“左右”，不是多长时间之内：读到第7个字“左右”停下'
    """
    answer = understand(text)
    return answer if isinstance(answer, Reading) else Reading(refused=str(answer))


def limit_words(limit: Limit) -> str:
    """A limit in official words, which ``read_wording`` reads as the same limit.

    >>> limit_words(read_wording("批准后20日內").limits[0])
    '批准之日起20日内'
    """
    from .canonical import words

    return words(limit)
