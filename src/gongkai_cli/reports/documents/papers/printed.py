"""Facts in the words of an official paper: days as they are printed, titles in their marks."""

import re
from datetime import date

_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")

BLANK_DAY = "　　年　　月　　日"
"""A day for a person to fill in."""


def day(value: date | None) -> str:
    """A day as papers print it; empty where there is none.

    >>> day(date(2024, 7, 5))
    '2024年7月5日'
    """
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def with_days(text: str) -> str:
    """The text of a finding with its days as papers print them.

    >>> with_days("应于2024-07-05前（含当日）公开，至今没有")
    '应于2024年7月5日前（含当日）公开，至今没有'
    """
    return _ISO.sub(lambda found: f"{found[1]}年{int(found[2])}月{int(found[3])}日", text)


def title(text: str) -> str:
    """A title in its marks, unless it has some.

    >>> title("工作方案"), title("关于印发《工作方案》的通知")
    ('《工作方案》', '关于印发《工作方案》的通知')
    """
    return text if not text or "《" in text else f"《{text}》"


def joined(*parts: str) -> str:
    """What there is of the parts, between semicolons.

    >>> joined("甲", "", "乙。")
    '甲；乙'
    """
    return "；".join(part.rstrip("。；") for part in parts if part)
