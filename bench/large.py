"""A workspace of a thousand units whose ledger gives a hundred thousand findings."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

AS_OF = date(2024, 12, 31)
UNITS, FINDINGS = 1_000, 100_000

_HEAD = """\
目录: 示例局主动公开基本目录
机关: 示例局
依据: 示例〔2020〕1号
有效期: {{自: 2020-01-01, 至: 2025-12-31}}
单位:
{units}
事项:
{duties}
"""
_DUTY = """\
  - 编号: D{number:04}
    类别: [政策文件, 第{group}类]
    名称: 部门文件{number}
    公开内容: 第{number}科发布的文件、通知和公告
    责任单位: [第{number}科]
    公开时限: 相关信息形成或变更之日起20个工作日内
    出处: 附件1第{number}行
"""
_CONFIG = "目录: catalogue.yaml\n台账: [信息台账.csv, 栏目.csv]\n台账起始: 2020-01-01\n"
_RECORDS = ("编号", "事项", "标题", "责任单位", "形成日期", "公开日期", "公开地址")
_COLUMNS = ("事项", "栏目名称", "地址", "是否存在", "条目数", "最后更新日期", "核查日期")


def make_workspace(folder: Path, units: int = UNITS, findings: int = FINDINGS) -> Path:
    """Write catalogue and ledger: a duty for each unit, a finding on ``AS_OF`` for each record.

    Three records of four are still open, the fourth was published too late.
    """
    folder.mkdir(parents=True, exist_ok=True)
    numbers = range(1, units + 1)
    catalogue = _HEAD.format(
        units="\n".join(f"  - {{名称: 第{number}科}}" for number in numbers),
        duties="".join(_DUTY.format(number=each, group=each % 20 + 1) for each in numbers),
    )
    (folder / "catalogue.yaml").write_text(catalogue, encoding="utf-8")
    (folder / "gongkai.yaml").write_text(_CONFIG, encoding="utf-8")
    _write(folder / "信息台账.csv", _RECORDS, _records(units, findings))
    _write(folder / "栏目.csv", _COLUMNS, _columns(units))
    return folder


def _records(units: int, count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        unit = number % units + 1
        formed = date(2024, 1, 2) + timedelta(days=number // units % 250)
        late = formed + timedelta(days=60) if number % 4 == 3 else None
        yield (
            f"R{number:06}",
            f"D{unit:04}",
            f"关于进一步规范第{number}号事项办理流程、加强监督检查工作的通知",
            f"第{unit}科",
            str(formed),
            str(late or ""),
            f"https://www.example.gov.cn/art/{formed.year}/{number}.html",
        )


def _columns(units: int) -> Iterator[tuple[str, ...]]:
    for unit in range(1, units + 1):
        address = f"https://www.example.gov.cn/col/{unit}/index.html"
        yield f"D{unit:04}", f"部门文件{unit}", address, "是", "3", "2024-12-20", "2024-12-30"


def _write(path: Path, headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
