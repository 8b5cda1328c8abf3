"""So many units: 20个工作日内, 三至五日, 提前一周, 公示期不少于7天, 半年内须有更新."""

import re

from ...model.limit import Every, Limit, Periodic, PostedFor, Within
from ...notation.numerals import read_numeral
from .grammar import matcher
from .lexicon import UNITS, UnitWord
from .marks import Amount, Form, Mark

_ROWS: dict[str, UnitWord] = {row.name: row for row in UNITS}
_AFTER = """[之]后|以后|<前>|起|[及]以上|以下|左右|以外|之外|外|次|[期]满|届满|止|多|余|至|到|-|
    倍|[的]倍|[<行为>]<一次>|的次|次日|为期|为限"""

CYCLES: dict[tuple[int, str], Every] = {
    (1, "day"): "day",
    (1, "week"): "week",
    (1, "month"): "month",
    (3, "month"): "quarter",
    (6, "month"): "half-year",
    (12, "month"): "year",
    (1, "year"): "year",
}
"""Amounts that are also a cycle."""


def read_amount(found: re.Match[str]) -> tuple[Amount, tuple[str, ...]] | str | None:
    """The amount of a match, with notes; a text says why it is none that can be read, ``None``
    that it is none at all (2024年)."""
    if found["half"]:
        return Amount(count=6, unit="month"), ("“半年”按6个月读",)
    row = _ROWS[found["unit"].removeprefix("个")]
    count = read_numeral(found["n"])
    low = read_numeral(found["low"]) if found["low"] else None
    if row.unit == "year" and len(found["n"]) == 4:
        return None
    if not count:
        return f"读不出“{found['n']}”是多少"
    if found["again"] and read_numeral(found["again"]) != count:
        return f"“{found['n']}”和括号中的“{found['again']}”不是同一个数"
    if found["low"]:
        if not low or low >= count:
            return f"“{found['low']}”到“{found['n']}”不是由小到大"
        if found["lowunit"] and found["lowunit"] != row.name:
            return "范围两端的单位不同"
        if row.times != 1:
            return f"“{row.name}”不能用范围"
    notes = []
    if row.slip:
        notes.append(f"“{found['n']}{found['unit']}”按“{found['n']}个工作日”读")
    if row.times != 1:
        notes.append(f"“{found['n']}{found['unit']}”按{count * row.times}个月读")
    if low:
        notes.append(f"写的是{low}至{count}，按上限{count}计算")
    return Amount(count=count * row.times, unit=row.unit, low=low), tuple(notes)


def _amount(found: re.Match[str], *, ahead: bool = False) -> Mark | None:
    read = read_amount(found)
    if read is None:
        return None
    start, end = found.span()
    if isinstance(read, str):
        return Mark(start=start, end=end, sort="amount", wrong=read, wrong_at=start)
    amount, notes = read
    inside = bool(found["inside"])
    after = matcher("外" if inside else _AFTER).match(found.string, end)
    if after and after[0] in ("前", "以前", "之前") and not ahead:
        ahead, end = True, after.end() + found.string.startswith("内", after.end())
    elif after:
        wrong = f"“{found[0]}”后面跟着“{after[0]}”，不是多长时间之内"
        return Mark(start=start, end=end, sort="amount", wrong=wrong, wrong_at=end)
    amount = Amount(
        count=amount.count, unit=amount.unit, low=amount.low, ahead=ahead, inside=inside
    )
    return Mark(start=start, end=end, sort="amount", amount=amount, notes=notes)


def _ahead(found: re.Match[str]) -> Mark | None:
    return _amount(found, ahead=True)


def _without_unit(found: re.Match[str]) -> Mark | None:
    """批准后20内: printed without its unit; read as natural days, which end first."""
    count = read_numeral(found["n"])
    if not count:
        return None
    return Mark(
        start=found.start(),
        end=found.end(),
        sort="amount",
        amount=Amount(count=count, unit="day", inside=True, unit_missing=True),
        notes=(f"“{found['n']}内”漏印了单位，按{count}个自然日读",),
    )


