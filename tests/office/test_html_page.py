"""A page from a template: what is escaped, what is refused, and where it says that an error is."""

from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec import Struct

from gongkai_cli.model.place import Problem
from gongkai_cli.office import html_page
from gongkai_cli.office.html_page import PageWrong, page, whole_days

OURS = "<p>{% block 文 %}{{ it.name }}{% endblock %}</p>\n"


class It(Struct):
    name: str
    number: int = 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "我们的.html").write_text(OURS, encoding="utf-8")
    (tmp_path / "内").mkdir()
    (tmp_path / "内" / "一.html").write_text("<i>{{ it.number }}</i>", encoding="utf-8")
    (tmp_path.parent / "外.html").write_text("secret", encoding="utf-8")
    return tmp_path


def made(folder: Path, name: str = "甲", own: str | None = None) -> str:
    given = ("模板/我们的.html", own.encode()) if own is not None else None
    return page("我们的.html", folder, {"it": It(name)}, given).decode()


def refused(folder: Path, own: str) -> Problem:
    with pytest.raises(PageWrong) as wrong:
        made(folder, own=own)
    return wrong.value.problem


def test_values_are_escaped_and_what_no_page_can_hold_is_shown(folder: Path) -> None:
    assert made(folder, "<b>&\"'") == "<p>&lt;b&gt;&amp;&#34;&#39;</p>\n"
    assert made(folder, "a\x00b\ud800c\u202ed") == "<p>a?b?c?d</p>\n"
    assert page("我们的.html", folder, {"it": It(Markup("<b>"))}) == b"<p><b></p>\n"


def test_the_same_input_makes_the_same_bytes(folder: Path) -> None:
    assert made(folder) == made(folder)


def test_a_template_of_the_user_takes_the_place_of_ours(folder: Path) -> None:
    assert made(folder, own="<b>{{ it.name }}</b>") == "<b>甲</b>"
    extended = '{% extends "我们的.html" %}{% block 文 %}{% include "内/一.html" %}{% endblock %}'
    assert made(folder, own=extended) == "<p><i>3</i></p>\n"
    assert made(folder, "<i>", own="\ufeff{{ it.name }}") == "&lt;i&gt;"


@pytest.mark.parametrize(
    ("own", "line", "found"),
    [
        ("\n\n{{ it.nam }}", 3, "没有“nam”这一项"),
        ("{{ that }}", 1, "没有“that”这一项"),
        ("\n{{ it.name | shout }}", 2, "没有“shout”这个过滤器"),
        ("{% if it is funny %}{% endif %}", 1, "没有“funny”这个判断"),
        ("\n{% iff it %}", 2, "没有“iff”这个标签"),
        ("{% if it %}", 1, "模板没有写完"),
        ("a\n{{ it.name", 2, "模板没有写完"),
        ("{# never ends", 1, "注释或原文没有结束"),
        ("\n{{ it.name) }}", 2, "这里不该有“)”"),
        ("{% for a it %}{% endfor %}", 1, "写的是“it”"),
        ("{{ it.name it }}", 1, "这里不该有“it”"),
        ("{% if it it %}{% endif %}", 1, "这里不该有“it”"),
        ("{{ 1 ? 2 }}", 1, "有不认识的字符 '?'"),
        ("\n{{ it.name.__class__.mro() }}", 2, "模板里不允许用“__class__”"),
        ("{{ it.number / 0 }}", 1, "这一行不能执行（ZeroDivisionError: division by zero）"),
        ("{{ it.name + 1 }}", 1, "这一行不能执行（TypeError"),
    ],
)
def test_an_error_is_told_with_its_line(folder: Path, own: str, line: int, found: str) -> None:
    problem = refused(folder, own)
    assert (problem.place.file, problem.place.line) == ("模板/我们的.html", line)
    assert problem.found.startswith(found)
    assert problem.accepted


def test_a_name_that_is_not_there_is_told_with_those_that_are_and_the_nearest(
    folder: Path,
) -> None:
    problem = refused(folder, "{{ it.nmae }}")
    assert problem.found == "没有“nmae”这一项"
    assert (problem.accepted, problem.nearest) == ("name、number", "name")


@pytest.mark.parametrize("name", ["../外.html", "/etc/passwd", "没有.html"])
def test_a_template_of_the_user_reads_no_other_file(folder: Path, name: str) -> None:
    problem = refused(folder, f'{{% include "{name}" %}}')
    assert problem.found == f"没有“{name}”这个模板"
    assert problem.accepted == "内/一.html、我们的.html"


def test_bytes_that_are_no_utf_8_are_refused_with_the_line(folder: Path) -> None:
    with pytest.raises(PageWrong) as wrong:
        page("我们的.html", folder, {}, ("模板/甲.html", "甲\n乙".encode("gbk")))
    assert wrong.value.problem.place.line == 1
    assert wrong.value.problem.found == "不是 UTF-8 编码"


def test_a_template_that_does_not_end_is_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html_page, "_MOST_BYTES", 1_000_000)
    long = "{% for a in range(99999) %}{{ it.name }}{{ it.name }}{{ it.name }}\n{% endfor %}"
    assert refused(folder, long * 2).found == "生成的网页超过 1 MB"


def test_an_error_in_ours_is_our_own_mistake(folder: Path) -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        page("我们的.html", folder, {})


def test_days_stay_in_one_line_and_the_rest_is_escaped() -> None:
    assert whole_days("自2024-06-27至2024-07-25<") == Markup(
        '自<span class="day">2024-06-27</span>至<span class="day">2024-07-25</span>&lt;'
    )
    assert whole_days("") == ""
