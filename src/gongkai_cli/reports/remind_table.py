"""``remind`` for a terminal or a log: what was sent in short, what was not by name."""

from collections.abc import Iterable, Iterator

from ..model.mailing import Delivery, Planned, Reminded
from .columns import Column, heading, indented, row

_UNSENT = "未发出"
_UNKNOWN = "未知"
_MOST_NAMES = 30
_COLUMNS = (Column("单位", 16), Column("邮箱", 26), Column("原因"))


def render(answer: Reminded, width: int) -> str:
    """The result of a run, in lines of at most ``width`` cells."""
    mailing = answer.mailing
    lines = [f"{answer.as_of}（{answer.week}）{summed_up(answer)}"]
    lines += _units("已发出", mailing.sent, width)
    lines += _units("本周已发过，没有变化，不再发", mailing.unchanged, width)
    lines += _named(f"{_UNSENT}，下次再试", mailing.unsent, width)
    words = f"{_UNKNOWN}：已经交给服务器，没有得到答复；下次用同一个 Message-ID 再发"
    lines += _named(words, mailing.unknown, width)
    return "\n".join(lines) + "\n"


def summed_up(answer: Reminded) -> str:
    """One line of what a run did."""
    mailing = answer.mailing
    counts = (
        ("发出", mailing.sent),
        ("未变", mailing.unchanged),
        (_UNSENT, mailing.unsent),
        (_UNKNOWN, mailing.unknown),
    )
    if not any(some for _, some in counts):
        return "没有单位需要提醒"
    return "，".join(f"{name} {len(some)}" for name, some in counts)


def render_planned(each: Planned, width: int) -> str:
    """A mail as it would be sent: to whom, its subject, its text."""
    to = "、".join(each.addresses) or "没有邮箱，发不出"
    rows = [("收件人", f"{named(each.unit, each.kind)}（{to}）")]
    if each.copies:
        rows.append(("抄送", "、".join(each.copies)))
    missing = [unit for unit in each.unreached if unit != each.unit]
    if missing:
        rows.append(("没有邮箱", "、".join(missing)))
    rows.append(("主题", each.subject))
    if each.unchanged:
        rows.append(("说明", "本周已发过同样的内容，不会再发"))
    lines = ["=" * width]
    for name, text in rows:
        lines += indented(text, width, f"{name}：")
    return "\n".join([*lines, "-" * width, each.text.rstrip("\n"), ""])


def named(unit: str, kind: str) -> str:
    """A unit, marked where the mail is the summary."""
    return f"{unit}（汇总）" if kind == "summary" else unit


def _units(title: str, found: Iterable[Delivery], width: int) -> Iterator[str]:
    counts: dict[str, int] = {}
    for each in found:
        name = named(each.unit, each.kind)
        counts[name] = counts.get(name, 0) + 1
    if counts:
        names = [name if n == 1 else f"{name}（{n} 个邮箱）" for name, n in counts.items()]
        more = f" 等 {len(names)} 封" if len(names) > _MOST_NAMES else ""
        yield ""
        yield from indented("、".join(names[:_MOST_NAMES]) + more, width, f"{title}：", "  ")


def _named(title: str, found: Iterable[Delivery], width: int) -> Iterator[str]:
    found = tuple(found)
    if not found:
        return
    yield ""
    yield from indented(title, width, "")
    yield from heading(_COLUMNS, width)
    for each in found:
        cells = (named(each.unit, each.kind), each.address or "没有", each.reason or "")
        yield from row(_COLUMNS, cells, width)
