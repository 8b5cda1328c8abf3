"""Sentences of the grammar with known readings: they are read as such, or refused, never otherwise.

Every form is drawn from by ``sentences``. What a drawn sentence says is worked out here, by tables
and sums that share nothing with the reader; ``None`` stands for a sentence without a reading.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_cli.limits import read_wording
from gongkai_cli.limits.wording.grammar import matcher
from gongkai_cli.limits.wording.marks import Form
from gongkai_cli.limits.wording.reader import FORMS
from gongkai_cli.model.limit import (
    ByDate,
    ByOtherRule,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Realtime,
    Standing,
    Unclear,
    Within,
)

from .sentences import number, sentences

Words = dict[str, str]
Said = list[Limit] | None

UNITS: dict[str, tuple[Any, int]] = {
    **dict.fromkeys(("工作日", "工作天", "工作"), ("workday", 1)),
    **dict.fromkeys(("自然日", "日历日", "日历天", "日", "天"), ("day", 1)),
    **dict.fromkeys(("星期", "礼拜", "周"), ("week", 1)),
    **dict.fromkeys(("月",), ("month", 1)),
    **dict.fromkeys(("季度",), ("month", 3)),
    **dict.fromkeys(("年",), ("year", 1)),
    **dict.fromkeys(("小时", "钟头"), ("hour", 1)),
}
CYCLES: dict[tuple[int, str], Any] = {
    (1, "day"): "day",
    (1, "week"): "week",
    (1, "month"): "month",
    (3, "month"): "quarter",
    (6, "month"): "half-year",
    (12, "month"): "year",
    (1, "year"): "year",
}
PERIODS: dict[str, Any] = {
    **dict.fromkeys(("日", "天"), "day"),
    **dict.fromkeys(("周", "星期", "礼拜"), "week"),
    **dict.fromkeys(("月", "月度"), "month"),
    **dict.fromkeys(("季", "季度"), "quarter"),
    **dict.fromkeys(("半年", "半年度"), "half-year"),
    **dict.fromkeys(("年", "年度"), "year"),
}


DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Sunday"]


def amount(words: Words) -> tuple[int, Any, int | None] | None:
    """Count, unit and lower figure of what was drawn; ``None`` where they contradict each other."""
    if "half" in words:
        return 6, "month", None
    name = words["unit"].removeprefix("个")
    unit, times = UNITS[name]
    count, low = number(words["n"]), None
    if "again" in words and number(words["again"]) != count:
        return None
    if "low" in words:
        low = number(words["low"])
        if low >= count or times != 1 or words.get("lowunit", name) != name:
            return None
    return count * times, unit, low


def within(words: Words) -> Said:
    """20个工作日内, and what is left open without 内."""
    read = amount(words)
    if read is None:
        return None
    count, unit, low = read
    limit = Within(count=count, unit=unit, range=str(low) if low else None)
    if "inside" in words or low or unit == "workday":
        bare_day = unit == "day" and "inside" not in words and words.get("unit") == "日"
        around_the_clock = unit == "hour" and count == 24 and "inside" not in words
        return None if bare_day or around_the_clock else [limit]
    if unit in ("week", "month", "year"):
        every = CYCLES.get((count, unit))
        return [Periodic(every=every), limit] if every else None
    if words.get("unit") == "日" or (unit == "hour" and count == 24):
        return None
    return [limit]


def ahead(words: Words) -> Said:
    """提前3日."""
    read = amount(words)
    if read is None:
        return None
    count, unit, low = read
    return [
        Within(
            count=count,
            unit=unit,
            range=str(low) if low else None,
            trigger="event",
            direction="before",
        )
    ]


def posted(words: Words) -> Said:
    """公示期不少于5个工作日."""
    read = amount(words)
    least = "min" in words or "more" in words
    if read is None or read[2] or ("colon" in words and "named" not in words and not least):
        return None
    when = (words["put"] == "公开" and "named" in words) or words["put"] in ("发布", "公布")
    if when and not least:
        return within(words)
    return [PostedFor(count=read[0], unit=read[1], min=True if least else None)]


def kept_fresh(words: Words) -> Said:
    """6个月内须有更新."""
    read = amount(words)
    every = CYCLES.get(read[:2]) if read and not read[2] else None
    return [Periodic(every=every)] if every else None


def last_day(month: int) -> int:
    """The last day of a month; that of February is written as the 29th."""
    return monthrange(2028, month)[1]


def date(words: Words, month: int, day: int, first: tuple[int, int] | None = None) -> Limit:
    """By that day of the year."""
    by = f"{month:02}-{day:02}"
    window = f"{first[0]:02}-{first[1]:02}..{by}" if first else None
    return ByDate(by=by, every=None if "once" in words else "year", window=window)


def is_day(month: int, day: int) -> bool:
    """Whether every year has that day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2027, month)[1]


def one_day(words: Words) -> Said:
    """每年1月31日前; 每年1月1日至3月31日."""
    month, day = number(words["m"]), number(words["d"])
    if "d2" not in words:
        return [date(words, month, day)] if is_day(month, day) else None
    end = number(words.get("m2", words["m"])), number(words["d2"])
    if not is_day(month, day) or not is_day(*end) or end <= (month, day):
        return None
    return [date(words, *end, first=(month, day))]


