"""Pictures for a page, as inline SVG: boxes, lines and words; the style sheet gives the colours.

Lengths are in units of the picture, which the page scales; every text is escaped.
"""

from collections.abc import Iterable

from markupsafe import Markup

from .paper_text import printable

_BOX = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>')
_LINE = Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>')
_SHAPE = Markup('<path class="{}" d="{}"/>')
_WORDS = Markup('<text class="{}" x="{}" y="{}">{}</text>')
_GROUP = Markup("<g><title>{}</title>{}</g>")
_PICTURE = Markup(
    '<svg role="img" aria-labelledby="{id}-title {id}-desc" viewBox="0 0 {width} {height}" '
    'xmlns="http://www.w3.org/2000/svg"><title id="{id}-title">{title}</title>'
    '<desc id="{id}-desc">{text}</desc>{parts}</svg>'
)


def box(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    """A rectangle; ``kind`` is its class, or several with blanks between."""
    return _BOX.format(kind, _n(x), _n(y), _n(width), _n(height))


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A straight line."""
    return _LINE.format(kind, _n(x1), _n(y1), _n(x2), _n(y2))


def diamond(kind: str, x: float, y: float, half: float) -> Markup:
    """A square on its corner around a point."""
    there, back = _n(half), _n(-half)
    way = f"M{_n(x)} {_n(y - half)}l{there} {there}l{back} {there}l{back} {back}z"
    return _SHAPE.format(kind, way)


def arrow_left(kind: str, x: float, y: float, half: float) -> Markup:
    """A triangle whose tip at a point shows to the left."""
    way = f"M{_n(x)} {_n(y)}l{_n(half)} {_n(-half)}v{_n(2 * half)}z"
    return _SHAPE.format(kind, way)


def words(kind: str, x: float, y: float, text: object) -> Markup:
    """Words on a base line; the class says where they are anchored.

    >>> words("mid", 1, 2.5, "<甲>")
    Markup('<text class="mid" x="1" y="2.5">&lt;甲&gt;</text>')
    """
    return _WORDS.format(kind, _n(x), _n(y), printable(str(text)))


def named(name: str, parts: Iterable[Markup]) -> Markup:
    """Parts that have one name, which a pointer held over them shows."""
    return _GROUP.format(printable(name), Markup("").join(parts))


def picture(
    id: str, width: float, height: float, title: str, text: str, parts: Iterable[Markup]
) -> Markup:
    """A picture, with a title and a text in its place for whoever does not see it."""
    return _PICTURE.format(
        id=id,
        width=_n(width),
        height=_n(height),
        title=printable(title),
        text=printable(text),
        parts=Markup("").join(parts),
    )


def _n(value: float) -> str:
    """A length with at most one decimal, the same wherever it is made."""
    return f"{value:.1f}".removesuffix(".0")
