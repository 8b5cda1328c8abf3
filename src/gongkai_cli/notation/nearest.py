"""The valid name that a wrong one most likely meant: offered, never taken."""

from collections.abc import Iterable

_CLOSE = 0.5
_LOOKED_AT = 9


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The closest of ``names``, or ``None`` where nothing is close or several are equally so.

    A name whose letters all stand in exactly one candidate, in order, wins (政工 for 政工室,
    许可科 for 许可服务科); otherwise the most similar one does. Of several equally similar ones the
    first that holds all the letters is offered (A07 for A7), and none where none does: a wrong
    number is as near to one id as to the next.

    >>> nearest("许可科", ["许可服务科", "秘书科", "宣传科"])
    '许可服务科'
    >>> nearest("zzz", ["许可服务科"]) is None
    True
    >>> nearest("A07", ["A01", "A02", "A03"]) is None
    True
    """
    from difflib import SequenceMatcher, get_close_matches

    candidates = list(dict.fromkeys(names))
    holding = [each for each in candidates if _in_order(name, each)]
    if len(holding) == 1:
        return holding[0]
    close = get_close_matches(name, candidates, n=_LOOKED_AT, cutoff=_CLOSE)
    alike = [SequenceMatcher(None, each, name).ratio() for each in close]
    best = [each for each, ratio in zip(close, alike, strict=True) if ratio == alike[0]]
    if len(best) == 1:
        return best[0]
    return next((each for each in holding if each in best), None)


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return bool(letters) and all(letter in rest for letter in letters)
