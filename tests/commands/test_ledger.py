"""``gongkai ledger`` as it is called: a template, and a check that does not judge."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from gongkai_cli.commands import COMMANDS
from gongkai_cli.commands.ledger import app as ledger_app
from gongkai_cli.data_files import data_folder

from ..sources.ledger_making import HEADINGS, ROW, csv_text, write_records, write_xlsx

RUN = "import sys; from gongkai_cli.commands import main; sys.exit(main())"


def gongkai(*arguments: str, cwd: Path, columns: int = 100) -> subprocess.CompletedProcess[bytes]:
    """A whole run of the program."""
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": str(columns)},
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the shipped catalogue and an empty 台账 folder."""
    shutil.copy(data_folder() / "catalogue.yaml", tmp_path)
    config = "目录: catalogue.yaml\n台账: [台账]\n台账起始: 2024-06-27\n"
    (tmp_path / "gongkai.yaml").write_text(config, encoding="utf-8")
    (tmp_path / "台账").mkdir()
    return tmp_path


def test_the_group_has_its_line() -> None:
    assert ledger_app.info.help == COMMANDS["ledger"]


def test_a_template_that_the_check_finds_in_order(folder: Path) -> None:
    made = gongkai("ledger", "template", cwd=folder)
    assert (made.returncode, made.stderr) == (0, b"")
    assert "已生成 台账模板.xlsx" in made.stdout.decode()
    assert "选项" in openpyxl.load_workbook(folder / "台账模板.xlsx").sheetnames
    checked = gongkai("ledger", "check", "台账模板.xlsx", cwd=folder)
    assert (checked.returncode, checked.stderr) == (0, b"")
    assert "错误 0 处，提示 0 处" in checked.stdout.decode()


def test_the_template_goes_where_it_is_sent_and_overwrites_nothing(folder: Path) -> None:
    target = folder / "台账" / "二季度.xlsx"
    assert gongkai("ledger", "template", "-o", str(target), cwd=folder).returncode == 0
    before = target.read_bytes()
    again = gongkai("ledger", "template", "-o", str(target), cwd=folder)
    assert again.returncode == 2
    assert again.stdout == b""
    assert again.stderr.decode() == (
        f"{target}: 文件已经存在，没有改动\n    应为：用 -o 写另一个文件名\n"
    )
    assert target.read_bytes() == before


@pytest.mark.parametrize(
    ("output", "found"),
    [("台账.csv", "台账模板只能写成 .xlsx"), ("没有的文件夹/台账.xlsx", "没有这个文件或文件夹")],
)
def test_where_a_template_cannot_go(folder: Path, output: str, found: str) -> None:
    run = gongkai("ledger", "template", "-o", output, cwd=folder)
    assert run.returncode == 2
    assert run.stderr.decode().startswith(f"{output}: {found}")


def test_a_check_of_the_workspace(folder: Path) -> None:
    write_records(folder / "台账" / "政工室.xlsx", ROW)
    rows = [HEADINGS, ("X2", "公务员录用", "示例", "政工科", "24-6-27", "")]
    path = folder / "台账" / "秘书科.csv"
    path.write_text(csv_text(rows), encoding="gb18030", newline="")
    run = gongkai("ledger", "check", "-w", str(folder), cwd=folder.parent)
    out = run.stdout.decode()
    assert (run.returncode, run.stderr) == (2, b"")
    assert "台账/政工室.xlsx!信息台账\n  按“信息台账”读，表头在第1行\n  读入 1 行\n" in out
    assert "台账/秘书科.csv\n  GB18030 编码，逗号分隔，按“信息台账”读，表头在第1行\n" in out
    assert (
        "台账/秘书科.csv:2:2: 目录中没有事项“公务员录用”\n"
        "    所在信息：X2\n"
        "    应为：目录中的事项：编号（如 A01）、名称，或“类别/名称”\n"
        "    最接近：A07 招考录用/公务员考录\n"
    ) in out
    assert "台账/秘书科.csv:2:4: 目录中没有单位“政工科”\n" in out
    assert "台账/秘书科.csv:2:5: 年份只有两位：“24-6-27”\n" in out
    assert out.splitlines()[-1].endswith("其中 1 行有不能读取的单元格；错误 3 处，提示 0 处")


