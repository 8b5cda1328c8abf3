"""``gongkai catalogue import``: papers in every format, whole runs."""

from pathlib import Path

import pytest

from gongkai_cli.commands import main
from gongkai_cli.model.duty import Catalogue
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from tests.sources.test_catalogue_shipped import shipped

from .papers_of_annex import FORMATS, annex_paper

ENDINGS = (*FORMATS, "txt")
MERGING = ("docx", "xlsx", "html")


def imported(path: Path, *options: str) -> Catalogue:
    """The catalogue that an import of a paper writes."""
    output = path.with_name("catalogue.yaml")
    assert main(["catalogue", "import", str(path), "-o", str(output), *options]) == 0
    catalogue, problems = read_catalogue(output.read_bytes(), "catalogue.yaml")
    assert problems == ()
    assert catalogue is not None
    return catalogue


@pytest.mark.parametrize("ending", ENDINGS)
def test_annex_1_is_the_shipped_catalogue_in_every_format(ending: str, tmp_path: Path) -> None:
    catalogue = imported(annex_paper(tmp_path, ending))
    assert catalogue.title == shipped().title
    assert catalogue.body == shipped().body
    assert catalogue.source == shipped().source
    assert len(catalogue.duties) == 25
    for duty, expected in zip(catalogue.duties, shipped().duties[:25], strict=True):
        assert (duty.id, duty.category, duty.name) == (
            expected.id,
            expected.category,
            expected.name,
        )
        assert (duty.content, duty.openness) == (expected.content, expected.openness)
        assert set(duty.unit_names) == set(expected.unit_names)
        assert duty.open_units == expected.open_units
        assert duty.limits == expected.limits
        assert duty.printed == expected.printed
        if ending in MERGING:
            inherited = {each.reason for each in duty.assumed if each.subject != "标签"}
            assert inherited == {
                each.reason
                for each in expected.assumed
                if each.subject not in ("更新周期", "牵头单位", "标签")
            }


def test_the_report_lies_beside_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(annex_paper(tmp_path, "docx"))
    said = capsys.readouterr().out
    report = (tmp_path / "catalogue.推定.md").read_text(encoding="utf-8")
    for text in (said, report):
        assert "动态跟新" in text
        assert "[bookmark: _GoBack]" in text
        assert "与第11行合并，承接第11行" in text
        assert "局属有关单位" in text
        assert "读入25行" in text


def test_without_a_file_to_write_the_catalogue_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = annex_paper(tmp_path, "docx")
    assert main(["catalogue", "import", str(path)]) == 0
    output = capsys.readouterr()
    catalogue, _ = read_catalogue(output.out.encode(), "-")
    assert catalogue is not None
    assert "读入25行" in output.err
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_json_holds_every_inference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    path = annex_paper(tmp_path, "docx")
    assert main(["catalogue", "import", str(path), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["rows"] == 25
    assert document["refused"] == []
    kinds = {each["kind"] for each in document["inferences"]}
    assert {"merged", "cleaned", "slip", "unit"} <= kinds


def test_what_the_paper_does_not_say_can_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "表.csv"
    path.write_text("事项名称,公开时限,责任单位\n办事指南,20个工作日内,办公室\n", encoding="utf-8")
    output = tmp_path / "catalogue.yaml"
    assert main(["catalogue", "import", str(path), "-o", str(output)]) == 2
    assert "--body" in capsys.readouterr().err
    assert not output.exists()
    catalogue = imported(path, "--body", "某镇人民政府", "--source", "某政〔2025〕3号")
    assert (catalogue.body, catalogue.source) == ("某镇人民政府", "某政〔2025〕3号")
    assert catalogue.title == "某镇人民政府主动公开基本目录"


def test_a_file_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "catalogue.yaml"
    output.write_text("目录: 手写的\n", encoding="utf-8")
    path = annex_paper(tmp_path, "docx")
    assert main(["catalogue", "import", str(path), "-o", str(output)]) == 2
    assert "已有这个文件" in capsys.readouterr().err
    assert output.read_text(encoding="utf-8") == "目录: 手写的\n"


def test_a_refused_wording_leaves_its_duty_unchecked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "表.csv"
    rows = "事项名称,公开时限,责任单位\n办事指南,20个工作日左右,办公室\n收费,每季度,办公室\n"
    path.write_text(rows, encoding="utf-8")
    catalogue = imported(path, "--body", "某镇人民政府")
    assert catalogue.duties[0].limits[0].reading.refused is not None
    (tmp_path / "gongkai.yaml").write_text(
        "目录: catalogue.yaml\n台账: [台账]\n台账起始: 2024-06-01\n", encoding="utf-8"
    )
    (tmp_path / "台账").mkdir()
    seen = (
        "事项,栏目名称,是否存在,条目数,最后更新日期,核查日期\nA01,办事,是,3,2024-07-01,2024-07-02\n"
    )
    (tmp_path / "台账" / "栏目.csv").write_text(seen, encoding="utf-8")
    capsys.readouterr()
    main(["check", "-w", str(tmp_path), "--as-of", "2024-07-25", "--format", "json"])
    import json

    document = json.loads(capsys.readouterr().out)
    states = {each["id"]: each["state"] for each in document["duties"]}
    assert states["A01"] == "未能核查"
    assert any("20个工作日左右" in each["why"] for each in document["coverage"]["unanswered"])
