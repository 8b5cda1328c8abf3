"""``.gongkai/下发.json``: who was sent a workbook, and who has sent it back.

A small file beside the other things that the program keeps in a workspace. Where it is not there
nothing was sent, and nobody is asked for anything; deleting it ends the asking.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from ..model.issued import Issued
from ..model.place import Place, Problem, Weight

FOLDER = ".gongkai"
FILE = "下发.json"
_FORM = "gongkai/issued/1"


class _Kept(Struct, frozen=True):
    schema: str
    issued: Issued


def issued_path(folder: Path) -> Path:
    """Where a workspace keeps the record."""
    return folder / FOLDER / FILE


def read_issued(folder: Path) -> Issued | Problem | None:
    """The record of a workspace; a note where it cannot be read, nothing where there is none."""
    try:
        data = issued_path(folder).read_bytes()
    except OSError:
        return None
    try:
        kept = msgspec.json.decode(data, type=_Kept)
    except msgspec.MsgspecError:
        place = Place(f"{FOLDER}/{FILE}")
        found = "下发记录不能读出，哪些单位未报不清楚"
        return Problem(place, found, "重新下发，或删去这个文件", weight=Weight.NOTE)
    return kept.issued


def issued_bytes(issued: Issued) -> bytes:
    """The record as it is kept: JSON, indented."""
    return msgspec.json.format(msgspec.json.encode(_Kept(_FORM, issued)), indent=2) + b"\n"
