"""Tables: documents that are a form and nothing else, ``forms/tables/NAME.yaml``.

A workspace may replace a form, or add one under a name of its own, in its folder 模板.
"""

from collections.abc import Iterator

from msgspec import Struct

from ....model.place import Place, Problem
from .. import FORMS, Asked, Rendered
from .drawing import Drawn
from .form import read_form
from .kinds import NUMBER, every_kind

FOLDER = FORMS / "tables"


class Table(Struct, frozen=True, kw_only=True):
    """A document as ``documents.Document`` has it; its rows and headings stand in its form."""

    NAME: str
    ABOUT: str
    ALIASES: tuple[str, ...] = ()
    SUFFIX: str = ".xlsx"
    FROM_RECORD: bool = False

    def render(self, asked: Asked) -> Rendered:
        """The workbook, or what is wrong with the form."""
        name, data = asked.own_form or _shipped(self.NAME)
        form, problems = read_form(data, name)
        if form is None:
            return Rendered(problems=problems)
        from ....office.table_workbook import MOST_ROWS

        drawn = Drawn(self.NAME, form, asked)
        if len(drawn.rows) > MOST_ROWS:
            found = f"有 {len(drawn.rows)} 行，一张工作表写不下"
            accepted = f"最多 {MOST_ROWS} 行；用 --unit 分单位生成，或在格式中用“只列”选取"
            return Rendered(problems=(Problem(Place(name), found, accepted),))
        return Rendered(papers=drawn.papers())


def every_table() -> Iterator[Table]:
    """Every table that ships with the program."""
    for path in sorted(FOLDER.glob("*.yaml")):
        form, problems = read_form(path.read_bytes(), path.name)
        assert form is not None, problems
        yield Table(NAME=path.stem, ALIASES=form.aliases, ABOUT=form.about)


def vocabulary(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every word that a column of this form may take, with its meaning; none in a wrong form."""
    form, _ = read_form(data, name)
    if form is not None:
        yield NUMBER, "第几行"
        for word, field in every_kind()[form.kind].FIELDS.items():
            yield word, field.about


def own_table(name: str, data: bytes) -> Table:
    """A table that only the workspace has; what is wrong with its form is said when it is made."""
    form, _ = read_form(data, name)
    return Table(NAME=name, ABOUT=form.about if form else "本工作区的表")


def _shipped(name: str) -> tuple[str, bytes]:
    path = FOLDER / f"{name}.yaml"
    return path.name, path.read_bytes()
