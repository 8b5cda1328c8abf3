"""Every table opened by LibreOffice: as a page to print, and as the cells that it reads."""

import csv
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from gongkai_cli.reports.documents import Asked
from tests.reports.samples import assessment_of

from .tables import TABLES

SOFFICE = shutil.which("soffice")
A4_ACROSS = (842, 595)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every table of the sample, with a .pdf and a .csv that LibreOffice made of each."""
    folder = tmp_path_factory.mktemp("libreoffice")
    asked = Asked(assessment=assessment_of(), today=date(2024, 7, 26))
    for name, table in TABLES.items():
        (paper,) = table.render(asked).papers
        (folder / f"{name}.xlsx").write_bytes(paper.data)
    books = sorted(map(str, folder.glob("*.xlsx")))
    for kind in ("pdf", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"):
        subprocess.run(
            [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", kind, "--outdir", str(folder), *books],
            check=True,
            capture_output=True,
            timeout=240,
        )  # fmt: skip
    return folder


@pytest.mark.parametrize("name", sorted(TABLES))
def test_it_is_printed_on_a4_across_with_its_headings_and_page_numbers(
    folder: Path, name: str
) -> None:
    pages = PdfReader(folder / f"{name}.pdf").pages
    for page in pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4_ACROSS
    first = "".join(pages[0].extract_text().split())
    assert "示例局" in first
    assert f"第1页，共{len(pages)}页" in first
    assert "说明" in "".join(pages[-1].extract_text().split()) or len(pages) > 2


@pytest.mark.parametrize("name", sorted(TABLES))
def test_no_cell_is_an_error_and_days_are_days(folder: Path, name: str) -> None:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if re.match(r"#|Err:", cell)]
    assert cells[0].startswith("示例局")


def test_a_day_is_shown_as_it_is_written_here(folder: Path) -> None:
    with (folder / "超期表.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    (column,) = (row for row in rows if row[1:2] == ["工作推进"])
    assert column[2] == "2024-07-20"
