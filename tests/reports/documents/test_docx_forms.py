"""The forms of papers: those that ship, those that a workspace edits, and those that are wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.place import errors
from gongkai_cli.reports.documents import every_document, shipped_form
from gongkai_cli.reports.documents.papers.form import PaperForm
from gongkai_cli.reports.documents.papers.form_yaml import KEYS, read_form
from gongkai_cli.reports.documents.papers.run import OF_RUN
from gongkai_cli.reports.documents.papers.units import OF_UNIT
from gongkai_cli.reports.documents.papers.words import Told, Vocabulary, Word
from tests.reports.samples import assessment_of

from .docx_papers import DOCUMENTS, asked, only_paper, papers

KNOWN = (OF_UNIT, OF_RUN)


def read(text: str) -> PaperForm:
    form, problems = read_form(text.encode(), "模板/督办单.yaml", KNOWN)
    assert form is not None, problems
    return form


def said(text: str) -> list[tuple[str, str, str | None]]:
    """Line and column, what and the nearest, of everything that is wrong with a form."""
    form, problems = read_form(text.encode(), "督办单.yaml", KNOWN)
    assert form is None
    assert all(each.accepted for each in problems)
    return [
        (f"{each.place.line}:{each.place.column}", each.found, each.nearest) for each in problems
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_form_that_ships_can_be_read_and_names_its_source(name: str) -> None:
    path = shipped_form(name)
    assert path is not None
    known = (DOCUMENTS[name].VOCABULARY, OF_RUN)
    form, problems = read_form(path.read_bytes(), path.name, known)
    assert form is not None
    assert not problems
    assert "\n来源: " in path.read_text(encoding="utf-8")


def test_every_paper_is_among_the_documents_under_each_of_its_names() -> None:
    found = {each.NAME: each for each in every_document()}
    assert set(DOCUMENTS) <= set(found)
    names = [name for each in found.values() for name in (each.NAME, *each.ALIASES)]
    assert len(names) == len(set(names))
    for alias in (
        "整改通知书",
        "督办通知",
        "扣分点书面说明",
        "扣分点说明",
        "无此类信息说明",
        "审批单",
    ):
        assert alias in names
    for printed in ("互联网上网信息发布审批表", "区政府政务公开互联网上网审批单"):
        assert printed in found["审批表"].ALIASES


EDITED = """\
标题: "{机关}给{单位}的{问题数}个问题"
整改时限: {工作日: 3}
正文:
  - 每个: 问题
    内容:
      - 一级: "{问题}"
      - 段: 应于{到期日期}公开，{会同|只由你单位负责}；{整改期限}前改。
  - 没有: 暂不能定
    内容:
      - 段: 没有未定的。
  - 表:
      每个: 问题
      字号: 小四
      列:
        - {表头: 号, 填: "{序号}", 居中: 是}
        - {表头: 事项, 填: "{事项编号}", 宽: 4}
