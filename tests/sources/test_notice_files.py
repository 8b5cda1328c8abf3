"""A notice comes out of every file that people have of it; other files are refused in words."""

import re
import zipfile
from email.message import EmailMessage
from html import escape
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.place import Problem
from gongkai_cli.sources.notice.files import Words, notice_words
from gongkai_cli.sources.notice.page import text_of_page

from .notices import COPIES, LACKING, read, shipped, text_of

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def words_of(data: bytes, file: str = "通知") -> Words:
    words = notice_words(data, file)
    assert isinstance(words, Words)
    return words


def refusal(data: bytes, file: str = "通知") -> Problem:
    problem = notice_words(data, file)
    assert isinstance(problem, Problem)
    return problem


def document(body: str, space: str = _WORD, declared: str = "") -> bytes:
    """A .docx with this body."""
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{declared}'
        f'<w:document xmlns:w="{space}" xmlns:mc="{_COMPATIBILITY}">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def archive(parts: dict[str, str]) -> bytes:
    """A zip archive with these parts."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return data.getvalue()


def paragraphs(text: str) -> str:
    """A body in which Word has cut every line into runs of three letters."""
    return "".join(
        "<w:p>"
        + "".join(
            "<w:r><w:rPr><w:b/></w:rPr>"
            f'<w:t xml:space="preserve">{escape(line[at : at + 3])}</w:t></w:r>'
            for at in range(0, len(line), 3)
        )
        + "</w:p>"
        for line in text.splitlines()
    )


def page(text: str) -> str:
    """A page as a site prints a notice, with what a site puts around it."""
    lines = "".join(f"<p>　　{escape(line)}</p>\n" for line in text.splitlines())
    return (
        "<!DOCTYPE html>\n<html><head><title>放假了！2月30日放假</title>"
        "<style>p { margin: 0 }</style><script>var a = '一、元旦：1月9日放假';</script></head>"
        "<body><!-- 一、元旦 --><ul><li><a href='/'>首页</a></li><li>政策</li></ul>"
        f"<div class='pages_content'>{lines}</div>"
        "<table><tr><td>分享到<td>微信</table></body></html>"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("name", ["2026", "2012"])
def test_plain_text(name: str, encoding: str) -> None:
    words = words_of(text_of(name).encode(encoding), "通知.txt")
    assert words == Words(text_of(name), "通知.txt")


@pytest.mark.parametrize("space", [_WORD, _STRICT])
@pytest.mark.parametrize("name", [name for name in COPIES if name != "2008"])
def test_a_word_document(name: str, space: str) -> None:
    words = words_of(document(paragraphs(text_of(name)), space), "通知.docx")
    assert words.name == "通知.docx（正文）"
    assert words.text.splitlines() == text_of(name).splitlines()
    assert set(read(words.text).rests) == set(shipped(COPIES[name]).rests)


@pytest.mark.parametrize("name", [name for name in COPIES if name != "2008"])
def test_numbers_of_clauses_that_the_word_processor_counts(name: str) -> None:
    text = re.sub("^[一二三四五六七]、", "", text_of(name), flags=re.MULTILINE)
    notice = read(words_of(document(paragraphs(text))).text)
    assert set(notice.rests) == set(shipped(COPIES[name]).rests)


def test_what_is_not_seen_in_a_document_is_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>1月</w:t></w:r><w:del><w:r><w:delText>2</w:delText><w:t>2</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>删</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText>PAGE</w:instrText><w:t>日</w:t><w:tab/><w:t>放假</w:t><w:br/></w:r></w:p>"
        "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    )
    assert words_of(document(body)).text == "1月1日 放假\n\n框\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("name", [name for name in COPIES if name != "2008"])
def test_a_saved_page(name: str, encoding: str) -> None:
    words = words_of(page(text_of(name)).encode(encoding), "通知.htm")
    assert words.name == "通知.htm（正文）"
    notice, expected = read(words.text), shipped(COPIES[name])
    for each in ("number", "issued", "title"):
        printed = None if each in LACKING.get(name, ()) else getattr(expected, each)
        assert getattr(notice, each) == printed
    assert set(notice.rests) == set(expected.rests)
    assert set(notice.make_ups) == set(expected.make_ups)


def test_a_saved_archive_of_a_page() -> None:
    message = EmailMessage()
    message["Subject"] = "放假通知"
    message.set_content("")
    message.make_related()
    message.add_related(page(text_of("2022")), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    words = words_of(message.as_bytes(), "通知.mht")
    assert read(words.text).number == COPIES["2022"]


def test_forum_rubbish_that_is_hidden_is_not_read() -> None:
    html = (
        "<p>1月1日<span style='display:none'>8 q: H! 放假</span>至3日"
        "<font style='font-size:0px'>x</font>放假<b hidden>不</b>，"
        "共<i>3</i>天。<br/>元旦<img src=a>快乐</p>"
    )
    assert text_of_page(html) == "1月1日至3日放假，共3天。\n元旦\n快乐"


def test_hidden_elements_inside_hidden_ones() -> None:
    html = "<div hidden>甲<div>乙</div>丙<p>丁</div>戊<script>己</script>庚"
    assert text_of_page(html) == "戊\n庚"


def test_comments() -> None:
    assert text_of_page("甲<!-- 乙 <!-- 丙 --->丁<!--[if IE]>戊<![endif]--><p>己<!-- 庚") == (
        "甲丁\n己 庚"
    )


def test_entities_and_angle_brackets_in_text() -> None:
    assert text_of_page("<p>&#19968;、元旦&#65306;1月1日&nbsp;放假&lt;办法&gt;</p>") == (
        "一、元旦：1月1日 放假<办法>"
    )


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "是旧版 .doc 或 .wps 文件，读不了"),
        (b"%PDF-1.7\n", "是PDF 文件，读不了"),
        (b"{\\rtf1\\ansi", "是RTF 文件，读不了"),
        (b"\x89PNG\r\n\x1a\n", "是图片，读不了"),
        (b"PK\x03\x04rubbish", "文档已损坏，不能解压"),
        (archive({"xl/workbook.xml": "<workbook/>"}), "不是 .docx 文档"),
        (archive({"word/document.xml": "<w:document"}), "文档已损坏，不能读取"),
        (b"\x00\x01\x02\x03" * 10, "不是文字，也不是认识的文件"),
        (b"\xff\xff\xff\xff", "不是文字，也不是认识的文件"),
        (b"MIME-Version: 1.0\nContent-Type: image/png\n\nabc", "这个 .mht 文件里没有网页"),
    ],
)
def test_other_files_are_refused(data: bytes, found: str) -> None:
    problem = refusal(data, "某文件")
    assert problem.found == found
    assert problem.accepted
    assert problem.place.file == "某文件"


def test_a_document_that_defines_entities_is_refused() -> None:
    declared = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    data = document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", declared=declared)
    assert refusal(data).found == "文档的写法不常见，不能安全读取"


def test_a_document_with_a_password_is_refused() -> None:
    data = bytearray(document(paragraphs("元旦")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flags] |= 1
    assert refusal(bytes(data)).found == "文档有密码"


@pytest.mark.slow
def test_what_is_too_large_is_refused() -> None:
    assert refusal(b"a" * (32 * 1024 * 1024 + 1)).found == "文件过大（超过 32 MB）"
    assert refusal(document("<!--" + " " * (32 * 1024 * 1024) + "-->")).found == (
        "文档过大（超过 32 MB）"
    )


@given(st.binary(max_size=200))
def test_no_data_raises(data: bytes) -> None:
    for head in (b"", b"PK\x03\x04", b"<html>", b"MIME-Version: 1.0\n"):
        notice_words(head + data, "某文件")


@given(st.text(max_size=200))
def test_no_page_raises(text: str) -> None:
    text_of_page(f"<html>{text}")


@given(st.binary(max_size=40), st.integers(0, 400))
def test_no_damaged_document_raises(junk: bytes, at: int) -> None:
    data = document(paragraphs("一、元旦：1月1日放假。"))
    notice_words(data[:at] + junk + data[at + len(junk) :], "某文件")
