"""Documents as Word and WPS write them: what is seen counts, and where it stands."""

import docx
import pytest
from docx.enum.section import WD_SECTION

from gongkai_cli.model.place import Weight
from gongkai_cli.sources.tables import read_tables

from .papers import own, p, package, raw_docx, read, saved, shape, tbl, tc, texts, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def words(xml: str) -> str:
    """What the only cell that is looked at shows."""
    (grid,) = read(raw_docx(tbl(tr("<w:tc>" + xml + "</w:tc>", "乙"))), "目录.docx")
    return grid.rows[0][0].text


def test_places_name_the_table_the_row_and_the_cell() -> None:
    (first, second) = read(
        raw_docx(tbl(tr("甲", "乙")) + p("间") + tbl(tr("丙"), tr("丁"))), "目录.docx"
    )
    assert str(first.place) == "目录.docx!表1"
    assert str(first.rows[0][1].place) == "目录.docx!表1!R1C2"
    assert str(second.rows[1][0].place) == "目录.docx!表2!R2C1"
    assert first.below == second.above == ("间",)


def test_lines_above_and_below_without_blank_ones() -> None:
    body = p("附件1") + p("　") + p("2024年目录") + tbl(tr("甲", "乙")) + "<w:p/>" + p("　注：一")
    (grid,) = read(raw_docx(body), "目录.docx")
    assert (grid.above, grid.below) == (("附件1", "2024年目录"), ("注：一",))


def test_a_cell_that_goes_on_below_nothing_begins_there() -> None:
    (grid,) = read(
        raw_docx(tbl(tr(tc("甲", CONTINUE), "乙"), tr(tc("", CONTINUE), "丙"))), "目录.docx"
    )
    assert shape(grid) == [[("甲", 0, 0), ("乙", 0, 1)], [("甲", 0, 0), ("丙", 1, 1)]]


def test_two_merges_one_below_the_other_stay_two() -> None:
    merges = [("甲", RESTART), ("", CONTINUE), ("乙", RESTART), ("", CONTINUE), ("丙", "")]
    rows = [tr(tc(text, merge), str(n)) for n, (text, merge) in enumerate(merges)]
    (grid,) = read(raw_docx(tbl(*rows)), "目录.docx")
    assert [row[0].text for row in grid.rows] == ["甲", "甲", "乙", "乙", "丙"]
    assert own(grid) == [["甲", "0"], ["", "1"], ["乙", "2"], ["", "3"], ["丙", "4"]]


def test_a_merge_over_rows_and_columns() -> None:
    rows = [
        tr(tc("甲", span(2) + RESTART), "1"),
        tr(tc("", span(2) + CONTINUE), "2"),
        tr("3", "4", "5"),
    ]
    (grid,) = read(raw_docx(tbl(*rows)), "目录.docx")
    assert shape(grid)[1] == [("甲", 0, 0), ("甲", 0, 0), ("2", 1, 2)]


def test_merges_across_written_the_old_way() -> None:
    restart, go_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    (grid,) = read(raw_docx(tbl(tr(tc("题", restart), tc("", go_on)), tr("甲", "乙"))), "目录.docx")
    assert shape(grid)[0] == [("题", 0, 0), ("题", 0, 0)]


def test_cells_left_out_at_the_ends_of_a_row_are_blank() -> None:
    before, after = '<w:gridBefore w:val="1"/>', '<w:gridAfter w:val="1"/>'
    rows = [tr("1", "2", "3"), tr("a", "b", properties=before), tr("c", "d", properties=after)]
    (grid,) = read(raw_docx(tbl(*rows)), "目录.docx")
    assert texts(grid) == [["1", "2", "3"], ["", "a", "b"], ["c", "d", ""]]


def test_a_short_row_is_filled_up() -> None:
    (grid,) = read(raw_docx(tbl(tr("1", "2"), tr("a"))), "目录.docx")
    assert texts(grid) == [["1", "2"], ["a", ""]]


