"""A limit as a file holds it: official wording, or how old a column may grow."""

import re
from functools import cache

from ...limits import read_wording
from ...limits.wording import EXAMPLES
from ...model.basis import Basis
from ...model.duty import PrintedLimit
from ...model.limit import Reading, Unit, Within
from ...notation.characters import half_width, without_space
from ...notation.yaml_form import Form
from ...notation.yaml_tree import Scalar

_DURATION = re.compile(r"([1-9]\d{0,3})(个?工作日|日|天|周|个?月|年)")
_UNITS: dict[str, Unit] = {
    "个工作日": "workday",
    "工作日": "workday",
    "日": "day",
    "天": "day",
    "周": "week",
    "个月": "month",
    "月": "month",
    "年": "year",
}


def read_limit(
    form: Form, key: str, words: Scalar, basis: Basis, assumed: str | None = None
) -> PrintedLimit | None:
    """The limit that ``words`` set, in the printed words; ``None`` and a problem if refused."""
    wording = words.text.strip()
    reading = _read(wording)
    if reading.refused is not None:
        form.report(
            words.place,
            f"“{key}”读不懂：“{wording}”。{reading.refused}",
            EXAMPLES + "；一时改不了的，在下一行写上“读法: 未读”，这个事项按未能核查"
            if key == "公开时限" and assumed is None
            else EXAMPLES,
        )
        return None
    return PrintedLimit(wording, reading, basis, assumed)


def is_readable(words: Scalar) -> bool:
    """Whether a wording can be read."""
    return _read(words.text.strip()).refused is None


def unread_limit(form: Form, words: Scalar, basis: Basis, assumed: str | None) -> PrintedLimit:
    """A limit that its file marks as not read (读法: 未读): nothing is read into it.

    Where its wording can be read that is said, as it may have been marked by an older program.
    """
    wording = words.text.strip()
    why = _read(wording).refused
    if why is None:
        form.note(words.place, f"“{wording}”已经读得懂", "核对后删去“读法: 未读”")
    return PrintedLimit(wording, Reading(refused=why or "目录标明“读法: 未读”"), basis, assumed)


@cache
def _read(wording: str) -> Reading:
    """A catalogue says the same words in most of its rows: read them once."""
    return read_wording(wording)


def read_duration(text: str) -> Within | None:
    """How long something may stay as it is: 2周, 6个月, 1年; ``None`` for anything else.

    >>> read_duration("２ 周") == Within(count=2, unit="week")
    True
    >>> read_duration("半年") is None
    True
    """
    match = _DURATION.fullmatch(without_space(half_width(text)))
    return Within(count=int(match[1]), unit=_UNITS[match[2]]) if match else None


def freshness(words: str, within: Within, basis: Basis, assumed: str | None) -> PrintedLimit:
    """How old the newest item of a column may be, as a limit."""
    return PrintedLimit(words, Reading((within,)), basis, assumed)
