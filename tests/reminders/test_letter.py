"""The mail as bytes: read back by the standard library, by hand, and by a parser of HTML."""

import base64
import re
import unicodedata
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as html_reader
from lxml.html import HtmlElement
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.calendar import WorkCalendar
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.reminding import Told
from gongkai_cli.reminders.digest import Digest, digests
from gongkai_cli.reminders.letter import Header, letter, subject_of
from gongkai_cli.reminders.summary import Summary, summary
from gongkai_cli.reports.documents import Paper
from tests.making import calendar, column, day, record
from tests.reports.hostile import assessments

from .weeks import SENDER, after, body, judged, open_record, reminding, seen, shared, summed, told

HEADER = Header(
    sender=SENDER,
    to=("zgs@example.gov.cn", "zgs2@example.gov.cn"),
    cc=("xkfw@example.gov.cn",),
    message_id="<2024-W30.abc@example.gov.cn>",
    day=date(2024, 7, 24),
)
BOOK = Paper(
    name="政务公开领导小组办公室2024年第30周台账.xlsx", data=b"PK\x03\x04" + bytes(range(256)) * 9
)
ENTRIES = Paper(name="甲科到期日.ics", data="BEGIN:VCALENDAR\r\nSUMMARY:到期\r\n".encode())


def a_digest() -> Digest:
    """A digest with something in every part."""
    made = body(
        shared("D1", ("乙科", "lead"), ("甲科", "joint")),
        shared("D2", ("甲科", "lead"), name="另一事项"),
        records=(
            open_record("R1", "2024-06-03", "关于<b>加粗</b>&的通知"),
            open_record("R2", "2024-06-27"),
            open_record("R3", None),
            record("2024-07-10", "2024-07-01", number="R9"),
        ),
        columns=(column(duty="D1", items=0), column(duty="D2")),
    )
    return told(made, "2024-07-24")["甲科"]


def read(data: bytes) -> EmailMessage:
    """The mail as the standard library reads it, nothing wrong with it.

    But for the second form of a file's name, which is meant for programs that read no other.
    """
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    for part in mail.walk():
        assert not part.defects
        for name, value in part.items():
            assert not value.defects or (name == "Content-Type" and part.is_attachment())
    return mail


def elements(page: HtmlElement, path: str) -> list[HtmlElement]:
    """The elements of a page that an XPath finds."""
    return cast(list[HtmlElement], page.xpath(path))


def page_of(data: bytes) -> HtmlElement:
    """The HTML of a mail, read by a parser."""
    return cast(HtmlElement, html_reader.document_fromstring(text_of(data, "html")))


def text_of(data: bytes, kind: str = "plain") -> str:
    """One of the two texts of a mail."""
    part = read(data).get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_it_reads_back_with_everything_that_went_in() -> None:
    data = letter(a_digest(), HEADER, (BOOK, ENTRIES))
    mail = read(data)
    assert str(mail["Subject"]) == (
        "〔甲科〕政务公开到期提醒：超期1件、20个工作日内到期1件、未能定日期1件、其他2件（2024年第30周）"
    )
    assert mail["From"].addresses[0].display_name == "政务公开"
    assert [each.addr_spec for each in mail["To"].addresses] == list(HEADER.to)
    assert [each.addr_spec for each in mail["Cc"].addresses] == list(HEADER.cc)
    assert mail["Message-ID"] == HEADER.message_id
    assert str(mail["Date"]) == "Wed, 24 Jul 2024 08:00:00 +0800"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "zh-CN"
    attached = list(mail.iter_attachments())
    assert [(each.get_filename(), each.get_content()) for each in attached] == [
        (BOOK.name, BOOK.data),
        (ENTRIES.name, ENTRIES.data),
    ]
    assert [each.get_content_type() for each in attached] == [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/ics",
    ]


def test_it_passes_any_relay() -> None:
    data = letter(a_digest(), HEADER, (BOOK, ENTRIES))
    assert data.isascii()
    lines = data.split(b"\r\n")
    long = [line for line in lines if len(line) > 78]
    assert [line.split(b"/")[0] for line in long] == [b"Content-Type: application"]
    assert len(long[0]) == 80, "a type that no line may break, far below the limit of 998"
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    encodings = {
        str(each["Content-Transfer-Encoding"])
        for each in read(data).walk()
        if not each.is_multipart()
    }
    assert encodings == {"base64"}


def test_the_same_input_gives_the_same_bytes() -> None:
    first = letter(a_digest(), HEADER, (BOOK, ENTRIES))
    assert letter(a_digest(), HEADER, (BOOK, ENTRIES)) == first
    other = structs.replace(HEADER, message_id="<another@example.gov.cn>")
    assert letter(a_digest(), other, (BOOK, ENTRIES)) != first


