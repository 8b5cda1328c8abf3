"""What is said of several things alike, said once."""

from collections.abc import Iterable

from .columns import indented


def assumptions(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    """Each 推定 with everything that it is assumed of, below a heading; nothing where none is.

    A catalogue that is new has dozens of them, so they stand behind the findings, where a limit
    that is assumed is marked so.
    """
    groups = by_text(rows)
    lines = ["推定（文件没有写明、由目录补上的）"] if groups else []
    for text, subjects in groups.items():
        lines += indented(f"{'、'.join(subjects)} {text}", width, "  ", "    ")
    return lines


def by_text(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Each text with the subjects that it is said of, in their order."""
    groups: dict[str, list[str]] = {}
    for subject, text in dict.fromkeys((subject, text) for subject, text in rows):
        groups.setdefault(text, []).append(subject)
    return groups
