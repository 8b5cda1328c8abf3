"""The shipped limits of law on days that are known: decided, published in time, or computed."""

import csv
from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.data_files import data_folder
from gongkai_cli.limits import deadline, occasions
from gongkai_cli.limits.occasions import occasion_deadline
from gongkai_cli.model.deadline import Event
from gongkai_cli.model.limit import ByDate, Within
from gongkai_cli.model.settings import Settings
from gongkai_cli.sources.catalogue.statutes_yaml import read_statutes
from tests.making import calendar, day

VECTORS = Path(__file__).parents[1] / "vectors" / "publication.csv"
SHIPPED, _ = read_statutes((data_folder() / "statutes.yaml").read_bytes(), "statutes.yaml")
STATUTES = {each.id: each for each in SHIPPED}


def rows() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_a_shipped_limit_falls_due_on_the_known_day(row: dict[str, str]) -> None:
    (limit,) = STATUTES[row["statute"]].limit.reading.limits
    trigger = day(row["trigger"])
    if isinstance(limit, Within):
        found = deadline(limit, (Event("start", trigger),), calendar(), Settings())
    else:
        assert isinstance(limit, ByDate)
        (occasion,) = occasions(limit, trigger, date(trigger.year, 12, 31))
        found = occasion_deadline(occasion, calendar(), Settings())
    assert found.earliest == day(row["earliest"])
    assert found.latest == day(row["due"])
    if row["published"]:
        assert (day(row["published"]) <= found.earliest) is (row["in_time"] == "yes")


def test_the_file_is_there_and_names_what_ships() -> None:
    assert len(rows()) == 20
    assert {row["statute"] for row in rows()} <= set(STATUTES)
