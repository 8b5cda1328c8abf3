"""A file of holiday notices (``holidays/2026.yaml``), read strictly.

```yaml
年份: 2026
通知:
  - 文号: 国办发明电〔2025〕7号
    印发: 2025-11-04
    放假: {元旦: 1月1日至3日, 春节: 2月15日至23日}
    上班: [1月4日, 2月14日, 2月28日]        # 或按节日：{元旦: 1月4日, 春节: [2月14日, 2月28日]}
```
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from ..model.place import Place, Problem
from ..notation.day_spans import DaySpan, read_day_span
from ..notation.days import Unread
from ..notation.nearest import nearest
from ..notation.weekdays import weekday
from ..notation.yaml_form import Form, shape
from ..notation.yaml_tree import Items, Mapping, Node, Scalar, read_yaml
from .day_table import SATURDAY
from .notices import MakeUp, Notice, Rest, YearNotices

_FILE_KEYS = ("年份", "通知")
_NOTICE_KEYS = ("文号", "印发", "标题", "来源", "可信", "放假", "上班")
_SEEN, _SECOND_HAND = "原文", "转引"


class Written(Struct, frozen=True):
    """Days as they stand in a file, with the holiday that they are written under."""

    holiday: str | None
    span: DaySpan
    place: Place


def read_notices(
    data: bytes, file: str, year: int, earlier: YearNotices | None = None
) -> tuple[YearNotices | None, tuple[Problem, ...]]:
    """The notices of ``year`` and everything that is wrong with them, all at once.

    ``file`` is the name to show; ``earlier`` the notices that these extend, where a file of a
    workspace is read. There are no notices where there is a problem.
    """
    tree, problems = read_yaml(data, file)
    if not isinstance(tree, Mapping):
        shape = Problem(Place(file, 1), "不是放假通知的文件", "以“年份: ”和“通知: ”两个键写成")
        return None, problems or (shape,)
    found = list(problems)
    form = Form(tree, _FILE_KEYS, found)
    _check_year(form, year)
    notices: list[Notice] = []
    resting = _resting(earlier.notices if earlier else ())
    for each in form.forms("通知", _NOTICE_KEYS):
        notice = _NoticeReading(each, year, resting).notice()
        if notice is not None:
            _check_sequence(each, notice, notices)
            notices.append(notice)
            resting |= _resting((notice,))
    if not notices and not found:
        form.report(
            form.place_of("通知"), "没有一个通知", "通知印发之后再建这个文件；至少写一个通知"
        )
    return (None if found else YearNotices(year, tuple(notices))), tuple(found)


def _check_year(form: Form, year: int) -> None:
    written = form.scalar("年份", required=True)
    if written is not None and written.text.strip() != str(year):
        form.report(written.place, f"年份“{written.text}”与文件名不符", str(year))


def _check_sequence(form: Form, notice: Notice, before: Sequence[Notice]) -> None:
    if any(notice.number == each.number for each in before):
        form.report(form.place_of("文号"), f"“{notice.number}”写了两次", "每个通知只写一次")
    elif before and notice.issued < before[-1].issued:
        form.report(
            form.place_of("印发"),
            f"{notice.issued} 早于前一个通知的印发日期 {before[-1].issued}",
            "通知按印发先后排列，后面的改变前面的",
        )


def _resting(notices: Sequence[Notice]) -> set[date]:
    return {
        day
        for notice in notices
        for rest in notice.rests
        for day in DaySpan(rest.first, rest.last).days()
    }


class _NoticeReading:
    """One notice being read; what is wrong with it goes to the problems of its form."""

    def __init__(self, form: Form, year: int, resting: set[date]) -> None:
        self._form = form
        self._year = year
        self._resting_before = resting

    def notice(self) -> Notice | None:
        """The notice, or ``None`` where number or day of issue are missing."""
        form = self._form
        number = form.text("文号", required=True)
        issued = form.day("印发", required=True)
        if issued is not None and issued.year not in (self._year - 1, self._year):
            form.report(
                form.place_of("印发"),
                f"{issued} 印发，不会是{self._year}年的通知",
                f"{self._year - 1}年或{self._year}年的日期",
            )
        rests = tuple(self._written("放假", keyed=True))
        make_ups = tuple(self._written("上班", keyed=False))
        if self._value("放假") is None and self._value("上班") is None:
            form.report(form.place, "既没有“放假”，也没有“上班”", "至少写一个放假或上班的日子")
        self._check_rests(rests)
        self._check_make_ups(make_ups, rests)
        self._check_holidays(make_ups)
        if number is None or issued is None:
            return None
        return Notice(
            number=number,
            issued=issued,
            title=form.text("标题") or "",
            source=form.text("来源") or "",
            second_hand=form.choice("可信", (_SEEN, _SECOND_HAND)) == _SECOND_HAND,
            rests=tuple(
                Rest(each.holiday or "", each.span.first, each.span.last) for each in rests
            ),
            make_ups=tuple(MakeUp(each.span.first, each.holiday) for each in make_ups),
            place=form.place,
        )

    def _written(self, key: str, *, keyed: bool) -> Iterator[Written]:
        """The days below ``key``, under their holidays; a list without them unless ``keyed``."""
        node = self._value(key)
        if isinstance(node, Mapping):
            for holiday, days in node.entries:
                yield from self._days(holiday.text, days)
        elif keyed and node is not None:
            self._form.report(
                node.place,
                f"“{key}”写成了{shape(node)}，没有节日的名称",
                "每个节日一行，如“元旦: 1月1日至3日”",
            )
        elif node is not None:
            yield from self._days(None, node)

    def _value(self, key: str) -> Node | None:
        node = self._form.node(key)
        return None if isinstance(node, Scalar) and not node.written else node

    def _days(self, holiday: str | None, node: Node) -> Iterator[Written]:
        items = node.items if isinstance(node, Items) else (node,)
        for item in items:
            if not isinstance(item, Scalar):
                found = f"有一项写成了{shape(item)}"
                self._form.report(item.place, found, "一个日子或一段日子，如 1月1日至3日")
                continue
            span = read_day_span(item.text, self._year)
            if isinstance(span, Unread):
                self._form.report(item.place, span.found, span.accepted)
            elif self._in_reach(span, item.place):
                yield Written(holiday, span, item.place)

    def _in_reach(self, span: DaySpan, place: Place) -> bool:
        first, last = date(self._year - 1, 12, 1), date(self._year, 12, 31)
        for day in (span.first, span.last):
            if not first <= day <= last:
                self._form.report(
                    place,
                    f"{day} 不归{self._year}年的通知",
                    f"{self._year}年的日子，或{self._year - 1}年12月的日子",
                )
                return False
        return True

    def _check_rests(self, rests: Sequence[Written]) -> None:
        seen: dict[date, str] = {}
        for each in rests:
            twice = next((day for day in each.span.days() if day in seen), None)
            if twice is not None:
                self._form.report(
                    each.place, f"{twice} 已经写在“{seen[twice]}”里", "每个放假的日子只写一次"
                )
            seen.update(dict.fromkeys(each.span.days(), each.holiday or ""))

    def _check_make_ups(self, make_ups: Sequence[Written], rests: Sequence[Written]) -> None:
        resting = {day for each in rests for day in each.span.days()}
        seen: set[date] = set()
        for each in make_ups:
            day = each.span.first
            if day != each.span.last:
                found = f"上班写成了一段日子：{day} 至 {each.span.last}"
                self._report(each, found, "一个一个写，如 [2月14日, 2月28日]")
            elif day in resting:
                self._report(each, f"{day} 在同一个通知里又放假又上班", "只能是其中之一")
            elif day in seen:
                self._report(each, f"{day} 写了两次", "每个上班的日子只写一次")
            elif day.weekday() < SATURDAY and day not in self._resting_before:
                self._report(each, f"{day} 是{weekday(day)}，本来就上班", "调休上班的周六或周日")
            seen.add(day)

    def _check_holidays(self, make_ups: Sequence[Written]) -> None:
        node = self._value("放假")
        holidays = [key.text for key, _ in node.entries] if isinstance(node, Mapping) else []
        first: dict[str, Written] = {}
        for each in make_ups:
            if each.holiday is not None:
                first.setdefault(each.holiday, each)
        for holiday, each in first.items():
            if holiday not in holidays:
                self._form.report(
                    each.place,
                    f"“上班”里的节日“{holiday}”不在“放假”里",
                    "、".join(holidays) or "先写“放假”",
                    nearest(holiday, holidays),
                )

    def _report(self, written: Written, found: str, accepted: str) -> None:
        self._form.report(written.place, found, accepted)
