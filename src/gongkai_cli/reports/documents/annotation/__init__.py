"""Three columns behind those of a ledger: when a row is due, how it stands, on what that rests."""

from collections.abc import Mapping

from ....model.place import Place
from ...row_state import RowState

DUE, STATE, BASIS = "到期日", "状态", "依据"
WIDTHS = {DUE: 12, STATE: 11, BASIS: 48}
"""The columns with their widths, in characters of half width."""

States = Mapping[Place, RowState]
"""How the rows of one file stand, by their places."""


class CannotAnnotate(ValueError):
    """Why a file cannot be given the columns, in the words of a message."""
