"""The ledger that travels: workbooks written for units, and what comes back written down."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from ..model.issued import Issued
from ..model.place import Place, Problem, errors
from ..notation.files import nearest_path, unavailable
from .console import FINDINGS, OK, WRONG_INPUT, complain, say, say_data, stop, stop_at, width
from .filing import Put, put, put_or_beside
from .request import open_workspace, today

if TYPE_CHECKING:
    from ..exchange.result import FileChange, Filed, MergeResult
    from ..facts import Facts
    from ..sources.config_yaml import Config
    from ..sources.workspace import Workspace

_SENT_TO = "下发"
_ASIDE = "并入结果"
_LOG = Path(".gongkai") / "并入记录.csv"
_MEANWHILE = "并入的过程中被别的程序改动，没有写入"
_HELD = "正被 Excel、WPS 等程序占用，没有改动"


def split_ledger(
    output: Path | None, as_of: date | None, workspace: Path | None, config: Path | None
) -> int:
    """Write a workbook for every unit that has a duty or a row, and keep who got one."""
    opened = open_workspace(workspace, config)
    facts, settings = _parts(opened)
    folder = output or _as_typed(opened.folder / _SENT_TO)
    from ..assess import assess
    from ..exchange.file_names import file_names
    from ..exchange.unit_book import UnitBooks
    from ..exchange.unit_rows import nobodys_rows
    from ..sources.ledger.written import read_written
    from ..sources.workspace import ledger_paths
    from .progress import counting

    written = read_written(list(ledger_paths(settings, opened.folder, [])), opened.folder)
    assessment = assess(facts, as_of=as_of or today(), today=today())
    books = UnitBooks(facts, assessment, written, today())
    names = file_names(books.units)
    _refuse_inside(settings, opened.folder, folder, [folder / name for name in names.values()])
    with counting("正在生成各单位的工作簿") as tell:
        for number, (unit, name) in enumerate(names.items(), 1):
            line = _write_book(folder / name, books.book(unit))
            rows = {sheet: len(found) for sheet, found in books.rows[unit].rows.items()}
            counted = "，".join(f"{sheet} {count} 行" for sheet, count in rows.items() if count)
            items = len(books.open_items(unit))
            say(f"{line}：{counted or '没有行'}，待办 {items} 项")
            tell(number, len(names))
    _keep(opened.folder, Issued(day=today(), units=books.units))
    if nobody := nobodys_rows(facts):
        say(f"{len(nobody)} 条信息没有责任单位，没有下发给任何单位：{'、'.join(nobody)}")
    say(f"共 {len(names)} 个单位。交回后用 gongkai ledger merge 目录 并入台账")
    complain(facts.problems)
    return WRONG_INPUT if errors(facts.problems) else OK


def merge_ledger(
    returned: Path, dry_run: bool, format: str, workspace: Path | None, config: Path | None
) -> int:
    """Take back the workbooks in a folder; what is not decided is said, and stays as it is."""
    opened = open_workspace(workspace, config)
    facts, settings = _parts(opened)
    from ..exchange import merge_json, merge_table
    from ..exchange.merge import merge
    from ..exchange.returned import read_returned
    from ..exchange.unit_rows import rows_by_unit
    from ..sources.ledger.written import read_written
    from ..sources.workspace import ledger_paths
    from .progress import counting

    with counting("正在读交回的工作簿") as tell:
        pile = read_returned(_folder_of(returned), facts.catalogue, tell=tell)
    back = [book.file.path for book in pile.books]
    _refuse_inside(settings, opened.folder, returned, back or [returned / "单位.xlsx"])
    paths = list(ledger_paths(settings, opened.folder, []))
    originals = _originals(opened.folder, facts)
    written = read_written(paths, opened.folder)
    if errors(written.problems):
        complain(written.problems)
        return WRONG_INPUT
    issued = facts.issued
    expected = issued.missing if issued else tuple(rows_by_unit(facts, written))
    result = merge(facts, written, originals, pile, expected, today())
    files: list[Filed] = []
    if not dry_run:
        files, result = _write(opened.folder, originals, result)
        result = _with_receipts(opened.folder, settings, result)
        if issued is not None:
            every = dict.fromkeys((*issued.returned, *result.returned))
            _keep(opened.folder, structs.replace(issued, returned=tuple(every)))
    if format == "json":
        say_data(merge_json.render(result, files, dry_run=dry_run))
    else:
        say(merge_table.render(result, files, width(), dry_run=dry_run))
    complain(result.problems)
    if errors(result.problems):
        return WRONG_INPUT
    return FINDINGS if result.conflicts else OK


def _parts(opened: "Workspace") -> "tuple[Facts, Config]":
    assert opened.facts is not None, "open_workspace stops where there are none"
    assert opened.config is not None, "without a configuration there are no facts"
    return opened.facts, opened.config


def _as_typed(path: Path) -> Path:
    """A path as somebody in the current folder would type it."""
    here = Path.cwd()
    return path.resolve().relative_to(here) if path.resolve().is_relative_to(here) else path


def _folder_of(returned: Path) -> Path:
    """The folder; where there is none the command ends."""
    if returned.is_dir():
        return returned
    place, accepted = Place(str(returned)), "放单位交回的工作簿的文件夹"
    if returned.exists():
        stop(Problem(place, "这是文件，不是文件夹", accepted))
    stop(Problem(place, "没有这个文件夹", accepted, nearest_path(str(returned))))


def _refuse_inside(config: "Config", home: Path, folder: Path, paths: Iterable[Path]) -> None:
    """End the command where workbooks in a folder would be read as a part of the ledger."""
    from ..sources.ledger_reach import swallowed_by

    found = swallowed_by(config, home, paths)
    if found is not None:
        _, entry, place = found
        said = f"放在这里的工作簿会被当作台账读入（{place} 的“{entry}”）"
        stop(Problem(Place(str(folder)), said, "台账文件夹以外的文件夹"))


def _write_book(path: Path, data: bytes) -> str:
    """Write a workbook, unless it is there as it is; a line that says so."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return f"{path} 没有变化"
        done = put_or_beside(path, data, today())
    except OSError as error:
        stop_at(str(path), error)
    if done.instead_of is not None:
        return f"{path} 正被占用，改写到 {done.path}"
    kept = f"（原文件备份为 {done.backup.name}）" if done.backup else ""
    return f"已写入 {path}{kept}"


