"""What is said where, and what a terminal is taken to be."""

import errno
import io
import os
import sys
from datetime import date

import pytest
import typer

from gongkai_cli.commands import console
from gongkai_cli.commands.request import BadValue, one_of, read_day_argument, today
from gongkai_cli.commands.selection import chosen_units, only
from gongkai_cli.model.place import Place, Problem

from ..reports.samples import CATALOGUE, assessment_of


@pytest.mark.parametrize(
    ("columns", "width"), [("140", 140), ("60", 60), ("20", 60), ("0", 80), ("", 80), ("x", 80)]
)
def test_the_width_is_that_of_the_terminal_but_never_too_narrow_for_a_table(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "__stdout__", io.StringIO())
    assert console.width() == width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "environment", "colour"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="a Windows console has rules of its own")
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], colour: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.in_colour() is colour


def test_results_and_messages_go_different_ways(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("结果")
    console.warn("消息")
    assert capsys.readouterr() == ("结果\n", "消息\n")


def test_a_result_ends_with_one_line_end(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("一行\n")
    assert capsys.readouterr().out == "一行\n"


def test_data_for_programs_is_utf_8_whatever_the_console_speaks(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="gbk"))
    console.say_data("𠮷\ud800\n")
    assert written.getvalue().decode() == "𠮷?\n"


def test_files_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="gbk"))
    console.say("先")
    console.say_bytes(b"\xef\xbb\xbf\r\n")
    assert written.getvalue() == "先\n".encode("gbk") + b"\xef\xbb\xbf\r\n"


def test_stop_ends_with_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as stopped:
        console.stop_at("a.xlsx", PermissionError(errno.EACCES, ""))
    assert stopped.value.exit_code == 2
    assert capsys.readouterr().err == (
        "a.xlsx: 没有权限，或正被 Excel、WPS 等程序占用\n    应为：关闭打开它的程序，或换一个位置\n"
    )


def test_nothing_to_complain_about_is_not_said(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain([])
    assert capsys.readouterr().err == ""
    console.complain([Problem(Place("a"), "错")])
    assert capsys.readouterr().err == "a: 错\n"


def test_today_is_that_of_beijing(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import datetime, timedelta, timezone

    monkeypatch.delenv("GONGKAI_TODAY", raising=False)
    before = datetime.now(timezone(timedelta(hours=8))).date()
    found = today()
    assert before <= found <= datetime.now(timezone(timedelta(hours=8))).date()
    monkeypatch.setenv("GONGKAI_TODAY", " 2024年7月25日 ")
    assert today() == date(2024, 7, 25)


def test_a_day_on_the_command_line() -> None:
    assert read_day_argument("2024.6.27") == date(2024, 6, 27)
    with pytest.raises(BadValue, match="没有这一天") as refused:
        read_day_argument("2024-06-31")
    assert refused.value.accepted


def test_a_value_has_a_chinese_and_an_ascii_spelling() -> None:
    read = one_of({"高": "high", "低": "low"})
    assert [read(text) for text in ("高", "HIGH", " low ")] == ["高", "高", "低"]
    with pytest.raises(BadValue) as refused:
        read("hgih")
    assert refused.value.nearest == "high"


def test_units_are_meant_by_name_alias_or_parent() -> None:
    assert chosen_units(CATALOGUE, None) == frozenset()
    assert chosen_units(CATALOGUE, ["法制科"]) == {"法规科"}
    assert chosen_units(CATALOGUE, ["办公室信息科", "人事科"]) == {"信息科", "人事科"}
    assert chosen_units(CATALOGUE, ["综合办公室"]) == {"办公室", "文书科", "信息科"}


def test_an_assessment_of_some_units_is_about_them_alone() -> None:
    whole = assessment_of()
    ours = only(whole, frozenset({"人事科"}))
    assert [each.duty.id for each in ours.duties] == ["A03", "A06"]
    assert {each.duty for each in ours.questions} == {"A03", "A06"}
    assert [each.record for each in ours.findings] == ["2024-007"]
    assert {each.duty.id for each in ours.cases} == {"A03", "A06"}
    assert ours.columns == ()
    assert ours.problems == whole.problems
    assert only(whole, frozenset()) is whole


def test_a_shared_finding_is_seen_by_each_of_its_units() -> None:
    for unit in ("法规科", "信息科"):
        assert "GK203" in {each.code for each in only(assessment_of(), frozenset({unit})).findings}
