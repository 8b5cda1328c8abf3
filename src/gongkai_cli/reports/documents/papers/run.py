"""What every paper of a run can tell: the body, the day, how much was looked at, by which rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, structs

from ....calendar import Span, WorkCalendar, YearNotAnnounced
from ....model.assessment import Assessment
from ....model.duty import Duty
from ...preface import percent
from .. import Asked
from .form import TimeLimit
from .printed import BLANK_DAY, day
from .words import Vocabulary, Word


class Counted(Struct, frozen=True):
    """Questions and how many of them have an answer."""

    asked: int
    answered: int

    @property
    def words(self) -> str:
        """How much was looked at, and that the rest is not taken for good."""
        if not self.asked:
            return "没有要核查的问题"
        share = percent(self.answered / self.asked)
        said = f"应核查{self.asked}项，已核查{self.answered}项（覆盖率{share}%）"
        left = self.asked - self.answered
        return f"{said}，未能核查{left}项，不作合规看待" if left else said


class Run(Struct, frozen=True, kw_only=True):
    """A run with what is looked up for each of its papers.

    ``limit`` is the 整改时限 of the form, ``until`` the day on which it ends, counted from
    ``today``, which is not counted (民法典第二百零一条).
    """

    assessment: Assessment
    today: date
    duties: Mapping[str, Duty]
    titles: Mapping[str, str]
    questions: Mapping[str, Counted]
    limit: TimeLimit | None = None
    until: Span | None = None

    def coverage(self, duties: Iterable[str]) -> Counted:
        """How much of these duties was looked at."""
        found = [self.questions[each] for each in duties if each in self.questions]
        return Counted(sum(each.asked for each in found), sum(each.answered for each in found))


def begin(asked: Asked, limit: TimeLimit | None = None) -> Run:
    """The run of an assessment; the calendar that it names has counted the 整改时限 as well."""
    assessment, calendar = asked.assessment, asked.calendar
    until = _end(limit, calendar, asked.today)
    if until is not None and calendar is not None:
        assessment = structs.replace(
            assessment,
            calendar_until=calendar.last_notice,
            calendar_local=calendar.local_files,
        )
    answers: defaultdict[str, list[bool]] = defaultdict(list)
    for question in assessment.questions:
        answers[question.duty].append(question.answered)
    records = (case.record for case in assessment.cases if case.record)
    return Run(
        assessment=assessment,
        today=asked.today,
        duties={
            duty.id: duty
            for duty in (
                *assessment.catalogue.duties,
                *(result.duty for result in assessment.duties),
            )
        },
        titles={each.identity: each.title for each in records},
        questions={duty: Counted(len(each), sum(each)) for duty, each in answers.items()},
        limit=limit,
        until=until,
    )


def _end(limit: TimeLimit | None, calendar: WorkCalendar | None, today: date) -> Span | None:
    if limit is None or calendar is None:
        return None
    try:
        return calendar.deadline(today, limit.workdays)
    except YearNotAnnounced:
        return None


def _until(run: Run) -> str:
    """The day by which to rectify; a range where a notice to come decides it."""
    if run.until is None:
        return BLANK_DAY
    if run.until.certain:
        return day(run.until.due)
    span = f"最早{day(run.until.earliest)}、最晚{day(run.until.latest)}"
    return f"{day(run.until.due)}（暂算，放假通知印发后确定，{span}）"


def _limit(run: Run, value: str) -> str:
    return value if run.limit is not None else ""


OF_RUN = Vocabulary(
    words={
        "机关": Word("目录所属的机关", lambda run: run.assessment.catalogue.body),
        "目录": Word("目录的名称", lambda run: run.assessment.catalogue.title),
        "目录文号": Word("印发目录的文号", lambda run: run.assessment.catalogue.source),
        "核查日": Word("核查的日期", lambda run: day(run.assessment.as_of)),
        "成文日期": Word("生成文书的日期", lambda run: day(run.today)),
        "年": Word("生成文书的年份", lambda run: str(run.today.year)),
        "月": Word("生成文书的月份", lambda run: str(run.today.month)),
        "待填日期": Word("空白的年月日，由人填写", lambda run: BLANK_DAY),
        "总覆盖率": Word(
            "全部单位应核查、已核查的项数和比例", lambda run: run.coverage(run.questions).words
        ),
        "整改工作日": Word(
            "整改时限的工作日数（本格式的“整改时限”）",
            lambda run: _limit(run, str(run.limit.workdays)),
        ),
        "整改期限": Word("整改时限届满的日期，自成文日期起算，当日不计入", _until),
        "整改时限推定": Word(
            "整改时限是推定的，写“（推定）”，理由在核查说明中",
            lambda run: _limit(run, "（推定）" if run.limit.assumed else ""),
        ),
    }
)
