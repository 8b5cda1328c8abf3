"""有效期, 施行: from a day to a day, both included."""

from ...model.duty import Period
from ...notation.yaml_form import Form

PERIOD_KEYS = ("自", "至")


def read_period(form: Form, key: str) -> Period:
    """The period below ``key``, open where a day is missing; an inverted one is a problem."""
    dates = form.form(key, PERIOD_KEYS)
    if dates is None:
        return Period()
    first, last = dates.day("自"), dates.day("至")
    if first and last and last < first:
        dates.report(dates.place_of("至"), f"“{key}”前后颠倒：自{first}至{last}", "“至”不早于“自”")
    return Period(first, last, dates.place)
