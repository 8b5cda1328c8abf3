"""An assessment made by hand, with everything in it that a report has to show."""

from datetime import date

from gongkai_cli.model.assessment import Assessment, DutyResult, Question
from gongkai_cli.model.basis import Authority, Basis
from gongkai_cli.model.case import Case, ColumnView, Running
from gongkai_cli.model.deadline import Clock, Deadline, Segment
from gongkai_cli.model.duty import Assumption, Catalogue, Duty, PrintedLimit, Responsibility
from gongkai_cli.model.finding import Finding, Severity, State
from gongkai_cli.model.ledger import Column, Record
from gongkai_cli.model.limit import Reading, Within
from gongkai_cli.model.place import Place, Problem, Weight
from gongkai_cli.model.settings import Settings
from gongkai_cli.model.unit import Unit

AS_OF = date(2024, 7, 26)
TWENTY = "相关信息形成或变更之日起20个工作日内"

UNITS = (
    Unit("办公室", aliases=("综合办公室",), children=(Unit("文书科"), Unit("信息科"))),
    Unit("人事科"),
    Unit("法规科", aliases=("法制科",)),
)


def limit_of(wording: str = TWENTY, row: int = 1) -> PrintedLimit:
    reading = Reading((Within(count=20, unit="workday", trigger="formed-or-changed"),))
    return PrintedLimit(wording, reading, Basis(f"附件1第{row}行", Authority.OWN))


def duty_of(id: str, name: str, *units: str, category: str = "组织管理", row: int = 1) -> Duty:
    return Duty(
        id=id,
        category=(category,),
        name=name,
        units=tuple(
            Responsibility(unit, "joint" if number else "lead") for number, unit in enumerate(units)
        ),
        limits=(limit_of(row=row),),
    )


DUTIES = (
    duty_of("A01", "部门文件", "文书科", category="政策文件", row=1),
    duty_of("A02", "工作推进", "信息科", row=2),
    duty_of("A03", "公务员考录", "人事科", category="招考录用", row=3),
    duty_of("A04", "专题展示", "法规科", "信息科", category="行政执法公示", row=4),
    duty_of("A05", "公告公示", row=5),
    duty_of("A06", "领导信息", "人事科", row=6),
)

OWN = Clock(
    key="20wd-formed-or-changed",
    limit=Within(count=20, unit="workday", trigger="formed-or-changed"),
    wording=TWENTY,
    bases=(Basis("附件1第2行", Authority.OWN),),
)
LAW = Clock(
    key="20wd-formed-or-changed",
    limit=Within(count=20, unit="workday", trigger="formed-or-changed"),
    wording=TWENTY,
    bases=(
        Basis("政府信息公开条例第二十六条", Authority.LAW, id="tiaoli-26"),
        Basis("附件1第3行", Authority.OWN),
    ),
)
ASSUMED = Clock(
    key="5wd-determined",
    limit=Within(count=5, unit="workday", trigger="determined"),
    wording="确定之日起5个工作日内",
    bases=(Basis("方案第十四条", Authority.SUPERIOR, assumed="原文只写“同步”"),),
    assumed="原文没有数字，按5个工作日",
)


def deadline_of(trigger: date, due: date, latest: date | None = None) -> Deadline:
    return Deadline(
        trigger=trigger,
        due=due,
        aim=due,
        earliest=due,
        latest=latest or due,
        certain=latest is None,
        open=() if latest is None else ("口径“末日遇休息日”未选定",),
        segments=(Segment(trigger, due, 20, "计时"),),
    )


def record_of(number: str, duty: str, title: str, formed: date, row: int = 5) -> Record:
    return Record(
        number=number,
        duty=duty,
        title=title,
        formed=formed,
        place=Place("台账.xlsx", sheet="信息台账", cell=f"A{row}"),
    )


