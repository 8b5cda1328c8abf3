"""The address book of a workspace, as commands need it: who is reached where."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..model.place import Problem
from ..model.reminding import Reminding
from ..notation.files import nearest_path, unavailable

if TYPE_CHECKING:
    from ..sources.workspace import Workspace


def address_book(
    opened: "Workspace", reminding: Reminding
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Problem, ...]]:
    """The addresses of each unit, and what is wrong in the address book.

    One that is not there is wrong only where the workspace says how it sends mail.
    """
    from ..sources.contacts_yaml import read_contacts

    assert opened.facts is not None, "open_workspace stops where there are none"
    name = reminding.contacts
    try:
        data = (opened.folder / name).read_bytes()
    except OSError as error:
        config = opened.config
        if isinstance(error, FileNotFoundError) and (config is None or config.reminding is None):
            return {}, ()
        found = f"不能读通讯录“{name}”：{unavailable(error, reminding.place).found}"
        accepted = "一行一个单位，如 政工室: {岗位: 联络员, 邮箱: [zgs@example.gov.cn]}"
        return {}, (Problem(reminding.place, found, accepted, nearest_path(name, opened.folder)),)
    contacts, problems = read_contacts(data, name, opened.facts.catalogue)
    return {each.unit: each.addresses for each in contacts}, problems
