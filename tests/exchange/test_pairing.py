"""Rows of two sides that are one, and rows of which that would be a guess."""

from collections.abc import Hashable

from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.exchange.matching import Indexed, Matching


def length(text: str) -> Hashable:
    return len(text)


def first(text: str) -> Hashable | None:
    return text[0] if text else None


def paired(left: list[str], right: list[str]) -> dict[str, str | None]:
    matching = Matching(left, Indexed(right))
    matching.by(first)
    matching.by(length)
    return dict(matching.pairs())


def test_the_surest_key_comes_first() -> None:
    assert paired(["ab", "c"], ["cd", "x"]) == {"ab": None, "c": "cd"}
    assert paired(["ab", "c"], ["ax", "z"]) == {"ab": "ax", "c": "z"}


def test_as_many_on_both_sides_are_paired_in_their_order() -> None:
    assert paired(["a1", "a2"], ["ax", "ay"]) == {"a1": "ax", "a2": "ay"}


def test_which_of_several_is_not_guessed() -> None:
    assert paired(["a1"], ["ax", "ay"]) == {"a1": None}


def test_rows_that_are_taken_stay_taken() -> None:
    matching = Matching(["a1"], Indexed(["ax", "ay"]), taken=(0,))
    matching.by(first)
    assert dict(matching.pairs()) == {"a1": "ay"}
    assert matching.taken == {0, 1}
    assert not list(matching.left_over())


@given(st.lists(st.text("ab", max_size=3)), st.lists(st.text("ab", max_size=3)))
def test_no_row_is_in_two_pairs(left: list[str], right: list[str]) -> None:
    matching = Matching(left, Indexed(right))
    matching.by(first)
    matching.by(length)
    found = [other for _, other in matching.pairs() if other is not None]
    assert len(found) == len(matching.taken)
    assert sorted([*found, *matching.left_over()]) == sorted(right)
