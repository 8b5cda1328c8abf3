"""An office file as an archive of parts: some are replaced, all others stay as they are."""

import io
import posixpath
import zipfile
from typing import Any

from lxml import etree

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


class Damaged(ValueError):
    """A part is missing, or is not the XML that it should be."""


class Package:
    """The parts of an office file (.xlsx) by their names; nothing is read before it is asked for.

    The bytes must have been looked at by whoever guards against hostile archives.
    """

    def __init__(self, data: bytes) -> None:
        self._original = data
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {each.filename.lower(): each for each in self._archive.infolist()}
        self._changed: dict[str, bytes] = {}

    def part(self, name: str) -> bytes:
        """The bytes of a part; raises ``Damaged`` where there is none of that name."""
        info = self._names.get(name.lower())
        if info is None:
            raise Damaged(name)
        return self._changed.get(info.filename) or self._archive.read(info)

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._names

    def xml(self, name: str) -> Any:
        """The root element of a part. No entity is expanded and nothing is fetched."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root: Any = etree.fromstring(self.part(name), parser)
        except etree.XMLSyntaxError as error:
            raise Damaged(name) from error
        if root.getroottree().docinfo.doctype:
            raise Damaged(name)
        return root

    def replace(self, name: str, root: Any) -> None:
        """Put another XML in the place of a part."""
        before = b"".join(etree.tostring(each) for each in _around(root, before=True))
        after = b"".join(etree.tostring(each) for each in _around(root, before=False))
        body = etree.tostring(root, encoding="UTF-8", xml_declaration=False, with_tail=False)
        self._changed[self._names[name.lower()].filename] = _DECLARATION + before + body + after

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part by id: the last word of the kind, and the part meant.

        A target outside of the file is left out.
        """
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(rels):
            return {}
        found: dict[str, tuple[str, str]] = {}
        for each in self.xml(rels).iter("{*}Relationship"):
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                kind = each.get("Type", "").rpartition("/")[2]
                found[each.get("Id", "")] = kind, target.lstrip("/")
        return found

    def data(self) -> bytes:
        """The file: the very bytes that came in where no part was replaced."""
        if not self._changed:
            return self._original
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for info in self._archive.infolist():
                copy = zipfile.ZipInfo(info.filename, info.date_time)
                copy.compress_type = info.compress_type
                copy.external_attr = info.external_attr
                copy.create_system = info.create_system
                data = self._changed.get(info.filename)
                archive.writestr(copy, self._archive.read(info) if data is None else data)
        return written.getvalue()


def _around(root: Any, *, before: bool) -> list[Any]:
    """The comments and instructions beside the root, in their order."""
    found = list(root.itersiblings(preceding=before))
    return found[::-1] if before else found
