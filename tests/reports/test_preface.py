from datetime import date

import pytest
from msgspec import structs

from gongkai_cli.model.assessment import Question
from gongkai_cli.model.duty import Period
from gongkai_cli.reports import preface

from .samples import ASSUMED, CATALOGUE, OWN, assessment_of


def test_reasons_are_gathered_and_long_lists_of_duties_cut_short() -> None:
    questions = tuple(
        Question(duty=f"A{n:02}", question=q, answered=False, why="从未核查。")
        for n in range(1, 9)
        for q in ("是否存在", "是否更新")
    )
    assert preface.coverage(assessment_of(questions=questions), 100) == [
        "已核查 16 项问题中的 0 项（0%），未能核查 16 项：",
        "  从未核查：16 项（A01、A02、A03、A04、A05 等 8 个事项）",
    ]


def test_full_coverage_is_one_line() -> None:
    questions = (Question(duty="A01", question="?", answered=True),)
    assert preface.coverage(assessment_of(questions=questions), 80) == [
        "已核查 1 项问题中的 1 项（100%）"
    ]


def test_nothing_to_ask_is_said() -> None:
    assert preface.coverage(assessment_of(questions=()), 80) == ["没有要核查的问题。"]


def test_the_rules_name_what_is_special_about_this_run() -> None:
    special = assessment_of(
        known_on=date(2024, 1, 1),
        basis="法律",
        catalogue=structs.replace(CATALOGUE, period=Period(date(2025, 1, 1))),
    )
    lines = preface.rules(special, 300)
    assert lines[0].startswith(
        "口径：法律（只算法律法规的时限）；起算当日 不计入；末日遇休息日 顺延"
    )
    assert "只用 2024-01-01 及以前印发的通知" in lines[1]
    assert lines[2] == "目录：有效期为 2025-01-01 至 …，核查日不在其内"
    assert lines[3] == "未判断：1 项在台账起始以前，不在台账期内"


def test_a_run_without_anything_special_has_two_lines() -> None:
    assert len(preface.rules(assessment_of(outside=(), calendar_local=()), 300)) == 2


def test_what_is_assumed_alike_is_said_once() -> None:
    lines = preface.assumptions(
        assessment_of(), [("A01", ASSUMED), ("A02", ASSUMED), ("A03", OWN), ("A04", None)], 200
    )
    assert lines == [
        "推定（文件没有写明、由目录补上的）",
        "  A01、A02 时限“确定之日起5个工作日内”：原文没有数字，按5个工作日",
        "  方案第十四条 原文只写“同步”",
    ]


def test_nothing_assumed_is_nothing_said() -> None:
    assert preface.assumptions(assessment_of(), [("A03", OWN)], 80) == []


@pytest.mark.parametrize(("share", "percent"), [(0.0, 0), (0.999, 99), (1.0, 100), (0.29, 29)])
def test_percent_is_rounded_down(share: float, percent: int) -> None:
    assert preface.percent(share) == percent
