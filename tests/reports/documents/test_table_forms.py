"""The forms of tables: those that ship, and what is said of a form that is wrong."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.reports.documents.tables import FOLDER, every_table, vocabulary
from gongkai_cli.reports.documents.tables.form import WORDS, TableForm, blanks, fill, read_form
from gongkai_cli.reports.documents.tables.kinds import NUMBER, every_kind

SHIPPED = sorted(FOLDER.glob("*.yaml"))
REAL = Path(__file__).parents[2] / "vectors" / "clerk_headings.csv"

GOOD = """\
说明: 一张表
标题: "{机关}的表"
一行是: 问题
列:
  - {表头: 单位, 取: 责任单位}
"""


def form_of(text: str) -> TableForm:
    form, problems = read_form(text.encode(), "模板/表.yaml")
    assert form is not None, problems
    return form


def said(text: str) -> list[tuple[str, str, str | None]]:
    """Where, what and the nearest, of everything that is wrong with a form."""
    form, problems = read_form(text.encode(), "模板/表.yaml")
    assert form is None
    assert all(problem.accepted for problem in problems)
    return [(str(each.place), each.found, each.nearest) for each in problems]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_form_can_be_read_and_says_where_its_headings_come_from(path: Path) -> None:
    form, problems = read_form(path.read_bytes(), path.name)
    assert problems == ()
    assert form is not None
    assert form.about
    assert form.source
    assert form.title


@pytest.mark.parametrize(
    "row",
    list(csv.DictReader(REAL.read_text(encoding="utf-8").splitlines())),
    ids=lambda row: row["文档"],
)
def test_headings_are_those_of_the_real_table_in_their_order(row: dict[str, str]) -> None:
    form, _ = read_form((FOLDER / f"{row['文档']}.yaml").read_bytes(), "")
    assert form is not None
    ours, real = [each.heading for each in form.columns], row["真实表头"].split("·")
    if row["相同"] == "是":
        assert ours == real
    else:
        rest = iter(ours)
        assert all(heading in rest for heading in real), "one is missing or out of order"
    assert row["出处"] in form.source


def test_names_and_aliases_of_tables_are_each_of_one_table() -> None:
    names = [name for table in every_table() for name in (table.NAME, *table.ALIASES)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_vocabulary_of_a_form_holds_every_word_that_it_uses(path: Path) -> None:
    words = dict(vocabulary(path.name, path.read_bytes()))
    form = form_of(path.read_text(encoding="utf-8"))
    assert {each.field for each in form.columns if each.field} <= words.keys()
    assert all(words.values())


def test_what_only_a_person_can_fill_is_empty_in_the_forms() -> None:
    for path in SHIPPED:
        form = form_of(path.read_text(encoding="utf-8"))
        by_hand = {each.heading for each in form.columns if not each.field and not each.text}
        assert by_hand <= {"分值", "得分", "权重"}
        for column in form.columns:
            if column.heading in ("分值", "得分", "权重"):
                assert column.heading in by_hand


def test_a_form_is_read_as_it_stands() -> None:
    form = form_of(
        GOOD
        + "  - {表头: [公开事项, 一级目录], 取: 一级目录, 宽: 20}\n"
        + '  - {表头: 内容, 填: "{事项}：{说明}"}\n'
        + "  - {表头: 得分}\n"
        + "别名: [乙, 丙]\n只列: {状态: [超期, 缺失]}\n不列: {严重程度: 提示}\n"
        + '尾注: ["截至{核查日}"]\n'
    )
    first, level, text, empty = form.columns
    assert (first.heading, first.above, first.field, first.width) == ("单位", "", "责任单位", 14)
    assert (level.heading, level.above, level.width) == ("一级目录", "公开事项", 20)
    assert (text.field, text.text) == (None, "{事项}：{说明}")
    assert (empty.field, empty.text) == (None, None)
    assert form.aliases == ("乙", "丙")
    assert form.only == {"状态": ("超期", "缺失")}
    assert form.without == {"严重程度": ("提示",)}
    assert form.notes == ("截至{核查日}",)


@pytest.mark.parametrize(
    ("text", "place", "found", "nearest"),
    [
        (GOOD.replace("责任单位", "责任单为"), "5:17", "没有“责任单为”这一项", "责任单位"),
        (GOOD.replace("问题", "问提"), "3:6", "“一行是”没有“问提”这个值", "问题"),
        (GOOD.replace("表头", "表投"), "5:6", "不认识的键“表投”", "表头"),
        (GOOD.replace("标题", "题目"), "1:1", "缺少“标题”", None),
        (GOOD.replace("机关", "机构"), "2:5", "没有“机构”这一项", "机关"),
        (GOOD.replace("取: 责任单位", "填: '{责任}'"), "5:17", "没有“责任”这一项", "责任单位"),
        (GOOD.replace("取:", "填: 甲, 取:"), "5:17", "“取”和“填”只能写一个", None),
        (GOOD.replace("取: 责任单位", "宽: 3"), "5:17", "列宽不能是 3", None),
        (GOOD.replace("取: 责任单位", "宽: 101"), "5:17", "列宽不能是 101", None),
        (GOOD.replace("取: 责任单位", "宽: 很宽"), "5:17", "“宽”不能是“很宽”", None),
        (GOOD.replace("表头: 单位", "表头: [甲, 乙, 丙]"), "5:10", "表头写成了3级", None),
        (GOOD.replace("表头: 单位", "宽: 9"), "5:5", "缺少“表头”", None),
        (GOOD + "只列: {状态: [迟到]}\n", "6:11", "没有“迟到”这一项", None),
        (GOOD + "不列: {状态: [严重过期]}\n", "6:11", "没有“严重过期”这一项", "严重超期"),
        (GOOD + "只列: {责任单位: [甲]}\n", "6:6", "不认识的键“责任单位”", None),
        (GOOD + "只列: [超期]\n", "6:5", "“只列”写成了列表", None),
        (GOOD + "尾注: ['{时间}']\n", "6:6", "没有“时间”这一项", None),
        (GOOD.partition("列:")[0] + "列: []\n", "4:4", "没有一列", None),
        ("- 甲\n", "1", "不是表格的格式", None),
    ],
)
def test_a_wrong_form_is_told_where_and_what_and_what_was_meant(
    text: str, place: str, found: str, nearest: str | None
) -> None:
    told = said(text)
    assert any(
        where == f"模板/表.yaml:{place}" and what.startswith(found) and near == nearest
        for where, what, near in told
    ), told


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = GOOD.replace("机关", "机构").replace("责任单位", "责任单为") + "别的: 1\n"
    assert len(said(text)) == 3


@given(st.text(max_size=200))
def test_any_text_is_read_or_told_to_be_wrong(text: str) -> None:
    form, problems = read_form(text.encode("utf-8", "replace"), "模板/表.yaml")
    assert (form is None) == bool(problems)


def test_blanks_are_filled_with_what_they_name() -> None:
    values = {word: word.upper() for word in WORDS} | {"a": "{b}", "b": "c"}
    assert fill("{ a }{b}", values) == "{b}c"
    assert blanks("{}{ a }x") == ["", "a"]


def test_every_kind_of_row_has_fields_of_its_own_and_the_number_is_none_of_them() -> None:
    for name, kind in every_kind().items():
        assert name == kind.NAME
        assert NUMBER not in kind.FIELDS
        assert any(field.options for field in kind.FIELDS.values()) or name == "单位"
