"""Numbers in digits and in Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.numerals import LETTERS, read_numeral

FIGURES = "零一二三四五六七八九"


def written(number: int) -> str:
    """A number up to 999 as a Chinese paper writes it."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{FIGURES[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{FIGURES[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (FIGURES[ones] if ones else "") or "零"


@given(st.integers(0, 999))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert read_numeral(written(number)) == number
    assert read_numeral(str(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两", 2),
        ("廿", 20),
        ("廿五", 25),
        ("卅", 30),
        ("卅一", 31),
        ("二〇", 20),
        ("二○", 20),
        ("一〇五", 105),
        ("百", 100),
        ("百二", 120),
        ("百零五", 105),
        ("一百五", 150),
        ("007", 7),
    ],
)
def test_other_spellings(text: str, number: int) -> None:
    assert read_numeral(text) == number


NO_NUMBERS = """\
三五 七八 一二三 十十 二十零五 二十两 廿十 百百 一百零 千 半 壹
2十 二0 ２０ 1.5 -1 +1 1_0 1111111111 ² ٣"""


@pytest.mark.parametrize("text", ["", *NO_NUMBERS.split()])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_numeral(text) is None


@given(st.one_of(st.text(), st.text(alphabet=LETTERS + "0123456789")))
def test_no_text_raises(text: str) -> None:
    number = read_numeral(text)
    assert number is None or number >= 0