def _originals(folder: Path, facts: "Facts") -> dict[str, bytes]:
    """The files of the ledger as they are now, by the names that places carry."""
    found = {}
    for name in facts.ledger.files:
        try:
            found[name] = (folder / name).read_bytes()
        except OSError as error:
            stop_at(name, error)
    return found


def _write(
    folder: Path, originals: Mapping[str, bytes], result: "MergeResult"
) -> "tuple[list[Filed], MergeResult]":
    """Write every file that changes, and the log of it; what could not be is a problem."""
    from ..exchange.result import Filed

    files: list[Filed] = []
    problems: list[Problem] = []
    written: list[FileChange] = []
    for change in result.files:
        done = _put(folder, change, originals[change.name])
        if isinstance(done, Problem):
            problems.append(done)
            continue
        written.append(change)
        shown = _shown(done.path, folder)
        backup = _shown(done.backup, folder) if done.backup else None
        instead = change.name if done.instead_of else None
        files.append(Filed(file=shown, backup=backup, instead_of=instead))
        if done.instead_of is None:
            _log(folder / _LOG, change)
        else:
            accepted = f"关闭占用它的程序后再并入一次；结果写在 {shown}，可以先看"
            problems.append(Problem(Place(change.name), _HELD, accepted))
    every = (*result.problems, *problems)
    return files, structs.replace(result, files=tuple(written), problems=every)


def _with_receipts(folder: Path, config: "Config", result: "MergeResult") -> "MergeResult":
    """The result, its receipts noted for the mail of a workspace that sends any.

    One that names no day is for what was sent with the workbook and before it.
    """
    signed = {each.unit: each.day or each.issued for each in result.receipts}
    days = {unit: min(day, today()) for unit, day in signed.items() if day is not None}
    if config.reminding is None or not days:
        return result
    from ..reminders.receipts import note_receipts
    from ..reminders.store_file import StoreWrong

    try:
        note_receipts(folder, days)
    except StoreWrong as wrong:
        return structs.replace(result, problems=(*result.problems, wrong.problem))
    return result


def _put(folder: Path, change: "FileChange", original: bytes) -> Put | Problem:
    """Write a file of the ledger; if it is held open, apart from the folders of the ledger.

    Beside it the result would be read as a second ledger. What cannot be written is a problem.
    """
    path, place = folder / change.name, Place(change.name)
    try:
        if path.read_bytes() != original:
            return Problem(place, _MEANWHILE, "保存并关闭后再并入一次")
        try:
            return Put(path, put(path, change.data, today()))
        except PermissionError:
            done = put_or_beside(folder / _ASIDE / path.name, change.data, today())
            return structs.replace(done, instead_of=path)
    except OSError as error:
        return unavailable(error, place)


def _log(path: Path, change: "FileChange") -> None:
    """Add to the log what a file has taken in."""
    from ..exchange.merge_log import log_bytes, log_rows

    path.parent.mkdir(exist_ok=True)
    for target in _names(path):
        try:
            with target.open("ab") as file:
                rows = log_rows(change, change.name, today())
                file.write(log_bytes(rows, new=file.tell() == 0))
            return
        except PermissionError:
            continue


def _names(path: Path) -> Iterator[Path]:
    """A log and, where it is held open, others beside it."""
    yield path
    yield from (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 100))


def _keep(folder: Path, issued: Issued) -> None:
    from ..sources.issued_json import issued_bytes, issued_path

    path = issued_path(folder)
    path.parent.mkdir(exist_ok=True)
    aside = path.with_suffix(".tmp")
    aside.write_bytes(issued_bytes(issued))
    aside.replace(path)


def _shown(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
