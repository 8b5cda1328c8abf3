"""The frame of the command line: lazy, in Chinese, and never a traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.main import get_command

from gongkai_cli import __version__
from gongkai_cli.commands import COMMANDS, main
from gongkai_cli.commands.shell import lazy_app, run

from .toys import LINES

ROOT = Path(__file__).parents[2]
PRESENT = [name for name in COMMANDS if (ROOT / f"src/gongkai_cli/commands/{name}.py").is_file()]
TOYS = "tests.commands.toys"


def toy(*arguments: str) -> int:
    return run(lazy_app(TOYS, LINES), arguments)


def english(text: str, *said: str) -> set[str]:
    """English words in a text that are neither names of options nor what the user said."""
    for each in said:
        text = text.replace(each, "")
    text = re.sub(r"--?[a-z][a-z-]*|\[选项\]", "", text)
    return set(re.findall(r"[A-Za-z]{2,}", text))


@pytest.mark.parametrize("name", PRESENT)
def test_the_help_of_a_command_begins_with_its_line_in_the_table(name: str) -> None:
    module = __import__(f"gongkai_cli.commands.{name}", fromlist=["app"])
    help = get_command(module.app).help
    assert help is not None
    assert help.strip().splitlines()[0] == COMMANDS[name]


def test_every_command_is_there() -> None:
    assert set(PRESENT) == set(COMMANDS)


def test_the_lines_of_the_table_are_short() -> None:
    assert all(cell_len(line) <= 60 for line in COMMANDS.values())


def test_help_lists_the_commands_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "用法：gongkai [选项] 命令 …"
    assert [line.split()[0] for line in lines[lines.index("命令：") + 1 :]] == list(COMMANDS)
    assert english("\n".join(lines), "gongkai", *COMMANDS) == {"JSON", "Schema"}


def test_help_of_options_is_lined_up_by_cells(capsys: pytest.CaptureFixture[str]) -> None:
    assert toy("toy", "--help") == 0
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if line.startswith("  --")]
    starts = {len(re.split(r" {2,}", line.strip())[0]) for line in lines}
    assert len(starts) > 1
    columns = {
        cell_len(line) - cell_len(line[re.match(r"  \S.*? {2,}(?=\S)", line).end() :])  # type: ignore[union-attr]
        for line in lines
        if re.match(r"  \S.*? {2,}(?=\S)", line)
    }
    assert len(columns) == 1
    assert "[默认：红]" in out
    assert "[必填]" in out


def test_called_without_anything_it_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().out.startswith("用法：gongkai")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"gongkai {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tou"], ["命令行: 没有“tou”这个命令", "应为：toy、fails、pair、gone", "最接近：toy"]),
        (["it's"], ["没有“it's”这个命令"]),
        (["--vrsion"], ["没有“--vrsion”这个选项", "最接近：--version"]),
        (["pair"], ["缺少命令", "应为：first、second"]),
        (["pair", "frst"], ["没有“frst”这个命令", "最接近：first"]),
        (["toy"], ["参数“日期”: 没有填写"]),
        (["toy", "2024-06-27"], ["--needed: 没有填写"]),
        (["toy", "24-6-27", "--needed", "1"], ["参数“日期”: 年份只有两位：“24-6-27”"]),
        (["toy", "2024-02-30", "--needed", "1"], ["没有这一天：“2024-02-30”"]),
        (["toy", "1", "2", "--needed", "1"], ["“1”"]),
        (["toy", "2024-06-27", "甲", "乙", "--needed", "1"], ["多出“甲 乙”"]),
        (["toy", "--as-of", "昨天"], ["--as-of: 不是日期：“昨天”", "应为：2024-06-27"]),
        (["toy", "--as-of"], ["选项 --as-of 后面没有值"]),
        (["toy", "--pair", "1"], ["选项 --pair 后面的值不够", "应为：2 个值"]),
        (["toy", "--pair", "1", "x"], ["--pair: “x”不是整数"]),
        (["toy", "--flag=1"], ["选项 --flag 后面不能有值"]),
        (["toy", "--count", "x"], ["--count: “x”不是整数"]),
        (["toy", "--count", "12"], ["--count: 12 不在范围内", "应为：1 至 9"]),
        (["toy", "--share", "x"], ["--share: “x”不是数"]),
        (["toy", "--colour", "绿"], ["--colour: 没有“绿”这个值", "应为：红、蓝"]),
        (["toy", "--file", "无"], ["--file: 没有“无”这个文件或文件夹"]),
        (["toy", "--file", "/"], ["--file: “/”是文件夹", "应为：文件"]),
        (["toy", "--basis", "strct"], ["--basis: 没有“strct”这个值", "最接近：strict"]),
        (["toy", "--format", "xml"], ["--format: 没有“xml”这种格式", "应为：table、json、csv"]),
        (["toy", "-x"], ["没有“-x”这个选项"]),
        (["toy", "-15"], ["有以“-1”开头的内容，被当成了选项", "应为：不带减号的数"]),
    ],
)
def test_wrong_usage_is_said_in_chinese_with_exit_code_2(
    arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert toy(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    for each in words:
        assert each in said.err
    assert "    应为：" in said.err
    names = ("gongkai", *LINES, "first", "second", "strict", "catalogue", "law")
    formats = ("table", "json", "csv")
    assert english(said.err, *arguments, *names, *formats) == set()


def test_values_reach_the_command_and_its_code_comes_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = toy(
        *("toy", "2024年6月27日", "--needed", "1", "--basis", "law", "--format", "JSON"),
        *("--as-of", "２０２４/７/１", "--count", "2"),
    )
    assert code == 3
    assert capsys.readouterr().out == "2024-06-27 2 法律 json 2024-07-01\n"


def test_a_mistake_of_ours_is_called_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert toy("fails", "mistake") == 4
    err = capsys.readouterr().err
    assert "这是程序的错误，不是您填写的数据的错误" in err
    assert f"gongkai {__version__} KeyError tests.commands.toys.fails:" in err
    assert "Traceback" not in err


def test_a_holiday_file_found_wrong_while_counting_is_wrong_input(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert toy("fails", "holidays") == 2
    assert capsys.readouterr().err.startswith("holidays/2027.yaml:4: 没有这一天\n")


def test_a_command_without_a_file_is_a_mistake_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert toy("gone") == 4
    assert toy("--help") == 0
    assert "没有文件" in capsys.readouterr().out


def test_a_developer_sees_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_DEBUG", "1")
    with pytest.raises(KeyError):
        toy("fails", "mistake")


def test_an_interrupt_is_said_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert toy("fails", "interrupt") == 130
    assert capsys.readouterr().err == "已中断。\n"


def test_a_file_that_cannot_be_read_is_wrong_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert toy("fails", "file") == 2
    assert capsys.readouterr().err == (
        "没有的文件夹/文件: 没有这个文件或文件夹\n    应为：已有的文件或文件夹\n"
    )


def test_stop_says_everything_in_the_one_layout(capsys: pytest.CaptureFixture[str]) -> None:
    assert toy("fails", "stop") == 2
    assert capsys.readouterr().err == (
        "命令行: 一句话\n\na.yaml:3: 两件事\n    应为：甲、乙\n    最接近：甲\n\n"
        "错误 2 处：命令行 1 处，a.yaml 1 处\n"
    )


def started(*arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    """The toys as a process of their own."""
    program = (
        "import sys; from gongkai_cli.commands.shell import lazy_app, run;"
        f"from {TOYS} import LINES; sys.exit(run(lazy_app({TOYS!r}, LINES), sys.argv[1:]))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


def test_a_reader_that_goes_away_ends_the_program_quietly() -> None:
    process = started("fails", "flood", PYTHONIOENCODING="utf-8")
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().decode() == "第0行\n"
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == b""


def test_a_gbk_console_loses_single_characters_and_not_the_report() -> None:
    out, err = started("fails", "unusual", PYTHONIOENCODING="gbk").communicate(timeout=60)
    assert out.decode("gbk") == "生僻字：?、?、?\n"
    assert err == b""


def test_shells_can_complete_commands_and_options() -> None:
    def completed(words: str, position: int) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "gongkai_cli"],
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "_GONGKAI_COMPLETE": "complete_bash",
                "COMP_WORDS": words,
                "COMP_CWORD": str(position),
            },
        )
        return done.stdout.split()

    assert completed("gongkai du", 1) == ["due"]
    assert completed("gongkai check --fo", 2) == ["--format"]
