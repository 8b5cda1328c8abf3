import re

import pytest
from hypothesis import given
from rich.cells import cell_len

from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.finding import Finding, Severity, State
from gongkai_cli.reports import check_table

from .hostile import assessments
from .measuring import assert_fits, assert_lined_up, tables
from .samples import FINDINGS, assessment_of

WIDTHS = pytest.mark.parametrize("width", [60, 80, 140])


def lines_of(assessment: Assessment, width: int = 80) -> list[str]:
    return check_table.render(assessment, width).splitlines()


@WIDTHS
def test_it_is_lined_up_at_any_width_and_safe_on_a_gbk_console(width: int) -> None:
    text = check_table.render(assessment_of(), width)
    assert_fits(text, width)
    assert_lined_up(text)
    text.encode("gbk")


@WIDTHS
@given(assessment=assessments())
def test_no_text_of_a_user_breaks_the_layout(assessment: Assessment, width: int) -> None:
    text = check_table.render(assessment, width)
    assert_fits(text, width)
    assert_lined_up(text)


def test_coverage_comes_first_and_totals_last() -> None:
    lines = lines_of(assessment_of())
    assert lines[2] == "已核查 6 项问题中的 3 项（50%），未能核查 3 项："
    assert lines[3] == "  从未核查：2 项（A03、A04）"
    assert lines[-10] == "问题 5 个：严重 1，高 2，低 1，提示 1"
    assert lines[-1].split() == ["合计", "6", "1", "1", "1", "1", "1", "1"]


def test_the_most_urgent_unit_comes_first() -> None:
    text = check_table.render(assessment_of(), 80)
    order = [text.index(f"\n{unit}：") for unit in ("人事科", "信息科", "法规科", "文书科")]
    assert order == sorted(order)


def test_a_finding_shows_what_one_needs_to_check_it_and_to_act() -> None:
    rows = next(rows for _, rows in tables(check_table.render(assessment_of(), 140)))
    assert rows == [
        "严重超期  2024-06-03  38工作日/53日    A03 招考录用/公务员考录",
        "  信息    2024-007 2024年公务员考录公告（台账.xlsx!信息台账!A9）",
        "  时限    相关信息形成或变更之日起20个工作日内；依据：政府信息公开条例第二十六条；"
        "附件1第3行；违法超期",
        "  问题    超期未公开（严重，GK201），“2024年公务员考录公告”应于2024-06-03前公开，"
        "至今没有公开",
        "  下一步  立即公开，并在台账“公开日期”一栏登记",
    ]


def test_what_cannot_be_told_yet_is_not_called_late() -> None:
    doubtful = FINDINGS[3]
    late_in_one_reading = Finding(
        **{
            **{name: getattr(doubtful, name) for name in Finding.__struct_fields__},
            "days_late": 1,
            "calendar_days_late": 1,
        }
    )
    text = check_table.render(assessment_of(findings=(late_in_one_reading,)), 80)
    assert "违反上级规定" not in text
    assert "1工作日" not in text
    assert "区间    2024-07-26 至 2024-07-29，暂不能定" in text


def test_a_finding_of_several_units_stands_under_the_lead_and_is_pointed_to() -> None:
    text = check_table.render(assessment_of(), 80)
    assert text.count("2024年上半年行政处罚决定") == 1
    assert "会同    信息科" in text
    assert "\n信息科：超期 1，会同 A04（见法规科）\n" in text


def test_a_unit_with_nothing_but_shared_findings_is_named_too() -> None:
    text = check_table.render(assessment_of(findings=FINDINGS[3:4]), 80)
    assert "\n\n信息科：会同 A04（见法规科）\n" in text


def test_a_report_about_a_unit_puts_shared_findings_under_it() -> None:
    found = assessment_of(findings=FINDINGS[3:4])
    text = check_table.render(found, 80, within=frozenset({"信息科"}))
    assert "\n信息科：暂不能定 1\n" in text
    assert "会同    法规科" in text
    assert "见信息科" not in text


def test_findings_that_say_the_same_of_many_columns_are_one_entry() -> None:
    same = [
        Finding(
            code="GK305",
            name="栏目未能核查",
            severity=Severity.INFO,
            state=State.UNCHECKED,
            message="没有核查记录",
            next_step="打开网站核查",
            duty=id,
            column=id,
            units=("人事科",),
        )
        for id in ("A03", "A06")
    ]
    text = check_table.render(assessment_of(findings=tuple(same)), 140)
    assert "2 个事项\n  事项    A03 招考录用/公务员考录；A06 组织管理/领导信息\n" in text
    assert text.count("打开网站核查") == 1
    assert "人事科：未能核查 2" in text


def test_settings_calendar_and_assumptions_are_printed() -> None:
    text = re.sub(r"\n *", "", check_table.render(assessment_of(), 80))
    rules = "口径：从严（目录和法律的时限都算）；起算当日 不计入；末日遇休息日 顺延"
    assert rules in text
    assert "临期天数 5（本单位设定）" in text
    assert (
        "放假通知用到 国办发明电〔2023〕7号（2024年）；本工作区另有放假安排：holidays/2024.yaml"
        in text
    )
    assert "A05 责任单位：未定（目录没有写责任单位）" in text
    assert "A04 时限“确定之日起5个工作日内”：原文没有数字，按5个工作日" in text
    assert "未判断：1 项在台账起始以前，不在台账期内" in text
    assert "没有判断的（不在台账期内）2023年度 A06" in text


def test_wrong_data_is_named_before_the_totals() -> None:
    text = check_table.render(assessment_of(), 80)
    assert text.index("台账.xlsx!信息台账!F37: 不是日期：“去年”") < text.index("按单位和状态合计")


def test_nothing_found_is_said() -> None:
    assert "没有发现问题。" in check_table.render(assessment_of(findings=()), 80)


def test_totals_too_wide_for_the_terminal_become_lists() -> None:
    narrow = check_table.render(assessment_of(), 60)
    assert "人事科          2     严重超期 1，未能核查 1" in narrow


def test_colour_adds_nothing_but_colour() -> None:
    plain = check_table.render(assessment_of(), 80)
    coloured = check_table.render(assessment_of(), 80, colour=True)
    assert "\x1b[31m超期\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
    assert "\x1b" not in plain


def test_a_share_is_never_rounded_up_to_all() -> None:
    from gongkai_cli.model.assessment import Question

    questions = [Question(duty="A01", question="?", answered=n > 0) for n in range(1000)]
    assert "（99%）" in lines_of(assessment_of(questions=tuple(questions)))[2]


def test_every_line_of_a_long_report_is_measured() -> None:
    many = assessment_of(findings=FINDINGS * 50)
    assert max(cell_len(line) for line in lines_of(many)) <= 80
