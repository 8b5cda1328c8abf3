"""Mail addresses: what is taken, what is refused, and what is offered in its place."""

from email.headerregistry import Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.mail_addresses import (
    Mailbox,
    NoMailbox,
    ascii_host,
    read_address,
    read_mailbox,
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("zgs@example.gov.cn", "zgs@example.gov.cn"),
        (" zgs@Example.Gov.CN ", "zgs@example.gov.cn"),
        ("a.b+c_d@mail", "a.b+c_d@mail"),
        # as the root zone of DNS lists these domains
        ("zgs@公司.政务", "zgs@xn--55qx5d.xn--zfr164b"),
        ("zgs@xn--zfr164b", "zgs@xn--zfr164b"),
    ],
)
def test_addresses_come_out_as_a_relay_takes_them(text: str, address: str) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    ("text", "found", "near"),
    [
        ("政工室@example.gov.cn", "“@”前有中文：“政工室@example.gov.cn”", None),
        ("zgs", "邮箱里没有“@”：“zgs”", None),
        ("zgs@", "“@”后没有写域名：“zgs@”", None),
        ("@example.gov.cn", "“@”前没有写：“@example.gov.cn”", None),
        ("zgs＠example.gov.cn", "邮箱里没有“@”：“zgs＠example.gov.cn”", "zgs@example.gov.cn"),
        (
            "zgs@example。gov。cn",
            "“@”后的域名写得不对：“zgs@example。gov。cn”",
            "zgs@example.gov.cn",
        ),
        ("zgs @example.gov.cn", "“@”前有不能用的字符：“zgs @example.gov.cn”", "zgs@example.gov.cn"),
        ("zgs@exa mple.cn", "“@”后的域名写得不对：“zgs@exa mple.cn”", "zgs@example.cn"),
        ("zgs@-example.cn", "“@”后的域名写得不对：“zgs@-example.cn”", None),
        ("zgs@example..cn", "“@”后的域名写得不对：“zgs@example..cn”", None),
        ("a..b@example.cn", "“@”前有不能用的字符：“a..b@example.cn”", None),
        ("a@b@example.cn", "“@”前有不能用的字符：“a@b@example.cn”", None),
        ("zgs@example.cn\nBcc: a@b.cn", "邮箱里有换行或控制字符", None),
        ("é@example.cn", "“@”前有不能用的字符：“é@example.cn”", None),
        (f"{'a' * 65}@example.cn", f"“@”前有不能用的字符：“{'a' * 65}@example.cn”", None),
    ],
)
def test_what_no_relay_takes_is_refused(text: str, found: str, near: str | None) -> None:
    refused = read_address(text)
    assert isinstance(refused, NoMailbox)
    assert (refused.found, refused.nearest) == (found, near)


def test_a_name_may_stand_before_the_address() -> None:
    assert read_mailbox("政务公开 <zwgk@example.gov.cn>") == Mailbox(
        "zwgk@example.gov.cn", "政务公开"
    )
    assert read_mailbox('"政务, 公开" <zwgk@example.gov.cn>') == Mailbox(
        "zwgk@example.gov.cn", "政务, 公开"
    )
    assert read_mailbox("zwgk@example.gov.cn") == Mailbox("zwgk@example.gov.cn")
    assert read_mailbox("<zwgk@example.gov.cn>") == Mailbox("zwgk@example.gov.cn")


@pytest.mark.parametrize(
    "text",
    ["政务公开", "政务公开 zwgk@example.gov.cn", "甲 <a@b.cn> 乙", "甲\r\nBcc: c@d.cn <a@b.cn>"],
)
def test_anything_else_is_no_sender(text: str) -> None:
    assert isinstance(read_mailbox(text), NoMailbox)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("mail.example.gov.cn", "mail.example.gov.cn"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"),
        ("10.0.0.300", None),
        ("mail.example.gov.cn:465", None),
        ("smtp://mail", None),
        ("a b", None),
        ("", None),
        ("-mail", None),
        ("公司.政务", "xn--55qx5d.xn--zfr164b"),
    ],
)
def test_hosts_are_names_or_addresses_of_the_network(text: str, host: str | None) -> None:
    assert ascii_host(text) == host


@given(st.text(st.sampled_from("ab1.-_+@ <>\"'\r\n\t政。＠é;,:()"), max_size=20))
def test_whatever_is_taken_fits_a_header_and_says_itself_again(text: str) -> None:
    address = read_address(text)
    if isinstance(address, str):
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address
        assert Address(addr_spec=address).addr_spec == address
        assert read_address(address) == address
    else:
        assert address.found
        assert "\n" not in address.found or "\n" in text
