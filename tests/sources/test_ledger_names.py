"""Duties and units under the names that people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.duty import Catalogue, Duty
from gongkai_cli.model.unit import Unit
from gongkai_cli.sources.ledger.cells import Unreadable
from gongkai_cli.sources.ledger.names import DutyNames, UnitNames

from .ledger_making import CATALOGUE

LETTERS = st.text("甲乙丙丁戊己庚辛壬癸公开目录（）“”、一二三", min_size=1, max_size=6)


def catalogue(*duties: Duty, units: tuple[Unit, ...] = ()) -> Catalogue:
    """A catalogue of these."""
    return Catalogue(title="目录", body="局", source="文", duties=duties, units=units)


def read_or_none(names: DutyNames, text: str) -> str | None:
    """The id, or nothing where the text is refused."""
    try:
        return names.read(text)
    except Unreadable:
        return None


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=8, unique=True))
def test_every_duty_is_found_under_its_id_and_under_id_and_name(
    named: list[tuple[str, str]],
) -> None:
    duties = [Duty(id=f"A{n:02}", category=(c,), name=name) for n, (c, name) in enumerate(named, 1)]
    names = DutyNames(catalogue(*duties))
    for duty in duties:
        for spelling in (duty.id, f"{duty.id} {duty.name}", f"{duty.id}　{duty.title}"):
            assert names.read(spelling) == duty.id


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=8, unique=True), st.data())
def test_a_name_means_one_duty_or_is_refused(
    named: list[tuple[str, str]], data: st.DataObject
) -> None:
    duties = [Duty(id=f"A{n:02}", category=(c,), name=name) for n, (c, name) in enumerate(named, 1)]
    names = DutyNames(catalogue(*duties))
    duty = data.draw(st.sampled_from(duties))
    assert read_or_none(names, duty.name) in (duty.id, None)


def test_categories_of_any_depth() -> None:
    names = DutyNames(catalogue(Duty(id="A01", category=("甲", "乙"), name="丙")))
    for spelling in ("丙", "乙/丙", "甲/乙/丙", "甲＞乙＞丙", "甲→乙→丙"):
        assert names.read(spelling) == "A01"


def test_an_ambiguous_name_lists_its_candidates() -> None:
    with pytest.raises(Unreadable) as refused:
        DutyNames(CATALOGUE).read("专题展示")
    assert refused.value.accepted == "A14 行政执法公示/专题展示、A15 “双随机、一公开”/专题展示"


def test_a_name_that_is_the_whole_of_one_and_part_of_another_means_the_first() -> None:
    duties = (
        Duty(id="A1", category=("甲",), name="公开"),
        Duty(id="A11", category=("乙",), name="公开指南"),
    )
    names = DutyNames(catalogue(*duties))
    assert [names.read(each) for each in ("公开", "公开指南", "A1", "A11", "A11公开指南")] == [
        "A1",
        "A11",
        "A1",
        "A11",
        "A11",
    ]


def test_ids_with_hyphens_stay_apart() -> None:
    duties = [Duty(id=id, category=("甲",), name=id) for id in ("C06-1", "C06-11", "C061")]
    names = DutyNames(catalogue(*duties))
    assert [names.read(duty.id) for duty in duties] == ["C06-1", "C06-11", "C061"]


def test_two_units_of_one_name_are_told_apart_by_their_parents() -> None:
    units = (Unit("甲局", children=(Unit("秘书科"),)), Unit("乙局", children=(Unit("秘书科"),)))
    names = UnitNames(catalogue(units=units))
    with pytest.raises(Unreadable, match="目录中有2个单位叫“秘书科”"):
        names.read("秘书科")


def test_a_unit_whose_name_has_a_comma() -> None:
    assert UnitNames(catalogue(units=(Unit("甲、乙科"),))).read("甲、乙科") == ("甲、乙科",)


@pytest.mark.parametrize(
    "written", ["各村（社区）", "各村(社区)", " 各村 （社区） ", "农业办各村(社区)"]
)
def test_a_unit_whose_name_has_brackets_in_full_width(written: str) -> None:
    units = (Unit("农业办", children=(Unit("各村（社区）"),)), Unit("农经站"))
    assert UnitNames(catalogue(units=units)).read(written) == ("各村（社区）",)
    both = ("各村（社区）", "农经站")
    assert UnitNames(catalogue(units=units)).read(f"{written}、农经站") == both


def test_an_empty_catalogue_knows_nothing() -> None:
    with pytest.raises(Unreadable, match="目录中没有事项“A01”"):
        DutyNames(catalogue()).read("A01")
    with pytest.raises(Unreadable, match="目录中没有单位“甲”"):
        UnitNames(catalogue()).read("甲")
