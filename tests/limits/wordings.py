"""The vectors of wordings, and how the same wording may be written otherwise.

``wordings.jsonl`` holds real wordings of about 60 bodies, each with its source and the reading that
a person gave it. ``wordings-more.jsonl`` and ``wordings-bodies.jsonl`` hold further ones, written
after the catalogues, rules and guides of other bodies (counties, towns, villages, schools,
hospitals, price, police, environment and water offices) and read by hand before the program read
them. ``wordings-examined.jsonl`` was written by an examiner who had read the rules of reading and
not the grammar; ``first_run`` says what the first run made of a line where it did not agree:
``misread`` and ``refused`` by the program, ``expectation corrected`` where the rules of reading
bear the program out, or leave the words of a scope or an event free. A wording with ``refused``
must be refused, and the field says what a person missed in it.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from gongkai_cli.model.limit import Reading
from gongkai_cli.notation import script

VECTORS = Path(__file__).parents[1] / "vectors"
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The lines of a file of vectors."""
    return [json.loads(line) for line in (VECTORS / name).read_text("utf-8").splitlines()]


REAL = cases("wordings.jsonl")
MADE = (
    cases("wordings-more.jsonl") + cases("wordings-bodies.jsonl") + cases("wordings-examined.jsonl")
)
READ = [case for case in REAL + MADE if "refused" not in case]
REFUSED = [case for case in MADE if "refused" in case]


def limits(reading: Reading) -> list[str]:
    """The limits of a reading in the machine form, in an order of their own."""
    return wanted({"limits": [msgspec.to_builtins(limit) for limit in reading.limits]})


def wanted(case: Case) -> list[str]:
    """The limits that a person read, in the same form."""
    return sorted(json.dumps(limit, ensure_ascii=False, sort_keys=True) for limit in case["limits"])


_HALF = ",;:()!0123456789-"
_FULL = "，；：（）！０１２３４５６７８９－"


def full_width(text: str) -> str:
    """Digits and punctuation in full width; a full stop becomes the Chinese one."""
    return text.translate(str.maketrans(_HALF, _FULL)).replace(".", "．")


def half_width(text: str) -> str:
    """Digits and punctuation in half width."""
    return text.translate(str.maketrans(_FULL, _HALF))


def traditional(text: str) -> str:
    """The text in traditional script, of several traditional letters the last."""
    pairs = {simplified: letter for letter, simplified in script.pairs()}
    return "".join(pairs.get(letter, letter) for letter in script.simplified(text))
