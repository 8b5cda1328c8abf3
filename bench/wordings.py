"""Wordings of limits read by the grammar, against bringing the same texts to one form alone."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from gongkai_cli.limits import read_wording
from gongkai_cli.limits.wording import by_grammar

from .ratio import Ratio, paired_ratio

_VECTORS = Path(__file__).parents[1] / "tests" / "vectors"


def run() -> Iterator[Ratio]:
    """Every real wording that is known, five figures each, read without any ready answer."""
    lines = (_VECTORS / "wordings.jsonl").read_text(encoding="utf-8").splitlines()
    known = [json.loads(line)["phrase"] for line in lines if line.startswith("{")]
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
