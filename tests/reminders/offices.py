"""Workspaces that send mail, and whole runs of ``gongkai remind``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from ..commands.workspaces import ALL_SEEN, CONFIG, workspace

DAY = "2024-07-25"
"""A Thursday: the plan of 信息科 falls due today, the notice of 文书科 is overdue."""
RECORDS = (
    "2024-018,A02,2024年工作方案,示例〔2024〕1号,信息科,2024-06-27,",
    "2024-019,A01,示例通知,示例〔2024〕2号,文书科,2024-06-20,",
)
REMINDING = """\
提醒:
  {way}
  发件人: 政务公开 <zwgk@example.gov.cn>
  汇总: 办公室
"""
CONTACTS = """\
办公室: {岗位: 负责人, 邮箱: [bgs@example.gov.cn]}
文书科: {岗位: 联络员, 邮箱: [wsk@example.gov.cn]}
信息科: {岗位: 联络员, 邮箱: [xxk@example.gov.cn, xxk2@example.gov.cn]}
人事科: {岗位: 联络员, 邮箱: [rsk@example.gov.cn]}
"""
RUN = "import sys; from gongkai_cli.commands import main; sys.exit(main())"


def office(folder: Path, way: str = "方式: eml", contacts: str | None = CONTACTS) -> Path:
    """A workspace that sends its mail in some way."""
    made = workspace(folder, RECORDS, ALL_SEEN, config=CONFIG + REMINDING.format(way=way))
    if contacts is not None:
        (made / "通讯录.yaml").write_text(contacts, encoding="utf-8")
    return made


def smtp(port: int, more: str = "加密: 无") -> str:
    """How a workspace sends by a server on this machine."""
    return f"方式: smtp\n  服务器: {{主机: 127.0.0.1, 端口: {port}, {more}}}"


def start(folder: Path, *arguments: str, **more: str) -> subprocess.Popen[str]:
    """``gongkai remind`` in a process of its own, on its way."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN, "remind", "-w", str(folder), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "GONGKAI_TODAY": DAY, "PYTHONIOENCODING": "utf-8", **more},
    )


def remind(folder: Path, *arguments: str, **more: str) -> tuple[int, str, str]:
    """A whole run: its exit code, what it said, what it complained of."""
    going = start(folder, *arguments, **more)
    out, err = going.communicate(timeout=120)
    return going.returncode, out, err


def reminded(folder: Path, *arguments: str, code: int = 0) -> dict[str, Any]:
    """A whole run, its answer as JSON."""
    got, out, err = remind(folder, "--format", "json", *arguments)
    assert got == code, err
    answer: dict[str, Any] = json.loads(out)
    return answer


def addresses(answer: dict[str, Any]) -> dict[str, list[str]]:
    """The addresses of an answer by what became of them; nothing where there is none."""
    return {
        fate: sorted(str(each["address"]) for each in answer[fate])
        for fate in ("sent", "unchanged", "unsent", "unknown")
        if answer[fate]
    }
