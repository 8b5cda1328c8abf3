"""Texts that contradict themselves, the law or what is known are refused, with the clause."""

import re
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.place import errors
from gongkai_cli.sources.notice.text import read_notice
from gongkai_cli.sources.notice.text.known import differences, missing
from gongkai_cli.sources.notice.text.parts import AS_PRINTED

from .notices import COPIES, FILE, FOLDER, known, refused, text_of

CASES = tomllib.loads((FOLDER / "refused.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_refused_text(case: dict[str, Any]) -> None:
    text = text_of(case["text"])
    for printed, other in case["replaced"]:
        assert printed in text
        text = text.replace(printed, other)
    said = [[str(each.place), each.found, each.accepted] for each in errors(refused(text))]
    expected = [
        [_place(text, at), *words, *[AS_PRINTED] * (2 - len(words))] for at, *words in case["said"]
    ]
    assert (said[: len(expected)] if case.get("partly") else said) == expected


def _place(text: str, words: str) -> str:
    """Line and column at which words stand in a text; the file alone for no words."""
    if not words:
        return FILE
    start = text.index(words.replace("|", "")) + max(words.find("|"), 0)
    before = text[:start].split("\n")
    return f"{FILE}:{len(before)}:{len(before[-1]) + 1}"


@pytest.mark.parametrize(
    "text", ["", "  \n", "今天天气很好。", "二〇二六年", "a" * 1000, "一、元旦："]
)
def test_a_text_that_is_no_notice(text: str) -> None:
    assert refused(text)


def test_two_notices_in_one_text() -> None:
    found = [each.found for each in refused(text_of("2016") + text_of("2018"))]
    assert found == ["署名之后又有一份安排"]


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    read_notice(text, FILE)


@given(st.sampled_from(list(COPIES)), st.data())
def test_no_damage_raises(name: str, data: st.DataObject) -> None:
    text = text_of(name)
    for _ in range(data.draw(st.integers(1, 8))):
        first = data.draw(st.integers(0, len(text)))
        last = data.draw(st.integers(first, min(first + 30, len(text))))
        other = data.draw(st.text("0123456789一二十月日年至、。()周:放假上班*", max_size=5))
        text = text[:first] + other + text[last:]
    read_notice(text, FILE, known=known)


_PRINTED_WEEKDAY = re.compile(r"(?<=星期)[一二三四五六日]|(?<=[(、]周)[一二三四五六日]")
_ONE_BY_ONE = [name for name in COPIES if name.isdecimal()]
"""The copies in which every holiday of a year has a numbered clause of its own."""
_NOT_HELD_AGAINST_A_LAW = ("2006", "2007", "2008", "2015-anniversary")
"""What these name as statutory is held against the days off alone: a figure changed there may
leave the arrangement as it is."""


@pytest.mark.parametrize("name", COPIES)
def test_every_wrong_weekday_is_refused(name: str) -> None:
    text = text_of(name)
    for found in _PRINTED_WEEKDAY.finditer(text):
        for letter in "一二三四五六日":
            if letter != found[0]:
                altered = text[: found.start()] + letter + text[found.end() :]
                assert any("写的是" in each.found for each in refused(altered))


@pytest.mark.parametrize("name", COPIES)
def test_every_wrong_total_is_refused(name: str) -> None:
    text = text_of(name)
    # The principles that the notice for 2025 opens with tell numbers of days of their own.
    clauses = re.search("(?:一、|——)元旦|一、延长|一、2019|特作如下|元旦:", text)
    assert clauses is not None
    for found in re.compile(r"\d(?=天)").finditer(text, clauses.start()):
        for figure in "0123456789":
            if figure != found[0]:
                refused(text[: found.start()] + figure + text[found.end() :])


@pytest.mark.parametrize("name", [name for name in _ONE_BY_ONE if name not in ("2006", "2007")])
def test_every_holiday_left_out_is_refused(name: str) -> None:
    text = text_of(name)
    clauses = re.findall(r"^[一二三四五六七]、[^\n]*\n(?:\d[^\n]*\n)?", text, re.MULTILINE)
    assert len(clauses) in (6, 7)
    for clause in clauses:
        assert any("的通知没有" in each.found for each in refused(text.replace(clause, "")))


@pytest.mark.parametrize("name", [name for name in COPIES if name not in _NOT_HELD_AGAINST_A_LAW])
def test_a_figure_changed_is_refused_or_differs_from_what_ships(name: str) -> None:
    """A day that is as plausible as the printed one shows only against the shipped notice."""
    text = re.sub("鼓励[^。]*。", "", text_of(name))
    clauses = re.search(
        "(?:一、|——元旦|元旦:).*?(?=(?:国务院办公厅要求,)?节假日|二、各)", text, re.DOTALL
    )
    assert clauses is not None
    for at in range(*clauses.span()):
        for figure in "0123456789" if text[at].isdecimal() else "":
            if figure != text[at]:
                altered = text[:at] + figure + text[at + 1 :]
                notice, _ = read_notice(altered, FILE, known=known)
                assert notice is None or list(differences(notice, known(notice.year)))


@pytest.mark.parametrize("name", COPIES)
def test_the_text_itself_does_not_differ(name: str) -> None:
    notice, _ = read_notice(text_of(name), FILE, known=known)
    assert notice is not None
    assert list(differences(notice, known(notice.year))) == []


def test_a_sentence_left_out_is_noted() -> None:
    text = text_of("2026").replace("5月9日(周六)上班。", "")
    notice, problems = read_notice(text, FILE)
    assert notice is not None
    assert [each.found for each in problems] == [
        "放假的工作日19天，调休上班5天，相差不是法定的13天；"
        "2004年以来的通知都相等，请对照原文核对是否漏了或多了日子"
    ]
    assert [each.found for each in differences(notice, known(2026))] == [
        "没有2026-05-09（周六）上班，已有的国办发明电〔2025〕7号（2025-11-04印发）有"
    ]


def test_a_make_up_day_on_a_farther_weekend_is_noted() -> None:
    notice, problems = read_notice(
        text_of("2026").replace("10月10日(周六)", "10月17日(周六)"), FILE
    )
    assert notice is not None
    assert ["不是离假期最近的周末" in each.found for each in problems] == [True]


def test_a_derived_make_up_day_needs_the_balance() -> None:
    text = text_of("2008").replace("9月27日(星期六)、9月28日(星期日)上班。", "")
    text = text.replace("5月4日(星期日)上班。", "").replace(
        "5月4日(星期日)公休日调至5月2日(星期五),", ""
    )
    found = [each.found for each in refused(text)]
    assert any("不能断定2008-09-27（周六）、2008-09-28（周日）上班" in each for each in found)


def test_what_is_lacking_is_asked_for_and_offered() -> None:
    notice, _ = read_notice(text_of("2008"), FILE)
    assert notice is not None
    assert [(each.found, each.nearest) for each in missing(notice, known(2008))] == [
        ("文本里没有文号", "--number 国办发明电〔2007〕52号"),
        ("文本里没有印发日期", "--issued 2007-12-15"),
    ]
    assert [each.nearest for each in missing(notice, None)] == [None, None]


def test_another_number_than_the_known_one() -> None:
    notice, _ = read_notice(text_of("2010").replace("〕27号", "〕72号"), FILE, known=known)
    assert notice is not None
    assert [each.nearest for each in differences(notice, known(2010))] == ["国办发明电〔2009〕27号"]
