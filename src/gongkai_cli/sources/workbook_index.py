"""The contents of a workbook file: which sheet is which part, and where its days count from."""

import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from msgspec import Struct

from .cells import EPOCH_1900, EPOCH_1904

_LARGEST = 8 << 20


class WorkbookIndex(Struct, frozen=True):
    """The part of each sheet, by its name, and the day of serial number 0."""

    parts: dict[str, str]
    epoch: date


def read_index(path: Path) -> WorkbookIndex | None:
    """The index of a workbook that the guard has passed; ``None`` where its parts do not fit."""
    try:
        with zipfile.ZipFile(path) as archive:
            package = _targets(archive, "_rels/.rels")
            document = next(
                target for kind, target in package.values() if kind.endswith("/officeDocument")
            ).lstrip("/")
            folder = document[: document.rfind("/") + 1]
            sheets = _targets(archive, f"{folder}_rels/workbook.xml.rels")
            root = _tree(archive, f"{folder}workbook.xml")
    except (LookupError, ValueError, StopIteration, ElementTree.ParseError):
        return None
    parts: dict[str, str] = {}
    epoch = EPOCH_1900
    for element in root.iter():
        attributes = {_local(name): value for name, value in element.attrib.items()}
        if _local(element.tag) == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            epoch = EPOCH_1904
        if _local(element.tag) == "sheet" and attributes.get("id") in sheets:
            target = sheets[attributes["id"]][1]
            part = target[1:] if target.startswith("/") else folder + target
            parts[attributes.get("name", "")] = part
    return WorkbookIndex(parts, epoch)


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The relationships of a part: kind and target by id."""
    return {
        each.get("Id", ""): (each.get("Type", ""), each.get("Target", ""))
        for each in _tree(archive, part).iter()
        if _local(each.tag) == "Relationship"
    }


def _tree(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """A small part as a tree; raises ``ValueError`` where it is large or declares entities."""
    known = {part.filename.lower(): part for part in archive.infolist()}
    part = known[name.lower()]
    if part.file_size > _LARGEST:
        raise ValueError(name)
    data = archive.read(part)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError(name)
    return ElementTree.fromstring(data)


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
