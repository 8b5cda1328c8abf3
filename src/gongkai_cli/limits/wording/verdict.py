"""What a whole wording says, once all its limits are found."""

import msgspec
from msgspec import Struct

from ...model.limit import (
    ByDate,
    ByOtherRule,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Realtime,
    Within,
)
from .marks import Stop

_TIMED = (Within, ByDate, Periodic)
_TOLD_APART = (*_TIMED, Prompt, Realtime, Dynamic)


class Found(Struct, frozen=True, kw_only=True):
    """A limit with what decides over it at the end.

    ``subject`` is what it is about where the words do not set that apart, ``carried`` the subject
    of the limit before it in the ``sentence`` (a number). ``bound`` is true for 最迟不超过,
    ``vague`` for words that give way to any limit, ``cited`` for rules that do. ``notes`` hold only
    while the limit itself does.
    """

    limit: Limit
    at: int
    sentence: int
    subject: str = ""
    carried: str = ""
    bound: bool = False
    vague: bool = False
    cited: bool = False
    notes: tuple[str, ...] = ()


def settled(found: list[Found]) -> tuple[tuple[Limit, ...], tuple[str, ...]]:
    """The limits of a wording and their notes; raises ``Stop`` where two contradict each other.

    A subject becomes the scope of its limit only where there is another limit to tell it from.
    """
    timed = [each for each in found if isinstance(each.limit, _TIMED)]
    if timed:
        found = [each for each in found if not each.vague]
    found = [each for each in found if not _said_better(each, found)]
    several = _several(found, _TOLD_APART) or _several(found, (PostedFor,))
    if several or _about_different_things(found) or _some_set_apart(found):
        found = [_told_apart(each) for each in found]
    _refuse_contradictions(found)
    limits = tuple(dict.fromkeys(each.limit for each in found))
    return limits, tuple(note for each in found for note in each.notes)


def _several(found: list[Found], kinds: tuple[type[Limit], ...]) -> bool:
    return sum(isinstance(each.limit, kinds) for each in found) > 1


def _about_different_things(found: list[Found]) -> bool:
    return len({each.subject for each in found if each.subject}) > 1


def _some_set_apart(found: list[Found]) -> bool:
    return any(each.limit.applies_to and not isinstance(each.limit, ByOtherRule) for each in found)


def _told_apart(found: Found) -> Found:
    subject = found.subject or found.carried
    if not subject or found.limit.applies_to:
        return found
    limit = msgspec.structs.replace(found.limit, applies_to=subject)
    return msgspec.structs.replace(found, limit=limit)


def _refuse_contradictions(found: list[Found]) -> None:
    seen: dict[Limit, Found] = {}
    for each in found:
        if not isinstance(each.limit, Within | PostedFor) or each.bound:
            continue
        without_amount = msgspec.structs.replace(each.limit, count=0, unit="day")
        if isinstance(without_amount, Within):
            without_amount = msgspec.structs.replace(without_amount, range=None)
        other = seen.setdefault(without_amount, each)
        if other.limit != each.limit:
            raise Stop(each.at, "与前面的时限对同一件事说法不同，分不清各自适用于什么")


def _said_better(each: Found, found: list[Found]) -> bool:
    """Whether the sentence says the same more closely (与文件同步，同步发布; 按月，次月10日前)."""
    beside = [other.limit for other in found if other.sentence == each.sentence]
    limit = each.limit
    if limit == Realtime():
        return any(isinstance(other, Realtime) and other.trigger for other in beside)
    if not isinstance(limit, Periodic) or limit.at is not None:
        return False
    return any(
        isinstance(other, Periodic)
        and other.at is not None
        and (other.every, other.applies_to) == (limit.every, limit.applies_to)
        for other in beside
    )
