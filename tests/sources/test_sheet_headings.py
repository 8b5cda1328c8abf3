"""The table of headings: complete, without two meanings, and as the interface spells it."""

import pytest
from msgspec import structs

from gongkai_cli.model.ledger import Column, Record, Statement
from gongkai_cli.sources.ledger.sheet_headings import (
    COLUMNS,
    FORMS,
    OWN_SHEETS,
    RECORDS,
    STATEMENTS,
    SheetForm,
    form_named,
    heading_key,
)

SPELLED = {
    "信息台账": "编号 事项 标题 文号 责任单位 形成日期 变更日期 公开日期 公开地址 公开属性 解读对象"
    " 是否解读 备注",
    "栏目": "事项 栏目名称 地址 是否存在 条目数 最后更新日期 核查日期 核查人",
    "说明": "事项 责任单位 期间起 期间止 说明内容 有效期至 登记人 登记日期",
}


def test_headings_are_spelled_as_the_interface_says() -> None:
    printed = {form.name: " ".join(each.name for each in form.headings) for form in FORMS}
    assert printed == SPELLED


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_word_means_two_columns_of_one_sheet(form: SheetForm) -> None:
    words = [heading_key(word) for each in form.headings for word in (each.name, *each.synonyms)]
    assert len(words) == len(set(words))
    assert all(words)


def test_no_word_means_two_sheets() -> None:
    words = [word for form in FORMS for word in (form.name, *form.synonyms)]
    assert len(words) == len(set(words))
    assert not set(words) & set(OWN_SHEETS)
    assert all(form_named(word) for word in words)


@pytest.mark.parametrize(
    ("form", "fact"), [(RECORDS, Record), (COLUMNS, Column), (STATEMENTS, Statement)]
)
def test_every_field_of_a_fact_has_its_column(form: SheetForm, fact: type) -> None:
    fields = {each.name for each in structs.fields(fact)} - {"duty_text", "unreadable", "place"}
    assert {heading.field for heading in form.headings} == fields


@pytest.mark.parametrize(
    "written",
    [
        "公开日期",
        " 公开 日期",
        "公开\n日期",
        "公开日期（必填）",
        "＊公开日期",
        "公开日期：",
        "*公开日期 *",
    ],
)
def test_headings_as_people_decorate_them(written: str) -> None:
    assert heading_key(written) == "公开日期"


def test_a_remark_in_brackets_that_changes_the_meaning_stays() -> None:
    assert heading_key("公开日期（计划）") != "公开日期"
