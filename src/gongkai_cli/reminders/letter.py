"""A mail as bytes: what a digest or a summary says, as text and HTML, with what is attached."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from msgspec import Struct, structs

from ..notation.mail_addresses import NoMailbox, read_address, read_mailbox
from ..reports.columns import one_line
from ..reports.documents import Paper
from .digest import Digest
from .digest_page import digest_page
from .letter_html import letter_html
from .letter_text import letter_text
from .mime_parts import attach
from .page import Page
from .summary import Summary
from .summary_page import summary_page

_SENT_AT = time(8, 0, tzinfo=timezone(timedelta(hours=8)))


class Header(Struct, frozen=True, kw_only=True):
    """Who writes to whom; ``sender`` may be ``名称 <addr>``, the others are bare addresses.

    ``message_id`` is in angle brackets and unique; ``day`` is the day that the mail bears (at 8:00
    in UTC+8).
    """

    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    message_id: str
    day: date


def letter(message: Digest | Summary, header: Header, attachments: Iterable[Paper] = ()) -> bytes:
    """The mail, ready to be sent or to be put away as .eml; the same input gives the same bytes.

    Goes in: a digest or the summary, the header, the files to attach (workbook, calendar entries)
    with the names that they are to have. Everything is in base64 and ASCII, for relays without
    8BITMIME. Raises ``ValueError`` for an address that no header can carry.
    """
    papers = tuple(attachments)
    page = _page(message, header.day)
    page = structs.replace(page, closing=(*_attached(papers), *page.closing, _GENERATED))
    mail = EmailMessage(policy=SMTP)
    mail["Date"] = datetime.combine(header.day, _SENT_AT)
    mail["From"] = _sender(header.sender)
    mail["To"] = ", ".join(map(_address, header.to))
    if header.cc:
        mail["Cc"] = ", ".join(map(_address, header.cc))
    mail["Subject"] = one_line(page.subject)
    mail["Message-ID"] = header.message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(letter_text(page), cte="base64")
    mail.add_alternative(letter_html(page), subtype="html", cte="base64")
    for each in papers:
        attach(mail, each)
    mail["Content-Language"] = "zh-CN"
    _set_boundaries(mail, header.message_id)
    return mail.as_bytes()


def subject_of(message: Digest | Summary, day: date) -> str:
    """The subject of a mail on a day, for lists of what is to be sent."""
    return one_line(_page(message, day).subject)


_GENERATED = "本邮件由政务公开到期提醒程序自动生成。"


def _page(message: Digest | Summary, day: date) -> Page:
    if isinstance(message, Digest):
        return digest_page(message, day)
    return summary_page(message, day)


def _attached(papers: tuple[Paper, ...]) -> Iterator[str]:
    if papers:
        yield f"附件：{'、'.join(each.name for each in papers)}。"
    if any(each.name.endswith(".xlsx") for each in papers):
        yield "工作簿是本单位的台账：请填写、在“签收”列填写日期后退回。"
    if any(each.name.endswith(".ics") for each in papers):
        yield "日历文件（.ics）只有新增、变动或撤销的到期日，打开后导入日历即可。"


def _sender(text: str) -> Address:
    box = read_mailbox(text)
    if isinstance(box, NoMailbox):
        raise ValueError(box.found)
    return Address(display_name=box.name, addr_spec=box.address)


def _address(text: str) -> str:
    address = read_address(text)
    if isinstance(address, NoMailbox):
        raise ValueError(address.found)
    return address


def _set_boundaries(mail: EmailMessage, message_id: str) -> None:
    """Boundaries made from the Message-ID: by chance they would differ from run to run.

    Every part is in base64, which has neither ``=_`` nor lines that begin with dashes.
    """
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            seed = hashlib.sha256(f"{message_id}\n{number}".encode()).hexdigest()
            part.set_boundary(f"=_{seed[:32]}")
