"""``gongkai report``: the documents that clerks send, made from the ledger as it stands."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.place import Place, Problem, errors
from .console import OK, WRONG_INPUT, complain, say, stop
from .own_forms import FOLDER, copy_form, document_called, documents, forms_in, own_form
from .papers import target_of, write
from .request import (
    AsOfOption,
    BasisOption,
    ConfigOption,
    KnownOnOption,
    UnitsOption,
    WorkspaceOption,
    open_workspace,
    today,
    workspace_folder,
)
from .shell import PLAIN

if TYPE_CHECKING:
    from ..model.ledger import Ledger, Record
    from ..reports.documents import Asked, Document

app = typer.Typer(add_completion=False, **PLAIN)


@app.command()
def report(
    template: Annotated[
        str | None,
        typer.Argument(metavar="[文档]", help="文档的名称，如 问题清单", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="文件", help="写到哪个文件或文件夹；默认当前目录"),
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="列出能生成的文档")] = False,
    form: Annotated[
        bool, typer.Option("--form", help="把文档的表头和文字复制到工作区，供修改")
    ] = False,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="信息", help="填哪条信息：编号、文号或标题"),
    ] = None,
    units: UnitsOption = None,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    basis: BasisOption = "从严",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """生成要报送的表格和公文

    不写文档名称，就列出能生成的文档。已有的文件先备份再写。退出码：0 已生成；2 输入有错误。
    """
    if template is None or list_all:
        _list(_folder_if_any(workspace, config))
        return OK
    folder = workspace_folder(workspace, config)
    own = forms_in(folder)
    document = document_called(template, own)
    if form:
        copy_form(document, folder)
        return OK
    opened = open_workspace(workspace, config, known_on)
    facts = opened.facts
    assert facts is not None, "open_workspace stops where there are none"
    from .selection import chosen_units, only

    chosen = chosen_units(facts.catalogue, units)
    from ..assess import assess
    from ..reports.documents import Asked
    from .progress import counting

    filled = _record(document, record, facts.ledger)
    with counting("正在核查"):
        judged = assess(facts, as_of=as_of or today(), basis=basis, today=today())
    asked = Asked(
        assessment=only(judged, chosen),
        calendar=facts.calendar,
        ledger=facts.ledger,
        today=today(),
        within=chosen,
        record=filled,
        own_form=own_form(own, document.NAME),
        originals=Originals(folder, facts.ledger.files),
    )
    return _make(document, asked, output)


def _make(document: "Document", asked: "Asked", output: Path | None) -> int:
    """Write the papers of a document and say where they are; the exit code."""
    from msgspec import structs

    from .progress import counting

    with counting(f"正在生成{document.NAME}") as tell:
        rendered = document.render(structs.replace(asked, tell=tell))
        lines: list[str] = []
        if not errors(rendered.problems):
            target = target_of(document, output, rendered.count, asked.assessment.as_of)
            lines = list(write(rendered, target, asked.today, tell))
    if errors(rendered.problems):
        complain(rendered.problems)
        return WRONG_INPUT
    say("\n".join(lines) if lines else f"没有要写的{document.NAME}")
    complain((*rendered.problems, *asked.assessment.problems))
    return WRONG_INPUT if errors(asked.assessment.problems) else OK


class Originals(Mapping[str, bytes]):
    """The files of a ledger by the names that places of facts carry, each read when asked for."""

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        self._folder = folder
        self._names = names

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _folder_if_any(workspace: Path | None, config: Path | None) -> Path | None:
    """The workspace, which a list of documents can do without."""
    from ..sources.folders import find_workspace

    return workspace or (config.parent if config else find_workspace(Path.cwd()))


def _list(folder: Path | None) -> None:
    from ..reports.columns import pad, width_of

    own = forms_in(folder)
    known = documents(own)
    widest = max(map(width_of, known))
    for name, each in known.items():
        mark = f"（用工作区的格式 {FOLDER}/{own[name].name}）" if name in own else ""
        say(f"{pad(name, widest)}  {each.SUFFIX.removeprefix('.'):<4}  {each.ABOUT}{mark}")
    say("\n生成：gongkai report 名称；修改表头和文字：gongkai report 名称 --form")


def _record(document: "Document", name: str | None, ledger: "Ledger") -> "Record | None":
    """The record that the document is filled from."""
    if not document.FROM_RECORD:
        if name is not None:
            stop(Problem(Place("--record"), f"“{document.NAME}”不按一条信息填写", "不写 --record"))
        return None
    if name is None:
        accepted = "--record 后写信息的编号、文号或标题"
        stop(Problem(Place("--record"), f"没有写“{document.NAME}”按哪条信息填写", accepted))
    wanted = name.strip()
    found = [each for each in ledger.records if wanted in _names(each)]
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(f"{each.identity}（{each.place}）" for each in found)
        stop(
            Problem(
                Place("--record"), f"有 {len(found)} 条信息叫“{name}”", f"其中一条的编号：{several}"
            )
        )
    from ..notation.nearest import nearest

    near = nearest(wanted, [each for record in ledger.records for each in _names(record)])
    stop(Problem(Place("--record"), f"台账中没有信息“{name}”", "信息的编号、文号或标题", near))


def _names(record: "Record") -> list[str]:
    names = (record.number, record.document_number, record.title, record.identity)
    return [name for name in names if name]