def listed(words: Words) -> list[int]:
    """The months of a list."""
    text = re.sub("[次翌下]年", "", words["months"])
    for sign in "份-至到、,和及与或":
        text = text.replace(sign, "月")
    return [number(part) for part in text.split("月") if part]


def same_day(words: Words) -> Said:
    """每年1月、7月的15日前."""
    day = number(words["d"])
    if not all(is_day(month, day) for month in listed(words)):
        return None
    return [date(words, month, day) for month in listed(words)]


def some_months(words: Words) -> Said:
    """每年6月、12月底前; 每年10月; 每年1-2月."""
    months, part = listed(words), words.get("part")
    whole = part in ("底", "末", "月底", "月末")
    known = any(name in words for name in ("yearly", "once", "nearby"))
    if not all(1 <= month <= 12 for month in months) or part == "初":
        return None
    if ("before" in words and not whole) or ("inside" in words and not known):
        return None
    if len(months) == 2 and ("span" in words or "between" in words):
        if part or months[0] >= months[1]:
            return None
        return [date(words, months[1], last_day(months[1]), (months[0], 1))]
    if whole:
        return [date(words, month, last_day(month)) for month in months]
    first, last = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), None: (1, 31)}[part]
    return [date(words, month, min(last, last_day(month)), (month, first)) for month in months]


def year_end(words: Words) -> Said:
    """年底前."""
    return [date(words, 12, 31)]


def quarter(words: Words) -> Said:
    """每年第一季度; 每年上半年."""
    if "half" in words:
        first, last = {"上": (1, 6), "下": (7, 12)}[words["half"]]
    else:
        place = "一二三四".find(words["q"]) + 1 or int(words["q"])
        first, last = 3 * place - 2, 3 * place
    if "part" in words:
        return [date(words, last, last_day(last))]
    return None if "before" in words else [date(words, last, last_day(last), (first, 1))]


def periodic(words: Words) -> Said:
    """Once in every period, at the place that was drawn."""
    if "several" in words:
        every = CYCLES.get((number(words["several"]), "month"))
    elif "halfyear" in words:
        every = "half-year"
    else:
        every = PERIODS.get(words.get("period", ""), "quarter" if "quarter" in words else "month")
    at = place(words, every) if every else None
    if every is None or at == "?":
        return None
    return [Periodic(every=every, at=at)]


def place(words: Words, every: str) -> str | None:
    """Where in a period; ``?`` for nowhere."""
    read = amount(words) if "unit" in words or "half" in words else None
    if "ended" in words:
        if read is None or read[2]:
            return "?"
        return f"within {read[0]} {read[1]}{'s' if read[0] > 1 else ''} after {every} end"
    if "front" in words:
        if read is None or read[2] or every not in ("month", "quarter"):
            return "?"
        if read[1] == "workday":
            return f"within {read[0]} workdays after {every} end"
        month = "this" if every == "month" else "first"
        return f"{month}-month days 1-{read[0]}" if read[1] == "day" and read[0] <= 28 else "?"
    if "weekday" in words:
        week = "next" if "nextweek" in words else "this"
        return f"{week}-week {DAYS['一二三四五六日天'.index(words['weekday'])]}"
    if "week" in words or words.get("first_week"):
        return f"week {number(words['week'])}" if number(words["week"]) <= 5 else "?"
    return month_place(words, every)


def month_place(words: Words, every: str) -> str | None:
    """Where in the months of a period, or behind it."""
    month = "next" if "quarter" in words or "month" in words else "this"
    for printed, named in (
        ("首", "first"), ("第一", "first"), ("第1", "first"), ("第二", "second"), ("第2", "second"),
        ("末", "last"), ("最", "last"), ("第三", "last"), ("第3", "last"), ("当", "this"),
        ("本", "this"),
    ):  # fmt: skip
        if words.get("month", "").startswith(printed):
            month = named
    own = every == "month" and month == "this"
    placed = ("quarter" in words or "month" in words) and not own
    if "month" in words and (
        every in ("day", "week") or (every == "month" and month not in ("this", "next"))
    ):
        return "?"
    if "d" in words:
        days = [number(words[name]) for name in ("d", "d2") if name in words]
        if max(days) > 31 or days != sorted(set(days)) or not (placed or every == "month"):
            return "?"
        return f"{month}-month day{'s' if days[1:] else ''} {'-'.join(map(str, days))}"
    if "third" in words:
        days_of = {"上旬": "1-10", "中旬": "11-20", "下旬": "21-31"}
        return (
            f"{month}-month days {days_of[words['third']]}" if placed or every == "month" else "?"
        )
    if "begin" in words:
        if words["begin"] == "年初" and every != "year":
            return "?"
        return f"{month}-month start" if placed else f"{every} start"
    if "end" in words:
        if words["end"].startswith("月") and not placed and every != "month":
            return "?"
        return f"{month}-month end" if placed else f"{every} end"
    return f"{month}-month end" if placed else None


