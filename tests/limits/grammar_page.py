"""The grammar as ``docs/wordings.md`` prints it; ``python -m tests.limits.grammar_page`` writes."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from gongkai_cli.limits.wording.lexicon import VERBS
from gongkai_cli.limits.wording.plain import SLIPS
from gongkai_cli.limits.wording.productions import PRODUCTIONS, TERMINALS
from gongkai_cli.limits.wording.reader import FORMS

PAGE = Path(__file__).parents[2] / "docs" / "wordings.md"
BEGIN, END = "<!-- 以下由文法的表生成 -->", "<!-- 以上由文法的表生成 -->"
_WIDTH = 96


def section() -> str:
    """What stands between the two marks."""
    return "\n".join(
        (
            BEGIN,
            "",
            "### 每一种写法",
            "",
            "```text",
            *(line for form in FORMS for line in _rule(form.example, form.notation)),
            "```",
            "",
            "### 写法里的词",
            "",
            "```text",
            *(line for name, notation in PRODUCTIONS.items() for line in _rule(name, notation)),
            "```",
            "",
            "### 不再分的",
            "",
            "| 名称 | 是什么 |",
            "|---|---|",
            *(f"| {name} | {terminal.about} |" for name, terminal in TERMINALS.items()),
            "",
            "### 起算的动词",
            "",
            "| 名称 | 动词 |",
            "|---|---|",
            *_verbs(),
            "",
            "### 读得懂的错字",
            "",
            "| 印作 | 读作 |",
            "|---|---|",
            *(f"| {slip.printed} | {slip.meant} |" for slip in SLIPS if slip.printed.isalpha()),
            "",
            END,
        )
    )


def _rule(name: str, notation: str) -> Iterator[str]:
    """A production, broken behind an alternative where it is long."""
    text = "".join(notation.split())
    line = f"{name} = "
    for part in text.replace("|", "|\n").split("\n"):
        if _cells(line + part) > _WIDTH:
            yield line.rstrip()
            line = "    "
        line += part
    yield line


def _verbs() -> Iterator[str]:
    names = {
        "formed": "形成",
        "changed": "变更",
        "published": "公布",
        "made": "制作",
        "obtained": "获取",
        "approved": "批准",
        "received": "收到",
        "issued": "印发",
        "registered": "登记",
        "determined": "确定",
        "decided": "作出决定",
    }
    for verb, name in names.items():
        yield f"| {name} | {'、'.join(word for word, kind in VERBS.items() if kind == verb)} |"


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def printed(page: str) -> str:
    """The section as the page has it."""
    return page[page.index(BEGIN) : page.index(END) + len(END)]


if __name__ == "__main__":
    old = PAGE.read_text("utf-8")
    PAGE.write_text(old.replace(printed(old), section()), "utf-8")
