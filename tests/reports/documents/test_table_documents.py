"""What the tables say of an assessment: every row, every number, and what is left out."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.case import ColumnView
from gongkai_cli.model.finding import State
from gongkai_cli.model.ledger import Column
from gongkai_cli.model.limit import Within
from gongkai_cli.office import table_workbook
from gongkai_cli.reports.documents import Asked
from tests.making import TWENTY, column, day, duty, facts, record, statement
from tests.reports.hostile import assessments
from tests.reports.samples import COLUMNS, DUTIES, FINDINGS, assessment_of

from .tables import TABLES, shown

OF_FINDINGS = ("问题清单", "问题明细表", "整改台账", "监测整改台账", "整改报告表", "问题整改情况表",
               "测评得分表", "链接反馈")  # fmt: skip


def test_a_list_of_problems_has_a_row_for_each_by_unit_of_the_catalogue() -> None:
    table = shown("问题清单", assessment_of())
    assert table.title == "示例局政务公开问题清单"
    assert table.column("序号") == [1, 2, 3, 4, 5]
    # the order of the catalogue: 文书科, 信息科, 人事科, 法规科, then what is of no unit
    assert table.column("责任单位") == [
        "文书科", "信息科", "人事科", "法规科、信息科", "未明确责任单位",
    ]  # fmt: skip
    late = table.rows[2]
    assert late["一级指标"] == "招考录用"
    assert late["二级指标"] == "公务员考录"
    assert "政府信息公开条例第二十六条" in late["评价标准"]
    assert late["问题明细"].startswith("“2024年公务员考录公告”超期未公开。")
    assert late["整改结果"] is None


def test_of_several_units_the_one_that_is_asked_for_decides_where_a_row_stands() -> None:
    table = shown("问题清单", assessment_of(findings=FINDINGS[3:4]), within=frozenset({"信息科"}))
    assert table.column("责任单位") == ["法规科、信息科"]
    assert table.lines[0].startswith("范围：信息科　　核查日：2024-07-26")


def test_the_page_says_how_much_was_looked_at_and_the_second_sheet_why_not_more() -> None:
    table = shown("问题清单", assessment_of())
    # three questions of six are answered
    assert "已核查 6 项问题中的 3 项（50%），未能核查 3 项（不等于合规）" in table.lines[0]
    assert table.about["机关"] == ["示例局"]
    assert table.about["核查日"] == ["2024-07-26"]
    assert table.about["制表日期"] == ["2024-07-26"]
    covered = "\n".join(table.about["覆盖率"])
    assert "从未核查：2 项（A03、A04）" in covered
    assert "没有形成日期：1 项（A06）" in covered
    assert "没有核查的不等于合规" in covered
    assert "严重超期天数 20" in table.about["口径"][0]
    assert table.about["未判断"] == ["不在台账期内：2023年度 A06"]
    assert table.about["台账错误"][0].startswith("台账有 2 处错误")
    assert any("台账.xlsx!信息台账!F37" in each for each in table.about["台账错误"])
    assert any("原文没有数字，按5个工作日" in each for each in table.about["推定"])
    assert "JZ" in table.about["表头来源"][0]


@given(st.sampled_from(OF_FINDINGS), assessments())
def test_whatever_users_wrote_every_finding_is_in_the_table_or_counted_as_left_out(
    name: str, assessment: Assessment
) -> None:
    table = shown(name, assessment)
    left_out = Counter[str]()
    for line in table.about.get("没有列入", []):
        what, _, number = line.removesuffix(" 行").partition("的 ")
        left_out[what] = int(number)
    assert len(table.rows) + left_out.total() == len(assessment.findings)
    assert set(left_out) <= {f"状态为{state.value}" for state in State} | {"状态为其他"}


def test_what_falls_due_is_no_problem_yet_and_is_counted_as_left_out() -> None:
    given = facts(
        duty(TWENTY),
        records=(record("2024-06-27", number="R1"), record("2024-06-20", number="R2")),
        columns=(column(checked="2024-07-20", updated="2024-07-19"),),
    )
    # R1 is due on 25 July (20 working days), R2 was on 18 July
    table = shown("问题清单", assess(given, as_of=day("2024-07-24")))
    assert [row["问题明细"].split("。")[0] for row in table.rows] == ["“示例”超期未公开"]
    assert table.about["没有列入"] == ["状态为临期的 1 行"]


def test_a_table_without_rows_says_so_and_that_unknown_is_not_compliant() -> None:
    table = shown("问题清单", assess(facts(duty(TWENTY)), as_of=day("2024-07-24")))
    assert [row["问题明细"] for row in table.rows] == [
        "“类别/事项”栏目未能核查。台账中没有该栏目的核查记录"
    ]
    empty = shown("整改台账", assess(facts(duty(TWENTY)), as_of=day("2024-07-24")))
    assert empty.rows == ()
    assert empty.notes[0] == "截至2024-07-24，已核查的部分没有要列出的内容。"
    assert empty.about["没有列入"] == ["状态为未能核查的 1 行"]
    assert "未能核查 1 项（不等于合规）" in empty.lines[0]


def test_rectified_is_what_the_ledger_has_as_published_and_nothing_else() -> None:
    given = facts(
        duty(TWENTY),
        records=(
            record("2024-06-20", "2024-07-22", number="R1", title="晚公开的"),
            record("2024-06-20", number="R2", title="没公开的"),
        ),
        columns=(column(checked="2024-07-20"),),
    )
    ledger = shown("整改台账", assess(given, as_of=day("2024-07-24")))
    rows = {row["扣分原因"].split("”")[0].strip("“"): row for row in ledger.rows}
    assert rows["晚公开的"]["整改情况"] == "已整改（2024-07-22）"
    assert rows["没公开的"]["整改情况"] is None
    assert [rows["没公开的"][name] for name in ("分值", "得分")] == [None, None]
    assert rows["没公开的"]["扣分要素"] == "超期未公开"
    scores = shown("测评得分表", assess(given, as_of=day("2024-07-24")))
    assert sorted(text.endswith("（已整改）") for text in scores.column("扣分依据")) == [
        False,
        True,
    ]


def test_a_stale_column_is_not_rectified_by_the_day_of_its_last_update() -> None:
    given = facts(
        duty(freshness=Within(count=14, unit="day")),
        columns=(column(updated="2024-07-01", checked="2024-07-20"),),
    )
    (row,) = shown("整改台账", assess(given, as_of=day("2024-07-24"))).rows
    assert row["扣分要素"] == "栏目陈旧"
    assert row["整改情况"] is None


def test_a_blank_that_is_explained_is_told_with_its_reason() -> None:
    given = facts(
        duty(TWENTY),
        columns=(column(items=0, updated=None, checked="2024-07-20"),),
        statements=(statement("2024-01-01", "2024-12-31"),),
    )
    (row,) = shown("问题整改情况表", assess(given, as_of=day("2024-07-24"))).rows
    assert row["失分原因及截图"] == "“栏目”无此类信息。本期没有此类信息"
    assert row["整改情况"] == "本期没有此类信息；待有信息产生时，及时公开"
    assert shown("问题清单", assess(given, as_of=day("2024-07-24"))).rows == ()


def test_levels_of_the_catalogue_stand_each_in_their_column() -> None:
    deep = structs.replace(duty(TWENTY), category=("甲", "乙", "丙", "丁"))
    given = facts(deep, records=(record("2024-06-20"),))
    judged = assess(given, as_of=day("2024-07-24"))
    (row,) = shown("整改台账", judged).rows
    assert [row[f"{n}级目录"] for n in "一二三"] == ["甲", "乙", "丙/丁/事项"]
    (row,) = shown("整改报告表", judged).rows
    assert [row[f"{n}级指标"] for n in "一二三四"] == ["甲", "乙", "丙", "丁/事项"]
    assert shown("问题清单", judged).rows[0]["二级指标"] == "乙/丙/丁/事项"


# 2024-07-01 and a cycle of 14 natural days: the 15th is the last day in time.
@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2024-07-07", None),  # six working days are left, five count as soon
        ("2024-07-08", "即将超期"),
        ("2024-07-15", "即将超期"),
        ("2024-07-16", "已超期"),
        ("2024-07-31", "已超期"),
    ],
)
def test_a_column_is_late_after_its_last_day_and_soon_within_five_working_days(
    as_of: str, words: str | None
) -> None:
    given = facts(
        duty(freshness=Within(count=14, unit="day")),
        columns=(column(updated="2024-07-01", checked="2024-07-05"),),
    )
    table = shown("超期表", assess(given, as_of=day(as_of)))
    assert table.column("超期") == ([words] if words else [])
    if words:
        (row,) = table.rows
        assert (row["单位"], row["栏目"]) == ("甲科", "栏目")
        assert row["最后更新日期"].date() == date(2024, 7, 1)
    else:
        assert table.about["没有列入"] == ["超期为未超期的 1 行"]


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (None, "未能核查"),
        (column(checked="2024-01-05"), "未能核查"),  # too long ago
        (column(exists=None, checked="2024-07-20"), "未能核查"),
        (column(items=None, checked="2024-07-20"), "未能核查"),
        (column(updated=None, checked="2024-07-20"), "未能核查"),
        (column(exists=False, checked="2024-07-20"), "栏目缺失"),
        (column(items=0, checked="2024-07-20"), "空栏目"),
        (column(checked="2024-07-20", updated="2024-07-20"), "未超期"),
    ],
)
def test_what_is_not_known_of_a_column_is_never_in_time(seen: Column | None, words: str) -> None:
    given = facts(
        duty(freshness=Within(count=14, unit="day")), columns=(seen,) if seen is not None else ()
    )
    form = "标题: 表\n一行是: 栏目\n列: [{表头: 超期, 取: 超期}]\n".encode()
    table = shown("全部栏目", assess(given, as_of=day("2024-07-24")), form=form)
    assert table.column("超期") == [words]


def test_a_cycle_that_is_assumed_is_marked() -> None:
    cycle = duty(freshness=Within(count=14, unit="day"))
    assert cycle.freshness is not None
    cycle = structs.replace(cycle, freshness=structs.replace(cycle.freshness, assumed="没有规定"))
    given = facts(cycle, columns=(column(updated="2024-07-01", checked="2024-07-05"),))
    table = shown("超期表", assess(given, as_of=day("2024-07-24")))
    assert table.column("超期") == ["已超期（推定）"]
    assert any("没有规定" in each for each in table.about["推定"])


SEEN = st.sampled_from(("有内容", "空栏目", "已说明", "缺失", "没有核查", "核查过期"))


@given(st.lists(SEEN, min_size=1, max_size=8))
def test_completion_says_out_of_what_and_counts_nothing_unknown_as_done(seen: list[str]) -> None:
    """The sum is made here a second time, from what the test itself put into the ledger."""
    columns, statements, duties = [], [], []
    for number, what in enumerate(seen):
        id = f"D{number}"
        duties.append(duty(TWENTY, id=id, name=f"事项{number}"))
        if what != "没有核查":
            columns.append(
                column(
                    duty=id,
                    name=f"栏目{number}",
                    exists=what != "缺失",
                    items=3 if what in ("有内容", "核查过期") else 0,
                    checked="2024-01-02" if what == "核查过期" else "2024-07-20",
                )
            )
        if what == "已说明":
            statements.append(statement("2024-01-01", "2024-12-31", duty=id))
    given = facts(*duties, columns=tuple(columns), statements=tuple(statements))
    (row,) = shown("完成率", assess(given, as_of=day("2024-07-24"))).rows
    count = Counter(seen)
    assert row["单位"] == "甲科"
    assert row["栏目总量"] == len(seen)
    assert row["空栏目数量"] == count["空栏目"]
    assert row["缺失栏目数量"] == count["缺失"]
    assert row["已说明栏目数量"] == count["已说明"]
    assert row["未能核查数量"] == count["没有核查"] + count["核查过期"]
    done = count["有内容"] + count["已说明"]
    assert row["完成率"] == pytest.approx(done / len(seen), abs=0.001)
    assert row["完成率"] <= done / len(seen) + 1e-9
    parts = ("空栏目数量", "缺失栏目数量", "未能核查数量")
    assert done == row["栏目总量"] - sum(row[part] for part in parts)


def test_units_add_up_to_the_last_row() -> None:
    table = shown("完成率", assessment_of())
    assert table.column("单位") == ["信息科"]
    views = (*COLUMNS, *(ColumnView(duty=each) for each in DUTIES[2:]))
    several = shown("完成率", structs.replace(assessment_of(), columns=views))
    *units, total = several.rows
    assert total["单位"] == "合计"
    # 信息科 has the column that was seen; a shared one counts for the first of its units alone
    assert {row["单位"]: row["栏目总量"] for row in units} == {
        "信息科": 1, "人事科": 2, "法规科": 1, "未明确责任单位": 1,
    }  # fmt: skip
    for heading in ("栏目总量", "空栏目数量", "缺失栏目数量", "未能核查数量", "已说明栏目数量"):
        assert total[heading] == sum(row[heading] for row in units)
    assert total["完成率"] == 0.2


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_same_assessment_gives_the_same_bytes(name: str) -> None:
    asked = Asked(assessment=assessment_of(), today=date(2024, 7, 26))
    first, second = (next(iter(TABLES[name].render(asked).papers)) for _ in range(2))
    assert first == second
    assert first.name == f"{name}-2024-07-26.xlsx"


def test_a_form_of_the_workspace_takes_the_place_of_ours() -> None:
    form = """\
