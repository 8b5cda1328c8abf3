"""The pile of workbooks that came back: whose they are, what is missing, what cannot be taken."""

import shutil
from datetime import date

from .offices import A_DAY, RECORD_HEADINGS, RECORDS, Office, Sheets, xlsx


def test_without_the_base_empty_cells_are_filled_and_others_are_conflicts(office: Office) -> None:
    def change(book: Sheets) -> None:
        book.put(book.row("2024-002"), "备注", "不同")
        book.put(book.row("2024-002"), "变更日期", A_DAY)
        book.put(book.row("2024-002"), "标题", None)
        del book.book["下发底本"]

    office.split()
    office.edit("信息科", change)
    result = office.merge()
    assert [(each.heading, each.new) for each in result.changed] == [("变更日期", "2024-07-20")]
    (conflict,) = result.conflicts
    assert (conflict.base, conflict.ledger, conflict.units_value) == (None, "备注甲", "不同")
    assert any("没有下发时的底本" in each.found for each in result.problems)
    assert office.cells()["2024-002", "方案"]["变更日期"] == "2024-07-20"


def test_who_sent_nothing_back_is_missing(office: Office) -> None:
    paths = office.split()
    paths["人事科"].unlink()
    result = office.merge()
    assert (result.missing, result.returned) == (("人事科",), ("文书科", "信息科"))


def test_two_workbooks_of_a_unit_are_none(office: Office) -> None:
    paths = office.split()
    office.edit("人事科", lambda book: book.put(book.row("2024-003"), "备注", "改"))
    shutil.copy(paths["人事科"], office.back / "人事科(1).xlsx")
    before = office.contents()
    result = office.merge()
    assert [str(each.place) for each in result.problems] == ["人事科(1).xlsx", "人事科.xlsx"]
    assert (office.contents(), result.missing) == (before, ())


def test_what_lies_there_besides(office: Office) -> None:
    office.split()
    (office.back / "~$文书科.xlsx").write_bytes(b"x")
    (office.back / "文书科.xlsx.bak-2024-07-26").write_bytes(b"x")
    (office.back / "附件.docx").write_bytes(b"x")
    (office.back / "旧.xls").write_bytes(b"x")
    (office.back / "空.xlsx").write_bytes(b"")
    (office.back / "台账.csv").write_text("a,b\n", encoding="utf-8")
    (office.back / "别的.xlsx").write_bytes(xlsx({"Sheet1": [["甲", "乙"]]}))
    (office.back / "没有的科.xlsx").write_bytes(xlsx({"信息台账": [RECORD_HEADINGS, RECORDS[0]]}))
    result = office.merge()
    told = {str(each.place): each.found for each in result.problems}
    assert "临时文件" in told["~$文书科.xlsx"]
    assert told["附件.docx"] == "不是台账文件，未读入"
    assert told["旧.xls"] == "不能读取 .xls 格式的表格"
    assert told["空.xlsx"] == "文件是空的"
    assert told["台账.csv"] == told["别的.xlsx"] == "不是下发给单位的工作簿，未并入"
    assert "不知道是哪个单位的" in told["没有的科.xlsx"]
    assert len(told) == 7
    assert result.returned == ("文书科", "信息科", "人事科")


def test_a_workbook_of_another_body_or_unit_is_refused(office: Office) -> None:
    office.split()
    catalogue = office.folder / "catalogue.yaml"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("机关: 示例局", "机关: 别的局"), encoding="utf-8")
    found = {each.found for each in office.merge().problems}
    assert found == {"是“示例局”下发的工作簿"}
    catalogue.write_text(text.replace("人事科", "干部科"), encoding="utf-8")
    (problem,) = (each for each in office.merge().problems if "人事科" in each.found)
    assert "目录中没有这个单位" in problem.found


def test_receipts_are_read_from_every_sheet(office: Office) -> None:
    office.split()
    office.edit("文书科", lambda book: book.put(2, "签收", date(2024, 7, 25)))
    office.edit("信息科", lambda book: book.put(9, "签收", "已收到"))
    office.edit("人事科", lambda book: book.put(2, "签收", "2024年7月26日", "待办"))
    found = [(each.unit, each.day, each.text) for each in office.merge().receipts]
    assert found == [
        ("文书科", date(2024, 7, 25), "2024-07-25"),
        ("信息科", None, "已收到"),
        ("人事科", date(2024, 7, 26), "2024年7月26日"),
    ]


def test_a_sheet_that_is_gone_is_said(office: Office) -> None:
    office.split()
    office.edit("文书科", lambda book: book.book.remove(book.book["栏目"]))
    result = office.merge()
    assert [each.found for each in result.problems] == ["没有能读的“栏目”表，其中的行没有对照"]
    assert result.removed == ()


def test_a_column_that_is_gone_is_no_change(office: Office) -> None:
    office.split()
    office.edit("信息科", lambda book: book.book["信息台账"].delete_cols(book.column("备注")))
    result = office.merge()
    assert (result.files, result.conflicts, result.problems) == ((), (), ())
