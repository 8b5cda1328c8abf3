"""The national limits: the shipped ones, and everything that can be wrong with a file of them."""

import pytest

from gongkai_cli.data_files import data_folder
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.duty import RequiredHead, Statute
from gongkai_cli.model.limit import ByDate, Limit, PostedFor, Within
from gongkai_cli.model.place import Problem
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.catalogue.statutes_yaml import read_heads, read_statutes
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
    "BUD-DEPT": (Within(count=20, unit="day", trigger="approved"), "2018-12-29"),
    "BUD-UNIT": (Within(count=20, unit="day", trigger="approved"), "2020-10-01"),
    "HR-SHOW": (PostedFor(count=5, unit="workday", min=True), "2019-06-01"),
    "ENF-WITHDRAW": (Within(count=3, unit="workday", trigger="changed"), "2021-07-15"),
    "ENF-7": (Within(count=7, unit="workday", trigger="decided"), "2018-12-05"),
    "ENF-20": (Within(count=20, unit="workday", trigger="decided"), "2018-12-05"),
    "ENF-YEAR": (ByDate(by="01-31", every="year"), "2018-12-05"),
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
    }


TOUCHED = {
    "ANN-DEPT": {"A23", "C16-1"},
    "BUD-DEPT": {"A06"},
    "BUD-UNIT": {"A06"},
    "HR-SHOW": {"A07", "C04-3"},
    "REG-12": {"A21", "A22"},
    "ENF-7": {"A14", "C11-2"},
    "ENF-20": {"A14", "C11-2"},
    "ENF-WITHDRAW": {"A14", "C11-2"},
    "ENF-YEAR": {"C11-2"},
}


def test_which_duties_of_the_shipped_catalogue_they_touch() -> None:
    data = (data_folder() / "catalogue.yaml").read_bytes()
    catalogue, _ = read_catalogue(data, "catalogue.yaml")
    assert catalogue is not None
    for id, expected in TOUCHED.items():
        assert {d.id for d in catalogue.duties if statutes()[id].touches(d)} == expected, id
    public = {d.id for d in catalogue.duties if d.kind == "publish"}
    assert {d.id for d in catalogue.duties if statutes()["REG-26"].touches(d)} == public


def test_only_a_law_or_regulation_replaces_article_26() -> None:
    replacing = {s.id: s for s in statutes().values() if s.replaces}
    assert set(replacing) == {"ANN-DEPT", "BUD-DEPT"}
    assert all(s.limit.basis.authority is Authority.LAW for s in replacing.values())


def test_the_shipped_heads() -> None:
    heads, problems = read_heads(SHIPPED, "statutes.yaml")
    assert problems == ()
    assert len({head.id for head in heads}) == len(heads) == 14
    assert all("政府信息公开条例" in head.basis for head in heads)


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