def test_columns_that_come_of_a_dragged_line_do_not_count() -> None:
    rows = [
        tr(tc("甲", span(2)), "乙", "丙"),
        tr("1", tc("2", span(2)), "3"),
        tr(tc("4", span(2) + RESTART), "5", "6"),
        tr(tc("", CONTINUE), tc("7", span(2)), "8"),
    ]
    (grid,) = read(raw_docx(tbl(*rows, widths=(1500, 40, 1500, 900))), "目录.docx")
    assert own(grid) == [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"], ["", "7", "8"]]


def test_a_thin_column_with_cells_of_its_own_counts() -> None:
    (grid,) = read(raw_docx(tbl(tr("甲", "", "乙"), widths=(1500, 40, 1500))), "目录.docx")
    assert texts(grid) == [["甲", "", "乙"]]


def test_a_table_cut_in_two_is_one() -> None:
    widths = (1000, 2000)
    body = tbl(tr("名称", "时限"), tr(tc("甲", RESTART), "1"), widths=widths) + (
        "<w:p/>" + tbl(tr(tc("", CONTINUE), "2"), tr("乙", "3"), widths=(1010, 1990))
    )
    (grid,) = read(raw_docx(body + p("注")), "目录.docx")
    assert texts(grid) == [["名称", "时限"], ["甲", "1"], ["甲", "2"], ["乙", "3"]]
    assert own(grid)[2] == ["", "2"]
    assert grid.page_breaks == {2}
    assert str(grid.rows[3][0].place) == "目录.docx!表2!R2C1"
    assert grid.below == ("注",)


@pytest.mark.parametrize(
    ("between", "widths"), [(p("续"), (1000, 2000)), ("", (1500, 1500)), ("", (1000, 1000, 1000))]
)
def test_a_table_with_other_columns_or_words_between_is_another(
    between: str, widths: tuple[int, ...]
) -> None:
    second = tbl(tr(*["x"] * len(widths)), widths=widths)
    body = tbl(tr("甲", "乙"), widths=(1000, 2000)) + between + second
    assert len(read(raw_docx(body), "目录.docx")) == 2


def test_a_table_cut_by_a_section_in_a_real_document() -> None:
    document = docx.Document()
    for part in range(3):
        table = document.add_table(2, 2)
        for row in (0, 1):
            table.cell(row, 0).text, table.cell(row, 1).text = f"{part}{row}", "甲"
        if part < 2:
            document.add_section(WD_SECTION.NEW_PAGE)
    (grid,) = read(saved(document), "目录.docx")
    assert [row[0].text for row in grid.rows] == ["00", "01", "10", "11", "20", "21"]
    assert grid.page_breaks == {2, 4}


def test_pages_begin_where_the_document_says() -> None:
    broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>"
    inside = "<w:p><w:r><w:t>丙</w:t><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r></w:p>"
    before = "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>丁</w:t></w:r></w:p>"
    body = tbl(tr("甲"), tr(tc(broken)), tr(tc(inside)), tr(tc(before)))
    (grid,) = read(raw_docx(body), "目录.docx")
    assert grid.page_breaks == {1, 3}


def test_heading_rows_that_are_repeated_stand_there_once() -> None:
    rows = [tr("名称", properties="<w:tblHeader/>"), tr("甲")]
    (grid,) = read(raw_docx(tbl(*rows)), "目录.docx")
    assert texts(grid) == [["名称"], ["甲"]]


def test_tracked_changes_count_as_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    xml = (
        f"<w:p><w:ins>{run.format('20个')}</w:ins><w:del><w:r><w:delText>30个</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run.format('旧')}</w:moveFrom><w:moveTo>{run.format('工作日')}</w:moveTo></w:p>"
    )
    assert words(xml) == "20个工作日"


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    xml = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>20个</w:t></w:r></w:p>" + p(
        "工作日"
    )
    assert words(xml) == "20个工作日"


def test_deleted_rows_and_cells_are_gone() -> None:
    rows = [
        tr("1", tc("x", "<w:cellDel/>"), "2"),
        tr("y", "z", "z", properties="<w:del/>"),
        tr("3", tc("x", "<w:cellDel/>"), "4", properties="<w:ins/>"),
    ]
    (grid,) = read(raw_docx(tbl(*rows)), "目录.docx")
    assert texts(grid) == [["1", "2"], ["3", "4"]]


