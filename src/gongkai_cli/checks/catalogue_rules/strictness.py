"""Which of two limits is the laxer, told without a calendar."""

from collections.abc import Iterator

from ...model.basis import Authority
from ...model.duty import Duty, Statute
from ...model.limit import ByDate, Limit, Within
from .papers import Papers

_DAYS = {"hour": 1 / 24, "day": 1.0, "workday": 7 / 5, "week": 7.0, "month": 30.0, "year": 365.0}


def laxer(own: Limit, rule: Limit) -> bool:
    """Whether ``own`` leaves more time than ``rule``, as far as the two can be compared.

    Five working days are taken as seven natural days; a limit after an event and a date of the year
    cannot be compared, nor can one that has no number.

    >>> laxer(Within(count=20, unit="workday"), Within(count=20, unit="day"))
    True
    >>> laxer(Within(count=3, unit="workday"), Within(count=7, unit="day"))
    False
    """
    match own, rule:
        case Within(direction=None), Within(direction=None):
            return _span(own) > _span(rule)
        case ByDate(), ByDate():
            return own.by > rule.by
        case _:
            return False


def strictest(duty: Duty, titles: tuple[str, ...] = ()) -> Limit | None:
    """The strictest limit that a duty sets itself for records with one of ``titles`` in theirs.

    A limit for a part of the duty (其中行政处罚7个工作日) counts only if a title names that part.
    """
    every = [limit for printed in duty.limits for limit in printed.reading.limits]
    named = [
        limit
        for limit in every
        if limit.applies_to and any(title in limit.applies_to for title in titles)
    ]
    fitting = named or [limit for limit in every if limit.applies_to is None]
    timed = [limit for limit in fitting if isinstance(limit, Within | ByDate)]
    return next((each for each in timed if not any(laxer(each, other) for other in timed)), None)


def laxer_than(papers: Papers, authority: Authority) -> Iterator[tuple[Duty, Limit, Statute]]:
    """Duties whose own limit is laxer than a rule of this rank that touches them."""
    for duty in papers.duties:
        for statute in papers.statutes_on(duty):
            if statute.limit.basis.authority is not authority:
                continue
            own = strictest(duty, statute.titles_with)
            rules = statute.limit.reading.limits
            if own is not None and any(laxer(own, rule) for rule in rules):
                yield duty, own, statute


def lax_words(duty: Duty, statute: Statute) -> str:
    """What is laxer than what, and for which records."""
    own = "”“".join(printed.wording for printed in duty.limits)
    part = "、".join(statute.titles_with)
    scope = f"（标题含“{part}”的信息）" if part else ""
    assumed = statute.assumed_on(duty)
    doubt = f"；{assumed}" if assumed else ""
    return f"“{own}”比{statute.limit.basis.text}的“{statute.limit.wording}”长{scope}{doubt}"


def _span(limit: Within) -> float:
    return limit.count * _DAYS[limit.unit]