def _posted(found: re.Match[str]) -> Mark | None:
    read = read_amount(found)
    at_least = bool(found["min"] or found["more"])
    named = found["named"]
    when = (found["put"] == "公开" and named) or found["put"] in ("发布", "公布")
    if read is None or (when and not at_least):
        # 公开时限：20个工作日 is when to publish, not how long.
        return None
    start, end = found.span()
    if found["open"]:
        # 公示期（7天）: the bracket belongs to it, and no 内 behind makes it a limit.
        end += 1
        if found.string[end - 1 : end] != ")" or matcher("<限期>").match(found.string, end):
            return None
    if isinstance(read, str):
        return Mark(start=start, end=end, sort="posted", wrong=read, wrong_at=start)
    amount, notes = read
    if found["colon"] and not named and not at_least:
        wrong = f"“{found[0]}”是公示多久，还是多长时间之内公示，无法确定"
        return Mark(start=start, end=end, sort="posted", wrong=wrong, wrong_at=start)
    if amount.low:
        wrong = "公示多久写成了一个范围"
        return Mark(start=start, end=end, sort="posted", wrong=wrong, wrong_at=start)
    limit = PostedFor(count=amount.count, unit=amount.unit, min=at_least or None)
    return Mark(start=start, end=end, sort="posted", limits=(limit,), notes=notes)


def _posted_or_due(found: re.Match[str]) -> Mark | None:
    wrong = f"“{found[0]}”是公示多久，还是多长时间之内公示，无法确定"
    return Mark(
        start=found.start(), end=found.end(), sort="posted", wrong=wrong, wrong_at=found.start()
    )


def _kept_fresh(found: re.Match[str]) -> Mark | None:
    read = read_amount(found)
    if read is None or isinstance(read, str):
        return None
    amount, notes = read
    start, end = found.span()
    every = CYCLES.get((amount.count, amount.unit))
    if every is None or amount.low:
        wrong = f"“{found[0]}”没有对应的周期"
        return Mark(start=start, end=end, sort="every", wrong=wrong, wrong_at=start)
    return Mark(
        start=start,
        end=end,
        sort="every",
        limits=(Periodic(every=every),),
        notes=notes,
    )


def bare_cycle(amount: Amount) -> tuple[Limit, ...]:
    """The two readings of a bare 1年 or 6个月; none where it is no cycle."""
    every = CYCLES.get((amount.count, amount.unit))
    if every is None:
        return ()
    return Periodic(every=every), Within(count=amount.count, unit=amount.unit)


FORMS = (
    Form(
        "公示期不少于5个工作日",
        """put:<公示>[named:(期限|期|周期|时间|时长|时限|天数|日期)]{一般|原则上|应[当]|须|需|均}
        [open:（][colon:：][min:<不少于>][为|是|达[到]][：][连续]<数量>[more:([及]以上)]!<限期>""",
        _posted,
        needs="示告开贴挂出意布",
    ),
    Form(
        "公示7个工作日内",
        "(公示|公告)[期限|期|周期|时间|时长|天数]<数量>['以之']内",
        _posted_or_due,
        needs="示告",
    ),
    Form(
        "提前3日",
        "[至少|不少于|须|需|应[当]]提前[<不少于>]<数量>[[及]以上]<之内>",
        _ahead,
        needs="提",
    ),
    Form(
        "6个月内须有更新",
        """<数量>['以之']内({应[当]|须|必须|需[要]|要|均|保证|确保}(有[内容|信息][的]更新|
        至少<行为><一次>|(更新|公开|公布|发布)<一次>))""",
        _kept_fresh,
        needs="次更",
    ),
    Form("20个工作日内", "<数量><之内>", _amount, needs="日天周期拜月年时头度工"),
    Form("批准后20内", "<数首>n:<数字>['以之']内", _without_unit, needs="0123456789"),
)
