"""YAML as texts with places: the traps of the format, refused or pointed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.yaml_tree import Mapping, Scalar, read_yaml


def problems(text: str) -> list[str]:
    """Each problem in a line."""
    return [f"{each.place} {each.found}" for each in read_yaml(text.encode(), "f.yaml")[1]]


@pytest.mark.parametrize(
    "value", ["no", "on", "010", "1_000", "12:30", "1e3", "2024-13-01", "3.10"]
)
def test_a_value_stays_the_text_that_was_written(value: str) -> None:
    tree, found = read_yaml(f"键: {value}\n".encode(), "f.yaml")
    assert not found
    assert isinstance(tree, Mapping)
    (entry,) = tree.entries
    assert isinstance(entry[1], Scalar)
    assert entry[1].text == value


def test_a_key_that_stands_twice() -> None:
    assert problems("甲: 1\n乙: 2\n甲: 3\n") == ["f.yaml:3:1 “甲”写了两次，前一次在第1行"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("名称：值\n别名: 乙\n", "f.yaml:1:3"),
        ("甲: 1\n名称：值\n", "f.yaml:2:3"),
        ("{自: x，至: y}", "f.yaml:1:6"),
        ("甲: 1\n\t乙: 2\n", "f.yaml:2:1"),
        ("名称：值\n", "f.yaml:1:3"),
    ],
)
def test_full_width_marks_and_tabs_are_pointed_at(text: str, where: str) -> None:
    found = problems(text)
    assert any(each.startswith(where) for each in found), found


def test_aliases_and_endless_brackets_are_refused() -> None:
    assert "别名" in problems("甲: &a [1]\n乙: *a\n")[0]
    assert "40层" in problems("甲: " + "[" * 100_000)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_notepad(encoding: str) -> None:
    tree, found = read_yaml("目录: 兔子\n".encode(encoding), "f.yaml")
    assert not found
    assert isinstance(tree, Mapping)
    assert tree.entries[0][0].text == "目录"


@pytest.mark.parametrize("head", [b"PK\x03\x04\x14\0", bytes.fromhex("d0cf11e0a1b11ae1")])
def test_a_file_of_an_office_program_is_no_text(head: bytes) -> None:
    tree, (problem,) = read_yaml(head + b"catalogue", "f.yaml")
    assert tree is None
    assert problem.found == "内容是 Word、Excel 一类的文件，不是文本"


@given(st.text(max_size=60))
def test_no_text_makes_it_fall_over(text: str) -> None:
    tree, found = read_yaml(text.encode("utf-8", "surrogatepass"), "f.yaml")
    assert tree is not None or found


@given(st.binary(max_size=60))
def test_no_bytes_make_it_fall_over(data: bytes) -> None:
    tree, found = read_yaml(data, "f.yaml")
    assert tree is not None or found


def test_a_character_that_cannot_be_used_is_pointed_at() -> None:
    assert problems("甲: 1\n乙: a\x07b\n") == ["f.yaml:2:5 有一个看不见的字符 U+0007"]
