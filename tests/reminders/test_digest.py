"""What a unit is told: everything that it answers for, in order, and what is new of it."""

import pytest
from msgspec import structs

from gongkai_cli.model.finding import State
from gongkai_cli.model.ledger import Column, Record
from gongkai_cli.model.limit import Within
from gongkai_cli.model.reminding import LastMail, Rung
from gongkai_cli.reminders.digest import Digest, idle
from gongkai_cli.reminders.told import told_now
from tests.making import TWENTY, column, day, duty, law, record
from tests.making import facts as plain_facts

from .weeks import (
    after,
    body,
    judged,
    mail,
    nth_workday,
    open_record,
    reminding,
    seen,
    shared,
    summed,
    told,
)


def names(digest: Digest) -> list[tuple[str, str]]:
    """Where each thing stands that is said in full."""
    return [(each.part, each.matter.subject) for each in digest.items]


def test_overdue_first_then_what_comes_then_what_has_no_date_then_the_rest() -> None:
    made = seen(
        body(
            records=(
                open_record("R3", "2024-07-15"),
                open_record("R0", None),
                open_record("R1", "2024-06-03"),
                open_record("R2", "2024-06-27"),
                record("2024-07-10", "2024-07-01", number="R9"),
            )
        )
    )
    digest = told(made, "2024-07-24")["甲科"]
    assert names(digest) == [
        ("late", "R1"),
        ("coming", "R2"),
        ("coming", "R3"),
        ("undated", "R0"),
        ("other", "R9"),
    ]
    late, soon = digest.items[0].matter, digest.items[1].matter
    assert late.due == nth_workday("2024-06-03", 20)
    assert late.late == 16
    assert late.state is State.LATE
    assert late.next_step == "立即公开，并在台账填写公开日期和公开地址"
    assert "目录第1行" in late.limit
    assert (soon.due, soon.left) == (day("2024-07-25"), 1)
    assert soon.next_step == "请在2024-07-25前完成"
    assert digest.items[3].matter.why == "没有形成日期，不能确定起算日"


def test_the_window_counts_working_days_and_includes_its_last() -> None:
    # the 20th working day after 2024-07-15 is 2024-08-12; 15 are left on 2024-07-22
    made = seen(body(records=(open_record("R1", "2024-07-15"),)))
    assert told(made, "2024-07-22", asked=reminding(within=15))
    assert not told(made, "2024-07-22", asked=reminding(within=14))


def test_every_unit_that_answers_is_told_and_who_supports_is_not() -> None:
    made = seen(
        body(
            shared("D1", ("乙科", "lead"), ("甲科", "joint"), ("丙科", "support")),
            records=(open_record("R1", "2024-06-27"),),
        )
    )
    found = told(made, "2024-07-24")
    assert list(found) == ["甲科", "乙科"]
    assert found["甲科"].items[0].matter.units == ("乙科", "甲科")
    assert idle(judged(made, "2024-07-24"), found) == ("丙科",)


def test_a_record_names_its_own_units() -> None:
    mine = structs.replace(open_record("R1", "2024-06-27"), units=("丙科",))
    assert list(told(seen(body(records=(mine,))), "2024-07-24")) == ["丙科"]


def test_a_clock_of_law_and_one_of_the_catalogue_are_one_thing_with_its_first_date() -> None:
    longer = duty(structs.replace(TWENTY, count=21))
    made = plain_facts(
        longer,
        records=(open_record("R1", "2024-06-27"),),
        columns=(column(),),
        statutes=(law(TWENTY),),
    )
    (item,) = told(made, "2024-07-24")["甲科"].items
    assert item.matter.due == day("2024-07-25")
    assert [due for due, _ in item.matter.others] == [day("2024-07-26")]


@pytest.mark.parametrize(
    ("look", "kind"),
    [
        (column(exists=False), "栏目缺失"),
        (column(items=0), "栏目空白"),
        (column(updated=None), "栏目无日期"),
        (column(checked="2024-01-02"), "栏目未能核查"),
    ],
)
def test_columns_that_fail_are_told_with_their_step(look: Column, kind: str) -> None:
    (item,) = told(body(columns=(look,)), "2024-07-24")["甲科"].items
    assert (item.part, item.matter.kind) == ("other", kind)
    assert item.matter.next_step


def test_a_stale_column_is_one_thing_with_the_day_it_should_have_been_updated() -> None:
    weekly = duty(freshness=Within(count=2, unit="week"))
    made = body(weekly, columns=(column(updated="2024-07-05", checked="2024-07-20"),))
    (item,) = told(made, "2024-07-24")["甲科"].items
    assert (item.part, item.matter.due) == ("late", day("2024-07-19"))
    assert item.matter.next_step == "请更新栏目内容，并重新登记最后更新日期"


def test_a_date_beyond_the_last_notice_is_given_as_an_interval() -> None:
    made = seen(body(records=(open_record("R1", "2024-12-20"),), known_on="2024-06-30"))
    (item,) = [
        each
        for each in told(made, "2024-12-25", asked=reminding(within=60))["甲科"].items
        if each.matter.subject == "R1"
    ]
    assert item.matter.span
    assert "2025" in item.matter.span
    assert "暂算" in told_now(item).mark