LATE = deadline_of(date(2024, 6, 27), date(2024, 7, 25))
VERY_LATE = deadline_of(date(2024, 5, 6), date(2024, 6, 3))
OPEN_END = deadline_of(date(2024, 7, 1), date(2024, 7, 26), latest=date(2024, 7, 29))
SOON = deadline_of(date(2024, 7, 3), date(2024, 7, 31))

PLAN = record_of("2024-018", "A02", "2024年政务公开工作方案", date(2024, 6, 27))
EXAM = record_of("2024-007", "A03", "2024年公务员考录公告", date(2024, 5, 6), row=9)
CASES_OF_LAW = record_of("2024-030", "A04", "2024年上半年行政处罚决定", date(2024, 7, 1), row=12)
FILE = record_of("2024-031", "A01", "关于规范窗口服务的通知", date(2024, 7, 3), row=13)
DATELESS = record_of("2024-032", "A06", "任免通知", date(2024, 7, 3), row=14)

CASES = (
    Case(
        duty=DUTIES[1],
        record=PLAN,
        clocks=(Running(clock=OWN, deadline=LATE, workdays_late=1, days_late=1),),
    ),
    Case(
        duty=DUTIES[2],
        record=EXAM,
        clocks=(Running(clock=LAW, deadline=VERY_LATE, workdays_late=38, days_late=53),),
    ),
    Case(
        duty=DUTIES[3],
        record=CASES_OF_LAW,
        clocks=(Running(clock=OWN, deadline=OPEN_END, workdays_left=0),),
    ),
    Case(
        duty=DUTIES[0],
        record=FILE,
        clocks=(
            Running(clock=OWN, deadline=SOON, workdays_left=3),
            Running(clock=ASSUMED, obstacle="没有形成日期，不能确定起算日"),
        ),
    ),
    Case(
        duty=DUTIES[5],
        record=DATELESS,
        clocks=(Running(clock=OWN, obstacle="没有形成日期，不能确定起算日"),),
    ),
    Case(
        duty=DUTIES[0],
        record=record_of("2024-001", "A01", "已经公开的文件", date(2024, 5, 6), row=4),
        clocks=(Running(clock=OWN, deadline=VERY_LATE),),
        done=date(2024, 5, 20),
    ),
    Case(
        duty=DUTIES[0],
        record=record_of("2024-002", "A01", "不公开的文件", date(2024, 5, 6), row=3),
        exempt="公开属性为“不予公开”",
    ),
    Case(
        duty=DUTIES[5],
        occasion="2023年度",
        clocks=(Running(clock=OWN, deadline=VERY_LATE, workdays_late=38, days_late=53),),
        uncovered=True,
    ),
)

COLUMNS = (
    ColumnView(
        duty=DUTIES[1],
        column=Column(
            duty="A02",
            name="工作推进",
            exists=True,
            items=3,
            updated=date(2024, 7, 20),
            checked=date(2024, 7, 22),
            place=Place("台账.xlsx", sheet="栏目", cell="A3"),
        ),
        freshness=Running(clock=ASSUMED, deadline=deadline_of(date(2024, 7, 20), date(2024, 8, 3))),
    ),
)

