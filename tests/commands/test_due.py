"""``gongkai due`` on workspaces on disk."""

import json
from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.commands import main

from .workspaces import ALL_SEEN, CATALOGUE, PLAN, settle, workspace

Said = pytest.CaptureFixture[str]
LATER = "2024-021,A01,通知,,文书科,2024-07-10,"


def due(folder: Path, *arguments: str, on: str = "2024-07-26") -> int:
    return main(["due", "-w", str(folder), "--as-of", on, *arguments])


def test_what_is_late_and_what_comes_next(tmp_path: Path, capsys: Said) -> None:
    assert due(workspace(tmp_path / "w", (PLAN, LATER)), "--within", "8") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "2024-07-25  已超 1 工作日    A02 组织管理/工作推进" in lines
    assert "2024-08-07  还剩 8 工作日    A01 政策文件/部门文件" in lines


def test_the_window_is_in_working_days(tmp_path: Path, capsys: Said) -> None:
    due(workspace(tmp_path / "w", (PLAN, LATER)), "--within", "7")
    out = capsys.readouterr().out
    assert "2024-08-07" not in out
    assert "另有 1 项在此之后到期" in out
    assert "2024-07-25  已超" in out


def test_a_unit_sees_its_own(tmp_path: Path, capsys: Said) -> None:
    due(workspace(tmp_path / "w", (PLAN, LATER)), "--unit", "文书科", "--within", "20")
    out = capsys.readouterr().out
    assert "A01" in out
    assert "A02" not in out


def test_json_for_programs(tmp_path: Path, capfdbinary: Any) -> None:
    folder = workspace(tmp_path / "w", (PLAN, LATER), ALL_SEEN)
    assert due(folder, "--format", "json", "--within", "20") == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["schema"] == "gongkai/due/1"
    assert [each["due"] for each in document["entries"] if each["record"]] == [
        "2024-07-25",
        "2024-08-07",
    ]


def test_csv_for_spreadsheets(tmp_path: Path, capfdbinary: Any) -> None:
    assert due(workspace(tmp_path / "w", (PLAN,)), "--format", "csv") == 0
    assert capfdbinary.readouterr().out.startswith("\ufeff状态,还剩工作日".encode())


def test_a_wrong_row_is_named_and_the_code_is_2(tmp_path: Path, capsys: Said) -> None:
    folder = workspace(tmp_path / "w", (PLAN, "2024-022,A01,通知,,文书科,2024-02-30,"))
    assert due(folder) == 2
    said = capsys.readouterr()
    assert "没有这一天：“2024-02-30”" in said.err
    assert "2024-07-25  已超" in said.out
    assert "无法计算到期日" in said.out


def test_without_findings_it_says_so(tmp_path: Path, capsys: Said) -> None:
    assert due(workspace(tmp_path / "w", ())) == 0
    assert "已超期 0 项" in capsys.readouterr().out


NOTICE = """\
年份: 2027
通知:
  - 文号: 示例〔2026〕1号
    印发: 2026-11-05
    放假: {元旦: 1月1日至3日, 春节: 2月5日至13日, 国庆节: 10月1日至7日}
    上班: [1月31日, 2月14日, 10月9日]
"""
YEAR_END = "2026-001,A01,通知,,文书科,2026-12-03,"


def test_a_notice_that_is_in_closes_the_interval_and_says_what_it_moved(
    tmp_path: Path, capsys: Said
) -> None:
    folder = workspace(tmp_path / "w", (YEAR_END,))
    due(folder, "--within", "20", on="2026-12-20")
    out = capsys.readouterr().out
    assert "暂算    2026-12-30 至 2027-01-04" in out
    assert "改变的日期" not in out
    (folder / "holidays").mkdir()
    (folder / "holidays" / "2027.yaml").write_text(NOTICE, encoding="utf-8")
    both: tuple[tuple[str, ...], ...] = ((), ("--unit", "办公室"))
    for arguments in both:
        due(folder, "--within", "20", *arguments, on="2026-12-20")
        out = capsys.readouterr().out
        assert "暂算    " not in out
        assert "收录本工作区的放假通知后改变的日期 1 项" in out
        assert "  A01 通知：原 2026-12-31（暂算，2026-12-30 至 2027-01-04），现 2026-12-31" in out
    due(folder, "--unit", "人事科", on="2026-12-20")
    assert "改变的日期" not in capsys.readouterr().out


def test_asked_again_it_says_the_same(tmp_path: Path, capsys: Said) -> None:
    folder = workspace(tmp_path / "w", (PLAN, LATER), ALL_SEEN)
    settle(folder)
    asked: tuple[tuple[str, ...], ...] = (
        (),
        ("--unit", "办公室"),
        ("--unit", "文书科", "--within", "20"),
        ("--within", "0"),
    )
    first = []
    for arguments in asked:
        (folder / ".gongkai" / "due.json").unlink(missing_ok=True)
        due(folder, *arguments)
        first.append(capsys.readouterr().out)
    assert (folder / ".gongkai" / "due.json").is_file()
    for arguments, said in zip(asked, first, strict=True):
        due(folder, *arguments)
        assert capsys.readouterr().out == said


def test_a_unit_may_be_named_in_either_width(tmp_path: Path, capsys: Said) -> None:
    catalogue = CATALOGUE.replace("名称: 人事科", "名称: 人事科（老干部科）").replace(
        "[人事科, 信息科]", "[人事科（老干部科）, 信息科]"
    )
    folder = workspace(tmp_path / "w", (PLAN,), catalogue=catalogue)
    for name in ("人事科（老干部科）", "人事科(老干部科)"):
        assert main(["due", "-w", str(folder), "--as-of", "2024-07-01", "--unit", name]) == 0
        assert "已超期 0 项" in capsys.readouterr().out
