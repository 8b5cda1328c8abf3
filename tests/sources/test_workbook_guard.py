"""Hostile and broken files: each is refused with a word for the user, and none ends the process."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.place import errors

from .hostile_workbooks import (
    BOOK,
    LINKS,
    SHEET,
    STRINGS,
    add_rows,
    change_part,
    forge_size,
    pack,
    parts_of,
)
from .ledger_making import HEADINGS, ROW, only_record, read, told, write_records

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@cache
def good_bytes() -> bytes:
    """A workbook with which nothing is wrong, with shared strings; always the same bytes."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.set_properties({"created": datetime(2024, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("信息台账")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ROW)
    return data.getvalue()


def good(folder: Path) -> Path:
    """The same as a file."""
    path = folder / "a.xlsx"
    path.write_bytes(good_bytes())
    return path


def test_the_workbook_that_the_others_are_made_of_is_good(tmp_path: Path) -> None:
    only_record(read(good(tmp_path)))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "文件是空的"),
        (b"PK", "工作簿已损坏，不能解压"),
        (b"PK\x03\x04" + b"\0" * 100, "工作簿已损坏，不能解压"),
        ("编号,事项\n".encode(), "内容是文本或网页，不是 .xlsx 工作簿"),
        (b"<html><table></table></html>", "内容是文本或网页，不是 .xlsx 工作簿"),
        (b"\0\1\2\3", "内容不是 .xlsx 工作簿"),
        (OLE + b"\0" * 2000, "内容是旧版 .xls 格式"),
        (OLE + "…EncryptedPackage…".encode("utf-16-le"), "工作簿有打开密码"),
    ],
)
def test_files_that_are_no_workbook(tmp_path: Path, data: bytes, found: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    ledger = read(path)
    assert told(ledger) == [("a.xlsx", found)]
    assert ledger.problems[0].accepted


def replacing(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """A change that really changes something."""

    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new)

    return change


def with_entity(root: bytes) -> Callable[[bytes], bytes]:
    """Declares an entity before the root element."""
    return replacing(b"<" + root, b'<!DOCTYPE x [<!ENTITY x "yy">]><' + root)


@pytest.mark.parametrize(
    ("part", "change", "place", "found"),
    [
        (SHEET, lambda data: data[: data.index(b'="C2"')], "a.xlsx", "不能安全读取"),
        (SHEET, lambda data: data[: data.index(b"</row>")], "a.xlsx!信息台账", "已损坏"),
        (SHEET, lambda data: b"", "a.xlsx!信息台账", "不能安全读取"),
        (SHEET, lambda data: data.decode().encode("utf-16"), "a.xlsx!信息台账", "不能安全读取"),
        (SHEET, replacing(b' r="A1"', b" r='A1'"), "a.xlsx", "写法不常见"),
        (SHEET, replacing(b' r="A1"', b""), "a.xlsx", "写法不常见"),
        (SHEET, replacing(b' r="A1"', b' r="a1"'), "a.xlsx", "写法不常见"),
        (SHEET, replacing(b' r="A1"', b'\tr="A1"'), "a.xlsx", "写法不常见"),
        (SHEET, replacing(b' r="A1"', b' r="A1" r="XFD1048576"'), "a.xlsx", "写法不常见"),
        (SHEET, replacing(b' r="A1"', b' r="A1" s=">"'), "a.xlsx", "写法不常见"),
        (SHEET, replacing(b"</row>", b"<w:c xmlns:w='w'/></row>"), "a.xlsx", "写法不常见"),
        (SHEET, replacing(b'<c r="A2" t="s">', b'<c r="A2" t="zz">'), "a.xlsx!信息台账", "已损坏"),
        (STRINGS, lambda data: data[: len(data) // 2], "a.xlsx", "已损坏"),
        (STRINGS, with_entity(b"sst"), "a.xlsx", "已损坏"),
        (STRINGS, lambda data: b"<sst></sst>", "a.xlsx!信息台账", "已损坏"),
        (BOOK, lambda data: data[: len(data) // 2], "a.xlsx", "内部结构不完整"),
        (BOOK, with_entity(b"workbook"), "a.xlsx", "内部结构不完整"),
        (BOOK, replacing(b"UTF-8", b"UTF-88"), "a.xlsx", "内部结构不完整"),
        (BOOK, lambda data: b"", "a.xlsx", "内部结构不完整"),
        (LINKS, replacing(b"sheet1.xml", b"sheet9.xml"), "a.xlsx!信息台账", "不能安全读取"),
        (LINKS, replacing(b"<Relationship ", b"<Other "), "a.xlsx", "已损坏"),
        ("_rels/.rels", replacing(b"officeDocument", b"nothing"), "a.xlsx", "内部结构不完整"),
    ],
)
def test_parts_that_are_not_what_they_should_be(
    tmp_path: Path, part: str, change: Callable[[bytes], bytes], place: str, found: str
) -> None:
    if part == STRINGS and change.__name__ == "change":
        path = change_part(good(tmp_path), part, change)
        path = change_part(path, part, replacing("<t>示例</t>".encode(), b"<t>&x;</t>"))
    else:
        path = change_part(good(tmp_path), part, change)
    ((told_place, told_found),) = told(read(path))
    assert told_place == place
    assert found in told_found


@pytest.mark.parametrize(
    "part", [SHEET, BOOK, LINKS, "_rels/.rels", "[Content_Types].xml", STRINGS, "xl/styles.xml"]
)
def test_a_part_that_is_not_there(tmp_path: Path, part: str) -> None:
    path = good(tmp_path)
    parts = parts_of(path)
    del parts[part]
    ledger = read(pack(path, parts.items()))
    needed = part not in ("[Content_Types].xml", "xl/styles.xml")
    assert bool(errors(ledger.problems)) == needed


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c r="L1048576" t="inlineStr"><is><t> </t></is></c></row>',
        b'<row r="3"><c r="XFD3"><v>1</v></c></row><row r="9999"><c r="A9999"><v>1</v></c></row>',
        b'<x:row xmlns:x="m" r="9"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    ],
)
def test_a_cell_that_is_too_far_away(tmp_path: Path, rows: bytes) -> None:
    ((place, found),) = told(read(add_rows(good(tmp_path), rows)))
    assert place == "a.xlsx"
    assert found.startswith("表格范围过大：有内容的单元格远在第")


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1048576"><c r="XFD1048576" s="0"/></row>',
        b'<row r="3"><c r="ZZ3"><v>1</v></c></row>',
        b'<row r="200000"><c r="A200000" s="0"/></row>',
        b'<row r="3"><c r="H3" t="inlineStr"><is><t>r= row r="9" c r=</t></is></c></row>',
    ],
)
def test_what_looks_far_but_costs_nothing_is_read(tmp_path: Path, rows: bytes) -> None:
    only_record(read(add_rows(good(tmp_path), rows)))


def test_a_cell_in_the_last_row_is_read_where_the_table_is_narrow(tmp_path: Path) -> None:
    path = add_rows(good(tmp_path), b'<row r="1000000"><c r="A1000000" t="s"><v>0</v></c></row>')
    last = read(path).records[-1]
    assert str(last.place) == "a.xlsx!信息台账!A1000000"
    assert last.duty is None


@pytest.mark.parametrize("said", [b"A1:XFD1048576", b"A1:A1", b"A1"])
def test_a_false_dimension_does_not_matter(tmp_path: Path, said: bytes) -> None:
    only_record(read(change_part(good(tmp_path), SHEET, replacing(b"A1:F2", said))))


def test_an_archive_that_unfolds_to_gigabytes(tmp_path: Path) -> None:
    path = forge_size(good(tmp_path), SHEET, 0xF0000000)
    assert told(read(path)) == [("a.xlsx", "工作簿解压后过大（超过 400 MB）")]


def test_a_part_that_is_longer_than_it_says(tmp_path: Path) -> None:
    path = forge_size(good(tmp_path), SHEET, 500)
    assert told(read(path)) == [("a.xlsx", "工作簿已损坏，不能解压")]


def test_a_part_that_was_changed_afterwards(tmp_path: Path) -> None:
    path = good(tmp_path)
    pack(path, parts_of(path).items(), zipfile.ZIP_STORED)
    data = path.read_bytes()
    assert b"<dimension" in data
    path.write_bytes(data.replace(b"<dimension", b"<dimensiom"))
    assert told(read(path)) == [("a.xlsx", "工作簿已损坏，不能解压")]


def test_an_archive_packed_in_an_unusual_way(tmp_path: Path) -> None:
    path = good(tmp_path)
    pack(path, parts_of(path).items(), zipfile.ZIP_LZMA)
    assert told(read(path)) == [("a.xlsx", "工作簿的压缩方式不常见")]


def test_a_row_without_end(tmp_path: Path) -> None:
    cell = b'<c r="H3" t="inlineStr"><is><t>' + b"x" * (17 << 20) + b"</t></is></c>"
    path = add_rows(good(tmp_path), b'<row r="3">' + cell + b"</row>")
    assert told(read(path)) == [("a.xlsx", "工作表中有一行超过 16 MB")]


def test_thousands_of_parts(tmp_path: Path) -> None:
    path = good(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(20_001):
            archive.writestr(f"x{number}", b"")
    assert told(read(path)) == [("a.xlsx", "工作簿解压后过大（超过 400 MB）")]


def test_an_error_value_that_calamine_does_not_know_is_named(tmp_path: Path) -> None:
    path = add_rows(good(tmp_path), b'<row r="3"><c r="C3" t="e"><v>#SPILL!</v></c></row>')
    assert told(read(path)) == [
        ("a.xlsx!信息台账!C3", "公式结果是错误值 #SPILL!"),
        ("a.xlsx!信息台账", "内容已损坏，不能读出"),
    ]


def test_overlapping_merges_do_not_take_long(tmp_path: Path) -> None:
    path = write_records(tmp_path / "a.xlsx", *([ROW] * 300))
    merges = b"".join(b'<mergeCell ref="B2:B1048576"/>' for _ in range(20_000))
    change_part(
        path,
        SHEET,
        replacing(b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>"),
    )
    assert len(read(path).records) == 300


@given(st.data())
def test_damage_to_a_file_is_noticed_or_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "a.xlsx"
    whole = bytearray(good_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(whole))))
    path.write_bytes(bytes(whole[:cut]))
    ledger = read(path)
    assert told(ledger) or [record.number for record in ledger.records] == ["X1"]


@given(st.data())
def test_no_damage_inside_a_part_ends_the_reading(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Nothing is raised; what comes of it depends on the damage."""
    path = good(tmp_path_factory.mktemp("damaged"))
    part = data.draw(st.sampled_from([SHEET, STRINGS, BOOK, LINKS, "xl/styles.xml"]))
    noise = st.sampled_from(
        [b"<", b">", b'"', b"&#0;", b"<c>", b"<v>", b"1e999", b"-", b" r=", b""]
    )

    def damage(content: bytes) -> bytes:
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(start + 20, len(content))))
        return content[:start] + data.draw(noise) + content[end:]

    assert read(change_part(path, part, damage)).files == ("a.xlsx",)
