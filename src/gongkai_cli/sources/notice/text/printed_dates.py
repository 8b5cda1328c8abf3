"""The day of signature and the number of a notice, in every way that copies print them."""

import re
from datetime import date

from ....notation.numerals import read_numeral

_FIGURES = {letter: str(value) for value, letter in enumerate("零一二三四五六七八九")}
_FIGURES |= dict.fromkeys("〇○◯Oo", "0")
_YEAR = f"[{''.join(_FIGURES)}]{{4}}"
_NUMERAL = "[一二三四五六七八九十廿卅]{1,3}"

DATE = (
    rf"(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}[日号]|{_YEAR}年{_NUMERAL}月{_NUMERAL}[日号]"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
)
"""A pattern of a date; it has no groups."""

_NUMBER = r"(国[务院办发函明电]{1,6})第?[〔\[【(<{]?(\d{4})年?[〕\]】)>}]?第?(\d{1,3})号"


def read_date(text: str) -> date | None:
    """The date that a text of letters is; ``None`` where there is no such day.

    >>> read_date("二○○九年十二月七日"), read_date("2009年13月7日")
    (datetime.date(2009, 12, 7), None)
    """
    figures = [re.sub("[^0-9]", "", part) for part in re.split("[年月日号/.-]", text) if part]
    if not text[0].isdecimal():
        year, month, day = re.split("[年月]", text.rstrip("日号"))
        numbers = read_numeral(month), read_numeral(day)
        figures = ["".join(_FIGURES[letter] for letter in year), *map(str, numbers)]
    try:
        return date(*map(int, figures))
    except ValueError:
        return None


def numbers_in(text: str) -> list[tuple[str, int, int]]:
    """The numbers of documents in a text of letters, each with where it begins and ends.

    >>> numbers_in("国办发明电[2019]3号")
    [('国办发明电〔2019〕3号', 0, 13)]
    """
    return [
        (f"{found[1]}〔{found[2]}〕{int(found[3])}号", found.start(), found.end())
        for found in re.finditer(_NUMBER, text)
    ]
