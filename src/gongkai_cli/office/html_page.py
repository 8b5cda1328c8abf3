"""One HTML page from a template: escaped, strict, and shut in where the template is not ours."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from ..model.place import Place, Problem
from .paper_text import printable
from .template_faults import Absent, TooLarge, fault

_MOST_BYTES = 64_000_000
"""A page larger than that opens in no browser of an office; only a template gone wrong makes it."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE_DAY = Markup('<span class="day">{}</span>')


class PageWrong(Exception):
    """A template of the user cannot be used; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def page(
    name: str,
    folder: Path,
    values: Mapping[str, object],
    own: tuple[str, bytes] | None = None,
) -> bytes:
    """The page that the template ``name`` of ``folder`` makes of ``values``, in UTF-8.

    Every value is escaped unless it is ``Markup``; a name that is not there is an error; characters
    that cannot stand in a page are shown as ``?``. ``own``, the name as it is shown and the bytes
    of a template of the user, takes the place of ours, which it may extend or include by name; it
    runs in a sandbox and reads no other file.

    Raises ``PageWrong`` for what is wrong with the template of the user.
    """
    if own is None:
        return _joined(_environment(Environment, folder).get_template(name).generate(values))
    shown, data = own
    text = _decoded(shown, data)
    environment = _environment(ImmutableSandboxedEnvironment, folder, (shown, text))
    try:
        return _joined(environment.get_template(shown).generate(values))
    except Exception as error:
        # whatever a template does wrong, from a slip to a sum of its own, is the template's
        raise PageWrong(fault(error, shown, environment.list_templates())) from error


def whole_days(text: str) -> Markup:
    """The text, escaped, with each day in a span of the class ``day`` so that no line parts it.

    >>> whole_days("<2024-07-25前")
    Markup('&lt;<span class="day">2024-07-25</span>前')
    """
    parts = []
    done = 0
    for found in _DAY.finditer(text):
        parts += [escape(printable(text[done : found.start()])), _WHOLE_DAY.format(found[0])]
        done = found.end()
    return Markup("").join([*parts, escape(printable(text[done:]))])


class _Forms(BaseLoader):
    """The templates of a folder and below it, and one text besides."""

    def __init__(self, folder: Path, own: tuple[str, str] | None) -> None:
        self._folder = folder
        self._own = own

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        if self._own is not None and template == self._own[0]:
            return self._own[1], template, None
        if template not in self.list_templates():
            raise TemplateNotFound(template)
        path = self._folder / template
        return path.read_text(encoding="utf-8"), template, None

    def list_templates(self) -> list[str]:
        found = self._folder.rglob("*.html")
        return sorted(each.relative_to(self._folder).as_posix() for each in found)


def _environment(
    kind: type[Environment], folder: Path, own: tuple[str, str] | None = None
) -> Environment:
    made = kind(
        loader=_Forms(folder, own),
        autoescape=True,
        undefined=Absent,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["days"] = whole_days
    return made


def _shown(value: Any) -> Any:
    """A value as it can stand in a page: half pairs and controls would end it or hide text."""
    if value is None:
        return ""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return printable(value)
    return value


def _joined(pieces: Iterator[str]) -> bytes:
    made = bytearray()
    for piece in pieces:
        made += piece.encode("utf-8")
        if len(made) > _MOST_BYTES:
            raise TooLarge(f"生成的网页超过 {_MOST_BYTES // 1_000_000} MB")
    return bytes(made)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found = "不是 UTF-8 编码"
        raise PageWrong(Problem(Place(name, line), found, "另存为 UTF-8 编码的文件")) from error
