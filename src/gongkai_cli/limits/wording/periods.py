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
from .amounts import AMOUNT, read_amount
from .compiled import compiled
from .lexicon import ACTS, MODALS, NOT_INSIDE_A_NUMBER, NUMERAL, WEEKDAYS
from .marks import Form, Mark

_PERIODS: dict[str, Every] = {
    "日": "day",
    "天": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "月": "month",
    "月度": "month",
    "季": "quarter",
    "季度": "quarter",
    "半年": "half-year",
    "半年度": "half-year",
    "年": "year",
    "年度": "year",
}
_MONTHS: dict[int, Every] = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
_THIRDS = {"上旬": "1-10", "中旬": "11-20", "下旬": "21-31"}
_MONTH_NAMES = {
    **dict.fromkeys(("首月", "首个月", "第一个月", "第1个月"), "first-month"),
    **dict.fromkeys(
        ("末月", "最后一个月", "最后1个月", "第三个月", "第3个月", "最末一个月"), "last-month"
    ),
    **dict.fromkeys(
        ("次月", "下月", "下个月", "下一个月", "翌月", "后的次月", "结束次月"), "next-month"
    ),
    **dict.fromkeys(("第二个月", "第2个月"), "second-month"),
    **dict.fromkeys(("当月", "本月"), "this-month"),
}

_NAMED = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_BEFORE = "(?:(?:以|之)?前|为止|止)"
_DAY = (
    rf"(?P<d>{NUMERAL})(?:[日号]?(?:-|至|到)(?P<d2>{NUMERAL}))?[日号]"
    rf"(?:之间|期间)?(?:{_BEFORE}|内)?"
)
_THIRD = "(?P<third>[上中下]旬)(?:以?内|前)?"
_END = f"(?P<end>月?[底末])(?:的?{_BEFORE})?|(?P<begin>年?初)(?![中级步审稿])"
_IN_MONTH = f"(?:{_DAY}|{_THIRD}|{_END})"
_WEEKDAY = (
    rf"(?:周|星期)?(?P<weekday>[{''.join(WEEKDAYS)}])"
    rf"(?![、次至到\-个和及\d{''.join(WEEKDAYS)}]){_BEFORE}?"
)
_ENDED = "(?:度|年度)?(?:结束|终了|终结|届满|期满|过)?(?:之?后|之日起|以后)的?,?(?:在|于)?的?"
_AT_LEAST = "至少|不少于|不得少于|最少"
_ONCE = r"(?:一|1)次(?![、至到\-0-9一二三四五六七八九十以])"
_TIMES = (
    rf"(?:(?:{MODALS}|{_AT_LEAST}|集中|更新和|内容)*(?:{ACTS})*"
    rf"(?:更新|公开|信息|内容)?(?:{_AT_LEAST})?{_ONCE})?"
)
_TOO_OFTEN = (
    rf"(?:{MODALS}|{_AT_LEAST})*(?:{ACTS})?(?:{_AT_LEAST})?"
    rf"(?P<times>{NUMERAL})(?:[-至到、]{NUMERAL})?次"
)
_AFTER = "之?后|以后|起|左右|之?前|以前|内|初"


def _periodic(found: re.Match[str]) -> Mark | None:
    named = found.groupdict()
    every = _every(named)
    if every is None:
        return _wrong(found, f"“{found[0]}”没有对应的周期")
    at = _at(found, every)
    if at is not None and at.startswith("?"):
        return _wrong(found, at[1:])
    if (more := compiled(_TOO_OFTEN).match(found.string, found.end())) and read_numeral(
        more["times"]
    ) != 1:
        return _wrong(found, f"一个周期内“{more['times']}次”没有对应的读法")
    if after := compiled(_AFTER).match(found.string, found.end()):
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
        return _MONTHS.get(read_numeral(several) or 0)
    if period := named.get("period"):
        return _PERIODS[period]
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
    month = _MONTH_NAMES.get(named.get("month") or "", month)
    if named.get("d"):
        return _days(named, month, every)
    if third := named.get("third"):
        return f"{month} days {_THIRDS[third]}"
    if named.get("begin"):
        return f"{month if named.get('month') else every} start"
    if named.get("end"):
        if "月" in named["end"] and every != "month" and not named.get("month"):
            return f"?“{found[0]}”是哪个月，没有写明"
        return f"{month} end" if named.get("month") else f"{every} end"
    if named.get("weekday"):
        week = "next" if named.get("nextweek") else "this"
        return f"{week}-week {WEEKDAYS[named['weekday'] or '']}"
    if named.get("week"):
        return f"week {read_numeral(named['week'] or '') or 1}"
    return f"{month} end" if named.get("month") else None


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
    if not first or first > 31 or (named.get("d2") and (not last or not first < last <= 31)):
        return f"?没有“{named['d']}日”这样的日子"
    return f"{month} days {first}-{last}" if last else f"{month} day {first}"


