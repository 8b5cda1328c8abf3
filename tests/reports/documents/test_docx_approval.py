"""审批表: the form as annex 2 prints it, filled in from a record and with nothing people decide.

``tests/vectors/annex-2.txt`` is annex 2 of 济兖公通〔2024〕24号 as printed.
"""

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.ledger import Record
from gongkai_cli.reports.documents import approval_form
from tests.making import TWENTY, day, duty, facts, record

from .docx_papers import asked, only_paper, opened

PRINTED = (
    (Path(__file__).parents[2] / "vectors" / "annex-2.txt")
    .read_text(encoding="utf-8")
    .split("\n\t")
)
HEAD, *CELLS = [part.rstrip("\n") for part in PRINTED]
LABELS, CONTENTS = CELLS[::2], [*CELLS[1::2], ""]

RECORD = structs.replace(
    record(title="关于调整办公时间的通告", number="2024-007"),
    units=("乙科",),
    openness="主动公开",
    document_number="示例〔2024〕7号",
    url="https://www.example.gov.cn/7",
    published=date(2024, 7, 3),
)


def judged(**given: str) -> Assessment:
    made = duty(TWENTY, category="组织管理", name="工作推进")
    return assess(facts(structs.replace(made, **given), records=(RECORD,)), as_of=day("2024-07-26"))


def cells(assessment: Assessment, filled: Record | None) -> list[list[str]]:
    (paper,) = approval_form.render(asked(assessment, record=filled)).papers
    (table,) = opened(paper.data).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_vector_is_the_printed_form() -> None:
    assert LABELS[0] == "稿件题目"
    assert len(LABELS) == 5


def test_an_empty_form_is_the_printed_one_letter_by_letter() -> None:
    assert cells(judged(), None) == [
        [label, content] for label, content in zip(LABELS, CONTENTS, strict=True)
    ]
    assert "\n".join(only_paper("审批表", judged())).startswith(HEAD.split("\n")[0])


def test_mark_title_and_day_stand_above_it_as_printed() -> None:
    assert only_paper("审批表", judged())[:3] == HEAD.split("\n")


def test_a_record_fills_in_title_place_and_unit_and_nothing_else() -> None:
    filled = cells(judged(), RECORD)
    assert [row[0] for row in filled] == LABELS
    assert [row[1] for row in filled] == [
        "关于调整办公时间的通告",
        "区政府网站政务公开--组织管理--工作推进--******",
        "乙科",
        "",
        "",
    ]


def test_the_place_is_that_of_the_column_in_which_it_appears() -> None:
    other = duty(id="D2", category="政策解读", name="解读")
    made = structs.replace(duty(TWENTY), appears_in="D2")
    found = assess(facts(made, other, records=(RECORD,)), as_of=day("2024-07-26"))
    assert "--政策解读--解读--******" in cells(found, RECORD)[1][1]


@pytest.mark.parametrize(
    ("category", "place"),
    [
        (("甲",), "--甲--工作推进--******"),
        (("甲", "乙"), "--甲--乙--工作推进"),
        (("甲", "乙", "丙"), "--甲--乙--丙--工作推进"),
        (("工作推进",), "--工作推进--******--******"),
    ],
)
def test_levels_that_are_not_known_stay_as_printed(category: tuple[str, ...], place: str) -> None:
    made = structs.replace(duty(TWENTY, name="工作推进"), category=category)
    found = assess(facts(made, records=(RECORD,)), as_of=day("2024-07-26"))
    assert cells(found, RECORD)[1][1] == f"区政府网站政务公开{place}"


def test_what_is_not_published_or_has_no_duty_gets_no_place() -> None:
    inside = assess(
        facts(duty(TWENTY, kind="internal"), records=(RECORD,)), as_of=day("2024-07-26")
    )
    empty = "区政府网站政务公开--******--******--******"
    assert cells(inside, RECORD)[1][1] == empty
    assert cells(judged(), structs.replace(RECORD, duty=None))[1][1] == empty


def test_the_extended_form_asks_for_what_the_notice_asks_and_annex_2_lacks() -> None:
    words = "\n".join(only_paper("审批表（扩展）", judged(), record=RECORD))
    for asked_for in (
        "编号：2024-007",
        "（√）主动公开　（　）依申请公开　（　）不予公开",
        "保密审查意见",
        "附件",
        "去标识化",
        "承办人",
        "承办单位负责人",
        "局分管领导",
        "上网人",
        "上网时间",
        "公开地址",
        "https://www.example.gov.cn/7",
    ):
        assert asked_for in words
    assert words.count("（签字）：") == 5
    assert words.count("年　　月　　日") == 1 + 5


def test_an_attribute_that_nobody_registered_is_not_ticked() -> None:
    plain = structs.replace(RECORD, openness=None)
    assert "√" not in "".join(only_paper("审批表（扩展）", judged(), record=plain))


def test_forms_are_not_results_of_a_check_and_carry_no_small_print() -> None:
    for name in ("审批表", "审批表（扩展）"):
        assert "核查说明" not in "".join(only_paper(name, judged(), record=RECORD))