def test_what_was_recognised_is_shown(folder: Path) -> None:
    rows = [("序号", "发布时间", "文件名称", "公开事项", "成文日期"), (1, "", "示例", "A07", "")]
    path = write_xlsx(folder / "a.xlsx", {"Sheet1": rows})
    run = gongkai("ledger", "check", str(path), cwd=folder, columns=200)
    assert run.returncode == 0
    assert (
        "  认得的列：公开日期（B，写作“发布时间”）、标题（C，写作“文件名称”）、"
        "事项（D，写作“公开事项”）、形成日期（E，写作“成文日期”）\n"
        "  不认识的列，未读入：序号（A）\n"
    ) in run.stdout.decode()


def test_a_check_for_machines(folder: Path) -> None:
    write_records(folder / "台账" / "a.xlsx", ROW, ("X2", "A99", "示例", "", "", ""))
    run = gongkai("ledger", "check", "--format", "json", cwd=folder)
    assert (run.returncode, run.stderr) == (2, b"")
    answer = json.loads(run.stdout)
    assert answer["schema"] == "gongkai/ledger-check/1"
    assert answer["files"] == ["台账/a.xlsx"]
    assert answer["totals"] == {
        "records": 2,
        "columns": 0,
        "statements": 0,
        "unreadable": 1,
        "errors": 1,
    }
    (table,) = answer["tables"]
    assert (table["form"], table["sheet"], table["rows"]["read"]) == ("信息台账", "信息台账", 2)
    (problem,) = answer["problems"]
    assert (problem["place"], problem["weight"]) == ("台账/a.xlsx!信息台账!B3", "error")


def test_an_entry_of_the_configuration_that_leads_nowhere(folder: Path) -> None:
    (folder / "gongkai.yaml").write_text("台账: [没有.xlsx]\n", encoding="utf-8")
    run = gongkai("ledger", "check", cwd=folder)
    assert run.returncode == 2
    assert "gongkai.yaml:1:6: 没有台账文件“没有.xlsx”" in run.stdout.decode()


@pytest.mark.parametrize("command", [("ledger", "check"), ("check",), ("due",)])
def test_a_ledger_without_a_file_is_an_error(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "gongkai.yaml").write_text("台账: [没有/*.xlsx]\n", encoding="utf-8")
    run = gongkai(*command, cwd=folder)
    assert run.returncode == 2
    assert "gongkai.yaml:1:6: “台账”中没有一个可以读的文件" in (run.stdout + run.stderr).decode()


def test_a_broken_ledger_does_not_stop_a_template(folder: Path) -> None:
    (folder / "台账" / "坏.xlsx").write_bytes(b"PK")
    assert gongkai("ledger", "template", cwd=folder).returncode == 0
    run = gongkai("ledger", "check", cwd=folder)
    assert run.returncode == 2
    assert "台账/坏.xlsx: 工作簿已损坏，不能解压\n" in run.stdout.decode()


@pytest.mark.parametrize("arguments", [("template",), ("check",), ("check", "a.xlsx")])
def test_outside_a_workspace_it_says_how_to_make_one(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    run = gongkai("ledger", *arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert "gongkai init" in run.stderr.decode()


def test_nothing_is_loaded_that_reading_needs_before_it_is_asked_for(folder: Path) -> None:
    probe = (
        "import sys; from gongkai_cli.commands import main; code = main(['ledger', '--help']); "
        "print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", probe], cwd=folder, capture_output=True, text=True, check=True
    )
    unwanted = {"python_calamine", "xlsxwriter", "csv", "zipfile", "openpyxl", "yaml", "rich"}
    assert not set(run.stderr.split()) & unwanted
