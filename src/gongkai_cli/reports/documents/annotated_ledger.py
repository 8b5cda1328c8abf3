"""批注台账: a copy of the ledger's own files, with the state of each row beside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from ...model.place import Place, Problem, Weight
from ..row_state import RowState, row_states
from . import Asked, Paper, Rendered

NAME = "批注台账"
ALIASES = ("批注", "annotated")
SUFFIX = ".xlsx"
ABOUT = "自己的台账照原样复制一份，后面加上到期日、状态、依据三列，按状态着色"
FROM_RECORD = False


def render(asked: Asked) -> Rendered:
    """A workbook for every file of the ledger that has rows with a state.

    A workbook stays as it looks; a .csv becomes a workbook, because a .csv has no colours.
    """
    states: defaultdict[str, dict[Place, RowState]] = defaultdict(dict)
    for place, state in row_states(asked.assessment).items():
        states[place.file][place] = state
    names = [name for name in asked.ledger.files if name in states and name in asked.originals]
    papers: list[Paper] = []
    problems: list[Problem] = []
    for number, name in enumerate(names, 1):
        papers += _papers(name, asked.originals[name], states[name], problems)
        asked.tell(number, len(names))
    return Rendered(papers=papers, count=len(papers), problems=tuple(problems))


def _papers(
    name: str, data: bytes, states: Mapping[Place, RowState], problems: list[Problem]
) -> Iterator[Paper]:
    from .annotation import CannotAnnotate
    from .annotation.csv_copy import annotated_csv
    from .annotation.workbook import annotated_workbook

    path = PurePath(name)
    annotate = annotated_csv if path.suffix.lower() == ".csv" else annotated_workbook
    try:
        yield Paper(name=f"{path.stem}（批注）{SUFFIX}", data=annotate(name, data, states))
    except CannotAnnotate as reason:
        accepted = "用 Excel 或 WPS 打开后另存为 .xlsx"
        problems.append(Problem(Place(name), str(reason), accepted, weight=Weight.NOTE))
