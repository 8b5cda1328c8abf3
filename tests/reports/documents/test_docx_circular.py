"""通报, 月报 and 季报: coverage first, and figures that another count of the same facts gives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.duty import Duty, Responsibility
from gongkai_cli.reports.documents.papers.circulars import month_of, quarter_of
from tests.making import TWENTY, column, day, duty, facts, record
from tests.reports.samples import assessment_of

from .docx_papers import only_paper

SEEN = tuple(column(duty=id, checked="2024-07-22", updated="2024-07-20") for id in ("D1", "D2"))


def of_unit(unit: str, number: int) -> Duty:
    return structs.replace(
        duty(TWENTY, id=f"D{number}", name=f"事项{number}"), units=(Responsibility(unit, "lead"),)
    )


def three_units() -> Assessment:
    """甲 has a late record, 乙 has nothing wrong, 丙 has a column that nobody has looked at."""
    duties = [of_unit(unit, number) for number, unit in enumerate(("甲科", "乙科", "丙科"), 1)]
    found = facts(
        *duties,
        records=(
            record(duty="D1", number="R1"),
            record("2024-07-01", "2024-07-10", duty="D2", number="R2"),
            record("2024-06-03", "2024-07-11", duty="D2", number="R3"),
            record("2024-07-22", duty="D3", number="R4"),
        ),
        columns=SEEN,
    )
    return assess(found, as_of=day("2024-07-26"))


def test_coverage_comes_first_and_unknown_is_not_good() -> None:
    words = only_paper("通报", three_units())
    said = words[words.index("一、总体情况") + 1]
    assert said.startswith("应核查")
    assert "不作合规看待" in said
    assert said.index("覆盖率") < said.index("合格率")
    assert "本次核查3家单位牵头的3个事项" in said
    assert "没有发现问题且各项均已核查的0家，合格率0%；存在问题的2家" in said
    assert "未能核查或者暂不能定的1家，不能下结论，不计入合格" in said


def test_a_third_of_three_units_is_33_percent() -> None:
    duties = [of_unit(unit, number) for number, unit in enumerate(("甲科", "乙科", "丙科"), 1)]
    found = facts(
        *duties,
        records=(record(duty="D1"), record("2024-07-01", "2024-07-10", duty="D2", number="R2")),
        columns=SEEN,
    )
    words = only_paper("通报", assess(found, as_of=day("2024-07-26")))
    said = next(line for line in words if "合格率" in line)
    assert "没有发现问题且各项均已核查的1家，合格率33%" in said
    assert "存在问题的1家，问题1个" in said
    assert "未能核查或者暂不能定的1家" in said
    rows = [line.split(" | ") for line in words if line[:1].isdigit() and " | " in line]
    assert {row[1]: row[-1] for row in rows} == {
        "甲科": "存在问题",
        "乙科": "未发现问题",
        "丙科": "不能下结论",
    }
    for row in rows:
        assert int(row[2]) == sum(map(int, row[3:10]))


def test_kinds_of_problems_are_counted_and_named() -> None:
    words = only_paper("通报", assessment_of())
    assert "一是超期未公开2个，涉及2家单位：人事科、信息科。" in words
    assert "二是栏目缺失1个，涉及0家单位：无，另有1个没有明确责任单位。" in words
    assert any("问题3个，其中时限为推定的0个" in line for line in words)
    assert any("违法超期1个、超本单位时限1个" in line for line in words)
    assert any("另有1个事项是否超期尚不能确定，不作为问题" in line for line in words)


def test_one_kind_alone_is_not_counted_off() -> None:
    words = only_paper(
        "通报", structs.replace(assessment_of(), findings=assessment_of().findings[:2])
    )
    assert "超期未公开2个，涉及2家单位：人事科、信息科。" in words


def test_where_nothing_is_wrong_it_says_how_far_that_goes() -> None:
    words = only_paper("通报", structs.replace(assessment_of(), findings=()))
    assert "在已核查的范围内没有发现问题。" in words


def test_the_table_of_units_stands_on_a_page_of_its_own_and_is_named_in_the_text() -> None:
    words = only_paper("通报", three_units())
    assert "附件：各单位政务公开核查情况" in words
    assert words[words.index("附件") + 1] == "各单位政务公开核查情况"
    assert words[words.index("附件") + 2].startswith("序号 | 单位 | 事项 | 合规")


@pytest.mark.parametrize(("name", "first"), [("月报", "2024年7月1日"), ("季报", "2024年7月1日")])
def test_a_report_counts_what_was_formed_published_and_due_in_its_time(
    name: str, first: str
) -> None:
    words = "".join(only_paper(name, three_units()))
    # formed: R2, R4; published: R2 in time (due 07-29), R3 late (formed 06-03, due 07-02)
    # due by 07-26: R1 on 07-25 and still open, R3 on 07-02
    assert f"{first}至2024年7月26日，台账登记新形成信息2条" in words
    assert "公开（办结）2项，其中按时1项，超期1项" in words
    assert "到期2项，其中至核查日尚未公开（办结）的1项" in words


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_month_and_quarter_hold_their_day_and_begin_where_the_calendar_says(value: date) -> None:
    for span in (month_of(value), quarter_of(value)):
        assert span.first <= value == span.last
        assert span.first.day == 1
        assert not span.holds(date.fromordinal(span.first.toordinal() - 1))
        assert not span.holds(None)
    assert quarter_of(value).first.month in (1, 4, 7, 10)
    assert (value.month - quarter_of(value).first.month) in (0, 1, 2)
    assert month_of(value).first.month == value.month
