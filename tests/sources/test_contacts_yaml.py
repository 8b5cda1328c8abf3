"""通讯录.yaml: units by any of their names, addresses that every relay takes."""

import pytest

from gongkai_cli.model.duty import Catalogue
from gongkai_cli.model.unit import Unit
from gongkai_cli.sources.contacts_yaml import read_contacts

CATALOGUE = Catalogue(
    title="目录",
    body="示例局",
    source="",
    units=(
        Unit("办公室", children=(Unit("秘书科"), Unit("许可服务科", aliases=("许可科",)))),
        Unit("政工室"),
    ),
)


def read(text: str) -> tuple[dict[str, tuple[str | None, tuple[str, ...]]], list[str]]:
    """Post and addresses by unit, and each problem in a line."""
    contacts, problems = read_contacts(text.encode(), "通讯录.yaml", CATALOGUE)
    lines = [f"{each.place} {each.found}" for each in problems]
    return {each.unit: (each.post, each.addresses) for each in contacts}, lines


def test_every_way_to_write_it() -> None:
    found, problems = read(
        "政工室: {岗位: 联络员, 邮箱: [zgs@example.gov.cn, zgs2@example.gov.cn]}\n"
        "许可科: {邮箱: xkfw@example.gov.cn}\n"
        "办公室秘书科:\n  岗位: 负责人\n  邮箱:\n    - msk@example.gov.cn\n"
    )
    assert not problems
    assert found == {
        "政工室": ("联络员", ("zgs@example.gov.cn", "zgs2@example.gov.cn")),
        "许可服务科": (None, ("xkfw@example.gov.cn",)),
        "秘书科": ("负责人", ("msk@example.gov.cn",)),
    }


def test_gbk_is_read_as_well() -> None:
    data = "政工室: {邮箱: [zgs@example.gov.cn]}\n".encode("gb18030")
    contacts, problems = read_contacts(data, "通讯录.yaml", CATALOGUE)
    assert not problems
    assert [each.unit for each in contacts] == ["政工室"]


def test_all_mistakes_are_said_at_once_and_the_rest_is_read() -> None:
    found, problems = read(
        "政工科: {邮箱: [zgs@example.gov.cn]}\n"
        "许可服务科: {邮箱: [政务@example.gov.cn, ok@example.gov.cn]}\n"
        "许可科: {岗位: 负责人, 电话: 1, 邮箱: []}\n"
        "秘书科: {岗位: 负责人}\n"
        "办公室: msk@example.gov.cn\n"
        "政工室: {邮箱: [zgs@example.gov.cn]}\n"
    )
    assert problems == [
        "通讯录.yaml:1:1 目录中没有单位“政工科”",
        "通讯录.yaml:2:14 “@”前有中文：“政务@example.gov.cn”",
        "通讯录.yaml:3:16 不认识的键“电话”",
        "通讯录.yaml:3:27 缺少“邮箱”",
        "通讯录.yaml:3:1 “许可科”就是第2行的“许可服务科”",
        "通讯录.yaml:4:6 缺少“邮箱”",
        "通讯录.yaml:5:6 “办公室”写成了一个值",
    ]
    assert list(found) == ["政工室"]


def test_the_nearest_unit_and_address_are_offered() -> None:
    _, problems = read_contacts(
        "政工: {邮箱: [zgs@example.gov.cn]}\n政工室: {邮箱: [zgs＠example.gov.cn]}\n".encode(),
        "通讯录.yaml",
        CATALOGUE,
    )
    assert [each.nearest for each in problems] == ["政工室", "zgs@example.gov.cn"]


def test_one_unit_under_two_names_and_one_address_twice_are_refused() -> None:
    found, problems = read(
        "许可服务科: {邮箱: [a@example.cn, A@example.cn]}\n"
        "政工室: {邮箱: [b@example.cn, b@EXAMPLE.cn]}\n"
        "秘书科: {邮箱: [c@example.cn]}\n"
        "办公室秘书科: {邮箱: [d@example.cn]}\n"
    )
    assert found["许可服务科"][1] == ("a@example.cn", "A@example.cn"), "local parts tell case apart"
    assert found["秘书科"][1] == ("c@example.cn",)
    assert problems == [
        "通讯录.yaml:2:26 “b@example.cn”写了两次",
        "通讯录.yaml:4:1 “办公室秘书科”就是第3行的“秘书科”",
    ]


@pytest.mark.parametrize(
    "text", ["", "- 甲", "甲", "甲：乙", "[[", '政工室: {岗位: "a\\nb", 邮箱: [a@b.cn]}']
)
def test_what_is_no_address_book_is_refused_with_a_place(text: str) -> None:
    _, problems = read(text)
    assert problems
    assert all(each.startswith("通讯录.yaml") for each in problems)


def test_a_unit_without_anything_is_named() -> None:
    assert read("政工室:\n秘书科: {邮箱: [a@b.cn]}\n")[1] == ["通讯录.yaml:1:1 “政工室”后面没有写"]


def test_a_thousand_units_are_read_at_once() -> None:
    units = tuple(Unit(f"单位{number}") for number in range(1_000))
    many = Catalogue(title="", body="", source="", units=units)
    text = "".join(f"单位{number}: {{邮箱: [u{number}@example.cn]}}\n" for number in range(1_000))
    contacts, problems = read_contacts(text.encode(), "通讯录.yaml", many)
    assert (len(contacts), problems) == (1_000, ())
