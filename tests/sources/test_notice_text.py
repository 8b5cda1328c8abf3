"""Texts of notices come out as the notices that ship, however the copy is laid out."""

import re
import tomllib
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.calendar.notices import MakeUp, Rest
from gongkai_cli.sources.notice.text import Given, NoticeText, read_notice

from .notices import COMPOSED, COPIES, FILE, FOLDER, LACKING, known, read, shipped, text_of

ALL = COPIES | COMPOSED
WORDINGS = tomllib.loads((FOLDER / "wordings.toml").read_text(encoding="utf-8"))["case"]
_FULL = {ord(half): full for half, full in zip("():,;", "（）：，；", strict=True)}
_FULL_DIGITS = {ord(digit): chr(ord(digit) - ord("0") + ord("０")) for digit in "0123456789"}


def arranged(notice: NoticeText) -> tuple[set[Rest], set[MakeUp]]:
    """What a notice arranges, in no order."""
    return set(notice.rests), set(notice.make_ups)


def assert_same(notice: NoticeText, number: str) -> None:
    expected = shipped(number)
    assert arranged(notice) == (set(expected.rests), set(expected.make_ups))
    assert notice.title in (expected.title, None)
    assert notice.number in (expected.number, None)
    assert notice.issued in (expected.issued, None)


@pytest.mark.parametrize(("name", "number"), ALL.items(), ids=list(ALL))
def test_a_text_is_the_shipped_notice(name: str, number: str) -> None:
    assert_same(read(text_of(name)), number)


@pytest.mark.parametrize("case", WORDINGS, ids=lambda case: case["name"])
def test_other_words_for_the_same_notice(case: dict[str, Any]) -> None:
    text = text_of(case["text"])
    for printed, other in case["replaced"]:
        assert printed in text
        text = text.replace(printed, other)
    notice, expected = read(text), shipped(ALL[case["text"]])
    assert arranged(notice) == (set(expected.rests), set(expected.make_ups))
    if case["text"] != "2008":
        for name in ("number", "issued", "title"):
            printed = None if name in case.get("lacks", ()) else getattr(expected, name)
            assert getattr(notice, name) == printed


@pytest.mark.parametrize("name", ALL)
def test_what_a_copy_prints_besides_days_is_read(name: str) -> None:
    notice = read(text_of(name))
    lacking = {each for each in ("title", "number", "issued") if getattr(notice, each) is None}
    assert lacking == LACKING.get(name, set())
    assert notice.year == int(name.removeprefix("composed/")[:4])


def test_number_and_date_may_be_told() -> None:
    number, issued = "国办发明电〔2007〕52号", date(2007, 12, 15)
    notice, problems = read_notice(text_of("2008"), FILE, Given(number, issued))
    assert problems == ()
    assert notice is not None
    assert (notice.number, notice.issued, notice.second_hand) == (number, issued, True)
    made = notice.notice("中新网")
    assert made is not None
    assert (made.number, made.second_hand, made.source) == (number, True, "中新网")


def test_what_the_text_prints_is_not_second_hand() -> None:
    printed = read(text_of("2010"))
    told, problems = read_notice(text_of("2010"), FILE, Given(printed.number, printed.issued))
    assert problems == ()
    assert told == printed
    assert not printed.second_hand


def test_without_a_number_there_is_no_notice_for_the_calendar() -> None:
    assert read(text_of("2008")).notice() is None


@pytest.mark.parametrize(("name", "number"), ALL.items(), ids=list(ALL))
@pytest.mark.parametrize("form", ["punctuation", "all", "half"])
def test_both_widths(name: str, number: str, form: str) -> None:
    text = text_of(name).translate(_FULL)
    if form == "half":
        text = unicodedata.normalize("NFKC", text)
    assert_same(read(text.translate(_FULL_DIGITS) if form == "all" else text), number)


@pytest.mark.parametrize(("name", "number"), ALL.items(), ids=list(ALL))
def test_in_one_line(name: str, number: str) -> None:
    assert_same(read("".join(text_of(name).split())), number)


@pytest.mark.parametrize(("name", "number"), ALL.items(), ids=list(ALL))
def test_a_line_a_letter(name: str, number: str) -> None:
    letters = "".join(text_of(name).split())
    assert_same(read("\n".join(letters)), number)


@given(st.sampled_from(list(ALL)), st.data())
def test_white_space_means_nothing(name: str, data: st.DataObject) -> None:
    words = text_of(name)
    blanks = st.sampled_from([" ", "  ", "\n", "\r\n", "\u3000", "\t", "\u200b", "\ufeff", "\xa0"])
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(words)))
        words = words[:at] + data.draw(blanks) + words[at:]
    assert_same(read(words), ALL[name])


@pytest.mark.parametrize("name", [name for name in ALL if name != "2008"])
def test_a_clause_shows_its_words_and_place(name: str) -> None:
    text = text_of(name)
    letters = "".join(text.split())
    for clause in read(text).clauses:
        assert clause.words in letters
        assert clause.place.line is not None
        line = text.splitlines()[clause.place.line - 1]
        assert line[(clause.place.column or 0) - 1] == clause.words[0]


