"""Annex 1 of a real notice, merged as in print: every row as the shipped catalogue has it.

The counts are those of the reading of the notice, taken by hand from the paper.
"""

from collections import Counter
from functools import cache

import pytest

from gongkai_cli.model.draft import Draft
from gongkai_cli.sources.annex import read_annex

from ..test_catalogue_shipped import shipped
from .grids import ANNEX_MERGES, annex_rows, draft_of, grid, rows_of, said

ABOVE = ("济兖公通〔2024〕24号", "2024年6月27日", "附件1", "2024年某县公安局主动公开基本目录")


@cache
def annex() -> Draft:
    return draft_of(grid(annex_rows(), ANNEX_MERGES, above=ABOVE))


def test_the_counts_of_the_paper_hold() -> None:
    rows = annex().rows
    assert len(rows) == 25
    assert len({row.category for row in rows}) == 19
    assert Counter(row.limit for row in rows) == {
        "相关信息形成或变更之日起20个工作日内": 21,
        "相关信息形成或变更之日起21个工作日内": 1,
        "每年的1月31日前公开": 1,
        "动态更新": 1,
        "动态跟新": 1,
    }
    printed = Counter(row.printed["政务五公开"] for row in rows)
    assert printed == {
        "管理公开": 8,
        "执行公开": 4,
        "服务公开": 5,
        "政策公开": 2,
        "[bookmark: _GoBack]结果公开": 1,
        "决策公开": 1,
        "": 4,
    }
    assert sum(not row.printed["公开主体（责任单位）"] for row in rows) == 2


@pytest.mark.parametrize("number", range(1, 26))
def test_every_row_is_that_of_the_shipped_catalogue(number: int) -> None:
    row, duty = annex().rows[number - 1], shipped().duties[number - 1]
    assert row.id == duty.id
    assert (row.category, row.name, row.content) == (duty.category, duty.name, duty.content)
    assert row.openness == duty.openness
    assert row.printed == duty.printed
    assert row.open_units == duty.open_units
    assert row.reading == duty.limits[0].reading


def test_a_blank_cell_is_filled_only_by_a_merge() -> None:
    rows = rows_of(annex())
    assert rows["A03"].openness == "管理公开"
    assert rows["A09"].openness is None
    (inference,) = said(annex(), "A09")
    assert "不承接" in inference.reason
    assert not inference.certain
    fills = {(each.row, each.key): each.reason for each in annex().inferences if each.fills}
    assert fills["A13", "责任单位"] == "印本此格空白，与第11行合并，承接第11行"


def test_debris_and_slips_are_read_and_said() -> None:
    rows = rows_of(annex())
    assert rows["A11"].printed["政务五公开"] == "[bookmark: _GoBack]结果公开"
    assert rows["A11"].openness == "结果公开"
    assert "GoBack" in said(annex(), "A11", "五公开")[0].reason
    assert "动态更新" in said(annex(), "A25", "公开时限")[0].reason


def test_units_are_parted_and_put_into_a_tree() -> None:
    rows = rows_of(annex())
    assert rows["A05"].units == ("指挥中心秘书科", "交警大队", "刑侦大队")
    assert rows["A05"].open_units == "等重大决策执行涉及警种单位"
    assert rows["A08"].units[-1] == "各派出所"
    assert (rows["A24"].units, rows["A24"].open_units) == ((), "局属有关单位")
    tree = {unit.name: unit for unit in annex().units}
    assert [child.name for child in tree["指挥中心"].children] == ["秘书科", "行财科", "宣传科"]
    assert tree["派出所"].aliases == ("各派出所",)
    assert tree["派出所"].group is not None


def test_a_section_is_known_by_the_text_of_the_paper() -> None:
    above = (*ABOVE, "由指挥中心许可服务科负责上网。")
    draft = draft_of(grid(annex_rows(), ANNEX_MERGES, above=above))
    centre = next(unit for unit in draft.units if unit.name == "指挥中心")
    assert "许可服务科" in [child.name for child in centre.children]


def test_what_stands_around_the_table_is_read() -> None:
    draft = annex()
    assert draft.title == "2024年某县公安局主动公开基本目录"
    assert (draft.body, draft.annex, draft.year) == ("某县公安局", "附件1", 2024)
    assert draft.source == "济兖公通〔2024〕24号"
    assert str(draft.issued) == "2024-06-27"
    assert draft.shared == {"公开方式": "政府网站", "公开对象": "全社会"}


def test_without_merges_only_a_row_that_goes_on_is_filled() -> None:
    draft = draft_of(grid(annex_rows(), above=ABOVE))
    rows = rows_of(draft)
    assert rows["A09"].openness is None
    assert rows["A12"].units == ("指挥中心秘书科",)
    assert {each.kind for each in draft.inferences if each.fills} == {"continued"}
    assert [row.reading for row in draft.rows] == [row.reading for row in annex().rows]


def test_a_paper_without_tables_is_none() -> None:
    draft, problems = read_annex((), "空.docx")
    assert draft is None
    assert [problem.found for problem in problems] == ["文件中没有表"]
