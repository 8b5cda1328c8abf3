"""空白说明: which columns a unit is asked about, and that nothing is asserted in its place."""

from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.facts import Facts
from gongkai_cli.reports.documents import blank_statement
from tests.making import TWENTY, column, day, duty, facts, record, statement

from .docx_papers import asked, only_paper, papers

AS_OF = "2024-07-26"
SILENT = duty(TWENTY, id="D2", name="另一事项")


def made(found: Facts, within: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    return papers("空白说明", assess(found, as_of=day(AS_OF)), ledger=found.ledger, within=within)


def test_a_unit_is_asked_about_its_blank_column_and_answers_itself() -> None:
    paper = made(facts(duty(TWENTY), columns=(column(items=0, updated=None),)))[
        "空白说明-甲科.docx"
    ]
    assert paper[0] == "甲科关于无此类信息的说明"
    (row,) = [line for line in paper if line.startswith("1 | ")]
    assert "类别/事项（D1）" in row
    assert "栏目没有内容（2024年7月1日核查）" in row
    assert "没有登记" in row
    assert "（　）本期间没有形成此类信息" in row
    assert "√" not in row
    assert "未经单位核实、签字的，不作为栏目空白的说明" in "".join(paper)


def test_no_text_of_it_asserts_that_there_is_nothing() -> None:
    paper = made(facts(duty(TWENTY), columns=(column(items=0, updated=None),)))[
        "空白说明-甲科.docx"
    ]
    asserted = "本期间没有形成此类信息"
    assert all(f"（　）{asserted}" in line for line in paper if asserted in line)


def test_the_period_is_the_year_as_far_as_the_ledger_goes() -> None:
    blank = (column(items=0, updated=None),)
    words = "".join(*made(facts(duty(TWENTY), columns=blank)).values())
    assert "2024年1月1日至2024年7月26日期间" in words
    later = facts(duty(TWENTY), columns=blank, covers_from="2024-06-27")
    assert "2024年6月27日至2024年7月26日期间" in "".join(*made(later).values())


def test_what_the_ledger_has_in_the_period_speaks_against_a_statement() -> None:
    found = facts(
        duty(TWENTY),
        records=(record("2024-06-27", number="R1"), record("2023-06-27", number="R0")),
        columns=(column(items=0, updated=None),),
    )
    words = "".join(*made(found).values())
    assert "不能认定为“没有形成此类信息”" in words
    assert "1.类别/事项（D1）：登记有《示例》（R1）。" in words
    assert "R0" not in words


def test_a_record_without_a_day_speaks_against_it_too() -> None:
    found = facts(duty(TWENTY), records=(record(None),), columns=(column(items=0, updated=None),))
    assert "登记有《示例》（R1）" in "".join(*made(found).values())


def test_a_column_that_is_explained_missing_or_full_is_not_asked_about() -> None:
    explained = facts(
        duty(TWENTY),
        columns=(column(items=0, updated=None),),
        statements=(statement("2024-01-01", "2024-12-31"),),
    )
    assert not made(explained)
    assert not made(facts(duty(TWENTY), columns=(column(exists=False, items=None, updated=None),)))
    assert not made(facts(duty(TWENTY), columns=(column(),)))


def test_an_old_look_is_no_look() -> None:
    old = column(items=0, updated=None, checked="2024-01-02")
    assert not made(facts(duty(TWENTY), columns=(old,)))


def test_a_unit_that_was_asked_for_is_asked_about_what_the_ledger_is_silent_on() -> None:
    asked_for = frozenset({"甲科"})
    found = facts(duty(TWENTY), SILENT, records=(record(),))
    paper = made(found, asked_for)["空白说明-甲科.docx"]
    rows = [line for line in paper if "（　）" in line]
    assert len(rows) == 1
    assert "另一事项（D2）" in rows[0]
    assert "没有核查记录" in rows[0]
    assert not made(found)


def test_a_unit_with_a_blank_column_is_asked_about_that_alone() -> None:
    found = facts(duty(TWENTY), SILENT, columns=(column(items=0, updated=None),))
    paper = made(found, frozenset({"甲科"}))["空白说明-甲科.docx"]
    assert len([line for line in paper if "（　）" in line]) == 1


def test_what_has_no_column_of_its_own_is_not_asked_about() -> None:
    inside = duty(TWENTY, id="D3", kind="internal")
    elsewhere = structs.replace(duty(TWENTY, id="D4"), appears_in="D1")
    found = facts(inside, elsewhere)
    assert not made(found, frozenset({"甲科"}))


def test_a_blank_column_without_a_unit_is_noted() -> None:
    orphan = structs.replace(duty(TWENTY), units=())
    found = facts(orphan, columns=(column(items=0, updated=None),))
    rendered = blank_statement.render(asked(assess(found, as_of=day(AS_OF)), ledger=found.ledger))
    assert not list(rendered.papers)
    (note,) = rendered.problems
    assert "D1" in note.found


def test_it_says_by_which_rules() -> None:
    found = facts(duty(TWENTY), columns=(column(items=0, updated=None),))
    paper = only_paper("空白说明", assess(found, as_of=day(AS_OF)), ledger=found.ledger)
    assert any(line.startswith("核查说明：核查日2024年7月26日") for line in paper)
