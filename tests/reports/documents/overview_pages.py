"""The overview made in tests, and read back by a parser."""

from datetime import date

from lxml import html

from gongkai_cli.assess import assess
from gongkai_cli.facts import Facts
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.reports.documents import Asked, overview
from tests.making import (
    JANUARY,
    TWENTY,
    calendar,
    column,
    day,
    duty,
    facts,
    law,
    record,
    statement,
)

TODAY = date(2026, 11, 24)


def some_facts() -> Facts:
    """A few duties with something of most that a page shows."""
    return facts(
        duty(TWENTY, id="D1", name="部门文件"),
        duty(TWENTY, id="D2", name="重大决策"),
        duty(JANUARY, id="D3", name="年度报告", kind="internal"),
        duty(TWENTY, id="D4", name="公告公示"),
        duty(TWENTY, id="D5", name="会议公开"),
        records=(
            record("2024-06-27", number="R1", title="一号文件"),
            record("2024-05-06", number="R2", title="二号文件"),
            record("2024-07-03", number="R3", title="三号决策", duty="D2"),
            record("2024-05-06", "2024-05-20", number="R4", title="四号决策", duty="D2"),
            record("2024-05-06", "2024-06-28", number="R5", title="五号决策", duty="D2"),
            record(None, number="R6", title="没有日期", duty="D2"),
            record("2024-07-03", "2024-07-01", number="R7", title="次序不对", duty="D4"),
        ),
        columns=(
            column(duty="D1", checked="2024-07-20", name="文件"),
            column(duty="D2", checked="2024-07-20", name="决策", items=0),
            column(duty="D4", checked="2024-07-20", exists=False, name="公告"),
        ),
        statements=(statement("2024-01-01", "2024-12-31", duty="D5"),),
        statutes=(law(TWENTY),),
    )


def assessed(given: Facts | None = None, as_of: str = "2024-07-26") -> Assessment:
    """The assessment of facts on a day."""
    return assess(given or some_facts(), as_of=day(as_of))


def page_bytes(assessment: Assessment, within: frozenset[str] = frozenset()) -> bytes:
    """The page of an assessment that was counted with the shipped calendar."""
    asked = Asked(assessment=assessment, calendar=calendar(), today=TODAY, within=within)
    rendered = overview.render(asked)
    assert rendered.problems == ()
    (paper,) = rendered.papers
    return paper.data


def tree(data: bytes) -> html.HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def text_of(element: html.HtmlElement) -> str:
    """The text of an element, without the white space between."""
    return "".join(element.text_content().split())


def table(root: html.HtmlElement, name: str) -> list[list[str]]:
    """The rows of the first table of a class, headings first."""
    (found, *_) = root.xpath(f"//table[contains(concat(' ', @class, ' '), ' {name} ')]")
    return [[text_of(cell) for cell in row.xpath("./th|./td")] for row in found.iter("tr")]
