"""The exports as LibreOffice lays them out."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.sources.test_catalogue_shipped import shipped

from .annex_papers import WRITERS, form_of

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_every_page_lies_across_and_begins_with_the_heading(format: str, tmp_path: Path) -> None:
    assert SOFFICE is not None
    form = form_of(shipped())
    paper = tmp_path / f"目录.{format}"
    paper.write_bytes(WRITERS[format](form))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(paper)], check=True, capture_output=True, timeout=180)
    pages = PdfReader(tmp_path / "目录.pdf").pages
    assert 1 < len(pages) < 6
    texts = ["".join(page.extract_text().split()) for page in pages]
    for page, text in zip(pages, texts, strict=True):
        assert float(page.mediabox.width) == pytest.approx(297 / 25.4 * 72, abs=2)
        assert float(page.mediabox.height) == pytest.approx(210 / 25.4 * 72, abs=2)
        assert "公开时限" in text
    whole = "".join(texts)
    # LibreOffice writes the cells of a sheet column by column: the order on the page is not theirs.
    assert form.mark in texts[0]
    assert form.title in texts[0]
    assert whole.count(form.title) == 1
    assert whole.count("动态跟新") == 1
    assert whole.count("依据“三定”方案") == 1
