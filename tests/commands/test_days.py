"""``gongkai days`` as it is called, on the shipped files and in a workspace."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai_cli.commands.days import app as days_app

OWN_DAY = """\
年份: 2024
通知:
  - 文号: 本地1号
    印发: 2024-01-02
    放假: {三月三: 4月11日}
"""


def gongkai(
    *arguments: str, cwd: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A whole run of the program."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from gongkai_cli.commands import main; sys.exit(main())",
            *arguments,
        ],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **environment},
        check=False,
    )


def said(done: subprocess.CompletedProcess[bytes], code: int = 0) -> str:
    """What was written to stdout, where the run ended with this exit code."""
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return done.stdout.decode()


def workspace(folder: Path, own: str = OWN_DAY, name: str = "2024.yaml") -> Path:
    """A folder that is a workspace as far as counting days goes."""
    (folder / "holidays").mkdir(parents=True)
    (folder / "gongkai.yaml").write_text("目录: catalogue.yaml\n", encoding="utf-8")
    (folder / "holidays" / name).write_text(own, encoding="utf-8")
    return folder


def test_add_says_the_day_first_then_its_proof(tmp_path: Path) -> None:
    lines = said(gongkai("days", "add", "2024-09-13", "20", cwd=tmp_path)).splitlines()
    assert lines[:2] == ["2024-10-17（周四）", ""]
    assert "  放假      2024-10-01 至 2024-10-07  7天     国庆节，国办发明电〔2023〕7号" in lines
    assert lines[-1] == "日历计至：国办发明电〔2023〕7号（2023-10-25印发）"


def test_count_says_the_number_first(tmp_path: Path) -> None:
    text = said(gongkai("days", "count", "2024-06-27", "2024-07-25", cwd=tmp_path))
    assert text.startswith("20 个工作日\n\n")


def test_one_question_for_a_program(tmp_path: Path) -> None:
    added = said(gongkai("days", "add", "2024-06-27", "20", "--format", "jsonl", cwd=tmp_path))
    assert list(json.loads(added).items()) == [
        ("from", "2024-06-27"),
        ("n", 20),
        ("due", "2024-07-25"),
        ("certain", True),
        ("earliest", "2024-07-25"),
        ("latest", "2024-07-25"),
    ]
    asked = ("days", "count", "2024-06-27", "2024-07-25", "--format", "jsonl")
    assert list(json.loads(said(gongkai(*asked, cwd=tmp_path))).items()) == [
        ("after", "2024-06-27"),
        ("until", "2024-07-25"),
        ("workdays", 20),
        ("certain", True),
        ("fewest", 20),
        ("most", 20),
    ]


def test_many_questions_from_stdin(tmp_path: Path) -> None:
    questions = (
        "\ufeff2024-06-27 20\r\nnot a date\n\n2024年9月13日　２０\n2098-12-20 20\n2024-06-27 0\n"
    )
    done = gongkai("days", "add", "-", "--format", "jsonl", cwd=tmp_path, stdin=questions.encode())
    answers = [json.loads(line) for line in said(done, 2).splitlines()]
    assert [answer.get("due") for answer in answers] == [
        "2024-07-25", None, None, "2024-10-17", None, None,
    ]  # fmt: skip
    errors = [answer["error"] for answer in answers if "due" not in answer]
    for error, part in zip(errors, ("not a date", "“”", "2098年", "工作日数是 0"), strict=True):
        assert part in error
    assert all(set(answer) == {"error"} for answer in answers if "due" not in answer)


def test_many_counts_from_stdin(tmp_path: Path) -> None:
    stdin = b"2024-06-27 2024-07-25\n2024-07-25 2024-06-27\n"
    done = gongkai("days", "count", "-", "--format", "jsonl", cwd=tmp_path, stdin=stdin)
    first, second = map(json.loads, said(done, 2).splitlines())
    assert first["workdays"] == 20
    assert "早于" in second["error"]


def test_all_answered_is_exit_code_0(tmp_path: Path) -> None:
    done = gongkai("days", "add", "-", cwd=tmp_path, stdin=b"2024-06-27 20\n2024-06-27 21\n")
    assert said(done).splitlines() == [
        "2024-06-27 20  2024-07-25（周四）",
        "2024-06-27 21  2024-07-26（周五）",
    ]


def test_bytes_that_are_no_text_are_an_error_of_their_line(tmp_path: Path) -> None:
    done = gongkai("days", "add", "-", cwd=tmp_path, stdin=b"\xff\xfe\x80 20\n2024-06-27 20\n")
    assert "2024-07-25" in said(done, 2)
    assert "标准输入:1" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("add", "2024-02-30", "3"), ["没有这一天：“2024-02-30”"]),
        (("add", "24-6-27", "3"), ["年份只有两位", "四位年份"]),
        (("add", "2024-06-27"), ["没有写工作日数", "2024-06-27 20"]),
        (("add", "2024-06-27", "x"), ["不是工作日数：“x”"]),
        (("add", "2024-06-27", "0"), ["工作日数是 0", "不小于 1 的整数"]),
        (("add", "2024-06-27", "99999999999"), ["不是工作日数：“99999999999”"]),
        (("add", "-", "20"), ["从标准输入读时又写了“20”"]),
        (("add", "2098-12-20", "20"), ["没有2098年的放假通知", "holidays/2098.yaml"]),
        (("add", "9999-12-31", "1"), ["没有10000年的放假通知"]),
        (("count", "2024-06-27"), ["没有写止日"]),
        (("count", "2024-07-25", "2024-06-27"), ["早于起日"]),
        (("show", "2026-13"), ["不是年份或月份：“2026-13”"]),
        (("show", "26"), ["不是年份或月份：“26”", "2026 或 2026-02"]),
        (("show", "2099"), ["没有2099年的放假通知"]),
        (("show", "2003-12"), ["没有2003年的放假通知（数据从2004年开始）"]),
        (("verify", "2099"), ["没有2099年的放假通知"]),
        (("add", "2024-06-27", "1", "-w", "没有"), ["没有这个文件夹"]),
    ],
)
def test_what_cannot_be_answered(
    tmp_path: Path, arguments: tuple[str, ...], parts: list[str]
) -> None:
    done = gongkai("days", *arguments, cwd=tmp_path)
    assert said(done, 2) == ""
    for part in parts:
        assert part in done.stderr.decode()


def test_known_on(tmp_path: Path) -> None:
    def due(*more: str) -> str:
        return said(gongkai("days", "add", "2019-04-26", "3", *more, cwd=tmp_path))

    assert due().startswith("2019-04-30")
    before = due("--known-on", "2019-03-21")
    assert before.startswith("2019-05-02")
    assert "只用 2019-03-21 及以前印发的通知" in before


HIDDEN = ("--known-on", "2025-10-31")
LACKING = (
    "截至2025-10-31，2026年放假通知尚未印发（一般在2025年10月25日至12月8日之间印发），"
    "按历年规律推算的区间"
)
INTERVAL = "2026-01-08（周四）  暂算：最早 2026-01-08（周四），最晚 2026-01-09（周五）"


def test_a_count_into_a_year_without_notice_is_an_interval(tmp_path: Path) -> None:
    """Counted with what was known before the notice for 2026; 2026-01-04 was made a working day."""
    asked = ("days", "add", "2025-12-24", "10", *HIDDEN)
    lines = said(gongkai(*asked, cwd=tmp_path)).splitlines()
    assert lines[0] == INTERVAL
    assert "".join(lines[1:3]).startswith(LACKING)
    assert "  法定放假  2026-01-01（周四）        1天     元旦，通知尚未印发" in lines
    assert lines[-1] == "只用 2025-10-31 及以前印发的通知"
    answer = json.loads(said(gongkai(*asked, "--format", "jsonl", cwd=tmp_path)))
    assert answer == {
        "from": "2025-12-24", "n": 10, "due": "2026-01-08", "certain": False,
        "earliest": "2026-01-08", "latest": "2026-01-09", "open": [LACKING],
    }  # fmt: skip
    now = said(gongkai("days", "add", "2025-12-24", "10", cwd=tmp_path))
    assert now.startswith("2026-01-08（周四）\n")


def test_days_counted_in_a_year_without_notice_have_bounds(tmp_path: Path) -> None:
    asked = ("days", "count", "2025-12-24", "2026-01-05", *HIDDEN)
    answer = json.loads(said(gongkai(*asked, "--format", "jsonl", cwd=tmp_path)))
    assert answer["certain"] is False
    assert answer["fewest"] <= 7 <= answer["most"]
    text = said(gongkai(*asked, cwd=tmp_path))
    bounds = f"暂算：最少 {answer['fewest']} 个，最多 {answer['most']} 个"
    assert text.startswith(f"{answer['workdays']} 个工作日  {bounds}\n截至2025-10-31")


def test_an_interval_in_a_line_of_its_own(tmp_path: Path) -> None:
    done = gongkai("days", "add", "-", *HIDDEN, cwd=tmp_path, stdin=b"2025-12-24 10\n")
    assert said(done) == f"2025-12-24 10  {INTERVAL}\n"


def test_a_year_without_notice_for_a_program(tmp_path: Path) -> None:
    asked = ("days", "show", "2026-01", *HIDDEN, "--format", "jsonl")
    days = [json.loads(line) for line in said(gongkai(*asked, cwd=tmp_path)).splitlines()]
    assert len(days) == 31
    works = {day["date"][-2:]: day["works"] for day in days}
    assert (works["01"], works["02"], works["04"], works["07"]) == (False, None, None, True)


def test_a_year_for_a_program(tmp_path: Path) -> None:
    text = said(gongkai("days", "show", "2026", "--format", "jsonl", cwd=tmp_path))
    days = [json.loads(line) for line in text.splitlines()]
    assert len(days) == 365
    assert {tuple(day) for day in days} == {("date", "works", "name", "notice")}
    assert sum(day["works"] for day in days) == 248
    by_date = {day["date"]: day for day in days}
    number = "国办发明电〔2025〕7号"
    assert by_date["2026-02-14"] == {
        "date": "2026-02-14", "works": True, "name": "春节", "notice": number,
    }  # fmt: skip
    assert by_date["2026-10-03"]["works"] is False
    assert by_date["2026-06-24"] == {
        "date": "2026-06-24", "works": True, "name": None, "notice": None,
    }  # fmt: skip
    unknown = said(gongkai("days", "show", "2099-01", "--format", "jsonl", cwd=tmp_path))
    assert {json.loads(line)["works"] for line in unknown.splitlines()} == {None}


def test_show_on_a_gbk_console(tmp_path: Path) -> None:
    done = gongkai("days", "show", "2026", cwd=tmp_path, PYTHONIOENCODING="gbk")
    assert done.returncode == 0
    text = done.stdout.decode("gbk")
    assert "14班 15休" in text
    assert "?" not in text


def test_verify_explains_the_only_difference(tmp_path: Path) -> None:
    text = said(gongkai("days", "verify", cwd=tmp_path))
    assert "2004年至2026年共 8401 天" in text
    assert "一致 8400 天，不一致 1 天，其中没有说明原因的 0 天" in text
    assert "2005-12-31（周六）本工具上班，chinese-calendar 休息" in text
    assert "各年通知放假与调休的天数都与法定节假日天数相符" in text


def test_the_workspace_is_found_and_its_days_count(tmp_path: Path) -> None:
    inside = workspace(tmp_path / "甲") / "台账"
    inside.mkdir()
    elsewhere = tmp_path / "乙"
    elsewhere.mkdir()
    answer = said(gongkai("days", "add", "2024-04-10", "1", cwd=inside))
    assert answer.startswith("2024-04-12")
    assert "三月三，本地1号，见 holidays/2024.yaml" in answer
    assert said(gongkai("days", "add", "2024-04-10", "1", cwd=elsewhere)).startswith("2024-04-11")
    by_option = gongkai("days", "add", "2024-04-10", "1", "-w", str(tmp_path / "甲"), cwd=elsewhere)
    assert said(by_option) == answer


def test_verify_explains_own_days_and_finds_a_slip(tmp_path: Path) -> None:
    own = workspace(tmp_path / "甲")
    text = said(gongkai("days", "verify", "2024", cwd=own))
    assert "2024-04-11（周四）本工具休息，chinese-calendar 上班" in text
    assert "原因：工作区 holidays/2024.yaml 的安排" in text
    slip = "年份: 2099\n通知:\n  - {文号: 甲, 印发: 2098-11-20, 放假: {元旦: 1月1日至3日}}\n"
    slipped = workspace(tmp_path / "乙", slip, "2099.yaml")
    text = said(gongkai("days", "verify", cwd=slipped, COLUMNS="200"), 1)
    assert "2099年：chinese-calendar 没有这一年，不能逐日核对" in text
    assert "放假的周一至周五减去调休上班的日子是 2 天，法定节假日是 13 天" in text


def test_a_broken_own_file_stops_with_all_its_problems(tmp_path: Path) -> None:
    own = workspace(tmp_path / "甲", OWN_DAY.replace("4月11日", "4月31日").replace("印发", "印法"))
    done = gongkai("days", "add", "2025-06-27", "1", cwd=own)
    assert said(done, 2) == ""
    for part in ("2024.yaml:4:5: 不认识的键“印法”", "缺少“印发”", "没有这一天：“4月31日”"):
        assert part in done.stderr.decode()


def test_help_of_the_group_is_its_line_among_the_commands() -> None:
    from typer.main import get_command

    from gongkai_cli.commands import COMMANDS

    help = get_command(days_app).help
    assert help is not None
    assert help.splitlines()[0] == COMMANDS["days"]
