"""The layouts and machine formats of ``when`` and ``plan``, with any text and at any width."""

import json
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.assess.plan import Plan, plan
from gongkai_cli.assess.prospects import Prospects, prospects
from gongkai_cli.model.duty import Duty
from gongkai_cli.model.limit import Prompt, Within
from gongkai_cli.model.settings import Settings
from gongkai_cli.model.steps import STEPS, Step
from gongkai_cli.reports import plan_json, plan_table, when_json, when_table
from tests.making import JANUARY, QUARTERLY, TWENTY, calendar, day, duty, facts, law

from .hostile import texts
from .measuring import assert_fits, assert_lined_up
from .test_machine_formats import schema_of

WHEN, PLAN = (jsonschema.Draft7Validator(schema_of(name)) for name in ("when", "plan"))
WIDTHS = pytest.mark.parametrize("width", [60, 80, 140])
SEVEN = structs.replace(TWENTY, count=7, applies_to="行政处罚")
NATURAL = Within(count=20, unit="day", trigger="approved")
INTERPRET = Within(count=3, unit="workday", trigger="published")


def ahead_of(
    trigger: str = "2026-12-04",
    name: str = "事项",
    assumed: str | None = None,
    title: str | None = None,
    settings: Settings | None = None,
) -> Prospects:
    """Something of every kind: sure and provisional, of another duty, without a date, replaced."""
    one = duty(
        TWENTY, SEVEN, NATURAL, JANUARY, QUARTERLY, Prompt(),
        name=name, assumed=assumed, freshness=Within(count=6, unit="month"),
    )  # fmt: skip
    other = duty(INTERPRET, TWENTY, id="D2", subject_of="D1", name=f"解读{name}")
    statutes = (
        law(TWENTY),
        law(JANUARY, id="ANN", words=(name,) if name else (), replaces="REG-26"),
    )
    rows = facts(one, other, statutes=statutes, settings=settings)
    return prospects(rows, one, day(trigger), title=title)


def planned(ahead: Prospects, steps: tuple[Step, ...] = STEPS) -> Plan:
    made = plan(ahead, steps, calendar())
    assert made is not None
    return made


@WIDTHS
@given(name=texts, assumed=st.none() | texts, title=st.none() | texts, step=texts)
def test_no_text_of_a_user_breaks_a_page(
    name: str, assumed: str | None, title: str | None, step: str, width: int
) -> None:
    ahead = ahead_of(name=name, assumed=assumed, title=title)
    made = planned(ahead, (Step(step, 30, assumed), *STEPS))
    for page in (
        when_table.render(ahead, calendar(), width),
        plan_table.render(made, calendar(), width),
    ):
        assert_fits(page, width)
        assert_lined_up(page)


@given(trigger=st.dates(date(2024, 1, 1), date(2028, 12, 31)), title=st.none() | texts)
def test_the_machine_formats_keep_to_their_schemas(trigger: date, title: str | None) -> None:
    ahead = ahead_of(trigger.isoformat(), title=title)
    said = json.loads(when_json.render(ahead, calendar()))
    WHEN.validate(said)
    assert said["title"] == title
    assert [each["due"] for each in said["dates"]] == sorted(each["due"] for each in said["dates"])
    steps = json.loads(plan_json.render(planned(ahead), calendar()))
    PLAN.validate(steps)
    assert steps["steps"][-1]["last"] == steps["target"]["aim"] == said["planned_publication"]


@WIDTHS
def test_every_date_of_the_machine_format_is_in_the_table(width: int) -> None:
    ahead = ahead_of()
    page = when_table.render(ahead, calendar(), width)
    rows = [line for line in page.splitlines() if line[:4].isdigit()]
    assert [line.split()[:2] for line in rows] == [
        [each["due"], each["aim"]]
        for each in json.loads(when_json.render(ahead, calendar()))["dates"]
    ]


def test_every_date_that_may_move_is_marked_and_says_why() -> None:
    ahead = ahead_of()
    page = when_table.render(ahead, calendar(), 80)
    unsure = [each for each in ahead.dates if not each.deadline.certain]
    assert unsure
    rows = [line for line in page.splitlines() if line[:4].isdigit()]
    assert [line.split()[2] for line in rows] == [
        "确定" if each.deadline.certain else "暂算" for each in ahead.dates
    ]
    assert page.count("  暂算    ") == len(unsure)
    assert "2027年放假通知尚未印发" in page


def test_a_planned_date_that_may_move_is_marked_wherever_it_is_printed() -> None:
    one = duty(TWENTY, structs.replace(TWENTY, count=25))
    ahead = prospects(facts(one), one, day("2026-12-24"))
    page = plan_table.render(planned(ahead), calendar(), 80)
    assert f"  到期    {ahead.dates[0].deadline.due}（" in page
    assert "（暂算），当日完成为按时" in page
    assert f"另有 {ahead.dates[1].deadline.due}（暂算）到期" in page
    assert "只按一定上班的日子倒排" in page


def test_too_little_time_is_said_of_the_whole_and_of_every_step() -> None:
    one = duty(Within(count=3, unit="workday", trigger="formed"))
    ahead = prospects(facts(one), one, day("2024-06-27"))
    made = planned(ahead, (Step("起草", 2), Step("审核", 2, "推定的理由"), Step("上网", 1)))
    lines = plan_table.render(made, calendar(), 80).splitlines()
    table = [line for line in lines if line[:4].isdigit()]
    assert table == [
        "2024-06-27（周四）  2024-06-26（周三）  2       起草：来不及，差 1 个工作日",
        "2024-07-01（周一）  2024-06-28（周五）  2       审核（推定）",
        "2024-07-02（周二）  2024-07-02（周二）  1       上网",
    ]
    assert any(line.startswith("结论：时间不够：差 1 个工作日。") for line in lines)
    assert lines[-1] == "  审核 工作日数：推定的理由"


def test_how_the_first_day_is_counted_is_said_as_the_workspace_chose() -> None:
    counted = Settings(trigger_day="计入", chosen=frozenset(("起算当日",)))
    one: Duty = duty(TWENTY)
    for settings, words in ((None, "当日不计入"), (counted, "当日计入")):
        ahead = prospects(facts(one, settings=settings), one, day("2024-06-27"))
        page = when_table.render(ahead, calendar(), 80)
        assert f"  起算    2024-06-27（周四），信息形成或变更，{words}" in page.splitlines()


def test_an_internal_duty_is_done_and_not_published() -> None:
    one = duty(TWENTY, kind="internal")
    ahead = prospects(facts(one), one, day("2024-06-27"))
    assert "确定  办结 D1 类别/事项" in when_table.render(ahead, calendar(), 80)
    assert "按报送、办结理解" in plan_table.render(planned(ahead), calendar(), 80)


def test_a_period_that_is_counted_from_its_end_says_so() -> None:
    quarterly, yearly = duty(QUARTERLY, kind="internal"), duty(JANUARY)
    for one, said in ((quarterly, True), (yearly, False)):
        page = when_table.render(prospects(facts(one), one, day("2024-07-13")), calendar(), 80)
        assert ("  起算    2024-09-30（周一），该期结束，当日不计入\n" in page) is said
        assert ("  起算" in page) is said