@pytest.mark.parametrize(
    "printed",
    [
        "国办发明电[2009]27号",
        "国 办 发明电（2009）２７号",
        "国办发明电【2009】第27号",
        "国办发明电〔2009〕027号",
    ],
)
def test_spellings_of_the_number(printed: str) -> None:
    text = text_of("2010").replace("国办发明电〔2009〕27号", printed)
    assert read(text).number == "国办发明电〔2009〕27号"


@pytest.mark.parametrize(
    "printed",
    [
        "2009年12月7日",
        "２００９ 年 12 月 ７ 日",
        "二〇〇九年十二月七日",
        "二零零九年十二月七日",
        "二OO九年十二月七日",
        "2009-12-07",
    ],
)
def test_spellings_of_the_date(printed: str) -> None:
    text = text_of("2010").replace("二○○九年十二月七日", printed)
    assert read(text).issued == date(2009, 12, 7)


@pytest.mark.parametrize("range_mark", ["至", "到", "-", "—", "——", "–", "～", "－", "―"])
def test_spellings_of_a_span(range_mark: str) -> None:
    text = re.sub(r"(\d日)至", rf"\g<1>{range_mark}", text_of("2012"))
    assert_same(read(text), COPIES["2012"])


def test_traditional_script() -> None:
    pairs = zip(
        "国务办关于节安排劳动发电经请调连补", "國務辦關於節安排勞動發電經請調連補", strict=True
    )
    text = text_of("2014").translate({ord(plain): other for plain, other in pairs})
    assert_same(read(text), COPIES["2014"])


def test_a_total_in_chinese_numerals() -> None:
    text = re.sub(
        "共([1-9])天",
        lambda found: f"共{'一二三四五六七八九'[int(found[1]) - 1]}天",
        text_of("2026"),
    )
    assert "共九天" in text
    assert_same(read(text), COPIES["2026"])


def test_encouraged_is_not_a_day_off() -> None:
    spring = read(text_of("2024")).clauses[1]
    assert spring.rests == (Rest("春节", date(2024, 2, 10), date(2024, 2, 17)),)
    assert [remark[:2] for remark in spring.remarks] == ["鼓励"]


def test_a_day_whose_rest_is_moved_works_where_the_notice_does_not_say_so() -> None:
    """The copy on gov.cn for 2008 has no 上班 in 七, only 调至."""
    text = text_of("2008").replace("9月27日(星期六)、9月28日(星期日)上班。", "")
    notice = read(text)
    assert_same(notice, COPIES["2008"])
    assert notice.clauses[-1].derived == (date(2008, 9, 27), date(2008, 9, 28))
    assert notice.clauses[4].derived == ()


def test_masks_outside_what_is_read_do_no_harm() -> None:
    text = text_of("2018").replace("人民政府", "人民**").replace("1月1日", "1 月 1 日")
    assert_same(read(text), COPIES["2018"])


def test_page_rubbish_around_the_notice() -> None:
    head = (
        "首页 > 政策 > 国务院办公厅关于2022年部分节假日安排的通知_中国政府网\n"
        "索 引 号：000014349/2021-00100\n发文机关：国务院办公厅\n成文日期：2021年10月25日\n"
        "标　　题：国务院办公厅关于2022年部分节假日安排的通知\n发文字号：国办发明电〔2021〕11号\n"
        "发布日期：2021年10月25日\n"
    )
    tail = (
        "\n（此件公开发布）\n扫一扫在手机打开当前页\n相关稿件\n"
        "国务院办公厅关于2021年部分节假日安排的通知\n2020年11月25日\n元旦放假3天怎么休\n"
    )
    assert_same(read(head + text_of("2022") + tail), COPIES["2022"])


def test_the_index_of_a_page_gives_what_the_text_lacks() -> None:
    text = text_of("2022").replace("国办发明电〔2021〕11号\n", "").replace("2021年10月25日", "")
    head = "发文字号：国办发明电〔2021〕11号\n成文日期：2021年10月25日\n"
    notice = read(head + text)
    assert (notice.number, notice.issued) == ("国办发明电〔2021〕11号", date(2021, 10, 25))


def test_an_extension_begins_behind_the_days_that_were_known_before() -> None:
    assert read(text_of("composed/2020-extension")).rests == (
        Rest("春节", date(2020, 1, 31), date(2020, 2, 2)),
    )
    notice, problems = read_notice(text_of("composed/2020-extension"), FILE)
    assert notice is None
    assert "不知道原来放到哪一天" in problems[0].found


def test_an_arrangement_that_leaves_days_of_the_earlier_one_is_noted() -> None:
    text = text_of("2019-amend-1").replace("2019年5月1日至4日", "2019年5月1日至2日")
    text = (
        text.replace("共4天", "共2天")
        .replace("劳动节", "国庆节")
        .replace("5月1日至2日", "10月1日至2日")
    )
    text = text.replace("4月28日(星期日)、5月5日(星期日)上班。", "")
    notice, problems = read_notice(text, FILE, known=known)
    assert notice is not None
    assert len(problems) == 1
    assert "2019-10-03（周四）放假" in problems[0].found
    assert "2019-09-29（周日）上班" in problems[0].found
