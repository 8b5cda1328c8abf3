"""The most usual wordings with their readings, so that a start need not compile the grammar.

The grammar reads every row to the same (a test holds it), and every wording of the shipped
catalogue and statutes stands here. A row is a matter of speed alone.
"""

from ...model.limit import (
    ByDate,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Reading,
    Realtime,
    Standing,
    Trigger,
    Unclear,
    Unit,
    Within,
)


def _of(*limits: Limit, note: str | None = None) -> Reading:
    return Reading(limits, (note,) if note else ())


def _within(count: int, unit: Unit, trigger: Trigger, event: str | None = None) -> Reading:
    return _of(Within(count=count, unit=unit, trigger=trigger, event=event))


def _yearly(by: str, window: str | None = None) -> Reading:
    return _of(ByDate(by=by, every="year", window=window))


USUAL: dict[str, Reading] = {
    # from something
    "相关信息形成或变更之日起20个工作日内": _within(20, "workday", "formed-or-changed"),
    "相关信息形成或变更之日起21个工作日内": _within(21, "workday", "formed-or-changed"),
    "信息形成或变更之日起20个工作日内": _within(20, "workday", "formed-or-changed"),
    "信息形成或者变更之日起20个工作日内": _within(20, "workday", "formed-or-changed"),
    "自信息形成或者变更之日起20个工作日内予以公开": _within(20, "workday", "formed-or-changed"),
    "该政府信息形成或者变更之日起20个工作日内": _within(20, "workday", "formed-or-changed"),
    "自信息形成或者变更之日起20个工作日内": _within(20, "workday", "formed-or-changed"),
    "自该政府信息形成或者变更之日起20个工作日内": _within(20, "workday", "formed-or-changed"),
    "信息形成或者变更之日起20个工作日内公开": _within(20, "workday", "formed-or-changed"),
    "信息形成之日起20个工作日内": _within(20, "workday", "formed"),
    "信息形成之日起7个工作日内": _within(7, "workday", "formed"),
    "制定或获取信息之日起10个工作日内": _within(10, "workday", "made-or-obtained"),
    "收到征地批准文件之日起10个工作日内公开": _within(10, "workday", "received"),
    "形成或变更之日起20个工作日内": _within(20, "workday", "formed-or-changed"),
    "形成之日起1个工作日内": _within(1, "workday", "formed"),
    "变更之日起3个工作日内": _within(3, "workday", "changed"),
    "文件公布后3个工作日内": _within(3, "workday", "published"),
    "执法决定作出之日起20个工作日内": _within(20, "workday", "decided"),
    "执法决定作出之日起7个工作日内": _within(7, "workday", "decided"),
    "部门批复后20日内": _within(20, "day", "approved"),
    "批复后二十日内": _within(20, "day", "approved"),
    "收到之日起3个月内": _within(3, "month", "received"),
    "事件发生后24小时内": _within(24, "hour", "event", "事件发生"),
    "政务舆情发生后48小时内": _within(48, "hour", "event", "政务舆情发生"),
    "通报之日起5个工作日内": _within(5, "workday", "event", "通报"),
    # by the calendar
    "每年1月31日前": _yearly("01-31"),
    "每年的1月31日前公开": _yearly("01-31"),
    "每年3月31日前": _yearly("03-31"),
    "每年1月15日前": _yearly("01-15"),
    "每年一月份": _yearly("01-31", "01-01..01-31"),
    "每年": _of(Periodic(every="year")),
    "每半年至少一次": _of(Periodic(every="half-year")),
    "每季度": _of(Periodic(every="quarter")),
    "每季度至少一次": _of(Periodic(every="quarter")),
    "每季度结束后10个工作日内": _of(
        Periodic(every="quarter", at="within 10 workdays after quarter end")
    ),
    # without a number
    "动态更新": _of(Dynamic()),
    "动态跟新": _of(Dynamic(), note="“动态跟新”按“动态更新”读"),
    "及时": _of(Prompt()),
    "及时公开": _of(Prompt()),
    "及时提报": _of(Prompt()),
    "实时": _of(Realtime()),
    "实时公开": _of(Realtime()),
    "同步发布": _of(Realtime()),
    "长期": _of(Standing()),
    "长期公开": _of(Standing()),
    "公示不少于五个工作日": _of(PostedFor(count=5, unit="workday", min=True)),
    "公示不少于30日": _of(PostedFor(count=30, unit="day", min=True)),
    "定期": _of(Unclear(), note="“定期”没有写明时限"),
}
