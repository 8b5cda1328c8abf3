"""A hundred thousand records read and judged, against reading their file alone: time and memory."""

import csv
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from .ratio import Ratio

_COUNT = 100_000
_HEADINGS = ("编号", "事项", "标题", "责任单位", "形成日期", "公开日期", "公开属性")
_CONFIG = "目录: {catalogue}\n台账: [{ledger}]\n台账起始: 2020-01-01\n"
_ROOT = Path(__file__).parents[1]
_JUDGE = """\
import gc, sys
gc.disable()  # as the program does
from datetime import date
from pathlib import Path
from gongkai_cli.assess import assess
from gongkai_cli.sources.workspace import read_workspace
opened = read_workspace(Path(sys.argv[1]).parent)
found = assess(opened.facts, as_of=date(2024, 12, 31))
assert len(found.cases) >= {count}, len(found.cases)
"""
_READ = {
    "csv": "import csv, sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8')): pass\n",
    "xlsx": "import sys\nfrom python_calamine import CalamineWorkbook as Book\n"
    "for row in Book.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows(): pass\n",
}


def run() -> Iterator[Ratio]:
    """CPU seconds and peak memory of whole processes, judging over reading alone."""
    with TemporaryDirectory() as folder:
        for kind in ("csv", "xlsx"):
            file = Path(folder) / kind / f"信息台账.{kind}"
            file.parent.mkdir()
            _write(file, kind)
            config = _CONFIG.format(catalogue=_ROOT / "catalogue.yaml", ledger=file.name)
            (file.parent / "gongkai.yaml").write_text(config, encoding="utf-8")
            runs = [
                (_spent(_JUDGE.format(count=_COUNT), file), _spent(_READ[kind], file))
                for _ in range(3)
            ]
            time, memory = (sorted(judged[i] / read[i] for judged, read in runs)[1] for i in (0, 1))
            yield Ratio(f"{_COUNT:,} records from .{kind}, judged / read alone: time", time)
            yield Ratio(f"{_COUNT:,} records from .{kind}, judged / read alone: memory", memory)


def _write(file: Path, kind: str) -> None:
    rows = list(_rows())
    if kind == "csv":
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([_HEADINGS, *rows])
        return
    from xlsxwriter import Workbook

    with Workbook(
        str(file), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    ) as book:
        sheet = book.add_worksheet("信息台账")
        for number, row in enumerate([_HEADINGS, *rows]):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value)
                else:
                    sheet.write_string(number, column, value)


def _rows() -> Iterator[tuple[str | date, ...]]:
    chance = random.Random(1)
    for number in range(_COUNT):
        formed = date(2020, 1, 1) + timedelta(days=chance.randrange(1_700))
        published = formed + timedelta(days=chance.randrange(20, 32))
        duty = f"A{chance.randrange(1, 22):02}"
        yield f"R{number}", duty, f"示例{number}", "政工室", formed, published, "主动公开"


_SPENT = """
import resource
use = resource.getrusage(resource.RUSAGE_SELF)
status = open('/proc/self/status').read()
print(use.ru_utime + use.ru_stime, status.split('VmHWM:')[1].split()[0])
"""


def _spent(program: str, file: Path) -> tuple[float, int]:
    """CPU seconds and peak memory (of the program itself, not of what forked it) of one process."""
    done = subprocess.run(
        [sys.executable, "-c", program + _SPENT, str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory = done.stdout.split()[-2:]
    return float(seconds), int(memory)
