"""What a paper says of its catalogue around the table: title, body, number, year, day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from ...notation.characters import half_width, without_space
from ...notation.script import simplified

_NUMBER = re.compile(r"[一-鿿]{2,12}[〔\[［(（【]\s*(20\d\d)\s*[〕\]］)）】]\s*\d{1,4}\s*号")
_YEAR = re.compile(r"(20\d\d)\s*年")
_DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_ANNEX = re.compile(r"附件\s*[0-9０-９一二三四五六七八九十]*")
_TITLE = re.compile(r".*(?:目录|清单|一览表|事项表|公开表|栏目.*(?:方案|表))(?:[（(].*[)）])?")
_SUBJECT = re.compile(
    r"(?:年度?)?(?:重点领域)?(?:主动公开|政务公开|政府信息|信息公开|基层政务|全面公开|公开基本|公开事项"
    r"|公开目录|公开清单|网站栏目|栏目(?:保障|建设)|基本目录)"
)
_BODY = re.compile(
    r"(?P<body>[一-鿿（）()]*(?:局|分局|政府|委员会|委|办公室|办事处|办|中心|镇|乡|街道|院|厅|部|会|所|大队"
    r"|支队|总队|公司|学校|大学|社|队|处|站|馆))"
)
_BODY_OF_A_FIELD = re.compile(
    "(?P<body>[一-鿿]*(?:局|政府|委员会|办公室|办事处|中心|镇|乡|街道)).*(?:领域|网站)"
)
_SENTENCE = re.compile("[。；;，,]")


class Facts(Struct, frozen=True, kw_only=True):
    """What stands around the table; ``None`` for what is not printed."""

    title: str | None = None
    body: str | None = None
    source: str | None = None
    annex: str | None = None
    year: int | None = None
    issued: date | None = None


def read_facts(above: Sequence[str], in_table: Sequence[str] = ()) -> Facts:
    """The facts in the lines above a table and in those of a title inside it.

    >>> facts = read_facts(["附件1", "2024年某县公安局主动公开基本目录"])
    >>> facts.body, facts.year, facts.annex
    ('某县公安局', 2024, '附件1')
    """
    lines = [line for line in (*above, *in_table) if line.strip()]
    title = next(_titles(reversed(lines)), None)
    year = _YEAR.search(half_width(title)) if title else None
    return Facts(
        title=title,
        body=_body(title) if title else None,
        source=next(_numbers(lines), None),
        annex=_last(_annexes(lines)),
        year=int(year[1]) if year else None,
        issued=next(_days(lines), None),
    )


def _titles(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        text = _ANNEX.sub("", line, count=1) if _ANNEX.match(line) else line
        text = without_space(text).strip("：:")
        fits = _TITLE.fullmatch(simplified(text)) and not _SENTENCE.search(text)
        if fits and not text.startswith("《") and len(text) <= 60:
            yield text


def _body(title: str) -> str | None:
    """The body in a title: what stands before what the title is about.

    >>> _body("某镇2025年政务公开目录"), _body("2024年主动公开基本目录")
    ('某镇', None)
    >>> _body("某县民政局社会救助领域基层政务公开标准目录")
    '某县民政局'
    """
    subject = _SUBJECT.search(simplified(title))
    before = title[: subject.start()] if subject else title
    before = re.sub(r"20\d\d\s*年?度?(?:版)?|关于|《", "", half_width(before)).strip("()的")
    plain = simplified(before)
    found = _BODY.fullmatch(plain) or _BODY_OF_A_FIELD.fullmatch(plain)
    return before[: found.end("body")] if found else None


def _numbers(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        text = without_space(line)
        if found := _NUMBER.fullmatch(text):
            yield found[0]


def _annexes(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if found := _ANNEX.match(line.strip()):
            yield half_width(without_space(found[0]))


def _last(texts: Iterator[str]) -> str | None:
    every = list(texts)
    return every[-1] if every else None


def _days(lines: Sequence[str]) -> Iterator[date]:
    """The days that stand alone in a line: below a paper, not inside a sentence."""
    for line in lines:
        found = _DAY.fullmatch(half_width(without_space(line)))
        if found:
            try:
                yield date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                continue
