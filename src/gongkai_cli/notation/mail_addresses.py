"""Mail addresses as people write them: bare, or with a name in front.

An address has to pass every relay on its way: a local part in Chinese turns into an invalid address
on the first that does not know SMTPUTF8, so it is refused; a domain in Chinese is written as DNS
has it (RFC 3490, ``xn--…``).
"""

import re
from functools import cache

from msgspec import Struct

from .characters import half_width

ACCEPTED = "一个邮箱地址，如 zgs@example.gov.cn"
ACCEPTED_WITH_NAME = "名称 <邮箱地址>，如 政务公开 <zwgk@example.gov.cn>"
_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 253


class Mailbox(Struct, frozen=True):
    """An address in ASCII, and the name that goes with it or nothing."""

    address: str
    name: str = ""


class NoMailbox(Struct, frozen=True):
    """Why a text is no address, what would be, and the address that was most likely meant."""

    found: str
    accepted: str = ACCEPTED
    nearest: str | None = None


def read_address(text: str) -> str | NoMailbox:
    """The address that ``text`` is, its domain in the form of DNS.

    >>> read_address("zgs@example.gov.cn"), read_address("zgs@公司.中国")
    ('zgs@example.gov.cn', 'zgs@xn--55qx5d.xn--fiqs8s')
    >>> read_address("政工室@example.gov.cn").found
    '“@”前有中文：“政工室@example.gov.cn”'
    >>> read_address("zgs＠example.gov.cn").nearest
    'zgs@example.gov.cn'
    """
    written = text.strip()
    address = _ascii(written)
    if address is not None:
        return address
    near = _ascii(half_width(written).replace("。", ".").replace(" ", ""))
    return NoMailbox(_why(written), nearest=near if near != written else None)


def read_mailbox(text: str) -> Mailbox | NoMailbox:
    """An address, bare or in angle brackets behind a name.

    >>> read_mailbox("政务公开 <zwgk@example.gov.cn>")
    Mailbox(address='zwgk@example.gov.cn', name='政务公开')
    >>> read_mailbox("政务公开").accepted
    '名称 <邮箱地址>，如 政务公开 <zwgk@example.gov.cn>'
    """
    written = text.strip()
    if has_control(written):
        return NoMailbox("名称里有换行或控制字符", ACCEPTED_WITH_NAME)
    match = re.fullmatch(r"([^<>]*?)\s*<([^<>]*)>", written)
    name, inner = match.groups() if match else ("", written)
    address = read_address(inner)
    if isinstance(address, NoMailbox):
        near = address.nearest and (f"{name} <{address.nearest}>" if name else address.nearest)
        return NoMailbox(address.found, ACCEPTED_WITH_NAME, near)
    return Mailbox(address, name.strip().strip('"').strip())


def has_control(text: str) -> bool:
    """Whether a text holds a line break or another character that must not stand in a header."""
    return any(ord(letter) < 32 or letter in "\x7f\x85\u2028\u2029" for letter in text)


def ascii_host(text: str) -> str | None:
    """The name of a host as DNS has it, or its IP address; ``None`` where it is neither.

    >>> ascii_host("Mail.example.gov.cn"), ascii_host("::1"), ascii_host("a b")
    ('mail.example.gov.cn', '::1', None)
    """
    from ipaddress import ip_address

    try:
        return str(ip_address(text))
    except ValueError:
        return _domain(text)


def _ascii(written: str) -> str | None:
    local, at, domain = written.rpartition("@")
    if not at or len(local) > _LONGEST_LOCAL or not _local_form().fullmatch(local):
        return None
    plain = _domain(domain)
    return f"{local}@{plain}" if plain is not None else None


def _domain(written: str) -> str | None:
    try:
        plain = written.encode("idna").decode("ascii").lower()
        back = plain.encode("ascii").decode("idna")
    except UnicodeError:
        return None
    if len(plain) > _LONGEST_DOMAIN or written.lower() not in (plain, back):
        return None
    return plain if _domain_form().fullmatch(plain) else None


@cache
def _local_form() -> re.Pattern[str]:
    atom = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
    return re.compile(rf"{atom}(?:\.{atom})*")


@cache
def _domain_form() -> re.Pattern[str]:
    label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
    no_number_last = r"(?!(?:.*\.)?\d+$)"
    return re.compile(rf"{no_number_last}{label}(?:\.{label})*")


def _why(written: str) -> str:
    local, at, domain = written.rpartition("@")
    if has_control(written):
        return "邮箱里有换行或控制字符"
    if not at:
        return f"邮箱里没有“@”：“{written}”"
    if not domain:
        return f"“@”后没有写域名：“{written}”"
    if not local:
        return f"“@”前没有写：“{written}”"
    if any("\u2e80" <= letter <= "\u9fff" for letter in local):
        return f"“@”前有中文：“{written}”"
    if _domain(domain) is None:
        return f"“@”后的域名写得不对：“{written}”"
    return f"“@”前有不能用的字符：“{written}”"