def _wrong(found: re.Match[str], why: str) -> Mark:
    return Mark(
        start=found.start(), end=found.end(), sort="every", wrong=why, wrong_at=found.start()
    )


_EVERY = (
    r"(?:至少|最少)?每(?:一个?|1个|个)?"
    rf"(?P<period>{'|'.join(sorted(_PERIODS, key=len, reverse=True))})"
)
_BARE = "(?<![上下本每按当逐全该各学半第一二三四0-9])"
_OFTEN = rf"(?:{MODALS}|{ACTS}|{_AT_LEAST}|内)*"
_PUBLISHED = "(?:公开|公布|更新|发布|公示|报送)"
_ODD = rf"{NUMERAL}个?(?:日|天|周|星期|月|季度|年|工作日|小时)|个?工作日|小时|旬|学期|学年"

FORMS = (
    Form(
        "每季度结束后15日内",
        rf"{_EVERY}(?P<ended>{_ENDED}){AMOUNT}(?:以|之)?内",
        _periodic,
        needs="每",
    ),
    Form(
        "季度终了后15日内",
        rf"(?:{_BARE}(?P<period>月度|季度|半年度?|年度)|(?:\A|(?<=[,;。:(于在]))(?P<quarter>季度?))"
        rf"(?P<ended>(?:结束|终了|终结){_ENDED}|(?<=季)后){AMOUNT}(?:以|之)?内",
        _periodic,
        needs="束终季",
    ),
    Form("每月前5个工作日", rf"{_EVERY}(?P<front>的?前){AMOUNT}(?:以?内)?", _periodic, needs="每"),
    Form(
        "每季度首月20日前",
        rf"{_EVERY}(?:的|,|于|在|结束|终了|之?后)*(?:(?P<month>{_NAMED})的?)?{_IN_MONTH}{_TIMES}",
        _periodic,
        needs="每",
    ),
    Form(
        "每季度首月",
        rf"{_EVERY}(?:的|结束|终了|之?后)*(?P<month>{_NAMED})内?{_TIMES}",
        _periodic,
        needs="每",
    ),
    Form(
        "下一季度首月10日前",
        rf"(?P<quarter>(?:次|下一?个?|翌)季度?的?(?:首个?月|第[一1]个月))的?{_IN_MONTH}",
        _periodic,
        needs="季",
    ),
    Form(
        "次月10日前",
        rf"(?P<month>次月|下一?个?月|翌月)的?{_IN_MONTH}{_TIMES}",
        _periodic,
        needs="次下翌",
    ),
    Form(
        "月底前",
        rf"{_BARE}(?P<assumed>)(?P<period>月|季度?|年)(?:{_END})",
        _periodic,
        needs="底末初",
    ),
    Form("每周三", rf"每(?P<period>周|星期|礼拜)的?{_WEEKDAY}{_TIMES}", _periodic, needs="每"),
    Form(
        "次周三前",
        rf"(?P<nextweek>[次下])一?个?(?P<period>周|星期){_WEEKDAY}",
        _periodic,
        needs="周星",
    ),
    Form(
        "每月第一周",
        rf"每(?P<period>月)的?(?:第(?P<week>{NUMERAL})个?|首)周(?:内|前)?{_TIMES}",
        _periodic,
        needs="每",
    ),
    Form("每3个月", rf"每(?P<several>{NUMERAL})个月{_TIMES}", _periodic, needs="每"),
    Form("每年至少更新一次", rf"{_EVERY}内?{_TIMES}", _periodic, needs="每"),
    Form(
        "按季度公开",
        rf"(?:按照?|分|逐)(?P<period>日|天|周|星期|月度?|季度?|半年度?|年度?)"
        rf"(?=$|[,;。()、]|(?:{MODALS}|定期|分别)*(?:{ACTS}|统计))(?:{MODALS})*{_TIMES}",
        _periodic,
        needs="按分逐",
    ),
    Form(
        "年度公开",
        rf"{_BARE}(?P<period>月度|季度|半年度?|年度)"
        rf"(?=(?:{MODALS})*{_PUBLISHED}(?:一次|1次)?(?:$|[,;。()]))(?:{MODALS})*{_TIMES}",
        _periodic,
        needs="季度年",
    ),
    Form(
        "一年公开一次",
        rf"{NOT_INSIDE_A_NUMBER}(?:(?:一|1)个?(?P<period>天|日|周|星期|月|季度?|年度?)|"
        rf"(?P<several>{NUMERAL})个月|(?P<halfyear>半年度?)){_OFTEN}{_ONCE}",
        _periodic,
        needs="次",
    ),
    Form("每旬", rf"(?P<odd>每(?:{_ODD}))", _periodic, needs="每"),
)
