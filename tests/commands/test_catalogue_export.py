"""``gongkai catalogue export``: what it writes, what it says, its exit code."""

from pathlib import Path

import pytest

from gongkai_cli.commands import main
from tests.sources.catalogues import OTHER_BUREAU, SMALL

from .workspaces import workspace

Said = pytest.CaptureFixture[str]
TITLE = "2024年济宁市公安局兖州分局主动公开基本目录"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GONGKAI_TODAY", "2026-11-24")
    return tmp_path


def export(*arguments: str) -> int:
    return main(["catalogue", "export", *arguments])


def test_without_options_the_shipped_one_becomes_a_paper_named_by_its_title(
    here: Path, capsys: Said
) -> None:
    assert export() == 0
    output = capsys.readouterr()
    assert output.out == f"已生成 {TITLE}.docx\n"
    assert [each.name for each in here.iterdir()] == [f"{TITLE}.docx"]
    assert "条文设的15个事项不在表中，没有排入：C04-3、" in output.err
    assert "第11行“政务五公开”照印本写有转换残迹“[bookmark: _GoBack]”" in output.err


@pytest.mark.parametrize("ending", ["docx", "xlsx", "md"])
def test_the_ending_of_the_file_says_the_format(here: Path, ending: str) -> None:
    assert export("-o", f"目录.{ending}") == 0
    data = (here / f"目录.{ending}").read_bytes()
    assert data.startswith("附件1".encode() if ending == "md" else b"PK")


def test_markdown_is_shown_where_no_file_is_named(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert export("--to", "md") == 0
    shown = capsysbinary.readouterr().out.decode().splitlines()
    assert shown[0] == "附件1"
    assert shown[2] == f"# {TITLE}"
    assert sum(line.startswith("|") for line in shown) == 27
    assert shown[14].startswith("| 公告公示 | 公告公示 | 公开本部门通知公告类信息 |  |")
    assert list(here.iterdir()) == []


def test_a_file_of_a_catalogue_and_a_folder_to_write_to(here: Path, capsys: Said) -> None:
    (here / "other.yaml").write_text(OTHER_BUREAU.replace("[各学校,", "[学校,"), encoding="utf-8")
    (here / "出").mkdir()
    assert export("--to", "xlsx", "--file", "other.yaml", "-o", "出") == 0
    assert [each.name for each in (here / "出").iterdir()] == [
        "某某县教育局主动公开基本目录（2026年版）.xlsx"
    ]
    assert capsys.readouterr().err == ""


def test_what_stood_there_is_kept_and_the_same_is_not_written_twice(
    here: Path, capsys: Said
) -> None:
    (here / "目录.md").write_text("手写的\n", encoding="utf-8")
    assert export("-o", "目录.md") == 0
    assert "原来的文件存为 目录.md.bak-2026-11-24" in capsys.readouterr().out
    assert (here / "目录.md.bak-2026-11-24").read_text(encoding="utf-8") == "手写的\n"
    assert export("-o", "目录.md") == 0
    assert capsys.readouterr().out == "没有变化 目录.md\n"


def test_the_catalogue_of_the_workspace_is_the_one_that_is_exported(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = workspace(here / "w")
    assert export("--to", "md", "-w", str(folder)) == 0
    assert "# 示例局主动公开基本目录" in capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "docx", "-o", "目录.xlsx"), "扩展名为 .docx 的文件名"),
        (("-o", "目录.doc"), ".docx、.xlsx、.md"),
        (("--to", "pdf"), "没有“pdf”这种格式"),
        (("-o", "目录"), ".docx、.xlsx、.md"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    here: Path, capsys: Said, arguments: tuple[str, ...], said: str
) -> None:
    assert export(*arguments) == 2
    assert said in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_a_catalogue_without_a_table_is_refused(here: Path, capsys: Said) -> None:
    clause = SMALL.replace("责任单位: [办公室秘书科]", "条文: 某事须公开")
    (here / "条文.yaml").write_text(clause, encoding="utf-8")
    assert export("--file", "条文.yaml") == 2
    assert "都是条文设的事项" in capsys.readouterr().err
