"""``gongkai check``: everything judged, unit by unit."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from ..model.assessment import Assessment
from ..model.finding import Severity
from ..model.place import errors
from .console import (
    FINDINGS,
    LOW_COVERAGE,
    OK,
    WRONG_INPUT,
    complain,
    in_colour,
    say,
    say_bytes,
    say_data,
    warn,
    width,
)
from .request import (
    AsOfOption,
    BadValue,
    Basis,
    BasisOption,
    ConfigOption,
    FormatOption,
    KnownOnOption,
    UnitsOption,
    WorkspaceOption,
    open_facts,
    spelled,
    today,
)
from .selection import chosen_units, only
from .shell import PLAIN

if TYPE_CHECKING:
    from ..facts import Facts

app = typer.Typer(add_completion=False, **PLAIN)

_SEVERITIES = {severity.value: severity.ascii for severity in Severity}


def read_share(text: str) -> float:
    """A share of 0 to 1 from percent or a fraction: up to 1 without % it is a fraction.

    >>> read_share("80%"), read_share("80"), read_share("0.8"), read_share("1")
    (0.8, 0.8, 0.8, 1.0)
    """
    plain = text.strip().replace("％", "%")
    try:
        value = float(plain.removesuffix("%"))
    except ValueError:
        value = -1.0
    if plain.endswith("%") or value > 1:
        value /= 100
    if not 0 <= value <= 1:
        raise BadValue(f"不是比例：“{text}”", "80%、80 或 0.8")
    return value


@app.command()
def check(
    units: UnitsOption = None,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    basis: BasisOption = "从严",
    fail_on: Annotated[
        str,
        spelled("--fail-on", spellings=_SEVERITIES, help="有这个程度及以上的问题时，退出码为 1"),
    ] = "高",
    min_coverage: Annotated[
        float | None,
        typer.Option(
            "--min-coverage",
            metavar="比例",
            parser=read_share,
            help="核查覆盖率低于它（如 80%）时，退出码为 3",
        ),
    ] = None,
    other: Annotated[
        Path | None,
        typer.Option(
            "--with", metavar="目录文件", help="换用这份目录会怎样：谁变为超期，谁不再超期"
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="台账有错误就停止，不作判断")] = False,
    format: FormatOption = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """核查全部事项，按单位列出问题

    退出码：0 没有 --fail-on 及以上的问题；1 有；2 输入有错误；3 覆盖率不够，不能作出结论。
    用 --with 时：0 没有变为超期的；1 有。
    """
    facts = open_facts(workspace, config, known_on)
    if strict and errors(facts.problems):
        complain(facts.problems)
        return WRONG_INPUT
    from ..assess import assess

    judged = assess(facts, as_of=as_of or today(), basis=basis, today=today())
    if other is not None:
        return _with(other, facts, judged, units, format)
    chosen = chosen_units(judged.catalogue, units)
    assessment = only(judged, chosen)
    _show(assessment, format, chosen)
    if not (format == "table" and sys.stdout.isatty()):
        complain(assessment.problems)
    return _exit_code(assessment, Severity(fail_on), min_coverage)


def _with(
    other: Path, facts: "Facts", judged: Assessment, units: list[str] | None, format: str
) -> int:
    """Judge by another catalogue as well, and say what differs."""
    from ..assess import assess
    from ..assess.compared import compared, under
    from .catalogue import read_file

    if format == "csv":
        raise BadValue("--with 没有 csv 格式", "table、json")
    then = assess(
        under(facts, read_file(other)),
        as_of=judged.as_of,
        basis=cast(Basis, judged.basis),
        today=today(),
    )
    before = only(judged, chosen_units(judged.catalogue, units)) if units else judged
    after = only(then, chosen_units(then.catalogue, units)) if units else then
    found = compared(before, after)
    if format == "json":
        from ..reports import check_with_json

        say_data(check_with_json.render(found))
    else:
        from ..reports import check_with_table

        say(check_with_table.render(found, width()))
    complain(facts.problems)
    if errors(facts.problems):
        return WRONG_INPUT
    return FINDINGS if any(each.kind == "becomes-late" for each in found.cases) else OK


def _show(assessment: Assessment, format: str, units: frozenset[str]) -> None:
    if format == "json":
        from ..reports import check_json

        say_data(check_json.render(assessment, units))
    elif format == "csv":
        from ..reports import check_csv

        say_bytes(check_csv.render(assessment))
    else:
        from ..reports import check_table

        say(check_table.render(assessment, width(), in_colour(), units))


def _exit_code(assessment: Assessment, fail_on: Severity, floor: float | None) -> int:
    """Wrong data weighs more than low coverage, and that more than findings."""
    if errors(assessment.problems):
        return WRONG_INPUT
    if floor is not None and assessment.share < floor:
        from ..reports.preface import percent

        share = percent(assessment.share)
        warn(f"核查覆盖率 {share}% 低于要求的 {floor:.0%}，不能作出合规与否的结论")
        return LOW_COVERAGE
    if any(each.severity.rank <= fail_on.rank for each in assessment.findings):
        return FINDINGS
    return OK
