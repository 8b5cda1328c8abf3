"""A hundred thousand findings of a thousand units: memory, size of the page, and what is said."""

import tracemalloc

import pytest

from gongkai_cli.assess import assess
from gongkai_cli.reports.documents import Asked, overview
from tests.making import day

from .large import large_facts
from .overview_pages import TODAY, text_of, tree

_MEGABYTE = 1_000_000


@pytest.mark.slow
def test_a_hundred_thousand_findings_make_a_page_of_bounded_size_in_bounded_memory() -> None:
    given = large_facts(units=1_000, records=110_000)
    found = assess(given, as_of=day("2024-07-26"))
    assert len(found.findings) > 100_000
    tracemalloc.start()
    rendered = overview.render(Asked(assessment=found, calendar=given.calendar, today=TODAY))
    (paper,) = rendered.papers
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60 * _MEGABYTE
    assert len(paper.data) < 6 * _MEGABYTE
    root = tree(paper.data)
    assert len(root.xpath("//table[@id='list']/tbody/tr")) == 1_000
    said = text_of(root)
    assert f"共{len(found.findings)}个问题，这里列最急的1000个" in said
    assert f"已超期未办{sum(case.done is None for case in found.cases)}项" in said
    assert len(root.xpath("//table[contains(@class, 'grid')][1]/tbody/tr")) % 1_000 == 0
