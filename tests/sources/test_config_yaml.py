"""gongkai.yaml: what it says, and everything that is wrong with it, at once."""

import pytest

from gongkai_cli.model.settings import SETTINGS, Settings
from gongkai_cli.model.steps import STEPS, Step
from gongkai_cli.sources.config_yaml import read_config
from tests.making import day


def read(text: str) -> tuple[object, list[str]]:
    """The configuration and each problem in a line."""
    config, problems = read_config(text.encode(), "gongkai.yaml")
    return config, [f"{each.place} {each.found}" for each in problems]


def test_everything_it_can_say() -> None:
    config, problems = read_config(
        "目录: 目录/本局.yaml\n台账: [台账, 附/*.csv]\n台账起始: 2024年6月27日\n"
        "口径: {末日遇休息日: 不动, 临期天数: 3}\n".encode(),
        "gongkai.yaml",
    )
    assert not problems
    assert config is not None
    assert [name for name, _ in config.catalogues] == ["目录/本局.yaml"]
    assert [entry for entry, _ in config.ledger] == ["台账", "附/*.csv"]
    assert config.covers_from == day("2024-06-27")
    assert (config.settings.rest_day_end, config.settings.soon_days) == ("不动", 3)
    assert config.settings.chosen == {"末日遇休息日", "临期天数"}


def test_what_is_left_out_has_its_default() -> None:
    config, problems = read_config("台账: 台账.xlsx\n口径: {}\n".encode(), "gongkai.yaml")
    assert not problems
    assert config is not None
    assert [name for name, _ in config.catalogues] == ["catalogue.yaml"]
    assert config.settings == Settings()
    assert config.covers_from is None


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.field)
def test_every_setting_can_be_chosen(row: object) -> None:
    from gongkai_cli.model.settings import Setting

    assert isinstance(row, Setting)
    for value in row.options or ("7",):
        config, problems = read_config(f"口径: {{{row.name}: {value}}}".encode(), "g.yaml")
        assert not problems
        assert config is not None
        assert str(getattr(config.settings, row.field)) == value
        assert config.settings.chosen == {row.name}


def test_all_mistakes_are_said_at_once() -> None:
    config, problems = read(
        "目灵: a.yaml\n台账起始: 2024-02-30\n"
        "口径:\n  末日遇休息日: 后延\n  临期天数: 五\n  临期: 3\n"
    )
    assert config is None
    assert problems == [
        "gongkai.yaml:1:1 不认识的键“目灵”",
        "gongkai.yaml:6:3 不认识的键“临期”",
        "gongkai.yaml:4:11 “末日遇休息日”没有“后延”这个值",
        "gongkai.yaml:5:9 “临期天数”不能是“五”",
        "gongkai.yaml:2:7 没有这一天：“2024-02-30”",
    ]


@pytest.mark.parametrize("text", ["", "- 一\n- 二\n", "目录：catalogue.yaml\n", "[[[[", "a: *b"])
def test_what_is_no_mapping_is_refused_with_a_place(text: str) -> None:
    config, problems = read(text)
    assert config is None
    assert problems
    assert all(each.startswith("gongkai.yaml") for each in problems)


def test_steps_take_the_place_of_the_usual_ones_in_their_order() -> None:
    config, problems = read_config(
        "流程:\n  - {步骤: 起草, 工作日: 3}\n  - {步骤: 审核, 工作日: 0}\n".encode(), "g.yaml"
    )
    assert not problems
    assert config is not None
    assert config.steps == (Step("起草", 3), Step("审核", 0))


@pytest.mark.parametrize("text", ["口径: {}", "流程:", "流程: []"])
def test_without_steps_of_its_own_a_workspace_has_the_usual_ones(text: str) -> None:
    config, problems = read_config(text.encode(), "g.yaml")
    assert not problems
    assert config is not None
    assert config.steps == STEPS


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("流程: 起草", "gongkai.yaml:1:5 “流程”写成了一个值"),
        ("流程: [起草]", "gongkai.yaml:1:6 “流程”中有一项写成了一个值"),
        ("流程: [{工作日: 1}]", "gongkai.yaml:1:6 缺少“步骤”"),
        ("流程: [{步骤: 起草}]", "gongkai.yaml:1:6 缺少“工作日”"),
        ("流程: [{步骤: 起草, 工作日: }]", "gongkai.yaml:1:20 缺少“工作日”"),
        ("流程: [{步骤: 起草, 工作日: 三}]", "gongkai.yaml:1:20 “工作日”不能是“三”"),
        ("流程: [{步骤: 起草, 工作日: [1]}]", "gongkai.yaml:1:20 “工作日”写成了列表"),
        ("流程: [{步骤: 起草, 工作日: 251}]", "gongkai.yaml:1:20 一个步骤不会要 251 个工作日"),
        ("流程: [{步骤: 起草, 天数: 3, 工作日: 1}]", "gongkai.yaml:1:15 不认识的键“天数”"),
        (
            "流程: [{步骤: 起草, 工作日: 1}, {步骤: 起草, 工作日: 2}]",
            "gongkai.yaml:1:29 步骤“起草”写了两次",
        ),
    ],
)
def test_a_step_that_is_wrong_is_refused_at_its_place(text: str, problem: str) -> None:
    config, problems = read(text)
    assert config is None
    assert problems == [problem]
