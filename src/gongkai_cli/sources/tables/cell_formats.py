"""What a cell of a workbook shows: a stored day or number in the format of its cell.

A clerk who types 1月31日 gets a day of some year that shows as 1月31日, and 20个工作日 may be the
number 20 in a format. Only what the format says for certain is shown that way.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from msgspec import Struct

from ..ledger.cells import EPOCH_1900, Cell, read_text

_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    36: _YEAR_MONTH, 50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY,
    54: _MONTH_DAY, 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<skipped>_.|\*.|\[\$[^\]]*\])|(?P<other>\[[^\]]*\])'
    r"|(?P<general>General|G/通用格式)|(?P<day>yyyy|yyy|yy|y|e|m{1,2}|d{1,2}|h{1,2}|s{1,2})(?![a-z])"
    r"|(?P<number>[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]+)?)|(?P<percent>%)|(?P<letter>[A-Za-z@;])"
    r"|(?P<plain>.)",
    re.S,
)


class _Piece(Struct, frozen=True):
    kind: str
    text: str


def built_in(number: int) -> str | None:
    """The format that workbooks name by a number alone, as a Chinese Excel shows it."""
    return _BUILT_IN.get(number)


def shown(value: Cell, code: str | None, epoch: date = EPOCH_1900) -> str:
    """What stands in a cell with that format; without one that is understood, the plain value.

    >>> shown(date(2024, 1, 31), 'm"月"d"日"'), shown(20.0, '0"个工作日"'), shown(1.0, None)
    ('1月31日', '20个工作日', '1')
    """
    pieces = _pieces(code) if code is not None else None
    if isinstance(value, str) or pieces is None:
        return _plain(value)
    if any(piece.kind == "day" for piece in pieces):
        moment = _moment(value, epoch)
        return _plain(value) if moment is None else "".join(_of_moment(moment, pieces))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(value, pieces)
    return _plain(value)


def _plain(value: Cell) -> str:
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.10g}"
    return read_text(value)


@cache
def _pieces(code: str) -> tuple[_Piece, ...] | None:
    """The pieces of what a format says for values above 0; ``None`` where one is not understood."""
    pieces: list[_Piece] = []
    for match in _TOKEN.finditer(code):
        kind, text = str(match.lastgroup), str(match.group(str(match.lastgroup)))
        if kind == "letter" and text == ";":
            break
        if kind in ("letter", "other"):
            return None
        if kind in ("quoted", "escaped", "plain"):
            pieces.append(_Piece("literal", text))
        elif kind != "skipped":
            pieces.append(_Piece(kind, text))
    kinds = [piece.kind for piece in pieces]
    numbers = kinds.count("number") + kinds.count("general")
    return tuple(pieces) if numbers + ("day" in kinds) == 1 else None


def _moment(value: Cell, epoch: date) -> datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 2_958_466:
        return datetime.combine(epoch, time()) + timedelta(days=value)
    return None


def _of_moment(moment: datetime, pieces: tuple[_Piece, ...]) -> list[str]:
    words: list[str] = []
    letters = [piece.text[0] if piece.kind == "day" else "" for piece in pieces]
    for at, piece in enumerate(pieces):
        if piece.kind != "day":
            words.append(piece.text)
            continue
        before = next((each for each in reversed(letters[:at]) if each), "")
        behind = next((each for each in letters[at + 1 :] if each), "")
        letter = piece.text[0]
        if letter == "m" and (before == "h" or behind == "s"):
            letter = "minute"
        words.append(_part(moment, letter, len(piece.text)))
    return words


def _part(moment: datetime, letter: str, length: int) -> str:
    if letter in "ye":
        return f"{moment.year % 100:02}" if letter == "y" and length < 3 else str(moment.year)
    parts = {
        "m": moment.month,
        "d": moment.day,
        "h": moment.hour,
        "minute": moment.minute,
        "s": moment.second,
    }
    return f"{parts[letter]:0{min(length, 2)}}"


def _of_number(value: float, pieces: tuple[_Piece, ...]) -> str:
    percent = any(piece.kind == "percent" for piece in pieces)
    words: list[str] = []
    for piece in pieces:
        if piece.kind == "number":
            words.append(_digits(value * (100 if percent else 1), piece.text))
        else:
            words.append(_plain(value) if piece.kind == "general" else piece.text)
    return "".join(words)


def _digits(value: float, form: str) -> str:
    whole, _, fraction = form.partition(".")
    step = Decimal(1).scaleb(-len(fraction))
    number = Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP)
    kept = sum(letter == "0" for letter in fraction)
    text = f"{number:,f}" if "," in whole else f"{number:f}"
    head, _, tail = text.lstrip("-").partition(".")
    while len(tail) > kept and tail.endswith("0"):
        tail = tail[:-1]
    head = head.zfill(whole.replace(",", "").count("0"))
    return ("-" if number < 0 else "") + head + (f".{tail}" if tail else "")
