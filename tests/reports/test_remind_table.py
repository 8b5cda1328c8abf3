"""What ``remind`` says in a terminal: in short what went well, by name what did not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.mailing import Delivery, Mailing, Planned, Reminded
from gongkai_cli.reports.remind_table import render, render_planned, summed_up

from .measuring import assert_fits

DAY = date(2026, 11, 23)


def answer(**fates: tuple[Delivery, ...]) -> Reminded:
    return Reminded(as_of=DAY, week="2026-W48", mailing=Mailing(**fates))


def to(unit: str, address: str | None = "a@a.cn", reason: str | None = None) -> Delivery:
    return Delivery(unit=unit, address=address, message_id="<1@a.cn>", reason=reason)


def test_what_was_sent_is_told_by_unit_and_without_addresses() -> None:
    said = render(answer(sent=(to("甲科"), to("乙科", "b@a.cn"), to("乙科", "c@a.cn"))), 80)
    assert "已发出：甲科、乙科（2 个邮箱）\n" in said
    assert "@" not in said


def test_what_was_not_is_told_with_address_and_reason() -> None:
    found = answer(
        unsent=(to("甲科", None, "没有邮箱"),), unknown=(to("乙科", "b@a.cn", "没有回答"),)
    )
    said = render(found, 80)
    assert "甲科              没有                        没有邮箱\n" in said
    assert "乙科              b@a.cn                      没有回答\n" in said
    assert summed_up(found) == "发出 0，未变 0，未发出 1，未知 1"


def test_nobody_to_remind() -> None:
    assert render(answer(), 80) == "2026-11-23（2026-W48）没有单位需要提醒\n"


def test_of_a_thousand_units_not_all_are_listed() -> None:
    said = render(answer(sent=tuple(to(f"第{number}科") for number in range(1_000))), 80)
    assert "等 1000 封" in said
    assert len(said.splitlines()) < 20


words = st.text(max_size=60)


@given(words, words, words, st.sampled_from([60, 80, 140]))
def test_it_fits_whatever_a_server_says(unit: str, address: str, reason: str, width: int) -> None:
    every = (to(unit, address, reason),)
    assert_fits(
        render(answer(sent=every, unchanged=every, unsent=every, unknown=every), width), width
    )


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_mail_that_would_be_sent(width: int) -> None:
    said = render_planned(
        Planned(
            unit="甲科",
            addresses=("a@a.cn",),
            copies=("b@a.cn",),
            unreached=("领导",),
            subject="〔甲科〕" + "很长的主题" * 20,
            text="正文\n",
            unchanged=True,
        ),
        width,
    )
    assert_fits(said, width)
    for line in (
        "收件人：甲科（a@a.cn）",
        "抄送：b@a.cn",
        "没有邮箱：领导",
        "本周已发过同样的内容",
    ):
        assert line in said
