"""Widths as a terminal draws them, measured by a library of their own and not by ours."""

from rich.cells import cell_len

RULE = "----------"


def cells(line: str) -> list[str]:
    """What stands in each cell of a line; the second cell of a wide character holds it again."""
    return [character for character in line for _ in range(cell_len(character))]


def assert_fits(text: str, width: int) -> None:
    """No line is wider than the terminal, and none holds a control character."""
    for line in text.splitlines():
        assert cell_len(line) <= width, line
        assert line.isprintable(), repr(line)


def tables(text: str) -> list[tuple[str, list[str]]]:
    """Every table: its line of headings, and the lines below its rule up to a blank line."""
    lines = text.splitlines()
    found = []
    for number, line in enumerate(lines):
        if line.startswith(RULE):
            rest = lines[number + 1 :]
            end = rest.index("") if "" in rest else len(rest)
            found.append((lines[number - 1], rest[:end]))
    return found


def starts(headings: str) -> list[int]:
    """The cell in which each heading begins."""
    row = cells(headings)
    return [n for n in range(len(row)) if row[n] != " " and (n == 0 or row[n - 1] == " ")]


def assert_lined_up(text: str) -> None:
    """In every row of every table each column begins in the cell of its heading."""
    for headings, rows in tables(text):
        for line in rows:
            row = cells(line)
            if line.startswith("  "):
                continue
            for start in starts(headings)[1:]:
                assert start > len(row) or row[start - 1] == row[start - 2] == " ", line
