"""A document of official papers: its form read, then a paper for each thing that it is about."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from ....model.place import Problem
from .. import Asked, Paper, Rendered, shipped_form
from .form import PaperForm
from .form_yaml import read_form
from .run import OF_RUN, Run, begin
from .words import Told, Vocabulary


class Subject(Struct, frozen=True, kw_only=True):
    """What one paper is about: the end of its file's name, and what it says in small print."""

    name: str
    thing: Any
    small_print: Callable[[], tuple[str, ...]] = tuple


class Papers(Struct, frozen=True, kw_only=True):
    """Everything that a document is about; ``notes`` name what it leaves out."""

    subjects: Sequence[Subject]
    notes: tuple[Problem, ...] = ()


def rendered(
    asked: Asked, name: str, vocabulary: Vocabulary, papers: Callable[[Run], Papers]
) -> Rendered:
    """The papers of the document ``name``, each set only when it is asked for."""
    file, data = asked.own_form or _shipped(name)
    form, problems = read_form(data, file, (vocabulary, OF_RUN))
    if form is None:
        return Rendered(count=0, problems=problems)
    run = begin(asked, form.limit)
    found = papers(run)
    return Rendered(
        papers=_papers(name, form, Told(run, OF_RUN), vocabulary, found.subjects),
        count=len(found.subjects),
        problems=(*problems, *found.notes),
    )


def _shipped(name: str) -> tuple[str, bytes]:
    path = shipped_form(name)
    assert path is not None, "every document here ships with its form"
    return path.name, path.read_bytes()


def _papers(
    name: str,
    form: PaperForm,
    run: Told,
    vocabulary: Vocabulary,
    subjects: Sequence[Subject],
) -> Iterator[Paper]:
    from ....office.paper_file import write
    from .filling import filled

    for each in subjects:
        told = Told(each.thing, vocabulary, run)
        data = write(filled(form, told, each.small_print()))
        title = f"{name}-{each.name}" if each.name else name
        yield Paper(name=f"{title}.docx", data=data)
