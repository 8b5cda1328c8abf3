"""A text that is no YAML: the slip is named where it was made, not where it was noticed."""

import pytest
import yaml

from gongkai_cli.notation.yaml_tree import read_yaml


@pytest.fixture(params=["compiled", "plain"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both loaders: where the compiled one is missing, the other one has other words."""
    if request.param == "plain":
        monkeypatch.delattr(yaml, "CSafeLoader")


def said(text: str) -> str:
    (problem,) = read_yaml(text.encode(), "f")[1]
    assert problem.accepted
    return f"{problem.place} {problem.found}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲: 1\n乙: [一, 二\n丙: 3\n", "f:2:4 “[”没有配对的“]”"),
        ("甲: {一: 1, 二: 2\n丙: 3\n", "f:1:4 “{”没有配对的“}”"),
        ("甲: {一: 1 二: 2}\n", "f:1:4 括号里读不懂：“{一: 1 二: 2}”"),
        ('甲: "一\n乙: 2\n', "f:1:4 引号没有成对"),
        ("甲: '一\n乙: 2\n", "f:1:4 引号没有成对"),
        ('甲: "D:\\政务\\目录"\n', "f:1:4 双引号里有反斜杠：“\"D:\\政务\\目录\"”"),
        ('甲: "D:\\x\\目录"\n', "f:1:4 双引号里有反斜杠：“\"D:\\x\\目录\"”"),
        ("甲: 1\n乙:2\n丙: 3\n", "f:2:1 不是“键: 值”：“乙:2”"),
        ("甲: 1\n乙\n", "f:2:1 不是“键: 值”：“乙”"),
        ("甲: 关于一: 二的通知\n", "f:1:7 值里又有一个“: ”：“甲: 关于一: 二的通知”"),
        ("甲: *部门\n", "f:1:4 值不能以“*”开头：“*部门”"),
        ("甲: &部门\n", "f:1:4 值不能以“&”开头：“&部门”"),
        ("甲: @部门\n", "f:1:4 值不能以“@”开头：“@部门”"),
        ("甲: %部门\n", "f:1:4 值不能以“%”开头：“%部门”"),
        ("甲: >20个\n  乙\n", "f:1:4 值不能以“>”开头：“>20个”"),
        ("甲: ]\n", "f:1:4 值不能以“]”开头：“]”"),
        ("甲:\n  乙: 1\n 丙: 2\n", "f:3:2 缩进没有对齐：“丙: 2”"),
        ("甲:\n  乙: 1\n   丙: 2\n", "f:3:5 缩进没有对齐：“丙: 2”"),
        ("甲:\n  - 乙: 1\n   丙: 2\n", "f:3:4 缩进没有对齐：“丙: 2”"),
        ("甲:\n  - 乙: 1\n  丙: 2\n", "f:3:3 缩进没有对齐：“丙: 2”"),
        ("甲: [试行] 通知\n乙: 1\n", "f:1:9 值写完以后又有内容：“通知”"),
        ('甲: "一" 二\n乙: 1\n', "f:1:8 值写完以后又有内容：“二”"),
        ("甲: 1\n---\n乙: 2\n", "f:2:1 从这一行起又是一份文件"),
        ("甲: 1\n" + "乙" * 40 + "\n", "f:2:1 不是“键: 值”：“" + "乙" * 30 + "…”"),
    ],
)  # fmt: skip
def test_what_the_loader_gives_up_on(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("名称：值\n别名: 乙\n", "f:1:3 键后是全角冒号“：”"),
        ("甲: 1\n名称：值\n", "f:2:3 键后是全角冒号“：”"),
        ("甲:\n  - 乙：1\n    丙: 2\n", "f:2:6 键后是全角冒号“：”"),
        ("甲: {自: 一，至: 二}\n", "f:1:9 花括号里是全角逗号“，”"),
        ("甲:\u3000一\n乙: 2\n", "f:1:3 冒号后是全角空格"),
        ("甲:\n\t乙: 1\n", "f:2:1 行首是制表符（Tab）"),
        ("甲:\n  - 乙: 1\n \t丙: 2\n", "f:3:2 行首是制表符（Tab）"),
    ],
)
def test_slips_of_the_keyboard(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text", ["机构设置，领导信息", "通知：第一号", "一\u3000二", "（试行）：{甲，乙}"]
)
def test_full_width_marks_in_a_value_are_not_blamed_for_what_is_wrong_beside_them(
    text: str,
) -> None:
    assert said(f"内容: {text}\n单位: [一, 二\n名称: 三\n") == "f:2:5 “[”没有配对的“]”"
