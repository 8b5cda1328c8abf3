"""The national limits: the shipped ones, and everything that can be wrong with a file of them."""

from datetime import timedelta

import pytest
from msgspec import structs

from gongkai_cli.data_files import data_folder
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.duty import Duty, RequiredHead, Statute
from gongkai_cli.model.limit import ByDate, Limit, PostedFor, Prompt, Within
from gongkai_cli.model.place import Problem
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.catalogue.statutes_yaml import (
    read_cycles,
    read_heads,
    read_statutes,
    read_tags,
)
from tests.making import day

SHIPPED = (data_folder() / "statutes.yaml").read_bytes()

SMALL = """\
时限:
  - 编号: S1
    法规: 某条例
    条: 第一条
    原文: 应当在二十个工作日内公开。
    时限: 形成之日起20个工作日内
    层级: 法律法规
    可信度: V
    施行: {自: 2020-01-01}
应有栏目:
  - {编号: H1, 名称: 收费, 依据: 某条例第二条, 字样: [收费]}
"""


def statutes() -> dict[str, Statute]:
    found, problems = read_statutes(SHIPPED, "statutes.yaml")
    assert problems == ()
    return {each.id: each for each in found}


LIMITS: dict[str, tuple[Limit, str]] = {
    "REG-26": (Within(count=20, unit="workday", trigger="formed-or-changed"), "2019-05-15"),
    "REG-12": (Within(count=20, unit="workday", trigger="formed-or-changed"), "2019-05-15"),
    "ANN-DEPT": (ByDate(by="01-31", every="year"), "2019-05-15"),
    "ANN-GOV": (ByDate(by="03-31", every="year"), "2019-05-15"),
    "REG-25": (Prompt(), "2019-05-15"),
    "BUD-DEPT": (Within(count=20, unit="day", trigger="approved"), "2018-12-29"),
    "BUD-UNIT": (Within(count=20, unit="day", trigger="approved"), "2020-10-01"),
    "HR-SHOW": (PostedFor(count=5, unit="workday", min=True), "2019-06-01"),
    "DEC-30": (PostedFor(count=30, unit="day", min=True), "2019-09-01"),
    "ENF-WITHDRAW": (Within(count=3, unit="workday", trigger="changed"), "2021-07-15"),
    "ENF-7": (Within(count=7, unit="workday", trigger="decided"), "2018-12-05"),
    "ENF-20": (Within(count=20, unit="workday", trigger="decided"), "2018-12-05"),
    "ENF-YEAR": (ByDate(by="01-31", every="year"), "2018-12-05"),
    "JD-61-24": (
        Within(count=24, unit="hour", trigger="event", event="事件发生"),
        "2016-08-12",
    ),
    "JD-61-48": (
        Within(count=48, unit="hour", trigger="event", event="政务舆情发生"),
        "2016-08-12",
    ),
    "V19-REPLY": (Within(count=3, unit="month", trigger="received"), "2019-04-01"),
}


@pytest.mark.parametrize(("id", "expected"), LIMITS.items())
def test_the_shipped_limits_and_since_when(id: str, expected: tuple[Limit, str]) -> None:
    statute = statutes()[id]
    assert statute.limit.reading.limits == (expected[0],)
    assert statute.in_force.first == day(expected[1])


def test_no_other_limit_ships() -> None:
    assert set(statutes()) == set(LIMITS)


def test_what_was_not_seen_in_full_text_stands_as_assumed() -> None:
    for statute in statutes().values():
        if statute.confidence != "V":
            assert statute.limit.assumed, statute.id
        assert statute.limit.basis.assumed == statute.limit.assumed
        assert statute.limit.basis.id == statute.id
        assert statute.words
    assert {s.id for s in statutes().values() if s.limit.basis.authority is Authority.SUPERIOR} == {
        "ENF-7",
        "ENF-20",
        "ENF-YEAR",
        "JD-61-24",
        "JD-61-48",
        "V19-REPLY",
    }


