"""catalogue.yaml: 主动公开基本目录 of one body, in the words of the paper that it comes from."""

from collections.abc import Iterable

from ...model.duty import Assumption, Catalogue, Duty
from ...model.place import Place, Problem, errors
from ...notation.nearest import nearest
from ...notation.yaml_form import Form
from ...notation.yaml_tree import Mapping, read_yaml
from .duty_row import ASSUMPTION_KEYS, DUTY_KEYS, Cycle, Frame, read_duty
from .period import read_period
from .printed_cells import read_headings
from .row_ids import unique_ids
from .unit_tree import UNIT_KEYS, read_units
from .wording import read_duration

CATALOGUE_KEYS = (
    "目录",
    "机关",
    "依据",
    "有效期",
    "推定",
    "表头",
    "共同",
    "更新周期",
    "单位",
    "事项",
)


def read_catalogue(data: bytes, file: str) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The catalogue in a file and everything that is wrong with it, in the order of its lines.

    ``file`` is the name to show in places. The catalogue is ``None`` where any error stands: what
    is wrong in it would make every verdict wrong. Nothing is raised for what a user wrote.
    """
    tree, noted = read_yaml(data, file)
    problems = list(noted)
    if not isinstance(tree, Mapping):
        if not problems:
            problems.append(Problem(Place(file), "这不是目录文件", "以“目录: …”开头的 YAML 文件"))
        return None, tuple(problems)
    catalogue = _read(Form(tree, CATALOGUE_KEYS, problems), file)
    found = tuple(sorted(dict.fromkeys(problems), key=_position))
    return (None if errors(found) else catalogue), found


def _read(form: Form, file: str) -> Catalogue:
    title = form.text("目录", required=True) or ""
    body = form.text("机关", required=True) or ""
    source = form.text("依据", required=True) or ""
    units = read_units(form.forms("单位", UNIT_KEYS))
    if not units:
        form.report(form.place_of("单位"), "没有一个单位", "“单位”下至少一项：- 名称: …")
    frame = Frame(units=units, headings=read_headings(form), cycles=_cycles(form), source=source)
    rows = form.forms("事项", DUTY_KEYS)
    if not rows:
        form.report(form.place_of("事项"), "没有一项事项", "“事项”下至少一项：- 编号: …")
    numbered = enumerate(rows, start=1)
    duties = [(row, duty) for n, row in numbered if (duty := read_duty(row, n, frame))]
    _check_ids(duties)
    return Catalogue(
        title=title,
        body=body,
        source=source,
        period=read_period(form, "有效期"),
        units=units,
        duties=tuple(duty for _, duty in duties),
        assumed=tuple(_assumed(form)),
        headings=frame.headings.of,
        file=file,
    )


def _cycles(form: Form) -> dict[str, Cycle]:
    """更新周期: classes of columns with the age that is assumed for them."""
    cycles: dict[str, Cycle] = {}
    for name, each in _named_forms(form, "更新周期"):
        words, reason = each.scalar("值", required=True), each.text("理由", required=True)
        within = read_duration(words.text) if words else None
        if words and within is None:
            each.report(words.place, f"“{words.text}”不是期间", "2周、6个月、1年这样的期间")
        if words and within:
            cycles[name] = Cycle(words.text.strip(), within, reason or "")
    return cycles


def _assumed(form: Form) -> Iterable[Assumption]:
    for subject, each in _named_forms(form, "推定"):
        value, reason = each.text("值", required=True), each.text("理由", required=True)
        yield Assumption(subject, value or "", reason or "", each.place)


def _named_forms(form: Form, key: str) -> Iterable[tuple[str, Form]]:
    """The groups below a key whose names are free; each has 值 and 理由."""
    node = form.node(key)
    names = [name.text for name, _ in node.entries] if isinstance(node, Mapping) else ["名称"]
    table = form.form(key, names)
    for name in table.keys() if table else ():
        each = table.form(name.text, ASSUMPTION_KEYS) if table else None
        if each is not None:
            yield name.text, each


def _check_ids(duties: list[tuple[Form, Duty]]) -> None:
    """An id names one duty, and a duty that another names is there."""
    ids = unique_ids((row, duty.id) for row, duty in duties)
    columns = tuple(duty.id for _, duty in duties if duty.kind == "publish" and not duty.appears_in)
    for row, duty in duties:
        _check_named(row, "对象", duty, duty.subject_of, ids, ids)
        _check_named(row, "所在栏目", duty, duty.appears_in, ids, columns)


def _check_named(
    row: Form, key: str, duty: Duty, id: str | None, ids: tuple[str, ...], fitting: tuple[str, ...]
) -> None:
    """That ``id`` under ``key`` is one of the ids that fit, and not the duty itself."""
    others = [each for each in fitting if each != duty.id]
    if id is None or id in others:
        return
    why = "就是这个事项自己" if id == duty.id else "这个事项没有栏目"
    why = why if id in ids else "目录中没有这个编号"
    accepted = "另一个事项的编号" if fitting == ids else "有栏目的另一个事项的编号"
    found = f"“{key}”不能是“{id}”：{why}"
    row.report(row.place_of(key), found, accepted, nearest(id, others))


def _position(problem: Problem) -> tuple[int, int]:
    return problem.place.line or 0, problem.place.column or 0
