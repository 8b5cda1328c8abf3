"""时限字样有疑."""

from msgspec import structs

from gongkai_cli.checks.catalogue_rules import gk106_wording_in_doubt as rule
from gongkai_cli.model.limit import Dynamic, Reading
from tests.making import printed

from .linting import a_row, find, papers

SLIP = structs.replace(
    printed(wording="动态跟新"), reading=Reading((Dynamic(),), ("“跟新”是“更新”之误",))
)


def test_a_reservation_of_the_reading_is_passed_on() -> None:
    (found,) = find(rule, papers(a_row(limits=(SLIP,))))
    assert "动态跟新" in found.message
    assert "“跟新”是“更新”之误" in found.message


def test_clear_words_and_words_that_nobody_printed() -> None:
    assert find(rule, papers(a_row(Dynamic()))) == []
    guessed = structs.replace(SLIP, assumed="推定")
    assert find(rule, papers(a_row(limits=(guessed,)))) == []
