"""``gongkai doctor`` with a workspace, without one, and with one that is broken."""

import contextlib
import io
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from gongkai_cli.commands import main

from ..reports.measuring import assert_fits
from ..reports.test_machine_formats import schema_of
from .workspaces import workspace

Said = pytest.CaptureFixture[str]
OPEN = "2026-018,A02,年底的方案,,信息科,2026-12-10,"
SEEN = "A02,工作推进,是,3,2026-07-20,2026-10-01"
NOTICE_2027 = """\
年份: 2027
通知:
  - 文号: 国办发明电〔2026〕99号
    印发: 2026-11-10
    标题: 国务院办公厅关于2027年部分节假日安排的通知
    来源: 示例
    放假:
      元旦: 1月1日至3日
    上班: {}
"""


def doctor(folder: Path | None, *arguments: str, on: str = "2026-12-12") -> int:
    where = ("-w", str(folder)) if folder else ()
    return main(["doctor", *where, "--as-of", on, *arguments])


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workspace(tmp_path / "w", (OPEN,), (SEEN,))


def test_a_page_of_a_workspace(folder: Path, capsys: Said) -> None:
    before = files_of(folder)
    assert doctor(folder) == 0
    out = capsys.readouterr().out
    assert "放假通知：注意\n  已有    随程序：2004年至2026年\n" in out
    assert "2027年的通知一般在 2026-10-25 至 2026-12-08 之间印发" in out
    assert "2027-01-08  2027-01-08  2027-01-10  A02 年底的方案（" in out
    assert "2027年放假通知尚未印发" in out
    assert "  有效期  2024-01-01 至 2025-12-31，2026-12-12 不在其内\n" in out
    assert "  将过期  2026-12-30 以后：A02 工作推进\n" in out
    assert "  没有看  A01、A03\n" in out
    last = "注意 4 项（放假通知、目录有效期、暂算的日期、栏目核查）"
    assert out.splitlines()[-1] == last
    assert all(cell_len(line) <= 80 for line in out.splitlines() if str(folder) not in line)
    assert files_of(folder) == before, "it changes nothing"


@pytest.mark.parametrize(
    ("on", "code", "grade"),
    [
        ("2026-10-31", 0, "正常"),
        ("2026-11-01", 0, "注意"),
        ("2026-12-18", 0, "注意"),
        ("2026-12-19", 1, "错误"),
    ],
)
def test_without_a_workspace_only_the_notices_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said, on: str, code: int, grade: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert doctor(None, on=on) == code
    out = capsys.readouterr().out
    assert f"放假通知：{grade}\n" in out
    assert "没有工作区（gongkai.yaml），只看放假通知" in out
    assert "栏目核查" not in out


def test_the_workspaces_own_notice_is_known(folder: Path, capsys: Said) -> None:
    (folder / "holidays").mkdir()
    (folder / "holidays/2027.yaml").write_text(NOTICE_2027, encoding="utf-8")
    assert doctor(folder, on="2026-12-20") == 0, capsys.readouterr().err
    out = capsys.readouterr().out
    assert "  工作区自己的：2027年（holidays/2027.yaml）\n" in out
    assert "2028年的通知一般在 2027-10-25 至 2027-12-08 之间印发" in out
    assert "暂算的日期：正常" in out


def test_only_notices_known_on_a_day_count(folder: Path, capsys: Said) -> None:
    assert doctor(folder, "--known-on", "2024-10-01", on="2024-12-20") == 1
    out = capsys.readouterr().out
    assert "随程序：2004年至2024年\n" in out
    assert "2025年的通知一般在 2024-10-25 至 2024-12-08 之间印发" in out


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("holidays/2027.yaml", "通知: []\n"),
        ("holidays/明年.yaml", "通知: []\n"),
        ("catalogue.yaml", "目录: [\n"),
        ("gongkai.yaml", "目录本: catalogue.yaml\n"),
    ],
)
def test_a_broken_file_is_named_and_the_rest_still_said(
    folder: Path, capsys: Said, file: str, text: str
) -> None:
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")
    assert doctor(folder) == 2
    said = capsys.readouterr()
    assert "工作区：错误\n" in said.out
    assert f"  问题    {file}：错误 " in said.out
    assert "随程序：2004年至2026年" in said.out
    assert said.err.startswith(file)
    assert "Traceback" not in said.err


def test_errors_of_the_ledger_are_counted_and_the_rest_is_judged(
    tmp_path: Path, capsys: Said
) -> None:
    rows = (OPEN, "2026-019,A01,通知,,文书科,2026-02-30,", "2026-020,A01,通知,,文书科,2026-02-31,")
    assert doctor(workspace(tmp_path / "w", rows, (SEEN,))) == 2
    out = capsys.readouterr().out
    assert "  问题    台账/信息台账.csv：错误 2 处\n" in out
    assert "暂算的日期：注意" in out


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_page_fits_every_width(
    folder: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert doctor(folder, on="2026-12-20") == 1
    assert "历年最晚的在12月18日印发，" in out.getvalue()
    assert_fits(re.sub("(?m)^  位置 .*|^  数据 .*", "", out.getvalue()), width)


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: Said) -> None:
    assert doctor(tmp_path / "没有") == 2
    assert "没有这个文件夹" in capsys.readouterr().err


@pytest.mark.parametrize("state", ["none", "whole", "broken"])
def test_json_keeps_to_its_schema(
    folder: Path, state: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any
) -> None:
    if state == "none":
        shutil.rmtree(folder)
        monkeypatch.chdir(folder.parent)
    if state == "broken":
        (folder / "catalogue.yaml").write_text("目录: [\n", encoding="utf-8")
    code = doctor(None if state == "none" else folder, "--format", "json")
    document = json.loads(capfdbinary.readouterr().out)
    jsonschema.validate(document, schema_of("doctor"))
    assert code == (2 if state == "broken" else 0)
    assert document["next_notice"]["grade"] == "注意"
    if state == "whole":
        (entry,) = document["workspace"]["provisional"]
        assert (entry["earliest"], entry["latest"]) == ("2027-01-08", "2027-01-10")
        assert document["workspace"]["evidence"]["unseen"] == ["A01", "A03"]


def test_a_console_that_cannot_show_chinese_is_told_how(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, "ascii", errors="replace"))
    assert doctor(None) == 0
    sys.stdout.flush()
    assert "PYTHONIOENCODING=utf-8" in data.getvalue().decode("ascii")


def test_any_day_can_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    assert doctor(None, on="0001-01-01") in (0, 1)
    assert doctor(None, on="9999-12-31") == 1
