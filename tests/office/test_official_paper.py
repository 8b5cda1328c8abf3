"""An official paper held to GB/T 9704—2012, as the standard's own numbers have it."""

import time
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.office.official_paper import Attachment, OfficialPaper, Signature
from gongkai_cli.office.paper_file import write
from gongkai_cli.office.paper_parts import (
    Block,
    Column,
    Grid,
    GridRow,
    Heading,
    Paragraph,
    Table,
)
from gongkai_cli.office.paper_styles import LETTER
from gongkai_cli.office.paper_text import printable
from tests.reports.hostile import texts

from .papers import W, letters_of, lines, opened, parts, style_of, value

TABLE = Table(
    (Column("序号", 1, centred=True), Column("事项", 4)), (("1", "部门文件"), ("2", "主要职责"))
)
GRID = Grid((26, 52, 26, 52), (GridRow(("签收单位", "甲科", "签收人", "")), GridRow(("备注", ""))))
PAPER = OfficialPaper(
    title="关于某事的通知",
    number="某〔2024〕　　号",
    addressee="甲科",
    body=(
        Paragraph("按照有关规定，现通知如下。"),
        Heading(1, "存在的问题"),
        Heading(2, "超期"),
        Heading(3, "甲事项超期。"),
        Heading(3, "乙事项超期。"),
        Heading(4, "其中一条。"),
        Heading(2, "空白"),
        Heading(3, "丙事项空白。"),
        Heading(1, "要求"),
        TABLE,
        Paragraph("特此通知。"),
    ),
    signature=Signature(signer="某某局", day="2024年7月26日", sealed=True),
    note="此件依申请公开",
    after=(GRID,),
    small_print=("核查说明：某日。", "口径：从严。"),
    attachments=(Attachment(title="明细", body=(TABLE,)),),
)


def test_the_page_is_that_of_the_standard() -> None:
    section = opened(PAPER).sections[0]
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    assert abs(section.page_height - Mm(297)) < Mm(0.1)
    assert abs(section.top_margin - Mm(37)) < Mm(0.1)
    assert abs(section.left_margin - Mm(28)) < Mm(0.1)
    inside = section.page_width - section.left_margin - section.right_margin
    assert abs(inside - Mm(156)) < Mm(0.1)
    height = section.page_height - section.top_margin - section.bottom_margin
    assert abs(height - Mm(225)) < Mm(0.1)
    assert height // Pt(28) == 22
    assert inside // round(LETTER * 12700) == 28


def test_every_text_names_its_chinese_font_for_every_script() -> None:
    document = opened(PAPER)
    styles = document.styles.element
    fonts = styles.xpath("./w:docDefaults//w:rFonts") + styles.xpath("./w:style//w:rFonts")
    assert len(fonts) == 1 + len(styles.xpath("./w:style"))
    for font in fonts:
        names = {font.get(qn(f"w:{kind}")) for kind in ("eastAsia", "ascii", "hAnsi", "cs")}
        assert len(names) == 1
        assert None not in names
        assert not [name for name in font.attrib if "Theme" in name]
    known = {style.get(qn("w:styleId")) for style in styles.xpath("./w:style")}
    used = {each.val for each in document.element.body.xpath(".//w:pStyle")}
    assert used <= known


def font_and_size(document: Any, paragraph: Any) -> tuple[str | None, str | None]:
    style = style_of(document, paragraph)
    return value(style, "rPr/rFonts", "eastAsia"), value(style, "rPr/sz")


def test_fonts_and_sizes_are_those_that_each_part_has() -> None:
    document = opened(PAPER)
    by_text = {each.text: font_and_size(document, each) for each in document.paragraphs}
    assert by_text["关于某事的通知"] == ("方正小标宋简体", "44")
    assert by_text["按照有关规定，现通知如下。"] == ("仿宋_GB2312", "32")
    assert by_text["一、存在的问题"] == ("黑体", "32")
    assert by_text["（一）超期"] == ("楷体_GB2312", "32")
    assert by_text["1.甲事项超期。"] == ("仿宋_GB2312", "32")
    assert by_text["附件"] == ("黑体", "32")
    cells = document.tables[0].rows
    assert font_and_size(document, cells[0].cells[0].paragraphs[0]) == ("黑体", "21")
    assert font_and_size(document, cells[1].cells[0].paragraphs[0]) == ("仿宋_GB2312", "21")


