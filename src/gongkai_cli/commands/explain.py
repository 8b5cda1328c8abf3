"""``gongkai explain``: why a date, a verdict or a rule is what it is."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.place import Place, Problem
from ..model.settings import SETTINGS
from ..notation.characters import half_width
from .console import say, stop, width
from .request import (
    AsOfOption,
    BasisOption,
    ConfigOption,
    KnownOnOption,
    WorkspaceOption,
    open_facts,
    today,
)
from .shell import PLAIN

if TYPE_CHECKING:
    from ..assess import BasisChoice
    from ..facts import Facts
    from ..model.assessment import Assessment
    from ..model.ledger import Record

app = typer.Typer(add_completion=False, **PLAIN)

_CODE = re.compile(r"GK\d+", re.IGNORECASE)


@app.command()
def explain(
    target: Annotated[
        str,
        typer.Argument(
            metavar="对象",
            help="事项（A07）、信息、问题编号、代码（GK201）或口径",
            show_default=False,
        ),
    ],
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    basis: BasisOption = "从严",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> None:
    """说明一个事项、一条信息、一个代码或口径

    事项用编号或名称，信息用编号、文号或标题；到期日逐日写明怎样数出来，休息日注明放假通知。
    """
    wanted = half_width(target).strip()
    page = "\n".join(_rules(wanted))
    if not page:
        facts = open_facts(workspace, config, known_on)
        from ..assess import assess

        assessment = assess(facts, as_of=as_of or today(), basis=basis, today=today())
        page = "\n".join(_of_workspace(wanted, facts, assessment, basis))
        if not page:
            _unknown(target, facts, assessment)
    say(page)


def _rules(wanted: str) -> Iterator[str]:
    """The pages of codes and settings; a code that no check has ends the command."""
    if _CODE.fullmatch(wanted):
        yield _page(wanted.upper())
    for row in SETTINGS:
        if wanted in (row.name, row.field, "口径"):
            from ..reports import explain_rule

            yield explain_rule.setting(row, width())


def _page(code: str) -> str:
    from ..checks import ALL
    from ..checks.catalogue_rules import RULES
    from ..reports import explain_rule

    pages: dict[str, explain_rule.Page] = {each.CODE: each for each in RULES}
    pages |= {each.CODE: each for each in ALL}
    if code not in pages:
        from ..notation.nearest import nearest

        near = nearest(code, pages)
        stop(Problem(Place("对象"), f"没有“{code}”这个代码", _runs(pages), near))
    silences = next((each.SILENCES for each in ALL if each is pages[code]), ())
    return explain_rule.page(pages[code], silences, width())


def _runs(codes: Iterable[str]) -> str:
    """Codes in order, those without a gap as a run.

    >>> _runs(["GK101", "GK102", "GK103", "GK201"])
    'GK101 至 GK103、GK201'
    """
    runs: list[list[str]] = []
    for code in sorted(codes):
        if runs and int(code[2:]) == int(runs[-1][-1][2:]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    return "、".join(run[0] if len(run) == 1 else f"{run[0]} 至 {run[-1]}" for run in runs)


def _of_workspace(
    wanted: str, facts: "Facts", assessment: "Assessment", basis: "BasisChoice"
) -> Iterator[str]:
    from ..reports import explain_case, explain_duty, explain_finding

    judged = set()
    for finding in assessment.findings:
        if _is_called(wanted, finding.id):
            yield explain_finding.render(
                finding, assessment, facts.statutes, facts.calendar, width()
            )
    for duty in assessment.catalogue.duties:
        if _is_called(wanted, duty.id, duty.name, duty.title, duty.once_called):
            from ..assess import clocks_of

            clocks = clocks_of(duty, facts.statutes, assessment.as_of, basis)
            yield explain_duty.render(duty, clocks, assessment, width())
    for case in assessment.cases:
        if case.record and _is_called(wanted, *_names(case.record)):
            judged.add(case.record.place)
            yield explain_case.render(case, assessment, facts.statutes, facts.calendar, width())
    for record in facts.ledger.records:
        if _is_called(wanted, *_names(record)) and record.place not in judged:
            yield explain_case.not_judged(record, assessment.as_of, width())


def _names(record: "Record") -> tuple[str | None, ...]:
    return record.number, record.document_number, record.title, record.identity


def _is_called(wanted: str, *names: str | None) -> bool:
    return wanted.lower() in {half_width(name).strip().lower() for name in names if name}


def _unknown(target: str, facts: "Facts", assessment: "Assessment") -> None:
    from ..notation.nearest import nearest

    names = [name for duty in assessment.catalogue.duties for name in (duty.id, duty.name)]
    for record in facts.ledger.records:
        names += filter(None, (record.number, record.document_number, record.title))
    names += [finding.id for finding in assessment.findings]
    names += [row.name for row in SETTINGS]
    accepted = "事项的编号或名称，信息的编号、文号或标题，问题编号，代码（GK201），口径的名称"
    near = nearest(target, names)
    stop(Problem(Place("对象"), f"没有找到“{target}”", accepted, near))
