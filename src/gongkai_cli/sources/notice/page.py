"""The words of a saved web page, as far as they can be seen."""

from html.parser import HTMLParser

_UNSEEN = frozenset(("head", "script", "style", "template", "noscript", "svg", "iframe", "select"))
# fmt: off
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link",
    "meta", "param", "source", "track", "wbr",
))
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var",
))
# fmt: on


def text_of_page(page: str) -> str:
    """The text of a page, a line for every block.

    What a reader does not see is left out: scripts, and elements that are hidden, with which some
    forums break up the lines of what is copied from them.

    >>> text_of_page("<p>1月<b>1</b>日<span style='display: none'>乱码</span></p><p>放假</p>")
    '1月1日\\n放假'
    """
    words = _Words()
    words.feed(_without_comments(page))
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.found).split("\n"))
    return "\n".join(line for line in lines if line)


def _without_comments(page: str) -> str:
    """The page without its comments, over many of which without an end the parser takes hours.

    One without an end is taken for text, so that nothing behind it is lost.
    """
    kept: list[str] = []
    done = 0
    while (start := page.find("<!--", done)) >= 0:
        end = page.find("-->", start)
        if end < 0:
            break
        kept.append(page[done:start])
        done = end + len("-->")
    return "".join([*kept, page[done:].replace("<!--", "")])


class _Words(HTMLParser):
    """Collects the words of a page in ``found``, with line ends around blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden_by: str | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.found.append("\n")
        if tag in _VOID:
            return
        if self._hidden_by is None and _unseen(tag, dict(attrs)):
            self._hidden_by, self._depth = tag, 0
        if tag == self._hidden_by:
            self._depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.found.append("\n")
        if tag == self._hidden_by:
            self._depth -= 1
            if self._depth == 0:
                self._hidden_by = None

    def handle_data(self, data: str) -> None:
        if self._hidden_by is None:
            self.found.append(data.replace("\n", " "))


def _unseen(tag: str, attributes: dict[str, str | None]) -> bool:
    style = "".join((attributes.get("style") or "").lower().split())
    return (
        tag in _UNSEEN
        or "hidden" in attributes
        or "display:none" in style
        or "font-size:0" in style.replace("font-size:0.", "")
    )