def test_lines_are_exactly_28_points_apart_and_paragraphs_begin_two_characters_in() -> None:
    document = opened(PAPER)
    body = next(each for each in document.paragraphs if each.text.startswith("按照"))
    style = style_of(document, body)
    assert value(style, "pPr/spacing", "line") == "560"
    assert value(style, "pPr/spacing", "lineRule") == "exact"
    assert value(style, "pPr/spacing", "after") == "0"
    assert value(style, "pPr/ind", "firstLineChars") == "200"
    to = next(each for each in document.paragraphs if each.text == "甲科：")
    assert value(style_of(document, to), "pPr/ind", "firstLineChars") == "0"


def test_headings_are_numbered_level_by_level_in_their_text() -> None:
    read = lines(write(PAPER))
    assert read[3:12] == [
        "按照有关规定，现通知如下。",
        "一、存在的问题",
        "（一）超期",
        "1.甲事项超期。",
        "2.乙事项超期。",
        "（1）其中一条。",
        "（二）空白",
        "1.丙事项空白。",
        "二、要求",
    ]


def test_signature_note_and_receipt_stand_in_this_order_below_the_text() -> None:
    read = lines(write(PAPER))
    end = read.index("特此通知。")
    assert read[end : end + 10] == [
        "特此通知。",
        "附件：明细",
        "某某局",
        "2024年7月26日",
        "（此件依申请公开）",
        "签收单位 | 甲科 | 签收人 | ",
        "备注 | ",
        "核查说明：某日。",
        "口径：从严。",
        "附件",
    ]


def right_of(document: Any, text: str) -> float:
    """How many characters a line stays from the right margin."""
    line = next(each for each in document.paragraphs if each.text == text)
    return float(value(line._p, "pPr/ind", "right") or 0) / 20 / LETTER


def signed(signer: str, day: str, *, sealed: bool) -> tuple[float, float]:
    paper = OfficialPaper(title="通知", signature=Signature(signer=signer, day=day, sealed=sealed))
    document = opened(paper)
    return right_of(document, signer), right_of(document, day)


def test_under_a_seal_the_day_is_four_characters_from_the_right_and_the_signer_centred_on_it() -> (
    None
):
    signer, day = signed("某某局", "2024年7月26日", sealed=True)
    assert day == pytest.approx(4, abs=0.01)
    middle_of_day, middle_of_signer = day + 6.5 / 2, signer + 3 / 2
    assert middle_of_signer == pytest.approx(middle_of_day, abs=0.01)
    signer, day = signed("某" * 26, "2024年7月26日", sealed=True)
    assert signer == pytest.approx(0, abs=0.01)
    assert day + 6.5 / 2 == pytest.approx(13, abs=0.01)


def test_without_a_seal_the_day_begins_two_characters_behind_the_signer() -> None:
    signer, day = signed("某某市某某局办公室", "2024年7月26日", sealed=False)
    assert signer == pytest.approx(2, abs=0.01)
    assert (day + 6.5) + 2 == pytest.approx(signer + 9, abs=0.01)
    signer, day = signed("某局", "2024年7月26日", sealed=False)
    assert day == pytest.approx(2, abs=0.01)
    assert (day + 6.5) + 2 == pytest.approx(signer + 2, abs=0.01)


@given(st.text("甲乙A1", min_size=1, max_size=80), st.booleans())
def test_a_signer_of_any_length_leaves_room_for_itself(signer: str, sealed: bool) -> None:
    length = sum(0.5 if letter.isascii() else 1 for letter in signer)
    for right, own in zip(signed(signer, "某日", sealed=sealed), (length, 2), strict=True):
        assert right >= 0
        assert right + own <= 28.01 or right == 0


