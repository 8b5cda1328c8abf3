"""``gongkai remind``: each unit's digest and the office's summary, sent as mail."""

import gc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.place import Place, Problem, errors
from .console import FINDINGS, OK, WRONG_INPUT, complain, say, say_data, stop, warn, width
from .remind_install import install
from .request import (
    AsOfOption,
    ConfigOption,
    UnitsOption,
    WorkspaceOption,
    beijing_time,
    format_option,
    open_workspace,
    read_day_argument,
    today,
)
from .shell import PLAIN

if TYPE_CHECKING:
    from ..model.mailing import Reminded
    from ..model.reminding import Reminding
    from ..reminders.sending_day import Waits
    from ..sources.workspace import Workspace
    from .reminding import Reminder

app = typer.Typer(
    add_completion=False, invoke_without_command=True, subcommand_metavar="[命令 …]", **PLAIN
)


@app.callback()
def remind(
    context: typer.Context,
    units: UnitsOption = None,
    as_of: AsOfOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只显示要发的邮件，不发送，什么都不记")
    ] = False,
    outbox: Annotated[
        Path | None,
        typer.Option("--outbox", metavar="目录", help="不发送，写成 .eml 文件；与正式发送各记各的"),
    ] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help="放假也发")] = False,
    format: Annotated[str, format_option("table", "json")] = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """向各单位发送到期提醒邮件

    每个单位一封，附本单位的台账；牵头单位另有一封汇总。
    本周已发过、内容没有变化的不再发；上次没有发完的，接着发完。
    放假不发，等到下一个工作日。每天定时运行一次即可：gongkai remind install。
    收件人写在通讯录里，发送方式写在 gongkai.yaml 的“提醒”里。

    退出码：0 要发的都发了；1 有未发出或未知的，逐个列出；2 输入有错误，其余的照发。
    """
    if context.invoked_subcommand is not None:
        context.obj = (workspace, config)
        return OK
    opened = open_workspace(workspace, config)
    reminding = _reminding(opened, optional=dry_run)
    assert opened.facts is not None, "open_workspace stops where there are none"
    day = as_of or today()
    from ..reminders.sending_day import waits

    rest = None if anyway else waits(opened.facts.calendar, day)
    if rest is not None and not dry_run:
        if outbox is None:
            _note_rest(opened.folder, day, rest)
        _show_rest(day, rest, format)
        return OK
    from .reminding import Reminder
    from .selection import chosen_units

    chosen = chosen_units(opened.facts.catalogue, units)
    reminder = Reminder(opened, reminding, day, chosen)
    # What was read stays to the end; what a mail is made of is to go when it is done.
    gc.freeze()
    gc.enable()
    if dry_run:
        if rest is not None:
            warn(_rest_words(day, rest))
        _show_planned(reminder, format)
        complete = True
    else:
        answer = reminder.send(outbox)
        _show(answer, format)
        complete = answer.mailing.complete
    complain(reminder.problems)
    if errors(reminder.problems):
        return WRONG_INPUT
    return OK if complete else FINDINGS


@app.command()
def receipt(
    context: typer.Context,
    units: Annotated[
        list[str], typer.Option("--unit", metavar="单位", help="签收的单位；可多次使用")
    ],
    as_of: Annotated[
        date | None,
        typer.Option("--as-of", metavar="日期", parser=read_day_argument, help="签收日；默认今天"),
    ] = None,
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """记下单位已签收提醒

    这一天和以前发的邮件都算已签收。
    台账退回时填了“签收”列的，gongkai ledger merge 会记下，不用再记。
    """
    workspace, config = _inherited(context, workspace, config)
    opened = open_workspace(workspace, config, ledger=False)
    assert opened.facts is not None, "open_workspace stops where there are none"
    from ..model.unit import find_unit
    from ..reminders.receipts import note_receipts
    from ..reminders.store_file import StoreWrong
    from .selection import chosen_units

    tree = opened.facts.catalogue.units
    chosen_units(opened.facts.catalogue, units)
    names = [unit.name for name in units if (unit := find_unit(tree, name.strip()))]
    day = as_of or today()
    try:
        note_receipts(opened.folder, dict.fromkeys(names, day))
    except StoreWrong as wrong:
        stop(wrong.problem)
    say(f"已记下 {'、'.join(names)} 于 {day} 签收")
    return OK


app.command("install")(install)


def _inherited(
    context: typer.Context, workspace: Path | None, config: Path | None
) -> tuple[Path | None, Path | None]:
    """The workspace of a command below ``remind``, which may stand before its name as well."""
    above = context.obj or (None, None)
    return workspace or above[0], config or above[1]


def _reminding(opened: "Workspace", *, optional: bool) -> "Reminding":
    """提醒 of the configuration; where it is ``optional``, the usual one if there is none."""
    from ..model.reminding import Reminding

    config = opened.config
    assert config is not None, "without a configuration there are no facts"
    if config.reminding is not None:
        return config.reminding
    place = Place("gongkai.yaml")
    if optional:
        warn("gongkai.yaml 里没有“提醒”，按默认的阶梯显示；要发送，先写上“提醒”。")
        return Reminding(transport="eml", sender="gongkai@localhost", place=place)
    example = "提醒: {方式: smtp 或 eml, 服务器: …, 发件人: 名称 <邮箱>, 通讯录: 通讯录.yaml}"
    stop(Problem(place, "没有写“提醒”，不知道怎样发送", example))


def _note_rest(folder: Path, day: date, rest: "Waits") -> None:
    """A run on a rest day is one as well: whoever asks shall see that the system still calls."""
    from contextlib import closing

    from ..reminders.memory import Memory
    from ..reminders.store_file import StoreWrong, open_store

    try:
        with closing(open_store(folder)) as store:
            memory, now = Memory(store), beijing_time()
            memory.end_run(memory.start_run(day, now), f"{rest.why}，等到 {rest.until}", now)
    except StoreWrong as wrong:
        stop(wrong.problem)


def _show_rest(day: date, rest: "Waits", format: str) -> None:
    from ..model.mailing import Reminded
    from ..reminders.delivery import week_of

    if format == "json":
        from ..reports import remind_json

        answer = Reminded(as_of=day, week=week_of(day), waits_until=rest.until)
        say_data(remind_json.render(answer))
    else:
        say(_rest_words(day, rest))


def _rest_words(day: date, rest: "Waits") -> str:
    until = f"{rest.until}" if rest.is_certain else f"{rest.until}（暂算）"
    return f"{day} {rest.why}，邮件等到下一个工作日 {until} 再发；现在就要发，加 --anyway"


def _show_planned(reminder: "Reminder", format: str) -> None:
    if format == "json":
        from msgspec import structs

        from ..reports import remind_json

        answer = structs.replace(reminder.answer(), planned=tuple(reminder.planned()))
        say_data(remind_json.render(answer))
        return
    from ..reports import remind_table

    count = 0
    for each in reminder.planned():
        say(remind_table.render_planned(each, width()))
        count += 1
    say(f"共 {count} 封，没有发送（--dry-run）" if count else "没有单位需要提醒")


def _show(answer: "Reminded", format: str) -> None:
    if format == "json":
        from ..reports import remind_json

        say_data(remind_json.render(answer))
    else:
        from ..reports import remind_table

        say(remind_table.render(answer, width()))
