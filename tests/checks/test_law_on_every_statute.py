"""Every limit of law that ships is held against a catalogue that is laxer, equal and stricter."""

import pytest
from msgspec import structs

from gongkai_cli.checks.catalogue_rules import gk101_laxer_than_law as by_law
from gongkai_cli.checks.catalogue_rules import gk102_laxer_than_superior as by_superior
from gongkai_cli.data_files import data_folder
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.duty import Statute
from gongkai_cli.model.limit import ByDate, Limit, Within
from gongkai_cli.model.tag import propose_tags
from gongkai_cli.sources.catalogue.known_tags import known_tags
from gongkai_cli.sources.catalogue.statutes_yaml import read_statutes

from .linting import a_row, named, papers

SHIPPED = read_statutes((data_folder() / "statutes.yaml").read_bytes(), "statutes.yaml")[0]
TIMED = [each for each in SHIPPED if isinstance(each.limit.reading.limits[0], Within | ByDate)]


def moved(limit: Limit, by: int) -> Limit:
    """The same limit by so many of its units, or days of January and March, later."""
    if isinstance(limit, Within):
        return structs.replace(limit, count=limit.count + by)
    assert isinstance(limit, ByDate)
    return structs.replace(limit, by={1: "12-31", 0: limit.by, -1: "01-01"}[by])


@pytest.mark.parametrize("statute", TIMED, ids=lambda each: each.id)
def test_one_more_is_laxer_and_the_same_is_not(statute: Statute) -> None:
    law = statute.limit.basis.authority is Authority.LAW
    rule = by_law if law else by_superior
    name = statute.duties_with[0] if statute.duties_with else "某个事项"
    for by, expected in ((1, ["D1"]), (0, []), (-1, [])):
        row = a_row(moved(statute.limit.reading.limits[0], by), name=name)
        given = papers(row, statutes=(statute,))
        assert named(rule, given) == expected
        assert named(by_superior if law else by_law, given) == []


def test_the_limits_that_can_be_exceeded() -> None:
    assert {each.id for each in SHIPPED} - {each.id for each in TIMED} == {
        "HR-SHOW",
        "DEC-30",
        "REG-25",
    }


@pytest.mark.parametrize("tag", known_tags(), ids=lambda tag: tag.name)
def test_every_word_of_a_tag_proposes_it(tag: object) -> None:
    for each in known_tags():
        if each is tag:
            for word in each.words:
                proposed = dict(propose_tags(a_row(name=f"本局{word}情况"), known_tags()))
                assert each.name in proposed
                assert "“" in proposed[each.name]


def test_what_says_none_of_the_words_is_proposed_nothing() -> None:
    assert propose_tags(a_row(name="部门会议"), known_tags()) == ()
