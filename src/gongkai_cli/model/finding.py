"""States, severities and findings."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from .deadline import Clock, Deadline
from .place import Place


class State(StrEnum):
    """What a duty is in; declared from worst to best, so that order decides."""

    VERY_LATE = "严重超期"
    LATE = "超期"
    MISSING = "缺失"
    BLANK = "空白"
    STALE = "陈旧"
    UNDECIDED = "暂不能定"
    DUE_TODAY = "今日到期"
    DUE_SOON = "临期"
    BY_HAND = "待人工"
    UNCHECKED = "未能核查"
    EXPLAINED = "已说明"
    WAIVED = "豁免"
    COMPLIANT = "合规"
    NOT_APPLICABLE = "不适用"

    @property
    def rank(self) -> int:
        """0 for the worst.

        >>> State.LATE.rank < State.UNCHECKED.rank < State.COMPLIANT.rank
        True
        """
        return _STATES.index(self)


_STATES = list(State)


class Severity(StrEnum):
    """How much a finding weighs; declared from heaviest to lightest."""

    CRITICAL = "严重"
    HIGH = "高"
    MEDIUM = "中"
    LOW = "低"
    INFO = "提示"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return _SEVERITIES.index(self)

    @property
    def ascii(self) -> str:
        """The spelling for a keyboard without Chinese."""
        return self.name.lower()


_SEVERITIES = list(Severity)


class Finding(Struct, frozen=True, kw_only=True):
    """One breach or doubt, with all that a reader needs to check it and to act.

    ``state`` is what it puts its duty in, ``None`` where it leaves the state alone.
    ``next_step`` tells the unit what to do. Its identity is duty + record + check + clock.
    """

    code: str
    name: str
    severity: Severity
    message: str
    next_step: str
    state: State | None = None
    duty: str | None = None
    record: str | None = None
    column: str | None = None
    units: tuple[str, ...] = ()
    clock: Clock | None = None
    deadline: Deadline | None = None
    days_late: int | None = None
    calendar_days_late: int | None = None
    published: date | None = None
    place: Place | None = None

    @property
    def id(self) -> str:
        """Stable from run to run: never a row number."""
        parts = (self.code, self.duty, self.record or self.column, self.clock and self.clock.key)
        return "/".join(part for part in parts if part)
