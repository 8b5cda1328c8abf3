"""What comes back of the units' workbooks, case by case."""

from datetime import date

import openpyxl
import pytest

from ..sources.ledger_making import csv_text
from .offices import A_DAY, RECORD_HEADINGS, RECORDS, Office, Sheets


def test_a_cell_that_the_unit_filled_is_filled(office: Office) -> None:
    office.split()
    office.edit("文书科", lambda book: book.put(book.row("2024-001"), "公开日期", A_DAY))
    before = office.cells()
    result = office.merge()
    (changed,) = result.changed
    assert (changed.record, changed.heading, changed.old, changed.new, changed.unit) == (
        "2024-001",
        "公开日期",
        "",
        "2024-07-20",
        "文书科",
    )
    assert (result.conflicts, result.problems, result.added) == ((), (), ())
    after = office.cells()
    assert after.pop(("2024-001", "通知一"))["公开日期"] == "2024-07-20"
    assert before.pop(("2024-001", "通知一"))["公开日期"] == ""
    assert after == before
    again = office.merge()
    assert (again.files, again.conflicts, again.problems) == ((), (), ())


@pytest.mark.parametrize("same", ["2024-7-10", "2024年7月10日", date(2024, 7, 10), "2024.07.10"])
def test_the_same_day_in_another_spelling_is_no_change(office: Office, same: object) -> None:
    office.split()
    office.edit("信息科", lambda book: book.put(book.row("2024-002"), "公开日期", same))
    assert office.merge().files == ()


def test_the_name_and_the_alias_of_a_unit_are_one(office: Office) -> None:
    office.split()
    office.edit("信息科", lambda book: book.put(book.row("2024-002"), "责任单位", "办公室信息科"))
    assert office.merge().files == ()


def test_what_is_written_is_what_the_unit_wrote(office: Office) -> None:
    office.split()
    office.edit("信息科", lambda book: book.put(book.row("2024-002"), "公开日期", "2024年7月11日"))
    assert office.merge().changed[0].new == "2024年7月11日"
    assert office.cells()["2024-002", "方案"]["公开日期"] == "2024年7月11日"


def test_both_sides_changed_to_the_same_is_none(office: Office) -> None:
    office.split()
    office.edit("信息科", lambda book: book.put(book.row("2024-002"), "备注", "新备注"))
    change_ledger(office, "备注甲", "新备注")
    result = office.merge()
    assert (result.files, result.conflicts) == ((), ())


def test_both_sides_changed_is_a_conflict_and_the_ledger_stays(office: Office) -> None:
    office.split()
    office.edit("信息科", lambda book: book.put(book.row("2024-002"), "备注", "单位的"))
    change_ledger(office, "备注甲", "台账的")
    before = office.contents()
    result = office.merge()
    (conflict,) = result.conflicts
    assert (conflict.base, conflict.ledger, conflict.units_value) == ("备注甲", "台账的", "单位的")
    assert (conflict.record, conflict.heading, conflict.unit) == ("2024-002", "备注", "信息科")
    assert office.contents() == before
    assert office.merge().conflicts == result.conflicts


def test_two_units_that_do_not_agree_are_a_conflict_each(office: Office) -> None:
    office.split()
    for unit, text in (("人事科", "甲"), ("信息科", "乙")):
        office.edit(unit, lambda book, text=text: book.put(book.row("2024-003"), "备注", text))  # type: ignore[misc]
    before = office.contents()
    result = office.merge()
    told = [(each.unit, each.ledger, each.units_value) for each in result.conflicts]
    assert told == [("信息科", "", "乙"), ("人事科", "", "甲")]
    assert office.contents() == before


def test_two_units_that_agree_are_one_change(office: Office) -> None:
    office.split()
    for unit, day in (("人事科", A_DAY), ("信息科", "2024/7/20")):
        office.edit(unit, lambda book, day=day: book.put(book.row("2024-003"), "公开日期", day))  # type: ignore[misc]
    assert [each.heading for each in office.merge().changed] == ["公开日期"]


def test_a_row_whose_identity_the_unit_changed_is_still_the_same(office: Office) -> None:
    def change(book: Sheets) -> None:
        row = book.row("没有编号的", "标题")
        book.put(row, "文号", "示例〔2024〕9号")
        book.put(row, "标题", "改了标题的")
        book.put(row, "公开日期", A_DAY)

    office.split()
    office.edit("信息科", change)
    result = office.merge()
    assert [each.heading for each in result.changed] == ["标题", "文号", "公开日期"]
    assert (result.added, result.removed) == ((), ())
    assert office.merge().files == ()


