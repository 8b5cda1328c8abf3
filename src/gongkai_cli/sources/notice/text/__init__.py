"""The text of a holiday notice, as the State Council's General Office words it, read.

Wordings of all years since 2004; what cannot be read or does not fit itself is refused with the
clause. Nothing here touches a file.
"""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from ....calendar.notices import YearNotices
from ....model.place import Problem, errors
from .nouns import Clause, NoticeText

__all__ = ["Clause", "Given", "NoticeText", "read_notice"]


class Given(Struct, frozen=True):
    """Number and day of issue as told by whoever has the text read, where the text lacks them."""

    number: str | None = None
    issued: date | None = None


NOTHING_GIVEN = Given()


def _nothing_known(year: int) -> YearNotices | None:
    return None


def read_notice(
    text: str,
    file: str,
    given: Given = NOTHING_GIVEN,
    known: Callable[[int], YearNotices | None] = _nothing_known,
) -> tuple[NoticeText | None, tuple[Problem, ...]]:
    """The notice that a text is, and everything that is wrong with it, all at once.

    ``file`` is the name to show; ``known`` gives the notices of a year that are there already:
    an extension (延长至) can only be read with those issued before it. Problems that are notes
    leave the notice usable; where there is an error there is no notice.

    >>> notice, problems = read_notice(
    ...     "国务院办公厅关于调整2019年劳动节假期安排的通知\\n国办发明电〔2019〕3号\\n"
    ...     "一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。\\n"
    ...     "国务院办公厅 2019年3月22日", "通知.txt")
    >>> notice.clauses[0].holiday, str(notice.rests[0].last), len(notice.make_ups), problems
    ('劳动节', '2019-05-04', 2, ())
    """
    from .whole import WholeReading

    reading = WholeReading(text, file, given, known)
    notice = reading.notice()
    problems = tuple(reading.problems)
    return (None if errors(problems) else notice), problems