FINDINGS = (
    Finding(
        code="GK201",
        name="超期未公开",
        severity=Severity.CRITICAL,
        state=State.VERY_LATE,
        message="“2024年公务员考录公告”应于2024-06-03前公开，至今没有公开",
        next_step="立即公开，并在台账“公开日期”一栏登记",
        duty="A03",
        record="2024-007",
        units=("人事科",),
        clock=LAW,
        deadline=VERY_LATE,
        days_late=38,
        calendar_days_late=53,
        place=EXAM.place,
    ),
    Finding(
        code="GK201",
        name="超期未公开",
        severity=Severity.HIGH,
        state=State.LATE,
        message="“2024年政务公开工作方案”应于2024-07-25前公开，至今没有公开",
        next_step="立即公开，并在台账“公开日期”一栏登记",
        duty="A02",
        record="2024-018",
        units=("信息科",),
        clock=OWN,
        deadline=LATE,
        days_late=1,
        calendar_days_late=1,
        place=PLAN.place,
    ),
    Finding(
        code="GK301",
        name="栏目缺失",
        severity=Severity.HIGH,
        state=State.MISSING,
        message="网站上没有这个栏目",
        next_step="建立栏目，公开已有信息",
        duty="A05",
        column="公告公示",
        place=Place("台账.xlsx", sheet="栏目", cell="D6"),
    ),
    Finding(
        code="GK203",
        name="是否超期暂不能定",
        severity=Severity.LOW,
        state=State.UNDECIDED,
        message="到期日在两种算法之间",
        next_step="选定口径“末日遇休息日”",
        duty="A04",
        record="2024-030",
        units=("法规科", "信息科"),
        clock=ASSUMED,
        deadline=OPEN_END,
        place=CASES_OF_LAW.place,
    ),
    Finding(
        code="GK901",
        name="日期次序有误",
        severity=Severity.INFO,
        message="公开日期早于形成日期",
        next_step="核对台账两处日期",
        duty="A01",
        record="2024-031",
        units=("文书科",),
        published=date(2024, 7, 1),
        place=FILE.place,
    ),
)

QUESTIONS = (
    Question(duty="A01", question="栏目是否存在", answered=True),
    Question(duty="A02", question="栏目是否存在", answered=True),
    Question(duty="A03", question="栏目是否存在", answered=False, why="从未核查"),
    Question(duty="A04", question="栏目是否存在", answered=False, why="从未核查"),
    Question(duty="A05", question="栏目是否存在", answered=True),
    Question(duty="A06", question="信息是否按时公开", answered=False, why="没有形成日期"),
)

PROBLEMS = (
    Problem(
        Place("台账.xlsx", sheet="信息台账", cell="F37"),
        "不是日期：“去年”",
        "2024-06-27、2024/6/27、2024.6.27 或 2024年6月27日",
        subject="2024-040",
    ),
    Problem(
        Place("台账.xlsx", sheet="信息台账", cell="E38"),
        "没有“人事处”这个单位",
        "办公室、文书科、信息科、人事科、法规科",
        "人事科",
    ),
    Problem(
        Place("台账.xlsx", sheet="信息台账", cell="A40"),
        "第40行是隐藏行，没有读",
        weight=Weight.NOTE,
    ),
)

CATALOGUE = Catalogue(
    title="2024年示例局主动公开基本目录",
    body="示例局",
    source="示例〔2024〕1号 附件1",
    units=UNITS,
    duties=(
        *DUTIES[:4],
        Duty(
            id="A05",
            category=("公告公示",),
            name="公告公示",
            limits=(limit_of(row=5),),
            assumed=(Assumption("责任单位", "未定", "目录没有写责任单位"),),
        ),
        DUTIES[5],
    ),
    file="catalogue.yaml",
)


def assessment_of(**changes: object) -> Assessment:
    """The sample, with some of its fields set otherwise."""
    fields: dict[str, object] = {
        "as_of": AS_OF,
        "calendar_until": "国办发明电〔2023〕7号（2024年）",
        "calendar_local": ("holidays/2024.yaml",),
        "settings": Settings(chosen=frozenset({"临期天数"})),
        "catalogue": CATALOGUE,
        "duties": tuple(
            DutyResult(duty=duty, state=state)
            for duty, state in zip(
                CATALOGUE.duties,
                (
                    State.DUE_SOON,
                    State.LATE,
                    State.VERY_LATE,
                    State.UNDECIDED,
                    State.MISSING,
                    State.UNCHECKED,
                ),
                strict=True,
            )
        ),
        "questions": QUESTIONS,
        "findings": FINDINGS,
        "cases": CASES,
        "columns": COLUMNS,
        "problems": PROBLEMS,
        "outside": ("2023年度 A06",),
    }
    return Assessment(**{**fields, **changes})  # type: ignore[arg-type]
