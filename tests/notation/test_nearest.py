"""The name that a wrong one most likely meant: one that nothing speaks for is not offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.nearest import nearest

UNITS = ("秘书科", "秘书处", "许可服务科", "政工室")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("政工", "政工室"),
        ("许可科", "许可服务科"),
        ("许可服务股", "许可服务科"),
        ("秘书", "秘书科"),
        ("后勤中心", None),
    ],
)
def test_a_unit(name: str, meant: str | None) -> None:
    assert nearest(name, UNITS) == meant


def test_a_wrong_number_is_near_to_no_id_more_than_to_another() -> None:
    ids = [f"A{number:02}" for number in range(1, 26)]
    assert nearest("A26", ids) is None
    assert nearest("A1O", ids) is None


@pytest.mark.parametrize("written", ["A7", "07", "a07", "A007"])
def test_an_id_written_another_way(written: str) -> None:
    assert nearest(written, [f"A{number:02}" for number in range(1, 26)]) == "A07"


@given(st.text(max_size=6), st.lists(st.text(max_size=6), max_size=6))
def test_what_is_offered_is_one_of_the_names(name: str, names: list[str]) -> None:
    assert nearest(name, names) in {None, *names}


@given(st.text(min_size=1, max_size=6), st.lists(st.text(max_size=6), max_size=6))
def test_the_order_of_the_names_decides_nothing_unless_they_hold_all_letters(
    name: str, names: list[str]
) -> None:
    offered = nearest(name, names)
    if offered is not None and offered != nearest(name, names[::-1]):
        assert set(name) <= set(offered)
