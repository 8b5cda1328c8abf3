"""What is wrong with a template of the user, said in Chinese with its line and what would be right.

The library tells it in English sentences; those that a clerk can meet stand in one table.
"""

import re
from collections.abc import Sequence

from jinja2 import StrictUndefined, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from ..model.place import Place, Problem
from ..notation.nearest import nearest

_THERE, _COMMA = "，这里有：", "、"
_TAGS = "block、extends、for、if、include、macro、set，以及它们的 end…"
_WAY = "写法见 gongkai report 名称 --form 得到的模板"
_SAID = tuple(
    (re.compile(pattern), found, accepted)
    for pattern, found, accepted in (
        (r"No filter named '(.+)'", "没有“{}”这个过滤器", "join、length、replace、days 等"),
        (r"No test named '(.+)'", "没有“{}”这个判断", "defined、none、in、== 等"),
        (r"Encountered unknown tag '(.+?)'", "没有“{}”这个标签", _TAGS),
        (r"[Uu]nexpected end of template", "模板没有写完", "每个标签都有它的结束：{% endif %} 等"),
        (r"Missing end of (comment|raw)", "注释或原文没有结束", "{# 注释 #}"),
        (r"expected token 'end of print statement', got '(.+?)'", "这里不该有“{}”", "以 }} 结束"),
        (r"expected token 'end of statement block', got '(.+?)'", "这里不该有“{}”", "以 %} 结束"),
        (r"expected token '(.+?)', got '(.+?)'", "写的是“{1}”", "“{0}”"),
        (r"unexpected char (.+?) at", "有不认识的字符 {}", _WAY),
        (r"unexpected '(.+?)'", "这里不该有“{}”", _WAY),
        (r"attribute '(.+?)' of .* is unsafe", "模板里不允许用“{}”", "取 page 的内容，判断和循环"),
    )
)


class Absent(StrictUndefined):
    """A name that is not there: using it is an error that names those that are."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        fields = getattr(self._undefined_obj, "__struct_fields__", ())
        there = _THERE + _COMMA.join(fields) if fields else ""
        return f"没有“{self._undefined_name}”这一项{there}"


class TooLarge(Exception):
    """A page that a template does not stop making; the text says how large it is."""


def fault(error: Exception, name: str, templates: Sequence[str]) -> Problem:
    """The problem that an error is, raised while the template ``name`` was read or run.

    ``templates`` are those that it may extend or include.
    """
    match error:
        case TemplateSyntaxError():
            found, accepted = _said(error.message or "") or (f"不能读（{error.message}）", _WAY)
            return Problem(Place(error.name or name, error.lineno), found, accepted)
        case TemplateNotFound():
            found = f"没有“{error.name}”这个模板"
            return Problem(Place(name, _line(error, name)), found, _COMMA.join(templates))
        case UndefinedError() if not isinstance(error, SecurityError):
            return _absent(str(error), Place(name, _line(error, name)))
        case TooLarge():
            found, accepted = str(error), "循环有止境的模板"
        case _:
            running = f"这一行不能执行（{type(error).__name__}: {error}）"
            found, accepted = _said(str(error)) or (running, _WAY)
    return Problem(Place(name, _line(error, name)), found, accepted)


def _said(message: str) -> tuple[str, str] | None:
    """What the library says, and what would be right."""
    for pattern, found, accepted in _SAID:
        if said := pattern.search(message):
            parts = said.groups()
            right = accepted.format(*parts) if "{0}" in accepted else accepted
            return found.format(*parts), right
    return None


def _absent(message: str, place: Place) -> Problem:
    found, _, there = message.partition(_THERE)
    if not there:
        return Problem(place, found, "page 中的各项")
    name = found[found.find("“") + 1 : found.rfind("”")]
    return Problem(place, found, there, nearest(name, there.split(_COMMA)))


def _line(error: Exception, name: str) -> int | None:
    """The last line of the template that was being run."""
    line, frame = None, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == name:
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
