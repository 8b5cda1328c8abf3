"""Which format a file has, by what stands in it and not by its ending, and which are not read."""

import re
from enum import Enum, auto

from msgspec import Struct

from ...model.place import Place
from .layout import Unfit

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ACCEPTED = ".docx、.xlsx、.csv、保存的网页（.html、.mht）、.md 或文字（.txt）"
_AS_DOCUMENT = "用 Word 或 WPS 打开，另存为 .docx"
_AS_WORKBOOK = "用 Excel 或 WPS 打开，另存为 .xlsx"
_SCANNED = "能复制文字的，把表格复制到 .docx 或 .xlsx 中；扫描件须先识别文字"


class Format(Enum):
    """A format of files that is read."""

    DOCUMENT = auto()
    WORKBOOK = auto()
    PAGE = auto()
    ARCHIVED_PAGE = auto()
    TEXT = auto()


class _Head(Struct, frozen=True):
    """How a format that is not read begins, what it is, and how to come to one that is."""

    data: bytes
    what: str
    accepted: str


_HEADS = (
    _Head(b"%PDF", " PDF 文件", _SCANNED),
    _Head(b"{\\rtf", " RTF 文件", _AS_DOCUMENT),
    _Head(b"\xff\xd8\xff", "图片", _SCANNED),
    _Head(b"\x89PNG", "图片", _SCANNED),
    _Head(b"GIF8", "图片", _SCANNED),
    _Head(b"BM", "图片", _SCANNED),
    _Head(b"II*\0", "图片", _SCANNED),
    _Head(b"MM\0*", "图片", _SCANNED),
    _Head(b"Rar!", "压缩包", f"其中的{_ACCEPTED}文件"),
    _Head(b"7z\xbc\xaf", "压缩包", f"其中的{_ACCEPTED}文件"),
    _Head(b"\x1f\x8b", "压缩包", f"其中的{_ACCEPTED}文件"),
)
_STREAMS = (
    ("EncryptedPackage", "文件有打开密码", "去掉打开密码后保存"),
    ("WordDocument", "旧版 Word 或 WPS 文字文件（.doc、.wps），读不了", _AS_DOCUMENT),
    ("Workbook", "旧版 Excel 或 WPS 表格文件（.xls、.et），读不了", _AS_WORKBOOK),
    ("Book", "旧版 Excel 或 WPS 表格文件（.xls、.et），读不了", _AS_WORKBOOK),
)
_PAGE = re.compile(rb"\s*<(?:[!?a-z])", re.I)
_PAGE_16 = re.compile(r"\s*<[!?a-z]", re.I)
_MOST_BLANK = 4096


def format_of(data: bytes, file: str) -> Format:
    """The format of a file; raises ``Unfit`` where none is read that looks like it."""
    place = Place(file)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise Unfit(place, "文件是空的", _ACCEPTED)
    if data.startswith(b"PK"):
        return _format_of_package(data, file)
    if data.startswith(_OLE):
        raise _old_format(data, place)
    for head in _HEADS:
        if data.startswith(head.data) and (head.data != b"BM" or b"\0" in data[:32]):
            raise Unfit(place, f"是{head.what}，读不了", head.accepted)
    from .html import is_archive

    if is_archive(data):
        return Format.ARCHIVED_PAGE
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = data[:_MOST_BLANK].decode("utf-16", errors="ignore")
        return Format.PAGE if _PAGE_16.match(start) else Format.TEXT
    if b"\0" in data[: 1 << 16]:
        raise Unfit(place, "不是文字，也不是认识的文件", _ACCEPTED)
    return Format.PAGE if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")) else Format.TEXT


def _format_of_package(data: bytes, file: str) -> Format:
    from .office_package import open_package

    with open_package(data, file) as package:
        names, document = package.names, package.document()
    place = Place(file)
    if "OFD.xml" in names:
        raise Unfit(place, "是 OFD 文件，读不了", _SCANNED)
    if document is None:
        is_open = "content.xml" in names and "META-INF/manifest.xml" in names
        if is_open:
            accepted = f"{_AS_DOCUMENT} 或 .xlsx"
            raise Unfit(place, "是 .odt 或 .ods 文件，读不了", accepted)
        raise Unfit(place, "是压缩包，读不了", f"其中的{_ACCEPTED}文件")
    if document.endswith("workbook.xml"):
        return Format.WORKBOOK
    if document.endswith("presentation.xml"):
        raise Unfit(place, "是演示文稿，读不了", "把表格复制到 .docx 或 .xlsx 中")
    if document.endswith("workbook.bin"):
        raise Unfit(place, "是 .xlsb 工作簿，读不了", _AS_WORKBOOK)
    return Format.DOCUMENT


def _old_format(data: bytes, place: Place) -> Unfit:
    for stream, found, accepted in _STREAMS:
        if (stream + "\0").encode("utf-16-le") in data:
            return Unfit(place, found, accepted)
    return Unfit(place, "旧版 Office 或 WPS 文件，读不了", f"{_AS_DOCUMENT} 或 .xlsx")
