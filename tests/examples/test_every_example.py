"""The example workspaces, run as a user runs them."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.checks import ALL
from gongkai_cli.commands import main
from gongkai_cli.commands.init import examples

EXAMPLES = Path(__file__).parents[2] / "examples"
YANZHOU = EXAMPLES / "yanzhou"
PLAN, CATALOGUE, GROUP = "A19", "A21", "A18"
DAYS = ("2024-07-25", "2024-11-25", "2024-12-10", "2025-02-10")


def check(capfd: pytest.CaptureFixture[str], day: str, *more: str) -> tuple[int, dict[str, Any]]:
    """Exit code and result of a check on a day."""
    code = main(["check", "-w", str(YANZHOU), "--as-of", day, "--format", "json", *more])
    return code, json.loads(capfd.readouterr().out)


def test_on_the_due_day_three_things_fall_due_and_nothing_fails(
    capfd: pytest.CaptureFixture[str],
) -> None:
    code, found = check(capfd, "2024-07-25")
    assert code == 0
    due = {each["duty"]: each for each in found["findings"] if each["state"] == "今日到期"}
    assert set(due) == {PLAN, CATALOGUE, GROUP}
    assert {each["due"] for each in due.values()} == {"2024-07-25"}
    assert {each["trigger"] for each in due.values()} == {"2024-06-27"}
    assert not found["problems"]


def test_a_day_later_they_are_one_working_day_late(capfd: pytest.CaptureFixture[str]) -> None:
    code, found = check(capfd, "2024-07-26")
    assert code == 1
    late = [
        each
        for each in found["findings"]
        if each["duty"] in (PLAN, CATALOGUE, GROUP) and each["state"] == "超期"
    ]
    assert {each["duty"] for each in late} == {PLAN, CATALOGUE, GROUP}
    assert {(each["days_late"], each["calendar_days_late"]) for each in late} == {(1, 1)}
    assert all("违法超期" in each["message"] for each in late)


def test_every_check_has_something_to_find(capfd: pytest.CaptureFixture[str]) -> None:
    found = {each["code"] for day in DAYS for each in check(capfd, day)[1]["findings"]}
    assert found == {each.CODE for each in ALL}


def test_the_basis_decides_whether_21_days_were_kept(capfd: pytest.CaptureFixture[str]) -> None:
    def late(basis: str) -> list[str]:
        _, found = check(capfd, "2024-08-05", "--basis", basis)
        return [each["code"] for each in found["findings"] if each["record"] == "政工-001"]

    assert late("法律") == late("从严") == ["GK202"]
    assert late("目录") == []


@pytest.mark.parametrize("folder", sorted(EXAMPLES.iterdir()), ids=lambda folder: folder.name)
@pytest.mark.parametrize("format", ["table", "json", "csv"])
@pytest.mark.parametrize("command", ["check", "due"])
def test_every_example_runs_in_every_format(
    folder: Path, format: str, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    day = next(each.day for each in examples() if each.folder == folder)
    code = main([command, "-w", str(folder), "--as-of", f"{day}", "--format", format])
    out, err = capfd.readouterr()
    assert code == (1 if command == "check" and folder != YANZHOU else 0), err
    assert out
    if format == "table":
        out.encode("gbk")


def test_what_runs_leave_behind_is_not_copied(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["due", "-w", str(YANZHOU), "--as-of", "2024-07-25"])
    assert main(["init", str(tmp_path / "w"), "--example"]) == 0
    made = {path.name for path in (tmp_path / "w").iterdir()}
    shipped = {path.name for path in YANZHOU.iterdir()} - {".gongkai"}
    assert made == shipped | {"catalogue.yaml", "catalogue.schema.json"}


def test_the_wheel_carries_every_part_of_every_example() -> None:
    project = tomllib.loads((EXAMPLES.parent / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    parts = {path for folder in EXAMPLES.iterdir() for path in folder.iterdir()}
    assert {f"examples/{path.relative_to(EXAMPLES).as_posix()}" for path in parts} - {
        f"examples/{folder.name}/.gongkai" for folder in EXAMPLES.iterdir()
    } == {name for name in named if name.startswith("examples/")}
