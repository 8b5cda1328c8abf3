"""The forms that a workspace has in place of ours, and the documents that there are with them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ..model.place import Place, Problem
from .console import say, stop, stop_at

if TYPE_CHECKING:
    from ..reports.documents import Document

FOLDER = "模板"
"""The folder of a workspace with its own forms."""


def forms_in(folder: Path | None) -> dict[str, Path]:
    """The forms of a workspace by the name of their document; none without a workspace."""
    from ..reports.documents import FORM_SUFFIXES

    forms = sorted((folder / FOLDER).glob("[!.]*")) if folder is not None else ()
    return {path.stem: path for path in forms if path.suffix.lower() in FORM_SUFFIXES}


def own_form(own: Mapping[str, Path], name: str) -> tuple[str, bytes] | None:
    """The form of a document, with its name as it is shown; ``None`` where ours is used."""
    path = own.get(name)
    return (f"{FOLDER}/{path.name}", _read(path)) if path is not None else None


def documents(own: Mapping[str, Path]) -> dict[str, "Document"]:
    """Every document by its name; a form of the workspace with a name of its own is a table."""
    from ..reports.documents import every_document
    from ..reports.documents.tables import own_table

    found = {each.NAME: each for each in every_document()}
    for name, path in own.items():
        if name not in found and path.suffix.lower() == ".yaml":
            found[name] = cast("Document", own_table(name, _read(path)))
    return found


def document_called(name: str, own: Mapping[str, Path]) -> "Document":
    """The document with that name or alias; where there is none the command ends with code 2."""
    known = documents(own)
    names = {alias: each for each in known.values() for alias in each.ALIASES} | known
    found = names.get(name.strip())
    if found is not None:
        return found
    from ..notation.nearest import nearest

    accepted = "、".join(known)
    stop(Problem(Place("文档"), f"没有“{name}”这种文档", accepted, nearest(name, names)))


def copy_form(document: "Document", folder: Path) -> None:
    """Put the form that ships with the program into a workspace, for the clerk to edit."""
    from ..reports.documents import shipped_form

    source = shipped_form(document.NAME)
    if source is None:
        accepted = "有表头和文字可改的文档，用 gongkai report --list 查看"
        stop(Problem(Place("--form"), f"“{document.NAME}”没有可以修改的格式", accepted))
    target = folder / FOLDER / source.name
    shown = f"{FOLDER}/{source.name}"
    try:
        target.parent.mkdir(exist_ok=True)
        with target.open("xb") as file:
            file.write(source.read_bytes())
    except FileExistsError:
        accepted = "直接修改它；要恢复原来的格式，先删去它"
        stop(Problem(Place(shown), "文件已经存在，没有改动", accepted))
    except OSError as error:
        stop_at(shown, error)
    say(f"已复制到 {target}")
    say(f"修改后，gongkai report {document.NAME} 就用它；删去它即恢复原来的格式")
    _say_vocabulary(document, source)


def _say_vocabulary(document: "Document", form: Path) -> None:
    """What a column of a table may be filled with, and what may stand in braces in a paper."""
    from ..reports.documents import tables
    from ..reports.documents.papers.run import OF_RUN
    from ..reports.documents.papers.words import Vocabulary, described

    words = getattr(document, "VOCABULARY", None)
    if form.parent == tables.FOLDER:
        say("\n“取”可以写：")
        _say_words(tables.vocabulary(form.name, form.read_bytes()))
    elif isinstance(words, Vocabulary):
        say("\n花括号里可以写（“每个”下面的，只在它的内容里用）：")
        _say_words(described((words, OF_RUN)))


def _say_words(words: Iterable[tuple[str, str]]) -> None:
    """Each word with what it means; one that means nothing is a heading."""
    from ..reports.columns import pad, width_of

    words = list(words)
    widest = max(width_of(word) for word, about in words if about)
    for word, about in words:
        say(f"  {pad(word, widest)}  {about}" if about else f"\n  {word}")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        stop_at(f"{FOLDER}/{path.name}", error)
