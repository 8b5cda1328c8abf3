"""The text of a notice from what people have of it: pasted or plain text, .docx, a saved page."""

import re

from msgspec import Struct

from ...model.place import Place, Problem
from ...notation.yaml_tree import decode

_MEGABYTE = 1 << 20
_MOST_BYTES = 32 * _MEGABYTE
_ACCEPTED = "文字（.txt）、.docx 或保存的网页（.html、.mht）"
_HEADS = (
    (bytes.fromhex("d0cf11e0a1b11ae1"), "旧版 .doc 或 .wps 文件", "用 Word 或 WPS 另存为 .docx"),
    (b"%PDF", "PDF 文件", "打开后复制其中的文字，存为 .txt"),
    (b"{\\rtf", "RTF 文件", "用 Word 或 WPS 另存为 .docx"),
    (b"\xff\xd8\xff", "图片", _ACCEPTED),
    (b"\x89PNG", "图片", _ACCEPTED),
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body)\b", re.I | re.S
)
_PIECE = re.compile(r"\s*<(?:p|div|span|table|h[1-6])\b[^>]*>", re.I)


class Words(Struct, frozen=True):
    """A text and the name to show for it in places.

    Lines are those of the text that was taken out of a document or page, and the name says so.
    """

    text: str
    name: str


def notice_words(data: bytes, file: str) -> Words | Problem:
    """The text of a notice, or why there is none.

    What it is shows in the data, whatever the name of the file; text is UTF-8, UTF-16 with its
    mark, or GB18030. ``file`` is the name to show.
    """
    if len(data) > _MOST_BYTES:
        return Problem(Place(file), "文件过大（超过 32 MB）", "只有一个通知的文件")
    for head, what, accepted in _HEADS:
        if data.startswith(head):
            return Problem(Place(file), f"是{what}，读不了", accepted)
    if data.startswith(b"PK"):
        from .docx import text_of_docx

        words = text_of_docx(data, file)
        return words if isinstance(words, Problem) else _taken_out(words, file)
    if re.match(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", data[: 64 * 1024], re.I):
        page = _saved_archive(data)
        if page is None:
            return Problem(Place(file), "这个 .mht 文件里没有网页", _ACCEPTED)
        data = page
    text = decode(data, file)
    if isinstance(text, Problem):
        return Problem(text.place, "不是文字，也不是认识的文件", _ACCEPTED)
    if "\0" in text:
        return Problem(Place(file), "不是文字，也不是认识的文件", _ACCEPTED)
    if _PAGE.match(text) or _PIECE.match(text):
        from .page import text_of_page

        return _taken_out(text_of_page(text), file)
    return Words(text, file)


def _taken_out(text: str, file: str) -> Words:
    return Words(text, f"{file}（正文）")


def _saved_archive(data: bytes) -> bytes | None:
    """The page in a saved archive of one (MHTML)."""
    from email import message_from_bytes

    parts = list(message_from_bytes(data).walk())
    for kind in ("text/html", "text/plain"):
        for part in parts:
            page = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(page, bytes) and page.strip():
                return page
    return None
