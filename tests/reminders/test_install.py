"""``gongkai remind install``: lines that cron, systemd and Windows read as they are meant."""

import os
import shlex
import shutil
import subprocess
import sys
import time as clock
from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.reminders.schedule import (
    Job,
    crontab_lines,
    systemd_units,
    windows_script,
    windows_task,
    with_job,
)

from .offices import DAY, office, remind

ODD = "我的 工作%区 $HOME's"
"""A folder whose name means something to every reader of a line."""
CRONTAB = """\
#!/bin/sh
# Stands in for crontab(1), with the table in a file.
case "$1" in
  -l) [ -f "$TABLE" ] || { echo "no crontab for root" >&2; exit 1; }; cat "$TABLE" ;;
  -) cat > "$TABLE" ;;
esac
"""


def job(workspace: str = "/工作区", *command: str, log: str = "/工作区/.gongkai/remind.log") -> Job:
    return Job(
        command=command or ("/opt/gongkai", "remind", "-w", workspace),
        workspace=workspace,
        log=log,
        at=time(8, 30),
    )


paths = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\\"), min_size=1, max_size=30
).map("/".__add__)


def as_cron_reads_it(line: str) -> str:
    """What cron hands to the shell: crontab(5), "The entire command portion of the line …"."""
    command = line.split(" ", 5)[5]
    return command.replace("\\%", "\0").partition("%")[0].replace("\0", "%")


@given(paths, paths)
def test_cron_and_its_shell_read_the_words_that_were_meant(workspace: str, log: str) -> None:
    made = job(workspace, log=log)
    words = shlex.split(as_cron_reads_it(crontab_lines(made)[1]))
    assert words[-7:] == [*made.command, ">>", log, "2>&1"]
    assert words[:3] == ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "PYTHONUTF8=1"]


@given(paths)
def test_a_batch_file_has_every_per_cent_twice(workspace: str) -> None:
    path = workspace.replace('"', "_")
    line = windows_script(job(path, log=path)).split("\r\n")[3]
    assert line.replace("%%", "\0").count("%") == 0
    assert line.replace("%%", "%") == f'"/opt/gongkai" "remind" "-w" "{path}" >> "{path}" 2>&1'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"))))
def test_a_crontab_keeps_everything_else_and_gets_the_job_once(lines: list[str]) -> None:
    before = "".join(f"{line}\n" for line in lines)
    once = with_job(before, job())
    assert once == before + "\n".join(crontab_lines(job())) + "\n"
    assert with_job(once, job()) == once
    other = with_job(once, job("/别的"))
    assert other.startswith(once)
    changed = with_job(other, Job(command=("/new",), workspace="/工作区", log="/l", at=time(7)))
    assert changed.startswith(before)
    assert changed.count("# >>> gongkai remind /工作区 >>>") == 1
    assert "\n0 7 * * * " in changed
    assert "/opt/gongkai remind -w '/别的'" in changed


def test_a_job_of_which_somebody_deleted_the_end_is_added_anew_and_nothing_is_cut() -> None:
    first, line, _ = crontab_lines(job())
    broken = f"{first}\n{line}\n0 1 * * * mine\n"
    assert "0 1 * * * mine\n" in with_job(broken, job())


@pytest.mark.parametrize("name", ["a\nb", "a\\b", "长" * 400])
def test_what_cron_cannot_be_told_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"路径|命令"):
        crontab_lines(job(f"/{name}"))


