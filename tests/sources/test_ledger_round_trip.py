"""What is written down in any of the accepted ways is read back as it was meant."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.model.ledger import Column, Record, Statement
from gongkai_cli.model.place import Place
from gongkai_cli.sources.ledger.sheet_headings import COLUMNS, FORMS, RECORDS, STATEMENTS, SheetForm

from .ledger_making import CATALOGUE, csv_text, facts_of, noted, read, told

NOWHERE = Place("")
Fact = Record | Column | Statement

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf")), max_size=12
).map(lambda text: text.strip().lstrip("'"))
MAYBE_TEXTS = st.one_of(st.none(), TEXTS.filter(bool))
DUTIES = st.sampled_from([duty.id for duty in CATALOGUE.duties])
UNITS = st.lists(
    st.sampled_from(["办公室", "秘书科", "宣传科", "政工室", "许可服务科", "派出所"]),
    unique=True,
    max_size=3,
).map(tuple)

DUTY_SPELLINGS = {
    duty.id: [
        duty.id,
        duty.id.lower(),
        f"{duty.id} {duty.name}",
        f"{duty.category[0]}/{duty.name}",
        f"{duty.id}　{duty.title}",
    ]
    for duty in CATALOGUE.duties
}
UNIT_SPELLINGS = {
    "秘书科": ["秘书科", "办公室秘书科"],
    "宣传科": ["宣传科", "新闻科", "办公室新闻科"],
    "许可服务科": ["许可服务科", "许可科"],
    "派出所": ["派出所", "各派出所"],
}
FULL_WIDTH = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")
DAY_SPELLINGS: list[Callable[[date], Any]] = [
    lambda day: day,
    lambda day: day.isoformat(),
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}.{day.month:02}.{day.day:02}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: day.isoformat().translate(FULL_WIDTH),
    lambda day: f"{day.year}-{day.month}-{day.day} 08:30",
    lambda day: (day - date(1899, 12, 30)).days,
]


def records() -> st.SearchStrategy[Record]:
    """Records that can be told apart by their number."""
    return st.builds(
        Record,
        number=st.uuids().map(str),
        duty=DUTIES,
        title=TEXTS,
        document_number=MAYBE_TEXTS,
        units=UNITS,
        formed=st.none() | DAYS,
        changed=st.none() | DAYS,
        published=st.none() | DAYS,
        url=MAYBE_TEXTS,
        openness=st.sampled_from([None, "主动公开", "依申请公开", "不予公开"]),
        interprets=MAYBE_TEXTS,
        interpretation=st.sampled_from([None, True, False]),
        remark=MAYBE_TEXTS,
        place=st.just(NOWHERE),
    )


def columns() -> st.SearchStrategy[Column]:
    """Looks at columns."""
    return st.builds(
        Column,
        duty=DUTIES,
        name=TEXTS,
        url=MAYBE_TEXTS,
        exists=st.sampled_from([None, True, False]),
        items=st.none() | st.integers(0, 10**6),
        updated=st.none() | DAYS,
        checked=st.none() | DAYS,
        checked_by=MAYBE_TEXTS,
        place=st.just(NOWHERE),
    )


def statements() -> st.SearchStrategy[Statement]:
    """Statements whose period is in order."""
    return st.builds(
        lambda period, **rest: Statement(first=period[0], last=period[1], **rest),
        st.tuples(DAYS, DAYS).map(sorted),
        duty=DUTIES,
        units=UNITS,
        text=TEXTS,
        expires=st.none() | DAYS,
        registered_by=MAYBE_TEXTS,
        registered=st.none() | DAYS,
        place=st.just(NOWHERE),
    )


class Clerk:
    """Writes facts down in ways that Hypothesis chooses."""

    def __init__(self, draw: Callable[[Any], Any]) -> None:
        self._draw = draw

    def table(self, form: SheetForm, facts: Sequence[Fact]) -> list[list[Any]]:
        """Headings in any order under any name, with a column of the clerk's own, and the rows."""
        headings = self._draw(st.permutations(form.headings))
        rows = [[self._one_of((each.name, *each.synonyms)) for each in headings]]
        rows += [
            [self._cell(each.reading, getattr(fact, each.field)) for each in headings]
            for fact in facts
        ]
        own = self._draw(st.integers(0, len(headings)))
        for number, row in enumerate(rows):
            row.insert(own, number or "序号")
        return rows

    def _cell(self, reading: str, value: Any) -> Any:
        if value is None or value == ():
            return None
        if reading == "day":
            return self._one_of(DAY_SPELLINGS)(value)
        if reading == "duty":
            return self._one_of(DUTY_SPELLINGS[value])
        if reading == "units":
            between = self._one_of(["、", "，", ",", "；", "\n"])
            return between.join(self._one_of(UNIT_SPELLINGS.get(unit, [unit])) for unit in value)
        if reading == "yes-no":
            return self._one_of(["是", "有", "√", True] if value else ["否", "无", "×", False])
        if reading == "openness":
            return self._one_of([value, f" {value} "])
        return value

    def _one_of(self, choices: Sequence[Any]) -> Any:
        return self._draw(st.sampled_from(choices))


def as_meant(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without what depends on how and where they were written."""
    return [structs.replace(fact, place=NOWHERE, duty_text="") for fact in facts]


KINDS = pytest.mark.parametrize(
    ("form", "facts"),
    [(RECORDS, records()), (COLUMNS, columns()), (STATEMENTS, statements())],
    ids=[form.name for form in FORMS],
)


@pytest.mark.slow
@KINDS
@settings(max_examples=min(settings().max_examples, 100))
@given(st.data())
def test_xlsx(
    tmp_path_factory: pytest.TempPathFactory,
    form: SheetForm,
    facts: st.SearchStrategy[Fact],
    data: st.DataObject,
) -> None:
    written = data.draw(st.lists(facts, max_size=4))
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = data.draw(st.sampled_from([form.name, *form.synonyms]))
    for _ in range(data.draw(st.integers(0, 3))):
        sheet.append(["示例台账"])
    for row in Clerk(data.draw).table(form, written):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    path = tmp_path_factory.mktemp("round") / "台账.xlsx"
    book.save(path)
    ledger = read(path)
    assert told(ledger) == noted(ledger) == []
    assert as_meant(facts_of(ledger)) == written


@pytest.mark.slow
@KINDS
@settings(max_examples=min(settings().max_examples, 100))
@given(st.data())
def test_csv(
    tmp_path_factory: pytest.TempPathFactory,
    form: SheetForm,
    facts: st.SearchStrategy[Fact],
    data: st.DataObject,
) -> None:
    written = data.draw(st.lists(facts, max_size=4))
    rows = Clerk(data.draw).table(form, written)
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
    name = data.draw(st.sampled_from([form.name, *form.synonyms]))
    path = tmp_path_factory.mktemp("round") / f"{name}.csv"
    delimiter = data.draw(st.sampled_from(",\t;"))
    path.write_bytes(csv_text([list(map(_shown, row)) for row in rows], delimiter).encode(encoding))
    ledger = read(path)
    assert told(ledger) == noted(ledger) == []
    assert as_meant(facts_of(ledger)) == written


def _shown(cell: Any) -> Any:
    """A cell as Excel saves it in a .csv."""
    if isinstance(cell, bool):
        return str(cell).upper()
    return "" if cell is None else cell
