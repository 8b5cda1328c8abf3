"""事项重名."""

from gongkai_cli.checks.catalogue_rules import gk114_same_name as rule

from .linting import a_row, find, named, papers


def rows(*names: str) -> list[str | None]:
    each = (a_row(id=f"D{n}", category=f"类{n}", name=name) for n, name in enumerate(names))
    return named(rule, papers(*each))


def test_the_later_of_two_equal_names_and_the_ending_of_another() -> None:
    assert rows("专题展示", "工作推进", "专题展示") == ["D2"]
    assert rows("政务公开工作推进", "工作推进") == ["D1"]
    assert rows("工作推进", "政务公开工作推进") == ["D0"]


def test_names_that_only_begin_alike() -> None:
    assert rows("政务公开工作推进", "政务公开工作培训", "政务公开") == []


def test_the_other_is_named_with_its_category() -> None:
    one, two = a_row(id="D1", name="展示"), a_row(id="D2", name="展示", category="别类")
    (found,) = find(rule, papers(one, two))
    assert "D1“类别/展示”" in found.message
