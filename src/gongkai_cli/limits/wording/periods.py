"""Once in every so often: 每季度首月20日前, 每月10日前, 每周三, 按季度, 每月结束后10个工作日内.

``at`` of the reading says where inside the period, or behind it, in one of these spellings:
``first-month day 20``, ``second-month day 5``, ``last-month day 25``, ``this-month day 10``,
``this-month days 1-10``, ``next-month day 10``, ``next-month days 1-10``, ``first-month end``,
``next-month end``, ``month end``, ``quarter end``, ``half-year end``, ``year start``, ``week 1``,
``week end``, ``this-week Friday``, ``next-week Wednesday``, ``within 10 workdays after month end``.
"""

import re

from ...model.limit import Every, Periodic
from ...notation.numerals import read_numeral
from .amounts import read_amount
from .grammar import matcher
from .lexicon import MONTHS, PERIODS, WEEKDAYS
from .marks import Form, Mark

_TIMES: dict[int, Every] = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
_THIRDS = {"上旬": "1-10", "中旬": "11-20", "下旬": "21-31"}
_TOO_OFTEN = "{<应>|<至少>}[<行为>][<至少>]times:<数>['-至到、'<数>]次"
_AFTER = "[之]后|以后|起|左右|<前>|内|初"


def _periodic(found: re.Match[str]) -> Mark | None:
    named = found.groupdict()
    every = _every(named)
    if every is None:
        return _wrong(found, f"“{found[0]}”没有对应的周期")
    at = _at(found, every)
    if at is not None and at.startswith("?"):
        return _wrong(found, at[1:])
    if (more := matcher(_TOO_OFTEN).match(found.string, found.end())) and read_numeral(
        more["times"]
    ) != 1:
        return _wrong(found, f"一个周期内“{more['times']}次”没有对应的读法")
    if after := matcher(_AFTER).match(found.string, found.end()):
        return _wrong(found, f"“{found[0]}”后面的“{after[0]}”读不懂")
    return Mark(
        start=found.start(),
        end=found.end(),
        sort="every",
        limits=(Periodic(every=every, at=at),),
        notes=("没有写“每”，推定每期都要",) if "assumed" in named else (),
    )


def _every(named: dict[str, str | None]) -> Every | None:
    if several := named.get("several"):
        return _TIMES.get(read_numeral(several) or 0)
    if period := named.get("period"):
        return PERIODS[period]
    if named.get("halfyear"):
        return "half-year"
    return None if "odd" in named else "quarter" if "quarter" in named else "month"


def _at(found: re.Match[str], every: str) -> str | None:
    """The place inside or behind the period; a text that begins with ``?`` is a refusal."""
    named = found.groupdict()
    if named.get("ended"):
        read = read_amount(found)
        if not isinstance(read, tuple) or read[0].low:
            return f"?“{found[0]}”读不懂"
        unit = read[0].unit if read[0].count == 1 else f"{read[0].unit}s"
        return f"within {read[0].count} {unit} after {every} end"
    if named.get("front"):
        return _front(found, every)
    month = "next-month" if "quarter" in named else "this-month"
    if named.get("month"):
        month = MONTHS[named["month"] or ""]
    own = every == "month" and month == "this-month"
    placed = (bool(named.get("month")) or "quarter" in named) and not own
    if named.get("month") and not _has_months(every, month):
        return f"?“{found[0]}”中没有“{named['month']}”"
    if named.get("d"):
        return _days(named, month, every)
    if third := named.get("third"):
        if every != "month" and not placed:
            return f"?“{found[0]}”是哪个月，没有写明"
        return f"{month} days {_THIRDS[third]}"
    if begin := named.get("begin"):
        if "年" in begin and every != "year":
            return f"?“{found[0]}”读不懂"
        return f"{month if placed else every} start"
    if named.get("end"):
        if "月" in named["end"] and every != "month" and not placed:
            return f"?“{found[0]}”是哪个月，没有写明"
        return f"{month if placed else every} end"
    if named.get("weekday"):
        week = "next" if named.get("nextweek") else "this"
        return f"{week}-week {WEEKDAYS[named['weekday'] or '']}"
    if "week" in named:
        number = read_numeral(named["week"] or "一") or 0
        return f"week {number}" if 1 <= number <= 5 else f"?“{found[0]}”中没有这一周"
    return f"{month} end" if placed else None


def _has_months(every: str, month: str) -> bool:
    """Whether a period has, or is followed by, that month: a month has no first and no last one."""
    if every in ("day", "week"):
        return False
    return every != "month" or month in ("this-month", "next-month")


def _front(found: re.Match[str], every: str) -> str:
    """每月前5个工作日 begins behind the month before; 每月前10日 is the first third of it."""
    read = read_amount(found)
    if not isinstance(read, tuple) or read[0].low or every not in ("month", "quarter"):
        return f"?“{found[0]}”读不懂"
    amount = read[0]
    if amount.unit == "workday":
        return f"within {amount.count} workdays after {every} end"
    if amount.unit != "day" or amount.count > 28:
        return f"?“{found[0]}”读不懂"
    return f"{'this' if every == 'month' else 'first'}-month days 1-{amount.count}"


