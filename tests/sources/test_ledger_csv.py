"""Ledgers as .csv: encodings, delimiters, quotes, and lines that are counted right."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .ledger_making import HEADINGS, ROW, csv_text, only_record, read, survey, told

WORDS = ("编号", "事项", "标题", "责任单位", "形成日期", "公开日期")
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "gb18030": "GB18030",
    "gbk": "GB18030",
    "utf-16": "UTF-16",
}


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text as a file, with its line ends as they are."""
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("delimiter", "label"), [(",", "逗号"), ("\t", "制表符"), (";", "分号"), ("；", "全角分号")]
)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_encodings_and_delimiters(
    tmp_path: Path, encoding: str, delimiter: str, label: str, end: str
) -> None:
    rows = [
        HEADINGS,
        ("X1", "公务员考录", "关于女职工的通知", "政工室", "2024年6月27日", "2024-07-01"),
    ]
    text = csv_text(rows, delimiter).replace("\r\n", end)
    reading = survey(write(tmp_path / "a.csv", text, encoding))
    record = only_record(reading.ledger)
    assert (record.duty, record.title, record.units) == ("A07", "关于女职工的通知", ("政工室",))
    assert reading.tables[0].written == f"{ENCODINGS[encoding]} 编码，{label}分隔"
    assert str(record.place) == "a.csv:2"


@given(
    st.lists(
        st.text(st.characters(codec="gb18030", exclude_categories=("Cc", "Cs", "Co", "Cn"))),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)
def test_any_title_in_any_encoding(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str], encoding: str
) -> None:
    rows = [(f"X{n}", "A07", title, "", "", "") for n, title in enumerate(titles)]
    path = tmp_path_factory.mktemp("titles") / "a.csv"
    ledger = read(write(path, csv_text([HEADINGS, *rows]), encoding))
    assert [record.title for record in ledger.records] == [title.strip() for title in titles]


def test_the_heading_decides_where_bytes_fit_two_encodings(tmp_path: Path) -> None:
    """Two bytes of 女 in GB18030 are a letter in UTF-8: no encoding is taken without headings."""
    data = csv_text([("女",)]).encode("gb18030")
    data.decode("utf-8")
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert told(read(path)) == [("a.csv", "前20行没有找到台账的表头")]


@pytest.mark.parametrize(("encoding", "label"), [("utf-8", "UTF-8"), ("gb18030", "GB18030")])
def test_a_line_in_another_encoding_is_named(tmp_path: Path, encoding: str, label: str) -> None:
    good = csv_text([HEADINGS, ROW]).encode(encoding)
    path = tmp_path / "a.csv"
    path.write_bytes(good + b"X2,A07,\xff\xff\xff,,,\r\n")
    assert told(read(path)) == [("a.csv:3", f"这一行有不属于 {label} 编码的字节")]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "文件是空的"),
        (codecs.BOM_UTF8 + b"\r\n", "文件是空的"),
        (b"PK\x03\x04...", "内容是 .xlsx 工作簿，不是 .csv"),
        (b"\xd0\xcf\x11\xe0...", "内容是旧版 .xls 格式，不是 .csv"),
        ("编号|事项|标题\n".encode(), "前20行没有找到台账的表头"),
        (b"\x00\x01\x02\xff", "前20行没有找到台账的表头，也可能是编码无法识别"),
    ],
)
def test_files_that_are_no_ledger(tmp_path: Path, data: bytes, found: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    ledger = read(path)
    assert told(ledger) == [("a.csv", found)]
    assert ledger.problems[0].accepted


def test_a_quote_without_end_is_an_error_at_its_line(tmp_path: Path) -> None:
    lines = [",".join(HEADINGS), "X1,A07,一,,,", 'X2,A07,"二,,,', "X3,A07,三,,,", "X4,A07,四,,,"]
    ledger = read(write(tmp_path / "a.csv", "\n".join(lines)))
    assert told(ledger) == [("a.csv:3", "从这一行起引号不成对，以下未读入")]
    assert [record.number for record in ledger.records] == ["X1"]


def test_a_quote_that_ends_inside_a_cell_is_an_error_at_its_line(tmp_path: Path) -> None:
    lines = [",".join(HEADINGS), 'X1,A07,"关于"十四五"规划",,,', "X2,A07,二,,,"]
    ledger = read(write(tmp_path / "a.csv", "\n".join(lines)))
    assert told(ledger) == [("a.csv:2", "从这一行起引号不成对，以下未读入")]


def test_quotes_inside_a_cell_that_has_none_around_it_are_text(tmp_path: Path) -> None:
    text = ",".join(HEADINGS) + '\nX1,A07,关于"十四五"规划,,,\n'
    assert only_record(read(write(tmp_path / "a.csv", text))).title == '关于"十四五"规划'


def test_lines_are_counted_through_line_breaks_inside_cells(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("X1", "A07", "一\n二\r\n三", "", "", ""),
        (),
        ("X2", "A07", "", "", "待定", ""),
    ]
    ledger = read(write(tmp_path / "a.csv", csv_text(rows)))
    assert told(ledger) == [("a.csv:6:5", "不是日期：“待定”")]
    assert [str(record.place) for record in ledger.records] == ["a.csv:2", "a.csv:6"]


def test_a_comma_inside_a_text_moves_the_rest_and_is_an_error(tmp_path: Path) -> None:
    text = ",".join(HEADINGS) + "\nX1,A07,一,二,,,2024-07-01\n"
    ledger = read(write(tmp_path / "a.csv", text))
    assert told(ledger) == [
        ("a.csv:2:7", "这一行比表头多出内容：“2024-07-01”"),
        ("a.csv:2:4", "目录中没有单位“二”"),
    ]
    assert ledger.records[0].unreadable


def test_rows_that_are_short_or_end_in_commas(tmp_path: Path) -> None:
    text = ",".join(HEADINGS) + "\nX1,A07,一\nX2,A07,二,,,,,,\n"
    ledger = read(write(tmp_path / "a.csv", text))
    assert told(ledger) == []
    assert [record.title for record in ledger.records] == ["一", "二"]


@pytest.mark.parametrize("first", "=+-@＝＋－＠")
def test_the_apostrophe_before_what_would_run_as_a_formula_is_taken_off(
    tmp_path: Path, first: str
) -> None:
    rows = [HEADINGS, ("X1", "A07", f"'{first}1+1", "", "", "")]
    assert only_record(read(write(tmp_path / "a.csv", csv_text(rows)))).title == f"{first}1+1"


def test_other_apostrophes_stay(tmp_path: Path) -> None:
    rows = [HEADINGS, ("X1", "A07", "'引文'", "", "", "")]
    assert only_record(read(write(tmp_path / "a.csv", csv_text(rows)))).title == "'引文'"


def test_the_name_of_a_file_says_what_it_is_where_headings_fit_several(tmp_path: Path) -> None:
    rows = [
        ("事项", "责任单位", "期间起", "期间止", "说明内容"),
        ("A07", "", "", "", "没有此类信息"),
    ]
    ledger = read(
        write(tmp_path / "说明.csv", csv_text(rows)), write(tmp_path / "b.csv", csv_text(rows))
    )
    assert told(ledger) == []
    assert len(ledger.statements) == 2


def test_what_excel_adds_above_the_headings(tmp_path: Path) -> None:
    text = "sep=;\r\n台账;;;;;\r\n" + csv_text([HEADINGS, ROW], ";")
    assert only_record(read(write(tmp_path / "a.csv", text))).number == "X1"
