"""The file that Word and Excel write: an archive of parts, opened only where that is harmless.

Limits hold for what the directory of the archive says of its parts; a part that is longer than it
says is cut there and then fails its checksum.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from ...model.place import Place
from .layout import Unfit

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEGABYTE = 1 << 20
_MOST_OF_PART = 50 * _MEGABYTE
_MOST_OF_ALL = 200 * _MEGABYTE
_MOST_PARTS = 5_000
_MOST_ELEMENTS = 1_500_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAVE_AGAIN = "用 Word、Excel 或 WPS 打开后另存为 .docx 或 .xlsx"
_ONE_TABLE = "只有目录的文件（可另存一份，删去图片和无关的内容）"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class OfficePackage:
    """An archive whose parts are within bounds."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._place = Place(file)
        parts = archive.infolist()
        self.names = frozenset(part.filename for part in parts)
        if any(part.flag_bits & 1 for part in parts):
            raise Unfit(self._place, "文件有打开密码", "去掉打开密码后保存")
        largest = max((p for p in parts if _is_text(p)), key=lambda p: p.file_size, default=None)
        total = sum(part.file_size for part in parts if _is_text(part))
        if largest is not None and largest.file_size > _MOST_OF_PART:
            size = largest.file_size // _MEGABYTE
            raise Unfit(self._place, f"解压后过大：{largest.filename} 有 {size} MB", _ONE_TABLE)
        if len(parts) > _MOST_PARTS or total > _MOST_OF_ALL:
            raise Unfit(self._place, "解压后过大", _ONE_TABLE)
        if any(part.compress_type not in _METHODS for part in parts if _is_text(part)):
            raise Unfit(self._place, "压缩方式不常见，不能安全读取", _SAVE_AGAIN)

    def tree(self, part: str) -> "_Element | None":
        """The elements of a part; ``None`` where there is none of that name.

        A part that declares a type of document of its own is refused: its entities may be endless,
        or name files of this machine.
        """
        from lxml import etree

        if part not in self.names:
            return None
        data = self._archive.read(part)
        if data.count(b"<") - data.count(b"</") > _MOST_ELEMENTS:
            raise Unfit(self._place, "内容过多（超过一百万个段落或单元格）", _ONE_TABLE)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            root = etree.fromstring(data.replace(_STRICT, _USUAL), parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error):
                raise Unfit(self._place, "内容套了几百层，不能安全读取", _SAVE_AGAIN) from None
            raise Unfit(self._place, "文件已损坏，不能读取", _SAVE_AGAIN) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unfit(self._place, "文件的写法不常见，不能安全读取", _SAVE_AGAIN)
        return root

    def data(self, part: str) -> bytes:
        """The bytes of a part; none where there is no part of that name."""
        return self._archive.read(part) if part in self.names else b""

    def document(self) -> str | None:
        """The name of the part that the package calls its document."""
        links = self.tree("_rels/.rels")
        for link in links if links is not None else ():
            if str(link.get("Type", "")).endswith("/officeDocument"):
                return str(link.get("Target", "")).lstrip("/")
        return None

    def has_macros(self) -> bool:
        """Whether it carries a program."""
        return any(name.endswith("vbaProject.bin") for name in self.names)


def _is_text(part: zipfile.ZipInfo) -> bool:
    """Whether a part is read at all; pictures and fonts inside are not."""
    return part.filename.lower().endswith((".xml", ".rels"))


@contextmanager
def open_package(data: bytes, file: str) -> Iterator[OfficePackage]:
    """The parts of a file; raises ``Unfit`` where it is damaged, or not safe to read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield OfficePackage(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        raise Unfit(Place(file), "文件已损坏，不能解压", _SAVE_AGAIN) from None
    except RuntimeError as error:
        if "encrypted" not in str(error):
            raise
        raise Unfit(Place(file), "文件有打开密码", "去掉打开密码后保存") from None
