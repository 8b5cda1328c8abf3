"""The workspaces of bodies that are not of the police, judged whole.

Every date here is counted by hand on the calendars of 2025 and 2026: 2026-01-04, 02-14, 02-28 and
05-09 work; 2026-01-01 to 03, 02-15 to 23, 04-04 to 06, 05-01 to 05 and 06-19 to 21 do not.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.checks import ALL
from gongkai_cli.commands import main
from gongkai_cli.data_files import data_folder
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
TOWNSHIP, BUREAU = EXAMPLES / "township", EXAMPLES / "county-bureau"
DAY = {TOWNSHIP: "2026-07-10", BUREAU: "2026-05-11"}
BOTH = pytest.mark.parametrize("folder", DAY, ids=lambda folder: folder.name)
Said = pytest.CaptureFixture[str]


def check(folder: Path, capfd: Said, *more: str) -> tuple[int, dict[str, Any]]:
    """Exit code and result of the check on the day of the example."""
    day = () if "--as-of" in more else ("--as-of", DAY[folder])
    code = main(["check", "-w", str(folder), *day, "--format", "json", *more])
    return code, json.loads(capfd.readouterr().out)


def found(result: dict[str, Any], **wanted: str) -> list[dict[str, Any]]:
    """The findings with these values."""
    return [
        each
        for each in result["findings"]
        if all(each[key] == value for key, value in wanted.items())
    ]


def lateness(result: dict[str, Any], **wanted: str) -> set[tuple[str, int, int]]:
    """Due day, working days and natural days late of those findings."""
    return {
        (each["due"], each["days_late"], each["calendar_days_late"])
        for each in found(result, **wanted)
    }


@BOTH
def test_the_ledger_and_the_catalogues_are_read_whole(folder: Path, capfd: Said) -> None:
    assert main(["ledger", "check", "-w", str(folder)]) == 0
    assert "错误 0 处" in capfd.readouterr().out
    assert not read_workspace(folder).problems
    for each in sorted(folder.rglob("*.yaml")):
        if each.name not in ("gongkai.yaml", "通讯录.yaml"):
            catalogue, problems = read_catalogue(each.read_bytes(), each.name)
            assert catalogue is not None
            assert not problems
            assert 20 <= len(catalogue.duties) <= 35


@BOTH
def test_every_wording_is_read_or_refused_aloud(folder: Path, capfd: Said) -> None:
    facts = read_workspace(folder).facts
    assert facts is not None
    catalogues = [each.catalogue for each in facts.editions] or [facts.catalogue]
    for duty in (duty for catalogue in catalogues for duty in catalogue.duties):
        if duty.only_in is not None:
            continue
        assert duty.limits, duty.id
        for each in duty.limits:
            assert each.reading.limits or each.reading.refused, duty.id
            if each.assumed:
                assert each.wording not in duty.printed.values()
    refused = {
        duty.id for duty in facts.catalogue.duties for each in duty.limits if each.reading.refused
    }
    _, result = check(folder, capfd)
    states = {each["id"]: each["state"] for each in result["duties"]}
    assert refused == ({"A25"} if folder == BUREAU else set())
    assert {states[id] for id in refused} <= {"未能核查"}


@BOTH
def test_the_catalogue_is_found_fault_with_and_is_no_error(folder: Path, capfd: Said) -> None:
    arguments = ["catalogue", "lint", "-w", str(folder), "--as-of", DAY[folder]]
    assert main([*arguments, "--fail-on", "严重"]) == 0
    out, err = capfd.readouterr()
    assert not err
    for code in ("GK104", "GK109", "GK118", "GK120"):
        assert code in out
    assert "GK111" not in out
    assert "GK117" not in out


def test_the_two_have_a_finding_of_every_kind(capfd: Said) -> None:
    codes = {each["code"] for folder in DAY for each in check(folder, capfd)[1]["findings"]}
    assert codes == {each.CODE for each in ALL}


@BOTH
def test_the_exit_code_says_that_something_weighs_much(folder: Path, capfd: Said) -> None:
    assert check(folder, capfd)[0] == 1
    assert check(folder, capfd, "--fail-on", "严重")[0] == 0
    assert not check(folder, capfd)[1]["problems"]


def test_a_document_is_held_to_the_catalogue_of_its_day(capfd: Said) -> None:
    """Formed on Monday 2025-12-22: 20 working days end on 2026-01-20, when it was published.

    23 to 26 December are 4, 29 to 31 are 7, Sunday 4 January is the 8th, 5 to 9 end with the 13th,
    12 to 16 with the 18th, 20 January is the 20th. Ten would have ended on 6 January. What was
    formed on 2026-06-24 has ten: 25, 26, 29, 30 June, 1 to 3, 6 to 8 July.
    """
    _, result = check(TOWNSHIP, capfd)
    assert not found(result, record="青政发〔2025〕11号")
    assert not found(result, record="党政-01")
    assert lateness(result, record="党政-03") == {("2026-07-08", 2, 2)}
    (late,) = found(result, record="党政-03")
    assert (late["state"], late["severity"], late["duty"]) == ("超期", "中", "Q03")
    main(["explain", "党政-01", "-w", str(TOWNSHIP), "--as-of", DAY[TOWNSHIP]])
    said = capfd.readouterr().out
    assert "20个工作日内" in said
    assert "到期    2026-01-20" in said


@pytest.mark.parametrize(
    ("record", "code", "due", "workdays", "days"),
    [
        # the meeting of Thursday 11 June: 12, 15, 16, 17, 18 June; 19 to 21 rest, 22 is late by one
        ("党政-09", "GK202", "2026-06-18", 1, 4),
        # approved on 13 March: 20 natural days; 3 April works, 4 to 6 rest, published on the 7th
        ("财政-01", "GK202", "2026-04-02", 2, 5),
        # 31 January is a Saturday and stays; Monday and Tuesday are late
        ("党政-02", "GK205", "2026-01-31", 2, 3),
        # decided on 30 June: 1 to 3, 6 to 9 July
        ("执法-02", "GK201", "2026-07-09", 1, 1),
        # the document was published on 3 July, and its interpretation is due on 6, 7, 8 July
        ("党政-04", "GK701", "2026-07-08", 2, 2),
        ("民政-06", "GK206", "2026-06-10", 2, 2),
    ],
)
def test_what_is_late_in_the_township(
    record: str, code: str, due: str, workdays: int, days: int, capfd: Said
) -> None:
    _, result = check(TOWNSHIP, capfd)
    assert lateness(result, record=record, code=code) == {(due, workdays, days)}


def test_the_month_that_nobody_reported_is_missing_and_the_others_are_not(capfd: Said) -> None:
    """The limit of every month holds from March 2026; 10 May is a Sunday and does not move.

    Working days behind it: 15 in May (11 to 29), 21 in June (22 weekdays without Friday the 19th),
    8 in July.
    """
    _, result = check(TOWNSHIP, capfd)
    missing = found(result, duty="Q09", record="2026年5月")
    assert [(each["state"], each["due"]) for each in missing] == [("严重超期", "2026-05-10")]
    assert missing[0]["days_late"] == 15 + 21 + 8
    assert {each["record"] for each in found(result, duty="Q09")} == {"2026年5月", "民政-06"}


def test_what_falls_due_in_the_township(capfd: Said) -> None:
    """Settled on 26 June: 29, 30 June, 1 to 3, 6 to 10 July. Received on 1 July: until the 15th."""
    _, result = check(TOWNSHIP, capfd)
    (today,) = found(result, code="GK204")
    assert (today["record"], today["due"], today["state"]) == ("财政-03", DAY[TOWNSHIP], "今日到期")
    (soon,) = found(result, code="GK203")
    assert (soon["record"], soon["due"]) == ("资源-01", "2026-07-15")


def test_a_day_earlier_it_is_not_near_yet_by_the_three_days_of_the_township(capfd: Said) -> None:
    _, result = check(TOWNSHIP, capfd, "--as-of", "2026-07-09")
    assert "资源-01" not in {each["record"] for each in found(result, code="GK203")}


def test_states_of_the_township(capfd: Said) -> None:
    """Columns were looked at on 2026-07-08; two weeks from 20 June end on 4 July."""
    _, result = check(TOWNSHIP, capfd)
    states = {each["id"]: each["state"] for each in result["duties"]}
    wanted = {
        "Q01": "未能核查",
        "Q05": "空白",
        "Q08": "合规",
        "Q09": "严重超期",
        "Q10": "合规",
        "Q14": "合规",
        "Q17": "缺失",
        "Q18": "合规",
        "Q20": "已说明",
        "Q26": "陈旧",
    }
    assert {id: states[id] for id in wanted} == wanted


def test_the_villages_are_one_group_with_its_members(capfd: Said) -> None:
    """They answer for Q11 and Q15, and only help with Q14."""
    _, whole = check(TOWNSHIP, capfd, "--unit", "各村（社区）")
    assert {each["id"] for each in whole["duties"]} == {"Q11", "Q15"}
    facts = read_workspace(TOWNSHIP).facts
    assert facts is not None
    by_number = {each.number: each.units for each in facts.ledger.records}
    assert by_number["农-04"] == ("农经站", "各村（社区）")
    assert by_number["农-01"] == ("上柳村", "石坪村", "南泉村", "桥东社区")


@pytest.mark.parametrize(
    ("duty", "code", "due", "workdays", "days"),
    [
        # approved on 5 February: 20 natural days end on the 25th, published on the 26th
        ("A05", "GK202", "2026-02-25", 1, 1),
        # published on 10 March: 11, 12, 13; the interpretation came on Monday the 16th
        ("A04", "GK701", "2026-03-13", 1, 3),
        # the first quarter ends on 31 March; 1 and 2 April
        ("A17", "GK206", "2026-03-31", 2, 2),
        # 15 days behind the quarter; 2 + 5 + 4 working days in April, 6, 7, 8, Saturday 9, 11 May
        ("A20", "GK206", "2026-04-15", 16, 26),
        # decided on 24 April: 27 to 30 April, 6, 7, 8 May; Saturday 9 May works
        ("A13", "GK201", "2026-05-08", 2, 3),
        # 10 May is a Sunday and does not move
        ("A24", "GK206", "2026-05-10", 1, 1),
    ],
)
def test_what_is_late_in_the_bureau(
    duty: str, code: str, due: str, workdays: int, days: int, capfd: Said
) -> None:
    _, result = check(BUREAU, capfd)
    assert lateness(result, duty=duty, code=code) == {(due, workdays, days)}


def test_a_make_up_saturday_counts_for_the_bureau(capfd: Said) -> None:
    """Formed on 8 April: the 20th working day is Saturday 9 May, the day it was published on.

    9, 10, 13 to 17, 20 to 24, 27 to 30 April are 16; 6, 7, 8 and 9 May end with the 20th. Formed a
    day later it falls due on Monday the 11th.
    """
    _, result = check(BUREAU, capfd)
    assert not found(result, record="云农发〔2026〕6号", code="GK202")
    (today,) = found(result, code="GK204")
    assert (today["record"], today["due"]) == ("云农发〔2026〕7号", "2026-05-11")


def test_an_open_question_of_counting_stays_open_for_the_bureau_alone(capfd: Said) -> None:
    """20 natural days from 14 April end on 4 May, a holiday; the next working day is the 6th."""
    _, result = check(BUREAU, capfd)
    (open_,) = found(result, code="GK207")
    assert (open_["earliest"], open_["latest"]) == ("2026-05-04", "2026-05-06")
    assert open_["state"] == "暂不能定"
    assert not found(check(TOWNSHIP, capfd)[1], code="GK207")


def test_a_superior_rule_that_is_assumed_makes_an_own_limit_no_lighter(capfd: Said) -> None:
    """A15 is due on 31 January by the bureau's own catalogue, and by a rule known by hearsay."""
    severities = {
        basis: {each["severity"] for each in found(result, duty="A15", code="GK205")}
        for basis in ("目录", "从严")
        for result in [check(BUREAU, capfd, "--basis", basis)[1]]
    }
    assert severities == {"目录": {"高"}, "从严": {"高"}}


