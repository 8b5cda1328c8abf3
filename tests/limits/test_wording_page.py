"""The tables of ``docs/wordings.md`` say what the program reads."""

from pathlib import Path

import pytest

from gongkai_cli.limits import limit_words, read_wording
from gongkai_cli.limits.wording import Refusal, understand

from . import grammar_page

PAGE = (Path(__file__).parents[2] / "docs" / "wordings.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of all tables with this heading."""
    found: list[list[str]] = []
    inside = False
    for line in PAGE.splitlines():
        if line == heading:
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside and not line.startswith("|---"):
            found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


READ = rows("| 原话 | 读作 | 说明 |")
NOT_READ = rows("| 原话 | 为什么不读 |")


def test_the_page_has_tables() -> None:
    assert len(READ) > 50
    assert len(NOT_READ) > 15


@pytest.mark.parametrize(("wording", "words", "notes"), READ)
def test_a_row_says_how_it_is_read(wording: str, words: str, notes: str) -> None:
    reading = read_wording(wording)
    assert words == "<br>".join(map(limit_words, reading.limits))
    assert notes == "<br>".join(reading.notes)


@pytest.mark.parametrize(("wording", "why"), NOT_READ)
def test_a_row_says_why_it_is_not_read(wording: str, why: str) -> None:
    refusal = understand(wording)
    assert isinstance(refusal, Refusal)
    assert why == refusal.why


def test_the_grammar_is_printed_as_it_is() -> None:
    assert grammar_page.printed(PAGE) == grammar_page.section()
