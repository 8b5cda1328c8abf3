"""A draft written as a catalogue file: it reads without an error and prints the same cells."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from gongkai_cli.model.draft import Draft
from gongkai_cli.model.duty import Catalogue
from gongkai_cli.model.unit import find_unit
from gongkai_cli.notation.yaml_words import yaml_block, yaml_list, yaml_mapping, yaml_scalar
from gongkai_cli.reports.catalogue_text import Given, freshness_words, render
from gongkai_cli.sources.annex import read_annex
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from tests.sources.annex.grids import ANNEX_MERGES, annex_rows, draft_of, drafted, grid
from tests.sources.test_catalogue_shipped import shipped

GIVEN = Given(body="某县公安局", source="某〔2024〕1号", file="目录.docx")


def written(draft: Draft) -> Catalogue:
    catalogue, problems = read_catalogue(render(draft, GIVEN).encode(), "catalogue.yaml")
    assert problems == ()
    assert catalogue is not None
    return catalogue


def annex() -> Draft:
    above = ("附件1", "2024年某县公安局主动公开基本目录")
    return draft_of(grid(annex_rows(), ANNEX_MERGES, above=above))


def test_annex_1_is_written_as_the_shipped_catalogue_has_it() -> None:
    duties = written(annex()).duties
    for duty, expected in zip(duties, shipped().duties[:25], strict=True):
        assert duty.printed == expected.printed
        assert list(duty.printed) == list(expected.printed)
        assert set(duty.unit_names) == set(expected.unit_names)
        assert (duty.open_units, duty.limits) == (expected.open_units, expected.limits)
        mine = {
            each.subject: (each.value, each.reason)
            for each in duty.assumed
            if each.subject != "标签"
        }
        theirs = {
            each.subject: (each.value, each.reason)
            for each in expected.assumed
            if each.subject not in ("更新周期", "牵头单位", "标签")
        }
        assert mine == theirs


def test_a_cell_that_no_key_holds_is_kept_in_print() -> None:
    draft = drafted(
        "序号|公开事项|公开内容|公开依据|公开时限|公开主体|公开渠道|备注",
        "1|办事指南|流程: 一次办|《条例》第20条|20个工作日内|办公室|■网站 □公示栏|",
        "3|收费标准|# 收费|同上|每季度|财务科|□网站 ■公示栏|试行",
    )
    first, second = written(draft).duties
    assert first.printed["公开依据"] == "《条例》第20条"
    assert first.printed["序号"] == "1"
    assert second.printed["序号"] == "3"
    assert second.printed["备注"] == "试行"
    assert list(first.printed) == list(draft.order)


def test_a_wording_that_is_refused_stays_and_is_marked() -> None:
    draft = drafted("事项名称|公开时限|责任单位", "办事指南|20个工作日左右|办公室")
    text = render(draft, GIVEN)
    assert "    公开时限: 20个工作日左右\n    读法: 未读\n" in text
    (duty,) = written(draft).duties
    assert duty.limits[0].wording == "20个工作日左右"
    assert duty.limits[0].reading.refused is not None


def test_a_second_limit_becomes_the_age_of_the_column() -> None:
    draft = drafted(
        "栏目名称（一级）|栏目名称（二级）|具体内容|提供内容时效标准|更新标准|保障部门",
        "政务公开|政策文件|文件|形成后15个工作日内|最迟6个月内必须有更新|办公室",
        "政务公开|领导信息|领导|形成后15个工作日内|有变动时|人事科",
    )
    first, second = written(draft).duties
    assert first.freshness is not None
    assert (first.freshness.wording, first.printed["更新标准"]) == (
        "6个月",
        "最迟6个月内必须有更新",
    )
    assert second.freshness is None
    assert second.printed["更新标准"] == "有变动时"


def test_a_table_without_units_is_the_bodys_own() -> None:
    draft = drafted("公开事项|公开内容|公开时限", "办事指南|流程|20个工作日内")
    assert [unit.name for unit in written(draft).units] == ["某县公安局"]


def test_the_words_of_an_age() -> None:
    assert freshness_words("每半年更新") == "6个月"
    assert freshness_words("有变动时") is None


@pytest.mark.parametrize("age", ["2周", "６个月", "1年", "30日", "10个工作日"])
def test_a_bare_age_in_its_own_column_stays_as_printed(age: str) -> None:
    draft = drafted("事项名称|公开时限|更新标准|责任单位", f"工作动态|随时更新|{age}|办公室")
    assert f"    更新周期: {age}\n" in render(draft, GIVEN)
    (duty,) = written(draft).duties
    assert duty.freshness is not None
    assert duty.freshness.assumed is None
    assert duty.printed["更新标准"] == age


LINES = st.text(
    st.sampled_from("甲乙科 ：，、。“”#:-[]{}'\"|>&*!%@`?~\\,/0123456789\u3000aN\t"), max_size=12
)


@given(st.dictionaries(LINES.filter(bool), LINES, max_size=4), st.lists(LINES, max_size=4))
def test_every_text_comes_back(cells: dict[str, str], texts: list[str]) -> None:
    import yaml

    lines = [f"甲: {yaml_mapping(cells)}", f"乙: {yaml_list(texts)}"]
    lines += [f"丙{n}: {yaml_scalar(text)}" for n, text in enumerate(texts)]
    read = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
    assert read["甲"] == cells
    assert read["乙"] == texts
    assert [read[f"丙{n}"] for n in range(len(texts))] == texts


@given(st.lists(LINES, min_size=2, max_size=4))
def test_a_block_comes_back_or_is_none(lines: list[str]) -> None:
    import yaml

    text = "\n".join(lines)
    block = yaml_block(text, 2)
    if block is not None:
        assert yaml.load(f"甲: {block}", Loader=yaml.BaseLoader) == {"甲": text}


CELLS = st.text(
    st.sampled_from("甲乙科室办等各有关单位 、，;：。“”#:-[]{}'\"|>&*!%@`?~\\/\n0123\u3000aN同上√"),
    max_size=10,
)
HEADINGS = ("序号", "类别", "二级", "事项名称", "公开内容", "公开时限", "责任单位", "更新周期")
TABLES = st.lists(
    st.tuples(
        *[CELLS] * 5,
        st.sampled_from(("", "20个工作日内", "20日左右", "及时", "同上")) | CELLS,
        CELLS,
        st.sampled_from(("", "2周", "每月", "及时更新")),
        CELLS,
        CELLS,
    ),
    min_size=1,
    max_size=5,
)


@settings(phases=[Phase.explicit, Phase.generate])
@given(TABLES, st.sets(st.tuples(st.integers(0, 9), st.integers(1, 4)), max_size=4))
def test_whatever_is_printed_is_written_and_comes_back(
    rows: list[tuple[str, ...]], merged: set[tuple[int, int]]
) -> None:
    merges = [(row, column, row + 1, column) for column, row in merged if row + 1 <= len(rows)]
    merges = [each for each in merges if (each[1], each[0] - 1) not in merged]
    table = [(*HEADINGS, "公开方式", "备注"), *rows]
    draft, problems = read_annex([grid(table, merges)], "目录.xlsx")
    if draft is None:
        assert problems
        return
    duties = written(draft).duties
    assert [duty.printed for duty in duties] == [row.printed for row in draft.rows]
    assert [duty.unit_names for duty in duties] == [
        tuple(dict.fromkeys(unit_called(written(draft), name) for name in row.units))
        for row in draft.rows
    ]


def unit_called(catalogue: Catalogue, name: str) -> str:
    unit = find_unit(catalogue.units, name)
    assert unit is not None
    return unit.name


def test_tags_are_proposed_and_left_to_be_confirmed() -> None:
    duty = written(annex()).duties[5]
    (tag,) = (each for each in duty.assumed if each.subject == "标签")
    assert "预决算" in tag.value
    assert "请确认" in tag.reason
