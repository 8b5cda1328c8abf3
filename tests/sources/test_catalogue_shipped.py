"""The shipped catalogue: every printed cell, how it is read, and what is assumed.

``tests/vectors/annex-1.csv`` is annex 1 of 济兖公通〔2024〕24号 as printed, 25 rows of 8 cells.
"""

import csv
from functools import cache
from pathlib import Path

import pytest

from gongkai_cli.data_files import data_folder
from gongkai_cli.model.duty import Catalogue, Duty
from gongkai_cli.model.limit import ByDate, Dynamic, Limit, Periodic, Prompt, Within
from gongkai_cli.model.unit import every_unit, find_unit
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue

ANNEX = Path(__file__).parents[1] / "vectors" / "annex-1.csv"
HEADINGS = (
    "目录类别",
    "目录名称",
    "公开内容",
    "政务五公开",
    "公开主体（责任单位）",
    "公开时限",
    "公开方式",
    "公开对象",
)


@cache
def shipped() -> Catalogue:
    catalogue, problems = read_catalogue(
        (data_folder() / "catalogue.yaml").read_bytes(), "catalogue.yaml"
    )
    assert problems == ()
    assert catalogue is not None
    return catalogue


def duty(id: str) -> Duty:
    found = shipped().duty(id)
    assert found is not None
    return found


def rows() -> list[dict[str, str]]:
    with ANNEX.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"A{row['行']}")
def test_every_cell_is_kept_as_printed(row: dict[str, str]) -> None:
    found = duty(f"A{row['行']}")
    assert found.printed == {heading: row[heading] for heading in HEADINGS}
    assert tuple(found.printed) == HEADINGS
    assert found.limits[0].wording == row["公开时限"]
    assert found.limits[0].basis.text == f"附件1第{int(row['行'])}行"


def test_the_counts_of_the_annex() -> None:
    annex = [each for each in shipped().duties if not each.is_clause]
    assert [each.id for each in annex] == [f"A{n:02}" for n in range(1, 26)]
    assert len({each.category for each in annex}) == 19
    wordings = [each.limits[0].wording for each in annex]
    assert wordings.count("相关信息形成或变更之日起20个工作日内") == 21


def test_merged_cells_are_read_from_the_row_above_and_say_so() -> None:
    for id, subjects, content, unit in (
        ("A03", {"公开内容", "五公开"}, duty("A02").content, "政工室"),
        ("A12", {"五公开", "责任单位"}, "公开人大建议办理复文", "秘书科"),
        ("A13", {"五公开", "责任单位"}, "公开政协提案办理复文", "秘书科"),
    ):
        found = duty(id)
        assert found.content == content
        assert found.unit_names == (unit,)
        assert {n.subject for n in found.assumed} - {"更新周期"} == subjects
        assert all(n.reason for n in found.assumed)
    assert duty("A03").openness == duty("A02").openness == "管理公开"
    assert duty("A12").openness == duty("A13").openness == duty("A11").openness == "结果公开"


def test_a_blank_that_is_not_merged_stays_blank() -> None:
    assert duty("A09").openness is None
    assert {n.subject for n in duty("A09").assumed} == {"更新周期"}


def test_slips_stay_beside_their_reading() -> None:
    assert duty("A01").openness == "政策公开"
    assert duty("A11").printed["政务五公开"] == "[bookmark: _GoBack]结果公开"
    recruiting = duty("A07").limits[0].reading.limits
    assert [each.count for each in recruiting if isinstance(each, Within)] == [21]
    (typo,) = duty("A25").limits
    assert typo.wording == "动态跟新"
    assert [type(each) for each in typo.reading.limits] == [Dynamic]
    assert typo.reading.notes


WORKDAYS: dict[str, tuple[int, str]] = {
    "C06-1": (3, "published"),
    "C06-2": (3, "published"),
    "C20-1": (20, "formed-or-changed"),
}


@pytest.mark.parametrize(("id", "expected"), WORKDAYS.items())
def test_clauses_with_a_number_of_working_days(id: str, expected: tuple[int, str]) -> None:
    (limit,) = duty(id).limits[0].reading.limits
    assert isinstance(limit, Within)
    assert (limit.count, limit.unit, limit.trigger) == (expected[0], "workday", expected[1])


