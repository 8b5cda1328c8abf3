"""A thousand units and a hundred thousand findings as mail, against judging them alone."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from .ratio import Ratio

_UNITS = 1_000
_EACH = 100
"""Records of each unit, all of them overdue: a finding each."""
_DAY = "2024-12-31"
_HEAD = "目录: 大局主动公开基本目录\n机关: 大局\n依据: 示例〔2024〕1号\n有效期: {自: 2024-01-01}\n"
_DUTY = """\
  - 编号: D{number}
    类别: [政策文件]
    名称: 部门文件{number}
    公开内容: 本单位发布的文件
    责任单位: [第{number}科]
    公开时限: 相关信息形成或变更之日起20个工作日内
    出处: 附件1第{number}行
"""
_CONFIG = """\
目录: catalogue.yaml
台账: [台账]
台账起始: 2024-01-01
提醒: {方式: eml, 发件人: 政务公开 <zwgk@example.gov.cn>, 汇总: 第1科}
"""
_HEADINGS = ("编号", "事项", "标题", "责任单位", "形成日期", "公开日期")
_RUN = "import sys; from gongkai_cli.commands import main; sys.exit(main())"
_MEGABYTE = 1024


def run() -> Iterator[Ratio]:
    """Seconds and peak memory of whole processes: check, a dry run, .eml files, a second run."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        make(folder)
        arguments = ("-w", str(folder), "--as-of", _DAY)
        judged = spent("check", *arguments, "--format", "csv")
        steps = {
            "shown (--dry-run)": ("remind", *arguments, "--dry-run"),
            "written as .eml": ("remind", *arguments),
            "a second run": ("remind", *arguments),
        }
        yield Ratio("check alone: seconds", judged[0])
        yield Ratio("check alone: megabytes", judged[1])
        for what, words in steps.items():
            seconds, megabytes = spent(*words)
            yield Ratio(f"{what}: seconds", seconds)
            yield Ratio(f"{what} / check: time", seconds / judged[0])
            yield Ratio(f"{what} / check: memory", megabytes / judged[1], goal=2, at_most=True)
        files = list((folder / "待发邮件").glob("*.eml"))
        assert len(files) == _UNITS + 1
        size = sum(path.stat().st_size for path in files) / 1_000_000
        yield Ratio("all mails together: megabytes", size)


def make(folder: Path) -> None:
    """A workspace of that size."""
    numbers = range(1, _UNITS + 1)
    units = "".join(f"  - 名称: 第{number}科\n" for number in numbers)
    duties = "".join(_DUTY.format(number=number) for number in numbers)
    files = {
        "catalogue.yaml": f"{_HEAD}单位:\n{units}事项:\n{duties}",
        "gongkai.yaml": _CONFIG,
        "通讯录.yaml": "".join(f"第{n}科: {{邮箱: [k{n}@example.gov.cn]}}\n" for n in numbers),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "台账").mkdir()
    with (folder / "台账/信息台账.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([_HEADINGS, *_rows()])


def spent(*arguments: str) -> tuple[float, float]:
    """Seconds of a run of the program, and the megabytes that it held at its peak.

    In a process of its own, because the peak of children is that of the largest so far.
    """
    measured = subprocess.run(
        [sys.executable, "-m", "bench.mail", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, megabytes = measured.stdout.split()
    return float(seconds), float(megabytes)


def _measure(arguments: list[str]) -> None:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", _RUN, *arguments], stdout=subprocess.DEVNULL, check=False)
    peak = getrusage(RUSAGE_CHILDREN).ru_maxrss / _MEGABYTE
    print(perf_counter() - start, peak)


def _rows() -> Iterator[tuple[str | date, ...]]:
    for unit in range(1, _UNITS + 1):
        for number in range(_EACH):
            formed = date(2024, 1, 2) + timedelta(days=number)
            title = f"第{unit}科的第{number}份示例文件"
            yield f"R{unit}-{number}", f"D{unit}", title, f"第{unit}科", formed, ""


if __name__ == "__main__":
    _measure(sys.argv[1:])