def test_the_raw_bytes_decode_by_hand() -> None:
    """Without any library for mail: split at the boundary, base64, and both forms of the name."""
    raw = letter(a_digest(), HEADER, (BOOK,)).decode("ascii")
    head, _, rest = raw.partition("\r\n\r\n")
    head = head.replace("\r\n ", " ")
    words = re.findall(r"=\?utf-8\?b\?([^?]*)\?=", re.search(r"Subject: (.*)", head)[1])  # type: ignore[index]
    assert (
        b"".join(map(base64.b64decode, words))
        .decode()
        .startswith("〔甲科〕政务公开到期提醒：超期1件")
    )
    boundary = re.search(r'boundary="([^"]+)"', head)
    assert boundary is not None
    parts = rest.split(f"--{boundary[1]}")
    assert parts[-1].strip() == "--"
    headers, _, payload = parts[2].replace("\r\n ", " ").partition("\r\n\r\n")
    assert base64.b64decode(payload) == BOOK.data
    named = re.search(r'name="([^"]+)"', headers)
    assert named is not None
    encoded = re.findall(r"=\?utf-8\?B\?([^?]*)\?=", named[1])
    assert all(len(word) + 12 <= 75 for word in encoded)
    assert b"".join(map(base64.b64decode, encoded)).decode() == BOOK.name
    pieces = re.findall(r"filename\*\d+\*=(?:utf-8'')?([^;\s]+)", headers)
    assert percent("".join(pieces)).decode() == BOOK.name


def percent(text: str) -> bytes:
    """What RFC 2231 writes with percent signs."""
    return re.sub(
        rb"%([0-9A-F]{2})", lambda found: bytes([int(found[1], 16)]), text.encode("ascii")
    )


def test_the_text_says_everything_alone() -> None:
    text = text_of(letter(a_digest(), HEADER, (BOOK, ENTRIES)))
    flat = re.sub(r"\s+", "", text)
    for words in (
        "甲科：",
        "贵单位有超期1件",
        "一、已超期（1件）",
        "关于<b>加粗</b>&的通知〔通报，新增〕",
        "2024-07-02（周二），已超16个工作日",
        "依据：目录第1行",
        "乙科牵头，本单位共同负责",
        "立即公开，并在台账填写公开日期和公开地址",
        "二、今后20个工作日内到期（1件）",
        "2024-07-25（周四），还剩1个工作日",
        "三、未能定日期（1件）",
        "没有形成日期，不能确定起算日",
        "四、其他要处理的问题（2件）",
        "栏目空白（1件）",
        "公开内容；确无此类信息的，发布并登记说明",
        f"附件：{BOOK.name}、甲科到期日.ics。",
        "签收",
    ):
        assert words in flat, words


def test_neither_text_holds_an_address() -> None:
    data = letter(a_digest(), HEADER, (BOOK, ENTRIES))
    for kind in ("plain", "html"):
        assert "@" not in text_of(data, kind)


def test_what_is_unchanged_is_one_paragraph() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"), open_record("R2", "2024-06-03"))))
    first = told(made, "2024-07-22")
    again = told(made, "2024-07-23", after(first))["甲科"]
    text = re.sub(r"\s+", "", text_of(letter(again, HEADER)))
    assert "与上次提醒相同（2件，其中超期1件）" in text
    assert "D1R2（超期）、D1R1（2024-07-25到期）" in text
    assert "时限" not in text
    assert "1." not in text


def test_what_changed_is_said_and_what_is_gone() -> None:
    first = told(
        seen(body(records=(open_record("R1", "2024-06-27"), open_record("R2", "2024-06-27")))),
        "2024-07-22",
    )
    then = seen(
        body(
            records=(
                open_record("R1", "2024-07-01"),
                record("2024-06-27", "2024-07-23", number="R2"),
            )
        )
    )
    text = re.sub(
        r"\s+", "", text_of(letter(told(then, "2024-07-24", after(first))["甲科"], HEADER))
    )
    assert "到期日由2024-07-25变为2024-07-29" in text
    assert "标题R2：已于2024-07-23完成" in text


def test_thousands_of_things_make_no_endless_mail() -> None:
    many = tuple(open_record(f"R{number}", "2024-06-03") for number in range(2_000))
    digest = told(seen(body(records=many)), "2024-07-24")["甲科"]
    data = letter(digest, HEADER)
    assert len(data) < 200_000
    assert "超期2000件" in subject_of(digest, HEADER.day)
    assert "另有 1960 件没有列出" in text_of(data)


def test_the_html_stands_alone_and_escapes() -> None:
    page = page_of(letter(a_digest(), HEADER, (BOOK,)))
    assert not elements(page, "//script|//link|//img|//style|//iframe|//object|//form")
    assert not elements(page, "//*[@src or @href or contains(@style, 'url(')]")
    assert page.get("lang") == "zh-CN"
    assert not elements(page, "//b[text()='加粗']"), "markup of a title is text"
    assert "关于<b>加粗</b>&的通知" in page.text_content()
    assert all(each.get("scope") == "col" for each in elements(page, "//th"))
    assert [each.text_content() for each in elements(page, "//h2")] == [
        "已超期（1件）",
        "今后20个工作日内到期（1件）",
        "未能定日期（1件）",
        "其他要处理的问题（2件）",
    ]
    assert "已超 16 个工作日" in page.text_content(), "lateness is said in words"


