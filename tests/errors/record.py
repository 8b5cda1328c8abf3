"""``python -m tests.errors.record``: write down what every case says now, to be read in the diff.

A message is a promise to its reader: look at each that changes before it is kept.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from .cases import Case, every_case, lay_out, run


def record(case: Case) -> None:
    """Write what the command of a case says now as its message."""
    with TemporaryDirectory() as folder:
        outcome = run(case, lay_out(case, Path(folder) / "workspace"))
    path = case.folder / "message.txt"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(outcome.stderr, encoding="utf-8")
    if outcome.code != 2:
        print(f"{case.name}: exit code {outcome.code}")
    elif outcome.stderr != before:
        print(f"{case.name}: changed")


if __name__ == "__main__":
    for each in every_case():
        record(each)
