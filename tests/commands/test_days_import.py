"""``gongkai days import`` as it is called: what it shows, what it writes, what it refuses."""

import csv
import json
from pathlib import Path

import pytest

from ..sources.notices import COMPOSED, COPIES, FOLDER, LACKING, shipped, text_of
from .test_days import gongkai, said

NUMBER, ISSUED = "国办发明电〔2007〕52号", "2007-12-15"
IMAGINED = FOLDER / "composed" / "2027-imagined.txt"
UNDER_ANOTHER_NUMBER = {
    "国办发明电〔2019〕3号": {"2019-05-01"},
    "国办发明电〔2019〕16号": {"2020-02-01"},
}
"""Days that the table of days has under the other notice that names them."""
NAMED = FOLDER.parent / "days_named.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace without holiday files of its own, as far as counting days goes."""
    (tmp_path / "gongkai.yaml").write_text("目录: catalogue.yaml\n", encoding="utf-8")
    return tmp_path


def file_of(name: str) -> str:
    return str(FOLDER / f"{name}.txt")


@pytest.mark.slow
@pytest.mark.parametrize(("name", "number"), (COPIES | COMPOSED).items())
def test_the_machine_form_has_the_days_of_the_notice(
    name: str, number: str, tmp_path: Path
) -> None:
    """Held against the table of days that was transcribed by hand."""
    done = gongkai("days", "import", file_of(name), "--dry-run", "--format", "json", cwd=tmp_path)
    answer = json.loads(said(done))
    assert list(answer) == ["year", "number", "issued", "title", "off", "work"]
    with NAMED.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["notice"] == number]
    expected = {(row["date"], row["kind"], row["holiday"]) for row in rows}
    found = {(day["date"], kind, day["name"]) for kind in ("off", "work") for day in answer[kind]}
    assert {day for day, *_ in found - expected} == UNDER_ANOTHER_NUMBER.get(number, set())
    assert expected <= found
    notice = shipped(number)
    assert all(
        answer[kind] == sorted(answer[kind], key=lambda day: day["date"])
        for kind in ("off", "work")
    )
    printed = {"number": number, "issued": str(notice.issued), "title": notice.title}
    for each, said_there in printed.items():
        assert answer[each] == (None if each in LACKING.get(name, ()) else said_there)


def test_the_press_wording_has_null_for_what_it_lacks(tmp_path: Path) -> None:
    done = gongkai("days", "import", file_of("2008"), "--dry-run", "--format", "json", cwd=tmp_path)
    answer = json.loads(said(done))
    assert (answer["year"], answer["number"], answer["issued"], answer["title"]) == (
        2008,
        None,
        None,
        None,
    )
    assert "最接近：--number 国办发明电〔2007〕52号" in done.stderr.decode()


def test_it_is_written_only_with_number_and_date(folder: Path) -> None:
    done = gongkai("days", "import", file_of("2008"), cwd=folder)
    assert done.returncode == 2
    assert not (folder / "holidays").exists()
    told = ("--number", "国办发明电[2007]52号", "--issued", ISSUED)
    assert "已写入 holidays/2008.yaml" in said(
        gongkai("days", "import", file_of("2008"), *told, cwd=folder)
    )
    assert "可信: 转引" in (folder / "holidays" / "2008.yaml").read_text(encoding="utf-8")


def test_a_dry_run_writes_nothing_and_needs_no_workspace(tmp_path: Path) -> None:
    words = said(gongkai("days", "import", str(IMAGINED), "--dry-run", cwd=tmp_path))
    assert "没有写文件（--dry-run）" in words
    assert list(tmp_path.iterdir()) == []


def test_without_a_workspace_nothing_can_be_written(tmp_path: Path) -> None:
    done = gongkai("days", "import", str(IMAGINED), cwd=tmp_path)
    assert done.returncode == 2
    assert "gongkai init" in done.stderr.decode()


def test_what_was_read_is_shown_clause_by_clause(tmp_path: Path) -> None:
    words = said(gongkai("days", "import", file_of("2024"), "--dry-run", cwd=tmp_path))
    lines = words.splitlines()
    assert lines[0] == "国务院办公厅关于2024年部分节假日安排的通知"
    spring = lines[lines.index("春节") :][:4]
    assert spring[1] == "  放假    2月10日（周六）至2月17日（周六），8天"
    assert spring[2] == "  上班    2月4日（周日）、2月18日（周日）"
    assert spring[3].startswith("  不计    鼓励各单位")
    assert all(len(line.encode("gbk", "replace")) <= 100 for line in lines)


def test_an_imported_year_is_counted_with(folder: Path) -> None:
    said(gongkai("days", "import", str(IMAGINED), cwd=folder))
    done = gongkai("days", "add", "2027-01-25", "20", "--format", "jsonl", cwd=folder)
    # 26 to 29 January, 31 January, 1 to 4 February, 14 February, then Monday to Friday.
    answer = json.loads(said(done))
    assert (answer["due"], answer["certain"]) == ("2027-02-26", True)


