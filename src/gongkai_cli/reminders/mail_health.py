"""How the mail of a workspace stands: its last run, what did not arrive, its server.

Changes nothing and sends nothing.
"""

from datetime import date, timedelta
from pathlib import Path
from threading import Thread

from msgspec import structs

from ..model.mailing import MailHealth, ServerAnswer
from ..model.reminding import MailServer, Reminding
from .memory import Memory, Trouble
from .password import read_password
from .run_lock import is_held
from .smtp import Smtp
from .smtp_connection import Timeouts
from .store_file import FOLDER, LOCK, StoreWrong, open_to_read
from .transport import Unreachable

_CONCERNS = timedelta(days=30)
"""Natural days after which nobody is told any more that a copy did not arrive."""
_TIMEOUTS = Timeouts(connect=4, answer=4)
_LONGEST = 10.0
"""Seconds for all of it: looking up a name knows no bound of its own."""


def look(
    workspace: Path,
    reminding: Reminding,
    day: date,
    without_address: tuple[str, ...] = (),
    *,
    ask: bool = True,
) -> MailHealth:
    """How mail stands on a day; with ``ask`` the server is asked as well, if there is one."""
    found = MailHealth(transport=reminding.transport, without_address=without_address)
    if ask and reminding.transport == "smtp" and reminding.server is not None:
        found = structs.replace(found, server=ask_server(reminding.server, workspace))
    try:
        return _remembered(found, workspace, day)
    except StoreWrong as wrong:
        return structs.replace(found, store_problem=wrong.problem.found)


def _remembered(found: MailHealth, workspace: Path, day: date) -> MailHealth:
    store = open_to_read(workspace)
    if store is None:
        return found
    try:
        memory = Memory(store)
        troubles = memory.troubles(day - _CONCERNS)
        is_going_on = any(e.state == "sending" for e in troubles) and _is_going_on(workspace)
        return structs.replace(
            found,
            last_run=memory.last_run(),
            unsent=tuple(e.delivery for e in troubles if e.state in ("waiting", "refused")),
            unknown=tuple(e.delivery for e in troubles if _is_unknown(e, is_going_on)),
        )
    finally:
        store.close()


def _is_unknown(trouble: Trouble, is_going_on: bool) -> bool:
    """Whether nobody knows of it; what is just being sent is not that, unless its run is dead."""
    return trouble.state == "unknown" or (trouble.state == "sending" and not is_going_on)


def _is_going_on(workspace: Path) -> bool:
    try:
        return is_held(workspace / FOLDER / LOCK)
    except OSError:
        return False


def ask_server(
    server: MailServer,
    workspace: Path,
    longest: float = _LONGEST,
    timeouts: Timeouts = _TIMEOUTS,
) -> ServerAnswer:
    """Connect, encrypt, log in, hang up: never longer than ``longest`` seconds."""
    answers: list[ServerAnswer] = []
    asking = Thread(target=lambda: answers.append(_ask(server, workspace, timeouts)), daemon=True)
    asking.start()
    asking.join(longest)
    if answers:
        return answers[0]
    words = f"邮件服务器 {server.host}:{server.port} {longest:.0f} 秒内没有回答"
    return ServerAnswer(is_usable=False, words=words)


def _ask(server: MailServer, workspace: Path, timeouts: Timeouts) -> ServerAnswer:
    password, why = None, ""
    if server.password is not None:
        try:
            password = read_password(server.password, workspace)
        except Unreachable as error:
            server, why = structs.replace(server, account=None), error.reason
    smtp = Smtp(server, password, workspace, timeouts)
    try:
        smtp.open()
    except Unreachable as error:
        return ServerAnswer(is_usable=False, words=error.reason)
    finally:
        smtp.close()
    how = {"tls": "加密（TLS）", "starttls": "加密（STARTTLS）", "无": "没有加密"}[server.security]
    said = f"{server.host}:{server.port} 有回答，{how}"
    if why:
        return ServerAnswer(is_usable=False, words=f"{said}；没有试登录：{why}")
    return ServerAnswer(is_usable=True, words=f"{said}，登录成功" if password else said)
