"""Whatever people write into a ledger, the page keeps its shape and says it as text."""

import re

from hypothesis import given
from lxml import html

from gongkai_cli.model.assessment import Assessment
from gongkai_cli.reports.overview.finding_rows import web_address
from tests.reports.hostile import assessments, texts

from .overview_pages import page_bytes, tree

KNOWN = {
    "a", "body", "button", "caption", "code", "dd", "defs", "desc", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "g", "h1", "h2", "h3", "head", "header", "html",
    "input", "label", "li", "line", "main", "meta", "nav", "ol", "option", "p", "path", "pattern",
    "rect", "script", "section", "select", "small", "span", "strong", "style", "summary", "svg",
    "table", "tbody", "td", "text", "tfoot", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u202e\ud800-\udfff]")


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown(text: str) -> str:
    """The text as a page may hold it, without white space."""
    return squeezed(CONTROL.sub("?", text))


@given(assessments())
def test_no_text_becomes_a_part_of_the_page(assessment: Assessment) -> None:
    data = page_bytes(assessment)
    root = tree(data)
    elements = [each for each in root.iter() if isinstance(each, html.HtmlElement)]
    assert {each.tag for each in elements} <= KNOWN
    assert not [each for each in root.iter() if each.tag is html.etree.Comment]
    assert len(root.xpath("//script")) == 1
    assert not [name for each in elements for name in each.attrib if name.startswith("on")]
    assert all(href.startswith(("#", "https://")) for href in root.xpath("//@href"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert CONTROL.search(data.decode("utf-8")) is None


@given(assessments())
def test_every_text_of_a_finding_is_there_as_it_was_written(assessment: Assessment) -> None:
    root = tree(page_bytes(assessment))
    (finding,) = assessment.findings
    (row,) = root.xpath("//table[@id='list']/tbody/tr")
    said = squeezed(row.text_content())
    assert shown(finding.message) in said
    assert shown(finding.next_step) in said
    listed = [squeezed(each.text_content()) for each in row.xpath(".//*[contains(@class, 'u')]")]
    assert all(shown(unit) in "".join(listed) for unit in finding.units)


@given(texts)
def test_an_address_is_a_web_address_or_none(text: str) -> None:
    found = web_address(text)
    assert found is None or re.fullmatch(r"https?://[^\s\x00-\x20]+\S*", found.split(" ")[0])


def test_addresses_that_a_browser_should_not_open_are_no_links() -> None:
    for text in ("javascript:alert(1)", "file:///etc/passwd", "//host/a", "http://", "ftp://a/b"):
        assert web_address(text) is None
    assert web_address(" http://www.example.gov.cn/a ") == "http://www.example.gov.cn/a"
    assert web_address("http://[bad") is None
