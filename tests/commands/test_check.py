"""``gongkai check`` on workspaces on disk: what it prints and its exit code."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.commands import main
from gongkai_cli.commands.check import read_share
from gongkai_cli.commands.init import Example, examples
from gongkai_cli.commands.request import BadValue

from ..reports.measuring import assert_fits, assert_lined_up
from .workspaces import ALL_SEEN, CATALOGUE, PLAN, workspace

Said = pytest.CaptureFixture[str]
BAD_DATE = "2024-019,A01,通知,,文书科,去年,"
IN_TIME = "2024-017,A01,已公开的通知,,文书科,2024-06-27,2024-07-01"


def check(folder: Path, *arguments: str, on: str = "2024-07-26") -> int:
    return main(["check", "-w", str(folder), "--as-of", on, *arguments])


def document(folder: Path, capfdbinary: Any, *arguments: str, on: str = "2024-07-26") -> Any:
    check(folder, *arguments, "--format", "json", on=on)
    return json.loads(capfdbinary.readouterr().out)


@pytest.mark.parametrize(
    ("records", "arguments", "on", "code"),
    [
        ((PLAN,), (), "2024-07-25", 0),
        ((PLAN,), (), "2024-07-26", 1),
        ((PLAN,), ("--fail-on", "严重"), "2024-07-26", 0),
        ((PLAN,), ("--fail-on", "critical"), "2024-07-26", 0),
        ((PLAN,), ("--fail-on", "high"), "2024-07-26", 1),
        ((PLAN,), ("--fail-on", "提示"), "2024-07-25", 1),
        ((PLAN,), ("--unit", "文书科"), "2024-07-26", 0),
        ((PLAN,), ("--unit", "信息公开科"), "2024-07-26", 1),
        ((PLAN,), ("--unit", "办公室"), "2024-07-26", 1),
        ((PLAN,), ("--min-coverage", "100%"), "2024-07-26", 1),
        ((PLAN, BAD_DATE), (), "2024-07-26", 2),
        ((PLAN, BAD_DATE), ("--min-coverage", "100%"), "2024-07-26", 2),
        ((PLAN, BAD_DATE), ("--strict",), "2024-07-26", 2),
        ((IN_TIME,), (), "2024-07-26", 0),
        ((), (), "2024-07-26", 0),
    ],
)
def test_the_exit_code(
    tmp_path: Path, records: tuple[str, ...], arguments: tuple[str, ...], on: str, code: int
) -> None:
    folder = workspace(tmp_path / "w", records, ALL_SEEN)
    assert check(folder, *arguments, on=on) == code


def test_low_coverage_weighs_more_than_findings(tmp_path: Path, capsys: Said) -> None:
    folder = workspace(tmp_path / "w", (PLAN,))
    assert check(folder, "--min-coverage", "80%") == 3
    assert "低于要求的 80%，不能作出合规与否的结论" in capsys.readouterr().err


def test_one_wrong_row_does_not_keep_the_rest_from_being_judged(
    tmp_path: Path, capsys: Said
) -> None:
    folder = workspace(tmp_path / "w", (BAD_DATE, PLAN), ALL_SEEN)
    assert check(folder) == 2
    said = capsys.readouterr()
    assert "2024-018 2024年工作方案" in said.out
    assert "台账/信息台账.csv:2:6: 不是日期：“去年”" in said.err
    assert "台账/信息台账.csv:2:6: 不是日期：“去年”" in said.out


def test_strict_stops_before_judging(tmp_path: Path, capsys: Said) -> None:
    folder = workspace(tmp_path / "w", (BAD_DATE, PLAN), ALL_SEEN)
    assert check(folder, "--strict") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "不是日期：“去年”" in said.err


def test_a_unit_that_the_catalogue_does_not_know(tmp_path: Path, capsys: Said) -> None:
    folder = workspace(tmp_path / "w")
    assert check(folder, "--unit", "信息处", "--unit", "人事") == 2
    assert capsys.readouterr().err == (
        "--unit: 目录中没有“信息处”这个单位\n"
        "    应为：办公室、文书科、信息科、人事科\n"
        "    最接近：信息科\n"
        "--unit: 目录中没有“人事”这个单位\n"
        "    应为：办公室、文书科、信息科、人事科\n"
        "    最接近：人事科\n"
        "\n"
        "错误 2 处\n"
    )


def test_a_unit_sees_its_own_findings_duties_totals_and_questions(
    tmp_path: Path, capfdbinary: Any
) -> None:
    folder = workspace(tmp_path / "w", (PLAN, IN_TIME), ALL_SEEN)
    everything = document(folder, capfdbinary)
    ours = document(folder, capfdbinary, "--unit", "人事科")
    assert {each["id"] for each in everything["duties"]} == {"A01", "A02", "A03"}
    assert [each["id"] for each in ours["duties"]] == ["A03"]
    assert list(ours["totals"]) == ["人事科"]
    assert {each["duty"] for each in ours["coverage"]["unanswered"]} <= {"A03"}
    assert 0 < ours["coverage"]["questions"] < everything["coverage"]["questions"]
    assert all("人事科" in each["units"] for each in ours["findings"])


def test_a_parent_takes_its_sections_along(tmp_path: Path, capfdbinary: Any) -> None:
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    office = document(folder, capfdbinary, "--unit", "办公室")
    assert [each["id"] for each in office["duties"]] == ["A01", "A02", "A03"]
    assert set(office["totals"]) == {"文书科", "信息科"}


def test_the_law_alone_or_the_catalogue_alone(tmp_path: Path, capfdbinary: Any) -> None:
    exam = "2024-020,A03,考录公告,,人事科,2024-06-27,"
    folder = workspace(tmp_path / "w", (exam,), ALL_SEEN)

    def wordings(basis: str) -> list[str]:
        found = document(folder, capfdbinary, "--basis", basis, on="2024-07-29")["findings"]
        return sorted(each["due"] for each in found if each["code"] == "GK201")

    assert wordings("从严") == ["2024-07-25", "2024-07-26"]
    assert wordings("law") == ["2024-07-25"]
    assert wordings("catalogue") == ["2024-07-26"]


def test_the_calendar_as_it_was_known(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    assert check(folder, "--known-on", "2024-01-01", on="2024-07-26") == 1
    assert "只用 2024-01-01 及以前印发的通知" in capsys.readouterr().out


def test_csv_opens_in_a_spreadsheet(tmp_path: Path, capfdbinary: Any) -> None:
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    assert check(folder, "--format", "csv") == 1
    data = capfdbinary.readouterr().out
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert any(row["标题"] == "2024年工作方案" and row["到期日"] == "2024-07-25" for row in rows)


def test_a_catalogue_that_is_wrong_stops_everything(tmp_path: Path, capsys: Said) -> None:
    wrong = CATALOGUE.replace("责任单位: [信息科]", "责任单位: [信息处]")
    folder = workspace(tmp_path / "w", catalogue=wrong)
    assert check(folder) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "catalogue.yaml:21:" in said.err
    assert "信息处" in said.err


def test_outside_a_workspace_it_says_how_to_make_one(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "gongkai init" in capsys.readouterr().err


def test_it_is_found_from_a_folder_inside(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    monkeypatch.chdir(folder / "台账")
    monkeypatch.setenv("GONGKAI_TODAY", "2024-07-26")
    assert main(["check"]) == 1
    assert "核查日 2024-07-26" in capsys.readouterr().out


def test_the_workspace_may_be_named_before_the_command(tmp_path: Path, capsys: Said) -> None:
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    assert main(["-w", str(folder), "check", "--as-of", "2024-07-26"]) == 1
    assert main(["-w", str(folder)]) == 2


def test_another_configuration(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    other = folder / "other.yaml"
    other.write_text("台账: [台账]\n口径: {临期天数: 30}\n", encoding="utf-8")
    assert check(folder, "--config", str(other), on="2024-07-01") == 0
    assert "临期天数 30（本单位设定）" in capsys.readouterr().out


def test_a_today_that_is_no_day(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "今天")
    assert main(["check", "-w", str(workspace(tmp_path / "w"))]) == 2
    assert "环境变量 GONGKAI_TODAY: 不是日期：“今天”" in capsys.readouterr().err


@pytest.mark.parametrize("columns", ["60", "80", "140"])
def test_the_report_is_as_wide_as_the_terminal(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    check(workspace(tmp_path / "w", (PLAN,)))
    rules = [line for line in capsys.readouterr().out.splitlines() if line.startswith("---")]
    assert {len(rule) for rule in rules} == {int(columns)}


@pytest.mark.parametrize("columns", ["60", "80", "140"])
@pytest.mark.parametrize("example", examples(), ids=lambda each: each.name)
def test_every_shipped_example_is_lined_up_and_safe_on_a_gbk_console(
    capsys: Said, monkeypatch: pytest.MonkeyPatch, columns: str, example: Example
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    main(["check", "-w", str(example.folder), "--as-of", f"{example.day}"])
    out = capsys.readouterr().out
    assert_fits(out, int(columns))
    assert_lined_up(out)
    out.encode("gbk")


@pytest.mark.parametrize(
    ("text", "share"),
    [("80%", 0.8), ("80％", 0.8), ("80", 0.8), ("0.8", 0.8), ("1", 1.0), ("1%", 0.01), ("0", 0)],
)
def test_a_share_is_percent_or_a_fraction(text: str, share: float) -> None:
    assert read_share(text) == share


@pytest.mark.parametrize("text", ["", "八成", "101", "-1", "120%", "nan", "inf"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="不是比例"):
        read_share(text)
