"""Receipts (签收): units that say that they have seen their mail."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

from .memory import Memory
from .store_file import open_store


def note_receipts(workspace: Path, receipts: Mapping[str, date]) -> None:
    """Note for each unit, by its name in the catalogue, the day on which it signed.

    A receipt is for every mail of its day and before it; of two the later stays. Raises
    ``StoreWrong`` and ``OSError``; then none of them is noted.
    """
    with closing(open_store(workspace)) as store:
        Memory(store).note_receipts(receipts)