def test_line_breaks_and_tabs_are_kept_and_ends_cut() -> None:
    pieces = "<w:t>　 一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t>"
    xml = f"<w:p><w:r>{pieces}</w:r></w:p>"
    assert words(xml + p("四　") + "<w:p/>") == "一\n二\t三\n四"


def test_codes_of_fields_are_not_shown_their_results_are() -> None:
    xml = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
        '<w:fldSimple w:instr="DATE"><w:r><w:t>月</w:t></w:r></w:fldSimple></w:p>'
    )
    assert words(xml) == "3月"


def test_hidden_words_are_not_shown() -> None:
    run = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>"
    hidden, shown = "<w:vanish/>", '<w:vanish w:val="0"/>'
    xml = f"<w:p>{run.format(hidden, '密')}{run.format(shown, '明')}</w:p>"
    assert words(xml) == "明"


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "00FE", "☑"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "006F", "□"),
        ("Wingdings", "F06E", "■"),
        ("Wingdings 2", "0052", "☑"),
        ("Wingdings 2", "00A3", "☐"),
        ("Symbol", "F0D6", "√"),
    ],
)
def test_signs_of_picture_fonts(font: str, code: str, sign: str) -> None:
    symbol = f'<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/><w:t>网站</w:t></w:r></w:p>'
    assert words(symbol) == f"{sign}网站"
    letter = f"&#x{code};"
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert words(f"<w:p><w:r>{fonts}<w:t>{letter}</w:t></w:r></w:p>") == sign


def test_a_sign_that_is_not_known_is_noted_at_its_cell() -> None:
    symbol = '<w:p><w:r><w:sym w:font="Webdings" w:char="F041"/><w:t>甲</w:t></w:r></w:p>'
    (grid,), (note,) = read_tables(raw_docx(tbl(tr("乙", tc(symbol)))), "目录.docx")
    assert texts(grid) == [["乙", "\ufffd甲"]]
    assert (str(note.place), note.weight) == ("目录.docx!表1!R1C2", Weight.NOTE)


def test_numbers_that_word_sets_by_itself_are_noted() -> None:
    number = '<w:p><w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr></w:p>'
    rows = [tr(tc(number.format(1)), "甲"), tr(tc(number.format(0)), "乙")]
    (grid,), (note,) = read_tables(raw_docx(number.format(1) + tbl(*rows)), "目录.docx")
    assert texts(grid) == [["", "甲"], ["", "乙"]]
    assert (note.weight, note.found) == (Weight.NOTE, "表格中有1段是自动编号，编号未读入")


def test_boxes_of_old_forms_and_of_new_controls() -> None:
    old = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{}'
        "</w:checkBox></w:ffData></w:fldChar></w:r>"
    )
    ticked = "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent>"
    new = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr>{ticked}</w:sdt>"
    xml = f"<w:p>{old.format('<w:checked/>')}{old.format('')}{new}</w:p>"
    assert words(xml) == "☑☐☒"


def test_content_controls_around_rows_cells_and_tables() -> None:
    row = f"<w:sdt><w:sdtContent>{tr('1', '2')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt><w:sdtContent>{tc('3')}</w:sdtContent></w:sdt>"
    table = tbl(row, f"<w:tr>{cell}{tc('4')}</w:tr>")
    body = f"<w:sdt><w:sdtContent>{p('题')}{table}</w:sdtContent></w:sdt>"
    (grid,) = read(raw_docx(body), "目录.docx")
    assert texts(grid) == [["1", "2"], ["3", "4"]]
    assert grid.above == ("题",)


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('框中')}</w:txbxContent>"
    xml = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>"
        f"{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent><w:t>外</w:t></w:r></w:p>"
    )
    (grid,) = read(raw_docx(xml + tbl(tr("甲"))), "目录.docx")
    assert grid.above == ("外", "框中")
    assert words(xml) == "外\n框中"