"""


def test_a_form_of_the_workspace_takes_the_place_of_ours() -> None:
    made = papers("督办单", assessment_of(), form=EDITED)
    assert made["督办单-信息科.docx"][:6] == [
        "示例局给信息科的1个问题",
        "一、超期未公开",
        "应于2024年7月25日公开，只由你单位负责；2024年7月31日前改。",
        "没有未定的。",
        "号 | 事项",
        "1 | A02",
    ]


def test_a_time_that_the_body_set_itself_is_not_called_assumed() -> None:
    assert "推定：整改时限" not in "".join(
        only_paper("督办单", assessment_of(), form=EDITED, within=frozenset({"信息科"}))
    )


def test_a_wrong_form_makes_no_paper() -> None:
    rendered = DOCUMENTS["督办单"].render(
        asked(assessment_of(), form='标题: "{单位"', name="督办单")
    )
    assert errors(rendered.problems)
    assert not list(rendered.papers)
    assert rendered.problems[0].place.file == "模板/督办单.yaml"


WRONG = (
    ('标题: ‸"{单位名称}"', "没有字段“{单位名称}”", "单位"),
    ('标题: ‸"{单位"', "花括号没有成对", None),
    ("标题: 甲\n‸正文题: []", "不认识的键“正文题”", "正文"),
    ("‸正文: []", "缺少“标题”", None),
    ("标题: 甲\n正文:\n  - 每个: ‸问题们\n    内容: [{段: 甲}]", "没有“问题们”这一组", "问题"),
    ("标题: 甲\n正文:\n  - ‸每个: 问题", "缺少“内容”", None),
    ('标题: 甲\n正文:\n  - 段: ‸"{会同}"', "这里不能用字段“{会同}”", None),
    ("标题: 甲\n主送: ‸{单位}", "“主送”以花括号开头，没有加引号", None),
    ("标题: 甲\n正文:\n  - ‸{段: 甲, 一级: 乙}", "一段里写了“一级”“段”", None),
    ("标题: 甲\n正文:\n  - ‸{内容: []}", "不知道这一段是什么", None),
    ("标题: 甲\n正文:\n  - {‸段落: 甲}", "不认识的键“段落”", "段"),
    ("标题: 甲\n正文:\n  - {段: 甲, 内容: ‸[]}", "“段”没有“内容”", None),
    ('标题: ‸"{整改期限}"', "“{整改期限}”没有整改时限可用", None),
    ("标题: 甲\n整改时限: {工作日: ‸0}", "整改时限不能是 0 个工作日", None),
    ("标题: 甲\n整改时限: ‸{推定: 甲}", "缺少“工作日”", None),
    ("标题: 甲\n落款: {署名: 甲, 日期: 乙, 用印: ‸要}", "“用印”没有“要”这个值", None),
    ("标题: 甲\n正文:\n  - 表: ‸{每个: 问题}", "没有一列", None),
    (
        "标题: 甲\n正文:\n  - 表: {每个: 问题, 字号: ‸三号, 列: [{表头: 甲}]}",
        "“字号”没有“三号”这个值",
        None,
    ),
    ("标题: 甲\n正文:\n  - 栏: {宽: [1, ‸甲], 行: [{格: [甲]}]}", "“宽”不能是“甲”", None),
    ("标题: 甲\n正文:\n  - 栏: {宽: [1], 行: [{格: ‸[甲, 乙]}]}", "这一行有 2 格", None),
    ("标题: 甲\n正文:\n  - 栏: {宽: [1], 行: [{格: [甲], 高: ‸900}]}", "“高”不能是 900", None),
    ("标题: 甲\n附件: [{标题: 甲, 有: ‸单位}]", "没有“单位”这一组", None),
)
"""A form with ‸ before what is wrong with it, what is said of that, and the nearest."""


@pytest.mark.parametrize(("text", "found", "near"), WRONG)
def test_what_is_wrong_with_a_form_is_said_with_its_place(
    text: str, found: str, near: str | None
) -> None:
    before, after = text.split("‸")
    place = f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"
    assert said(before + after) == [(place, found, near)]


def test_what_is_no_form_is_said() -> None:
    assert said("- 甲") == [("1:None", "不是文书的格式", None)]


def test_all_mistakes_of_a_form_are_said_at_once() -> None:
    text = '标题: "{甲}"\n落款: {署名: "{乙}", 日期: 某日}\n正文:\n  - 段: "{丙}"\n'
    assert [what for _, what, _ in said(text)] == [
        "没有字段“{甲}”",
        "没有字段“{乙}”",
        "没有字段“{丙}”",
    ]


def test_words_of_a_finding_may_name_what_holds_it() -> None:
    form = '标题: 甲\n正文:\n  - 每个: 问题\n    内容:\n      - 段: "{机关}{单位}{问题}"\n'
    made = papers("督办单", assessment_of(), form=form)
    assert made["督办单-信息科.docx"][1] == "示例局信息科超期未公开"


@given(st.text("{}|机关 甲\n", max_size=20))
def test_a_value_is_never_read_for_words(value: str) -> None:
    told = Told(None, Vocabulary(words={"甲": Word("", lambda _: value)}))
    plain = " ".join(value.replace("\n", " ").split(" ")) if value.strip(" \n") else ""
    filled = told.fill("前{甲}后")
    assert filled.startswith("前") and filled.endswith("后")  # noqa: PT018
    assert filled[1:-1].replace(" ", "") == plain.replace(" ", "")


@given(
    st.lists(
        st.sampled_from([*"：:{}[]-\n \"'#", "标题", "正文", "段", "每个", "问题", "内容", *KEYS])
    )
)
def test_reading_never_raises_for_what_a_user_wrote(pieces: list[str]) -> None:
    form, problems = read_form("".join(pieces).encode(), "督办单.yaml", KNOWN)
    assert (form is None) == bool(problems)


def test_a_text_keeps_its_blanks_and_line_breaks() -> None:
    form = read('标题: "甲\\n乙"\n落款: {署名: 甲, 日期: "　　年　　月　　日"}\n')
    assert form.title == "甲\n乙"
    assert form.signature is not None
    assert form.signature.day == "　　年　　月　　日"
