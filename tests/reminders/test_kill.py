"""Runs that are killed at any line: the next one sends the rest, and only the rest."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from .mail_server import serving
from .mailing import MEMORY

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


class Habits(dict[str, list[str]]):
    """``no@…`` is refused for good, ``later@…`` put off the first time."""

    def get(self, address: str, default: Any = None) -> Any:
        if address.startswith("no@"):
            return ["550 no"]
        if address.startswith("later@"):
            return self.setdefault(address, ["451 later", "250 OK"])
        return default


def lives(port: int, folder: Path, which: str) -> Iterator[dict[str, Any]]:
    """What became of a workspace for each of these steps to die at."""
    arguments = [sys.executable, "-m", "tests.reminders.kill_driver", str(port), str(folder), which]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=ROOT) as driver:
        assert driver.stdout is not None
        counted = json.loads(next(driver.stdout))
        assert counted["steps"] > 1000, "a run has more steps than that"
        lived = [json.loads(line) for line in driver.stdout]
    assert driver.returncode == 0
    assert len(lived) == counted["chosen"]
    yield from lived


def pairs(fate: list[list[str]]) -> set[tuple[str, str]]:
    return {(address, message) for address, message in fate}


@pytest.mark.parametrize("which", ["some", pytest.param("line", marks=pytest.mark.slow)])
def test_every_copy_arrives_once_whatever_line_the_run_died_at(folder: Path, which: str) -> None:
    """With ``all`` for ``which`` it runs for minutes; that was done when it was written."""
    with serving() as server:
        server.on_rcpt = Habits()
        lived = list(lives(server.port, folder, which))
        copies = Counter(server.copies())
        bytes_of = Counter(each.data for each in server.arrived)
        ids = Counter(each.message_id for each in server.arrived)
    assert sum(life["died"] for life in lived) > 0.95 * len(lived)
    twice = 0
    for life in lived:
        place, key = life["place"], life["key"]
        wanted = {f"{name}@{key}" for name in ("a", "b", "l", "later", "d1", "d2")}
        got = {pair: count for pair, count in copies.items() if pair[1].endswith(f"@{key}")}
        assert {address for _, address in got} == wanted, place
        assert sum(address == f"a@{key}" for _, address in got) == 2, "the digest and the summary"
        doubtful = {(m, to) for m, to, state in life["left"] if state in ("sending", "unknown")}
        for pair, count in got.items():
            assert count == 1 or (count == 2 and pair in doubtful), (place, pair)
            twice += count == 2
        assert life["codes"] == [0, 0], place
        assert pairs(life["third"]["unsent"]) == {
            (f"no@{key}", message) for message, to, _ in life["end"] if to == f"no@{key}"
        }
        assert (life["third"]["sent"], life["third"]["unknown"]) == ([], []), place
        assert {state for _, _, state in life["end"]} == {"sent", "refused"}, place
    assert len(bytes_of) == len(ids), "whatever came twice under one id came with the same bytes"
    assert twice <= len(lived) / 4, "a rare window, not the rule"


@pytest.mark.slow
def test_every_file_is_there_once_whatever_line_the_run_died_at(folder: Path) -> None:
    for life in lives(0, folder, "line"):
        names = [name for name in life["files"] if not name.startswith(".")]
        assert [name.rsplit(" ", 1)[0] for name in names] == [
            "2026-W48 丁科",
            "2026-W48 丙科",
            "2026-W48 乙科",
            "2026-W48 甲科",
            "2026-W48 甲科 汇总",
        ], life["place"]
        assert life["third"]["sent"] == life["third"]["unsent"] == life["third"]["unknown"] == []


@pytest.mark.parametrize("crowd", [2, 4])
def test_runs_at_once_send_every_mail_once(tmp_path: Path, crowd: int) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.reminders import kill_driver as d;"
        "d.whole_run(Path(sys.argv[1]), 'once.cn', int(sys.argv[2]))"
    )
    (tmp_path / "w").mkdir()
    with serving() as server:
        arguments = [sys.executable, "-c", program, str(tmp_path / "w"), str(server.port)]
        together = [subprocess.Popen(arguments, cwd=ROOT) for _ in range(crowd)]
        assert [each.wait() for each in together] == [0] * crowd
        assert Counter(server.copies()).most_common(1)[0][1] == 1
        assert len(server.copies()) == 6
