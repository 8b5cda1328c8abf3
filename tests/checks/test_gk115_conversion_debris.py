"""转换残留."""

import pytest

from gongkai_cli.checks.catalogue_rules import gk115_conversion_debris as rule

from .linting import a_row, find, papers


@pytest.mark.parametrize(
    "cell",
    [
        "[bookmark: _GoBack]结果公开",
        "结果<br/>公开",
        "<span style='x'>结果公开",
        "结果&nbsp;公开",
        "结果&#160;公开",
        'HYPERLINK "x" 结果公开',
        "结果\ufffd公开",
        "结果\u200b公开",
        "结果\x0b公开",
    ],
)
def test_what_a_conversion_leaves(cell: str) -> None:
    (found,) = find(rule, papers(a_row(printed={"五公开": cell})))
    assert "五公开" in found.message


@pytest.mark.parametrize("cell", ["", "A&B公司", "长度<20", "“双随机、一公开”", "[甲]", "甲\n乙"])
def test_what_people_write(cell: str) -> None:
    assert find(rule, papers(a_row(printed={"五公开": cell}))) == []
