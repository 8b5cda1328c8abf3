"""Papers as LibreOffice lays them out, their pages read by another library."""

import math
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import Struct
from pypdf import PdfReader

from gongkai_cli.assess import assess
from gongkai_cli.model.ledger import Ledger
from gongkai_cli.reports.documents import Asked
from tests.making import TWENTY, column, day, duty, facts, record

from .docx_papers import DOCUMENTS, asked

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]
_POINT = 72 / 25.4
LEFT, TOP, WIDTH, HEIGHT = (length * _POINT for length in (28, 37, 156, 225))
PAGE = (210 * _POINT, 297 * _POINT)


class Letter(Struct, frozen=True):
    """A piece of a line: where it begins, from the left and from above, and how large it is."""

    text: str
    x: float
    y: float
    size: float


def _asked(name: str) -> Asked:
    """A unit with many problems: enough for several pages of text, and one of a table."""
    rows = tuple(
        record(number=f"R{number}", title=f"关于第{number}号事项的通知", openness="主动公开")
        for number in range(12)
    )
    found = facts(
        duty(TWENTY),
        *(duty(TWENTY, id=f"E{number}", name=f"第{number}类事项") for number in range(70)),
        records=rows,
        columns=(
            *(column(duty=f"E{number}", items=0, updated=None) for number in range(70)),
            column(items=0, updated=None),
        ),
    )
    assessment = assess(found, as_of=day("2024-07-29"))
    return asked(assessment, name=name, ledger=Ledger(records=rows), record=rows[0])


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Letter]]]:
    """The pages of a paper of each document."""
    folder = tmp_path_factory.mktemp("papers")
    for name, document in DOCUMENTS.items():
        (paper, *_) = document.render(_asked(name)).papers
        (folder / f"{name}.docx").write_bytes(paper.data)
    assert SOFFICE is not None
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(path) for path in sorted(folder.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {name: _pages(folder / f"{name}.pdf") for name in DOCUMENTS}


def _pages(path: Path) -> list[list[Letter]]:
    pages = []
    for page in PdfReader(path).pages:
        assert float(page.mediabox.width) == pytest.approx(PAGE[0], abs=1)
        assert float(page.mediabox.height) == pytest.approx(PAGE[1], abs=1)
        letters: list[Letter] = []

        def visit(
            text: str, cm: list[float], tm: list[float], _font: object, size: float,
            kept: list[Letter] = letters,
        ) -> None:  # fmt: skip
            if text.strip():
                x = tm[4] * cm[0] + cm[4]
                y = tm[5] * cm[3] + cm[5]
                kept.append(Letter(text, x, PAGE[1] - y, size * abs(tm[0] * cm[0])))

        page.extract_text(visitor_text=visit)
        pages.append(letters)
    return pages


def lines_of(page: list[Letter], size: float) -> list[float]:
    """How far from above the lines of a size of letters stand."""
    return sorted({round(each.y, 1) for each in page if abs(each.size - size) < 0.3})


def words_of(page: list[Letter]) -> str:
    return "".join(each.text for each in page)


@pytest.mark.parametrize("name", ["审批表", "审批表（扩展）"])
def test_a_form_is_one_page(laid_out: dict[str, list[list[Letter]]], name: str) -> None:
    assert len(laid_out[name]) == 1


def test_a_full_page_has_22_lines_28_points_apart(
    laid_out: dict[str, list[list[Letter]]],
) -> None:
    full = [lines_of(page, 16) for page in laid_out["督办单"][1:-2]]
    assert full
    for lines in full:
        assert 20 <= len(lines) <= 22
        for above, below in pairwise(lines):
            assert math.remainder(below - above, 28) == pytest.approx(0, abs=0.3)
    assert max(map(len, full)) >= 21


@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_stands_inside_the_type_area(
    laid_out: dict[str, list[list[Letter]]], name: str
) -> None:
    for page in laid_out[name]:
        for each in page:
            assert LEFT - 1 <= each.x <= LEFT + WIDTH + 1
            below = TOP + HEIGHT + (14 * _POINT if "—" in each.text or each.size < 15 else 0)
            assert TOP <= each.y <= below


@pytest.mark.parametrize("name", ["督办单", "书面说明", "空白说明", "通报", "月报", "季报"])
def test_the_signature_stands_below_text_on_its_page(
    laid_out: dict[str, list[list[Letter]]], name: str
) -> None:
    signer = "甲科" if name in ("书面说明", "空白说明") else "示例局"
    (page, signed), *more = [
        (page, each)
        for page in laid_out[name]
        for each in page
        if each.text.strip() == signer and each.x > LEFT + WIDTH / 2
    ]
    assert not more
    assert any(each.y < signed.y - 28 for each in page)


def test_the_heading_of_a_table_stands_on_each_of_its_pages(
    laid_out: dict[str, list[list[Letter]]],
) -> None:
    pages = [
        words_of(page)
        for page in laid_out["空白说明"]
        if "本期间没有形成此类信息" in words_of(page)
    ]
    assert len(pages) > 2
    assert all("公开事项" in page and "单位认定" in page for page in pages)


def test_pages_are_numbered_on_alternate_sides(laid_out: dict[str, list[list[Letter]]]) -> None:
    for number, page in enumerate(laid_out["督办单"], 1):
        below = [each for each in page if each.y > TOP + HEIGHT]
        assert "".join(each.text for each in below).replace(" ", "").strip() == f"—{number}—"
        right = below[0].x > LEFT + WIDTH / 2
        assert right == (number % 2 == 1)