def test_the_catalogue_of_the_bureau_is_its_paper_imported(tmp_path: Path, capfd: Said) -> None:
    """Read again, the paper gives the same rows; what people added is named in the file."""
    paper = BUREAU / "来源" / "主动公开基本目录.docx"
    made = tmp_path / "catalogue.yaml"
    assert main(["catalogue", "import", str(paper), "-o", str(made)]) == 0
    fresh, problems = read_catalogue(made.read_bytes(), made.name)
    shipped, _ = read_catalogue((BUREAU / "catalogue.yaml").read_bytes(), "catalogue.yaml")
    assert fresh is not None
    assert shipped is not None
    assert not problems
    assert (fresh.title, fresh.body, fresh.source, fresh.period.first, fresh.period.last) == (
        shipped.title,
        shipped.body,
        shipped.source,
        shipped.period.first,
        shipped.period.last,
    )
    assert len(fresh.duties) == len(shipped.duties) == 26
    for ours, theirs in zip(shipped.duties, fresh.duties, strict=True):
        assert ours.printed == theirs.printed
        assert (ours.id, ours.category, ours.name, ours.content, ours.open_units) == (
            theirs.id,
            theirs.category,
            theirs.name,
            theirs.content,
            theirs.open_units,
        )
        assert [each.reading for each in ours.limits] == [each.reading for each in theirs.limits]
        assert (ours.freshness and ours.freshness.wording) == (
            theirs.freshness and theirs.freshness.wording
        )
        written = [each.written or each.unit for each in ours.units if each.role != "support"]
        assert written == [each.written or each.unit for each in theirs.units]


