"""Papers made from an assessment, taken apart again line by line."""

import io
from datetime import date
from typing import Any

from docx import Document

from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.ledger import Ledger, Record
from gongkai_cli.reports.documents import (
    Asked,
    approval_form,
    approval_form_extended,
    blank_statement,
    circular,
    monthly_report,
    quarterly_report,
    supervision_notice,
    written_explanation,
)
from tests.making import calendar
from tests.office.papers import lines

DOCUMENTS: dict[str, Any] = {
    each.NAME: each
    for each in (
        approval_form,
        approval_form_extended,
        blank_statement,
        circular,
        monthly_report,
        quarterly_report,
        supervision_notice,
        written_explanation,
    )
}
TODAY = date(2024, 7, 26)


def asked(
    assessment: Assessment,
    *,
    within: frozenset[str] = frozenset(),
    record: Record | None = None,
    ledger: Ledger | None = None,
    form: str | None = None,
    name: str = "",
    today: date = TODAY,
    known_on: str | None = None,
    counted: bool = True,
) -> Asked:
    """What a document is made from; ``counted`` is whether it is given a calendar."""
    return Asked(
        assessment=assessment,
        calendar=calendar(known_on) if counted else None,
        ledger=ledger or Ledger(),
        today=today,
        within=within,
        record=record,
        own_form=(f"模板/{name}.yaml", form.encode()) if form is not None else None,
    )


def papers(name: str, assessment: Assessment, **given: Any) -> dict[str, list[str]]:
    """The lines of every paper of a document, by the name of its file."""
    rendered = DOCUMENTS[name].render(asked(assessment, name=name, **given))
    made = list(rendered.papers)
    assert rendered.count == len(made)
    return {paper.name: lines(paper.data) for paper in made}


def only_paper(name: str, assessment: Assessment, **given: Any) -> list[str]:
    """The lines of the one paper of a document."""
    (paper,) = papers(name, assessment, **given).values()
    return paper


def opened(data: bytes) -> Any:
    """A file as the library reads it."""
    return Document(io.BytesIO(data))
