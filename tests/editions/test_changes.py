"""What two catalogues do not have in common, row by row."""

from msgspec import structs

from gongkai_cli.editions.changes import changes
from gongkai_cli.limits import read_wording
from gongkai_cli.model.basis import Authority, Basis
from gongkai_cli.model.duty import Catalogue, Duty, PrintedLimit, Responsibility


def row(id: str, name: str, words: str = "20个工作日内", *units: str) -> Duty:
    """A row with its limit and units."""
    limit = PrintedLimit(words, read_wording(words), Basis("附件1", Authority.OWN))
    return Duty(
        id=id,
        category=("类别",),
        name=name,
        limits=(limit,),
        units=tuple(Responsibility(unit) for unit in units or ("甲科",)),
    )


def catalogue(*rows: Duty) -> Catalogue:
    """A catalogue of these rows."""
    return Catalogue(title="目录", body="示例局", source="示例", duties=rows)


def said(old: Catalogue, new: Catalogue) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, id and what changed, of each row."""
    return [
        (each.kind, (each.new or each.old).id, tuple(one.what for one in each.changed))  # type: ignore[union-attr]
        for each in changes(old, new)
    ]


def test_nothing_changes_where_only_the_numbers_do() -> None:
    old = catalogue(row("A01", "部门文件"), row("A02", "机构设置"))
    new = catalogue(row("B1", "机构设置"), row("B2", "部门文件"))
    assert changes(old, new) == ()


def test_rows_are_added_dropped_renamed_moved_and_given_other_limits() -> None:
    old = catalogue(
        row("A01", "部门文件"),
        row("A02", "公务员考录工作"),
        row("A03", "会议"),
        row("A04", "收费"),
    )
    new = catalogue(
        row("A01", "部门文件", "10个工作日内"),
        row("A02", "公务员考录情况"),
        row("A03", "会议", "20个工作日内", "乙科"),
        row("A05", "政府采购"),
    )
    assert said(old, new) == [
        ("changed", "A01", ("limit",)),
        ("changed", "A02", ("name",)),
        ("changed", "A03", ("units",)),
        ("added", "A05", ()),
        ("dropped", "A04", ()),
    ]


def test_other_words_of_one_meaning_are_told_apart_from_another_limit() -> None:
    old = catalogue(row("A01", "部门文件", "20个工作日内"))
    (same,) = changes(old, catalogue(row("A01", "部门文件", "二十个工作日内")))
    (other,) = changes(old, catalogue(row("A01", "部门文件", "20日内")))
    (unread,) = changes(old, catalogue(row("A01", "部门文件", "按规定")))
    limits = [each.of("limit") for each in (same, other, unread)]
    assert [each and each.same_meaning for each in limits] == [True, False, False]


def test_the_order_of_those_who_share_a_row_is_no_change_and_who_leads_is() -> None:
    two = row("A01", "会议", "20个工作日内", "甲科", "乙科")
    turned = row("A01", "会议", "20个工作日内", "乙科", "甲科")
    assert changes(catalogue(two), catalogue(turned)) == ()
    led = structs.replace(two, units=(Responsibility("乙科", "lead"), Responsibility("甲科")))
    assert said(catalogue(two), catalogue(led)) == [("changed", "A01", ("units",))]
