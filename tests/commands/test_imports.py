"""What a command loads: only what it uses, since loading is most of the time of a short answer."""

import subprocess
import sys
from pathlib import Path

import pytest

from .workspaces import ALL_SEEN, PLAN, settle, workspace

PROBE = (
    "import sys; from gongkai_cli.commands import main; code = main(sys.argv[1:]);"
    "print(*sys.modules, file=sys.stderr); sys.exit(code)"
)
HEAVY = {"rich", "json", "csv", "xlsxwriter", "chinese_calendar", "dateutil", "difflib"}


def loaded(*arguments: str, code: int = 0) -> set[str]:
    """The modules in memory when a run of the program ends."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(workspace(tmp_path_factory.mktemp("w") / "w", (PLAN,), ALL_SEEN))


def commands_in(modules: set[str]) -> set[str]:
    frame = {"progress", "chinese", "console", "days_import", "request", "selection", "shell"}
    frame |= {"filing", "own_forms", "papers"}
    found = {name.removeprefix("gongkai_cli.commands.") for name in modules if "commands." in name}
    return {name for name in found if name.isidentifier()} - frame


def test_due_loads_no_library_that_it_does_not_need(folder: str) -> None:
    modules = loaded("due", "-w", folder, "--as-of", "2024-07-26", "--unit", "信息科")
    # difflib comes with Typer itself, json keeps the answer for the next run.
    assert not modules & (HEAVY - {"difflib", "csv", "json"})
    assert commands_in(modules) == {"due"}
    assert not modules & {"gongkai_cli.reports.check_table", "gongkai_cli.reports.due_json"}


def test_due_asked_again_lays_out_what_it_kept_and_loads_little_else(folder: str) -> None:
    settle(Path(folder))
    arguments = ("due", "-w", folder, "--as-of", "2024-07-26", "--unit", "信息科")
    loaded(*arguments)
    modules = loaded(*arguments)
    assert not modules & (HEAVY - {"difflib", "json"})
    assert not modules & {"yaml", "msgspec", "python_calamine", "gongkai_cli.assess"}
    assert {name for name in modules if name.startswith("gongkai_cli.sources.")} == {
        "gongkai_cli.sources.due_snapshot",
        "gongkai_cli.sources.folders",
    }


def test_check_draws_its_table_without_rich(folder: str) -> None:
    modules = loaded("check", "-w", folder, "--as-of", "2024-07-26", code=1)
    assert not modules & {"rich", "xlsxwriter", "chinese_calendar"}
    assert commands_in(modules) == {"check"}


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("explain", "口径"), "explain"),
        (("schema", "check"), "schema"),
        (("days", "add", "2024-06-27", "20"), "days"),
        (("limit", "20个工作日内"), "limit"),
    ],
)
def test_a_command_loads_no_other_and_nothing_heavy(
    arguments: tuple[str, ...], command: str
) -> None:
    modules = loaded(*arguments)
    assert commands_in(modules) == {command}
    assert not modules & {"rich", "xlsxwriter", "chinese_calendar", "python_calamine"}


SETTERS = {"docx", "lxml", "jinja2", "xlsxwriter"}
"""The libraries that set documents: none is loaded to find one by its name."""


def test_the_list_of_documents_loads_nothing_that_sets_one(folder: str) -> None:
    modules = loaded("report", "--list", "-w", folder)
    assert not modules & (SETTERS | {"rich", "python_calamine", "gongkai_cli.assess"})


def test_a_table_loads_what_writes_workbooks_and_no_other(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    modules = loaded("report", "完成率", "-w", folder, "--as-of", "2024-07-26")
    assert modules & SETTERS == {"xlsxwriter"}
    assert "rich" not in modules
    assert commands_in(modules) == {"report"}


def test_help_loads_no_command() -> None:
    modules = loaded("--help")
    assert commands_in(modules) == set()
    assert "rich" not in modules
    assert not any(name.startswith("gongkai_cli.sources") for name in modules)


def test_a_reminder_that_is_only_shown_loads_no_way_to_send_it(folder: str) -> None:
    modules = loaded("remind", "--dry-run", "-w", folder, "--as-of", "2024-07-26")
    assert not modules & {"smtplib", "ssl", "rich", "xlsxwriter", "chinese_calendar"}
    assert commands_in(modules) == {"remind", "remind_install", "reminding", "address_book"}


def test_doctor_knows_nothing_of_mail_where_none_is_sent(folder: str) -> None:
    modules = loaded("doctor", "-w", folder, "--as-of", "2024-07-26")
    assert not modules & {"smtplib", "ssl", "sqlite3", "rich", "xlsxwriter", "email"}
    assert commands_in(modules) == {"doctor"}


def test_the_ledger_command_loads_what_travels_only_where_it_travels(folder: str) -> None:
    checked = loaded("ledger", "check", "-w", folder)
    assert not any(name.startswith("gongkai_cli.exchange") for name in checked)
    assert not checked & {"lxml", "xlsxwriter", "docx", "jinja2", "rich"}


def test_a_catalogue_in_markdown_loads_nothing_that_sets_papers() -> None:
    modules = loaded("catalogue", "export", "--to", "md")
    assert not modules & (SETTERS | {"rich"})