def test_the_years_of_the_township_differ_as_its_readme_says(capfd: Said) -> None:
    years = [str(TOWNSHIP / "目录" / f"{year}年.yaml") for year in (2025, 2026)]
    assert main(["catalogue", "diff", *years, "--format", "json"]) == 0
    changes = json.loads(capfd.readouterr().out)["changes"]
    kinds = [each["kind"] for each in changes]
    assert (kinds.count("added"), kinds.count("dropped")) == (2, 1)
    renamed = [each for each in changes if "惠农补贴" in json.dumps(each, ensure_ascii=False)]
    assert [each["kind"] for each in renamed] == ["changed"]


@BOTH
def test_reminders_run_dry(folder: Path, tmp_path: Path, capfd: Said) -> None:
    assert main(["init", str(tmp_path / "w"), "--example-of", folder.name]) == 0
    arguments = ["remind", "-w", str(tmp_path / "w"), "--as-of", DAY[folder], "--dry-run"]
    assert main(arguments) in (0, 1)
    assert not capfd.readouterr().err


BODIES = r"兖州|济宁|云溪|青石|yanzhou|qingshi|nyncj|township|county-bureau"


def test_no_code_knows_any_of_the_bodies() -> None:
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.html")]
    assert len(sources) > 200
    known = {
        path.relative_to(ROOT).as_posix(): match[0]
        for path in sources
        if (match := re.search(BODIES, path.read_text(encoding="utf-8")))
    }
    assert known == {}


def test_nobody_in_the_examples_can_be_called_or_visited() -> None:
    """No telephone number, no address on the net but reserved ones."""
    for path in EXAMPLES.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"1[3-9]\d{9}|0\d{2,3}-\d{7,8}", text), path
        assert set(re.findall(r"@[\w.]+", text)) <= {"@qingshi.example", "@nyncj.example"}, path


def test_a_law_about_departments_is_not_held_against_a_township() -> None:
    """条例49(1) and 预算法14(2) speak of 部门; a township is a government, not a department."""
    ids = {
        name: {each.id for each in read_workspace(data_folder() / "examples" / name).facts.statutes}  # type: ignore[union-attr]
        for name in ("township", "county-bureau")
    }
    assert not ids["township"] & {"ANN-DEPT", "BUD-DEPT"}
    assert {"ANN-DEPT", "BUD-DEPT", "REG-26"} <= ids["county-bureau"]
    assert "REG-26" in ids["township"]