# Who is touched by what, read as a person: the annex rows and clauses of one police branch.
TOUCHED: dict[str, set[str]] = {
    # the row on 年报, and the clause that has it made and handed in (art. 49 wants both)
    "ANN-DEPT": {"A23", "C16-1"},
    # the one row on budgets; units below the branch are told apart by the title of the record
    "BUD-DEPT": {"A06"},
    "BUD-UNIT": {"A06"},
    # the row on recruiting and the clause beside it; only lists of 拟录用 are meant
    "HR-SHOW": {"A07", "C04-3"},
    # 目录 and 指南
    "REG-12": {"A21", "A22"},
    # 执法公示 holds decisions of every kind; which, says the title of the record
    "ENF-7": {"A14", "C11-2"},
    "ENF-20": {"A14", "C11-2"},
    "ENF-WITHDRAW": {"A14", "C11-2"},
    "ENF-YEAR": {"C11-2"},
    # what a branch of a department does not do: report for the government, keep a reading room,
    # draft major decisions of the government, answer messages on a site of its own; 回应关切 is
    # narrowed to open days in the annex
    "ANN-GOV": set(),
    "REG-25": set(),
    "DEC-30": set(),
    "JD-61-24": set(),
    "JD-61-48": set(),
    "V19-REPLY": set(),
}


def test_which_duties_of_the_shipped_catalogue_they_touch() -> None:
    data = (data_folder() / "catalogue.yaml").read_bytes()
    catalogue, _ = read_catalogue(data, "catalogue.yaml")
    assert catalogue is not None
    assert set(TOUCHED) | {"REG-26"} == set(statutes())
    for id, expected in TOUCHED.items():
        assert {d.id for d in catalogue.duties if statutes()[id].touches(d)} == expected, id
    public = {d.id for d in catalogue.duties if d.kind == "publish"}
    assert {d.id for d in catalogue.duties if statutes()["REG-26"].touches(d)} == public


def test_only_a_law_or_regulation_replaces_article_26() -> None:
    replacing = {s.id: s for s in statutes().values() if s.replaces}
    assert set(replacing) == {"ANN-DEPT", "ANN-GOV", "BUD-DEPT"}
    assert all(s.limit.basis.authority is Authority.LAW for s in replacing.values())


def test_the_shipped_heads() -> None:
    heads, problems = read_heads(SHIPPED, "statutes.yaml")
    assert problems == ()
    assert len({head.id for head in heads}) == len(heads) == 28
    assert sum(not head.bodies for head in heads) == 14
    assert all("政府信息公开条例" in head.basis for head in heads)


def test_the_heads_of_article_21_are_asked_by_the_name_of_the_body() -> None:
    heads, _ = read_heads(SHIPPED, "statutes.yaml")
    asked = {
        body: {h.name for h in heads if h.id.startswith("REG-21") and h.asked_of(body)}
        for body in ("某市公安局某某分局", "某县民政局", "某县某某镇人民政府", "某县审计局")
    }
    assert asked["某市公安局某某分局"] == {"治安管理"}
    assert asked["某县民政局"] == {"社会救助"}
    assert asked["某县审计局"] == set()
    assert asked["某县某某镇人民政府"] == {
        "贯彻落实农业农村政策", "农田水利工程建设运营", "农村土地承包经营权流转",
        "宅基地使用情况审核", "土地征收", "房屋征收", "筹资筹劳", "社会救助",
    }  # fmt: skip


def test_a_statute_has_the_words_of_its_tags() -> None:
    tags, problems = read_tags(SHIPPED, "statutes.yaml")
    assert problems == ()
    words = {tag.name: set(tag.words) for tag in tags}
    for statute in statutes().values():
        for tag in statute.tags:
            assert words[tag] <= set(statute.duties_with)
    assert statutes()["BUD-DEPT"].duties_with == ("预决算", "预算", "决算")


@pytest.mark.parametrize("id", LIMITS)
def test_a_statute_holds_from_its_first_day_on(id: str) -> None:
    first = statutes()[id].in_force.first
    assert first is not None
    assert statutes()[id].in_force.holds(first)
    assert not statutes()[id].in_force.holds(first - timedelta(days=1))


