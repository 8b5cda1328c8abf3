"""Real and made wordings are read as a person read them, however they are written."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.limits import read_wording

from .wordings import (
    READ,
    REAL,
    REFUSED,
    Case,
    full_width,
    half_width,
    limits,
    traditional,
    wanted,
)

Disguise = Callable[[str], str]
SPACES = st.sampled_from(["", "", "", " ", "\n", "\n\n", "\t", "\u3000", "\u200b", "\u00a0"])


def phrase(case: Case) -> str:
    return repr(case["phrase"])


@pytest.mark.parametrize("case", READ, ids=phrase)
def test_a_wording_is_read_as_a_person_read_it(case: Case) -> None:
    reading = read_wording(case["phrase"])
    assert reading.refused is None
    assert limits(reading) == wanted(case)


@pytest.mark.parametrize("case", REFUSED, ids=phrase)
def test_what_has_no_reading_is_refused(case: Case) -> None:
    reading = read_wording(case["phrase"])
    assert reading.refused
    assert reading.limits == ()


@pytest.mark.parametrize("disguise", [full_width, half_width, traditional])
@pytest.mark.parametrize("case", READ, ids=phrase)
def test_width_and_script_change_nothing(case: Case, disguise: Disguise) -> None:
    assert read_wording(disguise(case["phrase"])) == read_wording(case["phrase"])


@given(case=st.sampled_from(READ), data=st.data())
def test_white_space_changes_nothing(case: Case, data: st.DataObject) -> None:
    spaces = [data.draw(SPACES) for _ in case["phrase"]]
    spaced = "".join(space + letter for space, letter in zip(spaces, case["phrase"], strict=True))
    assert read_wording(spaced) == read_wording(case["phrase"])


@given(case=st.sampled_from(READ), data=st.data())
def test_all_disguises_at_once_change_nothing(case: Case, data: st.DataObject) -> None:
    disguised = traditional(full_width(case["phrase"]))
    spaces = [data.draw(SPACES) for _ in disguised]
    spaced = "".join(space + letter for space, letter in zip(spaces, disguised, strict=True))
    assert limits(read_wording(spaced)) == wanted(case)


def test_the_simplified_form_of_a_traditional_vector_reads_the_same() -> None:
    copies = [case for case in REAL if "phrase_hans" in case]
    assert len(copies) > 10
    for case in copies:
        assert read_wording(case["phrase"]) == read_wording(case["phrase_hans"])
