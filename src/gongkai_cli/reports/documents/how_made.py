"""How a document was made: what was looked at, by which rules, and what stays unknown.

Rows of a label and a text, for a sheet or a page of its own: a document that is sent on must say
itself how far it can be relied on.
"""

from collections.abc import Iterable, Iterator

from ...model.deadline import Clock
from ...model.place import Problem, errors
from ...model.unit import every_unit
from .. import preface
from . import Asked

_ENDLESS = 1_000_000
"""A width at which nothing is wrapped: the cell wraps it."""

_SHOWN = 50
_NAMED = 6


def rows(
    asked: Asked, clocks: Iterable[tuple[str | None, Clock | None]] = ()
) -> Iterator[tuple[str, str]]:
    """Coverage, rules and what was left out, then the assumptions (推定) behind these clocks."""
    assessment = asked.assessment
    catalogue = assessment.catalogue
    yield "机关", catalogue.body
    yield (
        "目录",
        f"{catalogue.title}（{catalogue.source}）" if catalogue.source else catalogue.title,
    )
    if asked.within:
        yield "范围", scope_words(asked)
    yield "核查日", str(assessment.as_of)
    yield "制表日期", str(asked.today)
    for line in preface.coverage(assessment, _ENDLESS):
        yield "覆盖率", line.strip()
    yield "覆盖率", "没有核查的不等于合规。"
    yield from preface.rule_rows(assessment)
    yield from (("未判断", f"不在台账期内：{each}") for each in _some(assessment.outside))
    yield from _assumed(asked, clocks)
    wrong = errors(assessment.problems)
    if wrong:
        yield "台账错误", f"台账有 {len(wrong)} 处错误，所在的信息按未能核查处理："
    yield from (("台账错误", each) for each in _some([_problem(each) for each in wrong]))


def scope_words(asked: Asked) -> str:
    """The units that a document was asked for, the first few by name; empty where it is for all."""
    names = [unit.name for unit in every_unit(asked.assessment.catalogue.units)]
    chosen = [name for name in dict.fromkeys(names) if name in asked.within]
    more = f"等 {len(chosen)} 个单位" if len(chosen) > _NAMED else ""
    return "、".join(chosen[:_NAMED]) + more


def share_words(asked: Asked) -> str:
    """How much was looked at, in one line.

    An assessment that asked nothing says so.
    """
    assessment = asked.assessment
    total, answered = len(assessment.questions), assessment.answered
    if not total:
        return "没有要核查的问题"
    words = f"已核查 {total} 项问题中的 {answered} 项（{preface.percent(assessment.share)}%）"
    left = total - answered
    return f"{words}，未能核查 {left} 项（不等于合规）" if left else words


def _assumed(
    asked: Asked, clocks: Iterable[tuple[str | None, Clock | None]]
) -> Iterator[tuple[str, str]]:
    """Each 推定 once, with everything that it is assumed of."""
    assessment = asked.assessment
    subjects: dict[str, list[str]] = {}
    said = list(preface.assumed_of_catalogue(assessment))
    for duty, clock in clocks:
        said += preface.assumed_of(assessment, duty, clock)
    for subject, text in dict.fromkeys(said):
        subjects.setdefault(text, []).append(subject)
    for text, of in subjects.items():
        yield "推定", f"{'、'.join(_some(of))} {text}"


def _problem(problem: Problem) -> str:
    accepted = f"；应为：{problem.accepted}" if problem.accepted else ""
    return f"{problem.place}：{problem.found}{accepted}"


def _some(texts: Iterable[str]) -> Iterator[str]:
    """The first texts, and how many more there are."""
    every = list(texts)
    yield from every[:_SHOWN]
    if len(every) > _SHOWN:
        yield f"……共 {len(every)} 项"
