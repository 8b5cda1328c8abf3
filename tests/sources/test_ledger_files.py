"""Which files make up a ledger, and what is said of the others."""

import os
from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.sources.ledger import read_ledger

from .ledger_making import CATALOGUE, HEADINGS, ROW, csv_text, noted, read, told, write_records


def ledger_file(path: Path, number: str) -> Path:
    """A ledger with one record, as the name says .xlsx or .csv."""
    path.parent.mkdir(parents=True, exist_ok=True)
    row = (number, *ROW[1:])
    if path.suffix.lower() == ".csv":
        path.write_text(csv_text([HEADINGS, row]), encoding="utf-8", newline="")
        return path
    return write_records(path, row)


def test_a_folder_with_all_that_lies_below_it(tmp_path: Path) -> None:
    folder = tmp_path / "台账"
    ledger_file(folder / "政工室.xlsx", "X1")
    ledger_file(folder / "下级" / "秘书科.CSV", "X2")
    for name in ("~$政工室.xlsx", "旧表.xls", "表.et", "封面.docx", "说明.txt", ".隐藏.xlsx"):
        (folder / name).write_bytes(b"x")
    (folder / ".git").mkdir()
    ledger_file(folder / ".git" / "x.xlsx", "X3")
    ledger = read_ledger([folder], CATALOGUE, date(2024, 6, 27), tmp_path)
    assert sorted(record.number or "" for record in ledger.records) == ["X1", "X2"]
    assert set(ledger.files) == {"台账/政工室.xlsx", "台账/下级/秘书科.CSV"}
    assert ledger.covers_from == date(2024, 6, 27)
    assert sorted(told(ledger)) == [
        ("台账/旧表.xls", "不能读取 .xls 格式的表格"),
        ("台账/表.et", "不能读取 .et 格式的表格"),
        ("台账/说明.txt", "不能读取 .txt 的文件"),
    ]
    assert sorted(noted(ledger)) == [
        ("台账/~$政工室.xlsx", "Excel、WPS 打开文件时的临时文件，未读入"),
        ("台账/封面.docx", "不是台账文件，未读入"),
    ]
    refused = next(each for each in ledger.problems if each.place.file == "台账/旧表.xls")
    assert refused.accepted == "用 Excel 或 WPS 打开后另存为 .xlsx（或 .csv）"


@pytest.mark.parametrize("suffix", [".xls", ".et", ".xlsm", ".xlsb", ".ods"])
def test_other_tables_are_refused_with_what_to_do(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"台账{suffix}"
    path.write_bytes(b"x")
    assert told(read(path)) == [(f"台账{suffix}", f"不能读取 {suffix} 格式的表格")]


def test_a_file_named_by_the_user_has_to_be_a_ledger(tmp_path: Path) -> None:
    for name in ("报告.docx", "无扩展名"):
        (tmp_path / name).write_bytes(b"x")
    assert told(read(tmp_path / "报告.docx", tmp_path / "无扩展名", tmp_path / "没有.xlsx")) == [
        ("报告.docx", "不能读取 .docx 的文件"),
        ("无扩展名", "不能读取 没有扩展名 的文件"),
        ("没有.xlsx", "没有这个文件或文件夹"),
    ]


def test_patterns(tmp_path: Path) -> None:
    for number in (1, 2):
        ledger_file(tmp_path / f"台账{number}.xlsx", f"X{number}")
    ledger = read(tmp_path / "台账*.xlsx")
    assert [record.number for record in ledger.records] == ["X1", "X2"]
    assert told(read(tmp_path / "没有*.xlsx")) == [("没有*.xlsx", "没有这个文件或文件夹")]


def test_a_file_with_a_bracket_in_its_name_is_itself(tmp_path: Path) -> None:
    assert len(read(ledger_file(tmp_path / "台账[1].xlsx", "X1")).records) == 1


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = ledger_file(tmp_path / "a.xlsx", "X1")
    ledger = read(path, tmp_path, tmp_path / "." / "a.xlsx")
    assert (len(ledger.records), told(ledger), ledger.files) == (1, [], ("a.xlsx",))


def test_many_files_make_one_ledger_in_a_steady_order(tmp_path: Path) -> None:
    paths = [ledger_file(tmp_path / f"{name}.csv", name) for name in "cab"]
    assert [record.number for record in read(*paths).records] == ["c", "a", "b"]
    assert [each.number for each in read_ledger([tmp_path], CATALOGUE, None).records] == [
        "a",
        "b",
        "c",
    ]


def test_names_outside_the_root_are_shown_whole(tmp_path: Path) -> None:
    path = ledger_file(tmp_path / "a.xlsx", "X1")
    ledger = read_ledger([path], CATALOGUE, None, tmp_path / "别处")
    assert ledger.files == (path.as_posix(),)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_file_that_may_not_be_read(tmp_path: Path, name: str) -> None:
    path = ledger_file(tmp_path / name, "X1")
    path.chmod(0)
    assert told(read(path)) == [(name, "没有权限，或正被 Excel、WPS 等程序占用")]


def test_no_files_are_an_empty_ledger() -> None:
    assert read_ledger([], CATALOGUE, None).problems == ()
