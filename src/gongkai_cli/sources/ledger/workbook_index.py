"""The contents of a workbook file: which sheet is which part, and where its days count from."""

import zipfile
from datetime import date
from pathlib import Path
from pyexpat import ExpatError, ParserCreate
from typing import IO

from msgspec import Struct

from .cells import EPOCH_1900, EPOCH_1904

_LARGEST = 8 << 20

_Element = tuple[str, dict[str, str]]
"""The local name of an element, and its attributes by their local names."""


class WorkbookIndex(Struct, frozen=True):
    """The part of each sheet, by its name, and the day of serial number 0."""

    parts: dict[str, str]
    epoch: date


def read_index(file: Path | IO[bytes]) -> WorkbookIndex | None:
    """The index of a workbook that the guard has passed; ``None`` where its parts do not fit."""
    try:
        with zipfile.ZipFile(file) as archive:
            document = _document(archive)
            folder = document[: document.rfind("/") + 1]
            links = _links(archive, f"{folder}_rels/workbook.xml.rels")
            elements = _elements(archive, f"{folder}workbook.xml")
    except (LookupError, ValueError, StopIteration, ExpatError):
        return None
    parts: dict[str, str] = {}
    epoch = EPOCH_1900
    for name, attributes in elements:
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            epoch = EPOCH_1904
        if name == "sheet" and attributes.get("id") in links:
            target = links[attributes["id"]][1]
            part = target[1:] if target.startswith("/") else folder + target
            parts[attributes.get("name", "")] = part
    return WorkbookIndex(parts, epoch)


def _document(archive: zipfile.ZipFile) -> str:
    """The part that the package calls its document."""
    links = _links(archive, "_rels/.rels").values()
    return next(target for kind, target in links if kind.endswith("/officeDocument")).lstrip("/")


def _links(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The relationships of a part: kind and target by id."""
    return {
        attributes.get("Id", ""): (attributes.get("Type", ""), attributes.get("Target", ""))
        for name, attributes in _elements(archive, part)
        if name == "Relationship"
    }


def _elements(archive: zipfile.ZipFile, name: str) -> list[_Element]:
    """The elements of a small part; ``ValueError`` where it is large or declares entities."""
    known = {part.filename.lower(): part for part in archive.infolist()}
    part = known[name.lower()]
    if part.file_size > _LARGEST:
        raise ValueError(name)
    data = archive.read(part)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError(name)
    elements: list[_Element] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        elements.append((_local(name), {_local(key): text for key, text in attributes.items()}))

    parser = ParserCreate()
    parser.StartElementHandler = begin
    parser.Parse(data, True)
    return elements


def _local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]
