"""The units in a cell, and the tree that all cells together suggest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.unit import find_unit
from gongkai_cli.sources.annex.unit_cells import read_units, whole_names
from gongkai_cli.sources.annex.unit_tree import propose_tree


@pytest.mark.parametrize(
    ("text", "units", "open_units"),
    [
        ("办公室", ("办公室",), None),
        ("办公室、财务科", ("办公室", "财务科"), None),
        ("办公室，财务科；人事科", ("办公室", "财务科", "人事科"), None),
        ("办公室和财务科", ("办公室", "财务科"), None),
        ("人力资源和社会保障局", ("人力资源和社会保障局",), None),
        ("住房和城乡建设局、民政局", ("住房和城乡建设局", "民政局"), None),
        ("党政办公室\n财政所", ("党政办公室", "财政所"), None),
        ("某中心\n秘书科", ("某中心秘书科",), None),
        ("政 工 室", ("政工室",), None),
        ("甲科等", ("甲科",), "等"),
        ("甲科等有关科室", ("甲科",), "等有关科室"),
        ("高等教育科", ("高等教育科",), None),
        ("各派出所等有关科室", ("各派出所",), "等有关科室"),
        ("局属有关单位", (), "局属有关单位"),
        ("各业务科室", (), "各业务科室"),
        ("局机关各科室", (), "局机关各科室"),
        ("办公室、相关科室", ("办公室",), "相关科室"),
        ("相关科室等", (), "相关科室等"),
        ("牵头单位：办公室；配合单位：财政所", ("办公室",), "配合单位：财政所"),
        ("办公室（牵头）、法规科", ("办公室", "法规科"), None),
        ("财政所（会计站、国库）", ("财政所（会计站、国库）",), None),
        ("", (), None),
    ],
)
def test_a_cell(text: str, units: tuple[str, ...], open_units: str | None) -> None:
    found = read_units(text)
    assert (found.units, found.open_units) == (units, open_units)


def test_what_could_not_be_parted_is_said() -> None:
    assert read_units("综合和宣传").doubts
    assert not read_units("综合科").doubts


def test_a_name_known_from_another_cell_is_not_parted() -> None:
    known = whole_names(iter(["督查室和信访室"]))
    assert known == frozenset()
    assert read_units("督查室和信访室", frozenset({"督查室和信访室"})).units == ("督查室和信访室",)


def tree(*cells: str, prose: str = "") -> dict[str, list[str]]:
    proposal = propose_tree([read_units(cell).units for cell in cells], prose)
    return {unit.name: [child.name for child in unit.children] for unit in proposal.units}


def test_a_prefix_of_several_sections_is_their_parent() -> None:
    assert tree("某中心秘书科", "某中心宣传科") == {"某中心": ["秘书科", "宣传科"]}


def test_a_prefix_of_one_section_is_not() -> None:
    assert tree("某中心秘书科", "政工室") == {"某中心秘书科": [], "政工室": []}


def test_a_section_without_its_parent_is_that_section() -> None:
    assert tree("甲大队综合科", "综合科") == {"甲大队": ["综合科"]}


def test_a_prefix_is_shared_by_what_follows_it() -> None:
    assert tree("某中心秘书科、宣传科", "某中心行财科") == {
        "某中心": ["秘书科", "宣传科", "行财科"]
    }


def test_a_prefix_is_not_shared_by_another_kind() -> None:
    found = tree("某中心秘书科、政工室", "某中心行财科")
    assert found == {"某中心": ["秘书科", "行财科"], "政工室": []}


def test_two_sections_of_one_name_keep_their_parents() -> None:
    found = tree("甲大队办公室", "甲大队秘书科", "乙大队办公室", "乙大队秘书科", "办公室")
    assert found["甲大队"] == ["甲大队办公室", "甲大队秘书科"]
    assert found["乙大队"] == ["乙大队办公室", "乙大队秘书科"]
    assert found["办公室"] == []


def test_an_office_is_not_cut_in_its_middle() -> None:
    assert tree("党政办公室", "党政办", "街道办事处") == {
        "党政办公室": [],
        "党政办": [],
        "街道办事处": [],
    }


def test_the_text_of_the_paper_tells_a_parent() -> None:
    found = tree("某中心秘书科", "某中心宣传科", "许可科", prose="由某中心许可科负责")
    assert found == {"某中心": ["秘书科", "宣传科", "许可科"]}


PARTS = st.sampled_from(
    (
        "某中心秘书科",
        "某中心宣传科",
        "秘书科",
        "宣传科",
        "甲大队办公室",
        "办公室",
        "政工室",
        "各派出所",
    )
)


@given(st.lists(st.lists(PARTS, min_size=1, max_size=4, unique=True), min_size=1, max_size=6))
def test_every_name_is_found_in_the_tree(cells: list[list[str]]) -> None:
    units = propose_tree(cells).units
    names = [unit.name for top in units for unit in top.walk()]
    assert len(names) == len(set(names))
    for cell in cells:
        for name in cell:
            assert find_unit(units, name) is not None
