"""通讯录.yaml: where each unit is reached, by post and not by name."""

from ..model.duty import Catalogue
from ..model.place import Place, Problem
from ..model.reminding import Contact
from ..notation.mail_addresses import NoMailbox, has_control, read_address
from ..notation.yaml_form import Form
from ..notation.yaml_tree import Items, Mapping, Scalar, read_yaml
from .unit_names import UnitNames

_KEYS = ("岗位", "邮箱")


def read_contacts(
    data: bytes, file: str, catalogue: Catalogue
) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """The address book, in its order, and everything that is wrong with it.

    ``file`` is the name to show in places. Units are named as the catalogue names them, or by an
    alias; each comes out by its name. A row that is wrong is left out.
    """
    tree, found = read_yaml(data, file)
    problems = list(found)
    if not isinstance(tree, Mapping):
        accepted = "一行一个单位，如 政工室: {岗位: 联络员, 邮箱: [zgs@example.gov.cn]}"
        return (), found or (Problem(Place(file, 1), "不是通讯录", accepted),)
    names = UnitNames(catalogue.units)
    contacts: list[Contact] = []
    lines: dict[str, int | None] = {}
    rows = Form(tree, [key.text for key, _ in tree.entries], problems)
    for key, _ in tree.entries:
        name = names.find(key.text)
        if name is None:
            problems.append(names.unknown(key.text, key.place))
        contact = _contact(rows, key, name or key.text.strip())
        if name in lines:
            found_twice = f"“{key.text}”就是第{lines[name]}行的“{name}”"
            rows.report(key.place, found_twice, "一个单位只写一次")
        elif name is not None:
            lines[name] = key.place.line
            contacts += [contact] if contact is not None else []
    return tuple(contacts), tuple(problems)


def _contact(rows: Form, key: Scalar, unit: str) -> Contact | None:
    form = rows.form(key.text, _KEYS)
    if form is None:
        node = rows.node(key.text)
        if isinstance(node, Scalar) and not node.written:
            rows.report(key.place, f"“{key.text}”后面没有写", "{岗位: …, 邮箱: […]}")
        return None
    post = form.text("岗位")
    if post is not None and has_control(post):
        form.report(form.place_of("岗位"), "“岗位”里有换行或控制字符", "一行，如 联络员")
        post = None
    addresses: list[str] = []
    written = form.scalars("邮箱")
    for each in written:
        address = read_address(each.text)
        if isinstance(address, NoMailbox):
            form.report(each.place, address.found, address.accepted, address.nearest)
        elif address in addresses:
            form.report(each.place, f"“{address}”写了两次", "每个邮箱只写一次")
        else:
            addresses.append(address)
    node = form.node("邮箱")
    is_empty = (
        node is None or isinstance(node, Scalar) or (isinstance(node, Items) and not node.items)
    )
    if is_empty and not written:
        form.report(form.place_of("邮箱"), "缺少“邮箱”", "写上“邮箱: [zgs@example.gov.cn]”")
    if len(addresses) != len(written) or not addresses:
        return None
    return Contact(unit=unit, post=post, addresses=tuple(addresses), place=key.place)
