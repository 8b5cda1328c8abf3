"""Units by duties: which rows and columns there are, and what stands in a cell."""

import pytest
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.facts import Facts
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.duty import Duty, Responsibility
from gongkai_cli.model.unit import Unit
from gongkai_cli.reports.overview import grid as grid_file
from gongkai_cli.reports.overview.grid import Band, grid
from tests.making import TWENTY, column, day, duty, facts, record

UNITS = tuple(f"{letter}科" for letter in "甲乙丙丁")


def of(id: str, *units: str) -> Duty:
    shared = tuple(Responsibility(unit) for unit in units)
    return structs.replace(duty(TWENTY, id=id), units=shared)


def clause(id: str, *units: str) -> Duty:
    return structs.replace(of(id, *units), printed={"条文": "原文"})


def judged(*duties: Duty, late: dict[str, str] | None = None) -> Assessment:
    """Duties whose columns are all in order, and for each duty in ``late`` a late unit."""
    rows = tuple(
        structs.replace(record("2024-06-27", number=f"R{id}", duty=id), units=(unit,))
        for id, unit in (late or {}).items()
    )
    seen = tuple(column(duty=each.id, checked="2024-07-20") for each in duties)
    given: Facts = facts(*duties, records=rows, columns=seen)
    body = structs.replace(given.catalogue, units=tuple(map(Unit, UNITS)))
    return assess(structs.replace(given, catalogue=body), as_of=day("2024-07-26"))


def words(band: Band) -> dict[str, list[str]]:
    return {row.unit: [cell.sign.word if cell else "" for cell in row.cells] for row in band.rows}


def test_rows_are_units_in_the_order_of_the_catalogue_and_cells_their_own_states() -> None:
    found = grid(judged(of("A1", "乙科", "甲科"), of("A2", "乙科"), late={"A1": "甲科"}))
    (band,) = found.bands
    assert words(band) == {"甲科": ["超期", ""], "乙科": ["合规", "合规"]}
    assert [each.word for each in found.legend] == ["超期", "合规"]
    assert (found.units, found.shown) == (2, 2)


def test_a_cell_leads_to_the_finding_that_says_so() -> None:
    assessment = judged(of("A1", "甲科", "乙科"), late={"A1": "甲科"})
    (band,) = grid(assessment, findings={("甲科", "A1"): 7}).bands
    assert [row.cells[0].finding for row in band.rows if row.cells[0]] == [7, None]


def test_a_duty_that_is_nobodys_has_a_row_of_its_own_at_the_end() -> None:
    (band,) = grid(judged(of("A1"), of("A2", "丁科"))).bands
    assert words(band) == {"丁科": ["", "合规"], "未明确责任单位": ["合规", ""]}


def test_clauses_stand_in_a_band_of_their_own_and_bands_are_of_like_width() -> None:
    duties = [of(f"A{n}", "甲科") for n in range(26)] + [clause("C1", "乙科")]
    bands = grid(judged(*duties)).bands
    assert [len(band.duties) for band in bands] == [13, 13, 1]
    assert [band.number for band in bands] == [1, 2, 3]
    assert bands[0].name == "A0 至 A12"
    assert bands[2].name == "C1"
    assert list(words(bands[2])) == ["乙科"]


def test_only_the_units_that_were_asked_for_have_rows() -> None:
    found = grid(judged(of("A1", "甲科", "乙科"), of("A2", "丙科")), frozenset({"乙科"}))
    (band,) = found.bands
    assert words(band) == {"乙科": ["合规"]}
    assert [each.id for each in band.duties] == ["A1"]


def test_of_more_cells_than_a_browser_bears_the_worst_units_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(grid_file, "_MOST_CELLS", 4)
    shared = [of(id, *UNITS) for id in ("A1", "A2")]
    found = grid(judged(*shared, late={"A1": "丙科", "A2": "乙科"}))
    assert list(words(found.bands[0])) == ["乙科", "丙科"]
    assert (found.units, found.shown) == (4, 2)


def test_nothing_makes_no_band() -> None:
    found = grid(judged())
    assert found.bands == ()
    assert found.legend == ()