def _days(named: dict[str, str | None], month: str, every: str) -> str:
    first, last = read_numeral(named["d"] or ""), read_numeral(named.get("d2") or "")
    placed = named.get("month") or "quarter" in named
    if every in ("day", "week") or (every != "month" and not placed):
        return f"?“{named['d']}日”在哪个月，没有写明"
    for number, printed in ((first, named["d"]), (last, named.get("d2"))):
        if printed and not 1 <= (number or 0) <= 31:
            return f"?没有“{printed}日”这样的日子"
    if last and first and first >= last:
        return f"?“{named['d']}日”到“{named['d2']}日”不是由前到后"
    return f"{month} days {first}-{last}" if last else f"{month} day {first}"


def _wrong(found: re.Match[str], why: str) -> Mark:
    return Mark(
        start=found.start(), end=found.end(), sort="every", wrong=why, wrong_at=found.start()
    )


_ODD = "<数>[个](日|天|周|星期|月|季度|年|工作日|小时)|[个]工作日|小时|旬|学期|学年"

FORMS = (
    Form("每季度结束后15日内", "<每>ended:(<结束后>)<数量>['以之']内", _periodic, needs="每"),
    Form(
        "季度终了后15日内",
        """(<独立>period:(月度|季度|半年[度]|年度)|<句首>quarter:(季[度]))
        ended:((结束|终了|终结)<结束后>|=季后)<数量>['以之']内""",
        _periodic,
        needs="束终季",
    ),
    Form("每月前5个工作日", "<每>front:([的]前)<数量>[[以]内]", _periodic, needs="每"),
    Form(
        "每季度首月20日前",
        "<每>{的|，|于|在|结束|终了|[之]后}[month:<月名>[的]]<月中><至少一次>",
        _periodic,
        needs="每",
    ),
    Form(
        "每季度首月",
        "<每>{的|结束|终了|[之]后}month:<月名>[内]<至少一次>",
        _periodic,
        needs="每",
    ),
    Form(
        "下一季度首月10日前",
        "quarter:((次|下[一][个]|翌)季[度][的](首[个]月|第'一1'个月)|<独立>季[度][结束|终了]后[的]次月)[的]<月中>",
        _periodic,
        needs="季",
    ),
    Form(
        "当月20日前",
        "<句首>assumed:()month:(当月|本月)[的]<月中><至少一次>",
        _periodic,
        needs="当本",
    ),
    Form(
        "季度首月15日前",
        "<独立>assumed:()period:季度month:<月名>[的]<月中>",
        _periodic,
        needs="季",
    ),
    Form(
        "次月10日前",
        "month:(次月|下[一][个]月|翌月)[的]<月中><至少一次>",
        _periodic,
        needs="次下翌",
    ),
    Form("月底前", "<独立>assumed:()period:(月|季[度]|年)<期末>", _periodic, needs="底末初"),
    Form("每周三", "每period:(周|星期|礼拜)[的]<星期几><至少一次>", _periodic, needs="每"),
    Form(
        "次周三前",
        "nextweek:'次下'[一][个]period:(周|星期)<星期几>",
        _periodic,
        needs="周星",
    ),
    Form(
        "每月第一周",
        "每period:月[的](第week:<数>[个]|首)周[内|前]<至少一次>",
        _periodic,
        needs="每",
    ),
    Form("每3个月", "每several:<数>个月<至少一次>", _periodic, needs="每"),
    Form("每年至少更新一次", "<每>[内]<至少一次>", _periodic, needs="每"),
    Form(
        "按季度公开",
        """(按[照]|分|逐)period:(日|天|周|星期|月[度]|季[度]|半年[度]|年[度])
        &($|'，；。（）、'|{<应>|定期|分别}(<行为>|统计)){<应>}<至少一次>""",
        _periodic,
        needs="按分逐",
    ),
    Form(
        "年度公开",
        """<独立>period:(月度|季度|半年[度]|年度)
        &({<应>}(公开|公布|更新|发布|公示|报送)[<一次>]($|'，；。（）')){<应>}<至少一次>""",
        _periodic,
        needs="季度年",
    ),
    Form(
        "一年公开一次",
        """<数首>('一1'[个]period:(天|日|周|星期|月|季[度]|年[度])|several:<数>个月|
        halfyear:(半年[度])){<应>|<行为>|<至少>|内}<只一次>""",
        _periodic,
        needs="次",
    ),
    Form(
        "至少1次/年",
        "~'-至到、'<数首>[至少|不少于]<一次>/[每][一][个]period:<周期>",
        _periodic,
        needs="次",
    ),
    Form("1年/次", "<数首>(每|'一1'[个])period:<周期>/['一1']次", _periodic, needs="次"),
    Form("每旬", f"odd:(每({_ODD}))", _periodic, needs="每"),
)
