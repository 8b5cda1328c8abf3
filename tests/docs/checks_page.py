"""``docs/checks.md``, made from the docstrings of the checks.

``python -m tests.docs.checks_page`` writes it anew.
"""

from pathlib import Path

from gongkai_cli.checks import ALL
from gongkai_cli.checks.catalogue_rules import RULES
from gongkai_cli.model.finding import Severity

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
_HEAD = """\
# 检查项

本页由各检查项的说明生成；同样的说明可用 `gongkai explain GK201` 查看。
严重程度按最重的列出：时限是推定的降为“低”，只违反本单位目录的为“中”，违反法律法规或上级规定的为“高”，
严重超期再升一级。

"""


def page() -> str:
    """The whole page."""
    parts = [_HEAD, "## 核查（gongkai check）\n"]
    parts += [_section(each.CODE, each.NAME, each.SEVERITY, each.__doc__ or "") for each in ALL]
    parts.append("## 目录（gongkai catalogue lint）\n")
    parts += [_section(each.CODE, each.NAME, each.SEVERITY, each.__doc__ or "") for each in RULES]
    return "\n".join(parts)


def _section(code: str, name: str, severity: Severity, text: str) -> str:
    lines = text.strip().splitlines()[1:]
    body = "\n".join(f"- {line}" if "：" in line[:4] else f"  {line}" for line in lines if line)
    return f"### {code} {name}（{severity}）\n\n{body}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