def test_sorted_and_filtered_rows_are_the_same_rows(office: Office) -> None:
    def change(book: Sheets) -> None:
        sheet = book.book["信息台账"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, values in enumerate(reversed(rows), 2):
            for column, value in enumerate(values, 1):
                sheet.cell(number, column).value = value
        sheet.row_dimensions[2].hidden = True
        book.put(book.row("2024-002"), "备注", "排序以后")

    office.split()
    office.edit("信息科", change)
    result = office.merge()
    assert [(each.record, each.new) for each in result.changed] == [("2024-002", "排序以后")]
    assert result.removed == ()


def test_a_new_row_gets_the_next_number(office: Office) -> None:
    office.split()
    new: dict[str, object] = {"事项": "A02 工作推进", "标题": "新的", "形成日期": date(2024, 7, 18)}
    office.edit("信息科", lambda book: book.add(new))
    result = office.merge()
    (added,) = result.added
    assert (added.record, added.unit) == ("2024-004", "信息科")
    assert office.cells()["2024-004", "新的"]["事项"] == "A02 工作推进"
    again = office.merge()
    assert (again.files, again.conflicts) == ((), ())


def test_two_units_that_add_the_same_record_add_it_once(office: Office) -> None:
    office.split()
    new: dict[str, object] = {"事项": "A03", "标题": "两家都报的", "形成日期": date(2024, 7, 18)}
    office.edit("人事科", lambda book: book.add(new))
    office.edit("信息科", lambda book: book.add({**new, "备注": "多一格"}))
    result = office.merge()
    (added,) = result.added
    assert added.cells["备注"] == "多一格"
    assert office.merge().files == ()


def test_a_new_row_of_anothers_duty_names_the_unit(office: Office) -> None:
    office.split()
    office.edit(
        "人事科",
        lambda book: book.add({"事项": "A01", "标题": "别家的事项", "形成日期": "2024-07-18"}),
    )
    assert office.merge().added[0].cells["责任单位"] == "人事科"
    assert office.merge().files == ()


def test_a_number_in_use_is_not_given_twice(office: Office) -> None:
    office.split()
    new: dict[str, object] = {"事项": "A02", "标题": "新的", "形成日期": "2024-07-18"}
    office.edit("信息科", lambda book: book.add({**new, "编号": "2024-003"}))
    office.edit("文书科", lambda book: book.add({**new, "编号": "2024-004"}))
    office.edit("人事科", lambda book: book.add({**new, "标题": "另一条"}))
    result = office.merge()
    assert sorted(each.record for each in result.added) == ["2024-004", "2024-005"]
    (problem,) = result.problems
    assert str(problem.place) == "信息科.xlsx!信息台账!A5"
    assert "编号“2024-003”已有别的信息使用" in problem.found


def test_the_number_of_anothers_record_mixes_nothing(office: Office) -> None:
    new: dict[str, object] = {"编号": "2024-001", "标题": "别的", "变更日期": "2024-07-18"}
    office.split()
    office.edit("人事科", lambda book: book.add({**new, "事项": "A03"}))
    before = office.contents()
    result = office.merge()
    (conflict,) = result.conflicts
    assert (conflict.heading, conflict.ledger, conflict.units_value) == ("标题", "通知一", "别的")
    assert (office.contents(), result.added, result.changed) == (before, (), ())


def test_a_cell_that_cannot_be_read_is_not_written(office: Office) -> None:
    office.split()
    office.edit("文书科", lambda book: book.put(book.row("2024-001"), "公开日期", "七月初"))
    office.edit("信息科", lambda book: book.add({"事项": "A02", "标题": "新", "形成日期": "13月"}))
    before = office.contents()
    result = office.merge()
    assert office.contents() == before
    places = [str(each.place) for each in result.problems]
    assert "文书科.xlsx!信息台账!H2" in places
    assert "信息科.xlsx!信息台账!F5" in places
    assert (result.changed, result.added) == ((), ())


def test_a_row_that_the_unit_deleted_or_emptied_stays(office: Office) -> None:
    def empty(book: Sheets) -> None:
        row = book.row("2024-003")
        for column in range(1, book.column("备注") + 1):
            book.book["信息台账"].cell(row, column).value = None

    office.split()
    office.edit("文书科", lambda book: book.book["信息台账"].delete_rows(2))
    office.edit("人事科", empty)
    before = office.contents()
    result = office.merge()
    assert [(each.record, each.unit) for each in result.removed] == [
        ("2024-001", "文书科"),
        ("2024-003", "人事科"),
    ]
    assert (office.contents(), result.conflicts) == (before, ())


def test_a_row_that_is_gone_from_the_ledger_is_said(office: Office) -> None:
    office.split()
    office.edit("文书科", lambda book: book.put(book.row("2024-001"), "备注", "改"))
    remove_from_ledger(office, "2024-001")
    result = office.merge()
    (conflict,) = result.conflicts
    assert (conflict.ledger, conflict.why) == (None, "台账中已没有这一行")
    assert result.added == ()


def test_a_ledger_that_was_sorted_and_numbered_since_is_found(office: Office) -> None:
    office.split()
    office.edit("信息科", lambda book: book.put(book.row("没有编号的", "标题"), "备注", "改"))
    rows = [RECORD_HEADINGS, ("2024-009", *RECORDS[3][1:]), *reversed(RECORDS[:3])]
    rewrite_records(office, rows)
    (changed,) = office.merge().changed
    assert (changed.record, changed.new) == ("2024-009", "改")


def test_columns_and_statements_come_back(office: Office) -> None:
    def change(book: Sheets) -> None:
        row = book.row("A02 工作推进", "事项", "栏目")
        for heading, value in (("是否存在", "是"), ("条目数", 5), ("核查日期", A_DAY)):
            book.put(row, heading, value, "栏目")
        book.add({"事项": "A02", "期间起": A_DAY, "期间止": A_DAY, "说明内容": "没有"}, "说明")

    office.split()
    office.edit("信息科", change)
    office.edit("文书科", lambda book: book.put(2, "条目数", 4, "栏目"))
    result = office.merge()
    assert [(each.sheet, each.heading, each.old, each.new) for each in result.changed] == [
        ("栏目", "条目数", "3", "4")
    ]
    assert [(each.sheet, each.cells["事项"]) for each in result.added] == [
        ("栏目", "A02 工作推进"),
        ("说明", "A02"),
    ]
    assert office.merge().files == ()


def test_a_row_that_was_copied_is_new(office: Office) -> None:
    def copy(book: Sheets) -> None:
        sheet = book.book["信息台账"]
        values = [cell.value for cell in sheet[book.row("没有编号的", "标题")]]
        for column, value in enumerate(values, 1):
            sheet.cell(9, column).value = value
        book.put(9, "标题", "照着写的")

    office.split()
    office.edit("信息科", copy)
    result = office.merge()
    assert [each.cells["标题"] for each in result.added] == ["照着写的"]
    assert (result.changed, result.removed) == ((), ())


def test_rows_that_may_all_be_the_one_that_was_sent_are_none(office: Office) -> None:
    def copy(book: Sheets) -> None:
        sheet = book.book["信息台账"]
        row = book.row("没有编号的", "标题")
        for column, value in enumerate([cell.value for cell in sheet[row]], 1):
            sheet.cell(9, column).value = value
        book.put(row, "标题", "甲")
        book.put(9, "标题", "乙")

    office.split()
    office.edit("信息科", copy)
    before = office.contents()
    result = office.merge()
    assert [str(each.place) for each in result.problems] == [
        "信息科.xlsx!信息台账!A4",
        "信息科.xlsx!信息台账!A9",
    ]
    assert (office.contents(), result.removed) == (before, ())


def test_a_record_keeps_a_name(office: Office) -> None:
    def change(book: Sheets) -> None:
        book.put(book.row("没有编号的", "标题"), "标题", None)

    office.split()
    office.edit("信息科", change)
    (problem,) = office.merge().problems
    assert "都被清空" in problem.found


def change_ledger(office: Office, old: str, new: str) -> None:
    """Another text in a cell of the ledger, as the leading office changes it."""
    rewrite_records(
        office,
        [[new if cell == old else cell for cell in row] for row in (RECORD_HEADINGS, *RECORDS)],
    )


def remove_from_ledger(office: Office, number: str) -> None:
    """The ledger without a record."""
    rewrite_records(office, [RECORD_HEADINGS, *(row for row in RECORDS if row[0] != number)])


def rewrite_records(office: Office, rows: object) -> None:
    """The ledger with other records, and all else as it is."""
    assert isinstance(rows, list)
    path = office.folder / "台账" / "台账.xlsx"
    if not path.exists():
        office.write("信息台账.csv", csv_text(rows))
        return
    book = openpyxl.load_workbook(path)
    book["信息台账"].delete_rows(1, 99)
    for row in rows:
        book["信息台账"].append(list(row))
    book.save(path)
