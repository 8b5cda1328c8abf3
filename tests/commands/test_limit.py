"""``gongkai limit`` as it is called."""

import json
import os
import subprocess
import sys

import pytest

from gongkai_cli.limits.wording import EXAMPLES

from ..limits.wordings import READ, REFUSED, wanted


def limit(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """A whole run of the command."""
    program = "import sys; from gongkai_cli.commands import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, "limit", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"},
        check=False,
    )


def test_a_wording_is_read_limit_by_limit() -> None:
    done = limit("自信息形成或变更之日起20个工作日内公开，其中行政处罚决定7个工作日内公开")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout == (
        "1. 信息形成或变更之日起20个工作日内\n"
        "  种类    期限，从起算日之后数起，末日当天仍算按时\n"
        "  数量    20个工作日\n"
        "  起算    信息形成或变更\n"
        "2. 行政处罚决定：信息形成或变更之日起7个工作日内\n"
        "  种类    期限，从起算日之后数起，末日当天仍算按时\n"
        "  数量    7个工作日\n"
        "  起算    信息形成或变更\n"
        "  只管    行政处罚决定\n"
        "\n"
        "说明\n"
        "  - 没有另写起算，与前一个时限同日起算\n"
    )


def test_what_is_taken_for_granted_is_said() -> None:
    done = limit("15个工作日")
    assert "没有写明从何时起算，推定自信息形成或变更之日起算" in done.stdout


def test_a_refusal_marks_the_place_below_the_letter() -> None:
    done = limit("20个工作日左右")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        "参数“公开时限”: “20个工作日”后面跟着“左右”，不是多长时间之内（第7个字）\n"
        "    20个工作日左右\n"
        "              ^^\n"
        f"    应为：{EXAMPLES}\n"
    )


def test_the_machine_format_of_one_wording() -> None:
    done = limit("每年1月31日前", "--format", "jsonl")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "limits": [{"kind": "calendar", "by": "01-31", "every": "year"}],
        "notes": [],
        "refused": None,
    }


def test_a_wording_a_line_is_answered_a_line_each() -> None:
    phrases = [case["phrase"] for case in READ if "\n" not in case["phrase"]]
    done = limit("-", "--format", "jsonl", stdin="\n".join(phrases))
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(phrases)
    expected = [wanted(case) for case in READ if "\n" not in case["phrase"]]
    assert [wanted(answer) for answer in answers] == expected
    assert all(answer["refused"] is None for answer in answers)


def test_a_refused_line_is_answered_like_the_rest() -> None:
    done = limit("-", "--format", "jsonl", stdin="动态更新\n\n20个工作日后\n长期公开\n")
    assert done.returncode == 2
    assert done.stderr == ""
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [bool(answer["refused"]) for answer in answers] == [False, True, True, False]
    assert [len(answer["limits"]) for answer in answers] == [1, 0, 0, 1]
    assert answers[1]["refused"] == "没有文字（读到末尾）"


def test_lines_in_the_table_format_stand_below_their_wording() -> None:
    done = limit("-", "--format", "table", stdin="\ufeff动态更新\n20个工作日后\n")
    assert done.returncode == 2
    assert done.stdout.splitlines()[:2] == ["动态更新", "1. 动态更新"]
    assert done.stdout.splitlines()[-1] == "20个工作日后"
    assert done.stderr.startswith("标准输入:2: ")
    assert "（第7个字）" in done.stderr


@pytest.mark.parametrize("case", [case for case in REFUSED if case["phrase"]][::9])
def test_no_refusal_ends_in_a_traceback(case: dict[str, str]) -> None:
    done = limit("--", case["phrase"])
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_help_says_the_exit_codes() -> None:
    shown = limit("--help").stdout
    assert "全部读懂时退出码是 0；有读不懂的是 2" in shown
    assert "读出一条公开时限的含义" in shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_lines_are_answered_as_objects_in_any_encoding_of_a_console(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gongkai_cli", "limit", "-"],
        input="动态更新\n每年1月31日前\n".encode(encoding),
        capture_output=True,
        check=True,
    )
    kinds = [json.loads(line)["limits"][0]["kind"] for line in done.stdout.splitlines()]
    assert kinds == ["dynamic", "calendar"]
