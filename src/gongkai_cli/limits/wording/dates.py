"""By a date of the year: 每年1月31日前, 11月底前, 每年10月, 年底前, 每年第一季度."""

import re
from calendar import monthrange

import msgspec

from ...model.limit import ByDate
from ...notation.numerals import read_numeral
from .grammar import matcher
from .marks import Form, Mark
from .productions import TERMINALS

_AFTER = "[之]后|以后|起|左右|至|到|-|以来|开始|上下|中$"
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_QUARTERS = dict(zip("一二三四1234", (1, 2, 3, 4, 1, 2, 3, 4), strict=True))

ASSUMED_YEARLY = "没有写“每年”，推定每年都要"


def _day(found: re.Match[str]) -> Mark | None:
    """1月31日前; 1月1日至1月31日."""
    month, day = read_numeral(found["m"]), read_numeral(found["d"])
    first = None
    if found["d2"]:
        first = (month, day)
        month = read_numeral(found["m2"]) if found["m2"] else month
        day = read_numeral(found["d2"])
        if not _exists(*first):
            return _wrong(found, f"没有{found['m']}月{found['d']}日这一天")
    if not _exists(month, day):
        return _wrong(found, f"“{found[0]}”中没有这一天")
    if first and (month, day) <= first:
        return _wrong(found, "起止日期不是由前到后")
    window = f"{_text(*first)}..{_text(month, day)}" if first else None
    return _mark(found, _text(month, day), window)


def _same_day(found: re.Match[str]) -> Mark | None:
    """每年1月、7月的15日前: one day of several months."""
    months = [read_numeral(text) for text in re.findall(TERMINALS["数"].pattern, found["months"])]
    day = read_numeral(found["d"])
    if not all(_exists(month, day) for month in months):
        return _wrong(found, f"“{found[0]}”中没有这一天")
    marks = [_mark(found, _text(month, day), None) for month in months]
    limits = tuple(limit for mark in marks for limit in mark.limits)
    return msgspec.structs.replace(marks[0], limits=limits)


def _month(found: re.Match[str]) -> Mark | None:
    """11月底前; 每年10月; 1月-2月; 3月上旬; several months with one ending."""
    months = [read_numeral(text) for text in re.findall(TERMINALS["数"].pattern, found["months"])]
    if any(month is None or not 1 <= month <= 12 for month in months):
        return _wrong(found, f"“{found['months']}”中没有这个月份")
    known = [month for month in months if month]
    part = found["part"]
    if part == "初" or (found["before"] and part not in ("底", "末", "月底", "月末")):
        return _wrong(found, f"“{found[0]}”没有写到哪一天")
    if found["inside"] and not (found["yearly"] or found["once"] or found["nearby"]):
        return _wrong(found, f"“{found[0]}”是月份还是几个月，无法确定")
    if len(known) == 2 and (found["span"] or found["between"]):
        if known[0] >= known[1] or part:
            return _wrong(found, f"“{found[0]}”不是由前到后的月份")
        end = _text(known[1], _last(known[1]))
        return _mark(found, end, f"{_text(known[0], 1)}..{end}")
    marks = [_mark(found, *_of_month(month, part)) for month in known]
    limits = tuple(limit for mark in marks for limit in mark.limits)
    return Mark(
        start=found.start(), end=found.end(), sort="date", limits=limits, notes=marks[0].notes
    )


def _of_month(month: int, part: str | None) -> tuple[str, str | None]:
    if part in _THIRDS:
        first, last = _THIRDS[part]
        end = _text(month, min(last, _last(month)))
        return end, f"{_text(month, first)}..{end}"
    end = _text(month, _last(month))
    return end, None if part else f"{_text(month, 1)}..{end}"


def _year_end(found: re.Match[str]) -> Mark | None:
    return _mark(found, "12-31", None)


def _quarter(found: re.Match[str]) -> Mark | None:
    """每年第一季度; 一季度末前; 每年上半年."""
    if found.groupdict().get("half"):
        first, last = (1, 6) if found["half"] == "上" else (7, 12)
    else:
        number = _QUARTERS[found["q"]]
        first, last = number * 3 - 2, number * 3
    end = _text(last, _last(last))
    if found["part"]:
        return _mark(found, end, None)
    if found.groupdict().get("before"):
        return _wrong(found, f"“{found[0]}”没有写到哪一天")
    return _mark(found, end, f"{_text(first, 1)}..{end}")


def _mark(found: re.Match[str], by: str, window: str | None) -> Mark:
    if after := matcher(_AFTER).match(found.string, found.end()):
        return _wrong(found, f"“{found[0]}”后面跟着“{after[0]}”，不是到哪一天为止")
    named = found.groupdict()
    notes = []
    if named.get("year"):
        notes.append(f"只写了{named['year']}年一年")
    elif not named.get("yearly") and not named.get("once"):
        notes.append(ASSUMED_YEARLY)
    limit = ByDate(by=by, every=None if named.get("once") else "year", window=window)
    return Mark(
        start=found.start(), end=found.end(), sort="date", limits=(limit,), notes=tuple(notes)
    )


def _wrong(found: re.Match[str], why: str) -> Mark:
    return Mark(
        start=found.start(), end=found.end(), sort="date", wrong=why, wrong_at=found.start()
    )


def _exists(month: int | None, day: int | None) -> bool:
    """Whether every year has that day."""
    return bool(month and day and 1 <= month <= 12 and 1 <= day <= monthrange(2023, month)[1])


def _last(month: int) -> int:
    """The last day of a month; that of February is written 02-29, whatever the year."""
    return monthrange(2024, month)[1]


def _text(month: int | None, day: int | None) -> str:
    return f"{month:02}-{day:02}"


FORMS = (
    Form(
        "每年1月、7月的15日前",
        "[<年>]months:(<几月>{<同列><数>月[份]}+)(的|各月[的])d:<数>'日号'<前止>",
        _same_day,
        needs="月",
    ),
    Form(
        "每年1月31日前",
        """[<年>]<月>[的]d:<数>
        ['日号'](<至>[m2:<数>月]d2:<数>'日号'[期间|之间]|='日号')[before:<前止>]""",
        _day,
        needs="月",
    ),
    Form(
        "每年6月、12月底前",
        """[<年>]months:(<几月>{(span:<至>|<同列>['次翌下'年])<数>月[份]}|<数首><数>between:<至><数>月[份])
        [的][part:([月]'底末'|上旬|中旬|下旬|初)][inside:内][before:<前止>]
        !([的]<数>('日号'|[个]工作日)|='月份'<同列>['次翌下'年]<数>月|'0123456789底末初内份上中下'|<前>)""",
        _month,
        needs="月",
    ),
    Form(
        "每年年底前",
        "(<年>[年[度]]<末>|bare:(~'半学'年[度]<末>))[[的]<前>|[以]内]",
        _year_end,
        needs="终底末",
    ),
    Form(
        "每年第一季度",
        "<年>([第]q:'一二三四1234'季度|half:'上下'半年)[part:'末底'][内][before:<前止>]",
        _quarter,
        needs="季半",
    ),
    Form(
        "第一季度末前",
        "<无数>[第]q:'一二三四1234'季度part:'末底'<前>",
        _quarter,
        needs="季",
    ),
    Form(
        "年内",
        "once:((本|当|今|year:<年份>|~'每逐各半学'<无数>)年[度]内)",
        _year_end,
        needs="年",
    ),
)
