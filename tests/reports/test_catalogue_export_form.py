"""The official form of a catalogue as data: which cells are one, what is left out, how wide."""

import csv
from pathlib import Path

import pytest
from hypothesis import given

from gongkai_cli.model.duty import Catalogue
from gongkai_cli.office.paper_parts import Merge
from gongkai_cli.reports.annex_form import annex_form, centred, widths
from tests.sources.catalogues import OTHER_BUREAU, SMALL
from tests.sources.test_catalogue_shipped import shipped

from .annex_papers import catalogue_of, catalogues, form_of

ANNEX = Path(__file__).parents[1] / "vectors" / "annex-1.csv"


def test_annex_1_comes_out_cell_for_cell_as_it_is_printed() -> None:
    with ANNEX.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    form = form_of(shipped())
    assert form.mark == "附件1"
    assert list(form.headings) == heading[1:]
    assert [list(row) for row in form.rows] == [row[1:] for row in rows]
    assert len(form.left_out) == len(shipped().duties) - 25


def test_annex_1_is_merged_where_the_paper_is() -> None:
    """Rows 02-03 content and class, 11-13 class and unit, and the categories of the rows below."""
    form = form_of(shipped())
    merges = {(form.headings[each.column], each.first + 1, each.last + 1) for each in form.merges}
    assert merges == {
        ("目录类别", 2, 3),
        ("公开内容", 2, 3),
        ("政务五公开", 2, 3),
        ("目录类别", 11, 13),
        ("政务五公开", 11, 13),
        ("公开主体（责任单位）", 11, 13),
        ("目录类别", 16, 17),
        ("目录类别", 18, 20),
    }


HEAD = """\
目录: 某目录
机关: 某局
依据: 某〔2026〕1号
表头: {类别: [一级, 二级], 名称: 三级, 五公开: 五公开, 公开时限: 时限}
单位: [{名称: 甲科}]
事项:
"""
ROW = "  - {{编号: {0}, 类别: [{1}], 名称: {0}, 印本: {{{2}}}, 推定: {{{3}}}}}\n"


def rows(*each: tuple[str, str, str, str]) -> Catalogue:
    return catalogue_of(HEAD + "".join(ROW.format(*row) for row in each))


def continuing(row: int) -> str:
    return f"五公开: {{值: 决策公开, 理由: 承接第{row}行}}"


def test_a_level_is_merged_only_below_the_same_upper_levels() -> None:
    found = rows(
        ("D1", "甲, 子", "", ""),
        ("D2", "甲, 子", '一级: "", 二级: ""', ""),
        ("D3", "乙, 子", '二级: ""', ""),
        ("D4", "乙", '一级: ""', ""),
    )
    assert set(form_of(found).merges) == {Merge(0, 0, 1), Merge(1, 0, 1), Merge(0, 2, 3)}


def test_a_blank_cell_between_two_that_are_one_parts_them() -> None:
    found = rows(
        ("D1", "甲", "五公开: 决策公开", ""),
        ("D2", "乙", "", ""),
        ("D3", "丙", "", continuing(1)),
    )
    assert form_of(found).merges == ()


def test_a_cell_that_is_said_to_continue_another_row_than_the_one_above_stays_blank() -> None:
    found = rows(
        ("D1", "甲", "五公开: 决策公开", ""),
        ("D2", "乙", "五公开: 执行公开", ""),
        ("D3", "丙", "", continuing(1)),
        ("D4", "丁", "", continuing(12)),
    )
    assert form_of(found).merges == ()


def test_two_merges_below_each_other_are_two() -> None:
    found = rows(
        ("D1", "甲", "五公开: 决策公开", ""),
        ("D2", "乙", "", continuing(1)),
        ("D3", "丙", "五公开: 决策公开", ""),
        ("D4", "丁", "", continuing(3)),
    )
    assert form_of(found).merges == (Merge(3, 0, 1), Merge(3, 2, 3))


def test_the_form_of_another_bureau_has_its_own_headings() -> None:
    form = form_of(catalogue_of(OTHER_BUREAU.replace("[各学校,", "[学校,")))
    assert form.headings[:3] == ("一级事项", "二级事项", "三级事项")
    assert form.headings[-1] == "公开形式"
    assert form.mark == ""


def test_a_catalogue_of_clauses_alone_has_no_form() -> None:
    clause = SMALL.replace("责任单位: [办公室秘书科]", "条文: 某事须公开")
    assert annex_form(catalogue_of(clause)) is None


@pytest.mark.parametrize("whole", [120, 132])
def test_the_columns_fill_the_page_and_long_cells_have_more_of_it(whole: int) -> None:
    form = form_of(shipped())
    found = dict(zip(form.headings, widths(form, whole), strict=True))
    assert whole - 1 <= sum(found.values()) <= whole
    assert found["公开内容"] == max(found.values())
    assert min(found.values()) >= 2 * len("公开对象")
    short = dict(zip(form.headings, centred(form), strict=True))
    assert (short["公开对象"], short["公开内容"]) == (True, False)


@given(catalogues())
def test_every_cell_stands_once_and_below_a_merge_there_is_nothing(catalogue: Catalogue) -> None:
    form = form_of(catalogue)
    assert [dict(zip(form.headings, row, strict=True)) for row in form.rows] == [
        duty.printed for duty in catalogue.duties
    ]
    covered = [
        (row, merge.column)
        for merge in form.merges
        for row in range(merge.first + 1, merge.last + 1)
    ]
    assert len(covered) == len(set(covered))
    assert not any(form.rows[row][column] for row, column in covered)
    assert sum(widths(form, 120)) <= 120