def test_what_was_told_is_not_said_again_but_counted() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"), open_record("R2", "2024-07-01"))))
    first = told(made, "2024-07-22")
    second = told(made, "2024-07-23", after(first))["甲科"]
    assert second.items == ()
    assert [each.matter.subject for each in second.unchanged] == ["R1", "R2"]
    assert second.content == first["甲科"].content
    assert second.told == first["甲科"].told
    assert not second.has_news


def test_a_new_rung_and_a_new_state_are_changes() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    before = after(told(made, "2024-07-24"))
    (item,) = told(made, "2024-07-26", before)["甲科"].items
    assert (item.news, item.rung, item.matter.state) == ("changed", "督办", State.LATE)
    assert item.entry is None


def test_a_date_that_moved_out_of_the_window_is_told_once() -> None:
    soon = seen(body(records=(open_record("R1", "2024-06-27"),)))
    later = seen(body(records=(open_record("R1", "2024-07-23"),)))
    first = told(soon, "2024-07-24", asked=reminding(within=5))
    second = told(later, "2024-07-24", after(first), asked=reminding(within=5))["甲科"]
    (item,) = second.items
    assert (item.part, item.entry, item.sequence) == ("later", "moved", 1)
    third = told(later, "2024-07-25", {"甲科": second.told}, asked=reminding(within=5))
    assert third == {}


def test_what_was_done_too_late_is_told_once() -> None:
    made = seen(body(records=(record("2024-06-03", "2024-07-22", number="R1"),)))
    first = told(made, "2024-07-24")
    (item,) = first["甲科"].items
    assert (item.part, item.matter.kind, item.matter.state) == ("other", "超期公开", None)
    assert told(made, "2024-07-25", after(first)) == {}


def test_what_is_done_is_withdrawn_once_with_its_title_and_day() -> None:
    open_ = seen(body(records=(open_record("R1", "2024-06-27", title="工作方案"),)))
    done = seen(body(records=(record("2024-06-27", "2024-07-24", number="R1", title="工作方案"),)))
    first = told(open_, "2024-07-22")
    second = told(done, "2024-07-24", after(first))["甲科"]
    (gone,) = second.withdrawn
    assert gone.title.endswith("工作方案")
    assert gone.why == "已于 2024-07-24 完成"
    assert (gone.due, gone.sequence) == (day("2024-07-25"), 1)
    assert told(done, "2024-07-25", {"甲科": second.told}) == {}


def test_what_left_the_ledger_is_withdrawn_under_the_title_it_had() -> None:
    first = told(seen(body(records=(open_record("R1", "2024-06-27"),))), "2024-07-22")
    (gone,) = told(seen(body()), "2024-07-24", after(first))["甲科"].withdrawn
    assert "标题R1" in gone.title
    assert gone.why == "不再列入"


def test_a_unit_that_no_longer_exists_is_told_that_nothing_is_left() -> None:
    elsewhere = structs.replace(open_record("R1", "2024-06-27"), units=("撤并科",))
    first = told(seen(body(records=(elsewhere,))), "2024-07-22")
    assert list(first) == ["撤并科"]
    assert len(told(seen(body()), "2024-07-24", after(first))["撤并科"].withdrawn) == 1


def test_content_is_the_same_whatever_the_day_and_another_after_a_return() -> None:
    there = seen(body(records=(open_record("R1", "2024-07-15"),)))
    away = seen(body())
    first = told(there, "2024-07-22")
    same = told(there, "2024-07-31", after(first))
    assert same["甲科"].content == first["甲科"].content
    gone = told(away, "2024-08-01", after(same))
    back = told(there, "2024-08-02", after(gone))
    contents = {each["甲科"].content for each in (first, gone, back)}
    assert len(contents) == 3
    (item,) = back["甲科"].items
    assert (item.news, item.entry, item.sequence) == ("new", "new", 2)


def test_what_may_not_have_arrived_is_said_again_with_a_higher_number() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    sent = after(told(made, "2024-07-22"))["甲科"]
    doubtful = tuple(structs.replace(each, mark="") for each in sent)
    (item,) = told(made, "2024-07-22", {"甲科": doubtful})["甲科"].items
    assert (item.news, item.entry, item.sequence) == ("changed", "moved", 1)


def test_overdue_things_get_no_entry_when_first_told_and_keep_the_one_they_have() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    late = told(made, "2024-07-29")["甲科"]
    assert late.items[0].entry is None
    assert late.told[0].due is None
    (kept,) = told(made, "2024-07-29", after(told(made, "2024-07-22")))["甲科"].told
    assert kept.due == day("2024-07-25")


def test_the_same_identity_twice_stays_two_things() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"), open_record("R1", "2024-07-01"))))
    keys = [each.key for each in told(made, "2024-07-22")["甲科"].told]
    assert len(set(keys)) == len(keys) == 2


