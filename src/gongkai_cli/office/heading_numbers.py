"""How the headings of an official paper are numbered: 一、 （一） 1. （1）.

Source: GB/T 9704—2012, 7.3.3.
"""

_FIGURES = "零一二三四五六七八九"


class HeadingNumbers:
    """The numbers of one paper, level by level; a heading starts the levels below it anew.

    >>> numbers = HeadingNumbers()
    >>> [numbers.following(level) for level in (1, 2, 2, 3, 4, 1, 2)]
    ['一、', '（一）', '（二）', '1.', '（1）', '二、', '（一）']
    """

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def following(self, level: int) -> str:
        """The number of the next heading of a level (1 to 4)."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (4 - level)
        number = self._counts[level - 1]
        letters = str(number) if level > 2 else chinese(number)
        return ("{}、", "（{}）", "{}.", "（{}）")[level - 1].format(letters)


def chinese(number: int) -> str:
    """A number from 1 to 9999 in Chinese, as papers count with it.

    >>> [chinese(each) for each in (3, 10, 12, 20, 101, 110, 1010)]
    ['三', '十', '十二', '二十', '一百零一', '一百一十', '一千零一十']
    """
    words, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = number // power % 10
        if figure:
            words += ("零" if gap else "") + _FIGURES[figure] + name
        gap = bool(words) and not figure and number % power > 0
    return words.removeprefix("一") if 10 <= number < 20 else words
