"""``gongkai ledger split`` and ``merge`` as they are called, on real files."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from gongkai_cli.commands import main
from gongkai_cli.exchange import merge as merging

from ..exchange.offices import Sheets
from ..reports.test_machine_formats import schema_of
from .workspaces import PLAN, workspace

TODAY = "2024-07-26"
ROWS = (PLAN, "2024-019,A01,通知,,文书科,2024-07-01,")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, which is the current folder."""
    made = workspace(tmp_path / "w", ROWS)
    monkeypatch.chdir(made)
    monkeypatch.setenv("GONGKAI_TODAY", TODAY)
    return made


@pytest.fixture
def gongkai(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., tuple[int, str, str]]:
    """A run of the program: its exit code, and what it said."""

    def run(*arguments: str) -> tuple[int, str, str]:
        capsysbinary.readouterr()
        code = main(arguments)
        said = capsysbinary.readouterr()
        return code, said.out.decode(), said.err.decode()

    return run


Run = Callable[..., tuple[int, str, str]]


def edit(path: Path, change: Callable[[Sheets], object]) -> None:
    book = openpyxl.load_workbook(path)
    change(Sheets(book))
    book.save(path)


def merged(run: Run, *arguments: str, code: int = 0) -> dict[str, Any]:
    """The answer of a merge for machines, held against its schema."""
    found, out, err = run("ledger", "merge", "下发", "--format", "json", *arguments)
    assert found == code, err
    document: dict[str, Any] = json.loads(out)
    jsonschema.validate(document, closed())
    return document


def closed() -> dict[str, Any]:
    """The shipped schema; its keys are closed, but for the headings of a row."""
    schema = schema_of("ledger-merge")
    cells = schema["properties"]["added"]["items"]["properties"]["cells"]
    assert cells == {
        "description": cells["description"],
        "type": "object",
        "additionalProperties": {"type": "string"},
    }
    return schema


def test_split_writes_a_workbook_for_every_unit(folder: Path, gongkai: Run) -> None:
    code, out, err = gongkai("ledger", "split")
    assert (code, err) == (0, "")
    assert sorted(path.name for path in (folder / "下发").iterdir()) == [
        "人事科.xlsx",
        "信息科.xlsx",
        "文书科.xlsx",
    ]
    first, *_, last = out.splitlines()
    assert first == "已写入 下发/文书科.xlsx：信息台账 1 行，待办 1 项"
    assert last.startswith("共 3 个单位。")
    kept = json.loads((folder / ".gongkai/下发.json").read_bytes())["issued"]
    assert (kept["day"], kept["units"]) == (TODAY, ["文书科", "信息科", "人事科"])


def test_split_again_says_what_has_not_changed_and_keeps_what_has(
    folder: Path, gongkai: Run
) -> None:
    gongkai("ledger", "split", "-o", "给单位")
    before = (folder / "给单位/文书科.xlsx").read_bytes()
    ledger = folder / "台账/信息台账.csv"
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text.replace("通知,", "通知（改）,"), encoding="utf-8")
    code, out, _ = gongkai("ledger", "split", "-o", "给单位")
    assert code == 0
    assert "给单位/人事科.xlsx 没有变化" in out
    assert f"原文件备份为 文书科.xlsx.bak-{TODAY}" in out
    assert (folder / f"给单位/文书科.xlsx.bak-{TODAY}").read_bytes() == before


def test_split_names_what_nobody_gets(folder: Path, gongkai: Run) -> None:
    with (folder / "台账/信息台账.csv").open("a", encoding="utf-8") as file:
        file.write("散件,,没有事项,,,2024-07-01,\n")
    _, out, _ = gongkai("ledger", "split")
    assert "1 条信息没有责任单位，没有下发给任何单位：散件" in out


def test_the_day_of_the_states_can_be_set(folder: Path, gongkai: Run) -> None:
    gongkai("ledger", "split", "--as-of", "2024-07-25")
    sheet = openpyxl.load_workbook(folder / "下发/信息科.xlsx")["信息台账"]
    assert "今日到期" in [cell.value for cell in sheet[2]]


@pytest.mark.parametrize("target", ["台账", "台账/下发", "./台账/../台账/x"])
def test_workbooks_do_not_go_where_the_ledger_is_read(
    folder: Path, gongkai: Run, target: str
) -> None:
    code, out, err = gongkai("ledger", "split", "-o", target)
    assert (code, out) == (2, "")
    assert "放在这里的工作簿会被当作台账读入（gongkai.yaml:2:6 的“台账”）" in err
    assert sorted(path.name for path in (folder / "台账").iterdir()) == ["信息台账.csv", "栏目.csv"]


def test_nothing_edited_changes_nothing(folder: Path, gongkai: Run) -> None:
    before = {path: path.read_bytes() for path in (folder / "台账").iterdir()}
    gongkai("ledger", "split")
    document = merged(gongkai)
    names = ("changed", "added", "conflicts", "removed", "missing", "receipts", "files", "problems")
    assert {name: document[name] for name in names} == {name: [] for name in names}
    assert document["returned"] == ["文书科", "信息科", "人事科"]
    assert {path: path.read_bytes() for path in (folder / "台账").iterdir()} == before
    assert not (folder / ".gongkai/并入记录.csv").exists()