def test_a_table_in_a_text_box_is_a_table() -> None:
    box = f"<w:txbxContent>{tbl(tr('甲', '乙'))}</w:txbxContent>"
    xml = f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    (grid,) = read(raw_docx(p("题") + xml), "目录.docx")
    assert texts(grid) == [["甲", "乙"]]


def test_notes_at_the_foot_stand_below_the_table() -> None:
    mark = '<w:p><w:r><w:t>各派出所</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = (
        f'<w:root><w:footnote w:id="0" w:type="separator">{p("—")}</w:footnote>'
        f'<w:footnote w:id="2">{p("含乡镇派出所")}</w:footnote></w:root>'
    )
    body = tbl(tr(tc(mark))) + p("注：底")
    (grid,) = read(raw_docx(body, footnotes=notes), "目录.docx")
    assert texts(grid) == [["各派出所"]]
    assert grid.below == ("含乡镇派出所", "注：底")


def test_a_list_inside_a_cell_is_its_text() -> None:
    rows = [tr(str(n), "a", "b") for n in range(5)]
    body = tbl(*rows, tr("5", tc(p("含：") + tbl(tr("一", "二"), tr("三", "四")) + "<w:p/>"), "b"))
    (grid,) = read(raw_docx(body), "目录.docx")
    assert grid.rows[5][1].text == "含：\n一 二\n三 四"


def test_a_list_as_wide_as_its_table_is_still_its_text() -> None:
    inner = tbl(tr("一", "二"), tr("三", "四"))
    rows = [tr(str(n), tc(inner + "<w:p/>") if n == 2 else "a") for n in range(4)]
    (grid,) = read(raw_docx(tbl(*rows)), "目录.docx")
    assert [row[1].text for row in grid.rows] == ["a", "a", "一 二\n三 四", "a"]


def test_a_frame_around_the_table_counts_for_nothing() -> None:
    inner = tbl(*(tr("1", "2", "3") for _ in range(6)))
    (single,) = read(raw_docx(p("甲") + tbl(tr(tc(p("题") + inner + p("注"))))), "目录.docx")
    (several,) = read(raw_docx(p("甲") + tbl(tr("题"), tr(tc(inner)), tr("注"))), "目录.docx")
    for grid in (single, several):
        assert (len(grid.rows), grid.width) == (6, 3)
        assert (grid.above, grid.below) == (("甲", "题"), ("注",))
        assert str(grid.place) == "目录.docx!表1"


def test_what_conversion_left_is_kept_as_printed() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/>'
    xml = f"<w:p>{mark}<w:r><w:t>[bookmark: _GoBack]结果公开</w:t></w:r></w:p>"
    assert words(xml) == "[bookmark: _GoBack]结果公开"


def test_guides_to_pronunciation_are_not_text() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    guide, base = run.format("jia"), run.format("甲")
    ruby = f"<w:ruby><w:rt>{guide}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby>"
    assert words(f"<w:p>{ruby}</w:p>") == "甲"


def test_a_document_with_macros_is_read_with_a_note() -> None:
    parts = {"word/vbaProject.bin": b"\0", **unpacked(raw_docx(tbl(tr("甲"))))}
    (grid,), (note,) = read_tables(package(parts), "目录.docm")
    assert texts(grid) == [["甲"]]
    assert (note.weight, note.found) == (Weight.NOTE, "文档带有宏，宏不运行，只读其中的表格")


def test_the_strict_form_of_the_format() -> None:
    strict = raw_docx(tbl(tr("甲", tc("乙", span(2))), tr("1", "2", "3")))
    parts = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, data in unpacked(strict).items()
    }
    (grid,) = read(package(parts), "目录.docx")
    assert texts(grid) == [["甲", "乙", "乙"], ["1", "2", "3"]]


def test_columns_without_any_words_at_the_end_are_kept() -> None:
    (grid,) = read(raw_docx(tbl(tr("甲", "", ""), tr("1", "", "　"))), "目录.docx")
    assert texts(grid) == [["甲", "", ""], ["1", "", ""]]


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a document."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
