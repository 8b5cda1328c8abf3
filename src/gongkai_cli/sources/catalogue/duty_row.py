"""事项: one row of a catalogue, or one clause that sets a duty, as its file holds it.

The row holds what is printed; 推定 holds what is read where the paper is blank or leaves a question
open, always with a reason. What 推定 gives is taken before the row, and the row stays as printed.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from ...model.basis import Authority, Basis
from ...model.duty import Assumption, Duty, PrintedLimit, Responsibility
from ...model.limit import Within
from ...model.unit import Unit
from ...notation.nearest import nearest
from ...notation.yaml_form import Form
from ...notation.yaml_tree import Items, Scalar
from .known_tags import known_tags
from .printed_cells import Headings, printed_cells
from .unit_tree import named_unit
from .wording import freshness, is_readable, read_duration, read_limit, unread_limit

DUTY_KEYS = (
    "编号",
    "类别",
    "名称",
    "公开内容",
    "五公开",
    "牵头单位",
    "责任单位",
    "另有",
    "配合单位",
    "公开时限",
    "读法",
    "更新周期",
    "出处",
    "条文",
    "性质",
    "对象",
    "所在栏目",
    "标签",
    "印本",
    "推定",
)
ASSUMABLE = (
    "公开内容",
    "五公开",
    "牵头单位",
    "责任单位",
    "另有",
    "公开时限",
    "更新周期",
    "标签",
    "读法",
)
ASSUMPTION_KEYS = ("值", "理由")
KINDS = ("公开", "内部")
UNREAD = "未读"
"""读法 of a wording that nobody can read yet: its duty is not judged by it (未能核查)."""


Role = Literal["lead", "joint", "support"]


class Cycle(Struct, frozen=True):
    """A class of 更新周期: how old a column of it may be, and why that is assumed."""

    words: str
    within: Within
    reason: str


class Frame(Struct, frozen=True, kw_only=True):
    """What the rest of the catalogue says that a row is read with."""

    units: tuple[Unit, ...]
    headings: Headings
    cycles: dict[str, Cycle]
    source: str


def read_duty(row: Form, number: int, frame: Frame) -> Duty | None:
    """The duty in a row, the ``number``-th of its catalogue; ``None`` if it lacks id or name."""
    id, name = row.text("编号", required=True), row.text("名称", required=True)
    category = row.texts("类别")
    if not category:
        row.report(row.place_of("类别"), "缺少“类别”", "所属类别，从上级到下级，如 [机构职能]")
    basis = Basis(row.text("出处") or f"{frame.source}第{number}项", Authority.OWN)
    said = _Said(row)
    limit = _limit(said, basis)
    fresh = _freshness(said, basis, frame.cycles)
    duty = Duty(
        id=id or "",
        category=category,
        name=name or "",
        kind="internal" if row.choice("性质", KINDS) == "内部" else "publish",
        content=said.text("公开内容") or row.text("条文") or "",
        openness=said.text("五公开"),
        units=tuple(_responsibilities(said, frame.units)),
        open_units=said.text("另有"),
        limits=(limit,) if limit else (),
        freshness=fresh,
        subject_of=row.text("对象"),
        appears_in=row.text("所在栏目"),
        tags=_tags(said),
        printed=dict(printed_cells(row, frame.headings, number)),
        assumed=tuple(said.assumptions(fresh)),
        place=row.place,
    )
    return duty if id and name else None


class _Said:
    """A row read with its 推定: for every key the place where its value stands."""

    def __init__(self, row: Form) -> None:
        self._row = row
        self._assumed: dict[str, tuple[Form, str]] = {}
        table = row.form("推定", ASSUMABLE)
        for key in table.keys() if table else ():
            each = table.form(key.text, ASSUMPTION_KEYS) if table else None
            if each is None or key.text not in ASSUMABLE:
                continue
            reason = each.text("理由", required=True)
            if not each.texts("值"):
                each.report(each.place_of("值"), "缺少“值”", "推定的内容")
            self._assumed[key.text] = each, reason or ""

    def where(self, key: str) -> tuple[Form, str, str | None]:
        """The form and key that hold the value, and the reason where it is assumed."""
        if key in self._assumed:
            form, reason = self._assumed[key]
            return form, "值", reason
        return self._row, key, None

    def text(self, key: str) -> str | None:
        """One text."""
        form, name, _ = self.where(key)
        return form.text(name)

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """A list of texts, with their places."""
        form, name, _ = self.where(key)
        return form.scalars(name)

    def unit(self, scalar: Scalar, units: tuple[Unit, ...]) -> Unit | None:
        """The unit that a text names; a problem where there is none."""
        return named_unit(self._row, scalar, units)

    @property
    def is_marked_unread(self) -> bool:
        """Whether the row says that the wording of its limit is not read (读法: 未读)."""
        marked = self._row.choice("读法", (UNREAD,)) is not None
        if marked and "公开时限" not in self._row and "公开时限" not in self._assumed:
            place = self._row.place_of("读法")
            self._row.report(place, "有“读法: 未读”，没有“公开时限”", "删去“读法”这一行")
        return marked

    def report(self, scalar: Scalar, found: str, accepted: str, near: str | None = None) -> None:
        """Add a problem at a text of the row."""
        self._row.report(scalar.place, found, accepted, near)

    def assumptions(self, fresh: PrintedLimit | None) -> Iterator[Assumption]:
        """Everything that is assumed, the class of 更新周期 included."""
        for key, (form, reason) in self._assumed.items():
            yield Assumption(key, "、".join(form.texts("值")), reason, form.place)
        if fresh is not None and fresh.assumed and "更新周期" not in self._assumed:
            place = self._row.place_of("更新周期")
            yield Assumption("更新周期", fresh.wording, fresh.assumed, place)


def _tags(said: _Said) -> tuple[str, ...] | None:
    """Its tags; none at all (标签: []) is said too: no special rule touches it."""
    form, key, _ = said.where("标签")
    scalars = said.scalars("标签")
    if not scalars and not isinstance(form.node(key), Items):
        return None
    known = tuple(tag.name for tag in known_tags())
    for scalar in scalars:
        if scalar.text.strip() not in known:
            found = f"没有“{scalar.text.strip()}”这个标签"
            said.report(scalar, found, "、".join(known), nearest(scalar.text.strip(), known))
    return tuple(dict.fromkeys(scalar.text.strip() for scalar in scalars))


def _limit(said: _Said, basis: Basis) -> PrintedLimit | None:
    form, key, assumed = said.where("公开时限")
    words = form.scalar(key)
    if words is None:
        return None
    if said.is_marked_unread and (assumed is None or not is_readable(words)):
        return unread_limit(form, words, basis, assumed)
    return read_limit(form, "公开时限", words, basis, assumed)


def _freshness(said: _Said, basis: Basis, cycles: dict[str, Cycle]) -> PrintedLimit | None:
    form, key, assumed = said.where("更新周期")
    words = form.scalar(key)
    if words is None:
        return None
    text = words.text.strip()
    cycle = None if assumed else cycles.get(text)
    if cycle is not None:
        return freshness(cycle.words, cycle.within, basis, cycle.reason)
    within = read_duration(text)
    if within is None:
        form.report(
            words.place,
            f"“更新周期”读不懂：“{text}”",
            "、".join((*(() if assumed else cycles), "2周、6个月、1年这样的期间")),
            nearest(text, cycles),
        )
        return None
    return freshness(text, within, basis, assumed)


def _responsibilities(said: _Said, units: tuple[Unit, ...]) -> Iterator[Responsibility]:
    """The units of a row: the one that leads, those that share, those that support.

    A unit that is alone leads; of several one leads only where 牵头单位 says so.
    """
    leading = said.scalars("牵头单位")
    sharing = said.scalars("责任单位")
    alone = len(sharing) == 1 and not leading
    parts: tuple[tuple[Role, tuple[Scalar, ...]], ...] = (
        ("lead", leading),
        ("lead" if alone else "joint", sharing),
        ("support", said.scalars("配合单位")),
    )
    named: set[str] = set()
    for role, scalars in parts:
        here: set[str] = set()
        for scalar in scalars:
            unit = said.unit(scalar, units)
            if unit is None:
                continue
            written = scalar.text.strip()
            if unit.name in here or (role == "support" and unit.name in named):
                said.report(scalar, f"单位“{written}”在这个事项中写了两次", "每个单位写一次")
            elif unit.name not in named:
                yield Responsibility(unit.name, role, written if written != unit.name else None)
            here.add(unit.name)
            named.add(unit.name)
