"""核查说明: what every paper says in small print of how its findings were made."""

from collections.abc import Iterable, Iterator

from ....model.deadline import Clock
from ...preface import assumed_of, assumed_of_catalogue, rule_rows
from .printed import day
from .run import Counted, Run


def small_print(
    run: Run, coverage: Counted, clocks: Iterable[tuple[str | None, Clock | None]]
) -> tuple[str, ...]:
    """The day of the check, coverage, settings, calendar, and every 推定 that a paper rests on.

    ``clocks`` are the duties that the paper names, each with the clock it speaks of.
    """
    first = f"核查说明：核查日{day(run.assessment.as_of)}；{coverage.words}。"
    rules = (f"{label}：{text}。" for label, text in rule_rows(run.assessment))
    return (first, *rules, *_assumptions(run, clocks))


def _assumptions(run: Run, clocks: Iterable[tuple[str | None, Clock | None]]) -> Iterator[str]:
    if run.limit is not None and run.limit.assumed:
        yield f"推定：整改时限{run.limit.workdays}个工作日，{run.limit.assumed}。"
    rows = list(assumed_of_catalogue(run.assessment))
    for duty, clock in dict.fromkeys(clocks):
        rows += assumed_of(run.assessment, duty, clock)
    subjects: dict[str, list[str]] = {}
    for subject, text in dict.fromkeys(rows):
        subjects.setdefault(text, []).append(subject)
    for text, about in subjects.items():
        yield f"推定：{'、'.join(about)} {text.rstrip('。')}。"
