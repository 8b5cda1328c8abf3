"""``gongkai catalogue import --update``: a file that people work on, and a new paper."""

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import pytest

from gongkai_cli.commands import main
from gongkai_cli.data_files import data_folder
from gongkai_cli.model.duty import Catalogue
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from tests.sources.annex.grids import ANNEX_MERGES, annex_rows

from .papers_of_annex import docx

SHIPPED = (data_folder() / "catalogue.yaml").read_text(encoding="utf-8")


def update(
    folder: Path,
    rows: Sequence[Sequence[str]],
    before: str = SHIPPED,
    merges: Sequence[tuple[int, int, int, int]] = ANNEX_MERGES,
) -> tuple[Catalogue, str]:
    """The catalogue after an update by a paper, and what changed as lines of - and +."""
    paper, output = folder / "新目录.docx", folder / "catalogue.yaml"
    paper.write_bytes(docx(rows, merges))
    output.write_bytes(before.encode())
    assert main(["catalogue", "import", str(paper), "-o", str(output), "--update"]) == 0
    after = output.read_bytes()
    catalogue, problems = read_catalogue(after, "catalogue.yaml")
    assert problems == ()
    assert catalogue is not None
    found = unified_diff(before.split("\n"), after.decode().split("\n"), n=0, lineterm="")
    changed = [line for line in found if not line.startswith(("---", "+++", "@@"))]
    return catalogue, "\n".join(changed)


def test_the_same_paper_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, changed = update(tmp_path, annex_rows())
    assert changed == ""
    assert "没有改动" in capsys.readouterr().out
    assert not list(tmp_path.glob("*.bak*"))


def test_one_limit_changes_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = annex_rows()
    rows[7][5] = "相关信息形成或变更之日起20个工作日内"
    _, changed = update(tmp_path, rows)
    assert changed == (
        "-    公开时限: 相关信息形成或变更之日起21个工作日内\n"
        "+    公开时限: 相关信息形成或变更之日起20个工作日内"
    )
    assert "A07 公开时限" in capsys.readouterr().out
    assert (tmp_path / "catalogue.yaml").with_name("catalogue.推定.md").exists()
    assert len(list(tmp_path.glob("catalogue.yaml.bak*"))) == 1


def test_units_that_are_new_are_listed(tmp_path: Path) -> None:
    rows = annex_rows()
    rows[4][4] = "政工室、督察大队"
    catalogue, changed = update(tmp_path, rows)
    assert changed.split("\n") == [
        "+  - 名称: 督察大队",
        "-    责任单位: [政工室]",
        "+    责任单位: [政工室, 督察大队]",
    ]
    duty = catalogue.duty("A04")
    assert duty is not None
    assert duty.unit_names == ("政工室", "督察大队")


def test_a_wording_that_is_refused_is_marked(tmp_path: Path) -> None:
    rows = annex_rows()
    rows[1][5] = "20个工作日左右"
    _, changed = update(tmp_path, rows)
    assert changed.split("\n") == [
        "-    公开时限: 相关信息形成或变更之日起20个工作日内",
        "+    公开时限: 20个工作日左右",
        "+    读法: 未读",
    ]


def test_a_new_row_gets_the_next_id_and_a_dropped_one_goes(tmp_path: Path) -> None:
    rows = annex_rows()
    del rows[21]
    rows.insert(5, ["信访", "信访指南", "公开信访渠道", "服务公开", "政工室", "及时", *rows[1][6:]])
    merges = [
        (top + (top > 4), left, bottom + (top > 4), right)
        for top, left, bottom, right in ANNEX_MERGES
    ]
    catalogue, changed = update(tmp_path, rows, merges=merges)
    ids = [duty.id for duty in catalogue.duties]
    assert ids[:6] == ["A01", "A02", "A03", "A04", "A26", "A05"]
    assert "A21" not in ids
    assert "C23-2" in ids
    assert "+    出处: 附件1第5行" in changed
    assert "值: [指挥中心秘书科], 理由: 印本此格空白，与第12行合并，承接第12行" in changed
    order = [row[1] for row in rows[1:]]
    assert [duty.name for duty in catalogue.duties[:25]] == order


def test_what_was_filled_in_follows_the_row_that_it_comes_from(tmp_path: Path) -> None:
    rows = annex_rows()
    rows[11][4] = "政工室"
    catalogue, _ = update(tmp_path, rows)
    for id in ("A11", "A12", "A13"):
        duty = catalogue.duty(id)
        assert duty is not None
        assert duty.unit_names == ("政工室",)


def test_what_a_person_wrote_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = SHIPPED.replace(
        "    公开时限: 动态跟新\n",
        "    公开时限: 动态跟新   # 已报请更正\n",
    )
    rows = annex_rows()
    rows[5][4] = "指挥中心秘书科、交警大队"
    catalogue, changed = update(tmp_path, rows, before)
    after = (tmp_path / "catalogue.yaml").read_text(encoding="utf-8")
    assert "# 已报请更正" in after
    assert "正文第5条以秘书科为责任单位" in after
    assert "-    另有: 等重大决策执行涉及警种单位" in changed
    duty = catalogue.duty("A05")
    assert duty is not None
    assert duty.open_units is None


def test_line_ends_and_encoding_stay(tmp_path: Path) -> None:
    paper, output = tmp_path / "新目录.docx", tmp_path / "catalogue.yaml"
    rows = annex_rows()
    rows[7][5] = "每季度"
    paper.write_bytes(docx(rows, ANNEX_MERGES))
    before = SHIPPED.replace("\n", "\r\n").encode("gb18030")
    output.write_bytes(before)
    assert main(["catalogue", "import", str(paper), "-o", str(output), "--update"]) == 0
    expected = SHIPPED.replace("相关信息形成或变更之日起21个工作日内", "每季度", 1)
    assert output.read_bytes() == expected.replace("\n", "\r\n").encode("gb18030")


def test_a_file_that_cannot_be_read_is_not_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, output = tmp_path / "新目录.docx", tmp_path / "catalogue.yaml"
    paper.write_bytes(docx(annex_rows(), ANNEX_MERGES))
    output.write_text("目录: [\n", encoding="utf-8")
    assert main(["catalogue", "import", str(paper), "-o", str(output), "--update"]) == 2
    assert output.read_text(encoding="utf-8") == "目录: [\n"
    assert "catalogue.yaml:" in capsys.readouterr().err
