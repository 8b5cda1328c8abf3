"""Texts as YAML that a person would have written: plain where that is safe, else in quotes."""

import re
from collections.abc import Iterable, Mapping

_UNSAFE_START = re.compile(r"[\s\-?:,\[\]{}#&*!|>'\"%@`=~]")
_UNSEEN = r"[\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]"
_MUST_BE_ESCAPED = re.compile(_UNSEEN)
_UNSAFE_INSIDE = re.compile(r": |:$| #|\s$|" + _UNSEEN)
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}?:]")
_ESCAPED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def yaml_scalar(text: str, *, flow: bool = False) -> str:
    r"""A text; ``flow`` where it stands inside brackets.

    >>> print(yaml_scalar("每年1月31日前"), yaml_scalar(""), yaml_scalar("[甲] 乙"))
    每年1月31日前 "" "[甲] 乙"
    >>> print(yaml_scalar("甲\n乙"))
    "甲\n乙"
    """
    unsafe = (
        not text
        or _UNSAFE_START.match(text)
        or _UNSAFE_INSIDE.search(text)
        or (flow and _UNSAFE_IN_FLOW.search(text))
        or text.startswith(("<<", "---", "..."))
        or text == "null"
    )
    return f'"{"".join(map(_escaped, text))}"' if unsafe else text


def yaml_list(texts: Iterable[str]) -> str:
    """Texts in brackets.

    >>> yaml_list(["甲科", "乙, 丙"])
    '[甲科, "乙, 丙"]'
    """
    return f"[{', '.join(yaml_scalar(text, flow=True) for text in texts)}]"


def yaml_mapping(entries: Mapping[str, str]) -> str:
    """Keys and texts in braces.

    >>> yaml_mapping({"目录类别": ""})
    '{目录类别: ""}'
    """
    pairs = (
        f"{yaml_scalar(key, flow=True)}: {yaml_scalar(text, flow=True)}"
        for key, text in entries.items()
    )
    return f"{{{', '.join(pairs)}}}"


def yaml_block(text: str, indent: int) -> str | None:
    """Several lines as a literal block below a key; ``None`` where they cannot stand so.

    >>> print("内容:", yaml_block("1.甲\\n2.乙", 2))
    内容: |-
      1.甲
      2.乙
    """
    lines = text.split("\n")
    tame = all(line == line.strip() and line and not _UNSAFE_INSIDE.search(line) for line in lines)
    if len(lines) < 2 or not tame:
        return None
    return "|-\n" + "\n".join(" " * indent + line for line in lines)


def _escaped(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    return f"\\u{ord(letter):04x}" if _MUST_BE_ESCAPED.match(letter) else letter
