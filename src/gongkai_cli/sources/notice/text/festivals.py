"""The holidays by the names that notices give them."""

import re
from functools import cache

NUMERALS = "一二三四五六七八九十"

_SPELLINGS = {
    "元旦": "元旦节?",
    "春节": "春节",
    "清明节": "清明节?",
    "劳动节": '[“"]?五一[”"]?(?:国际)?(?:劳动节)?|(?:国际)?劳动节',
    "端午节": "端午节?",
    "中秋节": "中秋节?",
    "国庆节": '国庆节?|[“"]十一[”"](?:国庆节)?',
}
NAMES = tuple(_SPELLINGS)
"""The holidays of a year, as the holiday files call them."""

_SHORTER = (("中国人民抗日战争暨世界反法西斯战争", "抗战"),)
"""What the holiday files shorten in the name of a day of remembrance."""


@cache
def name_pattern() -> str:
    """A pattern of one name or of several that share a holiday."""
    one = f"(?:{'|'.join(_SPELLINGS.values())})"
    return f"{one}(?:[、和与及暨]{one})*"


def read_names(text: str) -> str | None:
    """The name of a holiday, or of several in the order in which they are printed.

    >>> read_names("“五一”国际劳动节"), read_names("中秋节和国庆节"), read_names("新年")
    ('劳动节', '中秋节、国庆节', None)
    """
    if not re.fullmatch(name_pattern(), text):
        return None
    return "、".join(_canonical(each) for each in re.findall("|".join(_SPELLINGS.values()), text))


def name_in_title(title: str) -> str | None:
    """The holiday that a change of one holiday is about.

    >>> name_in_title("国务院办公厅关于调整2019年劳动节假期安排的通知")
    '劳动节'
    """
    remembrance = re.search(r"关于(?:调整)?(?:\d{4}年)?([^,、\d](?:[^,、])*?纪念日)", title)
    if remembrance:
        name = remembrance[1]
        for long, short in _SHORTER:
            name = name.replace(long, short)
        return name
    found = re.search(name_pattern(), title)
    return read_names(found[0]) if found else None


def _canonical(spelling: str) -> str:
    return next(name for name, pattern in _SPELLINGS.items() if re.fullmatch(pattern, spelling))
