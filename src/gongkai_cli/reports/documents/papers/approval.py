"""What an approval form can tell of a record: what the ledger has, nothing that people decide.

Persons, opinions and signatures are no words of it, so that no form can have them filled in.
"""

from collections.abc import Callable

from msgspec import Struct

from ....model.duty import Duty
from ....model.ledger import Record
from .printed import day
from .rendering import Papers, Subject
from .run import Run
from .words import Vocabulary, Word

_CHOICES = ("主动公开", "依申请公开", "不予公开")
_LEVELS = "--"
"""Between the levels of a place on the site, as the form prints it."""


class Approval(Struct, frozen=True, kw_only=True):
    """A record with its duty; both ``None`` for an empty form.

    ``column`` is the duty in whose column it is published, ``None`` where it is not.
    """

    record: Record | None
    duty: Duty | None
    column: Duty | None

    @property
    def levels(self) -> tuple[str, ...]:
        """Where it goes on the site, top first: the category and the name of the column's duty."""
        column = self.column
        return tuple(dict.fromkeys((*column.category, column.name))) if column else ()

    @property
    def units(self) -> tuple[str, ...]:
        """Who drafts it: the units of the record, else those of its duty."""
        return (self.record.units if self.record else ()) or (
            self.duty.unit_names if self.duty else ()
        )


def approval(run: Run, record: Record | None) -> Papers:
    """The one paper about a record."""
    duty = run.duties.get(record.duty or "") if record else None
    column = duty if duty and duty.kind == "publish" else None
    if column is not None and column.appears_in is not None:
        column = run.duties.get(column.appears_in)
    paper = Approval(record=record, duty=duty, column=column)
    return Papers(subjects=[Subject(name=record.identity if record else "", thing=paper)])


def _of_record(value: Callable[[Record], str | None]) -> Callable[[Approval], str]:
    def read(paper: Approval) -> str:
        return (value(paper.record) or "") if paper.record is not None else ""

    return read


def _of_duty(value: Callable[[Duty], str]) -> Callable[[Approval], str]:
    def read(paper: Approval) -> str:
        return value(paper.duty) if paper.duty is not None else ""

    return read


def _openness(record: Record) -> str:
    """The three attributes to tick, with that of the ledger ticked."""
    return "　".join(f"（{'√' if each == record.openness else '　'}）{each}" for each in _CHOICES)


OF_RECORD = Vocabulary(
    words={
        "标题": Word("台账登记的标题", _of_record(lambda record: record.title)),
        "编号": Word("台账登记的编号", _of_record(lambda record: record.number)),
        "文号": Word("台账登记的文号", _of_record(lambda record: record.document_number)),
        "形成日期": Word("台账登记的形成日期", _of_record(lambda record: day(record.formed))),
        "公开属性": Word("台账登记的公开属性", _of_record(lambda record: record.openness)),
        "公开属性勾选": Word("三种公开属性，在台账登记的一种前打√", _of_record(_openness)),
        "公开地址": Word("台账登记的公开地址", _of_record(lambda record: record.url)),
        "公开日期": Word("台账登记的公开日期", _of_record(lambda record: day(record.published))),
        "备注": Word("台账登记的备注", _of_record(lambda record: record.remark)),
        "责任单位": Word(
            "台账登记的责任单位；没有登记的按目录", lambda paper: "、".join(paper.units)
        ),
        "事项": Word("事项的类别和名称", _of_duty(lambda duty: duty.title)),
        "事项编号": Word("事项的编号", _of_duty(lambda duty: duty.id)),
        "公开内容": Word("目录规定的公开内容", _of_duty(lambda duty: duty.content)),
        "公开时限": Word(
            "目录规定的时限原文",
            _of_duty(lambda duty: "；".join(limit.wording for limit in duty.limits)),
        ),
        "栏目一级": Word("拟上网位置的第一级：事项的类别", lambda paper: "".join(paper.levels[:1])),
        "栏目二级": Word("拟上网位置的第二级", lambda paper: "".join(paper.levels[1:2])),
        "栏目三级": Word(
            "拟上网位置的第三级及以下，用“--”连接", lambda paper: _LEVELS.join(paper.levels[2:])
        ),
    }
)
