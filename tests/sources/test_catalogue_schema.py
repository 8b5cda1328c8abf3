"""The JSON Schema knows what the reader knows, and lets the shipped catalogue pass."""

import json
from functools import cache
from typing import Any

import jsonschema
import pytest
import yaml

from gongkai_cli.data_files import data_folder
from gongkai_cli.sources.catalogue.catalogue_yaml import CATALOGUE_KEYS
from gongkai_cli.sources.catalogue.duty_row import ASSUMABLE, ASSUMPTION_KEYS, DUTY_KEYS, KINDS
from gongkai_cli.sources.catalogue.known_tags import known_tags
from gongkai_cli.sources.catalogue.period import PERIOD_KEYS
from gongkai_cli.sources.catalogue.printed_cells import HEADING_KEYS
from gongkai_cli.sources.catalogue.unit_tree import UNIT_KEYS

from .catalogues import OTHER_BUREAU, SMALL


@cache
def schema() -> dict[str, Any]:
    text = (data_folder() / "catalogue.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def errors(text: str) -> list[str]:
    """What an editor would underline; scalars are texts, as YAML 1.2 editors read dates."""
    tree = yaml.load(text, Loader=yaml.BaseLoader)
    validator = jsonschema.Draft7Validator(schema())
    return [f"{'/'.join(map(str, e.path))}: {e.validator}" for e in validator.iter_errors(tree)]


def part(*path: str) -> dict[str, Any]:
    found = schema()
    for key in path:
        found = found[key]
    return found


DUTY = ("definitions", "事项")


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ((), CATALOGUE_KEYS),
        (("properties", "表头"), HEADING_KEYS),
        (("definitions", "期间"), PERIOD_KEYS),
        (("definitions", "单位"), UNIT_KEYS),
        (DUTY, DUTY_KEYS),
        (("definitions", "推定标签"), ASSUMPTION_KEYS),
        ((*DUTY, "properties", "推定"), ASSUMABLE),
        (("definitions", "推定文字"), ASSUMPTION_KEYS),
        (("definitions", "推定期限"), ASSUMPTION_KEYS),
        (("definitions", "推定单位"), ASSUMPTION_KEYS),
    ],
)
def test_reader_and_schema_know_the_same_keys(
    place: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    found = part(*place)
    assert set(found["properties"]) == set(keys)
    assert found["additionalProperties"] is False
    assert set(found.get("required", ())) <= set(keys)


def test_the_values_of_a_choice_are_those_of_the_reader() -> None:
    assert tuple(part(*DUTY, "properties", "性质")["enum"]) == KINDS


def test_the_tags_are_those_of_the_vocabulary() -> None:
    assert part("definitions", "标签名")["enum"] == [tag.name for tag in known_tags()]
    for written in ("[]", "预决算", "[预决算, 行政处罚]"):
        assert errors(f"{SMALL}    标签: {written}\n") == []


def test_it_is_a_schema_of_draft_07_and_says_what_every_key_is_for() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    for place in ((), ("properties", "表头"), ("definitions", "单位"), DUTY):
        for key, value in part(*place)["properties"].items():
            assert value.get("description"), key


def test_the_shipped_catalogue_names_it_first_and_passes() -> None:
    text = (data_folder() / "catalogue.yaml").read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert first == "# yaml-language-server: $schema=./catalogue.schema.json"
    assert errors(text) == []


def test_catalogues_of_other_bodies_pass() -> None:
    assert errors(SMALL) == []
    assert errors(OTHER_BUREAU) == []


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("机关: 示例局\n", "", ": required"),
        ("机关:", "机构:", ": additionalProperties"),
        ("    名称: 部门文件", "    名字: 部门文件", "事项/0: additionalProperties"),
        ("[办公室秘书科]", "{甲: 乙}", "事项/0/责任单位: anyOf"),
        ("依据:", "有效期: {自: 去年}\n依据:", "有效期/自: pattern"),
        ("    公开时限", "    性质: 半公开\n    公开时限", "事项/0/性质: enum"),
        (
            "    公开时限",
            "    推定: {五公开: {值: 甲}}\n    公开时限",
            "事项/0/推定/五公开: required",
        ),
        ("    公开时限", "    标签: [预算]\n    公开时限", "事项/0/标签: anyOf"),
        ("依据:", "更新周期: {快: {值: 很快, 理由: 甲}}\n依据:", "更新周期/快/值: pattern"),
    ],
)
def test_what_an_editor_underlines(old: str, new: str, error: str) -> None:
    assert error in errors(SMALL.replace(old, new, 1))