def publish(book: Sheets) -> None:
    """What a unit fills in once it has published."""
    book.put(2, "公开日期", date(2024, 7, 24))
    book.put(2, "签收", date(2024, 7, 25))


def test_merge_writes_backs_up_and_logs(folder: Path, gongkai: Run) -> None:
    ledger = folder / "台账/信息台账.csv"
    before = ledger.read_bytes()
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    tried = merged(gongkai, "--dry-run")
    assert ledger.read_bytes() == before
    assert (tried["dry_run"], tried["files"]) == (True, [])
    document = merged(gongkai)
    assert document["changed"] == tried["changed"]
    assert document["changed"] == [
        {
            "record": "2024-018",
            "sheet": "信息台账",
            "heading": "公开日期",
            "old": "",
            "new": "2024-07-24",
            "unit": "信息科",
            "place": "台账/信息台账.csv:2:7",
        }
    ]
    assert document["receipts"] == [{"unit": "信息科", "day": "2024-07-25", "text": "2024-07-25"}]
    backup = f"台账/信息台账.csv.bak-{TODAY}"
    assert document["files"] == [
        {"file": "台账/信息台账.csv", "backup": backup, "instead_of": None}
    ]
    assert (folder / backup).read_bytes() == before
    assert ledger.read_bytes() == before.replace(b"2024-06-27,\n", b"2024-06-27,2024-07-24\n")
    log = folder / ".gongkai/并入记录.csv"
    (row,) = csv.DictReader(io.StringIO(log.read_text("utf-8-sig"), newline=""))
    assert row == {
        "日期": TODAY,
        "单位": "信息科",
        "表": "信息台账",
        "信息": "2024-018",
        "表头": "公开日期",
        "原值": "",
        "新值": "2024-07-24",
        "文件": "台账/信息台账.csv",
        "位置": "台账/信息台账.csv:2:7",
    }
    logged = log.read_bytes()
    assert merged(gongkai)["changed"] == []
    assert log.read_bytes() == logged
    code, out, err = gongkai("ledger", "check")
    assert (code, err) == (0, "")
    assert "错误 0 处，提示 0 处" in out, "the backup is no file of the ledger"


def test_receipts_are_noted_for_the_mail(folder: Path, gongkai: Run) -> None:
    reminding = "提醒:\n  方式: eml\n  发件人: 政务公开 <zwgk@example.gov.cn>\n"
    with (folder / "gongkai.yaml").open("a", encoding="utf-8") as file:
        file.write(reminding)
    (folder / "通讯录.yaml").write_text("信息科: {邮箱: [a@example.gov.cn]}\n", encoding="utf-8")
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    edit(folder / "下发/文书科.xlsx", lambda book: book.put(2, "签收", "已收到"))
    merged(gongkai, "--dry-run")
    assert not (folder / ".gongkai/outbox.sqlite").exists()
    merged(gongkai)
    with closing(sqlite3.connect(folder / ".gongkai/outbox.sqlite")) as store:
        days = dict(store.execute("SELECT unit, day FROM receipt"))
    assert days == {"信息科": "2024-07-25", "文书科": TODAY}


def test_conflicts_are_exit_code_1_and_shown_with_every_side(folder: Path, gongkai: Run) -> None:
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    ledger = folder / "台账/信息台账.csv"
    before = ledger.read_bytes().replace(b"2024-06-27,\n", b"2024-06-27,2024-07-23\n")
    ledger.write_bytes(before)
    (conflict,) = merged(gongkai, code=1)["conflicts"]
    assert (conflict["base"], conflict["ledger"], conflict["units_value"]) == (
        "",
        "2024-07-23",
        "2024-07-24",
    )
    code, out, _ = gongkai("ledger", "merge", "下发")
    assert code == 1
    assert "冲突 1 处，台账保持原值" in out
    assert "下发时 （空）；台账 2024-07-23；信息科 2024-07-24" in out
    assert ledger.read_bytes() == before


def test_who_has_not_returned_is_named_by_merge_and_by_check(folder: Path, gongkai: Run) -> None:
    gongkai("ledger", "split")
    (folder / "下发/人事科.xlsx").rename(folder / "晚到.xlsx")
    assert merged(gongkai)["missing"] == ["人事科"]
    assert "未报 1 个单位：人事科" in gongkai("ledger", "merge", "下发")[1]
    assert f"人事科未报（{TODAY}下发的台账没有交回）" in gongkai("check")[1]
    (folder / "后来").mkdir()
    (folder / "晚到.xlsx").rename(folder / "后来/人事科.xlsx")
    assert "未报" not in gongkai("ledger", "merge", "后来")[1]
    assert "未报" not in gongkai("check")[1]


