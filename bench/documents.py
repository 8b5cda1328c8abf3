"""A hundred thousand findings of a thousand units as a list, against judging them: time, memory."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from .large import AS_OF, FINDINGS, UNITS, make_workspace
from .ratio import Ratio

_SPENT = """\
import resource, sys
from gongkai_cli.commands import main
code = main(sys.argv[1:])
use = resource.getrusage(resource.RUSAGE_SELF)
status = open('/proc/self/status').read()
print(use.ru_utime + use.ru_stime, status.split('VmHWM:')[1].split()[0], file=sys.stderr)
sys.exit(code)
"""
_TENTH = FINDINGS // 10


def run() -> Iterator[Ratio]:
    """CPU seconds and peak memory of whole processes; ``check`` judges the same and prints it."""
    with TemporaryDirectory() as place:
        folder = make_workspace(Path(place) / "all")
        small = make_workspace(Path(place) / "small", findings=_TENTH)
        listed = _spent(folder, "report", "问题清单", "-o", str(folder / "a.xlsx"))
        judged = _spent(folder, "check", "--format", "csv")
        tenth = _spent(small, "report", "问题清单", "-o", str(small / "a.xlsx"))
        what = f"{FINDINGS:,} findings of {UNITS:,} units, 问题清单"
        yield Ratio(f"{what} / check --format csv: time", listed[0] / judged[0])
        yield Ratio(f"{what} / check --format csv: memory", listed[1] / judged[1], 2, at_most=True)
        yield Ratio(f"{what} / a tenth of them: time", listed[0] / tenth[0], 11, at_most=True)
        yield Ratio(f"{what} / a tenth of them: memory", listed[1] / tenth[1], 8, at_most=True)
        yield Ratio(f"{what}: peak memory, MB", listed[1] / 1024, 400, at_most=True)


def _spent(folder: Path, command: str, *arguments: str) -> tuple[float, int]:
    """CPU seconds and peak memory (kB) of a command on a workspace."""
    line = [command, *arguments, "-w", str(folder), "--as-of", str(AS_OF)]
    done = subprocess.run(
        [sys.executable, "-c", _SPENT, *line], capture_output=True, text=True, check=False
    )
    seconds, memory = done.stderr.split()[-2:]
    return float(seconds), int(memory)