def test_what_windows_cannot_be_told_is_refused() -> None:
    with pytest.raises(ValueError, match="261"):
        windows_task(job(), "C:\\" + "长" * 300)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    folder = tmp_path / ODD
    folder.mkdir()
    made = job(str(folder), sys.executable, "remind", str(folder), log=str(folder / "x.log"))
    for name, text in systemd_units(made).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(path) for path in tmp_path.glob("gongkai-*")]
    done = subprocess.run(
        ["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False
    )
    assert [line for line in done.stderr.splitlines() if "gongkai" in line] == []


class TestCommand:
    @pytest.fixture
    def table(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """The crontab of a stand-in."""
        program = tmp_path / "bin" / "crontab"
        program.parent.mkdir()
        program.write_text(CRONTAB)
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
        monkeypatch.setenv("TABLE", str(tmp_path / "table"))
        return tmp_path / "table"

    def test_shows_absolute_paths_and_changes_nothing(self, tmp_path: Path, table: Path) -> None:
        folder = office(tmp_path / "w")
        code, out, err = remind(folder, "install", "--at", "７:05")
        assert code == 0, err
        assert out.splitlines()[1].startswith("5 7 * * * PATH=/usr/local/bin:/usr/bin:/bin LANG=")
        assert f"-w {folder} >> {folder}/.gongkai/remind.log 2>&1" in out
        assert not table.exists()

    def test_writes_once_and_keeps_what_was_there(self, tmp_path: Path, table: Path) -> None:
        folder = office(tmp_path / "w")
        table.write_text("MAILTO=''\n# mine\n0 1 * * * mine\n")
        assert remind(folder, "install", "--write")[0] == 0
        written = table.read_text()
        assert written.startswith("MAILTO=''\n# mine\n0 1 * * * mine\n# >>> gongkai remind")
        assert (folder / ".gongkai/crontab.bak").read_text().endswith("0 1 * * * mine\n")
        code, out, _ = remind(folder, "install", "--write")
        assert (code, out) == (0, "crontab 里已经有了，没有改动\n")
        assert table.read_text() == written
        assert remind(folder, "install", "--write", "--at", "7:00")[0] == 0
        assert table.read_text().count("gongkai remind") == 3

    @pytest.mark.parametrize("system", ["systemd", "schtasks"])
    def test_the_other_systems(self, tmp_path: Path, system: str) -> None:
        code, out, err = remind(office(tmp_path / ODD), "install", "--for", system)
        assert code == 0, err
        assert "gongkai-remind-" in out

    def test_a_password_of_the_environment_will_not_be_there(self, tmp_path: Path) -> None:
        server = "主机: 127.0.0.1, 端口: 25, 加密: 无, 账号: a, 口令: {环境变量: X_WORD}"
        folder = office(tmp_path / "w", f"方式: smtp\n  服务器: {{{server}}}")
        _, _, err = remind(folder, "install")
        assert "环境变量 X_WORD" in err


def is_cron_ours() -> bool:
    """Whether this machine has Debian's cron, we may start it, and nobody runs it."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("cron"):
        return False
    running = subprocess.run(["pgrep", "-x", "cron"], capture_output=True, check=False)
    return running.returncode != 0


@pytest.mark.slow
@pytest.mark.skipif(not is_cron_ours(), reason="needs Debian's cron, not running, and root")
class TestWithCron:
    @pytest.fixture
    def _own_crontab(self) -> Iterator[None]:
        """The crontab of root, put back as it was."""
        before = subprocess.run(["crontab", "-l"], capture_output=True, check=False)
        yield
        if before.returncode == 0:
            subprocess.run(["crontab", "-"], input=before.stdout, check=True)
        else:
            subprocess.run(["crontab", "-r"], check=False)

    @pytest.mark.usefixtures("_own_crontab")
    def test_cron_sends_the_mail(self, tmp_path: Path) -> None:
        folder = office(tmp_path / ODD)
        code, _, err = remind(folder, "install", "--write")
        assert code == 0, err
        table = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=True).stdout
        each_minute = table.replace("30 8 * * * ", f"* * * * * GONGKAI_TODAY={DAY} ")
        assert each_minute != table
        subprocess.run(["crontab", "-"], input=each_minute, text=True, check=True)
        program = shutil.which("cron")
        assert program is not None
        cron = subprocess.Popen([program, "-f"], env={"PATH": "/usr/bin:/bin"})
        try:
            log = folder / ".gongkai/remind.log"
            wait_until(lambda: log.exists() and "未变" in log.read_text("utf-8"), 90)
        finally:
            cron.terminate()
            cron.wait()
        assert "发出 4，未变 0，未发出 0，未知 0" in log.read_text("utf-8")
        assert len(list((folder / "待发邮件").iterdir())) == 3


def wait_until(come: Callable[[], bool], seconds: float) -> None:
    end = clock.monotonic() + seconds
    while not come():
        assert clock.monotonic() < end, "it did not come"
        clock.sleep(0.5)
