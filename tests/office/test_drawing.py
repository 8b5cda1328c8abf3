"""Pictures as XML: read back by a parser, whatever the texts are."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from gongkai_cli.office.drawing import arrow_left, box, diamond, line, named, picture, words

SVG = "{http://www.w3.org/2000/svg}"


def drawn(text: str, *parts: Markup) -> etree._Element:
    return etree.fromstring(picture("it", 100, 50, text, text, parts))


@given(st.text(max_size=20))
def test_any_text_is_one_text_in_a_picture_that_xml_can_hold(text: str) -> None:
    root = drawn(text, named(text, [words("label", 1, 2, text)]))
    said = [each.text or "" for each in root.iter(f"{SVG}title", f"{SVG}desc", f"{SVG}text")]
    assert len(said) == 4
    assert len(set(said)) == 1
    if text.isprintable():
        assert said[0] == text


def test_shapes_lie_where_they_are_asked_for() -> None:
    root = drawn(
        "",
        box("a", 1, 2.25, 3, 4),
        line("b", 0, 0, 10, 10),
        diamond("c", 5, 5, 2),
        arrow_left("d", 5, 5, 2),
    )
    _, _, rect, stroke, square, arrow = list(root)
    assert {name: rect.get(name) for name in ("class", "x", "y", "width", "height")} == {
        "class": "a", "x": "1", "y": "2.2", "width": "3", "height": "4",
    }  # fmt: skip
    assert stroke.get("x2") == "10"
    assert square.get("d") == "M5 3l2 2l-2 2l-2 -2z"
    assert arrow.get("d") == "M5 5l2 -2v4z"
    assert root.get("viewBox") == "0 0 100 50"
    assert root.get("aria-labelledby") == "it-title it-desc"
