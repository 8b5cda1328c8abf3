"""``doctor`` for a terminal: one page, part by part, each with its grade."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from msgspec import Struct

from ..assess.health import (
    Files,
    Grade,
    Health,
    Look,
    NextNotice,
    Program,
    Provisional,
    Years,
    ends_soon,
    is_run_missing,
    looks,
    mail_grade,
    period_grade,
    provisional,
)
from ..model.assessment import Assessment
from ..model.mailing import Delivery, MailHealth
from ..model.place import Problem, Weight
from .agenda import title_of
from .columns import Column, heading, indented, labelled, row

_DATES = (Column("最早", 10), Column("推定", 10), Column("最晚", 10), Column("事项"))
_SHOWN = 5


class Part(Struct, frozen=True):
    """One part of the page: labels with texts, and lines below them."""

    name: str
    grade: Grade
    texts: tuple[tuple[str, str], ...]
    below: tuple[str, ...] = ()


def render(health: Health, width: int) -> str:
    """The page in lines of at most ``width`` cells; what is to be looked at is counted last."""
    known = f"，只用 {health.known_on} 及以前印发的通知" if health.known_on else ""
    lines = indented(f"gongkai 体检，{health.as_of}{known}", width, "")
    parts = list(_parts(health, width))
    for part in parts:
        lines += ["", f"{part.name}：{part.grade}", *labelled(part.texts, width), *part.below]
    lines += ["", *indented(_verdict(parts), width, "")]
    return "\n".join(lines) + "\n"


def _parts(health: Health, width: int) -> Iterator[Part]:
    yield _program(health.program)
    yield _notices(health.years, health.next_notice)
    files = health.files
    if files is None:
        words = "这里和上级文件夹中都没有工作区（gongkai.yaml），只看放假通知"
        yield Part("工作区", Grade.FINE, (("说明", words),))
        return
    yield Part("工作区", files.grade, tuple(_files(files)))
    if files.assessment is not None:
        yield _catalogue(files.assessment)
        yield _provisional(list(provisional(files.assessment)), width)
        yield _evidence(files.assessment)
    if health.mail is not None:
        yield Part("提醒邮件", mail_grade(health.mail, health.as_of), tuple(_mail(health)))


def _verdict(parts: Iterable[Part]) -> str:
    found = {
        grade: [part.name for part in parts if part.grade is grade]
        for grade in (Grade.WRONG, Grade.NOTICE)
    }
    said = [
        f"{grade} {len(names)} 项（{'、'.join(names)}）" for grade, names in found.items() if names
    ]
    return "，".join(said) or "全部正常"


def _program(program: Program) -> Part:
    texts = [
        ("版本", f"gongkai {program.version}，Python {program.python}"),
        ("数据", program.data),
        ("编码", program.encoding),
    ]
    if program.speaks_chinese:
        return Part("程序", Grade.FINE, tuple(texts))
    texts.append(("处理", "这个终端的编码不能显示汉字：设环境变量 PYTHONIOENCODING=utf-8 再运行"))
    return Part("程序", Grade.NOTICE, tuple(texts))


def _notices(years: Years, coming: NextNotice) -> Part:
    texts = [("已有", f"随程序：{_runs(years.shipped)}")]
    if years.own:
        own = "、".join(f"{year}年（{file}）" for year, file in years.own)
        texts.append(("", f"工作区自己的：{own}"))
    usual = f"{coming.year}年的通知一般在 {coming.first} 至 {coming.last} 之间印发"
    texts.append(("下一份", usual))
    if coming.grade is not Grade.FINE:
        last = coming.missed - timedelta(days=1)
        latest = f"历年最晚的在{last.month}月{last.day}日印发，"
        late = latest if coming.grade is Grade.WRONG else ""
        how = "如已印发，用 gongkai days import 把通知全文写进工作区"
        texts.append(("处理", f"{late}现在还没有：{how}"))
    return Part("放假通知", coming.grade, tuple(texts))


def _files(files: Files) -> Iterator[tuple[str, str]]:
    yield "位置", files.folder
    assessment = files.assessment
    if assessment is not None:
        catalogue = assessment.catalogue
        yield "目录", f"{catalogue.title}，{catalogue.rows} 个事项"
        yield "台账", f"{len(files.ledger_files)} 个文件，{files.records} 条信息"
    for file, words in _counts(files.problems).items():
        yield "问题", f"{file}：{words}"
    if assessment is None:
        yield "说明", "有文件不能用，没有看台账、暂算的日期和栏目核查；错误逐处列在后面"
    elif files.problems:
        yield "处理", "用 gongkai ledger check 逐处列出"


def _counts(problems: Iterable[Problem]) -> dict[str, str]:
    """How many errors and notes each file has, in words."""
    counts: dict[str, dict[Weight, int]] = {}
    for each in problems:
        of_file = counts.setdefault(each.place.file, {})
        of_file[each.weight] = of_file.get(each.weight, 0) + 1
    words = {Weight.ERROR: "错误", Weight.NOTE: "提示"}
    return {
        file: "，".join(
            f"{words[weight]} {number} 处" for weight, number in sorted(of_file.items())
        )
        for file, of_file in counts.items()
    }


def _catalogue(assessment: Assessment) -> Part:
    period, as_of = assessment.catalogue.period, assessment.as_of
    grade = period_grade(period, as_of)
    words = f"{period.first or '…'} 至 {period.last or '…'}"
    if not period.holds(as_of):
        words += f"，{as_of} 不在其内"
    texts = [("有效期", words)]
    if grade is not Grade.FINE:
        texts.append(("处理", "新的目录印发后，换成新的目录文件；没有新的，确认现在的是否继续有效"))
    return Part("目录有效期", grade, tuple(texts))


def _provisional(found: list[Provisional], width: int) -> Part:
    if not found:
        return Part("暂算的日期", Grade.FINE, (("说明", "没有：今后的到期日都是确定的"),))
    reasons: dict[tuple[str, ...], list[Provisional]] = {}
    for each in found:
        reasons.setdefault(each.deadline.open, []).append(each)
    lines: list[str] = []
    for why, group in reasons.items():
        lines += ["", *indented("；".join(why), width, ""), *heading(_DATES, width)]
        for each in group:
            lines += row(_DATES, _cells(each), width)
    text = f"{len(found)} 个到期日还没有定，按最早的安排，过了最晚的才认定超期"
    return Part("暂算的日期", Grade.NOTICE, (("说明", text),), tuple(lines))


def _cells(each: Provisional) -> tuple[str, str, str, str]:
    dates = each.deadline
    case = each.case
    title = title_of(case) if case.record else f"{case.duty.name} {case.label}"
    words = f"{case.duty.id} {title}（{each.running.clock.wording}）"
    return str(dates.earliest), str(dates.due), str(dates.latest), words


def _evidence(assessment: Assessment) -> Part:
    as_of, valid = assessment.as_of, assessment.settings.evidence_days
    every = list(looks(assessment))
    past = [each for each in every if each.until < as_of]
    soon = [each for each in every if ends_soon(each.until, as_of)]
    unseen = [view.duty.id for view in assessment.columns if view.column is None]
    texts = [("有效", f"{len(every) - len(past)} 个栏目的核查在有效期（{valid} 日）内")]
    for until in sorted({each.until for each in soon}):
        ending = [each for each in soon if each.until == until]
        texts.append(("将过期", f"{until} 以后：{_named(ending)}"))
    if past:
        texts.append(("已过期", _named(past)))
    if unseen:
        texts.append(("没有看", _some(unseen)))
    if not (soon or past or unseen):
        return Part("栏目核查", Grade.FINE, tuple(texts))
    texts.append(("处理", "打开网站看一遍，把核查日期填进台账“栏目”表"))
    return Part("栏目核查", Grade.NOTICE, tuple(texts))


def _mail(health: Health) -> Iterator[tuple[str, str]]:
    mail = health.mail
    assert mail is not None, "only asked where there is one"
    yield "上次", _last_run(mail)
    if is_run_missing(mail, health.as_of):
        yield "处理", "已超过 8 天没有运行：看定时任务还在不在，用 gongkai remind install 重新装"
    if mail.store_problem:
        yield "记录", mail.store_problem
    if mail.server is not None:
        yield "服务器", mail.server.words
    for each in mail.unsent[:_SHOWN]:
        yield "未发出", _delivery(each)
    for each in mail.unknown[:_SHOWN]:
        yield "未知", _delivery(each)
    more = max(len(mail.unsent) - _SHOWN, 0) + max(len(mail.unknown) - _SHOWN, 0)
    if more:
        yield "", f"另有 {more} 个，用 --format json 看全部"
    if mail.without_address:
        yield "没邮箱", f"{_some(list(mail.without_address))}：写进通讯录才能收到提醒"


def _last_run(mail: MailHealth) -> str:
    run = mail.last_run
    if run is None:
        return "还没有运行过 gongkai remind"
    when = "" if run.started.startswith(str(run.day)) else f"{run.day} 的核查，"
    return f"{when}{run.started} 运行，{run.result or '没有结束（中途停了，或正在运行）'}"


def _delivery(each: Delivery) -> str:
    kind = "（汇总）" if each.kind == "summary" else ""
    return f"{each.unit}{kind} {each.address}：{each.reason or '还没有试'}"


def _named(found: Iterable[Look]) -> str:
    return _some([f"{each.duty} {each.column}" for each in found])


def _some(names: list[str]) -> str:
    more = f" 等 {len(names)} 个" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more


def _runs(years: tuple[int, ...]) -> str:
    """Years in words, those in a row as a run.

    >>> _runs((2004, 2005, 2006, 2009))
    '2004年至2006年、2009年'
    """
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "、".join(f"{r[0]}年" if len(r) == 1 else f"{r[0]}年至{r[-1]}年" for r in runs)
