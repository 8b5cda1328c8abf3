"""服务器: the server that takes mail; a password is never shown in what is said of it."""

import re
from collections.abc import Iterable
from functools import cache

from ..model.place import Problem
from ..model.reminding import MailServer, PasswordSource, Security
from ..notation.mail_addresses import ascii_host, has_control
from ..notation.yaml_form import Form
from ..notation.yaml_tree import Mapping, Scalar

_KEYS = ("主机", "端口", "加密", "账号", "口令", "证书")
_PASSWORD = "口令"
_PASSWORD_KEYS = ("环境变量", "文件")
_PASSWORD_ACCEPTED = "{环境变量: 变量名} 或 {文件: 文件名}，写一个；口令本身不写在这里"
_PORTS: dict[str, int] = {"tls": 465, "starttls": 587, "无": 25}
_SECURITY: tuple[Security, ...] = ("tls", "starttls", "无")
_HOST = "主机名或 IP 地址，如 mail.example.gov.cn；端口写在“端口”"
_HIGHEST_PORT = 65_535
_VARIABLE = "[A-Za-z_][A-Za-z0-9_]*"


def read_server(form: Form) -> MailServer | None:
    """The server below 服务器; ``None`` where there is none or it cannot be used.

    Without 加密 it is tls; without 端口 the usual one for it (465, 587, 25).
    """
    own = form.form("服务器", _KEYS)
    if own is None:
        return None
    host = _host(own)
    word = own.choice("加密", _SECURITY)
    security = next((each for each in _SECURITY if each == word), _SECURITY[0])
    port = _port(own, _PORTS[security])
    account = _line(own, "账号")
    authority = _line(own, "证书")
    password = _password(own)
    _check_login(own, host, security if "加密" not in own or word else None)
    if host is None or port is None:
        return None
    return MailServer(
        host=host,
        port=port,
        security=security,
        account=account,
        password=password,
        authority=authority,
        place=own.place,
    )


def without_passwords(problems: Iterable[Problem], text: str = "") -> tuple[Problem, ...]:
    """The same without words that may be a password.

    A slip of the hand can make a password part of a key, or of what a message about YAML shows.
    ``text`` is that of a file that is no YAML at all: there nothing is shown of the line on which
    口令 stands, nor of the one below it.
    """
    lines = text.splitlines()
    return tuple(_quiet(each) if _may_tell(each, lines) else each for each in problems)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine: what goes there crosses no network.

    >>> [is_loopback(host) for host in ("localhost", "127.3.0.1", "::1", "127.example.cn")]
    [True, True, True, False]
    """
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _host(form: Form) -> str | None:
    scalar = form.scalar("主机", required=True)
    if scalar is None:
        return None
    host = ascii_host(scalar.text.strip())
    if host is None:
        near = re.sub(r"^\w+://|[:/].*$", "", scalar.text.strip())
        offered = near if ascii_host(near) else None
        form.report(scalar.place, f"“主机”写得不对：“{scalar.text}”", _HOST, offered)
    return host


def _port(form: Form, usual: int) -> int | None:
    if form.scalar("端口") is None:
        return usual
    port = form.number("端口")
    if port is not None and not 1 <= port <= _HIGHEST_PORT:
        form.report(
            form.place_of("端口"), f"没有端口 {port}", f"1 至 {_HIGHEST_PORT}，常用 465、587、25"
        )
        return None
    return port


def _line(form: Form, key: str) -> str | None:
    text = form.text(key)
    if text is not None and has_control(text):
        form.report(form.place_of(key), f"“{key}”里有换行或控制字符", f"一行，如 {key}: …")
        return None
    return text


def _password(form: Form) -> PasswordSource | None:
    node = form.node(_PASSWORD)
    if node is None or (isinstance(node, Scalar) and not node.written):
        return None
    if not isinstance(node, Mapping):
        form.report(node.place, "口令直接写在配置里了（不再显示）", _PASSWORD_ACCEPTED)
        return None
    keys = [key.text for key, _ in node.entries]
    if len(keys) != 1 or keys[0] not in _PASSWORD_KEYS:
        form.report(node.place, "“口令”的写法不对", _PASSWORD_ACCEPTED)
        return None
    value = node.entries[0][1]
    text = value.text.strip() if isinstance(value, Scalar) else ""
    if not text or has_control(text):
        form.report(value.place, f"“{keys[0]}”没有写好", _PASSWORD_ACCEPTED)
        return None
    if keys[0] == "文件":
        return PasswordSource(file=text)
    if not re.fullmatch(_VARIABLE, text):
        accepted = "变量的名称（字母、数字、下划线），如 GONGKAI_SMTP_PASSWORD"
        form.report(value.place, "“环境变量”不是变量名（不再显示，以防是口令）", accepted)
        return None
    return PasswordSource(variable=text)


def _check_login(form: Form, host: str | None, security: str | None) -> None:
    has_account = form.scalar("账号") is not None
    has_password = _PASSWORD in form
    if has_account and security == "无" and host is not None and not is_loopback(host):
        found = "不加密就登录，账号和口令会被路上的人看到"
        form.report(form.place_of("账号"), found, "“加密”写 tls 或 starttls；或不写账号")
    if has_account and not has_password:
        form.report(form.place_of("账号"), "有“账号”，没有“口令”", f"口令: {_PASSWORD_ACCEPTED}")
    if has_password and not has_account:
        form.report(form.place_of(_PASSWORD), "有“口令”，没有“账号”", "账号: …")


def _may_tell(problem: Problem, lines: list[str]) -> bool:
    row = (problem.place.line or 1) - 1
    near = lines[max(row - 1, 0) : row + 1]
    return any(_PASSWORD in line for line in near) or bool(_in_words().search(problem.found))


def _quiet(problem: Problem) -> Problem:
    return Problem(problem.place, "“口令”这里写得不对（不再显示）", _PASSWORD_ACCEPTED)


@cache
def _in_words() -> re.Pattern[str]:
    return re.compile("(?:口令|密码|password) *[:：=]", re.IGNORECASE)
