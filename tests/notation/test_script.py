"""Traditional script brought to simplified."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.script import pairs, simplified

from ..limits.wordings import REAL


def test_the_traditional_vectors_become_their_simplified_form() -> None:
    copies = [case for case in REAL if "phrase_hans" in case]
    assert copies
    for case in copies:
        assert simplified(case["phrase"]) == case["phrase_hans"]


def test_simplified_text_stays() -> None:
    for case in REAL:
        plain = case.get("phrase_hans") or case["phrase"]
        assert simplified(plain) == plain
    assert simplified("乾县著作权，覆盖面，后勤") == "乾县著作权，覆盖面，后勤"


def test_an_answer_is_an_answer_in_either_script() -> None:
    assert simplified("答覆、批覆、回覆") == "答复、批复、回复"


def test_no_letter_stands_twice_and_none_leads_further() -> None:
    letters = [traditional for traditional, _ in pairs()]
    assert len(letters) == len(set(letters)) > 1500
    assert not {plain for _, plain in pairs()} & set(letters)


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)
