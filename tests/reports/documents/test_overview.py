"""The overview as a page: what stands on it, and that it stands alone."""

import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml import html
from msgspec import structs

from gongkai_cli.commands.selection import only
from gongkai_cli.model.finding import Severity, State
from gongkai_cli.model.place import Place, Problem
from gongkai_cli.reports.documents import Asked, overview
from gongkai_cli.reports.overview.signs import sign
from tests.making import calendar
from tests.reports.samples import assessment_of

from .overview_pages import TODAY, assessed, page_bytes, table, text_of, tree


@pytest.fixture(scope="module")
def root() -> html.HtmlElement:
    return tree(page_bytes(assessed()))


def section(root: html.HtmlElement, id: str) -> html.HtmlElement:
    (found,) = root.xpath(f"//*[@id='{id}']")
    return found


def test_coverage_comes_first_with_what_is_not_known_and_why(root: html.HtmlElement) -> None:
    found = assessed()
    assert root.xpath("//main/*")[0].get("id") == "coverage"
    said = text_of(section(root, "coverage"))
    asked, answered = len(found.questions), found.answered
    assert answered < asked
    assert said.index(f"{asked}项中有结论{answered}项") < said.index("超期")
    assert f"没有结论的{asked - answered}项" in said
    for question in found.questions:
        if question.why:
            assert "".join(question.why.split()) in said


def test_totals_count_each_duty_once(root: html.HtmlElement) -> None:
    found = assessed()
    heads, numbers = table(root, "totals")
    states = [each.state for each in found.duties]
    assert dict(zip(heads, map(int, numbers), strict=True)) == {
        state.value: states.count(state) for state in set(states)
    }
    assert f"{len(found.findings)}个" in text_of(section(root, "coverage"))


def test_every_finding_is_there_with_its_explanation_folded_under_it(
    root: html.HtmlElement,
) -> None:
    found = assessed()
    rows = root.xpath("//table[@id='list']/tbody/tr")
    assert len(rows) == len(found.findings) > 5
    for row, finding in zip(rows, found.findings, strict=True):
        said = text_of(row)
        for words in (finding.message, finding.next_step, finding.name, *finding.units):
            assert "".join(words.split()) in said
        (folded,) = row.xpath(".//details")
        assert folded.get("open") is None
        under = text_of(folded)
        assert finding.place is None or "".join(str(finding.place).split()) in under
        if finding.clock and finding.deadline:
            assert "".join(finding.clock.basis.split()) in under
            assert f"起算{finding.deadline.trigger}" in under
        if finding.deadline and finding.deadline.segments:
            assert f'gongkaiexplain"{finding.id}"--as-of2024-07-26' in under
            for segment in finding.deadline.segments:
                assert f"至{segment.until}：{segment.count}个工作日" in under


def test_the_page_fetches_nothing_and_runs_only_its_own_script(root: html.HtmlElement) -> None:
    assert not root.xpath("//@src|//link|//iframe|//object|//embed|//img|//base")
    style = root.xpath("string(//style)")
    assert "@import" not in style
    assert "url(" not in style.replace("url(#hatch)", "")
    assert all(href.startswith("#") for href in root.xpath("//@href"))
    (script,) = root.xpath("//script/text()")
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]


def test_a_reader_of_screens_finds_its_way(root: html.HtmlElement) -> None:
    assert root.get("lang") == "zh-CN"
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    for target in root.xpath("//a/@href[starts-with(., '#')]"):
        assert target[1:] in ids
    for tag in ("header", "nav", "main", "footer", "h1"):
        assert len(root.xpath(f"//{tag}")) == 1
    for each in root.xpath("//*[@aria-labelledby]/@aria-labelledby"):
        assert set(each.split()) <= set(ids)
    tables = root.xpath("//table")
    assert len(tables) > 4
    for each in tables:
        assert text_of(each.xpath("./caption")[0])
        assert all(th.get("scope") == "col" for th in each.xpath("./thead//th"))
        assert all(th.get("scope") == "row" for th in each.xpath("./tbody//th|./tfoot//th"))
    for control in root.xpath("//select|//input"):
        (label,) = control.xpath("./ancestor::label")
        assert text_of(label)
    for picture in root.xpath("//svg[@role='img']"):
        title, text = (picture.xpath(f"./{tag}")[0] for tag in ("title", "desc"))
        assert title.text
        assert len(text.text) > 20


