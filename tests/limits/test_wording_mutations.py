"""Whatever a wording is changed to, it is refused, or read with the numbers that stand in it."""

import re
import unicodedata

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.limits import read_wording
from gongkai_cli.limits.wording import Refusal, understand
from gongkai_cli.model.limit import Limit, PostedFor, Reading, Within

from .wordings import READ

LETTERS = (
    "日月年周季天时期前后内外起每至第半不非无未除超约近满左右个次一二三十0123456789"
    "之及或者、，；：。（）()工作公开信息形成变更新布示限结束最迟少于长动态及时其中按规定 \n"
)
ONES = ["", *"一二三四五六七八九"]
WRITTEN = {
    f"{ONES[tens] if tens > 1 else ''}{'十' if tens else ''}{ONES[ones]}": tens * 10 + ones
    for tens in range(10)
    for ones in range(10)
} | {"两": 2, "廿": 20, "卅": 30, "半年": 6, "季度": 3, "季": 3}
del WRITTEN[""]


def numbers_in(text: str) -> set[int]:
    """Every number that some part of the text could be, found without the grammar."""
    plain = re.sub(r"\s|\u200b", "", unicodedata.normalize("NFKC", text))
    found = {int(digits) for digits in re.findall("[0-9]{1,9}", plain)}
    found |= {value for words, value in WRITTEN.items() if words in plain}
    return found | {3 * number for number in found if "季度" in plain}


def counts(reading: Reading) -> set[int]:
    """The numbers of units in a reading, with those inside a place of a period."""
    found: set[int] = set()
    for limit in reading.limits:
        if isinstance(limit, Within | PostedFor):
            found.add(limit.count)
        at = getattr(limit, "at", None) or ""
        if at.startswith("within "):
            found.add(int(at.split()[1]))
    return found


@st.composite
def mutated(draw: st.DrawFn) -> str:
    letters = list(draw(st.sampled_from(READ))["phrase"])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(letters)))
        kind = draw(st.sampled_from(["delete", "insert", "replace"]))
        new = draw(st.sampled_from(LETTERS))
        letters[at : at + (kind != "insert")] = [] if kind == "delete" else [new]
    return "".join(letters)


@given(mutated())
def test_a_number_is_never_made_up(wording: str) -> None:
    reading = read_wording(wording)
    assert counts(reading) <= numbers_in(wording)
    assert bool(reading.limits) is (reading.refused is None)


@given(st.one_of(st.text(), st.text(alphabet=LETTERS, max_size=60), mutated()))
def test_no_text_raises_and_every_refusal_has_its_place(text: str) -> None:
    answer = understand(text)
    if isinstance(answer, Refusal):
        assert 0 <= answer.at <= len(text)
        assert answer.why
        assert str(answer) == read_wording(text).refused
    else:
        assert answer.limits
        assert read_wording(text) == answer


NUMBERED = [
    (case["phrase"], found.span(), int(found[0]))
    for case in READ
    for found in re.finditer(
        r"(?<![0-9]\s)[0-9]+(?=\s*(?:个?工作日(?![至到~-])|[日天周]\s*内|个月内|小时))",
        case["phrase"],
    )
    if not re.search(r"[年月-]\s*$|[至到～-]\s*$", case["phrase"][: found.start()])
]


@given(case=st.sampled_from(NUMBERED), other=st.integers(1, 399))
def test_another_number_changes_that_number_alone(
    case: tuple[str, tuple[int, int], int], other: int
) -> None:
    phrase, (start, end), number = case
    before = read_wording(phrase)
    after = read_wording(f"{phrase[:start]}{other}{phrase[end:]}")
    if after.refused is not None or number == other:
        return
    changed = [
        (old, new) for old, new in zip(before.limits, after.limits, strict=True) if old != new
    ]
    # One number may stand for two limits (发布信息或信息形成5个工作日内).
    assert 1 <= len(changed) <= 2
    for old, new in changed:
        if isinstance(old, Within | PostedFor):
            assert old.count == number
            assert new == msgspec.structs.replace(old, count=other)
        elif place(old):
            assert place(new).replace(str(other), "") == place(old).replace(str(number), "")


def place(limit: Limit) -> str:
    """Where inside its period a limit lies, whether one month or several."""
    return (getattr(limit, "at", None) or "").replace("s after", " after")


def test_there_are_numbers_to_change() -> None:
    assert len(NUMBERED) > 100
