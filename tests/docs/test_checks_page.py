"""docs/checks.md is what the checks say of themselves."""

from .checks_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
