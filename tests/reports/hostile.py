"""Texts as nobody should write them, for what must hold whatever is written."""

from datetime import date

from hypothesis import strategies as st

from gongkai_cli.model.assessment import Assessment, DutyResult, Question
from gongkai_cli.model.case import Case, Running
from gongkai_cli.model.duty import Assumption, Catalogue
from gongkai_cli.model.finding import Finding, Severity, State
from gongkai_cli.model.place import Place, Problem

from .samples import AS_OF, LATE, OWN, assessment_of, duty_of, record_of

PIECES = [
    "[b]", "[/]", "[red]", ":cat:", "{0}", "%s", "\n", "\r\n", "\t", "\x1b[31m", "\x00", "\x07",
    "\u202e", "\u200b", "\ud800", "=1+1", "＝2", "@", "-", "'", '"', ",", "，", "。", "“", "”",
    "（", "）", "…", "—", " ", "\u3000", "2024-07-25", "2024年7月25日", "甲", "关于进一步规范", "A",
    "https://www.example.gov.cn/very/long/path/without/any/blank/in/it/at/all/index.html",
    "e\u0301", "😀", "①", "<script>", "</td></table>", "'><img src=x onerror=1>", "&lt;", "<!--",
    "]]>", "{{ 7 }}", "{% raw %}", "javascript:1", "\u2028",
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
states = st.sampled_from([None, *State])


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """An assessment with hostile texts wherever a text comes from a user."""
    duty = duty_of("A01", draw(texts), draw(texts), draw(texts), category=draw(texts))
    record = record_of(draw(texts), "A01", draw(texts), date(2024, 6, 27))
    late = draw(st.sampled_from([None, 0, 1, 12345]))
    finding = Finding(
        code="GK201",
        name="超期未公开",
        severity=draw(st.sampled_from(list(Severity))),
        state=draw(states),
        message=draw(texts),
        next_step=draw(texts),
        duty="A01",
        record=draw(st.sampled_from([None, record.identity])),
        column=draw(st.none() | texts),
        units=tuple(draw(st.lists(texts, max_size=3))),
        clock=draw(st.sampled_from([None, OWN])),
        deadline=draw(st.sampled_from([None, LATE])),
        days_late=late,
        calendar_days_late=late,
        place=draw(st.sampled_from([None, Place(draw(texts), sheet=draw(texts), cell="A1")])),
    )
    return assessment_of(
        catalogue=Catalogue(
            title=draw(texts),
            body=draw(texts),
            source="",
            duties=(duty,),
            assumed=(Assumption(draw(texts), draw(texts), draw(texts)),),
        ),
        duties=(DutyResult(duty=duty, state=draw(st.sampled_from(list(State)))),),
        questions=(Question(duty="A01", question=draw(texts), answered=False, why=draw(texts)),),
        findings=(finding,),
        cases=(
            Case(duty=duty, record=record, clocks=(Running(clock=OWN, deadline=LATE),)),
            Case(duty=duty, record=record, clocks=(Running(clock=OWN, obstacle=draw(texts)),)),
        ),
        problems=(Problem(Place(draw(texts), 3, 1), draw(texts), draw(texts), draw(texts)),),
        outside=(draw(texts),),
        as_of=AS_OF,
    )
