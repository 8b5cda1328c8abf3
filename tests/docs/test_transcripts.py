"""Every transcript in the documents is what the program prints."""

import pytest

from .transcripts import Run, agrees, every_run, printed_by

RUNS = every_run()


@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run.page} {run.command}")
def test_a_transcript_is_what_is_printed(run: Run) -> None:
    printed = printed_by(run.command)
    assert agrees(run.printed, printed), "\n".join(printed)


def test_there_are_transcripts() -> None:
    assert {run.page for run in RUNS} >= {"README.md", "README.zh-CN.md"}


@pytest.mark.parametrize(
    ("shown", "agreed"),
    [
        (["a", "b", "c"], True),
        (["a", "…", "c"], True),
        (["a", "…"], True),
        (["a", "c"], False),
        (["b", "…"], False),
        (["a", "…", "b"], False),
    ],
)
def test_a_cut_stands_for_lines_and_for_nothing_else(shown: list[str], agreed: bool) -> None:
    assert agrees(shown, ["a", "b", "c"]) is agreed