OTHER_LIMITS: dict[str, Limit] = {
    "A23": ByDate(by="01-31", every="year"),
    "C04-3": Prompt(),
    "C08-2": Periodic(every="year"),
    "C13-1": Within(count=3, unit="month", trigger="received"),
    "C14-1": Within(count=1, unit="workday", trigger="formed"),
    "C16-1": ByDate(by="01-31", every="year", window="01-01..01-31"),
    "C16-2": ByDate(by="01-31", every="year", window="01-01..01-31"),
    "C16-3": ByDate(by="01-15", every="year"),
    "C21-4": Periodic(every="quarter", at="within 10 workdays after quarter end"),
    "C22-3": Within(count=5, unit="workday", trigger="event", event="通报"),
    "C22-4": Periodic(every="half-year"),
    "C23-2": Periodic(every="quarter"),
}


@pytest.mark.parametrize(("id", "expected"), OTHER_LIMITS.items())
def test_the_other_clocks(id: str, expected: Limit) -> None:
    assert duty(id).limits[0].reading.limits == (expected,)


def test_what_the_notice_leaves_open_is_assumed_with_a_reason() -> None:
    for each in shipped().duties:
        guessed = each.limits and each.limits[0].assumed is not None
        assert bool(guessed) == any(n.subject == "公开时限" for n in each.assumed), each.id
        assert each.freshness is None or each.freshness.assumed
        assert all(n.reason and n.value and n.place for n in each.assumed)
    assert {n.subject for n in shipped().assumed} == {"有效期", "通信科"}


def test_how_old_a_column_may_be() -> None:
    ages = {d.id: d.freshness.wording for d in shipped().duties if d.freshness}
    assert [id for id, age in ages.items() if age == "2周"] == ["A25"]
    half_yearly = [id for id, age in ages.items() if age == "6个月"]
    assert half_yearly == ["A01", "A05", "A08", "A09", "A10", "A16", "A19", "A24"]
    assert {f"A{n:02}" for n in range(1, 26)} - set(ages) == {"A23"}


def test_an_interpretation_follows_its_document() -> None:
    assert duty("C06-1").subject_of == duty("C06-2").subject_of == "A01"
    assert (duty("C06-1").kind, duty("C06-2").kind) == ("internal", "publish")
    assert duty("C06-2").appears_in == "A16"


def test_units_are_a_tree_with_aliases_and_open_groups() -> None:
    units = shipped().units
    for written, name in (
        ("指挥中心秘书科", "秘书科"),
        ("机要通信科", "通信科"),
        ("指挥中心通信科", "通信科"),
        ("指挥中心许可服务科", "许可服务科"),
        ("出入境", "出入境管理大队"),
        ("各派出所", "派出所"),
    ):
        found = find_unit(units, written)
        assert found is not None
        assert found.name == name
    assert [each.name for each in every_unit(units) if each.group] == ["派出所"]
    assert len(tuple(every_unit(units))) == 15


def test_who_leads_shares_and_is_not_named() -> None:
    assert duty("A05").unit_names == ("秘书科", "交警大队", "刑侦大队")
    assert duty("A05").open_units == "等重大决策执行涉及警种单位"
    assert [each.role for each in duty("A05").units] == ["lead", "joint", "joint"]
    assert [each.role for each in duty("A14").units] == ["joint", "joint"]
    assert (duty("A24").units, duty("A24").open_units) == ((), "局属有关单位")


def test_no_telephone_no_room_and_no_person() -> None:
    text = (data_folder() / "catalogue.yaml").read_text(encoding="utf-8")
    assert not any(private in text for private in ("房间", "电话", "传真", "同志任"))


def test_every_row_has_its_line() -> None:
    lines = (data_folder() / "catalogue.yaml").read_text(encoding="utf-8").splitlines()
    for each in shipped().duties:
        assert each.place is not None
        assert each.place.line is not None
        assert lines[each.place.line - 1].strip() == f"- 编号: {each.id}"