@pytest.mark.parametrize("id", [id for id in LIMITS if statutes()[id].tags])
def test_written_tags_decide_and_words_only_where_there_are_none(id: str) -> None:
    statute = statutes()[id]
    said = Duty(id="D", category=("类别",), name=statute.duties_with[0])
    silent = Duty(id="D", category=("类别",), name="别的")
    assert statute.touches(said)
    assert not statute.touches(silent)
    assert not statute.touches(structs.replace(said, tags=()))
    assert statute.touches(structs.replace(silent, tags=statute.tags[:1]))


def test_how_old_a_column_may_be() -> None:
    cycles, problems = read_cycles(SHIPPED, "statutes.yaml")
    assert problems == ()
    assert {each.id: each.limit.reading.limits for each in cycles} == {
        "V19-NEWS": (Within(count=2, unit="week"),),
        "V19-NOTICES": (Within(count=6, unit="month"),),
    }
    assert all(each.limit.assumed for each in cycles)


def test_what_is_no_duration_is_said_at_its_place() -> None:
    text = SMALL.replace("时限:\n", "栏目更新:\n", 1)
    cycles, (problem,) = read_cycles(text.encode(), "法规.yaml")
    assert cycles == ()
    assert words(problem) == "6:9 “时限”不是期间：“形成之日起20个工作日内”"


def test_a_small_file() -> None:
    (statute,), problems = read_statutes(SMALL.encode(), "法规.yaml")
    assert problems == ()
    assert statute.limit.basis.text == "某条例第一条"
    assert statute.place is not None
    assert statute.place.line == 2
    (head,), problems = read_heads(SMALL.encode(), "法规.yaml")
    assert problems == ()
    assert head == RequiredHead(
        id="H1", name="收费", basis="某条例第二条", words=("收费",), place=head.place
    )


SECOND = SMALL[SMALL.index("  - 编号: S1") : SMALL.index("应有栏目")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    条: 第一条\n", "", ["2:5 缺少“条”"]),
        ("    层级: 法律法规\n", "", ["2:5 缺少“层级”"]),
        ("    可信度: V\n", "", ["2:5 缺少“可信度”"]),
        ("层级: 法律法规", "层级: 法律", ["7:9 “层级”没有“法律”这个值→法律法规"]),
        ("可信度: V", "可信度: S", ["8:10 可信度“S”没有“推定”"]),
        ("{自: 2020-01-01}", "{至: 2020-01-01}", ["9:9 缺少施行日期"]),
        ("{自: 2020-01-01}", "{自: 2020-13-01}",
         ["9:13 没有这一天：“2020-13-01”"]),
        ("应有栏目:", SECOND + "应有栏目:", ["10:9 编号“S1”与第2行重复"]),
        ("应有栏目:", "    替代: S2\n应有栏目:", ["10:9 “替代”没有“S2”这一条"]),
        ("应有栏目:", "    替代: S1\n应有栏目:", ["10:9 “替代”没有“S1”这一条"]),
        ("    施行", "    适用标签: [甲]\n    施行", ["9:12 没有“甲”这个标签"]),
        ("时限:", "标签: [{名称: 甲}]\n时限:", ["1:6 缺少“字样”"]),
        ("时限:", "标签: [{名称: 甲, 字样: 乙}, {名称: 甲, 字样: 丙}]\n时限:",
         ["1:27 标签“甲”写了两次"]),
        ("时限:\n  - 编号", "期限:\n  - 编号", ["1:1 不认识的键“期限”→时限"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(old: str, new: str, expected: list[str]) -> None:
    found, problems = read_statutes(SMALL.replace(old, new, 1).encode(), "法规.yaml")
    assert found == ()
    assert [words(each) for each in problems] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["None:None 文件是空的"]),
        ("甲", ["None:None 这不是法规文件"]),
        (SMALL.replace(", 字样: [收费]", ""), ["11:5 缺少“字样”"]),
        (SMALL.replace("名称: 收费, ", ""), ["11:5 缺少“名称”"]),
    ],
)
def test_what_is_wrong_with_the_heads(text: str, expected: list[str]) -> None:
    found, problems = read_heads(text.encode(), "法规.yaml")
    assert found == ()
    assert [words(each) for each in problems] == expected


def words(problem: Problem) -> str:
    near = f"→{problem.nearest}" if problem.nearest else ""
    return f"{problem.place.line}:{problem.place.column} {problem.found}{near}"
