"""Wordings of limits: the share read right, refused and read wrongly, and what reading costs."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from gongkai_cli.limits import read_wording
from gongkai_cli.limits.wording import by_grammar
from gongkai_cli.model.limit import Reading

from .ratio import Ratio, paired_ratio

_VECTORS = Path(__file__).parents[1] / "tests" / "vectors"
_FILES = {
    "wordings.jsonl": "found",
    "wordings-more.jsonl": "written",
    "wordings-bodies.jsonl": "written for other bodies",
    "wordings-examined.jsonl": "written blind",
}
"""The vectors, and how their wordings came about."""
_Case = dict[str, Any]


def run() -> Iterator[Ratio]:
    """The shares by origin; then the cost, every real wording with five figures each, read without
    any ready answer."""
    for name, origin in _FILES.items():
        cases = _cases(name)
        for kind in sorted({case.get("src_type", "catalogue") for case in cases}):
            of_kind = [case for case in cases if case.get("src_type", "catalogue") == kind]
            yield from _shares(f"{origin}, {kind}", of_kind)
    known = [case["phrase"] for case in _cases("wordings.jsonl")]
    texts = [text.replace("20", str(number)) for number in range(21, 26) for text in known]
    usual = "相关信息形成或变更之日起20个工作日内"
    yield Ratio(
        f"{len(texts)} wordings by the grammar / normalised alone",
        paired_ratio(
            lambda: [by_grammar(text) for text in texts],
            lambda: [unicodedata.normalize("NFKC", text) for text in texts],
        ),
    )
    yield Ratio(
        "a usual wording by the grammar / from its ready reading",
        paired_ratio(lambda: by_grammar(usual), lambda: read_wording(usual)),
    )


def _shares(origin: str, cases: list[_Case]) -> Iterator[Ratio]:
    """In percent: right (what has no reading and is refused counts as right), refused although a
    person read it, and wrong, which is what must never be."""
    verdicts = [_verdict(case, read_wording(case["phrase"])) for case in cases]
    goals = {"right": (98.0, False), "refused": (2.0, True), "wrong": (0.0, True)}
    for verdict, (goal, at_most) in goals.items():
        share = 100 * verdicts.count(verdict) / len(cases)
        what = f"{origin}: % {verdict} of {len(cases)} wordings"
        yield Ratio(what, share, goal, at_most)


def _verdict(case: _Case, reading: Reading) -> str:
    read = sorted(msgspec.json.encode(limit, order="sorted") for limit in reading.limits)
    wanted = sorted(msgspec.json.encode(limit, order="sorted") for limit in case.get("limits", ()))
    if reading.refused is not None:
        return "right" if "refused" in case else "refused"
    return "right" if read == wanted else "wrong"


def _cases(name: str) -> list[_Case]:
    lines = (_VECTORS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
