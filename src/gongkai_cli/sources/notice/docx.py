"""The words of a .docx document, as far as they can be seen."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from ...model.place import Place, Problem

_BODY = "word/document.xml"
_MOST_BYTES = 32 << 20
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_UNSEEN = frozenset(
    [f"{space} {name}" for space in _NAMESPACES for name in ("del", "moveFrom", "instrText")]
    + [f"{_COMPATIBILITY} Fallback"]
)
_SAVE_AGAIN = "用 Word 或 WPS 打开后另存为 .docx，或复制其中的文字存为 .txt"


def text_of_docx(data: bytes, file: str) -> str | Problem:
    """The text of a document, a line for every paragraph, or why there is none.

    Deleted text of a document with tracked changes is left out. A document with a definition of
    its own document type is refused: no program that writes documents makes one.
    """
    place = Place(file)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            part = archive.getinfo(_BODY)
            if part.file_size > _MOST_BYTES:
                return Problem(place, "文档过大（超过 32 MB）", "只有一个通知的文档")
            with archive.open(part) as body:
                xml = body.read(_MOST_BYTES + 1)
    except KeyError:
        return Problem(place, "不是 .docx 文档", _SAVE_AGAIN)
    except RuntimeError:
        return Problem(place, "文档有密码", "去掉打开密码后保存")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
        return Problem(place, "文档已损坏，不能解压", _SAVE_AGAIN)
    words = _Words()
    try:
        words.parse(xml)
    except expat.ExpatError:
        return Problem(place, "文档已损坏，不能读取", _SAVE_AGAIN)
    except _OwnDocumentType:
        return Problem(place, "文档的写法不常见，不能安全读取", _SAVE_AGAIN)
    return "".join(words.found)


class _OwnDocumentType(Exception):
    """The document defines entities, which may be written to expand without end."""


class _Words:
    """Collects the words of a document in ``found``, with a line end after each paragraph."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._unseen = 0
        self._in_text = False

    def parse(self, xml: bytes) -> None:
        """Read the body of a document."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)

    def _doctype(self, *_: object) -> None:
        raise _OwnDocumentType

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _UNSEEN:
            self._unseen += 1
        match _local(name):
            case "t":
                self._in_text = True
            case "tab":
                self.found.append(" ")
            case "br" | "cr":
                self.found.append("\n")

    def _end(self, name: str) -> None:
        if name in _UNSEEN:
            self._unseen -= 1
        match _local(name):
            case "t":
                self._in_text = False
            case "p" if not self._unseen:
                self.found.append("\n")

    def _characters(self, text: str) -> None:
        if self._in_text and not self._unseen:
            self.found.append(text)


def _local(name: str) -> str | None:
    """The name of an element of the document proper, without its namespace."""
    space, _, local = name.rpartition(" ")
    return local if space in _NAMESPACES else None