标题: "{年份}年{机关}{单位}的表"
一行是: 问题
只列: {状态: [超期]}
列:
  - {表头: 单位, 取: 单位}
  - {表头: 到期, 取: 到期日}
  - {表头: 天数, 取: 超期工作日}
  - {表头: 一句话, 填: "{序号}. {信息}应于{到期日}前公开{公开日期}"}
  - {表头: 备注}
尾注: ["截至{核查日}"]
"""
    table = shown("我们的表", assessment_of(), form=form.encode())
    assert table.title == "2024年示例局的表"
    (row,) = table.rows
    assert (row["单位"], row["天数"], row["备注"]) == ("信息科", 1, None)
    assert row["到期"].date() == date(2024, 7, 25)
    assert row["一句话"] == "1. 2024年政务公开工作方案应于2024-07-25前公开"
    assert table.notes[0] == "截至2024-07-26"
    assert table.about["人工填写"] == ["备注：本工具没有依据，空着由人填写"]


def test_what_is_wrong_with_a_form_of_the_workspace_is_told_instead_of_a_table() -> None:
    asked = Asked(
        assessment=assessment_of(),
        today=date(2024, 7, 26),
        own_form=(
            "模板/问题清单.yaml",
            "标题: 表\n一行是: 问题\n列: [{表头: 甲, 取: 乙}]".encode(),
        ),
    )
    rendered = TABLES["问题清单"].render(asked)
    assert list(rendered.papers) == []
    assert [str(each.place) for each in rendered.problems] == ["模板/问题清单.yaml:3:16"]


def test_more_rows_than_a_sheet_holds_are_refused_and_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table_workbook, "MOST_ROWS", 4)
    asked = Asked(assessment=assessment_of(), today=date(2024, 7, 26))
    rendered = TABLES["问题清单"].render(asked)
    assert list(rendered.papers) == []
    assert [each.found for each in rendered.problems] == ["有 5 行，一张工作表写不下"]
    monkeypatch.setattr(table_workbook, "MOST_ROWS", 5)
    assert TABLES["问题清单"].render(asked).problems == ()
