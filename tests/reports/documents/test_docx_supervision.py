"""督办单 and 书面说明: who gets one, what it says of each problem, and what it does not say."""

from datetime import date

from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.place import Weight
from gongkai_cli.reports.documents import supervision_notice
from tests.making import TWENTY, column, day, duty, facts, law, record
from tests.reports.samples import FINDINGS, assessment_of

from .docx_papers import asked, only_paper, papers


def of_one_late_record(published: str | None = None) -> Assessment:
    """A record formed on 2024-06-27, to be public within 20 working days: by 2024-07-25."""
    found = facts(duty(TWENTY), records=(record(published=published),), columns=(column(),))
    return assess(found, as_of=day("2024-07-29"))


def test_a_unit_is_told_what_is_wrong_by_which_rule_and_how_that_was_counted() -> None:
    paper = only_paper("督办单", of_one_late_record())
    (said,) = [line for line in paper if line.startswith("1.")]
    assert "类别/事项（D1）：《示例》（R1）" in said
    assert "超本单位时限：应于2024年7月25日前（含当日）公开，至今没有" in said
    assert "时限为“20个工作日内”，自2024年6月27日起算，当日不计入" in said
    assert "超期2个工作日（4个自然日）" in said  # 07-26 and 07-29; the weekend counts as days
    assert "依据：目录第1行" in said
    assert "整改要求：立即公开" in said
    assert "甲科：" in paper
    assert "（一）超期未公开（1个）" in paper


def test_what_breaks_the_law_is_called_so() -> None:
    found = facts(duty(), records=(record(),), statutes=(law(TWENTY),))
    (said,) = [
        line
        for line in only_paper("督办单", assess(found, as_of=day("2024-07-29")))
        if line.startswith("1.")
    ]
    assert "违法超期" in said
    assert "某法第一条" in said
    superior = facts(
        duty(), records=(record(),), statutes=(law(TWENTY, authority=Authority.SUPERIOR),)
    )
    (said,) = [
        line
        for line in only_paper("督办单", assess(superior, as_of=day("2024-07-29")))
        if line.startswith("1.")
    ]
    assert "违反上级规定" in said
    assert "违法超期" not in said


def test_the_time_to_rectify_is_counted_in_working_days_and_marked_as_assumed() -> None:
    paper = "".join(only_paper("督办单", of_one_late_record(), today=date(2024, 9, 29)))
    # 2024-09-29 is a Sunday that works; 10-01 to 10-07 are off, 10-12 is a Saturday that works
    assert "（2024年9月29日）起10个工作日内，即2024年10月17日前（含当日）完成整改（推定）" in paper
    assert "推定：整改时限10个工作日，文件没有规定整改时限" in paper
    assert "放假通知用到 国办发明电〔" in paper


def test_a_time_to_rectify_that_reaches_a_year_without_notice_is_a_range() -> None:
    paper = "".join(
        only_paper("督办单", of_one_late_record(), today=date(2024, 12, 27), known_on="2024-10-01")
    )
    assert "暂算，放假通知印发后确定" in paper
    assert "最早2025年1月1" in paper


def test_without_a_calendar_the_day_is_left_for_a_person() -> None:
    paper = "".join(only_paper("督办单", of_one_late_record(), counted=False))
    assert "即　　年　　月　　日前（含当日）完成整改" in paper


def test_what_cannot_be_decided_is_named_apart_and_called_no_problem() -> None:
    sample = assessment_of()
    both = tuple(
        structs.replace(each, units=("信息科",)) if each.code in ("GK201", "GK203") else each
        for each in FINDINGS
    )
    paper = papers("督办单", structs.replace(sample, findings=both))["督办单-信息科.docx"]
    start = paper.index("三、暂不能定的事项")
    assert "不作为问题" in paper[start + 1]
    assert "专题展示" in paper[start + 2]
    assert "核查发现你单位牵头的问题2个" in "".join(paper)
    assert not any("专题展示" in line for line in paper[:start])


def test_units_without_a_problem_get_no_paper_and_duties_without_a_unit_are_noted() -> None:
    rendered = supervision_notice.render(asked(assessment_of()))
    names = [paper.name for paper in rendered.papers]
    assert names == [
        "督办单-人事科.docx",
        "督办单-信息科.docx",
    ]  # 法规科 has only something undecided
    (note,) = rendered.problems
    assert note.weight is Weight.NOTE
    assert "A05" in note.found


def test_a_paper_is_about_the_units_that_were_asked_for() -> None:
    made = papers("督办单", assessment_of(), within=frozenset({"信息科"}))
    assert list(made) == ["督办单-信息科.docx"]


def test_other_units_of_a_problem_are_named_with_it() -> None:
    shared = tuple(
        structs.replace(each, units=("人事科", "信息科")) if each.duty == "A03" else each
        for each in FINDINGS
    )
    made = papers("督办单", structs.replace(assessment_of(), findings=shared))
    assert "（会同信息科）" in "".join(made["督办单-人事科.docx"])


def test_every_paper_says_by_which_rules_it_was_found() -> None:
    for name in ("督办单", "书面说明"):
        small = "".join(only_paper(name, of_one_late_record()))
        assert "核查说明：核查日2024年7月29日" in small
        assert "覆盖率" in small
        assert "口径：从严" in small
        assert "起算当日 不计入" in small
        assert "放假通知用到 国办发明电〔" in small


def test_coverage_is_that_of_the_unit() -> None:
    found = facts(
        duty(TWENTY),
        structs.replace(duty(TWENTY, id="D2", name="另一事项"), units=()),
        records=(record(),),
        columns=(column(),),
    )
    paper = "".join(only_paper("督办单", assess(found, as_of=day("2024-07-29"))))
    assert "应核查2项，已核查2项（覆盖率100%）" in paper


def test_what_rests_on_an_assumption_is_marked_where_it_stands() -> None:
    found = facts(duty(TWENTY, assumed="原文没有数字"), records=(record(),))
    paper = only_paper("督办单", assess(found, as_of=day("2024-07-29")))
    (said,) = [line for line in paper if line.startswith("1.")]
    assert "推定时限：原文没有数字" in said
    assert "依据：目录第1行（推定）" in said
    assert any(line.startswith("推定：") and "原文没有数字" in line for line in paper)


def test_a_stale_column_is_told_with_its_breach() -> None:
    found = facts(duty(freshness=TWENTY), columns=(column(updated="2024-06-03"),))
    paper = only_paper("督办单", assess(found, as_of=day("2024-07-29")))
    (said,) = [line for line in paper if line.startswith("1.")]
    assert "“栏目”栏目" in said
    assert "最后更新2024年6月3日" in said
    assert "属超本单位时限" in said


def test_an_explanation_states_facts_and_leaves_the_reasons_to_people() -> None:
    paper = only_paper("书面说明", of_one_late_record(published="2024-07-29"))
    words = "\n".join(paper)
    assert "台账登记的公开（办结）日期为2024年7月29日" in words
    assert "一、类别/事项（D1）：超期公开" in words
    reasons = paper.index("（三）原因")
    assert paper[reasons + 1] == "（由责任单位填写）"
    assert paper[reasons + 2] == "（四）整改情况"
    assert paper[reasons + 3].startswith("（由责任单位填写")
    assert "甲科关于政务公开扣分点的书面说明" in paper
    assert "　　年　　月　　日" in paper
    assert "2024年7月26日" not in words  # the day of signing is not ours
