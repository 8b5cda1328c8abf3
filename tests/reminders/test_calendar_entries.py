"""Calendar files, read by a library that did not write them, and octet by octet."""

from datetime import date

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.notation.mail_addresses import Mailbox
from gongkai_cli.reminders.calendar_entries import changes, whole_lists
from gongkai_cli.reminders.ics import Entry, calendar_file, folded
from gongkai_cli.reports.documents import Paper
from tests.making import day, record

from .weeks import SENDER, after, body, judged, open_record, reminding, seen, shared, told

ON = date(2024, 7, 22)
ORGANIZER = Mailbox("zwgk@example.gov.cn", "政务公开")


def events(paper: Paper) -> list[icalendar.Component]:
    """The entries of a file as a library reads them."""
    return icalendar.Calendar.from_ical(paper.data).walk("VEVENT")


def test_one_new_entry_as_every_calendar_takes_it() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27", "工作方案"),)))
    (paper,) = changes(told(made, "2024-07-22")["甲科"], SENDER, ON)
    assert paper.name == "甲科到期日.ics"
    calendar = icalendar.Calendar.from_ical(paper.data)
    assert (str(calendar["METHOD"]), str(calendar["VERSION"])) == ("PUBLISH", "2.0")
    (event,) = events(paper)
    assert event.decoded("DTSTART") == date(2024, 7, 25)
    assert event.decoded("DTEND") == date(2024, 7, 26)
    assert event.decoded("DTSTAMP").date() == ON
    assert str(event["SEQUENCE"]) == "0"
    assert str(event["SUMMARY"]) == "到期：D1 类别/事项：工作方案"
    assert str(event["ORGANIZER"]) == "mailto:zwgk@example.gov.cn"
    assert event["ORGANIZER"].params["CN"] == "政务公开"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER").total_seconds() == -15 * 3600
    assert "ATTENDEE" not in event, "RFC 5546 3.2.1: an entry that is published has none"


def test_bytes_are_the_same_twice() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    digest = told(made, "2024-07-22")["甲科"]
    assert changes(digest, SENDER, ON) == changes(digest, SENDER, ON)


def test_what_is_withdrawn_stands_in_a_file_of_its_own() -> None:
    first = told(
        seen(body(records=(open_record("R1", "2024-06-27"), open_record("R2", "2024-07-01")))),
        "2024-07-22",
    )
    then = seen(
        body(
            records=(
                record("2024-06-27", "2024-07-23", number="R1"),
                open_record("R2", "2024-07-02"),
            )
        )
    )
    news, gone = changes(told(then, "2024-07-24", after(first))["甲科"], SENDER, day("2024-07-24"))
    assert (news.name, gone.name) == ("甲科到期日.ics", "甲科撤销的到期日.ics")
    (moved,), (cancelled,) = events(news), events(gone)
    uids = [str(each["UID"]) for each in events(changes(first["甲科"], SENDER, ON)[0])]
    assert [str(cancelled["UID"]), str(moved["UID"])] == uids
    assert {str(moved["SEQUENCE"]), str(cancelled["SEQUENCE"])} == {"1"}
    assert str(icalendar.Calendar.from_ical(gone.data)["METHOD"]) == "CANCEL"
    assert str(cancelled["STATUS"]) == "CANCELLED"
    assert cancelled.decoded("DTSTART") == date(2024, 7, 25)
    assert not cancelled.walk("VALARM")


def test_a_date_that_can_no_longer_be_given_is_withdrawn_from_the_calendar() -> None:
    first = told(seen(body(records=(open_record("R1", "2024-06-27"),))), "2024-07-22")
    paused = told(seen(body(records=(open_record("R1", None),))), "2024-07-23", after(first))
    (paper,) = changes(paused["甲科"], SENDER, ON)
    assert str(icalendar.Calendar.from_ical(paper.data)["METHOD"]) == "CANCEL"


def test_an_entry_of_today_or_before_has_no_alarm() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    (paper,) = changes(told(made, "2024-07-25")["甲科"], SENDER, day("2024-07-25"))
    assert not events(paper)[0].walk("VALARM")


