"""``gongkai report 总览`` on a workspace, from the command line to the file."""

from pathlib import Path

import pytest

from gongkai_cli.commands import main
from tests.commands.workspaces import ALL_SEEN, PLAN, workspace

from .overview_pages import text_of, tree

TODAY = "2024-07-26"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GONGKAI_TODAY", TODAY)
    monkeypatch.chdir(tmp_path)
    return workspace(tmp_path / "w", (PLAN,), ALL_SEEN)


@pytest.mark.parametrize("name", ["总览", "一页图", "overview"])
def test_the_page_is_written_and_the_same_again_is_not(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", name, "-w", str(folder), "-o", "页.html"]) == 0
    assert "已生成 页.html" in capsys.readouterr().out
    root = tree(Path("页.html").read_bytes())
    assert text_of(root.xpath("//h1")[0]) == "示例局主动公开总览"
    (row,) = root.xpath("//table[@id='list']/tbody/tr")
    assert "2024-07-25" in text_of(row)
    assert main(["report", name, "-w", str(folder), "-o", "页.html"]) == 0
    assert "没有变化" in capsys.readouterr().out


def test_a_page_for_one_unit_holds_only_its_duties(folder: Path) -> None:
    assert main(["report", "总览", "-w", str(folder), "--unit", "文书科"]) == 0
    (path,) = Path().glob("总览-2024-07-26*.html")
    said = text_of(tree(path.read_bytes()))
    assert "只含：文书科" in said
    assert "工作推进" not in said


def test_our_template_may_be_copied_and_changed(folder: Path) -> None:
    assert main(["report", "总览", "-w", str(folder), "--form"]) == 0
    form = folder / "模板" / "总览.html"
    form.write_text(form.read_text("utf-8").replace("　制表 ", "　办公室 "), "utf-8")
    assert main(["report", "总览", "-w", str(folder), "-o", "页.html"]) == 0
    root = tree(Path("页.html").read_bytes())
    assert "办公室2024-07-26" in text_of(root.xpath("//footer")[0])
