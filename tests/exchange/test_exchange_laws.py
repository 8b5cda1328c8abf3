"""Laws of an exchange: nothing comes of nothing, every edit is found again, once is as twice."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_cli.exchange.result import MergeResult

from ..sources.ledger_making import csv_text
from .offices import (
    COLUMN_HEADINGS,
    RECORD_HEADINGS,
    STATEMENT_HEADINGS,
    Office,
    Sheets,
    office,
    xlsx,
)

FEW = settings(max_examples=25)

# Whatever people write: readable or not, in either width, with the signs that formulas begin with.
WORDS = (
    "",
    "甲",
    "=1+1",
    "-5",
    "'=x",
    "＠甲",
    "a,b",
    '说"话"',
    "一\n二",
    " 两头空 ",
    "<r>x</r>",
    "2024",
)


def texts_of(kind: str) -> st.SearchStrategy[str]:
    """Texts that the library which writes the ledger can write: openpyxl refuses controls."""
    without = "\0\r\ufffe\uffff" + ("" if kind == "csv" else "".join(map(chr, range(1, 32))))
    letters = st.characters(codec="utf-8", exclude_characters=without)
    return st.one_of(st.sampled_from(WORDS), st.text(letters, max_size=8))


days = st.sampled_from(("", "2024-06-27", "2024/7/1", "2024年7月3日", "７月", "45470", "下月"))
typed_days = st.one_of(days, st.dates(date(2024, 1, 1), date(2024, 7, 26)))
duties = st.sampled_from(("A01", "工作推进", "A03 公务员考录", "", "没有的事项"))
units = st.sampled_from(("", "文书科", "信息公开科", "办公室信息科", "人事科、信息科", "没有的科"))
kinds = st.sampled_from(("csv", "xlsx"))


Rows = list[tuple[object, ...]]


def rows_of(most: int, *cells: st.SearchStrategy[object]) -> st.SearchStrategy[Rows]:
    return st.lists(st.tuples(*cells).filter(any), max_size=most)


def ledgers() -> st.SearchStrategy[tuple[str, list[Rows]]]:
    def of_kind(kind: str) -> st.SearchStrategy[tuple[str, list[Rows]]]:
        day: st.SearchStrategy[object] = days if kind == "csv" else typed_days
        text = texts_of(kind)
        seen = st.sampled_from(("", "是", "×", "也许"))
        items = st.sampled_from(("", "0", "12", "几条"))
        tables = st.tuples(
            rows_of(6, text, duties, text, text, units, day, day, day, text),
            rows_of(4, duties, text, seen, items, day, day),
            rows_of(3, duties, units, day, day, text),
        )
        return st.tuples(st.just(kind), tables.map(list))

    return kinds.flatmap(of_kind)


def lay(office: Office, kind: str, tables: Sequence[Sequence[Sequence[object]]]) -> None:
    """A ledger of these tables, in one workbook or three files."""
    headings = (RECORD_HEADINGS, COLUMN_HEADINGS, STATEMENT_HEADINGS)
    named = {
        name: [heading, *rows]
        for name, heading, rows in zip(("信息台账", "栏目", "说明"), headings, tables, strict=True)
    }
    if kind == "xlsx":
        office.write("台账.xlsx", xlsx(named))
    else:
        for name, rows in named.items():
            office.write(f"{name}.csv", csv_text(rows))


def nothing(result: MergeResult) -> bool:
    return not (result.files or result.conflicts or result.removed or result.problems)


@pytest.mark.slow
@FEW
@given(ledgers())
def test_nothing_edited_changes_nothing(ledger: tuple[str, list[Rows]]) -> None:
    with office() as one:
        lay(one, *ledger)
        before = one.contents()
        books = one.split()
        result = one.merge()
        assert nothing(result), result
        assert one.contents() == before
        assert result.returned == tuple(books)


@pytest.mark.slow
@FEW
@given(ledgers())
def test_a_workbook_that_was_only_saved_changes_nothing(
    ledger: tuple[str, list[Rows]],
) -> None:
    with office() as one:
        lay(one, *ledger)
        before = one.contents()
        for unit in one.split():
            one.edit(unit, lambda book: None)
        assert nothing(one.merge())
        assert one.contents() == before


# Values of which it is known which mean the same, without asking the program.
MEANINGS: dict[str, tuple[tuple[str, ...], ...]] = {
    "形成日期": (("2024-06-27", "2024/6/27"), ("2024-07-01", "2024年7月1日"), ("2024-07-02",)),
    "公开日期": (("",), ("2024-07-10", "2024.7.10"), ("2024-07-11",), ("2024-07-12",)),
    "备注": (("",), ("甲",), ("乙,“丙”",), ("=丁",)),
    "责任单位": (("文书科", "办公室文书科"), ("信息科", "信息公开科")),
}
HEADINGS = tuple(MEANINGS)


def meaning(heading: str, text: str) -> int:
    return next(n for n, spellings in enumerate(MEANINGS[heading]) if text in spellings)


values = {heading: st.sampled_from(sum(found, ())) for heading, found in MEANINGS.items()}
edits = st.dictionaries(
    st.tuples(st.integers(0, 4), st.sampled_from(HEADINGS)), st.integers(0, 9), max_size=6
)


def chosen(heading: str, number: int) -> str:
    spellings = [text for each in MEANINGS[heading] for text in each]
    return spellings[number % len(spellings)]


@pytest.mark.slow
@FEW
@given(
    kinds,
    st.lists(st.tuples(*(values[heading] for heading in HEADINGS)), min_size=5, max_size=5),
    edits,
    edits,
    edits,
    st.integers(0, 2),
)
def test_every_edit_is_in_the_ledger_or_a_conflict(
    kind: str,
    rows: list[tuple[str, ...]],
    of_ledger: dict[tuple[int, str], int],
    of_first: dict[tuple[int, str], int],
    of_second: dict[tuple[int, str], int],
    new: int,
) -> None:
    """Five records under a duty of two units; three hands change cells; one adds records."""
    base = [dict(zip(HEADINGS, row, strict=True)) for row in rows]
    with office() as one:

        def lay_records(cells: list[dict[str, str]]) -> None:
            written = [
                tuple(
                    {"编号": f"2024-{n:03}", "事项": "A03", "标题": f"第{n}条", **row}.get(name, "")
                    for name in RECORD_HEADINGS
                )
                for n, row in enumerate(cells, 1)
            ]
            lay(one, kind, (written, (), ()))

        lay_records(base)
        one.split()
        ledger = [dict(row) for row in base]
        for (n, heading), number in of_ledger.items():
            ledger[n][heading] = chosen(heading, number)
        lay_records(ledger)
        asked: dict[tuple[int, str], dict[str, str]] = {}
        for unit, own in (("人事科", of_first), ("信息科", of_second)):

            def change(book: Sheets, own: dict[tuple[int, str], int] = own) -> None:
                for (n, heading), number in own.items():
                    book.put(book.row(f"2024-{n + 1:03}"), heading, chosen(heading, number))
                for n in range(new if own is of_second else 0):
                    book.add({"事项": "A03", "标题": f"新{n}", "形成日期": "2024-07-02"})

            one.edit(unit, change)
            for (n, heading), number in own.items():
                text = chosen(heading, number)
                if meaning(heading, text) != meaning(heading, base[n][heading]):
                    asked.setdefault((n, heading), {})[unit] = text
        result = one.merge()
        after = one.cells()
        told = {(c.record, c.heading, c.unit): c for c in result.conflicts}
        expected = set()
        for n, row in enumerate(ledger):
            record = f"2024-{n + 1:03}"
            for heading in HEADINGS:
                now, text = row[heading], after[record, f"第{n + 1}条"][heading]
                wanted = {
                    unit: value
                    for unit, value in asked.get((n, heading), {}).items()
                    if meaning(heading, value) != meaning(heading, now)
                }
                ours = meaning(heading, now) != meaning(heading, base[n][heading])
                apart = len({meaning(heading, value) for value in wanted.values()}) > 1
                if ours or apart:
                    expected |= {(record, heading, unit) for unit in wanted}
                    assert text == now
                elif wanted:
                    assert text in wanted.values()
                else:
                    assert text == now
        assert set(told) == expected
        for (record, heading, _), conflict in told.items():
            n = int(record[-3:]) - 1
            assert (conflict.base, conflict.ledger) == (base[n][heading], ledger[n][heading])
        added = sorted(number for number, title in after if title.startswith("新"))
        assert added == [f"2024-{n:03}" for n in range(6, 6 + new)]
        assert len(after) == 5 + new
        assert result.problems == ()
        before = one.contents()
        again = one.merge()
        assert (again.files, again.conflicts, again.problems) == ((), result.conflicts, ())
        assert one.contents() == before