def kept(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def test_the_signature_never_stands_alone_on_a_page() -> None:
    body = opened(PAPER).element.body
    every = list(body.iterchildren(f"{W}p"))
    words = [letters_of(each) for each in every]
    last, day = words.index("特此通知。"), words.index("2024年7月26日")
    assert all(kept(each) for each in every[last:day])
    ends_in_table = OfficialPaper(title="通知", body=(TABLE,), signature=PAPER.signature)
    rows = opened(ends_in_table).tables[0].rows
    assert all(kept(each) for each in rows[-1]._tr.iter(f"{W}p"))
    assert not any(kept(each) for each in rows[0]._tr.iter(f"{W}p"))


def test_page_numbers_stand_outside_between_dashes() -> None:
    document = opened(PAPER)
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (line,) = footer.paragraphs
        assert letters_of(line._p) == "— 1 —"
        assert line._p.find(f"{W}fldSimple").get(qn("w:instr")) == "PAGE"
        style = style_of(document, line)
        assert value(style, "pPr/jc") == side
        assert value(style, "pPr/ind", f"{side}Chars") == "100"
        assert (value(style, "rPr/rFonts", "eastAsia"), value(style, "rPr/sz")) == ("宋体", "28")
    dash = section.footer_distance + Pt(14) / 2
    assert abs(section.bottom_margin - dash - Mm(7)) < Mm(0.5)
    without = opened(OfficialPaper(title="表", page_numbers=False))
    assert without.sections[0].footer.is_linked_to_previous


def test_tables_are_as_wide_as_the_text_and_repeat_their_heading() -> None:
    document = opened(PAPER)
    section = document.sections[0]
    inside = (section.page_width - section.left_margin - section.right_margin) / 635
    for table in document.tables:
        widths = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid]
        assert sum(widths) == int(value(table._tbl, "tblPr/tblW", "w") or 0)
        assert abs(sum(widths) - inside) < 20
        assert value(table._tbl, "tblPr/tblLayout", "type") == "fixed"
        for row in table._tbl.tr_lst:
            spans = [int(value(cell, "tcPr/gridSpan") or 1) for cell in row.tc_lst]
            cells = [int(value(cell, "tcPr/tcW", "w") or 0) for cell in row.tc_lst]
            assert (sum(spans), sum(cells)) == (len(widths), sum(widths))
    first, *others = document.tables[0]._tbl.tr_lst
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)


def test_a_row_longer_than_a_page_may_break_and_others_stay_whole() -> None:
    table = Table((Column("甲"),), (("短",), ("长" * 5000,)))
    _, short, long = opened(OfficialPaper(title="表", body=(table,))).tables[0]._tbl.tr_lst
    assert short.find(f"{W}trPr/{W}cantSplit") is not None
    assert long.find(f"{W}trPr/{W}cantSplit") is None


def test_the_same_paper_gives_the_same_bytes_and_tells_nothing_of_its_making() -> None:
    first = write(PAPER)
    time.sleep(2.1)  # the time of a part in an archive goes by two seconds
    assert write(PAPER) == first
    about = opened(PAPER).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.title == "关于某事的通知"
    assert about.created == about.modified
    names = set(parts(first))
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert b"python-docx" not in b"".join(parts(first).values())


def test_what_is_empty_is_left_out() -> None:
    assert lines(write(OfficialPaper(title="表"))) == ["表"]


def of_blocks(words: list[str]) -> tuple[Block, ...]:
    text = "".join(words)
    return (
        *(Heading(number % 4 + 1, word) for number, word in enumerate(words)),
        Paragraph(text, "right"),
        Paragraph(text, "margin"),
        Table((Column(text), Column("乙")), ((text, text),) * len(words)),
        Grid((1, 2), (GridRow((text, text)), GridRow((text,)))),
    )


@given(st.lists(texts, max_size=4), texts)
def test_no_text_breaks_a_paper(words: list[str], text: str) -> None:
    paper = OfficialPaper(
        title=text,
        mark=text,
        number=text,
        addressee=text,
        body=of_blocks(words),
        signature=Signature(signer=text, day=text),
        note=text,
        after=of_blocks([text]),
        small_print=tuple(words),
        attachments=tuple(Attachment(title=word, body=of_blocks(words)) for word in words),
    )
    data = write(paper)
    parts(data)
    read = lines(data)
    if printable(text).strip():
        assert printable(text) in read


@given(st.text(max_size=40))
def test_what_is_printable_loses_nothing_that_can_be_seen(text: str) -> None:
    plain = printable(text)
    assert printable(plain) == plain
    seen = [letter for letter in text if letter.isprintable() and letter != "?"]
    assert [letter for letter in plain if letter in seen] == seen
