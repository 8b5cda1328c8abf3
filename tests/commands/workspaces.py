"""Small workspaces on disk: a catalogue of three duties, and the ledger that a test gives."""

import os
from pathlib import Path

TWENTY = "相关信息形成或变更之日起20个工作日内"

CATALOGUE = f"""\
目录: 示例局主动公开基本目录
机关: 示例局
依据: 示例〔2024〕1号
有效期: {{自: 2024-01-01, 至: 2025-12-31}}
单位:
  - 名称: 办公室
    下设: [{{名称: 文书科}}, {{名称: 信息科, 别名: [信息公开科]}}]
  - 名称: 人事科
事项:
  - 编号: A01
    类别: [政策文件]
    名称: 部门文件
    公开内容: 本单位发布的文件
    责任单位: [文书科]
    公开时限: {TWENTY}
    出处: 附件1第1行
  - 编号: A02
    类别: [组织管理]
    名称: 工作推进
    公开内容: 工作方案
    责任单位: [信息科]
    公开时限: {TWENTY}
    出处: 附件1第2行
  - 编号: A03
    类别: [招考录用]
    名称: 公务员考录
    公开内容: 考录信息
    责任单位: [人事科, 信息科]
    公开时限: 相关信息形成或变更之日起21个工作日内
    出处: 附件1第3行
"""
CONFIG = "目录: catalogue.yaml\n台账: [台账]\n台账起始: 2024-06-01\n"
RECORDS = "编号,事项,标题,文号,责任单位,形成日期,公开日期"
COLUMNS = "事项,栏目名称,是否存在,条目数,最后更新日期,核查日期"
PLAN = "2024-018,A02,2024年工作方案,示例〔2024〕1号,信息科,2024-06-27,"
ALL_SEEN = tuple(
    f"{id},{name},是,3,2024-07-20,2024-07-22"
    for id, name in (("A01", "部门文件"), ("A02", "工作推进"), ("A03", "公务员考录"))
)


def workspace(
    folder: Path,
    records: tuple[str, ...] = (PLAN,),
    columns: tuple[str, ...] = (),
    config: str = CONFIG,
    catalogue: str = CATALOGUE,
) -> Path:
    """A workspace whose ledger has these rows, as CSV."""
    (folder / "台账").mkdir(parents=True)
    (folder / "gongkai.yaml").write_text(config, encoding="utf-8")
    (folder / "catalogue.yaml").write_text(catalogue, encoding="utf-8")
    for name, rows in (
        ("信息台账.csv", (RECORDS, *records)),
        ("栏目.csv", (COLUMNS, *columns)),
    ):
        (folder / "台账" / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def settle(folder: Path) -> None:
    """Make every file a minute old, as the files of an office are."""
    for path in folder.rglob("*"):
        if path.is_file():
            old = path.stat().st_mtime - 60
            os.utime(path, (old, old))
