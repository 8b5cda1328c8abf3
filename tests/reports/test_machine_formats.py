"""The JSON and CSV forms of check and due."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.finding import Finding, State
from gongkai_cli.reports import check_csv, check_json, due_csv, due_json
from gongkai_cli.reports.csv_text import harmless

from .hostile import assessments
from .samples import assessment_of

REPORTS = Path(check_json.__file__).parent


def schema_of(name: str) -> dict[str, Any]:
    """The shipped schema, closed: a key that it does not name is an error here."""
    closed: dict[str, Any] = json.loads((REPORTS / f"{name}.schema.json").read_text("utf-8"))
    stack: list[Any] = [closed]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if "properties" in node:
                assert set(node["required"]) == set(node["properties"])
                node["additionalProperties"] = False
            stack += node.values()
        elif isinstance(node, list):
            stack += node
    jsonschema.Draft7Validator.check_schema(closed)
    return closed


def read_csv(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_check_keeps_to_its_schema() -> None:
    document = json.loads(check_json.render(assessment_of()))
    jsonschema.validate(document, schema_of("check"))
    assert document["schema"] == "gongkai/check/1"
    assert document["coverage"]["share"] == 0.5
    assert document["totals"]["人事科"] == {"严重超期": 1, "未能核查": 1}


def test_due_keeps_to_its_schema() -> None:
    document = json.loads(due_json.render(assessment_of(), 10))
    jsonschema.validate(document, schema_of("due"))
    assert [each["due"] for each in document["entries"]] == [
        "2024-06-03",
        "2024-07-25",
        "2024-07-26",
        "2024-07-31",
    ]
    assert document["without_date"][0]["why"] == "没有形成日期，不能确定起算日"


def test_a_finding_has_every_key_of_the_interface() -> None:
    finding = json.loads(check_json.render(assessment_of()))["findings"][0]
    promised = (
        "id code name severity state duty record column units clock trigger due aim earliest "
        "latest days_late calendar_days_late published place message next_step"
    )
    assert set(promised.split()) <= set(finding)
    assert finding["clock"]["authority"] == "law"
    assert (finding["days_late"], finding["calendar_days_late"]) == (38, 53)


@given(assessment=assessments())
def test_any_text_makes_valid_json_and_comes_back(assessment: Assessment) -> None:
    document = json.loads(check_json.render(assessment))
    jsonschema.validate(document, schema_of("check"))
    assert document["findings"][0]["message"] == assessment.findings[0].message


def test_check_csv_has_a_line_a_finding() -> None:
    rows = read_csv(check_csv.render(assessment_of()))
    assert len(rows) == 5
    assert rows[0]["状态"] == "严重超期"
    assert rows[0]["到期日"] == "2024-06-03"
    assert rows[0]["性质"] == "违法超期"
    assert rows[0]["标题"] == "2024年公务员考录公告"
    assert rows[2]["责任单位"] == ""


def test_due_csv_lists_what_no_date_can_be_given_for_last() -> None:
    rows = read_csv(due_csv.render(assessment_of(), 10))
    assert [row["状态"] for row in rows] == [
        "严重超期",
        "超期",
        "今日到期",
        "临期",
        "无法计算",
        "无法计算",
    ]
    assert rows[-1]["说明"] == "没有形成日期，不能确定起算日"


@given(assessment=assessments())
def test_no_cell_of_a_csv_runs_as_a_formula(assessment: Assessment) -> None:
    for row in read_csv(check_csv.render(assessment)):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
            assert "\n" not in cell


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86 537", "'+86 537"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("-12.5", "-12.5"),
        ("+3", "+3"),
        ("-1-1", "'-1-1"),
        ("2024", "2024"),
        ("", ""),
    ],
)
def test_a_text_that_would_run_is_quoted(text: str, written: str) -> None:
    assert harmless(text) == written


def test_an_undecided_finding_is_not_called_a_breach_in_csv() -> None:
    undecided = assessment_of().findings[3]
    fields = {name: getattr(undecided, name) for name in Finding.__struct_fields__}
    finding = Finding(**{**fields, "days_late": 1, "calendar_days_late": 1})
    assert finding.state is State.UNDECIDED
    (row,) = read_csv(check_csv.render(assessment_of(findings=(finding,))))
    assert row["性质"] == "上级规定"
