"""``gongkai report`` on workspaces on disk: which file it writes, what it says, its exit code."""

import io
import sys
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.commands import COMMANDS, main
from gongkai_cli.commands.papers import file_name
from gongkai_cli.commands.report import Originals
from gongkai_cli.commands.report import app as report_app
from gongkai_cli.reports.documents import Document, every_document
from tests.reports.documents.tables import Shown, read

from .workspaces import ALL_SEEN, PLAN, workspace

Said = pytest.CaptureFixture[str]
DAY = "2024-07-26"
EXAM = "2024-019,A03,2024年考录公告,,,2024-05-06,"
LATE = "2024-020,A01,已公开的通知,示例〔2024〕2号,文书科,2024-06-03,2024-07-15"
TWICE = (
    "2024-021,A01,同名的通知,,文书科,2024-07-22,",
    "2024-022,A01,同名的通知,,文书科,2024-07-23,",
)
BAD = "2024-023,A01,日期有误的通知,,文书科,去年,"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with three units that are late; the current folder is an empty one beside it."""
    (tmp_path / "报表").mkdir()
    monkeypatch.chdir(tmp_path / "报表")
    monkeypatch.setenv("GONGKAI_TODAY", "2024-07-29")
    return workspace(tmp_path / "w", (PLAN, EXAM, LATE), ALL_SEEN)


def report(folder: Path, *arguments: str) -> int:
    return main(["report", "-w", str(folder), "--as-of", DAY, *arguments])


def files(folder: Path = Path()) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


def shown(path: str) -> Shown:
    return read(Path(path).read_bytes())


def test_its_line_is_the_first_of_its_help() -> None:
    from typer.main import get_command

    assert (get_command(report_app).help or "").splitlines()[0] == COMMANDS["report"]


def test_every_document_has_a_name_of_its_own_and_one_line_about_it() -> None:
    documents = every_document()
    names = [name for each in documents for name in (each.NAME, *each.ALIASES)]
    assert len(names) == len(set(names))
    for each in documents:
        assert each.ABOUT
        assert "\n" not in each.ABOUT
        assert each.SUFFIX in (".xlsx", ".docx", ".html")
        assert file_name(each.NAME + each.SUFFIX) == each.NAME + each.SUFFIX


@pytest.mark.parametrize("arguments", [(), ("--list",)])
def test_alone_it_lists_the_documents(
    folder: Path, capsys: Said, arguments: tuple[str, ...]
) -> None:
    assert report(folder, *arguments) == 0
    listed = capsys.readouterr().out
    for each in every_document():
        assert f"{each.NAME} " in listed
        assert each.ABOUT in listed


def test_the_list_needs_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report"]) == 0
    assert "问题清单" in capsys.readouterr().out


def test_a_document_is_written_into_the_current_folder(folder: Path, capsys: Said) -> None:
    assert report(folder, "问题清单") == 0
    assert files() == ["问题清单-2024-07-26.xlsx"]
    out, err = capsys.readouterr()
    assert out == "已生成 问题清单-2024-07-26.xlsx\n"
    assert err == ""
    table = shown("问题清单-2024-07-26.xlsx")
    # the announcement breaks two limits, that of the law and that of the catalogue
    assert table.column("责任单位") == ["文书科", "信息科", "人事科、信息科", "人事科、信息科"]
    assert table.about["制表日期"] == ["2024-07-29"]


@pytest.mark.parametrize("name", ["栏目超期检查表", " 超期表 "])
def test_a_document_is_known_by_its_other_names(folder: Path, name: str) -> None:
    assert report(folder, name) == 0
    assert files() == ["超期表-2024-07-26.xlsx"]


def test_a_name_that_is_none_gets_the_nearest(folder: Path, capsys: Said) -> None:
    assert report(folder, "问题单") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "没有“问题单”这种文档" in err
    assert "最接近：问题清单" in err
    assert files() == []


def test_a_file_or_a_folder_may_be_asked_for(folder: Path) -> None:
    Path("已有").mkdir()
    assert report(folder, "完成率", "-o", "a.xlsx") == 0
    assert report(folder, "完成率", "-o", "已有") == 0
    assert report(folder, "完成率", "-o", "新的/深处/b.XLSX") == 0
    assert files() == ["a.xlsx", "已有/完成率-2024-07-26.xlsx", "新的/深处/b.XLSX"]
    assert Path("a.xlsx").read_bytes() == Path("新的/深处/b.XLSX").read_bytes()


@pytest.mark.parametrize("name", ["a.csv", "a", "a.docx"])
def test_another_kind_of_file_is_refused(folder: Path, capsys: Said, name: str) -> None:
    assert report(folder, "完成率", "-o", name) == 2
    assert f"-o: “完成率”不能写成“{name}”\n    应为：扩展名为 .xlsx" in capsys.readouterr().err
    assert files() == []


def test_what_stood_there_is_kept(folder: Path, capsys: Said) -> None:
    Path("a.xlsx").write_bytes(b"of a user")
    assert report(folder, "完成率", "-o", "a.xlsx") == 0
    assert capsys.readouterr().out == "已生成 a.xlsx（原来的文件存为 a.xlsx.bak-2024-07-29）\n"
    assert Path("a.xlsx.bak-2024-07-29").read_bytes() == b"of a user"


def test_the_same_again_is_no_new_file(folder: Path, capsys: Said) -> None:
    report(folder, "完成率")
    assert report(folder, "完成率") == 0
    assert capsys.readouterr().out.endswith("没有变化 完成率-2024-07-26.xlsx\n")
    assert files() == ["完成率-2024-07-26.xlsx"]


def test_a_file_that_is_held_open_is_left_alone(
    folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows does while Excel has the file: it cannot be replaced."""
    Path("a.xlsx").write_bytes(b"open in Excel")

    def refused(*_: object) -> None:
        raise PermissionError(13, "held open")

    monkeypatch.setattr(Path, "replace", refused)
    assert report(folder, "完成率", "-o", "a.xlsx") == 0
    out, err = capsys.readouterr()
    assert "已生成 a-2.xlsx（a.xlsx 正被其他程序打开，没有改动）" in out
    assert err == ""
    assert Path("a.xlsx").read_bytes() == b"open in Excel"
    assert shown("a-2.xlsx").rows