def test_a_date_that_is_not_certain_says_so_in_its_title_until_it_is() -> None:
    unsure = seen(body(records=(open_record("R1", "2024-12-20"),), known_on="2024-06-30"))
    sure = seen(body(records=(open_record("R1", "2024-12-20"),)))
    first = told(unsure, "2024-12-25", asked=reminding(within=60))
    (paper,) = changes(first["甲科"], SENDER, ON)
    titles = {str(each["SUMMARY"]) for each in events(paper)}
    assert any(title.startswith("到期（暂算）：") and "标题R1" in title for title in titles)
    second = told(sure, "2024-12-25", after(first), asked=reminding(within=60))
    settled = [
        each
        for paper in changes(second["甲科"], SENDER, ON)
        for each in events(paper)
        if "标题R1" in str(each["SUMMARY"])
    ]
    assert [str(each["SEQUENCE"]) for each in settled] == ["1"]
    assert "暂算" not in str(settled[0]["SUMMARY"])


def test_whole_lists_hold_every_open_day_of_a_unit_and_once_all_of_them() -> None:
    made = seen(
        body(
            shared("D1", ("乙科", "lead"), ("甲科", "joint")),
            records=(open_record("R1", "2024-06-27"), open_record("R2", "2024-06-03")),
        )
    )
    papers = {each.name: each for each in whole_lists(judged(made, "2024-07-22"), {}, SENDER, ON)}
    assert list(papers) == ["甲科.ics", "乙科.ics", "丙科.ics", "全部单位.ics"]
    days = {
        name: [each.decoded("DTSTART") for each in events(paper)] for name, paper in papers.items()
    }
    both = [date(2024, 7, 2), date(2024, 7, 25)]
    assert days["甲科.ics"] == days["乙科.ics"] == days["全部单位.ics"] == both
    assert days["丙科.ics"] == [], "an empty list takes away what stood there"
    every = [str(event["UID"]) for paper in papers.values() for event in events(paper)]
    assert len(set(every)) == 6
    assert "乙科、甲科" in str(events(papers["全部单位.ics"])[0]["SUMMARY"])


def test_whole_lists_use_the_names_and_numbers_of_the_mails() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    first = told(seen(body(records=(open_record("R1", "2024-07-01"),))), "2024-07-22")
    second = told(made, "2024-07-22", after(first))
    (mailed,) = events(changes(second["甲科"], SENDER, ON)[0])
    lists = whole_lists(judged(made, "2024-07-22"), after(second), SENDER, ON)
    (listed,) = events(next(iter(lists)))
    assert str(listed["UID"]) == str(mailed["UID"])
    assert str(listed["SEQUENCE"]) == str(mailed["SEQUENCE"]) == "1"


def test_units_whose_names_make_one_file_name_get_two_files() -> None:
    made = seen(body())
    units = tuple(
        structs.replace(each, name=name)
        for each, name in zip(made.catalogue.units, ("甲/科", "甲:科", "丙科"), strict=True)
    )
    made = structs.replace(made, catalogue=structs.replace(made.catalogue, units=units))
    names = [each.name for each in whole_lists(judged(made, "2024-07-22"), {}, SENDER, ON)]
    assert names == ["甲_科.ics", "甲_科-2.ics", "丙科.ics", "全部单位.ics"]


texts = st.text(
    st.characters(codec="utf-8") | st.sampled_from('\\;,"\n\r\t:，；😀甲'), max_size=120
)


@given(texts, texts)
@example("甲" * 100, "a甲" * 100)
def test_any_text_comes_back_and_no_line_is_longer_than_75_octets(title: str, text: str) -> None:
    entry = Entry(uid="u@gongkai", sequence=3, day=ON, summary=title, description=text, alarm=title)
    data = calendar_file("PUBLISH", [entry], stamp=ON, organizer=ORGANIZER, name=title)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        line.decode()
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert str(event.get("SUMMARY", "")) == printed(title)
    assert str(event.get("DESCRIPTION", "")) == printed(text)


def printed(text: str) -> str:
    """The text without what a calendar cannot hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in text if each >= " " or each == "\n").translate(
        dict.fromkeys(map(ord, "\x7f\x85\u2028\u2029"))
    )


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_unfolding_gives_the_line_back(line: str) -> None:
    assert folded(line).removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line


@pytest.mark.parametrize("sender", ["政务公开", "", "甲@"])
def test_an_organizer_that_is_no_address_is_refused(sender: str) -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    with pytest.raises(ValueError, match=r"邮箱|域名"):
        changes(told(made, "2024-07-22")["甲科"], sender, ON)
