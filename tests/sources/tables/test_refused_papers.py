"""Files that are no paper with tables, or that were made to do harm: a clear word, and in time."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from gongkai_cli.model.place import Place
from gongkai_cli.sources.tables import read_tables

from .papers import p, package, raw_docx, refused, tbl, tc, tr
from .test_docx_tables import unpacked
from .test_xlsx_tables import book

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
MOST_SECONDS, MOST_MEGABYTES = 20.0, 700


def stream(name: str) -> bytes:
    return OLE + f"{name}\0".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "found", "accepted"),
    [
        (b"", "文件是空的", ".docx、.xlsx"),
        (b" \r\n", "文件是空的", ".docx、.xlsx"),
        (stream("WordDocument"), "旧版 Word 或 WPS 文字文件（.doc、.wps），读不了", "另存为 .docx"),
        (stream("Workbook"), "旧版 Excel 或 WPS 表格文件（.xls、.et），读不了", "另存为 .xlsx"),
        (stream("EncryptedPackage"), "文件有打开密码", "去掉打开密码"),
        (OLE, "旧版 Office 或 WPS 文件，读不了", "另存为 .docx 或 .xlsx"),
        (b"%PDF-1.7\n", "是 PDF 文件，读不了", "复制到 .docx"),
        (b"\x89PNG\r\n\x1a\n", "是图片，读不了", "识别文字"),
        (b"\xff\xd8\xff\xe0", "是图片，读不了", "识别文字"),
        (b"{\\rtf1", "是 RTF 文件，读不了", "另存为 .docx"),
        (b"Rar!\x1a\x07", "是压缩包，读不了", "其中的"),
        (b"abc\0\1\2", "不是文字，也不是认识的文件", ".docx、.xlsx"),
        (b"\xff\x80\xff", "文件编码无法识别", "UTF-8"),
        (package({"a.txt": "x"}), "是压缩包，读不了", "其中的"),
        (package({"OFD.xml": "<x/>"}), "是 OFD 文件，读不了", "复制到 .docx"),
        (
            package({"content.xml": "<x/>", "META-INF/manifest.xml": "<x/>"}),
            "是 .odt 或 .ods 文件，读不了",
            "另存为 .docx 或 .xlsx",
        ),
        (b"PK\x03\x04 cut off", "文件已损坏，不能解压", "另存为"),
        ("今天没有表格。".encode(), "没有找到表格", "含有表格的文件"),
        (b"<html><p>x</p></html>", "没有找到表格", "含有表格的文件"),
        (raw_docx(p("只有文字")), "没有找到表格", "含有表格的文件"),
    ],
)
def test_what_is_no_paper_says_what_to_do(data: bytes, found: str, accepted: str) -> None:
    problem = refused(data, "目录.docx")
    assert (problem.place, problem.found) == (Place("目录.docx"), found)
    assert accepted in str(problem.accepted)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (problem,) = read_tables(tmp_path / "没有.docx", "没有.docx")[1]
    assert problem.found == "没有这个文件或文件夹"


def test_an_empty_workbook_has_no_table(tmp_path: Path) -> None:
    path = tmp_path / "目录.xlsx"
    openpyxl.Workbook().save(path)
    (problem,) = read_tables(path, "目录.xlsx")[1]
    assert problem.found == "没有找到表格"


def test_a_document_with_a_password_in_its_archive() -> None:
    data = bytearray(raw_docx(tbl(tr("甲"))))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    assert refused(bytes(data), "目录.docx").found == "文件有打开密码"


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
def test_a_file_cut_off(at: float) -> None:
    data = raw_docx(tbl(tr("甲")))
    assert refused(data[: int(len(data) * at)], "目录.docx").found == "文件已损坏，不能解压"


def test_a_part_that_is_no_xml() -> None:
    parts = unpacked(raw_docx(tbl(tr("甲"))))
    parts["word/document.xml"] = parts["word/document.xml"][:-20]
    assert refused(package(parts), "目录.docx").found == "文件已损坏，不能读取"


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
BILLION = "<!DOCTYPE x [" + '<!ENTITY a0 "哈哈哈哈哈哈哈哈">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip


def deep_table(levels: int) -> str:
    body = p("底")
    for _ in range(levels):
        body = tbl(tr(tc(body + p(""))))
    return body


def bomb() -> bytes:
    return raw_docx(p("x") * 3_000_000)


def wide_spans() -> bytes:
    span = '<w:gridSpan w:val="999999999"/>'
    return raw_docx(tbl(*(tr(tc("甲", span), tc("乙", span)) for _ in range(3000))))


def spans_of_a_page() -> bytes:
    row = "<tr>" + "<td rowspan=1000 colspan=1000>x" * 50
    return f"<html><table>{row * 2000}</table>".encode()


def big_sheet() -> bytes:
    """A sheet of 100 MB, and its archive is small."""
    parts = unpacked(book(lambda _, sheet: sheet.write(0, 0, "甲")))
    row = b'<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><v>22222222222222222</v></c></row>'
    rows = b"".join(row % (n, n, n) for n in range(2, 1_200_000))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")
    assert len(parts[name]) > 100_000_000
    return package(parts)


def far_cell() -> bytes:
    def fill(_: object, sheet: object) -> None:
        sheet.write(0, 0, "甲")  # type: ignore[attr-defined]
        sheet.write(1_048_575, 16_383, "x")  # type: ignore[attr-defined]

    return book(fill)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an entity of the machine": (lambda: raw_docx(tbl(tr("&e;")), ENTITY), "文件的写法不常见"),
    "a bomb of entities": (lambda: raw_docx(tbl(tr("&a9;")), BILLION), "文件"),
    "a part of 200 MB": (lambda: raw_docx(p("哈" * (70 << 20))), "解压后过大：word/document.xml"),
    "three million paragraphs": (bomb, "解压后过大"),
    "three million empty paragraphs": (lambda: raw_docx("<w:p/>" * 3_000_000), "内容过多"),
    "tables in tables": (lambda: raw_docx(deep_table(5_000)), "内容套了几百层"),
    "spans without end": (wide_spans, "表格过大"),
    "many parts": (
        lambda: package({f"{n}.xml": "" for n in range(20_000)}, zipfile.ZIP_STORED),
        "解压后过大",
    ),
    "a sheet of 100 MB": (big_sheet, "解压后过大：xl/worksheets/sheet1.xml"),
    "a far cell": (far_cell, "表格"),
    "a page of deep tags": (lambda: b"<html>" + b"<div>" * 1_000_000 + b"x", "网页的标签套得过深"),
    "a page of many tags": (lambda: b"<html>" + b"<b>x</b>" * 3_000_000, "网页内容过多"),
    "a page of spans": (spans_of_a_page, "表格过大"),
    "a page of open comments": (lambda: b"<html>" + b"<!--" * 4_000_000, "网页内容过多"),
    "a text of one line": (lambda: "甲\t".encode() * 4_000_000, "表格过大"),
    "a text of quotes": (lambda: b'"\t' * 5_000_000, "表格过大"),
    "a text of open quotes": (lambda: b'\t"a\n' * 1_000_000, "这里连着有"),
    "a text of bars": (lambda: b"|" * 5_000_000 + b"\n" + b"|-" * 2_500_000, "没有找到表格"),
    "a text of open quotes in rows": (lambda: b'a\t"b\n' * 900_000, "表格过大"),
    "a text of a line each": (lambda: b"\n" * 15_000_000 + b"x", "文字过多"),
    "a .csv of one line": (lambda: b"a,b\na,b\n" + b"," * 15_000_000, "表格过大"),
    "a text of 20 MB": (lambda: b"x\ty\n" * 5_000_000, "文件过大（超过 16 MB）"),
    "a file of 70 MB": (lambda: b"x" * (70 << 20), "文件过大（超过 64 MB）"),
}

_CHILD = """
import json, sys, time
from pathlib import Path
from gongkai_cli.sources.tables import read_tables
begun = time.monotonic()
grids, problems = read_tables(Path(sys.argv[1]), "目录")
status = Path("/proc/self/status").read_text()
used = int(status.split("VmHWM:")[1].split()[0]) // 1024
print(json.dumps([len(grids), [p.found for p in problems], time.monotonic() - begun, used]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measured on Linux")
@pytest.mark.parametrize("name", HOSTILE)
def test_harm_is_refused_in_bounded_time_and_memory(name: str, folder: Path) -> None:
    make, found = HOSTILE[name]
    path = folder / "目录"
    path.write_bytes(make())
    command = [sys.executable, "-c", _CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    count, problems, seconds, megabytes = json.loads(done.stdout)
    print(f"{name}: {seconds:.1f} s, {megabytes} MB, {problems}")
    assert count == 0
    assert problems[0].startswith(found)
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
