"""A notice as a holiday file (``holidays/2026.yaml``) is written, in the shipped style."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..calendar.notices import Notice, Rest, YearNotices

_PLAIN = re.compile(r"[^\W_][\w〔〕（）《》、，。“”./:?=&%+-]*")
"""A text that needs no quotation marks; a colon before a blank does not occur in it."""


def render(year: YearNotices) -> str:
    """The text of the holiday file of a year.

    >>> from gongkai_cli.calendar.notices import MakeUp
    >>> print(render(YearNotices(2019, (Notice(
    ...     number="国办发明电〔2019〕3号", issued=date(2019, 3, 22),
    ...     rests=(Rest("劳动节", date(2019, 5, 1), date(2019, 5, 4)),),
    ...     make_ups=(MakeUp(date(2019, 4, 28), "劳动节"), MakeUp(date(2019, 5, 5), "劳动节")),
    ... ),))))
    # 2019年节假日安排，由通知的文本读出。
    年份: 2019
    通知:
      - 文号: 国办发明电〔2019〕3号
        印发: 2019-03-22
        放假:
          劳动节: 5月1日至4日
        上班:
          劳动节: [4月28日, 5月5日]
    <BLANKLINE>
    """
    head = f"# {year.year}年节假日安排，由通知的文本读出。\n年份: {year.year}\n通知:\n"
    return head + "\n".join(entry(notice, year.year) for notice in year.notices)


def entry(notice: Notice, year: int, indent: int = 2) -> str:
    """One notice in the list of a holiday file, moved in by ``indent`` blanks."""
    lines = list(_lines(notice, year))
    marks = ["- ", *["  "] * (len(lines) - 1)]
    return "".join(f"{' ' * indent}{mark}{line}\n" for mark, line in zip(marks, lines, strict=True))


def _lines(notice: Notice, year: int) -> Iterator[str]:
    yield f"文号: {_text(notice.number)}"
    yield f"印发: {notice.issued}"
    if notice.title:
        yield f"标题: {_text(notice.title)}"
    if notice.source:
        yield f"来源: {_text(notice.source)}"
    if notice.second_hand:
        yield "可信: 转引"
    rests: dict[str, list[str]] = {}
    for rest in notice.rests:
        rests.setdefault(rest.holiday, []).append(_span(rest, year))
    make_ups: dict[str, list[str]] = {}
    for each in notice.make_ups:
        make_ups.setdefault(each.holiday or "", []).append(_day(each.day, year))
    yield from _days("放假", rests)
    if "" in make_ups:
        every = [word for words in make_ups.values() for word in words]
        yield f"上班: [{', '.join(every)}]"
    else:
        yield from _days("上班", make_ups)


def _days(key: str, words: dict[str, list[str]]) -> Iterator[str]:
    if words:
        yield f"{key}:"
    for holiday, each in words.items():
        yield f"  {_text(holiday)}: {_list(each)}"


def _list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"[{', '.join(words)}]"


def _span(rest: Rest, year: int) -> str:
    first = _day(rest.first, year)
    if rest.first == rest.last:
        return first
    if rest.first.year != rest.last.year:
        return f"{_day(rest.first, 0)}至{_day(rest.last, 0)}"
    if rest.first.month != rest.last.month:
        return f"{first}至{rest.last.month}月{rest.last.day}日"
    return f"{first}至{rest.last.day}日"


def _day(day: date, year: int) -> str:
    return f"{'' if day.year == year else f'{day.year}年'}{day.month}月{day.day}日"


def _text(text: str) -> str:
    """A text as a YAML value."""
    if _PLAIN.fullmatch(text) and not text.endswith(":"):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_escape(letter) for letter in escaped) + '"'


def _escape(letter: str) -> str:
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"