def test_a_folder_that_cannot_be_written_to_is_named(folder: Path, capsys: Said) -> None:
    Path("file").write_text("")
    assert report(folder, "完成率", "-o", "file/a.xlsx") == 2
    err = capsys.readouterr().err
    assert "file/a.xlsx" in err
    assert "应为：" in err


def test_only_the_unit_that_is_asked_for(folder: Path) -> None:
    assert report(folder, "问题清单", "--unit", "信息公开科") == 0
    table = shown("问题清单-2024-07-26.xlsx")
    assert table.column("责任单位") == ["人事科、信息科", "人事科、信息科", "信息科"]
    assert table.lines[0].startswith("范围：信息科　")


def test_an_earlier_day_gives_an_earlier_table(folder: Path) -> None:
    assert main(["report", "-w", str(folder), "--as-of", "2024-07-25", "问题清单"]) == 0
    titles = " ".join(shown("问题清单-2024-07-25.xlsx").column("问题明细"))
    assert "2024年考录公告" in titles
    assert "2024年工作方案" not in titles  # due on that day, so still in time


def test_a_slip_in_the_ledger_does_not_keep_the_table_back(tmp_path: Path, capsys: Said) -> None:
    wrong = workspace(tmp_path / "w", (PLAN, BAD), ALL_SEEN)
    assert report(wrong, "问题清单", "-o", str(tmp_path / "a.xlsx")) == 2
    out, err = capsys.readouterr()
    assert "已生成" in out
    assert "信息台账.csv:3:6: 不是日期：“去年”" in err
    table = read((tmp_path / "a.xlsx").read_bytes())
    assert table.about["台账错误"][0] == "台账有 1 处错误，所在的信息按未能核查处理："
    assert any("未能核查" in each for each in table.about["覆盖率"])


FORM = """\
说明: 本年度的表
标题: "{机关}整改情况"
一行是: 问题
列: [{表头: 单位, 取: 单位}, {表头: 问题, 取: 问题明细, 宽: 40}]
"""


def own(folder: Path, name: str, text: str = FORM) -> None:
    (folder / "模板").mkdir(exist_ok=True)
    (folder / "模板" / name).write_text(text, encoding="utf-8")


def test_a_form_of_the_workspace_is_used_instead_of_ours(folder: Path, capsys: Said) -> None:
    own(folder, "整改台账.yaml")
    assert report(folder, "整改台账") == 0
    assert shown("整改台账-2024-07-26.xlsx").headings == ("单位", "问题")
    capsys.readouterr()
    report(folder)
    assert "（用工作区的格式 模板/整改台账.yaml）" in capsys.readouterr().out


def test_a_form_with_a_name_of_its_own_is_one_more_document(folder: Path, capsys: Said) -> None:
    own(folder, "我们的表.yaml")
    report(folder)
    assert "我们的表" in capsys.readouterr().out
    assert report(folder, "我们的表") == 0
    assert shown("我们的表-2024-07-26.xlsx").title == "示例局整改情况"


def test_everything_wrong_with_a_form_is_told_with_its_place(folder: Path, capsys: Said) -> None:
    own(folder, "整改台账.yaml", FORM.replace("取: 单位", "取: 单为").replace("宽: 40", "宽: 400"))
    assert report(folder, "整改台账") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "模板/整改台账.yaml:4:17: 没有“单为”这一项" in err
    assert "最接近：单位" in err
    assert "列宽不能是 400" in err
    assert files() == []


