"""Papers of texts as nobody should write them, and of more of them than fit a memory."""

import gc
import io
import tracemalloc
import zipfile
from datetime import date

import pytest
from docx import Document
from hypothesis import given, settings

from gongkai_cli.assess import assess
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.ledger import Ledger
from tests.making import record
from tests.office.papers import parts
from tests.reports.hostile import assessments

from .docx_papers import DOCUMENTS, asked
from .large import large_facts


@settings(max_examples=25)
@given(assessments())
def test_no_text_breaks_a_paper(assessment: Assessment) -> None:
    for name, document in DOCUMENTS.items():
        filled = next((case.record for case in assessment.cases if case.record), None)
        ledger = Ledger(records=(filled,) if filled else ())
        within = frozenset({unit for each in assessment.findings for unit in each.units})
        given = asked(assessment, name=name, record=filled, ledger=ledger, within=within)
        for paper in document.render(given).papers:
            parts(paper.data)
            assert Document(io.BytesIO(paper.data)).paragraphs


def test_a_title_that_looks_like_a_field_stays_what_it_is() -> None:
    filled = record(title="{单位}<w:t>&amp;{{机关}}", number="R1")
    sample = assess(large_facts(2, 10), as_of=date(2024, 7, 26))
    (paper,) = DOCUMENTS["审批表"].render(asked(sample, record=filled)).papers
    (table,) = Document(io.BytesIO(paper.data)).tables
    assert table.rows[0].cells[1].text == "{单位}<w:t>&amp;{{机关}}"


def test_papers_are_made_only_when_they_are_asked_for() -> None:
    sample = assess(large_facts(20, 500), as_of=date(2024, 7, 26))
    rendered = DOCUMENTS["督办单"].render(asked(sample))
    assert rendered.count == 20
    made = iter(rendered.papers)
    first = next(made)
    assert zipfile.is_zipfile(io.BytesIO(first.data))
    assert len(list(made)) == 19


@pytest.mark.slow
def test_a_thousand_units_take_no_more_memory_than_one() -> None:
    sample = assess(large_facts(1_000, 20_000), as_of=date(2024, 7, 26))
    rendered = DOCUMENTS["督办单"].render(asked(sample))
    assert rendered.count == 1_000
    made = iter(rendered.papers)
    size = len(next(made).data)
    tracemalloc.start()
    try:
        next(made)
        gc.collect()
        held = tracemalloc.get_traced_memory()[0]
        for _ in range(200):
            next(made)
        gc.collect()
        assert tracemalloc.get_traced_memory()[0] < held + 20 * size
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_the_paper_about_all_units_grows_with_units_and_not_with_findings() -> None:
    few = assess(large_facts(50, 500), as_of=date(2024, 7, 26))
    many = assess(large_facts(50, 5_000), as_of=date(2024, 7, 26))
    sizes = [
        len(next(iter(DOCUMENTS["通报"].render(asked(each)).papers)).data) for each in (few, many)
    ]
    assert abs(sizes[1] - sizes[0]) < 2_000
