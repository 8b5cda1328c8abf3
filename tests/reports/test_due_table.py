import pytest
from hypothesis import given
from msgspec import structs

from gongkai_cli.model.assessment import Assessment
from gongkai_cli.reports import due_table
from gongkai_cli.reports.due_sheet import sheet_of

from .hostile import assessments
from .measuring import assert_fits, assert_lined_up, tables
from .samples import CASES, LAW, assessment_of

WIDTHS = pytest.mark.parametrize("width", [60, 80, 140])


@WIDTHS
def test_it_is_lined_up_at_any_width_and_safe_on_a_gbk_console(width: int) -> None:
    text = due_table.render(sheet_of(assessment_of()), width, 10)
    assert_fits(text, width)
    assert_lined_up(text)
    text.encode("gbk")


@WIDTHS
@given(assessment=assessments())
def test_no_text_of_a_user_breaks_the_layout(assessment: Assessment, width: int) -> None:
    text = due_table.render(sheet_of(assessment), width, 10)
    assert_fits(text, width)
    assert_lined_up(text)


def test_late_ones_come_before_what_falls_due_next() -> None:
    late, coming = tables(due_table.render(sheet_of(assessment_of()), 140, 10))
    assert late[1] == [
        "2024-06-03  已超 38 工作日   A03 招考录用/公务员考录",
        "  信息    2024年公务员考录公告",
        "  单位    人事科",
        "  时限    相关信息形成或变更之日起20个工作日内；依据：政府信息公开条例第二十六条；"
        "附件1第3行；违法超期",
        "2024-07-25  已超 1 工作日    A02 组织管理/工作推进",
        "  信息    2024年政务公开工作方案",
        "  单位    信息科",
        "  时限    相关信息形成或变更之日起20个工作日内；依据：附件1第2行；超本单位时限",
    ]
    assert [line for line in coming[1] if line.startswith("2024")] == [
        "2024-07-26  今日到期         A04 行政执法公示/专题展示",
        "2024-07-31  还剩 3 工作日    A01 政策文件/部门文件",
    ]


def test_what_no_date_can_be_given_for_is_listed_with_its_reason() -> None:
    text = due_table.render(sheet_of(assessment_of()), 80, 10)
    assert "无法计算到期日 2 项" in text
    assert text.count("  原因    没有形成日期，不能确定起算日") == 2


def test_an_interval_is_said_to_be_provisional() -> None:
    text = due_table.render(sheet_of(assessment_of()), 140, 10)
    assert "  暂算    2024-07-26 至 2024-07-29，暂不能定：口径“末日遇休息日”未选定" in text


def test_a_day_to_aim_at_is_named_where_it_is_not_the_due_day() -> None:
    running = CASES[3].clocks[0]
    assert running.deadline is not None
    earlier = structs.replace(running.deadline, aim=running.deadline.trigger)
    case = structs.replace(CASES[3], clocks=(structs.replace(running, deadline=earlier),))
    text = due_table.render(sheet_of(assessment_of(cases=(case,))), 80, 10)
    assert "  建议    2024-07-03 前完成" in text


def test_the_later_clocks_of_a_case_are_named_below_the_first() -> None:
    first, second = CASES[1].clocks[0], CASES[0].clocks[0]
    case = structs.replace(CASES[1], clocks=(second, first))
    text = due_table.render(sheet_of(assessment_of(cases=(case,))), 140, 10)
    assert (
        "  另有    2024-07-25 到期：相关信息形成或变更之日起20个工作日内；依据：附件1第2行" in text
    )
    assert LAW.basis in text


def test_what_lies_beyond_the_window_is_counted() -> None:
    assert "另有 2 项在此之后到期" in due_table.render(sheet_of(assessment_of()), 80, 0)


def test_the_settings_are_printed() -> None:
    assert "口径：从严" in due_table.render(sheet_of(assessment_of()), 80, 10)
