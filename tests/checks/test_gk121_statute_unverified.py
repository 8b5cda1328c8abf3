"""依据待核实."""

from msgspec import structs

from gongkai_cli.checks.catalogue_rules import gk121_statute_unverified as rule
from gongkai_cli.model.duty import Statute
from tests.making import TWENTY, law

from .linting import ROW, a_row, find, papers


def doubtful(*words: str) -> Statute:
    known = law(TWENTY, id="S1", words=words)
    return structs.replace(known, limit=structs.replace(known.limit, assumed="转述"), place=ROW)


def test_a_doubtful_rule_names_the_duties_that_it_touches() -> None:
    (found,) = find(rule, papers(a_row(), a_row(id="D2"), statutes=(doubtful(),)))
    assert found.record == "S1"
    assert "D1、D2" in found.message
    assert "转述" in found.message


def test_a_rule_that_was_seen_or_touches_nothing() -> None:
    assert find(rule, papers(a_row(), statutes=(law(TWENTY),))) == []
    assert find(rule, papers(a_row(), statutes=(doubtful("别的"),))) == []
