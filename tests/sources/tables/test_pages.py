"""Web pages as browsers save them and Word and Excel write them."""

import pytest

from gongkai_cli.model.place import Weight
from gongkai_cli.sources.tables import read_tables

from .papers import own, read, shape, texts


def page(body: str, charset: str = "utf-8") -> bytes:
    return f'<html><head><meta charset="{charset}"></head><body>{body}</body></html>'.encode()


def test_spans_and_their_places() -> None:
    body = (
        "<table><tr><th colspan=2>题</th><th>丙</th></tr>"
        "<tr><td rowspan=2>甲</td><td>1<td>2<tr><td>3<td>4</table>"
    )
    (grid,) = read(page(body), "目录.html")
    assert shape(grid)[0] == [("题", 0, 0), ("题", 0, 0), ("丙", 0, 2)]
    assert own(grid)[2] == ["", "3", "4"]
    assert str(grid.rows[1][2].place) == "目录.html!表1!R2C3"


def test_a_span_of_nothing_reaches_to_the_end_of_its_part() -> None:
    body = (
        "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody>"
        "<tbody><tr><td>乙<td>3</tbody></table>"
    )
    (grid,) = read(page(body), "目录.html")
    assert texts(grid) == [["甲", "1"], ["甲", "2"], ["乙", "3"]]


def test_no_span_reaches_beyond_its_part() -> None:
    body = "<table><tbody><tr><td rowspan=9>甲<td>1</tbody><tbody><tr><td>乙<td>2</tbody></table>"
    (grid,) = read(page(body), "目录.html")
    assert texts(grid) == [["甲", "1"], ["乙", "2"]]


@pytest.mark.parametrize("span", ["99999999999", "1000", "-3", "x", "", "0", " 2", "+2"])
def test_absurd_spans(span: str) -> None:
    spans = f'colspan="{span}" rowspan="{span}"'
    body = f"<table><tr><td {spans}>题<tr><td>甲<td>乙<tr><td>丙<td>丁</table>"
    (grid,) = read(page(body), "目录.html")
    assert grid.width <= 4
    assert grid.rows[0][0].text == "题"
    assert {spot.text for row in grid.rows for spot in row} >= {"甲", "乙", "丙", "丁"}


def test_the_foot_stands_at_the_end() -> None:
    body = "<table><tfoot><tr><td>注</tfoot><thead><tr><th>名称</thead><tr><td>甲</table>"
    (grid,) = read(page(body), "目录.html")
    assert texts(grid) == [["名称"], ["甲"], ["注"]]


def test_what_is_hidden_is_not_there() -> None:
    body = (
        "<table><tr><td>甲<span style='DISPLAY: none'>x</span><script>x</script><td hidden>x<td>乙"
        "<tr style='display:none'><td>x<td>x</table><table style='display:none'><tr><td>x</table>"
    )
    (grid,) = read(page(body), "目录.html")
    assert texts(grid) == [["甲", "乙"]]


def test_lines_of_a_cell() -> None:
    first, last = "<p>一<br>二</p>\n<div>三</div>四", "指挥\n  中心<b>科</b>\n室"
    body = f"<table><tr><td>{first}<td>a \n b<td>{last}</table>"
    (grid,) = read(page(body), "目录.html")
    assert texts(grid) == [["一\n二\n三\n四", "a b", "指挥中心科室"]]


def test_a_page_set_with_tables() -> None:
    rows = "".join(f"<tr><td>{n}<td>甲<td>乙<td>丙</tr>" for n in range(9))
    body = (
        "<table><tr><td><table><tr><td>首页<td>政务</table></td></tr><tr><td>位置</td></tr><tr><td>"
        f"<table><tr><td>左栏</td><td><h1>目录</h1><table>{rows}</table><p>注：底</p></td></tr></table>"
        "</td></tr><tr><td>版权</td></tr></table>"
    )
    grids = read(page(body), "目录.html")
    assert [(len(grid.rows), grid.width) for grid in grids] == [(1, 2), (9, 4)]
    assert grids[1].above == ("位置", "左栏", "目录")
    assert grids[1].below == ("注：底", "版权")


def test_a_list_inside_a_cell_is_its_text() -> None:
    inner = "<table><tr><td>一<td>二<tr><td>三<td>四</table>"
    rows = "".join(f"<tr><td>{n}<td>{inner if n == 1 else 'x'}<td>y" for n in range(4))
    (grid,) = read(page(f"<table>{rows}</table>"), "目录.html")
    assert grid.rows[1][1].text == "一 二\n三 四"


def test_the_caption_stands_above() -> None:
    (grid,) = read(page("<p>题<table><caption>表一</caption><tr><td>甲</table>"), "目录.html")
    assert grid.above == ("题", "表一")


def test_boxes_to_be_ticked() -> None:
    body = (
        "<table><tr><td><input type=checkbox checked>网站<input type='checkbox'>报刊<input></table>"
    )
    (grid,) = read(page(body), "目录.html")
    assert texts(grid) == [["☑网站☐报刊"]]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-8", "utf-8-sig"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("big5", "big5"),
        ("gb2312", "utf-16"),
    ],
)
def test_encodings_declared_and_meant(charset: str, encoding: str) -> None:
    word = "公開時限" if encoding == "big5" else "公开镕时限"
    body = f"<html><meta charset={charset}><table><tr><td>{word}<td>甲</table>"
    (grid,) = read(body.encode(encoding), "目录.html")
    assert texts(grid) == [[word, "甲"]]


def test_bytes_of_no_encoding_are_noted() -> None:
    data = page("<table><tr><td>甲@</table>").replace(b"@", b"\xff\xff\xfe")
    (grid,), (note,) = read_tables(data, "目录.html")
    assert grid.rows[0][0].text.startswith("甲")
    assert note.weight is Weight.NOTE


def test_a_declaration_of_xml_and_a_workbook_saved_as_a_page() -> None:
    body = (
        '<?xml version="1.0" encoding="gb2312"?>\n<html xmlns:o="urn:x"><body><table>'
        "<tr><td>20个<o:p></o:p>工作日<st1:chsdate>内</st1:chsdate>起</td></tr></table></body></html>"
    )
    (grid,) = read(body.encode("gb18030"), "目录.xls")
    assert texts(grid) == [["20个工作日内起"]]


def test_a_page_saved_in_one_file() -> None:
    import email.mime.multipart
    import email.mime.text

    made = email.mime.multipart.MIMEMultipart("related")
    made.attach(email.mime.text.MIMEText("<table><tr><td>甲</table>", "html", "utf-8"))
    (grid,) = read(b"From: <x>\nMIME-Version: 1.0\n" + made.as_bytes(), "目录.mht")
    assert texts(grid) == [["甲"]]


def test_rows_and_cells_out_of_order_are_kept() -> None:
    body = "<table><tr><td>1</tr><form><tr><td>2</tr></form><tr><td>3</table>"
    (grid,) = read(page(body), "目录.html")
    assert texts(grid) == [["1"], ["2"], ["3"]]
