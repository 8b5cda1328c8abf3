"""However a table is printed, its rows are the same: a property over layouts of one catalogue."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.draft import Draft

from .grids import TITLE, Merge, draft_of, grid

HEADINGS = ("类别", "事项名称", "公开内容", "公开时限", "责任单位", "备注")
LIMITS = ("20个工作日内", "每季度", "每年1月31日前", "动态更新", "20个工作日左右")
UNITS = ("办公室", "财务科、人事科", "各派出所等有关科室", "局属有关单位", "督察室")

ROWS = st.lists(
    st.tuples(
        st.sampled_from(("甲类", "乙类", "丙类")),
        st.sampled_from(("办事指南", "收费标准", "机构职能", "领导信息")),
        st.sampled_from(("流程", "名单、电话", "（内容）")),
        st.sampled_from(LIMITS),
        st.sampled_from(UNITS),
        st.sampled_from(("", "试行", "注意")),
    ),
    min_size=2,
    max_size=8,
)


def meaning(draft: Draft) -> list[object]:
    """What the rows of a draft say, whatever their cells look like."""
    return [
        (row.id, row.category, row.name, row.content, row.limit, row.units, row.open_units)
        for row in draft.rows
    ]


def plain(rows: Sequence[Sequence[str]]) -> Draft:
    return draft_of(grid([HEADINGS, *rows], above=[TITLE]))


def runs(column: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches of equal neighbours, first and last index."""
    found: list[tuple[int, int]] = []
    for n, text in enumerate(column):
        if found and column[found[-1][0]] == text:
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return found


@given(ROWS, st.permutations(range(len(HEADINGS))))
def test_columns_in_any_order(rows: list[tuple[str, ...]], order: list[int]) -> None:
    shuffled = [[row[n] for n in order] for row in (HEADINGS, *rows)]
    assert meaning(draft_of(grid(shuffled, above=[TITLE]))) == meaning(plain(rows))


@given(ROWS, st.sets(st.integers(1, 8)))
def test_the_heading_repeated_anywhere(rows: list[tuple[str, ...]], after: set[int]) -> None:
    printed: list[Sequence[str]] = [HEADINGS]
    for n, row in enumerate(rows, start=1):
        printed += [row, *([HEADINGS] if n in after else [])]
    assert meaning(draft_of(grid(printed, above=[TITLE]))) == meaning(plain(rows))


@given(ROWS, st.booleans())
def test_the_heading_in_two_lines(rows: list[tuple[str, ...]], merged: bool) -> None:
    first = ("公开事项", "", "公开内容", "公开时限", "责任单位", "备注")
    second = ("类别", "事项名称", "", "", "", "")
    merges: list[Merge] = []
    if merged:
        merges = [(0, 0, 0, 1), *((0, column, 1, column) for column in range(2, 6))]
    draft = draft_of(grid([first, second, *rows], merges, above=[TITLE]))
    assert meaning(draft) == meaning(plain(rows))


@given(ROWS, st.data())
def test_cells_merged_wherever_they_are_equal(
    rows: list[tuple[str, ...]], data: st.DataObject
) -> None:
    printed = [list(row) for row in rows]
    merges: list[Merge] = []
    for column in (0, 2, 3, 4):
        for first, last in runs([row[column] for row in rows]):
            if last > first and data.draw(st.booleans()):
                merges.append((first + 1, column, last + 1, column))
                for row in printed[first + 1 : last + 1]:
                    row[column] = ""
    draft = draft_of(grid([HEADINGS, *printed], merges, above=[TITLE]))
    assert meaning(draft) == meaning(plain(rows))


@given(ROWS)
def test_a_category_that_is_printed_once_is_filled_down(rows: list[tuple[str, ...]]) -> None:
    printed = [list(row) for row in rows]
    for first, last in runs([row[0] for row in rows]):
        for row in printed[first + 1 : last + 1]:
            row[0] = ""
    draft = draft_of(grid([HEADINGS, *printed], above=[TITLE]))
    assert meaning(draft) == meaning(plain(rows))


@given(ROWS, st.integers(1, 3), st.integers(0, 3))
def test_a_title_above_and_empty_columns_behind(
    rows: list[tuple[str, ...]], empty: int, above: int
) -> None:
    lines = [[*row, *[""] * empty] for row in (HEADINGS, *rows)]
    titles = [[TITLE, *[""] * (len(HEADINGS) + empty - 1)]] * above
    draft = draft_of(grid([*titles, *lines], above=[TITLE]))
    assert meaning(draft) == meaning(plain(rows))