def test_the_form_that_ships_is_copied_for_editing_and_gives_the_same_table(
    folder: Path, capsys: Said
) -> None:
    report(folder, "整改台账", "-o", "ours.xlsx")
    assert report(folder, "整改台账", "--form") == 0
    out = capsys.readouterr().out
    assert str(folder / "模板" / "整改台账.yaml") in out
    assert "整改情况" in out.partition("“取”可以写：")[2]
    report(folder, "整改台账", "-o", "theirs.xlsx")
    assert Path("ours.xlsx").read_bytes() == Path("theirs.xlsx").read_bytes()


def test_a_form_that_was_edited_is_never_written_over(folder: Path, capsys: Said) -> None:
    own(folder, "整改台账.yaml")
    assert report(folder, "整改台账", "--form") == 2
    assert "模板/整改台账.yaml: 文件已经存在，没有改动" in capsys.readouterr().err
    assert (folder / "模板" / "整改台账.yaml").read_text(encoding="utf-8") == FORM


@pytest.mark.parametrize("document", every_document(), ids=lambda each: each.NAME)
def test_every_document_is_made(folder: Path, document: Document, capsys: Said) -> None:
    named = ("--record", "2024-018") if document.FROM_RECORD else ()
    code = report(folder, document.NAME, *named)
    out, err = capsys.readouterr()
    assert code == 0, err
    assert all(name.endswith(document.SUFFIX) for name in files())
    assert out.count("已生成") == len(files())


def test_a_document_of_several_papers_goes_into_a_folder(folder: Path, capsys: Said) -> None:
    assert report(folder, "督办单") == 0
    papers = files()
    assert len(papers) > 1
    assert {Path(name).parent.as_posix() for name in papers} == {"督办单-2024-07-26"}
    assert len(capsys.readouterr().out.splitlines()) == len(papers)
    assert report(folder, "督办单", "-o", "给各科") == 0
    assert len(files(Path("给各科"))) == len(papers)


@pytest.mark.parametrize("name", ["a.docx", "占用"])
def test_several_papers_do_not_go_into_one_file(folder: Path, capsys: Said, name: str) -> None:
    Path("占用").write_text("")
    assert report(folder, "督办单", "-o", name) == 2
    assert "一个文件写不下" in capsys.readouterr().err
    assert files() == []


@pytest.mark.parametrize("name", ["2024-020", "示例〔2024〕2号", "已公开的通知"])
def test_a_record_is_called_by_number_document_number_or_title(folder: Path, name: str) -> None:
    assert report(folder, "审批表", "--record", name) == 0
    assert len(files()) == 1


@pytest.mark.parametrize(
    ("arguments", "found", "help"),
    [
        (("审批表",), "没有写“审批表”按哪条信息填写", "应为：--record"),
        (("审批表", "--record", "2024-02"), "台账中没有信息“2024-02”", "应为：信息的编号"),
        (("审批表", "--record", "同名的通知"), "有 2 条信息叫“同名的通知”", "2024-021"),
        (("完成率", "--record", "2024-020"), "“完成率”不按一条信息填写", "应为：不写 --record"),
    ],
)
def test_a_record_that_is_not_clear_is_asked_for(
    tmp_path: Path, capsys: Said, arguments: tuple[str, ...], found: str, help: str
) -> None:
    folder = workspace(tmp_path / "w", (PLAN, LATE, *TWICE), ALL_SEEN)
    assert report(folder, *arguments) == 2
    err = capsys.readouterr().err
    assert f"--record: {found}" in err
    assert help in err


def test_files_of_the_ledger_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"a")
    originals = Originals(tmp_path, ("a.xlsx", "gone.xlsx"))
    assert (list(originals), len(originals), originals["a.xlsx"]) == (
        ["a.xlsx", "gone.xlsx"],
        2,
        b"a",
    )
    assert originals.get("gongkai.yaml") is None


@given(st.text(max_size=120))
def test_any_text_makes_a_name_for_a_file(text: str) -> None:
    name = file_name(f"{text}.xlsx")
    assert name.endswith(".xlsx")
    assert len(name.encode("utf-8", "replace")) <= 255
    assert Path(name).name == name
    assert not set(name) & set('\\/:*?"<>|\0\n')
    assert not name.startswith(("..", "~$"))


def test_hostile_titles_do_not_run(tmp_path: Path) -> None:
    rows = tuple(
        f'2024-1{n},A01,"{title}",,文书科,2024-05-06,'
        for n, title in enumerate(("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2", "长" * 20_000))
    )
    folder = workspace(tmp_path / "w", rows, ALL_SEEN)
    assert report(folder, "问题清单", "-o", str(tmp_path / "a.xlsx")) == 0
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "a.xlsx").read_bytes()))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    said = " ".join(str(cell.value) for cell in cells)
    assert all(title in said for title in ("“=cmd|' /C calc'!A0”", "“+1+1”", "“@SUM(A1)”", "“-2”"))


def test_a_bar_is_drawn_for_whoever_watches(
    folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    assert report(folder, "问题清单") == 0
    out, err = capsys.readouterr()
    assert "正在生成问题清单" in err
    assert "正在生成" not in out