LADDER = (
    Rung(name="提醒", before=5, copies=("乙科",)),
    Rung(name="未签收", unreceipted=2, copies=("丙科",)),
    Rung(name="督办", after=1, copies=("甲科", "乙科", "丙科")),
)


def test_copies_go_to_the_units_of_every_rung_reached_but_not_to_itself() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    asked = reminding(ladder=LADDER)
    assert told(made, "2024-07-08", asked=asked)["甲科"].copies == ()
    assert told(made, "2024-07-24", asked=asked)["甲科"].copies == ("乙科",)
    assert told(made, "2024-07-26", asked=asked)["甲科"].copies == ("乙科", "丙科")


def test_silence_is_a_rung_of_the_unit_and_told_once() -> None:
    made = seen(body(records=(open_record("R1", "2024-07-15"),)))
    asked = reminding(ladder=LADDER)
    first = told(made, "2024-07-22", asked=asked)
    mails = [mail("甲科", "2024-07-22")]
    quiet = told(made, "2024-07-23", after(first), mails, asked)["甲科"]
    assert quiet.silence is None
    assert quiet.content == first["甲科"].content
    silent = told(made, "2024-07-24", after(first), mails, asked)["甲科"]
    assert silent.silence is not None
    assert silent.silence.workdays == 2
    assert (silent.silent_rung, silent.has_news, silent.items) == ("未签收", True, ())
    assert silent.copies == ("丙科",)
    assert silent.content != first["甲科"].content
    mails = [mail("甲科", "2024-07-24", unanswered="2024-07-22")]
    again = told(made, "2024-07-25", {"甲科": silent.told}, mails, asked)["甲科"]
    assert again.content == silent.content
    assert not again.has_news
    assert again.silence is not None
    assert again.silence.workdays == 3


def test_a_receipt_ends_the_silence_and_is_no_reason_for_a_mail() -> None:
    made = seen(body(records=(open_record("R1", "2024-07-15"),)))
    first = told(made, "2024-07-22")
    silent = told(made, "2024-07-24", after(first), [mail("甲科", "2024-07-22")])["甲科"]
    before = {"甲科": silent.told}
    heard = told(made, "2024-07-26", before, [mail("甲科", "2024-07-24", "2024-07-25")])["甲科"]
    assert heard.silence is None
    assert not heard.has_news
    assert heard.content == silent.content
    anew = told(made, "2024-07-31", {"甲科": heard.told}, [mail("甲科", "2024-07-29")])["甲科"]
    assert anew.is_silence_new


def test_who_has_nothing_to_do_is_not_asked_for_a_receipt() -> None:
    made = seen(body())
    assert told(made, "2024-07-31", {}, [mail("甲科", "2024-07-22")]) == {}


def test_the_summary_counts_each_thing_once_and_each_unit_for_itself() -> None:
    made = seen(
        body(
            shared("D1", ("乙科", "lead"), ("甲科", "joint")),
            records=(open_record("R1", "2024-06-03"), open_record("R2", "2024-07-15")),
        )
    )
    found = summed(made, "2024-07-24")
    assert [(each.unit, each.late, each.coming, each.rung) for each in found.units] == [
        ("甲科", 1, 1, "通报"),
        ("乙科", 1, 1, "通报"),
    ]
    assert [each.matter.subject for each in found.late] == ["R1"]
    assert found.coverage[0].startswith("已核查 ")
    assert found.office == "甲科"


def test_the_summary_names_who_is_silent_and_what_nobody_answers_for() -> None:
    nobody = structs.replace(duty(TWENTY), units=())
    made = seen(body(nobody, records=(open_record("R1", "2024-06-27"),)))
    found = summed(
        made, "2024-07-24", [mail("乙科", "2024-07-22"), mail("丙科", "2024-07-22", "2024-07-23")]
    )
    assert [(each.unit, each.workdays) for each in found.silent] == [("乙科", 2)]
    assert [each.subject for each in found.nobody] == ["R1"]


def test_the_summary_says_nothing_new_while_only_days_go_by() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-03"),)))
    assert summed(made, "2024-07-24").content == summed(made, "2024-07-25").content
    assert summed(made, "2024-07-24").content != summed(seen(body()), "2024-07-24").content


def test_a_unit_in_the_summary_stands_on_its_highest_rung() -> None:
    ladder = (
        Rung(name="甲级", before=30),
        Rung(name="乙级", unreceipted=1),
        Rung(name="丙级", after=1),
    )
    coming, late = open_record("R1", "2024-07-15"), open_record("R2", "2024-06-03")
    mails = [mail("甲科", "2024-07-22")]

    def rung(*records: Record, mails: list[LastMail]) -> str:
        made = seen(body(records=records))
        return summed(made, "2024-07-24", mails, reminding(ladder=ladder)).units[0].rung

    assert rung(coming, mails=[]) == "甲级"
    assert rung(coming, mails=mails) == "乙级"
    assert rung(late, coming, mails=mails) == "丙级"
