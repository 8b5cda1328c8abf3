"""总览: one page that a leader opens or prints, with nothing to fetch from elsewhere."""

from base64 import b64encode
from hashlib import sha256

from . import FORMS, Asked, Paper, Rendered

NAME = "总览"
ALIASES = ("一页图", "overview")
SUFFIX = ".html"
ABOUT = "给领导看的一页：核查覆盖、单位与事项的状态、到期时间、公开用时、全部问题"
FROM_RECORD = False

_FORM = "总览.html"


def render(asked: Asked) -> Rendered:
    """The page; the same bytes for the same input.

    A template of the workspace may extend ours by its name; what is wrong in it comes back as a
    problem with its line.
    """
    from markupsafe import Markup

    from ...office.html_page import PageWrong, page
    from ..overview.page import page_of

    style, script = (_part(each) for each in ("总览.css", "总览.js"))
    values = {
        "page": page_of(asked),
        "style": Markup(style),
        "script": Markup(script),
        "script_hash": _hash(script),
    }
    try:
        data = page(_FORM, FORMS, values, asked.own_form)
    except PageWrong as wrong:
        return Rendered(count=0, problems=(wrong.problem,))
    asked.tell(5, 5)
    return Rendered(papers=(Paper(name=f"{NAME}-{asked.assessment.as_of}{SUFFIX}", data=data),))


def _part(name: str) -> str:
    """A part of the page that is ours, and may stand in it as it is."""
    return (FORMS / "总览" / name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """What a browser must find the script to be before it runs it."""
    return "sha256-" + b64encode(sha256(script.encode()).digest()).decode()
