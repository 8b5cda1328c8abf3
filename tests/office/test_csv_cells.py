"""Fields of a .csv changed: the reader reads what was asked for, and no other byte is another."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.formula_guard import unguarded
from gongkai_cli.office.csv_cells import CsvCells

HEADING = "编号,标题,日期"
ROWS = (HEADING, '1,"甲,""乙""",2024-6-27', "2,  两头空 ,", '3,"上', '下",x', "4")
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


def written(rows: tuple[str, ...], encoding: str, end: str, closed: bool = True) -> bytes:
    return (end.join(rows) + (end if closed else "")).encode(encoding)


def read(data: bytes, encoding: str, delimiter: str = ",") -> list[list[str]]:
    text = data.decode("utf-8-sig" if encoding.startswith("utf-8") else encoding)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return [[unguarded(cell) for cell in row] for row in rows]


def reader_name(encoding: str) -> str:
    """What the reader of ledgers calls an encoding."""
    return "utf-8-sig" if encoding == "utf-8" else encoding


every = pytest.mark.parametrize("encoding", ENCODINGS)
ends = pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])


@every
@ends
@pytest.mark.parametrize("closed", [True, False])
def test_nothing_changed_gives_the_bytes_that_came_in(
    encoding: str, end: str, closed: bool
) -> None:
    data = written(ROWS, encoding, end, closed)
    assert CsvCells(data, reader_name(encoding), ",").data() == data


@every
@ends
def test_one_field_is_changed_and_no_other_line(encoding: str, end: str) -> None:
    data = written(ROWS, encoding, end)
    cells = CsvCells(data, reader_name(encoding), ",")
    cells.put(2, 3, "2024-07-25")
    rows = (*ROWS[:1], '1,"甲,""乙""",2024-07-25', *ROWS[2:])
    assert cells.data() == written(rows, encoding, end)


@every
def test_a_row_of_several_lines_is_called_by_its_first(encoding: str) -> None:
    data = written(ROWS, encoding, "\r\n")
    cells = CsvCells(data, reader_name(encoding), ",")
    assert cells.obstacle(5, 1) is not None
    cells.put(4, 3, "y")
    cells.put(4, 1, "三")
    rows = (*ROWS[:3], '三,"上', '下",y', "4")
    assert cells.data() == written(rows, encoding, "\r\n")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("甲", "甲"),
        ("甲,乙", '"甲,乙"'),
        ('甲"乙', '"甲""乙"'),
        ("甲\n乙", '"甲\n乙"'),
        ("=1+1", "'=1+1"),
        ("＠甲", "'＠甲"),
        ("-5", "-5"),
        ("", ""),
    ],
)
def test_quotes_stand_only_where_they_must(text: str, field: str) -> None:
    cells = CsvCells(written(ROWS, "utf-8", "\n"), "utf-8-sig", ",")
    cells.put(3, 3, text)
    assert cells.data().decode().split("\n2,  两头空 ,")[1].startswith(f"{field}\n3,")


def test_a_field_in_quotes_stays_in_quotes() -> None:
    cells = CsvCells(b'"a","b"\n"1","2"\n', "utf-8-sig", ",")
    cells.put(2, 2, "3")
    assert cells.data() == b'"a","b"\n"1","3"\n'


def test_a_short_row_is_made_longer() -> None:
    cells = CsvCells(written(ROWS, "utf-8", "\n"), "utf-8-sig", ",")
    cells.put(6, 3, "x")
    assert cells.data().endswith(b"\n4,,x\n")


@every
@ends
@pytest.mark.parametrize("closed", [True, False])
def test_rows_are_added_with_the_ends_of_the_file(encoding: str, end: str, closed: bool) -> None:
    cells = CsvCells(written(ROWS, encoding, end, closed), reader_name(encoding), ",")
    assert cells.append(["5", "新,行", ""]) == 7
    assert cells.append(["6", "", "x"]) == 8
    rows = (*ROWS, '5,"新,行",', "6,,x")
    assert cells.data() == written(rows, encoding, end, closed)


def test_a_file_of_headings_alone_takes_rows() -> None:
    cells = CsvCells(HEADING.encode(), "utf-8-sig", ",")
    assert cells.append(["1", "甲", ""]) == 2
    assert cells.data().decode() == f"{HEADING}\r\n1,甲,"


@pytest.mark.parametrize("order", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_the_order_of_bytes_stays(order: bytes) -> None:
    encoding = "utf-16-le" if order == codecs.BOM_UTF16_LE else "utf-16-be"
    data = order + "a,b\n1,\n".encode(encoding)
    cells = CsvCells(data, "utf-16", ",")
    cells.put(2, 2, "镕")
    assert cells.data() == order + "a,b\n1,镕\n".encode(encoding)


def test_bytes_that_could_be_written_otherwise_stay() -> None:
    data = "编号,标题\n1,".encode("gb18030") + b"\x81\x30\x86\x38" + b"\n2,\n"
    cells = CsvCells(data, "gb18030", ",")
    cells.put(3, 2, "乙")
    assert cells.data() == data[:-1] + "乙".encode("gb18030") + b"\n"


def test_quotes_that_do_not_match_are_refused() -> None:
    with pytest.raises(csv.Error):
        CsvCells(b'a,b\n1,"x\n', "utf-8-sig", ",")


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r'"), max_size=12)
tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(texts, min_size=width, max_size=width).filter(any), min_size=1, max_size=6
    )
)


@given(
    tables,
    st.sampled_from(ENCODINGS),
    st.sampled_from([",", "\t", ";", "；"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.data(),
)
def test_any_field_of_any_table(
    rows: list[list[str]],
    encoding: str,
    delimiter: str,
    end: str,
    quoting: int,
    data: st.DataObject,
) -> None:
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows(rows)
    before = made.getvalue().encode(encoding)
    cells = CsvCells(before, reader_name(encoding), delimiter)
    lines = csv.reader(io.StringIO(made.getvalue(), newline=""), delimiter=delimiter)
    begins, at = [], 1
    for _ in lines:
        begins.append(at)
        at = lines.line_num + 1
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    text = data.draw(texts)
    cells.put(begins[row], column + 1, text)
    cells.append(rows[row])
    expected = [[unguarded(cell) for cell in each] for each in rows]
    expected[row][column] = text
    if any(expected[row]):
        assert read(cells.data(), encoding, delimiter) == [*expected, rows[row]]
    untouched = CsvCells(before, reader_name(encoding), delimiter)
    assert untouched.data() == before
