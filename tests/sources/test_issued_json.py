"""What was sent out is kept, and asked for in the coverage until it is back."""

from datetime import date
from pathlib import Path

from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.model.issued import Issued
from gongkai_cli.model.place import Problem, Weight
from gongkai_cli.sources.issued_json import issued_bytes, issued_path, read_issued

from ..commands.workspaces import workspace
from ..making import JANUARY, day, duty, facts

ISSUED = Issued(day=date(2024, 7, 1), units=("甲科", "乙科"), returned=("乙科",))


def test_it_is_read_back(tmp_path: Path) -> None:
    assert read_issued(tmp_path) is None
    issued_path(tmp_path).parent.mkdir()
    issued_path(tmp_path).write_bytes(issued_bytes(ISSUED))
    assert read_issued(tmp_path) == ISSUED


def test_what_cannot_be_read_is_a_note(tmp_path: Path) -> None:
    from gongkai_cli.sources.workspace import read_workspace

    folder = workspace(tmp_path / "w")
    issued_path(folder).parent.mkdir()
    for data in (b"", b"{}", b'{"schema": 1}'):
        issued_path(folder).write_bytes(data)
        found = read_issued(folder)
        assert isinstance(found, Problem)
        assert found.weight is Weight.NOTE
    opened = read_workspace(folder)
    assert opened.facts is not None
    assert opened.facts.issued is None
    assert [str(each.place) for each in opened.problems] == [".gongkai/下发.json"]


def unanswered(issued: Issued | None, as_of: str) -> list[str | None]:
    found = assess(structs.replace(facts(duty(JANUARY)), issued=issued), as_of=day(as_of))
    return [each.why for each in found.questions if "台账是否报回" in each.question]


def test_a_unit_that_sent_nothing_back_leaves_its_duties_unanswered() -> None:
    why = "甲科未报（2024-07-01下发的台账没有交回）"
    assert unanswered(ISSUED, "2024-07-01") == [why]
    assert unanswered(ISSUED, "2024-06-30") == []
    assert unanswered(structs.replace(ISSUED, returned=("甲科",)), "2024-07-26") == []
    assert unanswered(None, "2024-07-26") == []
