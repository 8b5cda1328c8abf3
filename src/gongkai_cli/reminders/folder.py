"""Mail as ``.eml`` files in a folder, for networks without mail: somebody carries them on."""

import os
from collections.abc import Mapping
from pathlib import Path

from ..model.place import Place
from ..notation.files import unavailable
from .file_names import file_name
from .transport import BeforeEnd, Letter, Outcome, Unreachable


class Folder:
    """Writes each letter to a file of its name, over an older copy of the same letter.

    A copy that is written twice is there once, so nothing is ever unknown here.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> None:
        """The folder is made where there is none."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unreachable(error) from error

    def send(self, letter: Letter, before_end: BeforeEnd) -> Mapping[str, Outcome]:
        """The file is there when this ends."""
        self.open()
        before_end(letter.recipients)
        try:
            put_in_place(self._folder / file_name(letter.name, ".eml"), letter.data)
        except OSError as error:
            return {each: Outcome("waiting", self._reason(error)) for each in letter.recipients}
        return {each: Outcome("sent", "已写入文件夹") for each in letter.recipients}

    def close(self) -> None:
        """Nothing is held."""

    def _reason(self, error: OSError) -> str:
        return f"{self._folder}：{unavailable(error, Place(str(self._folder))).found}"

    def _unreachable(self, error: OSError) -> Unreachable:
        return Unreachable(self._reason(error), lasting=True)


def put_in_place(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file that the program makes, aside and moved into place. Raises ``OSError``.

    ``durable``: when this ends it is on the disk, whatever happens to the machine.
    """
    aside = path.with_name(f".{os.getpid()}.tmp")
    try:
        with aside.open("wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
