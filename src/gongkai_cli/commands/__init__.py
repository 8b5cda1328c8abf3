"""The commands: one file each, loaded when it is called.

A command is a file ``NAME.py`` here with an ``app`` and a line in ``COMMANDS``, which is the first
line of its help and under 30 汉字.
"""

import gc
from collections.abc import Sequence

COMMANDS: dict[str, str] = {
    "init": "新建工作区：配置、目录和台账模板",
    "check": "核查全部事项，按单位列出问题",
    "due": "列出已超期和即将到期的事项",
    "when": "列出一件事由某一天起产生的全部日期",
    "plan": "从到期日倒排内部各步的最后一日",
    "explain": "说明一个事项、一条信息、一个代码或口径",
    "days": "计算工作日，查看放假和调休安排",
    "limit": "读出一条公开时限的含义",
    "catalogue": "查看、检查、比较主动公开基本目录",
    "ledger": "台账：模板、检查、下发和并入",
    "report": "生成要报送的表格和公文",
    "remind": "向各单位发送到期提醒邮件",
    "doctor": "检查程序、放假通知和工作区是否正常",
    "schema": "输出机器格式的 JSON Schema",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``gongkai`` with these arguments (those of the process by default); its exit code.

    A run is short and its facts hold no cycles, so collecting garbage would only go over every
    record again and again.
    """
    gc.disable()
    from .shell import lazy_app, run

    return run(lazy_app(__name__, COMMANDS), arguments)
