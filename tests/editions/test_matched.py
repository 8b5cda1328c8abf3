"""Which row of one year's catalogue is which of the next."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.editions import aligned, editions_of, in_force, matched
from gongkai_cli.model.duty import Catalogue, Duty, Period
from tests.making import day


def row(id: str, name: str, category: str = "类别", content: str = "") -> Duty:
    """A row of a catalogue."""
    return Duty(id=id, category=(category,), name=name, content=content)


def year(first: str, *rows: Duty) -> Catalogue:
    """A catalogue that begins on a day."""
    return Catalogue(
        title=f"{first[:4]}年目录",
        body="示例局",
        source=f"示例〔{first[:4]}〕1号",
        period=Period(day(first)),
        duties=rows,
    )


def ids(old: Catalogue, new: Catalogue) -> list[tuple[str | None, str | None]]:
    """The pairs by their ids."""
    return [(a.id if a else None, b.id if b else None) for a, b in matched(old, new)]


def test_a_row_put_in_moves_the_numbers_and_not_the_meaning() -> None:
    old = year("2024-01-01", row("A01", "部门文件"), row("A02", "机构设置"))
    new = year(
        "2025-01-01", row("A01", "部门文件"), row("A02", "规范性文件"), row("A03", "机构设置")
    )
    assert ids(old, new) == [("A01", "A01"), (None, "A02"), ("A02", "A03")]


def test_a_name_that_two_rows_bear_is_told_apart_by_its_category() -> None:
    old = year("2024-01-01", row("A14", "专题展示", "执法"), row("A15", "专题展示", "双随机"))
    new = year("2025-01-01", row("A10", "专题展示", "双随机"), row("A11", "专题展示", "执法"))
    assert ids(old, new) == [("A15", "A10"), ("A14", "A11")]


def test_a_row_may_be_renamed_or_moved_to_another_category() -> None:
    old = year("2024-01-01", row("A01", "政务公开工作推进"), row("A02", "公务员考录", "招考录用"))
    new = year("2025-01-01", row("A01", "政务公开推进情况"), row("A05", "公务员考录", "人事信息"))
    assert ids(old, new) == [("A01", "A01"), ("A02", "A05")]


def test_rows_that_share_a_number_and_nothing_else_are_two() -> None:
    old, new = (
        year("2024-01-01", row("A01", "部门文件")),
        year("2025-01-01", row("A01", "政府采购")),
    )
    assert ids(old, new) == [(None, "A01"), ("A01", None)]


def test_the_ids_of_older_catalogues_become_those_of_the_newest() -> None:
    old = year("2023-01-01", row("A01", "部门文件"), row("A02", "收费"), row("A03", "机构设置"))
    new = year("2024-06-27", row("A01", "部门文件"), row("A02", "机构设置"))
    first, second = aligned((new, old))
    assert second is new
    assert [(each.id, each.once_called) for each in first.duties] == [
        ("A01", None),
        ("A02-2023", "A02"),
        ("A02", "A03"),
    ]


def test_what_a_row_refers_to_keeps_up_with_the_ids() -> None:
    follows = structs.replace(row("A03", "政策解读"), subject_of="A02", appears_in="A02")
    old = year("2023-01-01", row("A02", "部门文件"), follows)
    new = year("2024-01-01", row("A01", "部门文件"), row("A02", "政策解读"))
    first, _ = aligned((old, new))
    assert [(each.id, each.subject_of, each.appears_in) for each in first.duties] == [
        ("A01", None, None),
        ("A02", "A01", "A01"),
    ]


def test_a_catalogue_is_in_force_until_the_next_one_begins() -> None:
    catalogues = aligned((year("2024-06-27"), year("2023-03-01"), year("2025-02-10")))
    editions = editions_of(catalogues)
    days = ("2020-01-01", "2023-03-01", "2024-06-26", "2024-06-27", "2025-02-09", "2025-02-10")
    titles = [in_force(editions, day(each)).catalogue.title for each in days]
    assert titles == ["2023年目录"] * 3 + ["2024年目录"] * 2 + ["2025年目录"]
    assert in_force(editions, day("2030-01-01")).catalogue.title == "2025年目录"


NAMES = st.lists(st.text("甲乙丙丁戊己", min_size=1, max_size=4), max_size=7)


@given(NAMES, NAMES)
def test_every_row_is_there_once_on_each_side(old: list[str], new: list[str]) -> None:
    left = year("2024-01-01", *(row(f"A{n}", name) for n, name in enumerate(old)))
    right = year("2025-01-01", *(row(f"A{n}", name) for n, name in enumerate(new)))
    pairs = matched(left, right)
    assert sorted(a.id for a, _ in pairs if a) == sorted(duty.id for duty in left.duties)
    assert [b.id for _, b in pairs if b] == [duty.id for duty in right.duties]


@given(NAMES, NAMES, NAMES)
def test_no_two_rows_of_a_catalogue_get_one_id(a: list[str], b: list[str], c: list[str]) -> None:
    years = [
        year(f"{2023 + n}-01-01", *(row(f"A{k}", name) for k, name in enumerate(names)))
        for n, names in enumerate((a, b, c))
    ]
    for catalogue in aligned(years):
        every = [duty.id for duty in catalogue.duties]
        assert len(set(every)) == len(every)