def test_headings_follow_one_another_without_a_gap(root: html.HtmlElement) -> None:
    levels = [int(each.tag[1]) for each in root.xpath("//h1|//h2|//h3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_input_makes_the_same_bytes() -> None:
    assert page_bytes(assessed()) == page_bytes(assessed())


def test_data_problems_are_shown_with_their_place_and_named_at_the_top() -> None:
    problems = (
        Problem(Place("台账.xlsx", sheet="信息台账", cell="F37"), "不是日期：“去年”", "2024-06-27"),
    )
    root = tree(page_bytes(structs.replace(assessed(), problems=problems)))
    assert "有1处数据问题" in text_of(section(root, "coverage"))
    said = text_of(section(root, "notes"))
    assert "台账.xlsx!信息台账!F37不是日期：“去年”；应为：2024-06-27" in said


def test_settings_calendar_and_assumptions_stand_at_the_end() -> None:
    root = tree(page_bytes(assessment_of()))
    said = text_of(section(root, "notes"))
    assert root.xpath("//main/*")[-1].get("id") == "notes"
    assert "临期天数5（本单位设定）" in said
    assert "国办发明电〔2023〕7号" in said
    assert "A05：责任单位：未定（目录没有写责任单位）" in said
    assert "确定之日起5个工作日内”：原文没有数字，按5个工作日" in said
    assert "2023年度A06" in said


def test_more_findings_than_are_listed_are_counted_and_where_they_are_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from gongkai_cli.reports.overview import finding_rows

    monkeypatch.setattr(finding_rows, "MOST", 3)
    found = assessed()
    root = tree(page_bytes(found))
    assert len(root.xpath("//table[@id='list']/tbody/tr")) == 3
    said = text_of(section(root, "findings"))
    total = len(found.findings)
    assert f"共{total}个问题，这里列最急的3个，另有{total - 3}个没有列出" in said
    assert "gongkaicheck--formatcsv" in said


def test_a_page_for_some_units_says_so_and_shows_their_rows_alone() -> None:
    found = only(assessed(), frozenset({"甲科"}))
    root = tree(page_bytes(found, within=frozenset({"甲科"})))
    assert "只含：甲科" in text_of(root.xpath("//header")[0])
    assert [row[0] for row in table(root, "grid")] == ["单位", "甲科"]


def test_nothing_at_all_still_makes_a_page() -> None:
    empty = assessment_of(
        duties=(), questions=(), findings=(), cases=(), columns=(), problems=(), outside=()
    )
    said = text_of(tree(page_bytes(empty)))
    assert "没有要核查的问题" in said
    assert "没有发现问题" in said


def test_without_a_calendar_no_day_is_drawn_and_none_is_counted() -> None:
    rendered = overview.render(Asked(assessment=assessed(), today=TODAY))
    (paper,) = rendered.papers
    root = tree(paper.data)
    assert not root.xpath("//svg[@role='img']")
    assert "没有给出工作日历" in text_of(section(root, "took"))


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    asked = Asked(
        assessment=assessed(),
        calendar=calendar(),
        today=TODAY,
        tell=lambda done, of: told.append((done, of)),
    )
    overview.render(asked)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


def test_a_template_of_the_workspace_may_change_one_part() -> None:
    own = '{% extends "总览.html" %}{% block 页脚 %}<p>{{ page.body }}制</p>{% endblock %}'
    asked = Asked(
        assessment=assessed(),
        calendar=calendar(),
        today=TODAY,
        own_form=("模板/总览.html", own.encode()),
    )
    (paper,) = overview.render(asked).papers
    root = tree(paper.data)
    assert text_of(root.xpath("//footer")[0]) == "示例局制"
    assert section(root, "findings") is not None


def test_a_template_of_the_workspace_that_is_wrong_is_a_problem_with_its_line() -> None:
    own = ("模板/总览.html", "甲\n{{ page.nothing }}".encode())
    rendered = overview.render(Asked(assessment=assessed(), today=TODAY, own_form=own))
    assert not list(rendered.papers)
    (problem,) = rendered.problems
    assert str(problem.place) == "模板/总览.html:2"


def test_every_state_has_a_sign_of_two_characters_of_its_own() -> None:
    signs = [sign(state) for state in State]
    assert all(len(each.short) == 2 for each in signs)
    assert len({each.short for each in signs}) == len({each.kind for each in signs}) == len(State)


def test_severities_are_counted(root: html.HtmlElement) -> None:
    said = text_of(section(root, "coverage"))
    for severity in Severity:
        number = sum(each.severity is severity for each in assessed().findings)
        assert (f"{severity.value}{number}" in said) is bool(number)


def test_listing_the_documents_loads_no_library_for_pages() -> None:
    code = (
        "import sys; import gongkai_cli.reports.documents.overview;"
        "print(*(set(sys.modules) & {'jinja2', 'markupsafe', 'lxml'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