def test_a_change_is_appended_and_the_file_backed_up(folder: Path) -> None:
    holidays = folder / "holidays"
    said(
        gongkai("days", "import", file_of("composed/2019"), cwd=folder, GONGKAI_TODAY="2019-03-25")
    )
    before = (holidays / "2019.yaml").read_bytes()
    words = said(
        gongkai("days", "import", file_of("2019-amend-1"), cwd=folder, GONGKAI_TODAY="2019-03-25")
    )
    assert words.splitlines()[-1] == (
        "已写入 holidays/2019.yaml，原文件存为 2019.yaml.bak-2019-03-25"
    )
    assert (holidays / "2019.yaml.bak-2019-03-25").read_bytes() == before
    assert (holidays / "2019.yaml").read_bytes().startswith(before)
    assert sorted(path.name for path in holidays.iterdir()) == [
        "2019.yaml",
        "2019.yaml.bak-2019-03-25",
    ]
    show = ("days", "show", "2019", "--format", "jsonl")
    elsewhere = folder / "无"
    elsewhere.mkdir()
    own = said(gongkai(*show, cwd=folder))
    assert own == said(gongkai(*show, "-w", str(elsewhere), cwd=elsewhere))


def test_a_second_backup_of_a_day_has_a_number(folder: Path) -> None:
    holidays = folder / "holidays"
    for name in ("composed/2019", "2019-amend-1"):
        said(gongkai("days", "import", file_of(name), cwd=folder, GONGKAI_TODAY="2019-03-25"))
    (holidays / "2019.yaml").write_bytes((holidays / "2019.yaml.bak-2019-03-25").read_bytes())
    said(gongkai("days", "import", file_of("2019-amend-1"), cwd=folder, GONGKAI_TODAY="2019-03-25"))
    assert (holidays / "2019.yaml.bak-2019-03-25-2").exists()


def test_a_notice_that_stands_there_changes_nothing(folder: Path) -> None:
    said(gongkai("days", "import", str(IMAGINED), cwd=folder))
    file = folder / "holidays" / "2027.yaml"
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    words = said(gongkai("days", "import", str(IMAGINED), cwd=folder))
    assert words.splitlines()[-1] == "holidays/2027.yaml 里已有这个通知，没有改动"
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert len(list(file.parent.iterdir())) == 1


def test_an_extension_and_what_it_extends(folder: Path) -> None:
    said(gongkai("days", "import", file_of("composed/2020-extension"), cwd=folder))
    text = (folder / "holidays" / "2020.yaml").read_text(encoding="utf-8")
    assert "春节: 1月31日至2月2日" in text


def test_from_stdin(folder: Path) -> None:
    data = IMAGINED.read_bytes()
    said(gongkai("days", "import", "-", cwd=folder, stdin=data))
    assert "来源" not in (folder / "holidays" / "2027.yaml").read_text(encoding="utf-8")
    done = gongkai("days", "import", "-", cwd=folder, stdin="今天放假".encode("gb18030"))
    assert done.returncode == 2
    assert "标准输入:1:1" in done.stderr.decode()


@pytest.mark.parametrize(
    ("printed", "other", "word"),
    [
        ("周日", "周六", "写的是"),
        ("共3天", "共4天", "写的是4天"),
        ("〔2025〕7号", "〔2025〕8号", "最接近：国办发明电〔2025〕7号"),
        ("5月9日(周六)上班。", "", "没有2026-05-09（周六）上班"),
    ],
)
def test_an_altered_text_is_refused(folder: Path, printed: str, other: str, word: str) -> None:
    text = text_of("2026").replace(printed, other, 1)
    done = gongkai("days", "import", "-", cwd=folder, stdin=text.encode())
    assert done.returncode == 2
    assert done.stdout == b""
    assert word in done.stderr.decode()
    assert not (folder / "holidays").exists()


def test_another_day_of_issue_than_the_known_one_is_noted(folder: Path) -> None:
    text = text_of("2026").replace("2025年11月4日", "2025年11月5日")
    done = gongkai("days", "import", "-", cwd=folder, stdin=text.encode())
    assert "已写入 holidays/2026.yaml" in said(done)
    assert "印发日期是“2025-11-05”，已有的国办发明电〔2025〕7号" in done.stderr.decode()


def test_a_wrong_file_of_the_workspace_stops_it(folder: Path) -> None:
    (folder / "holidays").mkdir()
    (folder / "holidays" / "2027.yaml").write_text("年份: 2026\n", encoding="utf-8")
    done = gongkai("days", "import", str(IMAGINED), cwd=folder)
    assert done.returncode == 2
    assert "holidays/2027.yaml:1" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("没有.txt",), "没有这个文件或文件夹"),
        (("-", "--number", "七号"), "不是文号"),
        (("-", "--issued", "昨天"), "不是日期"),
        ((), "文件|-"),
    ],
)
def test_wrong_arguments(folder: Path, arguments: tuple[str, ...], word: str) -> None:
    done = gongkai("days", "import", *arguments, cwd=folder)
    assert done.returncode == 2
    assert word in done.stderr.decode()
    assert b"Traceback" not in done.stderr
