"""What the words of a clause say of its days: one row for each way of saying it.

The rows are the wordings of the notices since 2004. What none of them fits is not guessed at: a
phrase that names no day and no rest is left as prose, anything else cannot be read.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from ....notation.numerals import read_numeral
from .festivals import NUMERALS, name_pattern
from .letters import MASKS
from .printed_days import DAY


class Kind(StrEnum):
    """What is said."""

    REST = "放假"
    MADE_UP_REST = "补休"
    WORK = "上班"
    MOVED = "公休日调至"
    EXTENDED = "延长至"
    RESUMED = "起正常上班"
    STATUTORY = "为法定节假日"
    WEEKEND = "照常公休"
    NO_REST = "不放假"
    TOTAL = "共几天"
    JOINED = "与周末连休"
    NOT_SHIFTED = "不调休"
    MENTIONED = "是某日"
    OF_WHICH = "其中"
    SENTENCE_END = "。"
    ENCOURAGED = "鼓励"
    PROSE = "其他文字"
    UNREADABLE = "读不出"


Spans = tuple[tuple[int, int], ...]
"""Pairs of indices into the days of a clause, first and last of a span, both included."""


class Said(Struct, frozen=True):
    """One statement, from ``first`` to ``last`` in the words of a clause.

    ``spans`` are its days, ``to`` those that days off are moved to; ``number`` is a number of
    days, ``holiday`` the name that is extended, ``of_year`` the year that is printed before it.
    """

    kind: Kind
    first: int
    last: int
    spans: Spans = ()
    to: Spans = ()
    number: int | None = None
    holiday: str | None = None
    of_year: int | None = None


_RANGE = r"(?:至|到|[-—–―─~]+)"
_SPAN = rf"{DAY}(?:{_RANGE}{DAY})?"
_DAYS = rf"(?P<days>{_SPAN}(?:(?:[、,和及与]|以及){_SPAN})*)"
_DAY_OFF = (
    "放公休日周末双法定节假期一两二三四五六七八九十个天的、和及与分别均春清明端午中秋国庆劳动元旦"
)
_FROM = rf"[{_DAY_OFF}]*\(?(?P<days>{DAY}(?:(?:,|[{_DAY_OFF}]*){DAY})*)\)?[{_DAY_OFF}]*"
_TO = rf"(?P<to>{_SPAN}(?:(?:[、和及与]|以及){_SPAN})*)"
_LEAD = "(?:自|从|即|于|今年|明年)?"
_AS = rf"(?:为[^{DAY},。;不非]{{0,12}}?)?"
_ALL = "(?:全国|全体公民|统一|均|都|各)*"

_HOLIDAY = rf"(?:(?P<year>\d{{4}})年)?(?P<holiday>{name_pattern()})(?:假期|放假)(?:时间)?"

_FORMS: tuple[tuple[Kind, str], ...] = (
    (Kind.SENTENCE_END, "。"),
    (Kind.ENCOURAGED, "(?:鼓励|提倡|倡导)[^。]*"),
    (Kind.PROSE, rf"[^{DAY}。]{{0,20}}不能休假的[^{DAY}。]*"),
    (Kind.OF_WHICH, "其中(?:包括)?"),
    (Kind.EXTENDED, rf"延长{_HOLIDAY}[至到](?P<days>{DAY})"),
    (Kind.EXTENDED, rf"将?{_HOLIDAY}延长[至到](?P<days>{DAY})"),
    (Kind.RESUMED, rf"(?P<days>{DAY})起,?(?:正常|恢复|照常)*上班"),
    (Kind.MOVED, rf"将?{_FROM}(?:调|调整|调休|移|顺延)[至到]{_TO}"),
    (
        Kind.STATUTORY,
        rf"{_DAYS},?(?:分别|均|都)?为[^{DAY},。;不非]{{0,12}}?(?:法定)?(?:节?假日|休假日|节日|假期)",
    ),
    (
        Kind.WEEKEND,
        rf"{_DAYS},?(?:均|都|仍)?(?:为(?:公休日|双休日|周末)|(?:照常|正常)(?:公休|休息))",
    ),
    (Kind.NO_REST, rf"{_DAYS}不放假"),
    (
        Kind.REST,
        rf"{_LEAD}{_DAYS},?{_AS}{_ALL}(?:放假(?:调休|公休|休息)?|(?:调休|公休)放假|休假)(?!安排|办法|通知|日)",
    ),
    (Kind.WORK, rf"{_LEAD}{_DAYS},?(?:均|都|也)?(?:正常|照常|调休)?上班"),
    (
        Kind.MADE_UP_REST,
        rf"{_DAYS},?{_AS}(?:补休|补假|调休)(?:日(?!期))?(?!上班)",
    ),
    (
        Kind.MENTIONED,
        rf"[^{DAY},。;]{{0,40}}?{_DAYS}(?:是|为|系)[^{DAY},。;不非]{{1,40}}?(?:节|周年|纪念日|当日)(?![假日])",
    ),
    (Kind.JOINED, "与(?:周末|双休日)(?:公休日)?连休"),
    (Kind.NOT_SHIFTED, "(?:不|无|无需|不再)(?:安排)?调休"),
    (
        Kind.TOTAL,
        rf"(?:共计?|合计|总共|总计)?(?P<number>\d{{1,3}}|[{NUMERALS}]{{1,3}})天",
    ),
)

_BETWEEN = frozenset(",;、:!.")
_NO_NOUN = "(?!放假期间|期间|安排|工作|时间|事宜|办法|制度|日期|方案|调休)"
_TELLING = re.compile(
    rf"(?:放假|上班|调休|补休|补假|公休|连休|(?<!年)休假){_NO_NOUN}"
    rf"|\d[月日天]|[{DAY}{re.escape(MASKS)}]"
)
"""What makes a phrase one that must be understood."""
_HARMLESS = re.compile(rf"[^\d{DAY}{re.escape(MASKS)}]*如下[^\d{DAY}{re.escape(MASKS)}]*")


def statements(words: str) -> Iterator[Said]:
    """What the words of a clause say, in order; together they cover all of it.

    >>> [said.kind.value for said in statements(f"{DAY}至{DAY}放假调休,共3天。{DAY}上班。")]
    ['放假', '共几天', '。', '上班', '。']
    """
    at = days_before = 0
    while at < len(words):
        if words[at] in _BETWEEN:
            at += 1
            continue
        said = _statement(words, at, days_before)
        yield said
        days_before += words.count(DAY, at, said.last)
        at = said.last


def _statement(words: str, at: int, days_before: int) -> Said:
    for kind, pattern in _forms():
        found = pattern.match(words, at)
        if found is None:
            continue
        groups = found.groupdict()
        number = groups.get("number")
        return Said(
            kind,
            at,
            found.end(),
            spans=_spans(found, "days", days_before),
            to=_spans(found, "to", days_before),
            number=read_numeral(number) if number else None,
            holiday=groups.get("holiday"),
            of_year=int(groups["year"]) if groups.get("year") else None,
        )
    phrase = re.compile(r"[^,;。:]*").match(words, at)
    assert phrase is not None
    last = max(phrase.end(), at + 1)
    if _TELLING.search(phrase[0]) and not _HARMLESS.fullmatch(phrase[0]):
        return Said(Kind.UNREADABLE, at, last)
    return Said(Kind.PROSE, at, last)


def _spans(found: re.Match[str], group: str, days_before: int) -> Spans:
    """The spans of days in a group of a match, as indices into the days of the clause."""
    if found.groupdict().get(group) is None:
        return ()
    index = days_before + found.string.count(DAY, found.start(), found.start(group))
    spans = []
    for each in re.finditer(_SPAN, found[group]):
        count = each[0].count(DAY)
        spans.append((index, index + count - 1))
        index += count
    return tuple(spans)


@cache
def _forms() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in _FORMS)
