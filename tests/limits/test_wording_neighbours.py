"""Neighbours of real wordings: another number, unit, trigger, order or letter.

What is changed is known, so is what may become of the reading: it changes in that alone, or the
neighbour is refused. It never becomes something else.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import msgspec
import pytest

from gongkai_cli.limits import read_wording
from gongkai_cli.limits.wording.plain import SLIPS
from gongkai_cli.model.limit import Limit, Reading, Within

from .sentences import WRITTEN
from .wordings import READ, full_width, half_width

PHRASES = [half_width(case["phrase"]).replace("\n", "") for case in READ]
_AMOUNT = re.compile(r"(?<![0-9])([0-9]{1,2})(个工作日|日|个月|小时|天)(?=[以之]?内)")
_START = re.compile("(?:(?<=自)|(?<![^,;:。]))信息形成或者?变更(?=之日起|后)")


@cache
def read(wording: str) -> Reading:
    """The reading, kept: a wording is asked for once for every neighbour."""
    return read_wording(wording)


def alone(pattern: re.Pattern[str]) -> list[tuple[str, re.Match[str]]]:
    """The wordings in which a pattern is found once, and where."""
    found = ((phrase, list(pattern.finditer(phrase))) for phrase in PHRASES)
    return [(phrase, matches[0]) for phrase, matches in found if len(matches) == 1]


def with_it(phrase: str, found: re.Match[str], words: str) -> str:
    """The phrase with other words in the place of what was found."""
    return phrase[: found.start()] + words + phrase[found.end() :]


def counted(reading: Reading, count: int, unit: str) -> list[Limit]:
    """Its limits of so many units."""
    return [
        limit
        for limit in reading.limits
        if isinstance(limit, Within) and (limit.count, limit.unit) == (count, unit)
    ]


def changed(reading: Reading, old: Any, new: Any, kind: Any = Limit) -> set[Limit]:
    """The limits, with ``new`` in the place of ``old`` wherever all its fields hold."""
    result = set()
    for limit in reading.limits:
        same = all(getattr(limit, name, None) == value for name, value in old.items())
        holds = same and isinstance(limit, kind)
        result.add(msgspec.structs.replace(limit, **new) if holds else limit)
    return result


UNITS = {"个工作日": "workday", "日": "day", "天": "day", "个月": "month", "小时": "hour"}


def other_units() -> Iterator[tuple[str, set[Limit]]]:
    """20个工作日内 becomes 20日内."""
    for phrase, found in alone(_AMOUNT):
        count, unit = int(found[1]), UNITS[found[2]]
        if not counted(read(phrase), count, unit):
            continue
        for words, other in UNITS.items():
            wanted = changed(read(phrase), {"count": count, "unit": unit}, {"unit": other}, Within)
            yield with_it(phrase, found, f"{count}{words}"), wanted


def numerals() -> Iterator[tuple[str, set[Limit]]]:
    """20个工作日内 becomes 二十个工作日内."""
    written = {value: words for words, value in WRITTEN.items()}
    for phrase, found in alone(_AMOUNT):
        if int(found[1]):
            neighbour = with_it(phrase, found, f"{written[int(found[1])]}{found[2]}")
            yield neighbour, set(read(phrase).limits)


STARTS = {
    "信息形成": ("formed", None),
    "信息变更": ("changed", None),
    "信息产生或变动": ("formed-or-changed", None),
    "制作或获取信息": ("made-or-obtained", None),
    "决定作出": ("decided", None),
    "收到文件": ("received", None),
    "财政部门批复": ("approved", None),
    "文件印发": ("issued", None),
    "确定": ("determined", None),
    "合同签订": ("event", "合同签订"),
    "会议结束": ("event", "会议结束"),
}


def other_starts() -> Iterator[tuple[str, set[Limit]]]:
    """信息形成或变更之日起 becomes 会议结束之日起."""
    old = {"trigger": "formed-or-changed"}
    for phrase, found in alone(_START):
        for words, (trigger, event) in STARTS.items():
            wanted = changed(read(phrase), old, {"trigger": trigger, "event": event})
            yield with_it(phrase, found, words), wanted


def other_order() -> Iterator[tuple[str, set[Limit]]]:
    """Sentences that do not refer to each other, the other way round."""
    for phrase in PHRASES:
        parts = [part for part in re.split("[;；。]", phrase) if part]
        refers = re.search("其[中他它余]|[0-9一二三]、|[①②(（]|另有规定", phrase)
        if len(parts) == 2 and not refers:
            yield f"{parts[1]}。{parts[0]}", set(read(phrase).limits)


def said_around() -> Iterator[tuple[str, set[Limit]]]:
    """Words that change nothing, before and behind."""
    for phrase in PHRASES:
        wanted = set(read(phrase).limits)
        if not phrase.startswith(("同", "/", "—", "-", "无", "暂")):
            yield f"公开时限：{phrase}", wanted
            yield f"{phrase}。", wanted
            yield f"“{phrase}”", wanted
            yield full_width(phrase), wanted


def misprints() -> Iterator[tuple[str, set[Limit]]]:
    """What is meant becomes what is sometimes printed."""
    for phrase in PHRASES:
        for slip in SLIPS:
            if slip.printed.isalpha() and slip.meant in phrase:
                printed = phrase.replace(slip.meant, slip.printed, 1)
                yield printed, set(read(phrase).limits)


@pytest.mark.parametrize(
    ("neighbours", "least"),
    [
        (other_units, 400),
        (numerals, 200),
        (other_starts, 200),
        (other_order, 10),
        (said_around, 2000),
        (misprints, 300),
    ],
)
def test_a_neighbour_is_read_as_the_neighbour_or_refused(neighbours: Any, least: int) -> None:
    understood = 0
    for wording, wanted in neighbours():
        reading = read_wording(wording)
        assert reading.refused is not None or set(reading.limits) == wanted, wording
        understood += reading.refused is None
    assert understood > least


BEHIND = ("后", "以后", "左右", "以上", "前后", "以外", "次", "起")


def test_what_bounds_a_number_otherwise_is_no_limit_of_that_number() -> None:
    """20个工作日内 becomes 20个工作日左右, 近20个工作日, 第20个工作日内."""
    cases = [(phrase, found) for phrase, found in alone(_AMOUNT) if int(found[1])]
    assert len(cases) > 200
    for phrase, found in islice(cases, 300):
        count, unit = int(found[1]), UNITS[found[2]]
        end = re.compile("[以之]?内").match(phrase, found.end())
        assert end
        around = [f"{phrase[: found.end()]}{words}{phrase[end.end() :]}" for words in BEHIND] + [
            f"{phrase[: found.start()]}{words}{phrase[found.start() :]}"
            for words in ("第", "近", "约", "满", "每", "超过", "非", "不在")
        ]
        for wording in around:
            reading = read_wording(wording)
            assert not counted(reading, count, unit), (wording, reading.limits)