def test_the_summary_opens_with_its_coverage() -> None:
    made = body(
        shared("D1", ("乙科", "lead"), ("甲科", "joint")),
        records=(open_record("R1", "2024-06-03"),),
    )
    found = summed(made, "2024-07-24")
    data = letter(found, HEADER)
    assert (
        str(read(data)["Subject"])
        == "〔甲科〕政务公开提醒汇总：2个单位有待办，超期1件（2024年第30周）"
    )
    text = text_of(data)
    assert text.index("已核查") < text.index("各单位") < text.index("已超期")
    page = page_of(data)
    rows = [
        [cell.text_content() for cell in row]
        for row in elements(page, "(//h2/following::table)[1]//tr")
    ]
    assert rows[0][:2] == ["单位", "超期"]
    assert [row[:2] for row in rows[1:]] == [["甲科", "1"], ["乙科", "1"]]


def test_two_hundred_units_in_full_and_the_rest_counted() -> None:
    found = summed(body(), "2024-07-24")
    row = found.units[0]
    many = structs.replace(
        found, units=tuple(structs.replace(row, unit=f"单位{number}") for number in range(1_000))
    )
    assert "另有 800 件没有列出" in text_of(letter(many, HEADER))


@pytest.mark.parametrize("address", ["政工室@example.gov.cn", "zgs", "a@b\r\nBcc: c@d.cn"])
def test_an_address_that_no_header_can_carry_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"邮箱|中文"):
        letter(a_digest(), structs.replace(HEADER, to=(address,)))


def width(line: str) -> int:
    """Cells of a line by Unicode alone, ambiguous characters wide."""
    return sum(
        0
        if unicodedata.combining(each)
        else 2
        if unicodedata.east_asian_width(each) in "WFA"
        else 1
        for each in line
    )


def messages(assessment: Assessment, on: WorkCalendar) -> list[Digest | Summary]:
    """All mails of an assessment."""
    asked = reminding(office="\n办公室\u202e")
    before: dict[str, tuple[Told, ...]] = {}
    found: list[Digest | Summary] = list(digests(assessment, before, {}, asked, on))
    return [*found, summary(assessment, before, {}, asked, on, ("甲\r\nBcc: x@y.cn",))]


@pytest.mark.slow
@given(assessments())
@settings(max_examples=50, deadline=None)
def test_whatever_users_write_the_mail_keeps_its_form(assessment: Assessment) -> None:
    for message in messages(assessment, calendar()):
        data = letter(message, HEADER)
        mail = read(data)
        assert set(mail.keys()) >= {"Subject", "From", "To", "Date", "Message-ID"}
        assert "Bcc" not in mail
        text = text_of(data)
        for line in text.splitlines():
            assert width(line) <= 76, line
            assert line.isprintable() or not line, line
        page = page_of(data)
        assert not elements(page, "//script|//img|//a|//*[@href or @src]")
        assert {each.tag for each in page.iter()} <= {
            "html", "head", "meta", "title", "body", "table", "tr", "td", "th", "p", "h2", "b",
            "br", "span",
        }  # fmt: skip


TITLES = st.text(
    st.sampled_from("甲乙<>&\"'😀👨‍👩‍👧é\u0301\u200b\u202e\n\t a1/.-（），。“”[]{}=%")
    | st.characters(codec="utf-8"),
    max_size=200,
)


@pytest.mark.slow
@given(TITLES)
@settings(max_examples=50, deadline=None)
def test_a_title_of_any_letters_keeps_the_lines_and_comes_through(title: str) -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27", title or "空"),)))
    (digest,) = digests(judged(made, "2024-07-22"), {}, {}, reminding(), made.calendar)
    data = letter(digest, HEADER)
    assert all(width(line) <= 76 for line in text_of(data).splitlines())
    page = page_of(data)
    shown = str(elements(page, "//td/b")[0].text_content())
    letters = [each for each in title if each.isalnum()]
    assert [each for each in shown if each.isalnum()][-len(letters) :] == letters or not letters


def test_the_day_of_the_mail_decides_its_week_alone() -> None:
    made = seen(body(records=(open_record("R1", "2024-06-27"),)))
    digest = next(
        digests(assess(made, as_of=day("2024-07-22")), {}, {}, reminding(), made.calendar)
    )
    assert subject_of(digest, date(2026, 11, 24)).endswith("（2026年第48周）")
    assert subject_of(digest, date(2027, 1, 3)).endswith("（2026年第53周）")