def end_of_period(words: Words) -> Said:
    """月底前; that of a year is a date."""
    return year_end(words) if words["period"] == "年" and "end" in words else periodic(words)


def odd(words: Words) -> Said:
    """每旬; 每1个月 is a cycle after all."""
    found = re.fullmatch("每(.+?)(个?[^0-9〇○零一二两三四五六七八九十百]+)", words["odd"])
    if not found:
        return None
    unit, times = UNITS[found[2].removeprefix("个")]
    every = CYCLES.get((number(found[1]) * times, unit))
    return [Periodic(every=every)] if every else None


def nothing(_: Words) -> Said:
    """A sentence that has no reading alone."""
    return None


def always(*limits: Limit) -> Callable[[Words], Said]:
    """A phrase that always says the same."""
    return lambda _: list(limits)


def along_with(_: Words) -> Said:
    """与文件同步公开."""
    return [Realtime(trigger="published")]


def at_the_time(words: Words) -> Said:
    """在征收工作启动时."""
    what = words["what"]
    if what.endswith(("发布", "公布", "公开")):
        return [Realtime(trigger="published")]
    return [Realtime(trigger="event", event=what)]


def other_rule(words: Words) -> Said:
    """法律、法规另有规定的，从其规定."""
    legal = any(word in words.get("whose", "") for word in ("法律", "法规"))
    return [ByOtherRule(applies_to="法律法规另有规定的" if legal else "另有规定的")]


SAYS: dict[str, Callable[[Words], Said]] = {
    "每年1月、7月的15日前": same_day,
    "每年1月31日前": one_day,
    "每年6月、12月底前": some_months,
    "每年年底前": year_end,
    "年内": year_end,
    "每年第一季度": quarter,
    "第一季度末前": quarter,
    "每季度结束后15日内": periodic,
    "季度终了后15日内": periodic,
    "每月前5个工作日": periodic,
    "每季度首月20日前": periodic,
    "每季度首月": periodic,
    "下一季度首月10日前": periodic,
    "当月20日前": periodic,
    "季度首月15日前": periodic,
    "次月10日前": periodic,
    "月底前": end_of_period,
    "每周三": periodic,
    "次周三前": periodic,
    "每月第一周": lambda words: periodic({"week": "1", **words}),
    "每3个月": periodic,
    "每年至少更新一次": periodic,
    "按季度公开": periodic,
    "年度公开": periodic,
    "一年公开一次": periodic,
    "至少1次/年": periodic,
    "1年/次": periodic,
    "每旬": odd,
    "法律、法规另有规定的，从其规定": other_rule,
    "按照有关规定": always(ByOtherRule()),
    "在规定时限内公开": always(ByOtherRule()),
    "与文件同步公开": along_with,
    "在征收工作启动时": at_the_time,
    "每完成一个阶段公布": lambda words: [Prompt(trigger="event", event=words["event"])],
    "根据工作需要更新": always(Dynamic()),
    "当日公开": nothing,
    "20个工作日内公开内公开": nothing,
    "因特殊原因不能及时公开的": nothing,
    "不能当场答复的": nothing,
    "长期公开自公开之日起": nothing,
    "实时公开": always(Realtime()),
    "同步公开": always(Realtime()),
    "变动即更": always(Dynamic(trigger="changed"), Realtime(trigger="changed")),
    "及时公开": always(Prompt()),
    "当场答复": always(Prompt()),
    "动态更新": always(Dynamic()),
    "适时更新": always(Dynamic()),
    "长期更新": always(Standing(), Dynamic()),
    "长期公开": always(Standing()),
    "任期内": always(Standing()),
    "持续推进": always(Standing()),
    "不限定截止时限": always(Standing()),
    "同上": always(Unclear()),
    "未写明时限": always(Unclear()),
    "定期公开": always(Unclear()),
    "分长期公开、及时公开、限时公开": always(Unclear()),
    "特殊情况除外": nothing,
    "如遇国家法定节假日，报送时间顺延": nothing,
    "公示期不少于5个工作日": posted,
    "公示7个工作日内": nothing,
    "提前3日": ahead,
    "6个月内须有更新": kept_fresh,
    "20个工作日内": within,
    "批准后20内": nothing,
}


def test_every_form_is_told_here() -> None:
    assert {form.example for form in FORMS} == set(SAYS)


def belongs_to_an_earlier_form(text: str, form: Form) -> bool:
    """每半年度后1日内 may be drawn as a day of the half-year, and is one behind it.

    Of two forms at one place the first wins."""
    earlier = FORMS[: FORMS.index(form)]
    return any(matcher(each.notation).fullmatch(text) for each in earlier)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
@settings(suppress_health_check=list(HealthCheck), max_examples=min(80, settings().max_examples))
@given(data=st.data())
def test_a_sentence_says_what_was_drawn(form: Any, data: st.DataObject) -> None:
    text, words = data.draw(sentences(form))
    reading = read_wording(text)
    if not text or reading.refused is not None:
        return
    said = SAYS[form.example](words)
    if said is None and belongs_to_an_earlier_form(text, form):
        return
    assert said is not None, (text, words, reading.limits)
    assert set(reading.limits) == set(said), (text, words)
