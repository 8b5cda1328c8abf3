"""Papers made by the whole command, on files."""

from pathlib import Path

import pytest
from docx import Document

from gongkai_cli.commands import main
from tests.commands.workspaces import ALL_SEEN, PLAN, workspace

AS_OF = ("--as-of", "2024-07-29")


def run(*arguments: str) -> int:
    return main(["report", *arguments])


def text_of(path: Path) -> str:
    return "\n".join(each.text for each in Document(str(path)).paragraphs)


def test_a_notice_is_written_for_the_unit_that_is_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2024-07-29")
    folder = workspace(tmp_path / "w", columns=ALL_SEEN)
    out = tmp_path / "督办单.docx"
    assert run("整改通知书", "-w", str(folder), *AS_OF, "-o", str(out)) == 0
    words = text_of(out)
    assert "信息科：" in words
    assert "即2024年8月12日前（含当日）完成整改（推定）" in words


def test_several_units_get_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2024-07-29")
    other = "2024-019,A01,2024年文件,示例〔2024〕2号,文书科,2024-06-26,"
    folder = workspace(tmp_path / "w", records=(PLAN, other), columns=ALL_SEEN)
    assert run("督办单", "-w", str(folder), *AS_OF, "-o", str(tmp_path / "发文")) == 0
    names = {path.name for path in (tmp_path / "发文").iterdir()}
    assert names == {"督办单-信息科.docx", "督办单-文书科.docx"}
    before = (tmp_path / "发文/督办单-信息科.docx").read_bytes()
    assert run("督办单", "-w", str(folder), *AS_OF, "-o", str(tmp_path / "发文")) == 0
    assert {path.name for path in (tmp_path / "发文").iterdir()} == names
    assert (tmp_path / "发文/督办单-信息科.docx").read_bytes() == before


def test_a_copied_form_comes_with_the_words_that_it_may_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = workspace(tmp_path / "w", columns=ALL_SEEN)
    assert run("督办单", "-w", str(folder), "--form") == 0
    said = capsys.readouterr().out
    for word in ("{单位}", "{整改期限}", "每个: 类别", "{会同单位}", "{机关}"):
        assert word in said
    assert said.count("{依据}") == 1


def test_a_form_copied_and_edited_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2024-07-29")
    folder = workspace(tmp_path / "w", columns=ALL_SEEN)
    assert run("督办单", "-w", str(folder), "--form") == 0
    form = folder / "模板" / "督办单.yaml"
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace("工作日: 10", "工作日: 5"), encoding="utf-8")
    out = tmp_path / "a.docx"
    assert run("督办单", "-w", str(folder), *AS_OF, "-o", str(out)) == 0
    assert "即2024年8月5日前" in text_of(out)


def test_a_wrong_form_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = workspace(tmp_path / "w", columns=ALL_SEEN)
    (folder / "模板").mkdir()
    (folder / "模板/督办单.yaml").write_text('标题: "{单位名}"\n', encoding="utf-8")
    out = tmp_path / "a.docx"
    assert run("督办单", "-w", str(folder), *AS_OF, "-o", str(out)) == 2
    assert "模板/督办单.yaml:1:5" in capsys.readouterr().err
    assert not out.exists()


def test_an_approval_form_is_filled_from_the_record_that_is_named(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "w", columns=ALL_SEEN)
    out = tmp_path / "a.docx"
    assert run("审批单", "-w", str(folder), "--record", "示例〔2024〕1号", "-o", str(out)) == 0
    (table,) = Document(str(out)).tables
    assert table.rows[0].cells[1].text == "2024年工作方案"
    assert "--组织管理--工作推进--******" in table.rows[1].cells[1].text


def test_every_shipped_paper_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2024-07-29")
    folder = workspace(tmp_path / "w", columns=("A02,工作推进,是,0,,2024-07-22", *ALL_SEEN[:1]))
    for name in ("督办单", "书面说明", "空白说明", "通报", "月报", "季报"):
        out = tmp_path / f"{name}.docx"
        assert run(name, "-w", str(folder), *AS_OF, "-o", str(out)) == 0, name
        assert "核查说明：核查日2024年7月29日" in text_of(out), name
