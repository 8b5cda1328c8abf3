"""``gongkai explain``: every kind of target, and one that is none."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from gongkai_cli.checks import ALL
from gongkai_cli.checks.catalogue_rules import RULES
from gongkai_cli.commands import main
from gongkai_cli.model.settings import SETTINGS

from .workspaces import ALL_SEEN, PLAN, workspace

Said = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    exam = "2024-020,A03,考录公告,,人事科,2024-06-27,"
    wrong = "2024-021,公务员录用,录用通知,,人事科,2024-06-27,"
    future = "2024-022,A01,以后的通知,,文书科,2024-09-01,"
    return workspace(tmp_path / "w", (PLAN, exam, wrong, future), ALL_SEEN)


def explain(folder: Path, target: str, capsys: Said, code: int = 0) -> str:
    assert main(["explain", target, "-w", str(folder), "--as-of", "2024-07-26"]) == code
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return said.out if code == 0 else said.err


@pytest.mark.parametrize("check", [*RULES, *ALL], ids=lambda check: check.CODE)
def test_a_code_shows_the_page_of_its_check_without_a_workspace(
    check: object, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code = str(check.CODE)  # type: ignore[attr-defined]
    assert main(["explain", code.lower()]) == 0
    out = capsys.readouterr().out
    name = (check.__doc__ or "").split("\n")[0]
    assert out.startswith(f"{code} {name}")
    assert "  依据    " in out
    assert all(cell_len(line) <= 80 for line in out.splitlines())


def test_an_unknown_code(capsys: Said) -> None:
    assert main(["explain", "GK20"]) == 2
    assert "没有“GK20”这个代码" in capsys.readouterr().err


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_a_setting_says_what_it_decides_and_on_what_it_rests(
    row: object, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", row.name]) == 0  # type: ignore[attr-defined]
    out = capsys.readouterr().out
    assert f"口径“{row.name}”" in out  # type: ignore[attr-defined]
    assert f"  默认    {row.default}" in out  # type: ignore[attr-defined]


def test_all_settings_at_once(capsys: Said) -> None:
    assert main(["explain", "口径"]) == 0
    assert capsys.readouterr().out.count("口径“") == len(SETTINGS)


@pytest.mark.parametrize("target", ["A02", "a02", "工作推进", "组织管理/工作推进", "Ａ０２"])
def test_a_duty_by_id_or_name(folder: Path, capsys: Said, target: str) -> None:
    out = explain(folder, target, capsys)
    assert out.startswith("A02 组织管理/工作推进\n")
    assert "  单位    信息科（" in out
    assert "时限  相关信息形成或变更之日起20个工作日内" in out
    assert "政府信息公开条例第二十六条（法律法规）" in out
    assert "2024-07-25              2024年工作方案" in out


@pytest.mark.parametrize("target", ["2024-018", "示例〔2024〕1号", "2024年工作方案"])
def test_a_record_is_counted_day_by_day(folder: Path, capsys: Said, target: str) -> None:
    lines = explain(folder, target, capsys).splitlines()
    assert "  起算    2024-06-27（周四），当日不计入" in lines
    assert "1       2024-06-28  周五" in lines
    assert "        2024-06-29  周六  周末" in lines
    assert "20      2024-07-25  周四  到期日" in lines
    assert "  结论    截至 2024-07-26 没有完成，超期 1工作日/1日（违法超期）" in lines


def test_the_numbered_days_are_as_many_as_the_limit_says(folder: Path, capsys: Said) -> None:
    lines = explain(folder, "考录公告", capsys).splitlines()
    numbers = [line.split()[0] for line in lines if line[:1].isdigit()]
    assert [number for number in numbers if number.isdigit()] == [
        *(str(n) for n in range(1, 22)),
        *(str(n) for n in range(1, 21)),
    ]


def test_the_articles_are_quoted(folder: Path, capsys: Said) -> None:
    assert "  条文    “属于主动公开范围的政府信息" in explain(folder, "2024-018", capsys)


def test_the_notices_of_the_years_are_named(folder: Path, capsys: Said) -> None:
    out = explain(folder, "2024-018", capsys)
    assert "  日历    2024年：国办发明电〔2023〕7号（2023-10-25印发）\n" in out


def test_a_finding_by_its_id(folder: Path, capsys: Said) -> None:
    out = explain(folder, "GK201/A02/2024-018/20wd-formed-or-changed", capsys)
    assert out.startswith("GK201 超期未公开（")
    assert "20      2024-07-25  周四  到期日" in out


def test_a_row_of_no_duty_says_why_it_was_not_judged(folder: Path, capsys: Said) -> None:
    out = explain(folder, "2024-021", capsys)
    assert "目录中没有“公务员录用”这个事项" in out


def test_a_row_of_the_future_says_why_it_was_not_judged(folder: Path, capsys: Said) -> None:
    out = explain(folder, "2024-022", capsys)
    assert "形成日期 2024-09-01 在核查日 2024-07-26 之后" in out


def test_nothing_of_that_name(folder: Path, capsys: Said) -> None:
    err = explain(folder, "2024-0188", capsys, code=2)
    assert "没有找到“2024-0188”" in err
    assert "最接近：2024-018" in err


def test_make_up_days_and_holidays_are_named(tmp_path: Path, capsys: Said) -> None:
    record = "2024-040,A01,节前的通知,,文书科,2024-09-10,"
    folder = workspace(tmp_path / "w", (record,), ALL_SEEN)
    main(["explain", "2024-040", "-w", str(folder), "--as-of", "2024-10-31"])
    out = capsys.readouterr().out
    assert "        2024-10-01  周二  国庆节放假（国办发明电〔2023〕7号）" in out
    assert "4       2024-09-14  周六  中秋节调休上班（国办发明电〔2023〕7号）" in out


def test_the_count_is_drawn_before_it_is_listed(folder: Path, capsys: Said) -> None:
    lines = explain(folder, "2024-018", capsys).splitlines()
    months = lines.index("  2024年6月                            2024年7月")
    assert lines[months + 2].startswith("                  27起 28   29   30")
    assert lines[months + 8].rstrip().endswith("22   23   24   25到")
    assert lines[months + 9].split() == ["(17)", "(18)", "(19)", "(20)"]
    assert months < lines.index("第几日  日期        星期  说明")


def test_an_open_interval_is_drawn_with_both_ends(tmp_path: Path, capsys: Said) -> None:
    record = "2027-001,A01,年初的通知,,文书科,2027-01-11,"
    folder = workspace(tmp_path / "w", (record,), ALL_SEEN)
    main(["explain", "2027-001", "-w", str(folder), "--as-of", "2027-01-12"])
    out = capsys.readouterr().out
    assert "早 最早到期；到 到期日；迟 最晚到期" in out
    assert all(each in out for each in (" 4早", "14到", "16迟"))
    assert "  未  2027-02-09 至 2027-02-14  春节放假还是上班未定（通知尚未印发）" in out
