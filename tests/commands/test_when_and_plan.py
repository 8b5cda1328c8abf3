"""``gongkai when`` and ``gongkai plan`` as whole commands."""

import json
from pathlib import Path

import pytest

from gongkai_cli.commands import main
from gongkai_cli.data_files import data_folder

from .workspaces import CONFIG, TWENTY, workspace

Said = pytest.CaptureFixture[str]
EXAMPLE = str(data_folder() / "examples" / "yanzhou")
FOLLOWING = f"""\
  - 编号: A04
    类别: [政策解读]
    名称: 解读材料
    公开内容: 解读
    责任单位: [信息科]
    公开时限: 文件公布后3个工作日内
    对象: A01
    出处: 附件1第4行
  - 编号: A05
    类别: [年报]
    名称: 政府信息公开年报
    公开内容: 年报
    责任单位: [信息科]
    公开时限: 每年1月31日前
    出处: 附件1第5行
  - 编号: A06
    类别: [互动]
    名称: 回应
    性质: 内部
    责任单位: [信息科]
    公开时限: 及时
    出处: 附件1第6行
  - 编号: A07
    类别: [组织管理]
    名称: 回应
    公开内容: 回应
    责任单位: [信息科]
    公开时限: {TWENTY}
    出处: 附件1第7行
"""
STEPS = """\
流程:
  - {步骤: 起草, 工作日: 12}
  - {步骤: 审核, 工作日: 7}
  - {步骤: 上网, 工作日: 1}
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    made = workspace(tmp_path / "w", config=CONFIG + STEPS)
    with (made / "catalogue.yaml").open("a", encoding="utf-8") as file:
        file.write(FOLLOWING)
    return str(made)


def run(capsys: Said, *arguments: str, code: int = 0) -> str:
    assert main(list(arguments)) == code
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert not (said.err if code == 0 else said.out)
    return said.out if code == 0 else said.err


def dates(capsys: Said, *arguments: str) -> list[tuple[str, str, str]]:
    document = json.loads(run(capsys, *arguments, "--format", "json"))
    return [(each["role"], each["duty"]["id"], each["due"]) for each in document["dates"]]


def test_when_needs_nothing_in_the_ledger(folder: str, capsys: Said) -> None:
    for path in (Path(folder) / "台账").iterdir():
        path.unlink()
    assert dates(capsys, "when", "A01", "2024-06-27", "-w", folder) == [
        ("own", "A01", "2024-07-25"),
        ("following", "A04", "2024-07-30"),
    ]


@pytest.mark.parametrize("name", ["A02", "a02", "工作推进", "组织管理/工作推进", "Ａ０２"])
def test_a_duty_is_called_as_in_the_ledger(folder: str, capsys: Said, name: str) -> None:
    out = run(capsys, "when", name, "2024年6月27日", "-w", folder)
    assert out.startswith("A02 组织管理/工作推进\n")
    assert "\n2024-07-25  2024-07-25  确定  公开 A02 组织管理/工作推进\n" in out


def test_the_yearly_date_is_the_next_one(folder: str, capsys: Said) -> None:
    for trigger, due in (("2026-01-31", "2026-01-31"), ("2026-02-01", "2027-01-31")):
        assert dates(capsys, "when", "A05", trigger, "-w", folder) == [("occasion", "A05", due)]


def test_the_basis_and_what_was_known_decide(folder: str, capsys: Said) -> None:
    exam = ("when", "A03", "2025-12-20", "-w", folder)
    assert [due for _, _, due in dates(capsys, *exam)] == ["2026-01-19", "2026-01-20"]
    assert [due for *_, due in dates(capsys, *exam, "--basis", "law")] == ["2026-01-19"]
    out = run(capsys, *exam, "--known-on", "2025-11-01")
    assert "暂算" in out
    assert "只用 2025-11-01 及以前印发的通知" in out


def test_a_plan_of_the_steps_in_the_configuration(folder: str, capsys: Said) -> None:
    plan = json.loads(run(capsys, "plan", "A02", "2024-06-27", "-w", folder, "--format", "json"))
    assert [(each["name"], each["first"], each["last"]) for each in plan["steps"]] == [
        ("起草", "2024-06-28", "2024-07-15"),
        ("审核", "2024-07-16", "2024-07-24"),
        ("上网", "2024-07-25", "2024-07-25"),
    ]
    assert plan["workdays_lacking"] == 0
    assert "推定（" not in run(capsys, "plan", "A02", "2024-06-27", "-w", folder)


def test_usual_steps_are_marked_as_assumed_with_the_reason(capsys: Said) -> None:
    out = run(capsys, "plan", "A19", "2024-06-27", "-w", EXAMPLE)
    steps = [line for line in out.splitlines() if line[:4].isdigit()]
    assert steps
    assert all("（推定）" in line for line in steps)
    assert "工作日数：没有写明各步要几天" in out


def test_a_plan_reaches_into_a_year_without_notice(capsys: Said) -> None:
    out = run(capsys, "plan", "A19", "2026-12-24", "-w", EXAMPLE)
    assert "（暂算），当日完成为按时" in out
    assert "2027年放假通知尚未印发" in out


@pytest.mark.parametrize("command", ["when", "plan"])
@pytest.mark.parametrize(
    ("name", "trigger", "said"),
    [
        ("A20", "2024-06-27", "目录中没有事项“A20”"),
        ("公务员录用", "2024-06-27", "最接近：A03 招考录用/公务员考录"),
        ("回应", "2024-06-27", "目录中有2个事项叫“回应”"),
        ("A01", "2024-02-30", "没有这一天：“2024-02-30”"),
        ("A01", "24-6-27", "年份只有两位"),
        ("A01", "9999-12-31", "1949年至2149年的日期"),
        ("A01", "0001-01-01", "1949年至2149年的日期"),
    ],
)
def test_what_is_asked_wrongly(
    folder: str, capsys: Said, command: str, name: str, trigger: str, said: str
) -> None:
    assert said in run(capsys, command, name, trigger, "-w", folder, code=2)


def test_a_duty_without_a_date_is_said_to_have_none(folder: str, capsys: Said) -> None:
    out = run(capsys, "when", "A06", "2024-06-27", "-w", folder)
    assert "由此产生的日期 0 项" in out
    assert "没有可以数的天数" in out
    err = run(capsys, "plan", "A06", "2024-06-27", "-w", folder, code=2)
    assert "“互动/回应”没有可以倒排的到期日（及时：读作“及时" in err


def test_steps_that_fit_just_within_the_notices_that_ship(folder: str, capsys: Said) -> None:
    out = run(capsys, "plan", "A02", "2003-12-31", "-w", folder)
    assert "时间够：最晚 2004-01-02（周五）开始“起草”" in out
    path = Path(folder) / "gongkai.yaml"
    path.write_text(CONFIG + STEPS.replace("12", "13"), encoding="utf-8")
    err = run(capsys, "plan", "A02", "2003-12-31", "-w", folder, code=2)
    assert "倒排到了不能计算的年份：没有2003年的放假通知" in err


@pytest.mark.parametrize("trigger", ["1949-01-01", "2003-12-30", "2041-01-01", "2149-12-31"])
def test_a_year_that_nothing_is_known_of_has_no_date_and_no_traceback(
    folder: str, capsys: Said, trigger: str
) -> None:
    assert "由此产生的日期 0 项" in run(capsys, "when", "A01", trigger, "-w", folder)
    run(capsys, "plan", "A01", trigger, "-w", folder, code=2)


def test_a_wrong_step_stops_everything(folder: str, capsys: Said) -> None:
    path = Path(folder) / "gongkai.yaml"
    path.write_text(CONFIG + "流程: [{步骤: 起草}]\n", encoding="utf-8")
    assert "gongkai.yaml:4:6: 缺少“工作日”" in run(
        capsys, "plan", "A02", "2024-06-27", "-w", folder, code=2
    )


@pytest.mark.parametrize("name", ["when", "plan"])
def test_the_schema_of_each_format_can_be_had(capsys: Said, name: str) -> None:
    assert json.loads(run(capsys, "schema", name))["$id"] == f"gongkai/{name}/1"