def test_a_dry_run_takes_nobody_as_returned(folder: Path, gongkai: Run) -> None:
    gongkai("ledger", "split")
    merged(gongkai, "--dry-run")
    assert json.loads((folder / ".gongkai/下发.json").read_bytes())["issued"]["returned"] == []


def test_without_a_split_whoever_has_a_duty_is_asked(folder: Path, gongkai: Run) -> None:
    (folder / "下发").mkdir()
    assert merged(gongkai)["missing"] == ["文书科", "信息科", "人事科"]
    assert not (folder / ".gongkai/下发.json").exists()


def test_what_cannot_be_taken_is_exit_code_2_and_the_rest_is_merged(
    folder: Path, gongkai: Run
) -> None:
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    edit(folder / "下发/文书科.xlsx", lambda book: book.put(2, "公开日期", "上周"))
    code, out, err = gongkai("ledger", "merge", "下发")
    assert code == 2
    assert "改  2024-018 公开日期：（空） → 2024-07-24（信息科）" in out
    assert err.startswith(
        "下发/文书科.xlsx!信息台账!G2: 不是日期：“上周”\n    所在信息：2024-019\n"
    )


def test_a_ledger_that_cannot_be_read_is_left_alone(folder: Path, gongkai: Run) -> None:
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    (folder / "台账/坏的.xlsx").write_bytes(b"PK\x03\x04")
    before = (folder / "台账/信息台账.csv").read_bytes()
    code, out, err = gongkai("ledger", "merge", "下发")
    assert (code, out) == (2, "")
    assert "工作簿已损坏" in err
    assert (folder / "台账/信息台账.csv").read_bytes() == before


def held_open(monkeypatch: pytest.MonkeyPatch, held: Path) -> None:
    """Let the system refuse to replace a file, as Windows does while Excel holds it open."""
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).resolve() == held:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


def test_a_ledger_that_is_held_open_is_told_and_nothing_is_lost(
    folder: Path, gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    before = (folder / "台账/信息台账.csv").read_bytes()
    held_open(monkeypatch, folder / "台账/信息台账.csv")
    document = merged(gongkai, code=2)
    (file,) = document["files"]
    assert file["instead_of"] == "台账/信息台账.csv"
    assert b"2024-07-24" in (folder / file["file"]).read_bytes()
    assert (folder / "台账/信息台账.csv").read_bytes() == before
    (problem,) = document["problems"]
    assert problem["place"] == "台账/信息台账.csv"
    assert "被 Excel、WPS 等程序占用" in problem["found"]
    assert not (folder / ".gongkai/并入记录.csv").exists()
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GONGKAI_TODAY", TODAY)
    assert len(merged(gongkai)["changed"]) == 1


def test_a_workbook_that_is_held_open_goes_to_a_new_name(
    folder: Path, gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    gongkai("ledger", "split")
    edit(folder / "下发/文书科.xlsx", lambda book: book.put(2, "标题", "单位正在填"))
    held_open(monkeypatch, folder / "下发/文书科.xlsx")
    code, out, err = gongkai("ledger", "split")
    assert (code, err) == (0, "")
    assert "下发/文书科.xlsx 正被占用，改写到 下发/文书科-2.xlsx" in out


def test_a_disk_that_is_full_is_told(
    folder: Path, gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    before = {path: path.read_bytes() for path in (folder / "台账").iterdir()}

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr("gongkai_cli.commands.ledger_exchange._keep", lambda *_: None)
    document = merged(gongkai, code=2)
    assert (document["changed"], document["files"]) == ([], [])
    assert [each["found"] for each in document["problems"]] == ["磁盘已满"]
    after = {path: path.read_bytes() for path in (folder / "台账").iterdir()}
    assert {path: after[path] for path in before} == before


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    folder: Path, gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    gongkai("ledger", "split")
    edit(folder / "下发/信息科.xlsx", publish)
    ledger = folder / "台账/信息台账.csv"
    merge = merging.merge

    def slow(*arguments: Any) -> Any:
        result = merge(*arguments)
        ledger.write_bytes(ledger.read_bytes() + b"2024-020,A01,x,,,,\n")
        return result

    monkeypatch.setattr(merging, "merge", slow)
    document = merged(gongkai, code=2)
    assert (document["changed"], document["files"]) == ([], [])
    (problem,) = document["problems"]
    assert problem["found"] == "并入的过程中被别的程序改动，没有写入"
    assert ledger.read_bytes().endswith(b"2024-020,A01,x,,,,\n")
    assert "2024-07-24" not in ledger.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge",), "参数“目录”: 没有填写"),
        (("merge", "没有"), "没有: 没有这个文件夹"),
        (("merge", "gongkai.yaml"), "这是文件，不是文件夹"),
        (("merge", "台账"), "台账: 放在这里的工作簿会被当作台账读入"),
        (("merge", ".", "--format", "csv"), "没有“csv”这种格式"),
    ],
)
def test_what_is_asked_wrongly(
    folder: Path, gongkai: Run, arguments: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    code, _, err = gongkai("ledger", *arguments)
    assert code == 2
    assert said in err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
